"""Whether an answer rests on claims that analysts looked at."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from types import NoneType
from typing import Any

from rich.console import RenderableType

from onrecord.model import Claim, Entry, Fact, ReportCard
from onrecord.views.tables import counted, note

KNOWN: dict[type, Callable[[Any], Iterable[object]]] = {}
"""How to find what of a value of a type may carry entries: found out once for each, as answers have very many values."""


def entries_behind(answer: object) -> Iterator[Entry]:
    """Every entry that an answer carries, once for each place where it does; those of a fact once."""
    ahead: list[Any] = [answer]
    while ahead:
        part = ahead.pop()
        if isinstance(part, Entry):
            yield part
        elif isinstance(part, Fact):
            ahead.extend(part.entries)
        else:
            kind = type(part)
            if kind not in KNOWN:
                KNOWN[kind] = _parts_of(kind)
            ahead.extend(KNOWN[kind](part))


def _parts_of(kind: type) -> Callable[[Any], Iterable[object]]:
    """What of a value of this type may carry entries."""
    if issubclass(kind, NoneType | str | bytes | int | float | array | Claim | ReportCard):
        return _nothing
    if issubclass(kind, Mapping):
        return _values
    if issubclass(kind, Iterable):
        return _each
    return _of(field.name for field in fields(kind)) if is_dataclass(kind) else _nothing


def _nothing(_part: object) -> Iterable[object]:
    return ()


def _values(part: Mapping[str, object]) -> Iterable[object]:
    return part.values()


def _each(part: Iterable[object]) -> Iterable[object]:
    return part


def _of(names: Iterable[str]) -> Callable[[Any], Iterable[object]]:
    """The values of these attributes."""
    told = tuple(names)
    return lambda part: [getattr(part, name) for name in told]


def review_note(answer: object) -> RenderableType | None:
    """How many of the claims behind an answer an analyst accepted, corrected, added, merged or parted; ``None`` where it has no claims."""
    behind = {entry.claim.id: entry for entry in entries_behind(answer)}
    return note(review_words(behind.values())) if behind else None


def review_words(behind: Collection[Entry]) -> str:
    """How many of some claims an analyst looked at, and how many he only merged or parted."""
    reviewed = sum(entry.review is not None for entry in behind)
    tied = sum(entry.review is None and (entry.tied is not None or bool(entry.apart)) for entry in behind)
    if not reviewed and not tied:
        return f"No analyst has reviewed {'this claim' if len(behind) == 1 else f'these {len(behind):,} claims'}."
    told = f"reviewed {reviewed:,}" if reviewed else f"merged or parted {tied:,}"
    more = f", and merged or parted {tied:,} more" if reviewed and tied else ""
    return f"Of {counted(len(behind), 'claim')} behind this, an analyst {told}{more}."
