"""Attacks that a verb makes: "gunmen attacked a station", "rockets hit the embassy", "fired six rockets at the base"."""

from __future__ import annotations

from onrecord.claims.attack_answers import put_down_to
from onrecord.claims.attack_drafts import put_count, put_place, start
from onrecord.claims.attack_nouns import is_only_thought_of
from onrecord.claims.building import Draft
from onrecord.claims.frames import Frame
from onrecord.claims.hit_things import remember_weapon, told_weapon
from onrecord.claims.participants import participant
from onrecord.claims.phrases import is_body, is_people
from onrecord.claims.places import places_of
from onrecord.claims.scene import Scene
from onrecord.claims.status import Standing
from onrecord.claims.story import Story
from onrecord.claims.strikes import (
    FIGHTING_TYPES,
    attacker_of,
    is_dated,
    is_fighter,
    is_flyer,
    is_strike,
    is_weapon,
    mode_of,
    on_foot,
    real_agent,
    target_of,
)
from onrecord.claims.tree import child, children, conjuncts, is_noun, is_verb
from onrecord.claims.victims import is_victim
from onrecord.lexicon.units import singular
from onrecord.lexicon.words import word_set
from onrecord.nlp.tokens import Token

AT = ("against", "at", "on", "toward", "towards", "into", "inside")
INTO = ("through", "within", "beside", "inside", "on", "at", "into", "outside", "in", "near")
STARTING = frozenset(
    "announced began begin launched started starts launches begins commenced marked marks continued resumed".split()
)


def by_verb(scene: Scene, story: Story, frame: Frame, done: set[int]) -> Draft | None:
    """An attack by its verb, with who, whom and how; ``None`` where no force is meant."""
    need = frame.trigger.fields.get("needs")
    if need == "load":
        return _fired(scene, story, frame, done)
    if need == "weapon":
        return _landed(scene, story, frame, done)
    if need == "with":
        return _clashed(scene, story, frame)
    if is_only_thought_of(frame.head) or _is_told_to(frame.head):
        return None
    if frame.trigger.lemma == "shoot" and frame.theme is None and not frame.passive:
        return _fired_on(scene, story, frame)
    if need == "victim" and not _hurts(scene, frame):
        return None
    if need == "attempt" and not _is_attempt(scene, frame):
        return None
    if need == "arms" and _is_infinitive(frame.head) and frame.head.head.lower_ not in STARTING:
        return None
    agent, theme = _striker(scene, frame), frame.theme if frame.theme is not None else _hit_in_clause(frame)
    armed = _armed(scene, story, frame)
    if theme is None and frame.trigger.lemma == "blow up" and agent is not None and _is_rigged(agent):
        return _landed(scene, story, frame)
    if need == "arms" and not armed and frame.trigger.lemma == "hit" and told_weapon(scene, story, agent):
        return _landed(scene, story, frame)
    if (need == "arms" and not armed) or (theme is None and not (_advances(frame) or _attacked(scene, frame))):
        return None
    if theme is not None and (is_abstract(theme, agent) or (is_weapon(theme) and not armed)):
        return None
    if theme is not None and frame.trigger.lemma in ("invade", "storm", "attack") and _is_in_trade(scene, agent, theme):
        return None
    if frame.trigger.lemma == "open fire":
        theme = next((o for p, o in frame.obliques if p in ("on", "at")), None)
    if frame.trigger.lemma == "blow up" and theme is not None and theme.tag_ == "PRP":
        theme = next((o for p, o in frame.obliques if p in INTO and not is_dated(scene, o)), None)
    if frame.trigger.lemma == "advance" and child(frame.head, "dobj") is not None:
        return None  # "advanced two draft treaties"
    if theme is None and frame.trigger.lemma == "advance":
        theme = next(iter(frame.objects("on", "toward", "towards")), None)
    if _is_figure(scene, story, frame, agent, theme):
        return None
    strike = agent if agent is not None and is_strike(agent) else None
    if agent is not None and agent.i in done and (strike is not None or (is_weapon(agent) and need == "victim")):
        return None  # "Two rockets landed in the town, killing five": told by where they came down
    done.update(t.i for t in (agent, frame.head) if t is not None and (is_strike(t) or t.i == frame.head.i))
    made = start(scene, frame, "attack", strike)
    answer = put_down_to(strike) if strike is not None else None
    made.put("attacker", attacker_of(scene, story, frame, agent if answer is None else answer.who))
    if answer is not None and answer.status is not None:
        made.standing = Standing(answer.status, answer.word)
    made.put("target", target_of(scene, story, theme))
    made.put("mode", "bombing" if on_foot(story, agent) else mode_of(frame, agent), scene.at(frame.head))
    if theme is None and _attacked(scene, frame):
        made.put("place", next(iter(places_of(scene, story, frame.head)), None))  # not where another strike was
    else:
        put_place(scene, story, made, frame, agent, theme)
    remember_weapon(scene, story, agent)
    counted = agent if agent is not None and is_weapon(agent) else theme if _are_targets(theme) else None
    put_count(scene, made, strike or counted, frame.head)
    _mark_conjuncts(frame, done)
    return made


