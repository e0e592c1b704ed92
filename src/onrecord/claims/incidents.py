"""The incident that a report tells of: its place and its day are said once and hold for the sentences that go on about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.claims.building import Draft
from onrecord.claims.phrases import is_body, is_force, of_name
from onrecord.claims.scene import Scene
from onrecord.claims.story import Incident, Participant, Story
from onrecord.claims.strikes import is_fighter
from onrecord.claims.subjects import agent_phrase, subject
from onrecord.claims.times import RESULTING, anchor_of
from onrecord.claims.tolls import TAKING
from onrecord.claims.tree import ancestors, child, children, clause_of, conjuncts, is_noun, is_verb, preposition_objects
from onrecord.claims.victims import is_person_noun
from onrecord.claims.wheres import place_of_event, widened
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, Mention, NameKind, Span, Status, Time, TimeType, Timex
from onrecord.nlp.tokens import Token

NEAR = 400
"""Characters after the last sentence about an incident within which people hurt, with no word of when or where, belong to it."""
FAR = 2_000
"""The same for a sentence that points back to the incident or to those in it."""

TOLD_BEFORE = 300
"""Characters before the end of the last sentence about an incident in which a thing was named that the next one takes up."""

ELSEWHERE = re.compile(
    r"\b(?:elsewhere|separate|separately|meanwhile|another|other|earlier|previous|previously|additionally in|also in|since)\b",
    re.I,
)
OPENING = 70
"""Characters at the head of a sentence in which it may say that it tells of something else."""

POINTING = frozenset("the this these those that".split())
PRONOUNS = frozenset("he she they it".split())
EVENTS = frozenset(
    """search searches engagement clash clashes firefight gunfight ambush incident clearance exchange scene site fighting shooting
    fire crash arrest detention capture encounter""".split()
)
OPERATIONS = frozenset("operation operations search patrol raid mission".split())
ACTING = frozenset("patrol patrols outpost post team convoy".split())
STATES = frozenset("was were is are been had has involved linked associated believed known suspected accused".split())
WIDE = frozenset({"country", "continent", "region", None})
ASIDE = frozenset(["acl", "relcl", "ccomp", "advcl", "poss"])


def follow_incident(scene: Scene, story: Story, drafts: Sequence[Draft]) -> None:
    """Give attacks and casualties without place or day those of the incident that the sentence goes on about, and keep what this
    sentence says of it for those that follow: "In an operation in Basra on Monday … During the search, two men were detained"."""
    told = [d for d in drafts if d.kind in (Kind.ATTACK, Kind.CASUALTIES) and d.standing.status is Status.ACTUAL]
    told = [d for d in told if is_narrated(verb_of(_trigger(scene, d)))]
    narrates = _tells_of_forces(scene)
    place = _place_told(scene, story, told, narrates=narrates)
    time = _day_told(scene, told) if narrates else None
    before = story.incident
    if before is not None and not _goes_on(scene, story, before, told=bool(told), moved=place is not None):
        before = None
    if before is not None:
        for draft in told:
            _fill(scene, draft, before)
        place = before.place if place is None or _is_within(before.place, place) else place
        time = time or before.time
    if scene.is_headline:
        return  # a headline may sum up several
    elsewhere = any(m.value.kind is NameKind.PLACE and m.value.type not in WIDE for m in scene.names)
    if before is None and elsewhere and (told or not _is_background(scene)):
        story.incident = None  # the report has moved on
    if (place is not None or time is not None) and (told or before is not None or narrates):
        story.incident = Incident(place, time, scene.sentence.span.end)


def _fill(scene: Scene, draft: Draft, incident: Incident) -> None:
    if "place" not in draft.args and incident.place is not None and incident.place.text not in draft.args.values():
        draft.put("place", incident.place)
    if draft.time is None and draft.announced is None and incident.time is not None and not _is_dated(scene):
        draft.time, draft.spans["time"] = incident.time


def verb_of_draft(draft: Draft) -> Token:
    """The verb that tells of an attack or of casualties."""
    return verb_of(_trigger(draft.scene, draft))


def _trigger(scene: Scene, draft: Draft) -> Token:
    begin = draft.spans["trigger"].begin - scene.sentence.span.begin
    return next((t for t in scene.doc if t.idx + len(t) > begin), scene.doc[0])


def verb_of(trigger: Token) -> Token:
    """A verb, or that which tells of a deed by its noun: "the operation resulted in the capture of two men", "took two men into
    custody", "conducted a strike"."""
    if trigger.dep_ == "dobj" and not is_verb(trigger) and trigger.head.tag_ == "VBD":
        return trigger.head
    over = trigger.head.head if trigger.dep_ == "pobj" else trigger
    taken = trigger.head.lower_ == "into" and over.lower_ in TAKING
    return over if taken or over.lower_ in RESULTING else trigger


