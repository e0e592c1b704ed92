"""The finder: expressions of a text, resolved from left to right, with what stands before and between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from onrecord.errors import InvalidDate
from onrecord.finders.dates.calendar import iso
from onrecord.finders.dates.clause import Direction, aims, direction, looks_ahead
from onrecord.finders.dates.grammar import UNMARKED, Found, expressions
from onrecord.finders.dates.joins import (
    CLOCK_RULES,
    DAY_RULES,
    Reading,
    join_events,
    join_named_days,
    join_parts,
    join_ranges,
    join_steps,
    with_days,
)
from onrecord.finders.dates.meanings import CalendarDate, Clock, Length, Overnight, Step, stands_alone
from onrecord.finders.dates.memory import Memory
from onrecord.finders.dates.prepositions import (
    BY,
    EDGE,
    NOT_BEFORE,
    SET_DATE,
    UNTIL,
    Lead,
    is_deadline,
    lead_of,
    tail_of,
    time_of,
)
from onrecord.finders.dates.quarters import QuarterOf, QuarterStep, QuarterYearAgo, YearBefore
from onrecord.finders.dates.resolved import Meaning, Resolved, Setting, resolve
from onrecord.model import Mention, Span, Time, Timex, TimexType, first_day, is_partial_date
from onrecord.nlp import split_sentences

QUANTIFIED = frozenset(["length", "ago", "vague-length"])
AMOUNT = re.compile(
    r"(?:\b(?:about|around|nearly|almost|more\sthan|less\sthan|fewer\sthan|at\sleast|at\smost|up\sto|as\slong\sas|under|roughly|approximately"
    r"|some|just\sover|just\sunder|no\smore\sthan|no\sless\sthan|no\slonger\sthan|as\smany\sas)\s)+$",
    re.IGNORECASE,
)
PART = re.compile(
    r"(?:\b(?:the\s)?(?:early|late|mid|middle)(?:-to-(?:late|mid))?(?:[\s-]|\sin\s)|\b(?:earlier|later)\s(?:in\s)?|\bsometime\s|(?<!\bor\s)\baround\s)$",
    re.IGNORECASE,
)
DATED = frozenset(
    [
        "month-day",
        "day-month",
        "month-year",
        "month",
        "may",
        "weekdays",
        "year",
        "iso",
        "year-end",
        "quarter",
        "which-unit",
        "holiday",
        "movable",
        "nine-eleven",
        "day-of-month",
    ]
)
EXTENDED = re.compile(r"\b(?:extend|prolong|renew)(?:s|ed|ing)?\b[^.;]*$", re.IGNORECASE)
PLANNED = re.compile(r"\b(?:planned|scheduled|slated|set|due|called|expected)\s$", re.IGNORECASE)
FISCAL = re.compile(r"\b(?:fiscal\b|(?-i:FY)\s?\d|(?P<financial>financial\b))", re.IGNORECASE)
OVER = re.compile(
    r"(?:\s(?:deadline|date))?\s(?:has\s|had\s|have\s)?(?:passed|expired|lapsed|came\sand\swent|went\sby)\b", re.IGNORECASE
)
ON_DAY = re.compile(r",?\s(?:on\s|of\s)(?:the\s)?|,?\s", re.IGNORECASE)
PAST_PLAN = re.compile(
    r"\b(?:(?:was|were)\s(?:(?:originally|initially|first|also|still|then|once|all|not|always)\s){0,2}(?:to|due|supposed|meant|expected|scheduled|set|slated|planned)|"
    r"had\s(?:\w+\s)?(?:promised|agreed|pledged|vowed|undertaken|sworn|planned|intended|been\s(?:told|ordered|asked|instructed|required|given|due|expected|scheduled|supposed|set)))\b"
    r"(?![^.;]*\b(?:will|must|shall)\b)",
    re.IGNORECASE,
)
CONTRAST = re.compile(
    r"\s?,?\s(?:but|yet|though|although)\b|,?\s(?:(?:and|as)\s)?(?:kept|left|did|met|missed|never|indeed)\b", re.IGNORECASE
)
YEARLESS = frozenset(["month-day", "day-month", "month", "may"])
COMPARISONS = (YearBefore, QuarterYearAgo, QuarterOf, QuarterStep)


def find_dates(text: str, *, base: str | None = None) -> Iterator[Mention[Timex]]:
    """Dates, times, lengths and repetitions: "by January 15", "over the next 18 months", "since 2014", "twice a week".

    ``base`` is the day of publication, whole or partial. Spans cover the bare expression, the time counts its preposition in.

    >>> [mention] = find_dates("Troops will leave by January 15.", base="2020-12-13")
    >>> mention.value.value, mention.value.time.text, mention.value.time.end
    ('2021-01-15', 'by January 15', '2021-01-15')
    """
    yield from _find(text, *_day_of(base), Memory())


def find_dates_in_text(text: str, base: str | None = None, *, asked: Sequence[Span] | None = None) -> Iterator[Mention[Timex]]:
    """The dates of a whole text, sentence by sentence; "the following day" means the day after the last date.

    ``asked``: stretches of the text, in order, whose sentences alone are of interest; others are read where words point back to them.
    """
    day, precision = _day_of(base)
    memory = Memory(text if day is None else None)
    begins = [span.begin for span in asked or ()]
    for sentence in split_sentences(text):
        if asked is not None:
            last = bisect_right(begins, sentence.end - 1) - 1
            if last < 0 or not asked[last].overlaps(sentence):
                memory.waiting.append(sentence.cut(text))
                continue
        memory.next_sentence()
        for mention in _find(sentence.cut(text), day, precision, memory):
            yield mention.shift(sentence.begin)


def find_timexes(text: str, base: str | None = None) -> Iterator[Mention[Timex]]:
    """The dates of a whole text that TimeML marks: those of ``find_dates_in_text`` but for words like "previously"."""
    return (mention for mention in find_dates_in_text(text, base) if mention.rule != UNMARKED)


def _day_of(base: str | None) -> tuple[date | None, int]:
    """The first day that ``base`` can mean, and how many parts of it are given."""
    if base is None or not base.strip():
        return None, 3
    given = base.strip()[:10]
    if not is_partial_date(given):
        raise InvalidDate(base)
    return first_day(given), given.count("-") + 1


def _find(text: str, base: date | None, precision: int, memory: Memory) -> Iterator[Mention[Timex]]:
    readings, clocks = _resolved(text, base, precision, memory)
    for reading in readings:
        reading.time = _time(text, reading, base if precision == 3 else None)
    for clock, day in clocks:
        clock.time = day.time
    join_ranges(text, readings)
    join_parts(text, readings)
    join_steps(text, readings)
    join_events(text, readings)
    join_named_days(text, readings)
    for reading in readings:
        yield _mention(reading)


def _resolved(
    text: str, base: date | None, precision: int, memory: Memory
) -> tuple[list[Reading], list[tuple[Reading, Reading]]]:
    """The expressions of a sentence with what they are worth, and the times of day among them that go with a day."""
    found = expressions(text)
    if not found:
        return [], []
    readings = [_reading(text, each) for each in with_days(text, found)]
    clocks = _lead_by_clock(text, readings)
    _carry_years(readings, base)
    if memory.waiting and not all(stands_alone(reading.found.meaning) for reading in readings):
        memory.catch_up(lambda words: _resolved(words, base, precision, memory))
    yearless = base is None and any(_may_ask_for_year(reading.found.meaning) for reading in readings)
    setting = Setting(base, precision=precision, year=memory.year if yearless else None)
    for reading in readings:
        if isinstance(reading.found.meaning, Clock) and reading.found.meaning.day is None:
            continue
        _resolve(reading, replace(setting, reference=memory.date, quarter=memory.quarter))
        if reading.worth is not None and not isinstance(reading.found.meaning, COMPARISONS):
            memory.keep(reading.worth)
    others = _days_near(readings, but=base)
    for reading, day, other in zip(readings, _days_near(readings), others, strict=True):
        near = other or day if isinstance(reading.found.meaning, Overnight) else day
        if reading.worth is None:
            _resolve(reading, replace(setting, reference=memory.date, near=near))
    return readings, clocks


def _may_ask_for_year(meaning: Meaning) -> bool:
    """Whether a meaning may need the year of the text's other dates: a day without one."""
    return not stands_alone(meaning) or (isinstance(meaning, CalendarDate) and meaning.day is not None and meaning.year is None)


