"""Who takes part in a meeting: by name, by office, or by the words for those who were sent."""

from __future__ import annotations

from onrecord.claims.office_phrases import is_office
from onrecord.claims.participants import participants
from onrecord.claims.phrases import is_body, is_force, is_people, of_name, words_of
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import children, conjuncts
from onrecord.lexicon.inflection import noun_forms
from onrecord.lexicon.words import word_set
from onrecord.model import NameKind
from onrecord.nlp.tokens import Token

DELEGATES = frozenset(form for word in ("delegation", "delegate", "mediator", "negotiator") for form in noun_forms(word))
COUNTERPARTS = frozenset(noun_forms("counterpart"))
SIDES = frozenset("leaders presidents ministers sides men generals officials diplomats premiers".split())


def parties_of(scene: Scene, story: Story, head: Token | None, *, bare: bool = False) -> list[Participant]:
    """Persons, states and bodies by name, and people by their office: "Iraqi leaders"; ``bare``: capitalised words as well, which
    are a surname where somebody meets."""
    if head is None:
        return []
    apposed = [t for c in children(head, "appos") if _is_person_at(scene, c) for t in conjuncts(c) if _is_person_at(scene, t)]
    if apposed and scene.name_at(head) is None:
        head, apposed = apposed[0], apposed[1:]  # "The Minister for Central Asia, Tobias Ellwood, visited"
    if story.met and head.lower_ in SIDES and any(c.lower_ in ("two", "both", "three", "2") for c in head.children):
        return list(story.met)
    found = participants(scene, story, head)
    given: list[Participant] = []
    for token, who in found:
        named = next((c for c in children(token, "appos") if _is_person_at(scene, c)), None)
        if named is not None and token.i != head.i and scene.name_at(token) is None:
            given += [of_name(scene, m) for m in (scene.name_at(named),) if m is not None]
        elif apposed and token.lower_ in COUNTERPARTS:
            continue  # "Sameh Shoukry and his counterparts, A, B and C"
        elif who.name is not None or _takes_part(token):
            alone = sum(other.i == token.i for other, _ in found) == 1
            given.append(_by_words(scene, token, who) if alone else who)
        elif bare and token.tag_ == "NNP" and token.text.isalpha():
            text, (first, last) = words_of(scene, token, coordinated=False)
            given.append(Participant(text, scene.at(scene.doc[first], scene.doc[last])))
    given += [of_name(scene, m) for t in apposed if (m := scene.name_at(t)) is not None]
    return given


def _takes_part(token: Token) -> bool:
    """Whether a noun means people or bodies that may meet."""
    listed = token.lower_ in word_set("people", "nouns_party")
    return listed or is_people(token) or is_body(token) or is_force(token) or is_delegate(token)


def _is_person_at(scene: Scene, token: Token) -> bool:
    named = scene.name_at(token)
    return named is not None and named.value.kind is NameKind.PERSON


def _by_words(scene: Scene, token: Token, who: Participant) -> Participant:
    """Those who meet for a state by the words for them: "Iran's foreign minister" and not "Iran"."""
    if not is_delegate(token) or scene.name_at(token) is not None or who.name is None or who.name.kind is NameKind.PERSON:
        return who
    text, (first, last) = words_of(scene, token)
    return Participant(text, scene.at(scene.doc[first], scene.doc[last]))


def is_told_apart(who: Participant) -> bool:
    """Whether it is said who that is: by a name, or by words with a name in them."""
    return who.name is not None or any(c.isupper() for c in who.text)


def names_people(theme: Token | None) -> bool:
    """ "the ministers of Niger and Chad": people who stand for their states."""
    return theme is not None and any(is_people(t) or is_body(t) for t in conjuncts(theme))


def is_person(who: Participant) -> bool:
    """Whether it is a person by name."""
    return who.name is not None and who.name.kind is NameKind.PERSON


def is_place(who: Participant) -> bool:
    """Whether it is a place or site by name."""
    return who.name is not None and who.name.kind in (NameKind.PLACE, NameKind.SITE)


def is_delegate(token: Token | None) -> bool:
    """Whether a noun means those who meet for others: an office, a delegation, envoys."""
    return token is not None and (token.lower_ in DELEGATES or is_office(token))


def are_two(parties: list[Participant]) -> bool:
    """Whether two sides meet, one of them by a name that is of no place."""
    return len({who.text for who in parties if not is_place(who)}) > 1 and any(
        is_told_apart(who) and not is_place(who) for who in parties
    )
