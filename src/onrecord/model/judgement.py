"""What an analyst decides about claims: accept, reject, correct, merge, part, add, comment, and undo."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.claim import Claim, claim_to_json
from onrecord.model.span import Span
from onrecord.model.vocabulary import Kind


class Act(StrEnum):
    """What a judgement does."""

    ACCEPT = "accept"
    """The claim is right as it stands."""
    REJECT = "reject"
    """The report does not say this."""
    CORRECT = "correct"
    """The report says it, with another value."""
    MERGE = "merge"
    """These claims say the same thing."""
    PART = "part"
    """These claims do not say the same thing, whatever they look like."""
    ADD = "add"
    """The report says this too, and nobody had read it."""
    COMMENT = "comment"
    """A note, which changes nothing."""
    UNDO = "undo"
    """An earlier judgement no longer holds."""


TYING = (Act.MERGE, Act.PART)
VALUED = (Act.CORRECT, Act.ADD)


class Review(StrEnum):
    """What an analyst has said of a claim that an answer rests on."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Which claim is meant: by its id, and by its report, kind and sentence for when a newer version reads it otherwise."""

    claim: str
    report: str
    kind: Kind
    evidence: Span

    @classmethod
    def of(cls, claim: Claim) -> Anchor:
        """The anchor of a claim."""
        return cls(claim.id, claim.doc, claim.kind, claim.evidence)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision: what, about which claims, by whom, when (ISO, UTC) and why. Appended, never changed; undone by another.

    ``value`` is the claim as it should be, of a correction or of what was added by hand. ``undoes`` is the id of another judgement.
    """

    act: Act
    by: str
    at: str
    why: str = ""
    about: tuple[Anchor, ...] = ()
    value: Claim | None = None
    undoes: str | None = None

    def __post_init__(self) -> None:
        if not self.by.strip():
            raise ValueError("a judgement needs somebody who makes it")
        if (self.value is not None) is not (self.act in VALUED):
            raise ValueError(f"a judgement to {self.act} {'needs' if self.act in VALUED else 'has no'} claim as it should be")
        if (self.undoes is not None) is not (self.act is Act.UNDO):
            raise ValueError("a judgement undoes another exactly where its act is undo")
        least, most = _number_of_claims(self.act)
        if not least <= len(self.about) <= most:
            raise ValueError(f"a judgement to {self.act} is about {_numbered(least, most)}, not {len(self.about)}")

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits made from the content."""
        content = [self.act, self.by, self.at, self.why, [anchor.claim for anchor in self.about], self.undoes]
        value = claim_to_json(self.value) if self.value is not None else None
        text = json.dumps([*content, value], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def _number_of_claims(act: Act) -> tuple[int, int]:
    if act in (Act.UNDO, Act.ADD):
        return (0, 0)
    return (2, 1000) if act in TYING else (1, 1)


def _numbered(least: int, most: int) -> str:
    return "no claim" if most == 0 else "one claim" if most == 1 else f"{least} or more claims"


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement as the ledger shows it: whether another undid it, and the claims of its kind that stand for those it is about.

    ``matched`` has a claim's id for each that it is about, ``None`` where no claim of the report can be told to be that one now.
    ``withdrawn`` are the reports of these that were taken out, and their claims with them. ``together`` are the other judgements that
    split the claim, or undid that, at the same moment.
    """

    judgement: Judgement
    undone_by: str | None = None
    matched: tuple[str | None, ...] = ()
    withdrawn: tuple[str, ...] = ()
    together: tuple[str, ...] = ()

    @property
    def is_lost(self) -> bool:
        """Whether it still holds, and a claim that it is about cannot be told any more, though its report is there."""
        told = zip(self.judgement.about, self.matched, strict=False)
        return self.undone_by is None and any(id is None and anchor.report not in self.withdrawn for anchor, id in told)


@dataclass(frozen=True, slots=True)
class Reread:
    """What reading a report again changed: claims gained and lost, pairs that changed, and those that an analyst's word kept.

    ``open`` are judgements whose claim the newer version reads so differently that an analyst must look again.
    """

    report: str
    gained: tuple[Claim, ...] = ()
    lost: tuple[Claim, ...] = ()
    changed: tuple[tuple[Claim, Claim], ...] = ()
    same: int = 0
    kept: tuple[Claim, ...] = ()
    open: tuple[Judgement, ...] = ()
