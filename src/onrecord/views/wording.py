"""How values are put into words: numbers, bounds, times, status. Unknown is "—", never 0."""

from __future__ import annotations

import re

from onrecord.model import (
    Claim,
    Entry,
    Fact,
    LevelPoint,
    LevelSeries,
    Quantity,
    ReportCard,
    Stage,
    Status,
    Time,
    TimeType,
    Tombstone,
)
from onrecord.model.answers import told_announcement, told_stage
from onrecord.views.harmless import one_line

UNKNOWN = "—"
WARNING = "red"
SAME_IN_PLURAL = {
    "personnel", "aircraft", "police", "percent", "equipment", "materiel", "ammunition",
    "kroner", "kronor", "rand", "yen", "yuan", "won", "baht",
}  # fmt: skip
PLURALS = {"person": "people", "man": "men", "woman": "women", "child": "children", "krone": "kroner", "krona": "kronor"}
STATUS_SIGNS = {
    Status.ACTUAL: "●",
    Status.PLANNED: "○",
    Status.CONDITIONAL: "◇",
    Status.POSSIBLE: "?",
    Status.DENIED: "✕",
}
CORRECTED = "⊘"


def number_words(number: float) -> str:
    """A number with separators, and decimals only where it has some.

    >>> number_words(2500), number_words(1300000000.0), number_words(12.5)
    ('2,500', '1,300,000,000', '12.5')
    """
    return f"{int(number):,}" if float(number).is_integer() else f"{number:,.10g}"


def bounds_words(value: float | None, low: float | None, high: float | None, *, approx: bool = False) -> str:
    """A number as it was stated: exact, about, at least, at most, between.

    >>> bounds_words(5000, None, None, approx=True), bounds_words(None, 40, None), bounds_words(None, None, 300)
    ('≈5,000', '≥ 40', '≤ 300')
    >>> bounds_words(None, 3, 5), bounds_words(None, None, None)
    ('3–5', '—')
    """
    about = "≈" if approx else ""
    if value is not None:
        return about + number_words(value)
    if low is not None and high is not None:
        return f"{about}{number_words(low)}–{number_words(high)}"
    if low is not None:
        return f"≥ {about}{number_words(low)}"
    if high is not None:
        return f"≤ {about}{number_words(high)}"
    return UNKNOWN


def quantity_words(quantity: Quantity | None) -> str:
    """A quantity with what it counts; a change as ``from → to``.

    >>> quantity_words(Quantity(start=5200, to=3000, unit="personnel")), quantity_words(Quantity(delta=500, unit="personnel"))
    ('5,200 → 3,000 personnel', 'by 500 personnel')
    >>> quantity_words(Quantity(value=250000000, unit="USD")), quantity_words(None)
    ('250,000,000 USD', '—')
    """
    if quantity is None:
        return UNKNOWN
    parts = []
    if quantity.start is not None or quantity.to is not None:
        ends = [UNKNOWN if n is None else number_words(n) for n in (quantity.start, quantity.to)]
        parts.append(f"to {ends[1]}" if quantity.start is None else " → ".join(ends))
    if quantity.delta is not None:
        parts.append(f"by {number_words(quantity.delta)}")
    if not parts or quantity.value is not None or quantity.low is not None or quantity.high is not None:
        parts.append(bounds_words(quantity.value, quantity.low, quantity.high, approx=quantity.approx))
    elif quantity.approx:
        parts = [re.sub(r"(?=\d)", "≈", part, count=1) for part in parts]
    return one_line(f"{', '.join(parts)} {unit_words(quantity)}")


def broken(words: str, width: int) -> str:
    """A range of numbers that is too wide for its column, on two lines: no number is broken itself.

    >>> broken("150,000–190,000", 11), broken("3–5", 11)
    ('150,000–\\n190,000', '3–5')
    """
    return words.replace("–", "–\n", 1) if len(words) > width else words


def unit_words(quantity: Quantity) -> str:
    """What is counted, as many as there are.

    >>> [unit_words(Quantity(value=n, unit=u)) for n, u in ((1, "site"), (8, "site"), (2, "person"), (3, "USD"), (2, "embassy"))]
    ['site', 'sites', 'people', 'USD', 'embassies']
    >>> unit_words(Quantity(value=5, unit="kroner")), unit_words(Quantity(value=5, unit="krone"))
    ('kroner', 'kroner')
    """
    unit = quantity.unit or ""
    alone = set(quantity.numbers.values()) == {1}
    if alone or not unit.islower() or unit in SAME_IN_PLURAL or unit.endswith("s"):
        return unit
    if unit in PLURALS:
        return PLURALS[unit]
    if unit.endswith("y") and unit[-2:-1] not in "aeiou":
        return f"{unit[:-1]}ies"
    return unit + ("es" if unit.endswith(("x", "ch", "sh")) else "s")


def interval_words(start: str | None, end: str | None, *, deadline: bool = False) -> str:
    """When, at the precision that is known.

    >>> interval_words("2020-09", "2020-09"), interval_words("2020-09", None), interval_words(None, "2021-01-15", deadline=True)
    ('2020-09', 'from 2020-09', 'by 2021-01-15')
    >>> interval_words("2014", "2016"), interval_words(None, None)
    ('2014 to 2016', '—')
    """
    if start and end:
        return start if start == end else f"{start} to {end}"
    if start:
        return f"from {start}"
    if end:
        return f"by {end}" if deadline else f"until {end}"
    return UNKNOWN


