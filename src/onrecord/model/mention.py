"""A value where it stands: what finders yield."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Generic, Protocol, Self, TypeVar, runtime_checkable

from onrecord.model.span import Span

V = TypeVar("V")


@runtime_checkable
class HoldsSpans(Protocol):
    """A value that holds spans of its own."""

    def shift(self, by: int) -> Self:
        """The same value in a text with ``by`` more characters before it."""
        ...


@dataclass(frozen=True, slots=True)
class Mention(Generic[V]):
    """A span, what it is worth, and the rule that says so."""

    span: Span
    value: V
    rule: str

    def shift(self, by: int) -> Mention[V]:
        """The same mention in a text with ``by`` more characters before it, spans within its value included."""
        value: Any = self.value
        moved: Any = value.shift(by) if isinstance(value, HoldsSpans) else value
        return replace(self, span=self.span.shift(by), value=moved)
