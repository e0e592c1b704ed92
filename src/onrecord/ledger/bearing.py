"""What may bear on a promise where nothing decides: later claims of the same parties, laid beside it and not judged."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date

from onrecord.ledger.clock import known_since
from onrecord.ledger.facts import order_of
from onrecord.ledger.keys import fold
from onrecord.ledger.promises import due_by
from onrecord.ledger.same import named
from onrecord.ledger.targets import alike, family, taking_part
from onrecord.ledger.verdicts import YEAR, Terms, is_later, terms_of, within
from onrecord.model import Claim, Entry, Fact, Kind, Status

SHOWN = 3
"""So many claims are shown beside a promise: those told nearest to its day, or first after one without, within a year of it."""


class Bearing:
    """Claims that something was done, is so or was not done, by the parties that they name."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries: dict[Hashable, list[Entry]] = {}
        for entry in entries:
            for key in _parties(entry.claim) if entry.claim.status in (Status.ACTUAL, Status.DENIED) else ():
                self._entries.setdefault(key, []).append(entry)

    def on_each(self, many: Sequence[tuple[Fact, ...]]) -> list[tuple[Entry, ...]]:
        """As ``on``, of several promises."""
        return [self.on(told) for told in many]

    def on(self, told: tuple[Fact, ...]) -> tuple[Entry, ...]:
        """The claims that may bear on the promise of these tellings, in the order in which they became known."""
        claim, terms = told[0].claim, terms_of(told, due_by(told))
        told_of = {one.claim: one for key in _parties(claim) for one in self._entries.get(key, ())}
        found = [one for one in told_of.values() if _is_near(one, terms) and _is_akin(one.claim, claim)]
        near = sorted(found, key=lambda one: (_distance(one, terms), order_of(one)))
        return tuple(sorted(near[:SHOWN], key=order_of))


def _parties(claim: Claim) -> Iterator[Hashable]:
    """All who take part, of a promise or of what may bear on it, where all are told; "the base at Kidal" may also be called Kidal."""
    names = tuple(named(claim, arg) for arg in taking_part(claim.kind))
    if names and all(names):
        yield (family(claim), names)
    if claim.kind is Kind.SITE:
        called = ("site", "place") if is_called_by_place(claim) else ("site",)
        yield from dict.fromkeys((family(claim), name) for arg in called if (name := fold(claim.arg(arg) or "")))


def is_called_by_place(claim: Claim) -> bool:
    """Whether the name of a site has the place in it, so that others may call it by the place alone: "the base at Kidal"."""
    place = fold(claim.arg("place") or "")
    return claim.kind is Kind.SITE and bool(place) and place in fold(claim.arg("site") or "")


def _is_akin(claim: Claim, promised: Claim) -> bool:
    """Whether a claim counts the same, of the same goods at the same site, and no forces go the other way; a request is of nothing done."""
    mine, theirs = claim.quantity, promised.quantity
    units = {quantity.unit for quantity in (mine, theirs) if quantity is not None}
    args = ("goods", "counting", "measure", "direction", *(() if claim.kind is Kind.SITE else ("site",)))
    return len(units) < 2 and claim.arg("action") != "requested" and alike(args, claim, promised)


def _is_near(entry: Entry, terms: Terms) -> bool:
    """Whether a claim became known after the promise, is not of a time before it, and came no later than a year after its day."""
    later = date.fromisoformat(known_since(entry.report)) > terms.known and is_later(entry, terms)
    return later and within(entry, terms.due_day or terms.known, YEAR)


def _distance(entry: Entry, terms: Terms) -> int:
    """How far from the day on which a promise falls due a claim became known; without one, from when it was made."""
    return abs((date.fromisoformat(known_since(entry.report)) - (terms.due_day or terms.known)).days)
