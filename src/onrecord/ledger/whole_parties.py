"""All who take part in a claim, as one key, and what it tells: by these a promise finds its other tellings and what answers it.

A claim stands under each way in which all who take part in it may be called, and two of the same parties share one. What it tells is
short hashes of its targets, so that of all that the same parties did and planned only what may answer is fetched.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import timedelta
from hashlib import blake2b
from itertools import combinations, product
from math import frexp, prod
from typing import NamedTuple
from zlib import crc32

from onrecord.ledger.bearing import is_called_by_place
from onrecord.ledger.clock import days_of
from onrecord.ledger.done import MUCH, SOON, says_only
from onrecord.ledger.keys import fold
from onrecord.ledger.one_sided import is_one_of_several, names_one
from onrecord.ledger.promise_words import is_dropped, says_moved
from onrecord.ledger.promises import due_date, numbers_of
from onrecord.ledger.same import DECISIVE
from onrecord.ledger.targets import (
    ACT,
    COUNTED_BY,
    FORCES,
    LEVEL,
    acts,
    aims,
    denied,
    family,
    leaves_none,
    names_of_each,
    size_of,
    taking_part,
)
from onrecord.ledger.told import AHEAD
from onrecord.ledger.verdicts import due_of_claim, later_by
from onrecord.model import SPECS, Arg, Claim, Kind, Status, last_day

TOLD = (Status.ACTUAL, Status.DENIED)
MOST, OF_EACH = 1024, 24
"""More ways of calling all who take part are not kept: of each arg so many names then."""
Way = tuple[str, ...]
"""One way in which an arg names somebody, or two of several; blank where it is left out."""
Names = Sequence[frozenset[str]]
UNYEARED = "XXXX"
DIGITS = 8
"""Of the hash of one thing that a claim tells, hexadecimal."""
MOVED, BARE, UNENDED, DENIED, STATED, SIZED, ONLY, ALONE = (
    "moved", "bare", "unended", "denied", "stated", "sized", "only", "alone"
)  # fmt: skip
MONTH = 28
"""Days; in steps of so many no month is passed over."""


class Parties(NamedTuple):
    """The keys under which a claim stands, as signed hashes of 64 bits, and what it tells, as hexadecimal hashes one after another."""

    keys: frozenset[int]
    tells: str


def parties_as_kept(claim: Claim, words: str, first: str | None) -> Parties:
    """What the ledger keeps of a claim that is or answers a promise, of a time that begins on its ``first`` day; empty for any other."""
    if claim.status in AHEAD:
        return Parties(own_keys(claim, ahead=True), packed(told_ahead(claim, words)))
    if claim.status in TOLD:
        return Parties(own_keys(claim, ahead=False), packed(told_of_end(claim, words, first)))
    return Parties(frozenset(), "")


def own_keys(claim: Claim, *, ahead: bool) -> frozenset[int]:
    """The keys under which a promise (``ahead``) stands, or what was done by these parties; who is left out is a part of it."""
    return _keys(claim, ahead=ahead, ways=_standing)


def sought_keys(claim: Claim, *, ahead: bool) -> frozenset[int]:
    """The keys under which promises stand (``ahead``), or what was done, of the parties of this claim: see ``targets.overlap``."""
    return _keys(claim, ahead=ahead, ways=_looking)


def _keys(claim: Claim, *, ahead: bool, ways: Callable[[Names], list[Way]]) -> frozenset[int]:
    args = taking_part(claim.kind)
    if not any(arg in claim.args for arg in SPECS[claim.kind].identifying):
        return frozenset()
    names = [ways(_names(claim, arg)) for arg in args]
    if prod(map(len, names)) > MOST:
        names = [some[:OF_EACH] for some in names]
    return frozenset(_key((ahead, _family(claim), *way)) for way in product(*names))


def _standing(each: Names) -> list[Way]:
    """Who is named alone stands under his names; several stand under each name, and under each two of them."""
    if len(each) < 2:
        return _alone(each) or [("",)]
    return [("among", name) for name in sorted(frozenset().union(*each))] + _pairs(each)


def _looking(each: Names) -> list[Way]:
    """Who is named alone may be one of several; two of several are either named together or each alone."""
    if len(each) < 2:
        return [*_alone(each), *(("among", name) for names in each for name in sorted(names))] or [("",)]
    return _alone(each) + _pairs(each)


def _alone(each: Names) -> list[Way]:
    return [("alone", name) for name in sorted(frozenset().union(*each))]


def _pairs(each: Names) -> list[Way]:
    return [("pair", *sorted(two)) for one, other in combinations(each, 2) for two in product(sorted(one), sorted(other))]


def told_ahead(claim: Claim, words: str) -> Iterator[Hashable]:
    """What a promise tells, so that another telling of it, or one that moves it, shares some of it.

    Of what is no force, neither the bare act nor its day makes one promise of two.
    """
    due = due_date(claim.time)
    for told in (*_aimed(claim, words), *_from(claim)):
        yield told
        yield (*told, due[:4] if due else None)
    if claim.quantity is None and (due is None or claim.kind in FORCES):
        yield (BARE, None) if due is None else (BARE, due[:4])
    if due is None and claim.kind is Kind.FORCE_LEVEL:
        yield UNENDED
    if due is not None and any(aim[0] == LEVEL for aim in aims(claim, words)):
        yield (LEVEL, due[:4])
    if says_moved(words):
        yield MOVED
    yield way_of(claim)


def told_of_end(claim: Claim, words: str, first: str | None) -> Iterator[Hashable]:
    """What something done or denied, or a level, may tell of the end of a promise: see ``outcomes.Evidence``.

    A level that was not promised tells by when it is stated; another amount by about how much it is, or by the words of its sentence.
    """
    if claim.status is Status.DENIED:
        yield from _told_of_refusal(claim, words)
        return
    reached = acts(claim, words)
    alone = is_one_of_several(claim, words)
    deed = _deed(claim)
    yield from (((ALONE, *act, *deed) if alone else (*act, *deed)) if _is_act(act) else act for act in reached)
    quantity = claim.quantity
    if first is not None and quantity is not None and (claim.kind is Kind.FORCE_LEVEL or quantity.to is not None):
        yield (STATED, quantity.unit, claim.arg("measure") or "strength", first[:7])
    if leaves_none(reached):
        yield (SIZED, "change", claim.arg("direction"))
    if size := _size(claim):
        if days_of(claim.time).first is not None:
            yield (SIZED, *size, _about(claim))
        if claim.time is None and says_only(words):
            yield (SIZED, *size, ONLY)


def _told_of_refusal(claim: Claim, words: str) -> Iterator[Hashable]:
    """What somebody says who denies that something was done, or gives it up: see ``verdicts.refused``."""
    deed = _deed(claim)
    yield from ((DENIED, *aim, *deed) if _is_act(aim) else (DENIED, *aim) for aim in denied(claim, words))
    if claim.quantity is None and is_dropped(claim, words):
        yield DENIED
    elif claim.quantity is None and (due := due_of_claim(claim)) is not None:
        yield (DENIED, due[:4])


def wanted_ahead(claim: Claim, words: str) -> Iterator[Hashable]:
    """What other tellings of a promise tell, by the year in which it falls due or without one; see also ``BARE``."""
    due = due_date(claim.time)
    if due is None:
        yield from (one for one in told_ahead(claim, words) if one != way_of(claim))
        return
    for year in (due[:4], UNYEARED):
        yield from ((*told, year) for told in (*_aimed(claim, words), *_from(claim)))
        yield (BARE, year)
        yield (LEVEL, year)
    yield from ((*told, None) for told in (*_aimed(claim, words), *_from(claim)))


def wanted_of_moves(claim: Claim, words: str) -> Iterator[Hashable]:
    """What a newer plan tells that may move a promise: see ``moves``."""
    yield MOVED
    yield UNENDED
    yield from _aimed(claim, words)


def _aimed(claim: Claim, words: str) -> list[tuple[Hashable, ...]]:
    """The aims by which one plan may be known in another."""
    return [aim for aim in aims(claim, words) if not _is_act(aim) or claim.kind is Kind.SITE]


def _from(claim: Claim) -> list[tuple[Hashable, ...]]:
    start, _, _ = numbers_of(claim)
    return [("from", start)] if start is not None else []


def wanted_of_end(claim: Claim, words: str, dues: Iterable[str]) -> Iterator[Hashable]:
    """What a claim tells that may say what became of a promise, which by one telling or another falls due on these dates."""
    yield DENIED
    yield from ((DENIED, due[:4]) for due in dues)
    months = {month for due in dues for month in _months_after(due)}
    one, deed = names_one(claim), _deed(claim)
    for aim in aims(claim, words):
        told = (*aim, *deed) if _is_act(aim) else aim
        yield told
        yield (DENIED, *told)
        if one and _is_act(aim):
            yield (ALONE, *told)
        yield from ((STATED, *aim[1:3], month) for month in sorted(months) if aim[0] == LEVEL)
    if among := size_of(claim):
        yield (SIZED, *among)
    if size := _size(claim):
        yield (SIZED, *size, ONLY)
        yield from ((SIZED, *size, _about(claim) + more) for more in range(MUCH))


def _months_after(due: str) -> Iterator[str]:
    """The months in which a level still tells whether it was reached by a date; see ``done.SOON``."""
    if day := last_day(due):
        yield from (later_by(day, timedelta(days=days)).isoformat()[:7] for days in range(0, SOON.days + MONTH, MONTH))


def _deed(claim: Claim) -> tuple[Hashable, ...]:
    """Which act of its kind a claim tells of: nothing else keeps the promise of it, see ``targets.is_same``."""
    return tuple(_said(claim.args.get(name)) for name in DECISIVE)


def _is_act(aim: tuple[Hashable, ...]) -> bool:
    """Whether a target is the act itself, of whatever is done once."""
    return aim[1:] == (ACT,)


def _size(claim: Claim) -> tuple[Hashable, ...] | None:
    """Of what an amount is one: two that differ in this are never laid beside each other as more or less; see ``done``."""
    sort = size_of(claim)
    if sort is None:
        return None
    args = COUNTED_BY[claim.kind]
    return (*sort, claim.quantity.unit if claim.quantity else None, *(_said(claim.args.get(arg)) for arg in args))


def _said(value: Arg | None) -> Hashable:
    return tuple(sorted(map(fold, value))) if isinstance(value, tuple) else fold(value) if value else None


def _about(claim: Claim) -> int:
    """The size of an amount, as a power of two; what is up to twice as much is of this power or the next."""
    quantity = claim.quantity
    assert quantity is not None
    amount = quantity.delta if claim.kind is Kind.FORCE_CHANGE else quantity.value
    return frexp(amount or 0)[1]


def way_of(claim: Claim) -> Hashable:
    """Which way forces go, by which another promise of the same parties may be taken for it."""
    return ("way", claim.arg("direction"), claim.arg("measure") or "strength") if claim.kind in FORCES else ("way",)


def rival_ways(claim: Claim) -> set[Hashable]:
    """The ways of promises that may be taken for this one; see ``targets.same_way``."""
    if claim.kind not in FORCES:
        return {("way",)}
    measure = claim.arg("measure") or "strength"
    ways = {claim.arg("direction"), None} if claim.arg("direction") else {None, *SPECS[Kind.FORCE_CHANGE].allowed("direction")}
    return {("way", way, measure) for way in ways}


def packed(told: Iterable[Hashable]) -> str:
    """What is told, as text that an index can carry; see ``unpacked``."""
    return "".join(sorted(hashes(told)))


def unpacked(tells: str) -> set[str]:
    """The hashes of what is told.

    >>> unpacked(packed(["moved", "bare"])) == hashes(["bare", "moved"])
    True
    """
    return {tells[at : at + DIGITS] for at in range(0, len(tells), DIGITS)}


def hashes(told: Iterable[Hashable]) -> set[str]:
    """A short hash of each; two that share one by chance only cost a comparison."""
    return {f"{crc32(repr(_plain(one)).encode()):0{DIGITS}x}" for one in told}


def _family(claim: Claim) -> str:
    return str(_plain(family(claim)))


def _names(claim: Claim, arg: str) -> Names:
    """The names of each in an arg; a site may also be called by the place that is in its name."""
    own = names_of_each(arg, claim)
    called = arg == "site" and is_called_by_place(claim)
    return tuple(names.union(*names_of_each("place", claim)) for names in own) if called else own


def _plain(told: Hashable) -> Hashable:
    """Numbers that are equal and kinds, written in one way."""
    if isinstance(told, tuple):
        return tuple(_plain(one) for one in told)
    if isinstance(told, Kind):
        return told.value
    return float(told) if isinstance(told, int) and not isinstance(told, bool) else told


def _key(told: Hashable) -> int:
    return int.from_bytes(blake2b(repr(told).encode(), digest_size=8).digest(), "big", signed=True)
