"""Pairs of claims, labelled by hand: whether both tell of one fact, and if not, why. The words of reports are joined from their texts."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from evals.data import load_lines, load_reports, needed, run_scorer
from evals.reading import GOLD
from evals.standoff import joined
from onrecord.model import Entry, ReportCard, claim_from_json

FOLDER = GOLD / "pairs"
WHYS = ("event", "status", "scope", "newer", "day", "rounding", "contradiction")
"""Why two claims are no one fact; the README beside them says what each means."""
ADDED = "2026-01-01T00:00:00+00:00"
"""When the ledger of the pairs takes its reports in: all at once, after all were published."""
Row = dict[str, Any]
TextOf = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims with their label. ``why`` is empty where they are the same fact, ``also`` holds other whys that are true of them.

    ``sets`` says where each claim is from, ``half`` whether a merge may be tuned on the pair or only measured by it.
    """

    one: Entry
    other: Entry
    same: bool
    why: str = ""
    also: tuple[str, ...] = ()
    half: str = "tune"
    sets: tuple[str, str] = ("samples", "samples")

    @property
    def whys(self) -> frozenset[str]:
        """Every reason that is right."""
        return frozenset((self.why, *self.also)) - {""}

    @property
    def set(self) -> str:
        """Where both are from, or that they are from here and there."""
        return self.sets[0] if self.sets[0] == self.sets[1] else "across sets"


def load_pairs() -> list[Pair]:
    """All pairs. Raises ``Missing`` where a text that they need is not there."""
    texts: dict[str, TextOf] = {"reports": report_text, "showpiece": _showpiece, "releases": _release}
    return list(pairs_of(load_lines(FOLDER / "pairs.jsonl"), load_lines(FOLDER / "claims.jsonl"), texts))


def pairs_of(labels: list[Row], claims: list[Row], texts: Mapping[str, TextOf]) -> Iterator[Pair]:
    """The pairs of these labels; a set without texts here has the words in its rows."""
    entries = {row["key"]: entry_of(row, texts.get(row["set"])) for row in claims}
    sets = {row["key"]: row["set"] for row in claims}
    for row in labels:
        one, other = row["one"], row["other"]
        yield Pair(
            entries[one],
            entries[other],
            same=row["same"],
            why=row.get("why", ""),
            also=tuple(row.get("also", ())),
            half=row["half"],
            sets=(sets[one], sets[other]),
        )


def entry_of(row: Row, text_of: TextOf | None) -> Entry:
    """A claim as it would stand in a ledger, with its sentence."""
    card = ReportCard(row["doc"], published=row["published"], outlet=row["outlet"], added=ADDED)
    if text_of is None:
        return Entry(claim_from_json(row), card, row["words"])
    text = text_of(row["doc"])
    begin, end = row["evidence"]
    return Entry(claim_from_json(joined(row, text)), card, text[begin:end])


@cache
def report_text(doc: str) -> str:
    """The text of a development report."""
    path = needed("eval", "claims") / "reports" / f"{doc}.json"
    text: str = json.loads(path.read_text(encoding="utf-8"))["text"]
    return text


@cache
def _showpiece(_: str) -> str:
    return load_reports([needed("samples", "seed.txt")], published="2020-12-13")[0].text


def _release(doc: str) -> str:
    return _releases()[doc]


@cache
def _releases() -> dict[str, str]:
    """The texts of the releases on strikes, as their scorer hands them out."""
    scorer, gold = needed("eval", "strikes_eval.py"), needed("data", "centcom-strikes", "dev.csv")
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts.jsonl"
        run_scorer(scorer, str(gold), "--part", "dev", "--dump-texts", str(texts))
        return {row["id"]: row["text"] for row in load_lines(texts)}
