"""Which nouns and numbers mean forces: troops, a stock of them, a ceiling, the rest of them."""

from __future__ import annotations

from onrecord.claims.bare_numbers import is_of_others
from onrecord.claims.phrases import is_force
from onrecord.claims.scene import Scene
from onrecord.claims.story import Story
from onrecord.claims.tree import child, children, preposition_objects
from onrecord.lexicon.folding import key_of
from onrecord.lexicon.words import word_set
from onrecord.nlp.tokens import Token

GROUPS = frozenset(
    "vanguard party tranche echelon rotation squad team detachment cadre core members member group groups batch wave column element elements contingent unit".split()
)
TEAMS = frozenset(
    "police radar training combat peacekeeping medical military army forces commando surveillance demining advisory".split()
)
ARMS_OF_SERVICE = frozenset(
    "infantry tank engineer engineering rifle parachute airborne mechanised mechanized armoured armored military marine commando".split()
)
ALL = frozenset("all every entire remaining last final".split())


def is_people_of(scene: Scene, token: Token) -> bool:
    """ "the Americans", "the French": a people that stands for its forces."""
    named = scene.name_at(token)
    if named is None or named.value.type not in ("state", "country") or any(c.lower_ == "ethnic" for c in token.children):
        return False  # "100,000 ethnic Armenians left" are no soldiers
    det = child(token, "det")
    counted = scene.count_of(token) is not None and token.tag_ != "CD"
    plural = counted or token.tag_ in ("NNS", "NNPS") or (det is not None and det.lower_ == "the")
    return plural and key_of(named.span.cut(scene.sentence.text)) not in _own_names(named.value.canonical)


def _own_names(canonical: str) -> frozenset[str]:
    """A country's own name, with and without its article: "the Netherlands" are no people."""
    return frozenset({key_of(canonical), key_of(f"the {canonical}"), key_of(canonical.removeprefix("the "))})


OFFERS = frozenset(["offer", "pledge", "contribution", "commitment"])
SHARES = frozenset("contribution commitment share".split())
JOINT = frozenset("group mission operation effort campaign".split())
MEASURES = frozenset(
    "number numbers total figure level levels size strength presence footprint commitment posture mission operation".split()
)
SOME = frozenset("rest bulk most some half part portion majority remainder others last hundreds thousands dozens".split())


def is_cap(token: Token) -> bool:
    """Whether a noun is a ceiling for forces."""
    return token.lower_ in word_set("people", "nouns_cap")


def is_stock(scene: Scene, story: Story, token: Token) -> bool:
    """Whether a noun phrase is forces or a stock of them: "troops", "its presence", "troop levels", a cap, "2,500" of forces."""
    word = token.lower_
    if is_cap(token):
        return _is_cap_of_forces(scene, story, token)
    if word in OFFERS and (story.whose_forces is not None or any(m.value.quantity.unit == "personnel" for m in scene.counts)):
        return child(token, "poss") is not None
    if word in SHARES:
        to = [o for p, o in preposition_objects(token) if p in ("to", "of")]
        return any(is_force(o) or o.lower_ in JOINT for o in to)
    in_team = any(c.lower_ in TEAMS for c in children(token, "compound", "amod"))
    if word in ("mission", "operation") and in_team:
        return True
    if word in MEASURES:
        return _is_measure(scene, story, token)
    if word in ("company", "companies"):
        return _is_of_soldiers(token)
    if word in ("fighter", "fighters"):
        return scene.count_of(token) is not None or any(c.dep_ in ("compound", "amod", "poss") for c in token.children)
    if (is_force(token) and word not in ("mission", "service")) or (
        word in ("team", "teams", "component", "components") and in_team
    ):
        return True
    if word in SOME:
        of = [o for p, o in preposition_objects(token) if p == "of"]
        return any(is_force(o) or (o.lower_ in ("them", "these", "those") and story.force_actor is not None) for o in of)
    if word == "more" and (story.whose_forces is not None or any(is_force(t) for t in scene.tokens[: token.i])):
        return scene.count_of(token) is not None
    return _is_group(scene, story, token) if word in GROUPS else _is_count_of_forces(scene, story, token)


