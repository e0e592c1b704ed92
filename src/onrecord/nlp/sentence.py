"""A sentence where it stands in its report, with its parse where it has one."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Span
from onrecord.nlp.tokens import Doc


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of a report. ``doc`` is its parse, ``None`` where triage found nothing that makes a claim; ``doc.text`` is as
    long as ``text``, character for character. ``only_said``: it is parsed for what somebody says in it, and makes no other claim;
    ``only_named``: for the names to which others point back."""

    span: Span
    text: str
    doc: Doc | None = None
    only_said: bool = False
    only_named: bool = False
