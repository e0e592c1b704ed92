"""Walking the dependency parse (CLEAR labels, as spaCy's English models give them)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.nlp.tokens import Token

RELATIVE = frozenset({"who", "which", "that", "whom"})
VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
MAX_CLIMB = 25


def is_verb(token: Token) -> bool:
    """Whether the tag says verb (auxiliaries too)."""
    return token.tag_ in VERBS


def is_noun(token: Token) -> bool:
    """Whether the tag says noun, proper or not."""
    return token.tag_ in NOUNS


def children(token: Token, *deps: str) -> list[Token]:
    """The children by any of these labels, in order."""
    below = token.children
    return [child for child in below if child.dep_ in deps] if below else []


def child(token: Token, *deps: str) -> Token | None:
    """The first child by any of these labels."""
    for c in token.children:
        if c.dep_ in deps:
            return c
    return None


def ancestors(token: Token) -> Iterator[Token]:
    """The heads above a token, nearest first, bounded."""
    for _ in range(MAX_CLIMB):
        if token.head is token or token.head.i == token.i:
            return
        token = token.head
        yield token


def conjuncts(token: Token) -> list[Token]:
    """The token with all that is coordinated to it below ("A, B and C")."""
    found, queue = [token], [token]
    while queue and len(found) < 60:
        for c in children(queue.pop(0), "conj"):
            found.append(c)
            queue.append(c)
    return sorted(found, key=lambda t: t.i)


def preposition_objects(token: Token) -> Iterator[tuple[str, Token]]:
    """``(preposition, object)`` for each prepositional phrase on a token, "out of" and "because of" by their last word."""
    for prep in children(token, "prep", "agent", "dative"):
        yield from _objects_of(prep, prep.lower_)
    for particle in children(token, "advmod", "prt"):
        for prep in children(particle, "prep"):
            yield from _objects_of(prep, prep.lower_)


def _objects_of(prep: Token, name: str) -> Iterator[tuple[str, Token]]:
    if prep.dep_ == "dative" and not prep.tag_.startswith(("IN", "TO")):
        yield "to", prep
        return
    for obj in children(prep, "pobj"):
        yield name, obj
    for inner in children(prep, "prep"):
        yield from _objects_of(inner, inner.lower_)


def clause_of(token: Token) -> Token | None:
    """The verb of the clause that a token stands in: the nearest verb above it, itself if it is one."""
    if is_verb(token) and token.dep_ not in ("aux", "auxpass", "amod", "compound"):
        return token
    return next((t for t in ancestors(token) if is_verb(t) and t.dep_ not in ("aux", "auxpass", "amod", "compound")), None)


def phrase_bounds(token: Token, *, skip: Iterable[str] = ()) -> tuple[int, int]:
    """The first and last token index of a noun phrase, without subtrees by the labels in ``skip`` and without outer punctuation."""
    dropped = frozenset(skip)
    first = last = token.i
    queue = [token]
    while queue:
        for c in queue.pop().children:
            if c.dep_ in dropped or c.dep_ == "punct":
                continue
            first, last = min(first, c.i), max(last, c.i)
            queue.append(c)
    return first, last


def within(token: Token, top: Token) -> bool:
    """Whether ``token`` is ``top`` or lies below it."""
    return token.i == top.i or any(a.i == top.i for a in ancestors(token))
