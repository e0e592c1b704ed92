"""What was imported."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Imported:
    """How much of a file was taken in; ``already`` is how many claims the ledger had before, ``notes`` what a reader should know."""

    reports: int = 0
    claims: int = 0
    judgements: int = 0
    tombstones: int = 0
    already: int = 0
    notes: tuple[str, ...] = ()
