"""The chart of levels as a Vega-Lite specification: what holds, what is announced, ordered and planned as marks of their own,
bands where only bounds are known, and stretches in which nobody said anything as shaded ground, never as a line to zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from onrecord.model import Levels
from onrecord.views.level_rows import MARKS, gaps_of_levels, pair_words, rows_of_levels

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
}
"""The colour of each mark, by its name in the stylesheet."""
PAIRS = tuple(f"--pair-{number}" for number in range(1, 7))
LIGHT = {
    "--paper": "#fbfaf7", "--card": "#ffffff", "--ink": "#1b1f24", "--soft": "#50575f", "--line": "#d8d5cc", "--hatch": "#a9a59a", "--land": "#efece4",
    "--edge": "#7d7a72",
    "--actual": "#005a9c", "--planned": "#9a4a00", "--ordered": "#00695c", "--doubt": "#7a3b86", "--denied": "#a4222b",
    "--pair-1": "#005a9c", "--pair-2": "#9a4a00", "--pair-3": "#00695c", "--pair-4": "#7a3b86", "--pair-5": "#a4222b", "--pair-6": "#5c5200",
}  # fmt: skip
"""The colours of paper, where no stylesheet gives them."""
HEIGHT, LOWER, MOST_SERIES = 300, 64, 8
SMALL = 1_500
"""With more marks than this they are drawn smaller, and nothing but the marks is."""


def levels_spec(found: Sequence[Levels], *, known: str, width: int = 860) -> Spec:
    """The chart of these levels; empty ``series`` where nothing can be drawn."""
    rows = sorted(rows_of_levels(found), key=lambda row: row["status"] != "actual")  # plans on top: they are hollow
    names = list(dict.fromkeys(row["series"] for row in rows))
    shown = names[:MOST_SERIES]
    rows = [row for row in rows if row["series"] in shown]
    gaps = [gap for gap in gaps_of_levels(found) if gap["series"] in shown]
    pairs = tuple(pair_words(levels) for levels in found) if len(found) > 1 else ()
    look = Look(width, _days(rows, gaps), pairs, len(rows) <= SMALL, shown[-1] if shown else "")
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "title": {
            "text": ", ".join(pair_words(levels) for levels in found[:3]) + (" …" if len(found) > 3 else ""),
            "subtitle": f"{found[0].unit if found else ''} as reports state it, as known on {known}; shaded: nobody said",
            "anchor": "start",
        },
        "background": "--card",
        "padding": 12,
        "spacing": 18,
        "config": chart_config(),
        "datasets": {"rows": rows, "gaps": gaps},
        "vconcat": [_panel(name, at, rows, gaps, look) for at, name in enumerate(shown)],
        "resolve": {"scale": {"color": "shared", "shape": "shared"}, "legend": {"color": "shared", "shape": "shared"}},
        "usermeta": {"series": names, "marks": len(rows), "days": list(look.days)},
    }


def in_colours(spec: Any, colours: dict[str, str] = LIGHT) -> Any:
    """The specification with the names of colours replaced by colours."""
    match spec:
        case str():
            return colours.get(spec, spec)
        case dict():
            return {name: in_colours(value, colours) for name, value in spec.items()}
        case list():
            return [in_colours(value, colours) for value in spec]
    return spec


def _panel(name: str, at: int, rows: Sequence[Spec], gaps: Sequence[Spec], look: Look) -> Spec:
    """The levels that are counted by one rule, with a scale of numbers of their own; the first panel is the largest."""
    own = [row for row in rows if row["series"] == name]
    only = {"filter": {"field": "series", "equal": name}}
    numbers = [row[bound] for row in own for bound in ("height", "low", "high") if row[bound] is not None]
    own_look = replace(
        look, first=at == 0, labelled=at == 0 or name == look.last, top=max(numbers) * (1.08 if at == 0 else 1.3) or 1
    )
    layers = (
        (any(gap["series"] == name for gap in gaps), _gaps),
        (look.few and any(_is_stretch(row) for row in own), _stretches),
        (look.few and any(_is_announced(row) for row in own), _plans),
        (any(_has(row, "low", "high") for row in own), _bands),
        (any(_has(row, "low") and not _has(row, "high") for row in own), _floors),
        (any(_has(row, "high") and not _has(row, "low") for row in own), _ceilings),
        (True, _marks),
    )
    return {
        "width": look.width,
        "height": HEIGHT if at == 0 else LOWER,
        "title": {"text": name, "anchor": "start", "fontSize": 12, "fontWeight": 600, "offset": 4, "limit": look.width},
        "layer": [make(only, own_look) for is_there, make in layers if is_there],
    }


@dataclass(frozen=True, slots=True)
class Look:
    """What the panels of a chart share: the time that they cover, what gives colour, whether there is room for more than marks.

    A panel has of its own whether it is the ``first``, whether its days are ``labelled``, and its highest number.
    """

    width: int
    days: tuple[str, str]
    pairs: tuple[str, ...]
    few: bool
    last: str
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
        """A day."""
        axis = {"grid": False, "labelOverlap": True, "tickCount": 8, "labels": self.labelled}
        domain = {"expr": f"[{', '.join(str(moment_of(day)) for day in self.days)}]"}
        return {
            "field": field,
            "type": "temporal",
            "title": None,
            "axis": axis,
            "scale": {"type": "utc", "domain": domain},
        }


def moment_of(day: str) -> int:
    """A day as the chart's time has it: milliseconds since 1970, by UTC, so that a day is the same day everywhere.

    >>> moment_of("1970-01-02")
    86400000
    """
    return (date.fromisoformat(day) - date(1970, 1, 1)).days * 86_400_000


def _y(look: Look, field: str = "height") -> Spec:
    axis = {"format": ",d", "tickMinStep": 1, "tickCount": 6 if look.first else 2}
    return {
        "field": field,
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [0, look.top], "nice": True},
        "axis": axis,
    }


def _days(rows: Sequence[Spec], gaps: Sequence[Spec]) -> tuple[str, str]:
    """The time that the marks and the gaps cover, with a margin."""
    told = [row[name] for row in rows for name in ("day", "start", "end", "announced") if row[name]]
    told += [gap[name] for gap in gaps for name in ("start", "end")]
    first, last = (date.fromisoformat(end(told, default="2000-01-01")) for end in (min, max))
    margin = max((last - first) / 40, timedelta(days=15))
    return (
        (first - margin if first - date.min > margin else first).isoformat(),
        (last + margin if date.max - last > margin else last).isoformat(),
    )


def _is_stretch(row: Spec) -> bool:
    return bool(row["status"] == "actual" and row["start"] and row["end"] and row["start"] != row["end"])


def _is_announced(row: Spec) -> bool:
    return bool(row["announced"] and row["announced"] < row["day"])


def _has(row: Spec, *bounds: str) -> bool:
    return row["value"] is None and all(row[bound] is not None for bound in bounds)


def _gaps(only: Spec, look: Look) -> Spec:
    return {
        "data": {"name": "gaps"},
        "transform": [only],
        "mark": {"type": "rect", "color": "--hatch", "opacity": 0.16},
        "encoding": {
            "x": look.x("start"),
            "x2": {"field": "end"},
            "tooltip": {"value": "Nobody gave a number in this stretch: unknown, not zero."},
        },
    }


def _layer(only: Spec, test: str, mark: Spec, encoding: Spec) -> Spec:
    return {"data": {"name": "rows"}, "transform": [only, {"filter": test}], "mark": mark, "encoding": encoding}


def _stretches(only: Spec, look: Look) -> Spec:
    """The time for which a level is stated to hold."""
    mark = {"type": "rule", "strokeWidth": 3, "opacity": 0.7}
    encoding = {"x": look.x("start"), "x2": {"field": "end"}, "y": _y(look), "color": look.colour}
    return _layer(only, "datum.status == 'actual' && datum.start && datum.end && datum.start != datum.end", mark, encoding)


def _plans(only: Spec, look: Look) -> Spec:
    """From the day on which a plan was announced to the day on which it falls due."""
    mark = {"type": "rule", "strokeWidth": 1.5, "strokeDash": [5, 4]}
    encoding = {"x": look.x("announced"), "x2": {"field": "day"}, "y": _y(look), "color": look.colour}
    return _layer(only, "datum.announced && datum.announced < datum.day", mark, encoding)


def _bands(only: Spec, look: Look) -> Spec:
    """Between the bounds of a number of which only these are known."""
    mark = {"type": "rule", "strokeWidth": 7, "opacity": 0.45, "strokeCap": "butt"}
    encoding = {"x": look.x("day"), "y": _y(look, "low"), "y2": {"field": "high"}, "color": look.colour}
    return _layer(only, "isNumber(datum.low) && isNumber(datum.high) && !isNumber(datum.value)", mark, encoding)


def _floors(only: Spec, look: Look) -> Spec:
    """An arrow upwards at a number that is only a floor."""
    mark = {"type": "point", "shape": "M0,-1.2L0.8,0.4L-0.8,0.4Z", "size": 40, "filled": True, "yOffset": -11}
    encoding = {"x": look.x("day"), "y": _y(look, "low"), "color": look.colour}
    return _layer(only, "isNumber(datum.low) && !isNumber(datum.high) && !isNumber(datum.value)", mark, encoding)


def _ceilings(only: Spec, look: Look) -> Spec:
    """An arrow downwards at a number that is only a ceiling."""
    mark = {"type": "point", "shape": "M0,1.2L0.8,-0.4L-0.8,-0.4Z", "size": 40, "filled": True, "yOffset": 11}
    encoding = {"x": look.x("day"), "y": _y(look, "high"), "color": look.colour}
    return _layer(only, "isNumber(datum.high) && !isNumber(datum.low) && !isNumber(datum.value)", mark, encoding)


def _marks(only: Spec, look: Look) -> Spec:
    """The marks themselves, each a link to its sentence."""
    encoding = {
        "x": look.x("day"),
        "y": _y(look),
        "fill": look.colour,
        "stroke": look.colour,
        "shape": {
            "field": "mark",
            "type": "nominal",
            "title": None,
            "scale": {"domain": list(MARKS), "range": [SHAPES[mark] for mark in MARKS]},
            "legend": None,
        },
        "fillOpacity": {
            "condition": [{"test": "datum.mark == 'actual'", "value": 1}, {"test": "datum.status == 'actual'", "value": 0.25}],
            "value": 0,
        },
        "href": {"field": "href"},
    }
    mark = {
        "type": "point",
        "filled": True,
        "size": 110 if look.few else 24,
        "strokeWidth": 2,
        "opacity": 1,
        "cursor": "pointer",
    }
    more = [{"calculate": "'/claims/' + datum.claim", "as": "href"}]
    if not look.few:  # ten thousand sentences are put together only where somebody points
        mark |= {"tooltip": {"content": "data"}, "aria": False}
        return _shown(only, more, mark, encoding)
    encoding |= {"description": {"field": "label"}, "tooltip": {"field": "label", "type": "nominal"}}
    label = (
        "datum.number + (datum.counting == '—' ? '' : ' (' + datum.counting + ')') + ', ' + datum.when + ', '"
        " + (datum.says ? datum.says : datum.mark) + '. ' + datum.pair + '. ' + datum.source + ': “' + datum.words + '”'"
    )
    return _shown(only, [*more, {"calculate": label, "as": "label"}], mark, encoding)


def _shown(only: Spec, more: Sequence[Spec], mark: Spec, encoding: Spec) -> Spec:
    return {"data": {"name": "rows"}, "transform": [only, *more], "mark": mark, "encoding": encoding}


def chart_config() -> Spec:
    """Type and colours of every chart."""
    font = 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", "DejaVu Sans", sans-serif'
    return {
        "font": font,
        "view": {"stroke": "--line"},
        "axis": {
            "labelColor": "--soft",
            "titleColor": "--soft",
            "gridColor": "--line",
            "domainColor": "--soft",
            "tickColor": "--soft",
        },
        "title": {"color": "--ink", "subtitleColor": "--soft", "fontSize": 15},
        "legend": {"labelColor": "--ink", "titleColor": "--ink", "orient": "bottom", "labelLimit": 300},
    }
