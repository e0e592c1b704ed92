"""Whose forces a move is of: their owner, who moves them, or whose the story's forces are."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.claims.force_nouns import GROUPS, is_asset
from onrecord.claims.force_parts import PARTS, of_chain
from onrecord.claims.force_units import is_unit_name, state_of_unit
from onrecord.claims.frames import Frame
from onrecord.claims.owners import CONTINGENTS, named_before, owner_of
from onrecord.claims.participants import participant
from onrecord.claims.phrases import is_body, is_definite, is_force, of_name
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_forces_of
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import agent_phrase, subject
from onrecord.claims.tree import ancestors, child, children, conjuncts, preposition_objects
from onrecord.lexicon.missions import missions
from onrecord.lexicon.names import name_index, resolve_name
from onrecord.lexicon.words import word_set
from onrecord.model import NameKind, Step
from onrecord.nlp.tokens import Token

WHICH_OF_THEM = frozenset(
    "remaining last first final additional more new other further extra second third next special operations combat ground regular support".split()
)
MINISTERS = frozenset(
    "minister ministers general ministry government cabinet president premier chancellor army navy military".split()
)
OFFICERS = frozenset("officers men women police policemen".split())
MISSIONS = frozenset(["mission", "operation"])
DOCUMENTS = frozenset(
    "mandate decree law bill resolution accord agreement treaty deal budget motion text document report review step move".split()
)
WHOLE_FORCES = (
    " military",
    " police",
    " Armed Forces",
    " Defence Force",
    " Defence Forces",
    " Self-Defense Forces",
    " Self-Defence Forces",
)
STATES = frozenset("countries nations allies members partners states".split())
ALLIANCE = frozenset(["alliance", "the alliance"])
GOVERNMENTS = frozenset(["governments"])


def _narrows(modifier: Token) -> bool:
    """Whether a modifier says which forces they are: "foreign troops", not "the remaining 1,500 troops"."""
    return modifier.dep_ in ("amod", "compound", "nmod", "poss", "prep") and modifier.lower_ not in WHICH_OF_THEM


def whose_move(scene: Scene, story: Story, frame: Frame, moved: Token) -> Participant | None:
    """Whose forces move: a state or body; who orders it stands for the story's, and a unit for the state that sends it."""
    actor = of_council(story, for_its_state(story, national(as_forces_of(_actor(scene, story, frame, moved)))))
    if is_unit_name(scene, moved) and (actor is None or actor.name is None or actor.name.country is None):
        return state_of_unit(scene, story, moved)
    if actor is None:
        return None
    if moved.tag_ == "PRP" and story.whose_forces is not None and not _is_who_says_so(scene, moved, actor):
        return story.whose_forces  # "Georgia recalled its soldiers and the US Air Force flew them home"
    if (speaker := _who_speaks_of_his_own(scene, story, frame, moved)) is not None:
        return speaker
    if actor.country is None and (sender := _sender_of_unit(scene, story, frame, moved)) is not None:
        return sender
    if actor.name is None and actor.text.lower().split()[-1] in word_set("status", "nouns_plan") | DOCUMENTS:
        return story.whose_forces  # "the decree lowers the ceiling"
    if actor.name is None:
        if frame.agent is not None and frame.agent.i != moved.i and frame.agent.lower_ in STATES:
            return actor
        bare = (
            moved.tag_ == "CD" or moved.lower_ in PARTS or moved.lower_ in ("level", "levels", "number", "numbers", "strength")
        )
        plain = is_force(moved) and not is_asset(moved) and not any(_narrows(c) for c in moved.children)
        plain = plain or actor.text.lower() in word_set("people", "nouns_force")
        plain = plain or (moved.lower_ in GROUPS and scene.count_of(moved) is None and not children(moved, "poss"))
        return (story.whose_forces or _announcer(scene, story, frame)) if bare or plain else actor
    if actor.name.kind is NameKind.PERSON:
        return story.affiliations.get(actor.text) or story.whose_forces or actor
    if actor.name.type == "unit" and frame.agent is not None:
        sender = as_forces_of(participant(scene, story, frame.agent))
        return sender if sender is not None and sender.name is not None and sender.name.kind is not NameKind.PERSON else actor
    return actor


def _is_who_says_so(scene: Scene, moved: Token, who: Participant) -> bool:
    """ "Ethiopia said it would pull out", in a report on others' forces: a state or body of the same sentence that goes by itself."""
    body = who.name is not None and who.name.type in ("state", "country", "alliance", "organization")
    return moved.lower_ == "it" and body and scene.sentence.span.covers(who.span) and scene.at(moved).begin > who.span.end


