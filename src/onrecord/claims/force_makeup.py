"""How many a move is of, told of it by a verb: "the reinforcement will consist of 200 troops", "the pullout involves 500 soldiers"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.force_nouns import is_asset
from onrecord.claims.force_numbers import delta_of
from onrecord.claims.force_owners import whose_move
from onrecord.claims.force_places import default_place, put_place, remember_forces
from onrecord.claims.phrases import is_force
from onrecord.claims.places import places_of
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_forces_of
from onrecord.claims.story import Story
from onrecord.claims.tree import children, conjuncts, is_verb, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Kind
from onrecord.nlp.tokens import Token

STAYS = frozenset("deployment deployments force forces mission missions".split())
"""What is as often those who are there as their coming."""


@rule
def claim_force_makeup(scene: Scene, story: Story) -> Iterator[Draft]:
    """How many a move is of, where a verb says it of the move: "The reinforcement will consist of 200 troops", "The withdrawal
    involves 500 soldiers and 40 tanks"."""
    if scene.is_question:
        return
    for frame in scene.frames:
        move = frame.trigger.kind is Kind.FORCE_CHANGE and frame.is_nominal
        verb = frame.head.head if move and frame.head.dep_ == "nsubj" else None
        if verb is None or not is_verb(verb) or frame.head.lower_ in STAYS:
            continue
        direction = frame.trigger.fields["direction"]
        for counted in _made_of(scene, verb):
            made = draft(scene, Kind.FORCE_CHANGE, name_of(claim_force_makeup), frame.head, verb, status=verb)
            made.put("direction", direction, scene.at(frame.head))
            actor = as_forces_of(whose_move(scene, story, frame, counted)) or story.whose_forces
            made.put("actor", actor)
            places = places_of(scene, story, frame.head, prepositions=("in", "to", "from", "for", "of"))
            put_place(made, places[0] if places else None)
            default_place(made, story)
            if (number := delta_of(scene, counted)) is not None:
                made.count(*number)
            if is_asset(counted):
                made.put("what", counted.text, scene.at(counted))
            if made.args.keys() & {"actor", "place", "site"}:
                remember_forces(scene, story, direction, actor, places)
                yield made


def makeup_nouns(scene: Scene) -> frozenset[int]:
    """The counted forces of which a sentence says that a move is made up."""
    return frozenset(
        t.i
        for frame in scene.frames
        if frame.trigger.kind is Kind.FORCE_CHANGE and frame.is_nominal and frame.head.dep_ == "nsubj"
        if is_verb(frame.head.head) and frame.head.lower_ not in STAYS
        for t in _made_of(scene, frame.head.head)
    )


def _made_of(scene: Scene, verb: Token) -> list[Token]:
    """The counted forces that a verb says a thing is made up of."""
    if verb.lower_ not in word_set("levels", "verbs_makeup"):
        return []
    objects = [*children(verb, "dobj"), *(o for p, o in preposition_objects(verb) if p == "of")]
    return [t for o in objects for t in conjuncts(o) if is_force(t) and scene.count_of(t) is not None]
