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
from onrecord.claims.status import Standing, standing_of
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import agent_phrase, is_passive, subject
from onrecord.claims.tree import ancestors, child, children, conjuncts, is_verb, preposition_objects
from onrecord.lexicon.inflection import verb_forms
from onrecord.model import Kind, NameKind, Status


def _forms(lemmas: str) -> frozenset[str]:
    return frozenset(form for lemma in lemmas.split() for form in verb_forms(lemma))


WITH = ("with", "between", "among")
TO = ("to", "in", "at")
HELD = _forms("hold have attend join host convene lead pay make complete conclude begin resume start")
CANCELLING = {"cancelled", "cancelling"} | _forms("cancel postpone plan scrap make begin end cut")
ARRANGED = _forms("open resume begin start schedule set plan hold conclude convene attend host end break fail") | {
    "are", "is", "were", "was", "due", "took", "take", "takes",
}  # fmt: skip
WENT = _forms("fly go travel arrive come drive return")
MEET = _forms("meet see visit")
TALKS = frozenset("talks negotiations summit meeting meetings conference consultations dialogue discussions".split())
ROUNDS = frozenset("round rounds series session day days week".split())
OFFICE = frozenset("president minister premier chancellor secretary king emir envoy ambassador general chief".split())
SIDES = frozenset("leaders presidents ministers sides men generals officials diplomats premiers".split())
SAYING = frozenset("said says told announced added speaking spoke".split())
MAX_PARTIES = 8


@rule
def claim_meeting(scene: Scene, story: Story) -> Iterator[Draft]:
    """A meeting, visit or talks with who takes part and where: "Carter met with Iraqi leaders in Baghdad", "held talks with",
    "arrived in Cairo for talks with", "talks are due in Geneva"."""
    done: set[int] = set()
    for frame in scene.frames:
        if frame.trigger.kind is not Kind.MEETING or frame.head.i in done:
            continue
        yield from _by_noun(scene, story, frame) if frame.is_nominal else _by_verb(scene, story, frame, done)
    yield from _due(scene, story)


def _by_verb(scene: Scene, story: Story, frame: Frame, done: set[int]) -> Iterator[Draft]:
    verb, needs = frame.head, frame.trigger.fields.get("needs")
    agents = _parties(scene, story, frame.agent)
    if needs == "person" and not any(_is_person(who) for who in agents) and not _is_led(scene, story, frame.agent, agents):
        return
    guests = _parties(scene, story, frame.theme)
    met = [obj for prep, obj in preposition_objects(verb) if prep == "with"]
    guests += [who for obj in met for who in _parties(scene, story, obj)]
    is_topic = frame.trigger.lemma == "discuss"
    if frame.theme is not None and not is_topic and not guests and place_at(scene, story, frame.theme) is None:
        return
    if needs == "people" and not (any(not _is_place(who) for who in guests) or (guests and _names_people(frame.theme))):
        return
    places = places_of(scene, story, verb, frame.theme, *met, prepositions=(*TO, "near"))
    if needs == "person":
        yield from _visits(scene, story, frame, agents, guests, done)
        return
    if needs == "two" and len({who.text for who in [*agents, *guests] if who.name is not None and not _is_place(who)}) < 2:
        return
    if needs == "persons" and not (any(map(_is_person, agents)) and guests):
        return
    if needs == "place" and (frame.theme is not None or not places):
        return
    made = _made(scene, story, frame, verb, [*agents, *guests], places)
    if made is not None:
        yield made


