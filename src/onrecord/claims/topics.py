"""What a whole report is about: claims of war belong to reports that speak of war, claims of diplomacy to those that speak of states."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.lexicon.names import name_index
from onrecord.lexicon.words import word_set
from onrecord.model import Kind

WORD = re.compile(r"[A-Za-z][A-Za-z-]*")
FICTION = re.compile(
    r"\bin the (?:\w+ )?(?:film|movie|novel|series|comedy|video ?game|play|thriller)\b|"
    r"\b(?:film|movie|novel|series|play|musical|thriller|video ?game) (?:about|depicting|set in)\b",
    re.IGNORECASE,
)
SHORT = 45
"""Words below which a text is too short to tell what it is about."""

ENOUGH = 2
"""Words of war by which a report speaks of it, where none leaves no doubt: one alone may be a figure of speech."""

OF_WAR = frozenset({Kind.ATTACK, Kind.CASUALTIES, Kind.THREAT, Kind.TERRITORY})
OF_STATES = frozenset(
    {
        Kind.AGREEMENT,
        Kind.SANCTION,
        Kind.MEETING,
        Kind.ORGANIZATION,
        Kind.FORCE_LEVEL,
        Kind.FORCE_CHANGE,
        Kind.SITE,
        Kind.ASSISTANCE,
    }
)
OF_PLAY = 4
"""Words of films, novels and games by which a report that names no state's officials is about one."""

SURE = 3
"""What a word of war that leaves no doubt weighs, where a word of another trade weighs half."""

SEVERAL = 2
"""Countries that a report names which is about forces without a word for governments."""

OF_FORCES = frozenset({Kind.FORCE_LEVEL, Kind.FORCE_CHANGE})


@dataclass(frozen=True, slots=True)
class Topics:
    """Whether a report speaks of armed force, whether of states and their dealings, whether of forces at all, whether it is about a film
    or a game, whether about relief for another country, and whether it names several countries and no other trade ("Britain will withdraw 1,600 soldiers from Iraq")."""

    war: bool
    states: bool
    play: bool = False
    forces: bool = True
    lands: bool = False
    relief: bool = False

    def allow(self, kind: Kind, type_: object = None, *, given: Collection[str] = ()) -> bool:
        """Whether a claim of this kind, with the args that are given, can be meant in the report; a ceasefire is a matter of war, and
        so is help that has no receiver."""
        if self.play and (kind in OF_WAR or kind in OF_STATES):
            return False
        if kind in OF_WAR or type_ == "ceasefire":
            return self.war
        if self.war:
            return True
        if kind is Kind.ASSISTANCE and not {"donor", "recipient"} <= set(given):
            return False
        if kind is Kind.ASSISTANCE and self.relief:
            return True
        if kind in OF_FORCES:
            return self.forces and (self.states or self.lands)
        return kind not in OF_STATES or self.states

    def allowed(self, kinds: Iterable[Kind]) -> frozenset[Kind]:
        """Those of some kinds of which a claim can be meant in the report, whatever it says."""
        return frozenset(kind for kind in kinds if self.allow(kind, given=("donor", "recipient")))


def is_fiction(sentence: str) -> bool:
    """Whether a sentence tells what a film or book tells: "In the film, soldiers storm a village", "a novel about the fall of".

    >>> is_fiction("In the film, rebels take the city."), is_fiction("The film crew was attacked.")
    (True, False)
    """
    return FICTION.search(sentence) is not None


@lru_cache(maxsize=64)
def topics_of(text: str) -> Topics:
    """The topics of a report, by its words: "the striker fired a rocket" alone is no war, nor is one "troop" among goals and votes.

    >>> topics_of("The troops shelled the town.").war, topics_of("Goals, goals, goals. " * 20).war
    (True, False)
    >>> topics_of("Detectives arrested a man over a stabbing at a nightclub.").war
    False
    """
    words = WORD.findall(text.lower())
    seen = Counter(part for word in words for part in ({word, *word.split("-")} if "-" in word else (word,)))
    count = {name: sum(seen[word] for word in seen.keys() & word_set("topics", name)) for name in COUNTED}
    sure, war = count["nouns_war_sure"], count["nouns_war"]
    crime = bool(count["nouns_crime"]) and not sure and war <= count["nouns_crime_too"]
    if len(words) < SHORT:
        return Topics(war=not crime, states=True)
    states = not word_set("topics", "nouns_states").isdisjoint(seen)
    weight = war + (SURE - 1) * sure
    at_war = not crime and weight >= max(ENOUGH, count["nouns_civil"] / 2)
    play = count["nouns_play"] >= OF_PLAY and (not states or not at_war)
    forces = count["nouns_forces"] > count["nouns_civil"] / 4
    lands = forces and not at_war and not count["nouns_civil"] and len(lands_named(seen)) >= SEVERAL
    relief = count["nouns_relief"] >= SURE and len(lands_named(seen)) >= SEVERAL
    return Topics(war=at_war, states=states, play=play, forces=forces, lands=lands, relief=relief)


def lands_named(words: Iterable[str]) -> frozenset[str]:
    """The countries among some words, by name or people."""
    known = _lands()
    return frozenset(known[word] for word in words if word in known)


@cache
def _lands() -> dict[str, str]:
    """Each country's code by the single words that name it or its people."""
    entries = (
        entry for entries in name_index().by_key.values() for entry in entries if entry.name.type in ("state", "country")
    )
    return {entry.form.lower(): entry.name.country for entry in entries if entry.name.country and " " not in entry.form}


COUNTED = (
    "nouns_war_sure",
    "nouns_war",
    "nouns_civil",
    "nouns_crime",
    "nouns_crime_too",
    "nouns_play",
    "nouns_forces",
    "nouns_relief",
)
