"""What forms of the calendar mean: days, months, quarters, seasons, decades, and years told from counts.

Each function says ``None`` to words that only look like a date.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.finders.dates.calendar import exists
from onrecord.finders.dates.days import Beside, DayOfMonth, EasterDay, FixedDay, NewYear, NthWeekday, YearlyDay
from onrecord.finders.dates.meanings import CalendarDate, Clock, Fixed, MonthOf, Step, Weekday, WeekdayFrom
from onrecord.finders.dates.parts import (
    ANCHORED,
    WHICH,
    Match,
    day_of,
    full_year,
    month_of,
    part,
    plain,
    spoken_year,
    suffix_of,
    year_of,
)
from onrecord.finders.dates.quarters import QuarterOf, QuarterStep, QuarterYearAgo, YearPart
from onrecord.finders.dates.resolved import Meaning
from onrecord.finders.dates.vocabulary import any_of, month_numbers, ordinal_numbers, weekday_numbers, words
from onrecord.model import TimeType, TimexType

AFTER_THE = re.compile(r"\bthe\s$", re.IGNORECASE)


def iso_date(match: Match) -> Meaning | None:
    """2021-01-15, also with a time."""
    year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    if not exists(year, month, day):
        return None
    date = CalendarDate(year, month, day)
    return Clock(f"T{match['h']}:{match['mi']}", date) if match["h"] else date


def slashed(match: Match) -> Meaning | None:
    """15/01/2021, where only one of the two can be the month."""
    first, second = int(match["a"]), int(match["b"])
    if first <= 12 and second <= 12 and first != second:
        return None
    day, month = (first, second) if second <= 12 else (second, first)
    return CalendarDate(int(match["y"]), month, day) if exists(int(match["y"]), month, day) else None


def nine_eleven(match: Match) -> Meaning:
    """The day of 2001; "by 9/11" and "the 9/11 deadline" are days like others."""
    before, after = match.string[max(0, match.start() - 8) : match.start()], match.string[match.end() : match.end() + 10]
    due = re.search(r"\bby\s$", before, re.IGNORECASE) or re.match(r"\s(?:deadline|date)\b", after)
    return CalendarDate(None if due else 2001, 9, 11)


def movable(match: Match) -> Meaning:
    """Thanksgiving, Election Day: days that move with the weekdays."""
    names = {name.replace("'", ""): rule for name, rule in words()["movable"].items()}
    rule = names[" ".join(match["day"].split()).replace("’", "").replace("'", "")]
    year = int(match["y"]) if match["y"] else None
    if "easter" in rule:
        return YearlyDay(EasterDay(rule["easter"], orthodox=rule.get("orthodox", False)), year=year)
    cycle = {"every": rule.get("every", 1), "rest": rule.get("rest", 0)}
    if "day" in rule:
        return YearlyDay(FixedDay(rule["month"], rule["day"]), year=year, **cycle)
    return YearlyDay(NthWeekday(rule["month"], rule["weekday"], rule["nth"], rule.get("plus", 0)), year=year, **cycle)


def day_of_month(match: Match) -> Meaning:
    """ "on the 15th", "on the 15th of next month"."""
    month = {"this": 0, "next": 1, "last": -1}.get(plain(part(match, "rel") or ""))
    return DayOfMonth(day_of(match["d"]), month)


def beside_day(match: Match) -> Meaning:
    """ "the day after (Thanksgiving)"."""
    return Beside(1 if match["w"].casefold() == "after" else -1)


def new_year(match: Match) -> Meaning:
    """ "the new year"."""
    return NewYear()


def time_group(match: Match) -> Meaning | None:
    """151800ZJAN21: day, hour, minute, zone, month, year."""
    year = int(match["y"]) + (0 if len(match["y"]) == 4 else 2000)
    month, day = month_numbers()[match["mon"].casefold()], int(match["d"])
    if not exists(year, month, day) or int(match["h"]) > 24 or int(match["mi"]) > 59:
        return None
    return Clock(f"T{match['h']}:{match['mi']}", CalendarDate(year, month, day))


def month_day(match: Match) -> Meaning | None:
    """January 15, 15 January 2021, January 2021, "July last year"."""
    month, year = month_of(match), year_of(match)
    day = day_of(match["d"]) if part(match, "d") else None
    if day is None and year is None and part(match, "which") is None:
        return None
    if not exists(year, month, day):
        return None
    if which := part(match, "which"):
        return MonthOf(WHICH[plain(which)], month, day)
    until = part(match, "d2") or part(match, "d3")
    last = day_of(until) if until else None
    if last is not None and (day is None or last <= day or not exists(year, month, last)):
        return None
    name = part(match, "wd")
    return CalendarDate(year, month, day, until=last, weekday=weekday_numbers()[name[:3].casefold()] if name else None)


def holiday(match: Match) -> Meaning:
    """Fixed days: Christmas Eve, New Year's Day."""
    month, day = words()["holidays"][" ".join(match["day"].replace("’", "'").split())].split("-")
    return CalendarDate(int(match["y"]) if match["y"] else None, int(month), int(day))


