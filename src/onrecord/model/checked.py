"""What a check of a ledger looked at, and what it found."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.frozen import Frozen


@dataclass(frozen=True, slots=True)
class Checked:
    """``counts`` is how many of each were looked at, ``findings`` what is wrong, a sentence each; ``left_out`` what could not be looked at."""

    counts: Frozen[int]
    findings: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings
