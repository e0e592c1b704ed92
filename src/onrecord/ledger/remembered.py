"""Claims that were compared lately, kept at hand while many are taken in, as those of one time are compared again and again."""

from __future__ import annotations

from collections import OrderedDict
from functools import cached_property
from typing import NamedTuple

from onrecord.ledger.facts import Order, order_of
from onrecord.ledger.shelves import Shelves, shelves_of
from onrecord.ledger.told import Told, told_of
from onrecord.model import Entry

MOST = 15_000


class Whose(NamedTuple):
    """By what a claim is known again: its number, its id and when its report was added. All else about it never changes."""

    number: int
    id: str
    added: str


class Compared:
    """A claim as it is compared: its order, its shelves, what it tells. Each is worked out once."""

    def __init__(self, told: Told) -> None:
        self.told = told

    @cached_property
    def order(self) -> Order:
        """Its place in the order in which claims became known."""
        return order_of(self.told.entry)

    @cached_property
    def shelves(self) -> Shelves:
        """Where it stands, and where its like do."""
        return shelves_of(self.told)


class Remembered:
    """The latest claims that were looked at, up to ``MOST``."""

    def __init__(self) -> None:
        self._held: OrderedDict[Whose, Compared] = OrderedDict()

    def get(self, whose: Whose) -> Compared | None:
        """The claim, if it is at hand."""
        found = self._held.get(whose)
        if found is not None:
            self._held.move_to_end(whose)
        return found

    def take(self, whose: Whose, entry: Entry) -> Compared:
        """Keep a claim at hand."""
        made = self._held[whose] = Compared(told_of(entry))
        if len(self._held) > MOST:
            self._held.popitem(last=False)
        return made
