"""From the parts of a matched form to what it means. Each builder says ``None`` to words that only look like a date."""

from __future__ import annotations

import re
from functools import cache

from onrecord.finders.dates.meanings import (
    CalendarDate,
    Clock,
    Fixed,
    Length,
    MonthOf,
    QuarterOf,
    QuarterStep,
    QuarterYearAgo,
    Same,
    Step,
    Then,
    TheWeekend,
    Weekday,
    WeekdayFrom,
    Window,
    YearBefore,
    YearPart,
    is_date,
)
from onrecord.finders.dates.resolved import Meaning
from onrecord.finders.dates.vocabulary import (
    any_of,
    month_numbers,
    number_of,
    ordinal_numbers,
    unit_code,
    weekday_numbers,
    words,
)
from onrecord.model import TimeType, TimexType

Match = re.Match[str]
WHICH = {
    "last": -1,
    "past": -1,
    "this past": -1,
    "next": 1,
    "coming": 1,
    "this coming": 1,
    "upcoming": 1,
    "this": 0,
    "current": 0,
    "latest": -1,
}
ANCHORED = {"previous": -1, "preceding": -1, "following": 1}
RATE = re.compile(r"(?:\d|million|billion|trillion|times|percent|[a-rt-z]s|dollars|people)\s$")
AFTER_THE = re.compile(r"\bthe\s$", re.IGNORECASE)


def part(match: Match, name: str) -> str | None:
    """A named part of a match, ``None`` where the form has no such part."""
    return match.groupdict().get(name)


def plain(word: str) -> str:
    """Small letters, single blanks."""
    return " ".join(word.casefold().split())


def _month(match: Match) -> int:
    return month_numbers()[match["mon"].rstrip(".").casefold()]


def _year(match: Match) -> int | None:
    """The year in digits, two digits after an apostrophe, or words."""
    if digits := part(match, "y"):
        return int(digits)
    if short := part(match, "yy"):
        return _century(int(short))
    spoken = part(match, "spoken")
    return spoken_year(spoken) if spoken else None


def _century(two_digits: int) -> int:
    return two_digits + (2000 if two_digits < 50 else 1900)


def spoken_year(text: str) -> int | None:
    """ "nineteen ninety-seven", "two thousand and five"."""
    first, _, rest = plain(text).replace("-", " ").partition(" ")
    if first == "nineteen":
        value = number_of(rest)
        return None if value is None else 1900 + int(value)
    rest = rest.removeprefix("thousand").removeprefix(" and").strip()
    return 2000 + int(number_of(rest) or 0) if rest else 2000


def _day(text: str) -> int:
    bare = plain(text)
    return ordinal_numbers().get(bare) or int(re.sub(r"\D", "", bare))


def iso_date(match: Match) -> Meaning | None:
    """2021-01-15, also with a time."""
    year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    if not is_date(year, month, day):
        return None
    date = CalendarDate(year, month, day)
    return Clock(f"T{match['h']}:{match['mi']}", date) if match["h"] else date


def slashed(match: Match) -> Meaning | None:
    """15/01/2021, where only one of the two can be the month."""
    first, second = int(match["a"]), int(match["b"])
    if first <= 12 and second <= 12 and first != second:
        return None
    day, month = (first, second) if second <= 12 else (second, first)
    return CalendarDate(int(match["y"]), month, day) if is_date(int(match["y"]), month, day) else None


def nine_eleven(match: Match) -> Meaning:
    """The day of 2001."""
    return CalendarDate(2001, 9, 11)


def time_group(match: Match) -> Meaning | None:
    """151800ZJAN21: day, hour, minute, zone, month, year."""
    year = int(match["y"]) + (0 if len(match["y"]) == 4 else 2000)
    month, day = month_numbers()[match["mon"].casefold()], int(match["d"])
    if not is_date(year, month, day) or int(match["h"]) > 24 or int(match["mi"]) > 59:
        return None
    return Clock(f"T{match['h']}:{match['mi']}", CalendarDate(year, month, day))


def month_day(match: Match) -> Meaning | None:
    """January 15, 15 January 2021, January 2021, "July last year"."""
    month, year = _month(match), _year(match)
    day = _day(match["d"]) if part(match, "d") else None
    if day is None and year is None and part(match, "which") is None:
        return None
    if not is_date(year, month, day):
        return None
    if which := part(match, "which"):
        return MonthOf(WHICH[plain(which)], month, day)
    until = part(match, "d2") or part(match, "d3")
    last = _day(until) if until else None
    if last is not None and (day is None or last <= day or not is_date(year, month, last)):
        return None
    return CalendarDate(year, month, day, until=last)


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
    year = int(text) if text.isdecimal() else _century(int(text[1:]))
    return YearPart(code, CalendarDate(year))


