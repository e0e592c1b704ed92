"""Threats: an actor threatens, warns or vows to act."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame
from onrecord.claims.participants import participant
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.status import Standing
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import child, children, is_verb, phrase_bounds
from onrecord.lexicon.triggers import triggers_by_form
from onrecord.model import Kind, Status

HARM = frozenset(
    """avenge retaliate attack strike destroy kill punish respond expel close withdraw target hit bomb invade sink block
    eliminate resume act harm crush wipe confront sanction cut suspend pull resist fight topple""".split()
)
ACTS = frozenset({Kind.ATTACK, Kind.FORCE_CHANGE, Kind.SITE, Kind.CASUALTIES})


@rule
def claim_threat(scene: Scene, story: Story) -> Iterator[Draft]:
    """A threat, a warning of one's own act or a vow to do harm, with its condition: "threatened to withdraw all troops and close
    its embassy if …", "vowed to avenge its commander"."""
    for frame in scene.frames:
        if frame.trigger.kind is Kind.THREAT and not frame.is_nominal:
            made = _threat(scene, story, frame)
            if made is not None:
                yield made


def _threat(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    verb = frame.head
    act = child(verb, "xcomp", "ccomp")
    if act is None:
        act = next((c for c in children(verb, "advcl") if any(t.lower_ == "to" and t.dep_ == "aux" for t in c.children)), None)
    actor = as_state(participant(scene, story, frame.agent))
    if actor is None or (act is None and frame.theme is None):
        return None
    if act is None and (frame.trigger.lemma != "threaten" or actor.name is None):
        return None
    if act is not None and frame.trigger.lemma in ("warn", "vow") and not _is_harm(act):
        return None
    if frame.trigger.lemma == "warn" and act is not None and not _is_own_act(scene, story, act, actor):
        return None
    made = draft(scene, Kind.THREAT, name_of(claim_threat), verb)
    if made.standing.status is Status.CONDITIONAL:
        made.standing = Standing(Status.ACTUAL)
    made.put("actor", actor)
    condition = _condition_clause(verb, act)
    made.put("target", _target(scene, story, frame, act, condition))
    if act is not None:
        _put_clause(scene, made, "act", act, skip=("mark", "aux", "nsubj", "advcl", "punct"))
    if condition is not None:
        _put_clause(scene, made, "condition", condition, skip=("acl", "relcl", "appos", "parataxis"))
    return made


def _is_harm(act: Token) -> bool:
    """Whether the act does harm or moves forces: by lexicon of the other kinds, or as retaliation."""
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


def _target(scene: Scene, story: Story, frame: Frame, act: Token | None, condition: Token | None) -> Participant | None:
    """Whom the threat is meant for: the object of threatening, whom the act would hit, or who must meet the condition."""
    if frame.theme is not None and not is_verb(frame.theme):
        return participant(scene, story, frame.theme)
    if act is not None:
        hit = child(act, "dobj")
        if hit is not None and any(t.kind is Kind.ATTACK for t in triggers_by_form().get(act.lower_, ())):
            return participant(scene, story, hit)
        against = next(
            (o for p, o in [(p.lower_, c) for p in children(act, "prep") for c in children(p, "pobj")] if p == "against"), None
        )
        if against is not None:
            return participant(scene, story, against)
    if condition is not None:
        who_token = child(condition, "nsubj", "nsubjpass")
        who = participant(scene, story, who_token) if who_token is not None and who_token.tag_ != "PRP" else None
        return who if who is not None and who.name is not None else None
    return None


def _put_clause(scene: Scene, made: Draft, name: str, head: Token, *, skip: tuple[str, ...] = ()) -> None:
    first, last = phrase_bounds(head, skip=skip)
    text = scene.words(first, last).replace("\n", " ").strip(' ,.;"“”')
    if text:
        made.put(name, text, scene.at(scene.doc[first], scene.doc[last]))
