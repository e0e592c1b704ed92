"""What an agreement is about, by the words of its sentence: an agreement on fishing does not keep the promise of a peace agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.lexicon.words import word_set
from onrecord.model import Claim, Entry, Fact, Kind

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")
BEFORE, AFTER = 8, 3
"""So many words before the noun may tell what it is about, and so many behind "agreement on"."""
ON, FOR = frozenset("on about concerning regarding governing".split()), "for"
KINDRED = ("words_security", "words_peace", "words_trade", "words_arms", "words_fishing", "words_prisoners")


def about_other(told: Entry, promised: Entry | Fact) -> bool:
    """Whether the sentence of an agreement tells of another than that which was promised: both say what it is about, and no word is shared.

    Sentences that do not say what it is about, or that call it by a name, may tell of any.
    """
    if told.claim.kind is not Kind.AGREEMENT:
        return False
    mine, theirs = subjects(told.words, _trigger_in(told.claim)), subjects(promised.words, _trigger_in(promised.claim))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def subjects(words: str, trigger: int = 0) -> frozenset[str]:
    """What the agreement is about of which the word at ``trigger`` tells, as far as words before the noun or behind "on" say so; of
    kindred words the first.

    >>> sorted(subjects("Mali signed a new fisheries agreement on 9 April.")), sorted(subjects("They will sign a deal on border trade."))
    (['fishing'], ['border', 'trade'])
    >>> sorted(subjects("The defence pact was signed.")), sorted(subjects("They signed a fragile deal on Monday")), sorted(subjects("a truce"))
    (['security'], [], [])
    >>> sorted(subjects("After talks on a peace accord they signed a Customs Agreement.", 33))
    ['customs']
    >>> sorted(subjects("They signed a memorandum of understanding on the exchange of prisoners."))
    ['exchange', 'prisoners']
    """
    found = [(word.group().lower(), word.start(), word.group()) for word in WORD.finditer(words)]
    nouns = word_set("pacts", "nouns_told")
    places = [at for at, (word, _, _) in enumerate(found) if word in nouns]
    at = next((at for at in places if found[at][1] >= trigger), places[-1] if places else None)
    if at is None:
        return frozenset()
    before = _near([word for word, begin, _ in found[:at] if begin >= trigger or found[at][1] <= trigger])
    behind = [(word, given) for word, _, given in found[at + 1 :]]
    if [word for word, _ in behind[:2]] == ["of", "understanding"]:
        behind = behind[2:]
    return frozenset(_kindred(word) for word in (*_known(before), *_after(behind)))


def _trigger_in(claim: Claim) -> int:
    """Where in its sentence the word stands that makes the claim."""
    trigger = claim.spans.get("trigger")
    return max(trigger.begin - claim.evidence.begin, 0) if trigger is not None else 0


def _near(words: list[str]) -> Iterator[str]:
    """Of the words before the noun, those behind its article, or behind another agreement."""
    ends = word_set("promises", "words_known") | word_set("promises", "words_some") | word_set("pacts", "nouns_told")
    for word in reversed(words[-BEFORE:]):
        if word in ends:
            return
        yield word


def _known(words: Iterator[str]) -> Iterator[str]:
    """Of the words before the noun those that say what an agreement may be about; "fragile" says nothing of it."""
    return (word for word in words if word in word_set("promises", "words_pact_subjects"))


def _after(found: list[tuple[str, str]]) -> Iterator[str]:
    """The words behind "agreement on", up to the next that is a name, a number or a day."""
    words = [word for word, _ in found[:2]]
    if not words or not (words[0] in ON or words == [FOR, "the"]):
        return
    for word, given in found[1 : AFTER + 2]:
        if word in word_set("promises", "words_any_pact") or word == "of":
            continue
        if not given.islower():
            return
        yield word


def _kindred(word: str) -> str:
    for name in KINDRED:
        if word in word_set("promises", name):
            return name.removeprefix("words_")
    return word
