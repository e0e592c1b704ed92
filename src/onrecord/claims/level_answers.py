"""Numbers that answer a question: "How many French soldiers are in Chad? About 1,000"."""

from __future__ import annotations

import re

from onrecord.claims.bare_numbers import verb_of
from onrecord.claims.level_places import IN_PLACE, where
from onrecord.claims.level_words import is_hold
from onrecord.claims.owners import owner_of
from onrecord.claims.participants import participant
from onrecord.claims.phrases import is_force
from onrecord.claims.places import places_of
from onrecord.claims.scene import Scene
from onrecord.claims.story import Asked, Story
from onrecord.claims.subjects import subject
from onrecord.model import Count, Mention

HOW_MANY = re.compile(r"\b(?:how many|what is the (?:number|strength|size))\b", re.IGNORECASE)
LEAD = re.compile(
    r"\W*(?:A:|Answer:)?\W*(?:(?:there (?:are|were)|it is|it has|they are|well|right now|now|currently|at present|today|we have)\W*){0,2}",
    re.IGNORECASE,
)
NUMBER = re.compile(
    LEAD.pattern
    + r"(?:(?:about|around|approximately|roughly|some|nearly|almost|over|only|just|up to|(?:more|fewer|less) than)\W+){0,2}\d[\d,.]*\d",
    re.IGNORECASE,
)
NEAR = 60


def may_answer(sentence: str) -> bool:
    """Whether a sentence opens with a number, as an answer to a question for one does.

    >>> may_answer("A: About 850."), may_answer("The 850 men left.")
    (True, False)
    """
    return NUMBER.match(sentence) is not None


def asked(scene: Scene, story: Story) -> Asked | None:
    """Whose forces a question asks the number of, and where."""
    noun = next((t for t in scene.tokens if is_force(t)), None)
    if noun is None or not HOW_MANY.search(scene.sentence.text):
        return None
    verb = verb_of(noun)
    who = owner_of(scene, story, noun)
    if who is None and verb is not None and is_hold(verb):
        holder = subject(verb)
        who = participant(scene, story, holder) if holder is not None and holder.i != noun.i else None
    places = where(scene, story, noun, None, verb) or places_of(scene, story, verb, prepositions=IN_PLACE)
    if who is None and not places:
        return None
    return Asked(who or story.whose_forces, tuple(places), scene.sentence.span)


def is_answer(scene: Scene, question: Asked, mention: Mention[Count]) -> bool:
    """Whether a number opens the sentence after the question and counts nothing else."""
    if not 0 <= scene.sentence.span.begin - question.span.end <= NEAR or mention.value.quantity.unit not in (None, "personnel"):
        return False
    return LEAD.fullmatch(scene.sentence.text[: mention.span.begin]) is not None
