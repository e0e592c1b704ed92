"""What a text spoke of last, to which later words may point back; worked out only where some do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from onrecord.finders.dates.grammar import expressions
from onrecord.finders.dates.meanings import CalendarDate
from onrecord.finders.dates.resolved import Resolved
from onrecord.model import TimexType


@dataclass(slots=True)
class Memory:
    """What the text spoke of last: a date, and a quarter with the number of sentences since.

    ``text`` is that whose full dates give their year to others, where the day of writing is not known. ``waiting`` are, in order,
    sentences that nobody has asked for, dates to be remembered, and ``None`` for each sentence that begins: most texts have no words that
    point back to them, and are not searched for what they would mean.
    """

    text: str | None = None
    date: str | None = None
    quarter: tuple[int, int] | None = None
    quarter_age: int = 0
    waiting: list[str | Resolved | None] = field(default_factory=list)
    _year: int | None = None

    @property
    def year(self) -> int | None:
        """The year of the one full date of the text, or of all."""
        if self.text is not None:
            self._year, self.text = _year_of(self.text), None
        return self._year

    def keep(self, worth: Resolved) -> None:
        """Remember a date that later words may point back to."""
        if worth.type not in (TimexType.DATE, TimexType.TIME) or worth.start is None or worth.start[0] == "X":
            return
        if self.waiting:
            self.waiting.append(worth)
            return
        if worth.value[4:6] == "-Q" and worth.value[0] != "X":
            self.quarter, self.quarter_age = (int(worth.value[:4]), int(worth.value[6])), 0
        self.date = worth.start

    def next_sentence(self) -> None:
        """A quarter is forgotten when three sentences do not mention one."""
        if self.waiting:
            self.waiting.append(None)
            return
        self.quarter_age += 1
        if self.quarter_age > 3:
            self.quarter = None

    def catch_up(self, read: Callable[[str], object]) -> None:
        """Read what waits, so that words may point back to it; ``read`` keeps the dates of a sentence here."""
        waiting, self.waiting = self.waiting, []
        for what in waiting:
            if isinstance(what, Resolved):
                self.keep(what)
                continue
            self.next_sentence()
            if what is not None:
                read(what)


def _year_of(text: str) -> int | None:
    """The year of the text's full dates, where they all have the same: "On 5 November 2005 … On 10 November"."""
    dates = [found.meaning for found in expressions(text) if isinstance(found.meaning, CalendarDate) and found.meaning.day]
    years = {date.year for date in dates if date.year is not None}
    return years.pop() if len(years) == 1 else None