def of_council(story: Story, who: Participant | None) -> Participant | None:
    """The Security Council moves no forces of its own: those of the mission that the report is about, or of the United Nations."""
    if who is None or who.name is None or not who.name.canonical.endswith("Security Council"):
        return who
    mission = story.mission if story.mission is not None and story.mission.name is not None else None
    if mission is not None and mission.name is not None and mission.name.type == "force":
        return mission.by(Step.REPORT, who.span)
    nations = resolve_name("United Nations", kind=NameKind.ACTOR)
    return replace(who, text=nations.canonical, name=nations) if nations is not None else who


def _who_speaks_of_his_own(scene: Scene, story: Story, frame: Frame, moved: Token) -> Participant | None:
    """ "Its foreign minister said the soldiers could be pulled out": the speaker's own, where he is not the host."""
    det = child(moved, "det")
    if det is None or det.lower_ != "the" or not is_force(moved) or story.where_forces is None:
        return None
    who = _announcer(scene, story, frame)
    known = who is not None and who.name is not None and who.name.type in ("state", "country")
    return who if known and who is not None and who.country != story.where_forces.country else None


def _own_mission(scene: Scene, story: Story, frame: Frame, moved: Token) -> Participant | None:
    """ "The mission has pulled out its personnel": "its" is the mission's, whatever other names stand before it."""
    agent = frame.agent if not frame.is_nominal else None
    if agent is None or agent.lower_ not in MISSIONS or not is_definite(agent):
        return None
    pointed = any(c.tag_ == "PRP$" for t in (moved, *of_chain(moved)) for c in children(t, "poss"))
    named = owner_of(scene, story, agent) if pointed else None
    return named or (story.mission.by(Step.DEFINITE, scene.at(agent)) if pointed and story.mission is not None else None)


def _of_speaker(scene: Scene, story: Story, frame: Frame, moved: Token) -> Participant | None:
    """ "Burundi's army chief said his third battalion was ready": his is his state's."""
    if not any(c.lower_ in ("his", "her") for c in children(moved, "poss")):
        return None
    saying = next((t for t in ancestors(frame.head) if t.lower_ in word_set("speech", "verbs_say")), None)
    speaker = child(saying, "nsubj") if saying is not None else None
    who = as_forces_of(named_before(scene, story, speaker)) if speaker is not None else None
    return who if who is not None and who.country is not None and who.origin is None else None


def _sender_of_unit(scene: Scene, story: Story, frame: Frame, moved: Token) -> Participant | None:
    """ "The U.S. military has moved 2,500 soldiers of the 1st Armored Division": who moves a unit that no list has."""
    of = [o for p, o in preposition_objects(moved) if p == "of"]
    if frame.agent is None or frame.agent.i == moved.i or not any(is_unit_name(scene, o) for o in of):
        return None
    sender = national(as_forces_of(participant(scene, story, frame.agent)))
    known = sender is not None and sender.name is not None and sender.name.kind is not NameKind.PERSON
    return sender if known else None


def _allies_who_say(scene: Scene, story: Story, frame: Frame) -> Participant | None:
    """ "European governments said they would not keep soldiers there", "the allies say that they will leave": they are those who say so."""
    saying = frame.head.head if frame.head.dep_ == "ccomp" and not frame.is_nominal else None
    speaker = child(saying, "nsubj") if saying is not None else None
    if frame.agent is None or frame.agent.lower_ not in ("they", "we") or speaker is None:
        return None
    return participant(scene, story, speaker) if speaker.lower_ in STATES | GOVERNMENTS else None


def _where_they_are_from(scene: Scene, frame: Frame, moved: Token) -> Participant | None:
    """ "the deployment of troops from Rwanda": whose they are who come."""
    if not frame.is_nominal or frame.trigger.fields.get("direction") != "increase":
        return None
    named = [scene.name_at(o) for t in (moved, frame.head) for p, o in preposition_objects(t) if p == "from"]
    return next((of_name(scene, m) for m in named if m is not None and m.value.type in ("state", "country")), None)