def _is_cap_of_forces(scene: Scene, story: Story, cap: Token) -> bool:
    """Whether a ceiling is one of forces: by what stands with it, or because forces are counted beside it."""
    about = [*[o for _, o in preposition_objects(cap)], *children(cap, "compound", "amod")]
    spoken_of = story.whose_forces is not None or any(m.value.quantity.unit == "personnel" for m in scene.counts)
    return any(is_force(t) for t in about) or (spoken_of and not is_of_others(cap) and not about)


def _is_measure(scene: Scene, story: Story, noun: Token) -> bool:
    """Whether a number, level or presence is of forces: "troop levels", "the size of the army", a number beside counted forces."""
    inside = [
        *children(noun, "compound", "poss", "amod", "nmod"),
        *[o for p, o in preposition_objects(noun) if p == "of"],
    ]
    counted = any(m.value.quantity.unit == "personnel" for m in scene.counts)
    own = any(c.tag_ == "PRP$" for c in children(noun, "poss")) and noun.lower_ in ("strength", "size", "level", "levels")
    if (own or noun.lower_ in ("number", "total", "figure", "numbers")) and not counted:
        counted = story.whose_forces is not None and not is_of_others(noun)
    missions = (m for t in inside if (m := scene.name_at(t)) is not None)
    named = any(m.value.type == "force" for m in missions) and noun.lower_ in ("strength", "size", "number", "total")
    of_forces = named or any(is_force(t) or t.lower_ in ("military", "police") for t in inside)
    return counted or of_forces or noun.lower_ in ("presence", "footprint")


def _is_group(scene: Scene, story: Story, group: Token) -> bool:
    """Whether a group is one of forces: "a group of soldiers", "the honour guard", "the soldiers' home", "a first group of 35" where
    forces were spoken of."""
    of = [o for p, o in preposition_objects(group) if p == "of"]
    called = any(is_force(c) or c.lower_ == "guard" for c in children(group, "compound"))
    home = any(o.lower_ == "home" and any(is_force(c) for c in children(o, "compound")) for o in of)
    few = story.whose_forces is not None and any(o.tag_ == "CD" and scene.count_of(o) is not None for o in of)
    return called or home or few or any(is_force(o) or _is_count_of_forces(scene, story, o) for o in of)


def _is_of_soldiers(company: Token) -> bool:
    """Whether a company is one of soldiers: "a company of 250", "an infantry company", not "oil companies"."""
    inside = [o for p, o in preposition_objects(company) if p == "of"]
    kinds = {c.lower_ for c in children(company, "compound", "amod")}
    return any(is_force(o) or o.tag_ == "CD" for o in inside) or not kinds.isdisjoint(ARMS_OF_SERVICE)


def _is_count_of_forces(scene: Scene, story: Story, token: Token) -> bool:
    count = scene.count_at(token) if token.tag_ == "CD" else None
    if count is None:
        return False
    bare = (
        count.value.quantity.unit is None
        and (count.value.quantity.value or 0) >= 100
        and (story.whose_forces is not None or any(m.value.quantity.unit == "personnel" for m in scene.counts))
    )
    return bare or count.value.quantity.unit == "personnel"


def counts_forces(unit: str | None) -> bool:
    """Whether a unit is one of forces: people in them or their weapons."""
    return (
        unit is None
        or (unit.istitle() and len(unit) > 1)  # "300 Gurkhas", "300 Danes"
        or unit in ("personnel", "person")
        or unit in word_set("people", "nouns_asset") | word_set("people", "nouns_convoy")
        or unit in word_set("people", "nouns_force")
    )


def is_all(scene: Scene, moved: Token) -> bool:
    """ "all American troops", "the last soldiers"; "the remaining combat forces" are only some."""
    narrowing = [
        c for c in children(moved, "amod", "compound") if c.lower_ not in ALL | {"service"} and scene.name_at(c) is None
    ]
    return any(c.lower_ in ALL for c in children(moved, "det", "predet", "amod")) and not narrowing


def is_asset(token: Token) -> bool:
    """Whether a noun means forces by their weapons: aircraft, ships, tanks."""
    return token.lower_ in word_set("people", "nouns_asset")
