"""Words by which a report tells one more of a kind: "a further $800 million", "another 500 troops", "$70 million more"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onrecord.lexicon.words import phrases
from onrecord.model import Entry

NEAR = 3
"""Words between such a word and the number, at most; another number between them has it."""
LOOKED_AT = 80


def is_further(entry: Entry) -> bool:
    """Whether the words say that the number of a claim comes on top of what there was before.

    They are looked for beside the number, as far as the claim says where it stands.
    """
    claim = entry.claim
    span = claim.spans.get("quantity")
    if span is None or not claim.evidence.covers(span):
        return False
    begin, end = span.begin - claim.evidence.begin, span.end - claim.evidence.begin
    return _says_further(entry.words[max(0, begin - LOOKED_AT) : end], entry.words[end : end + LOOKED_AT])


@lru_cache(maxsize=4096)
def _says_further(before: str, after: str) -> bool:
    """Whether the words up to a number, or those after it, say that it is one more.

    >>> _says_further("Northland will give a further $10 million", " in aid")
    True
    >>> _says_further("Northland gave $10 million", " more"), _says_further("Northland gave another tent and $10 million", "")
    (True, False)
    """
    head, tail = _patterns()
    return bool(head.search(before) or tail.search(after))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, after = ("|".join(map(re.escape, phrases("further", name))) for name in ("before", "after"))
    money = r"[$€£]?\d[\w.,$€£]*(?: \w+)?"
    between = rf"(?:\s+(?!and\b|or\b)[^\W\d][\w'’.-]*){{0,{NEAR}}}"
    return (
        re.compile(rf"(?:^|[\s(])(?:{before}){between}\s+(?:{money}|[^\W\d][\w-]*(?: [^\W\d]\w*)?)$"),
        re.compile(rf"^\s+(?:(?:in|of|worth of)\s+)?(?:{after})\b"),
    )
