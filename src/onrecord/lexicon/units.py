"""What numbers count: forces, people, money and measures, with the words that bound and move them.

The words are in ``units.toml``, ``currencies.csv`` and ``measures.csv`` beside this module.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.errors import LexiconError

FILE = "units.toml"
LISTS = ("words", "verbs", "by", "straight", "of", "before", "after")
NEEDS = {
    "unit": ("name", "words"),
    "outcome": ("words", "verbs"),
    "body": ("words",),
    "designator": ("words",),
    "bound": ("sign", "words"),
    "addition": ("before", "after"),
    "change": ("direction", "by", "straight", "of"),
}
SIGNS = ("=", "~", "<", ">")
DIRECTIONS = ("up", "down")
SUFFIXES = (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("zzes", "zz"))
NOT_PLURAL = ("ss", "us", "is")
PIECE = re.compile(r"[^\W\d_]+\d*|\S")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of ``units.toml``: its words by field, and sentences that it must catch and must leave alone."""

    kind: str
    name: str
    lists: Mapping[str, frozenset[str]]
    says: str
    leaves: str


@dataclass(frozen=True, slots=True)
class Currency:
    """A word for money: "dollar" alone is the currency of ``code`` where ``default``, "Iraqi dinar" by its adjective."""

    code: str
    word: str
    default: bool
    of: tuple[str, ...]
    symbols: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit of measure: ``words`` in any case and number, ``symbols`` as written."""

    name: str
    words: tuple[str, ...]
    symbols: tuple[str, ...]


@cache
def entries() -> tuple[Entry, ...]:
    """Every entry of ``units.toml`` that holds words."""
    return tuple(parse_entries(_text(FILE)))


def parse_entries(text: str, file: str = FILE) -> Iterator[Entry]:
    """The entries of a TOML text in the form of ``units.toml``; a ``LexiconError`` names file, entry and field."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(file, "the file", "-", f"is not TOML: {error}") from error
    for kind, rows in table.items():
        if kind == "singular":
            continue
        if kind not in NEEDS or not isinstance(rows, list):
            raise LexiconError(file, f"[[{kind}]]", "-", f"is no kind of entry; those are {', '.join(NEEDS)}")
        for number, row in enumerate(rows, start=1):
            yield _entry(file, kind, f"[[{kind}]] {number}", row)


def _entry(file: str, kind: str, where: str, row: Mapping[str, Any]) -> Entry:
    for field in (*NEEDS[kind], "says", "not"):
        if not row.get(field):
            raise LexiconError(file, where, field, "is missing")
    lists = {field: _words(file, where, field, row[field]) for field in NEEDS[kind] if field in LISTS}
    name = str(row.get("name", row.get("sign", row.get("direction", kind))))
    for field, allowed in (("sign", SIGNS), ("direction", DIRECTIONS)):
        if field in NEEDS[kind] and name not in allowed:
            raise LexiconError(file, where, field, f"is {name!r}, not one of {', '.join(allowed)}")
    return Entry(kind, name, lists, str(row["says"]), str(row["not"]))


def _words(file: str, where: str, field: str, given: object) -> frozenset[str]:
    if not isinstance(given, list) or not all(isinstance(word, str) and word == word.casefold().strip() for word in given):
        raise LexiconError(file, where, field, "is not a list of words in lower case")
    return frozenset(given)


@cache
def words_of(kind: str, field: str = "words", name: str | None = None) -> frozenset[str]:
    """The words in ``field`` of all entries of ``kind``, of those called ``name`` where it is given.

    >>> "soldier" in words_of("unit", name="personnel")
    True
    """
    chosen = (entry for entry in entries() if entry.kind == kind and name in (None, entry.name))
    return frozenset(word for entry in chosen for word in entry.lists[field])


@cache
def noun_units() -> Mapping[str, str]:
    """The unit of each noun for people, by its singular: ``{"soldier": "personnel", "child": "person", …}``."""
    return {word: entry.name for entry in entries() if entry.kind == "unit" for word in entry.lists["words"]}


@cache
def bound_signs() -> Mapping[str, str]:
    """The sign of each bounding phrase: ``{"at least": ">", "about": "~", …}``."""
    return {word: entry.name for entry in entries() if entry.kind == "bound" for word in entry.lists["words"]}


@cache
def irregular_singulars() -> Mapping[str, str]:
    """Nouns whose singular no rule gives."""
    given: Mapping[str, str] = tomllib.loads(_text(FILE))["singular"]
    return given


def singular(noun: str) -> str:
    """A plural noun's singular, in lower case.

    >>> [singular(word) for word in ("strikes", "Cities", "aircraft", "bases", "campuses", "airmen", "boxes")]
    ['strike', 'city', 'aircraft', 'base', 'campus', 'airman', 'box']
    """
    low = noun.casefold()
    if known := irregular_singulars().get(low):
        return known
    for ending, instead in SUFFIXES:
        if low.endswith(ending) and len(low) > len(ending) + 1:
            return low.removesuffix(ending) + instead
    if low.endswith("men") and len(low) > 5:
        return low.removesuffix("men") + "man"
    if low.endswith("s") and len(low) > 2 and not low.endswith(NOT_PLURAL):
        return low.removesuffix("s")
    return low


@cache
def currencies() -> tuple[Currency, ...]:
    """The rows of ``currencies.csv``."""
    return tuple(_rows("currencies.csv", _currency))


@cache
def measures() -> tuple[Measure, ...]:
    """The rows of ``measures.csv``."""
    return tuple(_rows("measures.csv", _measure))


@cache
def symbol_codes() -> Mapping[str, str]:
    """The code of each currency symbol that stands before a number: ``{"$": "USD", "A$": "AUD", …}``."""
    return {symbol: currency.code for currency in currencies() for symbol in currency.symbols}


def _rows(file: str, make: Callable[[Mapping[str, str]], Any]) -> Iterator[Any]:
    for number, row in enumerate(csv.DictReader(_text(file).splitlines()), start=2):
        for field, value in row.items():
            if field is None or value is None:
                raise LexiconError(file, f"line {number}", str(field), "has more or fewer cells than the heading")
        yield make(row)


def _currency(row: Mapping[str, str]) -> Currency:
    if not re.fullmatch(r"[A-Z]{3}", row["code"]):
        raise LexiconError("currencies.csv", row["word"], "code", f"is {row['code']!r}, not three capital letters")
    return Currency(row["code"], row["word"], row["default"] == "yes", _cells(row["of"]), _cells(row["symbols"]))


def _measure(row: Mapping[str, str]) -> Measure:
    if not row["name"]:
        raise LexiconError("measures.csv", row["words"] or "an entry", "name", "is missing")
    return Measure(row["name"], _cells(row["words"]), _cells(row["symbols"]))


def _cells(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _text(file: str) -> str:
    return (files("onrecord.lexicon") / file).read_text(encoding="utf-8")
