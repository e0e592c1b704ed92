"""What each stage of reading costs, in milliseconds a report: the stages of ``Extractor.claims_of``, one after another.

Each stage runs alone over the same reports, on what the stages before it made, the best of a few turns; the rules are what is left
of the whole once the stages that they call are taken away. The parser is spaCy's; all else is OnRecord's own.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress

from evals.data import dev_reports
from onrecord.claims.reading import dates_by_sentence
from onrecord.claims.triage import to_read
from onrecord.finders.attributions import find_attributions
from onrecord.finders.names import find_names, introduced
from onrecord.finders.quantities import find_quantities
from onrecord.model import Name, Report
from onrecord.nlp import Sentence
from onrecord.pipeline import Extractor
from onrecord.pipeline.extract import sentences_of

TURNS = 3


def measure_stages() -> Iterator[tuple[str, float]]:
    """Milliseconds a report of each stage, on the development reports and on the news among them, and the share of words parsed."""
    extractor = Extractor()
    for name, chosen in dev_reports().items():
        yield from ((f"stages, {name}: {stage}", figure) for stage, figure in costs(extractor, chosen))


def costs(extractor: Extractor, reports: Sequence[Report]) -> Iterator[tuple[str, float]]:
    """Each stage's milliseconds a report, then those of the whole."""
    spans = [list(sentences_of(report)) for report in reports]
    parsed = extractor.parse(reports)
    docs = [[s.doc for s in sentences if s.doc is not None] for sentences in parsed]
    pairs = list(zip(reports, parsed, strict=True))
    words = sum(len(report.text.split()) for report in reports)
    yield "words a report", words / len(reports)
    yield "share of words parsed", sum(len(s.text.split()) for row in parsed for s in row if s.doc is not None) / words
    split = _best(lambda: (to_read(r.text, list(sentences_of(r))) for r in reports))
    read = [to_read(r.text, row) for r, row in zip(reports, spans, strict=True)]
    texts = [s.cut(r.text) for r, row, chosen in zip(reports, spans, read, strict=True) for s in compress(row, chosen)]
    stages = {
        "sentences and triage": split,
        "parser": _best(lambda: extractor.parser.parse(texts)),
        "dates": _best(lambda: (dates_by_sentence(report, sentences) for report, sentences in pairs)),
        "quantities": _best(lambda: (list(find_quantities(doc)) for row in docs for doc in row)),
        "names": _best(lambda: (_names(sentences) for sentences in parsed)),
        "attributions": _best(lambda: (list(find_attributions(sentences, report.text)) for report, sentences in pairs)),
    }
    whole = _best(lambda: extractor.claims_of(reports))
    stages["claims (the rest)"] = whole - sum(stages.values())
    for stage, seconds in (*stages.items(), ("whole", whole)):
        yield f"{stage}, ms a report", 1000 * seconds / len(reports)


def _names(sentences: Iterable[Sentence]) -> None:
    """The names of a report, those that it introduces known from there on."""
    known: dict[str, Name] = {}
    for sentence in sentences:
        if sentence.doc is not None:
            known.update(introduced(tuple(find_names(sentence.doc, known=known)), sentence.text))


def _best(work: Callable[[], Iterable[object]]) -> float:
    """The seconds of the best turn, after one that does not count."""
    best = float("inf")
    for turn in range(TURNS + 1):
        begin = time.perf_counter()
        deque(work(), maxlen=0)
        best = min(best, time.perf_counter() - begin) if turn else best
    return best
