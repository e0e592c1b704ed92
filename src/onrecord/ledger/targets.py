"""What a promise aims at: the level, the change, the amount or the act by which its end is known, and who is to do it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from onrecord.ledger.extents import Extent, extent_of
from onrecord.ledger.facts import is_underway
from onrecord.ledger.keys import own_names, rows_of
from onrecord.ledger.same import decisive, folded
from onrecord.model import SPECS, Claim, Fact, Kind, Quantity

FORCES = (Kind.FORCE_LEVEL, Kind.FORCE_CHANGE)
DONE_ONCE = (Kind.SITE, Kind.AGREEMENT, Kind.TERRITORY, Kind.SANCTION, Kind.ORGANIZATION)
"""Kinds where the same act by the same parties is the one that was promised, even if no number tells."""
FULFILS = {"pledged": ("provided", "divested", "trained")}
BY_WHOM_AND_WHERE = {Kind.CASUALTIES: ("perpetrator", "place")}
"""Further args that two claims must share, or both leave out, to tell of one promise: "civilians" are the victims of very many."""
COUNTED_BY = {
    Kind.FORCE_CHANGE: ("direction", "site", "counting", "what", "measure"),
    Kind.ASSISTANCE: ("goods",),
}
"""Args in which two amounts must be equal, or which both leave out, to be more or less of one thing."""
LEVEL, BARE, ACT = "forces", "bare", "act"
PERSONNEL = "personnel"


class Shelf:
    """Facts by what they tell and by whom they name, so that a promise looks only at what may concern it."""

    def __init__(self) -> None:
        self._facts: dict[Hashable, list[Fact]] = {}

    def put(self, what: Hashable, fact: Fact) -> None:
        """Keep a fact under each name in its identifying args."""
        for arg in SPECS[fact.claim.kind].identifying:
            for name in names_in(arg, fact.claim):
                self._facts.setdefault((what, arg, name), []).append(fact)

    def find(self, what: Hashable, claim: Claim) -> Iterator[Fact]:
        """Facts of this sort that share the claim's first identifying arg, each once."""
        arg = next((arg for arg in SPECS[claim.kind].identifying if arg in claim.args), None)
        names = sorted(names_in(arg, claim)) if arg else ()
        seen: set[int] = set()
        for fact in (fact for name in names for fact in self._facts.get((what, arg, name), ())):
            if id(fact) not in seen:
                seen.add(id(fact))
                yield fact


def family(claim: Claim) -> Hashable:
    """The kinds that may tell of one promise: a planned level is a change that is to reach it."""
    return LEVEL if claim.kind in FORCES else claim.kind


def targets(claim: Claim) -> Iterator[tuple[Hashable, ...]]:
    """What a claim says is reached, the most telling first: a level, the size of a change, any number, or the bare act.

    What is being done is not yet reached.
    """
    quantity = claim.quantity
    if is_underway(claim):
        return
    if claim.kind in FORCES:
        level = quantity and (quantity.to if claim.kind is Kind.FORCE_CHANGE else quantity.value)
        if quantity and level is not None:
            yield (LEVEL, quantity.unit, claim.arg("measure") or "strength", level)
        if quantity and (size := _size(quantity)) is not None:
            yield ("change", quantity.unit, claim.arg("direction"), size)
    elif quantity:
        yield (claim.kind, quantity.unit, tuple(sorted(quantity.numbers.items())))
    elif claim.kind in DONE_ONCE and claim.arg("action"):
        yield (claim.kind, ACT)


def aims(claim: Claim, words: str) -> Iterator[tuple[Hashable, ...]]:
    """As ``targets``, and what the words of a sentence say without a number: that nobody is left, or the bare act."""
    yield from targets(claim)
    if claim.kind is not Kind.FORCE_CHANGE or is_underway(claim):
        return
    extent = extent_of(claim, words)
    quantity, measure = claim.quantity, claim.arg("measure") or "strength"
    if extent is Extent.WHOLE:
        yield (LEVEL, quantity.unit if quantity else PERSONNEL, measure, 0)
    if claim.arg("direction") and (extent is Extent.WHOLE or (quantity is None and extent is Extent.UNTOLD)):
        yield (BARE, claim.arg("direction"), claim.arg("what"))


def acts(claim: Claim, words: str) -> set[tuple[Hashable, ...]]:
    """As ``aims``, of something done: whoever sends so many soldiers sends some."""
    sends = claim.kind is Kind.FORCE_CHANGE and claim.arg("direction") == "increase" and any(targets(claim))
    return {*aims(claim, words), *([(BARE, "increase", claim.arg("what"))] if sends else [])}


def denied(claim: Claim, words: str) -> set[tuple[Hashable, ...]]:
    """What was not reached, by a denial: its target, or that all or any of the forces left, of which no number is told."""
    found: set[tuple[Hashable, ...]] = set(targets(claim))
    if claim.kind is Kind.FORCE_CHANGE and claim.quantity is None:
        extent, measure = extent_of(claim, words), claim.arg("measure") or "strength"
        if extent is not Extent.PART:
            found.add((LEVEL, PERSONNEL, measure, 0))
        if extent is Extent.UNTOLD:
            found.add((BARE, claim.arg("direction"), claim.arg("what")))
    return found


