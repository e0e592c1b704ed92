"""Numbers as they are written: "2,500", "1.3 billion", "347m", "twenty-one", "half a million", "two-thirds"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from onrecord.finders.quantities.pieces import Piece, PieceKind
from onrecord.model.values import Number

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
SMALL = {word: value for value, word in enumerate(ONES)}
TENS = {word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SCALES |= {"lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7}
SHORT_SCALES = {"mln": 10**6, "mn": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12, "mil": 10**6}
LETTER_SCALES = {"k": 10**3, "K": 10**3, "M": 10**6, "m": 10**6, "B": 10**9, "b": 10**9, "T": 10**12, "t": 10**12}
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
MANY_PARTS = {("halves" if part == "half" else part + "s"): value for part, value in PARTS.items()}
GROUPING = re.compile(r"[,'’\u200b\u2060]")
MAX_DIGITS = 24
MAX_SCALES = 2
SLASHES = ("/", "⁄")


@dataclass(frozen=True, slots=True)
class Numeral:
    """The number that pieces ``[first, after)`` write.

    ``coefficient`` is the number before its multiplier ("1.3" of "1.3 billion"), ``scale`` the multiplier, ``share`` whether
    it is a part of a whole.
    """

    value: Number
    first: int
    after: int
    coefficient: Number
    scale: int = 1
    is_words: bool = False
    share: bool = False


def find_numerals(pieces: Sequence[Piece]) -> Iterator[Numeral]:
    """The numerals of a sentence, left to right, each as long as it can be. What they count is not asked here."""
    at = 0
    while at < len(pieces):
        numeral = numeral_at(pieces, at)
        if numeral is None:
            at += 1
        else:
            yield numeral
            at = numeral.after


def numeral_at(pieces: Sequence[Piece], at: int) -> Numeral | None:
    """The numeral that begins at piece ``at``, if one does."""
    piece = pieces[at]
    if piece.kind is PieceKind.NUMBER:
        return _one_in(pieces, at) or _of_digits(pieces, at)
    if piece.kind is PieceKind.WORD:
        return _one_in(pieces, at) or _part(pieces, at) or _of_words(pieces, at)
    return None


def _plain(value: Decimal) -> Number:
    """``Decimal`` to ``int`` where it is whole, else ``float``."""
    return int(value) if value == value.to_integral_value() else float(value)


def _of_digits(pieces: Sequence[Piece], at: int) -> Numeral | None:
    """ "2,500", "1.3 billion", "5k", "1/16"."""
    digits = GROUPING.sub("", pieces[at].text)
    if len(digits) > MAX_DIGITS:
        return None
    coefficient = Decimal(digits)
    if (fraction := _slashed(pieces, at)) is not None:
        return fraction
    scale, after = _scale(pieces, at + 1)
    return Numeral(_plain(coefficient * scale), at, after, _plain(coefficient), scale)


def _slashed(pieces: Sequence[Piece], at: int) -> Numeral | None:
    """ "3/4", "1⁄32": a part of a whole; not "24/7", "9/11" or "3/4/2020"."""
    if at + 2 >= len(pieces) or pieces[at + 1].text not in SLASHES or pieces[at + 2].kind is not PieceKind.NUMBER:
        return None
    if at + 3 < len(pieces) and pieces[at + 3].text in SLASHES:
        return None
    above, below = pieces[at].text, pieces[at + 2].text
    if not (above.isdecimal() and below.isdecimal() and len(above) < 3 and len(below) < 4):
        return None
    top, bottom = int(above), int(below)
    if not 0 < top < bottom or bottom not in (2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100, 128):
        return None
    return Numeral(top / bottom, at, at + 3, top / bottom, share=True)


def _scale(pieces: Sequence[Piece], at: int) -> tuple[int, int]:
    """The multiplier that follows a figure, and the piece after it: "billion", "-billion", "bn", "k"."""
    scale, taken = 1, 0
    while at < len(pieces) and taken < MAX_SCALES:
        here = at + 1 if pieces[at].is_hyphen and pieces[at].glued and at + 1 < len(pieces) and pieces[at + 1].glued else at
        step = SCALES.get(pieces[here].low) or (_letter_scale(pieces, here) if taken == 0 else None)
        if step is None:
            break
        scale, at, taken = scale * step, here + 1, taken + 1
    return scale, at


def _letter_scale(pieces: Sequence[Piece], at: int) -> int | None:
    """ "bn", "mln"; "k", "M" or "B" only where they are glued to the figure; "m" and "b" are for whoever sees the unit."""
    piece = pieces[at]
    if (step := SHORT_SCALES.get(piece.low)) is not None:
        return step
    return LETTER_SCALES.get(piece.text) if piece.glued and piece.text in ("k", "K", "M", "B") else None


def with_letter(pieces: Sequence[Piece], numeral: Numeral) -> Numeral:
    """The numeral with a glued "m", "b", "t" after it read as million, billion, trillion, as after a currency sign."""
    if numeral.after >= len(pieces) or numeral.scale != 1:
        return numeral
    piece = pieces[numeral.after]
    step = LETTER_SCALES.get(piece.text) if piece.glued else None
    if step is None:
        return numeral
    value = _plain(Decimal(str(numeral.coefficient)) * step)
    return Numeral(value, numeral.first, numeral.after + 1, numeral.coefficient, step)


def rescaled(numeral: Numeral, scale: int) -> Numeral:
    """The numeral under a multiplier that stands elsewhere: the "3" of "3 to 4 thousand"."""
    value = _plain(Decimal(str(numeral.coefficient)) * scale)
    return Numeral(value, numeral.first, numeral.after, numeral.coefficient, scale, numeral.is_words)


def _one_in(pieces: Sequence[Piece], at: int) -> Numeral | None:
    """ "one in five", "one out of three", "1 in 10": a part of a whole."""
    if pieces[at].low not in ("one", "1") or at + 2 >= len(pieces):
        return None
    of = pieces[at + 1].low == "out" and pieces[at + 2].low == "of"
    here = at + 3 if of else at + 2
    if here >= len(pieces) or not (of or pieces[at + 1].low == "in"):
        return None
    low = pieces[here].low
    bottom = SMALL.get(low) or TENS.get(low) or (int(low) if low.isdecimal() and len(low) < 3 else 0)
    return Numeral(1 / bottom, at, here + 1, 1 / bottom, is_words=True, share=True) if bottom > 1 else None


def _part(pieces: Sequence[Piece], at: int) -> Numeral | None:
    """ "two-thirds", "one-third", "three quarters", "a third of", "half of"."""
    low = pieces[at].low
    here = at + 1
    if here < len(pieces) and pieces[here].is_hyphen:
        here += 1
    following = pieces[here].low if here < len(pieces) else ""
    of = here + 1 < len(pieces) and pieces[here + 1].low == "of"
    top = SMALL.get(low)
    if low == "half" and here == at + 1 and following == "of" and not _follows_adjective(pieces, at):
        return Numeral(0.5, at, at + 1, 0.5, is_words=True, share=True)
    if low == "a" and following in PARTS and of:
        top = 1
    elif not (top == 1 and following in PARTS and (of or here > at + 1)) and not (top and top > 1 and following in MANY_PARTS):
        return None
    bottom = PARTS.get(following) or MANY_PARTS[following]
    words = [piece.low for piece in pieces[here + 1 : here + 4]]
    if top is not None and words[:2] == ["of", "a"] and words[2:] and (scale := SCALES.get(words[2])):
        return Numeral(scale * top // bottom, at, here + 4, top / bottom, scale, is_words=True)
    return (
        None if top is None or top >= bottom else Numeral(top / bottom, at, here + 1, top / bottom, is_words=True, share=True)
    )


def _follows_adjective(pieces: Sequence[Piece], at: int) -> bool:
    """ "the second half of", "the first half of": a stretch of time or of a match."""
    return at > 0 and pieces[at - 1].low in (
        "first",
        "second",
        "latter",
        "other",
        "the",
        "this",
        "that",
        "later",
        "early",
        "late",
    )


def _of_words(pieces: Sequence[Piece], at: int) -> Numeral | None:
    """ "twenty-one", "two hundred", "a dozen", "half a million", "two and a half"."""
    low = pieces[at].low
    if low in ("a", "an"):
        return _of_article(pieces, at)
    if low == "half" and at + 2 < len(pieces) and pieces[at + 1].low in ("a", "an"):
        step = 12 if pieces[at + 2].low == "dozen" else SCALES.get(pieces[at + 2].low)
        return Numeral(step // 2, at, at + 3, step // 2, is_words=True) if step else None
    if low == "dozen":
        return Numeral(12, at, at + 1, 12, is_words=True) if not _follows_vague(pieces, at) else None
    if low in SMALL or low in TENS:
        return _spelled(pieces, at)
    return None


def _of_article(pieces: Sequence[Piece], at: int) -> Numeral | None:
    """ "a dozen", "a hundred", "a million"."""
    if at + 1 >= len(pieces):
        return None
    if pieces[at + 1].low == "dozen":
        return Numeral(12, at, at + 2, 12, is_words=True)
    scale, after = _scale(pieces, at + 1)
    return Numeral(scale, at, after, 1, scale, is_words=True) if scale > 1 and pieces[at + 1].low in SCALES else None


def _follows_vague(pieces: Sequence[Piece], at: int) -> bool:
    return at > 0 and pieces[at - 1].low in ("several", "few", "per", "the")


def _spelled(pieces: Sequence[Piece], at: int) -> Numeral:
    """ "three hundred and twelve thousand": hundreds build up, a larger multiplier closes its group."""
    total, group, last_scale, here = 0, 0, 10**15, at
    begun_ten = done_unit = False
    while here < len(pieces):
        step = _joined(pieces, here) if here > at else here
        low = pieces[step].low if step is not None else ""
        if step is None:
            break
        if low in TENS and not (begun_ten or done_unit):
            group, begun_ten = group + TENS[low], True
        elif low in SMALL and not done_unit and not (begun_ten and not 0 < SMALL[low] < 10):
            group, done_unit = group + SMALL[low], True
        elif low == "hundred" and 0 < group < 100 and pieces[here].low != "and":
            group, begun_ten, done_unit = group * 100, False, False
        elif low == "dozen" and 0 < group < 20 and not total:
            group, here = group * 12, step + 1
            break
        elif SCALES.get(low, 0) > 100 and group and SCALES[low] < last_scale and pieces[here].low != "and":
            total, group, last_scale = total + group * SCALES[low], 0, SCALES[low]
            begun_ten = done_unit = False
        else:
            break
        here = step + 1
    half = [piece.low for piece in pieces[here : here + 3]] == ["and", "a", "half"]
    if half and not total and here + 3 < len(pieces) and (step := SCALES.get(pieces[here + 3].low)):
        halved = Decimal(group) + Decimal("0.5")
        return Numeral(_plain(halved * step), at, here + 4, _plain(halved), step, is_words=True)
    value: Number = total + group + 0.5 if half else total + group
    scale = last_scale if not group and last_scale < 10**15 else 1
    last = pieces[here - 1].low
    if not total and last in ("hundred", "dozen") and not half:
        scale = SCALES.get(last, 12)
    after = here + 3 if half else here
    return Numeral(value, at, after, _plain(Decimal(str(value)) / scale), scale, is_words=True)


def _joined(pieces: Sequence[Piece], at: int) -> int | None:
    """The piece at which a spelled number may go on: next to it, after a hyphen, after "and" if hundreds stand before."""
    piece = pieces[at]
    if piece.is_hyphen:
        return at + 1 if piece.glued and at + 1 < len(pieces) and pieces[at + 1].glued else None
    if piece.low == "and":
        follows_scale = pieces[at - 1].low in SCALES
        return at + 1 if follows_scale and at + 1 < len(pieces) and pieces[at + 1].low in (SMALL | TENS) else None
    return at
