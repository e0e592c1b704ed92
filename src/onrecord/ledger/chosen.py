"""Claims chosen by the names that are asked for, by their keys alone: from the rarest name on, stretch by stretch of an index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sqlalchemy import ColumnElement, Connection, FromClause, Subquery, exists, func, or_, select, union_all

from onrecord.ledger import names, sqlite
from onrecord.ledger.clock import asked_day
from onrecord.ledger.conditions import CHOSEN, Walk, a_year_after, asked_kinds, column_conditions, view_of
from onrecord.ledger.filters import FIRST, LAST, Filters
from onrecord.ledger.schema import LONG, claim_keys, claims

COUNTED = 40_000
BY_KIND = "claim_keys_by_kind"
OF_ROLE = {role: claim_keys.alias(f"keys_of_{role}") for role in ("actor", "place", "source")}


def counted(connection: Connection, told: ColumnElement[bool]) -> int:
    """How many claims pass, by an index, up to what is many anyhow."""
    some = select(claims.c.number).where(told).limit(COUNTED).subquery()
    return connection.scalar(select(func.count()).select_from(some)) or 0


def chosen_of(connection: Connection, asked: Filters, view: names.View) -> Subquery | None:
    """The claims that have the names asked for, by their keys alone; ``None`` where none is asked for.

    The keys of the rarest name are gone through, and those of the others looked up.
    """
    known = asked_names(connection, asked, view)
    if not known:
        return None
    keys = CHOSEN
    stands = [keys.c.stands] if asked.added is None else []
    hit, stretches = asked.hit and known[0].role == "actor", _stretches(asked, keys)
    index = _index(asked)
    parted = stretches[0] or index
    ways = names.each_way(known[0], hit=hit, keys=keys) if parted else [names.goes_by(known[0], hit=hit, keys=keys)]
    told = [*stands, *column_conditions(asked, keys)]
    parts = [sqlite.by_index(select(keys.c.claim).where(way, *part, *told), keys, index) for way in ways for part in stretches]
    rarest = union_all(*parts).subquery() if len(parts) > 1 else parts[0].subquery()
    if len(known) == 1:
        return rarest
    once = select(rarest.c.claim).distinct().subquery()  # a claim has a name mostly by its id and by its spelling
    return select(once.c.claim).where(*(_has(once, other, asked) for other in known[1:])).subquery()


def _stretches(asked: Filters, keys: FromClause) -> tuple[list[ColumnElement[bool]], ...]:
    """What touches a window, in parts that an index has together: what is short and begins near it, what lasts long, what has no beginning.

    Of what may fall due in one: what ends near it, and what has no end.
    """
    if asked.falls is not None:
        latest = a_year_after(asked.falls[1])
        open_ended = [keys.c.lasts, keys.c.last_day.is_(None), keys.c.first_day.between(FIRST, latest)]
        return [keys.c.last_day.between(asked.falls[0], latest)], open_ended
    if asked.since is None or asked.added is not None:
        return ([],)
    first = date.fromordinal(max(asked_day(asked.since, at_end=False, where="since").toordinal() - LONG, 1))
    last = asked_day(asked.until, where="until").isoformat() if asked.until is not None else LAST
    short = [keys.c.first_day.between(first.isoformat(), last), ~keys.c.lasts]
    unbegun = [keys.c.lasts, keys.c.first_day.is_(None), keys.c.last_day >= first.isoformat()]
    return short, [keys.c.lasts, keys.c.first_day.between(FIRST, last)], unbegun


def _index(asked: Filters) -> str | None:
    """The index of the keys that has what is asked for closest together, where SQLite may not see which that is."""
    return BY_KIND if asked_kinds(asked) and asked.falls is None else None


def _rarest_first(connection: Connection, known: list[names.Asked]) -> list[names.Asked]:
    """The names, that with the fewest keys in front; they are counted no further than is needed to tell which that is."""
    if len(known) < 2:
        return known
    for most in (COUNTED // 40, COUNTED // 5, COUNTED):
        many = {one: _frequency(connection, one, most) for one in known}
        if min(many.values()) < most:
            break
    return sorted(known, key=many.__getitem__)


def _frequency(connection: Connection, asked: names.Asked, most: int) -> int:
    """How many keys a name has, counted up to so many."""
    some = select(claim_keys.c.claim).where(names.goes_by(asked)).limit(most).subquery()
    return connection.scalar(select(func.count()).select_from(some)) or 0


def day_of_enough(
    connection: Connection, asked: Filters, view: names.View, column: str, enough: int, *, newest: bool = False
) -> str | None:
    """The day by which a key of the rarest name alone has so many claims that pass, in the order of this column."""
    for walks in walks_of(connection, asked, view):
        days: list[str] = []
        for keys, conditions in walks[:2] if column == "first_day" else walks:  # the third part has no first days
            day = keys.c[column]
            told = select(day).where(*conditions, *within_window(asked, keys, column), day.is_not(None))
            query = told.order_by(day.desc() if newest else day).limit(enough)
            days += connection.scalars(sqlite.by_index(query, keys, _index(asked) if column == "first_day" else None))
        if len(days) >= enough:
            return sorted(days, reverse=newest)[enough - 1]
    return None


def within_window(asked: Filters, keys: FromClause, column: str) -> Iterator[ColumnElement[bool]]:
    """What the window says of the column that an order goes by, in words by which an index begins and ends there."""
    if column == "first_day" and asked.until is not None:
        yield keys.c.first_day <= asked_day(asked.until, where="until").isoformat()
    if column == "known_day" and asked.known is not None:
        yield keys.c.known_day <= asked_day(asked.known, where="known").isoformat()
    if column == "last_day" and asked.since is not None:
        yield keys.c.last_day >= asked_day(asked.since, at_end=False, where="since").isoformat()


def walks_of(connection: Connection, asked: Filters, view: names.View) -> Iterator[list[Walk]]:
    """For each key of the rarest name, ids first, its stretches: the keys as a table, and the conditions that leave the claims of all names."""
    known = asked_names(connection, asked, view)
    for key in sorted(known[0].keys, key=names.is_name) if known else ():
        keys = CHOSEN
        others = [_has(keys, other, asked) for other in known[1:]]
        own = [keys.c.role == known[0].role, keys.c.key == key, keys.c.stands, *column_conditions(asked, keys), *others]
        yield [(keys, [*own, *part]) for part in _stretches(asked, keys)]


def asked_names(connection: Connection, asked: Filters, view: names.View) -> list[names.Asked]:
    """The names that are asked for, the rarest first."""
    if asked.resolved is not None:
        return list(asked.resolved)
    given = [(role, words) for role in ("actor", "place", "source") if (words := getattr(asked, role)) is not None]
    return _rarest_first(connection, [names.ask(connection, role, words, view) for role, words in given])


def resolve(connection: Connection, asked: Filters) -> Filters:
    """The filters with their names looked up once and for all."""
    return replace(asked, resolved=tuple(asked_names(connection, asked, view_of(asked.known, asked.added))))


def _has(keys: FromClause, other: names.Asked, asked: Filters) -> ColumnElement[bool]:
    """A condition on keys: their claim has another name too."""
    its = OF_ROLE[other.role]
    ways = names.by_role(other, hit=asked.hit and other.role == "actor", keys=its)
    return or_(*(exists().where(its.c.claim == keys.c.claim, way).correlate(keys) for way in ways))


def has_name(asked_name: names.Asked, asked: Filters) -> ColumnElement[bool]:
    """A condition on claims, to be put to few: they have this name."""
    goes = names.goes_by(asked_name, hit=asked.hit and asked_name.role == "actor")
    return exists().where(claim_keys.c.claim == claims.c.number, goes).correlate(claims)
