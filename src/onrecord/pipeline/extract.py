"""From a report to its claims: sentences, triage, parse, finders, rules, speakers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from onrecord.claims import OF_REPORTS, RULES, SAYING, Draft
from onrecord.claims.building import Rule
from onrecord.claims.finishing import finish
from onrecord.claims.incidents import follow_incident
from onrecord.claims.reading import read_scenes
from onrecord.claims.scene import Scene
from onrecord.claims.story import Story
from onrecord.claims.triage import ALL_KINDS, Read, to_read
from onrecord.finders.attributions import may_attribute
from onrecord.lexicon.names import names_in_use
from onrecord.lexicon.own import lexicon_with
from onrecord.model import Claim, Kind, Report, Span
from onrecord.nlp import Parser, Sentence, split_sentences
from onrecord.nlp.tokens import Doc
from onrecord.pipeline.headlines import in_sentence_case
from onrecord.resting import collector_at_rest

BROKEN = (ValueError, IndexError, KeyError, AttributeError, TypeError, RecursionError)
"""What a rule or finder may raise on words that nobody foresaw: it costs a claim and is counted, never the run."""

BATCH = 32
"""Reports whose sentences are parsed together."""


class Extractor:
    """Reads claims out of reports. ``model`` names an installed spaCy pipeline, ``triage`` skips what can say nothing.

    ``without`` are kinds that are not wanted: what could claim nothing else is not parsed, which saves time.

    ``names`` are CSV files of names of your own, which go before those that OnRecord brings along.
    ``failed`` collects ``(report id, sentence, error)`` where a rule broke on a sentence: it costs that sentence's claims only.
    """

    def __init__(
        self, *, model: str | None = None, triage: bool = True, names: Iterable[Path | str] = (), without: Iterable[Kind] = ()
    ) -> None:
        self.kinds = ALL_KINDS.difference(without)
        self.lexicon = lexicon_with(names)
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
            with collector_at_rest():
                read = list(self._read(batch))
            yield from read

    def _read(self, batch: Sequence[Report]) -> Iterator[tuple[Report, list[Claim]]]:
        """Each report of a batch with its claims."""
        with names_in_use(self.lexicon):
            for report, sentences in zip(batch, self.parse(batch), strict=True):
                yield report, self._guarded(report, sentences)

    def parse(self, reports: Sequence[Report]) -> list[list[Sentence]]:
        """The sentences of each report, those parsed that may make a claim; repeated passages are left out."""
        spans = [list(sentences_of(report)) for report in reports]
        with names_in_use(self.lexicon):
            wanted = [self._wanted(report, row) for report, row in zip(reports, spans, strict=True)]
        docs = self.parser.parse(
            _parsed_words(report, span) for report, row in zip(reports, wanted, strict=True) for span in row
        )
        out = []
        for report, row, chosen in zip(reports, spans, wanted, strict=True):
            parsed = dict(zip(chosen, islice(docs, len(chosen)), strict=True))
            out.append([_sentence(report, span, parsed.get(span), chosen.get(span)) for span in row])
        return out

    def _wanted(self, report: Report, spans: list[Span]) -> dict[Span, Read]:
        """The sentences that may make a claim, all of them where triage is off, in order; for each, what it is read for besides who says
        what in it."""
        if not self.triage:
            return dict.fromkeys(spans, Read.CLAIMS)
        text = report.text
        said = Kind.STATEMENT in self.kinds
        read = zip(spans, to_read(text, spans, self.kinds), strict=True)
        return {span: what for span, what in read if what or (said and may_attribute(span.cut(text)))}

    def _guarded(self, report: Report, sentences: list[Sentence]) -> list[Claim]:
        """The claims of a report; what breaks its reading as a whole costs that report's claims, is told, and no more."""
        try:
            return self._claims(report, sentences)
        except BROKEN as problem:
            self.failed.append((report.id, "(the whole report)", repr(problem)))
            return []

    def _claims(self, report: Report, sentences: list[Sentence]) -> list[Claim]:
        if not any(sentence.doc is not None for sentence in sentences):
            return []
        story = Story(report, sentences=sentences)
        drafts: list[Draft] = []
        scenes: list[Scene] = []
        for scene in read_scenes(report, sentences, story):
            scenes.append(scene)
            told: list[Draft] = []
            for rule in self._rules(scene):
                try:
                    told += list(rule(scene, story))
                except BROKEN as problem:
                    self.failed.append((report.id, scene.sentence.text, f"{rule.__name__}: {problem!r}"))
            try:
                if not scene.sentence.only_said:
                    follow_incident(scene, story, told)
            except BROKEN as problem:
                self.failed.append((report.id, scene.sentence.text, f"{follow_incident.__name__}: {problem!r}"))
            drafts += told
        for of_report in OF_REPORTS:
            try:
                drafts += list(of_report(scenes, drafts))
            except BROKEN as problem:
                self.failed.append((report.id, scenes[0].sentence.text, f"{of_report.__name__}: {problem!r}"))
        if not drafts:
            return []
        attributions = story.attributions_around([draft.spans["trigger"] for draft in drafts if draft.kind is not Kind.ROLE])
        return [claim for claim in finish(report, drafts, scenes, attributions, self.failed) if claim.kind in self.kinds]

    def _rules(self, scene: Scene) -> tuple[Rule, ...]:
        """The rules to run on a sentence."""
        said = SAYING if Kind.STATEMENT in self.kinds else ()
        return said if scene.sentence.only_said or scene.sentence.only_named else (*RULES, *said)


