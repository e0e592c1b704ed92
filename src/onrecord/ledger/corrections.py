"""What an outlet took back: claims of a report that a later one of the same outlet replaces, by its metadata or by its words. Nothing is overwritten."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

from onrecord.ledger.keys import rows_of
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.same import decisive, folded, same_time
from onrecord.model import SPECS, Claim, Entry

Corrected = Mapping[Entry, Entry]
NOTHING: Corrected = {}


def corrected_in(ledger: Ledger, entries: Iterable[Entry]) -> dict[Entry, Entry]:
    """The entries that were corrected, each with the one that replaces it; what is not among ``entries`` corrects nothing.

    So an answer as known before the correction shows the claim as it stood.
    """
    links = ledger.corrections()
    if not links:
        return {}
    involved = {id for link in links for id in link}
    by_report: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.report.id in involved:
            by_report.setdefault(entry.report.id, []).append(entry)
    found: dict[Entry, Entry] = {}
    for old, new in links:
        found |= _replaced(by_report.get(old, []), by_report.get(new, []))
    return found


def _replaced(old: list[Entry], new: list[Entry]) -> dict[Entry, Entry]:
    """Which of the old entries the new report puts another number to, and does not state again.

    Where the old report gives several numbers of one thing, the nearest is the one that was wrong.
    """
    found: dict[Entry, Entry] = {}
    for entry in new:
        alike = [other for other in old if _is_of_the_same(entry.claim, other.claim)]
        if not alike or _numbers(entry.claim) in {_numbers(other.claim) for other in alike}:
            continue
        wrong = min(alike, key=lambda other: abs(_size(other.claim) - _size(entry.claim)))
        again = {_numbers(other.claim) for other in new if _is_of_the_same(other.claim, wrong.claim)}
        if _numbers(wrong.claim) not in again:
            found |= {other: entry for other in alike if _numbers(other.claim) == _numbers(wrong.claim) and other not in found}
    return found


def _is_of_the_same(one: Claim, other: Claim) -> bool:
    """Whether both claims put a number to the same thing: same kind, participants, site, unit, act, status and time."""
    if (one.kind, one.status) != (other.kind, other.status) or one.quantity is None or other.quantity is None:
        return False
    if one.quantity.unit != other.quantity.unit or decisive(one) != decisive(other):
        return False
    names = {*SPECS[one.kind].identifying, "site"}
    if any(_name(one, name) != _name(other, name) for name in names):
        return False
    counted = [folded(claim.args["counting"]) for claim in (one, other) if "counting" in claim.args]
    return len(set(counted)) < 2 and (
        one.time == other.time or bool(one.time and other.time and same_time(one.time, other.time))
    )


def _name(claim: Claim, arg: str) -> Hashable:
    """A participant by its id where it has one, so that "US" is the United States."""
    return frozenset(row.name_id or folded(row.value) for row in rows_of(claim, arg))


def _numbers(claim: Claim) -> Hashable:
    return tuple(sorted(claim.quantity.numbers.items())) if claim.quantity else None


def _size(claim: Claim) -> float:
    """The number by which a claim is compared with others of the same thing."""
    quantity = claim.quantity
    given = (quantity.value, quantity.to, quantity.delta, quantity.low, quantity.high, quantity.start) if quantity else ()
    return next((float(number) for number in given if number is not None), 0.0)
