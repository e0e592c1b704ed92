"""Attacks: uses of force, offensives, advances."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame, frames, subject
from onrecord.claims.participants import joined, place_at, places_by_order, places_of
from onrecord.claims.scene import Scene
from onrecord.claims.status import standing_of_event
from onrecord.claims.story import Story
from onrecord.claims.strikes import attacker_of, is_dated, is_fighter, is_flyer, is_strike, is_weapon, mode_of, target_of
from onrecord.claims.tree import child, children, conjuncts, is_verb, preposition_objects
from onrecord.lexicon.triggers import Trigger
from onrecord.lexicon.words import word_set
from onrecord.model import Frozen, Kind

AT = ("at", "on", "against", "toward", "towards", "into", "inside")
INTO = ("inside", "on", "at", "into", "outside", "in", "near")
OPERATION = Trigger("operation", "noun", Kind.ATTACK, Frozen({"mode": "ground"}))
NOT_COUNTS = frozenset({"percent", "person", "personnel", "day", "hour", "occasion", "month", "year", "week"})


@rule
def claim_attack(scene: Scene, story: Story) -> Iterator[Draft]:
    """A use of force, by a verb or noun of attacking with who, whom or where: "rockets hit the embassy", "conducted 34 strikes
    against ISIL", "an attack on the base", "the Turkish offensive"."""
    done: set[int] = set()
    for frame in frames(scene.doc):
        if frame.trigger.kind is not Kind.ATTACK or frame.head.i in done:
            continue
        made = _by_noun(scene, story, frame, done) if frame.is_nominal else _by_verb(scene, story, frame, done)
        if made is not None and _says_enough(made):
            yield made


@rule
def claim_operation(scene: Scene, story: Story) -> Iterator[Draft]:
    """An operation to take a place is a ground attack: "began their operation to isolate the city", "the battle to retake Mosul"."""
    for token in scene.doc:
        if token.lower_ not in word_set("attack", "operations"):
            continue
        taking = next((c for c in children(token, "acl", "relcl") if c.lower_ in word_set("attack", "verbs_capture")), None)
        aim = child(taking, "dobj") if taking is not None else None
        if taking is None or aim is None:
            continue
        frame = Frame(token, OPERATION)
        made = _start(scene, frame, claim_operation.__name__)
        made.put("attacker", attacker_of(scene, story, frame, frame.agent))
        made.put("target", target_of(scene, story, aim))
        made.put("mode", "ground", scene.at(token))
        made.put("place", place_at(scene, story, aim) or next(iter(places_of(scene, story, aim, taking, token)), None))
        yield made


@rule
def claim_targeted(scene: Scene, story: Story) -> Iterator[Draft]:
    """Being the target or victim of somebody: "US facilities have continuously been the target of militias"."""
    for token in scene.doc:
        if token.lower_ not in ("target", "targets", "victim", "victims") or token.dep_ != "attr" or not is_verb(token.head):
            continue
        by = next((o for p, o in preposition_objects(token) if p == "of"), None)
        hit = subject(token.head)
        if by is None or hit is None or is_strike(by) or not (scene.name_at(by) or is_fighter(scene, by)):
            continue
        made = draft(scene, Kind.ATTACK, name_of(claim_targeted), token, token.head, status=token.head)
        made.put("attacker", joined(scene, story, by))
        made.put("target", target_of(scene, story, hit))
        made.put("mode", "other", scene.at(token))
        made.put("place", next(iter(places_of(scene, story, by, token, token.head)), None))
        yield made


def _start(scene: Scene, frame: Frame, rule_name: str, *more: Token | None) -> Draft:
    """A draft; an attack that a noun names is taken for granted unless its own words or its light verb say otherwise."""
    made = draft(scene, Kind.ATTACK, rule_name.replace("_", "-").removeprefix("claim-"), frame.head, frame.light, *more)
    if frame.is_nominal:
        made.standing = standing_of_event(frame.head, frame.light)
        if made.standing.word is None:
            made.spans.pop("status", None)
    return made