def _are_targets(theme: Token | None) -> bool:
    """ "more than 60 Houthi targets": what is counted is what was hit."""
    return theme is not None and theme.lower_ in ("target", "targets")


def _hit_in_clause(frame: Frame) -> Token | None:
    """What was hit, where the parse made a clause of it: "struck land features denying them cover", "a vehicle borne bomb"."""
    clause = next((c for c in children(frame.head, "ccomp") if c.i > frame.head.i and child(c, "mark", "aux") is None), None)
    hit = child(clause, "nsubj") if clause is not None and not frame.passive else None
    return hit if hit is not None and is_noun(hit) and hit.i > frame.head.i else None


def is_abstract(theme: Token, agent: Token | None) -> bool:
    """Whether what is hit is no thing: "hit the economy", but strikes may hit "an oil collection point"."""
    strikes = agent is not None and is_strike(agent) and bool(children(theme, "compound"))
    return theme.lower_ in word_set("attack", "abstract") and not strikes


def _is_in_trade(scene: Scene, agent: Token | None, theme: Token) -> bool:
    """ "Amazon invaded the market": firms, and whoever has no arms, in a market or a field of business."""
    if agent is None or is_fighter(scene, agent):
        return False
    named = scene.name_at(agent)
    firm = agent.lower_ in word_set("goods", "nouns_firm") or (named is None and agent.tag_ in ("NNP", "NNS", "NNPS"))
    return theme.lower_ in word_set("attack", "of_trade") and (
        firm or named is None or child(theme, "amod", "compound") is not None
    )


def _is_figure(scene: Scene, story: Story, frame: Frame, agent: Token | None, theme: Token | None) -> bool:
    """Words and weather that attack: "critics attacked the director for the violence", "hail bombarded cars", "invaded by
    visitors". Whoever uses force is a fighter, a body, people or a name; what is blamed for something is attacked in words."""
    if agent is None or is_fighter(scene, agent) or is_weapon(agent) or is_flyer(agent) or is_strike(agent):
        return False
    if agent.lower_ in word_set("attack", "nouns_measure"):
        return True  # "the sanctions target two generals"
    if not frame.objects("with", "by") and any(p in ("over", "for") and not is_dated(scene, o) for p, o in frame.obliques):
        return True
    thing = agent.tag_ in ("NN", "NNS") and scene.name_at(agent) is None
    if not thing or frame.trigger.fields.get("needs") == "arms":
        return False
    return not (is_people(agent) or is_body(agent) or is_weapon(agent) or agent.lower_ in word_set("attack", "nouns_bloc"))


def _is_attempt(scene: Scene, frame: Frame) -> bool:
    """ "have been trying to retake the city": a force at it."""
    above, who = frame.head.head, frame.agent
    trying = frame.head.dep_ == "xcomp" and above.lower_ in word_set("attack", "verbs_attempt")
    return trying and who is not None and (scene.name_at(who) is not None or is_fighter(scene, who) or is_body(who))


