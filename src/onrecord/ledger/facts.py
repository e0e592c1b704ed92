"""Which claims say the same: entries to facts, a pure function that is run anew at will.

It is careful: what may be two things stays two facts. Two entries are joined where kind, status, identifying args, actions and
numbers are the same, nothing else that both give differs, and their times agree.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from onrecord.ledger.alike import agree
from onrecord.ledger.clock import Days, days_of, days_of_report, known_since
from onrecord.ledger.keys import fold
from onrecord.ledger.namings import is_site_of_place
from onrecord.ledger.origins import with_origins
from onrecord.ledger.shelves import Shelves, shelves_of
from onrecord.ledger.ties import MERGED, with_ties
from onrecord.ledger.told import AHEAD, Told, bare, told_of
from onrecord.model import SPECS, Claim, Entry, Fact, Kind, Stage, Status
from onrecord.model.answers import CorrectedFact

PROFILES = 24
"""So many different tellings of a fact are kept for comparison; whoever agrees with them agrees with the fact."""
SPEAKING = (Kind.FORCE_LEVEL, Kind.FORCE_CHANGE, Kind.ASSISTANCE, Kind.SITE)
"""Kinds in which the first claim speaks for the numbers of all: later ones join it only where they give no others; of a change of forces
they may tell more, from what level and to what one, which counts as known since they told it."""


class ById:
    """The last word in an order: the claim's id, made only where all else is equal."""

    __slots__ = ("claim",)

    def __init__(self, claim: Claim) -> None:
        self.claim = claim

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ById) and self.claim == other.claim

    def __hash__(self) -> int:
        return hash(self.claim)

    def __lt__(self, other: ById) -> bool:
        return self.claim.id < other.claim.id


Order = tuple[str, str, str, int, int, ById]


@dataclass(slots=True)
class Group:
    """A fact in the making: what joined it, and of each different telling the first and the last report."""

    number: int
    told: list[Told]
    profiles: dict[Hashable, list[Told]] = field(default_factory=dict)

    def takes(self, told: Told) -> bool:
        """Whether an entry agrees with all that the fact says already."""
        if not _speaks_for(self.told[0], told):
            return False
        return all(agree(told, other) for ends in self.profiles.values() for other in ends)

    def add(self, told: Told) -> None:
        """Take an entry in."""
        if self.told[-1] is not told:
            self.told.append(told)
        profile = (
            told.words,
            tuple(told.names.items()),
            tuple(told.numbers.items()),
            told.first,
            told.last,
            told.published is None,
        )
        if profile in self.profiles:
            self.profiles[profile][1:] = [told]
        elif len(self.profiles) < PROFILES:
            self.profiles[profile] = [told]


def facts_of(
    entries: Iterable[Entry], *, corrected: Mapping[Entry, Entry] | None = None, origins: bool = True
) -> tuple[Fact, ...]:
    """The facts that these entries state, in the order in which they became known.

    An entry joins the first fact with whose every telling it agrees, so that a vague date never ties two exact ones together;
    where the ledger keeps the facts of all these entries, nothing is compared anew (``kept``). What becomes known later changes no fact
    but by joining it. What analysts merged or parted is one fact or several whatever it looks like. ``corrected`` are entries that a
    correction replaced: they make facts of their own, marked as such. Without ``origins`` nobody looks at what the facts go back to.
    """
    ordered = sorted(entries, key=order_of)
    settled = all(entry.fact is not None for entry in ordered)
    if not corrected:
        parts: Iterable[tuple[list[Entry], Entry | None]] = [(ordered, None)]
    else:
        by = {entry: corrected.get(entry) for entry in ordered}
        parts = [([entry for entry in ordered if by[entry] == one], one) for one in dict.fromkeys(by.values())]
    found = with_ties(_fact(one, by) for part, by in parts for one in (_as_settled if settled else _joined)(part))
    told = sorted((_in_order(fact) for fact in found), key=order_of_fact)
    return tuple(map(with_origins, told) if origins else told)


