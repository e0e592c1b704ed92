"""A sentence with all that the finders found in it, by token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from onrecord.claims.frames import Frame
from onrecord.claims.frames import frames as find_frames
from onrecord.claims.tree import within
from onrecord.model import Count, Mention, Name, NameKind, Span, Timex
from onrecord.nlp import Sentence
from onrecord.nlp.tokens import Doc, Token

V = TypeVar("V")


@dataclass(frozen=True, eq=False)
class Scene:
    """A parsed sentence of a report. Mentions have offsets in the sentence (``doc.text``); ``at`` gives the report's."""

    sentence: Sentence
    doc: Doc
    dates: tuple[Mention[Timex], ...] = ()
    counts: tuple[Mention[Count], ...] = ()
    names: tuple[Mention[Name], ...] = ()
    is_headline: bool = False
    base: str | None = None

    @property
    def is_question(self) -> bool:
        """Whether the sentence asks, and so claims nothing."""
        return self.sentence.text.rstrip("\"”’') ").endswith("?")

    def at(self, first: Token, last: Token | None = None) -> Span:
        """The span in the report from one token to another."""
        last = last or first
        return Span(first.idx, last.idx + len(last)).shift(self.sentence.span.begin)

    def in_report(self, span: Span) -> Span:
        """A span of the sentence as one of the report."""
        return span.shift(self.sentence.span.begin)

    def words(self, first: int, last: int) -> str:
        """The text from one token index to another, both included."""
        return self.sentence.text.replace("\n", " ")[self.doc[first].idx : self.doc[last].idx + len(self.doc[last])]

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of ``doc``, which spaCy makes anew on every pass."""
        return tuple(self.doc)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.idx for token in self.tokens]

    @cached_property
    def lower(self) -> frozenset[str]:
        """The words of the sentence in small letters."""
        return frozenset(token.lower_ for token in self.tokens)

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """The predicates of the sentence."""
        return tuple(find_frames(self.tokens))

    @cached_property
    def _names_by_token(self) -> dict[int, Mention[Name]]:
        return _by_token(self._starts, self.names)

    @cached_property
    def _counts_by_token(self) -> dict[int, Mention[Count]]:
        return _by_token(self._starts, self.counts)

    def name_at(self, token: Token) -> Mention[Name] | None:
        """The name that a token is part of."""
        return self._names_by_token.get(token.i)

    def count_at(self, token: Token) -> Mention[Count] | None:
        """The quantity that a token is part of."""
        return self._counts_by_token.get(token.i)

    def count_of(self, noun: Token) -> Mention[Count] | None:
        """The quantity that counts a noun: its own number, or "a total of 30 strikes" around it."""
        for mention in self.counts:
            counted = mention.value.noun
            if counted is not None and counted.begin <= noun.idx < counted.end:
                return mention
        for c in noun.children:
            counts = c.dep_ in ("nummod", "quantmod", "amod") or (c.dep_ == "appos" and not _is_of_them(c))
            if counts and (found := self.count_at(c)) is not None:
                return found
        return self.count_at(noun) if noun.tag_ == "CD" else None

    def tokens_of(self, span: Span) -> Sequence[Token]:
        """The tokens that a span of the sentence touches."""
        first = max(0, bisect_right(self._starts, span.begin) - 1)
        last = bisect_left(self._starts, span.end)
        return [t for t in self.tokens[first:last] if span.begin < t.idx + len(t)]

    def root_of(self, span: Span) -> Token | None:
        """The token of a span whose head lies outside it."""
        key = span.begin, span.end
        if key not in self._roots:
            self._roots[key] = self._find_root(span)
        return self._roots[key]

    @cached_property
    def _roots(self) -> dict[tuple[int, int], Token | None]:
        return {}

    def _find_root(self, span: Span) -> Token | None:
        tokens = self.tokens_of(span)
        inside = {t.i for t in tokens}
        roots = [t for t in tokens if t.head.i not in inside or t.head.i == t.i]
        if len({t.head.i for t in roots}) == 1:
            return roots[-1]
        return roots[0] if roots else None

    def names_in(self, top: Token, *kinds: NameKind) -> list[Mention[Name]]:
        """Names whose root lies below a token, in order."""
        found = []
        for mention in self.names:
            root = self.root_of(mention.span)
            if root is not None and (not kinds or mention.value.kind in kinds) and within(root, top):
                found.append(mention)
        return found


def _is_of_them(number: Token) -> bool:
    """ "the militants, one of them a commander": a part of what it stands behind, and not how many there are."""
    of = [c for c in number.children if c.dep_ == "prep" and c.lower_ == "of"]
    return any(c.lower_ in ("them", "whom", "these", "those", "which") for prep in of for c in prep.children)


def _by_token(starts: Sequence[int], mentions: Iterable[Mention[V]]) -> dict[int, Mention[V]]:
    """For each token, by where it begins, the first mention that covers it."""
    table: dict[int, Mention[V]] = {}
    for mention in mentions:
        first = max(0, bisect_right(starts, mention.span.begin) - 1)
        for i in range(first, bisect_left(starts, mention.span.end)):
            table.setdefault(i, mention)
    return table
