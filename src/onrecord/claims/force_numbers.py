"""The numbers of a move of forces: from, to, by how much."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.claims.force_nouns import GROUPS, counts_forces, is_all, is_asset
from onrecord.claims.frames import Frame
from onrecord.claims.levels import embedded_level_nouns
from onrecord.claims.phrases import is_force
from onrecord.claims.scene import Scene
from onrecord.claims.tree import preposition_objects
from onrecord.lexicon.units import singular
from onrecord.model import Quantity, Span


def numbers_of_move(scene: Scene, frame: Frame, moved: Token, direction: str) -> tuple[Quantity | None, Span | None]:
    """Where from, where to and by how much: "from 5,200 to 3,000", "to 2,500", "by 500", "500 troops", "all troops" (to zero)."""
    parts: dict[str, float] = {}
    spans: list[Span] = []
    approx = False
    for prep, obj in frame.obliques:
        count = scene.count_at(obj) or scene.count_of(obj)
        if count is None or not counts_forces(count.value.quantity.unit):
            continue
        number = count.value.quantity
        if number.start is not None or number.to is not None:
            parts |= {k: v for k, v in (("start", number.start), ("to", number.to), ("delta", number.delta)) if v is not None}
        elif prep == "from" and number.low is not None and number.high is not None and number.value is None:
            ends = (number.low, number.high) if direction == "increase" else (number.high, number.low)
            parts |= {"start": ends[0], "to": ends[1]}
        elif number.value is not None and prep in ("from", "to", "by"):
            parts.setdefault({"from": "start", "to": "to", "by": "delta"}[prep], number.value)
        else:
            continue
        approx = approx or number.approx
        spans.append(count.span)
    counted = scene.count_of(moved)
    if counted is None and (is_force(moved) or moved.lower_ in GROUPS):
        counted = next((m for p, o in preposition_objects(moved) if p == "of" and (m := scene.count_of(o))), None)
    if counted is not None and counts_forces(counted.value.quantity.unit):
        number = counted.value.quantity
        if number.start is not None or number.to is not None:
            parts |= {k: v for k, v in (("start", number.start), ("to", number.to), ("delta", number.delta)) if v is not None}
        elif number.value is not None and not parts and moved.i not in embedded_level_nouns(scene):
            parts["delta"] = number.value
        elif number.value is None and not parts:
            bounds = Quantity(low=number.low, high=number.high, unit=number.unit or "personnel", approx=number.approx)
            return bounds, counted.span.shift(scene.sentence.span.begin)
        approx = approx or number.approx
        spans.append(counted.span)
    if not parts and direction == "decrease" and is_force(moved) and is_all(scene, moved):
        return Quantity(to=0, unit="personnel"), scene.at(moved)
    if not parts:
        return None, None
    unit = "personnel" if not is_asset(moved) else singular(moved.lower_)
    return Quantity(start=parts.get("start"), to=parts.get("to"), delta=parts.get("delta"), unit=unit, approx=approx), spans[
        0
    ].shift(scene.sentence.span.begin)