def _is_background(scene: Scene) -> bool:
    """ "The leader runs a cell in Kirkuk province.": who somebody is and what he does otherwise, in the present tense."""
    root = next((t for t in scene.tokens if t.dep_ == "ROOT"), None)
    return root is not None and root.tag_ in ("VBZ", "VBP")


def is_narrated(token: Token) -> bool:
    """Whether a verb tells of something that happened, in the tense of a story: no habit, no relative clause.

    "During the search, the force detained two men" is; "the leader conducts attacks", "men who attacked a patrol" are not.
    """
    if not is_verb(token):
        return False
    for verb in _verbs_over(token):
        if verb.dep_ == "relcl" or (verb.dep_ == "acl" and verb.tag_ != "VBG"):
            return False
        tense = {c.tag_ for c in children(verb, "aux", "auxpass")} | {verb.tag_}
        if "MD" in tense or any(c.lower_ == "had" for c in children(verb, "aux")):
            return False
        if tense & {"VBD"} or (verb.tag_ == "VBN" and len(tense) == 1 and verb.dep_ == "ROOT"):
            return True
        if tense & {"VBZ", "VBP"}:
            return verb.tag_ == "VBN"
    return False


def _verbs_over(token: Token) -> Iterator[Token]:
    """The verb of a word's clause and those above it."""
    verb = clause_of(token)
    if verb is not None:
        yield verb
        yield from (t for t in ancestors(verb) if is_verb(t) and t.dep_ not in ("aux", "auxpass", "amod", "compound"))


def _goes_on(scene: Scene, story: Story, incident: Incident, *, told: bool, moved: bool) -> bool:
    """Whether a sentence is about the incident: it points back to it or to those in it, or tells at once of people hurt."""
    text, begin = scene.sentence.text, scene.sentence.span.begin
    between = story.report.text[incident.end : begin]
    if len(between) > FAR or ELSEWHERE.search(text[:OPENING]):
        return False
    before = story.report.text[max(0, incident.end - TOLD_BEFORE) : incident.end]
    if any(_points_back(scene, token) or _takes_up(token, before) for token in scene.doc):
        return True
    return told and not moved and len(between) <= NEAR and "\n\n" not in between and not _is_dated(scene)


def _points_back(scene: Scene, token: Token) -> bool:
    """ "the operation", "that raid", "the force" or "they" as those who act or suffer."""
    if token.lower_ in PRONOUNS:
        return token.dep_ in ("nsubj", "nsubjpass") and all(t.text.strip(" ,") == "" for t in scene.doc[: token.i])
    det = child(token, "det")
    if not is_noun(token) or det is None or det.lower_ not in POINTING:
        return False
    if token.lower_ in EVENTS | OPERATIONS and token.dep_ == "pobj":
        return not any(True for _ in preposition_objects(token))
    acts = token.dep_ in ("nsubj", "nsubjpass") and (is_body(token) or is_person_noun(token) or is_fighter(scene, token))
    return acts and scene.name_at(token) is None


def _takes_up(token: Token, before: str) -> bool:
    """ "found a shipment of arms … The shipment was confiscated": a thing of the incident that the sentence begins with."""
    if not is_noun(token) or token.dep_ not in ("nsubj", "nsubjpass") or token.head.dep_ != "ROOT":
        return False
    det = child(token, "det")
    opens = det is not None and det.lower_ in POINTING and all(not t.text.strip() for t in token.doc[: det.i])
    return opens and re.search(rf"\b{re.escape(token.lower_)}\b", before.lower()) is not None


