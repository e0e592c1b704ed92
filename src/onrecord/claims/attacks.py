"""Attacks: uses of force, offensives, advances."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from onrecord.claims.attack_nouns import (
    answer_for,
    doer_of,
    further_targets,
    is_attack,
    is_only_thought_of,
    is_question,
    modifiers_of,
    points_back,
    target_noun,
    weapons_of,
)
from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame, frames, subject
from onrecord.claims.participants import is_body, joined, participant, places_of
from onrecord.claims.scene import Scene
from onrecord.claims.status import Standing, standing_of_event
from onrecord.claims.story import Participant, Story
from onrecord.claims.strikes import (
    FIGHTING_TYPES,
    attacker_of,
    is_dated,
    is_fighter,
    is_flyer,
    is_strike,
    is_weapon,
    mode_of,
    real_agent,
    target_of,
)
from onrecord.claims.tree import ancestors, child, children, conjuncts, is_noun, is_verb, preposition_objects
from onrecord.claims.victims import is_victim
from onrecord.claims.wheres import near_name, place_of_event
from onrecord.lexicon.triggers import Trigger, triggers_by_form
from onrecord.lexicon.words import word_set
from onrecord.model import Frozen, Kind, NameKind, Status

AT = ("against", "at", "on", "toward", "towards", "into", "inside")
INTO = ("within", "beside", "inside", "on", "at", "into", "outside", "in", "near")
OPERATION = Trigger("operation", "noun", Kind.ATTACK, Frozen({"mode": "ground"}))
CLAIMING = frozenset("claimed claims claiming denied denies denying admitted accepted".split())
HAPPENED = frozenset("took happened occurred killed wounded left destroyed hit".split())
STARTING = frozenset(
    "announced began begin launched started starts launches begins commenced marked marks continued resumed".split()
)
NOT_COUNTS = frozenset({"percent", "person", "personnel", "day", "hour", "occasion", "month", "year", "week"})


@rule
def claim_attack(scene: Scene, story: Story) -> Iterator[Draft]:
    """A use of force, by a verb or noun of attacking with who, whom or where: "rockets hit the embassy", "conducted 34 strikes
    against ISIL", "an attack on the base", "the Turkish offensive", "claimed responsibility for the bombing"."""
    done: set[int] = set()
    if is_question(scene):
        return
    for frame in _attack_frames(scene):
        if frame.head.i in done:
            continue
        made = _by_noun(scene, story, frame, done) if frame.is_nominal else _by_verb(scene, story, frame, done)
        if made is None or not _says_enough(made):
            continue
        yield made
        for token in further_targets(frame) if frame.is_nominal else ():
            other = replace(made, args=dict(made.args), spans=dict(made.spans), ids=dict(made.ids), quantity=None)
            other.put("target", target_of(scene, story, token))
            yield other
    yield from _claimed(scene, story)


def _claimed(scene: Scene, story: Story) -> Iterator[Draft]:
    """ "The group later claimed responsibility.", of the attack that was told."""
    for token in scene.doc:
        verb = token.head
        if token.lower_ != "responsibility" or token.dep_ != "dobj" or verb.lower_ not in CLAIMING or story.target is None:
            continue
        who = subject(verb)
        if who is None or any(p == "for" for t in (token, verb) for p, _ in preposition_objects(t)):
            continue
        made = draft(scene, Kind.ATTACK, name_of(claim_attack), token, status=verb)
        made.standing = Standing(Status.DENIED, verb) if verb.lower_.startswith("den") else Standing(Status.ACTUAL)
        made.put("attacker", joined(scene, story, who))
        made.put("target", story.target)
        made.put("mode", "other", scene.at(token))
        yield made


def _attack_frames(scene: Scene) -> Iterator[Frame]:
    """The frames of attacking, with plural nouns that the tagger took for verbs ("airstrikes")."""
    for frame in frames(scene.doc):
        if frame.trigger.kind is Kind.ATTACK:
            yield frame
    for token in scene.doc:
        if token.tag_ == "VBZ" and token.dep_ not in ("pobj", "dobj", "nsubj", "nsubjpass"):
            for trigger in triggers_by_form().get(token.lower_, ()):
                if trigger.kind is Kind.ATTACK and trigger.part == "noun" and trigger.fields.get("mode") == "airstrike":
                    yield Frame(token, trigger)


