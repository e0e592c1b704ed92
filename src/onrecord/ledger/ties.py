"""What analysts merged and parted, put on facts after all else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.model import Entry, Fact

MERGED, PARTED = "merged by an analyst", "parted by an analyst"


def with_ties(facts: Iterable[Fact]) -> list[Fact]:
    """The facts, those parted that hold claims which an analyst told apart, then those joined that hold claims of one merger."""
    parted = [part for fact in facts for part in _parts(fact)]
    merged: list[Fact] = []
    place: dict[str, int] = {}
    for fact in parted:
        ties = {entry.tied for entry in fact.entries if entry.tied}
        at = next((place[tie] for tie in sorted(ties) if tie in place), None)
        if at is None:
            at = len(merged)
            merged.append(fact)
        else:
            merged[at] = replace(merged[at], entries=(*merged[at].entries, *fact.entries), joined=MERGED)
        place |= dict.fromkeys(ties, at)
    return merged


def _parts(fact: Fact) -> list[Fact]:
    """The fact, in as few parts as keep those apart that an analyst parted."""
    if not any(entry.apart for entry in fact.entries):
        return [fact]
    groups: list[list[Entry]] = []
    for entry in fact.entries:
        group = next((group for group in groups if not any(one.claim.id in entry.apart for one in group)), None)
        if group is None:
            groups.append([entry])
        else:
            group.append(entry)
    if len(groups) == 1:
        return [fact]
    return [replace(fact, entries=tuple(group), joined=PARTED if len(group) == 1 else fact.joined) for group in groups]
