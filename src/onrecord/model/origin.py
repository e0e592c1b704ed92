"""Where a value of a claim comes from: the step that found it, and the words that stand for it in the claim's own sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.span import Span


class Step(StrEnum):
    """How a value was found, the surest first."""

    TRIGGER = "trigger"
    """The word that makes the claim says it."""
    OWN = "own"
    """It stands with that word: its subject, object or phrase."""
    OWNER = "owner"
    """It names whose the forces or things are that stand with that word: "Iraqi" in "Iraqi forces left"."""
    APPOSITION = "apposition"
    """It is set beside what stands with that word: "the base, Camp Redoubt, was closed"."""
    CLAUSE = "clause"
    """It stands in another clause of the sentence, or is shared with another verb."""
    ORDER = "order"
    """It stands in the sentence, and the parse ties it to nothing: the order of the words gave it."""
    PRONOUN = "pronoun"
    """A pronoun stands for it."""
    DEFINITE = "definite"
    """A phrase that points back stands for it: "the forces", "the base", "there"."""
    LIST = "list"
    """The head of the list gives it."""
    STORY = "story"
    """No word of the sentence stands for it: the report said it last, before."""
    REPORT = "report"
    """No word of the sentence stands for it: it is the only one of its sort in the report."""


STEPS = tuple(Step)


@dataclass(frozen=True, slots=True)
class Origin:
    """How a value was found. ``through`` is the pronoun or phrase of the sentence that stands for it."""

    step: Step
    through: Span | None = None
