"""Coordination that leaves the verb out: "sent 5,000 troops to Iraq, 500 to Syria and 70 to Jordan"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.phrases import of_name
from onrecord.claims.places import place_at
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import child, is_verb
from onrecord.model import Count, Mention, Name, NameKind

JOINTS = frozenset({",", ";", "and"})
WHERE = frozenset("to in from into for at".split())
MAX_BETWEEN = 12
"""Words that may stand between one number and the next name: the goods, with what they are for."""
OWN = frozenset(["its", "their", "between"])
MODIFYING = frozenset("about around some roughly nearly almost another further a the approximately only".split())


def gapped(scene: Scene, story: Story, begin: int) -> Iterator[tuple[Mention[Count], Participant]]:
    """Each number without a noun that follows offset ``begin`` of the sentence directly, joined by a comma or "and", with the place
    that follows it."""
    for mention in scene.counts:
        if (
            mention.span.begin < begin
            or mention.value.noun is not None
            or mention.value.quantity.unit not in (None, "personnel")
        ):
            continue
        between = [t for t in scene.doc if begin <= t.idx < mention.span.begin]
        if not between or any(t.lower_ not in JOINTS | MODIFYING for t in between) or between[0].lower_ not in JOINTS:
            return
        following = next((t for t in scene.doc if t.idx >= mention.span.end), None)
        if following is None or following.lower_ not in WHERE:
            return
        inside = child(following, "pobj")
        where = place_at(scene, story, inside) if inside is not None else None
        if where is None:
            return
        yield mention, where
        begin = where.span.end - scene.sentence.span.begin


def gapped_names(scene: Scene, begin: int) -> Iterator[tuple[Mention[Name], Mention[Count]]]:
    """Each name of a body or state right before a number, joined by a comma or "and" to what ends at offset ``begin``: "sent 240
    tanks, the Czech Republic about 20 and Norway eight"."""
    for mention in scene.counts:
        if mention.span.begin < begin:
            continue
        name = next((n for n in reversed(scene.names) if begin <= n.span.begin and n.span.end <= mention.span.begin), None)
        if name is None or not _may_act(scene, name):
            return
        joints = [t.lower_ for t in scene.tokens if begin <= t.idx < name.span.begin]
        between = [t.lower_ for t in scene.tokens if name.span.end <= t.idx < mention.span.begin]
        verbs = any(is_verb(t) for t in scene.tokens if begin <= t.idx < name.span.begin)
        parted = bool(joints) and joints[-1 - (joints[-1] == "the")] in JOINTS and not verbs
        if not parted or any(word not in MODIFYING | OWN for word in between) or len(joints) > MAX_BETWEEN:
            return
        yield name, mention
        begin = max(mention.span.end, mention.value.noun.end if mention.value.noun is not None else 0)


def _may_act(scene: Scene, name: Mention[Name]) -> bool:
    """Whether a name is of a body or a state, or of a capital that stands for it."""
    if name.value.kind is NameKind.ACTOR or name.value.type in ("country", "state"):
        return True
    who = of_name(scene, name)
    return as_state(who) is not who
