"""Coordination that leaves the verb out: "sent 5,000 troops to Iraq, 500 to Syria and 70 to Jordan"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.places import place_at
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import child
from onrecord.model import Count, Mention

JOINTS = frozenset({",", ";", "and"})
WHERE = frozenset("to in from into for at".split())
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
