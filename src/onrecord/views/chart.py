"""The level chart as inline SVG: each mark is a link to its sentence, plans look unlike facts, unknown stays blank."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date

from markupsafe import Markup, escape

from onrecord.model import DerivedLevel, Fact, LevelPoint, Levels, Status
from onrecord.views.harmless import cut_to_fit, one_line
from onrecord.views.scales import NumberScale, TimeScale, days_of, middle, number_scale, time_scale
from onrecord.views.wording import (
    UNKNOWN,
    correction_words,
    counting_words,
    level_when,
    level_words,
    number_words,
    source_words,
)
from onrecord.views.worked_out import derived_id, derived_tooltip

WIDTH, HEIGHT = 860, 400
LEFT, RIGHT, TOP, BOTTOM = 64, 20, 24, 44
SHAPES = ("circle", "square", "triangle", "star", "pentagon", "wedge", "plus", "hourglass")
APART = 9
"""Marks that would lie on one another and say different things are drawn so many units apart; a date moves no farther than that twice."""
PATHS = {
    "circle": "M-5.5,0a5.5,5.5 0 1,0 11,0a5.5,5.5 0 1,0 -11,0z",
    "square": "M-5,-5h10v10h-10z",
    "triangle": "M0,-6.5L6.2,4.8H-6.2z",
    "pentagon": "M0,-6.3L6,-1.9L3.7,5.1H-3.7L-6,-1.9z",
    "star": "M0,-7L2,-2.2L7,-2L3,1.4L4.3,6.4L0,3.6L-4.3,6.4L-3,1.4L-7,-2L-2,-2.2z",
    "wedge": "M0,6.5L6.2,-4.8H-6.2z",
    "plus": "M-2.2,-6.5h4.4v4.3h4.3v4.4h-4.3v4.3h-4.4v-4.3h-4.3v-4.4h4.3z",
    "hourglass": "M-5.5,-6h11L1.5,0L5.5,6h-11L-1.5,0z",
    "diamond": "M0,-9L8.5,0L0,9L-8.5,0z",
    "cross": "M-5,-5L5,5M-5,5L5,-5",
}
DERIVED = "M-6.5,-2.6h13M-6.5,2.6h13"
"""An equals sign: a sum, and no statement."""


def shapes_of(levels: Levels) -> dict[str, str]:
    """The shape of each way of counting, the commonest first; unstated ways are circles."""
    ways: dict[str, int] = {UNKNOWN: 0}
    for point in levels.points:
        way = counting_words(point)
        ways[way] = ways.get(way, 0) + 1
    others = sorted((way for way in ways if way != UNKNOWN), key=lambda way: (-ways[way], way))
    return {UNKNOWN: SHAPES[0]} | {way: SHAPES[min(n, len(SHAPES) - 1)] for n, way in enumerate(others, 1)}


def render_chart(levels: Levels, anchor: Callable[[Fact], str]) -> Markup:
    """The chart; ``anchor`` gives the address of a fact's sentence. Empty where no level has a date and a number."""
    placed = [(point, day) for point in levels.points if (day := day_of(point)) and _numbers(point)]
    if not placed:
        return Markup("")
    days = [day for _, day in placed] + [day for gap in levels.gaps for day in days_of(*gap)]
    days += [day for point, _ in placed for day in days_of(point.start, point.end)]
    derived = [(level, day) for level in levels.derived if (day := middle(level.end))]
    x = time_scale([*days, *(day for _, day in derived)], LEFT, WIDTH - RIGHT)
    numbers = [number for point, _ in placed for number in _numbers(point)] + [level.value for level, _ in derived]
    y = number_scale(numbers, HEIGHT - BOTTOM, TOP)
    shapes = shapes_of(levels)
    placed.sort(key=lambda one: one[0].status is not Status.ACTUAL)  # plans on top: they are hollow
    spots = _spread([(x.at(day), y.at(_height(point)), _says(point)) for point, day in placed])
    marks = Markup("\n").join(
        _mark(point, spot, x=x, y=y, shape=shapes[counting_words(point)], address=anchor(point.fact))
        for (point, _), spot in zip(placed, spots, strict=True)
    )
    marks += Markup("").join(Markup("\n") + _derived_mark(level, x.at(day), y.at(level.value)) for level, day in derived)
    title = escape(one_line(f"{levels.actor} in {levels.place}: {levels.unit} as stated, over time"))
    return (
        Markup(f'<svg class="levels" viewBox="0 0 {WIDTH} {HEIGHT}" role="group" aria-label="')
        + title
        + Markup('" xmlns="http://www.w3.org/2000/svg">\n')
        + Markup("\n").join([_axes(x, y, levels.unit), *[_gap(gap, x) for gap in levels.gaps]])
        + Markup("\n")
        + marks
        + Markup("\n</svg>")
    )