def _visits(
    scene: Scene, story: Story, frame: Frame, agents: list[Participant], guests: list[Participant], done: set[int]
) -> Iterator[Draft]:
    """ "visited Turkey and Uzbekistan", "travelled to Moscow to meet", "arrived in Cairo for talks with": one meeting for each place."""
    verb = frame.head
    visited = [where for t in _conjuncts_of(frame.theme) if (where := place_at(scene, story, t)) is not None]
    guests = [who for who in guests if not _is_place(who)]
    meeting = next((c for c in children(verb, "xcomp", "advcl") if c.lower_ in MEET), None)
    if meeting is not None and frame.trigger.lemma != "visit":
        done.add(meeting.i)
        met = [child(meeting, "dobj"), *(o for p, o in preposition_objects(meeting) if p == "with")]
        guests += [who for token in met for who in _parties(scene, story, token)]
    if frame.trigger.lemma not in ("visit", "travel", "tour"):
        purpose = [o for p, o in preposition_objects(verb) if p == "for" and o.lower_ in TALKS]
        if purpose:
            done.update(t.i for t in purpose)
            guests += [
                who for o in purpose for p, w in preposition_objects(o) if p in WITH for who in _parties(scene, story, w)
            ]
    places = [*visited, *(where for where in places_of(scene, story, verb, prepositions=TO) if where.name is not None)]
    if not places and frame.theme is not None:
        places = places_of(scene, story, frame.theme, prepositions=TO)
    if frame.trigger.lemma in ("arrive", "fly", "go") and not guests:
        places = [where for where in places if where.name is not None and where.name.kind is NameKind.PLACE]
    if not places and not guests:
        return
    each: list[list[Participant]] = [[place] for place in places] or [[]]
    for there in each:
        made = _made(scene, story, frame, verb, [*agents, *guests], there)
        if made is not None:
            yield made


def _conjuncts_of(token: Token | None) -> list[Token]:
    return conjuncts(token) if token is not None else []


def _is_led(scene: Scene, story: Story, agent: Token | None, agents: list[Participant]) -> bool:
    """ "a delegation led by General McKenzie", "Ukraine's president": people with an office stand for a person by name."""
    if agent is None:
        return False
    led = next((c for c in children(agent, "acl") if c.lower_ in ("led", "headed")), None)
    if led is not None:
        agents += _parties(scene, story, agent_phrase(led))
    return led is not None or bool(agent.lower_ in OFFICE and agents)


def _by_noun(scene: Scene, story: Story, frame: Frame) -> Iterator[Draft]:
    head, verb = frame.head, frame.light
    top = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lower_ in ROUNDS else head
    if top is not head and top.dep_ in ("dobj", "nsubj", "nsubjpass") and is_verb(top.head):
        verb = top.head
    parties = [
        who for t in {head, top} for prep, obj in preposition_objects(t) if prep in WITH for who in _parties(scene, story, obj)
    ]
    if verb is not None and verb.lower_ in HELD and top.dep_ == "dobj" and not is_passive(verb):
        parties = [*_parties(scene, story, subject(verb)), *parties]
        parties += [who for prep, obj in preposition_objects(verb) if prep == "with" for who in _parties(scene, story, obj)]
    elif verb is not None and verb.lower_ in HELD and is_passive(verb):
        parties += _parties(scene, story, agent_phrase(verb))
    elif verb is not None and verb.lower_ in CANCELLING and frame.trigger.lemma in ("visit", "trip") and head.dep_ == "dobj":
        parties = [*(who for who in _parties(scene, story, subject(verb)) if _is_person(who)), *parties]
    elif verb is not None and verb.lower_ == "brought" and any(c.lower_ == "together" for c in verb.children):
        parties += _parties(scene, story, child(verb, "dobj"))
    elif parties and head.dep_ == "pobj":
        said = next((a for a in ancestors(head) if is_verb(a) and a.lower_ in SAYING), None)
        parties = [*(who for who in _parties(scene, story, subject(said)) if _is_person(who)), *parties] if said else parties
    if verb is not None and (verb.lower_ in HELD or verb.lower_ in ("took", "take", "takes", "taking")) and not parties:
        parties = [who for prep, obj in preposition_objects(head) if prep == "of" for who in _parties(scene, story, obj)]
    parties = [*_owners(scene, story, head), *parties]
    if frame.trigger.fields.get("needs") == "two" and sum(map(_is_person, parties)) < 2:
        return
    opening = next((c for c in children(verb, "xcomp") if c.lower_ in ARRANGED), None) if verb is not None else None
    places = places_of(scene, story, head, top, verb, opening, prepositions=TO)
    verb = opening if opening is not None else verb
    if frame.trigger.lemma in ("visit", "trip"):
        parties = [who for who in parties if _is_person(who) or not _is_place(who)]
        alone = any(_is_person(who) for who in parties) and _by(head) is not None
        if not ((places or alone) and any(_is_person(who) for who in parties)):
            return
    made = _made(scene, story, frame, head, parties, places, verb=verb)
    if made is not None:
        yield made


