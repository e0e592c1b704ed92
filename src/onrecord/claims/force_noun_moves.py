"""Which forces a noun of moving is about: "withdrawal of troops", "the second cut", "the dispatch of up to 1,100"."""

from __future__ import annotations

from onrecord.claims.force_missions import (
    is_named_mission,
)
from onrecord.claims.force_nouns import is_people_of
from onrecord.claims.force_parts import is_bare_number, is_near
from onrecord.claims.force_sorts import is_forces, is_police
from onrecord.claims.frames import Frame
from onrecord.claims.phrases import is_force
from onrecord.claims.scene import Scene
from onrecord.claims.story import Story
from onrecord.claims.tree import ancestors, child, children, is_verb, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.nlp.tokens import Token

MOVES_TOLD = frozenset("cut reduction increase evacuation departure removal exit reinforcement rotation".split())
CARRIED_OUT = frozenset(
    "complete completes completed completing finish finishes finished begin began begins start started starts".split()
)


def moved_by_noun(scene: Scene, story: Story, frame: Frame) -> Token | None:
    """ "withdrawal of troops", "troop cuts", "U.S. drawdown", "cuts to 2,500 troops"."""
    for token in [
        frame.theme,
        *children(frame.head, "compound", "poss", "amod", "nmod"),
        *[o for _, o in preposition_objects(frame.head)],
    ]:
        if (
            token is not None
            and (
                is_force(token)
                or is_police(scene, story, token)
                or _is_counted_people(scene, token)
                or _is_number_moved(scene, story, frame, token)
                or _is_size_of_forces(scene, story, token)
            )
            and not token.lower_.startswith("operation")
        ):
            return token
    if (again := _move_told_of(scene, story, frame)) is not None:
        return again
    if (ready := _who_stands_ready(scene, story, frame)) is not None:
        return ready
    if frame.trigger.lemma in MOVES_TOLD and _has_both_ends(scene, story, frame):
        return frame.head
    if frame.trigger.fields.get("bare"):
        owner = frame.agent or next(iter(children(frame.head, "amod", "compound", "nmod")), None)
        return owner or frame.head
    return None


def _has_both_ends(scene: Scene, story: Story, frame: Frame) -> bool:
    """ "A larger reduction, from 5,200 to 3,000, had been due in June", in a report on forces."""
    ends = {p: m.value.quantity for p, o in preposition_objects(frame.head) if (m := scene.count_at(o)) is not None}
    plain = all(q.unit in (None, "personnel") for q in ends.values())
    return ends.keys() >= {"from"} and plain and story.whose_forces is not None and is_near(scene, story, frame.head)


def _move_told_of(scene: Scene, story: Story, frame: Frame) -> Token | None:
    """ "completes the second cut", "the reduction was to be finished by June", in a report on forces: a move that was told of before, with
    what is newly said of it."""
    if frame.trigger.lemma not in MOVES_TOLD or any(
        True for p, _ in preposition_objects(frame.head) if p in ("of", "on", "for", "in")
    ):
        return None
    verb = frame.light if frame.light is not None else frame.head.head
    does = verb.lower_ in word_set("status", "verbs_event") | CARRIED_OUT and is_verb(verb)
    if not does or children(frame.head, "compound", "nmod"):
        return None
    mission = (
        frame.agent is not None
        and frame.head.dep_ == "dobj"
        and (is_force(frame.agent) or is_named_mission(scene, frame.agent))
    )
    known = (
        story.whose_forces is not None
        and story.force_way in (frame.trigger.fields.get("direction"), None)
        and is_near(scene, story, frame.head)
    )
    return frame.agent if mission else frame.head if known and scene.dates else None


def _who_stands_ready(scene: Scene, story: Story, frame: Frame) -> Token | None:
    """ "2,000 personnel were placed on alert for a possible deployment": who may be sent."""
    if frame.head.dep_ != "pobj" or frame.head.head.lower_ != "for":
        return None
    verb = next((t for t in ancestors(frame.head) if is_verb(t)), None)
    whom = child(verb, "nsubjpass", "dobj") if verb is not None else None
    return whom if whom is not None and is_forces(scene, story, whom) and scene.count_of(whom) is not None else None


def _is_number_moved(scene: Scene, story: Story, frame: Frame, token: Token) -> bool:
    """ "approved the dispatch of up to 1,100": a number of the forces that the report is about."""
    theme = frame.theme is not None and frame.theme.i == token.i
    return theme and story.whose_forces is not None and token.tag_ == "CD" and is_bare_number(scene, token)


def _is_size_of_forces(scene: Scene, story: Story, token: Token) -> bool:
    """ "a 15 percent reduction in the number of UN troops"."""
    sizes = token.lower_ in ("number", "numbers", "size", "strength") and token.dep_ == "pobj"
    return sizes and any(p == "of" and is_force(o) for p, o in preposition_objects(token))


def _is_counted_people(scene: Scene, token: Token) -> bool:
    """ "the arrival of 650 Senegalese"."""
    return scene.count_of(token) is not None and is_people_of(scene, token)