def render_derived_shape() -> Markup:
    """The mark of what nobody stated, for the legend and the footnotes."""
    return Markup(
        '<svg class="key" viewBox="-11 -11 22 22" width="18" height="18" aria-hidden="true">'
        f'<path class="mark derived" d="{DERIVED}"/></svg>'
    )


def render_shape(shape: str, status: Status = Status.ACTUAL, *, more: str = "", struck: bool = False) -> Markup:
    """A mark for the legend."""
    style, line = ("corrected", '<path class="struck" d="M-9,0h18"/>') if struck else (status.value + more, "")
    return Markup(
        '<svg class="key" viewBox="-11 -11 22 22" width="18" height="18" aria-hidden="true">'
        f'<path class="mark {style}" d="{PATHS[_shape(shape, status)]}"/>{line}</svg>'
    )


def render_hatching() -> Markup:
    """The pattern of the gaps; a page needs it once, whatever its number of charts."""
    return Markup(
        '<svg class="defs" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="7" height="7" '
        'patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0,0V7"/></pattern></defs></svg>'
    )


def day_of(point: LevelPoint) -> date | None:
    """The day at which a level is drawn: its due date for what is to come, else its beginning, else its end."""
    first, then = (point.start, point.end) if point.status is Status.ACTUAL else (point.end, point.start)
    return next((day for text in (first, then) if text and (day := middle(text))), None)


def class_of(point: LevelPoint) -> str:
    """The style of a mark: its status, hollow where it was corrected, paler where only the report's date is known."""
    if point.corrected_by:
        return "mark corrected"
    return f"mark {point.status.value}" + (" by-report" if point.dated_by == "published" else "")


def _numbers(point: LevelPoint) -> list[float]:
    return [number for number in (point.value, point.low, point.high) if number is not None]


def _shape(shape: str, status: Status) -> str:
    if status is Status.DENIED:
        return "cross"
    return shape if status is Status.ACTUAL else "diamond"


def _height(point: LevelPoint) -> float:
    """The number at which a level is drawn: its own, else the middle of its bounds."""
    numbers = _numbers(point)
    return point.value if point.value is not None else sum(numbers) / len(numbers)


def _says(point: LevelPoint) -> Hashable:
    """What a mark shows beside its date; two that show the same may lie on one another."""
    return (counting_words(point), class_of(point), point.value, point.low, point.high)


def _spread(spots: list[tuple[float, float, Hashable]]) -> list[tuple[float, float]]:
    """The places of marks, those that would hide another one moved aside a little."""
    taken: list[tuple[float, float, Hashable]] = []
    for at, height, says in spots:
        moved = (at + step * APART for step in (0, 1, -1, 2, -2))
        free = (place for place in moved if not any(_hides(place, height, says, mark) for mark in taken))
        taken.append((round(next(free, at), 1), height, says))
    return [(at, height) for at, height, _ in taken]


def _hides(at: float, height: float, says: Hashable, other: tuple[float, float, Hashable]) -> bool:
    return says != other[2] and abs(at - other[0]) < APART - 1 and abs(height - other[1]) < APART - 1


def _mark(point: LevelPoint, spot: tuple[float, float], *, x: TimeScale, y: NumberScale, shape: str, address: str) -> Markup:
    at, height = spot
    parts = [_stretch(point, x, height), _link(point, at, height, x), _bounds(point, at, y)]
    if not (point.low is not None and point.high is not None and point.value is None):
        path = PATHS[_shape(shape, point.status)]
        parts.append(Markup(f'<path class="{class_of(point)}" transform="translate({at},{height})" d="{path}"/>'))
    if point.corrected_by:
        parts.append(Markup(f'<path class="struck" d="M{at - 9},{height}h18"/>'))
    parts.append(Markup(f'<circle class="reach" cx="{at}" cy="{height}" r="12"/>'))
    words = escape(tooltip(point))
    return (
        Markup(f'<a href="#{escape(address)}" aria-label="')
        + words
        + Markup('"><title>')
        + words
        + Markup("</title>")
        + Markup("").join(parts)
        + Markup("</a>")
    )