@rule
def claim_operation(scene: Scene, story: Story) -> Iterator[Draft]:
    """An operation to take a place is a ground attack: "began their operation to isolate the city", "the battle to retake Mosul"."""
    for token in scene.doc:
        if token.lower_ not in word_set("attack", "operations"):
            continue
        taking = _taking(token)
        aim = child(taking, "dobj") if taking is not None else None
        if taking is None or aim is None:
            continue
        frame = Frame(token, OPERATION)
        made = _start(scene, frame, claim_operation.__name__)
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
        if any(t.lower_ in HAPPENED for t in children(frame.head, "relcl")):
            made.standing = Standing(Status.ACTUAL)
        if made.standing.word is None:
            made.spans.pop("status", None)
    return made


def _by_verb(scene: Scene, story: Story, frame: Frame, done: set[int]) -> Draft | None:
    need = frame.trigger.fields.get("needs")
    if need == "load":
        return _fired(scene, story, frame, done)
    if need == "weapon":
        return _landed(scene, story, frame)
    if is_only_thought_of(frame.head) or _is_told_to(frame.head):
        return None
    if need == "victim" and not _hurts(scene, frame):
        return None
    if need == "attempt" and not _is_attempt(scene, frame):
        return None
    if need == "arms" and _is_infinitive(frame.head) and frame.head.head.lower_ not in STARTING:
        return None
    agent, theme = _striker(scene, frame), frame.theme
    armed = _armed(scene, story, frame)
    if (need == "arms" and not armed) or (theme is None and not _advances(frame)):
        return None
    if theme is not None and (theme.lower_ in word_set("attack", "abstract") or (is_weapon(theme) and not armed)):
        return None
    strike = agent if agent is not None and is_strike(agent) else None
    if strike is not None and strike.i in done:
        return None
    done.update(t.i for t in (agent, frame.head) if t is not None and (is_strike(t) or t.i == frame.head.i))
    made = _start(scene, frame, name_of(claim_attack), strike)
    made.put("attacker", attacker_of(scene, story, frame, agent))
    made.put("target", target_of(scene, story, theme))
    made.put("mode", mode_of(frame, agent), scene.at(frame.head))
    _put_place(scene, story, made, frame, agent, theme)
    _put_count(scene, made, strike or (agent if agent is not None and is_weapon(agent) else None))
    _mark_conjuncts(frame, done)
    return made


def _striker(scene: Scene, frame: Frame) -> Token | None:
    """The subject, where the parse took the place before it for it ("Near Kirkuk, an airstrike destroyed a depot")."""
    agent = frame.agent
    if agent is None:
        return None
    beside = children(agent, "appos")
    found = next((t for t in beside if t.i > agent.i and (is_strike(t) or is_weapon(t) or is_flyer(t))), None)
    return found if found is not None else real_agent(scene, agent)


def _hurts(scene: Scene, frame: Frame) -> bool:
    """ "a drone killed the general", "shot two guards": people are hurt, by arms where the verb does not say so itself."""
    whom = frame.theme
    if whom is None or not is_victim(scene, whom):
        return False
    agent = frame.agent
    return frame.trigger.lemma in ("shoot", "stab") or (
        agent is not None and not is_strike(agent) and (is_weapon(agent) or is_flyer(agent))
    )


def _is_attempt(scene: Scene, frame: Frame) -> bool:
    """ "have been trying to retake the city": a force at it."""
    above, who = frame.head.head, frame.agent
    trying = frame.head.dep_ == "xcomp" and above.lower_ in word_set("attack", "verbs_attempt")
    return trying and who is not None and (scene.name_at(who) is not None or is_fighter(scene, who) or is_body(who))


