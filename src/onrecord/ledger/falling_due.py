"""What bears on the promises that fall due between two days: their tellings, what moved them, and what tells what became of them.

Of an actor of whom there is very much, the rest of what is known of it says nothing of these promises and is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from onrecord.ledger.bearing import is_called_by_place
from onrecord.ledger.clock import known_since
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.search import LAST, Filters
from onrecord.ledger.targets import DONE_ONCE, FORCES, names_in
from onrecord.model import SPECS, Claim, Entry, Kind, Status

AHEAD, TOLD = (Status.PLANNED, Status.CONDITIONAL), (Status.ACTUAL, Status.DENIED)
BY_ACT = (*FORCES, *DONE_ONCE, Kind.ASSISTANCE)
"""Kinds in which an act may keep a promise whatever number it gives; in the others only the same number does."""
YEAR = timedelta(days=366)


@dataclass(slots=True)
class Sought:
    """By what the kin of promises of some kinds are found: since when they are known, the names besides those asked for, the numbers."""

    since: str
    names: set[str] | None = field(default_factory=set)
    values: set[float] = field(default_factory=set)

    def take(self, entry: Entry, known: set[str]) -> None:
        """Look for the kin of this promise too; one in which all may be those asked for has kin everywhere among theirs."""
        claim = entry.claim
        self.since = min(self.since, known_since(entry.report))
        besides = {key for keys in _names(claim) if keys.isdisjoint(known) for key in keys}
        self.names = self.names | besides if self.names is not None and besides else None
        self.values |= set(claim.quantity.numbers.values()) if claim.quantity else set()


def bearing_on(ledger: Ledger, asked: Filters, between: tuple[str, str]) -> list[Entry]:
    """The claims that may tell of promises due between two days, or of what became of them."""
    asked = ledger.resolved(asked)
    promised = ledger.whole(replace(asked, falls=between), replace(asked, statuses=AHEAD))
    return kin_of(ledger, asked, promised, until=between[1])


def kin_of(ledger: Ledger, asked: Filters, promised: Iterable[Entry], *, until: str = LAST) -> list[Entry]:
    """These promises, which fall due by the day ``until``, and the claims that may tell of them or of what became of them."""
    found = {entry.claim.id: entry for entry in promised}
    for kinds, sought in _sought(list(found.values()), _asked_keys(ledger, asked)).items():
        for some, of in _questions(asked, kinds, sought, until):
            found |= {entry.claim.id: entry for entry in ledger.whole(some, of)}
    return list(found.values())


def _asked_keys(ledger: Ledger, asked: Filters) -> set[str]:
    return {key for name in ledger.resolved(asked).resolved or () for key in name.keys}


def _sought(promised: Iterable[Entry], known: set[str]) -> dict[tuple[Kind, ...], Sought]:
    found: dict[tuple[Kind, ...], Sought] = {}
    for entry in promised:
        kinds = FORCES if entry.claim.kind in FORCES else (entry.claim.kind,)
        found.setdefault(kinds, Sought(LAST)).take(entry, known)
    return found


def _names(claim: Claim) -> Iterator[set[str]]:
    """The keys of each of those who take part in it; a site may also be called by the place that is in its name."""
    for arg in SPECS[claim.kind].identifying:
        keys = names_in(arg, claim)
        if arg == "site" and is_called_by_place(claim):
            keys |= names_in("place", claim)
        if keys:
            yield keys


def _questions(asked: Filters, kinds: tuple[Kind, ...], sought: Sought, last: str) -> Iterator[tuple[Filters, Filters]]:
    """What is asked for in turn: plans that may move these promises, or stand in their way, then acts and denials."""
    also = tuple(sorted(sought.names)) if sought.names is not None else None
    whole = replace(asked, kinds=kinds, also=None)
    plans = replace(whole, statuses=AHEAD)
    until = min(_later(last, YEAR), str(asked.known)) if asked.known is not None else _later(last, YEAR)
    yield replace(plans, also=also, known_from=_later(sought.since, -YEAR), known=until), plans
    told = replace(whole, statuses=TOLD)
    values = None if set(kinds) <= set(BY_ACT) else tuple(sorted(sought.values))
    yield replace(told, also=also, known_from=sought.since, values=values), told
    if values is not None:
        denied = replace(whole, statuses=(Status.DENIED,))
        yield replace(denied, also=also, known_from=sought.since), denied


def _later(day: str, span: timedelta) -> str:
    """A day so much later, as far as the calendar goes.

    >>> _later("9999-12-31", YEAR), _later("2021-01-15", -YEAR)
    ('9999-12-31', '2020-01-15')
    """
    try:
        return (date.fromisoformat(day) + span).isoformat()
    except OverflowError:
        return day