def _actor(scene: Scene, story: Story, frame: Frame, moved: Token) -> Participant | None:
    """Whose forces: their owner, else who moves them, else the story's."""
    if ground_of_theirs(scene, frame, moved) is not None:
        return participant(scene, story, frame.agent)
    owner = (
        _allies_who_say(scene, story, frame)
        or _own_mission(scene, story, frame, moved)
        or _of_speaker(scene, story, frame, moved)
        or owner_of(scene, story, moved)
        or promised_by(scene, story, moved)
        or _where_they_are_from(scene, frame, moved)
    )
    if owner is not None and not (owner.name is not None and owner.name.kind is NameKind.PLACE and owner.name.country is None):
        return _state_that_sends(scene, story, frame, moved, owner) or owner
    named = scene.name_at(moved)
    if named is not None and (frame.agent is None or moved.i == frame.agent.i or frame.is_nominal):
        return participant(scene, story, moved)
    apart = [c for c in children(moved, "appos") if c.i > moved.i and (is_force(c) or c.lower_ in OFFICERS)]
    for obj in (*of_chain(moved), *apart, *(o for p, o in preposition_objects(moved) if p == "on")):
        people = scene.name_at(obj) if obj.tag_ == "NNPS" else None
        found = (
            of_name(scene, people) if people is not None and people.value.type == "state" else None
        )  # "the last of the Fijians"
        found = found or owner_of(scene, story, obj) or promised_by(scene, story, obj) or _officers_of(scene, obj)
        if found is not None:
            return found
    if (mover := mover_elsewhere(scene, story, frame)) is not None:
        return mover
    if frame.is_nominal:
        for c in children(frame.head, "amod", "compound", "poss", "nmod"):
            found = participant(scene, story, c) if scene.name_at(c) or c.tag_ == "PRP$" else None
            if found is not None:
                return found
    agent = frame.agent
    if agent is not None and agent.i != moved.i and agent.lower_ in STATES:
        return participant(scene, story, agent)
    if agent is not None and agent.i != moved.i and _is_head_of_state(scene, story, agent) and story.force_actor is None:
        return participant(scene, story, agent)
    if agent is not None and agent.i != moved.i and not _is_person(scene, story, agent):
        who = participant(scene, story, agent)
        if who is not None and (who.name is not None or not is_force(moved) or is_body(agent)):
            return who
    if frame.is_nominal:
        for c in children(frame.head, "amod", "compound", "poss", "nmod"):
            found = participant(scene, story, c) if scene.name_at(c) or c.tag_ == "PRP$" else None
            if found is not None:
                return found
    if agent is not None and moved.i == agent.i:
        found = participant(scene, story, moved)
        if found is not None and (found.name is not None or not story.whose_forces):
            return found
    return (
        story.whose_forces
        or _announcer(scene, story, frame)
        or (participant(scene, story, agent) if agent is not None and _is_mover(scene, story, agent, moved) else None)
    )


def _state_that_sends(scene: Scene, story: Story, frame: Frame, moved: Token, owner: Participant) -> Participant | None:
    """ "Sri Lanka sends peacekeepers of the United Nations": whose they are who serve under another flag."""
    agent = frame.agent if not frame.is_nominal else None
    united = owner.name is not None and (owner.name.type in ("organization", "alliance") or owner.text in missions())
    if agent is None or agent.i == moved.i or not united:
        return None
    named = scene.name_at(agent)
    return of_name(scene, named) if named is not None and named.value.type in ("state", "country") else None


def ground_of_theirs(scene: Scene, frame: Frame, moved: Token) -> Participant | None:
    """Of "France to cut Ivory Coast fighting force" where: the country before a force that another state cuts or sends."""
    agent = frame.agent if not frame.is_nominal else None
    mover = scene.name_at(agent) if agent is not None and agent.i != moved.i else None
    if mover is None or mover.value.type not in ("state", "country") or moved.lower_ not in CONTINGENTS:
        return None
    named = (scene.name_at(c) for c in children(moved, "compound", "nmod"))
    spot = next((m for m in named if m is not None and m.value.type == "country"), None)
    return of_name(scene, spot) if spot is not None and spot.value.country != mover.value.country else None


def mover_elsewhere(scene: Scene, story: Story, frame: Frame) -> Participant | None:
    """ "Obama slows the Afghan troop pullout": it is not Afghanistan that pulls out, but the state that decides."""
    if not frame.is_nominal or frame.light is None or frame.head.dep_ != "dobj":
        return None
    named = ground_before(scene, frame)
    who = as_forces_of(participant(scene, story, subject(frame.light)))
    state = who is not None and who.name is not None and who.name.type in ("state", "country") and who.country is not None
    return who if named is not None and state and who is not None and who.country != named.country else None


def ground_before(scene: Scene, frame: Frame) -> Participant | None:
    """The country before "troop pullout": whose it is, or where."""
    if not any(is_force(c) for c in children(frame.head, "compound")):
        return None
    named = next((m for c in children(frame.head, "amod", "compound", "nmod") if (m := scene.name_at(c)) is not None), None)
    return of_name(scene, named) if named is not None and named.value.type in ("state", "country") else None


