"""By what a claim is found: the names and ids of those who take part in it, and of where it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from onrecord.lexicon import resolve_name
from onrecord.model import SPECS, Claim, Kind, Name, NameKind

ACTING = (
    "actor", "donor", "recipient", "attacker", "target", "victims", "perpetrator", "loser", "parties", "person",
    "organization", "member", "founder", "speaker", "addressee",
)  # fmt: skip
PLACES = ("place", "site")
RECEIVING = ("recipient", "target", "parties")
HIT = ("target", "victims")
COUNTRY = "iso3166:"


class ArgRow(NamedTuple):
    """One value of one arg, with its id and country where the claim gives them."""

    arg: str
    position: int
    value: str
    name_id: str | None
    country: str | None


class Key(NamedTuple):
    """``role`` is what the name is to the claim: ``actor``, ``place``, ``target`` or ``source``."""

    role: str
    key: str


def fold(words: str) -> str:
    """A name as it is compared: without case, article and spare blanks.

    >>> fold("The  United States"), fold("Theo")
    ('united states', 'theo')
    """
    return " ".join(words.casefold().split()).removeprefix("the ")


def name_key(words: str) -> str:
    """The key of a name."""
    return f"name:{fold(words)}"


@lru_cache(maxsize=20_000)
def own_names(arg: str, words: str) -> frozenset[str]:
    """The keys of a value itself; a place goes by its first name too.

    >>> sorted(own_names("place", "Andar district, Ghazni province"))
    ['name:andar district', 'name:andar district, ghazni province']
    """
    first = {name_key(words.split(",", maxsplit=1)[0])} if arg in PLACES and words.split(",", maxsplit=1)[0].strip() else set()
    return frozenset({name_key(words)} | first)


def arg_rows(claim: Claim) -> Iterator[ArgRow]:
    """Each value of each arg. ``ids`` may hold ``ARG`` and ``ARG.country``, of a list ``ARG.0`` and ``ARG.0.country`` and so on."""
    for arg in claim.args:
        yield from rows_of(claim, arg)


def rows_of(claim: Claim, arg: str) -> Iterator[ArgRow]:
    """Each value of one arg; none where it is left out."""
    value, ids = claim.args.get(arg, ()), claim.ids
    values = value if isinstance(value, tuple) else (value,)
    for position, words in enumerate(values):
        name_id = country = None
        if ids:
            name_id, country = ids.get(f"{arg}.{position}"), ids.get(f"{arg}.{position}.country")
            if len(values) == 1:
                name_id, country = name_id or ids.get(arg), country or ids.get(f"{arg}.country")
        yield ArgRow(arg, position, words, name_id, country or country_of(name_id))


def country_of(name_id: str | None) -> str | None:
    """The ISO 3166 code in the id of a country.

    >>> country_of("iso3166:IQ"), country_of("geonames:98182")
    ('IQ', None)
    """
    return name_id.removeprefix(COUNTRY) if name_id and name_id.startswith(COUNTRY) else None


def keys_of(claim: Claim) -> set[Key]:
    """All keys by which the claim is found."""
    keys = {Key("source", name_key(claim.source))} if claim.source else set()
    for row in arg_rows(claim):
        if row.arg in ACTING:
            keys |= {Key("actor", key) for key in _naming(row)}
        if row.arg in HIT and row.country:
            keys.add(Key("target", COUNTRY + row.country))
        if row.arg in PLACES or (row.arg in RECEIVING and not has_place(claim.kind)):
            keys |= {Key("place", key) for key in _locating(row)}
            keys |= {Key("place", name_key(larger)) for larger in _around(claim, row)}
    return keys


def has_place(kind: Kind) -> bool:
    """Whether claims of this kind say where; for the others, they are where those are whom they concern."""
    return "place" in SPECS[kind].args


def _naming(row: ArgRow) -> set[str]:
    return {name_key(row.value)} | ({row.name_id} if row.name_id else set())


def _locating(row: ArgRow) -> set[str]:
    """By the whole name, by each larger place that it names ("Andar district, Ghazni province"), by id and by country."""
    parts = {name_key(part) for part in row.value.split(",") if part.strip()}
    return _naming(row) | parts | ({COUNTRY + row.country} if row.country else set())


def _around(claim: Claim, row: ArgRow) -> tuple[str, ...]:
    """The larger places that a known place lies in: who asks for Nineveh finds what happened in Mosul."""
    where = claim.locations.get(row.arg)
    return where.within if where is not None else ()


def named(arg: str, words: str) -> tuple[str, str | None]:
    """The canonical name and the id that the lexicon knows for the words of an arg.

    >>> named("place", "iraq"), named("goods", "iraq")
    (('Iraq', 'iso3166:IQ'), ('iraq', None))
    """
    role = "place" if arg in PLACES else "actor" if arg in ACTING else None
    name = lexicon_name(role, words) if role else None
    return (name.canonical, name.id) if name is not None else (words, None)


def lexicon_name(role: str, given: str) -> Name | None:
    """What the lexicon takes these words to name; ``role`` decides between a state and its country.

    >>> lexicon_name("actor", "u.s.").id, lexicon_name("place", "iraq").id
    ('iso3166:US', 'iso3166:IQ')
    """
    forms = (given, given.title(), given.upper()) if given.islower() else (given,)
    kinds = {"actor": (NameKind.ACTOR, NameKind.PERSON), "place": (NameKind.PLACE, NameKind.SITE)}.get(role, (None,))
    return next((name for form in forms for kind in kinds if (name := resolve_name(form, kind=kind))), None)
