"""The filters of ``Ledger.claims`` as one query, every value bound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, or_, select

from onrecord.errors import UnknownName
from onrecord.ledger import names, sqlite
from onrecord.ledger.clock import Day, asked_day, asked_moment
from onrecord.ledger.families import origin_as
from onrecord.ledger.rows import CARD
from onrecord.ledger.schema import claim_args, claim_spells, claims, reports
from onrecord.model import Kind, Status

FIRST, LAST = "0001-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is asked of claims; ``None`` asks nothing. ``hit`` also takes what was done to the actor's country's own.
    ``speakers`` are spellings of one name: whose statements, and what else is known from him, are wanted.

    ``known`` leaves out reports published later, ``added`` what the ledger had not yet taken in, read or been told by then.

    A ``min_confidence`` above 0 leaves out what is less likely to be right, and what nobody judged.
    """

    kind: Kind | str | None = None
    actor: str | None = None
    place: str | None = None
    status: Status | str | None = None
    source: str | None = None
    speakers: tuple[str, ...] = ()
    since: Day | None = None
    until: Day | None = None
    text: str | None = None
    known: Day | None = None
    added: Day | None = None
    doc: str | None = None
    limit: int | None = None
    hit: bool = False
    min_confidence: float = 0.0

    def __post_init__(self) -> None:
        if self.limit is not None and self.limit < 1:
            raise ValueError(f"limit is {self.limit}; it must be 1 or more")
        if not 0 <= self.min_confidence <= 1:
            raise ValueError(f"min_confidence is {self.min_confidence}; it must be from 0 to 1")


def entries(*, added: Day | None = None) -> Select[Any]:
    """All entries, in the order in which they became known; ties go by report and place in its text.

    Whose text a report carries is told as the ledger had it at the end of the day ``added``.
    """
    cards = ((origin_as(added) if name == "origin" else reports.c[name]).label(f"report_{name}") for name in CARD)
    query = select(claims.c.json, claims.c.words, *cards).join_from(claims, reports)
    return query.order_by(reports.c.known_day, reports.c.id, claims.c.begin, claims.c.end, claims.c.id)


def query_of(connection: Connection, asked: Filters) -> Select[Any]:
    """The entries that pass; names are resolved on this connection."""
    view = view_of(asked.known, asked.added)
    query = entries(added=asked.added).where(*view, *_plain(asked), *_named(connection, asked, view), *_dated(asked))
    return query.limit(asked.limit) if asked.limit is not None else query


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


def _plain(asked: Filters) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if asked.kind is not None:
        found.append(claims.c.kind == Kind(asked.kind).value)
    if asked.status is not None:
        found.append(claims.c.status == Status(asked.status).value)
    if asked.min_confidence > 0:
        found.append(claims.c.confidence >= asked.min_confidence)
    if asked.speakers:
        spoken = select(claim_args.c.claim).where(claim_args.c.arg == "speaker", claim_args.c.value.in_(asked.speakers))
        found.append(or_(claims.c.source.in_(asked.speakers), claims.c.number.in_(spoken)))
    if asked.text is not None and asked.text.strip():
        found.append(sqlite.has_words(claims.c.number, asked.text))
    return found


def _named(connection: Connection, asked: Filters, view: names.View) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    for role in ("actor", "place", "source"):
        given: str | None = getattr(asked, role)
        if given is None:
            continue
        known = names.ask(connection, role, given, view)
        condition = names.goes_by(known)
        found.append(or_(condition, names.hits_country_of(known)) if asked.hit and role == "actor" else condition)
    if asked.doc is not None:
        if connection.scalar(select(reports.c.number).where(reports.c.id == asked.doc)) is None:
            raise UnknownName("report", asked.doc, names.near(asked.doc, connection.scalars(select(reports.c.id))))
        found.append(reports.c.id == asked.doc)
    return found


def _dated(asked: Filters) -> list[ColumnElement[bool]]:
    """Event time by the text, else by publication; what has neither passes only where no time is asked for."""
    found: list[ColumnElement[bool]] = []
    if asked.since is not None:
        day = asked_day(asked.since, at_end=False, where="since").isoformat()
        found.append(func.coalesce(claims.c.last_day, LAST) >= day)
    if asked.until is not None:
        day = asked_day(asked.until, where="until").isoformat()
        found.append(func.coalesce(claims.c.first_day, FIRST) <= day)
    if asked.since is not None or asked.until is not None:
        found.append(claims.c.dated_by.is_not(None))
    return found
