"""A fact: what several claims say together."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from onrecord.model.claim import Claim
from onrecord.model.judgement import Review
from onrecord.model.values import Time


@dataclass(frozen=True, slots=True)
class ReportCard:
    """What an answer shows of a report: who published it and when. ``added`` is the ISO time at which the ledger took it in.

    ``origin`` is the id of the report whose text this one carries, ``None`` where it has its own; ``agency`` is the one that its head credits.
    """

    id: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    added: str = ""
    origin: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim as it stands in the ledger: with its report and the words that make it, and what analysts said of it.

    Entries with the same ``tied`` were merged by an analyst; those whose claims' ids stand in ``apart`` were parted from this one.
    ``fact`` is the same number in all entries of one fact, ``None`` where the ledger keeps none.
    """

    claim: Claim
    report: ReportCard
    words: str
    review: Review | None = None
    tied: str | None = None
    apart: tuple[str, ...] = ()
    fact: int | None = field(default=None, compare=False)

    def __hash__(self) -> int:
        """That of its claim: entries of one claim are few."""
        return hash(self.claim)


class Tie(StrEnum):
    """Why several reports are one origin."""

    TEXT = "same text"
    """They carry the same words, whole or edited."""
    AGENCY = "agency"
    """They lean on the same news agency."""
    SPEAKER = "same speaker"
    """They pass on the same words of the same speaker."""
    OUTLET = "same outlet"
    """One outlet says it again, and names nobody who told it."""


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Entries of a fact that go back to one origin, and what ties them; nothing does where it is one report."""

    entries: tuple[Entry, ...]
    ties: tuple[Tie, ...] = ()

    @property
    def reports(self) -> tuple[ReportCard, ...]:
        """Its reports, each once: the one whose text the others carry, then in the order in which they became known."""
        cards = {entry.report.id: entry.report for entry in self.entries}
        carried = {card.origin for card in cards.values()}
        return tuple(sorted(cards.values(), key=lambda card: card.id not in carried))


@dataclass(frozen=True, slots=True)
class Fact:
    """What its entries say together, the earliest known first. ``joined`` says why they are one ("same words", "same values").

    ``origins`` are its entries by what they go back to, empty where nobody looked.
    """

    entries: tuple[Entry, ...]
    joined: str = ""
    origins: tuple[OriginGroup, ...] = ()
    _time: tuple[Time | None] | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.entries:
            raise ValueError("a fact needs at least one claim")
        if len({entry.claim.kind for entry in self.entries}) > 1:
            raise ValueError("the claims of a fact are of one kind")
        if self.origins and sum(len(group.entries) for group in self.origins) != len(self.entries):
            raise ValueError("the origins of a fact hold each of its claims once")

    def __hash__(self) -> int:
        """That of the claim known first, and how many there are: no other fact begins with it."""
        return hash((len(self.entries), self.entries[0]))

    @property
    def time(self) -> Time | None:
        """When the thing is, by its sentences: the time that most of them give, and of those that agree the most exact."""
        if self._time is None:
            object.__setattr__(self, "_time", (_told_time(self.entries),))
        assert self._time is not None
        return self._time[0]

    @property
    def claim(self) -> Claim:
        """The claim that was known first; it speaks for the others."""
        return self.entries[0].claim

    @property
    def report(self) -> ReportCard:
        """The report that said it first."""
        return self.entries[0].report

    @property
    def words(self) -> str:
        """The sentence that said it first."""
        return self.entries[0].words

    @property
    def reviewed(self) -> int:
        """How many of its claims an analyst accepted, corrected or added."""
        return sum(entry.review is not None for entry in self.entries)

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who carried it, in order, each once."""
        return tuple(dict.fromkeys(entry.report.outlet or entry.report.id for entry in self.entries))

    @property
    def reports(self) -> tuple[ReportCard, ...]:
        """The reports that say it, in order, each once."""
        return tuple({entry.report.id: entry.report for entry in self.entries}.values())

    @property
    def origin_groups(self) -> tuple[OriginGroup, ...]:
        """Its entries by what they go back to; where nobody looked, each report stands for itself."""
        if self.origins:
            return self.origins
        own = {card.id: [entry for entry in self.entries if entry.report.id == card.id] for card in self.reports}
        return tuple(OriginGroup(tuple(entries)) for entries in own.values())


def _told_time(entries: tuple[Entry, ...]) -> Time | None:
    known = [time for entry in entries if (time := entry.claim.time) and time.is_known]
    if len(known) < 2:
        return known[0] if known else None
    support = {time: sum(_agree(time, other) for other in known) for time in known}
    return max(known, key=lambda time: (support[time], len(time.start or "") + len(time.end or "")))


def _agree(one: Time, other: Time) -> bool:
    """Whether two times differ in nothing but precision."""
    ends = ((one.start or "", other.start or ""), (one.end or "", other.end or ""))
    return all(bool(mine) is bool(theirs) and (mine.startswith(theirs) or theirs.startswith(mine)) for mine, theirs in ends)
