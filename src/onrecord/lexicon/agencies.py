"""News agencies: whose copy other outlets carry, by any of the names under which they are credited (``agencies.csv``)."""

from __future__ import annotations

from functools import cache

from onrecord.lexicon.tables import FOLDER, read_table

COLUMNS = ("name", "country", "aliases")


@cache
def _agencies() -> dict[str, str]:
    """The agency of each way of writing one; initials count only as they are written."""
    found: dict[str, str] = {}
    for row in read_table(FOLDER / "agencies.csv", COLUMNS):
        row.country("country")
        name = row.needed("name")
        for alias in (name, *row.several("aliases")):
            if found.setdefault(_key(alias), name) != name:
                raise row.bad("aliases", f"{alias!r} is another agency already")
    return found


def agency_named(words: str) -> str | None:
    """The agency that these words name, and nothing but it.

    >>> agency_named("AFP"), agency_named("the Associated Press"), agency_named("ap"), agency_named("AP photo")
    ('Agence France-Presse', 'Associated Press', None, None)
    """
    return _agencies().get(_key(words))


def _key(words: str) -> str:
    plain = " ".join(words.split()).strip(" .")
    plain = plain[4:] if plain[:4].casefold() == "the " else plain
    return plain if len(plain) < 6 and plain.isupper() else f"{plain.casefold()} "
