"""The figures of a sentence: each numeral that counts, with its unit and bound; the others are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.finders.quantities import nouns, refusals
from onrecord.finders.quantities.bounds import bound_after, bound_before
from onrecord.finders.quantities.figure import Figure, Unit, UnitKind
from onrecord.finders.quantities.measures import find_measure
from onrecord.finders.quantities.money import find_money
from onrecord.finders.quantities.numerals import SMALL, TENS, Numeral, find_numerals, with_letter
from onrecord.finders.quantities.pieces import PieceKind
from onrecord.finders.quantities.sentence import Reading
from onrecord.lexicon.units import noun_units, singular, words_of
from onrecord.model import Span

DIGIT, WORD = re.compile(r"\d"), re.compile(r"\w+")
NUMBER_WORDS = frozenset("hundred thousand million billion trillion dozen half third quarter".split()).union(SMALL, TENS)
AGE = re.compile(r"(?<=, )\d{1,3}$")
AGE_BEFORE = re.compile(r"(?:\b(?:aged|the age of|age)\s)$")
MAX_AGE = 115
POINTING = frozenset(
    ["the", "these", "those", "this", "that", "all", "no", "each", "every", "any", "which", "other", "another", "both"]
)
OBJECTS = frozenset(["dobj", "nsubjpass", "pobj", "nsubj", "conj", "attr", "dative", "appos"])
NEGATIVE = re.compile(r"(?:(?:^|[\s(~])(?:minus|negative)[\s-]|(?:^|[\s(~$])[-−])$", re.IGNORECASE)


def has_numerals(text: str) -> bool:
    """Whether a text has digits or a number word, without which it can have no figure."""
    return DIGIT.search(text) is not None or not NUMBER_WORDS.isdisjoint(WORD.findall(text.lower()))


def find_figures(reading: Reading) -> Iterator[Figure]:
    """Every numeral of the sentence that counts or measures something, in order."""
    if not has_numerals(reading.text):
        return
    end = 0
    for numeral in find_numerals(reading.pieces):
        # "two new 767 Tanker jets": a number within a counted name counts nothing.
        if reading.piece(numeral.first).begin < end:
            continue
        figure = _figure(reading, numeral)
        if figure is not None:
            end = max(figure.end, figure.number.end)
            yield figure


def _figure(reading: Reading, numeral: Numeral) -> Figure | None:
    if numeral.share:
        return _share(reading, numeral)
    if (money := find_money(reading, numeral)) is not None:
        return _bounded(reading, *money)
    if refusals.is_of_a_date(reading, numeral) or refusals.is_ordinal_suffix(reading.piece(numeral.after)):
        return None
    if _counts_millions(reading, numeral):
        return _counting(reading, _millions(reading, numeral))
    if (measure := find_measure(reading, numeral)) is not None:
        return None if _is_named_measure(reading, numeral) else _bounded(reading, numeral, measure)
    numeral = _millions(reading, numeral)
    if refusals.is_glued_to_a_name(reading, numeral) or refusals.is_address(reading, numeral):
        return None
    if nouns.is_hyphened(reading, numeral) and reading.piece(numeral.after + 1).low != "plus":
        unit = nouns.find_hyphened(reading, numeral)
        return _bounded(reading, numeral, unit) if unit and numeral.value != 1 else None
    return _counting(reading, numeral)


def _is_named_measure(reading: Reading, numeral: Numeral) -> bool:
    """ "F-16 m", "G7 days": the number is glued to letters, so it is a name's."""
    glued = reading.piece(numeral.first)
    return glued.glued and numeral.first > 0 and reading.piece(numeral.first - 1).text[-1:].isalpha()


def _counts_millions(reading: Reading, numeral: Numeral) -> bool:
    """ "1.7m residents": people follow, so the glued "m" is no metre."""
    piece, following = reading.piece(numeral.after), reading.piece(numeral.after + 1)
    unit = noun_units().get(following.low) or noun_units().get(singular(following.low))
    return piece.glued and piece.text == "m" and following.kind is PieceKind.WORD and unit in ("person", "personnel")


