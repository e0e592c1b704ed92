"""The layers of the chart of levels: marks, bands, arrows and stretches, each with its own rows, so that a browser has nothing to sift.

A browser that may not compile script reads every expression of a chart anew for each mark. With ten thousand marks that is most of
the time of drawing, so rows come as they are drawn: days as moments, one layer for each sort of mark, and no expression at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from onrecord.views.level_rows import MARKS, Row

Spec = dict[str, Any]
SHAPES = {
    "actual": "circle",
    "actual, dated by the report alone": "circle",
    "announced": "triangle-up",
    "ordered": "square",
    "proposed": "triangle-down",
    "planned": "diamond",
    "conditional": "M-1,-1L1,-1L0.35,0L1,1L-1,1L-0.35,0Z",
    "possible": "M-0.9,-0.3L0,-1L0.9,-0.3L0.55,0.85L-0.55,0.85Z",
    "denied": "cross",
    "corrected": "M-1,-0.7L-0.7,-1L0,-0.3L0.7,-1L1,-0.7L0.3,0L1,0.7L0.7,1L0,0.3L-0.7,1L-1,0.7L-0.3,0Z",
    "worked out": "M-1.1,-0.65L1.1,-0.65L1.1,-0.2L-1.1,-0.2ZM-1.1,0.2L1.1,0.2L1.1,0.65L-1.1,0.65Z",
}
"""The shape of each mark; what holds is filled, everything else hollow."""
COLOURS = {
    "actual": "--actual",
    "actual, dated by the report alone": "--actual",
    "announced": "--planned",
    "ordered": "--ordered",
    "proposed": "--planned",
    "planned": "--planned",
    "conditional": "--planned",
    "possible": "--doubt",
    "denied": "--denied",
    "corrected": "--soft",
    "worked out": "--ink",
}
"""The colour of each mark, by its name in the stylesheet."""
FILLED = {"actual": 1.0, "actual, dated by the report alone": 0.25, "corrected": 0.25, "worked out": 1.0}
"""How full each mark is that is not hollow."""
GAP = 0.16
"""How dark a stretch is in which nobody said anything."""
PAIRS = tuple(f"--pair-{number}" for number in range(1, 7))
SMALL = 1_500
"""With more marks than this they are drawn smaller, and lines only where there are fewer lines than this."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the panels of a chart share: the time that they cover, what gives colour, whether there is room for more than marks.

    With ``clip`` it shows a window of time that marks may reach beyond.
    A panel has of its own whether it is the ``first``, whether its days are ``labelled``, and its highest number.
    """

    width: int
    days: tuple[str, str]
    pairs: tuple[str, ...]
    few: bool
    last: str
    clip: bool = False
    first: bool = True
    labelled: bool = True
    top: float = 1

    @property
    def colour(self) -> Spec:
        """Colour by who and where where these are several, else by what a mark is."""
        if self.pairs:
            scale = {"domain": list(self.pairs), "range": [PAIRS[n % len(PAIRS)] for n in range(len(self.pairs))]}
            return {"field": "pair", "type": "nominal", "title": None, "scale": scale}
        scale = {"domain": list(MARKS), "range": [COLOURS[mark] for mark in MARKS]}
        return {"field": "mark", "type": "nominal", "title": None, "scale": scale, "legend": None}

    def x(self, field: str) -> Spec:
        """A moment."""
        axis = {"grid": False, "labelOverlap": True, "tickCount": 8, "labels": self.labelled}
        scale = {"type": "utc", "domain": {"expr": f"[{', '.join(str(moment_of(day)) for day in self.days)}]"}}
        return {"field": field, "type": "temporal", "title": None, "axis": axis, "scale": scale}

    def y(self, field: str = "height") -> Spec:
        """A number."""
        axis = {"format": ",d", "tickMinStep": 1, "tickCount": 6 if self.first else 2}
        scale = {"domain": [0, self.top], "nice": True}
        return {"field": field, "type": "quantitative", "title": None, "scale": scale, "axis": axis}


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: its rows, and how they are drawn."""

    name: str
    rows: Sequence[Spec]
    mark: Spec
    encoding: Spec

    def spec(self, panel: str, *, clip: bool = False) -> Spec:
        """The layer as Vega-Lite has it; its rows stand under its name among the data of the chart."""
        data = {"name": f"{panel}, {self.name}", "format": {"parse": None}}
        return {"data": data, "mark": self.mark | ({"clip": True} if clip else {}), "encoding": self.encoding}


def layers_of(rows: Sequence[Row], gaps: Sequence[Row], look: Look) -> list[Layer]:
    """The layers of one panel, from the ground up; plans come after what holds, as they are hollow."""
    return [
        layer for make in (_gaps, _stretches, _plans, _bands, _floors, _ceilings) if (layer := make(rows, gaps, look)).rows
    ] + [*_marks(rows, look)]


def moment_of(day: str) -> int:
    """A day as the chart's time has it: milliseconds since 1970, by UTC, so that a day is the same day everywhere.

    >>> moment_of("1970-01-02")
    86400000
    """
    return (date.fromisoformat(day) - date(1970, 1, 1)).days * 86_400_000


def _drawn(row: Row, look: Look, *bounds: str, **moments: str) -> Spec:
    """What of a row is drawn: the numbers and the moments that its layer wants, and what gives colour."""
    drawn = {bound: row[bound] for bound in bounds}
    drawn |= {name: moment_of(row[day]) for name, day in moments.items()}
    return drawn | ({"pair": row["pair"]} if look.pairs else {"mark": row["mark"]})


