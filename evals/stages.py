"""The stages before the claims: dates, quantities and attributions as ``onrecord find`` prints them, and the table of deadlines."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from evals.data import CHECKOUT, json_lines, needed, run_scorer
from onrecord.finders.attributions import By, find_attributions, may_attribute
from onrecord.finders.dates import find_dates
from onrecord.nlp import Parser, Sentence, split_sentences
from onrecord.nlp.tokens import Doc
from onrecord.pipeline.find import BadLine, Row, What, find_in_lines

ALIASES = CHECKOUT / "evals" / "quantity_aliases.json"
DEADLINES = CHECKOUT / "tests" / "finders" / "deadlines.csv"
WARM_UP = json.dumps({"doc": "warm-up", "dct": "2020-12-13", "text": "Officials said on Monday that 40 rockets fell."})
QUANTITY_PARTS = {
    "value": "value",
    "value+unit": "value + unit",
    "value+change": "value + change",
    "value+unit+change": "all three",
}


def measure_dates() -> Iterator[tuple[str, float]]:
    """F1 on TimeBank, and tokens a second."""
    gold = ("--gold", str(needed("data", "timebank")))
    scorer = needed("eval", "timex_eval.py")
    with tempfile.TemporaryDirectory() as folder:
        lines = _dumped(scorer, gold, Path(folder))
        rows, seconds = found_in(What.DATES, lines, Parser())
        figures = json.loads(run_scorer(scorer, *gold, "--pred", _written(rows, Path(folder)), "--json"))
    for part in ("strict", "relaxed", "value"):
        yield f"dates: {part} F1", figures[part]["F"] / 100
    yield "dates: tokens a second", tokens_of(lines) / seconds


def measure_quantities() -> Iterator[tuple[str, float]]:
    """F1 on NewsQuant, one to one, and tokens a second with the parser's time."""
    gold = ("--gold", str(needed("data", "newsquant-dev.json")))
    scorer = needed("eval", "quantity_eval.py")
    with tempfile.TemporaryDirectory() as folder:
        lines = _dumped(scorer, gold, Path(folder))
        rows, seconds = found_in(What.QUANTITIES, lines, Parser())
        command = (*gold, "--pred", _written(rows, Path(folder)), "--alias", str(ALIASES), "--json")
        figures = json.loads(run_scorer(scorer, *command))["one-to-one"]
    for part, said in QUANTITY_PARTS.items():
        yield f"quantities: {said} F1", figures[part]["F"] / 100
    yield "quantities: tokens a second, parser included", tokens_of(lines) / seconds


def measure_attribution() -> Iterator[tuple[str, float]]:
    """F1 of content and source on PolNeAR's development part, by kind of quotation, of rules and tagger each alone, and words a second."""
    data = needed("data", "polnear-dev")
    texts = sorted((data / "dev" / "text").glob("*.txt"))
    lines = list(json_lines({"doc": path.stem, "text": path.read_bytes().decode("utf-8")} for path in texts))
    parser = TimedParser()
    rows, seconds = found_in(What.ATTRIBUTIONS, lines, parser)
    figures = _attribution_figures(rows, data)
    for kind in ("all", "direct", "mixed", "indirect"):
        yield f"attribution: content + source F1{'' if kind == 'all' else f', {kind}'}", figures[kind]["F1"]
    for by in (By.RULES, By.TAGGER):
        alone = _attribution_figures(_attributions_by(by, lines), data)
        yield f"attribution, {by} alone: content + source F1", alone["all"]["F1"]
    read = _attribution_figures(_attributions_by(By.BOTH, lines, read=may_attribute), data)
    yield "attribution: share lost in sentences without a sign of one", 1 - read["all"]["R"] / figures["all"]["R"]
    yield "attribution: MB that the loaded tagger takes", _megabytes_of_tagger()
    yield "attribution: words a second, parser included", tokens_of(lines) / seconds
    yield "attribution: words a second, apart from the parser", tokens_of(lines) / (seconds - parser.seconds)