def _millions(reading: Reading, numeral: Numeral) -> Numeral:
    """ "30m people": a glued "m" that is no metre is a million."""
    piece = reading.piece(numeral.after)
    return with_letter(reading.pieces, numeral) if piece.glued and piece.text in ("m", "b") else numeral


def _share(reading: Reading, numeral: Numeral) -> Figure | None:
    """ "two-thirds of the country": a share, whatever it is of; "half of the 12,000" leaves the number to speak."""
    end = reading.piece(numeral.after - 1).end
    begin = reading.piece(numeral.first).begin
    if (measure := find_measure(reading, numeral) or _part_of_measure(reading, numeral)) is not None:
        return _bounded(reading, numeral, measure)
    following = reading.token_from(end)
    if any(token.tag_ == "CD" for token in reading.doc[following : following + 3]):
        return None
    whole = nouns.find_noun(reading, numeral, end)
    phrase = f"% {whole[0].phrase}" if whole else "share"
    return _bounded(reading, numeral, Unit(UnitKind.SHARE, "share", phrase, begin, end), rule="share")


def _part_of_measure(reading: Reading, numeral: Numeral) -> Unit | None:
    """ "a quarter of a mile": a part of one measure is a number of it."""
    if reading.piece(numeral.after).low != "of" or reading.piece(numeral.after + 1).low not in ("a", "an"):
        return None
    whole = nouns.find_noun(reading, numeral, reading.piece(numeral.after + 1).end)
    return whole[0] if whole and whole[0].kind is UnitKind.MEASURE else None


def _counting(reading: Reading, numeral: Numeral) -> Figure | None:
    """A number before a noun, or one that stands alone."""
    begin, end = reading.piece(numeral.first).begin, reading.piece(numeral.after - 1).end
    after = bound_after(reading, end)
    found = nouns.find_noun(reading, numeral, after[1] if after else end)
    token = reading.token_at(begin)
    is_counted = found is not None and found[1].is_plural and found[1].counted_by(token) and not _shares_head(reading, numeral)
    if refusals.is_named_by(reading, numeral, is_counted=is_counted):
        return None
    if found is not None and found[1].head.lower_ == "others":
        return _bounded(reading, numeral, Unit(UnitKind.BARE, None, None, begin, found[0].end), rule="others")
    if found is not None:
        if refusals.is_first_word_of_name(reading, numeral, found[1].head) and not found[1].is_plural:
            return None
        figure = _bounded(reading, numeral, found[0])
        return None if _is_year(reading, figure, plural=found[1].is_plural) or _is_pronoun(reading, numeral) else figure
    return _alone(reading, numeral)


def _shares_head(reading: Reading, numeral: Numeral) -> bool:
    """ "Boeing 737 jets": the name before the number leans on the same noun."""
    begin = reading.piece(numeral.first).begin
    token = reading.token_at(begin)
    if token is None or token.i == 0:
        return False
    before = reading.doc[token.i - 1]
    return before.tag_ == "NNP" and before.head.i == token.head.i and before.dep_ in ("nmod", "compound")


def _is_year(reading: Reading, figure: Figure, *, plural: bool) -> bool:
    if not refusals.may_be_year(reading, figure.numeral):
        return False
    return refusals.is_year(reading, figure.numeral, counts_plural=plural, bounded=figure.sign != "=")


def _is_pronoun(reading: Reading, numeral: Numeral) -> bool:
    """ "this one", "the one", "no one": not a number."""
    first = reading.piece(numeral.first)
    return first.low == "one" and numeral.after == numeral.first + 1 and reading.piece(numeral.first - 1).low in POINTING


def _alone(reading: Reading, numeral: Numeral) -> Figure | None:
    """A number without a noun: an age, victims, or a count whose noun the sentence leaves out."""
    begin, end = reading.piece(numeral.first).begin, reading.piece(numeral.after - 1).end
    if _is_age(reading, numeral, begin, end):
        return _bounded(reading, numeral, Unit(UnitKind.MEASURE, "year of age", "year of age", begin, end), rule="age")
    figure = _bounded(reading, numeral, Unit(UnitKind.BARE, None, None, begin, end))
    if _is_year(reading, figure, plural=False) or (numeral.is_words and not _stands_for_a_noun(reading, figure)):
        return None
    token = reading.token_at(figure.number.end - 1)
    is_of_forces = token is not None and nouns.is_of_forces(token)
    if is_of_forces or nouns.counts_victims(reading, figure.begin, end):
        name = "personnel" if is_of_forces else "person"
        return replace(figure, unit=replace(figure.unit, kind=UnitKind.NOUN, name=name, phrase=name))
    return figure


