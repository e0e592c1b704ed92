"""What bears on the promises that fall due between two days: their tellings, what moved them, and what tells what became of them.

Of an actor of whom there is very much, the rest of what is known of it says nothing of these promises and is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from onrecord.ledger.bearing import is_called_by_place
from onrecord.ledger.clock import Day, days_of, known_since
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.same import DECISIVE
from onrecord.ledger.search import FIRST, LAST, Filters
from onrecord.ledger.targets import DONE_ONCE, FORCES, names_in
from onrecord.ledger.verdicts import AFTERWARDS, YEAR
from onrecord.model import SPECS, Claim, Entry, Kind, Status

AHEAD, TOLD = (Status.PLANNED, Status.CONDITIONAL), (Status.ACTUAL, Status.DENIED)
BY_ACT = (*FORCES, *DONE_ONCE, Kind.ASSISTANCE)
"""Kinds in which an act may keep a promise whatever number it gives; in the others only the same number does."""


@dataclass(slots=True)
class Sought:
    """By what the kin of promises of some kinds are found, which all leave out the same args.

    Since when they are known, until when it may be told what became of them, the names besides those asked for (``None`` where some
    promise names nobody else), and the numbers.
    """

    since: str = LAST
    until: str = FIRST
    names: set[str] | None = field(default_factory=set)
    values: set[float] = field(default_factory=set)

    def take(self, entry: Entry, known: set[str]) -> None:
        """Look for the kin of this promise too; one in which all may be those asked for has kin everywhere among theirs."""
        claim = entry.claim
        day = known_since(entry.report)
        due = days_of(claim.time)
        self.since = min(self.since, day)
        self.until = max(self.until, _later(max(due.last or due.first or day, day), AFTERWARDS))
        besides = {key for keys in _names(claim) if keys.isdisjoint(known) for key in keys}
        self.names = self.names | besides if self.names is not None and besides else None
        self.values |= set(claim.quantity.numbers.values()) if claim.quantity else set()


def bearing_on(ledger: Ledger, asked: Filters, between: tuple[str, str]) -> list[Entry]:
    """The claims that may tell of promises due between two days, or of what became of them."""
    asked = ledger.resolved(asked)
    return kin_of(ledger, asked, ledger.whole(replace(asked, falls=between), replace(asked, statuses=AHEAD)))


def kin_of(ledger: Ledger, asked: Filters, promised: Iterable[Entry]) -> list[Entry]:
    """These promises, and the claims that may tell of them or of what became of them."""
    found = {entry.claim.id: entry for entry in promised}
    sought = _sought(list(found.values()), _asked_keys(ledger, asked))
    alike = {of: _alike(asked, *of, one) for of, one in sought.items()}
    if not alike:
        return list(found.values())
    before = {of: _later(one.since, -YEAR) for of, one in sought.items()}
    others = ledger.whole(
        [
            replace(one, statuses=AHEAD, known_from=before[of], known=_earlier(sought[of].until, asked.known))
            for of, one in alike.items()
        ],
        replace(asked, statuses=AHEAD),
    )
    docs = {entry.report.id for entry in (*found.values(), *others)}
    kinds = tuple(sorted({kind for one in alike.values() for kind in one.kinds}))
    beside = replace(asked, kinds=kinds, statuses=AHEAD, docs=tuple(sorted(docs)))
    ends = [end for of, one in alike.items() for end in _ends(one, sought[of])]
    found |= {entry.claim.id: entry for entry in (*others, *ledger.whole([beside, *ends], asked))}
    return list(found.values())


def _asked_keys(ledger: Ledger, asked: Filters) -> set[str]:
    return {key for name in ledger.resolved(asked).resolved or () for key in name.keys}


def _sought(promised: Iterable[Entry], known: set[str]) -> dict[tuple[tuple[Kind, ...], tuple[str, ...]], Sought]:
    found: dict[tuple[tuple[Kind, ...], tuple[str, ...]], Sought] = {}
    for entry in promised:
        claim = entry.claim
        kinds = FORCES if claim.kind in FORCES else (claim.kind,)
        lacking = tuple(arg for arg in SPECS[claim.kind].identifying if arg not in claim.args)
        found.setdefault((kinds, lacking), Sought()).take(entry, known)
    return found


def _names(claim: Claim) -> Iterator[set[str]]:
    """The keys of each of those who take part in it; a site may also be called by the place that is in its name."""
    for arg in SPECS[claim.kind].identifying:
        keys = names_in(arg, claim) if arg not in DECISIVE else set()
        if arg == "site" and is_called_by_place(claim):
            keys |= names_in("place", claim)
        if keys:
            yield keys


def _alike(asked: Filters, kinds: tuple[Kind, ...], lacking: tuple[str, ...], sought: Sought) -> Filters:
    """Claims that may be of the same parties while promises stand: what a promise leaves out, they do not name either."""
    also = tuple(sorted(sought.names)) if sought.names is not None else None
    return replace(asked, kinds=kinds, also=also, lacking=lacking)


def _ends(alike: Filters, sought: Sought) -> Iterator[Filters]:
    """What may tell of the end of promises: acts, where only the same number counts those with it, and denials."""
    later = replace(alike, known_from=sought.since, until=sought.until)
    if set(alike.kinds) <= set(BY_ACT):
        yield replace(later, statuses=TOLD)
    else:
        yield replace(later, statuses=TOLD, values=tuple(sorted(sought.values)))
        yield replace(later, statuses=(Status.DENIED,))


def _earlier(day: str, known: Day | None) -> str:
    return min(day, str(known)) if known is not None else day


def _later(day: str, span: timedelta) -> str:
    """A day so much later, as far as the calendar goes.

    >>> _later("9999-12-31", YEAR), _later("2021-01-15", -YEAR)
    ('9999-12-31', '2020-01-15')
    """
    try:
        return (date.fromisoformat(day) + span).isoformat()
    except OverflowError:
        return day
