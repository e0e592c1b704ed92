"""Meetings: talks, visits, conferences, and who takes part."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame
from onrecord.claims.meeting_parties import (
    are_two,
    is_delegate,
    is_person,
    is_place,
    is_told_apart,
    names_people,
    parties_of,
)
from onrecord.claims.phrases import of_name
from onrecord.claims.places import place_at, places_of
from onrecord.claims.scene import Scene
from onrecord.claims.status import Standing, standing_of
from onrecord.claims.story import Participant, Story
from onrecord.claims.strikes import is_dated
from onrecord.claims.subjects import agent_phrase, is_passive, passive_subject, subject
from onrecord.claims.tree import ancestors, child, children, conjuncts, is_verb, preposition_objects, within
from onrecord.lexicon.inflection import verb_forms
from onrecord.model import Kind, NameKind, Status
from onrecord.nlp.tokens import Token


def _forms(lemmas: str) -> frozenset[str]:
    return frozenset(form for lemma in lemmas.split() for form in verb_forms(lemma))


WITH = ("with", "between", "among")
TO = ("to", "in", "at")
HELD = _forms("open hold have attend join host convene lead pay make complete conclude begin resume start")
CANCELLING = {"cancelled", "cancelling"} | _forms("cancel postpone plan scrap make begin end cut")
ARRANGED = _forms("open resume begin start schedule set plan hold conclude convene attend host end break fail") | {
    "are", "is", "were", "was", "due", "took", "take", "takes",
}  # fmt: skip
WENT = _forms("fly go travel arrive come drive return")
MEETING = _forms("meet gather convene confer hold host assemble telephone phone fly travel visit arrive")
MEET = _forms("meet see visit consult")
TALKS = frozenset("talks negotiations summit meeting meetings conference consultations dialogue discussions".split())
GUESTS_AFTER = {"speak": ("with", "to"), "call on": ("on",)}
"""What stands before whom one meets, where it is not only "with"."""
ROUNDS = frozenset("round rounds series session day days week hour hours month months marathon".split())
OFFICE = frozenset("president minister premier chancellor secretary king emir envoy ambassador general chief".split())
NAMED_BY = frozenset("summit conference talks negotiations meeting session consultations".split())
VISITS = frozenset("visit trip tour stop stopover".split())
WHILE = frozenset("during on after before in for at".split())
SAYING = frozenset("said says told announced added speaking spoke".split())
BEING = frozenset(["is", "are", "was", "were", "been", "be"])
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
    agents = parties_of(scene, story, frame.agent if frame.agent is not None else _expected(verb), bare=needs is None)
    agents += [who for t in children(verb, "nsubj")[1:] for who in parties_of(scene, story, t) if is_person(who)]
    agents += _before_and(scene, frame.agent) if len(agents) == 1 and is_person(agents[0]) else []
    if needs == "place" and frame.passive and frame.theme is not None:
        agents += parties_of(scene, story, frame.theme)  # "the council was convened by the governor"
    if needs == "person" and not any(is_person(who) for who in agents) and not _is_led(scene, story, frame.agent, agents):
        return
    is_topic = frame.trigger.lemma == "discuss"
    guests = parties_of(scene, story, frame.theme) if frame.trigger.lemma not in ("speak", "talk") else []
    met = [obj for t in (verb, *children(verb, "prt")) for prep, obj in preposition_objects(t) if prep in ("with", "to", "on")]
    met = [obj for obj in met if obj.head.lower_ in GUESTS_AFTER.get(frame.trigger.lemma, ("with",))]
    guests += [
        who
        for obj in met
        for who in parties_of(scene, story, obj, bare=True)
        if obj.head.lower_ != "to" or is_person(who) or is_delegate(obj)
    ]
    if is_topic and verb.dep_ in ("xcomp", "advcl") and verb.head.lower_ in MEETING:
        return  # "met to discuss" is one meeting
    dated = frame.theme is not None and is_dated(scene, frame.theme)  # "will travel to Chad November 16"
    if frame.theme is not None and not dated and not is_topic and not guests and place_at(scene, story, frame.theme) is None:
        return
    if needs == "people" and not (any(not is_place(who) for who in guests) or (guests and names_people(frame.theme))):
        return
    places = places_of(scene, story, verb, frame.theme, *met, prepositions=(*TO, "near")) or _there(scene, story, verb)
    if needs == "person":
        yield from _visits(scene, story, frame, agents, guests, done)
        return
    if needs == "two" and not are_two([*agents, *guests]):
        return
    if needs == "persons" and not ((any(map(is_person, agents)) or is_delegate(frame.agent)) and guests):
        return
    if needs == "for":
        yield from _leaves_for(scene, frame, agents)
        return
    if needs == "place" and ((frame.theme is not None and not frame.passive) or not places):
        return
    made = _made(scene, story, frame, verb, [*agents, *guests], places)
    if made is not None:
        yield made


def _before_and(scene: Scene, agent: Token | None) -> list[Participant]:
    """ "President Donald Trump and Turkish President Recep Tayyip Erdoğan spoke", where the parse hangs the first on the second's title."""
    named = scene.name_at(agent) if agent is not None else None
    if agent is None or named is None:
        return []
    inside = {t.i for t in agent.subtree}
    before = [m for m in scene.names if m.value.kind is NameKind.PERSON and m.span.end < named.span.begin]
    joined = [m for m in before if (root := scene.root_of(m.span)) is not None and root.i in inside]
    return [of_name(scene, m) for m in joined if " and " in scene.sentence.text[m.span.end : named.span.begin]]


