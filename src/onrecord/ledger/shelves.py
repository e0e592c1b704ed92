"""Where the like of an entry is found: shelves, so that a claim is compared with few and yet with all that it may be one with.

An entry stands on some shelves and is looked for on some, and two that may be one always meet: what one gives and the other may leave
out, the number or the country, is a face of a shelf, and whoever leaves it out looks at all faces.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from hashlib import blake2b
from itertools import product
from typing import NamedTuple

from onrecord.ledger.keys import country_of, fold
from onrecord.ledger.namings import tokens
from onrecord.ledger.told import AHEAD, FREE, LASTING, NUMBERED, Told
from onrecord.lexicon.words import word_set
from onrecord.model import SPECS, Kind, Stage, Status, Time

MONTH = 31
LONGEST = 24
"""So many months of a long time are shelved one by one; a longer one stands on a shelf of its own."""
ON_A_DAY = (Kind.ATTACK, Kind.CASUALTIES, Kind.TERRITORY)
"""What happens in one place on one day is compared, whoever takes part."""
IN_A_PLACE = (Kind.ATTACK, Kind.CASUALTIES, Kind.MEETING)
"""Of these, two that name places in two countries are two, whoever takes part."""
BESIDES = {Kind.SITE: ("actor",), Kind.CASUALTIES: ("perpetrator",)}
"""Further args by which the like of an entry is found."""
ALWAYS = 0
"""The month of a shelf that has none."""
BITS = 46
"""Of a hash; the seventeen in front take any month up to the year 9999."""
ANY, NONE = "any", "none"
SCHEMES = {"iso3166", "geoname", "wikidata"}
"""Beginnings of ids, which say nothing of who it is."""
Month = int | str
Faces = tuple[Hashable, ...]
Shelf = tuple[Month, Hashable, tuple[str, ...]]
PLAIN: tuple[str, ...] = ()


class Shelves(NamedTuple):
    """The shelves on which an entry stands, and those on which its like are looked for, as hashes of 64 bits.

    Those of a month begin with it, so that what is told at one time lies together in an index.
    """

    own: frozenset[int]
    sought: frozenset[int]


def shelves_of(told: Told) -> Shelves:
    """Where an entry stands and where its like do; two that may be one share a shelf, and a shelf holds few."""
    sort = sort_of(told)
    own, sought = set(), set()
    sides = {"number": _number_faces(told), "country": _country_faces(told), "organization": _organization_faces(told)}
    for month, shelf, faced in _shelves(told):
        if faced:
            stands, looks = (product(*(sides[face][way] for face in faced)) for way in (0, 1))
            own |= {_hashed(month, (sort, shelf, *faces)) for faces in stands}
            sought |= {_hashed(month, (sort, shelf, *faces)) for faces in looks}
        else:
            one = _hashed(month, (sort, shelf))
            own.add(one)
            sought.add(one)
    return Shelves(frozenset(own), frozenset(sought))


def sort_of(told: Told) -> Hashable:
    """What two entries must share to be compared at all: see ``alike.agree``."""
    claim = told.entry.claim
    said: Hashable = told.words if claim.kind is Kind.STATEMENT else None
    if claim.kind in NUMBERED:
        numbers = sorted(told.numbers.items())
        bound = len(numbers) == 1 and claim.kind is not Kind.FORCE_LEVEL  # "20 trucks" and "up to 20 trucks"
        said = (told.unit, numbers[0][1] if bound else tuple(numbers))
    return (claim.kind.value, claim.status.value, claim.status is Status.ACTUAL and claim.stage is Stage.UNDERWAY, said)


def _shelves(told: Told) -> Iterator[Shelf]:
    """By its words, by its report, by its numbers, by those who take part, at its time: the month, the shelf, its faces."""
    claim = told.entry.claim
    spec = SPECS[claim.kind]
    yield (ALWAYS, ("words", told.words), PLAIN)
    if claim.kind is Kind.STATEMENT:  # its words are of its sort already
        return
    yield (told.published // MONTH if told.published else ALWAYS, ("report", told.entry.report.id), PLAIN)
    given = [
        (arg, name)
        for arg in (*spec.identifying, "place", "site", *BESIDES.get(claim.kind, ()))
        for name in sorted(told.names.get(arg, ()))
    ]
    months: tuple[Month, ...] = ("ever",) if claim.kind in LASTING or told.is_once else tuple(_months(told))
    whole = tuple(tuple(sorted(told.names.get(arg, ()))) for arg in spec.identifying if arg not in FREE)
    yield from ((ALWAYS, ("due", day[4:], *whole), PLAIN) for day in _days_told(told.time))
    if told.announced is not None:
        yield (ALWAYS, ("announced", told.announced, *whole), PLAIN)
    if told.is_telling:
        yield (ALWAYS, ("numbers", *sorted(told.numbers.items()), *whole), PLAIN)
    local = claim.kind in IN_A_PLACE and not told.is_once
    numbered = ("number",) if local else PLAIN
    both = ("number", "country") if local else ("organization",) if claim.kind is Kind.ROLE else PLAIN
    for month in months:
        yield (month, ("all", *whole), both)
        for number in set(told.numbers.values()):
            yield from ((month, (arg, name, number), both if arg != "place" else PLAIN) for arg, name in given)
        if told.missing or "place" in spec.further:
            yield from ((month, (one, other), numbered) for i, one in enumerate(given) for other in given[i + 1 :])
    if claim.kind in ON_A_DAY and told.first is not None and told.first == told.last:
        where = told.names.get("place", frozenset()) | told.names.get("target", frozenset())
        yield from ((told.first // MONTH, ("there", told.first, name), PLAIN) for name in sorted(where))
    if claim.kind is Kind.SITE:
        yield from _shelves_of_site(told, months)


def _shelves_of_site(told: Told, months: Iterable[Month]) -> Iterator[Shelf]:
    """By the words of its name, else by those of its place ("the embassy in Kabul"); a number of sites by what was done with so many."""
    kinds = word_set("people", "nouns_site")
    words = {word for name in told.names.get("site", ()) for word in re.findall(r"\w{4,}", name.rsplit("/", 1)[-1])} - kinds
    own = sorted(words or re.findall(r"\w{4,}", fold(told.claim.arg("place") or "")))
    yield from ((month, ("site", word), PLAIN) for month in months for word in own)
    if told.unit == "site":
        yield from ((ALWAYS, (told.acts.get("action"), number), PLAIN) for number in told.numbers.values())


def _number_faces(told: Told) -> tuple[Faces, Faces]:
    """Where an entry with its numbers stands, and where it looks: two that both give numbers share one, or are two things."""
    numbers = tuple(sorted(set(told.numbers.values())))
    return ((*numbers, ANY), (*numbers, NONE)) if numbers else ((NONE,), (NONE, ANY))


def _country_faces(told: Told) -> tuple[Faces, Faces]:
    """The same with the country of its place: what happened in two countries is two things."""
    ids = told.claim.ids
    country = ids.get("place.country") or country_of(ids.get("place"))
    return ((country, ANY), (country, NONE)) if country else ((NONE,), (NONE, ANY))


def _organization_faces(told: Told) -> tuple[Faces, Faces]:
    """The same with whom an office is of: two organizations are one only where they share a word."""
    names = told.names.get("organization", frozenset())
    words = tuple(sorted({*names, *(set(tokens(names)) - SCHEMES)}))
    return ((*words, ANY), (*words, NONE)) if words else ((NONE,), (NONE, ANY))


def _days_told(time: Time | None) -> set[str]:
    """The dates in the words, by which one that lacks its year is found."""
    return {day for day in (time.start, time.end) if day} if time else set()


def _months(told: Told) -> Iterator[Month]:
    """The months in which an entry can be: those of its time and those of its report, and the month before."""
    spans = []
    if told.published is not None:
        spans.append((told.published - MONTH, told.published))
    if told.is_dated:
        first = told.first if told.first is not None else told.last
        last = told.last if told.last is not None else told.published or first
        assert first is not None
        assert last is not None
        spans.append((first, max(first, last)))
        if told.claim.status in AHEAD and told.published is not None and told.published < last:
            spans.append((told.published, last))  # of a plan is spoken until it is due
    if told.published is None or not spans:
        yield "undated"
    months = {
        day // MONTH for first, last in spans if last - first <= LONGEST * MONTH for day in (*range(first, last, MONTH), last)
    }
    yield from sorted(months)
    if any(last - first > LONGEST * MONTH for first, last in spans):
        yield "long"


def _hashed(month: Month, shelf: Hashable) -> int:
    """A shelf as a number of 64 bits, its month in front; two that share one by chance only cost a comparison."""
    told = int.from_bytes(blake2b(repr((month, shelf)).encode(), digest_size=8).digest(), "big")
    return (month if isinstance(month, int) else ALWAYS) << BITS | told >> (64 - BITS)
