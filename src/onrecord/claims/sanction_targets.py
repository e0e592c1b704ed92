"""Whom measures hit: names, words for people and firms, each of a list by itself, and "them" whom the report has told of."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.building import Draft
from onrecord.claims.participants import joined, participant
from onrecord.claims.phrases import LEADING, words_of
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import children, conjuncts, is_noun
from onrecord.model import NameKind
from onrecord.nlp.tokens import Token

SEVERAL = frozenset(["them", "they", "both", "these", "those"])


def target_of(scene: Scene, story: Story, token: Token) -> Participant | None:
    """Whom a measure hits: a name, or the words: "three Russian banks" are not Russia."""
    if token.lower_ in SEVERAL:
        return story.sanctioned
    named = scene.name_at(token)
    if named is None and is_noun(token) and len(conjuncts(token)) == 1 and token.lower_ not in ("government", "regime"):
        _, (first, last) = words_of(scene, token, keep=())
        if any(scene.name_at(c) is not None for c in children(token, "amod", "compound", "nmod", "poss")):
            first = max([first, *(number.i + 1 for number in children(token, "nummod"))])
            person = next((c for c in children(token, "appos") if scene.name_at(c) is not None), None)
            return participant(scene, story, person) if person is not None else _words(scene, first, last)
        if scene.count_of(token) is not None and not any(scene.name_at(t) is not None for t in token.subtree):
            return _words(scene, first, last)  # "four companies" are nobody's whom the report has named
    return joined(scene, story, token)


def _words(scene: Scene, first: int, last: int) -> Participant:
    text = LEADING.sub("", scene.words(first, last)) or scene.words(first, last)
    return Participant(text, scene.at(scene.doc[first], scene.doc[last]))


def each_target(scene: Scene, story: Story, hit: Token) -> list[tuple[Token, Participant]]:
    """ "54 people and 30 entities", "General A and Colonel B": each that has a number or is a person by name; else all as one."""
    parts = conjuncts(hit)
    if len(parts) > 1 and (all(scene.count_of(t) is not None for t in parts) or all(_is_person(scene, t) for t in parts)):
        found = [(t, who) for t in parts if (who := participant(scene, story, t, alone=False)) is not None]
        if len(found) == len(parts):
            return found
    who = target_of(scene, story, hit)
    return [(hit, who)] if who is not None else []


def _is_person(scene: Scene, token: Token) -> bool:
    named = scene.name_at(token)
    return named is not None and named.value.kind is NameKind.PERSON


def remember(story: Story, actor: Participant | None, targets: list[tuple[Token, Participant]]) -> None:
    """Keep who took a measure and against whom, for "it blacklists" and "a travel ban on them" after it."""
    if actor is not None and actor.name is not None:
        story.sanctioner = actor
    if targets:
        story.sanctioned = targets[0][1]


def against_each(scene: Scene, made: Draft, targets: list[tuple[Token, Participant]]) -> Iterator[Draft]:
    """The same measure against each target, with its number."""
    for number, (token, who) in enumerate(targets or [(None, None)]):
        also = made if number == len(targets) - 1 or not targets else made.copy()
        also.put("target", who)
        count = scene.count_of(token) if token is not None else None
        also.count(count.value.quantity if count else None, scene.in_report(count.span) if count else None)
        yield also
