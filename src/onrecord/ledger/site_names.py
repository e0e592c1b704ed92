"""Which facts are of one site: by its id, else by its name and place. A site without a name of its own is that of its fact alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.ledger.keys import fold
from onrecord.ledger.parties import Party, first_of, parties_of
from onrecord.lexicon import resolve_name
from onrecord.lexicon.words import word_set
from onrecord.model import Fact, NameKind

BASE = re.compile(
    r"(?:(?:military|army) )?bases? (?:at|in|of) (?P<at>\S.*)|(?P<before>\S.*?) (?:military |army )?base", re.IGNORECASE
)
TOWN = "geonames:"


@dataclass(frozen=True, slots=True)
class Where:
    """The place that a fact gives, and the names of it and of all that it lies in; no names where none is given."""

    name: str | None = None
    around: frozenset[str] = frozenset()


@dataclass(slots=True)
class OneSite:
    """The facts of one site."""

    site: Party
    where: Where
    named: bool
    facts: list[Fact] = field(default_factory=list)


def sites_of(facts: Iterable[Fact]) -> list[OneSite]:
    """The sites that these facts name, each with its facts, which keep their order."""
    told = [
        (fact, site) for fact in facts for site in parties_of(fact, "site") if site.id or len(parties_of(fact, "site")) == 1
    ]
    ids = ids_by_name(site for _, site in told)
    by_id: dict[str, OneSite] = {}
    by_name: dict[str, list[tuple[Fact, Party]]] = {}
    found: list[OneSite] = []
    for fact, site in told:
        known = _own_id(site) or ids.get(own_name(site.name))
        if known:
            one = by_id.setdefault(known, OneSite(Party(site.name, known), where_of(fact), named=True))
            one.facts.append(fact)
        elif is_named(site.name) or _is_mission(site.name, where_of(fact)):
            by_name.setdefault(own_name(site.name), []).append((fact, site))
        else:
            found.append(OneSite(site, where_of(fact), named=False, facts=[fact]))
    for alike in by_name.values():
        found += _by_place(alike)
    return [*by_id.values(), *found]


def ids_by_name(sites: Iterable[Party]) -> dict[str, str]:
    """The ids of names that only one known site bears, so that a claim by the name alone is of that site."""
    ids: dict[str, set[str]] = {}
    for site in sites:
        if id := _own_id(site):
            ids.setdefault(own_name(site.name), set()).add(id)
    return {name: next(iter(known)) for name, known in ids.items() if len(known) == 1 and is_named(name.title())}


def own_name(name: str) -> str:
    """By what a site is told from others: a base goes by its town, which a list of bases names alone.

    >>> own_name("base at Kidal"), own_name("Kidal base"), own_name("Kidal"), own_name("Camp Mill"), own_name("US base")
    ('kidal', 'kidal', 'kidal', 'camp mill', 'us base')
    >>> own_name("army post at Kirk"), own_name("post at Kirk")
    ('post at kirk', 'post at kirk')
    """
    found = BASE.fullmatch(name.strip())
    town = (found["at"] or found["before"]) if found else None
    words = fold(town if town and is_named(town) else name).split()
    whose = len(words) > 2 and words[0] in word_set("merging", "words_force") and words[1] in word_set("people", "nouns_site")
    return " ".join(words[1:] if whose else words)


def _own_id(site: Party) -> str | None:
    """The id of a site; that of the town it lies in is none, and a base may go by it."""
    return None if site.id and site.id.startswith(TOWN) else site.id


def _is_mission(name: str, where: Where) -> bool:
    """Whether the words tell an embassy by whose it is and where: there is but one."""
    words = name.split()
    whose = any(resolve_name(word, kind=NameKind.ACTOR) for word in words if word[:1].isupper())
    return whose and where.name is not None and not word_set("merging", "nouns_of_one_state").isdisjoint(fold(name).split())


def is_named(name: str) -> bool:
    """Whether a site has a name of its own, and not only a word for what it is and whose.

    >>> is_named("Camp Mill"), is_named("post"), is_named("US base"), is_named("K-1")
    (True, False, False, True)
    """
    own = (word for word in name.split() if word[:1].isupper() or any(map(str.isdigit, word)))
    return any(resolve_name(word, kind=NameKind.ACTOR) is None for word in own)


def where_of(fact: Fact) -> Where:
    """The place that a fact gives first, with what it lies in."""
    place = first_of(fact, "place")
    if place is None:
        site = next((where for entry in fact.entries if (where := entry.claim.locations.get("site"))), None)
        return Where(
            site.within[0] if site and site.within else None, frozenset(map(fold, site.within)) if site else frozenset()
        )
    within = (entry.claim.locations["place"].within for entry in fact.entries if "place" in entry.claim.locations)
    names = {place.name, *place.name.split(","), *next(within, ()), *([place.id] if place.id else [])}
    return Where(place.name, frozenset(map(fold, names)))


def _by_place(alike: list[tuple[Fact, Party]]) -> list[OneSite]:
    """Sites of one name, parted by place: a place joins the only one in which it lies, or that lies in it."""
    found: list[OneSite] = []
    for fact, site in sorted(alike, key=lambda one: -len(where_of(one[0]).around)):
        where = where_of(fact)
        fitting = [one for one in found if may_lie_together(one.where, where)]
        if len(fitting) == 1:
            fitting[0].facts.append(fact)
            fitting[0].site = max(fitting[0].site, site, key=lambda party: len(party.name))
        else:
            found.append(OneSite(site, where, named=True, facts=[fact]))
    for one in found:
        order = {fact: number for number, (fact, _) in enumerate(alike)}
        one.facts.sort(key=lambda fact: order[fact])
    return found


def may_lie_together(one: Where, other: Where) -> bool:
    """Whether two places may be one: either is not told, or one lies in the other."""
    if one.name is None or other.name is None:
        return True
    return fold(one.name) in other.around or fold(other.name) in one.around
