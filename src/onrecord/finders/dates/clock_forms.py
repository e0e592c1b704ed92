"""What times and parts of the day mean."""

from __future__ import annotations

import re

from onrecord.finders.dates.meanings import Clock, Fixed, Overnight, Same, Step, Weekday
from onrecord.finders.dates.parts import Match, part, plain, suffix_of
from onrecord.finders.dates.resolved import Meaning
from onrecord.finders.dates.vocabulary import number_of, weekday_numbers
from onrecord.model import TimeType, TimexType


def part_of_day(match: Match) -> Meaning:
    """ "Saturday morning", "last night", "yesterday evening"; "Tuesday nights" come again."""
    suffix = suffix_of(match["p"])
    if day := part(match, "wd"):
        number = weekday_numbers()[day[:3].casefold()]
        if match["p"].casefold().endswith("s"):
            return Fixed(TimexType.SET, f"XXXX-WXX-{number}{suffix}", kind=TimeType.RECURRING)
        return Clock(suffix, Weekday(number))
    step = {"yesterday": -1, "tomorrow": 1, "last": -1, "late last": -1}.get(plain(match["rel"]), 0)
    return Clock(suffix, Same("D") if plain(match["rel"]) == "that" else Step(step, "D"))


def day_word(match: Match) -> Meaning:
    """Today, yesterday, tomorrow, tonight."""
    word = plain(match[0])
    if word == "tonight":
        return Clock("TNI", Step(0, "D"))
    return Step({"today": 0, "yesterday": -1, "tomorrow": 1}.get(word, -2 if "before" in word else 2), "D")


def overnight(match: Match) -> Meaning:
    """ "overnight": from one day into the next."""
    return Overnight("TNI")


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
    return Clock(suffix_of(match["p"] or re.sub(r"^mid-?\s?", "", match["mid"].casefold())))