def fiscal_year(match: Match) -> Meaning:
    """Fiscal 2021, FY21: the year of its number, as nothing says when it begins."""
    text = match["y0"] or match["y"] or match["y2"]
    return CalendarDate(int(text) if len(text) == 4 else _century(int(text)))


def first_units(match: Match) -> Meaning:
    """ "the first nine months": a length."""
    return length_of(number_of(match["n"]), match["u"])


def _value(number: float | None, unit: str) -> str:
    """The ISO 8601 duration: P18M, PT10H, PXD, P2Y6M."""
    count, code = unit_code(unit)
    clock, letter = ("T", code[1]) if code[0] == "T" else ("", code)
    if number is None:
        vague = {10: "E", 100: "C"}.get(count) if code == "Y" else None
        return f"P{clock}X{vague or ('Q' if count == 3 else letter)}"
    total = number * count
    if total == int(total):
        return f"P{clock}{int(total)}{letter}"
    whole, rest = int(total), total - int(total)
    finer = {"Y": (12, "M"), "TH": (60, "M"), "TM": (60, "S"), "D": (24, "H"), "W": (7, "D"), "M": (30, "D")}.get(code)
    if finer is None:
        return f"P{clock}{total:g}{letter}"
    below = f"{round(rest * finer[0])}{finer[1]}"
    below = ("T" if code == "D" else "") + below
    return f"P{clock}{f'{whole}{letter}' if whole else ''}{below}"


def length_of(number: float | None, unit: str) -> Length:
    """A length of so many units."""
    count, code = unit_code(unit)
    return Length(None if number is None else number * count, code, _value(number, unit))


def _first_number(text: str | None) -> float | None:
    """The number, or the lower of two: "two to three weeks"."""
    return number_of(re.split(r"[ -]plus|\s(?:to|or)\s|\s?[-–]\s?(?=\d)", plain(text))[0]) if text else None


def window(match: Match) -> Meaning | None:
    """ "the past 24 hours", "the next 18 months", "the coming weeks", "recent years"."""
    which, unit = plain(match["w"]), match["u"] or match["us"]
    number = _first_number(match["n"])
    if number == 1 and plain(match["n"] or "") in ("a", "an", "the", "another"):
        return None
    count, code = unit_code(unit)
    if (
        which in ("first", "final", "opening", "remaining", "following", "preceding", "previous", "intervening", "early")
        and not match["ahead"]
    ):
        return length_of(number, unit)
    sign = 1 if which in ("next", "coming", "upcoming", "remaining", "following") or match["ahead"] else -1
    if match["us"] and which in ("recent", "coming", "upcoming", "past"):
        reference = "FUTURE_REF" if sign > 0 else "PAST_REF"
        return Window(None, code, sign, reference, TimexType.DATE)
    return Window(None if number is None else number * count, code, sign, _value(number, unit))


def past_unit(match: Match) -> Meaning | None:
    """ "the past year": the stretch of one unit up to now."""
    count, code = unit_code(match["u"])
    if match["w"].casefold() == "last" and match["u"] not in ("decade", "century", "hour"):
        return None if match["u"] == "day" else Step(-1, code) if count == 1 else QuarterStep(-1)
    return Window(count, code, -1, _value(1, match["u"]))


def ahead(match: Match) -> Meaning:
    """ "the weeks ahead"."""
    return Window(None, unit_code(match["u"])[1], 1, _value(None, match["u"]))


def ago(match: Match) -> Meaning | None:
    """ "three days ago", "two weeks earlier", "months later", "a year from now"."""
    word, (count, code) = plain(match["w"]), unit_code(match["u"])
    back = word in ("ago", "earlier", "before", "previously")
    anchored = word not in ("ago", "from now", "hence")
    if match["n"] is None and not match["u"].casefold().endswith("s"):
        return None
    number = _first_number(match["n"])
    if number is None or code[0] == "T":
        if code[0] == "T" and number is not None and not anchored:
            return Fixed(TimexType.TIME, "PAST_REF" if back else "FUTURE_REF")
        return Fixed(TimexType.DATE, "PAST_REF" if back else "FUTURE_REF")
    if number == 1 and code == "Y" and count == 1 and back:
        return YearBefore(anchored)
    steps = number * count
    if steps != int(steps):
        code, steps = {"Y": ("M", steps * 12), "M": ("D", steps * 30), "W": ("D", steps * 7)}.get(code, (code, steps))
    return Step(-round(steps) if back else round(steps), code, anchored)


