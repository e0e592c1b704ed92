"""A promise and what became of it in one report, which looks back on both: "had ordered 1,000 out by May; they left in April"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from onrecord.ledger.clock import days_of, known_since
from onrecord.ledger.verdicts import YEAR, Terms, later_by
from onrecord.lexicon.words import word_set
from onrecord.model import Entry, Fact, Span, Status

WORD = re.compile(r"[^\W\d_]+")
BEFORE = 5
"""So many words before the word of a plan may say that it is of the past: "had said that it would"."""
DAY = timedelta(days=1)


def looking_back(entry: Entry, telling: Fact, terms: Terms) -> Terms:
    """The terms on which a claim of the report that tells a promise may answer it; those given where it may not.

    It may where the report tells the promise as one of the past ("had ordered", "was to"), or came out after its day and tells the
    claim after it. What happened more than a year before the day is of something else.
    """
    told = next((one for one in telling.entries if one.report.id == entry.report.id), None)
    if told is None or known_since(entry.report) > terms.made[1] or not entry.report.published:
        return terms
    happened, due = days_of(entry.claim.time), terms.due_day
    if entry.claim.status is Status.ACTUAL and happened.last is None:
        return terms
    if due is not None and happened.last is not None and date.fromisoformat(happened.last) < later_by(due, -YEAR):
        return terms
    known = date.fromisoformat(known_since(entry.report))
    over = due is not None and due < known and entry.claim.evidence.begin >= told.claim.evidence.begin
    if not (over or is_of_the_past(told)):
        return terms
    return replace(terms, made=(None, later_by(known, -DAY).isoformat()))


def is_of_the_past(told: Entry) -> bool:
    """Whether the words tell a plan as one that was made before what else the report tells: "had ordered", "was to leave"."""
    claim = told.claim
    word = claim.spans.get("status") or claim.spans.get("trigger")
    if word is None or not claim.evidence.covers(word):
        return False
    return _is_back_shifted(told.words, Span(word.begin - claim.evidence.begin, word.end - claim.evidence.begin))


def _is_back_shifted(words: str, plan: Span) -> bool:
    """Whether the word of a plan stands in the past perfect or after one.

    >>> said = "Northland had ordered them out by May."
    >>> _is_back_shifted(said, Span(said.index("ordered"), said.index(" them")))
    True
    """
    before = [word.lower() for word in WORD.findall(words[: plan.begin])][-BEFORE:]
    at = words[plan.begin : plan.end].lower()
    if at in word_set("promises", "words_back_shifted"):
        return "had" in before
    return before[-1:] == ["had"] or (before[-2:-1] == ["had"] and before[-1] in word_set("promises", "words_between"))
