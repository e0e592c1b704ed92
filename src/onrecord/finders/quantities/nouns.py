"""The noun that a number counts: "up to 2,500 U.S. troops", "20 of the fighters", "a 14-member council", "seven killed"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.finders.quantities.figure import Unit, UnitKind
from onrecord.finders.quantities.measures import measure_at
from onrecord.finders.quantities.numerals import Numeral
from onrecord.finders.quantities.pieces import PieceKind
from onrecord.finders.quantities.refusals import MONTHS, WEEKDAYS
from onrecord.finders.quantities.sentence import Reading
from onrecord.lexicon.units import noun_units, singular, words_of
from onrecord.model import Span
from onrecord.nlp.tokens import Token

NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
PLURALS = frozenset(["NNS", "NNPS"])
BEFORE_NOUN = NOUNS | frozenset(["JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "ADD", "AFX", "$"])
SKIPPED = frozenset(["more", "additional", "further", "extra", "other", "such"])
DETERMINERS = frozenset(["the", "these", "those", "its", "their", "his", "her", "our", "my", "your", "all"])
NO_UNIT = frozenset(
    "way fold sided star dimensional time long off on up to party pronged part tier wide down in half year-old one quarters third thirds old hand".split()
)
DEMONYM = re.compile(r"[A-Z]\w+(?:ans|is|ese|ites|ards|ons|ens|ews|chs|urds|edes|anes|oles|zechs|ish|ench|utch)$")
SUPERLATIVES = {"best": "good", "worst": "bad"}
MODEL = re.compile(r"[A-Z][A-Za-z]{0,5}-?\d{1,4}[A-Z]{0,2}s?$")
BOTH = frozenset("guard patrol man staff work train watch escort police number total".split())
"""Verbs that the tagger takes for nouns after "soldiers": "150 soldiers guard railway stations"."""
MAX_PHRASE = 9
MAX_NAME = 60


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens of a noun phrase after a number, the last of them its head."""

    tokens: tuple[Token, ...]

    @property
    def head(self) -> Token:
        """The noun that is counted."""
        return self.tokens[-1]

    @property
    def is_plural(self) -> bool:
        """Whether its head is marked as a plural or has no singular of its own."""
        return self.head.tag_ in PLURALS or self.head.lower_ in noun_units() or singular(self.head.text) in noun_units()

    def counted_by(self, numeral: Token | None) -> bool:
        """Whether the parser has the number count the head or a word of the phrase."""
        return numeral is not None and numeral.dep_ == "nummod" and numeral.head.i in {token.i for token in self.tokens}


def find_noun(reading: Reading, numeral: Numeral, end: int) -> tuple[Unit, Phrase] | None:
    """The unit that the noun phrase after ``end`` gives, with that phrase."""
    begin = reading.piece(numeral.first).begin
    at = _after_of(reading, reading.token_from(end))
    phrase = phrase_from(reading, at)
    if phrase is None:
        return None
    if numeral.value > 1:
        phrase = _attributive(phrase)
    head = phrase.head
    noun = Span(head.idx, head.idx + len(head))
    if (measure := measure_at(reading, reading.piece_from(head.idx))) is not None and len(phrase.tokens) > 1:
        return Unit(UnitKind.MEASURE, measure[0], measure[0], begin, noun.end, noun), phrase
    return Unit(UnitKind.NOUN, unit_of(phrase), written_unit(phrase), begin, noun.end, noun), phrase


def _after_of(reading: Reading, at: int) -> int:
    """Past "of the", "of its", "more", "additional"."""
    doc = reading.doc
    while at < len(doc) and doc[at].lower_ in SKIPPED:
        at += 1
    if at + 1 < len(doc) and doc[at].lower_ == "of" and doc[at + 1].lower_ in DETERMINERS:
        at += 2
        if at < len(doc) and doc[at].tag_ == "RBS":
            at += 1
    return at


