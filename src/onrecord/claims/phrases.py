"""Noun phrases: their words, the name that they are, and what sort of noun heads them."""

from __future__ import annotations

import re

from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant
from onrecord.claims.tree import child, children, is_noun
from onrecord.lexicon.words import word_set
from onrecord.model import Mention, Name
from onrecord.nlp.tokens import Token

LEADING = re.compile(r"^(?:(?:the|a|an|its|their|his|her|our|some|these|those|this|that|all|any)\s+)+", re.IGNORECASE)


EDGES = " \t\n,;:.\"'“”‘’()[]"


def words_of(
    scene: Scene, head: Token, *, keep: tuple[str, ...] = ("of",), coordinated: bool = True
) -> tuple[str, tuple[int, int]]:
    """The words of a noun phrase without determiners, clauses and prepositional phrases other than ``keep``."""
    first = last = head.i
    queue = [head]
    while queue:
        for c in queue.pop().children:
            own_case = c.dep_ == "case" and c.head.i == head.i  # "the cabinet's decision": whose it is
            if own_case or not _belongs(c, keep, coordinated) or _is_date_before(scene, c, head):
                continue
            first, last = min(first, c.i), max(last, c.i)
            queue.append(c)
    text = scene.words(first, last).replace("\n", " ").strip(EDGES)
    return LEADING.sub("", text) or text, (first, last)


def _is_date_before(scene: Scene, token: Token, head: Token) -> bool:
    """Whether a day is parsed into the name after it: "On 11 July Carter announced" is no "11 July Carter"."""
    return (
        token.i < head.i
        and head.tag_ in ("NNP", "NNPS")
        and any(m.span.begin <= token.idx < m.span.end <= head.idx for m in scene.dates)
    )


def _belongs(token: Token, keep: tuple[str, ...], coordinated: bool) -> bool:
    if token.dep_ in (
        "relcl",
        "acl",
        "appos",
        "punct",
        "advcl",
        "cc",
        "ccomp",
        "parataxis",
        "dep",
        "nsubj",
        "aux",
        "cop",
        "mark",
        "neg",
    ):
        return False
    if token.dep_ == "conj":
        return coordinated and is_noun(token)
    if token.dep_ == "amod" and token.i > token.head.i:
        return False
    if token.dep_ == "prep":
        return token.lower_ in keep
    return token.dep_ not in ("advmod", "predet", "preconj")


def of_name(scene: Scene, mention: Mention[Name]) -> Participant:
    """The participant that a name mention is."""
    return Participant(mention.value.canonical, mention.span.shift(scene.sentence.span.begin), mention.value)


def is_body(token: Token) -> bool:
    """Whether a noun is a force, a part of government or the like, which belongs to somebody."""
    return token.lower_ in word_set("people", "nouns_body") or is_force(token)


def is_force(token: Token) -> bool:
    """Whether a noun means forces that can be counted, sent or withdrawn."""
    return (
        token.lower_ in word_set("people", "nouns_force")
        or token.lower_ in word_set("people", "nouns_asset")
        or (
            token.lower_ in ("members", "member")
            and any(c.lower_ in word_set("people", "nouns_service") for c in children(token, "compound"))
        )
    )


def is_people(token: Token) -> bool:
    """Whether a noun means people."""
    return token.lower_ in word_set("people", "nouns_people")


def is_definite(head: Token) -> bool:
    """Whether a phrase points back: "the forces", "its troops", bare "forces" as subject."""
    det = child(head, "det", "poss")
    return (det is not None and det.lower_ in ("the", "these", "those", "this", "its", "their", "his", "our")) or det is None
