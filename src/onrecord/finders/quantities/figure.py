"""A figure: one numeral with what it counts and how it is bounded, before figures are joined to ranges and changes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from onrecord.finders.quantities.numerals import Numeral
from onrecord.model import Span
from onrecord.model.values import Number


class UnitKind(Enum):
    """What sort of thing a figure counts."""

    MONEY = "money"
    MEASURE = "measure"
    NOUN = "noun"
    SHARE = "share"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted: ``name`` in the ledger, ``phrase`` as the CQE data would write it, and where it stands.

    ``begin`` and ``end`` close in the number with a currency sign before it and the words of the unit after it.
    """

    kind: UnitKind
    name: str | None
    phrase: str | None
    begin: int
    end: int
    noun: Span | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A numeral that counts. ``begin`` takes in the words that bound it, ``sign`` is what they say, ``rule`` why it is one."""

    numeral: Numeral
    number: Span
    unit: Unit
    begin: int
    end: int
    sign: str = "="
    rule: str = "count"
    negative: bool = False

    @property
    def value(self) -> Number:
        """The number with its sign."""
        return -self.numeral.value if self.negative else self.numeral.value

    @property
    def is_bare(self) -> bool:
        """Whether nothing says what is counted."""
        return self.unit.kind is UnitKind.BARE
