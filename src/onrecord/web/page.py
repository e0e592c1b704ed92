"""A page: where it is, what can be asked of it, which answer of the ledger it shows, and in which template."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from onrecord.ledger import Filters, Ledger
from onrecord.views.answer_json import answer_to_json
from onrecord.web.desk import Desk
from onrecord.web.params import Asked, Param

Row = TypeVar("Row")
PER_PAGE = 50
"""Rows of a list on one page."""
ROWS = 1_000
"""Rows of a list that the API gives where nobody says how many."""


@dataclass(frozen=True, slots=True)
class Download:
    """Another form of a page's answer: a file with this ending and media type."""

    ending: str
    media: str
    says: str
    render: Callable[[Any, Asked], str | bytes]


def nothing_more(_answer: Any, _asked: Asked) -> Mapping[str, Any]:
    """What a template needs beside the answer: nothing."""
    return {}


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``ask`` puts the question, ``more`` gives what the template shows beside the answer, ``to_json`` what programs get.

    ``ask_desk`` asks the desk in place of the ledger, of what is not stored yet. A page ``in_nav`` stands in the navigation; what is not ``is_shown`` is data for programs alone; ``listed`` ones answer with a list, of which the API gives a stretch; ``part_of`` gives a stretch of an answer that is none. What is ``told_whole`` leaves out nothing of a report that makes very many claims.
    """

    name: str
    path: str
    title: str
    says: str
    ask: Callable[[Ledger, Asked], Any]
    params: tuple[Param, ...] = ()
    more: Callable[[Any, Asked], Mapping[str, Any]] = nothing_more
    to_json: Callable[[Any], Any] = answer_to_json
    downloads: tuple[Download, ...] = ()
    in_nav: bool = True
    is_shown: bool = True
    listed: bool = False
    looks_at: Callable[[Ledger, Asked], Filters] | None = None
    ask_desk: Callable[[Desk, Asked], Any] | None = None
    part_of: Callable[[Any, Asked], tuple[Any, Leaf[Any]]] | None = None
    told_whole: bool = False
    under: str = ""
    api_path: str = field(default="")

    @property
    def api(self) -> str:
        """Where the same data is as JSON."""
        return self.api_path or f"/api{self.path}"

    @property
    def template(self) -> str:
        """The file of its template."""
        return f"{self.name}.html.j2"

    @property
    def form(self) -> tuple[Param, ...]:
        """The parameters that its form shows: those that do not stand in the path or turn its leaves."""
        return tuple(param for param in self.params if f"{{{param.name}}}" not in self.path and param.name not in TURNING)


TURNING = ("page", "limit", "looked")


@dataclass(frozen=True, slots=True)
class Leaf(Generic[Row]):
    """A stretch of a list that is shown at once: its rows, their number in all, and which leaf of how many it is."""

    rows: Sequence[Row]
    total: int
    number: int
    per: int = PER_PAGE

    @property
    def leaves(self) -> int:
        """How many leaves the list has."""
        return max(1, -(-self.total // self.per))

    @property
    def first(self) -> int:
        """The number of its first row, counted from 1."""
        return (self.number - 1) * self.per + 1


def leaf_of(rows: Sequence[Row], asked: Asked, *, per: int = PER_PAGE, name: str = "page") -> Leaf[Row]:
    """The leaf of a list that is asked for; beyond the last one, the last.

    >>> leaf = leaf_of("abcdefg", {"page": 2}, per=3)
    >>> leaf.rows, leaf.total, leaf.number, leaf.leaves, leaf.first
    ('def', 7, 2, 3, 4)
    """
    last = max(1, -(-len(rows) // per))
    number = min(asked.get(name, 1), last)
    return Leaf(rows[(number - 1) * per : number * per], len(rows), number, per)
