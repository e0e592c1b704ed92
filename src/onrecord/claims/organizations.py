"""Organizations: bodies formed, joined, left, dissolved."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame
from onrecord.claims.participants import joined, participant
from onrecord.claims.phrases import words_of
from onrecord.claims.scene import Scene
from onrecord.claims.status import Standing
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import passive_subject, subject
from onrecord.claims.tree import child, children, conjuncts, is_verb, preposition_objects
from onrecord.lexicon.inflection import verb_forms
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, Name, NameKind, Status, Step
from onrecord.nlp.tokens import Token

FORMED_OF = frozenset("state country government ministry".split())
BECOMING = frozenset(verb_forms("become"))
PARTING = frozenset(form for verb in ("end", "quit", "suspend", "withdraw", "terminate") for form in verb_forms(verb))
SIZES = frozenset("new smaller larger bigger small large first second its their".split())
IT = frozenset(["it", "its"])
BODIES = frozenset(["body", "bloc", "mission", "union", "league"])
FIGHTERS = frozenset(
    "fighters rebels militants militiamen tribesmen insurgents guerrillas combatants defectors deserters".split()
)
PARTIES = frozenset("parties factions groups lawmakers ministers states countries".split())
PARTY = frozenset(["party", "parliament"])


@rule
def claim_organization(scene: Scene, story: Story) -> Iterator[Draft]:
    """A body formed, joined, left or dissolved: "the Coalition was formally established in October 2014", "Denmark joined the
    coalition", "became a member of NATO", "quit the bloc", "the Council ended the mandate of the mission"."""
    for frame in scene.frames:
        if frame.trigger.kind is Kind.ORGANIZATION:
            made = _organization(scene, story, frame)
            if made is not None:
                yield made


