"""Where sites lie, for the map: those whose place is known, each with what is known of its holder."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.resources import files
from typing import Any

from onrecord.model import Fact, Location
from onrecord.model.sites import SiteHistory, Sites
from onrecord.views.harmless import one_line
from onrecord.views.holdings import holding_words
from onrecord.views.level_spec import chart_config, in_colours
from onrecord.web.map_labels import MOST_WIDE, Mercator, place_labels

STATIC = files("onrecord.web") / "static"

MOST_SPOTS = 500


@dataclass(frozen=True, slots=True)
class Spot:
    """A site on the map: ``state`` gives its shape, ``claim`` is the claim behind it, ``exact`` whether its own place is known."""

    site: str
    latitude: float
    longitude: float
    state: str
    says: str
    claim: str
    exact: bool


def spots_of(answer: Sites) -> tuple[Spot, ...]:
    """The sites of an answer that a map can show."""
    found: list[Spot] = []
    for history in answer.histories:
        facts = [fact for state in history.states for fact in state.facts]
        where = next(((fact, told) for fact in facts for told in _locations(fact)), None)
        if where is not None and len(found) < MOST_SPOTS:
            found.append(_spot(history, *where))
    return tuple(found)


def is_placed(fact: Fact) -> bool:
    """Whether a map can show the site of a fact."""
    return next(_locations(fact), None) is not None


def _locations(fact: Fact) -> Iterator[tuple[Location, bool]]:
    """Where the words of a fact put the site: its own place first, then the place that it lies in."""
    for exact, arg in ((True, "site"), (False, "place")):
        for entry in fact.entries:
            where = entry.claim.locations.get(arg)
            if where is not None and where.latitude is not None and where.precision != "country":
                yield where, exact


def _spot(history: SiteHistory, fact: Fact, told: tuple[Location, bool]) -> Spot:
    where, exact = told
    holding = history.holding
    shown = holding.by[0] if holding and holding.by else fact
    says = holding_words(holding) if holding else "holder unknown"
    return Spot(
        site=one_line(history.site),
        latitude=where.latitude or 0.0,
        longitude=where.longitude or 0.0,
        state=holding.state if holding else "unknown",
        says=says,
        claim=shown.claim.id,
        exact=exact,
    )


SHAPES = {
    "handed_over": "triangle-right",
    "opened": "triangle-up",
    "vacated": "square",
    "closed": "cross",
    "seized": "diamond",
    "held": "circle",
    "unknown": "circle",
}
"""The shape of each last act."""
COLOURS = {
    "handed_over": "--ordered",
    "opened": "--actual",
    "vacated": "--planned",
    "closed": "--denied",
    "seized": "--doubt",
    "held": "--actual",
    "unknown": "--soft",
}
"""The colour of each last act, by its name in the stylesheet."""
LAND = "/static/vendor/countries-110m.json"
WIDTH, HEIGHT, LABELLED, LEAST = 860, 440, 24, 3.0
NARROW, LOWEST = 220, 260
"""The least width of the map on a page, for which names are placed too, and how low a page draws it at least."""


def map_spec(answer: Sites) -> dict[str, Any]:
    """The sites on a map, as a Vega-Lite specification."""
    spots = spots_of(answer)
    rows = [asdict(spot) | {"href": f"/claims/{spot.claim}", "label": f"{spot.site}: {spot.says}"} for spot in spots]
    states = [state for state in SHAPES if any(spot.state == state for spot in spots)]
    labels, narrow = (_label_rows(spots, width) if len(spots) <= LABELLED else [] for width in (WIDTH, NARROW))
    layers = [_land(), _marks(states)] + ([_threads(), *map(_labels, ("left", "right", "center"))] if labels else [])
    where = f" in {answer.place}" if answer.place else ""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "title": {
            "text": one_line(f"Sites{where} on {answer.on}"),
            "subtitle": f"as known on {answer.known}",
            "anchor": "start",
        },
        "background": "--card",
        "width": WIDTH,
        "height": HEIGHT,
        "padding": 12,
        "datasets": {"rows": rows} | ({"labels": labels, "narrow": narrow} if labels else {}),
        "projection": _projection(spots),
        "layer": layers,
        "config": chart_config(),
        "usermeta": {"marks": len(rows), "states": states},
    }


def map_picture(answer: Sites) -> dict[str, Any]:
    """The map as it leaves its page: in the colours of paper, with the land in it, and without links, which lead nowhere from there."""
    spec: dict[str, Any] = in_colours(map_spec(answer))
    land, marks, *labels = spec["layer"]
    shape = json.loads((STATIC / "vendor" / "countries-110m.json").read_text(encoding="utf-8"))
    marks["encoding"].pop("href")
    return spec | {"layer": [land | {"data": {"values": shape, "format": land["data"]["format"]}}, marks, *labels]}


def _label_rows(spots: Sequence[Spot], width: int) -> list[dict[str, Any]]:
    """The names of the sites with where each stands in a map so wide; of one that finds no room its mark alone is shown, with its name
    as its tooltip."""
    window = _window(spots).as_wide_as(width, lowest=LOWEST)
    marks = [window.spot(spot.longitude, spot.latitude) for spot in spots]
    placed = place_labels([spot.site for spot in spots], marks, width=window.width, height=window.height)
    found = []
    for spot, label in zip(spots, placed, strict=True):
        if label is not None:
            longitude, latitude = window.place(label.at, label.middle)
            row = {"site": spot.site, "longitude": longitude, "latitude": latitude, "align": label.align, "led": label.led}
            found.append(row | {"mark_longitude": spot.longitude, "mark_latitude": spot.latitude})
    return found


def _window(spots: Sequence[Spot]) -> Mercator:
    """A window around the sites, never so small that no border is in it."""
    east, west = (end(spot.longitude for spot in spots) if spots else 0.0 for end in (max, min))
    north, south = (end(spot.latitude for spot in spots) if spots else 0.0 for end in (max, min))
    wide, high = max(east - west, LEAST) * 1.5, max(north - south, LEAST) * 1.6
    scale = min(WIDTH / wide, HEIGHT / high) * 180 / math.pi
    return Mercator((east + west) / 2, (north + south) / 2, round(min(max(scale, 120.0), 6_000.0), 1), WIDTH, HEIGHT)


def _projection(spots: Sequence[Spot]) -> dict[str, Any]:
    window = _window(spots)
    centre = [window.longitude, window.latitude]
    return {"type": "mercator", "center": centre, "scale": window.scale, "translate": [WIDTH / 2, HEIGHT / 2]}


def _land() -> dict[str, Any]:
    data = {"url": LAND, "format": {"type": "topojson", "feature": "countries"}}
    drawn = {"type": "geoshape", "fill": "--land", "stroke": "--edge", "strokeWidth": 0.8, "clip": True, "aria": False}
    return {"data": data, "mark": drawn}


def _marks(states: list[str]) -> dict[str, Any]:
    def scale(table: dict[str, str]) -> dict[str, Any]:
        return {"domain": states, "range": [table[state] for state in states]}

    named = {"field": "state", "type": "nominal", "title": "Last act up to the day"}
    legend = {"symbolFillColor": "transparent", "symbolStrokeWidth": 2, "labelExpr": "replace(datum.label, '_', ' ')"}
    return {
        "data": {"name": "rows"},
        "mark": {"type": "point", "filled": True, "size": 130, "strokeWidth": 2, "opacity": 1, "cursor": "pointer"},
        "encoding": {
            "longitude": {"field": "longitude", "type": "quantitative"},
            "latitude": {"field": "latitude", "type": "quantitative"},
            "fill": named | {"scale": scale(COLOURS), "legend": legend},
            "stroke": named | {"scale": scale(COLOURS), "legend": legend},
            "shape": named | {"scale": scale(SHAPES)},
            "fillOpacity": {"condition": {"test": "datum.exact", "value": 0.85}, "value": 0.08},
            "href": {"field": "href"},
            "tooltip": {"field": "label", "type": "nominal"},
            "description": {"field": "label"},
        },
    }


def _threads() -> dict[str, Any]:
    """A thread from a mark to its name, where that stands apart."""
    ends = {"longitude": "mark_longitude", "latitude": "mark_latitude", "longitude2": "longitude", "latitude2": "latitude"}
    return {
        "data": {"name": "labels"},
        "transform": [{"filter": "datum.led"}],
        "mark": {"type": "rule", "color": "--soft", "strokeWidth": 0.7, "aria": False},
        "encoding": {
            end: {"field": field} | ({} if end.endswith("2") else {"type": "quantitative"}) for end, field in ends.items()
        },
    }


def _labels(align: str) -> dict[str, Any]:
    """The names that stand by one of their ends."""
    return {
        "data": {"name": "labels"},
        "transform": [{"filter": f"datum.align === '{align}'"}],
        "mark": {
            "type": "text",
            "align": align,
            "baseline": "middle",
            "color": "--ink",
            "fontSize": 11,
            "limit": MOST_WIDE,
        },
        "encoding": {
            "longitude": {"field": "longitude", "type": "quantitative"},
            "latitude": {"field": "latitude", "type": "quantitative"},
            "text": {"field": "site"},
        },
    }
