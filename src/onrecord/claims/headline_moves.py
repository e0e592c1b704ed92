"""Headlines that a report's own sentences explain: "Last Marines out of Grenada", "UNAMSIL grows again", "PENTAGON ORDERS CUT TO 2,500"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.force_further import copy_of
from onrecord.claims.force_nouns import counts_forces
from onrecord.claims.phrases import is_force, of_name
from onrecord.claims.scene import Scene
from onrecord.claims.states import of_capital
from onrecord.lexicon.triggers import Trigger, triggers_by_form
from onrecord.lexicon.words import word_set
from onrecord.model import Count, Kind, Mention, Name, NameKind, Origin, Quantity, Status, Step
from onrecord.nlp.tokens import Token

PARTS = ("to", "delta", "start")
SAID = {"to": "to", "by": "delta", "from": "start"}
WAYS = {"decrease": "words_down", "increase": "words_up", "none": "words_on"}
MOVES = (Kind.FORCE_CHANGE, Kind.FORCE_LEVEL)
OFFICES = ("ministry", "government")
NEAR = 1_500
"""Characters below a heading within which the report tells what it heads."""


def is_heading(scene: Scene) -> bool:
    """Whether a line heads a report, or, in capitals alone, a part of a digest."""
    text = scene.sentence.text
    return scene.is_headline or (text.isupper() and text[-1] not in ".!?:" and len(text.split()) > 2)


@rule
def claim_headline_move(scenes: Sequence[Scene], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A move of forces that a headline tells in its own grammar ("UNAMSIL grows again", "White House orders bulk of force out of
    Lebanon"): whose, when and whether it is done or planned are taken from the sentence below that tells the same move."""
    for number, scene in enumerate(scenes):
        told = any(d.scene is scene and d.kind in MOVES for d in drafts)
        if told or not is_heading(scene) or scene.is_question or _is_of_a_site(scene):
            continue
        end = next((s.sentence.span.begin for s in scenes[number + 1 :] if is_heading(s)), None)
        begin = scene.sentence.span.end
        end = min(end or begin + NEAR, begin + NEAR)
        below = [d for d in drafts if begin <= d.evidence.begin < end]
        yield from _retold(scene, below)


def _is_of_a_site(scene: Scene) -> bool:
    """ "Coalition leaves sixth site in three weeks": of bases, and not of forces."""
    sites = word_set("people", "nouns_site") | {"site", "sites"}
    return not scene.lower.isdisjoint(sites) and not any(is_force(t) for t in scene.tokens)


def _retold(scene: Scene, below: Sequence[Draft]) -> Iterator[Draft]:
    ways = _ways(scene)
    denied = not scene.lower.isdisjoint(word_set("headlines", "words_not"))
    told: set[tuple[object, ...]] = set()
    for like in below:
        way, actor = str(like.args.get("direction")), _actor_in(scene, like)
        if like.kind is not Kind.FORCE_CHANGE or way not in ways or actor is None:
            continue
        if (like.standing.status is Status.DENIED) != denied or "measure" in like.args:
            continue
        place = _place_in(scene, like, actor)
        number = _number_in(scene, like)
        key = (way, like.args.get("actor"), like.args.get("place") if place is None else place.value.canonical)
        if number is False or key in told:
            continue
        told.add(key)
        yield _made(scene, like, ways[way], actor, place, number)
        if place is None:
            return


def _made(
    scene: Scene,
    like: Draft,
    word: Token,
    actor: Mention[Name],
    place: Mention[Name] | None,
    number: tuple[Quantity, Mention[Count]] | None,
) -> Draft:
    """The claim of the heading, with what the sentence below it lends."""
    made = draft(scene, Kind.FORCE_CHANGE, name_of(claim_headline_move), word)
    made.standing = like.standing
    made.spans.pop("status", None)
    lent = copy_of(like)
    made.args, made.ids = lent.args, lent.ids
    made.locations, made.origins = lent.locations, dict.fromkeys(lent.args, Origin(Step.REPORT))
    made.args.pop("what", None)
    for name, span in lent.spans.items():
        if name in made.args:
            made.spans[name] = span
    made.spans["direction"] = scene.at(word)
    made.spans["actor"] = scene.in_report(actor.span)
    if actor.value.type in OFFICES:
        made.source = scene.sentence.text[actor.span.begin : actor.span.end]  # "Pentagon orders cut to 2,500"
    if place is not None:
        for name in ("place", "site"):
            made.drop(name)
        made.put("site" if place.value.kind is NameKind.SITE else "place", of_name(scene, place))
    if number is not None:
        made.count(number[0], scene.in_report(number[1].span))
    if made.standing.status is not Status.ACTUAL and (body := _who_orders(scene)) is not None:
        made.source, made.spans["source"] = body.span.cut(scene.sentence.text), scene.in_report(body.span)
    return made


