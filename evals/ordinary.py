"""Reports about nothing military: what is claimed of them, but for offices, meetings, bodies and statements, is false."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from evals.reading import Reading, read_own
from onrecord.model import Claim, Kind

EVERYWHERE = frozenset([Kind.ROLE, Kind.STATEMENT, Kind.MEETING, Kind.ORGANIZATION])
"""Kinds that any news may claim."""
NAME = "ordinary reports"


def measure_ordinary(show: Callable[[str], None]) -> Iterator[tuple[str, float]]:
    """False claims for ten reports: on those that rules may be tuned on (a), which are shown, and on those that only measure (b)."""
    for half in ("a", "b"):
        reading = read_own("ordinary", half)
        false = false_claims(reading)
        yield f"{NAME} {half}: false claims for ten reports", 10 * len(false) / len(reading.reports)
        if half == "a":
            show("\n".join(said(reading, claim) for claim in false))


def false_claims(reading: Reading) -> list[Claim]:
    """The claims that a ledger of security affairs has no use for."""
    return [claim for claim in reading.claims if claim.kind not in EVERYWHERE]


def said(reading: Reading, claim: Claim) -> str:
    """A claim with the rule that made it and its sentence, in two lines."""
    [text] = [report.text for report in reading.reports if report.id == claim.doc]
    args = ", ".join(f"{name} {claim.arg(name)}" for name in claim.args)
    return f"{claim.doc}: {claim.kind} by {claim.rule} ({args}; {claim.status})\n    {claim.evidence.cut(text)}"
