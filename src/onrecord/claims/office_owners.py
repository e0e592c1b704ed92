"""Whose an office is: the body, state or person before or behind it."""

from __future__ import annotations

from onrecord.claims.office_phrases import in_body
from onrecord.claims.participants import participant
from onrecord.claims.phrases import of_name, words_of
from onrecord.claims.pronouns import resolve_pronoun
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import ancestors, children, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Mention, Name, NameKind
from onrecord.nlp.tokens import Token

PART_OF_OFFICE = frozenset(
    "state defense defence staff treasury commerce labor labour plans operations intelligence logistics communications".split()
)
WHOSE = ("of", "for", "at", "with", "in")
ENVOYS = frozenset(
    """envoy representative ambassador minister secretary adviser advisor coordinator commissioner director chief analyst
    undersecretary rapporteur expert researcher specialist fellow professor""".split()
)
"""For a place they are not of it: what they are for is part of the office."""


def whose_office(scene: Scene, story: Story, head: Token) -> Participant | None:
    """Whose office: a possessive or a name before it, or "of", "for", "at" an organization behind it."""
    behind = _behind(scene, story, head)
    if behind is not None and behind[0] == "of":
        return behind[1]
    owner = None
    for c in [*children(head, "poss", "compound", "amod", "nmod")]:
        named = _named_in(scene, c)
        if named is not None:
            owner = of_name(scene, named)
        elif c.tag_ == "WP$" and (body := next((a for a in ancestors(head) if a.dep_ == "relcl"), None)) is not None:
            owner = participant(scene, story, body.head)
        elif c.tag_ == "PRP$" and c.lower_ in ("its", "their"):
            meant = resolve_pronoun(scene, story, c)
            owner = meant if meant is not None and meant.name is not None else owner
        elif c.dep_ == "poss" and is_body_noun(c):
            owner = participant(scene, story, c)
    if behind is not None and (owner is None or behind[0] != "in"):
        return behind[1] if owner is None or behind[0] in ("for", "at") else owner
    return owner


def _named_in(scene: Scene, token: Token) -> Mention[Name] | None:
    """The body or place that a token or what stands before it names: "Libyan" in "Libyan army chief"."""
    named = scene.name_at(token)
    if named is not None:
        return named if named.value.kind is not NameKind.PERSON or token.dep_ == "poss" else None
    if token.dep_ not in ("compound", "nmod"):
        return None
    return next((n for c in children(token, "compound", "amod", "nmod", "poss") if (n := _named_in(scene, c))), None)


def _behind(scene: Scene, story: Story, head: Token) -> tuple[str, Participant] | None:
    """The organization that stands behind an office, with its preposition."""
    for prep, obj in preposition_objects(head):
        if prep not in WHOSE:
            continue
        named = scene.name_at(obj)
        if obj.lower_ in PART_OF_OFFICE and named is None:
            return None
        if named is not None and named.value.kind is NameKind.PERSON:
            named = next((n for c in obj.children if (n := scene.name_at(c)) and n.value.kind is not NameKind.PERSON), None)
            if named is None and prep not in ("of", "for"):
                continue
            named = named or (scene.name_at(obj) if head.i < obj.i and not _follows_title(scene, head, obj) else None)
        if named is not None:
            if prep == "for" and head.lower_ in ENVOYS and named.value.kind is NameKind.PLACE:
                continue
            return prep, of_name(scene, named)
        if obj.tag_ in ("NNP", "NNPS") or is_body_noun(obj):
            who = body_called(scene, story, obj)
            if who is not None:
                return prep, who
    return None


def _follows_title(scene: Scene, head: Token, obj: Token) -> bool:
    """Whether the name is that of the holder: "President of Ukraine Volodymyr Zelensky"."""
    return any(in_body(scene, t) for t in scene.doc[head.i + 1 : obj.i])


def body_called(scene: Scene, story: Story, token: Token) -> Participant | None:
    """A body by the words for it where they say whose it is or what it is called: "the EU training mission in Mali"."""
    proper = token.tag_ in ("NNP", "NNPS") and any(True for _ in token.children)
    owned = any(scene.name_at(c) is not None for c in children(token, "amod", "compound", "nmod", "poss"))
    if not (proper or (owned and is_body_noun(token))):
        return participant(scene, story, token)
    text, (first, last) = words_of(scene, token, keep=("of", "in"), coordinated=False)
    return Participant(text, scene.at(scene.doc[first], scene.doc[last]))


def is_body_noun(token: Token) -> bool:
    """Whether a noun means a body or force that somebody can be the head of."""
    words = word_set("people", "nouns_organization") | word_set("people", "nouns_force") | word_set("offices", "nouns_bodies")
    return token.lower_ in words
