"""An attribution in the making: pieces of content, cue and source that later rules may still lengthen."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Span
from onrecord.nlp.tokens import Doc, Token

EDGE = frozenset(",;:—–-") | {"--", "..", "―"}
QUOTES = frozenset("“”„«»\"'‘’`") | {"''", "``"}
OPENING = frozenset(["that", "and", "but", "or"])


@dataclass(slots=True)
class Draft:
    """What one cue gives: spans in the report's text. ``sentence`` is the index of the cue's sentence."""

    cue: Span
    content: list[Span]
    source: list[Span]
    manner: str
    rule: str
    sentence: int = 0
    head: Token | None = None
    nested: bool = False
    unsourced: bool = False
    chance: float = 1.0
    on_record: bool = True

    @property
    def extent(self) -> Span:
        """From the first to the last of its words."""
        pieces = [self.cue, *self.content, *self.source]
        return Span(min(piece.begin for piece in pieces), max(piece.end for piece in pieces))

    def add(self, span: Span) -> None:
        """Takes ``span`` into the content, joined with the pieces that it touches."""
        if self.content and self.content[-1].end < span.begin:
            self.content.append(span)
            return
        kept = []
        for piece in self.content:
            if piece.begin <= span.end and span.begin <= piece.end:
                span = span.join(piece)
            else:
                kept.append(piece)
        self.content = sorted([*kept, span])


def stretch(doc: Doc, first: int, last: int, base: int, *, marks: bool = True) -> Span | None:
    """The tokens ``first`` to ``last`` as a span of the report, without commas, blanks and "that" at its edges.

    Without ``marks``, quotation marks at the edges are left out too.
    """
    edge = EDGE if marks else EDGE | QUOTES
    while first <= last and (doc[first].text in edge or doc[first].lower_ in OPENING or doc[first].is_space):
        first += 1
    while last >= first and (doc[last].text in edge or doc[last].text == "." or doc[last].is_space):
        last -= 1
    if first > last:
        return None
    return Span(base + doc[first].idx, base + doc[last].idx + len(doc[last]))


def without(first: int, last: int, holes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The range of tokens ``first`` to ``last``, both included, without the ranges in ``holes``."""
    ranges = []
    for begin, end in sorted(holes):
        if end < first or begin > last:
            continue
        if begin > first:
            ranges.append((first, begin - 1))
        first = max(first, end + 1)
    if first <= last:
        ranges.append((first, last))
    return ranges


def spans_of(doc: Doc, ranges: list[tuple[int, int]], base: int, *, marks: bool = True) -> list[Span]:
    """The ranges of tokens as spans of the report; those of punctuation alone are left out."""
    found = (stretch(doc, first, last, base, marks=marks) for first, last in ranges)
    return [span for span in found if span is not None]


def token_span(token: Token, base: int) -> Span:
    """Where the token stands in the report."""
    return Span(base + token.idx, base + token.idx + len(token))
