"""Facts of which one says that something happened, and another that it did not."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from datetime import date, timedelta

from onrecord.ledger.clock import Days, days_of
from onrecord.ledger.facts import is_underway, order_of_fact, published_of, time_of
from onrecord.ledger.keys import arg_rows, fold
from onrecord.ledger.same import DECISIVE, decisive, folded, named
from onrecord.model import SPECS, Cause, Claim, Dispute, Fact, Kind, Status, first_day, last_day

NEAR = timedelta(days=31)
"""A denial without a day answers what was said so lately."""
TELLING = ("counting", "goods", "what", "site", "condition")
"""Args that say of what part a fact is."""
UNFIT = (Kind.STATEMENT, Kind.ROLE, Kind.THREAT)


def denials_of(facts: Iterable[Fact]) -> Iterator[Dispute]:
    """The pairs of facts of which one affirms what the other denies, in the order in which they became known."""
    told: dict[Hashable, tuple[list[Fact], list[Fact]]] = {}
    for fact in facts:
        claim = fact.claim
        if claim.status in (Status.ACTUAL, Status.DENIED) and not is_underway(claim) and (act := _act(claim)):
            told.setdefault(act, ([], []))[claim.status is Status.DENIED].append(fact)
    for affirmed, denied in told.values():
        for no in denied:
            yield from (dispute for yes in affirmed if (dispute := _dispute(yes, no)))


def _act(claim: Claim) -> Hashable:
    """What is said to have been done, by all who take part; nothing where the words leave out who or what, or name nobody known."""
    args = SPECS[claim.kind].identifying
    identifying = [named(claim, arg) for arg in args]
    known = any(row.name_id for row in arg_rows(claim) if row.arg in (*args, "place"))
    if claim.kind in UNFIT or not all(identifying) or not known:
        return None
    return (claim.kind, *identifying, decisive(claim), named(claim, "place"))


def _dispute(yes: Fact, no: Fact) -> Dispute | None:
    if not _numbers_fit(yes.claim, no.claim) or _of_one_voice(yes, no) or not _are_near(yes, no):
        return None
    one, other = sorted((yes, no), key=order_of_fact)
    for arg in TELLING:
        mine, theirs = (folded(fact.claim.args.get(arg)) for fact in (one, other))
        if arg not in SPECS[yes.claim.kind].identifying and arg not in DECISIVE and mine != theirs:
            return Dispute(one, other, Cause.SCOPE, f"they do not tell the same {arg}")
    if _comes_after(yes, no):
        return Dispute(one, other, Cause.NEWER, "it is said to have happened after it was denied")
    return Dispute(one, other, Cause.CONTRADICTION, "one says that it happened, the other that it did not")


def _numbers_fit(yes: Claim, no: Claim) -> bool:
    """Whether the very number is denied, or the thing with any number."""
    return no.quantity is None or (yes.quantity is not None and yes.quantity.numbers == no.quantity.numbers)


def _of_one_voice(yes: Fact, no: Fact) -> bool:
    """Whether one report says both in the name of the same: it speaks of two things then."""
    voices = [{(entry.report.id, fold(entry.claim.source or "")) for entry in fact.entries} for fact in (yes, no)]
    return bool(voices[0] & voices[1])


def _are_near(yes: Fact, no: Fact) -> bool:
    mine, theirs = days_of(time_of(yes)), days_of(time_of(no))
    if mine.dated_by and theirs.dated_by:
        return _touch(mine, theirs)
    said, denied = published_of(yes), published_of(no)
    if said is None or denied is None:
        return False
    one, other = first_day(said), last_day(denied)
    return one is not None and other is not None and abs(one - other) <= NEAR


def _touch(one: Days, other: Days) -> bool:
    return (one.last or "9999") >= (other.first or "") and (other.last or "9999") >= (one.first or "")


def _comes_after(yes: Fact, no: Fact) -> bool:
    """Whether what happened did so after the denial was published: "will not leave", and then they left."""
    denied = published_of(no)
    happened = days_of(time_of(yes)).first or published_of(yes)
    if denied is None or happened is None or order_of_fact(no) > order_of_fact(yes):
        return False
    last, first = last_day(denied), first_day(happened)
    return isinstance(last, date) and first is not None and first > last
