"""Numbers that count nothing: dates, years, clock times, ordinals, scores, addresses, names of things ("F-16", "Resolution 2249")."""

from __future__ import annotations

import re

from onrecord.finders.quantities.numerals import SMALL, TENS, Numeral
from onrecord.finders.quantities.pieces import Piece, PieceKind
from onrecord.finders.quantities.sentence import Reading
from onrecord.lexicon.units import words_of
from onrecord.nlp.tokens import Token

MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun".split())
YEAR_CUES = frozenset(
    "in since of by until till from during early late mid before after the between through to and season year fiscal fy circa spring summer autumn fall winter for this".split()
)
GLUED_BEFORE = frozenset(["minus", "plus", "sub", "now", "to", "then", "over", "under", "pre", "x"])
SUFFIXES = frozenset(["th", "st", "nd", "rd", "s", "am", "pm", "x"])
CLOCK = re.compile(r"\s?(?:[ap]\.\s?m\b|[ap]m\b|o['’]clock|GMT\b|UTC\b|Zulu\b|hrs local|local time)", re.IGNORECASE)
STREET = r"(?:St|Street|Ave|Av|Avenue|Road|Rd|Way|Lane|Ln|Drive|Blvd|Boulevard|Square|Place|Court)"
ADDRESS = re.compile(rf"(?:[-–]\d+)?,?\s(?:[NESW]\.?\s)?(?:[A-Z0-9][\w'’]{{0,20}}\s){{0,3}}{STREET}\b")
OPENING, CLOSING = ('"', "“", "'", "‘", "«"), ('"', "”", "'", "’", "»")
FIRST_YEAR, LAST_YEAR = 1400, 2199
MAX_DAY = 31
MAX_NAME_WORDS = 4


def is_glued_to_a_name(reading: Reading, numeral: Numeral) -> bool:
    """ "M777", "F-16", "BRICS-10", "50th", "1990s", "10.0.0.1", "4:39", "24/7": part of something longer than a number."""
    first, after = reading.piece(numeral.first), numeral.after
    return _glued_left(reading, numeral.first, first) or _glued_right(reading, after, numeral)


def _glued_left(reading: Reading, at: int, first: Piece) -> bool:
    before = reading.piece(at - 1)
    if not first.glued or at == 0:
        return False
    if before.kind is not PieceKind.MARK:
        return True
    if before.text in (":", "/", ".", "@", "#", "_", "\\", "'", "’", "=", "&"):
        return before.glued or before.text in "@#_\\'’"
    if before.text == "+" and before.glued:
        return True
    if before.is_hyphen and not before.glued and reading.piece(at - 2).kind is PieceKind.WORD:
        return True
    if before.is_hyphen and before.glued and _is_year_digits(reading.piece(at - 2).text) and len(first.text) < 4:
        return True
    if before.is_hyphen and before.glued and at > 1:
        earlier = reading.piece(at - 2)
        is_number = earlier.kind is PieceKind.NUMBER or earlier.low in SMALL or earlier.low in TENS or earlier.text in "%$€£"
        is_unit = earlier.kind is PieceKind.WORD and earlier.glued and reading.piece(at - 3).kind is PieceKind.NUMBER
        return not (is_number or is_unit or earlier.low in GLUED_BEFORE or earlier.kind is PieceKind.MARK)
    return False


def _glued_right(reading: Reading, after: int, numeral: Numeral) -> bool:
    piece, following = reading.piece(after), reading.piece(after + 1)
    if numeral.is_words or numeral.share or not piece.glued:
        return False
    if piece.kind is not PieceKind.MARK:
        return True
    if piece.text in (":", "/", ".", "_", "@", "\\"):
        return following.glued and following.kind is not PieceKind.MARK
    is_date = piece.is_hyphen and reading.piece(after + 2).is_hyphen and reading.piece(after + 3).kind is PieceKind.NUMBER
    return is_date and following.glued and reading.piece(after + 2).glued and reading.piece(after + 3).glued


def is_of_a_date(reading: Reading, numeral: Numeral) -> bool:
    """ "15 January", "Jan. 15", "May 5-7", "in 2014", "10:27 PM", "5 a.m."."""
    end = reading.piece(numeral.after - 1).end
    if CLOCK.match(reading.text, end):
        return True
    if numeral.scale != 1 or not isinstance(numeral.value, int):
        return False
    return _is_day(reading, numeral) if numeral.value <= MAX_DAY else False