def _officers_of(scene: Scene, token: Token) -> Participant | None:
    """ "72 Bangladeshi officers": people of a state who are sent."""
    inside = children(token, "amod", "compound") if token.lower_ in OFFICERS and scene.count_of(token) is not None else []
    return next(
        (of_name(scene, m) for c in inside if (m := scene.name_at(c)) is not None and m.value.country is not None), None
    )


def for_its_state(story: Story, who: Participant | None) -> Participant | None:
    """A unit known by its number alone, as the state of the forces that the story is about: "the 10th Mountain Division"; "the alliance"
    of a report that names NATO is it."""
    if who is not None and who.name is None and who.text.lower() in ALLIANCE and "NATO" in story.report.text.upper():
        nato = resolve_name("NATO", kind=NameKind.ACTOR)
        return replace(who, text=nato.canonical, name=nato) if nato is not None else who
    if who is None or who.name is None or who.name.type != "force" or who.country is not None or not _is_unit(who):
        return who
    last = story.force_actor if story.force_actor is not None and story.force_actor.text not in missions() else None
    known = last if last is not None and last.country is not None else story.focus.actor
    code = _state_said_with(story, who) or (known.country if known is not None else None)
    state = name_index().states.get(code or "")
    return replace(who, text=state.place.canonical, name=state.place) if state is not None else who


def _state_said_with(story: Story, unit: Participant) -> str | None:
    """The country of the state that the report names right before a unit: "Ireland's 124th Infantry Battalion"."""
    before = re.search(rf"\b([A-Z]\w+(?: [A-Z]\w+)?)(?:['’]s?)? {re.escape(unit.text)}\b", story.report.text)
    named = resolve_name(before[1]) if before is not None else None
    return named.country if named is not None and named.type in ("state", "country") else None


def _is_unit(who: Participant) -> bool:
    return not word_set("units", "words_unit").isdisjoint(who.text.lower().split())


def promised_by(scene: Scene, story: Story, moved: Token) -> Participant | None:
    """Of "the 1,600 troops promised by Egypt" and "sent by the African Union" who promised or sent them."""
    for clause in children(moved, "acl"):
        if clause.lower_ in word_set("units", "verbs_give") and (giver := agent_phrase(clause)) is not None:
            return participant(scene, story, giver)
    return None


def coordinated_senders(scene: Scene, story: Story, frame: Frame, moved: Token) -> list[Participant]:
    """Of "Saudi Arabia and the Emirates withdrew most of their forces" both, where they move their own."""
    agent = frame.agent if not frame.is_nominal else None
    if agent is None or agent.i == moved.i or owner_is_named(scene, moved):
        return []
    states = [scene.name_at(t) for t in conjuncts(agent) if frame.head.dep_ != "relcl" or t.i < frame.head.i]
    known = [m for m in states if m is not None and m.value.type in ("state", "country")]
    return [of_name(scene, m) for m in known] if len(known) > 1 and len(known) == len(states) else []


def owner_is_named(scene: Scene, moved: Token) -> bool:
    """Whether forces have an owner of their own: "American troops", not "their forces"."""
    inside = [moved, *(o for p, o in preposition_objects(moved) if p == "of")]
    return any(scene.name_at(c) is not None for t in inside for c in children(t, "amod", "compound", "poss", "nmod"))


def national(who: Participant | None) -> Participant | None:
    """A state's armed forces or police as a whole, as the state: "the Bundeswehr", "the Dutch military"; "the Syrian Army" stays."""
    unknown = who is not None and (who.name is None or (who.name.id is None and who.name.country is None))
    if who is not None and unknown and who.text.endswith(WHOLE_FORCES):
        return _by_first_word(who)
    if who is None or who.name is None or who.name.country is None or who.name.kind is not NameKind.ACTOR:
        return who
    whole = who.name.canonical in word_set("units", "words_whole") or who.text.endswith(WHOLE_FORCES)
    state = name_index().states.get(who.name.country) if whole else None
    return replace(who, text=state.place.canonical, name=state.place) if state is not None else who


def _by_first_word(who: Participant) -> Participant:
    """ "Rwanda Defence Force", "the Botswana Defence Force", "South African National Defence Force": the state that begins a name."""
    words = who.text.removeprefix("the ").removeprefix("The ").split()
    named = (
        resolve_name(" ".join(words[:count]).removesuffix("'s").removesuffix("’s")) for count in (3, 2, 1) if count < len(words)
    )
    state = next((n for n in named if n is not None and n.type in ("state", "country")), None)
    whole = name_index().states.get(state.country or "") if state is not None else None
    return replace(who, text=whole.place.canonical, name=whole.place) if whole is not None else who