def _who_orders(scene: Scene) -> Mention[Name] | None:
    """ "Pentagon to pull brigade out", "WHITE HOUSE ORDERS CUT": the body of a government that opens a heading is who says so."""
    first = next(iter(scene.names), None)
    opens = first is not None and first.span.begin == 0 and first.value.kind is NameKind.ACTOR
    return first if opens and first is not None and first.value.type in ("ministry", "government") else None


def _ways(scene: Scene) -> dict[str, Token]:
    """The direction that the heading's words tell, with its word: by its own short words before the verbs of all sentences."""
    short = {way: t for way, words in WAYS.items() for t in scene.tokens if t.lower_ in word_set("headlines", words)}
    if "none" in short:
        short = {"none": short["none"]}  # "votes to stay 18 more months"
    if not (scene.counts or any(is_force(t) for t in scene.tokens)):
        short = {way: t for way, t in short.items() if t.lower_ not in word_set("headlines", "words_weak")}
    long = {
        trigger.fields["direction"]: token
        for token in scene.tokens
        for trigger in triggers_by_form().get(token.lower_, ())
        if trigger.kind is Kind.FORCE_CHANGE and _has_its_words(scene, trigger)
    }
    ways = short or long
    return ways if len(ways) == 1 else {}


def _has_its_words(scene: Scene, trigger: Trigger) -> bool:
    wanted = trigger.fields.get("with")
    unwanted = trigger.fields.get("without")
    beside = trigger.particle is None or trigger.particle in scene.lower
    kept = not unwanted or scene.lower.isdisjoint(unwanted.split())
    return beside and kept and (not wanted or not scene.lower.isdisjoint(wanted.split()))


def _actor_in(scene: Scene, like: Draft) -> Mention[Name] | None:
    """The name in the heading of who moves forces below."""
    country, actor = like.ids.get("actor.country"), like.args.get("actor")
    for mention in scene.names:
        place = mention.value.kind is NameKind.PLACE and mention.value.type != "country"
        same = of_capital(of_name(scene, mention)).text == actor or mention.value.canonical == actor
        if same or (country is not None and mention.value.country == country and not place):
            return mention
    return None


def _is_where(scene: Scene, mention: Mention[Name], actor: Mention[Name]) -> bool:
    return (
        mention is not actor
        and mention.value.kind in (NameKind.PLACE, NameKind.SITE)
        and (actor.value.country is None or mention.value.country != actor.value.country)
    )


def _place_in(scene: Scene, like: Draft, actor: Mention[Name]) -> Mention[Name] | None:
    """The place that the heading names: the one that the move below goes to, or the only one."""
    country = like.ids.get("place.country") or like.ids.get("site.country")
    near = [m for m in scene.names if _is_where(scene, m, actor)]
    same = (m for m in near if country is not None and m.value.country == country)
    return next(same, near[0] if len(near) == 1 else None)


def _number_in(scene: Scene, like: Draft) -> tuple[Quantity, Mention[Count]] | Literal[False] | None:
    """The heading's number as the sentence below has it; ``False`` where the heading counts what that sentence does not."""
    counts = [m for m in scene.counts if m.value.quantity.value is not None and counts_forces(m.value.quantity.unit)]
    if not counts:
        return None
    known = like.quantity.numbers if like.quantity is not None else {}
    for mention in counts:
        value = mention.value.quantity.value
        part = next((name for name in PARTS if known.get(name) == value), None)
        said = SAID.get(_word_before(scene, mention)) if part is None else part
        part = said if said == part or said not in known else None  # "cut to 2,500" over "500 of the 3,000"
        if part is not None and value is not None:
            return _only(part, value, like), mention
    return False


def _word_before(scene: Scene, mention: Mention[Count]) -> str:
    before = scene.sentence.text[: mention.span.begin].lower().split()
    return before[-1] if before else ""


def _only(part: str, value: float, like: Draft) -> Quantity:
    """One number of a move, counted as the move below counts it."""
    unit = like.quantity.unit if like.quantity is not None else "personnel"
    numbers = {name: value if name == part else None for name in PARTS}
    return Quantity(start=numbers["start"], to=numbers["to"], delta=numbers["delta"], unit=unit)
