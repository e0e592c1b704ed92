"""What one move says further: the next number ("to 2,000 by July and to 1,000 by the end of the year"), the other end of the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.claims.building import Draft
from onrecord.claims.force_nouns import counts_forces
from onrecord.claims.force_numbers import PARTS
from onrecord.claims.frames import Frame
from onrecord.claims.places import places_of
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import is_verb, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Count, Mention, NameKind, Quantity, Timex

JOINT = re.compile(
    r"(?:,|;|,?\s*and|,?\s*or|,?\s*then|,?\s*before)+\s+(?:(?:then|eventually|finally|again|later|ultimately)\s+)?(?P<prep>to|by)?\s*"
    r"(?:just|only|about|around|some|roughly|nearly|almost|fewer than|less than|another|a further)?\s*$",
    re.IGNORECASE,
)
DATED = re.compile(r"[\s,]*(?:more\s+)?(?:(?:by|in|at|from|this|on|before|over|during)\s+)*(?:the\s+)?$", re.IGNORECASE)


LEAVING = frozenset(["leave", "depart"])


def copy_of(made: Draft) -> Draft:
    """The same draft, to be changed by itself."""
    return replace(
        made,
        args=dict(made.args),
        spans=dict(made.spans),
        ids=dict(made.ids),
        locations=dict(made.locations),
        origins=dict(made.origins),
    )


def further(scene: Scene, story: Story, frame: Frame, made: Draft) -> Iterator[Draft]:
    """The claims that the same verb makes besides a first one."""
    yield from _next_numbers(scene, made)
    yield from _other_end(scene, story, frame, made)


def _next_numbers(scene: Scene, made: Draft) -> Iterator[Draft]:
    """ "to 2,000 by July and to 1,000 by the end of the year", "by 800 this year and 200 next year": each with a date of its own."""
    if made.quantity is None or "quantity" not in made.spans or made.time is None:
        return
    part = next((name for name in ("to", "delta") if getattr(made.quantity, name) is not None), None)
    begin = made.spans["quantity"].end - scene.sentence.span.begin
    for mention in scene.counts:
        number = mention.value.quantity
        if mention.span.begin < begin or part is None:
            continue
        if number.value is None or not counts_forces(number.unit) or _is_cut_off(scene, begin, mention):
            return
        lead = JOINT.search(scene.sentence.text, begin, mention.span.begin)
        date = date_after(scene, mention)
        said = PARTS.get((lead["prep"] or "").lower(), part) if lead is not None else None
        if date is None or said != part:
            return
        also = copy_of(made)
        unit = made.quantity.unit or "personnel"
        quantity = Quantity(to=number.value, unit=unit, approx=number.approx)
        if part == "delta":
            quantity = Quantity(delta=number.value, unit=unit, approx=number.approx)
        also.count(quantity, scene.in_report(mention.span))
        also.time, also.spans["time"] = date.value.time, scene.in_report(date.span)
        yield also
        begin = mention.span.end


def _is_cut_off(scene: Scene, begin: int, mention: Mention[Count]) -> bool:
    """Whether a verb stands between two numbers, so that the second is of another clause."""
    return any(is_verb(t) for t in scene.tokens if begin <= t.idx < mention.span.begin)


def date_after(scene: Scene, mention: Mention[Count]) -> Mention[Timex] | None:
    """The date that stands right behind a number."""
    following = (m for m in scene.dates if m.span.begin >= mention.span.end and m.value.time is not None)
    date = next(following, None)
    if date is None or DATED.match(scene.sentence.text[mention.span.end : date.span.begin]) is None:
        return None
    return date


def _other_end(scene: Scene, story: Story, frame: Frame, made: Draft) -> Iterator[Draft]:
    """ "moved 2,500 soldiers from Baghdad to Najaf": fewer there, and more here, unless one end is their own country."""
    if made.args.get("direction") == "none":
        return
    if frame.trigger.word in LEAVING and not frame.is_nominal and made.args["direction"] == "decrease":
        yield from _at(scene, made, places_of(scene, story, frame.head, prepositions=("for",)), "increase")
        return
    if "from" not in scene.lower or "to" not in scene.lower:
        return
    if frame.trigger.lemma not in word_set("units", "verbs_shift") or not made.args.keys() & {"place", "site"}:
        return
    if made.quantity is not None and made.quantity.delta is None and "to" in made.quantity.numbers:
        return  # "down to 500" is said of one end
    wanted = ("from",) if made.args["direction"] == "increase" else ("to", "into")
    parts = [o for p, o in preposition_objects(frame.theme) if p == "of"] if frame.theme is not None else []
    heads = [frame.head, frame.theme, *parts]
    other = "decrease" if made.args["direction"] == "increase" else "increase"
    yield from _at(scene, made, places_of(scene, story, *heads, prepositions=wanted), other)


def _at(scene: Scene, made: Draft, places: list[Participant], direction: str) -> Iterator[Draft]:
    """The same forces at the other end of their way."""
    for place in [p for p in places if _is_abroad(made, p)][:1]:
        also = copy_of(made)
        for name in ("place", "site"):
            also.drop(name)
        also.put("site" if place.name is not None and place.name.kind is NameKind.SITE else "place", place)
        also.put("direction", direction, made.spans["direction"])
        yield also


def _is_abroad(made: Draft, place: Participant) -> bool:
    """Whether a place is known, is not the one that the move has already, and does not lie in the movers' own country."""
    home = made.ids.get("actor.country")
    known = place.name is not None and place.country is not None and home is not None
    return known and place.country != home and place.text not in (made.args.get("place"), made.args.get("site"))