def _expected(verb: Token) -> Token | None:
    """ "is due to host", "is set to meet": whose the infinitive of an adjective is."""
    return subject(verb.head.head) if verb.dep_ == "xcomp" and verb.head.dep_ == "acomp" else None


def _there(scene: Scene, story: Story, verb: Token) -> list[Participant]:
    """ "flew to Erbil, where he will meet officials": the place that "where" stands for, or that of the event beside which one meets."""
    aside = next((t for t in scene.tokens if t.lower_ == "sidelines"), None)
    if verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children):
        where = place_at(scene, story, verb.head)
    elif aside is not None and within(aside, verb):
        names = scene.names_in(aside, NameKind.PLACE)
        where = of_name(scene, names[0]) if names else None
    else:
        return []
    return [where] if where is not None else []


def _leaves_for(scene: Scene, frame: Frame, agents: list[Participant]) -> Iterator[Draft]:
    """ "left Gaza for Cairo": a visit to where one goes."""
    if not (any(map(is_person, agents)) or is_delegate(frame.agent)):
        return
    for prep, obj in frame.obliques:
        named = scene.name_at(obj) if prep == "for" else None
        if named is not None and named.value.kind is NameKind.PLACE and agents:
            made = draft(scene, Kind.MEETING, name_of(claim_meeting), frame.head)
            made.put("parties", agents[:MAX_PARTIES])
            made.put("place", of_name(scene, named))
            yield made
            return


def _visits(
    scene: Scene, story: Story, frame: Frame, agents: list[Participant], guests: list[Participant], done: set[int]
) -> Iterator[Draft]:
    """ "visited Turkey and Uzbekistan", "travelled to Moscow to meet", "arrived in Cairo for talks with": one meeting for each place."""
    verb = frame.head
    visited = [where for t in _conjuncts_of(frame.theme) if (where := place_at(scene, story, t)) is not None]
    guests = [who for who in guests if not is_place(who)]
    meeting = next((c for c in children(verb, "xcomp", "advcl") if c.lower_ in MEET), None)
    if meeting is not None and frame.trigger.lemma != "visit":
        done.add(meeting.i)
        met = [child(meeting, "dobj"), *(o for p, o in preposition_objects(meeting) if p == "with")]
        guests += [who for token in met for who in parties_of(scene, story, token)]
    if frame.trigger.lemma not in ("visit", "tour"):
        purpose = [o for p, o in preposition_objects(verb) if p == "for" and o.lower_ in TALKS]
        if purpose:
            done.update(t.i for t in purpose)
            guests += [
                who for o in purpose for p, w in preposition_objects(o) if p in WITH for who in parties_of(scene, story, w)
            ]
    places = [*visited, *(where for where in places_of(scene, story, verb, prepositions=TO) if where.name is not None)]
    if not places and frame.theme is not None:
        places = places_of(scene, story, frame.theme, prepositions=TO)
    if frame.trigger.lemma == "head" and (frame.theme is not None or not places):
        return
    if frame.trigger.lemma in ("arrive", "fly", "go", "head") and not guests:
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
        agents += parties_of(scene, story, agent_phrase(led))
    return led is not None or bool((agent.lower_ in OFFICE or is_delegate(agent)) and agents)


