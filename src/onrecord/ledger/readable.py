"""Views for people who open the file with another program: joined, with names in words."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, ScalarSelect, Select, String, func, select
from sqlalchemy.sql.expression import column

from onrecord.ledger.keys import ACTING, PLACES
from onrecord.ledger.schema import claim_args, claims, reports


def create_views(connection: Connection) -> None:
    """Make the views."""
    for name, query in _views().items():
        body = query.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True})
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {body}".replace("%%", "%"))


def drop_views(connection: Connection) -> None:
    """Take the views away, before the tables under them change."""
    for name in _views():
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")


def _views() -> dict[str, Select[Any]]:
    return {"claims_readable": _claims(), "promises_readable": _promises(), "reports_readable": _reports()}


def _words_of(args: tuple[str, ...] | None) -> ScalarSelect[str]:
    """The values of these args of the claim, joined; all of them with their names where none are given."""
    value = claim_args.c.value if args else claim_args.c.arg + ": " + claim_args.c.value
    rows = select(value.label("value")).where(claim_args.c.claim == claims.c.number)
    rows = rows.where(claim_args.c.arg.in_(args)) if args else rows
    ordered = rows.order_by(claim_args.c.arg, claim_args.c.position).correlate(claims).subquery()
    return select(func.aggregate_strings(column("value", String), "; ")).select_from(ordered).scalar_subquery()


def _claims() -> Select[Any]:
    return select(
        claims.c.id,
        claims.c.kind,
        claims.c.status,
        _words_of(ACTING).label("who"),
        _words_of(PLACES).label("where"),
        *(claims.c[name] for name in ("value", "low", "high", "from", "to", "delta", "unit")),
        claims.c.time_text,
        claims.c.first_day,
        claims.c.last_day,
        claims.c.source,
        claims.c.confidence,
        claims.c.words,
        _words_of(None).label("args"),
        *(reports.c[name] for name in ("outlet", "published", "title", "url")),
        reports.c.id.label("report"),
    ).join_from(claims, reports)


def _promises() -> Select[Any]:
    due = func.coalesce(claims.c.time_end, claims.c.time_start).label("due")
    return (
        select(
            due,
            claims.c.kind,
            claims.c.status,
            _words_of(ACTING).label("who"),
            _words_of(PLACES).label("where"),
            *(claims.c[name] for name in ("to", "value", "unit", "source", "words", "id")),
            *(reports.c[name] for name in ("outlet", "published", "title")),
        )
        .join_from(claims, reports)
        .where(claims.c.status.in_(("planned", "conditional")))
    )


def _reports() -> Select[Any]:
    counted = select(func.count()).where(claims.c.report == reports.c.number).scalar_subquery().label("claims")
    names = ("id", "title", "outlet", "published", "known_day", "added", "url", "language", "corrects", "withdrawn")
    return select(*(reports.c[name] for name in names), counted)