def not_of_place(story: Story, who: Participant | None, place: Participant | None) -> Participant | None:
    """Of "since it entered Syria in 2016" a pronoun is not the place itself: the story's forces, if they are another's."""
    spot = who is not None and who.name is not None and who.name.kind is NameKind.PLACE and who.name.type != "country"
    if who is not None and place is not None and spot and who.text == place.text:
        return None  # "PH pulls peacekeepers out of Golan Heights": nobody is the ground that he leaves
    pointed = who is not None and who.origin is not None and who.origin.step is Step.PRONOUN
    if who is None or not pointed or place is None or who.country is None or place.country != who.country:
        return who
    known = story.whose_forces
    return known if known is not None and known.country != who.country else None


def abroad(who: Participant | None, place: Participant | None) -> Participant | None:
    """A state's army, navy or air force that moves to or from another country, as the state: "US Marines" to Kuwait."""
    if (
        who is None
        or who.name is None
        or who.name.type != "force"
        or place is None
        or place.country in (None, who.name.country)
    ):
        return who
    service = who.text.split()[-1].lower() in word_set("units", "words_service")
    state = name_index().states.get(who.name.country or "") if service else None
    return replace(who, text=state.place.canonical, name=state.place) if state is not None else who


def _is_mover(scene: Scene, story: Story, agent: Token, moved: Token) -> bool:
    """Whether who moves forces may own them: a body, a name that is no person's, or the forces themselves."""
    known = is_body(agent) or agent.i == moved.i or scene.name_at(agent) is not None
    return known and not _is_person(scene, story, agent)


def _announcer(scene: Scene, story: Story, frame: Frame) -> Participant | None:
    """Of "Carter announced that 615 troops will be sent" the state that the speaker acts for; of who only says so, a minister's."""
    announce = word_set("speech", "verbs_announce") | word_set("units", "verbs_agree")
    say = word_set("speech", "verbs_say")
    saying = next((t for t in ancestors(frame.head) if t.lower_ in announce or t.lower_ in say), None)
    speaker = child(saying, "nsubj") if saying is not None else None
    if saying is None or speaker is None:
        return None
    named = scene.name_at(speaker)
    if named is not None and named.value.type in ("state", "country") and _speaks_of_its_own(story, frame, named.value.country):
        return of_name(scene, named)
    acts = speaker.lower_ in MINISTERS or (named is not None and named.value.type in ("ministry", "government"))
    if saying.lower_ not in announce and not acts:
        return None
    who = participant(scene, story, speaker)
    state = as_forces_of(who)
    if state is not None and (state is not who or (speaker.lower_ in MINISTERS and state.name is not None)):
        return state
    return story.affiliations.get(who.text) if who is not None else None


def _speaks_of_its_own(story: Story, frame: Frame, state: str | None) -> bool:
    """ "Kenya said the deployment of 200 soldiers had been postponed": a state that tells of forces in another land has sent them."""
    told = frame.is_nominal and frame.theme is not None and is_force(frame.theme)
    where = story.where_forces
    return told and (where is None or where.country != state)


def _is_head_of_state(scene: Scene, story: Story, token: Token) -> bool:
    who = participant(scene, story, token)
    return who is not None and as_forces_of(who) is not who


def _is_person(scene: Scene, story: Story, token: Token) -> bool:
    who = participant(scene, story, token)
    return who is not None and who.name is not None and who.name.kind is NameKind.PERSON


def owner_of_forces(scene: Scene, story: Story, token: Token) -> Participant | None:
    """Whose forces a noun phrase means, where no verb of moving tells: their owner, a unit's state, else the story's."""
    unit = state_of_unit(scene, story, token) if is_unit_name(scene, token) or is_asset(token) else None
    if unit is not None or is_unit_name(scene, token):
        return for_its_state(story, as_forces_of(unit))
    who = for_its_state(story, national(as_forces_of(participant(scene, story, token))))
    if who is not None and who.name is not None and who.name.kind is not NameKind.PERSON:
        return who
    of = next((w for p, o in preposition_objects(token) if p == "of" and (w := owner_of(scene, story, o)) is not None), None)
    if of is not None:
        return as_forces_of(of)
    foreign = is_force(token) and any(c.lower_ == "foreign" for c in token.children)
    return (
        who
        if foreign and who is not None
        else story.whose_forces or (None if is_asset(token) or token.lower_ in PARTS else who)
    )
