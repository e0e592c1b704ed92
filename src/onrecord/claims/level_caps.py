"""Ceilings: "limited to 1,960", "authorised to have up to 75 observers", "may keep no more than 35", "the cap is 5,262"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.claims.level_topics import Topic
from onrecord.claims.level_words import CAPS, allows, is_hold, is_stay, limits
from onrecord.claims.status import Standing, standing_of
from onrecord.claims.tree import ancestors, child, is_verb
from onrecord.model import Quantity, Status
from onrecord.nlp.tokens import Token

EXCEED = frozenset("exceed exceeds exceeded exceeding surpass surpasses surpassed top tops topped".split())
NEVER = frozenset(["not", "n't", "never"])
PROVIDING = frozenset("provide provides provided foresee foresees foresaw allot allots".split())
MANDATES = frozenset("mandate deal agreement accord treaty resolution pact truce protocol law convention".split())


def measure_of(noun: Token, verb: Token | None, topic: Topic | None, quantity: Quantity) -> str | None:
    """Whether the number is a ceiling: by its own noun, what it stands under, or a verb of allowing or limiting."""
    governs = noun.dep_ in ("dobj", "nsubjpass") or (noun.dep_ == "pobj" and noun.head.lower_ == "at")
    heads = topic.tokens if topic is not None else ()
    own = [noun, *heads, *noun.children, *([verb] if verb is not None and governs else [])]
    above = [t for t in ancestors(noun) if not is_verb(t)][:4] + [t for h in heads for t in ancestors(h) if not is_verb(t)][:3]
    if any(t.lower_ in CAPS for t in (*own, *above)) or _is_the_cap(noun):
        return "cap"
    return "cap" if limiting_verb(noun, verb, quantity) is not None else None


def _is_the_cap(noun: Token) -> bool:
    """ "800 was the ceiling"."""
    said = child(noun.head, "attr") if noun.dep_ == "nsubj" and is_verb(noun.head) else None
    return said is not None and said.lower_ in CAPS


def limiting_verb(noun: Token, verb: Token | None, quantity: Quantity) -> Token | None:
    """The verb that makes a ceiling of a number: "limited to", "is authorised to have", "may keep no more than"."""
    if verb is None:
        return None
    if limits(verb) and noun.dep_ == "pobj" and noun.head.lower_ in ("to", "at"):
        return verb
    if allows(verb) and noun.dep_ in ("dobj", "pobj") and quantity.delta is None:
        return verb
    above = verb.head
    if verb.dep_ in ("xcomp", "ccomp", "advcl", "acl") and allows(above) and (is_hold(verb) or is_stay(verb)):
        return above
    at_most = quantity.high is not None and quantity.low is None and quantity.value is None
    if at_most and (is_hold(verb) or is_stay(verb)) and any(c.lower_ in ("may", "can") for c in verb.children):
        return verb
    given = subject_of(verb)
    if at_most and verb.lower_ in PROVIDING and given is not None and given.lower_ in MANDATES:
        return verb
    return None


def subject_of(verb: Token) -> Token | None:
    """The subject that stands with a verb."""
    return child(verb, "nsubj", "nsubjpass")


def standing_of_cap(verb: Token, found: Standing) -> Standing:
    """A ceiling that is set holds, though what it allows need not: "is authorised to have", "may keep"."""
    if any(c.lower_ in ("may", "can") for c in verb.children):
        return Standing(Status.ACTUAL)
    own = standing_of(verb)
    return (
        own
        if own.status is not Status.PLANNED or any(c.tag_ == "MD" for c in verb.children)
        else Standing(Status.ACTUAL)
        if allows(verb)
        else found
    )


def bounded(quantity: Quantity, verb: Token | None) -> Quantity:
    """ "never exceeded 600" gives the most, "exceeds 600" the fewest."""
    if (
        verb is not None
        and quantity.low is not None
        and quantity.high is None
        and any(c.lower_ in NEVER for c in verb.children)
    ):
        return replace(quantity, low=None, high=quantity.low)  # "there were never more than 120"
    if verb is None or verb.lower_ not in EXCEED or quantity.value is None:
        return quantity
    if any(c.lower_ in NEVER for c in verb.children):
        return replace(quantity, value=None, high=quantity.value, approx=False)
    return replace(quantity, value=None, low=quantity.value, approx=False)
