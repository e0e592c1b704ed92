"""Whether a figure rises or falls: "up 5 percent", "fell $2", "reduced by 500 to 2,500"."""

from __future__ import annotations

from functools import cache

from onrecord.finders.quantities.figure import Figure, UnitKind
from onrecord.finders.quantities.sentence import Reading
from onrecord.lexicon.units import DIRECTIONS, words_of

BETWEEN = frozenset(
    ["a", "an", "further", "another", "sharply", "slightly", "only", "just", "well", "back", "the", "as", "much", "steeply"]
)
STRAIGHT_KINDS = (UnitKind.MONEY, UnitKind.MEASURE, UnitKind.BARE)
MAX_BETWEEN = 2
LEAD = 10


@cache
def _directions(field: str) -> dict[str, str]:
    return {word: direction for direction in DIRECTIONS for word in words_of("change", field, direction)}


def moves_before(reading: Reading, begin: int) -> str | None:
    """The direction of the nearest word of change among the ten pieces before ``begin``."""
    at = reading.piece_from(begin) - 1
    for step in range(LEAD):
        low = reading.piece(at - step).low
        if (direction := _directions("by").get(low) or _directions("straight").get(low)) is not None:
            return direction
    return None


def direction_of(reading: Reading, figure: Figure, last: str | None) -> str | None:
    """``up`` or ``down`` where the words before a figure move it by so much; ``last`` is the direction of the figure before."""
    at = reading.piece_from(figure.begin) - 1
    if reading.text[figure.number.begin - 1 : figure.number.begin] == "+" and figure.unit.name == "percent":
        return "up"
    skipped = 0
    while skipped < MAX_BETWEEN and reading.piece(at).low in BETWEEN:
        at, skipped = at - 1, skipped + 1
    before = reading.piece(at).low
    if before == "by":
        return moves_before(reading, reading.piece(at).begin) or last
    if before == "of":
        return _directions("of").get(reading.piece(at - 1).low)
    if figure.unit.kind in STRAIGHT_KINDS:
        return _directions("straight").get(before)
    return None
