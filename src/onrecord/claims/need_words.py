"""The words that needs are made of: marks, who acts and suffers, forces, goods, sites, money; and on which side they have to stand.

``NAME`` and its like are marks that ``word_marks`` gives to words which are such; as words are looked up in small letters, no word is
one of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.claims.goods import AMOUNT_HEADS, DELIVERIES, HELPED
from onrecord.claims.victims import PRONOUNS as WHO
from onrecord.claims.victims import QUANTIFIERS
from onrecord.lexicon.names import Lexicon, name_index
from onrecord.lexicon.triggers import triggers_by_form
from onrecord.lexicon.units import currencies, symbol_codes
from onrecord.lexicon.words import word_set
from onrecord.model import NameKind

NAME, SURNAME, KNOWN, ACTOR, SITE = "Name", "Surname", "Known", "Actor", "Site"
"""A word with a capital; one that may be of a person; one of a name that the lexicon has; the first of a body's, of a site's."""
NUMBER, COUNT, LARGE, MONEY, ACRONYM, POSSESSIVE = "Number", "Count", "Large", "Money", "Acronym", "Possessive"

NEAR, CLOSE = 8, 4
"""Words to a side of a trigger among which the rules find what goes with it, mostly and where it belongs right to it."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Words of which one has to stand so many words before or after a trigger."""

    words: frozenset[str]
    before: int = NEAR
    after: int = NEAR


Part = frozenset[str] | Beside
Need = tuple[Part, ...]


def before(words: frozenset[str], most: int = NEAR) -> Beside:
    """One of the words before the trigger."""
    return Beside(words, most, 0)


def after(words: frozenset[str], most: int = NEAR) -> Beside:
    """One of the words after the trigger."""
    return Beside(words, 0, most)


def close(words: frozenset[str]) -> Beside:
    """One of the words right by the trigger, on either side."""
    return Beside(words, CLOSE, CLOSE)


@dataclass(frozen=True, slots=True)
class Listing:
    """Single words of the lexicon's names: all, those of states and their people, the first of bodies', the first of sites'.

    ``common`` are small words of the rules, which are no names where they open a sentence.
    """

    known: frozenset[str]
    lands: frozenset[str]
    actors: frozenset[str]
    sites: frozenset[str]
    common: frozenset[str]


@lru_cache(maxsize=8)
def listing_of(lexicon: Lexicon) -> Listing:
    """The words of a lexicon's names."""
    known, lands, actors, sites = set[str](), set[str](), set[str](), set[str]()
    for entry in (entry for entries in lexicon.by_key.values() for entry in entries):
        words = [bare(word) for word in entry.form.lower().removeprefix("the ").split()]
        if entry.name.kind is NameKind.PERSON or not words:
            continue
        known.update(word for word in words if len(word) > 2 or len(words) == 1)
        if entry.name.type in ("state", "country"):
            lands.update(words)
        elif entry.name.kind is NameKind.ACTOR:
            actors.add(words[0])
        elif entry.name.kind is NameKind.SITE:
            sites.add(words[0])
    small = frozenset({"the", "and", "for", "of"})
    return Listing(frozenset(known) - small, frozenset(lands), frozenset(actors), frozenset(sites), _common() - known)


def bare(word: str) -> str:
    """A word without what the text writes around it, as the marks have it."""
    return word.strip("'’.,()-")


@cache
def _common() -> frozenset[str]:
    """Words that open sentences with a capital and are no names there."""
    return frozenset(triggers_by_form()) | word_set("people", "nouns_people") | word_set("people", "nouns_body") | forces()


PRONOUNS = frozenset("it they them he him she her who which that we us our its their his i me those these others both".split())
OF = frozenset(["of"])
TO_OR_FOR = frozenset(["to", "for"])
WHOSE = frozenset([POSSESSIVE, "its", "their", "his", "her", "our"])
PARTS = frozenset(
    "unit units company rest bulk most some half part portion majority remainder others last hundreds thousands dozens group groups "
    "batch wave column element elements member members none first second third another more observers monitors newcomers".split()
)
DONORS = frozenset("it they we who which that".split())
WEIGHTS = frozenset("tons tonnes ton tonne kilograms pallets crates boxes containers container cartons wagons".split())


@cache
def people() -> frozenset[str]:
    """Words for people who are hurt, with what may stand for them."""
    return (
        word_set("people", "nouns_people") | word_set("attack", "nouns_victim") | WHO | QUANTIFIERS | {NAME, NUMBER, "nobody"}
    )


@cache
def forces() -> frozenset[str]:
    """Words for forces."""
    units = (
        word_set("units", name) for name in ("words_unit", "nouns_police", "of_US", "of_GB", "nouns_specialist", "nouns_band")
    )
    return frozenset().union(word_set("people", "nouns_force"), word_set("people", "nouns_asset"), *units)


@cache
def parts_of_forces() -> frozenset[str]:
    """A stock of forces or a part of one, and numbers large enough to be forces."""
    return word_set("people", "nouns_stock") | word_set("people", "nouns_cap") | PARTS | {LARGE}


@cache
def arms() -> frozenset[str]:
    """Weapons and what they do."""
    return word_set("people", "nouns_arms")


@cache
def fighters() -> frozenset[str]:
    """Whoever and whatever uses force: fighters, weapons, aircraft, strikes, and the first words of what forces are called."""
    names = ("nouns_fighter", "nouns_flyer", "nouns_strike", "nouns_bloc")
    return frozenset().union(arms(), *(word_set("attack", name) for name in names), {ACTOR, ACRONYM})


@cache
def peoples() -> frozenset[str]:
    """The peoples of states, who may stand for their forces: "the Americans"."""
    listed = (entry for entries in name_index().by_key.values() for entry in entries)
    return frozenset(entry.form.lower() for entry in listed if entry.name.type == "state" and entry.form.endswith("s"))


@cache
def sites() -> frozenset[str]:
    """Words for sites, and the first ones of their names."""
    return word_set("people", "nouns_site") | word_set("sites", "nouns_of_pairs") | {SITE, "site", "sites", "keys"}


@cache
def money() -> frozenset[str]:
    """Words and signs of sums of money."""
    words = {row.word for row in currencies()}
    return frozenset(
        [*words, *(f"{word}s" for word in words), *(sign.lower() for sign in symbol_codes()), "million", "billion", MONEY]
    )


@cache
def goods() -> frozenset[str]:
    """Words for what is given, and for sums of money."""
    named = word_set("goods", "nouns_goods") | word_set("goods", "nouns_money") | word_set("people", "nouns_asset")
    return named | money() | AMOUNT_HEADS | DELIVERIES


@cache
def bodies() -> frozenset[str]:
    """Whoever can give, receive or take part."""
    known = word_set("people", "nouns_body") | word_set("people", "nouns_force") | word_set("people", "nouns_people")
    return known | HELPED | PRONOUNS | {NAME}


@cache
def donors() -> frozenset[str]:
    """Whoever can give: by name, as a body, or by a pronoun for either."""
    return word_set("people", "nouns_body") | word_set("goods", "nouns_giver") | DONORS | {NAME}
