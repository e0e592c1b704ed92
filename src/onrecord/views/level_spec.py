"""The chart of levels as a Vega-Lite specification: what holds, what is announced, ordered and planned as marks of their own,
bands where only bounds are known, and stretches in which nobody said anything as hatched ground, never as a line to zero."""

from __future__ import annotations

from collections.abc import Sequence
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
    "--actual": "#005a9c", "--planned": "#9a4a00", "--ordered": "#00695c", "--doubt": "#7a3b86", "--denied": "#a4222b",
    "--pair-1": "#005a9c", "--pair-2": "#9a4a00", "--pair-3": "#00695c", "--pair-4": "#7a3b86", "--pair-5": "#a4222b", "--pair-6": "#5c5200",
}  # fmt: skip
"""The colours of paper, where no stylesheet gives them."""
HEIGHT, LOWER, MOST_SERIES = 300, 130, 8
SMALL = 1_500
"""With more marks than this they are drawn smaller, and nothing but the marks is."""


def levels_spec(found: Sequence[Levels], *, known: str, width: int = 860) -> Spec:
    """The chart of these levels; empty ``series`` where nothing can be drawn."""
    rows = list(rows_of_levels(found))
    names = list(dict.fromkeys(row["series"] for row in rows))
    shown = names[:MOST_SERIES]
    rows = [row for row in rows if row["series"] in shown]
    gaps = [gap for gap in gaps_of_levels(found) if gap["series"] in shown]
    many = len(found) > 1
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "title": {
            "text": ", ".join(pair_words(levels) for levels in found[:3]) + (" …" if len(found) > 3 else ""),
            "subtitle": f"{found[0].unit if found else ''} as reports state it, as known on {known}; hatched: nobody said",
            "anchor": "start",
        },
        "background": "--card",
        "padding": 12,
        "config": chart_config(),
        "datasets": {"rows": rows, "gaps": gaps},
        "vconcat": [_panel(name, at, rows, width=width, pairs=[pair_words(one) for one in found] if many else []) for at, name in enumerate(shown)],
        "resolve": {"scale": {"x": "shared", "color": "shared", "shape": "shared"}, "legend": {"color": "shared", "shape": "shared"}},
        "usermeta": {"series": names, "marks": len(rows)},
    }  # fmt: skip


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


def _panel(name: str, at: int, rows: Sequence[Spec], *, width: int, pairs: list[str]) -> Spec:
    """The levels that are counted by one rule, with a scale of numbers of their own."""
    own = {"filter": {"field": "series", "equal": name}}
    few = len(rows) <= SMALL
    colour = _colour(pairs)
    return {
        "width": width,
        "height": HEIGHT if at == 0 else LOWER,
        "title": {"text": name, "anchor": "start", "fontSize": 12, "fontWeight": "normal"},
        "layer": [
            _gaps(own),
            *([_stretches(own, colour), _plans(own, colour)] if few else []),
            _bands(own, colour),
            _bounds(own, colour, "low", "M0,-1.2L0.8,0.4L-0.8,0.4Z"),
            _bounds(own, colour, "high", "M0,1.2L0.8,-0.4L-0.8,-0.4Z"),
            _marks(own, colour, few=few),
        ],
    }


def _x(field: str) -> Spec:
    return {"field": field, "type": "temporal", "title": None, "axis": {"grid": False, "labelOverlap": True}}


def _y(field: str = "height") -> Spec:
    return {
        "field": field,
        "type": "quantitative",
        "title": None,
        "scale": {"zero": True, "nice": True},
        "axis": {"format": ",d", "tickMinStep": 1},
    }


def _colour(pairs: list[str]) -> Spec:
    if pairs:
        scale = {"domain": pairs, "range": [PAIRS[n % len(PAIRS)] for n in range(len(pairs))]}
        return {"field": "pair", "type": "nominal", "title": None, "scale": scale}
    return {
        "field": "mark",
        "type": "nominal",
        "title": None,
        "scale": {"domain": list(MARKS), "range": [COLOURS[m] for m in MARKS]},
        "legend": None,
    }


