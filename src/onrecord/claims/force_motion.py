"""Forces on the move by any verb: who it is that goes or is taken, and a way there or away beside the verb, tell enough."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from onrecord.claims.building import Draft, name_of, rule
from onrecord.claims.force_nouns import is_asset
from onrecord.claims.force_places import strange_places
from onrecord.claims.force_sorts import is_forces
from onrecord.claims.forces import changes_of
from onrecord.claims.frames import Frame
from onrecord.claims.places import place_at
from onrecord.claims.scene import Scene
from onrecord.claims.story import Story
from onrecord.claims.tree import is_verb, preposition_objects
from onrecord.lexicon.triggers import Trigger, triggers_by_form
from onrecord.lexicon.words import word_set
from onrecord.model import Frozen, Kind
from onrecord.nlp.tokens import Token

AWAY = frozenset("from out off".split())
THERE = frozenset("to into onto toward towards".split())
WAYS = AWAY | THERE
COMING = frozenset("come comes came coming".split())
LOOSE = frozenset("company companies mission missions presence footprint deployment deployments force patrol service".split())
"""Words for forces that mostly mean something else where no word of moving forces stands beside them."""


@rule
def claim_force_motion(scene: Scene, story: Story) -> Iterator[Draft]:
    """Forces that go or are taken somewhere by whatever verb: "were shuttled to Kabul", "limped home from
    Lebanon"."""
    if scene.is_question or scene.lower.isdisjoint(WAYS):
        return
    told = {t.i for f in scene.frames for t in (f.head, f.verb) if t is not None}
    for verb in scene.tokens:
        if not is_verb(verb) or verb.i in told or verb.dep_ in ("aux", "auxpass", "amod") or _is_no_way(verb):
            continue
        way = _way(scene, story, verb)
        frame = Frame(verb, _any_verb(verb.lower_, way)) if way is not None else None
        moved = _who(scene, story, frame) if frame is not None else None
        if frame is not None and moved is not None:
            yield from changes_of(scene, story, frame, moved, name_of(claim_force_motion))


@lru_cache(maxsize=512)
def _any_verb(word: str, way: str) -> Trigger:
    """An entry for a verb that the lexicon has none for."""
    return Trigger(word, "verb", Kind.FORCE_CHANGE, Frozen({"direction": way, "frame": "both"}))


def _is_no_way(verb: Token) -> bool:
    """Whether a verb tells of no way, or of another thing that a rule reads."""
    none = word_set("units", "verbs_no_way") | word_set("lateness", "copulas")
    return verb.lower_ in none or any(t.part == "verb" and t.particle is None for t in triggers_by_form().get(verb.lower_, ()))


def _way(scene: Scene, story: Story, verb: Token) -> str | None:
    """Which way the phrases beside a verb lead, to a place or away from one: of both, there."""
    ways = {
        "increase" if prep in THERE else "decrease"
        for prep, obj in preposition_objects(verb)
        if prep in WAYS or (prep == "of" and _is_out_of(verb))
        if _is_somewhere(scene, story, verb, prep, obj)
    }
    if ways == {"decrease"} and verb.lower_ in COMING:
        return None  # "the soldiers come from Poland"
    return "increase" if "increase" in ways else "decrease" if ways else None


def _is_out_of(verb: Token) -> bool:
    return any(c.lower_ in ("out", "off") for c in verb.children)


def _is_somewhere(scene: Scene, story: Story, verb: Token, prep: str, obj: Token) -> bool:
    """Whether the object of a preposition is a place by name, or one that is pointed at."""
    place = place_at(scene, story, obj)
    if place is None:
        return bool(strange_places(scene, verb, prepositions=(prep,)))
    return place.name is not None or place.origin is not None or obj.lower_ in ("border", "frontier", "island", "coast")


def _who(scene: Scene, story: Story, frame: Frame) -> Token | None:
    """The forces that go, or whom somebody takes: the subject of a verb without object, else its object."""
    theme = frame.theme
    who = theme if theme is not None or frame.passive else frame.agent
    if who is None or who.lower_ in LOOSE or is_asset(who) or who.tag_ in ("PRP", "WDT", "WP"):
        return None
    if who.dep_ == "npadvmod" or not (is_forces(scene, story, who) or _is_coalition(scene, who)):
        return None
    return who


def _is_coalition(scene: Scene, who: Token) -> bool:
    """ "The coalition came to Iraq": an alliance of forces."""
    named = scene.name_at(who)
    return who.lower_ == "coalition" or (named is not None and named.value.type == "coalition")
