"""Reports that make very many claims: which they are, and their claims a stretch at a time, so that no answer need hold them all."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import func, select

from onrecord.errors import UnknownName
from onrecord.ledger.conditions import stands
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.rows import entry_of
from onrecord.ledger.schema import claims, reports
from onrecord.ledger.search import entries
from onrecord.model import Entry

MOST_OF_ONE = 1_000
"""Claims of one report from which answers are told that are not of that report alone."""
TOGETHER = 900
"""So many claims are fetched at once."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """A report that makes very many claims: its ``id``, how many, and the number in the ledger of the first that is one too many."""

    id: str
    claims: int
    report: int
    cut: int


@dataclass(frozen=True, slots=True)
class Places:
    """Where the claims of a report stand in its text, in the order of the text, and the number that each has in the ledger."""

    begins: array[int] = field(default_factory=lambda: array("q"))
    ends: array[int] = field(default_factory=lambda: array("q"))
    numbers: array[int] = field(default_factory=lambda: array("q"))

    def __len__(self) -> int:
        return len(self.numbers)


def crowds(ledger: Ledger, most: int = MOST_OF_ONE) -> tuple[Crowd, ...]:
    """The reports that make more than ``most`` claims."""
    many = func.count(claims.c.number)
    great = select(claims.c.report, many.label("claims")).group_by(claims.c.report).having(many > most).subquery()
    query = select(great.c.report, great.c.claims, reports.c.id).join_from(great, reports, reports.c.number == great.c.report)
    with ledger.reading() as connection:
        found = []
        for report, count, id in connection.execute(query):
            own = select(claims.c.number).where(claims.c.report == report, stands(None)).order_by(claims.c.number)
            cut = connection.scalar(own.offset(most).limit(1))
            if cut is not None:
                found.append(Crowd(id, count, report, cut))
    return tuple(found)


def without_crowds(ledger: Ledger) -> tuple[Ledger, tuple[str, ...]]:
    """The ledger with no more than the first claims of such reports, and a sentence on each that says so."""
    found = crowds(ledger)
    notes = (
        f"The report {one.id} makes {one.claims:,} claims: this is told from the first {MOST_OF_ONE:,} of them. All are listed by "
        f"onrecord show {one.id}."
        for one in found
    )
    return ledger.cut(tuple((one.report, one.cut) for one in found)), tuple(notes)


def places_of(ledger: Ledger, id: str) -> Places:
    """Where the claims of a report stand: all of them, as numbers alone."""
    found = Places()
    own = select(reports.c.number).where(reports.c.id == id).scalar_subquery()
    query = select(claims.c.begin, claims.c.end, claims.c.number).where(claims.c.report == own, stands(None))
    with ledger.reading() as connection:
        for begin, end, number in connection.execute(query.order_by(claims.c.begin, claims.c.end, claims.c.id)):
            found.begins.append(begin)
            found.ends.append(end)
            found.numbers.append(number)
    return found


def entries_numbered(ledger: Ledger, numbers: Sequence[int]) -> list[Entry]:
    """The claims that have these numbers in the ledger, in the order of these."""
    found: dict[int, Entry] = {}
    with ledger.reading() as connection:
        for at in range(0, len(numbers), TOGETHER):
            query = entries().add_columns(claims.c.number).where(claims.c.number.in_(numbers[at : at + TOGETHER]))
            for row in connection.execute(query.order_by(None)):
                found[row[-1]] = entry_of(row)
    return [found[number] for number in numbers if number in found]


def number_of(ledger: Ledger, id: str) -> int:
    """The number that a claim has in the ledger, by its whole id."""
    with ledger.reading() as connection:
        number = connection.scalar(select(claims.c.number).where(claims.c.id == id))
    if number is None:
        raise UnknownName("claim", id)
    return int(number)
