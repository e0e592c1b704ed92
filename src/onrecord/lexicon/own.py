"""Names that users add: actors, persons, places and sites from CSV files, which go before those that OnRecord brings along."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
    """All ways of writing the names of a file; one that two rows claim is an error."""
    entries: list[Listed] = []
    lines: dict[tuple[str, str], tuple[int, Name]] = {}
    for row in read_own_table(path, OWN_COLUMNS, NEEDED):
        for entry in _entries_of(row, lexicon):
            told = (entry.key, entry.form if entry.exact else "")
            line, name = lines.setdefault(told, (row.line, entry.name))
            if name != entry.name:
                field = "canonical" if key_of(entry.name.canonical) == entry.key else "aliases"
                raise row.bad(
                    field, f"{entry.form!r} is a name of {name.canonical!r} (line {line}). A spelling has one meaning"
                )
            entries.append(entry)
    return entries


def _entries_of(row: Row, lexicon: Lexicon) -> Iterator[Listed]:
    """The ways of writing the name of a row, with those that the lexicon has for the same name."""
    kind = NameKind(row.one_of("kind", frozenset(NameKind)))
    canonical = _canonical(row)
    state = next((state for state in lexicon.states.values() if state.place.canonical == canonical), None)
    forms = row.several("aliases")
    for form in forms:
        if not key_of(form.removeprefix("=")):
            raise row.bad("aliases", f"{form!r} has no letter or digit")
    if state is not None and kind in (NameKind.ACTOR, NameKind.PLACE):
        _only_aliases(row)
        name = state.place if kind is NameKind.PLACE else as_actor(state.place, "government")
        yield from (entry for entry in listed(name, forms) if entry.form != canonical)
        return
    known = lexicon.entries_of(canonical, kind)
    name = _name(row, kind, canonical, known[0].name if known else _place_of_ours(row, kind, canonical))
    yield from listed(name, forms)
    yield from (Listed(name, entry.key, entry.form, entry.exact) for entry in known)


def _canonical(row: Row) -> str:
    canonical = row.needed("canonical")
    if len(canonical) > LONGEST:
        raise row.bad("canonical", f"has {len(canonical)} characters, more than {LONGEST}")
    if not key_of(canonical):
        raise row.bad("canonical", f"{canonical!r} has no letter or digit")
    return canonical


def _only_aliases(row: Row) -> None:
    """A state is ours; a row may give it further names only."""
    for field in ("type", "country", "within", "latitude", "longitude", "id"):
        if row[field]:
            raise row.bad(field, f"{row['canonical']} is a state that OnRecord knows: leave this empty and give aliases")


def _place_of_ours(row: Row, kind: NameKind, canonical: str) -> Name | None:
    """The place of the gazetteer that a row without a position of its own can only mean."""
    country = row.country("country")
    if kind is not NameKind.PLACE or country is None or row["latitude"]:
        return None
    place = gazetteer().choose(key_of(canonical), frozenset([country]))
    return place.name if place is not None and place.country == country else None


def _name(row: Row, kind: NameKind, canonical: str, ours: Name | None) -> Name:
    """The name of a row; what it leaves empty is taken from ours of that name."""
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
