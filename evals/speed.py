"""Speed of reading against plain spaCy over the same reports, in one run.

Compared are ``Extractor.claims_of``, which is what ``onrecord read`` runs on a report once its file has been read, and
``nlp.pipe`` of the whole pipeline of the same model (tagger, parser, attribute ruler, lemmatizer, entities), which gives no
claims. Both get the same texts in memory, one process and one thread, loaded and warm; they take turns, each goes first in every other turn, and
the best turn of each counts. Reading files, and finding their language and date, is in neither.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice

import spacy

from evals.data import dev_reports, load_lines, needed
from onrecord.model import Kind, Report
from onrecord.nlp.parser import DEFAULT_MODEL
from onrecord.pipeline import Extractor

TURNS = 4
GENERAL = 64
"""Articles of general news, on every subject, that are read for the speed."""


def measure_speed() -> Iterator[tuple[str, float]]:
    """Reports a second of ``read --without statement`` and of plain spaCy, and their ratio, with statements and without: on the
    development reports, on its news alone, and on general news."""
    chosen_by_name = dev_reports() | {"general news (Wikinews)": list(islice(general_news(), GENERAL))}
    full, every, unsaid = spacy.load(DEFAULT_MODEL), Extractor(), Extractor(without=[Kind.STATEMENT])
    for name, chosen in chosen_by_name.items():
        texts = [report.text for report in chosen]
        works = (partial(every.claims_of, chosen), partial(unsaid.claims_of, chosen), partial(full.pipe, texts))
        whole, ours, plain = best_of_turns(*works)
        yield f"speed, {name}: reports a second", len(chosen) / ours
        yield f"speed, {name}: plain spaCy, reports a second", len(chosen) / plain
        yield f"speed, {name}: times plain spaCy", plain / ours
        yield f"speed, {name}: every kind, against plain spaCy", plain / whole


def general_news() -> Iterator[Report]:
    """News on every subject, most of which claims nothing of ours."""
    for row in load_lines(needed("data", "wikinews-attribution", "articles.jsonl")):
        yield Report(id=row["id"], text=row["text"], title=row["title"], published=row["published"])


def best_of_turns(*works: Callable[[], Iterable[object]], turns: int = TURNS) -> list[float]:
    """The seconds of each work's best turn, after one that does not count; the order is turned round each time."""
    best = [float("inf")] * len(works)
    for turn in range(turns + 1):
        order = range(len(works)) if turn % 2 else reversed(range(len(works)))
        for number in order:
            seconds = _seconds(works[number])
            best[number] = min(best[number], seconds) if turn else best[number]
    return best


def _seconds(work: Callable[[], Iterable[object]]) -> float:
    """How long it takes to make everything; nothing is kept, so that neither side pays for memory."""
    begin = time.perf_counter()
    deque(work(), maxlen=0)
    return time.perf_counter() - begin
