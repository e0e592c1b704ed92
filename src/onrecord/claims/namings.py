"""Whom and which places a report names, and as what: the owner of forces, who moves them, who speaks, where something is or was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.claims.focus import LOCATIVE
from onrecord.claims.force_owners import national
from onrecord.claims.phrases import is_force, of_name
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_forces_of
from onrecord.claims.story import Participant
from onrecord.claims.tree import ancestors, is_verb
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, Mention, Name, NameKind, Span
from onrecord.nlp.tokens import Token

OWNING = ("amod", "compound", "poss", "nmod")
AT = LOCATIVE | {"at", "near", "around"}
FORCES = ("force", "military")
TALKS = frozenset("meeting talks summit conference briefing interview ceremony visit speech address".split())
TALKING = frozenset("met meet meets meeting agreed agree agrees gathered voted".split())


class Part(StrEnum):
    """What a name is in its sentence."""

    FORCE = "force"
    """Whose forces, or who moves them: "Polish soldiers", "UNIFIL", "Poland will send"."""
    GROUND = "ground"
    """Where something is, comes to or leaves: "in Mali", "from Gao"."""
    SPEAKER = "speaker"
    """Who says so, or the state of the official who does."""
    SUBJECT = "subject"
    """Who does something else."""
    OTHER = "other"
    """Anything else, a place where something was only said or agreed among them: "told reporters in Paris"."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A name where it stands: whom (``as_place``: which place) it means, as what, and in which scene of the report."""

    who: Participant
    part: Part
    scene: int
    as_place: bool

    def is_before(self, scene: int, words: Span) -> bool:
        """Whether it stands before these words of that scene."""
        return self.scene < scene or (self.scene == scene and self.who.span.end <= words.begin)


def namings_of(scenes: Sequence[Scene]) -> list[Naming]:
    """All names of a report, in order; a country is there as a place and as a state."""
    return [
        found for number, scene in enumerate(scenes) for mention in scene.names for found in _namings(scene, number, mention)
    ]


def _namings(scene: Scene, number: int, mention: Mention[Name]) -> Iterator[Naming]:
    root = scene.root_of(mention.span)
    if root is None:
        return
    named = of_name(scene, mention)
    who, part = national(as_forces_of(named)) or named, _part(scene, root, mention.value)
    if who.name is not None and (who.name.kind is NameKind.ACTOR or who.name.type in ("country", "state")):
        yield Naming(who, part, number, as_place=False)
    if mention.value.kind in (NameKind.PLACE, NameKind.SITE):
        yield Naming(named, part, number, as_place=True)


def _part(scene: Scene, root: Token, name: Name) -> Part:
    of_them = root.head.head if root.dep_ == "pobj" and root.head.lower_ == "of" else root.head
    if (root.dep_ in OWNING or of_them is not root.head) and is_force(of_them):
        return Part.FORCE
    if root.dep_ == "pobj" and root.head.lower_ in AT:
        return Part.OTHER if _is_where_it_was_said(root) else Part.GROUND
    if name.kind is NameKind.PERSON:
        return Part.SPEAKER
    top = root.head if root.dep_ in OWNING else root
    verb = top.head.head if top.dep_ == "pobj" and top.head.dep_ == "agent" else top.head if top.dep_ == "nsubj" else None
    if verb is not None and verb.lower_ in word_set("speech", "verbs_say"):
        return Part.SPEAKER
    if name.type in FORCES or (verb is not None and _moves_forces(scene, verb)):
        return Part.FORCE
    return Part.SUBJECT if verb is not None or top.dep_ == "nsubjpass" else Part.OTHER


def _moves_forces(scene: Scene, verb: Token) -> bool:
    return any(frame.head.i == verb.i and frame.trigger.kind is Kind.FORCE_CHANGE for frame in scene.frames)


def _is_where_it_was_said(root: Token) -> bool:
    """ "said at a send-off in Nairobi", "agreed in Lisbon", "at a meeting in Paris"."""
    if root.head.head.lower_ in TALKS:
        return True
    verb = next((t for t in ancestors(root) if is_verb(t)), None)
    return verb is not None and (verb.lower_ in word_set("speech", "verbs_say") or verb.lower_ in TALKING)