def _organization(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    body, agent = _roles(scene, story, frame)
    if body is None or not (_is_body(scene, story, body) or _is_joint_operation(scene, frame, body, agent)):
        return None
    action = frame.trigger.fields["action"]
    belongs = action in ("joined", "left")
    if belongs and (agent is None or not _is_member(scene, story, agent, action) or not _has_members(scene, body)):
        return None
    if agent is not None and agent.i == body.i:
        agent = None
    verb = frame.verb or (frame.head.head if frame.head.dep_ == "attr" else frame.head)
    made = draft(scene, Kind.ORGANIZATION, name_of(claim_organization), frame.head, verb, status=verb)
    if frame.trigger.fields.get("needs") == "apply":
        made.standing = Standing(Status.PLANNED, frame.head)
    if frame.trigger.lemma == "form" and _is_purpose_of_merger(frame.head):
        made.standing = Standing(Status.ACTUAL)
    who = _called(scene, story, body) or participant(scene, story, body)
    if body.lower_ == "mission" and action == "dissolved":
        who = _mission_meant(scene, story, body, who)
    if action == "formed" and _is_made_by_its_modifier(scene, body):
        who = _called(scene, story, body) or _in_words(scene, body)
    made.put("organization", who)
    made.put("action", action, scene.at(frame.head))
    if belongs or action == "formed":
        made.put("member" if belongs else "founder", joined(scene, story, agent))
    return made if "organization" in made.args else None


def _is_joint_operation(scene: Scene, frame: Frame, body: Token, agent: Token | None) -> bool:
    """ "The European Union launched a naval operation": of states together a body, of an army alone an attack."""
    named = scene.name_at(agent) if agent is not None else None
    joint = named is not None and named.value.type in ("organization", "alliance")
    return body.lower_ == "operation" and frame.trigger.fields["action"] == "formed" and joint


def _is_made_by_its_modifier(scene: Scene, body: Token) -> bool:
    """ "a new UN political mission", "its new mission": a body that is of another, and not that other."""
    owners = children(body, "compound", "nmod", "amod", "poss")
    return scene.name_at(body) is None and body.lower_ in BODIES and any(scene.name_at(c) or c.tag_ == "PRP$" for c in owners)


def _in_words(scene: Scene, body: Token) -> Participant | None:
    text, (first, last) = words_of(scene, body, keep=("in", "for"))
    while first < body.i and scene.doc[first].lower_ in SIZES:
        first += 1
    return Participant(scene.words(first, last), scene.at(scene.doc[first], scene.doc[last])) if text else None


def _roles(scene: Scene, story: Story, frame: Frame) -> tuple[Token | None, Token | None]:
    """The body and who forms, joins or leaves it."""
    need, head = frame.trigger.fields.get("needs"), frame.head
    if frame.is_nominal:
        return (_ended(scene, frame), None) if need == "end" else _nominal_roles(frame)
    if need == "from":
        objects = frame.objects("from", "of")
        left = next((o for o in objects if _is_body(scene, story, o)), None)
        if frame.theme is not None and frame.theme.lower_ in ("country", "nation", "state"):
            return left, frame.agent if frame.agent is not None else frame.theme  # "pulled the country out of the bloc"
        return left, frame.theme if frame.passive or frame.trigger.lemma == "expel" else frame.agent
    if need == "to":
        return next(iter(frame.objects("to", "into")), None), frame.theme if frame.passive else frame.agent
    if need == "named":
        named = scene.name_at(frame.theme) if frame.theme is not None else None
        is_bloc = named is not None and named.value.type in ("organization", "alliance", "coalition", "bloc")
        return frame.theme if is_bloc else None, frame.agent
    if need == "apply":
        join = next((c for c in children(head, "xcomp") if c.lower_ == "join"), None)
        body = child(join, "dobj") if join is not None else None
        return body, frame.agent
    if need == "end":
        closes_in = frame.trigger.particle is None and any(c.lower_ != "down" for c in children(head, "prt"))
        return (None if closes_in else _ended(scene, frame)), None  # "closed in on the city"
    if need == "replaced":
        return (frame.theme if frame.passive and frame.theme is not None and scene.name_at(frame.theme) else None), None
    if frame.theme is None and frame.trigger.fields["action"] == "dissolved":
        return frame.agent, None
    return frame.theme, frame.agent


def _nominal_roles(frame: Frame) -> tuple[Token | None, Token | None]:
    """ "Sweden's accession to NATO", "the founding of the League", "became the 32nd member of NATO", "ended its participation in"."""
    head, need = frame.head, frame.trigger.fields.get("needs")
    of = next((o for p, o in preposition_objects(head) if p in ("of", "to", "in", "into")), None)
    if need == "from":
        whose = child(head, "poss") or next((o for p, o in preposition_objects(head) if p == "of"), None)
        if whose is not None and whose.tag_ == "PRP$" and head.dep_ == "dobj" and is_verb(head.head):
            whose = subject(head.head) or whose  # "Mali and Niger announced their withdrawal from the bloc"
        return next((o for p, o in preposition_objects(head) if p == "from"), None), whose
    if need == "become":
        verb = head.head
        return (of, subject(verb)) if head.dep_ == "attr" and verb.lower_ in BECOMING else (None, None)
    if need == "part":
        verb = head.head
        if head.dep_ == "nsubjpass" and verb.lower_ in PARTING:
            return of, child(head, "poss")
        return (of, subject(verb)) if head.dep_ == "dobj" and verb.lower_ in PARTING else (None, None)
    if frame.trigger.fields["action"] == "joined":
        return of, child(head, "poss")
    by = next((o for p, o in preposition_objects(head) if p == "by"), None)
    return of if of is not None else child(head, "poss"), by


def _ended(scene: Scene, frame: Frame) -> Token | None:
    """The body whose life, mandate or operations end; other things that end are no bodies."""
    what = frame.theme if frame.theme is not None or frame.is_nominal else frame.agent
    if frame.theme is None and not frame.is_nominal and frame.passive:
        what = passive_subject(frame.head)
    if what is None:
        return None
    if what.lower_ in ("mandate", "operations"):
        of = next((o for p, o in preposition_objects(what) if p == "of"), None)
        owner = of if of is not None else next(iter(children(what, "compound", "poss", "nmod")), None)
        return owner if owner is not None and (scene.name_at(owner) is not None or owner.lower_ in ("its", "mission")) else None
    named = scene.name_at(what)
    running = named is not None and (named.value.type in ("force", "coalition") or "peration" in named.value.canonical)
    running = running or (named is not None and "ission" in named.value.canonical) or _is_named_mission(scene, what)
    alias = next((c for c in children(what, "acl") if c.lower_ in ("known", "called")), None)
    return what if running or alias is not None else None


def _is_named_mission(scene: Scene, token: Token) -> bool:
    """ "the United Nations mission in Liberia": by whose it is."""
    return token.lower_ == "mission" and any(scene.name_at(c) is not None for c in token.children)


def _called(scene: Scene, story: Story, body: Token) -> Participant | None:
    """ "a new alliance called the Congo River Alliance", "a new body, the Combined Task Force": the name that is given with it."""
    if body.lower_ == "its":
        return participant(scene, story, body)
    if scene.name_at(body) is not None or body.tag_ in ("NNP", "NNPS"):
        return None
    for c in children(body, "acl"):
        if c.lower_ in ("called", "named", "dubbed", "known"):
            given = child(c, "oprd", "dobj", "attr") or next((o for p, o in preposition_objects(c) if p == "as"), None)
            if given is not None:
                return participant(scene, story, given)
    given = next((c for c in children(body, "appos") if c.tag_ in ("NNP", "NNPS")), None)
    return participant(scene, story, given) if given is not None else None


def _mission_meant(scene: Scene, story: Story, body: Token, who: Participant | None) -> Participant | None:
    """ "the Dutch mission" is no end of the Netherlands, nor "the UN mission" of the UN; "the mission's" is the mission's by name."""
    owned = who is not None and who.name is not None and scene.name_at(body) is None and who.name.type != "force"
    if owned or body.dep_ != "poss":
        return None if owned else who
    known = story.mission is not None and story.mission.name is not None and story.mission.name.type == "force"
    return story.mission.by(Step.DEFINITE, scene.at(body)) if known and story.mission is not None else None


def _is_purpose_of_merger(verb: Token) -> bool:
    """ "merged to form", "came together to form", "united to form": what was done, not only meant."""
    return verb.dep_ in ("advcl", "xcomp") and verb.head.lower_ in ("merged", "came", "united", "joined", "combined", "merge")


def _is_body(scene: Scene, story: Story, token: Token) -> bool:
    if token.lower_ in IT:
        meant = participant(scene, story, token)
        return meant is not None and meant.name is not None and _may_end(meant.name)
    named = scene.name_at(token)
    if named is not None:
        return _may_end(named.value)
    if token.lower_ in PARTY and token.tag_ not in ("NNP", "NNPS"):
        return False
    proper = token.tag_ in ("NNP", "NNPS")
    if proper and (
        (token.text.isupper() and len(token) >= 3) or any(c.lower_ == "operation" for c in children(token, "compound"))
    ):
        return True
    listed = word_set("people", "nouns_organization") | BODIES
    return token.lower_ in listed and (proper or child(token, "det", "poss") is not None)


def _may_end(name: Name) -> bool:
    """Whether a name is of a body that is made and ends, not of a state or its government."""
    return name.kind is NameKind.ACTOR and name.type not in FORMED_OF


def _has_members(scene: Scene, body: Token) -> bool:
    """Whether a body has members: not the mission or army that a soldier leaves, nor a ministry."""
    named = scene.name_at(body)
    return named is None or named.value.type not in ("ministry", "person")


def _is_member(scene: Scene, story: Story, token: Token, action: str) -> bool:
    """Whether somebody is of those that belong to bodies: states, bodies, and ships and units, which join and are not said to leave."""
    if token.lower_ in IT:
        meant = participant(scene, story, token)
        return meant is not None and meant.name is not None and meant.name.kind in (NameKind.ACTOR, NameKind.PLACE)
    unit = token.lower_ in word_set("people", "nouns_asset") or token.lower_ in word_set("people", "nouns_force")
    if unit and action == "joined" and any(scene.name_at(c) is not None for c in token.children):
        return True
    if token.lower_ in (FIGHTERS if action == "joined" else PARTIES):
        return True
    return any(
        (named := scene.name_at(t)) is not None and named.value.kind in (NameKind.ACTOR, NameKind.PLACE)
        for t in conjuncts(token)
    )
