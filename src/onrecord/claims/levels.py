"""Force levels: a number of forces that an actor has somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from onrecord.claims.bare_numbers import CAPS, STAY, is_number_of_forces, is_toll, stays, topic_of, verb_of
from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.counting import counting_of
from onrecord.claims.force_nouns import is_asset
from onrecord.claims.frames import is_stationed
from onrecord.claims.owners import owner_of
from onrecord.claims.participants import participant
from onrecord.claims.phrases import is_force, of_name
from onrecord.claims.places import place_at, places_of
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_forces_of
from onrecord.claims.status import Standing, standing_of
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import subject
from onrecord.claims.tree import ancestors, child, clause_of, conjuncts, is_verb, preposition_objects
from onrecord.claims.wheres import widened
from onrecord.lexicon.words import word_set
from onrecord.model import Count, Kind, Mention, NameKind, Quantity, Span, Status

BRINGING = frozenset(
    "bring brings bringing brought raise raises raising raised take takes taking push pushes pushing lift lifting".split()
)
HOLD = frozenset(
    """numbers numbered totals totaled have has had having keep keeps kept keeping maintain maintains maintained maintaining host hosts hosted
    hosting field fields fielded station stations stationed leave leaves leaving retain retains retained retaining""".split()
)
PLACED = frozenset("stationed based posted garrisoned deployed".split())
STANDING = frozenset("stand stands stood".split())
LEAVING = frozenset("leave leaves leaving left".split())
ADDING = frozenset("add adds added adding".split())
CONSUMED = frozenset({Kind.CASUALTIES, Kind.ATTACK, Kind.ASSISTANCE, Kind.FORCE_CHANGE})
IN_PLACE = ("in", "at", "on", "across", "inside", "near", "throughout", "around", "within")
OTHERS = frozenset("nations countries partners allies members states contributors".split())


@rule
def claim_force_level(scene: Scene, story: Story) -> Iterator[Draft]:
    """A number of forces that somebody has somewhere, as a state: "about 5,000 soldiers in Iraq", "has 900 troops there",
    "the 2,500 US troops in Iraq", "some 3,000 remain"."""
    taken, gone = _consumed(scene), _gone(scene)
    last: Participant | None = None
    made_before: Draft | None = None
    for mention in scene.counts:
        noun = _counted_force(scene, story, mention)
        if (
            scene.is_question
            or noun is None
            or mention.value.quantity.start is not None
            or mention.value.quantity.to is not None
        ):
            continue
        embedded = noun.i in embedded_level_nouns(scene)
        if noun.i in taken and (not embedded or noun.i in gone):
            continue
        made = _level(scene, story, mention, noun, last)
        if made is None:
            continue
        last = story.force_actor
        if made_before is not None:
            if mention.value.noun is None and noun.dep_ == "conj":
                _share(made_before, made)
            yield made_before
        made_before = made
    if made_before is not None:
        yield made_before


def _share(first: Draft, second: Draft) -> None:
    """ "8,892 in Iraq and 1,720 in Syria" are counted alike and at the same time: what one number has, the other has."""
    for name in ("counting", "measure"):
        for giver, taker in ((first, second), (second, first)):
            if name in giver.args and name not in taker.args:
                taker.put(name, giver.args[name], giver.spans.get(name))
    if second.time is None and first.time is not None:
        second.time, second.spans["time"] = first.time, first.spans["time"]


def embedded_level_nouns(scene: Scene) -> frozenset[int]:
    """Counted forces that a definite phrase presents as being somewhere: "the roughly 700 American troops in Somalia"."""
    found = []
    for mention in scene.counts:
        noun = _counted_noun(scene, mention)
        if noun is None:
            continue
        det = child(noun, "det", "poss")
        presented = det is not None and (det.lower_ in ("the", "its", "their") or det.dep_ == "poss")
        if (presented and any(c.lower_ in ("present", "current", "existing", "remaining") for c in noun.children)) or (
            presented and (any(p in IN_PLACE for p, _ in preposition_objects(noun)) or child(noun, "acl", "relcl") is not None)
        ):
            found.append(noun.i)
    return frozenset(found)


def _consumed(scene: Scene) -> frozenset[int]:
    """Nouns that another predicate counts: the killed, the trained, the withdrawn."""
    found: set[int] = set()
    for frame in scene.frames:
        if frame.trigger.kind not in CONSUMED or frame.trigger.fields.get("frame") == "none":
            continue
        if is_stationed(frame):
            continue
        if frame.trigger.lemma == "leave" and (frame.passive or (frame.theme is not None and is_force(frame.theme))):
            continue  # "leaving 2,500 troops in the country" tells how many stay
        if frame.trigger.kind is Kind.FORCE_CHANGE:
            found.update(t.i for o in frame.objects("to", "from", "by") for t in conjuncts(o))
        for token in (frame.theme, frame.agent if not frame.passive and frame.trigger.kind is not Kind.ASSISTANCE else None):
            if token is not None:
                found.update(t.i for t in conjuncts(token))
    return frozenset(found)


def _gone(scene: Scene) -> frozenset[int]:
    """Forces that have left: "the 300 soldiers who were left there moved out" says how many there are no more."""
    return frozenset(
        frame.agent.i
        for frame in scene.frames
        if frame.trigger.kind is Kind.FORCE_CHANGE
        and frame.trigger.fields.get("direction") == "decrease"
        and not frame.is_nominal
        and frame.agent is not None
        and standing_of(frame.head).status is Status.ACTUAL
    )


def _counted_force(scene: Scene, story: Story, mention: Mention[Count]) -> Token | None:
    """The token that stands for the counted forces: their noun, or the bare number that carries the unit over."""
    if mention.value.noun is not None:
        return _counted_noun(scene, mention)
    root, unit = scene.root_of(mention.span), mention.value.quantity.unit
    if root is not None and root.dep_ == "nummod" and is_force(root.head):
        return root.head
    if root is None or (unit is not None and unit != "personnel") or is_toll(root):
        return None
    return root if unit == "personnel" or is_number_of_forces(scene, story, mention, root) else None


def _counted_noun(scene: Scene, mention: Mention[Count]) -> Token | None:
    """The noun of a number, if it means forces."""
    noun = scene.root_of(mention.value.noun) if mention.value.noun is not None else None
    quantity = mention.value.quantity
    if noun is None or quantity.unit == "percent":
        return None
    return noun if quantity.unit == "personnel" or is_force(noun) or _is_member_of_force(scene, noun) else None


def _is_member_of_force(scene: Scene, noun: Token) -> bool:
    """ "It has some 600 members", "more than 700 Americans are posted there"."""
    if noun.lower_ in ("member", "members", "people", "men"):
        placed = noun.dep_ == "nsubjpass" and noun.head.lower_ in PLACED
        return placed or (noun.dep_ == "dobj" and noun.head.lower_ in HOLD)
    named = scene.name_at(noun)
    return named is not None and named.value.type in ("state", "country") and noun.tag_ in ("NNPS", "NNS") and stays(noun)


def _level(scene: Scene, story: Story, mention: Mention[Count], noun: Token, last: Participant | None) -> Draft | None:
    verb = verb_of(noun)
    topic = topic_of(noun, verb)
    places = _where(scene, story, topic, verb)
    actor = _whose(scene, story, topic, verb) or last
    leaving = verb is not None and verb.lower_ in LEAVING and noun.dep_ == "dobj"
    if leaving and actor is not None and actor.name is None:
        actor = story.whose_forces  # "the order leaves 1,100 soldiers": whose they are the order does not say
    bare = (noun.tag_ == "CD" and is_number_of_forces(scene, story, mention, noun)) or topic.i != noun.i
    state = noun.i in embedded_level_nouns(scene) or places or bare or _is_state(noun, verb)
    if not state or (actor is None and not places and not bare):
        return None
    actor = actor or (story.whose_forces if noun.lower_ != "fighters" else None)
    embedded = noun.i in embedded_level_nouns(scene)
    made = draft(
        scene, Kind.FORCE_LEVEL, name_of(claim_force_level), noun, None if embedded else verb, status=_says_how_sure(noun, verb)
    )
    if leaving and verb is not None and verb.lower_ in ("leave", "leaves") and made.standing.status is Status.ACTUAL:
        made.standing = Standing(Status.PLANNED, verb)
    if embedded or _is_stock_that_grows(noun):
        made.standing = _standing_of_stock(noun)
        made.spans.pop("status", None)
        if "time" in made.spans and not _is_within(scene, made.spans["time"], noun):
            made.time = None
            made.spans.pop("time")
    if verb is not None and made.standing.status is Status.ACTUAL and (whole := _whole_of(verb)) is not None:
        made.standing = standing_of(whole)
    if actor is not None and actor.name is None and is_asset(noun):
        return None  # a port's ships and a ministry's aircraft are no forces
    _not_of_the_past(scene, made, noun)
    made.put("actor", as_forces_of(actor))
    _put_place(scene, made, places, story)
    quantity = mention.value.quantity
    made.count(quantity.with_unit(_unit(noun, quantity)), mention.span.shift(scene.sentence.span.begin))
    made.put("measure", _measure(noun, verb, topic))
    counted = counting_of(scene, noun, mention.span)
    if counted is not None:
        made.put("counting", counted[0], scene.in_report(counted[1]))
    story.force_actor = actor or story.force_actor
    story.forces_until = scene.sentence.span.end
    _keep_place(story, places)
    return made


def _says_how_sure(noun: Token, verb: Token | None) -> Token:
    """The word whose clause says whether they are there: the verb of staying or having, else the noun with what governs it ("the plan
    foresees 400 soldiers in Gao")."""
    if verb is None:
        return noun
    governed = noun.dep_ in ("dobj", "nsubjpass") and noun.head.i == verb.i and verb.lower_ in word_set("status", "verbs_plan")
    return noun if governed else verb


def _whole_of(verb: Token) -> Token | None:
    """The clause that gives the whole of which a relative clause counts a part: "is to have 500, of whom 80 are Spanish"."""
    if verb.dep_ != "relcl" or not any(t.lower_ in ("whom", "which") and t.dep_ == "pobj" for t in verb.subtree):
        return None
    return clause_of(verb.head)


def _not_of_the_past(scene: Scene, made: Draft, noun: Token) -> None:
    """ "has 14,000 soldiers there, down from a peak of 100,000 in 2011": the year is the peak's."""
    said = made.spans.get("time")
    if said is None:
        return
    begin = said.begin - scene.sentence.span.begin
    between = [t.lower_ for t in scene.tokens if noun.idx < t.idx < begin]
    if any(a in ("down", "up") and b == "from" for a, b in pairwise(between)):
        made.time = None
        made.spans.pop("time")


def _standing_of_stock(noun: Token) -> Standing:
    """What is there already, unless its own clause says that it is to be: "the 400 soldiers who will stay", "those still to leave"."""
    clause = child(noun, "relcl", "acl")
    said = standing_of(clause) if clause is not None and clause.lower_ in STAY else Standing(Status.ACTUAL)
    return said if said.status in (Status.PLANNED, Status.CONDITIONAL, Status.POSSIBLE) else Standing(Status.ACTUAL)


def _is_stock_that_grows(noun: Token) -> bool:
    """ "will add 600 to a contingent of 2,000": what is there already."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "of" or not is_force(noun.head.head):
        return False
    prep = noun.head.head.head
    return noun.head.head.dep_ == "pobj" and prep.lower_ == "to" and prep.head.lower_ in ADDING


def _keep_place(story: Story, places: list[Participant]) -> None:
    """The country or region that the forces are in, for the sentences that leave it out; a base does not stand for it."""
    named = [p for p in places if p.name is not None and p.name.kind is not NameKind.SITE]
    story.force_place = named[0] if named else story.force_place


def _unit(noun: Token, quantity: Quantity) -> str:
    return quantity.unit or "personnel" if noun.lower_ in word_set("people", "nouns_asset") else "personnel"


def _put_place(scene: Scene, made: Draft, places: list[Participant], story: Story) -> None:
    for where in [widened(scene, place) for place in places]:
        made.put("site" if where.name is not None and where.name.kind is NameKind.SITE else "place", where)
        if "place" in made.args:
            return
    if not places and story.where_forces is not None:
        made.put("place", story.where_forces)


def _where(scene: Scene, story: Story, noun: Token, verb: Token | None) -> list[Participant]:
    found = _right_after(scene, story, noun) or places_of(scene, story, noun, prepositions=IN_PLACE)
    acl = child(noun, "acl", "relcl")
    if not found and acl is not None:
        found = places_of(scene, story, acl, prepositions=IN_PLACE)
    if not found and verb is not None and (verb.lower_ in STAY or verb.lower_ in HOLD) and noun.dep_ != "conj":
        found = places_of(scene, story, verb, prepositions=IN_PLACE)
    return found


def _right_after(scene: Scene, story: Story, noun: Token) -> list[Participant]:
    """The place that follows the number or its noun at once: "1,100 in Niger, 900 in Chad and 300 in Gabon"."""
    following = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    if following is None or following.lower_ not in IN_PLACE:
        return []
    inside = child(following, "pobj")
    inside = inside if inside is not None and inside.i - following.i <= 5 else None
    return [where for t in conjuncts(inside) if (where := place_at(scene, story, t)) is not None] if inside is not None else []


def _whose(scene: Scene, story: Story, noun: Token, verb: Token | None) -> Participant | None:
    owner = owner_of(scene, story, noun)
    if owner is not None:
        return owner
    named = scene.name_at(noun)
    if named is not None and named.value.kind in (NameKind.ACTOR, NameKind.PLACE):
        return participant(scene, story, noun)
    holds = verb is not None and verb.lower_ in HOLD and noun.dep_ == "dobj"
    following = noun.nbor(1) if noun.i + 1 < len(noun.doc) and not holds else None
    after = child(following, "pobj") if following is not None and following.lower_ == "from" else None
    if after is not None and (after.lower_ in OTHERS or scene.name_at(after) is not None):
        return participant(scene, story, after)
    if verb is not None and verb.lower_ in ("be", "is", "are", "was", "were") and noun.dep_ not in ("nsubj", "attr"):
        who = subject(verb)
        named = scene.name_at(who) if who is not None else None
        if named is not None and named.value.kind in (NameKind.ACTOR, NameKind.PLACE):
            return of_name(scene, named)
    stands = verb is not None and verb.lower_ in STANDING and noun.dep_ == "pobj" and noun.head.lower_ == "at"
    if verb is not None and (stands or (verb.lower_ in HOLD and noun.dep_ in ("dobj", "conj", "appos"))):
        who = subject(verb)
        return participant(scene, story, who) if who is not None and who.i != noun.i else None
    return None


def _is_state(noun: Token, verb: Token | None) -> bool:
    """Whether the clause says that they are, stay or are had."""
    if verb is None or any(c.lower_ in ("home", "out", "gone", "due") for c in verb.children):
        return False
    if verb.lower_ in HOLD:
        return noun.dep_ == "dobj"
    if verb.lower_ in STANDING and noun.dep_ == "pobj" and noun.head.lower_ == "at":
        return True
    return verb.lower_ in STAY and noun.dep_ in ("nsubj", "nsubjpass", "attr", "conj", "dobj")


def _is_within(scene: Scene, span: Span, noun: Token) -> bool:
    """Whether words of the report belong to the noun phrase."""
    last = scene.at(max(noun.subtree, key=lambda t: t.i))
    return span.begin >= scene.at(min(noun.subtree, key=lambda t: t.i)).begin and span.end <= last.end


@rule
def claim_total(scene: Scene, story: Story) -> Iterator[Draft]:
    """A total that is reached: "bringing the number of African Union troops there to 9,000"."""
    for verb in scene.tokens:
        total = child(verb, "dobj") if verb.lower_ in BRINGING else None
        if total is None or total.lower_ not in ("total", "number", "strength"):
            continue
        reached = next(
            (m for p, o in preposition_objects(verb) if p == "to" and (m := scene.count_at(o) or scene.count_of(o))), None
        )
        forces = next((o for p, o in preposition_objects(total) if p == "of" and is_force(o)), None)
        if reached is None or forces is None or reached.value.quantity.start is not None:
            continue
        made = draft(scene, Kind.FORCE_LEVEL, name_of(claim_total), verb, total)
        made.put("actor", as_forces_of(_whose(scene, story, forces, None) or story.force_actor))
        _put_place(scene, made, _where(scene, story, forces, verb), story)
        made.count(reached.value.quantity.with_unit("personnel"), scene.in_report(reached.span))
        yield made


def _measure(noun: Token, verb: Token | None, topic: Token) -> str | None:
    """Whether the number is a ceiling: by its own noun, what it stands under, or a verb of allowing."""
    governs = noun.dep_ in ("dobj", "nsubjpass") or (noun.dep_ == "pobj" and noun.head.lower_ == "at")
    own = [noun, topic, *noun.children, *([verb] if verb is not None and governs else [])]
    above = [t for t in ancestors(noun) if not is_verb(t)][:4] + [t for t in ancestors(topic) if not is_verb(t)][:3]
    return "cap" if any(t.lower_ in CAPS for t in (*own, *above)) else None
