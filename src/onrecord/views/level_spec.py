"""The chart of levels as a Vega-Lite specification: what holds, what is announced, ordered and planned as marks of their own,
bands where only bounds are known, and stretches in which nobody said anything as shaded ground, never as a line to zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from onrecord.model import Levels, first_day, last_day
from onrecord.views.level_layers import SMALL, Layer, Look, Spec, layers_of
from onrecord.views.level_legend import legend_panel
from onrecord.views.level_rows import Row, gaps_of_levels, pair_words, rows_of_levels

LIGHT = {
    "--paper": "#fbfaf7", "--card": "#ffffff", "--ink": "#1b1f24", "--soft": "#50575f", "--line": "#d8d5cc", "--hatch": "#a9a59a", "--land": "#efece4",
    "--edge": "#7d7a72",
    "--actual": "#005a9c", "--planned": "#9a4a00", "--ordered": "#00695c", "--doubt": "#7a3b86", "--denied": "#a4222b",
    "--pair-1": "#005a9c", "--pair-2": "#9a4a00", "--pair-3": "#00695c", "--pair-4": "#7a3b86", "--pair-5": "#a4222b", "--pair-6": "#5c5200",
}  # fmt: skip
"""The colours of paper, where no stylesheet gives them."""
HEIGHT, LOWER, MOST_SERIES = 300, 64, 8


def levels_spec(
    found: Sequence[Levels], *, known: str, since: str | None = None, until: str | None = None, width: int = 860
) -> Spec:
    """The chart of these levels, from ``since`` to ``until`` where these are given; empty ``series`` where nothing can be drawn."""
    rows = list(rows_of_levels(found))
    names = list(dict.fromkeys(row["series"] for row in rows))
    shown = names[:MOST_SERIES]
    rows = [row for row in rows if row["series"] in shown]
    gaps = [gap for gap in gaps_of_levels(found) if gap["series"] in shown]
    pairs = tuple(pair_words(levels) for levels in found) if len(found) > 1 else ()
    days = _window(_days(rows, gaps), since, until)
    look = Look(width, days, pairs, len(rows) <= SMALL, shown[-1] if shown else "", clip=bool(since or until))
    panels = [_panel(name, rows, gaps, look, first=name == shown[0]) for name in shown]
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
        "config": chart_config() | {"mark": {"invalid": "show"}},
        "datasets": {
            f"{name}, {layer.name}": layer.rows for name, (_, layers) in zip(shown, panels, strict=True) for layer in layers
        },
        "vconcat": [panel for panel, _ in panels],
        "resolve": {"scale": {"color": "shared"}, "legend": {"color": "shared"}},
        "usermeta": {
            "series": names,
            "marks": len(rows),
            "days": list(days),
            "legend": legend_panel({row["mark"] for row in rows}, width=width, gaps=bool(gaps), coloured=not pairs),
        },
    }


def levels_picture(spec: Spec) -> Spec:
    """The chart as it leaves its page: in the colours of paper, with its legend, and without links, which lead nowhere from there."""
    bare: Spec = in_colours({name: part for name, part in spec.items() if name != "datasets"})
    for layer in (layer for panel in bare["vconcat"] for layer in panel["layer"]):
        layer["encoding"].pop("href", None)
    panels = [*bare["vconcat"], bare["usermeta"]["legend"]] if bare["vconcat"] else [_nothing(bare["usermeta"]["legend"])]
    return bare | {"datasets": spec["datasets"], "vconcat": panels}


def _nothing(legend: Spec) -> Spec:
    """What is drawn where no level has a day and a number."""
    said = {"type": "text", "text": "No report states a level of a known day here.", "align": "left", "x": 0, "y": 12}
    return legend | {"height": 24, "layer": [{"mark": said}]}


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


def _panel(name: str, rows: Sequence[Row], gaps: Sequence[Row], look: Look, *, first: bool) -> tuple[Spec, list[Layer]]:
    """The levels that are counted by one rule, with a scale of numbers of their own; the first panel is the largest."""
    own = [row for row in rows if row["series"] == name]
    numbers = [row[bound] for row in own for bound in ("height", "low", "high") if row[bound] is not None]
    top = max(numbers) * (1.08 if first else 1.3) or 1
    layers = layers_of(
        own,
        [gap for gap in gaps if gap["series"] == name],
        replace(look, first=first, labelled=first or name == look.last, top=top),
    )
    panel = {
        "width": look.width,
        "height": HEIGHT if first else LOWER,
        "title": {"text": name, "anchor": "start", "fontSize": 12, "fontWeight": 600, "offset": 4, "limit": look.width},
        "layer": [layer.spec(name, clip=look.clip) for layer in layers],
    }
    return panel, layers


def _window(days: tuple[str, str], since: str | None, until: str | None) -> tuple[str, str]:
    """The time that is shown: what was asked for, and where that is open as far as there are marks."""
    first, last = first_day(since) if since else None, last_day(until) if until else None
    shown = (first.isoformat() if first else days[0], last.isoformat() if last else days[1])
    return shown if shown[0] < shown[1] else days


def _days(rows: Sequence[Row], gaps: Sequence[Row]) -> tuple[str, str]:
    """The time that the marks and the gaps cover, with a margin."""
    told = [row[name] for row in rows for name in ("day", "start", "end", "announced") if row[name]]
    told += [gap[name] for gap in gaps for name in ("start", "end")]
    first, last = (date.fromisoformat(end(told, default="2000-01-01")) for end in (min, max))
    margin = max((last - first) / 40, timedelta(days=15))
    return (
        (first - margin if first - date.min > margin else first).isoformat(),
        (last + margin if date.max - last > margin else last).isoformat(),
    )


def chart_config() -> Spec:
    """Type and colours of every chart."""
    font = '"Source Sans 3", system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", "DejaVu Sans", sans-serif'
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
