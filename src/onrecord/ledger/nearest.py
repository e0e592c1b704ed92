"""What a footprint looks at where there is more than a reader can take in: the latest of what happened, and what falls due next.

Levels are looked at as far back as one still tells what holds; where none does, a footprint asks for all of them, so that nothing known is
shown as unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.ledger.falling_due import AHEAD, Kin, kin_of
from onrecord.ledger.filters import FIRST, LAST, Filters
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.strength import REPEATED, STALE
from onrecord.model import Entry, Kind

MANY = 600
"""Claims of one actor in one place, from which on there is too much."""
SHOWN, AWAITED = 40, 30
"""So many claims of the latest events of each kind are looked at, and so many of plans that fall due next."""
YEAR, LATELY = timedelta(days=365), timedelta(days=31)
LEVELS = (Kind.FORCE_LEVEL, Kind.FORCE_CHANGE)
NAMES = {Kind.FORCE_CHANGE: "changes", Kind.SITE: "sites", Kind.ATTACK: "attacks", Kind.ASSISTANCE: "help"}
EVENTS = tuple(NAMES)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Since when a footprint shows what happened, by kind, and between which days what falls due; ``FIRST`` where all is shown."""

    since: Mapping[Kind, str]
    on: str
    due_from: str
    due_by: str
    levels: str

    @property
    def note(self) -> str:
        """What a reader must know of it."""
        told = [f"{NAMES[kind]} from {day} to {self.on}" for kind, day in self.since.items() if day != FIRST]
        ahead = f"from {self.due_from} on" if self.due_by == LAST else f"from {self.due_from} to {self.due_by}"
        return (
            f"There is much more than this: shown are {', '.join([*told, f'what falls due {ahead}'])}, and levels told since {self.levels} "
            "where any is. The timeline, the levels and what is due show the rest."
        )


def few_of(ledger: Ledger, asked: Filters) -> Filters | None:
    """The filters with the numbers of all claims that have these names; ``None`` where there is too much."""
    return ledger.narrowed(asked, MANY)


def bounds_of(ledger: Ledger, asked: Filters, day: date) -> Bounds:
    """What to show of too much: the latest of each kind of event, attacks of a year at most."""
    since = {kind: _latest_since(ledger, replace(asked, kinds=(kind,), until=day), day) for kind in EVENTS}
    since[Kind.ATTACK] = max(since[Kind.ATTACK], (day - YEAR).isoformat())
    lately = (day - LATELY).isoformat()
    awaited = replace(asked, statuses=AHEAD, since=lately)
    due_by = ledger.day_of_enough(awaited, AWAITED, column="last_day")
    return Bounds(since, day.isoformat(), lately, due_by or LAST, (day - STALE - REPEATED).isoformat())


def _latest_since(ledger: Ledger, events: Filters, day: date) -> str:
    """Since when there are enough of these, at first looked for in the last year; the first of all days where there never are."""
    for window in (replace(events, since=day - YEAR), events):
        found = ledger.day_of_enough(window, SHOWN, column="first_day", newest=True)
        if found is not None:
            return found
    return FIRST


def entries_within(ledger: Ledger, asked: Filters, bounds: Bounds, *, stood: str) -> tuple[list[Entry], Kin]:
    """What bears on the footprint within these bounds; what became of promises as known by the day ``stood``, and what finds the rest."""
    then = replace(asked, known=stood)
    days = sorted(set(bounds.since.values()))
    kinds = {day: tuple(kind for kind, since in bounds.since.items() if since == day) for day in days}
    events = [replace(asked, kinds=kinds[day], since=None if day == FIRST else day, until=bounds.on) for day in days]
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
    return ledger.whole(replace(levels, since=bounds.levels, until=bounds.on), levels)
