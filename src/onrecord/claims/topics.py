"""What a whole report is about: claims of war belong to reports that speak of war, claims of diplomacy to those that speak of states."""

from __future__ import annotations

import re
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Topics:
    """Whether a report speaks of armed force, whether of states and their dealings, and whether it is about a film or a game."""

    war: bool
    states: bool
    play: bool = False

    def allow(self, kind: Kind, type_: object = None) -> bool:
        """Whether a claim of this kind can be meant in the report; a ceasefire is a matter of war."""
        if self.play and (kind in OF_WAR or kind in OF_STATES):
            return False
        if kind in OF_WAR or type_ == "ceasefire":
            return self.war
        return self.war or self.states or kind not in OF_STATES


def is_fiction(sentence: str) -> bool:
    """Whether a sentence tells what a film or book tells: "In the film, soldiers storm a village", "a novel about the fall of".

    >>> is_fiction("In the film, rebels take the city."), is_fiction("The film crew was attacked.")
    (True, False)
    """
    return FICTION.search(sentence) is not None


def topics_of(text: str) -> Topics:
    """The topics of a report, by its words: "the striker fired a rocket" alone is no war.

    >>> topics_of("The troops shelled the town.").war, topics_of("Goals, goals, goals. " * 20).war
    (True, False)
    """
    words = [word.lower() for word in WORD.findall(text)]
    if len(words) < SHORT:
        return Topics(war=True, states=True)
    parts = [part for word in words for part in {word, *word.split("-")}]
    sure = any(part in word_set("topics", "nouns_war_sure") for part in parts)
    war = sure or sum(part in word_set("topics", "nouns_war") for part in parts) >= ENOUGH
    states = any(part in word_set("topics", "nouns_states") for part in parts)
    play = not states and sum(part in word_set("topics", "nouns_play") for part in parts) >= OF_PLAY
    return Topics(war=war, states=states, play=play)
