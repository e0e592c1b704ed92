"""Charts as pictures, from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import console
from onrecord.errors import MissingExtra

if TYPE_CHECKING:
    from onrecord.model import Levels

SvgFile = Annotated[
    Path | None, typer.Option("--svg", help="Also draw the chart into this SVG file.", metavar="FILE", show_default=False)
]
PngFile = Annotated[
    Path | None,
    typer.Option("--png", help="Also draw it as PNG (needs the extra 'report').", metavar="FILE", show_default=False),
]
SCALE = 2.0


def draw(levels: Levels, *, svg: Path | None, png: Path | None) -> None:
    """Write the chart into the files that were named; none is written where nothing can be drawn, and that is told."""
    from onrecord.views.picture import render_picture

    if svg is None and png is None:
        return
    picture = render_picture(levels)
    if not picture:
        console.tell("No level has a day and a number: there is nothing to draw, and no picture was written.")
        return
    if svg is not None:
        console.write(svg, [picture])
    if png is not None:
        pixels = _png(picture)
        with console.writing(png):
            png.write_bytes(pixels)


def _png(picture: str) -> bytes:
    try:
        import vl_convert
    except ImportError:
        raise MissingExtra("Drawing a PNG", "report") from None
    drawn: bytes = vl_convert.svg_to_png(picture, scale=SCALE)
    return drawn