def _by_verb(scene: Scene, story: Story, frame: Frame, done: set[int]) -> Draft | None:
    need = frame.trigger.fields.get("needs")
    if need == "load":
        return _fired(scene, story, frame)
    if need == "weapon":
        return _landed(scene, story, frame)
    agent, theme = frame.agent, frame.theme
    armed = _armed(scene, frame)
    if (need == "arms" and not armed) or (theme is None and not _advances(frame)):
        return None
    if theme is not None and (theme.lower_ in word_set("attack", "abstract") or (is_weapon(theme) and not armed)):
        return None
    strike = agent if agent is not None and is_strike(agent) else None
    if strike is not None and strike.i in done:
        return None
    done.update(t.i for t in (agent, frame.head) if t is not None and is_strike(t))
    made = _start(scene, frame, name_of(claim_attack), strike)
    made.put("attacker", attacker_of(scene, story, frame, agent))
    made.put("target", target_of(scene, story, theme))
    made.put("mode", mode_of(frame, agent), scene.at(frame.head))
    _put_place(scene, story, made, frame, agent, theme)
    _put_count(scene, made, strike or (agent if agent is not None and is_weapon(agent) else None))
    _mark_conjuncts(frame, done)
    return made


def _mark_conjuncts(frame: Frame, done: set[int]) -> None:
    """ "engaged two units and destroyed a tank" is one attack: verbs coordinated under one subject."""
    first = frame.head
    for _ in range(6):
        if first.dep_ != "conj" or not is_verb(first.head):
            break
        first = first.head
    done.update(t.i for t in conjuncts(first) if child(t, "nsubj", "nsubjpass") is None or t.i == first.i)
    done.update(t.i for t in children(frame.head, "advcl") if is_verb(t) and child(t, "mark", "nsubj") is None)


def _by_noun(scene: Scene, story: Story, frame: Frame, done: set[int]) -> Draft | None:
    head = frame.head
    modifiers = {t.lower_ for t in children(head, "compound", "amod", "nmod")}
    if modifiers & word_set("attack", "no_attack") or _is_subject_of_attack(head):
        return None
    target = _noun_target(scene, frame)
    vague = frame.trigger.fields.get("needs") == "context"
    told = target is not None or scene.count_of(head) is not None or frame.light is not None
    if vague and not told and not any(mode_word in modifiers for mode_word in word_set("attack", "mode_airstrike") | {"drone"}):
        return None
    made = _start(scene, frame, name_of(claim_attack))
    made.put("attacker", attacker_of(scene, story, frame, frame.agent))
    made.put("target", target_of(scene, story, target))
    if target is None and _is_the(head):
        made.put("target", story.target)
    made.put("mode", mode_of(frame, frame.agent, modifiers), scene.at(head))
    _put_place(scene, story, made, frame, head, target)
    _put_count(scene, made, head)
    done.add(head.i)
    return made


def _is_the(head: Token) -> bool:
    """ "the attack", "these strikes": the one that the story told before."""
    det = child(head, "det")
    return (
        det is not None
        and det.lower_ in ("the", "this", "these", "those")
        and not children(head, "acl", "relcl", "prep", "amod")
    )


def _noun_target(scene: Scene, frame: Frame) -> Token | None:
    wanted = ("against", "on", "at") + (("of", "into") if frame.trigger.lemma in word_set("attack", "nouns_of_target") else ())
    wanted += ("into",) if frame.trigger.fields.get("mode") == "ground" else ()
    found = next((o for p in wanted for q, o in frame.obliques if p == q and not is_dated(scene, o)), None)
    if found is not None:
        return found
    aiming = next((c for c in children(frame.head, "acl") if c.lower_ in word_set("attack", "verbs_aim")), None)
    if aiming is not None:
        return child(aiming, "dobj")
    return _against_later(scene, frame.head)


def _against_later(scene: Scene, head: Token) -> Token | None:
    """An "against" phrase that other phrases part from the noun: "11 strikes using fighters and artillery against ISIL targets"."""
    for token in scene.doc[head.i + 1 :]:
        if token.lower_ == "against" and token.dep_ == "prep":
            return child(token, "pobj")
        if token.dep_ in ("nsubj", "nsubjpass") or (token.lower_ in ("killed", "said")):
            return None
    return None


def _is_subject_of_attack(head: Token) -> bool:
    """ "strikes hit", "an airstrike destroyed": the verb makes the claim."""
    verbs = (
        "hit",
        "hits",
        "destroyed",
        "struck",
        "strikes",
        "engaged",
        "damaged",
        "targeted",
        "targets",
        "destroy",
        "landed",
        "slammed",
    )
    return head.dep_ == "nsubj" and head.head.lower_ in verbs


