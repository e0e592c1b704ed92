"""Quantities as mentions, and the same in the form of the CQE data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.finders.quantities.figure import Figure, UnitKind
from onrecord.finders.quantities.figures import find_figures, has_numerals
from onrecord.finders.quantities.joins import Finding, Join, join_figures
from onrecord.finders.quantities.measures import rate_after
from onrecord.finders.quantities.movement import direction_of
from onrecord.finders.quantities.sentence import Reading
from onrecord.model import Count, Mention, Quantity, Span
from onrecord.model.values import Number
from onrecord.nlp.tokens import Doc

Row = dict[str, Any]
RATED = (UnitKind.MONEY, UnitKind.MEASURE, UnitKind.NOUN)


def find_quantities(doc: Doc) -> Iterator[Mention[Count]]:
    """Numbers that count something, with floor or ceiling, ranges and changes: "at least 40 rockets", "about $1.3 billion",
    "up to 2,500 U.S. troops", "between 3 and 5 bases", "from 5,200 to 3,000 troops".

    Dates, clock times, ordinals and the numbers of names (F-16, Resolution 2249) are left alone; "several" and "dozens" give
    no number. Spans are offsets in ``doc.text``. The rule is ``count``, ``range``, ``change``, ``addition`` ("another 125
    soldiers"), ``share`` ("two-thirds of") or ``age``.
    """
    if has_numerals(doc.text):
        for finding, direction in _findings(Reading(doc)):
            yield _mention(finding, direction)


def quantity_rows(doc: Doc) -> Iterator[Row]:
    """The same quantities as the CQE data (Almasian et al., 2023) writes them, in order.

    Each is ``{"value": number or [low, high], "unit", "change", "begin", "end"}``; "by 500 to 2,500" gives two of them.
    """
    reading = Reading(doc)
    for finding, direction in _findings(reading):
        yield from _rows(reading, finding, direction)


def _findings(reading: Reading) -> Iterator[tuple[Finding, str | None]]:
    last = None
    for finding in join_figures(reading, list(find_figures(reading))):
        direction = direction_of(reading, finding.first, last)
        last = direction or last
        yield finding, direction


def _mention(finding: Finding, direction: str | None) -> Mention[Count]:
    first, last = finding.first, finding.last
    noun = last.unit.noun or first.unit.noun
    number = first.number.join(last.number)
    rule = first.rule if finding.join is Join.SINGLE else ("range" if finding.join is Join.RANGE else "change")
    count = Count(_quantity(finding), direction or _sign(finding), noun, number)
    return Mention(Span(finding.begin, last.end), count, rule)


def _sign(finding: Finding) -> str:
    """The bound of a single figure; of a range only whether it is approximate."""
    if finding.second is None:
        return finding.first.sign
    return "~" if "~" in (finding.first.sign, finding.second.sign) else "="


def _quantity(finding: Finding) -> Quantity:
    first, second = finding.first, finding.second
    unit = first.unit.name
    approx = _sign(finding) == "~"
    if second is None:
        return _single(first, unit)
    if finding.join is Join.RANGE:
        return Quantity(low=first.value, high=second.value, unit=unit, approx=approx)
    if finding.join is Join.CHANGE:
        return Quantity(start=first.value, to=second.value, unit=unit, approx=approx)
    return Quantity(delta=first.value, to=second.value, unit=unit, approx=approx)


def _single(figure: Figure, unit: str | None) -> Quantity:
    if figure.sign == ">":
        return Quantity(low=figure.value, unit=unit)
    if figure.sign == "<":
        return Quantity(high=figure.value, unit=unit)
    return Quantity(value=figure.value, unit=unit, approx=figure.sign == "~")


def _rows(reading: Reading, finding: Finding, direction: str | None) -> Iterator[Row]:
    first, second = finding.first, finding.second
    if second is None:
        yield _row(reading, first, first.value, direction or first.sign)
    elif finding.join is Join.DELTA:
        yield _row(reading, first, first.value, direction or first.sign)
        yield _row(reading, second, second.value, second.sign)
    else:
        change = direction or _sign(finding)
        row, other = (_row(reading, figure, [first.value, second.value], change) for figure in (second, first))
        yield row | {"begin": finding.begin, "unit": max(row["unit"], other["unit"], key=len)}


def _row(reading: Reading, figure: Figure, value: Number | list[Number], change: str) -> Row:
    unit, end = figure.unit.phrase or "-", figure.end
    if figure.unit.kind in RATED and (rate := rate_after(reading, figure.unit.end)) is not None:
        unit, end = f"{unit} per {rate[0]}", max(end, rate[1])
    return {"value": value, "unit": unit, "change": change, "begin": figure.begin, "end": end}
