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
from onrecord.lexicon.units import noun_units, singular, words_of

DASH = re.compile(r"\s?[-‐‑–—]\s?")
TO = re.compile(r"(?:\s|-)+to(?:\s|-)+(?:as\s(?:many|much)\sas\s)?")
OR = re.compile(r"\s+or\s+")
ENDS_IN = {word: re.compile(rf"(?:^|[\s(,]){word}[\s-]*$", re.IGNORECASE) for word in ("to", "and", "from")}
STANDS_BEFORE = {
    word: re.compile(rf"(?:^|[\s(,-]){word}\s+(?:the\s+)?$", re.IGNORECASE) for word in ("from", "between", "by", "to")
}
LEADS = re.compile(r"(?:^|[\s(,-])((?:from|between|by)\s+(?:the\s+)?)$", re.IGNORECASE)
COMPARED = re.compile(r"\b(?:from|than)\s+(?:the\s+)?$")
STATED = re.compile(r"\b(?:from|to|at|by|of|is|was|are|were|than|totalled|totaled|reached|numbered|between)\s+(?:the\s+)?$")
LISTED = re.compile(r"(?:^|[\s,;(-])(?:and|or|but|from|than|to|plus|versus|while)\s+(?:the\s+)?$|[,;(]\s*$")
OF_THE = re.compile(r"\s+(?:out\s+)?of\s+(?:the|its|their|those|these|a total of)\s+")
SUSPENDED = re.compile(r"-,?\s+(?:(?:and|or|to)\s+)?|\s+or\s+|\s[A-Z]\w{2,20}(?:\s(?:and|or)|,)\s")
SAME_AGAIN = re.compile(r"\s?[(/]\s?|\s/\s")
RANGED = re.compile(r"\b(?:rang\w+|var(?:y|ies|ied|ying))\b")
MAX_GAP = 90
FAR = 14
FEWEST = 10


class Join(Enum):
    """How the figures of a finding belong together."""

    SINGLE = "single"
    RANGE = "range"
    CHANGE = "change"
    DELTA = "delta"


@dataclass(frozen=True, slots=True)
class Finding:
    """One figure, or two that make a range or a change; ``opened`` is how long the "between", "from" or "by" before them is."""

    join: Join
    first: Figure
    second: Figure | None = None
    opened: int = 0

    @property
    def begin(self) -> int:
        """Where its words begin."""
        return self.first.begin - self.opened

    @property
    def last(self) -> Figure:
        """The figure that ends it."""
        return self.second or self.first


