"""Several states that move their forces in one clause: one claim each, however the clause names them."""

from __future__ import annotations

from onrecord.claims.force_owners import owner_is_named
from onrecord.claims.frames import LIGHT, Frame
from onrecord.claims.phrases import of_name
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant
from onrecord.claims.subjects import is_passive, subject
from onrecord.claims.tree import ancestors, children, conjuncts, is_verb, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.nlp.tokens import Token

PLANNING = frozenset("set agreed decided promised pledged vowed".split())


def senders_too(scene: Scene, frame: Frame, moved: Token) -> list[Participant]:
    """The states of "Honduras and Spain announced the withdrawal of their contingents", "Ghana and Togo said they would send
    soldiers" and "Denmark, along with Norway, will withdraw its troops", where they are several."""
    if owner_is_named(scene, moved) and moved.lower_ != "they":
        return []
    who = _who(frame, moved)
    if who is None or who.dep_ not in ("nsubj", "nsubjpass"):
        return []
    joined = [o for p, o in preposition_objects(who) if p in ("with", "like") and _is_along(who, o)]
    states = [scene.name_at(t) for first in (who, *joined) for t in conjuncts(first) if t.i < frame.head.i]
    known = [m for m in states if m is not None and m.value.type in ("state", "country")]
    if len(known) < 2 or len(known) != len(states):
        return []
    return [of_name(scene, m) for m in known]


def _who(frame: Frame, moved: Token) -> Token | None:
    """Who moves them: the subject of the verb or of the verb that carries a noun, of "they" whom it stands for in the sentence."""
    if frame.is_nominal:
        light = frame.light
        carried = light is not None and light.lower_ in LIGHT and frame.head.dep_ == "dobj" and not is_passive(light)
        return subject(light) if carried and light is not None else None
    agent = frame.agent
    if agent is None or frame.passive:
        return None
    if agent.lower_ != "they":
        return agent if agent.i != moved.i else None
    says = next((t for t in ancestors(frame.head) if is_verb(t) and t.i < agent.i and t.i != agent.head.i), None)
    told = says is not None and (says.lower_ in word_set("speech", "verbs_say") or says.lower_ in PLANNING)
    return subject(says) if told and says is not None else None


def _is_along(who: Token, other: Token) -> bool:
    """ "along with Norway", "together with Norway", "like Norway" behind a name."""
    prep = other.head
    opened = {prep.lower_, *(t.lower_ for t in (prep.head,) if t.dep_ == "prep"), *(c.lower_ for c in children(prep, "advmod"))}
    return other.i > who.i and not opened.isdisjoint(("along", "together", "like"))
