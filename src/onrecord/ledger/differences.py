"""Why two facts are not one: another thing, another status, or, of one thing, another scope, time or number.

The questions are asked in this order. What ``disputes`` says of the two comes first, so that both answers agree; where nothing ties two
facts to one thing they are two, and nothing is called a contradiction but what is a dispute.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from onrecord.ledger.alike import acts_may_be_one
from onrecord.ledger.clock import known_since
from onrecord.ledger.derived import SILENT
from onrecord.ledger.disputes import disputes_of
from onrecord.ledger.facts import days_of_fact, facts_of, order_of_fact
from onrecord.ledger.keys import fold
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.measures import Measure, band_of, measures_of
from onrecord.ledger.namings import is_general, named_alike, worded_alike
from onrecord.ledger.points import points_of
from onrecord.ledger.scopes import scope_between
from onrecord.ledger.timings import UNTIMED, within
from onrecord.ledger.told import Told, told_of
from onrecord.model import Difference, Fact, Kind, Parting, Stage, Status

FORCES = (Kind.FORCE_LEVEL, Kind.FORCE_CHANGE)
WHO_AND_WHERE = ("actor", "attacker", "perpetrator", "donor", "recipient", "target", "victims", "parties", "person", "organization",
                 "member", "speaker", "place", "site", "loser", "name", "role")  # fmt: skip
MONTH = timedelta(days=UNTIMED)
Found = tuple[Parting, str] | None


def compare(ledger: Ledger, one: str, other: str) -> Fact | Difference:
    """What the ledger makes of two claims, by their ids or the beginnings of them: one fact, or two and why."""
    entries = {entry.claim.id: entry for entry in (ledger.claim(one), ledger.claim(other))}
    facts = facts_of(entries.values())
    return facts[0] if len(facts) == 1 else difference_of(*facts)


def difference_of(one: Fact, other: Fact) -> Difference:
    """Why these two are not one fact."""
    first, second = sorted((one, other), key=order_of_fact)
    for dispute in disputes_of((first, second)):
        return Difference(first, second, Parting(dispute.cause.value), dispute.why)
    pair = (told_of(first.entries[0]), told_of(second.entries[0]))
    questions: tuple[Callable[[], Found], ...] = (
        lambda: _other_thing(*pair),
        lambda: _other_status(first, second),
        lambda: _other_scope(first, second, *pair),
        lambda: _other_time(first, second, *pair),
        lambda: _other_number(first, second),
    )
    found = next(
        (answer for ask in questions if (answer := ask())), (Parting.EVENT, "nothing says that both tell of one thing")
    )
    return Difference(first, second, *found)


def _other_thing(one: Told, other: Told) -> Found:
    """Whether they tell of another act, participant, place or thing."""
    if one.claim.kind is not other.claim.kind and not {one.claim.kind, other.claim.kind} <= set(FORCES):
        return (Parting.EVENT, "they are of two kinds")
    if one.claim.kind is other.claim.kind and not acts_may_be_one(one, other):
        return (Parting.EVENT, "they tell of two acts")
    if one.unit and other.unit and one.unit != other.unit and not {one.unit, other.unit} <= {"person", "personnel", "site"}:
        return (Parting.EVENT, f"one counts {one.unit}, the other {other.unit}")
    for arg in (*WHO_AND_WHERE, "goods"):
        if arg in one.names and arg in other.names and not _may_be_one(arg, one, other):
            if arg == "target" and _is_again(one, other):
                return (Parting.DAY, "the same was done there on another day")
            return (Parting.EVENT, f"they name another {arg}")
    return _other_change(one, other)


def _is_again(one: Told, other: Told) -> bool:
    """Whether two attacks struck one place on two days, whatever was hit."""
    place = one.names.get("place")
    return bool(place) and place == other.names.get("place") and _on_other_days(one, other)


def _on_other_days(one: Told, other: Told) -> bool:
    """Whether the words, or where they give no day the reports, are of two days."""
    if one.time and other.time:
        days = [(told.time.start, told.time.end) for told in (one, other) if told.time]
        return days[0] != days[1] and not any(_holds_other(wide, narrow) for wide, narrow in (days, days[::-1]))
    return one.time is other.time and None not in (one.published, other.published) and one.published != other.published


def _holds_other(wide: tuple[str | None, str | None], narrow: tuple[str | None, str | None]) -> bool:
    """Whether the day of one is in the month or year of the other."""
    return all(day and within_it and day.startswith(within_it) for within_it, day in zip(wide, narrow, strict=True))


def _may_be_one(arg: str, one: Told, other: Told) -> bool:
    """Whether two values of an arg can belong to one thing: the same, alike, a part of it, or some of those who take part."""
    mine, theirs = one.names[arg], other.names[arg]
    if mine & theirs or named_alike(arg, one, other) or named_alike(arg, other, one):
        return True
    if arg == "site":
        return "site" in (one.unit, other.unit)  # "eight bases" and one of them
    if arg == "victims":
        return is_general(mine) or is_general(theirs)
    if arg == "place" and _listed(one.claim.arg("place")) & _listed(other.claim.arg("place")):
        return True  # "Syria and Iraq", and Iraq
    wholes = [_bare(names) for names in (mine, theirs)]
    return arg in ("place", "target") and (bool(wholes[0] & wholes[1]) or worded_alike(mine, theirs))


def _listed(words: str | None) -> set[str]:
    """The places in a list of them."""
    return {fold(part) for part in re.split(r",|\band\b", words or "") if part.strip()}


def _bare(names: Iterable[str]) -> set[str]:
    """The ids alone, without the words for a part: northern Syria is of Syria."""
    return {name.split(" ", 1)[0] for name in names if ":" in name}


def _other_change(one: Told, other: Told) -> Found:
    """Whether two changes of forces, or two gifts, are two by their numbers: from 90 to 60, and from 60 to 40."""
    if one.claim.kind is not other.claim.kind or one.claim.kind not in (Kind.FORCE_CHANGE, Kind.ASSISTANCE):
        return None
    for mine, theirs in ((one, other), (other, one)):
        if mine.numbers.get("to") is not None and mine.numbers.get("to") == theirs.numbers.get("start"):
            return (Parting.EVENT, "one begins where the other ends")
    both = one.numbers.keys() & other.numbers.keys() - {"start"}
    untied = bool(one.numbers and other.numbers and not both) and one.claim.status is other.claim.status
    if untied or any(one.numbers[name] != other.numbers[name] for name in both):
        return (Parting.EVENT, "they tell of two numbers, and no day ties them to one another")
    return None


def _other_status(one: Fact, other: Fact) -> Found:
    """Whether one is planned, doubted or denied, and the other not; of what lies long apart it says nothing."""
    statuses = [_status(fact, against) for fact, against in ((one, other), (other, one))]
    if statuses[0] is statuses[1]:
        underway = Stage.UNDERWAY in (one.claim.stage, other.claim.stage) and one.claim.stage != other.claim.stage
        return (Parting.STATUS, "one is under way, the other is done") if underway else None
    days = [date.fromisoformat(known_since(fact.report)) for fact in (one, other) if fact.report.published]
    if statuses[0] is Status.DENIED and len(days) == 2 and days[0] < days[1]:
        return (Parting.NEWER, "what was denied was said later")
    if len(days) == 2 and days[1] - days[0] > SILENT:
        return (Parting.EVENT, "they lie long apart")
    return (Parting.STATUS, f"one is {statuses[0].value}, the other {statuses[1].value}")


def _status(fact: Fact, other: Fact) -> Status:
    """The status of a fact; the level before a planned change is there already, if the other fact is of a level."""
    if fact.claim.kind is not other.claim.kind and any(point.status is Status.ACTUAL for point in points_of(fact)):
        return Status.ACTUAL
    return fact.claim.status


def _other_scope(one: Fact, other: Fact, mine: Told, theirs: Told) -> Found:
    """Whether they do not count the same, or one is a part of what the other tells."""
    for measure, against in _levels_of(one, other):
        if scope := scope_between(measure, against, {}):
            return (Parting.SCOPE, scope[1])
    if mine.claim.kind is Kind.ATTACK and mine.names.get("place") == theirs.names.get("place") and _on_other_days(mine, theirs):
        return _part_of_time(one, other)
    if mine.claim.kind is Kind.CASUALTIES and ("victims" in mine.names) is not ("victims" in theirs.names):
        return (Parting.SCOPE, "one is of all who were hit, the other of some")
    for arg in ("counting", "goods", "what", *WHO_AND_WHERE):
        given = [told.names.get(arg) for told in (mine, theirs)]
        if None not in given and given[0] != given[1]:
            return (Parting.SCOPE, f"one is of a part, or tells of another {arg}")
    if "site" in (mine.unit, theirs.unit) and mine.claim.kind is Kind.SITE and mine.unit != theirs.unit:
        return (Parting.SCOPE, "one is of several, the other of one of them")
    return _part_of_time(one, other)


def _levels_of(one: Fact, other: Fact) -> Iterator[tuple[Measure, Measure]]:
    """The levels that both give of one subject."""
    for mine in (measure for measure in measures_of(one) if measure.is_level):
        yield from ((mine, theirs) for theirs in measures_of(other) if theirs.subject == mine.subject)


def _part_of_time(one: Fact, other: Fact) -> Found:
    """Whether one tells of a long time that holds the other's day: "again and again this year", and on Tuesday."""
    spans = [_days(fact) for fact in (one, other)]
    for wide, narrow in (spans, spans[::-1]):
        if (
            wide
            and narrow
            and wide[0] <= narrow[0]
            and narrow[1] <= wide[1]
            and wide[1] - wide[0] > max(MONTH, narrow[1] - narrow[0])
        ):
            return (Parting.SCOPE, "one is of a long time, the other of a part of it")
    return None


