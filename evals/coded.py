"""The day that a hand coder puts down for a release, where claims leave it open or give several.

A coder fills one field for the one incident that a release reports. He takes the newest day that the lead names, whatever older attack
the release brings in beside it; and where it names none, the day in the dateline. The second is his convention, not what the release
says: of 256 releases that do name a day, 81 tell of that of their dateline, 153 of the day before. So no claim has it, and the figure
stands beside that of the claims alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.finders.dates import find_dates_in_text
from onrecord.model import Claim, Kind, Report, Status, Time, TimeType

EVENTS = (Kind.ATTACK, Kind.CASUALTIES, Kind.TERRITORY)
TOLD = (Status.ACTUAL, Status.POSSIBLE)


def as_coded(report: Report, claims: Sequence[Claim]) -> list[Claim]:
    """The claims with the days that a coder would let count: none older than that of the lead, else that of the dateline."""
    lead = _day_of_lead(report, claims)
    if lead is not None:
        return [replace(claim, time=None) if _is_older(claim, lead) else claim for claim in claims]
    filed = _day_of_dateline(report)
    first = next((claim for claim in claims if claim.kind in EVENTS and claim.status in TOLD), None)
    return [replace(claim, time=filed) if claim is first and filed is not None else claim for claim in claims]


def _day_of_lead(report: Report, claims: Sequence[Claim]) -> str | None:
    """The newest day, up to that of publication, in the first sentence below the dateline that gives an event one."""
    begin = report.dateline.span.begin if report.dateline is not None else 0
    dated = [claim for claim in claims if claim.kind in EVENTS and claim.evidence.end > begin and _day(claim.time) is not None]
    days = [_day(claim.time) or "" for claim in dated if claim.evidence == dated[0].evidence]
    return max((day for day in days if day <= (report.published or day)), default=None)


def _is_older(claim: Claim, lead: str) -> bool:
    day = _day(claim.time)
    return claim.kind in EVENTS and day is not None and day < lead


def _day_of_dateline(report: Report) -> Time | None:
    words = report.dateline.span.cut(report.text) if report.dateline is not None else ""
    days = [mention.value.time for mention in find_dates_in_text(words, report.published)]
    return next((time for time in days if _day(time) is not None), None)


def _day(time: Time | None) -> str | None:
    """The day of a time that is one."""
    if time is None or time.type is not TimeType.POINT or time.start is None or time.start != time.end:
        return None
    return time.start if time.start.count("-") == 2 and time.start[:4].isdigit() else None
