"""Whom measures hit: names, words for people and firms, each of a list by itself, and "them" whom the report has told of."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.building import Draft
from onrecord.claims.participants import joined, participant
from onrecord.claims.phrases import LEADING, of_name, words_of
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import child, children, conjuncts, is_noun
from onrecord.claims.victims import is_person_noun
from onrecord.lexicon.inflection import verb_forms
from onrecord.model import NameKind
from onrecord.nlp.tokens import Token

ENTERING = frozenset(["entering", "travelling", "traveling", "travel", "entry"])
TARGETING = frozenset(verb_forms("target") + verb_forms("hit"))
PERSONS = frozenset("individual individuals figure figures national nationals".split())
STATES = frozenset(["country", "state", "government"])
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
    """ "54 people and 30 entities", "General A and Colonel B", "minister A, B and three officers": each that has a number or an
    article, or is a person by name; else all as one."""
    parts = _parts(scene, hit)
    if len(parts) > 1 and all(_is_one_of_several(scene, t) for t in parts):
        found = [(t, who) for t in parts if (who := _one(scene, story, t)) is not None]
        if len(found) == len(parts):
            return found
    who = target_of(scene, story, hit)
    return [(hit, who)] if who is not None else []


def another_than(scene: Scene, actor: Participant, hit: Token) -> Participant | None:
    """ "closed its border with Chad and froze its assets": nobody's own; the last state or body that the sentence names before it."""
    before = (m for m in reversed(scene.names) if m.span.end <= hit.idx and m.value.canonical != actor.text)
    return next((of_name(scene, m) for m in before if m.value.type in STATES or m.value.kind is NameKind.ACTOR), None)


def other_state(scene: Scene, realm: Token, actors: list[Token]) -> Participant | None:
    """ "sent to Qatar, days after four states cut ties with the emirate": the last state before it that is none of those who act."""
    acting = {m.value.canonical for t in actors if (m := scene.name_at(t)) is not None}
    named = (m for m in reversed(scene.names) if m.span.end <= realm.idx and m.value.type in STATES)
    return next((of_name(scene, m) for m in named if m.value.canonical not in acting), None)


def _parts(scene: Scene, hit: Token) -> list[Token]:
    """What is coordinated, where the rest of a list hangs on the name behind a title: "the minister Ali Saleh, Omar Bey and two aides"."""
    named = next((c for c in children(hit, "appos") if _is_person(scene, c)), None)
    return conjuncts(named) if named is not None and len(conjuncts(hit)) == 1 else conjuncts(hit)


def _is_one_of_several(scene: Scene, token: Token) -> bool:
    named = scene.name_at(token)
    whole = named is not None and (named.value.type in STATES or named.value.kind is NameKind.ACTOR)
    return whole or scene.count_of(token) is not None or _is_person(scene, token) or child(token, "det") is not None


def _one(scene: Scene, story: Story, token: Token) -> Participant | None:
    """One of a list by its name, or by its own words: "a Sudanese company" is not Sudan."""
    if scene.name_at(token) is not None or not is_noun(token):
        return participant(scene, story, token, alone=False)
    if any(scene.name_at(c) is not None for c in children(token, "amod", "compound", "nmod", "poss")):
        _, (first, last) = words_of(scene, token, keep=(), coordinated=False)
        return _words(scene, max([first, *(number.i + 1 for number in children(token, "nummod", "det"))]), last)
    return participant(scene, story, token, alone=False)


def shut_out(verb: Token, theme: Token, offices: frozenset[str]) -> Token | None:
    """ "banned two generals from entering the country", "ordered 45 diplomats to leave": who may not come or stay."""
    leaving = any(c.lower_ == "leave" for c in children(verb, "xcomp", "ccomp"))
    if leaving:
        return theme if theme.lower_ in offices else None
    below = [c for t in (verb, theme) for p in children(t, "prep") if p.lower_ == "from" for c in p.children]
    return theme if any(c.lower_ in ENTERING for c in below) else None


def hit_before(scene: Scene, head: Token, noun: Token) -> Token | None:
    """ "renewed its Sudan sanctions regime": the country that the noun before it names, where the measures are the subject's own."""
    own = any(c.tag_ == "PRP$" for t in (head, noun) for c in children(t, "poss"))
    named = (
        c
        for t in (head, noun)
        for c in children(t, "compound", "nmod", "amod")
        if (m := scene.name_at(c)) and m.value.type in STATES
    )
    return next(named, None) if own else None


def hit_by_told(story: Story, head: Token, verb: Token | None) -> Token | None:
    """ "The sanctions target two generals": whom the measures hit of which the report has told."""
    hits = verb is not None and head.dep_ == "nsubj" and verb.lower_ in TARGETING and story.sanctioner is not None
    return child(verb, "dobj") if hits and verb is not None else None


def _is_person(scene: Scene, token: Token) -> bool:
    named = scene.name_at(token)
    unknown = named is None and token.tag_ == "NNP" and any(c.tag_ == "NNP" for c in children(token, "compound"))
    return unknown or (named is not None and named.value.kind is NameKind.PERSON)


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
        quantity = count.value.quantity if count is not None else None
        if quantity is not None and token is not None and (is_person_noun(token) or token.lower_ in PERSONS):
            quantity = quantity.with_unit("person")
        also.count(quantity, scene.in_report(count.span) if count else None)
        yield also