def _fired(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    """ "fired six rockets at the embassy", "missiles were launched at the base", "used chemical weapons against civilians"."""
    weapon = frame.theme
    if weapon is None or not is_weapon(weapon) or is_strike(weapon):
        return None
    if frame.trigger.lemma == "use" and not children(weapon, "amod", "compound"):
        return None
    made = _start(scene, frame, name_of(claim_attack), weapon)
    made.put("attacker", attacker_of(scene, story, frame, frame.agent))
    target = next((o for p in AT for q, o in frame.obliques if p == q and not is_dated(scene, o)), None)
    aiming = next(
        (c for t in (weapon, frame.head) for c in children(t, "acl", "advcl") if c.lower_ in word_set("attack", "verbs_aim")),
        None,
    )
    if target is None and aiming is not None:
        target = child(aiming, "dobj")
    made.put("target", target_of(scene, story, target))
    made.put("mode", mode_of(frame, weapon), scene.at(weapon))
    _put_place(scene, story, made, frame, weapon, target)
    _put_count(scene, made, weapon)
    return made


def _landed(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    """ "three rockets landed inside the Green Zone", "a car bomb exploded"."""
    weapon = frame.theme if frame.passive else frame.agent
    if weapon is None or not (is_weapon(weapon) or _counts_weapons(scene, weapon)):
        return None
    made = _start(scene, frame, name_of(claim_attack), weapon)
    target = next((o for p in INTO for q, o in frame.obliques if p == q and not is_dated(scene, o)), None)
    made.put("target", target_of(scene, story, target))
    made.put("mode", mode_of(frame, weapon), scene.at(weapon))
    _put_place(scene, story, made, frame, weapon, target)
    _put_count(scene, made, weapon)
    return made


def _counts_weapons(scene: Scene, token: Token) -> bool:
    count = scene.count_at(token) if token.tag_ == "CD" else None
    return count is not None and count.value.quantity.unit in word_set("people", "nouns_arms")


def _armed(scene: Scene, frame: Frame) -> bool:
    """Whether force is meant: weapons or warplanes as subject, a force acting, or weapons as the means."""
    for token in (frame.agent, *frame.objects("with", "by", "in"), *children(frame.head, "advcl")):
        if token is not None and (is_weapon(token) or is_flyer(token) or is_strike(token) or is_fighter(scene, token)):
            return True
    return frame.agent is None and frame.theme is not None and is_fighter(scene, frame.theme)


def _advances(frame: Frame) -> bool:
    """ "advanced on the town", "opened fire": no object is needed."""
    return frame.trigger.lemma == "open fire" or (
        frame.trigger.fields.get("mode") == "ground" and bool(frame.objects("on", "toward", "towards", "into", "to"))
    )


def _put_place(scene: Scene, story: Story, made: Draft, frame: Frame, *heads: Token | None) -> None:
    near = ("in", "near", "at", "on", "inside", "outside", "around", "across", "into")
    places = [
        p
        for p in places_of(scene, story, frame.head, *heads, frame.light, prepositions=near)
        if p.text != made.args.get("target")
    ]
    if not places and frame.theme is not None and (where := place_at(scene, story, frame.theme)) is not None:
        places = [where]
    if not places:
        ordered = [p for p in places_by_order(scene, story) if p.text != made.args.get("target")]
        places = ordered if len(ordered) == 1 or scene.doc[0].lower_ in ("near", "in", "at") else []
    if places:
        made.put("place", places[0])


def _put_count(scene: Scene, made: Draft, token: Token | None) -> None:
    count = scene.count_of(token) if token is not None else None
    if count is None or count.value.quantity.unit in NOT_COUNTS:
        return
    unit = count.value.quantity.unit
    made.count(
        count.value.quantity.with_unit("strike" if unit in ("airstrike", "air strike") else unit), scene.in_report(count.span)
    )


def _says_enough(made: Draft) -> bool:
    """An attack needs somebody, something or somewhere: a bare "attacks" is background."""
    return bool(made.args.keys() & {"attacker", "target", "place"}) or made.quantity is not None
