"""The fonts that pages and reports bring along: a text face with figures of one width, and one for headings and words of reports."""

from __future__ import annotations

import base64
from functools import cache
from importlib.resources import files

FONTS = files("onrecord.views") / "fonts"
FACES = {"Source Sans 3": "sans-latin", "Source Serif 4": "serif-latin"}
"""The faces that a report of one file has in it, Western European letters alone: it stays small, and other letters are the machine's."""


@cache
def embedded_fonts() -> str:
    """Rules that hold the fonts themselves, so that a file needs nothing beside it."""
    return "".join(
        f'@font-face {{ font-family: "{face}"; src: url("data:font/woff2;base64,{_written(name)}") format("woff2"); '
        "font-weight: 200 900; }\n"
        for face, name in FACES.items()
    )


def _written(name: str) -> str:
    return base64.b64encode((FONTS / f"{name}.woff2").read_bytes()).decode()
