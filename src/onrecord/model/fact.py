"""A fact: what several claims say together."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.claim import Claim
from onrecord.model.judgement import Review


@dataclass(frozen=True, slots=True)
class ReportCard:
    """What an answer shows of a report: who published it and when. ``added`` is the ISO time at which the ledger took it in.

    ``origin`` is the id of the report whose text this one carries, ``None`` where it has its own.
    """

    id: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    added: str = ""
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim as it stands in the ledger: with its report and the words that make it, and what analysts said of it.

    Entries with the same ``tied`` were merged by an analyst; those whose claims' ids stand in ``apart`` were parted from this one.
    """

    claim: Claim
    report: ReportCard
    words: str
    review: Review | None = None
    tied: str | None = None
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """What its entries say together, the earliest known first. ``joined`` says why they are one ("same words", "same values")."""

    entries: tuple[Entry, ...]
    joined: str = ""

    def __post_init__(self) -> None:
        if not self.entries:
            raise ValueError("a fact needs at least one claim")
        if len({entry.claim.kind for entry in self.entries}) > 1:
            raise ValueError("the claims of a fact are of one kind")

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
