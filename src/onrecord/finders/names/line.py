"""A parsed sentence as its words: folded, tagged, and tied to the next one or not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from onrecord.lexicon.folding import Word, joined, words_in
from onrecord.nlp.tokens import Doc, Token

TIE = re.compile(r"(?:['’][sS]?)?(?: ?[-–‑] ?|\s{1,2}['’‘`]?)")
NAME_TIE = re.compile(r"\.? |-|\.? [\"“‘]|[\"”’] ")
PROPER = frozenset(["NNP", "NNPS"])
COMPASS = frozenset("north south east west northern southern eastern western central".split())
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset("january february march april may june july august september october november december".split())
NOT_IN_NAMES = COMPASS | DAYS | MONTHS | {"operation", "operations"}


@dataclass(slots=True)
class Line:
    """The words of one sentence. ``ties[i]`` says whether a name may run on from word ``i`` to the next."""

    text: str
    words: list[Word]
    tags: list[str]
    ties: list[bool]
    capital: list[bool]
    tokens: list[Token]
    seen: frozenset[str]
    """The folded words, by which a rule knows that it has nothing to look for."""
    _keys: dict[tuple[int, int], str] = field(default_factory=dict)

    def key(self, i: int, j: int) -> str:
        """The words from ``i`` up to ``j`` as a key of the lexicon's tables."""
        key = self._keys.get((i, j))
        if key is None:
            key = self._keys[i, j] = joined(self.words[i:j])
        return key

    def form(self, i: int, j: int) -> str:
        """The text of the words from ``i`` up to ``j``."""
        return self.text[self.words[i].begin : self.words[j - 1].end]

    def gap(self, i: int) -> str:
        """What stands between word ``i`` and the next."""
        return self.text[self.words[i].end : self.words[i + 1].begin]

    def folded(self, i: int) -> str:
        """The folded word ``i``, empty outside the sentence."""
        return self.words[i].folded if 0 <= i < len(self.words) else ""

    def is_proper(self, i: int) -> bool:
        """Whether word ``i`` has a capital and is tagged a proper noun."""
        return i < len(self.words) and self.capital[i] and self.tags[i] in PROPER and self.words[i].folded not in NOT_IN_NAMES

    def close(self, i: int) -> bool:
        """Whether the next word follows without more than a blank or hyphen: "Syria's Idlib" is two names."""
        return self.ties[i] and self.gap(i)[0] not in "'’"

    def run(self, i: int, most: int) -> int:
        """Where the words tied to ``i`` end, ``most`` of them at the utmost."""
        j, end = i + 1, min(len(self.words), i + most)
        while j < end and self.ties[j - 1]:
            j += 1
        return j

    def proper_run(self, i: int, most: int) -> int:
        """Where the proper nouns tied to each other from ``i`` on end; ``i`` itself where there is none."""
        j, end = i, min(len(self.words), i + most)
        while j < end and self.is_proper(j) and (j == i or self.close(j - 1)):
            j += 1
        return j


def read_line(doc: Doc) -> Line:
    """The sentence as words with the tags of the tokens that they begin in."""
    text = doc.text
    words = words_in(text)
    tags, starts = [token.tag_ for token in doc], [token.idx for token in doc]
    at, own = 0, []
    for word in words:
        while at + 1 < len(starts) and starts[at + 1] <= word.begin:
            at += 1
        own.append(at)
    ties = [text[a.end : b.begin] == " " or TIE.fullmatch(text, a.end, b.begin) is not None for a, b in pairwise(words)]
    capital = [text[word.begin].isupper() for word in words]
    seen = frozenset(word.folded for word in words)
    return Line(text, words, [tags[k] for k in own], [*ties, False][: len(words)], capital, [doc[k] for k in own], seen)


@dataclass(frozen=True, slots=True)
class Cues:
    """Words around a name that say what it is."""

    saying: frozenset[str] = frozenset(
        """
        said says told added announced stated wrote warned confirmed denied claimed tweeted argued noted explained
        declared insisted stressed urged vowed pledged acknowledged reported testified replied asked called
        thanked welcomed condemned visited met spoke arrived ordered
        """.split()
    )
    saying_before: frozenset[str] = frozenset(
        "said says added announced stated wrote warned confirmed tweeted argued noted explained declared replied".split()
    )
    """Those that stand before their subject: "…", said Ann Holm."""
    before_places: frozenset[str] = frozenset(
        """
        in near at to from around outside into towards toward inside across through within throughout leaving
        between
        """.split()
    )
    over_places: frozenset[str] = frozenset(
        """
        left entered reached took seized captured recaptured retook liberated besieged shelled bombed struck hit overran attacked
        stormed fled
        """.split()
    )
    """What is done to a place by name: "Rockets hit Manbij"."""
    near: frozenset[str] = frozenset(["near"])


CUES = Cues()
