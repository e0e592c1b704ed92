"""What the marks of the chart of levels mean, drawn beneath it where it leaves its page as a picture."""

from __future__ import annotations

from collections.abc import Collection

from onrecord.views.level_layers import COLOURS, FILLED, GAP, SHAPES, Spec

MEANINGS = {
    "actual": "stated as a fact",
    "actual, dated by the report alone": "paler: dated by the report alone",
    "announced": "announced",
    "ordered": "ordered",
    "proposed": "proposed",
    "planned": "planned",
    "conditional": "conditional",
    "possible": "possible",
    "denied": "denied",
    "corrected": "corrected by its own outlet",
    "worked out": "worked out, stated by nobody",
}
"""Each mark in words, in the order of the legend."""
SILENCE = "nobody said: unknown, not zero"
WIDE, HIGH = 250, 22


def legend_panel(marks: Collection[str], *, width: int, gaps: bool, coloured: bool) -> Spec:
    """One more panel with a line of words beside each mark that is drawn; ``coloured`` where colour tells marks apart."""
    entries = [(_mark(mark, coloured=coloured), words) for mark, words in MEANINGS.items() if mark in marks]
    if gaps:
        entries.append(({"type": "square", "size": 260, "color": "--hatch", "opacity": GAP}, SILENCE))
    across = max(1, width // WIDE)
    layers = [layer for n, (mark, words) in enumerate(entries) for layer in _entry(mark, words, n % across, n // across)]
    return {
        "width": width,
        "height": HIGH * -(-len(entries) // across),
        "view": {"stroke": None},
        "data": {"values": [{}]},
        "layer": layers,
    }


def _mark(mark: str, *, coloured: bool) -> Spec:
    colour = COLOURS[mark] if coloured else "--ink"
    filled = {"filled": True, "fill": colour, "stroke": colour, "fillOpacity": FILLED.get(mark, 0), "opacity": 1}
    return {"type": "point", "shape": SHAPES[mark], "size": 110, "strokeWidth": 0.5 if mark == "worked out" else 2, **filled}


def _entry(mark: Spec, words: str, column: int, row: int) -> tuple[Spec, Spec]:
    left, middle = column * WIDE + 10, row * HIGH + HIGH // 2
    text = {"type": "text", "text": words, "align": "left", "baseline": "middle", "fontSize": 12, "color": "--ink"}
    return {"mark": mark | {"x": left, "y": middle}}, {"mark": text | {"x": left + 16, "y": middle}}