def phrase_from(reading: Reading, at: int) -> Phrase | None:
    """The noun phrase that begins at token ``at``: adjectives and nouns up to its last noun."""
    doc, last = reading.doc, 0
    tokens = _caliber(reading, at)
    at += len(tokens)
    while at < len(doc) and len(tokens) < MAX_PHRASE:
        token = doc[at]
        if token.tag_ in NOUNS and tokens and _is_when(token):
            break
        if not tokens and (token.tag_ == "HYPH" or token.lower_ in ("last", "next", "past", "this")):
            break
        if token.tag_ not in BEFORE_NOUN and not _is_model(token) and not (tokens and _joins(reading, at)):
            break
        tokens.append(token)
        if token.tag_ in NOUNS or _is_model(token):
            last = len(tokens)
            if _ends(reading, at):
                break
        at += 1
    tokens = tokens[:last]
    return Phrase(tuple(tokens)) if tokens and _may_be_counted(tokens[-1]) else None


def _may_be_counted(head: Token) -> bool:
    """Whether the noun is a word of fair length that is no month or weekday."""
    letters = sum(map(str.isalpha, head.text))
    return not _is_when(head) and len(head) <= MAX_NAME and letters >= (1 if _is_model(head) else 2)


def _caliber(reading: Reading, at: int) -> list[Token]:
    """ "155-mm" before "howitzers": a measure that is part of the name of what is counted."""
    doc = reading.doc
    if at + 1 >= len(doc) or doc[at].tag_ != "CD" or not doc[at].text[:1].isdecimal():
        return []
    here = at + 2 if doc[at + 1].tag_ == "HYPH" else at + 1
    is_glued = (
        here < len(doc) and not doc[at].whitespace_ and measure_at(reading, reading.piece_from(doc[here].idx)) is not None
    )
    return list(doc[at : here + 1]) if is_glued and here + 1 < len(doc) and doc[here + 1].tag_ in BEFORE_NOUN else []


def _attributive(phrase: Phrase) -> Phrase:
    """ "a 41 nation coalition" counts nations: more than one of something in the singular is the noun beside the number."""
    first, head = phrase.tokens[0], phrase.head
    if len(phrase.tokens) > 1 and first.tag_ == "NN" and head.tag_ in ("NN", "NNP") and not phrase.is_plural:
        return Phrase(phrase.tokens[:1])
    return phrase


def _is_model(token: Token) -> bool:
    """ "F-35", "M777s", "AIM-120": letters and figures in one word, whatever the tagger makes of it."""
    return MODEL.match(token.text) is not None


def _is_when(token: Token) -> bool:
    return token.text[:1].isupper() and token.lower_ in (MONTHS | WEEKDAYS)


def _joins(reading: Reading, at: int) -> bool:
    """A comma or "and" between adjectives, a number within a name ("new 767 Tanker jets"), a possessive within a name."""
    doc, token = reading.doc, reading.doc[at]
    if at + 1 >= len(doc):
        return False
    before, after = doc[at - 1], doc[at + 1]
    if token.tag_ == "CD":
        return before.tag_ in ("JJ", "NNP") and after.tag_ in NOUNS and token.text.isdecimal()
    if token.lower_ == "and" and before.tag_ == "NNP" == after.tag_:
        return at + 2 < len(doc) and doc[at + 2].tag_ in PLURALS
    if token.tag_ == "," or token.lower_ == "and":
        return before.tag_ in ("JJ", "VBN") and after.tag_ in ("JJ", "VBN", "NN") and (after.tag_ == "JJ" or before.head.i > at)
    return False


def _ends(reading: Reading, at: int) -> bool:
    """Whether the noun at ``at`` is the head: the next word is no noun, or the parser does not bind this one to it."""
    doc = reading.doc
    if at + 1 >= len(doc):
        return True
    token, after = doc[at], doc[at + 1]
    if token.tag_ in PLURALS and after.lower_ in BOTH and noun_units().get(singular(token.lower_)) == "personnel":
        return True
    if after.tag_ in ("HYPH", "CD") or after.tag_ in ("VBG", "VBN", "JJ"):
        return token.tag_ in PLURALS or not (token.head.i > at and token.dep_ in ("compound", "nmod", "amod", "npadvmod"))
    if after.tag_ not in NOUNS:
        return not (after.lower_ == "and" and _joins(reading, at + 1))
    return token.tag_ in PLURALS and not (token.head.i > at and token.dep_ in ("compound", "nmod", "amod"))


