"""What the ledger holds, at a glance: counts, what came last, and of that what is promised and disputed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, exists, func, or_, select

from onrecord.ledger.corrections import corrected_in
from onrecord.ledger.disputes import disputes_of
from onrecord.ledger.due import commitments
from onrecord.ledger.facts import facts_of
from onrecord.ledger.filters import Filters, Newest
from onrecord.ledger.keys import ACTING, PLACES
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.newest import newest as newest_of
from onrecord.ledger.rows import card_of
from onrecord.ledger.schema import claim_args, claims, judged_claims, reports
from onrecord.model import Cause, Commitment, CommitmentState, Dispute, Kind
from onrecord.model.overview import Overview

LOOKED = 800
"""How many of the newest claims are looked through for promises and disputes."""
SHOWN = 8
EVENTS = tuple(kind for kind in Kind if kind not in (Kind.STATEMENT, Kind.ROLE, Kind.ORGANIZATION, Kind.MEETING))
STANDS = claims.c.until.is_(None)
HELD = reports.c.withdrawn.is_(None)


def overview(ledger: Ledger, *, shown: int = SHOWN) -> Overview:
    """Counts of everything, and the first ``shown`` of what came last, what falls due next, and what is in open contradiction.

    Promises and disputes are told from the newest claims alone where the ledger has very many.
    """
    with ledger.reading() as connection:
        counts = _counts(connection)
        since = newest_of(connection, Filters(), LOOKED)
        last = connection.execute(select(reports).where(HELD).order_by(reports.c.number.desc()).limit(shown))
        newest = tuple(card_of(row) for row in last)
        events = _newest_events(connection)
        actors, places = (_commonest(connection, events, args, shown) for args in (ACTING, PLACES))
    promises, disputes = _ahead(ledger, since)
    return Overview(
        **counts,
        newest=newest,
        due=promises[:shown],
        disputes=disputes[:shown],
        actors=actors,
        places=places,
        looked_from=since.day if since else None,
        looked_in_part=bool(since and since.number),
    )


def extent(ledger: Ledger) -> tuple[str, str] | None:
    """The first and the last day on which a report became known; ``None`` in a ledger without any."""
    with ledger.reading() as connection:
        held = select(reports.c.known_day).where(reports.c.withdrawn.concat("").is_(None)).limit(1)  # by the index of days
        first, last = (connection.scalar(held.order_by(day)) for day in (reports.c.known_day, reports.c.known_day.desc()))
    return (first, last) if first and last else None


def names_like(ledger: Ledger, role: str, like: str = "", *, limit: int = 20) -> tuple[str, ...]:
    """Names of the ledger that begin so, in their order; ``role`` is ``actor``, ``place``, ``source`` or ``speaker``.

    They are told apart by their case as claims write them: "United" and "united" are both looked for.
    """
    forms = dict.fromkeys((like, like[:1].upper() + like[1:], like.upper()))
    with ledger.reading() as connection:
        found: dict[str, None] = {}
        for form in forms:
            found |= dict.fromkeys(connection.scalars(_names_from(role, form).limit(limit)))
    return tuple(sorted(found, key=lambda name: (name.casefold(), name)))[:limit]


def _names_from(role: str, begin: str) -> Select[Any]:
    """Distinct names from ``begin`` on, by the order of the index, as long as they begin so."""
    wanted: list[ColumnElement[bool]]
    if role == "source":
        column, wanted = claims.c.source, [claims.c.source.is_not(None)]
    else:
        args = {"actor": ACTING, "place": PLACES, "speaker": ("speaker",)}[role]
        column, wanted = claim_args.c.value, [claim_args.c.arg.in_(args)]
    if begin:
        wanted += [column >= begin, column < begin + "\U0010ffff"]
    return select(column).where(*wanted).distinct().order_by(column)


def _counts(connection: Connection) -> dict[str, Any]:
    """All that is counted: each table is gone through once, and of claims their index alone."""
    foreign, undated = reports.c.language != "en", reports.c.published.is_(None)
    held = connection.execute(
        select(
            func.count().label("reports"),
            func.count(reports.c.outlet.distinct()).label("outlets"),
            func.min(reports.c.published).label("first"),
            func.max(reports.c.published).label("last"),
            func.max(reports.c.added).label("added"),
            func.sum(case((foreign, 1), else_=0)).label("foreign"),
            func.sum(case((undated, 1), else_=0)).label("undated"),
        ).where(HELD)
    ).one()
    stand = _standing(connection)
    gone = connection.scalar(select(func.count()).where(reports.c.withdrawn > ""))
    return {
        **held._mapping,
        "foreign": held.foreign or 0,
        "undated": held.undated or 0,
        "claims": stand.total(),
        "kinds": _by(stand, 0),
        "statuses": _by(stand, 1),
        "reviewed": connection.scalar(select(func.count(judged_claims.c.claim.distinct()))) or 0,
        "silent": connection.scalar(_silent()) or 0,
        "withdrawn": gone or 0,
    }


def _standing(connection: Connection) -> Counter[tuple[str, str]]:
    """How many claims of each kind and status stand: all that there are, but for those that went, which are in no fact."""
    told = select(claims.c.kind, claims.c.status, func.count()).group_by(claims.c.kind, claims.c.status)
    found: Counter[tuple[str, str]] = Counter()
    for kind, status, count in connection.execute(told):
        found[kind, status] += count
    for kind, status, count in connection.execute(told.where(claims.c.fact.is_(None), claims.c.until.is_not(None))):
        found[kind, status] -= count
    return +found


def _by(stand: Counter[tuple[str, str]], which: int) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    for key, count in stand.items():
        counts[key[which]] += count
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def _silent() -> Select[Any]:
    """How many reports in English make no claim that stands: none at all, as an index tells, or only such as went."""
    own, gone = claims.alias("own"), claims.alias("gone")
    some = exists().where(own.c.report == reports.c.number).correlate(reports)
    lost = reports.c.number.in_(select(gone.c.report).where(gone.c.fact.is_(None), gone.c.until.is_not(None)))
    stand = exists().where(claims.c.report == reports.c.number, STANDS).correlate(reports)
    return select(func.count()).select_from(reports).where(HELD, reports.c.language == "en", or_(~some, and_(lost, ~stand)))


def _newest_events(connection: Connection) -> list[int]:
    """The numbers of the newest claims of what happens, by the days on which they became known."""
    kind = claims.c.kind.concat("")  # no index of kinds: by days, few are gone through
    newest = select(claims.c.number).where(STANDS, kind.in_([kind.value for kind in EVENTS]))
    return list(connection.scalars(newest.order_by(claims.c.known_day.desc()).limit(LOOKED)))


def _commonest(connection: Connection, newest: Sequence[int], args: tuple[str, ...], most: int) -> tuple[tuple[str, int], ...]:
    """Who, or what place, these claims name most."""
    query = (
        select(claim_args.c.value, func.count())
        .where(claim_args.c.arg.in_(args), claim_args.c.claim.in_(newest), claim_args.c.name_id.is_not(None))
        .group_by(claim_args.c.value)
        .order_by(func.count().desc(), claim_args.c.value)
        .limit(most)
    )
    return tuple((name, count) for name, count in connection.execute(query))


def _ahead(ledger: Ledger, since: Newest | None) -> tuple[tuple[Commitment, ...], tuple[Dispute, ...]]:
    """Promises that are open, the next first, and contradictions that nothing explains, the newest first."""
    entries = (ledger.from_day(*since) if since else ledger).find(Filters(kinds=EVENTS))
    corrected = corrected_in(ledger, entries)
    entries = [entry for entry in entries if entry not in corrected]
    promises = commitments(entries)
    open_ones = tuple(one for one in promises if one.due and one.state is CommitmentState.OPEN)
    overdue = tuple(one for one in reversed(promises) if one.due and one.state is CommitmentState.NO_EVIDENCE)
    unexplained = (one for one in disputes_of(facts_of(entries)) if one.cause is Cause.CONTRADICTION)
    return ((*open_ones, *overdue), tuple(reversed(tuple(unexplained))))
