"""A parsed sentence as plain Python objects: words with their tags, heads and labels.

The names are spaCy's, but nothing here needs it. Rules look at each word many hundred times, and a plain attribute is read
several times faster than one of a spaCy ``Token``, which is made anew at every look.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import overload


class Token:
    """A word: ``i`` is its place in the sentence, ``idx`` that of its first character.

    ``tag_`` is a tag of the Penn Treebank, ``dep_`` a label of CLEAR, ``head`` the word it depends on (the root: itself).
    Two tokens are equal only if they are the same.
    """

    __slots__ = ("_subtree", "children", "dep_", "doc", "head", "i", "idx", "lower_", "tag_", "text", "whitespace_")

    children: tuple[Token, ...]
    head: Token

    def __init__(self, doc: Doc, i: int, idx: int, text: str, lower: str, tag: str, dep: str, space: str) -> None:
        self.doc = doc
        self.i = i
        self.idx = idx
        self.text = text
        self.lower_ = lower
        self.tag_ = tag
        self.dep_ = dep
        self.whitespace_ = space
        self.head = self
        self.children = ()
        self._subtree: tuple[Token, ...] | None = None

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    @property
    def lefts(self) -> list[Token]:
        """The children before the word."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """The children behind the word."""
        return [child for child in self.children if child.i > self.i]

    @property
    def subtree(self) -> tuple[Token, ...]:
        """The word and all below it, in the order of the text."""
        if self._subtree is None:
            found = [self]
            for token in found:
                found += token.children
            self._subtree = tuple(sorted(found, key=_place))
        return self._subtree

    @property
    def left_edge(self) -> Token:
        """The first word of the subtree."""
        return self.subtree[0] if self.children else self

    @property
    def right_edge(self) -> Token:
        """The last word of the subtree."""
        return self.subtree[-1] if self.children else self

    @property
    def ancestors(self) -> Iterator[Token]:
        """The words above, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def nbor(self, distance: int = 1) -> Token:
        """The word so many places further on. Raises ``IndexError`` beyond either end of the sentence."""
        if self.i + distance < 0:
            raise IndexError(f"no word stands {-distance} before word {self.i}")
        return self.doc[self.i + distance]

    @property
    def is_punct(self) -> bool:
        """Whether it is punctuation and nothing else."""
        return all(unicodedata.category(sign).startswith("P") for sign in self.text)

    @property
    def is_space(self) -> bool:
        """Whether it is white space and nothing else."""
        return self.text.isspace()


class Doc(Sequence[Token]):
    """The words of a sentence in order; ``text`` is the sentence."""

    __slots__ = ("_begins", "text", "tokens")

    def __init__(
        self,
        words: Sequence[str],
        spaces: Sequence[bool] | None = None,
        *,
        tags: Sequence[str] = (),
        deps: Sequence[str] = (),
        heads: Sequence[int] = (),
    ) -> None:
        """``spaces`` says behind which words a space stands (all but the last); ``heads`` are places in the sentence."""
        spaces = spaces if spaces is not None else [True] * (len(words) - 1) + [False]
        tokens: list[Token] = []
        at = 0
        for i, (word, space) in enumerate(zip(words, spaces, strict=True)):
            tag, dep = tags[i] if tags else "", deps[i] if deps else ""
            tokens.append(Token(self, i, at, word, word.lower(), tag, dep, " " if space else ""))
            at += len(word) + bool(space)
        self.tokens = tokens
        self.text = "".join(token.text + token.whitespace_ for token in tokens)
        self._begins = [token.idx for token in tokens]
        below: list[list[Token]] = [[] for _ in tokens]
        for token, head in zip(tokens, heads, strict=False):
            token.head = tokens[head]
            if head != token.i:
                below[head].append(token)
        for token, children in zip(tokens, below, strict=True):
            token.children = tuple(children)

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...

    @overload
    def __getitem__(self, place: slice) -> list[Token]: ...

    def __getitem__(self, place: int | slice) -> Token | list[Token]:
        return self.tokens[place]

    def covering(self, begin: int, end: int) -> list[Token]:
        """The words that these characters touch.

        >>> Doc(["Forty", "rockets", "fell"]).covering(7, 10)
        [rockets]
        """
        first = max(bisect_right(self._begins, begin) - 1, 0)
        touching = []
        for token in self.tokens[first:]:
            if token.idx >= end:
                break
            if token.idx + len(token.text) > begin:
                touching.append(token)
        return touching


def words_between(first: Token, last: Token) -> str:
    """The text from one word to another."""
    return first.doc.text[first.idx : last.idx + len(last.text)]


def root_of(words: Sequence[Token]) -> Token:
    """The highest of some words in the parse, the first of several. Raises ``ValueError`` where there are none."""
    inside = set(map(_place, words))
    tops = [token for token in words if token.head is token or token.head.i not in inside]
    return tops[0] if len(tops) == 1 else min(tops, key=lambda token: (sum(1 for _ in token.ancestors), token.i))


def _place(token: Token) -> int:
    return token.i
