"""Meetings: talks, visits, conferences, and who takes part."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame
from onrecord.claims.participants import participants
from onrecord.claims.phrases import is_body, is_force, is_people
from onrecord.claims.places import place_at, places_of
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import is_passive, subject
from onrecord.claims.tree import ancestors, children, conjuncts, is_verb, preposition_objects
from onrecord.model import Kind, NameKind

WITH = ("with", "between", "among")
TO = ("to", "in", "at")
HELD = frozenset(
    """hold holds held holding have had attend attends attended attending join joined host hosts hosted convene convened lead leads led
    leading pay pays paid paying make made complete completed conclude concluded begin began resume resumed""".split()
)
SAYING = frozenset("said says told announced added speaking spoke".split())
MAX_PARTIES = 8


@rule
def claim_meeting(scene: Scene, story: Story) -> Iterator[Draft]:
    """A meeting, visit or talks with who takes part and where: "Carter met with Iraqi leaders in Baghdad", "held talks with"."""
    for frame in scene.frames:
        if frame.trigger.kind is not Kind.MEETING:
            continue
        made = _by_noun(scene, story, frame) if frame.is_nominal else _by_verb(scene, story, frame)
        if made is not None:
            yield made


def _by_verb(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    verb, needs = frame.head, frame.trigger.fields.get("needs")
    agents = _parties(scene, story, frame.agent)
    if needs == "person" and not any(_is_person(who) for who in agents):
        return None
    guests = _parties(scene, story, frame.theme)
    met = [obj for prep, obj in preposition_objects(verb) if prep == "with"]
    guests += [who for obj in met for who in _parties(scene, story, obj)]
    is_topic = frame.trigger.lemma == "discuss"
    if frame.theme is not None and not is_topic and not guests and place_at(scene, story, frame.theme) is None:
        return None
    if needs == "people" and not (any(not _is_place(who) for who in guests) or (guests and _names_people(frame.theme))):
        return None
    places = places_of(scene, story, verb, frame.theme, *met, prepositions=(*TO, "near"))
    visited = place_at(scene, story, frame.theme) if frame.theme is not None else None
    if frame.trigger.lemma in ("visit", "travel"):
        places = [*([visited] if visited else []), *places]
        guests = [who for who in guests if not _is_place(who)]
        if not places and not guests:
            return None
    if needs == "two" and len({who.text for who in [*agents, *guests] if who.name is not None and not _is_place(who)}) < 2:
        return None
    if needs == "persons" and not (any(map(_is_person, agents)) and guests):
        return None
    if needs == "place" and (frame.theme is not None or not places):
        return None
    return _made(scene, frame, verb, [*agents, *guests], places)


def _by_noun(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    head, verb = frame.head, frame.light
    parties = [who for prep, obj in preposition_objects(head) if prep in WITH for who in _parties(scene, story, obj)]
    if verb is not None and verb.lower_ in HELD and not is_passive(verb):
        parties = [*_parties(scene, story, subject(verb)), *parties]
        parties += [who for prep, obj in preposition_objects(verb) if prep == "with" for who in _parties(scene, story, obj)]
    elif parties and head.dep_ == "pobj":
        said = next((a for a in ancestors(head) if is_verb(a) and a.lower_ in SAYING), None)
        parties = [*(who for who in _parties(scene, story, subject(said)) if _is_person(who)), *parties] if said else parties
    if verb is not None and (verb.lower_ in HELD or verb.lower_ in ("took", "take", "takes", "taking")) and not parties:
        parties = [who for prep, obj in preposition_objects(head) if prep == "of" for who in _parties(scene, story, obj)]
    for c in children(head, "poss"):
        parties = [*_parties(scene, story, c), *parties]
    if frame.trigger.fields.get("needs") == "two" and sum(map(_is_person, parties)) < 2:
        return None
    places = places_of(scene, story, head, verb, prepositions=TO)
    if frame.trigger.lemma == "visit":
        parties = [who for who in parties if _is_person(who) or not _is_place(who)]
        if not (places and any(_is_person(who) for who in parties)):
            return None
    return _made(scene, frame, head, parties, places, verb=verb)


def _made(
    scene: Scene, frame: Frame, head: Token, parties: list[Participant], places: list[Participant], *, verb: Token | None = None
) -> Draft | None:
    unique = list({who.text: who for who in parties}.values())[:MAX_PARTIES]
    if not any(who.name is not None for who in unique) and not (unique and any(where.name is not None for where in places)):
        return None
    if len(unique) == 1 and not places:
        return None
    made = draft(scene, Kind.MEETING, name_of(claim_meeting), head, verb)
    made.put("parties", unique)
    made.put("place", next(iter(places), None))
    return made


def _parties(scene: Scene, story: Story, head: Token | None) -> list[Participant]:
    """Persons, states and bodies by name, and people by their office: "Iraqi leaders"."""
    if head is None:
        return []
    apposed = next(
        (c for c in children(head, "appos") if (named := scene.name_at(c)) and named.value.kind is NameKind.PERSON), None
    )
    if apposed is not None and scene.name_at(head) is None:
        head = apposed  # "The Minister for Central Asia, Tobias Ellwood, visited"
    found = participants(scene, story, head)
    return [who for token, who in found if who.name is not None or is_people(token) or is_body(token) or is_force(token)]


def _names_people(theme: Token | None) -> bool:
    """ "the ministers of Niger and Chad": people who stand for their states."""
    return theme is not None and any(is_people(t) or is_body(t) for t in conjuncts(theme))


def _is_person(who: Participant) -> bool:
    return who.name is not None and who.name.kind is NameKind.PERSON


def _is_place(who: Participant) -> bool:
    return who.name is not None and who.name.kind in (NameKind.PLACE, NameKind.SITE)
