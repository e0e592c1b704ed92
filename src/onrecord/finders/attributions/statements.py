"""Statements given without quotation marks: "The minister said:" and then, line by line, what was said, as press offices print it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.finders.attributions.drafts import Draft, spans_of, token_span
from onrecord.finders.attributions.quotations import Quotes
from onrecord.finders.attributions.sources import phrase, source_of
from onrecord.lexicon.attribution import Cue, cues
from onrecord.nlp import Sentence
from onrecord.nlp.tokens import Token

MAX_SENTENCES = 80
GIVING = frozenset("released issued provided made gave posted sent published offered delivered".split())
ANNOUNCED = frozenset("statement statements remarks comments message tweet letter".split())
ENDING = re.compile(
    r"(?i)^(?:notes? (?:to|for) editors|further information|background|media (?:enquiries|contact)|ends?\b|###|\* \* \*|contact|follow\b|for (?:more|journalists))"
)


def statement_drafts(
    sentences: Sequence[Sentence], waiting: dict[int, list[tuple[Token, Cue]]], quotes: Quotes
) -> Iterator[Draft]:
    """A sentence that ends in "said:" hands the sentences after it to its speaker, up to the next such one or a closing heading."""
    openings = [
        number
        for number, cues in waiting.items()
        if _opens(sentences, number, quotes) and any("quote" in cue.patterns for _, cue in cues)
    ]
    for place, number in enumerate(openings):
        verb, cue = waiting[number][-1]
        source = source_of(verb)
        if source is None:
            continue
        base = sentences[number].span.begin
        last = openings[place + 1] if place + 1 < len(openings) else len(sentences)
        content = []
        for sentence in sentences[number + 1 : min(last, number + 1 + MAX_SENTENCES)]:
            if ENDING.match(sentence.text):
                break
            content.append(sentence.span)
        if content:
            named = spans_of(verb.doc, [phrase(source, cue=verb)], base, marks=False)
            draft = Draft(token_span(verb, base), content, named, cue.manner, "statement", head=source)
            draft.sentence = number
            yield draft


def add_papers(sentences: Sequence[Sentence], waiting: dict[int, list[tuple[Token, Cue]]]) -> None:
    """ "Gen. Votel released the following statement:": the verb behind a paper that a sentence announces waits for its words, too."""
    cue = next(entry for entry in cues("verb") if entry.lemma == "say")
    for number, sentence in enumerate(sentences):
        if sentence.doc is None or number in waiting or not sentence.text.rstrip().endswith(":"):
            continue
        paper = next((token for token in reversed(sentence.doc) if token.lower_ in ANNOUNCED), None)
        verb = paper.head if paper is not None and paper.dep_ in ("dobj", "nsubjpass", "ccomp") else None
        if verb is not None and verb.lower_ in GIVING and source_of(verb) is not None:
            waiting[number] = [(verb, cue)]


def _opens(sentences: Sequence[Sentence], number: int, quotes: Quotes) -> bool:
    """Whether a sentence ends in a colon and the next does not open a quotation."""
    if not sentences[number].text.rstrip().endswith(":") or number + 1 >= len(sentences):
        return False
    return next(quotes.overlapping(sentences[number + 1].span), None) is None