def _of_year(match: Match) -> tuple[Meaning | None, bool]:
    """The year that a quarter or half belongs to, and whether it is said to be that of a year ago."""
    for name in ("y1", "y2", "y"):
        if text := part(match, name):
            year = int(text) if text.isdecimal() else spoken_year(text)
            return (CalendarDate(year) if year else None), False
    for name in ("w1", "w2"):
        if text := part(match, name):
            return Step(WHICH.get(plain(text), 0), "Y"), False
    return None, bool(part(match, "ago"))


def quarter(match: Match) -> Meaning | None:
    """ "the third quarter of 2021", "second half of the year", "this year's first quarter"."""
    year, ago = _of_year(match)
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": -1}.get(plain(match["n"])) or int(
        match["n"][0]
    )
    if plain(match["u"]) == "half":
        if number > 2 or (year is None and not AFTER_THE.match(match[0][:4])):
            return None
        return YearPart(f"H{2 if number == -1 else number}", year)
    if number == -1 and year is None:
        return QuarterStep(-1)
    if ago:
        return QuarterYearAgo(f"Q{4 if number == -1 else number}")
    return YearPart(f"Q{4 if number == -1 else number}", year)


def quarter_code(match: Match) -> Meaning | None:
    """Q3 2021, 2H21, 2021 Q1; without a year only as "Q3"."""
    code = match["code"].upper()
    code = code if code[0] in "QH" else code[::-1]
    text = match["y"] or match["y2"]
    if text is None:
        return YearPart(code) if match["code"][0] == "Q" else None
    year = int(text) if text.isdecimal() else full_year(int(text[1:]))
    return YearPart(code, CalendarDate(year))


def fiscal_year(match: Match) -> Meaning:
    """Fiscal 2021, FY21: the year of its number, as nothing says when it begins."""
    text = match["y0"] or match["y"] or match["y2"]
    return CalendarDate(int(text) if len(text) == 4 else full_year(int(text)))


def year_quarter(match: Match) -> Meaning:
    """ "the 1988 quarter": the quarter spoken of, in that year."""
    return QuarterOf(int(match["y"]))


def season(match: Match) -> Meaning:
    """ "summer 2021", "the winter of last year"."""
    code = words()["seasons"][match["season"].casefold()]
    if which := match["which"]:
        return YearPart(code, Step(WHICH[plain(which)], "Y"))
    year = year_of(match)
    return YearPart(code, CalendarDate(year) if year else None)


def which_season(match: Match) -> Meaning | None:
    """ "last summer", "this fall"."""
    code, which = words()["seasons"][match["season"].casefold()], plain(match["w"])
    if which in ("same", "the same", "that", "latest") or which.endswith("same"):
        return None
    return YearPart(code, which=WHICH.get(which, ANCHORED.get(which)))


def the_season(match: Match) -> Meaning:
    """ "in the summer", "by mid-spring"."""
    word = (match["season"] or match["mid"]).casefold()
    return YearPart(words()["seasons"][re.sub(r"^mid-?", "", word)])


def which_weekday(match: Match) -> Meaning:
    """ "last Monday", "next Friday", "the previous Saturday"."""
    number, which = weekday_numbers()[match["wd"][:3].casefold()], plain(match["w"])
    day: Meaning = Weekday(number, WHICH.get(which))
    if which in ANCHORED:
        day = WeekdayFrom(number, ANCHORED[which])
    return Clock(suffix_of(match["p"]), day) if match["p"] else day


def which_month(match: Match) -> Meaning | None:
    """ "last March", "this May", "the following June"."""
    which = plain(match["w"])
    step = WHICH.get(which, ANCHORED.get(which))
    return CalendarDate(None, month_of(match), None, step)


def decade(match: Match) -> Meaning:
    """ "the 1990s", "the late '80s", "the nineties"."""
    if match["word"]:
        tens = 1900 + 10 * (words()["numbers"]["tens"].index(match["word"].casefold().replace("ies", "y")) + 2)
    else:
        tens = int(match["c"]) if match["c"] else 1900 + int(match["s"])
    return Fixed(TimexType.DATE, f"{tens // 10}", str(tens), str(tens + 9), TimeType.DURATION)


def century(match: Match) -> Meaning | None:
    """ "the 20th century"."""
    number = int(match["n"]) if match["n"].isdecimal() else ordinal_numbers()[plain(match["n"])]
    if not 1 < number <= 22:
        return None
    return Fixed(TimexType.DATE, f"{number - 1}", f"{(number - 1) * 100 + 1:04d}", f"{number * 100:04d}", TimeType.DURATION)


def year_range(match: Match) -> Meaning | None:
    """ "2014-2018", "2019/21"; "2010-12" may be a month and is left alone."""
    first, text = int(match["y"]), match["y2"]
    last = int(text) if len(text) == 4 else first // 100 * 100 + int(text)
    if last <= first or (len(text) == 2 and int(text) <= 12):
        return None
    return Fixed(TimexType.DURATION, f"P{last - first}Y", str(first), str(last), TimeType.DURATION)


