"""The filters of ``Ledger.claims`` as one query, every value bound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Subquery,
    and_,
    bindparam,
    exists,
    func,
    literal_column,
    or_,
    select,
    union_all,
)

from onrecord.errors import UnknownName
from onrecord.ledger import names, sqlite
from onrecord.ledger.clock import Day, asked_day, asked_moment
from onrecord.ledger.families import origin_as
from onrecord.ledger.keys import name_key
from onrecord.ledger.rows import CARD
from onrecord.ledger.schema import AHEAD, LONG, claim_args, claim_keys, claim_parties, claim_spells, claims, reports
from onrecord.model import Kind, Status

A_YEAR = timedelta(days=366)
Walk = tuple[FromClause, list[ColumnElement[bool]]]
"""Keys as a table, and the conditions that choose among them."""
FIRST, LAST = "0001-01-01", "9999-12-31"
STILL_AHEAD = {Status.PLANNED, Status.CONDITIONAL}
NUMBERS = ("value", "low", "high", "from", "to", "delta")
COUNTED = 40_000
NEWEST = 1_000
"""About so many of the newest claims are looked at where those of a day on are asked for."""
COMMON = 20_000
"""Words that more claims have than this are looked for in the order of the claims, not all at once."""
FREQUENT = 2_000
"""Where the newest are asked for, words that more claims have than this: an index of days tells which claims to look at."""
NEARLY_ALL = 400_000
"""Words that more claims have than this are looked for in one claim after the other: to list all that have them takes longer."""
CHOSEN = claim_keys.alias("chosen_keys")
BY_KIND = "claim_keys_by_kind"
OF_ROLE = {role: claim_keys.alias(f"keys_of_{role}") for role in ("actor", "place", "source")}
ANNOUNCED = '"announced":'
"""How a claim's JSON begins to tell when it was said."""
reports_of_claims = reports.alias("reports_of_claims")
BARE = {name: claims.c[name].concat("") for name in ("kind", "status", "known_day")}
"""Columns of claims as no index has them. All these are made once, as making them takes longer than most questions."""
FACTS_WITH = (
    select(claims.c.fact)
    .where(claims.c.number.in_(bindparam("numbers", expanding=True)), claims.c.fact.is_not(None))
    .distinct()
)
OF_PARTIES = select(*(claim_parties.c[name] for name in ("key", "known_day", "first_day", "claim", "tells"))).where(
    claim_parties.c.key.in_(bindparam("keys", expanding=True)),
    claim_parties.c.known_day.between(bindparam("since"), bindparam("known")),
    or_(claim_parties.c.first_day.is_(None), claim_parties.c.first_day <= bindparam("until")),
)


