"""Forces that take the place of others: those who come, and those who go."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.force_nouns import is_people_of
from onrecord.claims.force_numbers import delta_of
from onrecord.claims.force_owners import owner_of_forces
from onrecord.claims.force_parts import is_near
from onrecord.claims.force_places import default_place, put_place, strange_places
from onrecord.claims.force_sorts import is_forces
from onrecord.claims.places import places_of
from onrecord.claims.scene import Scene
from onrecord.claims.story import Story
from onrecord.claims.subjects import agent_phrase, is_passive, passive_subject, subject
from onrecord.claims.tree import child, children, is_verb, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind
from onrecord.nlp.tokens import Token

IN = ("at", "in", "on", "along", "near", "around", "for")
TAKING = frozenset("take takes took taking taken".split())


@rule
def claim_force_relief(scene: Scene, story: Story) -> Iterator[Draft]:
    """Forces that relieve others, who go: "Romania relieved an Italian battalion at Herat", "Spain's troops will be replaced by
    Americans", "Pakistani troops took over from Nigerians"."""
    for verb in scene.tokens:
        sides = _sides(verb) if is_verb(verb) and verb.dep_ != "amod" else None
        if sides is None or scene.is_question:
            continue
        coming, going = sides
        known = [t for t in (coming, going) if t is not None and _are_forces(scene, story, t)]
        if going is None or coming is None or (len(known) < 2 and not (known and _are_bodies(scene, coming, going))):
            continue
        purpose = verb.dep_ in ("advcl", "acl") and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
        moved = verb.head if verb.dep_ == "conj" and subject(verb.head) is not None else None
        told = moved is not None and any(f.head.i == moved.i and f.trigger.kind is Kind.FORCE_CHANGE for f in scene.frames)
        if not purpose and not told:  # "landed to replace the Danes": that they come is said already
            yield _half(scene, story, verb, coming, "increase", going)
        yield _half(scene, story, verb, going, "decrease", going)


def _are_new_ones(scene: Scene, coming: Token) -> bool:
    """ "a fresh unit of the same size", "new troops": whose they are is not said, and so they are of those who go."""
    fresh = any(c.lower_ in ("fresh", "new", "another", "next") for c in coming.children)
    return fresh and not any(scene.name_at(t) is not None for t in coming.subtree)


def _half(scene: Scene, story: Story, verb: Token, who: Token, direction: str, other: Token) -> Draft:
    made = draft(scene, Kind.FORCE_CHANGE, name_of(claim_force_relief), verb, who)
    made.put("direction", direction, scene.at(verb))
    same = who is not other and _are_new_ones(scene, who)
    made.put("actor", owner_of_forces(scene, story, other if same else who))
    places = places_of(scene, story, verb, other, who, prepositions=IN)
    places = places or strange_places(scene, verb, other, prepositions=("at", "in"))
    put_place(made, places[0] if places else None)
    default_place(made, story)
    if (counted := delta_of(scene, who)) is not None:
        made.count(*counted)
    return made


def _sides(verb: Token) -> tuple[Token | None, Token | None] | None:
    """Who comes and who goes."""
    if verb.lower_ in word_set("stays", "verbs_relieve"):
        if is_passive(verb):
            by = agent_phrase(verb) or next((o for p, o in preposition_objects(verb) if p == "with"), None)
            return by, passive_subject(verb)
        return subject(verb), child(verb, "dobj")
    if verb.lower_ in TAKING and any(c.lower_ == "over" for c in verb.children):
        inner = (child(verb, "dobj"), *(o for o in (child(verb, "dobj"),) if o is not None for _, o in preposition_objects(o)))
        heads = [verb, *(t for t in inner if t is not None)]
        giver = next((o for head in heads for p, o in preposition_objects(head) if p == "from"), None)
        return (subject(verb), giver) if giver is not None else None
    return None


def _are_forces(scene: Scene, story: Story, token: Token) -> bool:
    them = token.lower_ in ("they", "them") and story.whose_forces is not None and is_near(scene, story, token)
    return them or is_forces(scene, story, token) or is_people_of(scene, token)


def _are_bodies(scene: Scene, *tokens: Token) -> bool:
    """Whether each is a state or force by name, or forces: "Romania relieved an Italian battalion"."""
    for token in tokens:
        named = scene.name_at(token)
        state = named is not None and (named.value.kind is NameKind.ACTOR or named.value.type in ("country", "state"))
        if not state and not any(scene.name_at(c) is not None for c in children(token, "amod", "compound", "poss", "nmod")):
            return False
    return True
