"""Operations to take a place or against somebody: "began their operation to isolate the city"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.attack_drafts import put_place, start
from onrecord.claims.building import Draft, rule
from onrecord.claims.frames import Frame
from onrecord.claims.participants import joined
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.strikes import (
    attacker_of,
    is_fighter,
    target_of,
)
from onrecord.claims.subjects import subject
from onrecord.claims.territory_places import LAND, PIECES
from onrecord.claims.tree import ancestors, child, children, is_noun, is_verb
from onrecord.claims.wheres import near_name, place_of_event
from onrecord.lexicon.triggers import Trigger
from onrecord.lexicon.words import word_set
from onrecord.model import Frozen, Kind, NameKind
from onrecord.nlp.tokens import Token

OPERATION = Trigger("operation", "noun", Kind.ATTACK, Frozen({"mode": "ground"}))
STARTING = frozenset(
    "announced began begin launched started starts launches begins commenced marked marks continued resumed".split()
)


@rule
def claim_operation(scene: Scene, story: Story) -> Iterator[Draft]:
    """An operation to take a place is a ground attack: "began their operation to isolate the city", "the battle to retake Mosul"."""
    for token in scene.tokens:
        if token.lower_ not in word_set("attack", "operations"):
            continue
        taking = _taking(token)
        aim = child(taking, "dobj") if taking is not None else None
        if taking is None or aim is None or not _can_be_taken(scene, taking, aim):
            continue
        frame = Frame(token, OPERATION)
        made = start(scene, frame, claim_operation.__name__)
        agent = frame.agent
        if agent is None and frame.light is not None and frame.light.lower_ in word_set("attack", "presupposed"):
            agent = subject(frame.light)
        over = token.head.head if token.dep_ == "pobj" else token
        made.put("attacker", attacker_of(scene, story, frame, agent) or _who_starts(scene, story, over))
        if "attacker" not in made.args and frame.light is None:
            continue
        made.put("target", target_of(scene, story, aim))
        made.put("mode", "ground", scene.at(token))
        made.put("place", near_name(scene, story, aim) or place_of_event(scene, story, aim, taking, token))
        yield made


def _can_be_taken(scene: Scene, taking: Token, aim: Token) -> bool:
    """ "to take the town", not "of which it will take command"."""
    if taking.lower_ not in ("take", "takes", "took", "taken", "taking"):
        return True
    return scene.name_at(aim) is not None or aim.tag_.startswith("NNP") or aim.lower_ in LAND | PIECES


def _taking(token: Token) -> Token | None:
    """The verb of taking that an operation is for, on it or on the verb that begins it."""
    words = word_set("attack", "verbs_capture")
    found = next((c for c in children(token, "acl", "relcl", "xcomp") if c.lower_ in words), None)
    for above in list(ancestors(token))[:5]:
        if found is not None or not (
            is_verb(above) or above.lower_ in ("of", "start", "beginning", "phase", "stage", "launch")
        ):
            break
        found = next((c for c in children(above, "xcomp", "acl", "advcl") if c.lower_ in words and c.i > token.i), None)
    return found


def _who_starts(scene: Scene, story: Story, noun: Token) -> Participant | None:
    """ "the forces announced the start of the next phase of their operation": the subject of what governs it."""
    verb = next((a for a in (noun, *ancestors(noun)) if is_verb(a)), None)
    if verb is None or verb.lower_ not in STARTING:
        return None
    who = subject(verb)
    return joined(scene, story, who) if who is not None and who.i != noun.i and is_noun(who) else None


def launched_operation(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    """ "launched an operation against the rebels", "carried out an operation in search of …" is none."""
    verb = frame.light
    against = next((o for p, o in frame.obliques if p in ("against", "into")), None)
    if verb is None or verb.lower_ not in word_set("attack", "presupposed") or against is None:
        return None
    named = scene.name_at(against)
    whose = any(
        (m := scene.name_at(c)) is not None and m.value.kind is NameKind.ACTOR
        for c in children(against, "compound", "amod", "poss")
    )
    if not (
        whose or is_fighter(scene, against) or (named is not None and named.value.kind in (NameKind.ACTOR, NameKind.PLACE))
    ):
        return None
    made = start(scene, frame, "attack")
    made.put("attacker", attacker_of(scene, story, frame, frame.agent))
    made.put("target", target_of(scene, story, against))
    made.put("mode", "ground", scene.at(frame.head))
    put_place(scene, story, made, frame, frame.head, against)
    return made if "attacker" in made.args else None
