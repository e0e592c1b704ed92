"""Sanctions: measures against a state, body or person, and expulsions."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame
from onrecord.claims.owners import named_before
from onrecord.claims.participants import joined, participant
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import agent_phrase, is_passive, subject
from onrecord.claims.tree import preposition_objects
from onrecord.model import Kind

AGAINST = ("on", "against")
LIFTING = frozenset(
    "lift lifts lifted lifting ease eased suspend suspended remove removed waive waived end ended drop dropped".split()
)
CALLING = frozenset(
    "call calls called calling demand demanded urge urged seek sought propose proposed request requested".split()
)
IMPOSING = frozenset(
    """impose imposes imposed imposing levy levied announce announced announces place placed slap slapped introduce introduced adopt
    adopted approve approved extend extended renew renewed tighten tightened expand expanded agree agreed""".split()
)
OFFICES = frozenset("ambassador ambassadors diplomat diplomats envoy attache consul attachés attaché".split())


@rule
def claim_sanction(scene: Scene, story: Story) -> Iterator[Draft]:
    """Sanctions, an embargo, a designation or an expulsion of diplomats: "the EU imposed sanctions on Syria", "designated the IRGC
    as a terrorist organization"."""
    for frame in scene.frames:
        if frame.trigger.kind is Kind.SANCTION:
            made = _by_noun(scene, story, frame) if frame.is_nominal else _by_verb(scene, story, frame)
            if made is not None:
                yield made


def _by_verb(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    verb, theme = frame.head, frame.theme
    target = joined(scene, story, theme)
    actor = as_state(participant(scene, story, frame.agent))
    if theme is None or target is None:
        return None
    lemma = frame.trigger.lemma
    if lemma == "expel" and not (theme.lower_ in OFFICES and (actor is None or actor.name is not None)):
        return None
    if lemma == "designate" and not any(t.lower_.startswith("terror") for t in verb.subtree):
        return None
    if lemma in ("sanction", "blacklist") and target.name is None and (actor is None or actor.name is None):
        return None
    return _made(scene, frame, verb, actor, target, "imposed")


def _by_noun(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    head, verb = frame.head, frame.light or _caller(frame.head)
    near = [*preposition_objects(head), *(preposition_objects(verb) if verb is not None else [])]
    target = next((who for prep, obj in near if prep in AGAINST and (who := joined(scene, story, obj))), None)
    if target is None or verb is None:
        return None
    low = verb.lower_
    action = "lifted" if low in LIFTING else "called_for" if low in CALLING else "imposed" if low in IMPOSING else None
    if action is None:
        return None
    does = agent_phrase(verb) if is_passive(verb) else subject(verb)
    actor = as_state(participant(scene, story, does)) or named_before(scene, story, head)
    if actor is not None and actor.name is None:
        actor = None
    return _made(scene, frame, head, actor, target, action, verb=verb)


def _caller(head: Token) -> Token | None:
    """ "called for sanctions": the verb of calling."""
    for_it = head.dep_ == "pobj" and head.head.lower_ == "for" and head.head.head.lower_ in CALLING
    return head.head.head if for_it else None


def _made(
    scene: Scene,
    frame: Frame,
    head: Token,
    actor: Participant | None,
    target: Participant,
    action: str,
    *,
    verb: Token | None = None,
) -> Draft:
    made = draft(scene, Kind.SANCTION, name_of(claim_sanction), head, verb, status=verb or head)
    made.put("actor", actor)
    made.put("target", target)
    made.put("action", action, scene.at(verb if verb is not None else head))
    return made
