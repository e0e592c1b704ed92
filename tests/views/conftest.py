"""Hand-built answers about an invented valley, so that views are tested without a ledger."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.model import (
    Claim,
    Commitment,
    CommitmentState,
    CommitmentStep,
    DerivedLevel,
    Entry,
    Fact,
    Footprint,
    Frozen,
    Kind,
    LevelPoint,
    Levels,
    Quantity,
    ReportCard,
    Span,
    Stage,
    Status,
    Time,
    TimeType,
)
from onrecord.model.answers import CorrectedFact


def fact_of(words, kind=Kind.FORCE_LEVEL, *, outlet="Valley Wire", published="2031-03-04", url=None, marks=None, **claim):
    """A fact with one entry; ``marks`` maps a value's name to the words that give it."""
    begin = 100
    spans = {}
    for name, part in (marks or {}).items():
        at = words.index(part)
        spans[name] = Span(begin + at, begin + at + len(part))
    args = Frozen(claim.pop("args", {"actor": "Northland", "place": "Green Valley"}))
    doc = claim.pop("doc", "r1")
    made = Claim(doc, kind, Span(begin, begin + len(words)), args=args, spans=Frozen(spans), rule="forces.level", **claim)
    return Fact((Entry(made, ReportCard(doc, "A title", published, outlet, url), words),))


def point_of(number, start, end=None, *, status=Status.ACTUAL, low=None, high=None, approx=False, **more):
    """A level with a fact behind it."""
    shown = number if number is not None else low if low is not None else high
    words = f"Northland has {shown:,} soldiers in Green Valley, a spokesman said."
    quantity = Quantity(value=number, low=low, high=high, approx=approx, unit="personnel")
    fact = fact_of(
        words,
        marks={"quantity": f"{shown:,} soldiers"},
        quantity=quantity,
        status=status,
        published=more.pop("published", start or "2031-02-01"),
    )
    return LevelPoint(fact, start, end, number, low, high, approx, status, **more)


@pytest.fixture
def levels():
    """A series with every sort of mark."""
    return Levels(
        "Northland",
        "Green Valley",
        "personnel",
        (
            point_of(8892, "2030-11-17", "2030-11-17", counting="all personnel"),
            point_of(5000, "2031-01", "2031-01", approx=True, counting="on the ground"),
            point_of(None, "2031-02", "2031-02", low=3000, high=3500),
            point_of(None, "2031-03-01", None, low=2500),
            point_of(None, "2031-04", "2031-04", high=2700, measure="cap"),
            point_of(1200, None, "2032-01-15", status=Status.PLANNED, published="2031-05-01"),
            point_of(900, "2031-12-01", "2031-12-01", dated_by="published"),
        ),
        undated=(point_of(700, None),),
        gaps=(("2031-04-30", "2031-12-01"),),
    )


@pytest.fixture
def corrected():
    """A number, and the one that its outlet put in its place."""
    wrong, right = point_of(8992, "2031-03-01", published="2031-03-08"), point_of(8892, "2031-03-01", published="2031-03-09")
    taken_back = CorrectedFact(wrong.fact.entries, corrected_by=right.fact.entries[0])
    return Levels("Northland", "Green Valley", "personnel", (replace(wrong, fact=taken_back), right))


@pytest.fixture
def derived():
    """A stated level, and what it came to after a change that a hostile report tells."""
    base = point_of(5000, "2031-03-01", "2031-03-01")
    left = fact_of(
        "Some <b>500</b> soldiers left Green Valley on April 10.",
        Kind.FORCE_CHANGE,
        args={"actor": "Northland", "place": "Green Valley", "direction": "decrease"},
        quantity=Quantity(delta=500, unit="personnel", approx=True),
        time=Time("on April 10", "2031-04-10", "2031-04-10"),
        outlet="Hill <i>Courier</i>",
        published="2031-04-11",
        doc="r2",
    )
    level = DerivedLevel(base, (left,), "2031-04-10", "2031-04-10", 4500, approx=True)
    return Levels("Northland", "Green Valley", "personnel", (base,), derived=(level,))


@pytest.fixture
def promises():
    """One kept, one open."""
    plan = fact_of(
        "The ministry will withdraw to 1,200 soldiers by January 15.",
        Kind.FORCE_CHANGE,
        args={"actor": "Northland", "place": "Green Valley", "direction": "decrease"},
        quantity=Quantity(to=1200, unit="personnel"),
        time=Time("by January 15", None, "2032-01-15", TimeType.DEADLINE),
        status=Status.PLANNED,
        stage=Stage.ORDERED,
        source="Ada Holm",
    )
    kept = fact_of(
        "Northland closed the Hill Post in June.",
        Kind.SITE,
        args={"site": "Hill Post", "action": "closed"},
        published="2031-06-09",
    )
    promised = fact_of(
        "Hill Post is to close.", Kind.SITE, args={"site": "Hill Post", "action": "closed"}, status=Status.PLANNED
    )
    opened, early = (CommitmentStep(CommitmentState.OPEN, "2031-03-04", fact.entries[0]) for fact in (plan, promised))
    met = CommitmentStep(CommitmentState.MET, "2031-06-09", kept.entries[0])
    return (
        Commitment(plan, "2032-01-15", CommitmentState.OPEN, (opened,)),
        Commitment(promised, None, CommitmentState.MET, (early, met), met_by=kept),
    )


@pytest.fixture
def footprint(levels, promises):
    """Everything that a footprint can hold."""
    aid = fact_of(
        "Northland gave 250 million dollars to the Valley Guard.",
        Kind.ASSISTANCE,
        args={"donor": "Northland", "recipient": "Valley Guard", "action": "provided"},
        quantity=Quantity(value=250000000, unit="USD"),
    )
    attack = fact_of(
        "Rockets struck the Mill Camp on May 2.",
        Kind.ATTACK,
        args={"target": "Mill Camp", "mode": "rocket"},
        time=Time("on May 2", "2031-05-02", "2031-05-02"),
    )
    site = fact_of("Northland handed the River Post over.", Kind.SITE, args={"site": "River Post", "action": "handed_over"})
    return Footprint(
        "Northland",
        "Green Valley",
        "2031-12-31",
        "2031-12-31",
        forces=levels.points[:2],
        changes=(promises[0].fact,),
        sites=(site,),
        promises=promises,
        attacks=(attack,),
        assistance=(aid,),
        notes=("1 report has no date of publication: it counts from the day it was added.",),
    )


@pytest.fixture
def hostile():
    """A fact in which everything that a report controls is hostile."""
    words = "\x1b[2J<script>alert('x')</script> \u202eNorthland\u202c has 5,000\u200b soldiers & more."
    return fact_of(
        words,
        outlet="<img src=x onerror=alert(1)>\x1b]0;owned\x07",
        url="javascript:alert(1)",
        marks={"quantity": "5,000", "actor": "Northland"},
        quantity=Quantity(value=5000, unit="<b>personnel</b>"),
        args={"actor": "<script>alert(2)</script>", "place": "Green\u202eValley", "counting": "\x1b[31mall"},
        source="</title><script>alert(3)</script>",
    )