def year_ago(match: Match) -> Meaning:
    """ "the year-ago quarter", "a year-earlier"."""
    if match["n"] and match["u"] and match["u"].casefold() == "quarter":
        return QuarterYearAgo("Q" + str(ordinal_numbers()[plain(match["n"])]))
    latest = "latest" in match[0].casefold()
    if latest or (match["u"] and match["u"].casefold() == "quarter"):
        return QuarterStep(-1, anchored=True, years=0 if latest else -1)
    return YearBefore()


def year_quarter(match: Match) -> Meaning:
    """ "the 1988 quarter": the quarter spoken of, in that year."""
    return QuarterOf(int(match["y"]))


def season(match: Match) -> Meaning:
    """ "summer 2021", "the winter of last year"."""
    code = words()["seasons"][match["season"].casefold()]
    if which := match["which"]:
        return YearPart(code, Step(WHICH[plain(which)], "Y"))
    year = _year(match)
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


def _suffix(word: str) -> str:
    code: str = words()["day_parts"][word.casefold().removesuffix("s")]
    return f"T{code}"


def part_of_day(match: Match) -> Meaning:
    """ "Saturday morning", "last night", "yesterday evening"; "Tuesday nights" come again."""
    suffix = _suffix(match["p"])
    if day := part(match, "wd"):
        number = weekday_numbers()[day[:3].casefold()]
        if match["p"].casefold().endswith("s"):
            return Fixed(TimexType.SET, f"XXXX-WXX-{number}{suffix}", kind=TimeType.RECURRING)
        return Clock(suffix, Weekday(number))
    step = {"yesterday": -1, "tomorrow": 1, "last": -1, "late last": -1}.get(plain(match["rel"]), 0)
    return Clock(suffix, Same("D") if plain(match["rel"]) == "that" else Step(step, "D"))


def which_weekday(match: Match) -> Meaning:
    """ "last Monday", "next Friday", "the previous Saturday"."""
    number, which = weekday_numbers()[match["wd"][:3].casefold()], plain(match["w"])
    day: Meaning = Weekday(number, WHICH.get(which))
    if which in ANCHORED:
        day = WeekdayFrom(number, ANCHORED[which])
    return Clock(_suffix(match["p"]), day) if match["p"] else day


def which_month(match: Match) -> Meaning | None:
    """ "last March", "this May", "the following June"."""
    which = plain(match["w"])
    step = WHICH.get(which, ANCHORED.get(which))
    return CalendarDate(None, _month(match), None, step)


def which_unit(match: Match) -> Meaning | None:
    """ "last week", "this year", "the following day", "that month", "the same day"."""
    which, unit = plain(match["w"]), match["u"].casefold()
    code = "WE" if unit == "weekend" else unit_code(unit)[1]
    the = match[0].casefold().startswith("the")
    if unit in ("decade", "century"):
        return (
            Window(unit_code(unit)[0], "Y", WHICH.get(which, 0) or -1, _value(1, unit)) if which in ("last", "past") else None
        )
    if unit == "quarter":
        return QuarterStep(WHICH.get(which, 0), anchored=which in ("latest", "that", "same", "the same"))
    if which.endswith("same") or which == "that":
        return Same(code)
    if which in ANCHORED:
        return Step(ANCHORED[which], code, anchored=True)
    if which == "next" and the:
        return Step(1, code, anchored=True) if unit in ("day", "weekend") else Step(1, code)
    if unit == "day":
        return Step(1, "D", anchored=True) if which == "next" else None
    if which == "past":
        return Window(1, code, -1, _value(1, unit)) if the and code != "WE" else Step(-1, code)
    return Step(WHICH[which], code)


def same_day(match: Match) -> Meaning:
    """ "later in the day": the day that was spoken of."""
    return Same("D")


def then(match: Match) -> Meaning:
    """ "by then": the date that was spoken of."""
    return Then()


