"""Datelines: where, when and by whom a report was filed, at the head of its first line of text."""

from __future__ import annotations

import re
from itertools import islice

from onrecord.model import Dateline, Span
from onrecord.readers.published import MONTH

FIRST_LINES = 5
"""Lines in which a dateline is looked for: a headline, a byline and a date may stand before it."""
LONGEST = 140
"""Characters within which the head of a dateline ends."""
LABELLED = 400
"""Characters within which it ends where a label stands before it ("For immediate release KABUL, Afghanistan (June 5)")."""

LINE = re.compile(r"\S[^\n]*")
# Upper-case words: "BAGHDAD", "AL-ASAD AIR BASE", "ST. PAUL", "BAGHDAD/ERBIL"; at least one has three letters or more.
LOUD = r"[^\W\d_a-z][^\W\d_a-z'’.]*(?:[-/ ][^\W\d_a-z][^\W\d_a-z'’.]*){0,4}"
CALM = r"[^\W\d_a-z][^\W\d_]*(?:[-' ’][^\W\d_]+){0,3}"
REGION = r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,3}"
BARE_MONTH = MONTH.replace("?P<month>", "?:")
DATE = rf"(?:{BARE_MONTH}\.? \d{{1,2}}(?:, ?\d{{4}})?|\d{{1,2}} {BARE_MONTH}\.?(?:,? \d{{4}})?)"
DASH = r"(?:\s*[—―]|\s+(?:–|--?|_)(?=\s)|--(?=\s))"
TAIL = (
    rf"(?P<regions>(?:, ?(?!{DATE}){REGION}){{0,2}})(?P<date>,? ?{DATE}|,? ?\({DATE}\))?"
    rf"(?: ?\((?P<agency>[^()\n]{{2,60}})\))?(?P<dash>{DASH})\s*(?P<next>\S)"
)
# A dateline whose day stands in brackets is known by that: no dash need end it, and a label may stand before it on its line.
DATED_HEAD = re.compile(rf"(?<!\S)(?P<city>{LOUD})(?P<regions>(?:, ?{REGION}){{1,2}}) ?\({DATE}\)(?P<dash>{DASH})?")
LOUD_HEAD = re.compile(rf"(?P<city>{LOUD}){TAIL}")
CALM_HEAD = re.compile(rf"(?P<city>{CALM}){TAIL}")

# Words in capitals that open a line before a dash and name no place: labels of desks, and bodies known by their initials.
LABEL = re.compile(
    r"analysis|breaking|briefing|column|comment(?:ary)?|correction|developing|editorial|exclusive|explainer|factbox|feature"
    r"|interview|live|news|newsletter|note|opinion|photos?|podcast|press|release|report|special|statement|summary|text|timeline"
    r"|transcript|updated?|urgent|video|watch|[a-z]{1,2}|nato|isis|isil|daesh|isaf|africom|centcom|eucom|unami|unifil|pentagon"
)


def find_dateline(text: str) -> Dateline | None:
    """The dateline in one of the first lines of ``text``, if one stands there.

    >>> find_dateline("BAGHDAD (Sample Wire) — The last convoy left.")
    Dateline(span=Span(begin=0, end=23), place='Baghdad', agency='Sample Wire')
    >>> find_dateline("The army — or what was left of it — moved north.") is None
    True
    """
    for line in islice(LINE.finditer(text), FIRST_LINES):
        found = _head(text, line.start(), min(line.end(), line.start() + LONGEST)) or _dated_head(
            text, line.start(), min(line.end(), line.start() + LABELLED)
        )
        if found is not None:
            return found
    return None


def _dated_head(text: str, begin: int, end: int) -> Dateline | None:
    found = DATED_HEAD.search(text, begin, end)
    if found is None:
        return None
    place = " ".join((_title_case(found["city"]) + found["regions"]).split())
    return Dateline(Span(found.start(), found.end()), place, None)


def _head(text: str, begin: int, end: int) -> Dateline | None:
    found = LOUD_HEAD.match(text, begin, end)
    if found is None or not _is_loud_place(found):
        found = CALM_HEAD.match(text, begin, end)
        if found is None or not (found["agency"] or found["date"]):
            return None
    place = " ".join((_title_case(found["city"]) + found["regions"]).split())
    agency = found["agency"].strip() if found["agency"] else None
    return Dateline(Span(begin, found.end("dash")), place, agency or None)


def _is_loud_place(found: re.Match[str]) -> bool:
    """Capitals before a dash are a place if more of a dateline stands there, or else if a sentence begins after the dash."""
    city = found["city"]
    words = re.findall(r"[^\W\d_]+", city.lower())
    if all(LABEL.fullmatch(word) for word in words) or max(map(len, words)) < 3:
        return False
    if found["regions"] or found["date"] or found["agency"]:
        return True
    following = found["next"]
    return len(city) > 3 and (following.isupper() or following.isdigit() or following in "\"'“‘«$")


def _title_case(city: str) -> str:
    """ "AL-ASAD AIR BASE" as "Al-Asad Air Base"; what is not all capitals, and "D.C.", stays as it is written."""
    if not city.isupper():
        return city
    return re.sub(r"[^\W\d_][^\W\d_'’.]*(?:['’.][^\W\d_]+)*\.?", lambda word: _one_word(word.group()), city)


def _one_word(word: str) -> str:
    return word if re.fullmatch(r"(?:\w\.)+\w?", word) else word[0] + word[1:].lower()
