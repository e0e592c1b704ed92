"""What steps, stretches, lengths, repetitions and pointers mean, each ``None`` to words that only look so."""

from __future__ import annotations

import re

from onrecord.finders.dates.meanings import Clock, DecadeOf, Fixed, Length, Same, Step, Then, TheWeekend, Window
from onrecord.finders.dates.parts import (
    ANCHORED,
    WHICH,
    Match,
    first_number,
    length_of,
    month_of,
    part,
    plain,
    suffix_of,
    value_of,
)
from onrecord.finders.dates.quarters import QuarterStep, QuarterYearAgo, YearBefore
from onrecord.finders.dates.resolved import Meaning
from onrecord.finders.dates.vocabulary import number_of, ordinal_numbers, unit_code, weekday_numbers, words
from onrecord.model import TimeType, TimexType

LASTING = re.compile(r"\b(?:will|to|would|could|can|may|might|should|must|not|[a-z]{3,}s)\s$")
RATE = re.compile(r"(?:\d|million|billion|trillion|times|percent|[a-rt-z]s|dollars|people)\s$")
OFFSET = re.compile(r"\s(?:after|before|since|later|earlier)\b")


def first_units(match: Match) -> Meaning | None:
    """ "the first nine months": a length; not "will last nine months"."""
    if match[0][:4].casefold() == "last" and LASTING.search(match.string[max(0, match.start() - 16) : match.start()]):
        return None
    return length_of(number_of(match["n"]), match["u"])


def window(match: Match) -> Meaning | None:
    """ "the past 24 hours", "the next 18 months", "the coming weeks", "recent years"."""
    which, unit = plain(match["w"]), match["u"] or match["us"]
    if which == "last" and LASTING.search(match.string[max(0, match.start() - 16) : match.start()]):
        return None
    number = first_number(match["n"])
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
    return Window(None if number is None else number * count, code, sign, value_of(number, unit))


def past_unit(match: Match) -> Meaning | None:
    """ "the past year": the stretch of one unit up to now."""
    count, code = unit_code(match["u"])
    if match["w"].casefold() == "last" and match["u"] not in ("decade", "century", "hour"):
        return None if match["u"] == "day" else Step(-1, code) if count == 1 else QuarterStep(-1)
    return Window(count, code, -1, value_of(1, match["u"]))


def ahead(match: Match) -> Meaning:
    """ "the weeks ahead"."""
    return Window(None, unit_code(match["u"])[1], 1, value_of(None, match["u"]))


def ago(match: Match) -> Meaning | None:
    """ "three days ago", "two weeks earlier", "months later", "a year from now"."""
    word, (count, code) = plain(match["w"]), unit_code(match["u"])
    back = word in ("ago", "earlier", "before", "previously")
    anchored = word not in ("ago", "from now", "hence")
    if match["n"] is None and not match["u"].casefold().endswith("s"):
        return None
    number = first_number(match["n"])
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


def which_unit(match: Match) -> Meaning | None:
    """ "last week", "this year", "the following day", "that month", "the same day"."""
    which, unit = plain(match["w"]), match["u"].casefold()
    code = "WE" if unit == "weekend" else unit_code(unit)[1]
    the = match[0].casefold().startswith("the")
    if unit in ("decade", "century"):
        return (
            Window(unit_code(unit)[0], "Y", WHICH[which], value_of(1, unit))
            if which in ("last", "past", "next", "coming")
            else None
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
        return Window(1, code, -1, value_of(1, unit)) if the and code != "WE" else Step(-1, code)
    return Step(WHICH[which], code)


def before_last(match: Match) -> Meaning:
    """ "the week before last", "the night before last"."""
    if match["u"].casefold() == "night":
        return Clock("TNI", Step(-2, "D"))
    return Step(-2, unit_code(match["u"])[1])


def lone_neighbour(match: Match) -> Meaning:
    """ "the day before", "the year after", at the end of a clause."""
    return Step(1 if match["w"].casefold() == "after" else -1, unit_code(match["u"])[1], anchored=True)


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
        fixed = f"XXXX-WXX-{weekday_numbers()[match['wd'][:3].casefold()]}" + (suffix_of(match["wp"]) if match["wp"] else "")
    elif match["mon"]:
        fixed = f"XXXX-{month_of(match):02d}"
    elif match["season"]:
        fixed = "XXXX-" + words()["seasons"][match["season"].casefold()]
    elif match["p"]:
        fixed = "XXXX-WXX-WE" if match["p"].casefold() == "weekend" else "XXXX-XX-XX" + suffix_of(match["p"])
    if fixed:
        return Fixed(TimexType.SET, fixed, kind=TimeType.RECURRING)
    number = {"other": 2.0, "single": 1.0, "few": None}.get(plain(match["n"] or "single"), number_of(match["n"] or "one"))
    return Fixed(TimexType.SET, value_of(number, match["u"]), kind=TimeType.RECURRING)


def times_a(match: Match) -> Meaning:
    """ "twice a week", "three times a day"."""
    return Fixed(TimexType.SET, value_of(1, match["u"]), kind=TimeType.RECURRING)


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


def unit_out(match: Match) -> Meaning:
    """ "before the year is out"."""
    return DecadeOf() if match["u"].casefold() == "decade" else Step(0, unit_code(match["u"])[1])


def decade(match: Match) -> Meaning:
    """ "the decade", "this decade": that of the day of writing."""
    return DecadeOf()


def further_notice(match: Match) -> Meaning:
    """ "until further notice": nobody knows when."""
    return Fixed(TimexType.DATE, "FUTURE_REF")


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
    if match["word"] == "Now" and before.rstrip()[-1:].isalnum():
        return None  # "Qal'ah-ye Now district"
    if word == "the past" and not re.search(r"\b(?:in|from|of|than|like)\s$", before):
        return None
    return Fixed(TimexType.DATE, value)


def length(match: Match) -> Meaning | None:
    """ "six months", "a two-year plan", "several weeks", "$5 million a year"."""
    count, unit = match["n"] or match["n2"], (match["u"] or match["u2"]).casefold()
    number, singular = first_number(count), unit not in UNIT_PLURALS
    if (
        number in (None, 1.0)
        and singular
        and unit in ("second", "min", "hr", "night", "quarter", "minute" if number is None else "")
    ):
        return None
    if unit.startswith("quarter") and ("-" in match[0] or match.string.startswith(" of", match.end())):
        return None
    rate = RATE.search(match.string[max(0, match.start() - 12) : match.start()])
    if plain(count) in ("a", "an") and rate and not OFFSET.match(match.string, match.end()):
        return Fixed(TimexType.SET, value_of(1, unit), kind=TimeType.RECURRING)
    if plain(count) in ("some", "many") and (singular or match.string[max(0, match.start() - 3) : match.start()] == "as "):
        return None
    if part(match, "half") and number is not None:
        number += 0.5
    return length_of(number, unit)


UNIT_PLURALS = frozenset(
    ["minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries", "quarters", "seconds", "nights"]
)


def vague_length(match: Match) -> Meaning:
    """ "for years", "within weeks"."""
    return length_of(None, match["u"] or match["u2"])


def span_word(match: Match) -> Meaning:
    """ "a while", "some time"."""
    return Length(None, "D", "PXX")
