"""Headlines With Capitals, as the parser reads them best: in the case of a sentence."""

from __future__ import annotations

import re
from functools import cache

from onrecord.claims.word_marks import NUMBER_WORDS
from onrecord.lexicon.folding import key_of
from onrecord.lexicon.names import name_index
from onrecord.lexicon.triggers import triggers_by_form
from onrecord.lexicon.words import word_set

WORD = re.compile(r"[^\W\d_][\w.’'-]*")
SMALL = re.compile(r"(?<![\w.’'-])[a-z][a-z’'-]+")
NAMED = re.compile(r"(?<=[a-z,] )[A-Z][a-z’'-]+")
JOINTS = frozenset([" ", "-", ". "])
COMMON = (
    ("people", "nouns_force"),
    ("people", "nouns_asset"),
    ("people", "nouns_people"),
    ("people", "nouns_site"),
    ("people", "nouns_body"),
    ("attack", "nouns_fighter"),
    ("goods", "nouns_goods"),
    ("goods", "nouns_money"),
    ("speech", "verbs_say"),
    ("speech", "verbs_announce"),
    ("status", "verbs_plan"),
    ("status", "verbs_denied"),
    ("status", "verbs_possible"),
    ("status", "verbs_call"),
    ("status", "verbs_through"),
    ("status", "verbs_event"),
    ("status", "verbs_ending"),
    ("status", "verbs_extending"),
    ("status", "nouns_plan"),
    ("pacts", "nouns_told"),
    ("pacts", "verbs_announced"),
    ("pacts", "verbs_signed"),
    ("pacts", "verbs_violated"),
    ("pacts", "verbs_ended"),
)
"""Word sets whose words no name in a headline is made of, unless the report writes them with a capital."""
MAX_HEADLINE = 160
MAX_CAPITALS = 600
"""Characters of a sentence in capitals alone, as old wires write them."""
MAX_NAME = 5
CALENDAR = frozenset(
    """january february march april june july august september october november december monday tuesday wednesday thursday friday saturday
    sunday""".split()
)
LONG = 4
FUNCTION = frozenset(
    """a an the of in on at by for from to with without into over under after before since until amid as and or but its their his her our
    is are was were be been will would may can not no more most than that this all out up down off back again against between about
    during among through toward towards""".split()
)


def in_sentence_case(words: str, text: str) -> str:
    """A headline whose words begin with capitals, or a sentence in capitals alone, with small letters for all but its names; other words as
    they are.

    ``text`` is the report: a word that it writes small, and not with a capital amid a sentence, is no name.

    >>> in_sentence_case("Manila Shelves Plan to Scrap Forces Pact With Washington", "The pact on forces was kept.")
    'Manila shelves plan to scrap forces pact with Washington'
    >>> in_sentence_case("NATO HANDS OVER BASE TO IRAQ", "")
    'NATO hands over base to Iraq'
    >>> in_sentence_case("The army left the town of Mopti on Monday.", "")
    'The army left the town of Mopti on Monday.'
    """
    if len(words) <= MAX_CAPITALS and words.upper() == words and "\n" not in words:
        found = list(WORD.finditer(words))
        if len(found) >= 4 and any(len(word[0]) > LONG for word in found):
            return _from_capitals(words, text, found)
    if not words or len(words) > MAX_HEADLINE or words[-1] in '.!?"”' or words[0] in "-*•" or "\n" in words:
        return words
    found = list(WORD.finditer(words))
    long = [word for word in found if len(word[0]) >= LONG and not word[0].isupper()]
    if len(found) < 4 or len(long) < 3 or sum(word[0][0].isupper() for word in long) * 10 < len(long) * 9:
        return words
    kept = _names(words, found)
    body = text.replace(words, "")
    small, named = set(SMALL.findall(body)), set(NAMED.findall(body))
    letters = list(words)
    for number, word in enumerate(found):
        low = word[0].lower()
        if number == 0 or word.start() in kept or not word[0][0].isupper() or word[0][1:] != low[1:]:
            continue
        if low in FUNCTION or low in NUMBER_WORDS or low in small or (low in _known() and word[0] not in named):
            letters[word.start()] = low[0]
    return "".join(letters)


def _from_capitals(words: str, text: str, found: list[re.Match[str]]) -> str:
    """A headline in capitals alone: small letters but for its names, which get one capital, and for initials."""
    kept = _names(words, found)
    named = {name.upper(): name for name in NAMED.findall(text.replace(words, ""))}
    letters = list(words)
    for number, word in enumerate(found):
        capitals = word[0].rstrip(".")
        low = capitals.lower()
        if "." in capitals or (word.start() in kept and is_short_for(capitals)):
            continue
        is_name = word.start() in kept or low in CALENDAR or (capitals in named and low not in FUNCTION | _known())
        first = capitals[0] if number == 0 or is_name else low[0]
        letters[word.start() : word.start() + len(low)] = first + low[1:]
    return "".join(letters)


def is_short_for(word: str) -> bool:
    """Whether letters are initials by which the lexicon knows a name: "US", "NATO"."""
    return any(entry.form == word for entry in name_index().by_key.get(key_of(word), ()))


def _names(words: str, found: list[re.Match[str]]) -> set[int]:
    """Where the words of listed names begin."""
    kept: set[int] = set()
    listed = name_index().by_key
    for first in range(len(found)):
        for last in range(min(first + MAX_NAME, len(found)) - 1, first - 1, -1):
            gaps = (words[a.end() : b.start()] for a, b in zip(found[first:last], found[first + 1 : last + 1], strict=True))
            if any(gap not in JOINTS for gap in gaps):
                continue
            if first == last and found[first][0].lower() in FUNCTION:
                break
            phrase = words[found[first].start() : found[last].end()]
            if key_of(phrase.removesuffix("'s").removesuffix("’s")) in listed:
                kept |= {word.start() for word in found[first : last + 1]}
                break
    return kept


@cache
def _known() -> frozenset[str]:
    """The forms of verbs and nouns that open claims or stand in them."""
    return frozenset(triggers_by_form()).union(*(word_set(*listed) for listed in COMMON))