def _lead_by_clock(text: str, readings: list[Reading]) -> list[tuple[Reading, Reading]]:
    """ "by noon on 5 May": the preposition of the time of day is that of the day; the pairs that stand so."""
    pairs = []
    for clock, day in pairwise(readings):
        if (
            clock.found.rule in CLOCK_RULES
            and day.found.rule in DAY_RULES
            and ON_DAY.fullmatch(text, clock.found.end, day.begin)
        ):
            shared = replace(clock.lead, is_deadline=day.lead.is_deadline, tail=day.lead.tail)
            way = _way(text, day.found, shared)
            if shared.word == "before" and way.is_past:
                continue
            day.lead, day.way = shared, way
            pairs.append((clock, day))
    return pairs


def _carry_years(readings: list[Reading], base: date | None) -> None:
    """A year that the sentence gave holds for the dates after it: "on Aug. 15, 2021, and on Aug. 30"."""
    given: CalendarDate | None = None
    for reading in readings:
        meaning = reading.found.meaning
        if not isinstance(meaning, CalendarDate) or meaning.month is None:
            continue
        if meaning.year is not None:
            given = meaning
        elif given is not None and meaning.which is None and reading.way is not Direction.FUTURE:
            year = _year_after(given, meaning, base)
            reading.found = replace(reading.found, meaning=replace(meaning, year=year))


