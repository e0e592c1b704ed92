"""Two figures that make one: ranges ("3 to 5", "between 5% and 6%") and changes ("from 5,200 to 3,000", "by 500 to 2,500")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from onrecord.finders.quantities.figure import Figure, Unit, UnitKind
from onrecord.finders.quantities.movement import moves_before
from onrecord.finders.quantities.numerals import rescaled
from onrecord.finders.quantities.sentence import Reading

DASH = re.compile(r"\s?[-‐‑–—]\s?")
TO = re.compile(r"(?:\s|-)+to(?:\s|-)+(?:as\s(?:many|much)\sas\s)?")
OR = re.compile(r"\s+or\s+")
ENDS_IN = {word: re.compile(rf"(?:^|[\s(,]){word}[\s-]*$", re.IGNORECASE) for word in ("to", "and", "from")}
STANDS_BEFORE = {
    word: re.compile(rf"(?:^|[\s(,-]){word}\s+(?:the\s+)?$", re.IGNORECASE) for word in ("from", "between", "by", "to")
}
LISTED = re.compile(r"(?:^|[\s,;(-])(?:and|or|but|from|than|to|plus|versus|while)\s+(?:the\s+)?$|[,;(]\s*$")
OF_THE = re.compile(r"\s+(?:out\s+)?of\s+(?:the|its|their|those|these|a total of)\s+")
SUSPENDED = re.compile(r"-,?\s+(?:(?:and|or|to)\s+)?|\s+or\s+")
SAME_AGAIN = re.compile(r"\s?[(/]\s?|\s/\s")
RANGED = re.compile(r"\b(?:rang\w+|var(?:y|ies|ied|ying))\b")
MAX_GAP = 90


class Join(Enum):
    """How the figures of a finding belong together."""

    SINGLE = "single"
    RANGE = "range"
    CHANGE = "change"
    DELTA = "delta"


@dataclass(frozen=True, slots=True)
class Finding:
    """One figure, or two that make a range or a change."""

    join: Join
    first: Figure
    second: Figure | None = None

    @property
    def last(self) -> Figure:
        """The figure that ends it."""
        return self.second or self.first


def join_figures(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """The findings of a sentence, left to right; what one figure leaves out its neighbour lends."""
    at, before = 0, None
    figures = _suspended(reading, figures)
    while at < len(figures):
        first = _lent(reading, before, figures[at])
        second = figures[at + 1] if at + 1 < len(figures) else None
        if second is not None and _is_score(reading, first, second):
            at += 2
            continue
        found = _pair(reading, first, second) if second is not None else None
        if found is None:
            found = Finding(Join.SINGLE, _of_the(reading, first, second) if second is not None else first)
        yield found
        before = found.last
        at += 2 if found.second is not None else 1


def _pair(reading: Reading, first: Figure, second: Figure) -> Finding | None:
    """The two as a range or a change, if words or a dash join them."""
    gap = reading.text[first.end : second.begin] if first.end < second.begin else ""
    if not gap or len(gap) > MAX_GAP or not _same_unit(first, second):
        return None
    join = _join(reading, first, second, gap)
    if join is None:
        return None
    first, second = _scaled(first, second), second
    first, second = _with_unit(first, second), _with_unit(second, first)
    if join is Join.RANGE and first.value >= second.value:
        join = Join.CHANGE if ENDS_IN["to"].search(gap) and not DASH.fullmatch(gap) else None
    return Finding(join, first, second) if join is not None else None


def _join(reading: Reading, first: Figure, second: Figure, gap: str) -> Join | None:
    before = reading.before(first.begin, 12)
    if STANDS_BEFORE["between"].search(before):
        return Join.RANGE if ENDS_IN["and"].search(gap) else None
    if STANDS_BEFORE["from"].search(before) and ENDS_IN["to"].search(gap):
        return Join.CHANGE if _is_change(reading, first, second) else Join.RANGE
    if STANDS_BEFORE["by"].search(before) and re.fullmatch(r"\s+to\s+", gap):
        is_range = first.is_bare and second.value <= 10 * first.value and first.value < second.value and not _counts(second)
        return Join.RANGE if is_range or first.unit.kind is UnitKind.MEASURE else _delta(first)
    if DASH.fullmatch(gap) or TO.fullmatch(gap):
        return Join.RANGE if first.is_bare or not second.is_bare or first.unit.begin < first.number.begin else None
    if OR.fullmatch(gap) and first.sign == second.sign == "=" and 0 < first.value < second.value <= 2 * first.value + 1:
        return Join.RANGE
    return None


def _counts(figure: Figure) -> bool:
    return figure.unit.kind is UnitKind.NOUN


def _delta(first: Figure) -> Join | None:
    return Join.DELTA if not first.negative else None


def _is_change(reading: Reading, first: Figure, second: Figure) -> bool:
    """ "from 5,200 to 3,000" falls, so it is a change; upward it is one where a verb of change, not of ranging, leads to it."""
    lead = reading.before(first.begin, 60)
    if RANGED.search(lead):
        return False
    return first.value > second.value or moves_before(reading, first.begin)


def _same_unit(first: Figure, second: Figure) -> bool:
    return first.is_bare or second.is_bare or first.unit.name == second.unit.name


def _with_unit(figure: Figure, other: Figure) -> Figure:
    """The figure counting what the other does, where its own words say nothing; the noun stays the other's."""
    if not figure.is_bare or other.is_bare:
        return figure
    lent: Unit = replace(other.unit, begin=figure.unit.begin, end=figure.unit.end, noun=None)
    return replace(figure, unit=lent)


