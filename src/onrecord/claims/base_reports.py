"""Whether a report is about bases that change hands, so that later towns, numbers and list items may stand for bases."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onrecord.lexicon.triggers import load_triggers
from onrecord.model import Kind
from onrecord.nlp.lists import heading_of

BASES = frozenset(
    """base bases camp camps post posts airbase airbases airfield airfields outpost outposts embassy embassies garrison garrisons
    installation installations barracks""".split()
)
LOOSE = frozenset(
    """give gives gave given giving take takes took taken taking build builds built building pass passes passed passing return returns
    host hosts hosted hosting open opens opening set sets setting storm""".split()
)
FOLLOWING = frozenset("follow follows followed".split())
OPENING = frozenset("the a an it in on at this that these those he she they we i its their his but and".split())
COUNTS = frozenset("one two three four five six seven eight nine ten eleven twelve both it".split())
WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*|\d[\d,.]*")


@lru_cache(maxsize=64)
def speaks_of_bases(text: str) -> bool:
    """Whether a sentence of a report tells of bases that change hands or state."""
    return any(
        not lower.isdisjoint(BASES) and not lower.isdisjoint(_changing() - LOOSE)
        for sentence in re.split(r"\n|(?<=[a-z)])[.?!:]\s", text)
        if (lower := {word.lower() for word in WORD.findall(sentence)})
    )


@cache
def _changing() -> frozenset[str]:
    return frozenset(form for trigger in load_triggers() if trigger.kind is Kind.SITE for form in trigger.forms())


def may_name_a_base(text: str, begin: int, end: int) -> bool:
    """Whether a sentence of a report on bases may tell of one without a word for it: "Kidal was vacated first", "Two have been
    transferred", "Tessalit followed on 13 November", or an item of a list."""
    if heading_of(text, begin) is not None:
        return True
    words = WORD.findall(text[begin:end])
    lower = {word.lower() for word in words}
    if lower.isdisjoint(_changing() | FOLLOWING):
        return False
    return any(word[0].isupper() and word.lower() not in OPENING for word in words) or not lower.isdisjoint(COUNTS)
