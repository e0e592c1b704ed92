"""Agreements by their verb alone: "the two countries agreed that American forces would leave", "agreed on the use of seven bases"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.pact_parties import told_sides
from onrecord.claims.participants import participants
from onrecord.claims.phrases import is_force, of_name
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import subject
from onrecord.claims.tree import child, children, is_verb
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, Mention, Name, NameKind
from onrecord.nlp.tokens import Token

AGREED = frozenset(["agree", "agreed", "agreeing"])
MEANING = frozenset(
    "withdrawal pullout pullback drawdown truce ceasefire disengagement demilitarisation demilitarization hostilities".split()
)
TWO = 2
THEIR_LEADERS = frozenset("leaders ministers ambassadors members allies governments".split())


@rule
def claim_accord(scene: Scene, story: Story) -> Iterator[Draft]:
    """What two or more states or armed groups agree to do with forces or bases, where no noun names the agreement."""
    if scene.lower.isdisjoint(AGREED) or scene.is_question:
        return
    for verb in scene.tokens:
        if verb.lower_ not in AGREED or not is_verb(verb) or verb.dep_ in ("amod", "acl"):
            continue
        parties = _parties(scene, story, verb)
        if (len(parties) < TWO and not _is_alliance(scene, verb)) or not _on_forces(scene, verb):
            continue
        made = draft(scene, Kind.AGREEMENT, name_of(claim_accord), verb)
        made.put("parties", parties)
        made.put("type", "agreement", scene.at(verb))
        made.put("action", "signed", scene.at(verb))
        yield made


def _parties(scene: Scene, story: Story, verb: Token) -> list[Participant]:
    """Who agrees: several by name, "the two countries" that the report has told of, or the leaders of an alliance, who are several."""
    who = subject(verb)
    if who is None:
        return []
    if (both := told_sides(story, who)) is not None:
        return both
    if _is_alliance(scene, verb):
        return [of_name(scene, m) for m in _names_in(scene, who)][:1]
    found = [as_state(p) or p for _, p in participants(scene, story, who)]
    return [p for p in found if p.name is not None and p.name.kind is not NameKind.PERSON]


def _names_in(scene: Scene, who: Token) -> list[Mention[Name]]:
    """The name that a subject is, or that of "NATO leaders"."""
    heads = [who, *(children(who, "compound", "nmod") if who.lower_ in THEIR_LEADERS else [])]
    return [m for t in heads if (m := scene.name_at(t)) is not None]


def _is_alliance(scene: Scene, verb: Token) -> bool:
    """Whether an alliance agrees, which is several states by itself: "NATO agreed that", "NATO leaders agreed that"."""
    who = subject(verb)
    return who is not None and any(m.value.type == "alliance" for m in _names_in(scene, who)[:1])


def _on_forces(scene: Scene, verb: Token) -> bool:
    """Whether forces, bases or the end of fighting are what is agreed; what is agreed to be done, or has a noun, is read elsewhere."""
    below = [t for t in verb.subtree if t.i > verb.i]
    if child(verb, "neg", "xcomp") is not None or any(f.trigger.kind is Kind.AGREEMENT for f in scene.frames):
        return False
    return any(is_force(t) or t.lower_ in MEANING or t.lower_ in word_set("people", "nouns_site") for t in below)
