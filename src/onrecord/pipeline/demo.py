"""The demo: the sample reports read into a ledger, and what the ledger then answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.ledger import Ledger, due, footprint, levels, timeline
from onrecord.model import Commitment, Fact, Footprint, Kind, Levels, Report, Status
from onrecord.pipeline.add import Run, add_reports
from onrecord.samples import sample_paths

ACTOR, PLACE, DAY, HELPED = "United States", "Iraq", "2020-12-13", "Peshmerga"


@dataclass(frozen=True, slots=True)
class DemoAnswer:
    """What the demo shows, each part an answer of the ledger."""

    levels: Levels
    footprint: Footprint
    promises: tuple[Commitment, ...]
    sites: tuple[Fact, ...]
    truce: tuple[Fact, ...]
    assistance: tuple[Fact, ...]
    threats: tuple[Fact, ...]


def demo_run() -> Run:
    """A run over the sample reports."""
    return Run(sample_paths())


def add_samples(ledger: Ledger, run: Run) -> Iterator[Report]:
    """Read the sample reports into the ledger; each is given back once it is in."""
    return add_reports(ledger, run)


def ask_demo(ledger: Ledger, *, min_confidence: float = 0.0) -> DemoAnswer:
    """Put the demo's questions to the ledger; claims below ``min_confidence`` are left out of the answers."""

    def told(kind: Kind) -> tuple[Fact, ...]:
        return timeline(ledger, kind=kind, min_confidence=min_confidence)

    answer = footprint(ledger, ACTOR, place=PLACE, on=DAY, known=DAY, min_confidence=min_confidence)
    return DemoAnswer(
        levels=levels(ledger, ACTOR, place=PLACE, min_confidence=min_confidence),
        footprint=answer,
        promises=due(ledger, place=PLACE, min_confidence=min_confidence),
        sites=tuple(fact for fact in told(Kind.SITE) if is_handover(fact)),
        truce=tuple(steps_of(told(Kind.AGREEMENT))),
        assistance=tuple(amounts_of(fact for fact in told(Kind.ASSISTANCE) if is_aid(fact))),
        threats=tuple(fact for fact in told(Kind.THREAT) if any(entry.claim.arg("condition") for entry in fact.entries))[:1],
    )


def is_handover(fact: Fact) -> bool:
    """Whether a base changed hands on a day that is told, or some number of bases did."""
    claim, time = fact.claim, fact.time
    dated = time is not None and (fact.claim.quantity is not None or len(time.start or "") == len("2020-01-15"))
    return claim.arg("action") == "handed_over" and claim.status is Status.ACTUAL and dated


def steps_of(facts: Iterable[Fact]) -> Iterator[Fact]:
    """A truce from its announcement over its conditions to its end: the fact that names most parties to each."""
    truce = [fact for fact in facts if fact.claim.arg("type") == "ceasefire" and fact.claim.status is Status.ACTUAL]
    steps = [
        [fact for fact in truce if fact.claim.arg("action") == "announced" and fact.time],
        [fact for fact in truce if fact.claim.arg("condition") and fact.claim.quantity],
        [fact for fact in truce if fact.claim.arg("action") == "ended"],
    ]
    yield from dict.fromkeys(max(facts, key=_parties) for facts in steps if facts)


def amounts_of(facts: Iterable[Fact]) -> Iterable[Fact]:
    """The first fact of each amount that is given, and of each that is planned."""
    told: dict[object, Fact] = {}
    for fact in facts:
        quantity = fact.claim.quantity
        told.setdefault((fact.claim.status, quantity and (quantity.value, quantity.unit)), fact)
    return told.values()


def _parties(fact: Fact) -> int:
    return len(fact.claim.args.get("parties", ()))


def is_aid(fact: Fact) -> bool:
    """Whether a fact tells of an amount for those whom the demo asks about, given or planned since the year of its day began."""
    claim = fact.claim
    named = HELPED in f"{claim.arg('recipient')} {claim.arg('goods')}" and claim.arg("donor") is not None
    amount = claim.quantity is not None or (claim.time is not None and claim.time.is_known)
    return named and amount and (fact.report.published or "") >= DAY[:4]
