"""What the ledger holds, at a glance: counts, what came last, and of that what is promised and disputed."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from onrecord.ledger.corrections import corrected_in
from onrecord.ledger.disputes import disputes_of
from onrecord.ledger.due import commitments
from onrecord.ledger.facts import facts_of
from onrecord.ledger.keys import ACTING, PLACES
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.rows import card_of
from onrecord.ledger.schema import claim_args, claims, judged_claims, reports
from onrecord.ledger.search import Filters
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
        since = _looked_from(connection)
        last = connection.execute(select(reports).where(HELD).order_by(reports.c.number.desc()).limit(shown))
        newest = tuple(card_of(row) for row in last)
        actors, places = (_commonest(connection, args, shown) for args in (ACTING, PLACES))
    promises, disputes = _ahead(ledger, since)
    return Overview(
        **counts,
        newest=newest,
        due=promises[:shown],
        disputes=disputes[:shown],
        actors=actors,
        places=places,
        looked_from=since,
    )


def extent(ledger: Ledger) -> tuple[str, str] | None:
    """The first and the last day on which a report became known; ``None`` in a ledger without any."""
    with ledger.reading() as connection:
        first, last = connection.execute(select(func.min(reports.c.known_day), func.max(reports.c.known_day)).where(HELD)).one()
    return (first, last) if first else None


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
    """All that is counted."""

    def number(query: Select[Any]) -> int:
        return connection.scalar(query) or 0

    held = select(func.count()).select_from(reports).where(HELD)
    some = select(claims.c.report).where(STANDS)
    first, last, added, outlets = connection.execute(
        select(
            func.min(reports.c.published),
            func.max(reports.c.published),
            func.max(reports.c.added),
            func.count(reports.c.outlet.distinct()),
        ).where(HELD)
    ).one()
    told = _by(connection, claims.c.kind), _by(connection, claims.c.status)
    return {
        "reports": number(held),
        "claims": sum(count for _, count in told[0]),
        "outlets": outlets,
        "kinds": told[0],
        "statuses": told[1],
        "first": first,
        "last": last,
        "added": added,
        "reviewed": number(select(func.count(judged_claims.c.claim.distinct()))),
        "silent": number(held.where(reports.c.language == "en", reports.c.number.not_in(some))),
        "foreign": number(held.where(reports.c.language != "en")),
        "undated": number(held.where(reports.c.published.is_(None))),
        "withdrawn": number(select(func.count()).where(reports.c.withdrawn.is_not(None))),
    }


def _by(connection: Connection, column: Any) -> tuple[tuple[str, int], ...]:
    query = select(column, func.count()).where(STANDS).group_by(column).order_by(func.count().desc(), column)
    return tuple((name, count) for name, count in connection.execute(query))


def _looked_from(connection: Connection) -> str | None:
    """The day from which on about ``LOOKED`` claims became known; ``None`` where there are fewer."""
    query = select(claims.c.known_day).where(STANDS).order_by(claims.c.known_day.desc()).offset(LOOKED).limit(1)
    return connection.scalar(query)


def _commonest(connection: Connection, args: tuple[str, ...], most: int) -> tuple[tuple[str, int], ...]:
    """Who, or what place, the newest claims name most."""
    newest = select(claims.c.number).where(STANDS, claims.c.kind.in_([kind.value for kind in EVENTS]))
    newest = newest.order_by(claims.c.known_day.desc()).limit(LOOKED)
    query = (
        select(claim_args.c.value, func.count())
        .where(claim_args.c.arg.in_(args), claim_args.c.claim.in_(newest), claim_args.c.name_id.is_not(None))
        .group_by(claim_args.c.value)
        .order_by(func.count().desc(), claim_args.c.value)
        .limit(most)
    )
    return tuple((name, count) for name, count in connection.execute(query))


def _ahead(ledger: Ledger, since: str | None) -> tuple[tuple[Commitment, ...], tuple[Dispute, ...]]:
    """Promises that are open, the next first, and contradictions that nothing explains, the newest first."""
    entries = ledger.find(Filters(kinds=EVENTS, known_from=since))
    corrected = corrected_in(ledger, entries)
    entries = [entry for entry in entries if entry not in corrected]
    promises = commitments(entries)
    open_ones = tuple(one for one in promises if one.due and one.state is CommitmentState.OPEN)
    overdue = tuple(one for one in reversed(promises) if one.due and one.state is CommitmentState.NO_EVIDENCE)
    unexplained = (one for one in disputes_of(facts_of(entries)) if one.cause is Cause.CONTRADICTION)
    return ((*open_ones, *overdue), tuple(reversed(tuple(unexplained))))