def _place_told(scene: Scene, story: Story, told: Sequence[Draft], *, narrates: bool) -> Participant | None:
    """The place that the sentence gives its attack or casualties, else its main verb."""
    for draft in told:
        if "place" in draft.args and (where := _named(scene, str(draft.args["place"]), draft.spans["place"])) is not None:
            return where
    if not narrates or any("place" not in draft.args for draft in told):
        return None
    root = next(t for t in scene.tokens if t.dep_ == "ROOT" and is_verb(t))
    where = place_of_event(scene, story, root, *children(root, "dobj")) if not told else None
    if where is not None and where.name is not None and where.name.type not in WIDE:
        return where
    return _only_place(scene)


def _only_place(scene: Scene) -> Participant | None:
    """ "conducted an operation in search of a leader in Shwak district, Paktiya province": the one place that the sentence names."""
    narrow = [m for m in scene.names if m.value.kind is NameKind.PLACE and m.value.type not in WIDE]
    roots = [scene.root_of(m.span) for m in narrow]
    after = [r for r in roots if r is not None and r.dep_ == "pobj" and r.head.lower_ in ("in", "at", "near")]
    if not narrow or len(after) != 1 or scene.root_of(narrow[0].span) is not after[0]:
        return None
    return widened(scene, of_name(scene, narrow[0]))


def _named(scene: Scene, text: str, span: Span) -> Participant | None:
    """A place with its name, if it is smaller than a country."""
    name = next((m.value for m in scene.names if scene.in_report(m.span).overlaps(span)), None)
    return Participant(text, span, name) if name is not None and name.type not in WIDE else None


def _is_within(outer: Participant | None, inner: Participant) -> bool:
    """Whether a place adds nothing to the one that is known: the larger one is named there and not here."""
    return outer is not None and ", " in outer.text and ", " not in inner.text


def _day_told(scene: Scene, told: Sequence[Draft]) -> tuple[Time, Span] | None:
    """The day of the sentence's attack or casualties, else the one day that it names."""
    for draft in told:
        if draft.time is not None and is_day(draft.time, or_month=True):
            return draft.time, draft.spans["time"]
    days = [m for m in scene.dates if m.value.time is not None and is_day(m.value.time)]
    days = [m for m in days if m.value.time is None or m.value.time.text.lower() != "overnight"] or days
    if len(days) > 1:
        days = [m for m in days if _is_of_main_clause(scene, m)]
    if len(days) != 1 or any(draft.time is not None for draft in told):
        return None
    [day] = days
    return (day.value.time, scene.in_report(day.span)) if day.value.time is not None else None


def _is_of_main_clause(scene: Scene, day: Mention[Timex]) -> bool:
    """Whether a day is that of the sentence, and not of something that it brings in: "a man who was wanted for Tuesday's attack"."""
    anchor = anchor_of(scene, day)
    return anchor is not None and all(t.dep_ not in ASIDE for t in (anchor, *ancestors(anchor)))


def is_day(time: Time, *, or_month: bool = False) -> bool:
    """Whether a time is one day, or one month: "in June, rebels attacked a patrol … The patrol killed three"."""
    if time.type is not TimeType.POINT or time.start is None or time.start != time.end:
        return False
    return time.start.count("-") == 2 or (or_month and time.start.count("-") == 1)


def _is_dated(scene: Scene) -> bool:
    """Whether a sentence says when, in the calendar."""
    return any(m.value.time is not None and (m.value.time.start or m.value.time.end) for m in scene.dates)


def _tells_of_forces(scene: Scene) -> bool:
    """Whether the main clause tells what a force or a crowd did in the past: "a patrol found a cache in Basra"."""
    root = next((t for t in scene.tokens if t.dep_ == "ROOT" and is_verb(t)), None)
    if root is None or not is_narrated(root) or _only_says(root) or root.lower_ in STATES:
        return False
    who = [each for t in (subject(root), agent_phrase(root)) if t is not None for each in conjuncts(t)]
    return any(is_force(t) or is_fighter(scene, t) or t.lower_ in ACTING for t in who) or any(
        t.lower_ in OPERATIONS for t in scene.tokens
    )


def _only_says(verb: Token) -> bool:
    """ "a patrol reported that …"; not "a patrol found a cache", "observed a blast", for which the words of saying serve too."""
    deed = child(verb, "dobj") is not None and child(verb, "ccomp") is None
    return verb.lower_ in word_set("speech", "verbs_say") and not deed
