"""A ledger's reports as it lists them: those that it holds, what corrects what, and the tombstones of those that were withdrawn."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.fact import ReportCard


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What stays of a report that was withdrawn: no word of its text, title, author or address.

    ``added`` and ``withdrawn`` are ISO times in UTC; ``claims`` is how many claims stood, ``hash`` tells its text if that comes again.
    """

    id: str
    published: str | None
    outlet: str | None
    added: str
    withdrawn: str
    why: str
    by: str | None
    claims: int
    hash: str


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A withdrawal as it was done. ``judgements`` is how many judgements went with the report's claims.

    ``scrubbed`` is false where another program still reads an older state of the file, so that traces of the words may be left in it. ``same_text`` are reports by others that carry the same text still.
    """

    tombstone: Tombstone
    judgements: int
    scrubbed: bool
    same_text: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A report as the ledger lists it: how many of its claims stand, which reports carry its text, and which it corrects or is corrected by.

    ``tombstone`` is there where it was withdrawn.
    """

    report: ReportCard
    claims: int
    echoes: tuple[ReportCard, ...] = ()
    corrects: tuple[str, ...] = ()
    corrected_by: tuple[str, ...] = ()
    tombstone: Tombstone | None = None


@dataclass(frozen=True, slots=True)
class Echo:
    """Whose text the report of a claim carries. ``said_there`` is whether the claim's sentence stands in it, ``None`` where that text is gone."""

    origin: ReportCard
    said_there: bool | None