def _sentence(report: Report, span: Span, doc: Doc | None, read: Read | None) -> Sentence:
    """A sentence with its parse, and what it is read for."""
    return Sentence(span, span.cut(report.text), doc, read is Read.NOTHING, read is Read.NAMES)


MARK = re.compile(r"\s*[-*•·–—]\s+")


MISLEADING = re.compile(
    r"\bmore than (?=(?:doubl|tripl|halv|quadrupl)\w+)|(?<=\b(?:in|to) )(?:neighbou?ring|nearby) (?=[A-Z])|(?<=\bin) and around(?= [A-Z])"
)
"""Words that lead the parser astray: before a verb, taken for a number ("will more than double its force"), or before a name, taken
for a verb ("900 in neighboring Syria")."""


def _parsed_words(report: Report, span: Span) -> str:
    """The words of a sentence for the parser, its dateline and the mark of a list blanked out: "KABUL, Afghanistan — The army"
    begins with the army."""
    words, line = MISLEADING.sub(lambda found: " " * len(found[0]), span.cut(report.text)), report.dateline
    mark = MARK.match(words)
    if mark is not None and mark.end() < len(words):
        words = " " * mark.end() + words[mark.end() :]
    if line is None or not line.span.overlaps(span) or line.span.end >= span.end:
        return in_sentence_case(words, report.text)
    blank = min(line.span.end, span.end) - span.begin
    return " " * blank + words[blank:]


def sentences_of(report: Report) -> Iterator[Span]:
    """The sentences of a report that can make claims: English, and not within a repeated passage; the dateline is cut off."""
    if not report.is_english:
        return
    for whole in split_sentences(report.text):
        if any(repeat.overlaps(whole) for repeat in report.repeats):
            continue
        yield from _parted(report, whole)


def _parted(report: Report, span: Span) -> Iterator[Span]:
    """A sentence, parted from what stands before the dateline on its line: "Press release KABUL, Afghanistan (June 5) The army"."""
    line = report.dateline
    if line is None or not span.begin < line.span.begin < span.end:
        yield span
        return
    before = report.text[span.begin : line.span.begin].rstrip()
    yield Span(span.begin, span.begin + len(before))
    yield Span(line.span.begin, span.end)
