"""Where the names of sites stand on the map: each beside its mark, and none over another name or mark."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

LETTER, LINE, MOST_WIDE = 6.4, 14.0, 170.0
"""Pixels of a letter of a label at most, of its line, and of the widest label, which is cut there."""
MARK, GAP = 7.0, 10.0
"""Pixels from the middle of a mark to its edge, and to a name beside it."""
AWAY = 24
"""So many lines above or below its mark a name may stand."""
NEAR = 1.5
"""From so many lines on a thread leads from the mark to its name."""
Spot = tuple[float, float]
"""A place in the picture, in pixels from its left and its upper edge."""


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of the picture, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether both have a spot in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def lies_in(self, other: Box) -> bool:
        """Whether all of it is in the other."""
        across = other.left <= self.left and self.right <= other.right
        return across and other.top <= self.top and self.bottom <= other.bottom


@dataclass(frozen=True, slots=True)
class Label:
    """Where the name of a mark stands: by which of its ends (``align``), where that is, and the box that it fills at most.

    ``led`` where it stands so far away that a thread leads to it.
    """

    align: str
    at: float
    middle: float
    box: Box
    led: bool


def place_labels(names: Sequence[str], spots: Sequence[Spot], *, width: float, height: float) -> list[Label | None]:
    """For each name a place near its mark, from the top of the map to its foot; ``None`` where all that are near are taken.

    >>> [label.align for label in place_labels(["Camp Mill", "Camp Mill"], [(100, 50), (100, 50)], width=300, height=100) if label]
    ['left', 'right']
    """
    frame = Box(0, 0, width, height)
    taken = [_around(spot) for spot in spots]
    found: list[Label | None] = [None] * len(names)
    for at in sorted(range(len(names)), key=lambda at: (spots[at][1], spots[at][0], names[at])):
        fitting = (label for label in _places(names[at], spots[at]) if label.box.lies_in(frame))
        found[at] = next((label for label in fitting if _is_free(label.box, taken)), None)
        if (label := found[at]) is not None:
            taken.append(label.box)
    return found


def _places(name: str, spot: Spot) -> Iterator[Label]:
    """Where a name may stand, the best places first: right of its mark, left of it, then ever more lines above and below."""
    wide = min(len(name) * LETTER, MOST_WIDE)
    x, y = spot
    for lines in (half / 2 for half in range(2 * AWAY)):
        for down in (lines, -lines) if lines else (0.0,):
            middle = y + down * LINE
            for align, at, left in (
                ("left", x + GAP, x + GAP),
                ("right", x - GAP, x - GAP - wide),
                ("center", x, x - wide / 2),
            ):
                box = Box(left, middle - LINE / 2, left + wide, middle + LINE / 2)
                yield Label(align, at, middle, box, led=lines > NEAR)


def _is_free(box: Box, taken: Iterable[Box]) -> bool:
    return not any(box.overlaps(other) for other in taken)


def _around(spot: Spot) -> Box:
    x, y = spot
    return Box(x - MARK, y - MARK, x + MARK, y + MARK)


@dataclass(frozen=True, slots=True)
class Mercator:
    """The projection of a map: its middle, its scale, and the size of the picture."""

    longitude: float
    latitude: float
    scale: float
    width: float
    height: float

    def as_wide_as(self, width: float, *, lowest: float) -> Mercator:
        """The same map drawn in another width, and no lower than this."""
        ratio = width / self.width
        height = max(lowest, self.height * ratio) if ratio < 1 else self.height * ratio
        return Mercator(self.longitude, self.latitude, self.scale * ratio, width, height)

    def spot(self, longitude: float, latitude: float) -> Spot:
        """Where a place is in the picture."""
        x = self.width / 2 + self.scale * math.radians(longitude - self.longitude)
        return (x, self.height / 2 - self.scale * (_up(latitude) - _up(self.latitude)))

    def place(self, x: float, y: float) -> tuple[float, float]:
        """The longitude and latitude of a spot.

        >>> [round(angle, 6) for angle in Mercator(44.0, 33.0, 3000, 860, 440).place(*Mercator(44.0, 33.0, 3000, 860, 440).spot(45.0, 34.0))]
        [45.0, 34.0]
        """
        up = _up(self.latitude) - (y - self.height / 2) / self.scale
        longitude = self.longitude + math.degrees((x - self.width / 2) / self.scale)
        return (longitude, math.degrees(2 * math.atan(math.exp(up)) - math.pi / 2))


def _up(latitude: float) -> float:
    """How far a latitude is from the equator on the map, in units of its scale."""
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))
