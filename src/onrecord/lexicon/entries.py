"""The names of the lexicon as they stand in its tables: states, actors, sites, persons and titles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from onrecord.lexicon.folding import fold, is_acronym, key_of
from onrecord.lexicon.tables import FOLDER, Row, read_table
from onrecord.model import Name, NameKind

STATE_COLUMNS = ("canonical", "iso2", "iso3", "geonames", "capital", "latitude", "longitude", "demonyms", "aliases")
ACTOR_COLUMNS = ("canonical", "type", "country", "parent", "aliases")
SITE_COLUMNS = ("canonical", "type", "country", "place", "latitude", "longitude", "aliases")
PERSON_COLUMNS = ("canonical", "office", "country", "aliases")
OFFICE_COLUMNS = ("title", "type", "role")

ACTOR_TYPES = frozenset(
    ["agency", "alliance", "armed_group", "coalition", "force", "government", "group", "ministry", "organization"]
)
SITE_TYPES = frozenset(["airport", "base", "camp", "embassy", "facility", "port", "zone"])
OFFICE_TYPES = frozenset(["honorific", "office", "rank"])


@dataclass(frozen=True, slots=True)
class Listed:
    """A way of writing a name. ``exact`` holds the letters that the text must show, where case or spelling tell names apart."""

    name: Name
    key: str
    form: str
    exact: bool

    def fits(self, words: str) -> bool:
        """Whether the words of a text may be this name, by their case."""
        if self.exact:
            bare = words.replace(".", "")
            return bare == self.form or (words.isupper() and len(words) > 4 and self.form.upper() == bare)
        return words != words.lower() or self.form == self.form.lower()


@dataclass(frozen=True, slots=True)
class State:
    """A state with what its people are called."""

    place: Name
    demonyms: tuple[str, ...]
    capital: str
    geonames: int

    @property
    def actor(self) -> Name:
        """The state as one that acts."""
        return as_actor(self.place, "state")


@dataclass(frozen=True, slots=True)
class Office:
    """A title that goes before a person's name: an office (with the role it names), a rank or an honorific."""

    title: str
    type: str
    role: str


def as_actor(place: Name, kind: str) -> Name:
    """The same state, acting: ``kind`` is ``state`` or ``government``."""
    return Name(place.canonical, NameKind.ACTOR, kind, place.id, place.country, place.latitude, place.longitude)


def slug(name: str) -> str:
    """A name as the last part of an id.

    >>> slug("Da'esh in Côte d'Ivoire")
    'daesh-in-cote-divoire'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def read_states(path: Path = FOLDER / "states.csv") -> Iterator[tuple[State, list[str]]]:
    """The states with their further names."""
    for row in read_table(path, STATE_COLUMNS):
        code = row.country("iso2")
        if code is None:
            raise row.bad("iso2", "is empty: every row needs it")
        if not row["geonames"].isdigit():
            raise row.bad("geonames", f"{row['geonames']!r} is not a number")
        place = Name(
            row.needed("canonical"),
            NameKind.PLACE,
            "country",
            f"iso3166:{code}",
            code,
            row.degrees("latitude", 90),
            row.degrees("longitude", 180),
        )
        yield State(place, tuple(row.several("demonyms")), row.needed("capital"), int(row["geonames"])), row.several("aliases")


def read_actors(path: Path = FOLDER / "actors.csv") -> Iterator[tuple[Name, list[str], str]]:
    """The actors with their further names and the name of the body that they belong to."""
    for row in read_table(path, ACTOR_COLUMNS):
        kind = row.one_of("type", ACTOR_TYPES)
        canonical, country = row.needed("canonical"), row.country("country")
        name = Name(canonical, NameKind.ACTOR, kind, f"onrecord:{slug(canonical)}", country)
        yield name, [*(names := row.several("aliases")), *_with_un(canonical, names)], row["parent"]


def _with_un(canonical: str, names: list[str]) -> Iterator[str]:
    """ "UN Interim Force in Lebanon", "U.N. Interim Force in Lebanon": what the press makes of "United Nations" in front of a name."""
    known = {canonical, *names}
    for name in (name for name in (canonical, *names) if name.startswith("United Nations ")):
        rest = name.removeprefix("United Nations ")
        yield from (short for short in (f"UN {rest}", f"U.N. {rest}") if short not in known and rest != "Organization")


def read_sites(path: Path = FOLDER / "sites.csv") -> Iterator[tuple[Name, list[str]]]:
    """The military sites and embassies with their further names."""
    for row in read_table(path, SITE_COLUMNS):
        canonical = row.needed("canonical")
        name = Name(
            canonical,
            NameKind.SITE,
            row.one_of("type", SITE_TYPES),
            f"onrecord:site/{slug(canonical)}",
            country := row.country("country"),
            row.degrees("latitude", 90),
            row.degrees("longitude", 180),
            chain(row.several("place"), country),
        )
        yield name, row.several("aliases")


@cache
def state_names() -> dict[str, str]:
    """The name of each state by its ISO 3166 code."""
    return {row["iso2"]: row["canonical"] for row in read_table(FOLDER / "states.csv", STATE_COLUMNS)}


def chain(larger: Iterable[str], country: str | None) -> tuple[str, ...]:
    """The larger places that a place lies in, the smallest first, its country last.

    >>> chain(["Taji", "Baghdad"], "IQ"), chain([], None)
    (('Taji', 'Baghdad', 'Iraq'), ())
    """
    return tuple(dict.fromkeys([*filter(None, larger), *filter(None, [state_names().get(country or "")])]))


def read_persons(path: Path = FOLDER / "persons.csv") -> Iterator[tuple[Name, list[str], Row]]:
    """The persons with their further names; the row has the office."""
    for row in read_table(path, PERSON_COLUMNS):
        canonical = row.needed("canonical")
        name = Name(canonical, NameKind.PERSON, "person", f"onrecord:person/{slug(canonical)}", row.country("country"))
        yield name, row.several("aliases"), row


@cache
def given_names() -> frozenset[str]:
    """Given names that are common in reports, folded."""
    rows = read_table(FOLDER / "given_names.csv", ("names",))
    return frozenset(fold(name) for row in rows for name in row.several("names"))


def read_offices(path: Path = FOLDER / "offices.csv") -> Iterator[Office]:
    """The titles that go before a name."""
    for row in read_table(path, OFFICE_COLUMNS):
        kind = row.one_of("type", OFFICE_TYPES)
        if kind == "office":
            row.needed("role")
        yield Office(row.needed("title"), kind, row["role"])


UNITED = frozenset("force coalition alliance organization".split())
VOWELS = frozenset("AEIOU")


def listed(name: Name, forms: list[str]) -> Iterator[Listed]:
    """Each way of writing the name. A form with ``=`` before it, or in capitals only, is kept to its letters; what is read as a word may
    have one capital ("Unifil", "Ecowas")."""
    every = list(dict.fromkeys([name.canonical, *forms]))
    for form in every:
        bare = form.removeprefix("=")
        exact = bare != form or is_acronym(bare)
        yield Listed(name, key_of(bare), bare.replace(".", "") if exact else bare, exact)
        said = bare.capitalize()
        if bare == form and name.type in UNITED and _is_said_as_word(bare) and said not in every:
            yield Listed(name, key_of(bare), said, True)


def _is_said_as_word(form: str) -> bool:
    """Whether an acronym is long enough, and has the vowels, to be read as a word: "UNIFIL", not "MNJTF" or "ISF"."""
    return form.isalpha() and form.isupper() and len(form) >= 4 and not VOWELS.isdisjoint(form)
