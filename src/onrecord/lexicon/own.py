"""Names that users add: actors, persons, places and sites from CSV files, which go before those that OnRecord brings along."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from onrecord.lexicon.entries import ACTOR_TYPES, SITE_TYPES, Listed, as_actor, chain, listed, slug
from onrecord.lexicon.folding import key_of
from onrecord.lexicon.gazetteer import PLACE_TYPES, gazetteer
from onrecord.lexicon.names import Lexicon, name_index
from onrecord.lexicon.tables import Row, read_own_table
from onrecord.model import Name, NameKind

OWN_COLUMNS = ("kind", "canonical", "type", "country", "within", "aliases", "latitude", "longitude", "id")
NEEDED = ("kind", "canonical")
TYPES = {
    NameKind.ACTOR: ACTOR_TYPES,
    NameKind.PERSON: frozenset(["person"]),
    NameKind.PLACE: PLACE_TYPES | {"place"},
    NameKind.SITE: SITE_TYPES,
}
USUAL = {NameKind.ACTOR: "group", NameKind.PERSON: "person", NameKind.PLACE: "place", NameKind.SITE: "facility"}
"""The type of each kind where a row gives none."""
LOCATED = (NameKind.PLACE, NameKind.SITE)
LONGEST = 200
IDENTITY = re.compile(r"[a-z][a-z0-9]*:[^\s|]+")


def lexicon_with(files: Iterable[Path | str]) -> Lexicon:
    """The lexicon in use with the names of these files before its own, those of a later file before an earlier one's.

    Raises ``LexiconError``, which names file, line and field of what cannot be used.
    """
    lexicon = name_index()
    for file in files:
        lexicon = lexicon.with_own(_entries(Path(file), lexicon))
    return lexicon


def _entries(path: Path, lexicon: Lexicon) -> list[Listed]:
    """All ways of writing the names of a file, those that the file itself gives last; one that two rows claim is an error."""
    given: list[Listed] = []
    ours: list[Listed] = []
    known = _by_canonical(lexicon)
    states = {state.place.canonical: state.place for state in lexicon.states.values()}
    lines: dict[tuple[str, str], tuple[int, Name]] = {}
    for row in read_own_table(path, OWN_COLUMNS, NEEDED):
        kind, canonical = NameKind(row.one_of("kind", frozenset(NameKind))), _canonical(row)
        same = known.get((kind, canonical), ())
        name = _state(row, kind, states.get(canonical)) or _name(row, kind, canonical, same)
        for entry in _entries_of(row, name):
            line, first = lines.setdefault((entry.key, entry.form if entry.exact else ""), (row.line, name))
            if first != name:
                field = "canonical" if key_of(canonical) == entry.key else "aliases"
                raise row.bad(
                    field, f"{entry.form!r} is a name of {first.canonical!r} (line {line}). A spelling has one meaning"
                )
            given.append(entry)
        if canonical not in states:
            ours += (replace(entry, name=name) for entry in same)
    return [*ours, *given]


def _by_canonical(lexicon: Lexicon) -> dict[tuple[NameKind, str], list[Listed]]:
    """The ways of writing each name of a lexicon."""
    known: dict[tuple[NameKind, str], list[Listed]] = {}
    for entries in lexicon.by_key.values():
        for entry in entries:
            known.setdefault((entry.name.kind, entry.name.canonical), []).append(entry)
    return known


def _entries_of(row: Row, name: Name) -> Iterator[Listed]:
    """The ways of writing the name of a row; a state's own name stays what it is, a place or an actor as the text has it."""
    forms = row.several("aliases")
    for form in forms:
        if not key_of(form.removeprefix("=")) or not form.isprintable() or len(form) > LONGEST:
            raise row.bad(
                "aliases", f"{form[:LONGEST]!r} is no name: it needs a letter or digit and at most {LONGEST} characters"
            )
    is_state = name.type in ("country", "government") and (name.id or "").startswith("iso3166:")
    return (entry for entry in listed(name, forms) if not (is_state and entry.form == name.canonical))


def _canonical(row: Row) -> str:
    canonical = row.needed("canonical")
    if len(canonical) > LONGEST:
        raise row.bad("canonical", f"has {len(canonical)} characters, more than {LONGEST}")
    if not key_of(canonical) or not canonical.isprintable():
        raise row.bad("canonical", f"{canonical!r} is no name: it needs a letter or digit, and characters that can be printed")
    return canonical


def _state(row: Row, kind: NameKind, place: Name | None) -> Name | None:
    """The state that a row names, as a place or a government. It is ours; a row may give it further names only."""
    if place is None or kind not in (NameKind.ACTOR, NameKind.PLACE):
        return None
    for field in ("type", "country", "within", "latitude", "longitude", "id"):
        if row[field]:
            raise row.bad(field, f"{place.canonical} is a state that OnRecord knows: leave this empty and give aliases")
    return place if kind is NameKind.PLACE else as_actor(place, "government")


def _place_of_ours(row: Row, kind: NameKind, canonical: str) -> Name | None:
    """The place of the gazetteer that a row without a position of its own can only mean."""
    country = row.country("country")
    if kind is not NameKind.PLACE or country is None or row["latitude"]:
        return None
    place = gazetteer().choose(key_of(canonical), frozenset([country]))
    return place.name if place is not None and place.country == country else None


def _name(row: Row, kind: NameKind, canonical: str, same: Sequence[Listed]) -> Name:
    """The name of a row; what it leaves empty is taken from ours of that name."""
    ours = same[0].name if same else _place_of_ours(row, kind, canonical)
    latitude, longitude = row.degrees("latitude", 90), row.degrees("longitude", 180)
    for field, value, other in (("latitude", latitude, longitude), ("longitude", longitude, latitude)):
        if value is None and other is not None:
            raise row.bad(field, "is empty: a position needs both")
        if value is not None and kind not in LOCATED:
            raise row.bad(field, f"a name of kind {kind.value} has no position: leave it empty")
    country = row.country("country") or (ours.country if ours else None)
    larger = row.several("within")
    if larger and kind not in LOCATED:
        raise row.bad("within", f"a name of kind {kind.value} lies nowhere: leave it empty")
    if latitude is None and ours is not None:
        latitude, longitude = ours.latitude, ours.longitude
    within = ours.within if ours and not larger else chain(larger, country) if kind in LOCATED else ()
    return Name(canonical, kind, _type(row, kind, ours), _identity(row, kind, ours), country, latitude, longitude, within)


def _type(row: Row, kind: NameKind, ours: Name | None) -> str:
    if row["type"]:
        return row.one_of("type", TYPES[kind])
    return ours.type if ours else USUAL[kind]


def _identity(row: Row, kind: NameKind, ours: Name | None) -> str:
    """The id that a row gives, else ours, else one made from its words."""
    given = row["id"]
    if given:
        if len(given) > LONGEST or not IDENTITY.fullmatch(given):
            raise row.bad("id", f"{given!r} is no id. Write it as scheme:value, such as wikidata:Q796")
        return given
    if ours is not None and ours.id is not None:
        return ours.id
    canonical = row["canonical"]
    word = slug(canonical) if canonical.isascii() else ""
    return f"own:{kind.value}/{word or sha256(canonical.encode()).hexdigest()[:12]}"
