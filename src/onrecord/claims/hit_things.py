"""Whose the things are that are hit, and rockets that are told by their number alone: "its sites", "four hit the embassy"."""

from __future__ import annotations

from onrecord.claims.participants import participant
from onrecord.claims.phrases import is_force, of_name, words_of
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import child, children, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import NameKind
from onrecord.nlp.tokens import Token

LATELY = 250
"""Characters back to where weapons must have been told of that a bare number counts."""
FURTHER = frozenset(["more", "others", "another", "them"])


def of_its_owner(scene: Scene, story: Story, token: Token) -> Participant | None:
    """ "bombed three of its sites", "stores belonging to the militia": the things with whose they are; forces are their owner's."""
    poss = child(token, "poss")
    own = poss if poss is not None and poss.lower_ in ("its", "their") else None
    belonging = next((c for c in children(token, "acl") if c.lower_ == "belonging"), None)
    to = next((o for p, o in preposition_objects(belonging) if p == "to"), None) if belonging is not None else None
    owner = participant(scene, story, own if own is not None else to) if own is not None or to is not None else None
    if own is not None and owner is not None and story.attacker is not None and owner.text == story.attacker.text:
        owner = _other_than(scene, owner, token)  # nobody bombs his own
    if (
        owner is None
        or owner.name is None
        or (owner.name.kind is not NameKind.ACTOR and owner.name.type not in ("country", "state"))
    ):
        return None
    if own is not None and is_force(token):
        return owner
    _, (first, last) = words_of(scene, token, keep=(), coordinated=False)
    first = max([first, *(c.i + 1 for c in children(token, "poss", "nummod", "quantmod"))])
    span = scene.at(scene.doc[first], scene.doc[last])
    return Participant(f"{owner.text} {scene.words(first, last)}", span, owner.name)


def _other_than(scene: Scene, who: Participant, token: Token) -> Participant | None:
    """The last body that the sentence names before a word, besides one."""
    before = (m for m in reversed(scene.names) if m.span.end <= token.idx and m.value.kind is NameKind.ACTOR)
    return next((of_name(scene, m) for m in before if m.value.canonical != who.text), None)


def remember_weapon(scene: Scene, story: Story, token: Token | None) -> None:
    """Keep the weapon of which some were fired, for the bare numbers behind it."""
    if token is not None and token.tag_ == "NNS" and token.lower_ in word_set("people", "nouns_arms"):
        story.weapon = (token.lower_, scene.at(token).end)


def told_weapon(scene: Scene, story: Story, token: Token | None) -> str | None:
    """ "Seven rockets were fired; four hit the embassy", "three more fell outside": what a number without a noun counts."""
    if token is None or story.weapon is None or token.dep_ not in ("nsubj", "nsubjpass"):
        return None
    word, end = story.weapon
    bare = token.tag_ == "CD" and not children(token, "prep", "nummod", "compound") and scene.name_at(token) is None
    further = token.lower_ in FURTHER and child(token, "amod", "nummod") is not None
    return word if (bare or further) and 0 <= scene.at(token).begin - end <= LATELY else None
