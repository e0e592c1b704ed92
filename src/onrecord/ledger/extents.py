"""How much of its forces somebody takes away, by the words: the whole ("its troops", "its 1,500 soldiers"), a part, or untold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from onrecord.lexicon.words import word_set
from onrecord.model import Claim, Kind, Quantity

TOKEN = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+")
BEFORE, AFTER = 6, 9
"""So many words before and after the verb are looked at."""


class Extent(Enum):
    """How much of the forces that somebody has a cut takes away."""

    WHOLE = "whole"
    PART = "part"
    UNTOLD = "untold"


def extent_of(claim: Claim, words: str) -> Extent:
    """How much a claim of forces leaving takes away, by the sentence that makes it. A number is a part, unless it is all there are."""
    if claim.kind is not Kind.FORCE_CHANGE or claim.arg("direction") != "decrease" or claim.arg("what"):
        return Extent.UNTOLD
    quantity = claim.quantity
    if quantity is None:
        return _of_words(*_around(claim, words))
    if quantity.to is not None:
        return Extent.WHOLE if quantity.to == 0 else Extent.PART
    before = TOKEN.findall(words[: _number_at(claim, quantity, words)].lower())
    return Extent.WHOLE if quantity.delta is not None and _is_whole_after(before) else Extent.PART


def is_called_off(claim: Claim, words: str) -> bool:
    """Whether what a claim tells stands under a word of giving up: "cancelled the withdrawal" tells of none."""
    before, _ = _around(claim, words)
    return not word_set("promises", "words_dropped").isdisjoint(before[-3:])


def _of_words(before: Sequence[str], after: Sequence[str]) -> Extent:
    """By the words around the verb: "withdrew its troops", "completed the withdrawal", "withdrew some of its troops"."""
    near = {*before, *after}
    if not near.isdisjoint(word_set("promises", "words_part")):
        return Extent.PART
    if _names_all_forces(after) or _names_all_forces(before):
        return Extent.WHOLE
    return Extent.UNTOLD if near.isdisjoint(word_set("promises", "words_completed")) else Extent.WHOLE


def _names_all_forces(tokens: Sequence[str]) -> bool:
    """Whether these words name the forces of somebody as such: "its troops", "all of their remaining soldiers"."""
    owned = word_set("promises", "words_owned")
    for at, token in enumerate(tokens):
        if token in owned:
            rest = [word for word in tokens[at + 1 :] if word not in word_set("promises", "words_whole")]
            return bool(rest) and rest[0] in word_set("promises", "nouns_troops") and _is_whole_after(tokens[: at + 1])
    return False


def _is_whole_after(before: Sequence[str]) -> bool:
    """Whether a number or noun after these words is all there is: "its 50", "all 50", "the last 50"; not "20 of its 50"."""
    if not before or before[-1] not in word_set("promises", "words_owned") | word_set("promises", "words_whole"):
        return False
    return (
        len(before) < 3 or before[-2] != "of" or not (before[-3].isdigit() or before[-3] in word_set("promises", "words_part"))
    )


def _around(claim: Claim, words: str) -> tuple[list[str], list[str]]:
    """The words before and after the verb; where nobody noted it, all of them count as after it."""
    span, shift = claim.spans.get("trigger"), claim.evidence.begin
    if span is None or not claim.evidence.covers(span):
        return ([], TOKEN.findall(words.lower()))
    before, after = words[: span.begin - shift].lower(), words[span.end - shift :].lower()
    return (TOKEN.findall(before)[-BEFORE:], TOKEN.findall(after)[:AFTER])


def _number_at(claim: Claim, quantity: Quantity, words: str) -> int:
    """Where the number stands in the sentence; at its beginning where it is not found."""
    span, shift = claim.spans.get("quantity"), claim.evidence.begin
    if span is not None and claim.evidence.covers(span):
        return span.begin - shift
    return max(words.find(f"{quantity.delta:,.15g}"), 0) if quantity.delta is not None else 0