def _by_noun(scene: Scene, story: Story, frame: Frame) -> Iterator[Draft]:
    head, verb = frame.head, frame.light
    top = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lower_ in ROUNDS else head
    if top is not head and top.dep_ in ("dobj", "nsubj", "nsubjpass") and is_verb(top.head):
        verb = top.head
    parties = [
        who
        for t in sorted({head, top}, key=lambda t: t.i)
        for prep, obj in preposition_objects(t)
        if prep in WITH
        for who in parties_of(scene, story, obj, bare=True)
    ]
    if verb is not None and verb.lower_ in HELD and top.dep_ == "dobj" and not is_passive(verb):
        parties = [*parties_of(scene, story, subject(verb)), *parties]
        parties += [who for prep, obj in preposition_objects(verb) if prep == "with" for who in parties_of(scene, story, obj)]
    elif verb is not None and verb.lower_ in HELD and is_passive(verb):
        parties += parties_of(scene, story, agent_phrase(verb))
    elif verb is not None and verb.lower_ in CANCELLING and frame.trigger.lemma in ("visit", "trip") and head.dep_ == "dobj":
        parties = [*(who for who in parties_of(scene, story, subject(verb)) if is_person(who)), *parties]
    elif verb is not None and verb.lower_ == "brought" and any(c.lower_ == "together" for c in verb.children):
        parties += parties_of(scene, story, child(verb, "dobj"))
    elif (who := _in_talks(head)) is not None:
        parties = [*parties_of(scene, story, who, bare=True), *parties]
    elif parties and head.dep_ == "pobj":
        parties = [*_who_was_there(scene, story, head), *parties]
    if verb is not None and (verb.lower_ in HELD or verb.lower_ in ("took", "take", "takes", "taking")) and not parties:
        parties = [who for prep, obj in preposition_objects(head) if prep == "of" for who in parties_of(scene, story, obj)]
    parties = [*_owners(scene, story, head), *parties]
    if frame.trigger.fields.get("needs") == "two" and sum(map(is_person, parties)) < 2:
        return
    opening = next((c for c in children(verb, "xcomp") if c.lower_ in ARRANGED), None) if verb is not None else None
    there = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "for" and is_verb(head.head.head) else None
    beside = [o for p, o in preposition_objects(head) if p in WITH]
    beside = [t for o in beside for t in conjuncts(o)]
    places = places_of(scene, story, head, top, verb, opening, there, *beside, prepositions=TO)
    verb = opening if opening is not None else verb
    if frame.trigger.lemma in ("visit", "trip"):
        parties = [who for who in parties if is_person(who) or not is_place(who)]
        sent = any(map(is_delegate, (*children(head, "poss"), subject(verb) if verb is not None else None)))
        persons = any(is_person(who) for who in parties) or (sent and bool(parties))
        if not ((places or (persons and _by(head) is not None)) and persons):
            return
    made = _made(scene, story, frame, head, parties, places, verb=verb)
    if made is not None:
        yield made


def _in_talks(head: Token) -> Token | None:
    """ "Turkey is in talks with Qatar about the airport": who talks."""
    over = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "in" and head.lower_ in TALKS else None
    return subject(over) if over is not None and over.lower_ in BEING and child(head, "det", "amod") is None else None


