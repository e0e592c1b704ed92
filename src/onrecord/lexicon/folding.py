"""Words of names, folded so that spellings of one name meet: no case, accents, dots or apostrophes, one Arabic article."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

MARKS = "'’‘ʼʿʾ`´"
WORD = re.compile(rf"[^\W\d_](?:\.[^\W\d_])+(?![^\W_])\.?|[^\W_]+(?:[{MARKS}][^\W_]+)*")
POSSESSIVES = frozenset(["'s", "'S", "’s", "’S"])
NOT_DECOMPOSED = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "e"})
DROPPED = str.maketrans("", "", MARKS + ".")

ALWAYS_ARTICLES = frozenset(["al", "ar", "ad", "az", "ash", "el", "er", "ez", "ed"])
"""Spellings of the Arabic article that are no English words."""
ARTICLES = ALWAYS_ARTICLES | frozenset(["as", "an", "at", "es", "en", "et"])


class Word(NamedTuple):
    """A word where it stands: its bounds (without a possessive's ending) and its folded form."""

    begin: int
    end: int
    folded: str


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """One word without case, accents, apostrophes, dots, and the final h of Arabic names in -ah.

    >>> fold("Raqqah"), fold("Qa’im"), fold("U.S."), fold("Erdoğan")
    ('raqqa', 'qaim', 'us', 'erdogan')
    """
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
        word = word.casefold().translate(NOT_DECOMPOSED)
    folded = word.translate(DROPPED).lower()
    return folded[:-1] if len(folded) > 3 and folded.endswith("ah") else folded


def words_in(text: str) -> list[Word]:
    """The words of a text with their bounds, articles of Arabic names made one.

    >>> [word.folded for word in words_in("Near Deir ez-Zor, Iraq's troops")]
    ['near', 'deir', 'al', 'zor', 'iraq', 'troops']
    """
    out: list[Word] = []
    made = tuple.__new__  # as ``Word`` itself does, by way of Python
    for match in WORD.finditer(text):
        begin, end = match.span()
        if end - begin > 2 and text[end - 2 : end] in POSSESSIVES:
            end -= 2
        folded = fold(text[begin:end])
        if folded in ARTICLES and _is_article(text, match, folded):
            folded = "al"
        out.append(made(Word, (begin, end, folded)))
    return out


def _is_article(text: str, match: re.Match[str], folded: str) -> bool:
    """Whether a word like "as" is the article of the next one: tied to it by a hyphen, or capitalised within a sentence."""
    if folded in ALWAYS_ARTICLES or text[match.end() : match.end() + 1] in ("-", "‑"):
        return True
    return match.start() > 0 and match.group().istitle() and text[match.end() + 1 : match.end() + 2].isupper()


@lru_cache(maxsize=20_000)
def key_of(text: str) -> str:
    """A name's folded words as one key, without a leading "the".

    >>> key_of("the Islamic State group"), key_of("Ar Raqqah"), key_of("Dayr Az Zawr")
    ('islamic state group', 'al raqqa', 'dayr al zawr')
    """
    if text.isascii() and text.isalpha():
        return fold(text)
    found = words_in(" " + text)
    return " ".join(word.folded for word in (found[1:] if len(found) > 1 and found[0].folded == "the" else found))


def without_article(key: str) -> str:
    """A key without the Arabic article that it begins with: Hasakah is Al Hasakah."""
    return key[3:] if key.startswith("al ") else key


def is_acronym(form: str) -> bool:
    """Whether a name is written in capitals only, so that case tells it from a common word: "IS", "U.S.", "CJTF-OIR"."""
    letters = [c for c in form if c.isalpha()]
    return bool(letters) and " " not in form and all(c.isupper() for c in letters)


def joined(words: Sequence[Word]) -> str:
    """The key of a run of words."""
    return words[0].folded if len(words) == 1 else " ".join([word.folded for word in words])
