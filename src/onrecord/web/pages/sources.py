"""The reports: which outlets carry how many, whose text each carries, what was corrected and what withdrawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord import ledger as asking
from onrecord.ledger import Filters, Ledger
from onrecord.model import Listed
from onrecord.views.wording import withdrawn_words
from onrecord.web.page import Page, leaf_of
from onrecord.web.pages.fields import ADDED, KNOWN, LONG, only
from onrecord.web.params import Asked, Param

ONLY = Param(
    "only",
    "Show",
    "Only texts that others carry, corrections, or what was withdrawn.",
    "choice",
    ("echoes", "corrections", "withdrawn"),
)
OUTLET = Param("outlet", "Outlet", "Only reports of this outlet.")


@dataclass(frozen=True, slots=True)
class Outlet:
    """How many reports of an outlet the ledger holds, how many of them carry another's text, and how many claims they make."""

    name: str
    reports: int
    own: int
    claims: int


def _sources(ledger: Ledger, asked: Asked) -> tuple[Listed, ...]:
    rows = asking.listed(ledger, **only(asked, "known", "added"))  # type: ignore[arg-type]
    return tuple(row for row in rows if _is_wanted(row, asked.get("only")) and _is_of(row, asked.get("outlet")))


def _looked_at(_ledger: Ledger, asked: Asked) -> Filters:
    """The claims of the reports: withdrawn ones have none, and are few."""
    return Filters(known=asked.get("known"), added=asked.get("added"))


def _is_wanted(row: Listed, which: str | None) -> bool:
    """As ``onrecord reports`` with its options: what was withdrawn is shown only where it is asked for."""
    if which == "withdrawn":
        return row.tombstone is not None
    if which == "corrections":
        return bool(row.corrects or row.corrected_by)
    if which == "echoes":
        return bool(row.echoes)
    return row.tombstone is None


def _is_of(row: Listed, outlet: str | None) -> bool:
    return outlet is None or (row.report.outlet or "").casefold() == outlet.casefold()


def outlets_of(rows: Sequence[Listed]) -> list[Outlet]:
    """The outlets of these reports, those with most first."""
    reports, own, claims = Counter[str](), Counter[str](), Counter[str]()
    for row in rows:
        name = row.report.outlet or "—"
        reports[name] += 1
        own[name] += row.report.origin is None
        claims[name] += row.claims
    return [Outlet(name, count, own[name], claims[name]) for name, count in reports.most_common()]


def _of_sources(answer: Sequence[Listed], asked: Asked) -> Mapping[str, Any]:
    return {"leaf": leaf_of(answer, asked), "outlets": outlets_of(answer)[:50], "withdrawn_words": withdrawn_words}


SOURCES = Page(
    name="sources",
    path="/sources",
    title="Sources",
    says="The reports by outlet, whose text each carries, what was corrected, and what was withdrawn.",
    ask=_sources,
    params=(OUTLET, ONLY, KNOWN, ADDED, *LONG),
    more=_of_sources,
    looks_at=_looked_at,
    listed=True,
    told_whole=True,
)
