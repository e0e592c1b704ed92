"""Levels as rows: one a mark of the chart, the same for the chart, its table and its CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import reduce
from typing import Any

from onrecord.model import DerivedLevel, LevelPoint, Levels, LevelSeries, Stage, Status, first_day, last_day
from onrecord.views.chart import day_of
from onrecord.views.harmless import cut_to_fit, one_line
from onrecord.views.scales import middle
from onrecord.views.wording import (
    UNKNOWN,
    correction_words,
    counting_words,
    level_when,
    level_words,
    series_words,
    source_words,
)
from onrecord.views.worked_out import derived_id, derived_tooltip, derived_when, derived_words, sum_words

Row = dict[str, Any]

WORKED = "worked out"
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
    WORKED,
)
"""What a mark can be, in the order of the legend."""
COLUMNS = (
    "actor", "place", "series", "mark", "status", "stage", "when", "day", "start", "end", "number", "value", "low", "high",
    "approx", "announced", "due", "known", "source", "words", "claim", "rests_on",
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


def is_drawn(point: LevelPoint) -> bool:
    """Whether a level has the day and the number that a mark needs."""
    return day_of(point) is not None and _height(point) is not None


def rows_of_levels(found: Sequence[Levels]) -> Iterator[Row]:
    """Every level that has a day and a number, series by series, then those that nobody stated."""
    for levels in found:
        for series in levels.series or (LevelSeries("strength", None, levels.points),):
            name = one_line(series_words(series))
            yield from (row for point in series.points if (row := row_of(point, levels, name)))
        yield from (row for level in levels.derived if (row := row_of_derived(level, levels)))


def row_of(point: LevelPoint, levels: Levels, series: str) -> Row | None:
    """A level as a row; ``None`` where nothing can be drawn of it."""
    day, height = day_of(point), _height(point)
    if day is None or height is None:
        return None
    start, end = _days(point)
    announced = point.announced or (point.fact.report.published if point.is_plan else None)
    id = point.fact.claim.id
    row: Row = {
        "actor": one_line(levels.actor),
        "place": one_line(levels.place),
        "pair": pair_words(levels),
        "series": series,
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
        "claim": id,
        "rests_on": "",
        "href": f"/claims/{id}",
    }
    return row | {"label": _label(row)}


def _label(row: Row) -> str:
    """What a mark says when asked."""
    counts = "" if row["counting"] == UNKNOWN else f" ({row['counting']})"
    standing = row["says"] or row["mark"]
    return f"{row['number']}{counts}, {row['when']}, {standing}. {row['pair']}. {row['source']}: “{row['words']}”"


def row_of_derived(level: DerivedLevel, levels: Levels) -> Row | None:
    """A level that nobody stated as a row; its words are the sum, and it rests on several claims."""
    day = middle(level.end)
    if day is None:
        return None
    return dict.fromkeys(COLUMNS) | {
        "actor": one_line(levels.actor),
        "place": one_line(levels.place),
        "pair": pair_words(levels),
        "series": _series_of(level, levels),
        "mark": WORKED,
        "status": WORKED,
        "when": derived_when(level),
        "day": day.isoformat(),
        "height": level.value,
        "number": derived_words(level),
        "value": level.value,
        "approx": level.approx,
        "known": level.known,
        "source": "; ".join(dict.fromkeys(source_words(fact.report) for fact in level.facts)),
        "words": one_line(sum_words(level)),
        "rests_on": " ".join(fact.claim.id for fact in level.facts),
        "href": f"#{derived_id(level)}",
        "label": f"{one_line(derived_tooltip(level))}. {pair_words(levels)}",
    }


def _series_of(level: DerivedLevel, levels: Levels) -> str:
    """The series of the stated level that it comes from."""
    own = LevelSeries(level.base.measure, level.base.counting, ())
    return one_line(series_words(next((series for series in levels.series if level.base in series.points), own)))


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
    """A cell that no spreadsheet takes for a formula; a whole number is written as one."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
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
