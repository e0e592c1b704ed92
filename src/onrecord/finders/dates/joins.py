"""Expressions that stand together: times with their day, ranges, parts of a year, steps from a date."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from onrecord.finders.dates.calendar import iso, shift
from onrecord.finders.dates.clause import Direction
from onrecord.finders.dates.days import Beside, with_neighbour
from onrecord.finders.dates.grammar import Found
from onrecord.finders.dates.meanings import CalendarDate, Clock, Length
from onrecord.finders.dates.prepositions import Lead, with_year_of
from onrecord.finders.dates.resolved import Resolved
from onrecord.model import Time, TimeType, TimexType, is_partial_date

RANGE_GAP = re.compile(r"\s?[-–—]\s?|\s(?:to|through|until|till|thru|and)\s(?:the\s|early\s|late\s|mid-)*", re.IGNORECASE)
ENDING = re.compile(r",?\sand\s(?:to\s)?(?:end|finish|conclud)(?:ing|e)?\s(?:by|in|on)\s(?:the\s)?", re.IGNORECASE)
CLOCK_GAP = re.compile(r",?\s|\s\([A-Z]{3,4}\),?\s")
CLOCK_RULES = frozenset(["overnight", "clock", "clock-24", "clock-hours", "o-clock", "noon", "the-part"])
DAY_RULES = frozenset(["month-day", "day-month", "weekdays", "day-word", "which-weekday", "iso"])
STEP_GAP = re.compile(r"\s(?P<word>after|before|following|of)\s(?:the\s)?", re.IGNORECASE)
PART_GAP = re.compile(r"\sof\s(?:the\s)?", re.IGNORECASE)
OF_PART = re.compile(r"\b(?P<edge>first|last|final|opening|closing)\b", re.IGNORECASE)


@dataclass(slots=True)
class Reading:
    """One expression on its way to a mention."""

    found: Found
    begin: int
    lead: Lead
    way: Direction
    worth: Resolved | None = None
    time: Time | None = None


def with_days(text: str, found: list[Found]) -> list[Found]:
    """Times of day joined to the date that follows at once: "10 p.m. Wednesday"."""
    out: list[Found] = []
    for item in found:
        last = out[-1] if out else None
        if last and item.rule in DAY_RULES and last.rule in CLOCK_RULES and CLOCK_GAP.fullmatch(text, last.end, item.begin):
            assert isinstance(last.meaning, Clock)
            out[-1] = Found(last.begin, item.end, last.rule, replace(last.meaning, day=item.meaning))
        elif last and isinstance(last.meaning, Beside) and item.begin - last.end <= 3:
            out[-1] = Found(last.begin, item.end, last.rule, with_neighbour(last.meaning, item.meaning))
        else:
            out.append(item)
    return [item for item in out if not isinstance(item.meaning, Beside) or item.meaning.day is not None]


def join_parts(text: str, readings: list[Reading]) -> None:
    """ "the first three months of 2022" is January to March; "the first two weeks of May" is no more exact than May."""
    for first, last in pairwise(readings):
        whole, length = last.worth, first.found.meaning
        if whole is None or whole.start is None or not isinstance(length, Length):
            continue
        edge = OF_PART.search(text, first.begin, first.found.end)
        if edge is None or not PART_GAP.fullmatch(text, first.found.end, last.begin):
            continue
        start, end = _part_of(whole, length, at_end=edge["edge"].casefold() in ("last", "final", "closing"))
        kind = TimeType.DURATION if (start, end) != (whole.start, whole.end) else whole.kind
        first.time = last.time = Time(text[first.lead.begin : last.found.end], start, end, kind)


def _part_of(whole: Resolved, length: Length, *, at_end: bool) -> tuple[str | None, str | None]:
    """The months of a year that a length at its edge covers; the whole where months do not tell it."""
    months, year = length.number, whole.start
    if length.unit != "M" or months is None or months != int(months) or not 1 <= months <= 12:
        return whole.start, whole.end
    if year is None or year != whole.end or len(year) != 4 or year[0] == "X":
        return whole.start, whole.end
    first, last = (13 - int(months), 12) if at_end else (1, int(months))
    return iso(int(year), first), iso(int(year), last)


def join_steps(text: str, readings: list[Reading]) -> None:
    """ "two weeks after Jan. 6, 2021" is Jan. 20; "within two days of Jan. 6" is due on Jan. 8."""
    for first, last in pairwise(readings):
        gap = STEP_GAP.fullmatch(text, first.found.end, last.begin)
        day = last.worth.start if last.worth is not None and last.worth.end == last.worth.start else None
        if gap is None or day is None or day.count("-") != 2 or day[0] == "X":
            continue
        word = gap["word"].casefold()
        if word == "of" and first.lead.word != "within":
            continue
        there = _stepped(first.found.meaning, date.fromisoformat(day), -1 if word == "before" else 1)
        if there is None:
            continue
        words = text[first.lead.begin : last.found.end]
        within = first.lead.word == "within"
        kind = TimeType.DEADLINE if within else TimeType.POINT
        first.time = last.time = Time(words, None if within else there, there, kind)


def join_events(text: str, readings: list[Reading]) -> None:
    """ "hours before the jet crashed on Wednesday" is Wednesday; "four days after the truce of May 3" is left to the date."""
    for first, last in pairwise(readings):
        length, time, day = first.found.meaning, first.time, last.worth
        if not isinstance(length, Length) or time is None or time.type is not TimeType.POINT or day is None or not day.start:
            continue
        if not 0 <= last.lead.begin - first.lead.begin - len(time.text) <= 1:
            continue
        whole = Time(text[first.lead.begin : last.found.end], day.start, day.end, TimeType.POINT)
        first.time = whole if length.unit[0] == "T" and day.start == day.end else None


def join_named_days(text: str, readings: list[Reading]) -> None:
    """ "by Election Day in November": the words name the month, and their precision is kept."""
    for first, last in pairwise(readings):
        time, month = first.time, last.worth
        if first.found.rule != "movable" or time is None or month is None or month.start is None:
            continue
        if last.lead.word == "in" and last.lead.begin == first.found.end + 1 and month.start.count("-") == 1:
            start = None if time.start is None else month.start
            end = None if time.end is None else month.end
            first.time = Time(text[first.lead.begin : last.found.end], start, end, time.type)


def _stepped(length: object, day: date, sign: int) -> str | None:
    if not isinstance(length, Length) or length.number is None or length.unit[0] == "T" or length.number != int(length.number):
        return None
    return shift(day, sign * int(length.number), length.unit)


def join_ranges(text: str, readings: list[Reading]) -> None:
    """ "from X to Y", "between X and Y", "Nov. 30 to Dec. 2": both ends get the whole stretch."""
    for first, last in pairwise(readings):
        if not _is_range(text, first, last):
            continue
        one, two = first.worth, last.worth
        assert one is not None
        assert two is not None
        start, end = one.start, two.end
        if (
            start
            and end
            and _lacks_year(first)
            and end[0] != "X"
            and "-" in end
            and (start[0] == "X" or start > end or _has_year(last))
        ):
            start = with_year_of(start, end)
            if is_partial_date(start):
                first.worth = replace(one, value=start if one.value == one.start else one.value, start=start, end=start)
        if start and end and (start > end or not is_partial_date(start)):
            continue
        begin = (
            first.lead.begin
            if first.lead.word in ("from", "between", "during", "in", "on", "over", "beginning", "starting")
            else first.begin
        )
        first.time = last.time = Time(text[begin : last.found.end], start, end, TimeType.DURATION)


def _is_range(text: str, first: Reading, last: Reading) -> bool:
    gap = text[first.found.end : last.begin]
    if first.worth is None or last.worth is None or not (RANGE_GAP.fullmatch(gap) or ENDING.fullmatch(gap)):
        return False
    if not (first.worth.dated and last.worth.dated) or TimexType.SET in (first.worth.type, last.worth.type):
        return False
    if first.worth.start is None or last.worth.end is None:
        return False
    if ENDING.fullmatch(gap):
        return first.lead.word in ("beginning", "starting")
    if gap.strip().casefold().startswith("and"):
        return first.lead.word == "between"
    return first.lead.word in ("from", "between") or isinstance(first.found.meaning, CalendarDate)


def _lacks_year(reading: Reading) -> bool:
    return isinstance(reading.found.meaning, CalendarDate) and reading.found.meaning.year is None


def _has_year(reading: Reading) -> bool:
    return isinstance(reading.found.meaning, CalendarDate) and reading.found.meaning.year is not None
