"""Facts in the order of time, promises by what became of them, and facts that dispute each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from onrecord import ledger as asking
from onrecord.ledger import Ledger
from onrecord.model import Commitment, CommitmentState, Dispute, Fact
from onrecord.views.calendar import render_calendar
from onrecord.web.density import density_of
from onrecord.web.page import Download, Page, leaf_of
from onrecord.web.pages.fields import (
    ACTOR,
    CAUSE,
    CLOCK_NAMES,
    CLOCKS,
    KIND,
    LONG,
    ON,
    PLACE,
    SINCE,
    SOURCE,
    STATE,
    STATUS,
    TEXT,
    UNTIL,
    looking,
    only,
)
from onrecord.web.params import Asked, Param

REVIEWED = Param("reviewed", "Reviewed", "Only what an analyst looked at, or only what none did.", "choice", ("yes", "no"))


def _timeline(ledger: Ledger, asked: Asked) -> tuple[Fact, ...]:
    names = ("actor", "place", "kind", "status", "source", "text", "since", "until", *CLOCK_NAMES)
    found = asking.timeline(ledger, **only(asked, *names))  # type: ignore[arg-type]
    if "reviewed" not in asked:
        return found
    return tuple(fact for fact in found if (fact.reviewed > 0) is (asked["reviewed"] == "yes"))


def _of_timeline(answer: Sequence[Fact], asked: Asked) -> Mapping[str, Any]:
    return {"leaf": leaf_of(answer, asked), "density": density_of(answer)}


TIMELINE = Page(
    name="timeline",
    path="/timeline",
    title="Timeline",
    says="What happened when, and what is planned for when; the same fact of several reports is told once.",
    ask=_timeline,
    params=(TEXT, ACTOR, PLACE, KIND, STATUS, SOURCE, REVIEWED, SINCE, UNTIL, *CLOCKS, *LONG),
    more=_of_timeline,
    looks_at=looking("actor", "place", "kind", "status", "source", "since", "until"),
    listed=True,
)


def _due(ledger: Ledger, asked: Asked) -> tuple[Commitment, ...]:
    states = asked.get("state") or tuple(CommitmentState)
    names = ("actor", "place", "on", "since", "until", *CLOCK_NAMES)
    return asking.due(ledger, states=states, **only(asked, *names))  # type: ignore[arg-type]


def _of_due(answer: Sequence[Commitment], asked: Asked) -> Mapping[str, Any]:
    return {"leaf": leaf_of(answer, asked)}


def _calendar(answer: Sequence[Commitment], _asked: Asked) -> str:
    return render_calendar(answer)


DUE = Page(
    name="due",
    path="/due",
    title="Due",
    says="What is promised by when, and what became of it. Nothing is missed unless a report says so.",
    ask=_due,
    params=(ACTOR, PLACE, STATE, ON, SINCE, UNTIL, *CLOCKS, *LONG),
    more=_of_due,
    looks_at=looking("actor", "place"),
    downloads=(Download("ics", "text/calendar", "What falls due, as a calendar", _calendar),),
    listed=True,
)


def _disputes(ledger: Ledger, asked: Asked) -> tuple[Dispute, ...]:
    return asking.disputes(ledger, **only(asked, "actor", "place", "kind", "cause", *CLOCK_NAMES))  # type: ignore[arg-type]


def _of_disputes(answer: Sequence[Dispute], asked: Asked) -> Mapping[str, Any]:
    return {"leaf": leaf_of(answer, asked, per=20), "causes": Counter(dispute.cause for dispute in answer)}


DISPUTES = Page(
    name="disputes",
    path="/disputes",
    title="Disputes",
    says="Where reports differ: pairs of facts that cannot both hold as they stand, and why they differ.",
    ask=_disputes,
    params=(ACTOR, PLACE, KIND, CAUSE, *CLOCKS, *LONG),
    more=_of_disputes,
    looks_at=looking("actor", "place", "kind"),
    listed=True,
)
