"""What bears on some promises: their other tellings, what moved them, and what tells what became of them.

Of an actor of whom there is very much, the rest of what is known of it says nothing of these promises and is not looked at. All these
are found by the parties of a promise and by what a claim tells (``whole_parties``); what may be taken for it, or stand beside it where
nothing decides, is fetched when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.ledger.bearing import SHOWN, Bearing
from onrecord.ledger.clock import days_of, known_since
from onrecord.ledger.corrections import corrected_in
from onrecord.ledger.facts import facts_of
from onrecord.ledger.filters import FIRST, LAST, Filters
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.own_words import is_asked_for
from onrecord.ledger.promises import Promise, due_by, due_date, tellings_of
from onrecord.ledger.targets import FORCES
from onrecord.ledger.told import AHEAD
from onrecord.ledger.verdicts import AFTERWARDS, YEAR, terms_of
from onrecord.ledger.whole_parties import (
    BARE,
    TOLD,
    hashes,
    rival_ways,
    sought_keys,
    unpacked,
    wanted_ahead,
    wanted_of_end,
    wanted_of_moves,
)
from onrecord.model import Claim, Entry, Fact, Kind

__all__ = ["AHEAD", "TOLD", "Kin", "kin_of", "promised_between"]

FEW, MORE = 6, 4
"""So many claims are fetched first to find those nearest to the day of a promise, and so many times as many each time after."""
UNTOLD = next(iter(hashes([(BARE, None)])))
Told = tuple[Fact, ...]


class Row(NamedTuple):
    """A claim as it stands under one key: since when it is known, the first day of what it tells, its number, and what it tells."""

    known: str
    first: str | None
    claim: int
    tells: str


Stretch = tuple[str, str]
"""From one day to another."""
ALWAYS = (FIRST, LAST)


@dataclass(slots=True)
class Sought:
    """What is looked for under a key: what tells one of these, known from a day on and until another (of what was done: that had begun by
    then), and bare tellings of some days."""

    tells: dict[str, Stretch] = field(default_factory=dict)
    days: set[str] = field(default_factory=set)

    @property
    def between(self) -> Stretch:
        """From when on something that is looked for may be known, and until when what was done may have begun."""
        stretches = self.tells.values()
        return (min(since for since, _ in stretches), max(until for _, until in stretches)) if stretches else ALWAYS

    def take(self, tells: Iterable[str], stretch: Stretch) -> None:
        """Look for what tells one of these too."""
        since, until = stretch
        for one in tells:
            first, last = self.tells.get(one, stretch)
            self.tells[one] = stretch if since <= first and until >= last else (min(since, first), max(until, last))

    def is_telling(self, row: Row) -> bool:
        """Whether another plan may be a telling of one of these, or move it."""
        for told in unpacked(row.tells):
            found = self.tells.get(told)
            if (found is not None and found[0] <= row.known <= found[1]) or (told == UNTOLD and row.known in self.days):
                return True
        return False

    def is_answer(self, row: Row) -> bool:
        """Whether something told may say what became of one of these."""
        for told in unpacked(row.tells):
            found = self.tells.get(told)
            if found is not None and found[0] <= row.known and (row.first or row.known) <= found[1]:
                return True
        return False


@dataclass(frozen=True, slots=True)
class Held:
    """What was fetched of a key, and of what stretch."""

    between: Stretch
    rows: list[Row] = field(default_factory=list)


class Kin:
    """The claims that tell of some promises; what answers these, or stands beside them, is fetched when it is asked for."""

    def __init__(self, ledger: Ledger, asked: Filters, promised: Iterable[Entry]) -> None:
        self._ledger, self._asked = ledger, asked
        self._ahead: dict[int, Held] = {}
        self._told: dict[int, Held] = {}
        self._found = {entry.claim.id: entry for entry in promised}
        self._find()

    @property
    def entries(self) -> list[Entry]:
        """These claims, in no order."""
        return list(self._found.values())

    def rivals(self, telling: Fact, since: str, until: str) -> list[Fact]:
        """Promises of the same parties, known between two days, that may be taken for this one and are not among these claims."""
        ways = hashes(rival_ways(telling.claim))
        keys = sought_keys(telling.claim, ahead=True)
        rows = (
            row for rows in self._rows(dict.fromkeys(keys, ALWAYS), ahead=True) for row in rows if since <= row.known <= until
        )
        numbers = {row.claim for row in rows if not ways.isdisjoint(unpacked(row.tells))}
        return self._plans(numbers)

    def answers(self, promises: Iterable[Promise]) -> list[Entry]:
        """The claims that may say what became of these promises, and that no correction replaced."""
        sought: dict[int, Sought] = {}
        for promise in promises:
            entries = [entry for fact in promise.told for entry in fact.entries]
            dues = {due for one in entries if (due := due_date(one.claim.time))}
            tells = {told for one in entries for told in hashes(wanted_of_end(one.claim, one.words, dues))}
            since, until = zip(*map(_stretch, entries), strict=True)
            stretch = (min(since), max(until))
            for key in {key for one in entries for key in sought_keys(one.claim, ahead=False)}:
                sought.setdefault(key, Sought()).take(tells, stretch)
        rows = zip(sought.values(), self._rows({key: one.between for key, one in sought.items()}, ahead=False), strict=True)
        return self._standing({row.claim for one, some in rows for row in some if row.tells and one.is_answer(row)})

    def bearing(self, undecided: Sequence[Told]) -> list[tuple[Entry, ...]]:
        """What else is told of the parties of each of these promises, nearest to its day: see ``Bearing``."""
        near = [self._near(told) for told in undecided]
        found: list[tuple[Entry, ...]] = [()] * len(near)
        loaded: dict[str, Entry] = {}
        waiting, many = list(range(len(near))), FEW
        while waiting:
            numbers = {claim for at in waiting for _, claim in near[at][:many]}
            loaded |= {entry.claim.id: entry for entry in self._standing(numbers)}
            among = Bearing(loaded.values())
            for at in waiting:
                found[at] = among.on(undecided[at])
            waiting = [at for at in waiting if not _is_nearest(found[at], undecided[at], near[at][many:])]
            many *= MORE
        return found

    def _find(self) -> None:
        """Fetch the other tellings of these promises, what may move them, and what they share reports with."""
        fresh, fetched = list(self._found.values()), set[int]()
        while fresh:
            tellings = self._tellings(fresh) - fetched
            fetched |= tellings
            known = set(self._found)
            self._take(self._ledger.of_claims(tellings, replace(self._asked, statuses=AHEAD)))
            fresh = [entry for id, entry in self._found.items() if id not in known]
        self._take(self._of_their_reports())

    def _take(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            self._found.setdefault(entry.claim.id, entry)

    def _tellings(self, promised: Iterable[Entry]) -> set[int]:
        """The numbers of plans that may be further tellings of these, or move them."""
        sought: dict[int, Sought] = {}
        for entry in promised:
            again = hashes(wanted_ahead(entry.claim, entry.words))
            moves, stretch = hashes(wanted_of_moves(entry.claim, entry.words)), _stretch(entry)
            for key in sought_keys(entry.claim, ahead=True):
                one = sought.setdefault(key, Sought())
                one.take(again, ALWAYS)
                one.take(moves, stretch)
                one.days.add(known_since(entry.report))
        rows = zip(sought.values(), self._rows(dict.fromkeys(sought, ALWAYS), ahead=True), strict=True)
        return {row.claim for one, some in rows for row in some if one.is_telling(row)}

    def _of_their_reports(self) -> list[Entry]:
        """What else of these kinds the same reports say is to come."""
        kinds = {kind for entry in self._found.values() for kind in _kinds(entry.claim)}
        if not kinds:
            return []
        docs = tuple(sorted({entry.report.id for entry in self._found.values()}))
        beside = replace(self._asked, kinds=tuple(sorted(kinds)), statuses=AHEAD, docs=docs)
        return self._ledger.whole(beside, self._asked)

    def _rows(self, asked: Mapping[int, Stretch], *, ahead: bool) -> list[list[Row]]:
        """What stands under each of these keys: known from a day on, and begun by another; it may be more."""
        kept = self._ahead if ahead else self._told
        wanted = {key: stretch for key, stretch in asked.items() if key not in kept or not _within(stretch, kept[key].between)}
        kept.update({key: Held(stretch) for key, stretch in wanted.items()})
        for row in self._ledger.of_parties(wanted, known=self._asked.known):
            kept[row[0]].rows.append(Row._make(row[1:]))
        return [kept[key].rows for key in asked]

    def _plans(self, numbers: set[int]) -> list[Fact]:
        entries = [
            one
            for one in self._ledger.of_claims(numbers, replace(self._asked, statuses=AHEAD))
            if one.claim.id not in self._found
        ]
        corrected = corrected_in(self._ledger, entries)
        plans = (one for one in entries if not (corrected and one in corrected) and not is_asked_for(one))
        return list(tellings_of(facts_of(plans, origins=False)))

    def _standing(self, numbers: set[int]) -> list[Entry]:
        """Claims that no correction replaced."""
        entries = self._ledger.of_claims(numbers, replace(self._asked, statuses=TOLD))
        corrected = corrected_in(self._ledger, entries)
        return [one for one in entries if not (corrected and one in corrected)]

    def _near(self, told: Told) -> list[tuple[int, int]]:
        """How far from the day of a promise the claims became known that may bear on it, with their numbers, the nearest first."""
        terms = terms_of(told, due_by(told))
        day = terms.due_day or terms.known
        since, until = terms.known.isoformat(), _later(day.isoformat(), YEAR)
        begun = (since, LAST)
        rows = self._rows(dict.fromkeys(sorted(sought_keys(told[0].claim, ahead=False)), begun), ahead=False)
        near = {row.claim: row.known for some in rows for row in some if since < row.known <= until}
        return sorted((abs((date.fromisoformat(known) - day).days), claim) for claim, known in near.items())


def kin_of(ledger: Ledger, asked: Filters, promised: Iterable[Entry]) -> Kin:
    """These promises, and the claims that may tell of them or of what became of them."""
    return Kin(ledger, ledger.resolved(asked), promised)


def promised_between(ledger: Ledger, asked: Filters, between: tuple[str, str]) -> list[Entry]:
    """The claims of promises that may fall due between two days."""
    return ledger.whole(replace(asked, falls=between), replace(asked, statuses=AHEAD))


def _stretch(entry: Entry) -> Stretch:
    """Since when it is told what became of what this entry promises, and of what days."""
    day, due = known_since(entry.report), days_of(entry.claim.time)
    return (day, _later(max(due.last or due.first or day, day), AFTERWARDS))


def _within(inner: Stretch, outer: Stretch) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _kinds(claim: Claim) -> tuple[Kind, ...]:
    return FORCES if claim.kind in FORCES else (claim.kind,)


def _is_nearest(found: tuple[Entry, ...], told: Told, left: list[tuple[int, int]]) -> bool:
    """Whether none of the claims that are left may lie nearer to the day of a promise than those found."""
    if not left:
        return True
    if len(found) < SHOWN:
        return False
    terms = terms_of(told, due_by(told))
    day = terms.due_day or terms.known
    return max(abs((date.fromisoformat(known_since(one.report)) - day).days) for one in found) < left[0][0]


def _later(day: str, span: timedelta) -> str:
    """A day so much later, as far as the calendar goes.

    >>> _later("9999-12-31", YEAR), _later("2021-01-15", -YEAR)
    ('9999-12-31', '2020-01-15')
    """
    try:
        return (date.fromisoformat(day) + span).isoformat()
    except OverflowError:
        return day
