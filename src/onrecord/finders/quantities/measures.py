"""Measures: "40 days", "155-mm", "20 per cent", "50 miles per hour", "500mg"; and rates: "per barrel", "a month"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from onrecord.finders.quantities.figure import Unit, UnitKind
from onrecord.finders.quantities.numerals import Numeral
from onrecord.finders.quantities.pieces import PieceKind, pieces_of
from onrecord.finders.quantities.sentence import Reading
from onrecord.lexicon.units import measures, singular
from onrecord.model import Span

Forms = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]

SPACED_LETTERS = frozenset("WVmp%°″′¢")
"""Symbols of one letter that may stand apart from their number; others ("g", "A") would be initials."""
TIME_UNITS = frozenset(["second", "minute", "hour", "day", "week", "month", "year", "decade", "century"])
NO_RATE_AFTER = frozenset(["later", "ago", "earlier", "before", "after", "time", "long", "half", "old", "further"])
RATE_WORDS = frozenset(
    ["share", "barrel", "head", "person", "piece", "pop", "tonne", "ton", "ounce", "litre", "liter", "gallon"]
)


@cache
def _forms() -> tuple[Forms, Forms]:
    """Words (in lower case) and symbols (as written), by their first piece, the longest first."""
    words: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    symbols: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for measure in measures():
        for word in measure.words:
            for form in {word, word + "s", word + "es"} if word[-1] != "s" else {word}:
                parts = tuple(piece.text for piece in pieces_of(form))
                words.setdefault(parts[0], []).append((parts, measure.name))
        for symbol in measure.symbols:
            parts = tuple(piece.text for piece in pieces_of(symbol))
            symbols.setdefault(parts[0], []).append((parts, measure.name))
    return _longest_first(words), _longest_first(symbols)


def _longest_first(forms: Mapping[str, list[tuple[tuple[str, ...], str]]]) -> Forms:
    return {first: tuple(sorted(listed, key=lambda form: -len(form[0]))) for first, listed in forms.items()}


def measure_at(reading: Reading, at: int) -> tuple[str, int] | None:
    """The measure that the pieces from ``at`` on name, and the piece after it."""
    words, symbols = _forms()
    first = reading.piece(at)
    for parts, name in words.get(first.low, ()):
        if all(reading.piece(at + step).low == part for step, part in enumerate(parts)):
            return name, at + len(parts)
    for parts, name in symbols.get(first.text, ()):
        if all(reading.piece(at + step).text == part for step, part in enumerate(parts)) and _stands(reading, at, parts):
            return name, at + len(parts)
    return None


def _stands(reading: Reading, at: int, parts: tuple[str, ...]) -> bool:
    """Whether the symbol is whole, and glued to its number where it is a letter that could be an initial."""
    first, following = reading.piece(at), reading.piece(at + len(parts))
    if len(parts) == len(first.text) == 1 and not first.glued and first.text not in SPACED_LETTERS:
        return False
    return not (following.glued and following.kind is not PieceKind.MARK)


def find_measure(reading: Reading, numeral: Numeral) -> Unit | None:
    """The measure after a numeral: next to it, after a blank, or after a hyphen."""
    at = numeral.after
    if reading.piece(at).is_hyphen and reading.piece(at + 1).glued:
        at += 1
    found = measure_at(reading, at)
    if found is None:
        return None
    name, after = found
    last = reading.piece(after - 1)
    noun = None if name == "percent" else Span(reading.piece(at).begin, last.end)
    return Unit(UnitKind.MEASURE, name, name, reading.piece(numeral.first).begin, last.end, noun)


def rate_after(reading: Reading, offset: int) -> tuple[str, int] | None:
    """ "per barrel", "a month", "-a-day" after a unit: what it is per, and where that ends."""
    at = reading.piece_from(offset)
    if reading.piece(at).is_hyphen and reading.piece(at).glued:
        at += 1
    word, low = reading.piece(at), reading.piece(at).low
    if low not in ("per", "a", "an"):
        return None
    at += 2 if reading.piece(at + 1).is_hyphen else 1
    found = measure_at(reading, at)
    if found is not None and reading.piece(found[1]).low not in NO_RATE_AFTER:
        return found[0], reading.piece(found[1] - 1).end
    noun = reading.piece(at)
    if noun.kind is PieceKind.WORD and noun.begin > word.end and (low == "per" or noun.low in RATE_WORDS) and found is None:
        return singular(noun.text), noun.end
    return None
