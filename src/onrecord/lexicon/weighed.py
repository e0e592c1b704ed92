"""Tables of weights that come with OnRecord, of which others may be used for a while: to fit them, or to leave them out."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

from onrecord.errors import LexiconError

T = TypeVar("T")
Row = Mapping[str, Any]


class Weighed(Generic[T]):
    """What ``read`` makes of a file of the lexicon, or what is used in its place for a while."""

    def __init__(self, file: str, read: Callable[[str], T]) -> None:
        self._other: ContextVar[T | None] = ContextVar(file, default=None)
        self._shipped = cache(lambda: read((files("onrecord.lexicon") / file).read_text(encoding="utf-8")))

    def now(self) -> T:
        """What is in use."""
        other = self._other.get()
        return other if other is not None else self._shipped()

    @contextmanager
    def instead(self, other: T) -> Iterator[None]:
        """Use something else for the while."""
        token = self._other.set(other)
        try:
            yield
        finally:
            self._other.reset(token)


def rows_of(file: str, text: str, name: str) -> Sequence[Row]:
    """The rows ``[[name]]`` of a file, each with a name, a weight and what it says; raises ``LexiconError`` where one lacks them."""
    rows: Sequence[Row] = tomllib.loads(text).get(name, [])
    for row in rows:
        for field, kind in (("name", str), ("weight", float), ("says", str)):
            if not isinstance(row.get(field), kind):
                raise LexiconError(file, f"[[{name}]] {row.get('name', '')}".strip(), field, f"must be a {kind.__name__}")
    return rows
