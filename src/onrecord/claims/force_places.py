"""Where forces are moved from and to."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.claims.force_nouns import is_cap
from onrecord.claims.frames import Frame
from onrecord.claims.phrases import is_force, of_name
from onrecord.claims.places import place_at, places_of
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import ancestors, child, children, conjuncts, is_verb, preposition_objects
from onrecord.model import NameKind

ORIGIN = ("from", "out", "of", "in", "at")


GOAL = ("for", "through", "along", "to", "into", "in", "at", "on", "near", "toward", "towards")


def places_of_move(scene: Scene, story: Story, frame: Frame, moved: Token, direction: str) -> list[Participant]:
    """Where from or where to, from the verb's phrases, then those of the forces."""
    if frame.theme is not None and frame.theme.i != moved.i:
        into = frame.theme.lower_ in ("border", "frontier") and any(p in ("into", "to") for p, _ in frame.obliques)
        left = [where for t in conjuncts(frame.theme) if not into and (where := place_at(scene, story, t)) is not None]
        if left:
            return left
    own = _modifier_place(scene, moved)
    if own is not None:
        return [own]
    wanted = ORIGIN if direction == "decrease" else GOAL
    if is_cap(moved):
        moved = next((o for p, o in preposition_objects(moved) if p in ("on", "for", "of") and is_force(o)), moved)
    heads = [frame.head, moved] if direction == "increase" else [moved, frame.head]
    found = places_of(scene, story, *heads, frame.verb if frame.is_nominal else None, prepositions=wanted)
    if not found and direction == "decrease":
        found = places_of(scene, story, frame.head, moved, prepositions=("across", "throughout", "on", "around"))
    found = found or [p for t in conjuncts(moved)[1:] for p in places_of(scene, story, t, prepositions=wanted)]
    found = found or _clause_place(scene, story, frame)
    return found[:4]


def _modifier_place(scene: Scene, moved: Token) -> Participant | None:
    """ "its Sahel force": a place before the noun that is not the owner."""
    owner = child(moved, "poss")
    for c in children(moved, "compound", "nmod"):
        named = scene.name_at(c)
        if (
            named is not None
            and named.value.kind is NameKind.PLACE
            and (owner is not None or named.value.type not in ("country", "state"))
        ):
            return of_name(scene, named)
    return None


def _clause_place(scene: Scene, story: Story, frame: Frame) -> list[Participant]:
    """A place of the numbers ("to 2,500 each in Afghanistan and Iraq"), or on the verb that governs this one."""
    near = [obj for _, obj in frame.obliques]
    wanted = ("in", "from") if frame.trigger.fields["direction"] == "decrease" else ("in", "to")
    found = places_of(scene, story, *near, prepositions=wanted)
    if found:
        return found
    above = next((a for a in ancestors(frame.head) if is_verb(a)), None)
    if above is not None and frame.head.dep_ in ("xcomp", "conj", "pcomp", "acl"):
        return places_of(
            scene,
            story,
            above,
            prepositions=wanted,
        )
    return []
