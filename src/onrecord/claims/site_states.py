"""Bases and embassies that are or stay open, closed or empty."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.bases import is_site
from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.phrases import of_name, words_of
from onrecord.claims.places import places_of
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.status import Standing
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import child, children
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind, Status
from onrecord.nlp.tokens import Token

STATES = {
    "open": "closed",
    "closed": "closed",
    "shut": "closed",
    "shuttered": "closed",
    "empty": "vacated",
    "deserted": "vacated",
    "operational": "opened",
}
STAYING = frozenset(
    "is are was were remain remains remained stay stays stayed stand stands stood become becomes became".split()
)


def _is_meant(scene: Scene, head: Token, state: Token) -> bool:
    """A base beyond doubt, or any installation of forces that becomes operational."""
    if head.lower_ in word_set("sites", "nouns_base"):
        return True
    forces = any(c.lower_ in ("naval", "military", "air", "radar", "army") for c in children(head, "amod", "compound"))
    return state.lower_ == "operational" and forces and is_site(scene, head)


@rule
def claim_site_state(scene: Scene, story: Story) -> Iterator[Draft]:
    """A base, post or embassy that is closed or empty, or stays open: "the embassy remains closed", "the camp stands empty"."""
    for verb in scene.doc:
        if verb.lower_ not in STAYING and not (verb.lower_ in ("be", "stay", "remain") and verb.tag_ == "VB"):
            continue
        state, head = child(verb, "acomp", "oprd"), child(verb, "nsubj")
        if state is None or head is None or state.lower_ not in STATES or not _is_meant(scene, head, state):
            continue
        if STATES[state.lower_] == "vacated" and any(frame.trigger.kind is Kind.SITE for frame in scene.frames):
            continue
        named = scene.name_at(head)
        made = draft(scene, Kind.SITE, name_of(claim_site_state), verb)
        if state.lower_ == "open":
            if verb.lower_.startswith(("is", "are", "was", "were", "be")) or made.standing.status is Status.DENIED:
                continue
            made.standing = Standing(Status.DENIED, state)
        if named is not None and named.value.kind is NameKind.SITE:
            made.put("site", of_name(scene, named))
        else:
            text, (first, last) = words_of(scene, head, keep=("of", "at"), coordinated=False)
            made.put("site", Participant(text, scene.at(scene.doc[first], scene.doc[last])))
        made.put("action", STATES[state.lower_], scene.at(state))
        places = [p for p in places_of(scene, story, head, prepositions=("in", "near", "at")) if p.text != made.args["site"]]
        made.put("place", places[0] if places else None)
        if STATES[state.lower_] == "opened":
            owner = next((m for c in children(head, "amod", "compound", "poss") if (m := scene.name_at(c)) is not None), None)
            made.put("actor", as_state(of_name(scene, owner)) if owner is not None else None)
        yield made