def gather(told: Iterable[tuple[Told, Shelves]]) -> list[Group]:
    """The facts in the making, of what is told in the order in which it became known, each with the shelves where its like are found."""
    groups: list[Group] = []
    shelves: dict[int, dict[int, Group]] = {}
    for one, places in told:
        near = {number: group for place in places.sought for number, group in shelves.get(place, {}).items()}
        group = next((near[number] for number in sorted(near) if near[number].takes(one)), None)
        if group is None:
            group = Group(len(groups), [one])
            groups.append(group)
        group.add(one)
        for place in places.own:
            shelves.setdefault(place, {})[group.number] = group
    return groups


def _joined(entries: Iterable[Entry]) -> list[list[Entry]]:
    """The entries of each fact, found by comparing them."""
    told = [told_of(entry) for entry in entries]
    return [[one.entry for one in group.told] for group in gather((one, shelves_of(one)) for one in told)]


def _as_settled(entries: Iterable[Entry]) -> list[list[Entry]]:
    """The entries of each fact, as the ledger keeps it."""
    found: dict[int | None, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.fact, []).append(entry)
    return list(found.values())


def _in_order(fact: Fact) -> Fact:
    """The fact with its entries in the order in which they became known."""
    return replace(fact, entries=tuple(sorted(fact.entries, key=order_of))) if fact.joined == MERGED else fact


def _fact(entries: list[Entry], by: Entry | None) -> Fact:
    if by is None:
        return Fact(tuple(entries), _why(entries))
    return CorrectedFact(tuple(entries), _why(entries), corrected_by=by)


def published_of(fact: Fact) -> str | None:
    """The earliest publication date among the fact's reports."""
    return next((entry.report.published for entry in fact.entries if entry.report.published), None)


def days_of_fact(fact: Fact) -> Days:
    """When the fact happens or holds: by its sentences, else by the first report that has a date."""
    days = days_of(fact.time)
    return days if days.dated_by else days_of_report(published_of(fact))


def order_of(entry: Entry) -> Order:
    """By the day on which it became known; ties by report, place in the text and id."""
    report, span = entry.report, entry.claim.evidence
    return (known_since(report), report.id, report.added, span.begin, span.end, ById(entry.claim))


def order_of_fact(fact: Fact) -> Order:
    """By the day on which it became known first."""
    return order_of(fact.entries[0])


def of_one_voice(one: Fact, other: Fact) -> bool:
    """Whether one report says both in the name of the same: it speaks of two things then."""
    voices = [{(entry.report.id, fold(entry.claim.source or "")) for entry in fact.entries} for fact in (one, other)]
    return bool(voices[0] & voices[1])


def _speaks_for(lead: Told, told: Told) -> bool:
    """Whether the first claim of a fact says all that a later one does of who, on what condition and, of some kinds, how many."""
    said = {*SPECS[told.claim.kind].identifying, "condition"} - ({"condition"} if told.claim.kind is Kind.THREAT else set())
    added = (told.names.keys() & said) - lead.names.keys()
    if added and not (added == {"place"} and is_site_of_place(lead, told)):
        return told.claim.kind not in SPEAKING and "condition" not in told.names and told.claim.status not in AHEAD
    if told.claim.kind not in SPEAKING or told.numbers.keys() <= lead.numbers.keys():
        return True
    return told.claim.kind is Kind.FORCE_CHANGE or len(told.numbers) == len(lead.numbers) == 1  # "more than 200" for 200


def is_underway(claim: Claim) -> bool:
    """Whether a change is being made and not yet done: "is reducing its force to 3,000"."""
    return claim.status is Status.ACTUAL and claim.stage is Stage.UNDERWAY


def _why(entries: list[Entry]) -> str:
    if len(entries) == 1:
        return ""
    return "same words" if len({bare(entry.words) for entry in entries}) == 1 else "same values"
