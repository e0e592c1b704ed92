"""A value where it stands: what finders yield."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from onrecord.model.span import Span

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Mention(Generic[V]):
    """A span, what it is worth, and the rule that says so."""

    span: Span
    value: V
    rule: str

    def shift(self, by: int) -> Mention[V]:
        """The same mention in a text with ``by`` more characters before it; a value that holds spans of its own has a ``shift``, too."""
        value: Any = self.value
        moved: Any = value.shift(by) if hasattr(value, "shift") else value
        return Mention(self.span.shift(by), moved, self.rule)
