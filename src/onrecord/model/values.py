"""What mentions are worth: quantities, times, names, attributions."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum

from onrecord.model.dates import is_partial_date
from onrecord.model.span import Span
from onrecord.model.vocabulary import TimeType

Number = int | float


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that counts something, or one that is known within bounds. Unknown is never zero: at least one is given.

    ``unit`` is ``personnel``, ``person``, an ISO 4217 code, or a singular noun. ``start``, ``to`` and ``delta`` belong to
    changes (``start`` is written ``from`` in JSON); ``delta`` is never negative.
    """

    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    start: Number | None = None
    to: Number | None = None
    delta: Number | None = None
    unit: str | None = None
    approx: bool = False

    def __post_init__(self) -> None:
        numbers = self.numbers
        if not numbers:
            raise ValueError("a quantity needs a number; leave the quantity out where none is known")
        for name, number in numbers.items():
            if isinstance(number, bool) or not math.isfinite(number):
                raise ValueError(f"{name} is {number!r}, not a finite number")
        if self.delta is not None and self.delta < 0:
            raise ValueError(f"delta is {self.delta}: the direction of a change has its sign")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} is above high {self.high}")

    @property
    def numbers(self) -> dict[str, Number]:
        """The numbers that are given, by field."""
        given = {
            "value": self.value,
            "low": self.low,
            "high": self.high,
            "start": self.start,
            "to": self.to,
            "delta": self.delta,
        }
        return {name: number for name, number in given.items() if number is not None}

    def with_unit(self, unit: str | None) -> Quantity:
        """The same numbers, counting something else."""
        return replace(self, unit=unit)


@dataclass(frozen=True, slots=True)
class Time:
    """When something holds, held or is due. ``start`` and ``end`` are inclusive partial ISO dates, ``None`` where open or unknown."""

    text: str
    start: str | None = None
    end: str | None = None
    type: TimeType = TimeType.POINT

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a time needs the words that give it")
        for end in (self.start, self.end):
            if end is not None and not is_partial_date(end):
                raise ValueError(f"{end!r} is not a date at a known precision (YYYY, YYYY-MM, YYYY-MM-DD, XXXX-MM-DD)")

    @property
    def is_known(self) -> bool:
        """Whether the text gives at least one end with its year."""
        return any(end is not None and not end.startswith("XXXX") for end in (self.start, self.end))


class TimexType(StrEnum):
    """The types of a TimeML TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression in both forms: TimeML's TIMEX3 (``type``, ``value``) for the bare words, and the ledger's ``time``.

    ``time`` counts the preposition in ("by January 15" is a deadline); it is ``None`` where the expression dates nothing (an age).
    """

    type: TimexType
    value: str
    time: Time | None


@dataclass(frozen=True, slots=True)
class Count:
    """A quantity as it stands in the text: the number, what is counted, how it is bounded or moved.

    ``noun`` is the head noun that is counted, ``None`` for money and percentages; ``modifiers`` the words before it.
    ``bound`` is one of ``=``, ``~``, ``<``, ``>``, ``up``, ``down`` as in the CQE data (Almasian et al., 2023).
    """

    quantity: Quantity
    bound: str = "="
    noun: Span | None = None
    number: Span | None = None

    def shift(self, by: int) -> Count:
        """The same count in a text with ``by`` more characters before it."""
        noun, number = (span.shift(by) if span else None for span in (self.noun, self.number))
        return replace(self, noun=noun, number=number)


class NameKind(StrEnum):
    """What a name names."""

    ACTOR = "actor"
    PERSON = "person"
    PLACE = "place"
    SITE = "site"


PRECISIONS = {
    "city": "town",
    "town": "town",
    "village": "town",
    "district": "district",
    "admin1": "province",
    "country": "country",
    "continent": "region",
    "region": "region",
    "sea": "region",
}
"""How narrow the places of each type are."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where a known place or site lies: how narrow it is, the larger places around it, degrees of WGS 84 where known."""

    precision: str
    within: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody or somewhere, by the canonical name. ``id`` is ``iso3166:US``, ``geonames:98182``, ``onrecord:isf`` or ``None``.

    ``type`` says more (``state``, ``armed_group``, ``force``, ``ministry``, ``coalition``, ``country``, ``city``, ``base``, …);
    ``country`` is the ISO 3166 code that it belongs to, where known; ``latitude`` and ``longitude`` are degrees, WGS 84;
    ``within`` the larger places that a place or site lies in, the smallest first: Nineveh, Iraq.
    """

    canonical: str
    kind: NameKind
    type: str = ""
    id: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    within: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.canonical.strip():
            raise ValueError("a name needs words")

    @property
    def precision(self) -> str | None:
        """How narrow a known place is: ``exact``, ``town``, ``district``, ``province``, ``country`` or ``region``."""
        if self.kind not in (NameKind.PLACE, NameKind.SITE) or self.id is None:
            return None
        if self.kind is NameKind.SITE or self.type not in PRECISIONS:
            return "exact" if self.latitude is not None and self.longitude is not None else None
        return PRECISIONS[self.type]

    @property
    def location(self) -> Location | None:
        """Where a known place or site lies, ``None`` for all else."""
        precision = self.precision
        return Location(precision, self.within, self.latitude, self.longitude) if precision else None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: spans of the content, of the cue ("said") and of the source's words; ``speaker`` is who that is.

    ``source`` is empty where the text names nobody ("It is said that …"); ``manner`` is ``said``, ``denied``, ``claimed``,
    ``warned``, ``confirmed``, ``thought``, …
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    speaker: str | None = None
    manner: str = "said"

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("an attribution needs a content")

    def shift(self, by: int) -> Attribution:
        """The same attribution in a text with ``by`` more characters before it."""
        content, cue, source = (tuple(s.shift(by) for s in spans) for spans in (self.content, self.cue, self.source))
        return replace(self, content=content, cue=cue, source=source)
