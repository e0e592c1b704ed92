"""``python -m training.attribution --data FOLDER --out FOLDER``: trains the attribution tagger and writes its weights."""

from __future__ import annotations

import argparse
from pathlib import Path

from onrecord.nlp import Parser
from training.attribution.corpus import own, wikinews
from training.attribution.encoder import minilm_vectors
from training.attribution.fit import fit, save
from training.attribution.rows import rows_of, rows_of_lexicon


def main() -> None:
    """Reads the texts, trains one network a seed and saves them."""
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("--data", type=Path, required=True, help="the folder of the annotated Wikinews articles")
    said.add_argument("--out", type=Path, required=True, help="the folder that gets tagger.npz")
    said.add_argument("--split", default="train", help="the articles that are trained on: train, dev or all (default: train)")
    said.add_argument("--width", type=int, default=128, help="numbers in a word's vector")
    said.add_argument("--seeds", type=int, default=4, help="networks that are trained and averaged")
    given = said.parse_args()
    parser, vectors = Parser(), minilm_vectors(given.width)
    articles = list(wikinews(given.data, None if given.split == "all" else given.split))
    rows = [*rows_of([*articles, *own()], parser), *rows_of_lexicon(parser)]
    trained = fit(rows, vectors, range(1, given.seeds + 1))
    path = given.out / "tagger.npz"
    save(trained, vectors, path)
    right = sum(row.right for row in rows)
    print(f"{len(articles)} articles, {len(rows):,} candidates, {right:,} right, {len(trained.names):,} features")
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
