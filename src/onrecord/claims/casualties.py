"""Casualties: people killed, wounded, captured, missing, displaced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.claims.attack_nouns import is_only_thought_of, is_question
from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame
from onrecord.claims.participants import joined, participant
from onrecord.claims.phrases import is_body, is_force, is_people, of_name
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.strikes import real_agent
from onrecord.claims.subjects import is_passive
from onrecord.claims.tolls import find_tolls, is_counted_up
from onrecord.claims.tree import child, children, conjuncts, preposition_objects
from onrecord.claims.victims import groups_of, is_person_noun, is_taken_place, is_victim, put_number, victims_of
from onrecord.claims.wheres import place_of_event
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind
from onrecord.nlp.tokens import Token

INSTRUMENTS = frozenset(
    """explosion blast bomb bombing attack attacks strike strikes airstrike airstrikes raid raids fire crash rocket rockets missile drone
    drones violence clash clashes fighting shelling offensive collapse war conflict operation operations explosions bombings mine mines
    search battle assault ambush shooting earthquake flood accident effort efforts which that this it insurgency bombardment""".split()
)
OUTCOMES = {
    **dict.fromkeys(["killed", "kill", "killing"], "killed"),
    **dict.fromkeys(["wounded", "injured", "wound", "injure", "wounding", "injuring"], "wounded"),
    **dict.fromkeys(["captured", "detained", "arrested", "capture", "arrest", "detain", "capturing", "detaining"], "captured"),
    **dict.fromkeys(["displaced", "displacing"], "displaced"),
}
HOMES = frozenset("home homes house houses village villages land lands town".split())
MEN = frozenset("men man women fighters soldiers troops militants".split())
LIVES = frozenset(["life", "lives"])
BOTH = 2
DEEDS = ("tion", "sion", "tions", "sions", "ment", "ments", "ism")
"""Endings of nouns for what is done, not for who: "acquisition"."""


@rule
def claim_casualties(scene: Scene, story: Story) -> Iterator[Draft]:
    """People killed, wounded, captured, missing or displaced, each group by itself: "killing three soldiers and wounding 11",
    "the death of two civilians", "40,000 people fled", "left nine dead", "the death toll rose to 43"."""
    if is_question(scene):
        return
    done: set[tuple[int, str]] = set()
    told: list[Draft] = []
    for frame in scene.frames:
        if frame.trigger.kind is Kind.CASUALTIES and _is_in_earnest(frame):
            for token in _victims(scene, story, frame):
                if is_counted_up(token):
                    continue
                done.add((token.i, frame.trigger.fields["outcome"]))
                made = _casualties(scene, story, frame, token)
                if made is not None and not _is_told_again(token, made, told):
                    told.append(made)
    yield from told
    for toll in find_tolls(scene):
        if done & {(toll.victims.i, toll.outcomes[0]), (toll.head.i, toll.outcomes[0])}:
            continue
        done.add((toll.victims.i, toll.outcomes[0]))
        made = draft(scene, Kind.CASUALTIES, name_of(claim_casualties), toll.head, toll.verb, status=toll.verb or toll.head)
        made.put("victims", victims_of(scene, story, toll.victims))
        made.put("outcome", toll.outcomes if len(toll.outcomes) > 1 else toll.outcomes[0], scene.at(toll.head))
        made.put("perpetrator", _perpetrator(scene, story, toll.agent, toll.victims))
        made.put("place", place_of_event(scene, story, toll.verb, toll.head, toll.victims, toll.agent))
        put_number(scene, made, toll.victims, number=toll.number)
        yield made


def _is_in_earnest(frame: Frame) -> bool:
    """Whether the word tells of people hurt, and not of a plot or of what tolls read."""
    missed = any(c.lower_ in ("attempted", "failed", "foiled", "botched") for c in children(frame.head, "amod", "advmod"))
    return frame.trigger.fields.get("frame") != "toll" and not missed and not is_only_thought_of(frame.head)


def _victims(scene: Scene, story: Story, frame: Frame) -> list[Token]:
    """The people of a frame, each group by itself."""
    head = _sufferer(scene, frame)
    if head is None:
        return []
    if frame.trigger.lemma == "surrender" and (child(frame.head, "dobj") is not None or scene.count_of(head) is None):
        return []
    if _is_by_nature(frame, head):
        return []
    if frame.trigger.fields.get("frame") == "count" and head.i == frame.head.i:
        return [head]
    if frame.trigger.fields.get("needs") == "homes":
        return [t for t in groups_of(head) if is_victim(scene, t)] if _from_home(frame) else []
    if frame.trigger.fields.get("needs") == "lives":
        if head.lower_ not in LIVES:
            return _men_lost(scene, frame, head)
        if frame.trigger.lemma == "lose" and any(c.tag_ == "PRP$" for c in children(head, "poss")) and frame.agent is not None:
            return [t for t in groups_of(frame.agent) if is_victim(scene, t)]
        whose = next((o for p, o in preposition_objects(head) if p == "of"), None)
        if whose is None and scene.count_of(head) is not None:
            return [head]  # "has cost 15,000 lives"
        return groups_of(whose) if whose is not None else []
    anyone = frame.trigger.fields.get("needs") == "anyone"
    groups = groups_of(head)
    if frame.trigger.lemma == "capture":
        groups = [t for t in groups if not is_taken_place(scene, story, t)]
    return [t for t in groups if is_victim(scene, t) or (anyone and _may_be_somebody(scene, t))]


def _is_by_nature(frame: Frame, head: Token) -> bool:
    """ "flu killed 300 people", "a bus plunged into a ravine, killing 21": nobody's doing; soldiers who die so are told all the same,
    and soldiers who flee are no displaced people."""
    agent = frame.agent
    if frame.trigger.fields.get("frame") == "self":
        if frame.trigger.fields["outcome"] == "displaced":
            return is_force(head)
        deaths = [o for p, o in frame.obliques if p in ("in", "of", "from")]
        return any(o.lower_ in word_set("attack", "nouns_nature") for o in deaths) and not is_force(head)
    if agent is None:
        return False
    return agent.lower_ in word_set("attack", "nouns_nature") and not is_force(head)


def _from_home(frame: Frame) -> bool:
    """ "forced 3,000 people from their homes", "drove them from their villages"."""
    left = [o for p, o in frame.obliques if p in ("from", "of")]
    return any(o.lower_ in HOMES and child(o, "poss", "det") is not None for o in left)


def _men_lost(scene: Scene, frame: Frame, head: Token) -> list[Token]:
    """ "the army lost 20 men", "Russia has lost 30,000 soldiers": counted people of an army, not jobs or players."""
    agent = frame.agent
    if frame.trigger.lemma != "lose" or agent is None or scene.count_of(head) is None or not is_people(head):
        return []
    named = scene.name_at(agent)
    force = is_force(agent) or agent.lower_ in word_set("attack", "nouns_fighter") or named is not None
    return [head] if force and (is_force(head) or head.lower_ in MEN) else []


def _may_be_somebody(scene: Scene, token: Token) -> bool:
    """Whether a noun after a verb that only people suffer can be taken for people: a common noun, not a thing that is seized."""
    things = word_set("people", "nouns_arms") | word_set("people", "nouns_asset") | word_set("goods", "nouns_goods")
    things |= word_set("attack", "operations") | word_set("attack", "nouns_strike")
    if token.lower_.endswith(DEEDS):
        return False
    return token.tag_ in ("NN", "NNS") and token.text.isalpha() and token.lower_ not in things and scene.name_at(token) is None


def _sufferer(scene: Scene, frame: Frame) -> Token | None:
    """The noun phrase of who was hurt."""
    if frame.is_nominal:
        return _nominal_sufferer(scene, frame)
    if frame.trigger.fields.get("frame") == "self":
        return frame.agent if frame.agent is not None else _right_before(scene, frame.head)
    if _is_elliptic(frame.head):
        return next(iter(children(frame.head, "nsubj")), None)
    return _inverted(frame.head) or frame.theme


def _right_before(scene: Scene, verb: Token) -> Token | None:
    """The people right before a verb to which the parse gave no subject: "at the base in Kenya, a soldier and two cooks died"."""
    token = verb.nbor(-1) if verb.i > 0 and child(verb, "nsubj", "nsubjpass") is None and verb.dep_ == "ROOT" else None
    if token is None or not is_victim(scene, token):
        return None
    while token.dep_ == "conj" and is_victim(scene, token.head):
        token = token.head
    return token


def _inverted(verb: Token) -> Token | None:
    """ "Also killed were two guards", "among those killed was a nurse": the people come last."""
    be = next(iter(children(verb, "auxpass")), None)
    after = next(iter(children(be, "attr", "nsubj")), None) if be is not None and be.i > verb.i else None
    if after is not None or verb.dep_ != "acl" or verb.head.head.lower_ != "among":
        return after
    listing = verb.head.head.head
    return next((c for c in children(listing, "nsubj", "attr") if c.i > verb.i), None)


def _nominal_sufferer(scene: Scene, frame: Frame) -> Token | None:
    if frame.trigger.fields.get("frame") == "count" and scene.count_of(frame.head):
        return frame.head
    if frame.theme is not None:
        return frame.theme
    for noun in conjuncts(frame.head)[1:]:
        of = next((o for p, o in preposition_objects(noun) if p == "of"), None)
        if of is not None:
            return of
    return next(iter(children(frame.head, "poss")), None)


def _is_elliptic(verb: Token) -> bool:
    """ "Three killed, 12 injured in the blast", "20 dead and 14 wounded": a participle with a subject and without "were"; a past
    tense that the tagger saw in it has nobody whom they killed."""
    bare = not children(verb, "aux", "auxpass", "dobj", "nsubjpass", "agent")
    subject = next(iter(children(verb, "nsubj")), None)
    return verb.tag_ in ("VBN", "VBD") and bare and subject is not None and (subject.tag_ == "CD" or is_people(subject))


def _outcomes(frame: Frame) -> tuple[str, ...]:
    """One outcome, or the list of an undivided total: "killed or captured 80 fighters", "killed and wounded 20 people"."""
    own = frame.trigger.fields["outcome"]
    other = None if frame.is_nominal else _joined_verb(frame.head)
    outcome = OUTCOMES.get(other.lower_) if other is not None else None
    return tuple(dict.fromkeys((own, outcome))) if outcome is not None else (own,)


def _joined_verb(verb: Token) -> Token | None:
    """The verb that shares everything with this one: "captured or killed", "killed and wounded"."""
    for first, second in ((verb, c) for c in children(verb, "conj")):
        if second.i - first.i == 2 and _is_undivided(first, second):
            return second
    return verb.head if verb.dep_ == "conj" and verb.i - verb.head.i == 2 and _is_undivided(verb.head, verb) else None


def _is_undivided(first: Token, second: Token) -> bool:
    pair = {OUTCOMES.get(first.lower_), OUTCOMES.get(second.lower_)}
    between = first.nbor(1).lower_
    return None not in pair and len(pair) == 2 and (between == "or" or (between == "and" and pair == {"killed", "wounded"}))


def _casualties(scene: Scene, story: Story, frame: Frame, token: Token) -> Draft | None:
    before = None if frame.is_nominal else _joined_verb(frame.head)
    if before is not None and before.i < frame.head.i:
        return None
    victims = Participant("people", scene.at(token)) if token.i == frame.head.i else victims_of(scene, story, token)
    if victims is None and token.lower_ != "those" and token.tag_ != "PRP":
        return None
    made = draft(scene, Kind.CASUALTIES, name_of(claim_casualties), frame.head, frame.verb)
    made.put("victims", victims)
    outcomes = _outcomes(frame)
    made.put("outcome", outcomes if len(outcomes) > 1 else outcomes[0], scene.at(frame.head))
    own = frame.trigger.fields.get("frame") == "self" or frame.trigger.lemma == "lose"
    agent = None if own or _is_outcome_for_it(frame.head) or _is_elliptic(frame.head) else frame.agent
    made.put("perpetrator", _perpetrator(scene, story, agent, token))
    made.put("place", place_of_event(scene, story, frame.head, token, agent))
    put_number(scene, made, token)
    return made


def _is_told_again(token: Token, made: Draft, told: Sequence[Draft]) -> bool:
    """ "Two gunmen were killed after … the patrol returned fire, killing both gunmen": the two that were just told of, and by whom."""
    if "both" not in (token.lower_, *(c.lower_ for c in children(token, "det", "predet"))):
        return False
    same = (d for d in told if d.args.get("outcome") == made.args["outcome"] and d.quantity is not None)
    before = next((d for d in same if d.quantity is not None and d.quantity.value == BOTH), None)
    if before is not None and "perpetrator" not in before.args and "perpetrator" in made.args:
        before.args["perpetrator"], before.spans["perpetrator"] = made.args["perpetrator"], made.spans["perpetrator"]
        before.ids |= {name: id_ for name, id_ in made.ids.items() if name.startswith("perpetrator")}
    return before is not None


def _is_outcome_for_it(verb: Token) -> bool:
    """ "US forces were attacked 46 times, injuring 56 of them": who was attacked injured nobody."""
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and is_passive(verb.head)


def _perpetrator(scene: Scene, story: Story, agent: Token | None, victim: Token) -> Participant | None:
    """Who did it: the agent, or whose bomb, strike or aircraft it was."""
    agent = real_agent(scene, agent)
    if agent is None or agent.i == victim.i:
        return None
    if not _is_instrument(agent):
        return joined(scene, story, agent) if _acts(scene, agent) else None
    owner = next((c for c in children(agent, "poss", "compound", "amod", "nmod") if _is_actor(scene, c)), None)
    named = scene.name_at(owner) if owner is not None else None
    if owner is not None and named is not None and named.span.end > owner.idx + len(owner.text):
        return of_name(scene, named)  # "Congolese army fire", "Saudi-led coalition raids"
    by = next((o for p, o in preposition_objects(agent) if p == "by"), None)
    return participant(scene, story, owner if owner is not None else by)


def _acts(scene: Scene, agent: Token) -> bool:
    """Whether somebody, and not something, is said to have done it."""
    named = scene.name_at(agent)
    if named is not None and named.value.kind is NameKind.PLACE and named.value.type != "country":
        return False  # "the blast in Mogadishu, which killed eleven soldiers"
    known = named is not None or is_people(agent) or is_person_noun(agent) or is_body(agent)
    return known or agent.tag_ in ("PRP", "WP", "NNP", "NNPS") or agent.lower_ in word_set("attack", "nouns_fighter")


def _is_instrument(token: Token) -> bool:
    weapon = token.lower_ in word_set("people", "nouns_arms") or token.lower_ in word_set("attack", "nouns_flyer")
    return weapon or token.lower_ in INSTRUMENTS or token.lower_ in word_set("attack", "nouns_strike")


def _is_actor(scene: Scene, token: Token) -> bool:
    named = scene.name_at(token)
    return named is not None and (named.value.kind is NameKind.ACTOR or named.value.type == "country")
