"""What a rule finds at a word: where the name ends, what it is worth, and which rule says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.finders.names.line import Line
from onrecord.model import Name


@dataclass(frozen=True, slots=True)
class Match:
    """Words ``begin`` up to ``end`` of a line, and the name that they are."""

    begin: int
    end: int
    name: Name
    rule: str


@dataclass(frozen=True, slots=True)
class Setting:
    """The line, with what the report has told before.

    ``known`` are names introduced, ``named`` the countries that the sentence names, ``context`` those that the report speaks of.
    """

    line: Line
    known: Mapping[str, Name]
    named: frozenset[str]
    context: frozenset[str]