def _owners(scene: Scene, story: Story, head: Token) -> list[Participant]:
    """ "Carter's visit", "a visit by the minister", "a phone call made by Trump to Zelensky"."""
    found = [who for c in children(head, "poss") for who in _parties(scene, story, c)]
    made = next((c for c in children(head, "acl") if c.lower_ == "made"), None)
    by = _by(head) or (agent_phrase(made) if made is not None else None)
    if by is not None:
        found += _parties(scene, story, by)
        to = [o for t in (head, made) if t is not None for p, o in preposition_objects(t) if p == "to"]
        found += [who for o in to for who in _parties(scene, story, o) if _is_person(who)]
    return found


def _by(head: Token) -> Token | None:
    return next((o for p, o in preposition_objects(head) if p == "by"), None)


def _due(scene: Scene, story: Story) -> Iterator[Draft]:
    """ "the envoy is due in Sanaa on Tuesday": a visit to come."""
    for token in scene.doc:
        if token.lower_ != "due" or token.dep_ != "acomp":
            continue
        guests = [who for who in _parties(scene, story, subject(token.head)) if _is_person(who)]
        where = next((p for p in places_of(scene, story, token, token.head, prepositions=("in", "at")) if p.name), None)
        if guests and where is not None:
            made = draft(scene, Kind.MEETING, name_of(claim_meeting), token, token.head)
            made.standing = Standing(Status.PLANNED, token)
            made.put("parties", guests)
            made.put("place", where)
            yield made


def _made(
    scene: Scene,
    story: Story,
    frame: Frame,
    head: Token,
    parties: list[Participant],
    places: list[Participant],
    *,
    verb: Token | None = None,
) -> Draft | None:
    unique = list({who.text: who for who in parties}.values())[:MAX_PARTIES]
    arranged = frame.is_nominal and head.lower_ in TALKS and verb is not None and verb.lower_ in ARRANGED
    if not unique and not (arranged and any(where.name is not None for where in places)):
        return None
    if unique and not any(who.name for who in unique) and not any(where.name for where in places):
        return None
    if len(unique) == 1 and not places and _by(head) is None:
        return None
    made = draft(scene, Kind.MEETING, name_of(claim_meeting), head, verb, status=verb if arranged else None)
    if arranged and verb is not None and verb.lower_ in ("scheduled", "planned", "set"):
        made.standing = Standing(Status.PLANNED, verb)
    if made.standing.status is Status.PLANNED and _is_reached(head):
        made.standing = standing_of(head.head)
    if len(unique) > 1:
        story.met = tuple(unique)
    made.put("parties", unique)
    made.put("place", next(iter(places), None))
    return made


def _is_reached(verb: Token) -> bool:
    """ "flew to visit the troops": who went there did."""
    return verb.dep_ in ("advcl", "xcomp") and is_verb(verb.head) and verb.head.lower_ in WENT


def _parties(scene: Scene, story: Story, head: Token | None) -> list[Participant]:
    """Persons, states and bodies by name, and people by their office: "Iraqi leaders"."""
    if head is None:
        return []
    apposed = next(
        (c for c in children(head, "appos") if (named := scene.name_at(c)) and named.value.kind is NameKind.PERSON), None
    )
    if apposed is not None and scene.name_at(head) is None:
        head = apposed  # "The Minister for Central Asia, Tobias Ellwood, visited"
    if story.met and head.lower_ in SIDES and any(c.lower_ in ("two", "both", "three", "2") for c in head.children):
        return list(story.met)
    found = participants(scene, story, head)
    return [who for token, who in found if who.name is not None or is_people(token) or is_body(token) or is_force(token)]


def _names_people(theme: Token | None) -> bool:
    """ "the ministers of Niger and Chad": people who stand for their states."""
    return theme is not None and any(is_people(t) or is_body(t) for t in conjuncts(theme))


def _is_person(who: Participant) -> bool:
    return who.name is not None and who.name.kind is NameKind.PERSON


def _is_place(who: Participant) -> bool:
    return who.name is not None and who.name.kind in (NameKind.PLACE, NameKind.SITE)
