"""What filters ask, as conditions on claims, their keys and reports, every value bound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, exists, func, literal_column, or_, select, union_all

from onrecord.ledger import sqlite
from onrecord.ledger.clock import Day, asked_day, asked_moment
from onrecord.ledger.filters import FIRST, LAST, Filters
from onrecord.ledger.keys import name_key
from onrecord.ledger.schema import AHEAD, claim_args, claim_keys, claim_spells, claims, reports
from onrecord.model import Kind, Status

A_YEAR = timedelta(days=366)
Walk = tuple[FromClause, list[ColumnElement[bool]]]
"""Keys as a table, and the conditions that choose among them."""
STILL_AHEAD = {Status.PLANNED, Status.CONDITIONAL}
NUMBERS = ("value", "low", "high", "from", "to", "delta")
CHOSEN = claim_keys.alias("chosen_keys")
ANNOUNCED = '"announced":'
"""How a claim's JSON begins to tell when it was said."""
reports_of_claims = reports.alias("reports_of_claims")
BARE = {name: claims.c[name].concat("") for name in ("kind", "status", "known_day")}
"""Columns of claims as no index has them. All these are made once, as making them takes longer than most questions."""


def begins(id: str) -> ColumnElement[bool]:
    """A condition on claims: their ids begin so. Ids are hexadecimal, so that this is a stretch of their index."""
    low = id.lower()
    return and_(claims.c.id >= low, claims.c.id < f"{low}g")


def is_narrow(asked: Filters) -> bool:
    """Whether names or facts are asked for, so that few claims are left."""
    given = (asked.facts, asked.numbers, asked.docs, asked.actor, asked.place, asked.source)
    return bool(asked.speakers or asked.persons or asked.sites) or any(one is not None for one in given)


def asked_kinds(asked: Filters) -> list[str]:
    """The kinds that are asked for; none where any may be."""
    return sorted(kind.value for kind in ({Kind(asked.kind)} if asked.kind is not None else set(asked.kinds)))


def view_of(known: Day | None, added: Day | None) -> tuple[ColumnElement[bool], ...]:
    """Conditions on claims with their reports: what both clocks show."""
    if known is None:
        return (stands(added),)
    return (stands(added), reports.c.known_day <= asked_day(known, where="known").isoformat())


def stands(added: Day | None) -> ColumnElement[bool]:
    """A condition on claims: the ledger has them, or had them at the end of the day ``added``."""
    if added is None:
        return claims.c.until.is_(None)
    moment = asked_moment(added, where="added")
    now = and_(claims.c.since <= moment, or_(claims.c.until.is_(None), claims.c.until > moment))
    of_claim = and_(claim_spells.c.claim == claims.c.number, claim_spells.c.since <= moment, claim_spells.c.until > moment)
    return or_(now, exists().where(of_claim))


def column_conditions(asked: Filters, of: FromClause, *, few: bool = False, by_day: bool = False) -> list[ColumnElement[bool]]:
    """What is asked of columns that claims and their keys have both: kind, status and days.

    Where all else leaves ``few``, no index of these columns is to be gone through, and ``by_day`` none of kinds: SQLite would, as it
    does not count.

    Event time by the text, else by publication; what has neither passes only where no time is asked for.
    """
    found: list[ColumnElement[bool]] = []
    kind, status, known_day = (BARE[name] if few or (by_day and name != "known_day") else of.c[name] for name in BARE)
    if kinds := asked_kinds(asked):
        found.append(kind == kinds[0] if len(kinds) == 1 else kind.in_(kinds))
    if asked.status is not None or asked.statuses:
        statuses = {Status(asked.status)} if asked.status is not None else set(asked.statuses)
        found.append(
            _is_ahead(of)
            if statuses == STILL_AHEAD and not (few or by_day)
            else status.in_(sorted(one.value for one in statuses))
        )
    if asked.undated:
        found += [of.c.first_day.is_(None), of.c.last_day.is_(None)]
    if asked.falls is not None:
        found += _falling(asked.falls, of)
    if asked.known is not None:
        unindexed = known_day if of is claims else of.c.known_day.concat("")  # a day of the window narrows more
        found.append(unindexed <= asked_day(asked.known, where="known").isoformat())
    if asked.known_from is not None:
        found.append(known_day >= asked.known_from)
    if asked.known_from is not None and asked.taken_from:
        number = of.c.number if of is claims else of.c.claim
        found.append(or_(of.c.known_day.concat("") > asked.known_from, number >= asked.taken_from))
    if asked.since is not None:
        day = asked_day(asked.since, at_end=False, where="since").isoformat()
        found.append(func.coalesce(of.c.last_day, LAST) >= day)
    if asked.until is not None:
        day = asked_day(asked.until, where="until").isoformat()
        found.append(func.coalesce(of.c.first_day, FIRST) <= day)
    if asked.since is not None or asked.until is not None:
        found.append(or_(of.c.first_day.is_not(None), of.c.last_day.is_not(None)))
    return found


def _falling(between: tuple[str, str], of: FromClause) -> Iterator[ColumnElement[bool]]:
    """That something is ahead and may fall due between two days: what is known by its year alone ends with it.

    Of claims the dates themselves tell more: as text, a partial date comes before all days after those that it may be.
    """
    first, last = between
    latest = a_year_after(last)
    if of is claims:
        yield func.coalesce(claims.c.time_end, claims.c.time_start) <= last
    yield _is_ahead(of)
    if of is claims:  # of keys it is asked in stretches
        yield or_(of.c.last_day.between(first, latest), and_(of.c.last_day.is_(None), of.c.first_day <= latest))


def a_year_after(day: str) -> str:
    """The day a year later, as far as the calendar goes."""
    return (min(date.fromisoformat(day), date.fromisoformat(LAST) - A_YEAR) + A_YEAR).isoformat()


def _is_ahead(of: FromClause) -> ColumnElement[bool]:
    """That something is still to come, in the words of the index of that."""
    return of.c.status.op("IN", is_comparison=True)(literal_column(AHEAD.removeprefix("status IN ")))


def plain_conditions(asked: Filters) -> list[ColumnElement[bool]]:
    """What is asked that neither names nor the columns of keys tell: reports, args, confidence, speakers, numbers."""
    found: list[ColumnElement[bool]] = []
    if asked.docs is not None:
        found.append(reports.c.id.in_(asked.docs))
    for arg in asked.lacking:
        found.append(~exists().where(claim_args.c.claim == claims.c.number, claim_args.c.arg == arg).correlate(claims))
    if asked.min_confidence > 0:
        found.append(or_(claims.c.confidence >= asked.min_confidence, claims.c.id.in_(sorted(asked.vouched))))
    if asked.speakers:
        found.append(claims.c.number.in_(union_all(*(select(keys.c.claim).where(*told) for keys, told in speaking(asked)))))
    if asked.persons:
        named = _named_so(asked.persons, role="actor")
        found.append(claims.c.number.in_(select(CHOSEN.c.claim).where(*named, *column_conditions(asked, CHOSEN))))
    if asked.sites:
        found.append(claims.c.number.in_(_with_arg("site", asked.sites)))
    if asked.counted:
        found.append(or_(*(claims.c[name].is_not(None) for name in NUMBERS)))
    if asked.said is not None:
        found.append(_said(*asked.said))
    return found


def _said(first: str, last: str) -> ColumnElement[bool]:
    """That something is a statement or has a source, and was said between two days; where the claim tells itself when, whenever."""
    states, cited = claims.c.kind.concat("") == Kind.STATEMENT.value, claims.c.source.is_not(None)
    if (first, last) == (FIRST, LAST):
        return or_(states, cited)
    dated = exists().where(reports_of_claims.c.number == claims.c.report, reports_of_claims.c.published.is_not(None))
    published = and_(claims.c.known_day.concat("").between(first, last), dated.correlate(claims))
    stated = func.coalesce(claims.c.first_day, claims.c.last_day).between(first, last)
    return or_(and_(states, stated), and_(~states, cited, or_(published, func.instr(claims.c.json, ANNOUNCED) > 0)))


def speaking(asked: Filters) -> list[Walk]:
    """Where the keys are of statements in which these speakers take part, and of what they are cited for; keys have days, and args none."""
    told = column_conditions(asked, CHOSEN)
    states = CHOSEN.c.kind == Kind.STATEMENT.value
    return [
        (CHOSEN, [*_named_so(asked.speakers, role="actor"), states, *told]),
        (CHOSEN, [*_named_so(asked.speakers, role="source"), *told]),
    ]


def _named_so(written: Iterable[str], *, role: str) -> list[ColumnElement[bool]]:
    return [CHOSEN.c.role == role, CHOSEN.c.key.in_(sorted(set(map(name_key, written))))]


def _with_arg(arg: str, values: tuple[str, ...]) -> Select[Any]:
    return select(claim_args.c.claim).where(claim_args.c.arg == arg, claim_args.c.value.in_(values))


def text_conditions(asked: Filters, *, few: bool = False, walked: bool = False) -> list[ColumnElement[bool]]:
    """That the sentence has the words; ``few`` where all else leaves so few claims that each is better looked at by itself, ``walked``
    where claims are gone through in the order of their days until there are enough."""
    if asked.text is None or not asked.text.strip():
        return []
    if walked and not few:
        return [sqlite.has_words(claims.c.number + 0, asked.text)]  # by no index of numbers
    return [(sqlite.has_these_words if few else sqlite.has_words)(claims.c.number, asked.text)]


def has_common_words(connection: Connection, asked: Filters, many: int) -> bool:
    """Whether more claims than so many have the words that are asked for."""
    return bool(asked.text is not None and asked.text.strip() and sqlite.are_common(connection, asked.text, many))