def unit_of(phrase: Phrase) -> str:
    """The ledger's unit: ``personnel``, ``person``, or the head noun's singular."""
    head, units = phrase.head, noun_units()
    if head.lower_ in ("member", "members") and is_of_forces(head):
        return "personnel"
    one = _one(head)
    if len(phrase.tokens) > 1 and (pair := f"{phrase.tokens[-2].lower_} {one}") in units:
        return units[pair]
    known = units.get(one) or units.get(head.lower_)
    if known is None and DEMONYM.match(head.text):
        return "person"
    return known or _proper(phrase) or one


def _proper(phrase: Phrase) -> str | None:
    """ "Black Hawk", "Humvee": the name of a make in the singular, as it is written."""
    names = [token.text for token in phrase.tokens if token.tag_ in ("NNP", "NNPS")]
    if phrase.head.tag_ not in ("NNP", "NNPS") or _is_model(phrase.head):
        return None
    last = singular(phrase.head.text)
    return " ".join([*names[:-1], phrase.head.text[: len(last)] if phrase.head.text.casefold().startswith(last) else last])


def is_of_forces(token: Token) -> bool:
    """ "two members of the border guard", "17 from the army": a body of forces follows."""
    following = [later.lower_ for later in token.doc[token.i + 1 : token.i + 7]]
    link = next((at for at, word in enumerate(following[:2]) if word in ("of", "from")), None)
    return link is not None and not words_of("body").isdisjoint(following[link + 1 : link + 5])


def _one(head: Token) -> str:
    if _is_model(head):
        return head.text.removesuffix("s")
    return head.lower_ if head.tag_ == "NN" and not head.lower_.endswith("men") else singular(head.text)


def written_unit(phrase: Phrase) -> str:
    """The phrase in the singular, as the CQE data writes its units: "armoured vehicle", "people"."""
    words = [_positive(token) for token in phrase.tokens[:-1] if token.tag_ != "," and token.lower_ != "and"]
    last = "people" if phrase.head.lower_ == "people" else _one(phrase.head)
    return " ".join([*words, last]).replace(" - ", "-")


def _positive(token: Token) -> str:
    """A superlative's plain form, as CQE has it: "largest" is "large", "best" is "good"."""
    low = token.lower_
    if token.tag_ != "JJS" or low in SUPERLATIVES or not low.endswith("est"):
        return SUPERLATIVES.get(low, low)
    stem = low.removesuffix("est")
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "ls":
        return stem[:-1]
    return stem + "e" if stem.endswith(("rg", "c", "v", "fe", "id", "at", "s", "im")) else stem


def find_hyphened(reading: Reading, numeral: Numeral) -> Unit | None:
    """ "a 14-member council", "a 2,500-strong force"."""
    hyphen, word = reading.piece(numeral.after), reading.piece(numeral.after + 1)
    begin = reading.piece(numeral.first).begin
    if not is_hyphened(reading, numeral) or word.low in NO_UNIT:
        return None
    noun = Span(word.begin, word.end)
    if word.low == "strong":
        following = phrase_from(reading, reading.token_from(word.end))
        name = "personnel" if following is None or unit_of(following) in ("personnel", "force", "brigade") else "person"
        return Unit(UnitKind.NOUN, name, name, begin, word.end)
    name = noun_units().get(word.low, singular(word.text))
    return Unit(UnitKind.NOUN, name, word.low, begin, hyphen.end + len(word.text), noun)


def is_hyphened(reading: Reading, numeral: Numeral) -> bool:
    """Whether a word hangs on the number by a hyphen."""
    hyphen, word = reading.piece(numeral.after), reading.piece(numeral.after + 1)
    return hyphen.is_hyphen and hyphen.glued and word.glued and word.kind is PieceKind.WORD and len(word.text) < MAX_NAME


def counts_victims(reading: Reading, begin: int, end: int) -> bool:
    """ "seven killed", "12 wounded", "killing nine", "killed all four": people whom no noun names."""
    at, first = reading.piece_from(end), reading.piece_from(begin)
    before, after = reading.piece(first - 1), reading.piece(at)
    if before.low == "all":
        before = reading.piece(first - 2)
    if after.low in ("were", "was", "are"):
        after = reading.piece(at + 1)
    return after.low in words_of("outcome") or before.low in words_of("outcome", "verbs")
