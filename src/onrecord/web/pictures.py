"""Charts and maps as pictures, drawn from the same specification as on the page, without a browser and without asking the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.errors import MissingExtra

if TYPE_CHECKING:
    from types import ModuleType

GRAMMAR = "6.4"
"""The version of Vega-Lite, the one that the pages bring along."""
NOWHERE: list[str] = []
"""The addresses from which a specification may take data."""
SCALE = 2.0


def draw_svg(spec: dict[str, Any]) -> str:
    """A specification as an SVG document."""
    drawn: str = _drawer().vegalite_to_svg(spec, vl_version=GRAMMAR, allowed_base_urls=NOWHERE)
    return drawn


def draw_png(spec: dict[str, Any]) -> bytes:
    """A specification as a PNG picture, two dots for each of its units."""
    drawn: bytes = _drawer().vegalite_to_png(spec, vl_version=GRAMMAR, scale=SCALE, allowed_base_urls=NOWHERE)
    return drawn


def _drawer() -> ModuleType:
    try:
        import vl_convert  # noqa: PLC0415 - an extra, and slow to load
    except ImportError:
        raise MissingExtra("Drawing a picture", "report") from None
    found: ModuleType = vl_convert
    return found
