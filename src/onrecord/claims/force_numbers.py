"""The numbers of a move of forces: from, to, by how much."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from onrecord.claims.force_nouns import GROUPS, counts_forces, is_all, is_asset
from onrecord.claims.frames import Frame
from onrecord.claims.level_nouns import embedded_level_nouns
from onrecord.claims.level_words import BRINGING
from onrecord.claims.phrases import is_force
from onrecord.claims.scene import Scene
from onrecord.claims.tree import children, preposition_objects
from onrecord.lexicon.units import singular
from onrecord.lexicon.words import word_set
from onrecord.model import Count, Mention, Quantity, Span
from onrecord.nlp.tokens import Token

SHARES = frozenset("half third thirds quarter quarters percent".split())
JOINING = frozenset(("add", "join"))
"""Of these "to" tells what is there already: "adds 7,000 to the 30,000"."""
PARTS = {"from": "start", "to": "to", "by": "delta", "below": "to", "under": "to", "above": "to", "past": "to"}


def numbers_of_move(scene: Scene, frame: Frame, moved: Token, direction: str) -> tuple[Quantity | None, Span | None]:
    """Where from, where to and by how much: "from 5,200 to 3,000", "to 2,500", "by 500", "500 troops", "all troops" (to zero)."""
    parts: dict[str, float] = {}
    spans: list[Span] = []
    approx, noun_with = False, None
    for said, obj in frame.obliques:
        share = _whole_of_share(scene, said, obj)
        prep, count = (said, scene.count_at(obj) or scene.count_of(obj)) if share is None else ("from", share)
        if count is None or not counts_forces(count.value.quantity.unit) or _is_of_another_thing(frame, prep, obj):
            continue
        number = count.value.quantity
        if number.start is not None or number.to is not None:
            parts |= {k: v for k, v in (("start", number.start), ("to", number.to), ("delta", number.delta)) if v is not None}
        elif prep == "from" and number.low is not None and number.high is not None and number.value is None:
            upward = direction == "increase" or frame.trigger.lemma in word_set("units", "verbs_shift")
            ends = (number.low, number.high) if upward else (number.high, number.low)
            parts |= {"start": ends[0], "to": ends[1]}
        elif (
            number.value is None
            and PARTS.get(prep) == "to"
            and not parts
            and (number.high is not None or number.low is not None)
        ):
            bounds = Quantity(low=number.low, high=number.high, unit="personnel", approx=number.approx)
            return bounds, scene.in_report(count.span)
        elif number.value is not None and prep == "with" and (_is_resized(frame) or _comes_with(frame, moved, obj)):
            parts.setdefault("delta", number.value)
            noun_with = obj if _comes_with(frame, moved, obj) else None
        elif number.value is not None and prep in PARTS and not (prep == "to" and frame.trigger.word in JOINING):
            parts.setdefault(PARTS[prep], number.value)
        else:
            continue
        approx = approx or number.approx
        spans.append(count.span)
    counted, noun = count_of_forces(scene, moved) or (None, moved)
    if counted is not None and (counts_forces(counted.value.quantity.unit) or _are_observers(counted.value.quantity.unit)):
        number = counted.value.quantity
        if number.start is not None or number.to is not None:
            parts |= {k: v for k, v in (("start", number.start), ("to", number.to), ("delta", number.delta)) if v is not None}
        elif (
            number.value is not None
            and (not parts or _is_of_a_force(frame, parts, moved))
            and (moved.i not in embedded_level_nouns(scene) or _is_said_of(frame, moved))
        ):
            whole = _is_resized(frame) and (noun.i != moved.i or _is_by_a_share(frame) or _is_strong(noun))
            parts["start" if whole else "delta"] = number.value
        elif number.value is None and not parts:
            known = number.unit not in (None, "person") and not _are_observers(number.unit)
            unit = number.unit if known else "personnel"
            bounds = Quantity(low=number.low, high=number.high, unit=unit, approx=number.approx)
            return bounds, counted.span.shift(scene.sentence.span.begin)
        approx = approx or number.approx
        spans.append(counted.span)
    whole = moved.lower_ in ("all", "last") and any(p == "of" and is_force(o) for p, o in preposition_objects(moved))
    if not parts and direction == "decrease" and ((is_force(moved) and is_all(scene, moved)) or whole):
        return Quantity(to=0, unit="personnel"), scene.at(moved)
    if not parts:
        return None, None
    noun = noun_with or noun
    if noun.tag_ == "CD":
        noun = next((o for p, o in preposition_objects(noun) if p == "of"), noun)  # "one of its two brigades"
    formation = set(parts) == {"delta"} and noun.lower_ in word_set("units", "nouns_formation") and not _is_strong(noun)
    vehicles = noun.lower_ in word_set("people", "nouns_convoy")
    unit = singular(noun.lower_) if is_asset(noun) or formation or vehicles else "personnel"
    return Quantity(start=parts.get("start"), to=parts.get("to"), delta=parts.get("delta"), unit=unit, approx=approx), spans[
        0
    ].shift(scene.sentence.span.begin)


def _is_of_a_force(frame: Frame, parts: Mapping[str, float], moved: Token) -> bool:
    """ "withdraw 1,000 troops from the 3,200-strong contingent": by how much, and how large the force is that they leave."""
    force = any(p == "from" and is_force(o) and (_is_strong(o) or o.tag_ != "CD") for p, o in frame.obliques)
    return force and set(parts) == {"start"} and not any(p == "from" and o.i == moved.i for p, o in frame.obliques)


def _whole_of_share(scene: Scene, prep: str, obj: Token) -> Mention[Count] | None:
    """Of "cut to about half of its present 5,100 soldiers" how many there were."""
    if prep != "to" or obj.lower_ not in SHARES:
        return None
    wholes = (scene.count_of(o) or scene.count_at(o) for p, o in preposition_objects(obj) if p == "of")
    known = (m for m in wholes if m is not None and m.value.quantity.value is not None)
    return next((m for m in known if counts_forces(m.value.quantity.unit)), None)


def _is_of_another_thing(frame: Frame, prep: str, obj: Token) -> bool:
    """Whether a number hangs on the verb that a move is the subject of, and says what becomes of the verb's own object: "the arrival of
    300 Burundians brings the force to 8,000"."""
    light = frame.light
    if prep not in PARTS or light is None or frame.head.dep_ != "nsubj" or obj.head.head.i != light.i:
        return False
    return light.lower_ in BRINGING and bool(children(light, "dobj"))


