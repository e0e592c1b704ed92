"""Threats: an actor threatens, warns or vows to act."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.force_movers import moved_by
from onrecord.claims.force_numbers import numbers_of_move
from onrecord.claims.frames import Frame
from onrecord.claims.pact_parties import can_fight
from onrecord.claims.participants import participant
from onrecord.claims.phrases import of_name
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.status import Standing
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import is_passive, subject
from onrecord.claims.tree import child, children, is_verb, phrase_bounds, preposition_objects
from onrecord.lexicon.inflection import verb_forms
from onrecord.lexicon.triggers import triggers_by_form
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind, Status
from onrecord.nlp.tokens import Token

HARM = frozenset(
    """avenge retaliate attack strike destroy kill punish respond expel close withdraw target hit bomb invade sink block
    eliminate resume act harm crush wipe confront sanction cut suspend pull resist fight topple""".split()
)
HARMS = frozenset(
    """attack attacks strike strikes revenge retaliation vengeance response war force sanctions intervention action incursion invasion
    offensive annihilation destruction escalation reprisals reprisal bombing assault consequences repercussions""".split()
)
THREATENERS = frozenset(
    "junta general commander leaders leader government kingdom movement tribe tribes officials spokesman".split()
)
STAYING = frozenset("stay leave withdraw stop refrain keep avoid".split())
STRICT = frozenset("retaliate avenge attack strike destroy crush annihilate respond punish invade hit".split())
ISSUING = frozenset(
    form for lemma in "issue make repeat renew give deliver reiterate carry".split() for form in verb_forms(lemma)
)
ACTS = frozenset({Kind.ATTACK, Kind.FORCE_CHANGE, Kind.SITE, Kind.CASUALTIES})


@rule
def claim_threat(scene: Scene, story: Story) -> Iterator[Draft]:
    """A threat, a warning of one's own act or a vow to do harm, with its condition: "threatened to withdraw all troops and close
    its embassy if …", "vowed to avenge its commander", "repeated his threat to invade", "gave the rebels an ultimatum"."""
    for frame in scene.frames:
        if frame.trigger.kind is Kind.THREAT:
            made = _by_noun(scene, story, frame) if frame.is_nominal else _threat(scene, story, frame)
            if made is not None:
                yield made


