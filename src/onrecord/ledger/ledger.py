"""The ledger: one file of reports and claims, appended to and never overwritten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from itertools import islice
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, Row, Select, and_, not_, or_, select

from onrecord.errors import LedgerReadOnly, NoSuchLedger, UnknownName
from onrecord.ledger import (
    chosen,
    conditions,
    correction_links,
    files,
    judged,
    kept,
    migrations,
    names,
    newest,
    report_rows,
    search,
    sqlite,
    storing,
    upgrading,
)
from onrecord.ledger.clock import Day, asked_day, stamp
from onrecord.ledger.filters import FIRST, LAST, Filters, Newest
from onrecord.ledger.names import Asked, KnownNames
from onrecord.ledger.remembered import Remembered
from onrecord.ledger.rows import card_of, entry_of, report_of
from onrecord.ledger.schema import claims, reports
from onrecord.model import Claim, Entry, Kind, Report, ReportCard, Status
from onrecord.resting import collector_at_rest

TIMEOUT = 10.0
FACTS = 900
"""Of so many facts the claims are fetched at once."""
BATCH = 200
"""How many reports go into one transaction where many are added."""


class Ledger:
    """A ledger that is open; ``with`` closes it. Make one with ``create`` or ``open``."""

    def __init__(
        self,
        path: Path,
        engine: Engine,
        *,
        readonly: bool,
        newest: Newest | None = None,
        cuts: tuple[tuple[int, int], ...] = (),
    ) -> None:
        self.path = path
        self.readonly = readonly
        self._engine = engine
        self.newest = newest
        self.cuts = cuts
        self._remembered = Remembered()

    @classmethod
    def create(cls, path: str | PathLike[str], *, timeout: float = TIMEOUT) -> Self:
        """Start a new ledger; a file that is there already is left alone."""
        file = Path(path)
        if file.exists():
            raise files.already_there(file)
        if not file.parent.is_dir():
            raise NoSuchLedger(str(file), f"there is no folder {file.parent} to put it in. Make the folder first.")
        sqlite.expect_writable(file)
        with sqlite.translated(file), files.made_whole(file) as draft:
            engine = sqlite.make_engine(draft, mode="rwc", timeout=timeout)
            try:
                with sqlite.writing(engine) as connection:
                    migrations.create_tables(connection)
                sqlite.keep_write_ahead_log(engine)
            finally:
                engine.dispose()
        return cls(file, sqlite.make_engine(file, mode="rw", timeout=timeout), readonly=False)

    @classmethod
    def open(
        cls,
        path: str | PathLike[str],
        *,
        readonly: bool = False,
        timeout: float = TIMEOUT,
        on_settled: kept.OnSettled | None = None,
    ) -> Self:
        """Open a ledger; one of an older version is brought up to date first. ``timeout`` is how long to wait for a lock, in seconds.

        Where its facts are found anew, ``on_settled`` is told from time to time how many of how many claims are done.
        """
        file = Path(path)
        sqlite.expect_ledger(file, timeout=timeout)
        if not readonly:
            sqlite.expect_writable(file)
        engine = sqlite.make_engine(file, mode="ro" if readonly else "rw", timeout=timeout)
        try:
            with sqlite.translated(file):
                upgrading.expect_version(engine, file, readonly=readonly, on_settled=on_settled)
                if not readonly:
                    sqlite.keep_write_ahead_log(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(file, engine, readonly=readonly)

    def from_day(self, day: str, number: int = 0) -> Self:
        """The same ledger with only what became known on this day or later; it is closed with this one.

        Of what became known on that very day, with a ``number`` only the claims with this one or a later one (``newest_of``).
        """
        return type(self)(self.path, self._engine, readonly=self.readonly, newest=Newest(day, number), cuts=self.cuts)

    def cut(self, cuts: tuple[tuple[int, int], ...]) -> Self:
        """The same ledger without the claims of some reports from a number on: pairs of a report's number and that of a claim."""
        return type(self)(self.path, self._engine, readonly=self.readonly, newest=self.newest, cuts=cuts)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def add(self, report: Report, claims: Sequence[Claim], *, added: datetime | None = None, again: bool = False) -> bool:
        """Take in a report with its claims, both or neither; ``False`` where the ledger has it already.

        It has it where a report with the same text bears the same id, or comes from the same outlet, address and day. The same
        text from another outlet is an echo and is kept, and whose words each report carries is settled. Another text under a known id is kept too: its id is lengthened by ``~``
        and the first digits of its hash, and its claims follow. Of claims with the same content the first is kept.

        A text that was withdrawn raises ``ReportWithdrawn``, under whatever name it comes, unless it is to be taken in ``again``.
        """
        report_rows.expect_own(report, claims)
        with self.writing() as connection:
            lines = storing.Lines(connection, self._remembered)
            is_new = report_rows.take(connection, lines, report, claims, stamp(added), again=again)
            lines.write()
        return is_new

    def add_all(self, found: Iterable[tuple[Report, Sequence[Claim]]], *, added: datetime | None = None) -> int:
        """Take in many reports, each as ``add`` does and some hundred in one transaction, which is faster; how many were new.

        Where it is broken off, what was written so far stays, and no report is there by half.
        """
        waiting, new = iter(found), 0
        while some := list(islice(waiting, BATCH)):
            for report, own in some:
                report_rows.expect_own(report, own)
            with collector_at_rest(), self.writing() as connection:
                lines = storing.Lines(connection, self._remembered)
                new += sum(report_rows.take(connection, lines, report, own, stamp(added)) for report, own in some)
                lines.write()
        return new

    def reports(self) -> list[ReportCard]:
        """The reports that the ledger holds, in the order in which they became known; of those withdrawn it has tombstones only."""
        held = select(reports).where(reports.c.withdrawn.is_(None))
        with self.reading() as connection:
            rows = connection.execute(held.order_by(reports.c.known_day, reports.c.id))
            return [card_of(row) for row in rows]

    def report(self, id: str) -> Report:
        """A report whole, as it was added; of one that was withdrawn, ``tombstones`` has what stays."""
        with self.reading() as connection:
            return report_of(report_rows.row_of(connection, id))

    def is_withdrawn(self, id: str) -> bool:
        """Whether a report's words were taken out."""
        with self.reading() as connection:
            return connection.scalar(select(reports.c.withdrawn).where(reports.c.id == id)) is not None

    def claims(
        self,
        *,
        kind: Kind | str | None = None,
        actor: str | None = None,
        place: str | None = None,
        status: Status | str | None = None,
        source: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        text: str | None = None,
        known: Day | None = None,
        added: Day | None = None,
        doc: str | None = None,
        limit: int | None = None,
        min_confidence: float = 0.0,
    ) -> list[Entry]:
        """Claims that pass all filters, in the order in which they became known.

        ``actor`` is whoever takes part, by name, alias or id; ``place`` also takes what lies in the country asked for. ``since``
        and ``until`` mean the time of the thing, by the text or else by publication. ``text`` looks for words, "phrases" and
        beginnings* in the sentence. ``known`` leaves out what was published later, ``added`` what the ledger did not have by then,
        ``doc`` all reports but one. ``min_confidence`` leaves out what is less likely to be right than this probability.
        """
        asked = Filters(
            kind=kind, actor=actor, place=place, status=status, source=source, since=since, until=until, text=text,
            known=known, added=added, doc=doc, limit=limit, min_confidence=min_confidence,
        )  # fmt: skip
        return self.find(asked)

    def find(self, asked: Filters) -> list[Entry]:
        """The claims that pass these filters."""
        return list(self.each(asked))

    def each(self, asked: Filters) -> Iterator[Entry]:
        """The claims that pass these filters, one at a time; the ledger is read as it was when the first was taken."""
        with self.reading() as connection:
            weighed = judged.verdicts(connection, added=asked.added)
            asked = replace(self._bounded(asked), vouched=frozenset(weighed.reviews))
            query = search.query_of(connection, asked, cut=bool(self.cuts))
            for row in connection.execute(self._within_cuts(query)):
                yield weighed.on(entry_of(row))

    def args_told(self, asked: Filters, args: Sequence[str]) -> Iterator[tuple[str, Sequence[str | None]]]:
        """Of the claims that pass, in the order in which they became known, that day and the first value of each of these args."""
        with self.reading() as connection:
            for day, *values in connection.execute(self._within_cuts(search.args_told(connection, self._bounded(asked), args))):
                yield day, values

    def _within_cuts(self, query: Select[Any]) -> Select[Any]:
        """The query without what this ledger leaves out."""
        beyond = [and_(claims.c.report == report, claims.c.number >= number) for report, number in self.cuts]
        return query.where(not_(or_(*beyond))) if beyond else query

    def resolved(self, asked: Filters) -> Filters:
        """The filters with their names looked up, for a question that asks of them more than once."""
        with self.reading() as connection:
            return chosen.resolve(connection, asked)

    def whole(self, some: Filters | Sequence[Filters], of: Filters) -> list[Entry]:
        """Of the claims that pass ``of``, those whose facts have a claim that passes ``some``, which ask for more: one of several.

        The facts are those that the ledger keeps; where ``added`` is asked for it keeps none, and all that pass ``of`` are given.
        """
        if of.added is not None:
            return self.find(of)
        each = [self._bounded(one) for one in ([some] if isinstance(some, Filters) else some)]
        with self.reading() as connection:
            weighed = judged.verdicts(connection)
            vouched = frozenset(weighed.reviews)
            numbers = set[int]().union(*(search.facts_that(connection, replace(one, vouched=vouched)) for one in each))
            return self._whole_facts(connection, numbers, replace(self._bounded(of), vouched=vouched), weighed)

    def of_claims(self, numbers: Iterable[int], of: Filters) -> list[Entry]:
        """Of the claims that pass ``of``, those whose facts have one of the claims with these numbers in the ledger."""
        some = sorted(numbers)
        if not some:
            return []
        with self.reading() as connection:
            weighed = judged.verdicts(connection)
            found = {fact for at in range(0, len(some), FACTS) for fact in search.facts_with(connection, some[at : at + FACTS])}
            of = replace(self._bounded(of), vouched=frozenset(weighed.reviews))
            return self._whole_facts(connection, found, of, weighed)

    def of_parties(self, keys: Mapping[int, tuple[str, str]], *, known: Day | None = None) -> Iterator[Row[Any]]:
        """What stands under these keys of parties (``whole_parties``): the key, since when it is known, the first day of it, the claim's number, what it tells.

        Of each key, what is known from one day on, and of events that have begun by another.
        """
        seen = asked_day(known, where="known").isoformat() if known is not None else LAST
        first = self.newest.day if self.newest is not None else FIRST
        asked = [(key, max(since, first), until) for key, (since, until) in keys.items()]
        with self.reading() as connection:
            yield from sqlite.of_parties(connection, asked, seen)

    def _whole_facts(self, connection: Connection, numbers: set[int], of: Filters, weighed: judged.Verdicts) -> list[Entry]:
        """The claims of these facts that pass, and of those that analysts or corrections tie to them."""
        found = list(self._of_facts(connection, sorted(numbers), of, weighed))
        ties = {entry.tied for entry in found if entry.tied}
        tied = {id for id, tie in weighed.tied.items() if tie in ties} - {entry.claim.id for entry in found}
        merged = (
            set(connection.scalars(select(claims.c.fact).where(claims.c.id.in_(tied), claims.c.fact.is_not(None))))
            if tied
            else set()
        )
        merged |= correction_links.facts_linked(connection, {entry.report.id for entry in found})
        return found + list(self._of_facts(connection, sorted(merged - numbers), of, weighed))

    def _of_facts(
        self, connection: Connection, numbers: Sequence[int], of: Filters, weighed: judged.Verdicts
    ) -> Iterator[Entry]:
        """The claims of these facts that pass."""
        for at in range(0, len(numbers), FACTS):
            query = search.query_of(connection, replace(of, facts=tuple(numbers[at : at + FACTS])))
            for row in connection.execute(self._within_cuts(query)).all():
                yield weighed.on(entry_of(row))

    def narrowed(self, asked: Filters, most: int) -> Filters | None:
        """The filters with the numbers of all claims of the names asked for; ``None`` where these are more than ``most``."""
        with self.reading() as connection:
            numbers = search.numbers_of_few(connection, self._bounded(asked), most)
            return replace(asked, numbers=numbers) if numbers is not None else None

    def newest_of(self, asked: Filters, many: int) -> Newest | None:
        """From where on about ``many`` of these claims became known last, for ``from_day``; ``None`` where there are not more in all."""
        with self.reading() as connection:
            return newest.newest(connection, asked, many)

    def _bounded(self, asked: Filters) -> Filters:
        """The filters, within what this ledger shows."""
        if self.newest is None:
            return asked
        bound = max(self.newest, Newest(asked.known_from or "", asked.taken_from))
        return replace(asked, known_from=bound.day, taken_from=bound.number)

    def day_of_enough(self, asked: Filters, enough: int, *, column: str, newest: bool = False) -> str | None:
        """The day by which so many claims pass, counted in the order of their ``known_day`` or ``first_day``.

        With ``newest``, counted back from the latest. ``None`` where there are not so many, or no name is asked for.
        """
        if asked.added is not None or asked.min_confidence > 0:
            return None  # keys do not tell
        with self.reading() as connection:
            view = conditions.view_of(asked.known, asked.added)
            return chosen.day_of_enough(connection, self._bounded(asked), view, column, enough, newest=newest)

    def claim(self, id: str) -> Entry:
        """One claim, by its id or the beginning of it that no other has."""
        with self.reading() as connection:
            query = search.entries().order_by(None).where(conditions.begins(id)).limit(names.NEAR + 1)
            found = [entry_of(row) for row in connection.execute(query)] if id else []
        if len(found) != 1:
            raise UnknownName("claim", id, tuple(sorted(entry.claim.id for entry in found)))
        return found[0]

    def names(self) -> KnownNames:
        """Whom and where the ledger knows."""
        with self.reading() as connection:
            return KnownNames(names.names_of(connection, "actor"), names.names_of(connection, "place"))

    def ask(self, role: str, given: str, *, known: Day | None = None, added: Day | None = None) -> Asked:
        """What a name that a user typed means here, by what both clocks show; ``role`` is ``actor``, ``place`` or ``source``."""
        with self.reading() as connection:
            return names.ask(connection, role, given, conditions.view_of(known, added))

    def corrections(self) -> list[tuple[str, str]]:
        """Pairs of report ids: one that was corrected, and the one of the same outlet that corrects it."""
        with self.reading() as connection:
            return correction_links.links(connection)

    def latest(self, *, added: Day | None = None) -> str | None:
        """The last day on which a report came out, of those that were taken in by the end of the day ``added``.

        Reports without a date do not move it: that one was added today says nothing of how far the others reach. Where none has
        a date, it is the last day on which one was added.
        """
        with self.reading() as connection:
            return report_rows.last_day(connection, added, dated=True) or report_rows.last_day(connection, added, dated=False)

    def last_known(self, *, added: Day | None = None) -> str | None:
        """The day from which on all that was taken in by the end of the day ``added`` counts as known, what bears no date too."""
        with self.reading() as connection:
            return max(
                filter(None, (report_rows.last_day(connection, added, dated=dated) for dated in (True, False))), default=None
            )

    def scrub(self) -> bool:
        """Write the file anew without anything that was deleted from it; ``False`` where another program's reading prevents it."""
        return sqlite.scrub(self._engine, self.path)

    @contextmanager
    def writing(self, *, settle: bool = True) -> Iterator[Connection]:
        """One transaction that writes: all of it is kept, or nothing. At its end the facts of what came and went are settled."""
        if self.readonly:
            raise LedgerReadOnly(str(self.path), "it was opened for reading only. Open it for writing to change it.")
        with sqlite.translated(self.path), sqlite.writing(self._engine) as connection:
            yield connection
            if settle:
                kept.settle(connection, self._remembered)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One snapshot of the ledger."""
        with sqlite.translated(self.path), self._engine.connect() as connection:
            yield connection
