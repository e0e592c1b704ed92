"""Who holds a place, told beside its name: "the rebel-held town of Azaz", "besieged Aleppo", "is in the hands of the army"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.participants import participant
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.status import standing_of
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import subject
from onrecord.claims.territory import may_hold
from onrecord.claims.territory_places import LAND, SHARES, is_town, lands_of, share_of
from onrecord.claims.tree import child, children, is_verb, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Kind
from onrecord.nlp.tokens import Token

HELD = frozenset(["held", "controlled", "occupied"])
BESIEGED = frozenset(["besieged", "encircled", "blockaded"])
HANDS = frozenset(["hands"])
FIGHTERS = frozenset("rebel insurgent militant separatist jihadist".split())
"""Words for one of those who hold what is "rebel-held"."""


@rule
def claim_holding(scene: Scene, story: Story) -> Iterator[Draft]:
    """Who holds or besieges a place, told beside its name: "the rebel-held town of Azaz", "besieged Aleppo", "is back in the hands of the
    army", "fell into rebel hands"."""
    if scene.lower.isdisjoint(HELD | BESIEGED | HANDS):
        return
    for word in scene.tokens:
        if word.lower_ in HELD and word.dep_ == "amod":
            yield from _beside(scene, story, word, _holder(scene, word), "held")
        elif word.lower_ in BESIEGED and word.dep_ == "amod":
            yield from _beside(scene, story, word, None, "besieged")
        elif word.lower_ in HANDS and word.dep_ == "pobj" and word.head.lower_ in ("in", "into"):
            yield from _in_hands(scene, story, word)


def _beside(scene: Scene, story: Story, word: Token, actor: Participant | None, action: str) -> Iterator[Draft]:
    """What an adjective says of the town that it stands by."""
    land = word.head
    if (action == "held" and actor is None) or not (land.tag_.startswith("NNP") or land.lower_ in LAND):
        return
    for place, _ in lands_of(scene, story, land):
        if not is_town(place) or not place.text[:1].isupper():
            continue
        made = draft(scene, Kind.TERRITORY, name_of(claim_holding), word, status=word)
        made.time = None  # the day is that of what happened there
        made.spans.pop("time", None)
        _put(made, scene, word, place, actor, action)
        story.town = place
        yield made


def _holder(scene: Scene, word: Token) -> Participant | None:
    """Who stands before the hyphen of "IS-held", "rebel-controlled": by name, or a word for fighters or a government."""
    if word.i < 2 or word.nbor(-1).text != "-":
        return None
    who = word.nbor(-2)
    named = scene.name_at(who)
    if named is None and who.lower_ not in word_set("people", "nouns_holder"):
        return None
    several = who.text + "s" if who.lower_ in FIGHTERS else who.text
    text = named.value.canonical if named is not None else several
    return Participant(text, scene.at(who), named.value if named is not None else None)


def _in_hands(scene: Scene, story: Story, hands: Token) -> Iterator[Draft]:
    """ "was again in the hands of the army", "is back in Iraqi hands", "fell into rebel hands"."""
    over = hands.head.head
    verb = over if is_verb(over) else over.head if over.lower_ in ("back", "again") and is_verb(over.head) else None
    of = next((o for p, o in preposition_objects(hands) if p == "of"), None)
    beside = next((c for c in children(hands, "amod", "compound", "poss", "nmod") if _may_own(scene, c)), None)
    actor = as_state(participant(scene, story, of if of is not None else beside))
    if actor is not None and of is None and beside is not None and beside.lower_ in FIGHTERS:
        actor = Participant(f"{beside.text}s", scene.at(beside))
    what = subject(verb) if verb is not None else None
    if verb is None or actor is None or not may_hold(actor) or what is None:
        return
    taken = hands.head.lower_ == "into" or bool({"back", "again"} & {t.lower_ for t in scene.doc[verb.i : hands.i]})
    share = what.lower_ in SHARES
    for place, _ in share_of(scene, story, what) if share else lands_of(scene, story, what):
        if not share and not is_town(place):
            continue
        made = draft(scene, Kind.TERRITORY, name_of(claim_holding), hands, verb, status=verb)
        made.standing = standing_of(verb)
        _put(made, scene, hands, place, actor, "taken" if taken else "held")
        yield made


def _may_own(scene: Scene, word: Token) -> bool:
    return (
        scene.name_at(word) is not None or word.lower_ in word_set("people", "nouns_holder") or child(word, "case") is not None
    )


def _put(made: Draft, scene: Scene, word: Token, place: Participant, actor: Participant | None, action: str) -> None:
    made.put("place", place)
    made.put("actor", as_state(actor))
    made.put("action", action, scene.at(word))
