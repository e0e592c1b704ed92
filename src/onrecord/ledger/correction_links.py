"""Which reports of an outlet correct which: by the id that a correction names, or by what its words tell."""

from __future__ import annotations

from sqlalchemy import CompoundSelect, Connection, and_, select, union

from onrecord.ledger.schema import claims, reports


def links(connection: Connection) -> list[tuple[str, str]]:
    """Pairs of report ids: one that was corrected, and the one of the same outlet that corrects it."""
    told = (reports.c.corrects > "", reports.c.notice.is_not(None))
    if not any(connection.scalar(select(reports.c.number).where(one).limit(1)) for one in told):
        return []
    return [(row.old, row.new) for row in connection.execute(_corrections())]


def facts_linked(connection: Connection, known: set[str]) -> set[int]:
    """The facts of reports that correct these, and of those that they correct."""
    kin = {id for link in links(connection) if known.intersection(link) for id in link}
    told = select(claims.c.fact).join_from(claims, reports).where(reports.c.id.in_(kin), claims.c.fact.is_not(None))
    return set(connection.scalars(told)) if kin else set()


def _corrections() -> CompoundSelect[tuple[str, str]]:
    """A correction names the other report by the id that it was given or has, or its words tell which; nobody corrects another outlet's."""
    new, old = reports.alias("new"), reports.alias("old")
    own = and_(new.c.outlet.is_not_distinct_from(old.c.outlet), new.c.number != old.c.number)
    later = new.c.known_day >= old.c.known_day
    columns = (old.c.id.label("old"), new.c.id.label("new"), new.c.known_day.label("day"))
    links = ((new.c.corrects, old.c.given_id), (new.c.corrects, old.c.id), (new.c.notice, old.c.id))
    parts = [
        select(*columns).select_from(new.join(old, named == name)).where(named.is_not(None), own, later)
        for named, name in links
    ]  # each by an index of its own
    return union(*parts).order_by("day", "new", "old")
