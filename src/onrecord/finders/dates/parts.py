"""The parts of a matched form read as numbers, years and lengths."""

from __future__ import annotations

import re

from onrecord.finders.dates.meanings import Length
from onrecord.finders.dates.vocabulary import month_numbers, number_of, ordinal_numbers, unit_code, words

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


def part(match: Match, name: str) -> str | None:
    """A named part of a match, ``None`` where the form has no such part."""
    return match.groupdict().get(name)


def plain(word: str) -> str:
    """Small letters, single blanks."""
    return " ".join(word.casefold().split())


def month_of(match: Match) -> int:
    """The number of the month named."""
    return month_numbers()[match["mon"].rstrip(".").casefold()]


def year_of(match: Match) -> int | None:
    """The year in digits, two digits after an apostrophe, or words."""
    if digits := part(match, "y"):
        return int(digits)
    if short := part(match, "yy"):
        return full_year(int(short))
    spoken = part(match, "spoken") or part(match, "nineteen")
    return spoken_year(spoken) if spoken else None


def full_year(two_digits: int) -> int:
    """Two digits as a year: 21 is 2021, 98 is 1998."""
    return two_digits + (2000 if two_digits < 50 else 1900)


def spoken_year(text: str) -> int | None:
    """ "nineteen ninety-seven", "two thousand and five"."""
    first, _, rest = plain(text).replace("-", " ").partition(" ")
    if first == "nineteen":
        value = number_of(rest)
        return None if value is None else 1900 + int(value)
    rest = rest.removeprefix("thousand").removeprefix(" and").strip()
    return 2000 + int(number_of(rest) or 0) if rest else 2000


def day_of(text: str) -> int:
    """The day of the month: "15th", "eighth"."""
    bare = plain(text)
    return ordinal_numbers().get(bare) or int(re.sub(r"\D", "", bare))


def value_of(number: float | None, unit: str) -> str:
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
    return Length(None if number is None else number * count, code, value_of(number, unit))


def first_number(text: str | None) -> float | None:
    """The number, or the lower of two: "two to three weeks"."""
    return number_of(re.split(r"[ -]plus|\s(?:to|or)\s|\s?[-–]\s?(?=\d)", plain(text))[0]) if text else None


def suffix_of(word: str) -> str:
    """The TIMEX3 suffix of a part of the day: ``TMO``."""
    code: str = words()["day_parts"][word.casefold().removesuffix("s")]
    return f"T{code}"