def time_words(time: Time | None) -> str:
    """A claim's time; the report's own words in quotation marks where no date is known.

    >>> time_words(Time("by January 15", None, "2021-01-15", TimeType.DEADLINE)), time_words(Time("recently")), time_words(None)
    ('by 2021-01-15', '“recently”', '—')
    """
    if time is None:
        return UNKNOWN
    if time.start is None and time.end is None:
        return f"“{one_line(time.text)}”"
    return interval_words(time.start, time.end, deadline=time.type is TimeType.DEADLINE)


def told_when(fact: Fact) -> str:
    """When a fact holds; where its words do not say, when it was reported."""
    time = fact.time or fact.claim.time
    if time is not None and (time.start or time.end or not fact.report.published):
        return time_words(time)
    return f"reported {fact.report.published}" if fact.report.published else UNKNOWN


def correction_words(by: Entry) -> str:
    """That a claim was corrected, when, by whom, and to what."""
    now = quantity_words(by.claim.quantity)
    when = f" on {by.report.published}" if by.report.published else ""
    return one_line(f"corrected{when} by {by.report.outlet or by.report.id}: {now}")


def status_words(status: Status, stage: Stage | None = None) -> str:
    """A status with its sign, so that plans and facts differ without colour.

    >>> status_words(Status.ACTUAL), status_words(Status.PLANNED, Stage.ORDERED)
    ('● actual', '○ planned (ordered)')
    """
    return f"{STATUS_SIGNS[status]} {status.value}" + (f" ({stage.value})" if stage else "")


def plan_words(fact: Fact) -> str:
    """The status of what is promised, with its stage and the day on which it was announced, by whichever of its claims gives them.

    >>> from onrecord.model import Claim, Entry, Kind, ReportCard, Span
    >>> said = Claim("r", Kind.SITE, Span(0, 9), status=Status.PLANNED, announced=Time("on 9 May", "2020-05-09", "2020-05-09"))
    >>> plan_words(Fact((Entry(said, ReportCard("r"), "They will"),)))
    '○ planned, announced 2020-05-09'
    """
    day, stage = told_announcement(fact), told_stage(fact)
    if day is None:
        return status_words(fact.claim.status, stage)
    verb = stage.value if stage in (Stage.ORDERED, Stage.PROPOSED) else Stage.ANNOUNCED.value
    return f"{status_words(fact.claim.status)}, {verb} {day}"


def level_words(point: LevelPoint) -> str:
    """The number of a level."""
    return bounds_words(point.value, point.low, point.high, approx=point.approx)


def level_when(point: LevelPoint) -> str:
    """When a level holds or is due; ``*`` where only the report's date is known."""
    time = point.fact.claim.time
    by = time is not None and time.type is TimeType.DEADLINE and time.end == point.end
    when = interval_words(None if by else point.start, point.end, deadline=by or point.status is not Status.ACTUAL)
    return f"{when}*" if point.dated_by == "published" and when != UNKNOWN else when


def counting_words(point: LevelPoint) -> str:
    """Whether the number is a ceiling, and what it counts, in the words of the report."""
    parts = ["ceiling"] if point.measure == "cap" else []
    if point.counting:
        parts.append(counted_words(point.counting))
    return ", ".join(parts) or UNKNOWN


def series_words(series: LevelSeries) -> str:
    """What the levels of a series are, as a heading.

    >>> series_words(LevelSeries("strength", "on the ground", ())), series_words(LevelSeries("cap", None, ()))
    ('Strength, counting: “on the ground”', 'Ceiling')
    """
    what = "Ceiling" if series.measure == "cap" else "Strength"
    return f"{what}, {counted_words(series.counting)}" if series.counting else what


def counted_words(counting: str) -> str:
    """What is counted, as the report words it.

    >>> counted_words("excludes  visitors")
    'counting: “excludes visitors”'
    """
    return f"counting: “{one_line(counting)}”"


def part_words(claim: Claim, place: str | None = None) -> str:
    """The site, or the other place, of which a number tells where a larger place was asked for; empty where it is that place's.

    >>> from onrecord.model import Frozen, Kind, Span
    >>> level = Claim("a", Kind.FORCE_LEVEL, Span(0, 9), args=Frozen({"place": "Green Valley", "site": "Mill Camp"}))
    >>> part_words(level, "Green Valley"), part_words(level)
    ('at Mill Camp', 'at Mill Camp')
    """
    if claim.arg("site"):
        return one_line(f"at {claim.arg('site')}")
    other = claim.arg("place")
    return one_line(f"in {other}") if place and other and other != place else ""


def source_words(card: ReportCard) -> str:
    """Who published it and when.

    >>> source_words(ReportCard("a1", outlet="Sample Wire", published="2020-09-09")), source_words(ReportCard("a1"))
    ('Sample Wire, 2020-09-09', 'a1, undated')
    """
    return one_line(f"{card.outlet or card.id}, {card.published or 'undated'}")


def withdrawn_words(stone: Tombstone) -> str:
    """When a report was withdrawn, by whom and why."""
    by = f" by {stone.by}" if stone.by else ""
    return one_line(f"withdrawn {stone.withdrawn[:10]}{by}: {stone.why}")