def _scaled(first: Figure, second: Figure) -> Figure:
    """ "1 to 2 thousand", "$89 to $93 billion": the multiplier holds for both."""
    one, two = first.numeral, second.numeral
    if two.scale > 1 == one.scale and one.coefficient < two.coefficient and not one.share:
        return replace(first, numeral=rescaled(one, two.scale))
    return first


def _is_score(reading: Reading, first: Figure, second: Figure) -> bool:
    """ "2-0", "a 52-48 vote": two bare numbers with a dash that do not rise or measure anything."""
    gap = reading.text[first.end : second.begin] if first.end < second.begin else " "
    return first.is_bare and second.is_bare and DASH.fullmatch(gap) is not None and first.sign == "="


def _suspended(reading: Reading, figures: Sequence[Figure]) -> list[Figure]:
    """ "four-, five- and six-wheel trucks", "9 or 15 bases": the noun comes with the last number, and counts for all."""
    lent = list(figures)
    for at in range(len(lent) - 2, -1, -1):
        first, second = lent[at], lent[at + 1]
        if first.is_bare and not second.is_bare and SUSPENDED.fullmatch(reading.text[first.end : second.begin]):
            lent[at] = _with_unit(first, second)
    return lent


def _lent(reading: Reading, before: Figure | None, figure: Figure) -> Figure:
    """ "2,500 in Iraq and 900 in Syria": a bare number in a list counts what the one before it counted."""
    if before is None:
        return figure
    if figure.sign == "=" and before.sign != "=" and SAME_AGAIN.fullmatch(reading.text[before.end : figure.begin]):
        return replace(figure, sign=before.sign)
    if not figure.is_bare:
        return figure
    if before.unit.kind is UnitKind.MEASURE and STANDS_BEFORE["by"].search(reading.before(figure.begin, 4)):
        return _with_unit(figure, before)
    if before.unit.kind is not UnitKind.NOUN:
        return figure
    return _with_unit(figure, before) if LISTED.search(reading.before(figure.begin, 14)) else figure


def _of_the(reading: Reading, first: Figure, second: Figure) -> Figure:
    """ "280 of the 1,500 prisoners": the part counts what the whole does."""
    gap = reading.text[first.end : second.begin] if first.end < second.begin else ""
    return _with_unit(first, second) if OF_THE.fullmatch(gap) else first
