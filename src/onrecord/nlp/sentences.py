"""Sentences of a fixed text, with their offsets, in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from onrecord.model import Span
from onrecord.nlp.wrapping import stretches

MAX_SENTENCE = 2_000
"""Characters after which a sentence is cut at the next blank: text without a full stop must not grow without bound."""

# A full stop, question or exclamation mark, with closing quotes or brackets, then blanks and the start of something new.
END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?:\[\d{1,3}\])*+(?=\s++[\"'“‘«(\[]*[A-Z0-9À-Þ$£€•–—-])")
LAST_WORD = re.compile(r"([A-Za-z][A-Za-z.]*)$")
DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]|Ph\.D", re.IGNORECASE)
OPENING_WORD = re.compile(r"[\"'“‘(]*([A-Z][a-z]*)(?![.\w])")

TITLES = frozenset(
    "mr mrs ms messrs mme dr drs prof st mt ft gen gens lt lts col cols maj capt cmdr cpt sgt cpl pvt pte adm vadm radm rear vice "
    "brig sen sens rep reps gov govs pres amb hon rev spc pfc ssgt msgt tsgt sfc lcpl gysgt ens cdr cwo supt insp det asst dep "
    "ret".split()
)
"""Written with a capital before a name: "Lt. Gen. Votel"; they never end a sentence."""

CLOSERS = frozenset(
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun jr sr inc ltd co corp dept".split()
)
"""Written with a capital; they end a sentence where a word follows that opens one: "on Jan. 5", "in Dec. The base"."""

BEFORE_NUMBERS = frozenset("no nos p pp art arts sec para paras fig figs vol ch approx est c ca".split())
"""Abbreviations before a number, words before anything else: "No. 5", "They said no. Troops left."."""

SMALL = frozenset("vs etc al ed".split())

STARTERS = frozenset(
    "the a an in on at it he she they we this that these those but and however meanwhile i there after since as".split()
)


def split_sentences(text: str) -> Iterator[Span]:
    """The sentences of ``text``. A line break ends one, except in a paragraph whose lines a margin has cut (``stretches``).

    >>> text = "Gen. Votel spoke on Jan. 5. He left the U.S. base. Rockets fell."
    >>> [span.cut(text) for span in split_sentences(text)]
    ['Gen. Votel spoke on Jan. 5.', 'He left the U.S. base.', 'Rockets fell.']
    """
    yield from _sentences(text)


@lru_cache(maxsize=64)
def _sentences(text: str) -> tuple[Span, ...]:
    """The sentences, kept for those who ask for them once more."""
    return tuple(_split(text))


def _split(text: str) -> Iterator[Span]:
    for start, end in stretches(text):
        begin = start
        for mark in END.finditer(text, begin, end):
            if not _ends_sentence(text, begin, mark.start(), mark.end()):
                continue
            yield from _trimmed(text, begin, mark.end())
            begin = mark.end()
        yield from _trimmed(text, begin, end)


def _ends_sentence(text: str, begin: int, mark: int, after: int) -> bool:
    """Whether the mark at ``mark`` ends a sentence, or an abbreviation, an initial or a list number stands before it."""
    if text[mark] != "." or text.startswith("...", mark):
        return True
    found = LAST_WORD.search(text, max(begin, mark - 12), mark)
    if found is None:
        return mark - begin > 12 or not text[begin:mark].strip().isdigit()
    word = found.group(1)
    key = word.casefold()
    following = text[after : after + 24].lstrip()
    if key in BEFORE_NUMBERS and (len(word) > 1 or word.islower()):
        return not following[:1].isdigit()
    if word[0].isupper() and key in TITLES:
        return False
    if (word[0].isupper() and key in CLOSERS) or key in SMALL or DOTTED.fullmatch(word):
        return _starts_sentence(following)
    return not (len(word) == 1 and word.isupper() and word != "I") or _starts_sentence(following)


def _starts_sentence(following: str) -> bool:
    """After "U.S." only a word that opens sentences opens one: "the U.S. Embassy" goes on."""
    word = OPENING_WORD.match(following)
    return word is not None and word.group(1).casefold() in STARTERS


def _trimmed(text: str, begin: int, end: int) -> Iterator[Span]:
    """The stretch without blanks at its edges, cut at blanks where it is longer than a sentence may be."""
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    while end - begin > MAX_SENTENCE:
        cut = text.rfind(" ", begin + 1, begin + MAX_SENTENCE)
        cut = cut if cut > begin else begin + MAX_SENTENCE
        if text[begin:cut].strip():
            yield Span(begin, cut)
        begin = cut
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end:
        yield Span(begin, end)