def _threat(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    verb = frame.head
    if verb.dep_ == "advcl" and any(c.lower_ in ("if", "unless") for c in children(verb, "mark")):
        return None  # "if its neighbours threaten it": on what condition, and no threat
    act = child(verb, "xcomp", "ccomp")
    if act is None:
        act = next((c for c in children(verb, "advcl") if any(t.lower_ == "to" and t.dep_ == "aux" for t in c.children)), None)
    if act is None:
        act = _behind_its_time(verb)
    who = participant(scene, story, _named_beside(scene, frame.agent))
    actor = _whose_leader(scene, frame.agent) or as_state(who)
    theme = frame.theme if frame.theme is not None and not is_verb(frame.theme) else None
    noun = _act_noun(frame, theme)
    if actor is None or not may_threaten(actor, frame.agent):
        return None
    if not _is_meant(scene, story, frame, actor, act, theme, noun):
        return None
    made = draft(scene, Kind.THREAT, name_of(claim_threat), verb)
    if made.standing.status is Status.CONDITIONAL:
        made.standing = Standing(Status.ACTUAL)
    made.put("actor", actor)
    condition = _condition_clause(verb, act)
    target = _target(scene, story, frame, act, condition, noun)
    made.put("target", target if target is None or target.text != actor.text else None)
    if act is not None:
        put_clause(scene, made, "act", act, skip=("mark", "aux", "nsubj", "advcl", "punct"))
        _count_forces(scene, story, made, act)
    elif noun is not None:
        put_clause(scene, made, "act", noun, skip=("advcl", "punct", "relcl"))
    if condition is not None:
        put_clause(scene, made, "condition", condition, skip=("acl", "relcl", "appos", "parataxis"))
    return made


def _count_forces(scene: Scene, story: Story, made: Draft, act: Token) -> None:
    """ "threatened to withdraw all troops", "to send 5,000 soldiers": the move that is threatened has its number."""
    move = next((f for f in scene.frames if f.head is act and f.trigger.kind is Kind.FORCE_CHANGE), None)
    moved = moved_by(scene, story, move) if move is not None else None
    if move is not None and moved is not None:
        made.count(*numbers_of_move(scene, move, moved, move.trigger.fields["direction"]))


def _behind_its_time(verb: Token) -> Token | None:
    """ "warned at the time that he would send the army", where the parse hangs the clause on the time."""
    when = [o for _, o in preposition_objects(verb) if o.i > verb.i]
    return next((c for o in when for c in children(o, "relcl") if child(c, "nsubj") is not None and child(c, "aux")), None)


def _is_meant(
    scene: Scene, story: Story, frame: Frame, actor: Participant, act: Token | None, theme: Token | None, noun: Token | None
) -> bool:
    """Whether harm is meant: a vow or warning needs it in its act, a threat needs an act, a noun of harm or an enemy by name."""
    lemma = frame.trigger.lemma
    if lemma == "threaten":
        return act is not None or noun is not None or (theme is not None and actor.name is not None)
    if lemma in ("vow", "pledge", "promise", "swear"):
        return _is_harm(act, strict=lemma != "vow") if act is not None else noun is not None
    if act is None or lemma != "warn":
        stays_off = theme is not None and any(p.lower_ == "against" for p in children(frame.head, "prep"))
        return lemma == "warn" and (noun is not None or (stays_off and actor.name is not None and _is_enemy(scene, theme)))
    if theme is not None and child(act, "nsubj", "nsubjpass") is None and _is_enemy(scene, theme):
        return act.lower_ in STAYING or _is_harm(act)
    if theme is not None and any(t.lower_ in ("responsible", "accountable", "price", "consequences") for t in act.subtree):
        return _is_enemy(scene, theme)
    return _is_own_act(scene, story, act, actor) and (_is_harm(act) or any(t.lower_ == "target" for t in act.subtree))


def _is_enemy(scene: Scene, theme: Token | None) -> bool:
    """Whether a state, force or armed group is warned, and not drivers or investors."""
    if theme is None:
        return False
    names = [scene.name_at(t) for t in (theme, *children(theme, "amod", "compound", "nmod", "poss"))]
    return any(m is not None and m.value.kind in (NameKind.ACTOR, NameKind.PLACE) for m in names)


def _named_beside(scene: Scene, agent: Token | None) -> Token | None:
    """ "Sudan's paramilitary chief, Mohamed Hamdan Dagalo, threatened": the person by name."""
    if agent is None or scene.name_at(agent) is not None:
        return agent
    named = (c for c in children(agent, "appos") if (m := scene.name_at(c)) is not None and m.value.kind is NameKind.PERSON)
    return next(named, agent)


def _whose_leader(scene: Scene, agent: Token | None) -> Participant | None:
    """ "Hezbollah leader Hassan Nasrallah vowed revenge": an armed group by its leader, and not the state that he is from."""
    before = children(agent, "compound", "nmod", "amod") if agent is not None else []
    inner = [g for c in before for g in children(c, "compound", "nmod", "amod")]
    named = (m for c in [*before, *inner] if (m := scene.name_at(c)) is not None)
    return next((of_name(scene, m) for m in named if m.value.type == "armed_group"), None)


def may_threaten(actor: Participant, agent: Token | None) -> bool:
    """Whether somebody who can do harm speaks: by name, or a force, armed group, officer or government by its word."""
    if actor.name is not None:
        return True
    words = {word.strip(",.").lower() for word in actor.text.split()}
    return bool(words & (word_set("attack", "nouns_fighter") | word_set("people", "nouns_force") | THREATENERS))


def _act_noun(frame: Frame, theme: Token | None) -> Token | None:
    """The harm that a noun names: "threatened more attacks", "vowed revenge", "warned of a crushing response", "threatened Turkey
    with sanctions"."""
    near = [theme, *(o for p, o in preposition_objects(frame.head) if p in ("of", "with"))]
    return next((t for t in near if t is not None and t.lower_ in HARMS), None)


def _by_noun(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    """ "issued a threat to attack", "repeated his threat to invade", "the group's threat to resume attacks", "an ultimatum"."""
    head, verb = frame.head, frame.head.head if frame.head.dep_ == "dobj" and is_verb(frame.head.head) else None
    act = child(head, "acl")
    owner = child(head, "poss")
    owner = owner if owner is not None else next((o for p, o in preposition_objects(head) if p in ("by", "from")), None)
    who = participant(scene, story, owner) if owner is not None else None
    if who is None and verb is not None and verb.lower_ in ISSUING and not is_passive(verb):
        who = participant(scene, story, _named_beside(scene, subject(verb)))
    actor = as_state(who)
    ultimatum = frame.trigger.lemma == "ultimatum" and verb is not None
    if actor is None or not may_threaten(actor, owner) or not ((act is not None and _is_harm(act)) or ultimatum):
        return None
    made = draft(scene, Kind.THREAT, name_of(claim_threat), head, verb, status=verb or head)
    if made.standing.status is not Status.DENIED:
        made.standing = Standing(Status.ACTUAL)
    made.put("actor", actor)
    to = next((c for c in children(verb, "dative", "iobj")), None) if verb is not None else None
    if to is not None and to.tag_.startswith("IN"):
        to = child(to, "pobj")
    hit = participant(scene, story, to) if to is not None else _hit_by(scene, story, act)
    made.put("target", hit)
    if act is not None:
        put_clause(scene, made, "act", act, skip=("mark", "aux", "nsubj", "advcl", "punct"))
    return made


def _hit_by(scene: Scene, story: Story, act: Token | None) -> Participant | None:
    """Whom the threatened act would hit."""
    if act is None:
        return None
    hit = child(act, "dobj")
    is_act = hit is not None and hit.lower_ in HARMS  # "threatened to launch an offensive against the rebels"
    if hit is not None and not is_act and any(t.kind is Kind.ATTACK for t in triggers_by_form().get(act.lower_, ())):
        return participant(scene, story, hit)
    near = [*preposition_objects(act), *(preposition_objects(hit) if hit is not None else ())]
    against = next((o for p, o in near if p in ("against", "on") and o.lower_ not in HARMS), None)
    return participant(scene, story, against) if against is not None else None


def _is_harm(act: Token, *, strict: bool = False) -> bool:
    """Whether the act does harm or moves forces: by lexicon of the other kinds, or as retaliation; a pledge must be strict harm."""
    words = {t.lower_ for t in act.subtree}
    if words & {"force", "military"} and act.lower_ in ("take", "use", "respond", "launch"):
        return True
    if strict:
        return act.lower_ in STRICT
    base = {t.lemma for t in triggers_by_form().get(act.lower_, ()) if t.kind in ACTS}
    return bool(base) or any(act.lower_.startswith(word.removesuffix("e")) for word in HARM)


def _is_own_act(scene: Scene, story: Story, act: Token, actor: Participant) -> bool:
    own = child(act, "nsubj")
    if own is not None and own.tag_ == "PRP":
        return True
    who = participant(scene, story, own)
    return who is not None and (who.text == actor.text or (own is not None and own.tag_ == "PRP"))


def _condition_clause(verb: Token, act: Token | None) -> Token | None:
    for token in [verb, *([act, *children(act, "conj")] if act is not None else [])]:
        for clause in children(token, "advcl"):
            mark = child(clause, "mark")
            if mark is not None and mark.lower_ in ("if", "unless", "until"):
                return clause
    return None


def _target(
    scene: Scene, story: Story, frame: Frame, act: Token | None, condition: Token | None, noun: Token | None
) -> Participant | None:
    """Whom the threat is meant for: the object of threatening, whom the act would hit, or who must meet the condition."""
    theme = frame.theme
    if theme is not None and not is_verb(theme) and (noun is None or theme.i != noun.i):
        return participant(scene, story, theme)
    if (hit := _hit_by(scene, story, act)) is not None and not is_anything(hit):
        return hit
    if noun is not None:
        near = next((o for p, o in preposition_objects(noun) if p in ("against", "on", "to") and o.lower_ not in HARMS), None)
        return participant(scene, story, near) if near is not None else None
    if condition is not None:
        return who_must(scene, story, condition)
    return None


def who_must(scene: Scene, story: Story, condition: Token) -> Participant | None:
    """Who is to meet the condition: "if the rebels attack", "unless Chad pulls back"; by name, or as fighters."""
    token = child(condition, "nsubj", "nsubjpass")
    who = participant(scene, story, token) if token is not None and token.tag_ != "PRP" else None
    return who if who is not None and (who.name is not None or can_fight(who)) else None


def is_anything(hit: Participant) -> bool:
    """ "new targets", "its positions": what is hit, and not whom the threat is meant for."""
    return hit.name is None and hit.text.split(" ")[-1].lower() in ("target", "targets", "positions")


def put_clause(scene: Scene, made: Draft, name: str, head: Token, *, skip: tuple[str, ...] = ()) -> None:
    """Set an arg to the words of a clause, without the parts in ``skip``."""
    first, last = phrase_bounds(head, skip=skip)
    text = scene.words(first, last).replace("\n", " ").strip(' ,.;"“”')
    if text:
        made.put(name, text, scene.at(scene.doc[first], scene.doc[last]))