def _is_day(reading: Reading, numeral: Numeral) -> bool:
    before, after = reading.piece(numeral.first - 1), reading.piece(numeral.after)
    if before.text == ".":
        before = reading.piece(numeral.first - 2)
    if after.low == "of" and _is_month(reading.piece(numeral.after + 1)):
        return True
    return _is_month(before) or _is_month(after)


def _is_month(piece: Piece) -> bool:
    return piece.low in MONTHS and piece.text[:1].isupper()


def may_be_year(reading: Reading, numeral: Numeral) -> bool:
    """Whether the digits look like those of a year: "2014", not "2,014" or "1.9 thousand"."""
    return numeral.scale == 1 and _is_year_digits(reading.piece(numeral.first).text)


def _is_year_digits(digits: str) -> bool:
    return len(digits) == 4 and digits.isdecimal() and FIRST_YEAR <= int(digits) <= LAST_YEAR


def is_year(reading: Reading, numeral: Numeral, *, counts_plural: bool, bounded: bool) -> bool:
    """Whether digits that look like a year are one: they are unless a plural noun follows and no word of time stands before."""
    before = reading.piece(numeral.first - 1)
    if before.text in (".", ",", "-", "–"):
        before = reading.piece(numeral.first - 2)
    if bounded:
        return False
    return not counts_plural or before.low in YEAR_CUES or _is_month(before) or before.low in WEEKDAYS


def is_named_by(reading: Reading, numeral: Numeral, *, is_counted: bool) -> bool:
    """Whether the word before the number makes it a name: "Highway 1", "category 4", "Boeing 737", "No. 5", "Big 5"."""
    before = reading.piece(numeral.first - 1)
    if before.text == "." and reading.piece(numeral.first - 2).low in ("no", "nos", "art", "sec", "fig", "res"):
        return True
    if before.text in OPENING and reading.piece(numeral.after).text in CLOSING and not is_counted:
        named = reading.piece(numeral.first - 2)  # "Air Base “201”"
        return named.kind is PieceKind.WORD and named.text.istitle() and _is_name(reading, named)
    if before.kind is not PieceKind.WORD or is_counted:
        return False
    if before.low == "number" and reading.piece(numeral.first - 2).low.endswith(("s", "ly")):
        return False  # "Indian peacekeepers number 2,400"
    if before.low in words_of("designator"):
        return numeral.scale == 1
    if numeral.is_words or "," in reading.piece(numeral.first).text or numeral.scale != 1 or not isinstance(numeral.value, int):
        return False
    return _is_name(reading, before) and not _continues_list(reading, numeral)


def _continues_list(reading: Reading, numeral: Numeral) -> bool:
    """ "Norway has 60 trainers there, Denmark 130 and Latvia 10": a name and its number, joined to an earlier number and to no noun."""
    after = reading.piece(numeral.after)
    if after.text not in (",", ";", ".", "", ")") and after.low != "and":
        return False
    at = numeral.first - 1
    while at >= max(0, numeral.first - MAX_NAME_WORDS) and reading.piece(at).text[:1].isupper():
        at -= 1
    joined = reading.piece(at).text in (",", ";") or reading.piece(at).low in ("and", "in")
    earlier = any(reading.piece(n).kind is PieceKind.NUMBER for n in range(max(0, at)))
    return joined and earlier and reading.piece(at + 1).text.istitle()


def _is_name(reading: Reading, piece: Piece) -> bool:
    """A capitalized proper noun that is no day of the week."""
    if piece.text.islower() or piece.low in WEEKDAYS:
        return False
    if piece.text.isupper() and len(piece.text) > 1:
        return True
    token = reading.token_at(piece.begin)
    return token is not None and token.tag_ in ("NNP", "NNPS")


def is_first_word_of_name(reading: Reading, numeral: Numeral, head: Token) -> bool:
    """ "747 Jumbo", "14 Nano": plain figures before a proper noun in the singular, which they do not count."""
    first = reading.piece(numeral.first)
    return head.tag_ == "NNP" and first.text.isdecimal() and numeral.scale == 1 and numeral.value != 1


def is_address(reading: Reading, numeral: Numeral) -> bool:
    """ "16-18 Harbour Road", "7 N 12th St"."""
    return ADDRESS.match(reading.text, reading.piece(numeral.after - 1).end) is not None


def is_ordinal_suffix(piece: Piece) -> bool:
    """ "th", "st", "s": what makes of a number an ordinal or a decade."""
    return piece.glued and piece.low in SUFFIXES
