"""Several gifts in one sentence: things one by one, givers without their verb, and parts of a sum."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame
from onrecord.claims.gapping import gapped_names
from onrecord.claims.goods import is_helped, is_money, money_of, put_goods
from onrecord.claims.participants import joined, participants
from onrecord.claims.phrases import is_force, is_people, of_name
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.story import Story
from onrecord.claims.tree import child, children, conjuncts, is_noun, is_verb, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Count, Kind, Mention, Status
from onrecord.nlp.tokens import Token

WHOLES = frozenset("total which sum amount money that this".split())


def each_thing(scene: Scene, made: Draft) -> Iterator[Draft]:
    """ "sent 1,000 missiles, 30 drones and four tanks": each thing with a number of its own is a claim."""
    first = _counted(scene, made)
    if first is None:
        return
    top = first
    while top.dep_ == "conj" and is_noun(top.head):
        top = top.head
    if top.i != first.i and scene.name_at(top) is None:
        made.count(None)  # "sent blankets, tents and 200 generators"
        made.spans.pop("quantity", None)
        yield from _with_each(scene, made, top, [t for t in conjuncts(top) if t.i != top.i])
        return
    yield from _with_each(scene, made, first, [t for t in conjuncts(first) if t.i != first.i])


def _with_each(scene: Scene, made: Draft, first: Token, rest: list[Token]) -> Iterator[Draft]:
    """The first thing by itself, and each of the rest that has a number."""
    others = [(t, count) for t in rest if (count := _own_count(scene, t)) is not None]
    if not others:
        return
    put_goods(scene, made, first, coordinated=False)
    for noun, count in others:
        also = made.copy()
        also.count(count.value.quantity, scene.in_report(count.span))
        put_goods(scene, also, noun, coordinated=False)
        yield also


def _counted(scene: Scene, made: Draft) -> Token | None:
    """The noun of what is given, where it has a number that is no sum of money."""
    span = made.spans.get("quantity")
    if made.quantity is None or span is None or is_money(made.quantity):
        return None
    mention = next((m for m in scene.counts if scene.in_report(m.span) == span), None)
    noun = mention.value.noun if mention is not None else None
    return next((t for t in scene.tokens if noun is not None and noun.begin <= t.idx < noun.end and is_noun(t)), None)


def _own_count(scene: Scene, noun: Token) -> Mention[Count] | None:
    """The number of a thing, or the sum that it is worth; people are no things."""
    if (
        scene.name_at(noun) is not None
        or is_people(noun)
        or (is_force(noun) and noun.lower_ not in word_set("people", "nouns_asset"))
    ):
        return None
    count = scene.count_of(noun)
    if count is not None:
        return None if is_money(count.value.quantity) else count
    below = {t.i for t in noun.subtree}
    sums = (m for m in scene.counts if is_money(m.value.quantity) and (r := scene.root_of(m.span)) is not None and r.i in below)
    return next(sums, None)


def each_giver(scene: Scene, made: Draft) -> Iterator[Draft]:
    """ "Poland has sent 240 tanks, the Czech Republic about 20 and Norway eight": the verb is said once."""
    span, donor = made.spans.get("quantity"), made.spans.get("donor")
    if made.quantity is None or span is None or donor is None or donor.begin > span.begin:
        return
    for name, count in gapped_names(scene, span.end - scene.sentence.span.begin):
        also = made.copy()
        quantity = count.value.quantity
        if quantity.unit is None:
            quantity = replace(quantity, unit=made.quantity.unit)
        also.put("donor", as_state(of_name(scene, name)))
        also.count(quantity, scene.in_report(count.span))
        noun = _noun_of(scene, count)
        if noun is not None:
            put_goods(scene, also, noun, coordinated=False)
        yield also


def each_donor(scene: Scene, story: Story, frame: Frame, made: Draft) -> Iterator[Draft]:
    """ "Saudi Arabia and Kuwait each pledged $500 million": as much from the one as from the other."""
    who = frame.agent
    if who is None or "donor" not in made.args or not any(t.lower_ == "each" for t in (*frame.head.children, *who.subtree)):
        return
    several = [p for _, p in participants(scene, story, who) if p.name is not None]
    if len(several) < 2:
        return
    made.put("donor", as_state(several[0]))
    for donor in several[1:]:
        also = made.copy()
        also.put("donor", as_state(donor))
        yield also


def _noun_of(scene: Scene, count: Mention[Count]) -> Token | None:
    noun = count.value.noun
    return next((t for t in scene.tokens if noun is not None and noun.begin <= t.idx < noun.end and is_noun(t)), None)


@rule
def claim_aid_part(scene: Scene, story: Story) -> Iterator[Draft]:
    """Parts of a sum of aid that the report has told of: "Of the total, $350 million will come from stocks and $650 million will be
    spent on new arms"."""
    if story.donor is None or story.recipient is None or scene.lower.isdisjoint(WHOLES) or "of" not in scene.lower:
        return
    whole = next((t for t in scene.tokens if t.lower_ == "of" and t.dep_ == "prep" and _is_whole(t)), None)
    if whole is None:
        return
    for verb in scene.tokens:
        if verb.i < whole.i or not is_verb(verb) or verb.dep_ in ("aux", "auxpass"):
            continue
        part = next((c for c in children(verb, "nsubj", "nsubjpass") if money_of(scene, c) is not None), None)
        if part is None:
            part = _swallowed(scene, verb)
        money = money_of(scene, part) if part is not None else None
        if money is None:
            continue
        made = draft(scene, Kind.ASSISTANCE, name_of(claim_aid_part), verb)
        planned = made.standing.status is not Status.ACTUAL
        made.put("action", "pledged" if planned else "provided", scene.at(verb))
        made.put("donor", story.donor)
        helped = next((o for p, o in preposition_objects(verb) if p in ("to", "for") and is_helped(scene, story, o)), None)
        made.put("recipient", as_state(joined(scene, story, helped)) or story.recipient)
        made.count(*money)
        yield made


def _is_whole(of: Token) -> bool:
    over = child(of, "pobj")
    return over is not None and over.lower_ in WHOLES and (over.lower_ == "which" or of.i <= 1)


def _swallowed(scene: Scene, verb: Token) -> Token | None:
    """ "$350 million comes from stocks and $650 million will be spent", where the parse joins the second sum to "stocks"."""
    first = min([t.i for t in children(verb, "aux", "auxpass")], default=verb.i)
    before = scene.doc[first - 1] if first > 0 else None
    return before if before is not None and before.dep_ == "conj" and money_of(scene, before) is not None else None
