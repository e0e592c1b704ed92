"""Facts of which one says that something happened, or is to happen, and another that it did not, or will not."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from datetime import date, timedelta

from onrecord.ledger.clock import Days, days_of
from onrecord.ledger.facts import of_one_voice, order_of_fact, published_of
from onrecord.ledger.keys import arg_rows
from onrecord.ledger.same import DECISIVE, decisive, folded, named
from onrecord.model import SPECS, Cause, Claim, Dispute, Fact, Kind, Stage, Status, first_day, last_day

NEAR = timedelta(days=31)
"""A denial without a day answers what was said so lately."""
TELLING = ("counting", "goods", "what", "site", "condition")
"""Args that say of what part a fact is."""
UNFIT = (Kind.STATEMENT, Kind.ROLE, Kind.THREAT)
AFFIRMED = (Status.ACTUAL, Status.POSSIBLE, Status.PLANNED)


def denials_of(facts: Iterable[Fact]) -> Iterator[Dispute]:
    """The pairs of facts of which one affirms what the other denies, in the order in which they became known."""
    told: dict[Hashable, tuple[list[Fact], list[Fact]]] = {}
    for fact in facts:
        is_denied = fact.claim.status is Status.DENIED
        if (is_denied or is_affirmed(fact.claim)) and (act := act_of(fact.claim)):
            told.setdefault(act, ([], []))[is_denied].append(fact)
    for affirmed, denied in told.values():
        for no in denied:
            yield from (dispute for yes in affirmed if _places_fit(yes, no) and (dispute := denial_between(yes, no)))


def is_affirmed(claim: Claim) -> bool:
    """Whether it is told as done, alleged or planned; what somebody only calls for is not, and what is under way is not done."""
    return claim.status in AFFIRMED and claim.stage not in (Stage.PROPOSED, Stage.UNDERWAY)


def act_of(claim: Claim) -> Hashable:
    """What is said to have been done, by all who take part; nothing where the words leave out who or what, or name nobody known."""
    args = SPECS[claim.kind].identifying
    identifying = [named(claim, arg) for arg in args]
    known = any(row.name_id for row in arg_rows(claim) if row.arg in (*args, "place"))
    if claim.kind in UNFIT or not all(identifying) or not known:
        return None
    return (claim.kind, *identifying, decisive(claim))


def denial_between(yes: Fact, no: Fact) -> Dispute | None:
    """The dispute of a fact with a denial of the same act in the same place, where both may be of one time and are not of one voice."""
    if not (_numbers_fit(yes.claim, no.claim) and _are_near(yes, no)) or of_one_voice(yes, no):
        return None
    one, other = sorted((yes, no), key=order_of_fact)
    for arg in TELLING:
        mine, theirs = (folded(fact.claim.args.get(arg)) for fact in (one, other))
        if arg not in SPECS[yes.claim.kind].identifying and arg not in DECISIVE and mine != theirs:
            return Dispute(one, other, Cause.SCOPE, f"they do not tell the same {arg}")
    return Dispute(one, other, *_cause(yes, no))


def _cause(yes: Fact, no: Fact) -> tuple[Cause, str]:
    """What came after a denial, or denies what was only planned, is news; a doubt that is denied, and a deed, are disputed."""
    if yes.claim.status is Status.PLANNED and published_of(yes) != published_of(no):
        return (Cause.NEWER, "what is planned has changed since")
    if _comes_after(yes, no):
        return (Cause.NEWER, "it is said to have happened after it was denied")
    affirmed = {Status.PLANNED: "will happen", Status.POSSIBLE: "may have happened"}.get(yes.claim.status, "happened")
    denied = "will not" if yes.claim.status is Status.PLANNED else "did not"
    return (Cause.CONTRADICTION, f"one says that it {affirmed}, the other that it {denied}")


def _numbers_fit(yes: Claim, no: Claim) -> bool:
    """Whether the very number is denied, or the thing with any number."""
    return no.quantity is None or (yes.quantity is not None and yes.quantity.numbers == no.quantity.numbers)


def _places_fit(yes: Fact, no: Fact) -> bool:
    """Whether both name one place; in one report the denial need not name it again."""
    mine, theirs = named(yes.claim, "place"), named(no.claim, "place")
    if mine == theirs or folded(yes.claim.args.get("place")) == folded(no.claim.args.get("place")):
        return True
    return bool(_reports(yes) & _reports(no)) and not (mine and theirs)


def _reports(fact: Fact) -> set[str]:
    return {entry.report.id for entry in fact.entries}


def _are_near(yes: Fact, no: Fact) -> bool:
    mine, theirs = days_of(yes.time), days_of(no.time)
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
    happened = days_of(yes.time).first or published_of(yes)
    if denied is None or happened is None or order_of_fact(no) > order_of_fact(yes):
        return False
    last, first = last_day(denied), first_day(happened)
    return isinstance(last, date) and first is not None and first > last
