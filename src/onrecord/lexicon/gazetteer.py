"""Places of the world: towns, provinces and regions, by any of their spellings, with the country that they lie in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from onrecord.errors import LexiconError
from onrecord.lexicon.entries import chain
from onrecord.lexicon.folding import key_of, without_article
from onrecord.lexicon.tables import FOLDER, Row, read_table
from onrecord.model import Name, NameKind

PLACE_COLUMNS = ("name", "type", "country", "admin1", "id", "latitude", "longitude", "population", "aliases")
PLACE_TYPES = frozenset(["admin1", "city", "continent", "district", "region", "sea", "town", "village"])
RIVAL = 5
"""A place stands for its name where it has this many times the people of any other of that name."""
KNOWN_AMONG_OTHERS = 500_000
"""People of a city that is known without its country although other places have its name."""
KNOWN_ALONE = 20_000
"""People of a city that is known without its country where no other country has a place of its name."""
SMALL = 20_000
"""People of a town that gives way to a province of its name."""
BY_HAND = frozenset(["continent", "region", "sea"])
OURS = "onrecord:place/"
"""How the ids of places begin that were listed by hand: those are known by name alone."""
TOWNS = frozenset(["city", "town", "village"])
SORTS = (BY_HAND, TOWNS, frozenset(["admin1"]), frozenset(["district"]))


class Place:
    """One place of the gazetteer; ``name`` is made when it is asked for, for most never are."""

    __slots__ = ("_row", "country", "id", "population", "type")

    def __init__(self, row: Row) -> None:
        self._row = row
        self.type = row["type"]
        self.country = row["country"]
        self.id = row["id"]
        self.population = int(row["population"])

    @property
    def name(self) -> Name:
        """The place as a value, by its usual English name."""
        row = self._row
        return Name(
            row["name"],
            NameKind.PLACE,
            self.type,
            self.id,
            self.country or None,
            row.degrees("latitude", 90),
            row.degrees("longitude", 180),
            chain([row["admin1"]], self.country),
        )

    @property
    def admin1(self) -> str:
        """The province that it lies in, empty where that is not known."""
        return self._row["admin1"]


VAGUE_PROVINCES = frozenset(
    "central north south east west northern southern eastern western capital coast unity upper lower union centre littoral".split()
)
"""Names of provinces that are words of every day: by themselves they name nothing."""


class Gazetteer:
    """Places by the folded words of their names."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.places: dict[str, list[Place]] = {}
        self.longest: dict[str, int] = {}
        for row in rows:
            self._add(row)

    def _add(self, row: Row) -> None:
        """Takes one row in, after a look at its fields."""
        place = _checked(row)
        for form in (row["name"], *row.several("aliases")):
            key = key_of(form)
            self._enter(key, place)
            if key.startswith("al "):
                self._enter(without_article(key), place)

    def _enter(self, key: str, place: Place) -> None:
        if not key:
            return
        entries = self.places.setdefault(key, [])
        if not entries or entries[-1] is not place:
            entries.append(place)
        first, blank, _ = key.partition(" ")
        length = key.count(" ") + 1 if blank else 1
        if self.longest.get(first, 0) < length:
            self.longest[first] = length

    def candidates(self, key: str) -> list[Place]:
        """The places of that name, the largest first where the table has them so."""
        return self.places.get(key, [])

    def choose(self, key: str, countries: frozenset[str] = frozenset(), *, within: str | None = None) -> Place | None:
        """The one place that is meant, or ``None`` where that would be a guess.

        ``countries`` are those that the text speaks of, ``within`` a type that it asks for ("Kandahar province"). Outside of
        these countries only a large city is known by its name alone, or a middling one if no other place has the name.
        """
        found = [place for place in self.candidates(key) if within in (None, place.type)]
        near = [place for place in found if place.country in countries]
        if near:
            return _outstanding(near)
        first = _outstanding(found)
        if first is None or first.type in BY_HAND or first.id.startswith(OURS):
            return first
        if len(found) == 1 and first.type == "admin1" and (within == "admin1" or key not in VAGUE_PROVINCES):
            return first
        alone = all(place.country == first.country for place in found)
        return first if first.population >= (KNOWN_ALONE if alone else KNOWN_AMONG_OTHERS) else None


def _checked(row: Row) -> Place:
    """The row as a place, with the faults that would only show on use."""
    if not row["name"] or not row["id"]:
        raise row.bad("id" if row["name"] else "name", "is empty: every row needs it")
    if row["type"] not in PLACE_TYPES:
        row.one_of("type", PLACE_TYPES)
    if not row["population"].isdigit():
        raise row.bad("population", f"{row['population']!r} is not a number of people")
    if row["country"]:
        row.country("country")
    return Place(row)


def _outstanding(found: list[Place]) -> Place | None:
    """The only place of the first sort there is (regions, towns, provinces, districts), or the one far larger than all others."""
    for sort in SORTS:
        ranked = sorted((place for place in found if place.type in sort), key=lambda place: -place.population)
        if ranked and not (sort is TOWNS and ranked[0].population < SMALL and any(place.type == "admin1" for place in found)):
            sole = len(ranked) == 1 or ranked[0].population >= RIVAL * max(ranked[1].population, 1)
            return ranked[0] if sole else None
    return None


@cache
def gazetteer() -> Gazetteer:
    """The places that OnRecord brings along, read once."""
    return read_gazetteer()


def read_gazetteer(path: Path = FOLDER / "places.csv") -> Gazetteer:
    """The places of a table; ``LexiconError`` says which row cannot be used, and why."""
    try:
        return Gazetteer(read_table(path, PLACE_COLUMNS))
    except FileNotFoundError:
        raise LexiconError(path.name, "file", "name", "is missing: install OnRecord again") from None