def every(match: Match) -> Meaning:
    """ "every day", "each Thursday", "every two weeks"."""
    fixed = None
    if match["wd"]:
        fixed = f"XXXX-WXX-{weekday_numbers()[match['wd'][:3].casefold()]}"
    elif match["mon"]:
        fixed = f"XXXX-{_month(match):02d}"
    elif match["season"]:
        fixed = "XXXX-" + words()["seasons"][match["season"].casefold()]
    elif match["p"]:
        fixed = "XXXX-WXX-WE" if match["p"].casefold() == "weekend" else "XXXX-XX-XX" + _suffix(match["p"])
    if fixed:
        return Fixed(TimexType.SET, fixed, kind=TimeType.RECURRING)
    number = {"other": 2.0, "single": 1.0, "few": None}.get(plain(match["n"] or "single"), number_of(match["n"] or "one"))
    return Fixed(TimexType.SET, _value(number, match["u"]), kind=TimeType.RECURRING)


def times_a(match: Match) -> Meaning:
    """ "twice a week", "three times a day"."""
    return Fixed(TimexType.SET, _value(1, match["u"]), kind=TimeType.RECURRING)


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


def day_word(match: Match) -> Meaning:
    """Today, yesterday, tomorrow, tonight, overnight."""
    word = plain(match[0])
    if word in ("tonight", "overnight"):
        return Clock("TNI", Step(0, "D"))
    return Step({"today": 0, "yesterday": -1, "tomorrow": 1}.get(word, -2 if "before" in word else 2), "D")


def clock(match: Match) -> Meaning | None:
    """ "10:30 p.m.", "14:00", "1800 GMT"."""
    hour, minute = int(match["h"]), part(match, "mi")
    if mark := part(match, "ap"):
        hour = hour % 12 + (12 if mark[0] in "pP" else 0)
    return Clock(f"T{hour:02d}:{minute or '00'}")


def oclock(match: Match) -> Meaning | None:
    """ "six o'clock"; morning or evening is not known."""
    value = number_of(match["hour"])
    return Clock(f"T{int(value):02d}:00") if value and value <= 24 else None


def noon(match: Match) -> Meaning:
    """Noon and midnight."""
    return Clock("T24:00" if match["word"].casefold() == "midnight" else "T12:00")


def small_hours(match: Match) -> Meaning:
    """ "the early hours of Sunday"."""
    if match["wd"]:
        return Clock("TMO", Weekday(weekday_numbers()[match["wd"][:3].casefold()]))
    if match["rel"]:
        return Clock("TMO", Step(-1 if match["rel"].casefold() == "yesterday" else 0, "D"))
    return Clock("TMO")


def the_part(match: Match) -> Meaning:
    """ "in the morning", "by late afternoon"."""
    return Clock(_suffix(match["p"] or re.sub(r"^mid-?\s?", "", match["mid"].casefold())))


def year_end(match: Match) -> Meaning:
    """ "year-end", "the year's end"."""
    return Step(-1 if match["which"] else 0, "Y")


def weekend(match: Match) -> Meaning:
    """ "the weekend": the one just past or under way."""
    return TheWeekend()


def the_unit(match: Match) -> Meaning:
    """ "of the year", "during the week", "in the quarter"."""
    unit = (match["u"] or match["u2"]).casefold()
    return QuarterStep(-1, anchored=True) if unit == "quarter" else Step(0, unit_code(unit)[1])


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
COUNTING_PREPOSITION = re.compile(r"\b(?:to|and|of|from|by)\s$", re.IGNORECASE)
RANGE_BEFORE = re.compile(
    r"\b(?:from|between|since|in|of)\s[^.;]{0,40}\b(?:19|20)\d\d\W+(?:to|and|or|through|until|till)\s$|\b(?:19|20)\d\d,?\s(?:and|to|or|through)\s$",
    re.IGNORECASE,
)
LOWER_PLURAL = re.compile(r"\s(?-i:[a-z]{3,}s)\b(?<!ss)(?<!was)(?<!has)(?<!us)", re.IGNORECASE)


def bare_year(match: Match) -> Meaning | None:
    """ "2016", "the year 2000"; not "Resolution 2249", "2000 troops"."""
    if match.string[match.end() : match.end() + 4] == "-yea" or match.string[match.start() - 2 : match.start()].endswith("$"):
        return None
    year = _year(match)
    if year is None:
        return None
    if not part(match, "spoken") and match[0].isdecimal() and _is_count(match):
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