def _lines(rows: Sequence[Row], test: Callable[[Row], bool]) -> list[Row]:
    """Those of which a line is drawn; none where there are so many that they would be a carpet."""
    found = [row for row in rows if test(row)]
    return found if len(found) <= SMALL else []


def _gaps(_rows: Sequence[Row], gaps: Sequence[Row], look: Look) -> Layer:
    """Where nobody gave a number."""
    drawn = [{"start": moment_of(gap["start"]), "end": moment_of(gap["end"])} for gap in gaps]
    told = {"value": "Nobody gave a number in this stretch: unknown, not zero."}
    mark = {"type": "rect", "color": "--hatch", "opacity": GAP, "aria": False}
    return Layer("gaps", drawn, mark, {"x": look.x("start"), "x2": {"field": "end"}, "tooltip": told})


def _stretches(rows: Sequence[Row], _gaps: Sequence[Row], look: Look) -> Layer:
    """The time for which a level is stated to hold."""
    held = _lines(rows, lambda row: row["status"] == "actual" and row["start"] and row["end"] and row["start"] != row["end"])
    drawn = [_drawn(row, look, "height", start="start", end="end") for row in held]
    mark = {"type": "rule", "strokeWidth": 3, "opacity": 0.7, "aria": False}
    encoding = {"x": look.x("start"), "x2": {"field": "end"}, "y": look.y(), "color": look.colour}
    return Layer("stretches", drawn, mark, encoding)


def _plans(rows: Sequence[Row], _gaps: Sequence[Row], look: Look) -> Layer:
    """From the day on which a plan was announced to the day on which it falls due."""
    announced = _lines(rows, lambda row: bool(row["announced"] and row["announced"] < row["day"]))
    drawn = [_drawn(row, look, "height", start="announced", end="day") for row in announced]
    mark = {"type": "rule", "strokeWidth": 1.5, "strokeDash": [5, 4], "aria": False}
    encoding = {"x": look.x("start"), "x2": {"field": "end"}, "y": look.y(), "color": look.colour}
    return Layer("plans", drawn, mark, encoding)


def _bands(rows: Sequence[Row], _gaps: Sequence[Row], look: Look) -> Layer:
    """Between the bounds of a number of which only these are known."""
    drawn = [_drawn(row, look, "low", "high", at="day") for row in rows if _has(row, "low", "high")]
    mark = {"type": "rule", "strokeWidth": 7, "opacity": 0.45, "strokeCap": "butt", "aria": False}
    encoding = {"x": look.x("at"), "y": look.y("low"), "y2": {"field": "high"}, "color": look.colour}
    return Layer("bands", drawn, mark, encoding)


def _floors(rows: Sequence[Row], _gaps: Sequence[Row], look: Look) -> Layer:
    """An arrow upwards at a number that is only a floor."""
    drawn = [_drawn(row, look, "low", at="day") for row in rows if _has(row, "low") and not _has(row, "high")]
    mark = {"type": "point", "shape": "M0,-1.2L0.8,0.4L-0.8,0.4Z", "size": 40, "filled": True, "yOffset": -11, "aria": False}
    return Layer("floors", drawn, mark, {"x": look.x("at"), "y": look.y("low"), "color": look.colour})


def _ceilings(rows: Sequence[Row], _gaps: Sequence[Row], look: Look) -> Layer:
    """An arrow downwards at a number that is only a ceiling."""
    drawn = [_drawn(row, look, "high", at="day") for row in rows if _has(row, "high") and not _has(row, "low")]
    mark = {"type": "point", "shape": "M0,1.2L0.8,-0.4L-0.8,-0.4Z", "size": 40, "filled": True, "yOffset": 11, "aria": False}
    return Layer("ceilings", drawn, mark, {"x": look.x("at"), "y": look.y("high"), "color": look.colour})


def _has(row: Row, *bounds: str) -> bool:
    return row["value"] is None and all(row[bound] is not None for bound in bounds)


def _marks(rows: Sequence[Row], look: Look) -> Iterator[Layer]:
    """The marks themselves, a layer for each sort, each mark a link to its sentence."""
    for sort in MARKS:
        own = [row for row in rows if row["mark"] == sort]
        if not own:
            continue
        drawn = [
            {"at": moment_of(row["day"]), "height": row["height"], "label": row["label"], "href": row["href"]}
            | ({"pair": row["pair"]} if look.pairs else {})
            for row in own
        ]
        yield Layer(sort, drawn, _mark(sort, look), _encoding(look))


def _mark(sort: str, look: Look) -> Spec:
    mark = {
        "type": "point",
        "shape": SHAPES[sort],
        "filled": True,
        "fillOpacity": FILLED.get(sort, 0),
        "size": 110 if look.few else 24,
        "strokeWidth": 0.5 if sort == "worked out" else 2,
        "opacity": 1,
        "cursor": "pointer",
    }
    if not look.pairs:
        mark |= {"fill": COLOURS[sort], "stroke": COLOURS[sort]}
    if not look.few:  # what thousands of marks say is put together only where somebody points
        mark |= {"tooltip": {"content": "data"}, "aria": False}
    return mark


def _encoding(look: Look) -> Spec:
    encoding = {"x": look.x("at"), "y": look.y(), "href": {"field": "href"}}
    if look.pairs:
        encoding |= {"fill": look.colour, "stroke": look.colour}
    if look.few:
        encoding |= {"description": {"field": "label"}, "tooltip": {"field": "label", "type": "nominal"}}
    return encoding
