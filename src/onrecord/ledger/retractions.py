"""Numbers of which the words say that they are wrong, and numbers that differ by a slip: of such two, one does not hold."""

from __future__ import annotations

import re

from onrecord.ledger.measures import Measure
from onrecord.ledger.scopes import count_otherwise
from onrecord.ledger.wordings import any_of
from onrecord.lexicon.words import phrases
from onrecord.model import Entry

DIGITS = 4
"""A number of so many digits is that of one count: another that differs in one digit alone is miswritten."""
WRONG = any_of(phrases("correction", "taken_back"))
TAKEN_BACK = re.compile(rf"\b(?:was|were|been|is|are|proved)\b(?:\s\w+)?\s{WRONG}", re.I)
ROUGHLY = r"(?:(?:about|some|around|nearly|almost|roughly|the)\s)?"
NUMBER = r"(?<![\d,.]){}(?!\d|[,.]\d)"


def contrary(one: Measure, other: Measure) -> str | None:
    """Why two numbers cannot both hold whatever one of them may count: a sentence gives one as wrong, or they differ in one digit."""
    if count_otherwise(one, other):
        return None
    if _is_named_as_wrong(one, other) or _is_named_as_wrong(other, one):
        return "one sentence gives the other's number as wrong"
    if _is_slip(one, other):
        return "they are of one day and differ in one digit alone"
    return None


def is_taken_back(measure: Measure) -> bool:
    """Whether its own sentence says, after the number, that it was wrong: "had spoken of 4,000 before he was corrected"."""
    return any(TAKEN_BACK.search(words) for entry in measure.fact.entries if (words := _words_after(entry)))


def _is_named_as_wrong(one: Measure, other: Measure) -> bool:
    """Whether a sentence of one says that the other's number is not the right one, or gives that instead of its own."""
    number = other.band.told
    if number is None or number == one.band.told:
        return False
    forms = (f"{number:,.0f}", f"{number:.0f}")
    if not any(form in entry.words for entry in one.fact.entries for form in forms):
        return False
    written = NUMBER.format(f"(?:{'|'.join(forms)})")
    denied = re.compile(rf"{any_of(phrases('correction', 'not_but'))}\s{ROUGHLY}{written}", re.I)
    instead = re.compile(rf"{TAKEN_BACK.pattern}[^.;]*{written}", re.I)
    return any(denied.search(entry.words) or instead.search(_words_after(entry)) for entry in one.fact.entries)


def _words_after(entry: Entry) -> str:
    """The words of the sentence that follow the claim's number; nothing where nobody knows where it stands."""
    span = entry.claim.spans.get("quantity")
    return entry.words[span.end - entry.claim.evidence.begin :] if span else ""


def _is_slip(one: Measure, other: Measure) -> bool:
    """Whether both are exact, of one day, and differ in one digit: 8,892 and 8,992."""
    if (one.first, one.last) != (other.first, other.last) or not (one.band.exact and other.band.exact):
        return False
    mine, theirs = (f"{measure.band.low:.0f}" for measure in (one, other))
    if len(mine) != len(theirs) or min(len(digits.rstrip("0")) for digits in (mine, theirs)) < DIGITS:
        return False
    return sum(a != b for a, b in zip(mine, theirs, strict=True)) == 1
