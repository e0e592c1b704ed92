"""The ledger at a glance, and an actor in a place on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from onrecord import ledger as asking
from onrecord.ledger import Ledger
from onrecord.model import Footprint, Kind, LevelPoint, Overview
from onrecord.views.tables import strength_sections
from onrecord.web.maps import is_placed
from onrecord.web.page import Page
from onrecord.web.pages.fields import CLOCK_NAMES, CLOCKS, ON, PLACE, only
from onrecord.web.params import Asked, Param


def _overview(ledger: Ledger, _asked: Asked) -> Overview:
    return asking.overview(ledger)


OVERVIEW = Page(
    name="overview",
    path="/",
    api_path="/api/overview",
    title="Overview",
    says="What the ledger holds, since when, what is new, what falls due, what is disputed, and of what it can tell nothing.",
    ask=_overview,
)


def _footprint(ledger: Ledger, asked: Asked) -> Footprint | None:
    if "actor" not in asked:
        return None
    day = asked.get("on") or asked.get("known") or ledger.latest(added=asked.get("added")) or _today()
    return asking.footprint(ledger, asked["actor"], on=day, **only(asked, "place", *CLOCK_NAMES))  # type: ignore[arg-type]


def _sections(answer: Footprint | None, _asked: Asked) -> Mapping[str, Any]:
    """The levels under their headings, and the sites of which the lie is known."""
    if answer is None:
        return {}
    strength: list[tuple[str, tuple[LevelPoint, ...]]] = [(name, tuple(points)) for name, points in strength_sections(answer)]
    facts = (
        ("Changes of forces", answer.changes, Kind.FORCE_CHANGE),
        ("Sites", answer.sites, Kind.SITE),
        ("Attacks of the year before", answer.attacks, Kind.ATTACK),
        ("Assistance", answer.assistance, Kind.ASSISTANCE),
    )
    return {"strength": strength, "sections": facts, "mapped": any(map(is_placed, answer.sites))}


FOOTPRINT = Page(
    name="footprint",
    path="/footprint",
    title="Footprint",
    says="What an actor has, promised, suffered and gave in a place on a day, as known on another day.",
    ask=_footprint,
    params=(Param("actor", "Actor", "Whose footprint, by any name.", needed=True), PLACE, ON, *CLOCKS),
    more=_sections,
)


ROLES: dict[str, str] = {"donor": "actor", "recipient": "actor", "person": "speaker", "site": "place"}
"""What a field asks for, where it is not called by the role."""


def _names(ledger: Ledger, asked: Asked) -> tuple[str, ...]:
    role: str = asked["role"]
    return asking.names_like(ledger, ROLES.get(role, role), asked.get("like", ""))


NAMES = Page(
    name="names",
    path="/names",
    title="Names",
    says="Names of the ledger that begin so: for suggestions while somebody types.",
    ask=_names,
    params=(
        Param("role", "Role", "Whose names.", "choice", ("actor", "place", "source", "speaker", *ROLES), needed=True),
        Param("like", "Like", "How they begin."),
    ),
    in_nav=False,
    is_shown=False,
    told_whole=True,
)


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
