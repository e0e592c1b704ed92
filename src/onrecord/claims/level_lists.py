"""Numbers in lists that leave out what the first has said: "Norway has 60 trainers in Anbar, Denmark 130 and Latvia 10"."""

from __future__ import annotations

import re

from onrecord.claims.building import Draft
from onrecord.claims.force_nouns import is_people_of
from onrecord.claims.phrases import of_name
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant
from onrecord.claims.tree import ancestors
from onrecord.model import Count, Mention, Name, NameKind
from onrecord.nlp.tokens import Token

BEFORE = re.compile(r"[\s:(–—-]*(?:(?:has|had|with|have|keeps|contributes|another|a further)\s+)*", re.IGNORECASE)
JOINT = re.compile(r"(?:^|[,;(.]|\band|\bwhile|\bfollowed by|\bwhereas|\bthen)\s*(?:the\s+)?$", re.IGNORECASE)
PLACED = re.compile(r"\b(?:in|at|on)\s+(?:the\s+)?$", re.IGNORECASE)
OF_THEM = re.compile(
    r"\s+of (?:them|whom|those|these)(?:\s+(?:were|are|is|being|come from|from))?\s+(?:the\s+)?", re.IGNORECASE
)
INCLUDED = re.compile(r"\b(?:including|among them)\s+$", re.IGNORECASE)
WITHIN = re.compile(r"\s+(?:in|at)\s+(?:the\s+)?", re.IGNORECASE)
FROM = re.compile(r"\s+from\s+(?:the\s+)?")
STATES = ("state", "country")
BODIES = ("state", "country", "alliance", "organization", "armed_group")


def list_item(scene: Scene, mention: Mention[Count]) -> tuple[Participant | None, Participant | None] | None:
    """Whose and where a number is that continues a list: by the name right before it ("Denmark 130", "in Latvia 200") or after it
    ("660 Americans", "1,988 of them Russian"); ``None`` where it is none."""
    text = scene.sentence.text
    before = next((m for m in reversed(scene.names) if m.span.end <= mention.span.begin), None)
    if before is not None and BEFORE.fullmatch(text[before.span.end : mention.span.begin]) and _counts_nothing_else(mention):
        lead = text[: before.span.begin]
        if PLACED.search(lead) and before.value.kind in (NameKind.PLACE, NameKind.SITE):
            return None, of_name(scene, before)
        if JOINT.search(lead) and before.value.type in BODIES:
            return of_name(scene, before), None
    if (there := _part_there(scene, mention)) is not None:
        return None, there
    after = _people_after(scene, mention)
    return (of_name(scene, after), None) if after is not None else None


def _part_there(scene: Scene, mention: Mention[Count]) -> Participant | None:
    """ "has 4,300 soldiers in the region, including 2,400 in Mali": where the part is."""
    text = scene.sentence.text
    if not _counts_nothing_else(mention) or INCLUDED.search(text[: mention.span.begin]) is None:
        return None
    for named in scene.names:
        if named.span.begin >= mention.span.end and named.value.kind in (NameKind.PLACE, NameKind.SITE):
            return of_name(scene, named) if WITHIN.fullmatch(text[mention.span.end : named.span.begin]) else None
    return None


def _counts_nothing_else(mention: Mention[Count]) -> bool:
    return mention.value.quantity.unit in (None, "personnel", "person")


def _people_after(scene: Scene, mention: Mention[Count]) -> Mention[Name] | None:
    """ "660 Americans", "1,988 of them Russian", "about 200 of them"."""
    number = mention.value.number.end if mention.value.number is not None else mention.span.end
    for named in scene.names:
        if named.span.begin < number or named.value.type not in STATES:
            continue
        between = scene.sentence.text[number : named.span.begin]
        root = scene.root_of(named.span)
        if OF_THEM.fullmatch(between) or (FROM.fullmatch(between) and JOINT.search(scene.sentence.text[: mention.span.begin])):
            return named
        if between.strip() == "" and root is not None and is_people_of(scene, root):
            return named
        return None
    return None


def is_included(noun: Token) -> bool:
    """ "including 660 Americans", "among them 40 Danes": a part of what was counted before."""
    return any(t.lower_ in ("including", "among", "included", "alongside", "plus") for t in [*ancestors(noun)][:3])


def continue_list(item: tuple[Participant | None, Participant | None], first: Draft, made: Draft) -> None:
    """What a list leaves out is as its first number has it: the same place for another actor, the same actor at another place."""
    actor, place = item
    if actor is not None:
        made.put("actor", actor)
    if place is not None:
        made.drop("site")
        made.put("site" if place.name is not None and place.name.kind is NameKind.SITE else "place", place)
    for name in ("actor", "place", "site", "measure"):
        is_other = name in ("place", "site") and place is not None
        if name not in made.args and name in first.args and not is_other:
            made.put(name, first.args[name], first.spans.get(name))
            for table in (made.ids, made.locations, made.origins):
                taken = getattr(first, "ids" if table is made.ids else "locations" if table is made.locations else "origins")
                if name in taken:
                    table[name] = taken[name]
    made.standing = first.standing
    if made.time is None and first.time is not None:
        made.time, made.spans["time"] = first.time, first.spans["time"]