def _year_after(given: CalendarDate, later: CalendarDate, base: date | None) -> int | None:
    """The first year in which ``later`` follows the date that was given in full, unless it lies ahead of the day of writing.

    Where that day is not known, a turn of the year is not guessed.
    """
    assert given.year is not None
    before = (later.month or 1, later.day or 31) < (given.month or 1, given.day or 1)
    day = iso(given.year + before, later.month, later.day)
    first = first_day(day) if is_partial_date(day) else None
    known = not before if base is None else first is not None and first <= base
    return given.year + before if first and known else None


def _mention(reading: Reading) -> Mention[Timex]:
    worth = reading.worth
    assert worth is not None
    return Mention(Span(reading.begin, reading.found.end), Timex(worth.type, worth.value, reading.time), reading.found.rule)


def _reading(text: str, found: Found) -> Reading:
    """The expression with the words before it that belong to it, its preposition, and the way its clause looks."""
    begin, edge = found.begin, ""
    window = text[max(0, begin - 40) : begin]
    words = (AMOUNT if found.rule in QUANTIFIED else PART).search(window)
    if words:
        begin -= len(window) - words.start()
        window = window[: words.start()]
    part = EDGE.search(window)
    if part and found.rule not in QUANTIFIED and found.rule not in ("pointer", "recurring", UNMARKED):
        begin -= len(window) - part.start()
        edge = part["edge"].casefold()
    if found.rule in ("year-end", "unit-out", "unit-end"):
        edge = "end"
    lead = lead_of(text, begin, edge)
    dated = found.rule in DATED
    lead = replace(
        lead, is_deadline=dated and is_deadline(text, begin, found.end), tail=tail_of(text, found.end) if dated else 0
    )
    return Reading(found, begin, lead, _way(text, found, lead))


def _way(text: str, found: Found, lead: Lead) -> Direction:
    """The direction of the clause; "since" looks back, "effective" ahead, and so do deadlines and aims that nothing says are done."""
    way = direction(text, lead.begin, found.end)
    if lead.word == "since":
        return Direction.DONE
    if lead.word == "for" and PLANNED.search(text[max(0, lead.begin - 12) : lead.begin]):
        return Direction.FUTURE
    if found.rule == "window" and way.is_past:
        return Direction.DONE if not text[: lead.begin].strip() else Direction.SAID
    if lead.word == "effective" and way is not Direction.DONE:
        return Direction.FUTURE
    if (
        lead.is_deadline
        or lead.tail
        or lead.word in BY
        or lead.word in NOT_BEFORE
        or lead.word in UNTIL
        or lead.word == "within"
    ):
        return _way_of_deadline(text, found, lead, way)
    if way is Direction.NONE:
        return Direction.FUTURE if aims(text, lead.begin) else way
    if way is Direction.SAID and found.rule in YEARLESS and aims(text, lead.begin):
        return Direction.NONE
    return Direction.DID if way is Direction.WEAK else way


