"""Attacks: uses of force, offensives, advances."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.claims.attack_answers import answer_for, is_left_open
from onrecord.claims.attack_drafts import put_count, put_place, start
from onrecord.claims.attack_nouns import (
    called_in,
    doer_of,
    further_targets,
    harm_after,
    is_attack,
    is_habit,
    is_none_such,
    is_only_thought_of,
    is_question,
    modifiers_of,
    points_back,
    sufferer_of,
    target_noun,
    weapons_of,
)
from onrecord.claims.attack_verbs import by_verb, is_abstract
from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame
from onrecord.claims.operations import claim_operation, launched_operation
from onrecord.claims.participants import joined
from onrecord.claims.phrases import is_people
from onrecord.claims.places import places_of
from onrecord.claims.scene import Scene
from onrecord.claims.status import Standing, standing_of
from onrecord.claims.story import Story
from onrecord.claims.strikes import (
    attacker_of,
    is_dated,
    is_fighter,
    is_strike,
    is_weapon,
    mode_of,
    target_of,
)
from onrecord.claims.subjects import is_passive, subject
from onrecord.claims.tree import child, children, is_verb, preposition_objects
from onrecord.lexicon.triggers import triggers_by_form
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind, Status
from onrecord.nlp.tokens import Token

LATELY = 250
"""Characters back to where the attack must have been told of that somebody is blamed for."""
BLAMING = frozenset(["blamed", "blames", "blaming"])
CLAIMING = frozenset("claimed claims claiming denied denies denying admitted accepted".split())

__all__ = ["claim_attack", "claim_operation", "claim_targeted"]


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
        made = _by_noun(scene, story, frame, done) if frame.is_nominal else by_verb(scene, story, frame, done)
        if made is None or not _says_enough(made):
            continue
        story.attack_until = scene.sentence.span.end
        yield made
        for token in further_targets(frame) if frame.is_nominal else ():
            other = replace(
                made,
                args=dict(made.args),
                spans=dict(made.spans),
                ids=dict(made.ids),
                locations=dict(made.locations),
                quantity=None,
            )
            other.put("target", target_of(scene, story, token))
            yield other
    yield from _claimed(scene, story)
    yield from _blamed(scene, story)


def _blamed(scene: Scene, story: Story) -> Iterator[Draft]:
    """ "Ankara blamed Syrian government forces.", for the attack that was told; nothing else is said of what they did."""
    for verb in scene.tokens:
        hit = child(verb, "dobj") if verb.lower_ in BLAMING and is_verb(verb) and not is_passive(verb) else None
        told = story.attack_until >= 0 and 0 <= scene.sentence.span.begin - story.attack_until < LATELY
        if hit is None or subject(verb) is None or not told:
            continue
        rest = [c for c in children(verb, "prep", "xcomp", "ccomp", "advcl") if not any(is_dated(scene, t) for t in c.subtree)]
        named = scene.name_at(hit)
        state = named is not None and named.value.type in ("state", "country", "armed_group", "force")
        if rest or not (state or is_fighter(scene, hit)) or verb.dep_ not in ("ROOT", "conj", "ccomp"):
            continue
        made = draft(scene, Kind.ATTACK, name_of(claim_attack), verb)
        made.standing = Standing(Status.POSSIBLE, verb)
        made.put("attacker", joined(scene, story, hit))
        made.put("target", story.target)
        made.put("mode", "other", scene.at(verb))
        yield made


def _claimed(scene: Scene, story: Story) -> Iterator[Draft]:
    """ "The group later claimed responsibility.", of the attack that was told."""
    for token in scene.tokens:
        verb = token.head
        if token.lower_ != "responsibility" or token.dep_ != "dobj" or verb.lower_ not in CLAIMING or story.target is None:
            continue
        who = subject(verb)
        if who is None or _is_nobody(who) or any(p == "for" for t in (token, verb) for p, _ in preposition_objects(t)):
            continue
        made = draft(scene, Kind.ATTACK, name_of(claim_attack), token, status=verb)
        made.standing = Standing(Status.DENIED, verb) if verb.lower_.startswith("den") else Standing(Status.ACTUAL)
        made.put("attacker", joined(scene, story, who))
        made.put("target", story.target)
        made.put("mode", "other", scene.at(token))
        yield made


def _is_nobody(who: Token) -> bool:
    """ "No group has claimed responsibility": nobody has, and nothing is told of who did it."""
    return who.lower_ in ("nobody", "none") or any(c.lower_ == "no" and c.dep_ == "det" for c in who.children)


def _attack_frames(scene: Scene) -> Iterator[Frame]:
    """The frames of attacking, with plural nouns that the tagger took for verbs ("airstrikes")."""
    for frame in scene.frames:
        if frame.trigger.kind is Kind.ATTACK:
            yield frame
    for token in scene.tokens:
        if token.tag_ == "VBZ" and token.dep_ not in ("pobj", "dobj", "nsubj", "nsubjpass"):
            for trigger in triggers_by_form().get(token.lower_, ()):
                if trigger.kind is Kind.ATTACK and trigger.part == "noun" and trigger.fields.get("mode") == "airstrike":
                    yield Frame(token, trigger)


@rule
def claim_targeted(scene: Scene, story: Story) -> Iterator[Draft]:
    """Being the target or victim of somebody: "US facilities have continuously been the target of militias"."""
    for token in scene.tokens:
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


def _by_noun(scene: Scene, story: Story, frame: Frame, done: set[int]) -> Draft | None:
    head = frame.head
    need = frame.trigger.fields.get("needs")
    if need == "aim":
        return launched_operation(scene, story, frame)
    if need == "weapon":
        return _used(scene, story, frame)
    if need == "under":
        return _under_fire(scene, story, frame)
    if not is_attack(scene, frame) or _is_part_of_told(head, done) or is_habit(scene, head):
        return None
    if _is_of_trade(scene, frame):
        return None
    modifiers, target, answer, harm = modifiers_of(head), target_noun(scene, frame), answer_for(head), harm_after(head)
    if answer is not None and _is_nobody(answer.who):
        return None
    weapon, before = weapons_of(scene, frame), story.attacker
    agent = answer.who if answer is not None else _agent_of(scene, frame)
    if target is None and (aiming := _aim_of_agent(frame)) is not None:
        done.add(aiming.i)
        target = child(aiming, "dobj")
    if harm is not None:
        agent, target = subject(harm) if harm.dep_ == "advcl" else agent, child(harm, "dobj")
    called = called_in(head)
    agent = agent if agent is not None else called
    made = start(scene, frame, name_of(claim_attack))
    made.put("attacker", attacker_of(scene, story, frame, agent) if not is_left_open(head) else None)
    made.put("target", target_of(scene, story, target))
    put_place(scene, story, made, frame, head, target)
    own = "attacker" in made.args and story.attacker is not before
    if not _is_told(
        scene,
        story,
        frame,
        modifiers,
        own=own or answer is not None or harm is not None or (is_none_such(head) and story.target is not None),
        target=target,
        weapon=weapon,
        placed="place" in made.args,
    ):
        return None
    if target is None and points_back(head):
        made.put("target", story.target)
    if is_none_such(head):
        made.put("attacker", before)
        made.put("target", story.target)
        made.standing = Standing(Status.DENIED, head)
    made.put("mode", mode_of(frame, weapon or frame.agent, modifiers), scene.at(head))
    if harm is not None or called is not None or is_left_open(head):
        made.standing = Standing(Status.ACTUAL)
        made.spans.pop("status", None)
    if answer is not None and answer.status is not None and answer.word is not None:
        made.standing = Standing(answer.status, answer.word)
        made.spans["status"] = scene.at(answer.word)
    put_count(scene, made, head if scene.count_of(head) is not None or weapon is None else weapon)
    done.update(t.i for t in (head, weapon) if t is not None)
    return made


def _agent_of(scene: Scene, frame: Frame) -> Token | None:
    """Who attacks: by the noun and its verb, never who bears the attack or whom a question leaves open; "came under attack by men"."""
    head = frame.head
    if is_left_open(head):
        return None
    agent, borne = frame.agent, sufferer_of(head)
    if agent is not None and borne is not None and agent.i == borne.i:
        agent = None
    if agent is None and head.dep_ == "pobj" and head.head.lower_ == "under" and is_verb(head.head.head):
        agent = next((o for p, o in preposition_objects(head.head.head) if p in ("by", "from") and is_fighter(scene, o)), None)
        agent = agent or next((o for p, o in preposition_objects(head.head.head) if p == "by" and is_people(o)), None)
    return agent if agent is not None else doer_of(scene, head)


def _aim_of_agent(frame: Frame) -> Token | None:
    """ "an ambush by jihadists targeting a convoy": the verb that tells the target of those who made the attack."""
    clauses = children(frame.agent, "acl") if frame.agent is not None and frame.agent.head.lower_ == "by" else []
    return next((c for c in clauses if c.lower_ in word_set("attack", "verbs_aim") and c.tag_ == "VBG"), None)


def _is_of_trade(scene: Scene, frame: Frame) -> bool:
    """ "launched an attack on its rival's market share", "an offensive against inflation": a firm's, or against what is no thing."""
    target = target_noun(scene, frame)
    return target is not None and scene.name_at(target) is None and is_abstract(target, None)


