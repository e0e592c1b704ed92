"""Reports and claims built by hand, from sentences written for these tests."""

from __future__ import annotations

from datetime import UTC, datetime

from onrecord.model import Arg, Claim, Frozen, Kind, Location, Quantity, Report, Span, Stage, Status, Time, TimeType, fix_text

US_IN_IRAQ = {"actor": "United States", "place": "Iraq"}
IDS = {"actor": "iso3166:US", "place": "iso3166:IQ"}


def report_of(
    *sentences: str,
    id: str = "r1",
    published: str | None = "2020-09-09",
    outlet: str | None = "Sample Wire",
    corrects: str | None = None,
) -> Report:
    return Report(id, fix_text(" ".join(sentences)), published=published, outlet=outlet, corrects=corrects)


def claim_of(
    report: Report,
    kind: Kind,
    args: dict[str, Arg],
    *,
    words: str | None = None,
    quantity: Quantity | None = None,
    time: Time | None = None,
    announced: Time | None = None,
    status: Status = Status.ACTUAL,
    stage: Stage | None = None,
    source: str | None = None,
    ids: dict[str, str] | None = None,
    locations: dict[str, Location] | None = None,
    confidence: float | None = None,
) -> Claim:
    sentence = words or report.text
    begin = report.text.index(sentence)
    return Claim(
        report.id,
        kind,
        Span(begin, begin + len(sentence)),
        Frozen(args),
        quantity,
        time,
        announced,
        status=status,
        stage=stage,
        source=source,
        ids=Frozen(ids or {}),
        locations=Frozen(locations or {}),
        confidence=confidence,
    )


def troops(number: float | None = None, **more: float) -> Quantity:
    return Quantity(value=number, unit="personnel", **more)


def on(start: str, end: str | None = None, *, text: str = "then") -> Time:
    return Time(text, start, end or start)


def by(end: str) -> Time:
    return Time("by then", None, end, TimeType.DEADLINE)


def level(ledger, id: str, number: float, *, published: str | None, args: dict[str, Arg] = US_IN_IRAQ, **more) -> Claim:
    """Add a report that states one level."""
    report = report_of(f"{number} soldiers of the force are in the country, says dispatch {id}.", id=id, published=published)
    claim = claim_of(report, Kind.FORCE_LEVEL, dict(args), quantity=troops(number), **more)
    ledger.add(report, [claim])
    return claim


def cut(ledger, id: str, *, published: str | None, args: dict[str, Arg] = US_IN_IRAQ, quantity: Quantity, **more) -> Claim:
    """Add a report that states one reduction."""
    report = report_of(f"The force is made smaller, says dispatch {id}.", id=id, published=published)
    claim = claim_of(report, Kind.FORCE_CHANGE, {**args, "direction": "decrease"}, quantity=quantity, **more)
    ledger.add(report, [claim])
    return claim


ADDED = datetime(2021, 6, 1, tzinfo=UTC)


def put(ledger, id, kind, args, *, published="2020-12-13", outlet="Sample Wire", words=None, **more):
    """Add a report that makes one claim, taken in long after it was published."""
    report = report_of(words or f"Something is said in dispatch {id}.", id=id, published=published, outlet=outlet)
    ledger.add(report, [claim_of(report, kind, args, **more)], added=ADDED)
