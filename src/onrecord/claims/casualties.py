"""Casualties: people killed, wounded, captured, missing, displaced."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame, frames
from onrecord.claims.participants import is_people, joined, participant, places_of, words_of
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import children, conjuncts, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind

INSTRUMENTS = frozenset(
    [
        "explosion",
        "blast",
        "bomb",
        "bombing",
        "attack",
        "attacks",
        "strike",
        "strikes",
        "airstrike",
        "airstrikes",
        "raid",
        "fire",
        "crash",
        "rocket",
        "rockets",
        "missile",
        "drone",
        "violence",
        "clash",
        "clashes",
        "fighting",
        "shelling",
        "offensive",
        "collapse",
        "war",
        "conflict",
        "operation",
        "operations",
    ]
)
QUANTIFIERS = frozenset(
    "hundreds thousands dozens scores millions tens number majority most many some several total group couple handful".split()
)
LIVES = frozenset(["life", "lives"])


@rule
def claim_casualties(scene: Scene, story: Story) -> Iterator[Draft]:
    """People killed, wounded, captured, missing or displaced, each group by itself: "killing three soldiers and wounding 11",
    "the death of two civilians", "40,000 people fled"."""
    for frame in frames(scene.doc):
        if frame.trigger.kind is Kind.CASUALTIES:
            for token in _victims(scene, frame):
                made = _casualties(scene, story, frame, token)
                if made is not None:
                    yield made


def _victims(scene: Scene, frame: Frame) -> list[Token]:
    """The conjuncts of who was hurt."""
    if frame.is_nominal:
        head = frame.theme if frame.theme is not None else next(iter(children(frame.head, "poss")), None)
        if frame.trigger.fields.get("frame") == "count":
            return [frame.head] if scene.count_of(frame.head) else []
    elif frame.trigger.fields.get("frame") == "self":
        head = frame.agent
    else:
        head = frame.theme
    if head is None:
        return []
    need = frame.trigger.fields.get("needs")
    if need == "lives":
        if head.lower_ not in LIVES:
            return []
        head = next((o for p, o in preposition_objects(head) if p == "of"), None)
        return conjuncts(head) if head is not None else []
    return [t for t in (_counted(t) for t in conjuncts(head)) if _is_victim(scene, t)]


def _counted(token: Token) -> Token:
    """The people in "hundreds of people", "a number of soldiers", "one of the guards"."""
    if token.lower_ in QUANTIFIERS or token.tag_ == "CD":
        return next((o for p, o in preposition_objects(token) if p == "of"), token)
    return token


def _is_victim(scene: Scene, token: Token) -> bool:
    """Whether a noun is people: by lexicon, as a person's name, as somebody's force, or as a count of people."""
    if is_people(token):
        return True
    named = scene.name_at(token)
    if named is not None:
        return (
            named.value.kind is NameKind.PERSON
            or (token.tag_ in ("NNPS", "NNS") and named.value.kind is NameKind.ACTOR)
            or named.value.type in ("armed_group", "force")
        )
    if token.tag_ in ("PRP", "WP") or token.lower_ in ("others", "others", "who"):
        return token.lower_ in ("he", "him", "she", "her", "they", "them", "others", "who", "me", "us", "we")
    count = scene.count_of(token) or scene.count_at(token)
    if count is not None and count.value.quantity.unit in ("person", "personnel"):
        return True
    if token.tag_ == "CD":
        return count is not None and count.value.quantity.unit in (None, "person", "personnel")
    return token.tag_ in ("NNP", "NNPS") and named is None and token.dep_ in ("nsubjpass", "dobj", "nsubj", "conj", "pobj")


def _casualties(scene: Scene, story: Story, frame: Frame, token: Token) -> Draft | None:
    outcome = frame.trigger.fields["outcome"]
    victims = _who(scene, story, token)
    if victims is None:
        return None
    made = draft(scene, Kind.CASUALTIES, name_of(claim_casualties), frame.head, frame.verb)
    made.put("victims", victims)
    made.put("outcome", outcome, scene.at(frame.head))
    agent = frame.agent
    if agent is not None and frame.trigger.fields.get("frame") != "self" and agent.i != token.i and not _is_instrument(agent):
        made.put("perpetrator", joined(scene, story, agent))
    elif agent is not None and _is_instrument(agent):
        owner = next((c for c in children(agent, "poss", "compound", "amod", "nmod") if _is_actor(scene, c)), None)
        made.put("perpetrator", participant(scene, story, owner))
    where = places_of(
        scene, story, frame.head, token, agent, prepositions=("in", "at", "near", "on", "outside", "inside", "around", "across")
    )
    made.put("place", where[0] if where else None)
    count = scene.count_of(token) or scene.count_at(token)
    if (
        count is not None
        and count.value.quantity.unit not in ("percent", "day")
        and not (count.value.quantity.unit or "").isupper()
    ):
        quantity = count.value.quantity
        made.count(
            quantity.with_unit(quantity.unit if quantity.unit in ("person", "personnel") else "person"),
            count.span.shift(scene.sentence.span.begin),
        )
    return made


def _who(scene: Scene, story: Story, token: Token) -> Participant | None:
    if token.tag_ == "CD":
        return Participant("people", scene.at(token))
    person = next(
        (t for t in (token, *children(token, "appos")) if (m := scene.name_at(t)) and m.value.kind is NameKind.PERSON), None
    )
    if person is not None or token.tag_ in ("PRP", "WP"):
        return participant(scene, story, person if person is not None else token)
    text, (first, last) = words_of(scene, token, keep=("of",), coordinated=False)
    first = max([first, *[t.i + 1 for t in scene.doc[first : token.i] if t.tag_ == "CD"]])
    text = scene.words(first, last).strip() if first <= last else text
    return Participant(text, scene.at(scene.doc[first], scene.doc[last])) if any(c.isalpha() for c in text) else None


def _is_instrument(token: Token) -> bool:
    return token.lower_ in INSTRUMENTS or token.lower_ in word_set("people", "nouns_arms")


def _is_actor(scene: Scene, token: Token) -> bool:
    named = scene.name_at(token)
    return named is not None and (named.value.kind is NameKind.ACTOR or named.value.type == "country")
