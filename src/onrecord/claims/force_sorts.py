"""Which noun phrases mean forces: words for them, units and ships by name, parts of those spoken of, police and observers."""

from __future__ import annotations

from onrecord.claims.force_bands import is_band
from onrecord.claims.force_nouns import is_stock
from onrecord.claims.force_parts import is_near, is_part, of_chain
from onrecord.claims.force_units import is_unit_name
from onrecord.claims.owners import owner_of
from onrecord.claims.scene import Scene
from onrecord.claims.story import Story
from onrecord.claims.tree import child, children
from onrecord.lexicon.words import word_set
from onrecord.nlp.tokens import Token

OFFICERS = frozenset("officer officers men women".split())
ABROAD = frozenset("military un u.n. nations police unarmed".split())


def is_forces(scene: Scene, story: Story, token: Token) -> bool:
    """Whether a noun phrase means forces: by a word for them, by the name of a unit or ship, as part of those just spoken of, or
    as police or observers of a state."""
    men = token.lower_ in word_set("units", "nouns_men") and scene.count_of(token) is not None
    if men and token.lower_ == "men" and _are_of_state(scene, token):
        return True
    return (
        is_stock(scene, story, token)
        or (men and story.whose_forces is not None and is_near(scene, story, token) and not children(token, "amod", "prep"))
        or is_unit_name(scene, token)
        or is_part(scene, story, token)
        or is_police(scene, story, token)
        or (token.tag_ == "CD" and any(is_police(scene, story, o) for o in of_chain(token)))
        or is_band(scene, story, token)
    )


def _are_of_state(scene: Scene, men: Token) -> bool:
    """ "Togo's 140 men": whom a state has."""
    owner = child(men, "poss")
    named = scene.name_at(owner) if owner is not None else None
    return named is not None and named.value.type in ("country", "state")


def is_police(scene: Scene, story: Story, token: Token) -> bool:
    """ "500 police officers", "the Indonesian police", "40 military observers": who can be sent abroad as soldiers are."""
    inside = {c.lower_ for c in children(token, "compound", "amod", "nmod")}
    police = word_set("units", "nouns_police")
    known = (
        token.lower_ in police
        or (token.lower_ in OFFICERS and not inside.isdisjoint(police | {"military"}))
        or (token.lower_ in word_set("units", "nouns_observer") and not inside.isdisjoint(ABROAD))
    )
    return known and (scene.count_of(token) is not None or owner_of(scene, story, token) is not None)
