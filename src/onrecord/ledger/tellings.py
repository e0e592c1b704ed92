"""What is stated of a strength time after time: a fact holds who says it again, but each time it is said of another day."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.ledger.points import points_of
from onrecord.model import Entry, Fact, Kind, LevelPoint, Status


@dataclass(frozen=True, slots=True)
class Telling:
    """A level as it was told on a day. ``beside`` is the sentence, where that gives several numbers of one thing: each is of a part."""

    point: LevelPoint
    beside: Hashable = None


def tellings_of(facts: Iterable[Fact]) -> Iterator[Telling]:
    """The levels of these facts that hold or held; where only reports date one, as of each report that told it anew."""
    facts = [fact for fact in facts if fact.claim.status is Status.ACTUAL or fact.claim.kind is Kind.FORCE_CHANGE]
    several = _several(facts)
    for fact in facts:
        rest = tuple(entry for entry in fact.entries if _sentence(entry) not in several)
        for entry in fact.entries:
            if _sentence(entry) in several:
                alone = replace(fact, entries=(entry,), origins=())
                yield from (Telling(point, _sentence(entry)) for point in points_of(alone))
        if rest:
            left = fact if len(rest) == len(fact.entries) else replace(fact, entries=rest, origins=())
            yield from (Telling(each) for point in points_of(left) for each in _each_time(point))


def _several(facts: Iterable[Fact]) -> set[Hashable]:
    """The sentences that give several numbers of one thing for one time: "900 on permanent orders and 1,100 on rotations"."""
    numbers: dict[Hashable, set[Hashable]] = {}
    for fact in facts:
        if fact.claim.kind is Kind.FORCE_LEVEL:
            for entry in fact.entries:
                numbers.setdefault(_sentence(entry), set()).add(entry.claim.quantity)
    return {sentence for sentence, found in numbers.items() if len(found) > 1}


def _sentence(entry: Entry) -> Hashable:
    """The sentence of a claim, with all that tells what its number is of."""
    claim = entry.claim
    args = tuple(claim.arg(arg) for arg in ("actor", "place", "site", "counting", "measure"))
    days = (claim.time.start, claim.time.end) if claim.time else None
    unit = claim.quantity.unit if claim.quantity else None
    return (claim.kind, entry.report.id, claim.evidence, args, unit, days)


def _each_time(point: LevelPoint) -> Iterator[LevelPoint]:
    """A level as of each report that tells it anew; what is dated by its words, or reached by a change, was so but once."""
    yield point
    fact = point.fact
    if point.dated_by != "published" or fact.claim.kind is not Kind.FORCE_LEVEL:
        return
    outlets = {card.id: group.reports[0].outlet for group in fact.origin_groups for card in group.reports}
    last = point.start
    for at, entry in enumerate(fact.entries):
        card = entry.report
        if card.published and last and card.published > last and card.outlet == outlets[card.id]:
            last = card.published
            yield replace(point, fact=replace(fact, entries=fact.entries[at:], origins=()), start=last, end=last)
