"""Reports as the ledger holds them: how one is entered, or recognised as one that it has, and how one is found by its id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, insert, or_, select

from onrecord.errors import ReportWithdrawn, UnknownName
from onrecord.ledger import families, names, notices, storing
from onrecord.ledger.clock import Day, asked_moment
from onrecord.ledger.rows import report_row
from onrecord.ledger.schema import reports
from onrecord.model import Claim, Report

HASH_SHOWN = 8
SETTING = ("outlet", "url", "published")
"""A report with the same text is another only if it comes from elsewhere, or bears another id."""
BY_ID = select(reports.c.number).where(reports.c.id == bindparam("id"))
SAME = (
    select(reports.c.number)
    .where(
        reports.c.hash == bindparam("hash"),
        reports.c.withdrawn.is_(None),
        or_(
            reports.c.given_id == bindparam("id"),
            reports.c.id == bindparam("id"),
            and_(*(reports.c[name].is_not_distinct_from(bindparam(name)) for name in SETTING)),
        ),
    )
    .limit(1)
)
"""The number of the report in the ledger that is this one, whatever name its file bears."""
LEFT_OUT = (
    select(reports)
    .where(reports.c.hash == bindparam("hash"), reports.c.withdrawn.is_not(None))
    .order_by(reports.c.withdrawn.desc())
    .limit(1)
)


def take(
    connection: Connection, lines: storing.Lines, report: Report, found: Sequence[Claim], at: str, *, again: bool = False
) -> bool:
    """Enter a report, unless the ledger has it, and leave its claims with ``lines``."""
    if connection.scalar(SAME, {name: getattr(report, name) for name in ("id", "hash", *SETTING)}) is not None:
        return False
    if not again:
        _expect_not_withdrawn(connection, report)
    own = replace(report, id=_free_id(connection, report))
    key = connection.execute(insert(reports), report_row(own, given_id=report.id, added=at)).inserted_primary_key
    assert key is not None
    number: int = key[0]
    notices.settle_notices(connection, number)
    families.settle(connection, number)
    storing.note_reading(connection, number, at)
    lines.take(own, number, found if own.id == report.id else [replace(claim, doc=own.id) for claim in found], since=at)
    return True


def row_of(connection: Connection, id: str) -> Row[Any]:
    """The row of a report whose words the ledger has; raises ``UnknownName`` or ``ReportWithdrawn`` where it has none."""
    row = connection.execute(select(reports).where(reports.c.id == id)).one_or_none()
    if row is None:
        raise UnknownName("report", id, names.near(id, connection.scalars(select(reports.c.id))))
    if row.withdrawn:
        raise ReportWithdrawn(
            id, row.withdrawn, row.withdrawn_why, "Its words are gone: onrecord reports --withdrawn says what stays."
        )
    return row


def expect_own(report: Report, found: Sequence[Claim]) -> None:
    """Raise unless these claims are of this report and lie in its text."""
    for claim in found:
        if claim.doc != report.id:
            raise ValueError(f"a claim of report {claim.doc!r} cannot be added with report {report.id!r}")
        spans = (claim.evidence, *claim.spans.values())
        if max(span.end for span in spans) > len(report.text):
            raise ValueError(f"a span of claim {claim.id} lies beyond the text of report {report.id!r}")


def last_day(connection: Connection, added: Day | None, *, dated: bool) -> str | None:
    """The last day on which a report became known that stands and has a date, or has none."""
    query = select(reports.c.known_day).where(reports.c.withdrawn.concat("").is_(None))
    query = query.where(reports.c.published.is_not(None) if dated else reports.c.published.is_(None))
    if added is not None:
        query = query.where(reports.c.added <= asked_moment(added, where="added"))
    day: str | None = connection.scalar(query.order_by(reports.c.known_day.desc()).limit(1))
    return day


def _expect_not_withdrawn(connection: Connection, report: Report) -> None:
    row = connection.execute(LEFT_OUT, {"hash": report.hash}).one_or_none()
    if row is not None:
        then = "This is the same text, and it was left out. Add it with --again if it may stand again."
        raise ReportWithdrawn(row.id, row.withdrawn, row.withdrawn_why, then)


def _free_id(connection: Connection, report: Report) -> str:
    digits = [0, *range(HASH_SHOWN, len(report.hash) + 1)]
    for shown in digits:
        id = f"{report.id}~{report.hash[:shown]}" if shown else report.id
        if connection.scalar(BY_ID, {"id": id}) is None:
            return id
    raise AssertionError("another report has this id and this text, and was not recognised")