def _stands_for_a_noun(reading: Reading, figure: Figure) -> bool:
    """Whether a spelled number takes a noun's place: "killing two", "at least four"; not "the two", "one of them"."""
    numeral = figure.numeral
    before, after = reading.piece(numeral.first - 1), reading.piece(numeral.after)
    if _opens_a_list(reading, numeral):
        return True
    if after.low in ("from", "each") or (after.low == "of" and _is_part_of_counted(reading, numeral.after + 1)):
        return True
    if before.low == "all":
        return nouns.counts_victims(reading, figure.begin, figure.end)  # "killing all four"
    if before.low in POINTING or (numeral.scale >= 100 and after.low == "of"):
        return False
    if figure.sign != "=" or nouns.counts_victims(reading, figure.begin, figure.end):
        return True
    token = reading.token_at(figure.number.end - 1)  # of "two hundred" the last
    return numeral.value != 1 and token is not None and token.tag_ == "CD" and token.dep_ in OBJECTS


def _is_part_of_counted(reading: Reading, at: int) -> bool:
    """ "seven of them", "one of the two bridges": what is counted stands elsewhere."""
    if reading.piece(at).low in ("them", "whom", "which"):
        return True
    number = reading.piece(at + 1)
    is_number = number.kind is PieceKind.NUMBER or number.low in SMALL or number.low in TENS
    return reading.piece(at).low in nouns.DETERMINERS and is_number


def _opens_a_list(reading: Reading, numeral: Numeral) -> bool:
    """ "three or four years", "seven to 10", "four-, five- and six-wheel": the noun comes with the next number."""
    joint = reading.piece(numeral.after)
    if joint.is_hyphen and joint.glued:
        following = reading.piece(numeral.after + 1)
        return following.text == "," or (following.low in ("and", "or", "to") and not following.glued)
    following = reading.piece(numeral.after + 1)
    is_number = following.kind is PieceKind.NUMBER or following.low in SMALL or following.low in TENS
    between = joint.low == "and" and reading.piece(numeral.first - 1).low == "between"
    return is_number and (joint.low in ("or", "to") or between)


def _is_age(reading: Reading, numeral: Numeral, begin: int, end: int) -> bool:
    """ "Haddad, 66," or "aged 66"."""
    if numeral.is_words or numeral.scale != 1 or not isinstance(numeral.value, int) or numeral.value > MAX_AGE:
        return False
    if AGE_BEFORE.search(reading.before(begin, 16)):
        return True
    if reading.text[end : end + 1] != "," or not AGE.search(reading.before(end, 6)):
        return False
    token = reading.token_at(begin)
    return token is not None and token.i > 1 and reading.doc[token.i - 2].tag_ == "NNP"


def _bounded(reading: Reading, numeral: Numeral, unit: Unit, *, rule: str = "count") -> Figure:
    """The figure with the words before and after it that bound it."""
    number = Span(reading.piece(numeral.first).begin, reading.piece(numeral.after - 1).end)
    negative = NEGATIVE.search(reading.before(number.begin, 12)) if not numeral.is_words else None
    begin = min(unit.begin, number.begin - (len(negative[0].lstrip(" (~$")) if negative else 0))
    bound = bound_before(reading, begin, unit.name)
    after = bound_after(reading, number.end) or bound_after(reading, unit.end)
    sign = bound.stronger(after[0]) if after else bound.sign
    end = max(unit.end, after[1]) if after else unit.end
    adds = bound.adds or reading.piece(numeral.after).low in words_of("addition", "after")
    rule = "addition" if adds and rule == "count" else rule
    return Figure(numeral, number, unit, bound.begin, end, sign, rule, negative is not None)
