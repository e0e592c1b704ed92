"""The newest of the claims that pass, and whether they are found faster by the days on which claims became known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, func, select

from onrecord.ledger import sqlite
from onrecord.ledger.chosen import COUNTED, counted, walks_of, within_window
from onrecord.ledger.clock import asked_day
from onrecord.ledger.conditions import (
    Walk,
    asked_kinds,
    column_conditions,
    has_common_words,
    is_narrow,
    plain_conditions,
    speaking,
    text_conditions,
    view_of,
)
from onrecord.ledger.filters import Filters, Newest
from onrecord.ledger.schema import claims

NEWEST = 1_000
"""About so many of the newest claims are looked at where those of a day on are asked for."""
NEARLY_ALL = 400_000
"""Words that more claims have than this are looked for in one claim after the other: to list all that have them takes longer."""
OF_KINDS = claims.alias("claims_of_kinds")
FREQUENT = 2_000
"""Where the newest are asked for, words that more claims have than this: an index of days tells which claims to look at."""


def walked_by_day(connection: Connection, asked: Filters) -> tuple[bool, bool]:
    """Whether claims are gone through by the days on which they became known: because very many have the words, or for whatever reason."""
    if asked.known_from is None or is_narrow(asked):
        return False, False
    common = has_common_words(connection, asked, FREQUENT)
    return common, common or _is_nearer(connection, asked)


def _is_nearer(connection: Connection, asked: Filters) -> bool:
    """Whether fewer claims became known since the day that is asked for than there are of the kinds."""
    kinds = asked_kinds(asked)
    since, of_kinds = claims.c.known_day >= asked.known_from, claims.c.kind.in_(kinds)
    return bool(kinds) and counted(connection, since) <= counted(connection, of_kinds)


def _by_day(connection: Connection, asked: Filters) -> bool:
    """Whether the newest claims of the kinds asked for are found faster by the days on which claims became known than by their kind.

    By days, so many more are gone through as the kinds are rarer; by kind all of them are.
    """
    kinds = asked_kinds(asked)
    if not kinds or is_narrow(asked):
        return False
    many = counted(connection, claims.c.kind.in_(kinds))
    last = connection.scalar(select(func.max(claims.c.number))) or 0
    return bool(many >= COUNTED or many**2 > NEWEST * last)


def newest(connection: Connection, asked: Filters, many: int) -> Newest | None:
    """From where on about ``many`` of the claims that pass became known last; ``None`` where there are not more in all.

    A day is looked at whole, unless more than so many of it pass: then what was taken in last on it. Of claims with a name, those of
    one way of writing it are counted, of a speaker's also statements that are made to him; of words, only what stands now.
    """
    view = view_of(asked.known, asked.added)
    if asked.actor is not None or asked.place is not None or asked.source is not None:
        return _newest_of_keys(connection, asked, walks_of(connection, asked, view), many)
    if asked.speakers and not asked.text:
        return _newest_of_keys(connection, asked, [speaking(asked)], many)
    common = has_common_words(connection, asked, FREQUENT)
    by_day = common or _by_day(connection, asked)
    if not by_day and asked_kinds(asked) and asked == Filters(kind=asked.kind, kinds=asked.kinds, known=asked.known):
        return _from_there(_newest_of_kinds(connection, asked, many), many)
    told = column_conditions(asked, claims, few=is_narrow(asked), by_day=by_day)
    query = select(claims.c.known_day, claims.c.number).where(claims.c.until.is_(None), *told, *plain_conditions(asked))
    few = common and has_common_words(connection, asked, NEARLY_ALL)
    query = query.where(*text_conditions(asked, few=few, walked=common)).order_by(
        claims.c.known_day.desc(), claims.c.number.desc()
    )
    return _from_there([Newest(day, number) for day, number in connection.execute(query.offset(many).limit(many + 1))], many)


def _newest_of_kinds(connection: Connection, asked: Filters, many: int) -> list[Newest]:
    """The same of kinds alone, by two indexes that have all of it: to fetch the claims themselves takes several times as long."""
    numbers = select(OF_KINDS.c.number).where(OF_KINDS.c.kind.in_(asked_kinds(asked)))
    query = select(claims.c.known_day, claims.c.number).where(claims.c.number.in_(numbers), claims.c.until.is_(None))
    if asked.known is not None:
        query = query.where(claims.c.known_day <= asked_day(asked.known, where="known").isoformat())
    query = query.order_by(claims.c.known_day.desc(), claims.c.number.desc()).offset(many).limit(many + 1)
    return [Newest(day, number) for day, number in connection.execute(sqlite.by_index(query, claims, "claims_by_number"))]


def _newest_of_keys(connection: Connection, asked: Filters, ways: Iterable[list[Walk]], many: int) -> Newest | None:
    """The same by keys: of the first of some ways of writing a name by which there are enough."""
    for walks in ways:
        found: list[Newest] = []
        for keys, conditions in walks:
            last = select(keys.c.known_day, keys.c.claim).where(
                *conditions, keys.c.stands, *within_window(asked, keys, "known_day")
            )
            last = last.order_by(keys.c.known_day.desc(), keys.c.claim.desc()).limit(2 * many + 1)
            found += (Newest(day, number) for day, number in connection.execute(last))
        found = sorted(set(found), reverse=True)
        if len(found) > many:
            return _from_there(found[many : 2 * many + 1], many)
    return None


def _from_there(last: Sequence[Newest], many: int) -> Newest | None:
    """Where to begin, of the claims that follow after the newest ``many``: with the whole day of the first, if it does not go on for as many."""
    if not last:
        return None
    crowded = len(last) > many and last[-1].day == last[0].day
    return last[0] if crowded else Newest(last[0].day)
