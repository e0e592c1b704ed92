"""Attacks: uses of force, offensives, advances."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame, frames, subject
from onrecord.claims.participants import joined, owner_of, participant, place_at, places_of, words_of
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import child, children, conjuncts, is_verb, preposition_objects
from onrecord.lexicon.triggers import Trigger
from onrecord.lexicon.words import word_set
from onrecord.model import Frozen, Kind, NameKind

STRIKES = frozenset(
    [
        "strike",
        "strikes",
        "airstrike",
        "airstrikes",
        "attack",
        "attacks",
        "raid",
        "raids",
        "sortie",
        "sorties",
        "bombing",
        "bombings",
        "blast",
        "explosion",
        "salvo",
        "barrage",
    ]
)
FLYERS = frozenset(
    [
        "jet",
        "jets",
        "warplane",
        "warplanes",
        "aircraft",
        "plane",
        "planes",
        "bomber",
        "bombers",
        "fighter-bombers",
        "helicopter",
        "helicopters",
    ]
)
MODES = {
    **dict.fromkeys(["rocket", "rockets", "missile", "missiles", "katyusha", "salvo", "barrage"], "rocket"),
    **dict.fromkeys(["drone", "drones", "uav", "uavs", "unmanned"], "drone"),
    **dict.fromkeys(["mortar", "mortars", "artillery", "shell", "shells", "shelling", "bombardment"], "shelling"),
    **dict.fromkeys(
        [
            "bomb",
            "bombs",
            "ied",
            "ieds",
            "vbied",
            "vbieds",
            "suicide",
            "car",
            "truck",
            "roadside",
            "grenade",
            "explosive",
            "bomber",
            "bombing",
        ],
        "bombing",
    ),
    **dict.fromkeys(["gun", "guns", "gunman", "gunmen", "gunfire", "rifle", "shooter", "shooting", "sniper"], "shooting"),
    **dict.fromkeys(
        ["air", "airstrike", "airstrikes", "aerial", "jet", "jets", "warplane", "warplanes", "aircraft", "planes", "precision"],
        "airstrike",
    ),
    **dict.fromkeys(["ground", "offensive", "invasion", "operation", "push", "raid"], "ground"),
}
OPERATIONS = frozenset("operation operations campaign mission offensive battle push drive assault bid advance attack".split())
CAPTURING = frozenset("take retake recapture capture liberate isolate seize encircle clear free reclaim regain besiege surround".split())
OPERATION = Trigger("operation", "noun", Kind.ATTACK, Frozen({"mode": "ground"}))
NO_ATTACK = frozenset(
    [
        "heart",
        "panic",
        "asthma",
        "cyber",
        "labor",
        "labour",
        "hunger",
        "general",
        "rail",
        "train",
        "pilots",
        "teachers",
        "verbal",
        "personal",
    ]
)
ON_TARGET = ("on", "against", "at", "of", "upon", "into", "inside", "near", "in", "outside", "toward", "towards", "to")
ABSTRACT = frozenset(
    [
        "budget",
        "idea",
        "policy",
        "plan",
        "view",
        "record",
        "high",
        "low",
        "law",
        "bill",
        "rule",
        "problem",
        "point",
        "issue",
        "mark",
        "note",
        "way",
        "issue",
        "opposition",
        "decision",
        "campaign",
        "economy",
        "price",
        "market",
        "rate",
        "deal",
        "vote",
    ]
)
BEARERS = frozenset({NameKind.ACTOR, NameKind.SITE, NameKind.PLACE, NameKind.PERSON})


@rule
def claim_attack(scene: Scene, story: Story) -> Iterator[Draft]:
    """A use of force, by a verb or noun of attacking with who, whom or where: "rockets hit the embassy", "conducted 34 strikes
    against ISIL", "an attack on the base", "the Turkish offensive"."""
    done: set[int] = set()
    for frame in frames(scene.doc):
        if frame.trigger.kind is not Kind.ATTACK or frame.head.i in done:
            continue
        made = _by_noun(scene, story, frame, done) if frame.is_nominal else _by_verb(scene, story, frame, done)
        if made is not None:
            yield made