def _days(fact: Fact) -> tuple[date, date] | None:
    days = days_of_fact(fact)
    return (date.fromisoformat(days.first), date.fromisoformat(days.last)) if days.first and days.last else None


def _other_time(one: Fact, other: Fact, mine: Told, theirs: Told) -> Found:
    """Whether they are of other times: of a level, of a toll, of a plan the later one is newer; of what happened each has its day."""
    if all(fact.claim.kind is Kind.FORCE_LEVEL or _has_level(fact) for fact in (one, other)):
        return (
            (Parting.NEWER, "they are levels of two times")
            if not within(mine, theirs, 0) or mine.first != theirs.first
            else None
        )
    spans = [_days(fact) for fact in (one, other)]
    if mine.is_dated and theirs.is_dated and spans[0] and spans[1] and (spans[0][1] < spans[1][0] or spans[1][1] < spans[0][0]):
        return (Parting.DAY, "each is of a day of its own")
    if (mine.time and theirs.time) or one.claim.kind is Kind.ATTACK:
        return (Parting.DAY, "each is of a day of its own") if _on_other_days(mine, theirs) else None
    return None


def _has_level(fact: Fact) -> bool:
    return any(True for _ in points_of(fact))


def _other_number(one: Fact, other: Fact) -> Found:
    """Whether the two numbers can both hold."""
    quantities = (one.claim.quantity, other.claim.quantity)
    bands = [band_of(quantity) for quantity in quantities if quantity is not None]
    if len(bands) == 2 and bands[0] and bands[1]:
        if bands[0].takes_in(bands[1]):
            return (Parting.ROUNDING, "one is rounded or bounded, and both can hold")
        return (Parting.NEWER, "one number takes the place of the other") if one.claim.kind is Kind.CASUALTIES else None
    return None