def acts_of(fact: Fact) -> set[tuple[Hashable, ...]]:
    """What any of the sentences of a fact says is done."""
    return {act for entry in fact.entries for act in acts(entry.claim, entry.words)}


def size_of(claim: Claim) -> tuple[Hashable, ...] | None:
    """Of which sort the amount of a claim is, so that a larger or smaller one can be laid beside it."""
    quantity = claim.quantity
    if quantity is None or is_underway(claim):
        return None
    if claim.kind is Kind.FORCE_CHANGE and quantity.delta is not None:
        return ("change", claim.arg("direction"))
    return ("given", quantity.unit) if claim.kind is Kind.ASSISTANCE and quantity.value is not None else None


def leaves_none(reached: Iterable[tuple[Hashable, ...]]) -> bool:
    """Whether one of these is that nobody is left."""
    return any(aim[0] == LEVEL and aim[3] == 0 for aim in reached)


def _size(quantity: Quantity) -> float | None:
    """By how much forces change: as told, or as "from 3,000 to 2,500" gives it."""
    if quantity.delta is None and quantity.start is not None and quantity.to is not None:
        return abs(quantity.start - quantity.to)
    return quantity.delta


def target(claim: Claim) -> tuple[Hashable, ...] | None:
    """The most telling target of a claim."""
    return next(targets(claim), None)


def taking_part(kind: Kind) -> tuple[str, ...]:
    """The args that tell who takes part in what is promised, or done."""
    return SPECS[kind].identifying + BY_WHOM_AND_WHERE.get(kind, ())


def is_same(done: Claim, promised: Claim) -> bool:
    """Whether the same participants did the same thing."""
    if not any(arg in promised.args for arg in SPECS[promised.kind].identifying):
        return False
    if not all(overlap(arg, done, promised) for arg in taking_part(promised.kind)):
        return False
    if promised.kind in FORCES:
        return alike(("site", "counting"), done, promised)
    further = [arg for arg in SPECS[promised.kind].further if arg not in ("action", "condition", "name")]
    return _fulfils(done, promised) and alike(further, done, promised)


def same_way(one: Claim, other: Claim) -> bool:
    """Whether two plans for forces do not part in direction or measure."""
    ways = {way for claim in (one, other) if (way := claim.arg("direction"))}
    return len(ways) < 2 and len({claim.arg("measure") or "strength" for claim in (one, other)}) == 1


def acts_alike(one: Claim, other: Claim) -> bool:
    """Whether both are of the same act."""
    if one.kind in FORCES:
        return other.kind in FORCES and same_way(one, other)
    return one.kind is other.kind and decisive(one) == decisive(other)


def alike(args: Iterable[str], one: Claim, other: Claim) -> bool:
    """Whether none of these args is given by both and differs."""
    shared = (arg for arg in args if arg in one.args and arg in other.args)
    return all(folded(one.args[arg]) == folded(other.args[arg]) for arg in shared)


def equal(args: Iterable[str], one: Claim, other: Claim) -> bool:
    """Whether these args are the same in both, or missing in both."""
    return all(folded(one.args.get(arg)) == folded(other.args.get(arg)) for arg in args)


def overlap(arg: str, one: Claim, other: Claim) -> bool:
    """Whether both claims leave the arg out, or name the same; of two lists, one has all that the other names.

    So an agreement of three is that of two of them, and not one that the first of them makes with somebody else.
    """
    if (arg in one.args) is not (arg in other.args):
        return False
    if one.args.get(arg) == other.args.get(arg):
        return True
    fewer, more = sorted((names_of_each(arg, one), names_of_each(arg, other)), key=len)
    if len(fewer) < 2:
        return any(names & others for names in fewer for others in more)
    return all(any(names & others for others in more) for names in fewer)


def names_of_each(arg: str, claim: Claim) -> tuple[frozenset[str], ...]:
    """The names and ids by which each whom an arg names goes; who is named twice is one. It is worked out once for a claim."""
    names = claim.names_known.get(arg)
    if names is None:
        names = claim.names_known[arg] = _names_of_each(arg, claim)
    return names


def _names_of_each(arg: str, claim: Claim) -> tuple[frozenset[str], ...]:
    found: list[frozenset[str]] = []
    for row in rows_of(claim, arg):
        names = own_names(arg, row.value) | ({row.name_id} if row.name_id else frozenset())
        same = [other for other in found if other & names]
        found = [*(other for other in found if other not in same), names.union(*same)]
    return tuple(found)


def names_in(arg: str, claim: Claim) -> set[str]:
    """The names and ids by which an arg of a claim goes."""
    return set().union(*names_of_each(arg, claim))


def _fulfils(done: Claim, promised: Claim) -> bool:
    wanted = FULFILS.get(promised.arg("action") or "")
    return done.arg("action") in wanted if wanted else decisive(done) == decisive(promised)