def _derived_mark(level: DerivedLevel, at: float, height: float) -> Markup:
    """The mark of a level that nobody stated; it leads to the sum, with its sentences."""
    words = escape(derived_tooltip(level))
    return (
        Markup(f'<a href="#{escape(derived_id(level))}" aria-label="')
        + words
        + Markup('"><title>')
        + words
        + Markup(f'</title><path class="mark derived" transform="translate({at},{height})" d="{DERIVED}"/>')
        + Markup(f'<circle class="reach" cx="{at}" cy="{height}" r="12"/></a>')
    )


def tooltip(point: LevelPoint) -> str:
    """What a mark says when asked: number, when, status, what is counted, who says so, the sentence."""
    counting = counting_words(point)
    counts = "" if counting == UNKNOWN else f" ({counting})"
    dated = " (day of the report)" if point.dated_by == "published" else ""
    standing = correction_words(point.corrected_by) if point.corrected_by else point.status.value
    head = f"{level_words(point)}{counts}, {level_when(point).rstrip('*')}{dated}, {standing}"
    return f"{head}. {source_words(point.fact.report)}: “{cut_to_fit(point.fact.words, 200)}”"


def _stretch(point: LevelPoint, x: TimeScale, height: float) -> Markup:
    """The line over the time for which a level is stated, and over nothing else."""
    held = days_of(point.start, point.end) if point.status is Status.ACTUAL or point.start else []
    if not held or not (point.start and point.end) or x.at(max(held)) - x.at(min(held)) < 3:
        return Markup("")
    return Markup(f'<path class="stretch {point.status.value}" d="M{x.at(min(held))},{height}H{x.at(max(held))}"/>')


def _link(point: LevelPoint, at: float, height: float, x: TimeScale) -> Markup:
    """The dashed link of a plan, from the day it was known to the day it is due."""
    known = middle(point.fact.report.published) if point.fact.report.published else None
    if point.status is Status.ACTUAL or known is None or known < x.first or abs(x.at(known) - at) < 10:
        return Markup("")
    return Markup(
        f'<path class="link" d="M{x.at(known)},{height}H{at}"/><circle class="known" cx="{x.at(known)}" cy="{height}" r="2"/>'
    )


def _bounds(point: LevelPoint, at: float, y: NumberScale) -> Markup:
    """A band between two bounds; an arrow where only one is known."""
    status = point.status.value
    if point.low is not None and point.high is not None:
        low, high = y.at(point.low), y.at(point.high)
        tall = max(low - high, 3)
        return Markup(f'<rect class="band {status}" x="{at - 5}" y="{high}" width="10" height="{tall}" rx="3"/>')
    if point.low is not None:
        return _arrow(at, y.at(point.low), -1, status)
    return _arrow(at, y.at(point.high), 1, status) if point.high is not None else Markup("")


def _arrow(at: float, height: float, way: int, status: str) -> Markup:
    tip = height + way * 24
    return Markup(f'<path class="arrow {status}" d="M{at},{height + way * 8}V{tip}m-4,{-way * 5}l4,{way * 5}l4,{-way * 5}"/>')


def _gap(gap: tuple[str, str], x: TimeScale) -> Markup:
    days = days_of(*gap)
    if len(days) < 2:
        return Markup("")
    begin, end = x.at(min(days)), x.at(max(days))
    wide = end - begin
    words = f"nobody said, {gap[0]} to {gap[1]}"
    label = (
        f'<text class="quiet" x="{begin + wide / 2}" y="{TOP + 13}" text-anchor="middle">nobody said</text>'
        if wide > 76
        else ""
    )
    area = f'<rect class="gap" x="{begin}" y="{TOP}" width="{wide:.1f}" height="{HEIGHT - BOTTOM - TOP}" fill="url(#hatch)"/>'
    return Markup("<g><title>") + escape(words) + Markup(f"</title>{area}{label}</g>")


def _axes(x: TimeScale, y: NumberScale, unit: str) -> Markup:
    foot, end = HEIGHT - BOTTOM, WIDTH - RIGHT
    rows: list[str] = []
    for height, number in y.ticks():
        rows.append(f'<path class="grid" d="M{LEFT},{height}H{end}"/>')
        rows.append(f'<text x="{LEFT - 8}" y="{height + 4}" text-anchor="end">{number_words(number)}</text>')
    for at, label in x.ticks():
        rows.append(
            f'<path class="axis" d="M{at},{foot}v5"/><text x="{at}" y="{foot + 20}" text-anchor="middle">{label}</text>'
        )
    rows.append(f'<path class="axis" d="M{LEFT},{foot}H{end}"/>')
    name = escape(cut_to_fit(unit, 40))
    return (
        Markup('<g class="axes" aria-hidden="true">')
        + Markup("".join(rows))
        + Markup('<text x="4" y="13">')
        + name
        + Markup("</text></g>")
    )
