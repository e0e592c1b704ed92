"""What a ledger holds, at a glance."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.commitment import Commitment
from onrecord.model.dispute import Dispute
from onrecord.model.fact import ReportCard


@dataclass(frozen=True, slots=True)
class Overview:
    """What a ledger holds, since when, what came last, what falls due, what is disputed, and of what it can tell nothing.

    ``looked_from`` is the day from which on claims were looked through for promises and disputes, ``None`` where all of them were;
    ``looked_in_part`` says that of that very day, which has very many, only what was taken in last was.
    ``first`` and ``last`` are days of publication, ``added`` is when the ledger last took a report in. ``silent`` reports made no claim,
    ``foreign`` ones are not in English, ``undated`` ones count from the day they were added, ``withdrawn`` ones are gone.
    """

    reports: int
    claims: int
    outlets: int
    kinds: tuple[tuple[str, int], ...] = ()
    statuses: tuple[tuple[str, int], ...] = ()
    first: str | None = None
    last: str | None = None
    added: str | None = None
    reviewed: int = 0
    silent: int = 0
    foreign: int = 0
    undated: int = 0
    withdrawn: int = 0
    newest: tuple[ReportCard, ...] = ()
    due: tuple[Commitment, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    actors: tuple[tuple[str, int], ...] = ()
    places: tuple[tuple[str, int], ...] = ()
    looked_from: str | None = None
    looked_in_part: bool = False