def _who_was_there(scene: Scene, story: Story, head: Token) -> list[Participant]:
    """ "was in Ankara for a meeting with", "said after a summit with": the person who takes part besides those it is with."""
    verb = next((a for a in ancestors(head) if is_verb(a)), None)
    went = verb is not None and head.head.lower_ == "for" and verb.lower_ in WENT
    if not went and not (verb is not None and verb.lower_ in ("was", "is", "were", "are") and head.head.lower_ == "for"):
        verb = next((a for a in ancestors(head) if is_verb(a) and a.lower_ in SAYING), None)
    return [who for who in parties_of(scene, story, subject(verb)) if is_person(who)] if verb is not None else []


def _owners(scene: Scene, story: Story, head: Token) -> list[Participant]:
    """ "Carter's visit", "a visit by the minister", "a phone call made by Trump to Zelensky"."""
    found = [who for c in children(head, "poss") for who in parties_of(scene, story, c)]
    if head.lower_ in NAMED_BY:
        before = [
            c
            for c in children(head, "compound", "nmod")
            if not any(t.text in ("-", "–") for t in c.doc[max(0, c.i - 1) : head.i])
        ]
        named = [n for c in before if (n := scene.name_at(c)) is not None]
        found += [of_name(scene, n) for n in named if n.value.kind is NameKind.ACTOR or n.value.type in ("country", "state")]
    if head.lower_ in VISITS and not found and head.dep_ == "pobj" and head.head.lower_ in WHILE and is_verb(head.head.head):
        found += [who for who in parties_of(scene, story, subject(head.head.head)) if is_person(who)]
    made = next((c for c in children(head, "acl") if c.lower_ == "made"), None)
    by = _by(head) or (agent_phrase(made) if made is not None else None)
    if by is not None:
        found += parties_of(scene, story, by)
        to = [o for t in (head, made) if t is not None for p, o in preposition_objects(t) if p == "to"]
        found += [who for o in to for who in parties_of(scene, story, o) if is_person(who)]
    return found


def _by(head: Token) -> Token | None:
    return next((o for p, o in preposition_objects(head) if p == "by"), None)


def _due(scene: Scene, story: Story) -> Iterator[Draft]:
    """ "the envoy is due in Sanaa on Tuesday": a visit to come."""
    for token in scene.doc:
        due = token.lower_ == "due" and token.dep_ == "acomp"
        expected = token.lower_ == "expected" and token.tag_ == "VBN" and not children(token, "xcomp", "ccomp")
        if not (due or expected):
            continue
        who = subject(token.head) if due else passive_subject(token)
        guests = [g for g in parties_of(scene, story, who) if is_person(g) or (is_delegate(who) and is_told_apart(g))]
        where = next((p for p in places_of(scene, story, token, token.head, prepositions=("in", "at")) if p.name), None)
        talks = [o for p, o in preposition_objects(token) if p == "for" and o.lower_ in TALKS]
        if guests and where is not None:
            guests += [w for o in talks for p, x in preposition_objects(o) if p in WITH for w in parties_of(scene, story, x)]
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
    if unique and not any(map(is_told_apart, unique)) and not any(where.name for where in places):
        return None
    if len(unique) == 1 and not places and _by(head) is None and _in_talks(head) is None:
        return None
    made = draft(scene, Kind.MEETING, name_of(claim_meeting), head, verb, status=verb if arranged else None)
    if arranged and verb is not None and verb.lower_ in ("scheduled", "planned", "set"):
        made.standing = Standing(Status.PLANNED, verb)
    if made.standing.status is Status.PLANNED and _is_reached(head):
        made.standing = standing_of(head.head)
    if frame.is_nominal and made.standing.status is Status.ACTUAL and _is_ahead(head):
        made.standing = Standing(Status.PLANNED, head)
    if len(unique) > 1:
        story.met = tuple(unique)
    made.put("parties", unique)
    made.put("place", next(iter(places), None))
    return made


def _is_ahead(head: Token) -> bool:
    """ "ahead of talks with", "before a summit": still to come."""
    prep = head.head if head.dep_ == "pobj" else None
    return prep is not None and (prep.lower_ == "before" or (prep.lower_ == "of" and prep.head.lower_ == "ahead"))


def _is_reached(verb: Token) -> bool:
    """ "flew to visit the troops": who went there did."""
    return verb.dep_ in ("advcl", "xcomp") and is_verb(verb.head) and verb.head.lower_ in WENT
