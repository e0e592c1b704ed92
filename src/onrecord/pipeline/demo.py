"""The demo: the sample reports read into a ledger, and what the ledger then answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.ledger import Ledger, due, footprint, levels, timeline
from onrecord.model import Commitment, Fact, Footprint, Kind, Levels, Report, Status
from onrecord.pipeline.add import Run, add_reports
from onrecord.samples import sample_paths

KEY = (Kind.FORCE_CHANGE, Kind.SITE, Kind.ASSISTANCE, Kind.AGREEMENT, Kind.THREAT, Kind.ATTACK)
ACTOR, PLACE, DAY = "United States", "Iraq", "2020-12-13"


@dataclass(frozen=True, slots=True)
class DemoAnswer:
    """What the demo shows, each part an answer of the ledger."""

    levels: Levels
    footprint: Footprint
    promises: tuple[Commitment, ...]
    sites: tuple[Fact, ...]
    timeline: tuple[Fact, ...]


def demo_run() -> Run:
    """A run over the sample reports."""
    return Run(sample_paths())


def add_samples(ledger: Ledger, run: Run) -> Iterator[Report]:
    """Read the sample reports into the ledger; each is given back once it is in."""
    return add_reports(ledger, run)


def ask_demo(ledger: Ledger) -> DemoAnswer:
    """Put the demo's questions to the ledger."""
    handed_over = [fact for fact in timeline(ledger, kind=Kind.SITE) if fact.claim.arg("action") == "handed_over"]
    return DemoAnswer(
        levels=levels(ledger, ACTOR, place=PLACE),
        footprint=footprint(ledger, ACTOR, place=PLACE, on=DAY, known=DAY),
        promises=due(ledger, place=PLACE),
        sites=tuple(fact for fact in handed_over if fact.claim.status is Status.ACTUAL),
        timeline=tuple(fact for fact in timeline(ledger) if is_key(fact)),
    )


def is_key(fact: Fact) -> bool:
    """Whether a fact is one of the timeline's key lines: an act of forces, dated by its words, and done, not said or planned."""
    claim = fact.claim
    dated = claim.time is not None and claim.time.is_known
    return claim.kind in KEY and claim.status is Status.ACTUAL and dated and bool(claim.args)
