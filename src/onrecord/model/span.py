"""Where something stands in a report's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A stretch of a report's text, as character offsets ``[begin, end)`` in Unicode code points.

    >>> Span(3, 8).cut("at least 40 rockets")
    'least'
    """

    begin: int
    end: int

    def __init__(self, begin: int, end: int) -> None:
        if not 0 <= begin < end:
            raise ValueError(f"a span needs 0 <= begin < end, not [{begin}, {end})")
        _set_begin(self, begin)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.begin

    def cut(self, text: str) -> str:
        """The words of ``text`` that this span covers."""
        return text[self.begin : self.end]

    def shift(self, by: int) -> Span:
        """The same stretch in a text that has ``by`` more characters before it."""
        return Span(self.begin + by, self.end + by)

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly within this span."""
        return self.begin <= other.begin and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.begin < other.end and other.begin < self.end

    def join(self, other: Span) -> Span:
        """The smallest span that covers both."""
        return Span(min(self.begin, other.begin), max(self.end, other.end))


# hundreds are made a report: the slots are filled as they are, not by way of the frozen class's own __setattr__
_set_begin, _set_end = (Span.__dict__[name].__set__ for name in ("begin", "end"))
