"""What a ledger holds: its reports, and which of them carry the text of which."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.fact import ReportCard


@dataclass(frozen=True, slots=True)
class Catalogued:
    """A report, how many claims of it stand, and the reports that carry its text, in the order in which they became known."""

    report: ReportCard
    claims: int
    echoes: tuple[ReportCard, ...] = ()


@dataclass(frozen=True, slots=True)
class Echo:
    """Whose text the report of a claim carries. ``said_there`` is whether the claim's sentence stands in it, ``None`` where that text is gone."""

    origin: ReportCard
    said_there: bool | None
