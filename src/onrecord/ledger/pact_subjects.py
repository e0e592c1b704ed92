"""What an agreement is about, by the words of its sentence: an agreement on fishing does not keep the promise of a peace agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.lexicon.words import word_set
from onrecord.model import Claim, Kind

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")
BEFORE, AFTER = 5, 2
"""So many words before the noun may tell what it is about, or be its article; and so many after "agreement on"."""
ON = ("on", "about", "concerning", "regarding", "governing")


def about_other(claim: Claim, words: str, promised: str) -> bool:
    """Whether the sentence of an agreement tells of another than that which was ``promised``: both say what it is about, and no word is shared.

    Sentences that do not say what it is about, or that call it by a name, may tell of any.
    """
    if claim.kind is not Kind.AGREEMENT:
        return False
    mine, theirs = subjects(words), subjects(promised)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def subjects(words: str) -> frozenset[str]:
    """What the first agreement in a sentence is about, as far as words before the noun or after "on" tell; of kindred words the first.

    >>> sorted(subjects("Mali signed a new fisheries agreement on 9 April.")), sorted(subjects("They will sign a deal on border trade."))
    (['fisheries'], ['border', 'trade'])
    >>> sorted(subjects("The defence pact was signed.")), sorted(subjects("Mali signs peace deal")), sorted(subjects("a truce"))
    (['security'], [], [])
    """
    found = WORD.findall(words)
    nouns = word_set("pacts", "nouns_told")
    at = next((at for at, word in enumerate(found) if word.lower() in nouns), None)
    if at is None:
        return frozenset()
    return frozenset(_kindred(word) for word in (*_before(found[:at]), *_after(found[at + 1 :])))


def _before(found: list[str]) -> Iterator[str]:
    """The words between an article and the noun; none where no article tells how far they reach."""
    articles = word_set("promises", "words_known") | word_set("promises", "words_some")
    near = found[-BEFORE:]
    start = max((at for at, word in enumerate(near) if word.lower() in articles), default=None)
    return (word for word in near[start + 1 :] if _tells(word)) if start is not None else iter(())


def _after(found: list[str]) -> Iterator[str]:
    """The words that follow "on" behind the noun, up to the next that is no subject."""
    if not found or found[0].lower() not in ON:
        return
    for word in found[1 : AFTER + 1]:
        if not _tells(word):
            return
        yield word


def _tells(word: str) -> bool:
    """Whether a word may tell what an agreement is about: no name, no number, nothing that is said of any agreement."""
    return word.islower() and word.isascii() and len(word) > 2 and word not in word_set("promises", "words_any_pact")


def _kindred(word: str) -> str:
    for name in ("words_security", "words_peace", "words_trade", "words_arms"):
        if word in word_set("promises", name):
            return name.removeprefix("words_")
    return word