def _is_strong(noun: Token) -> bool:
    """ "a 4,000-strong brigade": people are counted, not brigades."""
    return any(c.lower_ == "strong" for c in noun.children)


def _comes_with(frame: Frame, moved: Token, obj: Token) -> bool:
    """ "entered the province with 50,000 soldiers", "went in with 1,900 troops": as many as whoever moves by himself has."""
    by_itself = frame.agent is not None and frame.agent.i == moved.i and not frame.is_nominal
    return by_itself and is_force(obj) and not is_asset(obj)


def _is_said_of(frame: Frame, moved: Token) -> bool:
    """ "the 2,000 soldiers Chad sent": the clause that presents them is the move itself."""
    planned = frame.head.head if frame.head.dep_ == "xcomp" else frame.head  # "the 1,000 officers it planned to send"
    return planned.dep_ in ("relcl", "acl") and planned.head.i == moved.i


def _are_observers(unit: str | None) -> bool:
    """ "300 unarmed military observers", "150 police officers": who is sent as soldiers are."""
    return unit is not None and unit in word_set("units", "nouns_observer") | word_set("units", "nouns_police") | {"officer"}


def _is_by_a_share(frame: Frame) -> bool:
    """ "the 5,100-strong force would be cut by roughly half": the number is the size before."""
    by_a_share = any(p in ("by", "to") and o.lower_ in SHARES for p, o in frame.obliques)
    return by_a_share or frame.trigger.lemma in ("halve", "double", "triple", "treble", "quadruple")


def _is_resized(frame: Frame) -> bool:
    """Whether the verb changes the size of a force: what "its contingent of 1,400" counts is then how large it was."""
    return frame.head.lower_ in word_set("units", "verbs_resize")


def by_numbers(number: Quantity | None, direction: str) -> str:
    """The direction that "from 1,600 to 3,100" tells, whatever the verb: "moves the total from 1,600 to 3,100"."""
    if number is None or number.start is None or number.to is None or number.start == number.to:
        return direction
    return "increase" if number.to > number.start else "decrease"


def count_of_forces(scene: Scene, moved: Token) -> tuple[Mention[Count], Token] | None:
    """The number of a noun for forces, with the noun that it counts: "500 troops", "a battalion of 800 Marines", "12 of them"."""
    own = scene.count_of(moved)
    if own is not None and not _is_one_of_the_best(moved):
        return own, moved
    if is_force(moved) or moved.lower_ in GROUPS or moved.lower_ == "total":
        parts = [o for p, o in preposition_objects(moved) if p == "of"]
        if moved.lower_ == "total" and parts and (bare := scene.count_at(parts[0])) is not None:
            return bare, parts[0]  # "a total of 244 of the 344"
        led = [c for o in parts if o.lower_ == "home" for c in children(o, "compound")]
        if (
            led and (homeward := scene.count_of(led[0])) is not None
        ):  # "100 soldiers home", where the parse makes one noun of both
            people = replace(homeward.value, quantity=homeward.value.quantity.with_unit("personnel"))
            return replace(homeward, value=people), led[0]
        return next(((m, o) for o in parts if (m := scene.count_of(o)) is not None), None)
    return None


def _is_one_of_the_best(moved: Token) -> bool:
    """ "contributed one of the largest contingents": no number of forces."""
    of = (o for p, o in preposition_objects(moved) if p == "of") if moved.lower_ == "one" else ()
    return any(c.tag_ == "JJS" for o in of for c in o.children)


def delta_of(scene: Scene, moved: Token) -> tuple[Quantity, Span] | None:
    """By how many forces a move is that has no numbers but those of who moves; "the last soldiers" leave none."""
    found = count_of_forces(scene, moved)
    if found is None:
        return None
    count, noun = found
    number = count.value.quantity
    if not counts_forces(number.unit) or number.start is not None or number.to is not None:
        return None
    unit = singular(noun.lower_) if is_asset(noun) else "personnel"
    if number.value is None:
        return Quantity(low=number.low, high=number.high, unit=unit, approx=number.approx), scene.in_report(count.span)
    return Quantity(delta=number.value, unit=unit, approx=number.approx), scene.in_report(count.span)