def _megabytes_of_tagger() -> float:
    """What the tagger's weights take in memory, loaded in a fresh process, at their highest."""
    code = (
        "import tracemalloc; tracemalloc.start(); from onrecord.finders.attributions.tagger.weights import weights; weights()"
    )
    run = [sys.executable, "-c", f"{code}; print(tracemalloc.get_traced_memory()[1])"]
    return int(subprocess.run(run, check=True, capture_output=True, text=True).stdout) / 1e6


def _attribution_figures(rows: list[Row], data: Path) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of content and source by kind of quotation."""
    with tempfile.TemporaryDirectory() as folder:
        out, pred = Path(folder) / "figures.json", _written(rows, Path(folder))
        run_scorer(
            needed("eval", "attribution_eval.py"), "--data", str(data), "--split", "dev", "--pred", pred, "--json", str(out)
        )
        figures = json.loads(out.read_text(encoding="utf-8"))["attributions"]
    return {kind: figures[kind]["content+source"] for kind in figures}


def _attributions_by(by: By, lines: list[str], read: Callable[[str], bool] = bool) -> list[Row]:
    """The attributions of these texts as one part of the finder gives them, from the sentences that are to be read."""
    parser, rows = Parser(), []
    for row in map(json.loads, lines):
        spans = list(split_sentences(row["text"]))
        docs = parser.parse(span.cut(row["text"]) for span in spans if read(span.cut(row["text"])))
        sentences = [
            Sentence(span, text, next(docs) if read(text) else None) for span in spans for text in [span.cut(row["text"])]
        ]
        for mention in find_attributions(sentences, row["text"], by=by):
            parts = {"source": mention.value.source, "cue": mention.value.cue, "content": mention.value.content}
            rows.append({"doc": row["doc"]} | {part: [[s.begin, s.end] for s in spans] for part, spans in parts.items()})
    return rows


def measure_deadlines() -> Iterator[tuple[str, float]]:
    """The share of our own table whose words, start, end and type are all right."""
    with DEADLINES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    yield "deadlines: right", sum(map(is_right, rows)) / len(rows)
    yield "deadlines: rows", float(len(rows))


def is_right(row: dict[str, str]) -> bool:
    """Whether the time that the row wants is among those that its sentence gives."""
    times = [mention.value.time for mention in find_dates(row["sentence"], base=row["base"] or None)]
    wanted = (row["text"], row["start"] or None, row["end"] or None, row["type"])
    return wanted in [(t.text, t.start, t.end, t.type.value) for t in times if t]


class TimedParser(Parser):
    """A parser that adds up the ``seconds`` it spends."""

    seconds = 0.0

    def parse(self, sentences: Any) -> Iterator[Doc]:
        """The same docs, the clock running while each is made."""
        docs = iter(super().parse(sentences))
        while True:
            begin = time.perf_counter()
            doc = next(docs, None)
            self.seconds += time.perf_counter() - begin
            if doc is None:
                return
            yield doc


def found_in(what: What, lines: list[str], parser: Parser) -> tuple[list[Row], float]:
    """The rows that ``onrecord find`` prints for these lines, and the seconds it took with model and lexicons loaded."""
    list(find_in_lines(what, [WARM_UP], parser=parser))
    if isinstance(parser, TimedParser):
        parser.seconds = 0.0
    begin = time.perf_counter()
    found = list(find_in_lines(what, lines, parser=parser))
    seconds = time.perf_counter() - begin
    rows = [row for row in found if not isinstance(row, BadLine)]
    if len(rows) < len(found):
        raise SystemExit(f"the evaluation data is not whole: {next(row for row in found if isinstance(row, BadLine))}")
    return rows, seconds


def tokens_of(lines: list[str]) -> int:
    """Words between blanks, as the scorers count them."""
    return sum(len(json.loads(line)["text"].split()) for line in lines)


def _dumped(scorer: Path, gold: tuple[str, str], folder: Path) -> list[str]:
    """The lines that a system may read, as the scorer writes them."""
    dump = folder / "texts.jsonl"
    run_scorer(scorer, *gold, "--dump", str(dump))
    return dump.read_text(encoding="utf-8").split("\n")[:-1]


def _written(rows: list[Row], folder: Path) -> str:
    pred = folder / "pred.jsonl"
    pred.write_text("\n".join(json_lines(rows)) + "\n", encoding="utf-8")
    return str(pred)
