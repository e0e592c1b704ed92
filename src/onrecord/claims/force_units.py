"""Forces by the names of units and ships: "the Royal Welsh", "the 82nd Airborne", "the frigate Bayern", "HMS Defender"."""

from __future__ import annotations

from onrecord.claims.owners import owner_of
from onrecord.claims.phrases import of_name
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import children
from onrecord.lexicon.names import name_index
from onrecord.lexicon.words import word_set
from onrecord.model import NameKind
from onrecord.nlp.tokens import Token

STATES_OF_SHIPS = ("US", "GB", "CA", "AU", "DE", "NL", "DK", "TR", "NZ")


def is_unit_name(scene: Scene, token: Token) -> bool:
    """Whether a proper noun is the name of a unit or a ship."""
    if not token.tag_.startswith("NNP"):
        return False
    words = {token.lower_, *(c.lower_ for c in children(token, "compound", "nmod", "amod"))}
    inside = {c.lower_ for c in children(token, "compound", "nmod")}
    if (
        not inside.isdisjoint(word_set("people", "nouns_asset"))
        or not words.isdisjoint(word_set("units", "words_unit"))
        or _prefix(words) is not None
    ):
        return True
    first = min([token.i, *(c.i for c in children(token, "compound", "nmod"))])
    before = token.doc[first - 1] if first > 0 else None
    return before is not None and before.tag_ in ("NN", "NNP") and before.lower_ in word_set("people", "nouns_asset")


def state_of_unit(scene: Scene, story: Story, token: Token) -> Participant | None:
    """The state that a unit or ship is of, by its prefix ("USS Nimitz") or by what stands before its type ("the German frigate")."""
    around = [token, *children(token, "compound", "nmod", "amod", "appos")]
    around += [c for near in around for c in children(near, "compound")]
    for near in list(around):
        if near.i > 0 and near.nbor(-1).lower_ in word_set("people", "nouns_asset"):
            around.append(near.nbor(-1))
    owner = next((who for t in around if (who := _before(scene, story, t)) is not None), None)
    if owner is not None:
        return owner
    code = _prefix({t.lower_ for t in around})
    state = name_index().states.get(code or "")
    return Participant(state.place.canonical, scene.at(token), state.place) if state is not None else None


def _before(scene: Scene, story: Story, token: Token) -> Participant | None:
    """The state named before a ship or unit: "the German frigate Bayern"."""
    named = next((m for c in children(token, "amod", "compound", "nmod", "poss") if (m := scene.name_at(c)) is not None), None)
    if named is not None and named.value.kind in (NameKind.ACTOR, NameKind.PLACE) and named.value.country is not None:
        return of_name(scene, named)
    owner = owner_of(scene, story, token)
    return owner if owner is not None and owner.name is not None else None


def _prefix(words: set[str]) -> str | None:
    return next((code for code in STATES_OF_SHIPS if not words.isdisjoint(word_set("units", f"of_{code}"))), None)
