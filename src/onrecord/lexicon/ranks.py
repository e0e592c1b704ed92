"""What speaks for one candidate more than for another where a sentence leaves out whose forces it is about, or where (``ranks.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files

from onrecord.errors import LexiconError

FILE = "ranks.toml"
SLOTS = ("actor", "place")
Ranks = Mapping[str, Mapping[str, float]]
"""For each slot the weight of each piece of evidence."""

_in_use: ContextVar[Ranks | None] = ContextVar("ranks", default=None)


def ranks() -> Ranks:
    """Those in use: the ones that OnRecord brings along, or others within ``ranks_in_use``.

    >>> ranks()["place"]["own"] < 0
    True
    """
    return _in_use.get() or _shipped()


@contextmanager
def ranks_in_use(other: Ranks) -> Iterator[None]:
    """Use other weights for the while."""
    token = _in_use.set(other)
    try:
        yield
    finally:
        _in_use.reset(token)


@cache
def _shipped() -> Ranks:
    return ranks_of((files("onrecord.lexicon") / FILE).read_text(encoding="utf-8"))


def ranks_of(text: str) -> Ranks:
    """The weights that a file in the form of ``ranks.toml`` gives."""
    table = tomllib.loads(text)
    for slot in SLOTS:
        for row in table.get(slot, [{}]):
            for name, kind in (("name", str), ("weight", float), ("says", str)):
                if not isinstance(row.get(name), kind):
                    raise LexiconError(FILE, f"[[{slot}]] {row.get('name', '')}", name, f"must be a {kind.__name__}")
    return {slot: {row["name"]: row["weight"] for row in table[slot]} for slot in SLOTS}
