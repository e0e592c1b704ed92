"""Words for moves that tell of none: a move that is only judged, forces that are on their way when they are hit."""

from __future__ import annotations

from onrecord.claims.force_nouns import is_asset
from onrecord.claims.frames import Frame
from onrecord.claims.tree import ancestors, children, is_verb
from onrecord.lexicon.inflection import verb_forms
from onrecord.lexicon.triggers import triggers_by_form
from onrecord.lexicon.words import word_set
from onrecord.model import Kind
from onrecord.nlp.tokens import Token

BE = frozenset("is are was were be been 's seem seems seemed remain remains look looks sound sounds".split())
CALLING = frozenset(form for verb in ("call", "deem", "label", "brand", "find") for form in verb_forms(verb))
HARM = (Kind.ATTACK, Kind.CASUALTIES)


def is_judged(frame: Frame) -> bool:
    """ "Removing troops from Bosnia is more difficult now", "called the withdrawal premature": what somebody thinks of a move, which
    may never come."""
    head = frame.head
    if not frame.is_nominal:
        over = head.head
        ing = head.tag_ == "VBG" and head.dep_ in ("csubj", "csubjpass")
        return ing and over.lower_ in BE and bool(children(over, "acomp", "attr"))
    light = frame.light
    if light is None or light.lower_ not in CALLING or head.dep_ != "dobj" or children(light, "prt"):
        return False
    return any(t.i > head.i and t.tag_ == "JJ" and t.dep_ in ("oprd", "acomp", "ccomp", "pobj") for t in light.subtree) or any(
        c.i > head.i for c in children(light, "oprd", "ccomp")
    )


def is_hit_on_its_way(frame: Frame, moved: Token) -> bool:
    """ "a convoy heading to Kismayo was ambushed", "a plane was hit while landing at Jaffna": an attack on it, and no move of forces."""
    if frame.is_nominal or frame.head.tag_ != "VBG" or frame.head.dep_ not in ("acl", "advcl"):
        return False
    told = is_asset(moved) or moved.lower_ in word_set("people", "nouns_convoy")
    return told and any(_is_of_harm(verb) for verb in ancestors(frame.head) if is_verb(verb))


def _is_of_harm(verb: Token) -> bool:
    return any(trigger.kind in HARM and trigger.part == "verb" for trigger in triggers_by_form().get(verb.lower_, ()))
