"""From a report to its claims: sentences, triage, parse, finders, rules, speakers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from onrecord.claims import RULES
from onrecord.claims.finishing import finish
from onrecord.claims.reading import read_scenes
from onrecord.claims.story import Story
from onrecord.finders.attributions import find_attributions
from onrecord.model import Claim, Report, Span
from onrecord.nlp import Parser, Sentence, split_sentences
from onrecord.nlp.triage import may_claim

BATCH = 32
"""Reports whose sentences are parsed together."""


class Extractor:
    """Reads claims out of reports. ``model`` names an installed spaCy pipeline, ``triage`` skips what can say nothing.

    ``failed`` collects ``(report id, sentence, error)`` where a rule broke on a sentence: it costs that sentence's claims only.
    """

    def __init__(self, *, model: str | None = None, triage: bool = True) -> None:
        self.parser = Parser(model)
        self.triage = triage
        self.failed: list[tuple[str, str, str]] = []

    def claims(self, report: Report) -> list[Claim]:
        """The claims of one report, in the order of its text."""
        return next(iter(self.claims_of([report])))[1]

    def claims_of(self, reports: Iterable[Report]) -> Iterator[tuple[Report, list[Claim]]]:
        """Each report with its claims, in order; the sentences of several reports are parsed in one batch."""
        stream = iter(reports)
        while batch := list(islice(stream, BATCH)):
            for report, sentences in zip(batch, self.parse(batch), strict=True):
                yield report, self._claims(report, sentences)

    def parse(self, reports: Sequence[Report]) -> list[list[Sentence]]:
        """The sentences of each report, those parsed that may make a claim; repeated passages are left out."""
        spans = [list(sentences_of(report)) for report in reports]
        wanted = [
            [span for span in row if not self.triage or may_claim(span.cut(report.text))]
            for report, row in zip(reports, spans, strict=True)
        ]
        docs = self.parser.parse(span.cut(report.text) for report, row in zip(reports, wanted, strict=True) for span in row)
        out = []
        for report, row, chosen in zip(reports, spans, wanted, strict=True):
            parsed = {span: doc for span, doc in zip(chosen, islice(docs, len(chosen)), strict=True)}
            out.append([Sentence(span, span.cut(report.text), parsed.get(span)) for span in row])
        return out

    def _claims(self, report: Report, sentences: list[Sentence]) -> list[Claim]:
        if not any(sentence.doc is not None for sentence in sentences):
            return []
        attributions = tuple(find_attributions(sentences, report.text))
        story = Story(report, attributions=attributions)
        drafts = []
        for scene in read_scenes(report, sentences, story):
            for rule in RULES:
                try:
                    drafts += list(rule(scene, story))
                except (ValueError, IndexError, KeyError, AttributeError, TypeError, RecursionError) as problem:
                    self.failed.append((report.id, scene.sentence.text, f"{rule.__name__}: {problem!r}"))
        return finish(report, drafts, attributions, self.failed)


def sentences_of(report: Report) -> Iterator[Span]:
    """The sentences of a report that can make claims: English, and not within a repeated passage; the dateline is cut off."""
    if not report.is_english:
        return
    for span in split_sentences(report.text):
        if any(repeat.overlaps(span) for repeat in report.repeats):
            continue
        yield span
