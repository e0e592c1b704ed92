"""Names that head a line of a list: "Germany: 1,355", "- Kenya - 1,000 police"."""

from __future__ import annotations

import re

from onrecord.claims.scene import Scene
from onrecord.model import Kind, Mention, Name
from onrecord.nlp.lists import BULLET

LABEL = re.compile(r"\s*(?::|\s[–—-]\s|\((?=[^)]*\d))\s*")
NEXT = 3
STATES = ("state", "country", "alliance", "organization")


def label_of(scene: Scene) -> Mention[Name] | None:
    """The state whose name heads the line: "Germany: 1,355", "- Kenya - 1,000 police"."""
    if not scene.names or not scene.names[0].value.type.startswith(STATES):
        return None
    named, text = scene.names[0], scene.sentence.text
    if _is_counted_of_another(scene):
        return None  # "Kuwait: 13,500 American personnel" is headed by where they are
    before = BULLET.sub("", text[: named.span.begin]).strip().lower()
    return named if before in ("", "the", "-", "*", "•") and LABEL.match(text, named.span.end) else None


def _is_counted_of_another(scene: Scene) -> bool:
    """Whether the number's own noun says whose they are: "13,500 American personnel"."""
    count = scene.counts[0] if scene.counts else None
    noun = scene.root_of(count.value.noun) if count is not None and count.value.noun is not None else None
    if noun is None:
        return False
    inside = (scene.root_of(m.span) for m in scene.names[1:] if m.value.type == "state")
    return any(root is not None and root.head.i == noun.i for root in inside)


def tells(scene: Scene) -> bool:
    """Whether the line is a sentence with a verb of its own, or moves the forces that it counts: "800 soldiers moved to Latvia"."""
    text = scene.sentence.text
    first = text.split(", ")[0] if scene.counts else text
    if any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") and t.idx < len(first) for t in scene.tokens):
        return True
    counted = {t.i for m in scene.counts[:1] if (t := scene.root_of(m.value.noun or m.span)) is not None}
    moving = (f.head for f in scene.frames if f.trigger.kind is Kind.FORCE_CHANGE and not f.is_nominal)
    return any(verb.head.i in counted and verb.i - verb.head.i <= NEXT for verb in moving)