def join_figures(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """The findings of a sentence, left to right; what one figure leaves out its neighbour lends."""
    at, before, lead = 0, None, None
    figures = _suspended(reading, figures)
    while at < len(figures):
        first, second = figures[at], figures[at + 1] if at + 1 < len(figures) else None
        if second is not None and _is_score(reading, first, second):
            at += 2
            continue
        found = _pair(reading, first, second) if second is not None else None
        if found is None:
            first = _of_the(reading, first, second) if second is not None else first
            found = Finding(Join.SINGLE, _lent(reading, before, lead, first))
        elif found.first.is_bare:
            unit = _lent(reading, before, lead, found.first)
            found = replace(found, first=unit, second=_with_unit(found.last, unit))
        found = _spoken_of(reading, found)
        yield found
        before = found.last
        lead = lead or (before if before.unit.kind is UnitKind.NOUN else None)
        at += 2 if found.second is not None else 1


def _pair(reading: Reading, first: Figure, second: Figure) -> Finding | None:
    """The two as a range or a change, if words or a dash join them."""
    gap = reading.text[first.end : second.begin] if first.end < second.begin else ""
    if not gap or len(gap) > MAX_GAP or not _same_unit(first, second):
        return None
    join = _join(reading, first, second, gap)
    if join is None:
        return None
    first = _scaled(first, second)
    first, second = _with_unit(first, second), _with_unit(second, first)
    if join is Join.RANGE and first.value > second.value and STANDS_BEFORE["between"].search(reading.before(first.begin, 12)):
        first, second = replace(first, numeral=second.numeral), replace(second, numeral=first.numeral)
    if join is Join.RANGE and first.value >= second.value:
        join = Join.CHANGE if ENDS_IN["to"].search(gap) and not DASH.fullmatch(gap) else None
    opened = LEADS.search(reading.before(first.begin, 12))
    return Finding(join, first, second, len(opened[1]) if opened else 0) if join is not None else None


def _join(reading: Reading, first: Figure, second: Figure, gap: str) -> Join | None:
    before = reading.before(first.begin, 12)
    if STANDS_BEFORE["between"].search(before):
        return Join.RANGE if ENDS_IN["and"].search(gap) or DASH.fullmatch(gap) else None
    if STANDS_BEFORE["from"].search(before) and ENDS_IN["to"].search(gap):
        return Join.CHANGE if _is_change(reading, first, second) else Join.RANGE
    if STANDS_BEFORE["by"].search(before) and re.fullmatch(r"\s+to\s+", gap):
        return _by_to(first, second)
    if DASH.fullmatch(gap) or TO.fullmatch(gap):
        is_open = first.is_bare or not second.is_bare or first.unit.begin < first.number.begin
        return Join.RANGE if is_open or _has_no_words(first) else None
    low = _scaled(first, second).value
    if OR.fullmatch(gap) and first.sign == second.sign == "=" and 0 < low < second.value <= 2 * low + 1:
        return Join.RANGE
    return None


def _has_no_words(figure: Figure) -> bool:
    """ "killed 5 to 7": what is counted is known and not written after the number."""
    return figure.unit.kind is UnitKind.NOUN and figure.unit.end == figure.number.end


def _by_to(first: Figure, second: Figure) -> Join | None:
    """ "by 500 to 2,500" says what is left, "by 10 to 15" and "by 2 to 2.5 degrees" how much: the latter stay near each other."""
    if second.unit.kind is UnitKind.MEASURE or first.value < second.value <= 2 * first.value:
        return Join.RANGE
    is_sum_to_sum = first.unit.kind is second.unit.kind
    return Join.DELTA if first.value >= 0 and (first.is_bare or is_sum_to_sum) else None


def _is_change(reading: Reading, first: Figure, second: Figure) -> bool:
    """ "from 5,200 to 3,000" falls, so it is a change; upward it is one where a verb of change, not of ranging, leads to it."""
    lead = reading.before(first.begin, 60)
    if RANGED.search(lead):
        return False
    return first.value > second.value or moves_before(reading, first.begin) is not None


def _same_unit(first: Figure, second: Figure) -> bool:
    return first.is_bare or second.is_bare or first.unit.name == second.unit.name


def _with_unit(figure: Figure, other: Figure) -> Figure:
    """The figure counting what the other does, where its own words say nothing; the noun stays the other's."""
    if not figure.is_bare or other.is_bare:
        return figure
    lent: Unit = replace(other.unit, begin=figure.unit.begin, end=figure.unit.end, noun=None)
    return replace(figure, unit=lent)


def _scaled(first: Figure, second: Figure) -> Figure:
    """ "3 to 4 thousand", "$4 to $6 billion": the multiplier holds for both."""
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


def _spoken_of(reading: Reading, found: Finding) -> Finding:
    """ "the number of troops fell to 3,000": a whole number without a noun counts the people spoken of just before."""
    first = found.first
    if first.rule == "others":
        unit = _people(first, "person") if first.is_bare else first.unit
        return replace(found, first=replace(first, unit=unit, rule="count"))
    if not first.is_bare or not isinstance(first.value, int) or first.value < FEWEST:
        return found
    if first.sign == "=" and not STATED.search(_lead_in(reading, found)):
        return found
    at = reading.piece_from(first.begin) - 1
    for step in range(FAR):
        counted = _people_at(reading, at - step)
        if counted is not None:
            spoken, last = (replace(figure, unit=_people(figure, counted)) for figure in (first, found.last))
            return replace(found, first=spoken, second=last if found.second is not None else None)
    return found


def _people_at(reading: Reading, at: int) -> str | None:
    """The unit of a noun for forces at ``at``, or of one for people whose number is spoken of ("the number of refugees")."""
    low = reading.piece(at).low
    if low in words_of("body"):
        return "personnel"
    unit = noun_units().get(low) or noun_units().get(singular(low))
    is_number_of = reading.piece(at - 1).low == "of" and reading.piece(at - 2).low in ("number", "total")
    return unit if unit == "personnel" or (unit == "person" and is_number_of) else None


def _lead_in(reading: Reading, found: Finding) -> str:
    """The words before a finding, with those that open a pair."""
    return reading.before(found.first.number.begin if found.second is not None else found.first.begin, 16)


def _people(figure: Figure, unit: str) -> Unit:
    return replace(figure.unit, kind=UnitKind.NOUN, name=unit, phrase=unit)


def _lent(reading: Reading, before: Figure | None, lead: Figure | None, figure: Figure) -> Figure:
    """ "2,500 in Iraq and 900 in Syria": a bare number in a list counts what the one before it counted, and one that is
    compared ("14 bases in five provinces, down from 22") what the sentence counted first (``lead``)."""
    if before is None:
        return figure
    if figure.sign == "=" and before.sign != "=" and SAME_AGAIN.fullmatch(reading.text[before.end : figure.begin]):
        return replace(figure, sign=before.sign)
    if not figure.is_bare:
        return figure
    if before.unit.kind is UnitKind.MEASURE and STANDS_BEFORE["by"].search(reading.before(figure.begin, 4)):
        return _with_unit(figure, before)
    if figure.rule in ("others", "addition") and before.unit.kind is UnitKind.NOUN:
        return _with_unit(figure, before)
    if lead is not None and COMPARED.search(reading.before(figure.begin, 12)):
        return _with_unit(figure, lead)
    if before.unit.kind is not UnitKind.NOUN:
        return figure
    return _with_unit(figure, before) if LISTED.search(reading.before(figure.begin, 14)) else figure


def _of_the(reading: Reading, first: Figure, second: Figure) -> Figure:
    """ "280 of the 1,500 prisoners": the part counts what the whole does."""
    gap = reading.text[first.end : second.begin] if first.end < second.begin else ""
    return _with_unit(first, second) if OF_THE.fullmatch(gap) else first