def _is_part_of_told(head: Token, done: set[int]) -> bool:
    """ "was hit by drones in a raid", "10 strikes, including strikes against depots": the attack that was just claimed."""
    if head.dep_ != "pobj" or next((o for p, o in preposition_objects(head) if p == "by"), None) is not None:
        return False
    return head.head.head.i in done and (
        head.head.lower_ == "including" or child(head, "det", "nummod") is None or is_verb(head.head.head)
    )


def _used(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    """ "the use of chemical weapons by the militia", "the regime's use of barrel bombs against the town"."""
    weapon = frame.theme
    if weapon is None or not is_weapon(weapon) or not children(weapon, "amod", "compound") or is_only_thought_of(frame.head):
        return None
    made = start(scene, frame, name_of(claim_attack), weapon)
    by = next((o for p, o in preposition_objects(weapon) if p == "by"), None)
    made.put("attacker", attacker_of(scene, story, frame, frame.agent if frame.agent is not None else by))
    target = next((o for t in (frame.head, weapon) for p, o in preposition_objects(t) if p in ("against", "on")), None)
    made.put("target", target_of(scene, story, target))
    made.put("mode", mode_of(frame, weapon), scene.at(weapon))
    put_place(scene, story, made, frame, weapon, target)
    return made if made.args.keys() & {"attacker", "target"} else None


def _under_fire(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    """ "a convoy came under fire from the hills"; a plan or minister that does is only spoken against."""
    head = frame.head
    verb = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "under" else None
    hit = subject(verb) if verb is not None and is_verb(verb) else None
    if verb is None or hit is None or not _can_be_shot_at(scene, hit):
        return None
    made = start(scene, frame, name_of(claim_attack), verb)
    by = next((o for t in (verb, head) for p, o in preposition_objects(t) if p in ("from", "by")), None)
    made.standing = standing_of(verb)
    made.put("attacker", attacker_of(scene, story, frame, by if by is not None and is_fighter(scene, by) else None))
    made.put("target", target_of(scene, story, hit))
    made.put("mode", mode_of(frame, None, modifiers_of(head)), scene.at(head))
    put_place(scene, story, made, frame, verb, hit)
    return made


def _can_be_shot_at(scene: Scene, token: Token) -> bool:
    named = scene.name_at(token)
    if named is not None and named.value.kind in (NameKind.SITE, NameKind.PLACE):
        return True
    groups = (("people", "nouns_force"), ("people", "nouns_asset"), ("people", "nouns_site"), ("attack", "nouns_shot_at"))
    return is_fighter(scene, token) or any(token.lower_ in word_set(*group) for group in groups)


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
    if placed and head.dep_ == "nsubj" and head.head.tag_ == "VBD" and is_strike(head) and not points_back(head):
        return True  # "Near Mosul, an airstrike had no effect"
    happens = frame.light is not None and frame.light.lower_ in word_set("attack", "verbs_happen")
    if frame.trigger.fields.get("needs") == "context" and not happens:
        return placed and bool(modifiers & (word_set("attack", "mode_airstrike") | {"drone"}))
    here = bool(places_of(scene, story, head)) or any(is_dated(scene, t) for t in head.subtree)
    return here or (happens and (placed or frame.agent is not None or not points_back(head)))


def _says_enough(made: Draft) -> bool:
    """An attack needs somebody, something or somewhere: a bare "attacks" is background."""
    return bool(made.args.keys() & {"attacker", "target", "place"}) or made.quantity is not None