def _is_infinitive(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _is_told_to(verb: Token) -> bool:
    """An imperative: "take a knife and attack them"."""
    first = verb
    while first.dep_ == "conj" and is_verb(first.head):
        first = first.head
    bare = all(t.tag_ in ("VB", "VBP") and child(t, "nsubj", "nsubjpass", "aux") is None for t in {verb, first})
    return bare and first.dep_ in ("ROOT", "ccomp", "parataxis")


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
    need = frame.trigger.fields.get("needs")
    if need == "aim":
        return _operation(scene, story, frame)
    if need == "weapon":
        return _used(scene, story, frame)
    if not is_attack(scene, frame) or _is_part_of_told(head, done):
        return None
    modifiers, target, answer = modifiers_of(head), target_noun(scene, frame), answer_for(head)
    weapon, before = weapons_of(scene, frame), story.attacker
    agent = answer.who if answer is not None else frame.agent if frame.agent is not None else doer_of(scene, head)
    made = _start(scene, frame, name_of(claim_attack))
    made.put("attacker", attacker_of(scene, story, frame, agent))
    made.put("target", target_of(scene, story, target))
    _put_place(scene, story, made, frame, head, target)
    own = "attacker" in made.args and story.attacker is not before
    if not _is_told(
        scene, story, frame, modifiers, own=own or answer is not None, target=target, weapon=weapon, placed="place" in made.args
    ):
        return None
    if target is None and points_back(head):
        made.put("target", story.target)
    made.put("mode", mode_of(frame, weapon or frame.agent, modifiers), scene.at(head))
    if answer is not None and answer.status is not None and answer.word is not None:
        made.standing = Standing(answer.status, answer.word)
        made.spans["status"] = scene.at(answer.word)
    _put_count(scene, made, head if scene.count_of(head) is not None or weapon is None else weapon)
    done.update(t.i for t in (head, weapon) if t is not None)
    return made


def _is_part_of_told(head: Token, done: set[int]) -> bool:
    """ "was hit by drones in a raid", "10 strikes, including strikes against depots": the attack that was just claimed."""
    if head.dep_ != "pobj" or next((o for p, o in preposition_objects(head) if p == "by"), None) is not None:
        return False
    return head.head.head.i in done and (
        head.head.lower_ == "including" or child(head, "det", "nummod") is None or is_verb(head.head.head)
    )


def _operation(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    """ "launched an operation against the rebels", "carried out an operation in search of …" is none."""
    verb = frame.light
    against = next((o for p, o in frame.obliques if p in ("against", "into")), None)
    if verb is None or verb.lower_ not in word_set("attack", "presupposed") or against is None:
        return None
    named = scene.name_at(against)
    if not (is_fighter(scene, against) or (named is not None and named.value.kind in (NameKind.ACTOR, NameKind.PLACE))):
        return None
    made = _start(scene, frame, name_of(claim_attack))
    made.put("attacker", attacker_of(scene, story, frame, frame.agent))
    made.put("target", target_of(scene, story, against))
    made.put("mode", "ground", scene.at(frame.head))
    _put_place(scene, story, made, frame, frame.head, against)
    return made if "attacker" in made.args else None


def _used(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    """ "the use of chemical weapons by the militia", "the regime's use of barrel bombs against the town"."""
    weapon = frame.theme
    if weapon is None or not is_weapon(weapon) or not children(weapon, "amod", "compound") or is_only_thought_of(frame.head):
        return None
    made = _start(scene, frame, name_of(claim_attack), weapon)
    by = next((o for p, o in preposition_objects(weapon) if p == "by"), None)
    made.put("attacker", attacker_of(scene, story, frame, frame.agent if frame.agent is not None else by))
    target = next((o for t in (frame.head, weapon) for p, o in preposition_objects(t) if p in ("against", "on")), None)
    made.put("target", target_of(scene, story, target))
    made.put("mode", mode_of(frame, weapon), scene.at(weapon))
    _put_place(scene, story, made, frame, weapon, target)
    return made if made.args.keys() & {"attacker", "target"} else None


def _is_told(
    scene: Scene,
    story: Story,
    frame: Frame,
    modifiers: set[str],
    *,
    own: bool,
    target: Token | None,
    weapon: Token | None,
    placed: bool,
) -> bool:
    """Whether the sentence says something of the attack itself, and does not only speak of it ("condemned the attack")."""
    head = frame.head
    if target is not None or weapon is not None or scene.count_of(head) is not None or own:
        return True
    happens = frame.light is not None and frame.light.lower_ in word_set("attack", "verbs_happen")
    if frame.trigger.fields.get("needs") == "context" and not happens:
        return placed and bool(modifiers & (word_set("attack", "mode_airstrike") | {"drone"}))
    here = bool(places_of(scene, story, head)) or any(is_dated(scene, t) for t in head.subtree)
    return here or (happens and (placed or frame.agent is not None or not points_back(head)))


def _fired(scene: Scene, story: Story, frame: Frame, done: set[int]) -> Draft | None:
    """ "fired six rockets at the embassy", "missiles were launched at the base", "used chemical weapons against civilians"."""
    weapon = frame.theme
    if weapon is None or not is_weapon(weapon) or is_strike(weapon) or weapon.i in done:
        return None
    if frame.trigger.lemma == "use" and not children(weapon, "amod", "compound"):
        return None
    made = _start(scene, frame, name_of(claim_attack), weapon)
    made.put("attacker", attacker_of(scene, story, frame, frame.agent))
    target = next((o for p in AT for q, o in frame.obliques if p == q and _can_be_hit(scene, o)), None)
    aiming = next(
        (c for t in (weapon, frame.head) for c in children(t, "acl", "advcl") if c.lower_ in word_set("attack", "verbs_aim")),
        None,
    )
    if aiming is not None:
        done.add(aiming.i)
        target = target if target is not None else child(aiming, "dobj")
    made.put("target", target_of(scene, story, target))
    made.put("mode", mode_of(frame, weapon), scene.at(weapon))
    _put_place(scene, story, made, frame, weapon, target)
    _put_count(scene, made, weapon)
    return made


def _can_be_hit(scene: Scene, token: Token) -> bool:
    return not is_dated(scene, token) and token.lower_ not in word_set("attack", "no_target")


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


def _armed(scene: Scene, story: Story, frame: Frame) -> bool:
    """Whether force is meant: weapons or warplanes as subject, a force acting, or weapons as the means."""
    for token in (_striker(scene, frame), *frame.objects("with", "by", "in"), *children(frame.head, "advcl")):
        if token is not None and (is_weapon(token) or is_flyer(token) or is_strike(token) or is_fighter(scene, token)):
            return True
    agent = frame.agent
    if agent is not None and agent.tag_ == "PRP":
        who = participant(scene, story, agent)
        return who is not None and who.name is not None and who.name.type in FIGHTING_TYPES
    return agent is None and frame.theme is not None and is_fighter(scene, frame.theme)


def _advances(frame: Frame) -> bool:
    """ "advanced on the town", "opened fire": no object is needed."""
    return frame.trigger.lemma == "open fire" or (
        frame.trigger.fields.get("mode") == "ground" and bool(frame.objects("on", "toward", "towards", "into", "to"))
    )


def _put_place(scene: Scene, story: Story, made: Draft, frame: Frame, *heads: Token | None) -> None:
    hit = made.args.get("target")
    where = place_of_event(scene, story, frame.head, *heads, frame.light, avoid=hit if isinstance(hit, str) else None)
    if where is None and frame.theme is not None:
        where = near_name(scene, story, frame.theme)
    made.put("place", where)


def _put_count(scene: Scene, made: Draft, token: Token | None) -> None:
    count = scene.count_of(token) if token is not None else None
    if count is None or count.value.quantity.unit in NOT_COUNTS:
        _put_times(scene, made, token)
        return
    unit = count.value.quantity.unit
    made.count(
        count.value.quantity.with_unit("strike" if unit in ("airstrike", "air strike") else unit), scene.in_report(count.span)
    )


def _put_times(scene: Scene, made: Draft, token: Token | None) -> None:
    """ "attacked the town three times", "on at least three occasions": how many attacks."""
    verb = next((t for t in (token, *ancestors(token)) if is_verb(t)), None) if token is not None else None
    if verb is None:
        return
    said = [*children(verb, "npadvmod"), *(o for p, o in preposition_objects(verb) if p == "on")]
    times = next((t for t in said if t.lower_ in ("times", "occasions")), None)
    count = scene.count_of(times) if times is not None else None
    if count is not None:
        made.count(count.value.quantity.with_unit("attack"), scene.in_report(count.span))


def _says_enough(made: Draft) -> bool:
    """An attack needs somebody, something or somewhere: a bare "attacks" is background."""
    return bool(made.args.keys() & {"attacker", "target", "place"}) or made.quantity is not None
