"""Candidates of annotated texts with what the network is told of each, and whether it is right."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.finders.attributions.quotations import Quotes
from onrecord.finders.attributions.tagger.candidates import candidates
from onrecord.finders.attributions.tagger.features import features
from onrecord.finders.attributions.verbs import cue_verbs
from onrecord.lexicon.attribution import cues
from onrecord.model import Span
from onrecord.nlp import Parser, split_sentences
from training.attribution.corpus import Document, Gold, Spans

WORD = re.compile(r"\w+(?:[.,'’]\w+)*")


@dataclass(slots=True)
class Row:
    """A candidate: the names of its features, its words, and whether it is an attribution of the text."""

    names: list[str]
    words: tuple[str, ...]
    right: bool


def rows_of(documents: Iterable[Document], parser: Parser) -> Iterator[Row]:
    """The rows of all candidates."""
    for document in documents:
        quotes = Quotes(document.text)
        starts = [word.start() for word in WORD.finditer(document.text)]
        spans = list(split_sentences(document.text))
        for span, doc in zip(spans, parser.parse(span.cut(document.text) for span in spans), strict=True):
            gold = [_in_words(row, span, starts) for row in document.gold]
            for candidate in candidates(doc, span.begin, cue_verbs(doc)):
                draft = candidate.draft
                cue, source, content = (_words(_pairs(part), starts) for part in ((draft.cue,), draft.source, draft.content))
                right = any(
                    cue & wanted[0] and _dice(content, wanted[2]) >= 0.5 and _same(source, wanted[1]) for wanted in gold
                )
                yield Row(*features(candidate, span.begin, quotes), right)


def rows_of_lexicon(parser: Parser) -> Iterator[Row]:
    """The sentences that the lexicon gives with its cues: what its rules make of an entry's own sentence is right, of its other wrong."""
    for cue in (*cues("verb"), *cues("noun")):
        for text, right in ((cue.says, True), (cue.leaves, False)):
            if not text:
                continue
            doc, quotes = next(iter(parser.parse([text]))), Quotes(text)
            for candidate in candidates(doc, 0, cue_verbs(doc)):
                if candidate.by_rule and candidate.cue.lower_ in cue.forms:
                    yield Row(*features(candidate, 0, quotes), right)


def _in_words(gold: Gold, sentence: Span, starts: Sequence[int]) -> tuple[frozenset[int], ...]:
    """Cue, source and content as numbers of words, as far as they stand in a sentence."""
    return tuple(
        _words(
            [(max(b, sentence.begin), min(e, sentence.end)) for b, e in part if b < sentence.end and e > sentence.begin], starts
        )
        for part in (gold.cue, gold.source, gold.content)
    )


def _pairs(spans: Iterable[Span]) -> Spans:
    return [(span.begin, span.end) for span in spans]


def _words(spans: Spans, starts: Sequence[int]) -> frozenset[int]:
    """The numbers of the words that begin in the spans."""
    return frozenset(n for b, e in spans for n in range(bisect_left(starts, b), bisect_right(starts, e - 1)))


def _dice(a: frozenset[int], b: frozenset[int]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def _same(given: frozenset[int], gold: frozenset[int]) -> bool:
    """Whether two sources are the same: half the words of the shorter one, the given one not much longer."""
    if not given or not gold:
        return not given and not gold
    shared = len(given & gold)
    return shared > 0 and 2 * shared >= min(len(given), len(gold)) and len(given) <= 2 * len(gold) + 3
