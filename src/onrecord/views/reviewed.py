"""Whether an answer rests on claims that analysts looked at."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from rich.console import RenderableType

from onrecord.model import Claim, Entry
from onrecord.views.tables import counted, note


def entries_behind(answer: object) -> Iterator[Entry]:
    """Every entry that an answer carries, once for each place where it does."""
    match answer:
        case Entry():
            yield answer
        case None | str() | int() | float() | Claim():
            return
        case Mapping():
            for part in answer.values():
                yield from entries_behind(part)
        case Iterable():
            for part in answer:
                yield from entries_behind(part)
        case _ if is_dataclass(answer):
            for field in fields(answer):
                yield from entries_behind(getattr(answer, field.name))


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
