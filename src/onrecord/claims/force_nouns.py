"""Which nouns and numbers mean forces: troops, a stock of them, a ceiling, the rest of them."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.claims.phrases import is_force
from onrecord.claims.scene import Scene
from onrecord.claims.story import Story
from onrecord.claims.tree import children, preposition_objects
from onrecord.lexicon.words import word_set

GROUPS = frozenset("members member group groups batch wave column element elements contingent unit".split())
ALL = frozenset("all every entire remaining last final".split())


def is_people_of(scene: Scene, token: Token) -> bool:
    """ "the Americans": a people that stands for its forces."""
    named = scene.name_at(token)
    return named is not None and named.value.type in ("state", "country") and token.tag_ in ("NNS", "NNPS")


def is_cap(token: Token) -> bool:
    """Whether a noun is a ceiling for forces."""
    return token.lower_ in word_set("people", "nouns_cap")


def is_stock(scene: Scene, token: Token) -> bool:
    """Whether a noun phrase is forces or a stock of them: "troops", "its presence", "troop levels", a cap, "2,500" of forces."""
    if is_cap(token):
        about = [*[o for _, o in preposition_objects(token)], *children(token, "compound", "amod")]
        return any(is_force(t) for t in about) or any(m.value.quantity.unit == "personnel" for m in scene.counts)
    if token.lower_ in (
        "number",
        "level",
        "levels",
        "numbers",
        "size",
        "strength",
        "presence",
        "footprint",
        "commitment",
        "posture",
        "mission",
        "operation",
    ):
        inside = [
            *children(token, "compound", "poss", "amod", "nmod"),
            *[o for p, o in preposition_objects(token) if p == "of"],
        ]
        counted = any(m.value.quantity.unit == "personnel" for m in scene.counts)
        return (
            counted or any(is_force(t) or t.lower_ == "military" for t in inside) or token.lower_ in ("presence", "footprint")
        )
    if is_force(token) and token.lower_ not in ("mission", "unit", "units", "company", "service"):
        return True
    if token.lower_ in ("unit", "units", "company"):
        return True
    if token.lower_ in (
        "rest",
        "bulk",
        "most",
        "some",
        "half",
        "part",
        "portion",
        "majority",
        "remainder",
        "others",
        "last",
        "hundreds",
        "thousands",
        "dozens",
    ):
        return any(is_force(o) for p, o in preposition_objects(token) if p == "of")
    if token.lower_ in GROUPS:
        of = [o for p, o in preposition_objects(token) if p == "of"]
        return any(is_force(o) or _is_count_of_forces(scene, o) for o in of)
    return _is_count_of_forces(scene, token)


def is_rest(story: Story, token: Token) -> bool:
    """ "most went", "the rest will go": of the forces that the story speaks of."""
    return token.lower_ in ("rest", "remainder", "most", "others", "half") and story.force_actor is not None


def _is_count_of_forces(scene: Scene, token: Token) -> bool:
    count = scene.count_at(token) if token.tag_ == "CD" else None
    if count is None:
        return False
    bare = (
        count.value.quantity.unit is None
        and (count.value.quantity.value or 0) >= 100
        and any(m.value.quantity.unit == "personnel" for m in scene.counts)
    )
    return bare or count.value.quantity.unit == "personnel"


def counts_forces(unit: str | None) -> bool:
    """Whether a unit is one of forces: people in them or their weapons."""
    return (
        unit is None
        or unit in ("personnel", "person")
        or unit in word_set("people", "nouns_asset")
        or unit in word_set("people", "nouns_force")
    )


def is_all(scene: Scene, moved: Token) -> bool:
    """ "all American troops", "the last soldiers"; "the remaining combat forces" are only some."""
    narrowing = [c for c in children(moved, "amod", "compound") if c.lower_ not in ALL and scene.name_at(c) is None]
    return any(c.lower_ in ALL for c in children(moved, "det", "predet", "amod")) and not narrowing


def is_asset(token: Token) -> bool:
    """Whether a noun means forces by their weapons: aircraft, ships, tanks."""
    return token.lower_ in word_set("people", "nouns_asset")