class Newest(NamedTuple):
    """From where on the newest claims are looked at: the day since which they are known, and the number of the first of that very day.

    The number is 0 where all of that day are looked at. Claims have their numbers in the order in which they were taken in.
    """

    day: str
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is asked of claims; ``None`` asks nothing. ``hit`` also takes what was done to the actor's country's own.
    ``speakers`` are spellings of one name: whose statements, and what else is known from him, are wanted. ``persons`` are those who
    take part and ``sites`` the sites, as claims write them; ``counted`` asks for what gives a number, and
    ``said`` for what somebody is on the record with, said between two days.

    ``known`` leaves out reports published later, ``added`` what the ledger had not yet taken in, read or been told by then.

    ``resolved`` are the names asked for as they are known, for questions that ask several times. ``numbers`` are those of all
    claims that have these names, where they are few and known. ``facts`` asks for the claims of these facts alone, by the number that each has. ``falls`` asks for what is ahead and may fall due
    between two days, ``undated`` for what nothing dates, ``lacking`` for what gives none of these args, ``docs`` for those of these reports.
    ``kinds`` and ``statuses`` ask for any of several; ``known_from`` leaves out what was known before that day, and ``taken_from``
    of what was known on it what has a smaller number.

    A ``min_confidence`` above 0 leaves out what is less likely to be right, or bears no probability; ``vouched`` are claims that pass
    all the same, because an analyst accepted them.
    """

    kind: Kind | str | None = None
    kinds: tuple[Kind, ...] = ()
    statuses: tuple[Status, ...] = ()
    known_from: str | None = None
    taken_from: int = 0
    actor: str | None = None
    place: str | None = None
    status: Status | str | None = None
    source: str | None = None
    resolved: tuple[names.Asked, ...] | None = None
    numbers: tuple[int, ...] | None = None
    facts: tuple[int, ...] | None = None
    falls: tuple[str, str] | None = None
    undated: bool = False
    lacking: tuple[str, ...] = ()
    docs: tuple[str, ...] | None = None
    speakers: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    counted: bool = False
    said: tuple[str, str] | None = None
    since: Day | None = None
    until: Day | None = None
    text: str | None = None
    known: Day | None = None
    added: Day | None = None
    doc: str | None = None
    limit: int | None = None
    hit: bool = False
    min_confidence: float = 0.0
    vouched: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if self.limit is not None and self.limit < 1:
            raise ValueError(f"limit is {self.limit}; it must be 1 or more")
        if not 0 <= self.min_confidence <= 1:
            raise ValueError(f"min_confidence is {self.min_confidence}; it must be from 0 to 1")


def entries(*, added: Day | None = None) -> Select[Any]:
    """All entries, in the order in which they became known; ties go by report and place in its text.

    Whose text a report carries is told as the ledger had it at the end of the day ``added``; the facts that are kept are those of now.
    """
    cards = ((origin_as(added) if name == "origin" else reports.c[name]).label(f"report_{name}") for name in CARD)
    fact = claims.c.fact if added is None else literal_column("NULL").label("fact")
    query = select(claims.c.json, claims.c.words, fact, *cards).join_from(claims, reports)
    return query.order_by(claims.c.known_day, reports.c.id, claims.c.begin, claims.c.end, claims.c.id)


def begins(id: str) -> ColumnElement[bool]:
    """A condition on claims: their ids begin so. Ids are hexadecimal, so that this is a stretch of their index."""
    low = id.lower()
    return and_(claims.c.id >= low, claims.c.id < f"{low}g")


def query_of(connection: Connection, asked: Filters, *, cut: bool = False) -> Select[Any]:
    """The entries that pass; names are resolved on this connection. It may be ``cut`` further before its limit counts."""
    asked = asked if cut else _with_first_words(connection, asked)
    view = view_of(asked.known, asked.added)
    day = last_known_day(connection, asked, view)
    if day is not None:
        asked = replace(asked, known=day)
    common, by_day = _walked(connection, asked)
    few = day is not None or (common and _is_common(connection, asked, NEARLY_ALL))
    whole = (*_plain(asked), *_named(connection, asked, view), *_in_text(asked, few=few, walked=common))
    query = entries(added=asked.added).where(*view, *_told(asked, claims, few=_is_narrow(asked), by_day=by_day), *whole)
    return query.limit(asked.limit) if asked.limit is not None else query


def _walked(connection: Connection, asked: Filters) -> tuple[bool, bool]:
    """Whether claims are gone through by the days on which they became known: because very many have the words, or for whatever reason."""
    if asked.known_from is None or _is_narrow(asked):
        return False, False
    common = _is_common(connection, asked, FREQUENT)
    return common, common or _is_nearer(connection, asked)


def _is_nearer(connection: Connection, asked: Filters) -> bool:
    """Whether fewer claims became known since the day that is asked for than there are of the kinds."""
    kinds = _kinds(asked)
    since, of_kinds = claims.c.known_day >= asked.known_from, claims.c.kind.in_(kinds)
    return bool(kinds) and _count(connection, since) <= _count(connection, of_kinds)


def _count(connection: Connection, told: ColumnElement[bool]) -> int:
    """How many claims pass, by an index, up to what is many anyhow."""
    some = select(claims.c.number).where(told).limit(COUNTED).subquery()
    return connection.scalar(select(func.count()).select_from(some)) or 0


def _with_first_words(connection: Connection, asked: Filters) -> Filters:
    """Where nothing but words is asked for, and few claims have these: the numbers of the first of them, by their days alone."""
    bare = Filters(text=asked.text, limit=asked.limit, known=asked.known, vouched=asked.vouched)
    if asked.limit is None or asked.text is None or not asked.text.strip() or asked != bare:
        return asked
    those = sqlite.numbers_with_words(connection, asked.text, COMMON)
    if those is None:
        return asked
    known = asked_day(asked.known, where="known").isoformat() if asked.known is not None else LAST
    query = select(claims.c.known_day, claims.c.number).where(
        claims.c.until.is_(None), sqlite.is_any_of(claims.c.number, those)
    )
    told = connection.execute(sqlite.by_index(query, claims, "claims_by_number")).all()
    found = sorted((day, number) for day, number in told if day <= known)
    last = found[asked.limit - 1][0] if len(found) >= asked.limit else LAST
    numbers = tuple(number for day, number in found if day <= last)
    return replace(asked, text=None, numbers=numbers) if len(numbers) <= NEWEST else asked


def _is_narrow(asked: Filters) -> bool:
    """Whether names or facts are asked for, so that few claims are left."""
    given = (asked.facts, asked.numbers, asked.docs, asked.actor, asked.place, asked.source)
    return bool(asked.speakers or asked.persons or asked.sites) or any(one is not None for one in given)


def _by_day(connection: Connection, asked: Filters) -> bool:
    """Whether the newest claims of the kinds asked for are found faster by the days on which claims became known than by their kind.

    By days, so many more are gone through as the kinds are rarer; by kind all of them are.
    """
    kinds = _kinds(asked)
    if not kinds or _is_narrow(asked):
        return False
    many = _count(connection, claims.c.kind.in_(kinds))
    last = connection.scalar(select(func.max(claims.c.number))) or 0
    return bool(many >= COUNTED or many**2 > NEWEST * last)


def _kinds(asked: Filters) -> list[str]:
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


def _told(asked: Filters, of: FromClause, *, few: bool = False, by_day: bool = False) -> list[ColumnElement[bool]]:
    """What is asked of columns that claims and their keys have both: kind, status and days.

    Where all else leaves ``few``, no index of these columns is to be gone through, and ``by_day`` none of kinds: SQLite would, as it
    does not count.

    Event time by the text, else by publication; what has neither passes only where no time is asked for.
    """
    found: list[ColumnElement[bool]] = []
    kind, status, known_day = (BARE[name] if few or (by_day and name != "known_day") else of.c[name] for name in BARE)
    if kinds := _kinds(asked):
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
    latest = _a_year_after(last)
    if of is claims:
        yield func.coalesce(claims.c.time_end, claims.c.time_start) <= last
    yield _is_ahead(of)
    if of is claims:  # of keys it is asked in stretches
        yield or_(of.c.last_day.between(first, latest), and_(of.c.last_day.is_(None), of.c.first_day <= latest))


def _a_year_after(day: str) -> str:
    return (min(date.fromisoformat(day), date.fromisoformat(LAST) - A_YEAR) + A_YEAR).isoformat()


def _is_ahead(of: FromClause) -> ColumnElement[bool]:
    """That something is still to come, in the words of the index of that."""
    return of.c.status.op("IN", is_comparison=True)(literal_column(AHEAD.removeprefix("status IN ")))


def _plain(asked: Filters) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if asked.docs is not None:
        found.append(reports.c.id.in_(asked.docs))
    for arg in asked.lacking:
        found.append(~exists().where(claim_args.c.claim == claims.c.number, claim_args.c.arg == arg).correlate(claims))
    if asked.min_confidence > 0:
        found.append(or_(claims.c.confidence >= asked.min_confidence, claims.c.id.in_(sorted(asked.vouched))))
    if asked.speakers:
        found.append(claims.c.number.in_(union_all(*(select(keys.c.claim).where(*told) for keys, told in _speaking(asked)))))
    if asked.persons:
        named = _named_so(asked.persons, role="actor")
        found.append(claims.c.number.in_(select(CHOSEN.c.claim).where(*named, *_told(asked, CHOSEN))))
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


def _speaking(asked: Filters) -> list[Walk]:
    """Where the keys are of statements in which these speakers take part, and of what they are cited for; keys have days, and args none."""
    told = _told(asked, CHOSEN)
    states = CHOSEN.c.kind == Kind.STATEMENT.value
    return [
        (CHOSEN, [*_named_so(asked.speakers, role="actor"), states, *told]),
        (CHOSEN, [*_named_so(asked.speakers, role="source"), *told]),
    ]


def _named_so(written: Iterable[str], *, role: str) -> list[ColumnElement[bool]]:
    return [CHOSEN.c.role == role, CHOSEN.c.key.in_(sorted(set(map(name_key, written))))]


def _with_arg(arg: str, values: tuple[str, ...]) -> Select[Any]:
    return select(claim_args.c.claim).where(claim_args.c.arg == arg, claim_args.c.value.in_(values))


def _in_text(asked: Filters, *, few: bool = False, walked: bool = False) -> list[ColumnElement[bool]]:
    """That the sentence has the words; ``few`` where all else leaves so few claims that each is better looked at by itself, ``walked``
    where claims are gone through in the order of their days until there are enough."""
    if asked.text is None or not asked.text.strip():
        return []
    if walked and not few:
        return [sqlite.has_words(claims.c.number + 0, asked.text)]  # by no index of numbers
    return [(sqlite.has_these_words if few else sqlite.has_words)(claims.c.number, asked.text)]


def _is_common(connection: Connection, asked: Filters, many: int) -> bool:
    """Whether more claims than so many have the words that are asked for."""
    return bool(asked.text is not None and asked.text.strip() and sqlite.are_common(connection, asked.text, many))


def _named(connection: Connection, asked: Filters, view: names.View) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if asked.facts is not None:
        found.append(claims.c.fact.in_(asked.facts))
    if asked.numbers is not None:
        found.append(claims.c.number.in_(asked.numbers))
    elif asked.facts is not None or asked.docs is not None:
        found += (_has_name(one, asked) for one in _asked_names(connection, asked, view))
    elif (chosen := chosen_of(connection, asked, view)) is not None:
        found.append(claims.c.number.in_(select(chosen.c.claim)))
    if asked.doc is not None:
        if connection.scalar(select(reports.c.number).where(reports.c.id == asked.doc)) is None:
            raise UnknownName("report", asked.doc, names.near(asked.doc, connection.scalars(select(reports.c.id))))
        found.append(reports.c.id == asked.doc)
    return found


def chosen_of(connection: Connection, asked: Filters, view: names.View) -> Subquery | None:
    """The claims that have the names asked for, by their keys alone; ``None`` where none is asked for.

    The keys of the rarest name are gone through, and those of the others looked up.
    """
    known = _asked_names(connection, asked, view)
    if not known:
        return None
    keys = CHOSEN
    conditions = [_has(keys, other, asked) for other in known[1:]]
    stands = [keys.c.stands] if asked.added is None else []
    hit, stretches = asked.hit and known[0].role == "actor", _stretches(asked, keys)
    index = _index(asked)
    parted = stretches[0] or index
    ways = names.each_way(known[0], hit=hit, keys=keys) if parted else [names.goes_by(known[0], hit=hit, keys=keys)]
    told = [*stands, *_told(asked, keys), *conditions]
    parts = [sqlite.by_index(select(keys.c.claim).where(way, *part, *told), keys, index) for way in ways for part in stretches]
    return union_all(*parts).subquery() if len(parts) > 1 else parts[0].subquery()


def _stretches(asked: Filters, keys: FromClause) -> tuple[list[ColumnElement[bool]], ...]:
    """What touches a window, in parts that an index has together: what is short and begins near it, what lasts long, what has no beginning.

    Of what may fall due in one: what ends near it, and what has no end.
    """
    if asked.falls is not None:
        latest = _a_year_after(asked.falls[1])
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
    return BY_KIND if _kinds(asked) and asked.falls is None else None


def _frequency(connection: Connection, asked: names.Asked) -> int:
    """How many keys a name has, counted up to what is many anyhow."""
    some = select(claim_keys.c.claim).where(names.goes_by(asked)).limit(COUNTED).subquery()
    return connection.scalar(select(func.count()).select_from(some)) or 0


def last_known_day(connection: Connection, asked: Filters, view: names.View) -> str | None:
    """The day by which as many claims are known as are asked for, so that only those are fetched and put in order.

    ``None`` where the keys alone cannot tell.
    """
    if asked.added is not None or asked.doc is not None or _plain(asked) or asked.limit is None:
        return None
    if _in_text(asked):
        return None if asked.actor or asked.place or asked.source else _last_day_of_words(connection, asked)
    return day_of_enough(connection, asked, view, "known_day", asked.limit)


def day_of_enough(
    connection: Connection, asked: Filters, view: names.View, column: str, enough: int, *, newest: bool = False
) -> str | None:
    """The day by which a key of the rarest name alone has so many claims that pass, in the order of this column."""
    for walks in _walks(connection, asked, view):
        days: list[str] = []
        for keys, conditions in walks[:2] if column == "first_day" else walks:  # the third part has no first days
            day = keys.c[column]
            told = select(day).where(*conditions, *_within(asked, keys, column), day.is_not(None))
            query = told.order_by(day.desc() if newest else day).limit(enough)
            days += connection.scalars(sqlite.by_index(query, keys, _index(asked) if column == "first_day" else None))
        if len(days) >= enough:
            return sorted(days, reverse=newest)[enough - 1]
    return None


def _within(asked: Filters, keys: FromClause, column: str) -> Iterator[ColumnElement[bool]]:
    """What the window says of the column that an order goes by, in words by which an index begins and ends there."""
    if column == "first_day" and asked.until is not None:
        yield keys.c.first_day <= asked_day(asked.until, where="until").isoformat()
    if column == "known_day" and asked.known is not None:
        yield keys.c.known_day <= asked_day(asked.known, where="known").isoformat()
    if column == "last_day" and asked.since is not None:
        yield keys.c.last_day >= asked_day(asked.since, at_end=False, where="since").isoformat()


def newest(connection: Connection, asked: Filters, many: int) -> Newest | None:
    """From where on about ``many`` of the claims that pass became known last; ``None`` where there are not more in all.

    A day is looked at whole, unless more than so many of it pass: then what was taken in last on it. Of claims with a name, those of
    one way of writing it are counted, of a speaker's also statements that are made to him; of words, only what stands now.
    """
    view = view_of(asked.known, asked.added)
    if asked.actor is not None or asked.place is not None or asked.source is not None:
        return _newest_of_keys(connection, asked, _walks(connection, asked, view), many)
    if asked.speakers and not asked.text:
        return _newest_of_keys(connection, asked, [_speaking(asked)], many)
    common = _is_common(connection, asked, FREQUENT)
    told = _told(asked, claims, few=_is_narrow(asked), by_day=common or _by_day(connection, asked))
    query = select(claims.c.known_day, claims.c.number).where(claims.c.until.is_(None), *told, *_plain(asked))
    few = common and _is_common(connection, asked, NEARLY_ALL)
    query = query.where(*_in_text(asked, few=few, walked=common)).order_by(claims.c.known_day.desc(), claims.c.number.desc())
    return _from_there([Newest(day, number) for day, number in connection.execute(query.offset(many).limit(many + 1))], many)


def _newest_of_keys(connection: Connection, asked: Filters, ways: Iterable[list[Walk]], many: int) -> Newest | None:
    """The same by keys: of the first of some ways of writing a name by which there are enough."""
    for walks in ways:
        found: list[Newest] = []
        for keys, conditions in walks:
            last = select(keys.c.known_day, keys.c.claim).where(*conditions, keys.c.stands, *_within(asked, keys, "known_day"))
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


def _walks(connection: Connection, asked: Filters, view: names.View) -> Iterator[list[Walk]]:
    """For each key of the rarest name, ids first, its stretches: the keys as a table, and the conditions that leave the claims of all names."""
    known = _asked_names(connection, asked, view)
    for key in sorted(known[0].keys, key=names.is_name) if known else ():
        keys = CHOSEN
        others = [_has(keys, other, asked) for other in known[1:]]
        own = [keys.c.role == known[0].role, keys.c.key == key, keys.c.stands, *_told(asked, keys), *others]
        yield [(keys, [*own, *part]) for part in _stretches(asked, keys)]


def _asked_names(connection: Connection, asked: Filters, view: names.View) -> list[names.Asked]:
    """The names that are asked for, the rarest first."""
    if asked.resolved is not None:
        return list(asked.resolved)
    given = [(role, words) for role in ("actor", "place", "source") if (words := getattr(asked, role)) is not None]
    return sorted(
        (names.ask(connection, role, words, view) for role, words in given), key=lambda one: _frequency(connection, one)
    )


def resolve(connection: Connection, asked: Filters) -> Filters:
    """The filters with their names looked up once and for all."""
    return replace(asked, resolved=tuple(_asked_names(connection, asked, view_of(asked.known, asked.added))))


def _has(keys: FromClause, other: names.Asked, asked: Filters) -> ColumnElement[bool]:
    """A condition on keys: their claim has another name too."""
    its = OF_ROLE[other.role]
    goes = names.goes_by(other, hit=asked.hit and other.role == "actor", keys=its)
    return exists().where(its.c.claim == keys.c.claim, goes).correlate(keys)


def _has_name(asked_name: names.Asked, asked: Filters) -> ColumnElement[bool]:
    """A condition on claims, to be put to few: they have this name."""
    goes = names.goes_by(asked_name, hit=asked.hit and asked_name.role == "actor")
    return exists().where(claim_keys.c.claim == claims.c.number, goes).correlate(claims)


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
    common, by_day = _walked(connection, asked)
    whole = (*_plain(asked), *_named(connection, asked, view), *_in_text(asked, walked=common))
    query = (
        select(claims.c.fact)
        .join_from(claims, reports)
        .where(*view, *_told(asked, claims, few=_is_narrow(asked), by_day=by_day), *whole, (claims.c.fact + 0).is_not(None))
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


def _last_day_of_words(connection: Connection, asked: Filters) -> str | None:
    """For words that many claims have: the day by which enough are known, going through all claims in that order."""
    if asked.text is None or asked.limit is None or not sqlite.are_common(connection, asked.text, COMMON):
        return None
    query = select(claims.c.known_day).where(claims.c.until.is_(None), *_told(asked, claims))
    found: str | None = connection.scalar(
        query.where(sqlite.has_these_words(claims.c.number, asked.text))
        .order_by(claims.c.known_day)
        .offset(asked.limit - 1)
        .limit(1)
    )
    return found
