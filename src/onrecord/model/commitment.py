"""A commitment: something planned or conditional, when it is due, and what became of it, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.fact import Entry, Fact


class CommitmentState(StrEnum):
    """What has become of a promise, on the evidence of the ledger.

    ``no_evidence``: its day has passed, and no report settles what became of it. ``missed`` needs a report that says so.
    """

    OPEN = "open"
    NO_EVIDENCE = "no_evidence"
    MET = "met"
    MET_LATE = "met_late"
    MISSED = "missed"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


KEPT = (CommitmentState.MET, CommitmentState.MET_LATE)
PENDING = (CommitmentState.OPEN, CommitmentState.NO_EVIDENCE)
"""States of promises of which nobody says what became of them; whether their day has passed tells them apart."""


@dataclass(frozen=True, slots=True)
class CommitmentStep:
    """A change of state: the day from which on it could be known, and the claim that tells it."""

    state: CommitmentState
    known: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something planned or conditional, by when it is due (a partial ISO date or ``None``), and what became of it.

    ``history`` has the first telling and each change of state, in the order in which they became known. ``met_by`` is the fact
    that met it, ``changed_to`` the newer promise that moved its target or its day. ``also`` are facts that tell of the same promise
    in other terms: "from 50 to 30", "by 20", "to 30", or without a number. ``condition`` is in the words of the report. ``disputed``
    are later claims which deny that it was met; ``bearing`` are later claims of the same parties, told where nothing decides.
    """

    fact: Fact
    due: str | None
    state: CommitmentState
    history: tuple[CommitmentStep, ...]
    met_by: Fact | None = None
    also: tuple[Fact, ...] = ()
    changed_to: Fact | None = None
    condition: str | None = None
    disputed: tuple[Entry, ...] = ()
    bearing: tuple[Entry, ...] = ()

    def __post_init__(self) -> None:
        if not self.history or self.history[0].state is not CommitmentState.OPEN:
            raise ValueError("the history of a commitment begins with the claim that promises it")
        told = self.history[-1].state
        if self.state is not told and (self.state, told) != (CommitmentState.NO_EVIDENCE, CommitmentState.OPEN):
            raise ValueError(f"a commitment is {self.state} only where its history ends so, not with {told}")
        if (self.state in KEPT) is not (self.met_by is not None):
            raise ValueError("a commitment is met exactly where a later fact says so")
        if self.disputed and self.state not in KEPT:
            raise ValueError("only that a commitment was met can be disputed")
        if (self.state is CommitmentState.CHANGED) is not (self.changed_to is not None):
            raise ValueError("a commitment is changed exactly where a newer one moves it")
