"""The filters of ``Ledger.claims`` as one query, every value bound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, literal_column, select

from onrecord.errors import UnknownName
from onrecord.ledger import names, sqlite
from onrecord.ledger.chosen import asked_names, chosen_of, day_of_enough, has_name
from onrecord.ledger.clock import Day, asked_day
from onrecord.ledger.conditions import (
    column_conditions,
    has_common_words,
    is_narrow,
    plain_conditions,
    text_conditions,
    view_of,
)
from onrecord.ledger.families import origin_as
from onrecord.ledger.filters import LAST, Filters
from onrecord.ledger.newest import NEARLY_ALL, NEWEST, walked_by_day
from onrecord.ledger.rows import CARD
from onrecord.ledger.schema import claim_args, claims, reports

COMMON = 30_000
"""Words that more claims have than this are looked for in the order of the claims, not all at once."""
FACTS_WITH = (
    select(claims.c.fact)
    .where(claims.c.number.in_(bindparam("numbers", expanding=True)), claims.c.fact.is_not(None))
    .distinct()
)


def entries(*, added: Day | None = None) -> Select[Any]:
    """All entries, in the order in which they became known; ties go by report and place in its text.

    Whose text a report carries is told as the ledger had it at the end of the day ``added``; the facts that are kept are those of now.
    """
    cards = ((origin_as(added) if name == "origin" else reports.c[name]).label(f"report_{name}") for name in CARD)
    fact = claims.c.fact if added is None else literal_column("NULL").label("fact")
    query = select(claims.c.json, claims.c.words, fact, *cards).join_from(claims, reports)
    return query.order_by(claims.c.known_day, reports.c.id, claims.c.begin, claims.c.end, claims.c.id)


def query_of(connection: Connection, asked: Filters, *, cut: bool = False) -> Select[Any]:
    """The entries that pass; names are resolved on this connection. It may be ``cut`` further before its limit counts."""
    asked = asked if cut else _with_first_words(connection, asked)
    view = view_of(asked.known, asked.added)
    day = last_known_day(connection, asked, view)
    if day is not None:
        asked = replace(asked, known=day)
    common, by_day = walked_by_day(connection, asked)
    few = day is not None or (common and has_common_words(connection, asked, NEARLY_ALL))
    whole = (
        *plain_conditions(asked),
        *_named(connection, asked, view),
        *text_conditions(asked, few=few, walked=common),
    )
    query = entries(added=asked.added).where(
        *view, *column_conditions(asked, claims, few=is_narrow(asked), by_day=by_day), *whole
    )
    return query.limit(asked.limit) if asked.limit is not None else query


def _with_first_words(connection: Connection, asked: Filters) -> Filters:
    """Where words are asked for, and neither names nor what claims themselves tell: the numbers of the first claims that have them."""
    if asked.limit is None or asked.text is None or not asked.text.strip() or _is_named(asked) or plain_conditions(asked):
        return asked
    bare = Filters(text=asked.text, limit=asked.limit, known=asked.known, vouched=asked.vouched)
    those = sqlite.numbers_with_words(connection, asked.text, COMMON)
    if those is None:
        query = _walked_with_words(asked)
    elif asked == bare:
        query = _listed_with_words(asked, those)
    else:
        return asked
    with connection.execute(query.order_by(claims.c.known_day)) as told:
        numbers = _first_by_day(((day, number) for day, number in told), asked.limit)
    return replace(asked, text=None, numbers=numbers) if len(numbers) <= NEWEST else asked


def _is_named(asked: Filters) -> bool:
    """Whether claims are chosen by something besides their words and the columns that keys have too."""
    named = (asked.actor, asked.place, asked.source, asked.resolved, asked.doc, asked.facts, asked.numbers, asked.added)
    return any(one is not None for one in named)


def _listed_with_words(asked: Filters, those: list[int]) -> Select[Any]:
    """The days and numbers of these claims as far as they stand and are known."""
    known = asked_day(asked.known, where="known").isoformat() if asked.known is not None else LAST
    query = select(claims.c.known_day, claims.c.number).where(
        claims.c.until.is_(None), claims.c.known_day <= known, sqlite.is_any_of(claims.c.number, those)
    )
    return sqlite.by_index(query, claims, "claims_by_number")


def _walked_with_words(asked: Filters) -> Select[Any]:
    """The days and numbers of the claims that have words which very many have: all claims are gone through by their days."""
    told = sqlite.has_these_words(claims.c.number, asked.text or "")
    return select(claims.c.known_day, claims.c.number).where(claims.c.until.is_(None), *column_conditions(asked, claims), told)


def _first_by_day(told: Iterator[tuple[str, int]], many: int) -> tuple[int, ...]:
    """The numbers of the first ``many`` claims, and of all others of the last day among them.

    >>> _first_by_day(iter([("2021-01-01", 4), ("2021-01-02", 1), ("2021-01-02", 7), ("2021-01-03", 2)]), 2)
    (4, 1, 7)
    """
    numbers: list[int] = []
    last = LAST
    for day, number in told:
        if day > last:
            break
        numbers.append(number)
        if len(numbers) >= many:
            last = day
    return tuple(numbers)


def _named(connection: Connection, asked: Filters, view: names.View) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if asked.facts is not None:
        found.append(claims.c.fact.in_(asked.facts))
    if asked.numbers is not None:
        beside = asked.facts is not None or asked.docs is not None  # else SQLite looks up each number for each of these
        found.append((claims.c.number + 0 if beside else claims.c.number).in_(asked.numbers))
    elif asked.facts is not None or asked.docs is not None:
        found += (has_name(one, asked) for one in asked_names(connection, asked, view))
    elif (chosen := chosen_of(connection, asked, view)) is not None:
        found.append(claims.c.number.in_(select(chosen.c.claim)))
    if asked.doc is not None:
        if connection.scalar(select(reports.c.number).where(reports.c.id == asked.doc)) is None:
            raise UnknownName("report", asked.doc, names.near(asked.doc, connection.scalars(select(reports.c.id))))
        found.append(reports.c.id == asked.doc)
    return found


def last_known_day(connection: Connection, asked: Filters, view: names.View) -> str | None:
    """The day by which as many claims are known as are asked for, so that only those are fetched and put in order.

    ``None`` where the keys alone cannot tell.
    """
    if asked.added is not None or asked.doc is not None or plain_conditions(asked) or asked.limit is None:
        return None
    if text_conditions(asked):
        return None
    return day_of_enough(connection, asked, view, "known_day", asked.limit)


def args_told(connection: Connection, asked: Filters, args: Sequence[str]) -> Select[Any]:
    """Of the claims that pass, in their order, the day on which each became known and the first value of each of these args.

    To fetch no more than that is several times faster than to fetch whole claims.
    """
    told = claim_args.alias("told")
    first = select(told.c.value).where(told.c.claim == claims.c.number, told.c.position == 0).correlate(claims)
    values = [first.where(told.c.arg == arg).scalar_subquery().label(f"arg_{arg}") for arg in args]
    return query_of(connection, asked).with_only_columns(claims.c.known_day, *values)


def facts_that(connection: Connection, asked: Filters) -> set[int]:
    """The numbers of the facts of which some claim passes; they are told apart here, as SQLite would go through all facts for that."""
    view = view_of(asked.known, asked.added)
    common, by_day = walked_by_day(connection, asked)
    whole = (*plain_conditions(asked), *_named(connection, asked, view), *text_conditions(asked, walked=common))
    query = (
        select(claims.c.fact)
        .join_from(claims, reports)
        .where(
            *view,
            *column_conditions(asked, claims, few=is_narrow(asked), by_day=by_day),
            *whole,
            (claims.c.fact + 0).is_not(None),
        )
    )
    return set(connection.scalars(query))


def numbers_of_few(connection: Connection, asked: Filters, most: int) -> tuple[int, ...] | None:
    """The numbers of all claims that have the names asked for; ``None`` where there are more than ``most``, or no name is asked for."""
    chosen = chosen_of(connection, asked, view_of(asked.known, asked.added))
    if chosen is None or asked.added is not None:
        return None
    found = connection.scalars(select(chosen.c.claim).distinct().limit(most + 1)).all()
    return tuple(sorted(found)) if len(found) <= most else None


def facts_with(connection: Connection, numbers: Sequence[int]) -> Iterator[int]:
    """The numbers of the facts of these claims."""
    yield from connection.scalars(FACTS_WITH, {"numbers": numbers})
