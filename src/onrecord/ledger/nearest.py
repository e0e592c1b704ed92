"""What a footprint looks at where there is more than a reader can take in: the latest of what happened, and what falls due next.

Levels are looked at as far back as one still tells what holds; where none does, a footprint asks for all of them, so that nothing known is
shown as unknown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.ledger.falling_due import AHEAD, Kin, kin_of
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.search import LAST, Filters
from onrecord.ledger.strength import REPEATED, STALE
from onrecord.model import Entry, Kind

MANY = 600
"""Claims of one actor in one place, from which on there is too much."""
SHOWN, AWAITED = 120, 30
"""So many claims of the latest events are looked at, and so many of plans that fall due next."""
YEAR, LATELY = timedelta(days=365), timedelta(days=31)
LEVELS = (Kind.FORCE_LEVEL, Kind.FORCE_CHANGE)
EVENTS = (Kind.FORCE_CHANGE, Kind.SITE, Kind.ASSISTANCE, Kind.ATTACK)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which days a footprint shows what happened, and what falls due."""

    since: str
    on: str
    due_from: str
    due_by: str

    @property
    def note(self) -> str:
        """What a reader must know of it."""
        ahead = f"from {self.due_from} on" if self.due_by == LAST else f"from {self.due_from} to {self.due_by}"
        return (
            f"There is much more than this: shown are changes, sites, attacks and help from {self.since} to {self.on}, and what falls "
            f"due {ahead}. The timeline and what is due show the rest."
        )


def few_of(ledger: Ledger, asked: Filters) -> Filters | None:
    """The filters with the numbers of all claims that have these names; ``None`` where there is too much."""
    return ledger.narrowed(asked, MANY)


def bounds_of(ledger: Ledger, asked: Filters, day: date) -> Bounds:
    """What to show of too much."""
    events = replace(asked, kinds=EVENTS, since=day - YEAR, until=day)
    latest = ledger.day_of_enough(events, SHOWN, column="first_day", newest=True)
    since = max((day - YEAR).isoformat(), latest or "")
    lately = (day - LATELY).isoformat()
    awaited = replace(asked, statuses=AHEAD, since=lately)
    due_by = ledger.day_of_enough(awaited, AWAITED, column="last_day")
    return Bounds(since, day.isoformat(), lately, due_by or LAST)


def entries_within(ledger: Ledger, asked: Filters, bounds: Bounds, *, stood: str) -> tuple[list[Entry], Kin]:
    """What bears on the footprint within these bounds; what became of promises as known by the day ``stood``, and what finds the rest."""
    then = replace(asked, known=stood)
    events = replace(asked, kinds=EVENTS, since=bounds.since, until=bounds.on)
    falling = ledger.whole(replace(then, falls=(bounds.due_from, bounds.due_by)), replace(then, statuses=AHEAD))
    kin = kin_of(ledger, then, falling)
    parts = [ledger.whole(events, asked), _fresh_levels(ledger, asked, bounds), kin.entries]
    return list({entry.claim.id: entry for part in parts for entry in part}.values()), kin


def levels_of(ledger: Ledger, asked: Filters) -> list[Entry]:
    """All levels and changes that were ever told."""
    return ledger.find(replace(asked, kinds=LEVELS))


def _fresh_levels(ledger: Ledger, asked: Filters, bounds: Bounds) -> list[Entry]:
    """All that may still tell what holds."""
    levels = replace(asked, kinds=LEVELS)
    since = (date.fromisoformat(bounds.on) - STALE - REPEATED).isoformat()
    return ledger.whole(replace(levels, since=since, until=bounds.on), levels)
