"""The words of dates as pieces of regular expressions, from ``lexicon/dates.toml``, read when first needed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.errors import LexiconError

FILE = "dates.toml"


@cache
def words() -> dict[str, Any]:
    """The whole lexicon of dates."""
    data = files("onrecord.lexicon").joinpath(FILE).read_bytes().decode()
    try:
        return tomllib.loads(data)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(FILE, "the file", "", str(error)) from error


def any_of(alternatives: Iterable[str]) -> str:
    """One group for all alternatives, the longest first so that none hides another."""
    return "(?:" + "|".join(sorted(alternatives, key=len, reverse=True)) + ")"


@cache
def month_numbers() -> dict[str, int]:
    """Names and abbreviations of months, in small letters, by their number."""
    numbers: dict[str, int] = {}
    for number, (name, short) in enumerate(words()["months"].items(), 1):
        numbers |= {key.casefold(): number for key in (name, *short)}
    return numbers


@cache
def weekday_numbers() -> dict[str, int]:
    """Weekdays by their first three letters, Monday being 1."""
    return {name[:3].casefold(): number for number, name in enumerate(words()["weekdays"]["names"], 1)}


@cache
def ordinal_numbers() -> dict[str, int]:
    """ "first" to "thirty-first"."""
    return {word: number for number, word in enumerate(words()["numbers"]["ordinals"], 1)}


@cache
def cardinal_numbers() -> dict[str, int]:
    """ "one" to "ninety-nine", and "hundred" and "thousand" by themselves."""
    units, tens = words()["numbers"]["units"], words()["numbers"]["tens"]
    numbers = {word: value for value, word in enumerate(units) if value}
    for ten, word in enumerate(tens, 2):
        numbers[word] = ten * 10
        numbers |= {f"{word} {unit}": ten * 10 + value for value, unit in enumerate(units[:10]) if value}
    return numbers | {"hundred": 100, "thousand": 1000, "dozen": 12}


def number_of(text: str) -> float | None:
    """What a number says: "18", "2 1/2", "twenty-four", "a couple of"; ``None`` for "several".

    >>> [number_of(t) for t in ("18", "a", "twenty-four", "2 1/2", "a couple of", "several", "a hundred", "two hundred")]
    [18.0, 1.0, 24.0, 2.5, 2.0, None, 100.0, 200.0]
    """
    plain = " ".join(text.casefold().replace("-", " ").split()).removesuffix(" of")
    half = 0.5 if plain.endswith(("1/2", "½", " and a half")) else 0.0
    plain = plain.removesuffix("1/2").removesuffix("½").removesuffix(" and a half").strip()
    if plain in ("a", "an", "the", "another", "an additional"):
        return 1 + half
    if plain in ("half", "half a", "half an", "a half"):
        return 0.5
    if plain in ("a couple", "couple"):
        return 2.0
    value = _digits(plain) or _counted(plain)
    return None if value is None else value + half


def _digits(plain: str) -> float | None:
    bare = plain.replace(",", "")
    return float(bare) if bare.replace(".", "", 1).isdecimal() and bare.isascii() else None


def _counted(plain: str) -> float | None:
    """Number words, with a multiplier at the end: "two hundred"."""
    known = cardinal_numbers()
    if plain in known:
        return float(known[plain])
    first, _, last = plain.rpartition(" ")
    if last in ("hundred", "thousand", "dozen"):
        times = 1 if first == "a" else known.get(first)
        return None if times is None else float(times * known[last])
    return None


def unit_code(word: str) -> tuple[int, str]:
    """How many of which ISO 8601 unit a unit word is: a decade is ``(10, "Y")``, an hour ``(1, "TH")``."""
    bare = word.casefold().rstrip(".")
    units = words()["units"]
    code: str = units.get(bare) or units[bare.removesuffix("s")]
    digits = code.rstrip("DWMYTHS")
    return int(digits or 1), code[len(digits) :]


@cache
def pieces() -> dict[str, str]:
    """Named pieces of patterns, to be filled into the rules of the grammar by ``format``."""
    lex = words()
    full = [name for name in lex["months"] if name not in ("May", "March")]
    short = [s for names in lex["months"].values() for s in names]
    numbers = [w.replace(" ", "[- ]") for w in cardinal_numbers() if w not in ("hundred", "thousand", "dozen")]
    cardinal = any_of(numbers)
    week = lex["weekdays"]
    days = [*week["names"], *[name.upper() for name in week["names"]]]
    return {
        "S": r"(?:\s{1,3})",
        "MONTH": "(?-i:"
        + any_of([n for m in (*lex["months"],) for n in (m, m.upper())] + [rf"{n}\b\.?" for s in short for n in (s, s.upper())])
        + ")",
        "BARE_MONTH": "(?-i:" + any_of([n for m in full for n in (m, m.upper())] + [rf"{s}\." for s in short]) + ")",
        "WEEKDAY": "(?-i:" + any_of(days) + ")",
        "ANY_WEEKDAY": "(?-i:" + any_of([*days, *[rf"{s}\b\.?" for s in week["short"]]]) + ")",
        "SEASON": any_of(lex["seasons"]),
        "UNIT": any_of(rf"{u}s?" for u in lex["units"]) + r"\b",
        "NUM": rf"(?:\d{{1,3}}(?:,\d{{3}}|\.\d)?(?:[ -]1/2|½)?|{cardinal}(?:[- ](?:hundred|thousand|dozen))?(?:\sand\sa\shalf)?|an?\s(?:hundred|dozen|thousand|couple\sof|couple)|a\scouple|half\san?|another|an\sadditional|an?)",
        "VAGUE": any_of(lex["numbers"]["vague"]),
        "ORDINAL": any_of(list(ordinal_numbers())),
        "DAY": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,]\d|:\d)",
        "YEAR": r"(?:1[0-9]|20)\d\d(?![\w%]|[,.]\d)",
        "NEAR_YEAR": r"(?:19|20)\d\d(?![\w%]|[,.]\d)",
        "SPOKEN": rf"(?:nineteen[- ]{any_of(n for n in numbers if n not in lex['numbers']['units'][1:10])}|two\sthousand(?:\sand\s{cardinal})?)",
        "PART": "(?:morning|afternoon|evening|night)s?",
        "REF": any_of(w.replace(" ", r"\s") for group in lex["references"].values() for w in group),
        "UNMARKED": any_of(lex["unmarked"]["words"]),
        "RECURRING": any_of(w.replace(" ", r"\s") for w in lex["recurring"]),
        "HOLIDAY": "(?-i:" + any_of(w.replace(" ", r"\s").replace("'", "[’']") for w in lex["holidays"]) + ")",
        "MOVABLE": "(?-i:" + any_of(w.replace(" ", r"\s").replace("'", "[’']?") for w in lex["movable"]) + ")",
        "ZONE": r"(?:\s?(?-i:GMT|UTC|EST|EDT|ET|CET|BST|PST|PDT|Zulu|Z|L)\b|\slocal(?:\stime)?\b|\s\(?[A-Z][a-z]+\stime\)?)",
        "WHICH": r"(?:last|next|this\spast|this\scoming|this|past|coming|previous|preceding|following|the\ssame|the\svery\ssame|that\ssame|that|current|latest|upcoming)",
    }
