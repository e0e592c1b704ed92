"""Files in, claims out, and into a ledger: what a run read, and what it did not, is counted as it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import ReportWithdrawn, UnreadableReport
from onrecord.model import Claim, Report, RunSummary
from onrecord.pipeline.extract import Extractor
from onrecord.readers import read_reports

if TYPE_CHECKING:
    from onrecord.ledger import Ledger


class Run:
    """One pass over files: iterating gives each report with its claims, ``summary`` says afterwards what became of all of them.

    What cannot be read is noted and the rest is read.
    """

    def __init__(self, paths: Sequence[Path], *, published: str | None = None, extractor: Extractor | None = None) -> None:
        self.paths = paths
        self.published = published
        self.extractor = extractor or Extractor()
        self.claims = 0
        self.already = 0
        self.silent = 0
        self.reports: list[str] = []
        self.foreign: list[str] = []
        self.undated: list[str] = []
        self.unread: list[tuple[str, str]] = []
        self.on_report: Callable[[], None] | None = None

    def __iter__(self) -> Iterator[tuple[Report, list[Claim]]]:
        for report, claims in self.extractor.claims_of(self._readable()):
            self._note(report, claims)
            if self.on_report is not None:
                self.on_report()
            yield report, claims

    @property
    def seen(self) -> int:
        """How many reports were met so far, readable or not."""
        return len(self.reports) + self.already + len(self.unread)

    @property
    def summary(self) -> RunSummary:
        """What became of everything so far."""
        return RunSummary(
            reports=len(self.reports),
            claims=self.claims,
            already=self.already,
            silent=self.silent,
            foreign=tuple(self.foreign),
            undated=tuple(self.undated),
            unread=tuple(self.unread),
            failed=tuple((f"{id}, “{words[:60]}”", why) for id, words, why in self.extractor.failed),
        )

    def _readable(self) -> Iterator[Report]:
        for found in read_reports(self.paths, published=self.published):
            if isinstance(found, UnreadableReport):
                self.unread.append((found.where, found.why))
            else:
                yield found

    def _note(self, report: Report, claims: list[Claim]) -> None:
        self.reports.append(report.id)
        self.claims += len(claims)
        if not report.is_english:
            self.foreign.append(report.id)
        elif not claims:
            self.silent += 1
        if report.published is None:
            self.undated.append(report.id)

    def forget(self, report: Report, claims: list[Claim]) -> None:
        """Count a report as one that the ledger has already, and not as read."""
        self.take_back(report, claims)
        self.already += 1

    def take_back(self, report: Report, claims: list[Claim]) -> None:
        """Count the report that came last as if it had not been met."""
        self.claims -= len(claims)
        for ids in (self.reports, self.foreign, self.undated):
            if ids and ids[-1] == report.id:
                ids.pop()
        self.silent -= report.is_english and not claims

    def refuse(self, report: Report, claims: list[Claim], why: str) -> None:
        """Count a report as one that could not be taken in, and not as read."""
        self.take_back(report, claims)
        self.unread.append((report.path or report.id, why))


def add_reports(ledger: Ledger, run: Run, *, again: bool = False) -> Iterator[Report]:
    """Put the reports of a run into the ledger, one transaction each; each is given back once it is in (or was already).

    What was withdrawn is refused and noted, unless it is to be taken in ``again``. Where it is broken off, the run's summary holds
    what the ledger has by then.
    """
    for report, claims in run:
        try:
            if not ledger.add(report, claims, again=again):
                run.forget(report, claims)
        except ReportWithdrawn as error:
            run.refuse(report, claims, str(error))
            continue
        except BaseException:  # also Ctrl-C: the summary counts what the ledger has
            run.take_back(report, claims)
            raise
        yield report


def add_all(
    ledger: Ledger, paths: Iterable[Path], *, published: str | None = None, extractor: Extractor | None = None
) -> RunSummary:
    """Add all reports of these files to the ledger, and say what became of them."""
    run = Run(list(paths), published=published, extractor=extractor)
    for _ in add_reports(ledger, run):
        pass
    return run.summary
