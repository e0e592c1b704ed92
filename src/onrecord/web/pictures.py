"""Charts and maps as pictures, drawn from the same specification as on the page, without a browser and without asking the network."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from onrecord.errors import MissingExtra

if TYPE_CHECKING:
    from types import ModuleType

GRAMMAR = "6.4"
"""The version of Vega-Lite, the one that the pages bring along."""
NOWHERE: list[str] = []
"""The addresses from which a specification may take data."""
SCALE = 2.0
NOT_OF_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def draw_svg(spec: dict[str, Any]) -> str:
    """A specification as an SVG document."""
    drawn: str = _drawer().vegalite_to_svg(drawable(spec), vl_version=GRAMMAR, allowed_base_urls=NOWHERE)
    return drawn


def draw_png(spec: dict[str, Any]) -> bytes:
    """A specification as a PNG picture, two dots for each of its units."""
    drawn: bytes = _drawer().vegalite_to_png(drawable(spec), vl_version=GRAMMAR, scale=SCALE, allowed_base_urls=NOWHERE)
    return drawn


def drawable(spec: Any) -> Any:
    r"""The specification with all characters that no SVG may have shown as one sign: at them the drawer would end this whole program.

    >>> drawable({"title": ["a\x00b", 5, "c\uffff"]}) == {"title": ["a\ufffdb", 5, "c\ufffd"]}
    True
    """
    if isinstance(spec, str):
        return NOT_OF_XML.sub("\ufffd", spec)
    if isinstance(spec, list | tuple):
        return [drawable(one) for one in spec]
    if isinstance(spec, dict):
        return {drawable(name): drawable(one) for name, one in spec.items()}
    return spec


def _drawer() -> ModuleType:
    try:
        import vl_convert  # noqa: PLC0415 - an extra, and slow to load
    except ImportError:
        raise MissingExtra("Drawing a picture", "report") from None
    found: ModuleType = vl_convert
    return found
