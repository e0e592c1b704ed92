"""Who takes part in a fact, and whether two names may be one party."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.ledger.keys import arg_rows, country_of, fold, rows_of
from onrecord.ledger.names import Asked
from onrecord.model import Claim, Fact


@dataclass(frozen=True, slots=True)
class Party:
    """A name with its id and country, as far as a claim gives them."""

    name: str
    id: str | None = None
    country: str | None = None

    @property
    def key(self) -> str:
        """By what it is told apart: its id, else its name."""
        return self.id or fold(self.name)


def parties_in(claim: Claim, arg: str) -> tuple[Party, ...]:
    """The parties that a claim names in this arg."""
    if arg not in claim.args:
        return ()
    return tuple(Party(row.value, row.name_id, row.country) for row in rows_of(claim, arg))


def parties_of(fact: Fact, arg: str) -> tuple[Party, ...]:
    """The parties that the claims of a fact name in this arg, the first known first, each once."""
    found: dict[str, Party] = {}
    for entry in fact.entries:
        for party in parties_in(entry.claim, arg):
            found.setdefault(party.key, party)
    return tuple(found.values())


def first_of(fact: Fact, arg: str) -> Party | None:
    """The party, or all of a list as one, that the first claim of the fact that tells it names."""
    found = next((parties for entry in fact.entries if (parties := parties_in(entry.claim, arg))), ())
    if len(found) < 2:
        return found[0] if found else None
    return Party(", ".join(party.name for party in found), "|".join(sorted(party.key for party in found)))


def may_be_one(one: Party | None, other: Party | None) -> bool:
    """Whether two names may be one party: one is not given, they are the same, or of one country.

    >>> may_be_one(Party("Iraq", "iso3166:IQ", "IQ"), Party("Iraqi Security Forces", "onrecord:isf", "IQ"))
    True
    >>> may_be_one(Party("Northland"), Party("Southland")), may_be_one(Party("Northland"), None)
    (False, True)
    """
    if one is None or other is None or one.key == other.key:
        return True
    if one.country and other.country:
        return one.country == other.country
    return bool(one.id and other.id and (one.country or other.country))  # a coalition may be told by one of its states


def is_of(asked: Asked, claim: Claim, args: Iterable[str]) -> bool:
    """Whether an arg names whom a user asks for, or somebody that belongs to the country asked for."""
    args = tuple(args)
    codes = {code for key in asked.keys if (code := country_of(key))}
    return asked.is_in(claim, args) or any(row.country in codes for row in arg_rows(claim) if row.arg in args)


def is_country(asked: Asked) -> bool:
    """Whether a user asks for a country."""
    return any(map(country_of, asked.keys))