def _way_of_deadline(text: str, found: Found, lead: Lead, way: Direction) -> Direction:
    """Ahead unless a past verb says that it is over: "had left by January 15"."""
    if (lead.is_deadline or lead.word == "by") and OVER.match(text, found.end):
        return Direction.DID
    if lead.is_deadline and SET_DATE.match(text, found.end) and way is not Direction.DONE:
        return Direction.FUTURE
    if PAST_PLAN.search(text, max(0, lead.begin - 120), lead.begin):
        return _way_of_past_plan(text, found)
    if way in (Direction.SAID, Direction.NONE) or (way.is_past and aims(text, lead.begin)):
        return Direction.FUTURE
    if lead.is_deadline and text.startswith(" as ", found.end):
        return Direction.FUTURE
    if lead.word in UNTIL and EXTENDED.search(text[max(0, lead.begin - 60) : lead.begin]):
        return Direction.FUTURE
    if way is Direction.WEAK and looks_ahead(text, lead.begin):
        return Direction.FUTURE
    if lead.is_deadline and way.is_past:
        return Direction.NONE
    return Direction.WEAK if way is Direction.DID and lead.word in BY else way


def _way_of_past_plan(text: str, found: Found) -> Direction:
    """ "was to have left by 31 December": the nearest such day; over where the sentence goes on with what came of it."""
    if CONTRAST.match(text, found.end):
        return Direction.DID
    return Direction.FUTURE if found.rule in ("weekdays", "which-weekday") else Direction.NONE


def _resolve(reading: Reading, at: Setting) -> None:
    meaning = reading.found.meaning
    if (
        isinstance(meaning, Length)
        and reading.found.rule == "length"
        and reading.way is Direction.FUTURE
        and reading.lead.word == "in"
    ):
        meaning = _step_of(meaning)
    reading.worth = resolve(meaning, replace(at, direction=reading.way))


def _step_of(length: Length) -> Meaning:
    """ "will … in five years" is the year five years on; in hours or vague units it stays a length."""
    if length.number is None or length.unit[0] == "T" or length.number != int(length.number):
        return length
    return Step(int(length.number), length.unit)


def _days_near(readings: list[Reading], *, but: date | None = None) -> list[Resolved | None]:
    """For each place the day that a time of day there belongs to: the date before it in the sentence, else the one after, ``but`` one."""
    days = [reading.worth if reading.worth is not None and _is_day(reading.worth) else None for reading in readings]
    if but is not None:
        days = [None if day is not None and day.start == but.isoformat() else day for day in days]
    before, after = _carried(days), _carried(days[::-1])[::-1]
    return [earlier or later for earlier, later in zip(before, after, strict=True)]


def _carried(days: list[Resolved | None]) -> list[Resolved | None]:
    """The last day up to each place."""
    out: list[Resolved | None] = []
    for day in days:
        out.append(day or (out[-1] if out else None))
    return out


def _is_day(worth: Resolved) -> bool:
    start = worth.start
    return worth.type is TimexType.DATE and start is not None and start == worth.end and start.count("-") == 2


def _time(text: str, reading: Reading, base: date | None) -> Time | None:
    worth = reading.worth
    assert worth is not None
    ahead = reading.way is Direction.FUTURE
    done = reading.way.is_past
    time = time_of(text, reading.lead, reading.found.end, worth, done=done, base=base, ahead=ahead)
    return _in_fiscal_year(time, reading, base) if time is not None and reading.lead.edge == "end" else time


def _in_fiscal_year(time: Time, reading: Reading, base: date | None) -> Time:
    """The end of a fiscal year as the American government counts: 30 September; of "the 2015-16 financial year": 31 March."""
    found, last = FISCAL.search(time.text), time.end or ""
    if found is None or not last.endswith("-12-31"):
        return time
    if found["financial"]:
        return replace(time, end=f"{last[:4]}-03-31") if reading.found.rule == "year-range" else time
    later = reading.found.rule == "which-unit" and base is not None and base.month >= 10
    return replace(time, end=f"{int(last[:4]) + later}-09-30")