def _by_verb(scene: Scene, story: Story, frame: Frame, done: set[int]) -> Draft | None:
    need = frame.trigger.fields.get("needs")
    agent, theme = frame.agent, frame.theme
    if need == "load":
        return _load(scene, story, frame)
    if need == "weapon":
        return _weapon_lands(scene, story, frame, agent)
    armed = _armed(scene, agent, theme, frame)
    if (need == "arms" and not armed) or (theme is None and not _advances(frame)):
        return None
    if theme is not None and (theme.lower_ in ABSTRACT or (_is_weapon(theme) and not armed)):
        return None
    strike = agent if agent is not None and agent.lower_ in STRIKES else None
    if strike is not None and strike.i in done:
        return None
    done.update(t.i for t in [agent, frame.head] if t is not None and t.lower_ in STRIKES)
    made = draft(scene, Kind.ATTACK, name_of(claim_attack), frame.head, strike)
    _attacker(scene, story, made, frame, agent)
    if theme is not None:
        made.put("target", _target(scene, story, theme))
    made.put("mode", _mode(frame, agent, theme), scene.at(frame.head))
    _place(scene, story, made, frame, agent, theme)
    _count(scene, made, strike if strike is not None else agent if agent is not None and _is_weapon(agent) else None)
    _mark_conjuncts(frame, done)
    return made if _says_enough(made) else None


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
    if modifiers & NO_ATTACK or _is_subject_of_attack(head):
        return None
    target = next((o for p, o in _ordered(frame, ("against", "on", "at", "targeting")) if not _is_dated(scene, o)), None)
    if target is None and frame.trigger.lemma in (
        "bombing",
        "shelling",
        "bombardment",
        "invasion",
        "shooting",
        "raid",
        "assault",
        "ambush",
    ):
        target = next((o for p, o in _ordered(frame, ("of", "into"))), None)
    if frame.trigger.fields.get("needs") == "context" and not (
        modifiers & MODES.keys() or target is not None or scene.count_of(head) or frame.light is not None
    ):
        return None
    made = draft(scene, Kind.ATTACK, name_of(claim_attack), head, frame.light)
    _attacker(scene, story, made, frame, frame.agent)
    if target is not None and target.ent_type_ == "":
        made.put("target", _target(scene, story, target))
    made.put("mode", _noun_mode(frame, modifiers), scene.at(head))
    _place(scene, story, made, frame, head, target)
    _count(scene, made, head)
    done.add(head.i)
    return made if _says_enough(made) else None


def _ordered(frame: Frame, prepositions: tuple[str, ...]) -> list[tuple[str, Token]]:
    return [(p, o) for wanted in prepositions for p, o in frame.obliques if p == wanted and o.tag_ != "CD" and not _is_time(o)]


def _is_time(token: Token) -> bool:
    return token.lower_ in (
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "day",
        "night",
        "month",
        "week",
        "year",
        "morning",
    )


def _is_dated(scene: Scene, token: Token) -> bool:
    return any(m.span.begin <= token.idx < m.span.end for m in scene.dates)