@cache
def _not_years() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    lex = words()["year"]
    numbered = re.compile(
        rf"(?:{any_of(lex['numbered'])})\s*(?:\d+(?:\s*,\s*|\s+(?:and|or)\s+|\s*,\s*and\s+))*$", re.IGNORECASE
    )
    counted = re.compile(rf"\b(?:{any_of(lex['counted'])})\s$", re.IGNORECASE)
    counts = re.compile(rf"\s+(?:\w+[- ])?(?:{any_of(lex['counts'])})\b", re.IGNORECASE)
    return numbered, counted, counts


SURE = re.compile(
    r"\b(?:in|since|during|until|till|from|between|before|after|by|to|and|of|early|late|mid|end|year|through|through|fiscal)[\s-]+$|mid-$|[(’']$",
    re.IGNORECASE,
)
RANGE_BEFORE = re.compile(
    r"\b(?:from|between|since|in|of)\s[^.;]{0,40}\b(?:19|20)\d\d\W+(?:to|and|or|through|until|till)\s$|\b(?:19|20)\d\d,?\s(?:and|to|or|through)\s$",
    re.IGNORECASE,
)
LOWER_PLURAL = re.compile(r"\s(?-i:[a-z]{3,}s)\b(?<!ss)(?<!was)(?<!has)(?<!us)", re.IGNORECASE)


def bare_year(match: Match) -> Meaning | None:
    """ "2016", "the year 2000"; not "Resolution 2249", "2000 troops"."""
    if match.string[match.end() : match.end() + 4] == "-yea" or match.string[match.start() - 2 : match.start()].endswith("$"):
        return None
    year = year_of(match)
    if year is None:
        return None
    if not part(match, "spoken") and not part(match, "nineteen") and match[0].isdecimal() and _is_count(match):
        return None
    return CalendarDate(year)


def _is_count(match: Match) -> bool:
    text, begin, end = match.string, match.start(), match.end()
    before, after = text[max(0, begin - 60) : begin], text[end : end + 40]
    numbered, counted, counts = _not_years()
    if numbered.search(before):
        return True
    if counts.match(after):
        return not re.search(r"\b(?:in|since|during|until)\s$", before, re.IGNORECASE)
    if RANGE_BEFORE.search(before):
        return False
    if counted.search(before):
        return True
    return bool(LOWER_PLURAL.match(after)) and not SURE.search(before) and int(match[0]) % 100 == 0


NEWSPAPER = re.compile(r"\s(?:Times|Telegraph|Mail|Mirror|Express|Herald|Post|World|Independent|Business|Tribune)\b")


def weekday(match: Match) -> Meaning | None:
    """ "Saturday"; "Saturdays" come again; "Monday week" is seven days later; not "the Sunday Times"."""
    if NEWSPAPER.match(match.string, match.end()):
        return None
    number = weekday_numbers()[match["wd"][:3].casefold()]
    if match["pl"]:
        return Fixed(TimexType.SET, f"XXXX-WXX-{number}", kind=TimeType.RECURRING)
    return Weekday(number, weeks=1 if match["later"] else 0)


NAME_BEFORE = re.compile(r"(?:Mr|Mrs|Ms|Dr|Miss|Sir|Lady|Judge|Gov|Sen|Rep|Gen|Col)\.?\s$")
NAME_AFTER = re.compile(r"\s(?:[A-Z][a-z]+(?:son|man|er|ez|ton|ley))\b")


def bare_month(match: Match) -> Meaning | None:
    """ "September"; not the names April and June of a person."""
    before, after = match.string[max(0, match.start() - 16) : match.start()], match.string[match.end() : match.end() + 20]
    if NAME_BEFORE.search(before):
        return None
    if month_of(match) in (4, 6, 8) and (
        NAME_AFTER.match(after) or (re.match(r"\s[A-Z][a-z]", after) and not DATING.search(before))
    ):
        return None
    return CalendarDate(None, month_of(match))


DATING = re.compile(
    r"\b(?:in|by|since|until|till|through|throughout|during|before|after|from|of|for|between|early|late|mid|to|and|or|around|about|ending|ended|as|than|this|its)[\s-]+$",
    re.IGNORECASE,
)


def may_or_march(match: Match) -> Meaning | None:
    """ "in May", "by March"; not "may", "a March on the capital", "Theresa May"."""
    before, after = match.string[max(0, match.start() - 16) : match.start()], match.string[match.end() : match.end() + 12]
    if not DATING.search(before) or (
        re.match(r"\s(?:on|for|of)\s(?!the\s(?:\d|first))", after) and month_of(match) == 3 and "in " not in before
    ):
        return None
    if re.match(r"\s[A-Z][a-z]", after) and not re.search(r"\b(?:in|by|since|until)\s$", before):
        return None
    return CalendarDate(None, month_of(match))
