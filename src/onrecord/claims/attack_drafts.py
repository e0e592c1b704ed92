"""The parts that all drafts of attacks share: status, place, how many."""

from __future__ import annotations

from onrecord.claims.building import Draft, draft
from onrecord.claims.frames import Frame
from onrecord.claims.scene import Scene
from onrecord.claims.status import Standing, standing_of_event
from onrecord.claims.story import Story
from onrecord.claims.tree import ancestors, children, is_verb, preposition_objects
from onrecord.claims.wheres import near_name, place_of_event
from onrecord.model import Kind, Status
from onrecord.nlp.tokens import Token

HAPPENED = frozenset("took happened occurred killed wounded left destroyed hit".split())
NOT_COUNTS = frozenset({"percent", "person", "personnel", "day", "hour", "occasion", "month", "year", "week"})


def start(scene: Scene, frame: Frame, rule_name: str, *more: Token | None) -> Draft:
    """A draft; an attack that a noun names is taken for granted unless its own words or its light verb say otherwise."""
    made = draft(scene, Kind.ATTACK, rule_name.replace("_", "-").removeprefix("claim-"), frame.head, frame.light, *more)
    if frame.is_nominal:
        made.standing = standing_of_event(frame.head, frame.light)
        if any(t.dep_ == "relcl" and t.lower_ in HAPPENED for t in frame.head.subtree):
            made.standing = Standing(Status.ACTUAL)
        if made.standing.word is None:
            made.spans.pop("status", None)
    return made


def put_place(scene: Scene, story: Story, made: Draft, frame: Frame, *heads: Token | None) -> None:
    """Where the attack was, unless the place is what was hit."""
    hit = made.args.get("target")
    where = place_of_event(scene, story, frame.head, *heads, frame.light, avoid=hit if isinstance(hit, str) else None)
    if where is None and frame.theme is not None:
        where = near_name(scene, story, frame.theme)
    own = made.spans.get("attacker")
    if where is not None and own is not None and own.overlaps(where.span) and where.text == made.args.get("attacker"):
        return  # "Russia's invasion" was not in Russia
    if where is not None and (where.text != hit or where.name is not None):
        made.put("place", where)


def put_count(scene: Scene, made: Draft, token: Token | None, verb: Token | None = None) -> None:
    """How many strikes, rockets or attacks."""
    count = scene.count_of(token) if token is not None else None
    if count is None or count.value.quantity.unit in NOT_COUNTS:
        _put_times(scene, made, token if token is not None else verb)
        return
    unit = count.value.quantity.unit
    made.count(
        count.value.quantity.with_unit("strike" if unit in ("airstrike", "air strike") else unit), scene.in_report(count.span)
    )


def _put_times(scene: Scene, made: Draft, token: Token | None) -> None:
    """ "attacked the town three times", "on at least three occasions": how many attacks."""
    verb = next((t for t in (token, *ancestors(token)) if is_verb(t)), None) if token is not None else None
    if verb is None:
        return
    said = [*children(verb, "npadvmod"), *(o for p, o in preposition_objects(verb) if p == "on")]
    times = next((t for t in said if t.lower_ in ("times", "occasions")), None)
    count = scene.count_of(times) if times is not None else None
    if count is not None:
        made.count(count.value.quantity.with_unit("attack"), scene.in_report(count.span))
