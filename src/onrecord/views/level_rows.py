"""Levels as rows: one a mark of the chart, the same for the chart, its table and its CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import reduce
from typing import Any

from onrecord.model import LevelPoint, Levels, LevelSeries, Stage, Status, first_day, last_day
from onrecord.views.chart import day_of
from onrecord.views.harmless import cut_to_fit, one_line
from onrecord.views.wording import correction_words, counting_words, level_when, level_words, series_words, source_words

MARKS = (
    "actual",
    "actual, dated by the report alone",
    "announced",
    "ordered",
    "proposed",
    "planned",
    "conditional",
    "possible",
    "denied",
    "corrected",
)
"""What a mark can be, in the order of the legend."""
COLUMNS = (
    "actor", "place", "series", "mark", "status", "stage", "when", "day", "start", "end", "number", "value", "low", "high",
    "approx", "announced", "due", "known", "source", "words", "claim",
)  # fmt: skip
QUOTED = 240


def mark_of(point: LevelPoint) -> str:
    """What a level is drawn as: how certain it is, and how far a plan has come."""
    if point.corrected_by:
        return "corrected"
    if point.status is Status.PLANNED:
        stage = point.stage
        return stage.value if stage in (Stage.ANNOUNCED, Stage.ORDERED, Stage.PROPOSED) else "planned"
    if point.status is Status.ACTUAL and point.dated_by == "published":
        return MARKS[1]
    return point.status.value


def rows_of_levels(found: Sequence[Levels]) -> Iterator[dict[str, Any]]:
    """Every level that has a day and a number, series by series."""
    for levels in found:
        for series in levels.series or (LevelSeries("strength", None, levels.points),):
            name = series_words(series)
            yield from (row for point in series.points if (row := row_of(point, levels, name)))


def row_of(point: LevelPoint, levels: Levels, series: str) -> dict[str, Any] | None:
    """A level as a row; ``None`` where nothing can be drawn of it."""
    day, height = day_of(point), _height(point)
    if day is None or height is None:
        return None
    start, end = _days(point)
    announced = point.announced or (point.fact.report.published if point.is_plan else None)
    return {
        "actor": one_line(levels.actor),
        "place": one_line(levels.place),
        "pair": pair_words(levels),
        "series": one_line(series),
        "counting": counting_words(point),
        "mark": mark_of(point),
        "status": point.status.value,
        "stage": point.stage.value if point.stage else None,
        "when": level_when(point).rstrip("*"),
        "day": day.isoformat(),
        "start": start.isoformat() if start else None,
        "end": end.isoformat() if end else None,
        "height": height,
        "number": level_words(point),
        "value": point.value,
        "low": point.low,
        "high": point.high,
        "approx": point.approx,
        "announced": _iso(announced) if point.is_plan else None,
        "due": point.due,
        "known": point.known,
        "source": source_words(point.fact.report),
        "says": correction_words(point.corrected_by) if point.corrected_by else "",
        "words": cut_to_fit(point.fact.words, QUOTED),
        "claim": point.fact.claim.id,
    }


Stretch = tuple[date, date]


def gaps_of_levels(found: Sequence[Levels]) -> Iterator[dict[str, Any]]:
    """The stretches of each series in which nobody gave a number, neither of one actor or place nor of another: unknown, not zero."""
    silent: dict[str, list[list[Stretch]]] = {}
    for levels in found:
        for series in levels.series or (LevelSeries("strength", None, levels.points, levels.gaps),):
            silent.setdefault(one_line(series_words(series)), []).append(list(_stretches(series)))
    for name, several in silent.items():
        for start, end in reduce(_common, several):
            yield {"series": name, "start": start.isoformat(), "end": end.isoformat()}


def _stretches(series: LevelSeries) -> Iterator[Stretch]:
    for start, end in series.gaps:
        first, last = first_day(start), last_day(end)
        if first and last:
            yield first, last


def _common(some: list[Stretch], others: list[Stretch]) -> list[Stretch]:
    """What lies in both of two lists of stretches."""
    pairs = ((max(one[0], other[0]), min(one[1], other[1])) for one in some for other in others)
    return [(start, end) for start, end in pairs if start < end]


def pair_words(levels: Levels) -> str:
    """Who, and where."""
    return one_line(f"{levels.actor} in {levels.place}")


def render_levels_csv(found: Sequence[Levels]) -> str:
    """What the chart shows, as CSV with a line of headings."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(row[name]) for name in COLUMNS] for row in rows_of_levels(found))
    return out.getvalue()


def _cell(value: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t"):
        return f"'{value}"
    return "" if value is None else value


def _days(point: LevelPoint) -> tuple[date | None, date | None]:
    """From when to when a level is stated to hold."""
    return (first_day(point.start) if point.start else None, last_day(point.end) if point.end else None)


def _iso(text: str | None) -> str | None:
    day = first_day(text) if text else None
    return day.isoformat() if day else None


def _height(point: LevelPoint) -> float | None:
    numbers: Iterable[float | None] = (point.low, point.high)
    known = [number for number in numbers if number is not None]
    return point.value if point.value is not None else sum(known) / len(known) if known else None