def _is_subject_of_attack(head: Token) -> bool:
    """ "strikes hit", "an airstrike destroyed": the verb makes the claim."""
    return head.dep_ == "nsubj" and head.head.lower_ in (
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


@rule
def claim_operation(scene: Scene, story: Story) -> Iterator[Draft]:
    """An operation to take a place is a ground attack: "began their operation to isolate the city", "the battle to retake Mosul"."""
    for token in scene.doc:
        if token.lower_ not in OPERATIONS:
            continue
        taking = next((c for c in children(token, "acl", "relcl") if c.lower_ in CAPTURING and child(c, "dobj") is not None), None)
        aim = child(taking, "dobj") if taking is not None else None
        if taking is None or aim is None:
            continue
        frame = Frame(token, OPERATION)
        made = draft(scene, Kind.ATTACK, name_of(claim_operation), token, frame.light)
        _attacker(scene, story, made, frame, frame.agent)
        made.put("target", _target(scene, story, aim))
        made.put("mode", "ground", scene.at(token))
        where = place_at(scene, story, aim) or next(iter(places_of(scene, story, aim, taking, token)), None)
        made.put("place", where)
        yield made


def _load(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    """ "fired six rockets at the embassy", "missiles were launched at the base"."""
    weapon = frame.theme
    if weapon is None or not _is_weapon(weapon) or weapon.lower_ in STRIKES:
        return None
    made = draft(scene, Kind.ATTACK, name_of(claim_attack), frame.head, weapon)
    _attacker(scene, story, made, frame, frame.agent)
    target = next((o for _, o in _ordered(frame, ("at", "on", "against", "toward", "towards", "into", "inside"))), None)
    if target is not None:
        made.put("target", _target(scene, story, target))
    made.put("mode", MODES.get(weapon.lower_, "other"), scene.at(weapon))
    _place(scene, story, made, frame, weapon, target)
    _count(scene, made, weapon)
    return made if _says_enough(made) else None


def _weapon_lands(scene: Scene, story: Story, frame: Frame, agent: Token | None) -> Draft | None:
    """ "three rockets landed inside the Green Zone", "a car bomb exploded"."""
    weapon = frame.theme if frame.passive else agent
    if weapon is None or (
        not _is_weapon(weapon)
        and not (weapon.tag_ == "CD" and (scene.count_at(weapon) is not None) and _is_weapon_unit(scene, weapon))
    ):
        return None
    made = draft(scene, Kind.ATTACK, name_of(claim_attack), frame.head, weapon)
    target = next((o for _, o in _ordered(frame, ("inside", "on", "at", "into", "outside", "in", "near"))), None)
    if target is not None:
        made.put("target", _target(scene, story, target))
    modifiers = [t.lower_ for t in children(weapon, "compound", "amod")]
    made.put(
        "mode",
        next((MODES[w] for w in [*modifiers, weapon.lower_] if w in MODES), frame.trigger.fields.get("mode", "other")),
        scene.at(weapon),
    )
    _place(scene, story, made, frame, weapon, target)
    _count(scene, made, weapon)
    return made if _says_enough(made) else None


def _is_weapon_unit(scene: Scene, token: Token) -> bool:
    count = scene.count_at(token)
    return count is not None and count.value.quantity.unit in word_set("people", "nouns_arms")


def _is_weapon(token: Token) -> bool:
    return token.lower_ in word_set("people", "nouns_arms")


def _armed(scene: Scene, agent: Token | None, theme: Token | None, frame: Frame) -> bool:
    """Whether force is meant: weapons or warplanes as subject, a force acting, or weapons as the means."""
    for token in [agent, *frame.objects("with", "by", "in"), *children(frame.head, "advcl")]:
        if token is None:
            continue
        if _is_weapon(token) or token.lower_ in FLYERS or token.lower_ in STRIKES or _is_fighter(scene, token):
            return True
    return theme is not None and _is_fighter(scene, theme) and agent is None


def _is_fighter(scene: Scene, token: Token) -> bool:
    named = scene.name_at(token)
    if named is not None and named.value.type in ("armed_group", "force", "coalition", "alliance", "military"):
        return True
    return token.lower_ in (
        "forces",
        "troops",
        "soldiers",
        "militants",
        "gunmen",
        "fighters",
        "insurgents",
        "rebels",
        "terrorists",
        "army",
        "militia",
        "militias",
        "military",
        "bomber",
        "attackers",
        "jihadists",
        "marines",
        "drone",
        "drones",
        "attacker",
    )


def _advances(frame: Frame) -> bool:
    return (
        frame.trigger.fields.get("mode") == "ground" and bool(frame.objects("on", "toward", "towards", "into", "to"))
    ) or frame.trigger.lemma == "open fire"


def _attacker(scene: Scene, story: Story, made: Draft, frame: Frame, agent: Token | None) -> None:
    """Who attacks: the agent, or whose rockets, strikes and jets they are."""
    who = None
    if agent is not None:
        if _is_weapon(agent) or agent.lower_ in STRIKES or agent.lower_ in FLYERS:
            who = _owner_of_weapon(scene, story, agent)
        elif not _is_time(agent):
            who = joined(scene, story, agent)
    if who is None and frame.is_nominal:
        who = _owner_of_weapon(scene, story, frame.head)
        verb = frame.light
        if (
            who is None
            and verb is not None
            and verb.lower_ in ("conducted", "launched", "carried")
            and subject(verb) is not None
        ):
            who = participant(scene, story, subject(verb))
    if who is None and _is_bare_strike(scene, frame, agent):
        who = story.attacker
    if who is not None and any(c.isalpha() for c in who.text):
        made.put("attacker", who)
        story.attacker = who


def _is_bare_strike(scene: Scene, frame: Frame, agent: Token | None) -> bool:
    """ "15 strikes engaged …", "the attacks occurred": strikes of whoever the story said before."""
    strike = frame.head if frame.is_nominal else agent
    if strike is None or strike.lower_ not in STRIKES:
        return False
    det = child(strike, "det")
    return scene.count_of(strike) is not None or det is not None and det.lower_ in ("the", "these", "those", "this")


def _owner_of_weapon(scene: Scene, story: Story, token: Token) -> Participant | None:
    """ "U.S. airstrikes", "Taliban attack", "rockets of the militia", "attacks by ISIL"."""
    by = next((o for p, o in preposition_objects(token) if p in ("by", "from")), None)
    if by is not None and not _is_time(by) and not (place_at(scene, story, by) and by.head.lower_ == "from"):
        return joined(scene, story, by)
    for c in children(token, "poss", "compound", "amod", "nmod"):
        named = scene.name_at(c)
        if (
            named is not None
            and named.value.kind in (NameKind.ACTOR, NameKind.PLACE)
            and named.value.type not in ("city", "town")
        ):
            if c.dep_ == "poss" and named.value.kind is NameKind.PLACE and named.value.type != "country":
                continue
            return participant(scene, story, c)
        if c.dep_ == "poss" and c.tag_ == "PRP$":
            return participant(scene, story, c)
        if c.lower_ in ("militant", "rebel", "insurgent", "coalition", "terrorist", "jihadist") and c.lower_ == "coalition":
            return participant(scene, story, c)
    return owner_of(scene, story, token)


def _target(scene: Scene, story: Story, token: Token) -> Participant | None:
    """Whom or what: a known actor, site or person by name, else the words."""
    named = scene.name_at(token)
    if (
        named is not None
        and named.value.kind in BEARERS
        and (scene.root_of(named.span) or token).i == token.i
        and len(conjuncts(token)) == 1
    ):
        return participant(scene, story, token)
    if token.tag_ in ("PRP", "PRP$"):
        return participant(scene, story, token)
    if (
        token.lower_ in ("base", "camp", "embassy")
        and story.site is not None
        and not children(token, "compound", "amod", "nmod")
    ):
        return Participant(story.site.text, scene.at(token), story.site.name)
    if token.tag_ == "CD" or any(m.span.begin <= token.idx < m.span.end for m in scene.dates):
        return None
    text, (first, last) = words_of(scene, token, keep=("of",))
    return Participant(text, scene.at(scene.doc[first], scene.doc[last])) if any(c.isalpha() for c in text) else None


def _mode(frame: Frame, agent: Token | None, theme: Token | None) -> str:
    near = [
        t.lower_
        for a in (agent, *frame.objects("with", "by", "in"))
        if a is not None
        for t in (a, *children(a, "compound", "amod"))
    ]
    fixed = frame.trigger.fields.get("mode")
    found = next((MODES[w] for w in near if w in MODES), None)
    if found is None and agent is not None and agent.lower_ in ("strike", "strikes"):
        found = "airstrike"
    return found or fixed or "other"


def _noun_mode(frame: Frame, modifiers: set[str]) -> str:
    found = next((MODES[w] for w in sorted(modifiers) if w in MODES), None)
    if found is not None:
        return found
    return frame.trigger.fields.get("mode") or ("airstrike" if frame.trigger.lemma == "strike" else "other")


def _place(scene: Scene, story: Story, made: Draft, frame: Frame, *heads: Token | None) -> None:
    places = places_of(
        scene,
        story,
        frame.head,
        *heads,
        frame.light,
        prepositions=("in", "near", "at", "on", "inside", "outside", "around", "across"),
    )
    places = [p for p in places if p.text != made.args.get("target")]
    if places:
        made.put("place", places[0])
        return
    if frame.theme is not None and (where := place_at(scene, story, frame.theme)) is not None:
        made.put("place", where)


def _count(scene: Scene, made: Draft, token: Token | None) -> None:
    count = scene.count_of(token) if token is not None else None
    if count is not None and count.value.quantity.unit not in ("percent", "person", "personnel", "day", "hour"):
        made.count(count.value.quantity, count.span.shift(scene.sentence.span.begin))


def _says_enough(made: Draft) -> bool:
    """An attack needs somebody, something or somewhere: a bare "attacks" is background."""
    return bool(made.args.keys() & {"attacker", "target"}) or "place" in made.args or made.quantity is not None