def _gaps(own: Spec) -> Spec:
    return {
        "data": {"name": "gaps"},
        "transform": [own],
        "mark": {"type": "rect", "color": "--hatch", "opacity": 0.22, "strokeDash": [3, 3], "stroke": "--hatch"},
        "encoding": {
            "x": _x("start"),
            "x2": {"field": "end"},
            "tooltip": {"value": "Nobody gave a number in this stretch: unknown, not zero."},
        },
    }


def _layer(own: Spec, test: str, mark: Spec, encoding: Spec) -> Spec:
    return {"data": {"name": "rows"}, "transform": [own, {"filter": test}], "mark": mark, "encoding": encoding}


def _stretches(own: Spec, colour: Spec) -> Spec:
    """The time for which a level is stated to hold."""
    mark = {"type": "rule", "strokeWidth": 3, "opacity": 0.7}
    encoding = {"x": _x("start"), "x2": {"field": "end"}, "y": _y(), "color": colour}
    return _layer(own, "datum.status == 'actual' && datum.start && datum.end && datum.start != datum.end", mark, encoding)


def _plans(own: Spec, colour: Spec) -> Spec:
    """From the day on which a plan was announced to the day on which it falls due."""
    mark = {"type": "rule", "strokeWidth": 1.5, "strokeDash": [5, 4]}
    encoding = {"x": _x("announced"), "x2": {"field": "day"}, "y": _y(), "color": colour}
    return _layer(own, "datum.announced && datum.announced < datum.day", mark, encoding)


def _bands(own: Spec, colour: Spec) -> Spec:
    """Between the bounds of a number of which only these are known."""
    mark = {"type": "rule", "strokeWidth": 7, "opacity": 0.45, "strokeCap": "butt"}
    encoding = {"x": _x("day"), "y": _y("low"), "y2": {"field": "high"}, "color": colour}
    return _layer(own, "isNumber(datum.low) && isNumber(datum.high)", mark, encoding)


def _bounds(own: Spec, colour: Spec, bound: str, shape: str) -> Spec:
    """An arrow at a number that is only a floor, or only a ceiling."""
    other = "high" if bound == "low" else "low"
    away = -11 if bound == "low" else 11
    mark = {"type": "point", "shape": shape, "size": 40, "filled": True, "yOffset": away}
    encoding = {"x": _x("day"), "y": _y(bound), "color": colour}
    return _layer(own, f"isNumber(datum.{bound}) && !isNumber(datum.{other}) && !isNumber(datum.value)", mark, encoding)


def _marks(own: Spec, colour: Spec, *, few: bool) -> Spec:
    """The marks themselves, each a link to its sentence."""
    full = "datum.mark == 'actual'"
    encoding = {
        "x": _x("day"),
        "y": _y(),
        "color": colour,
        "shape": {
            "field": "mark",
            "type": "nominal",
            "title": None,
            "scale": {"domain": list(MARKS), "range": [SHAPES[mark] for mark in MARKS]},
            "legend": None,
        },
        "fillOpacity": {
            "condition": [{"test": full, "value": 1}, {"test": "datum.status == 'actual'", "value": 0.25}],
            "value": 0,
        },
        "href": {"field": "href"},
        "description": {"field": "label"},
        "tooltip": {"field": "label", "type": "nominal"},
    }
    mark = {
        "type": "point",
        "filled": True,
        "size": 110 if few else 24,
        "strokeWidth": 2,
        "strokeOpacity": 1,
        "cursor": "pointer",
    }
    label = (
        "datum.number + (datum.counting == '—' ? '' : ' (' + datum.counting + ')') + ', ' + datum.when + ', '"
        " + (datum.says ? datum.says : datum.mark) + '. ' + datum.pair + '. ' + datum.source + ': “' + datum.words + '”'"
    )
    more = [{"calculate": "'/claims/' + datum.claim", "as": "href"}, {"calculate": label, "as": "label"}]
    return {"data": {"name": "rows"}, "transform": [own, *more], "mark": mark, "encoding": encoding}


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
