"""Forces by what their men do or how they come together: "40 army medics", "the advance party", "its field hospital"."""

from __future__ import annotations

from onrecord.claims.force_parts import is_near, of_chain
from onrecord.claims.phrases import is_definite, is_force
from onrecord.claims.scene import Scene
from onrecord.claims.story import Story
from onrecord.claims.tree import child, children
from onrecord.lexicon.words import word_set
from onrecord.model import NameKind
from onrecord.nlp.tokens import Token

STAFF = frozenset("staff liaison".split())


def is_band(scene: Scene, story: Story, token: Token) -> bool:
    """Whether a noun that says no more than what people do, or that they are a group, means forces: by a military word inside it, by
    an army that has them, or because forces were spoken of shortly before."""
    if token.lower_ in ("helmet", "helmets"):
        return any(c.lower_ == "blue" for c in children(token, "amod", "compound"))
    specialist = token.lower_ in word_set("units", "nouns_specialist")
    if not specialist and token.lower_ not in word_set("units", "nouns_band"):
        return False
    inside = {c.lower_ for c in children(token, "compound", "amod", "nmod")}
    military = not inside.isdisjoint(word_set("units", "words_military")) or _is_of_an_army(scene, token)
    if token.lower_ in ("officer", "officers"):
        return (military or not inside.isdisjoint(STAFF)) and scene.count_of(token) is not None
    near = story.whose_forces is not None and is_near(scene, story, token)
    if specialist:
        told = scene.count_of(token) is not None or child(token, "poss") is not None or is_definite(token)
        return told and (military or near)
    if of := of_chain(token):
        return any(is_force(o) for o in of)
    return military or (near and is_definite(token) and child(token, "relcl", "acl") is None)


def _is_of_an_army(scene: Scene, token: Token) -> bool:
    """ "the navy's task group", "army engineers": an army by name or word owns them."""
    for owner in children(token, "poss", "compound", "nmod"):
        named = scene.name_at(owner)
        if owner.lower_ in word_set("units", "words_service"):
            return True
        if named is not None and named.value.kind is NameKind.ACTOR and named.value.type in ("force", "military", "unit"):
            return True
    return False