def _is_infinitive(verb: Token) -> bool:
    """Whether a verb stands with "to"."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _is_told_to(verb: Token) -> bool:
    """An imperative: "take a knife and attack them"."""
    first = verb
    while first.dep_ == "conj" and is_verb(first.head):
        first = first.head
    bare = all(t.tag_ in ("VB", "VBP") and child(t, "nsubj", "nsubjpass", "aux") is None for t in {verb, first})
    return bare and first.dep_ in ("ROOT", "ccomp", "parataxis")


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


def _mark_conjuncts(frame: Frame, done: set[int]) -> None:
    """ "engaged two units and destroyed a tank" is one attack: verbs coordinated under one subject."""
    first = frame.head
    for _ in range(6):
        if first.dep_ != "conj" or not is_verb(first.head):
            break
        first = first.head
    done.update(t.i for t in conjuncts(first) if child(t, "nsubj", "nsubjpass") is None or t.i == first.i)
    done.update(t.i for t in children(frame.head, "advcl") if is_verb(t) and child(t, "mark", "nsubj") is None)


def _fired(scene: Scene, story: Story, frame: Frame, done: set[int]) -> Draft | None:
    """ "fired six rockets at the embassy", "missiles were launched at the base", "used chemical weapons against civilians"."""
    weapon = frame.theme
    if weapon is None and frame.trigger.lemma == "fire":
        return _fired_on(scene, story, frame)
    if weapon is None or not is_weapon(weapon) or is_strike(weapon) or weapon.i in done:
        return None
    if frame.trigger.lemma == "use" and not children(weapon, "amod", "compound"):
        return None
    made = start(scene, frame, "attack", weapon)
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
    put_place(scene, story, made, frame, weapon, target)
    put_count(scene, made, weapon)
    remember_weapon(scene, story, weapon)
    return made


def _fired_on(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    """ "soldiers fired on the crowd", "said its forces had not fired on the site": forces and states fire, without a word for the arms."""
    agent = frame.agent
    hit = next((o for p, o in frame.obliques if p in ("on", "at", "upon") and _can_be_hit(scene, o)), None)
    if agent is None or hit is None or frame.passive:
        return None
    named = scene.name_at(agent)
    state = named is not None and named.value.type in ("state", "country", "government", *FIGHTING_TYPES)
    if not (is_fighter(scene, agent) or state or is_body(agent) or is_flyer(agent) or agent.tag_ == "PRP"):
        return None
    made = start(scene, frame, "attack")
    made.put("attacker", attacker_of(scene, story, frame, agent))
    made.put("target", target_of(scene, story, hit))
    made.put("mode", mode_of(frame, None) if mode_of(frame, None) != "other" else "shooting", scene.at(frame.head))
    put_place(scene, story, made, frame, agent, hit)
    return made


def _clashed(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    """ "rebels clashed with the army outside Goma": one side attacks, the other is hit; crowds and opinions that clash are none."""
    other = next((o for p, o in frame.obliques if p == "with"), None)
    agent = frame.agent
    if agent is None or other is None or not (is_fighter(scene, agent) or is_fighter(scene, other)):
        return None
    made = start(scene, frame, "attack")
    made.put("attacker", attacker_of(scene, story, frame, agent))
    made.put("target", participant(scene, story, other))
    made.put("mode", "ground", scene.at(frame.head))
    put_place(scene, story, made, frame, agent, other)
    return made if made.args.keys() >= {"attacker", "target"} else None


def _can_be_hit(scene: Scene, token: Token) -> bool:
    return not is_dated(scene, token) and token.lower_ not in word_set("attack", "no_target")


def _landed(scene: Scene, story: Story, frame: Frame, done: set[int] | None = None) -> Draft | None:
    """ "three rockets landed inside the Green Zone", "a car bomb exploded"."""
    weapon = frame.theme if frame.passive else frame.agent
    told = told_weapon(scene, story, weapon)
    if weapon is None or not (told or is_weapon(weapon) or _counts_weapons(scene, weapon) or _is_rigged(weapon)):
        return None
    if done is not None:
        done.add(weapon.i)
    made = start(scene, frame, "attack", weapon)
    target = next((o for p in INTO for q, o in frame.obliques if p == q and not is_dated(scene, o)), None)
    if not frame.passive and frame.theme is not None and frame.trigger.lemma in ("rock", "shake", "rip", "tear"):
        target = frame.theme
    if told and target is None and not frame.passive:
        target = frame.theme
    made.put("target", target_of(scene, story, target))
    made.put("mode", mode_of(frame, weapon, {told} if told else set()), scene.at(weapon))
    put_place(scene, story, made, frame, weapon, target)
    if told and (count := scene.count_at(weapon) or scene.count_of(weapon)) is not None:
        made.count(count.value.quantity.with_unit(singular(told)), scene.in_report(count.span))
        return made
    put_count(scene, made, weapon)
    remember_weapon(scene, story, weapon)
    return made


def _is_rigged(token: Token) -> bool:
    """ "a car packed with explosives", "an explosives-laden truck"."""
    packed = ("packed", "laden", "rigged", "loaded", "filled", "stuffed", "strapped")
    words = [c for c in token.children if c.lower_ in packed]
    return any(is_weapon(t) for c in words for t in (*c.subtree, *token.subtree))


def _counts_weapons(scene: Scene, token: Token) -> bool:
    count = scene.count_at(token) if token.tag_ == "CD" else None
    return count is not None and count.value.quantity.unit in word_set("people", "nouns_arms")


def _armed(scene: Scene, story: Story, frame: Frame) -> bool:
    """Whether force is meant: weapons or warplanes as subject, a force acting, or weapons as the means."""
    for token in (_striker(scene, frame), *frame.objects("with", "by", "in"), *children(frame.head, "advcl")):
        if token is not None and (is_weapon(token) or is_flyer(token) or is_strike(token) or is_fighter(scene, token)):
            return True
    agent = frame.agent
    if frame.passive and _are_targets(frame.theme):
        return True  # "60 Houthi targets were hit"
    if agent is not None and agent.tag_ == "PRP":
        who = participant(scene, story, agent)
        return who is not None and who.name is not None and who.name.type in FIGHTING_TYPES
    return agent is None and frame.theme is not None and is_fighter(scene, frame.theme)


def _attacked(scene: Scene, frame: Frame) -> bool:
    """ "On 19 September Azerbaijan attacked": a state or force, with nothing said of whom."""
    named = scene.name_at(frame.agent) if frame.agent is not None else None
    able = named is not None and named.value.type in ("state", "country", *FIGHTING_TYPES)
    return frame.trigger.lemma == "attack" and able and frame.head.tag_ == "VBD" and child(frame.head, "ccomp", "xcomp") is None


def _advances(frame: Frame) -> bool:
    """ "advanced on the town", "opened fire": no object is needed."""
    return frame.trigger.lemma == "open fire" or (
        frame.trigger.fields.get("mode") == "ground" and bool(frame.objects("on", "toward", "towards", "into", "to"))
    )
