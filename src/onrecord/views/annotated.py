"""A report's text in passages: plain ones, and the sentences that make claims with the words of their values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from onrecord.model import Claim, Span
from onrecord.views.marked import joined_spans, pieces

LONGEST = 40_000
"""Characters of text on one leaf."""
MOST = 200
"""Claims on one leaf."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text: its words in pieces, each with whether a value stands there, and the numbers of the claims that it makes."""

    words: tuple[tuple[str, bool], ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TextLeaf:
    """What of a long report is shown at once: passages, and the claims in them by number, counted from 1 through the whole report."""

    passages: tuple[Passage, ...]
    claims: tuple[tuple[int, Claim], ...]
    number: int
    leaves: int


def in_order(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of a report in the order of its text."""
    return sorted(claims, key=lambda claim: (claim.evidence, claim.kind))


def text_leaf(text: str, claims: Sequence[Claim], number: int = 1, *, longest: int = LONGEST, most: int = MOST) -> TextLeaf:
    """One leaf of a report; of most reports there is one alone.

    >>> text_leaf("No claim here.", ()).passages
    (Passage(words=(('No claim here.', False),), numbers=()),)
    """
    numbered = in_order(claims)
    places = [claim.evidence for claim in numbered]
    return leaf_of_text(text, places, lambda wanted: [numbered[n - 1] for n in wanted], number, longest=longest, most=most)


def leaf_of_text(
    text: str,
    places: Iterable[Span],
    fetch: Callable[[Sequence[int]], Sequence[Claim]],
    number: int = 1,
    *,
    longest: int = LONGEST,
    most: int = MOST,
) -> TextLeaf:
    """One leaf of a report whose claims stand at these places, in the order of the text.

    ``fetch`` gives the claims that have these numbers, counted from 1; only those of the leaf are fetched.
    """
    sentences = joined_spans(places, len(text))
    cuts = _cuts(text, [(span.begin, len(numbers)) for span, numbers in sentences], longest, most)
    number = min(max(number, 1), len(cuts) - 1)
    begin, end = cuts[number - 1], cuts[number]
    here = [(span, numbers) for span, numbers in sentences if span.end > begin and span.begin < end]
    wanted = [n for _, numbers in here for n in numbers[:most]]
    shown = dict(zip(wanted, fetch(wanted), strict=True))
    passages, at = [], begin
    for span, numbers in here:
        start, stop = max(span.begin, begin), min(span.end, end)
        if start > at:
            passages.append(Passage(((text[at:start], False),)))
        inner = [one for n in numbers[:most] for one in shown[n].spans.values()]
        whole = (start, stop) == (span.begin, span.end)
        words = tuple(pieces(text, inner, span)) if whole else ((text[start:stop], False),)
        passages.append(Passage(words, tuple(numbers)))
        at = stop
    if at < end:
        passages.append(Passage(((text[at:end], False),)))
    return TextLeaf(tuple(passages), tuple(shown.items()), number, len(cuts) - 1)


def leaf_at(text: str, places: Iterable[Span], place: int) -> int:
    """The number of the leaf on which a place of the text stands."""
    sentences = joined_spans(places, len(text))
    cuts = _cuts(text, [(span.begin, len(numbers)) for span, numbers in sentences], LONGEST, MOST)
    return max(1, sum(cut <= place for cut in cuts[:-1]))


def _cuts(text: str, sentences: Sequence[tuple[int, int]], longest: int, most: int) -> list[int]:
    """Where the leaves begin, and where the last one ends: never within a sentence that makes a claim, if that can be."""
    cuts, held = [0], 0
    for begin, count in sentences:
        while begin - cuts[-1] > longest:
            cuts.append(cuts[-1] + longest)
            held = 0
        if held and held + count > most:
            cuts.append(begin)
            held = 0
        held += count
    while len(text) - cuts[-1] > longest:
        cuts.append(cuts[-1] + longest)
    return [*cuts, len(text)] if len(text) > cuts[-1] else cuts