def weekday(match: Match) -> Meaning:
    """ "Saturday"; "Saturdays" come again."""
    number = weekday_numbers()[match["wd"][:3].casefold()]
    if match["pl"]:
        return Fixed(TimexType.SET, f"XXXX-WXX-{number}", kind=TimeType.RECURRING)
    return Weekday(number)


NAME_BEFORE = re.compile(r"(?:Mr|Mrs|Ms|Dr|Miss|Sir|Lady|Judge|Gov|Sen|Rep|Gen|Col)\.?\s$")
NAME_AFTER = re.compile(r"\s(?:[A-Z][a-z]+(?:son|man|er|ez|ton|ley))\b")


def bare_month(match: Match) -> Meaning | None:
    """ "September"; not the names April and June of a person."""
    before, after = match.string[max(0, match.start() - 8) : match.start()], match.string[match.end() : match.end() + 20]
    if NAME_BEFORE.search(before):
        return None
    if _month(match) in (4, 6, 8) and NAME_AFTER.match(after):
        return None
    return CalendarDate(None, _month(match))


DATING = re.compile(
    r"\b(?:in|by|since|until|till|through|throughout|during|before|after|from|of|for|between|early|late|mid|to|and|or|around|about|ending|ended|this|its)[\s-]+$",
    re.IGNORECASE,
)


def may_or_march(match: Match) -> Meaning | None:
    """ "in May", "by March"; not "may", "a March on the capital", "Theresa May"."""
    before, after = match.string[max(0, match.start() - 16) : match.start()], match.string[match.end() : match.end() + 12]
    if not DATING.search(before) or (
        re.match(r"\s(?:on|for|of)\s(?!the\s(?:\d|first))", after) and _month(match) == 3 and "in " not in before
    ):
        return None
    if re.match(r"\s[A-Z][a-z]", after) and not re.search(r"\b(?:in|by|since|until)\s$", before):
        return None
    return CalendarDate(None, _month(match))


def recurring(match: Match) -> Meaning | None:
    """ "daily", "monthly", "continuously"."""
    key = plain(match["word"])
    if key in ("annual", "quarterly", "yearly") and re.match(r"\s[A-Za-z$]", match.string[match.end() : match.end() + 2]):
        return None
    if match.string[match.end() : match.end() + 1] == "-" or (
        match[0][0].isupper() and re.match(r"\s[A-Z]", match.string[match.end() : match.end() + 2])
    ):
        return None
    return Fixed(TimexType.SET, words()["recurring"][key], kind=TimeType.RECURRING)


def pointer(match: Match) -> Meaning | None:
    """ "now", "recently", "in the near future"."""
    word = plain(match["word"])
    value = next(name for name, group in words()["references"].items() if word in group)
    before = match.string[max(0, match.start() - 12) : match.start()].casefold()
    if word in ("the time", "the moment", "the present") and not re.search(r"\b(?:at|by|for)\s$", before):
        return None
    if word == "the past" and not re.search(r"\b(?:in|from|of|than|like)\s$", before):
        return None
    return Fixed(TimexType.DATE, value)


def length(match: Match) -> Meaning | None:
    """ "six months", "a two-year plan", "several weeks", "$5 million a year"."""
    count, unit = match["n"] or match["n2"], (match["u"] or match["u2"]).casefold()
    number, singular = _first_number(count), unit not in UNIT_PLURALS
    if (
        number in (None, 1.0)
        and singular
        and unit in ("second", "min", "hr", "night", "quarter", "minute" if number is None else "")
    ):
        return None
    if unit.startswith("quarter") and ("-" in match[0] or match.string.startswith(" of", match.end())):
        return None
    if plain(count) in ("a", "an") and RATE.search(match.string[max(0, match.start() - 12) : match.start()]):
        return Fixed(TimexType.SET, _value(1, unit), kind=TimeType.RECURRING)
    if plain(count) in ("some", "many") and singular:
        return None
    if part(match, "half") and number is not None:
        number += 0.5
    return length_of(number, unit)


UNIT_PLURALS = frozenset(
    ["minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries", "quarters", "seconds", "nights"]
)


def vague_length(match: Match) -> Meaning:
    """ "for years", "within weeks"."""
    return length_of(None, match["u"])


def span_word(match: Match) -> Meaning:
    """ "a while", "some time"."""
    return Length(None, "D", "PXX")
