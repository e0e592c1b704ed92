"""Force levels: a number of forces that an actor has somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.claims.bare_numbers import is_number_of_forces, verb_of
from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.counting import counting_of
from onrecord.claims.force_labels import label_of, tells
from onrecord.claims.force_makeup import makeup_nouns
from onrecord.claims.force_nouns import counts_forces, is_asset
from onrecord.claims.force_owners import for_its_state
from onrecord.claims.force_parts import is_near
from onrecord.claims.force_places import mission_ground
from onrecord.claims.level_answers import asked, is_answer
from onrecord.claims.level_caps import bounded, limiting_verb, measure_of, standing_of_cap
from onrecord.claims.level_checks import is_aside, is_state, is_stock_that_grows, is_told, is_total_of_the_gone
from onrecord.claims.level_lists import continue_list, is_included, list_item
from onrecord.claims.level_nouns import consumed, counted_force, embedded_level_nouns, forces_gone
from onrecord.claims.level_owners import is_uniformed, owner_of_base, whose, with_them
from onrecord.claims.level_places import base_that_is_home, right_after, where
from onrecord.claims.level_topics import topic_of
from onrecord.claims.level_words import BRINGING, is_stay
from onrecord.claims.phrases import is_force
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_forces_of, sender_of
from onrecord.claims.status import Standing, standing_of
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import child, children, clause_of, is_verb, preposition_objects
from onrecord.claims.wheres import widened
from onrecord.lexicon.units import singular
from onrecord.lexicon.words import word_set
from onrecord.model import Count, Kind, Mention, NameKind, Quantity, Span, Status
from onrecord.nlp.tokens import Token

LEAVING = frozenset("leave leaves leaving left".split())
FEWER = re.compile(r"\s+(?:fewer|less|more)\s+than\b")
STAYING = frozenset("stay stays stayed remain remains remained staying remaining serve serves served serving".split())
DIVISIONS = frozenset(["province", "territory", "zone"])
ARMIES = frozenset(["army", "military", "the army", "the military", "armed forces", "country", "government"])
FOREIGN = frozenset("foreign international multinational african european western arab asian allied".split())
GROUPS = frozenset("brigade battalion regiment division squadron platoon company detachment".split())


@rule
def claim_force_level(scene: Scene, story: Story) -> Iterator[Draft]:
    """A number of forces that somebody has somewhere, as a state: "about 5,000 soldiers in Iraq", "has 900 troops there",
    "the 2,500 US troops in Iraq", "some 3,000 remain"."""
    if scene.is_question:
        story.asked = asked(scene, story)
        return
    if not scene.counts or (label_of(scene) is not None and not tells(scene)):
        return  # "Chad: 600 soldiers" is an item of a list
    taken, gone = consumed(scene) | makeup_nouns(scene), forces_gone(scene)
    last: Participant | None = None
    before: Draft | None = None
    for mention in scene.counts:
        made = _continued(scene, story, mention, before, taken) or _claimed(scene, story, mention, last, taken, gone)
        made = made or (_answered(scene, story, mention) if before is None else None)
        if made is None:
            continue
        last = story.force_actor
        if before is not None:
            noun = scene.root_of(mention.span)
            if mention.value.noun is None and noun is not None and noun.dep_ == "conj":
                _share(before, made)
            yield before
        before = made
    if before is not None:
        yield before


def _claimed(
    scene: Scene, story: Story, mention: Mention[Count], last: Participant | None, taken: frozenset[int], gone: frozenset[int]
) -> Draft | None:
    if FEWER.match(scene.sentence.text, mention.span.end):
        return None  # "2,500 fewer than in May"
    noun = counted_force(scene, story, mention)
    if noun is None or mention.value.quantity.start is not None or mention.value.quantity.to is not None:
        return None
    if noun.i in taken and ((noun.i not in embedded_level_nouns(scene) and not is_aside(noun)) or noun.i in gone):
        return None
    topic = topic_of(noun)
    if topic is not None and noun.i not in embedded_level_nouns(scene) and _is_of_the_taken(topic.head, taken):
        return None
    if topic is not None and topic.head.lower_ == "total" and topic.head.i in taken:
        return None  # "a total of 244 soldiers arrived"
    if topic is not None and is_total_of_the_gone(scene, noun, topic.head):
        return None
    if _is_size_of_the_sent(scene, noun):
        return None
    group = noun.head.head
    if _is_of_the_taken(noun, taken) and group.dep_ == "nsubj" and group.lower_ in word_set("units", "nouns_group"):
        return None  # "the last group of 1,000 soldiers left"
    return _level(scene, story, mention, noun, last)


def _is_size_of_the_sent(scene: Scene, noun: Token) -> bool:
    """ "may deploy a 4,000-strong brigade", "sent a 300-strong unit": how large a force is that somebody sends, which is not there yet."""
    strong = noun.head if noun.head.lower_ == "strong" else None
    force = strong.head if strong is not None else None
    if force is None or not any(c.lower_ in ("a", "an") for c in force.children):
        return False
    return any(
        f.trigger.kind is Kind.FORCE_CHANGE and f.trigger.fields.get("direction") == "increase" and not f.is_nominal
        for f in scene.frames
        if f.theme is not None and f.theme.i == force.i
    )


def _is_of_the_taken(head: Token, taken: frozenset[int]) -> bool:
    """ "the first soldiers of a reinforcement of 200 arrived": the number is of what the move tells."""
    whole = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else None
    return whole is not None and whole.i in taken


def _continued(
    scene: Scene, story: Story, mention: Mention[Count], before: Draft | None, taken: frozenset[int]
) -> Draft | None:
    """A number that continues the list which another one of the sentence opened."""
    item = list_item(scene, mention) if before is not None else None
    noun = scene.root_of(mention.value.noun or mention.span)
    if before is None or item is None or noun is None or noun.i in taken or (is_force(noun) and not is_included(noun)):
        return None
    if _is_of_another_clause(scene, before, mention):
        return None
    made = draft(scene, Kind.FORCE_LEVEL, name_of(claim_force_level), noun)
    made.time = None
    made.spans.pop("time", None)
    made.count(mention.value.quantity.with_unit("personnel"), mention.span.shift(scene.sentence.span.begin))
    own = right_after(scene, story, scene.root_of(mention.value.number or mention.span) or noun)
    continue_list((item[0], own[0] if own else item[1]), before, made)
    return made


def _answered(scene: Scene, story: Story, mention: Mention[Count]) -> Draft | None:
    """The number that answers a question: "How many French soldiers are in Chad? About 1,000, the ministry says."."""
    noun = scene.root_of(mention.value.number or mention.span)
    if story.asked is None or noun is None or not is_answer(scene, story.asked, mention):
        return None
    made = draft(scene, Kind.FORCE_LEVEL, name_of(claim_force_level), noun)
    made.standing = Standing(Status.ACTUAL)
    made.evidence = Span(story.asked.span.begin, scene.sentence.span.end)
    made.put("actor", as_forces_of(story.asked.actor))
    _put_place(scene, made, list(story.asked.places), story)
    made.count(mention.value.quantity.with_unit("personnel"), mention.span.shift(scene.sentence.span.begin))
    story.asked = None
    return made


def _is_of_another_clause(scene: Scene, before: Draft, mention: Mention[Count]) -> bool:
    """ "It had 3,800 when a crowd turned on it and 30 were hurt: 11 Italians": a verb stands between the number and the list."""
    begin = before.spans["quantity"].end - scene.sentence.span.begin
    between = [t for t in scene.tokens if begin <= t.idx < mention.span.begin]
    return any(is_verb(t) and t.lower_ not in ("including", "followed", "has", "have", "had") for t in between)


def _share(first: Draft, second: Draft) -> None:
    """ "8,892 in Iraq and 1,720 in Syria" are counted alike and at the same time: what one number has, the other has."""
    for name in ("counting", "measure"):
        for giver, taker in ((first, second), (second, first)):
            if name in giver.args and name not in taker.args:
                taker.put(name, giver.args[name], giver.spans.get(name))
    if second.time is None and first.time is not None:
        second.time, second.spans["time"] = first.time, first.spans["time"]


def _level(scene: Scene, story: Story, mention: Mention[Count], noun: Token, last: Participant | None) -> Draft | None:
    topic = topic_of(noun)
    verb = verb_of(topic.head if topic is not None and noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun)
    places = where(scene, story, noun, topic, verb)
    if verb is not None and verb.lower_ == "be" and any(c.lower_ in ("back", "home") for c in children(verb, "advmod")):
        return None  # "15,000 troops are to be back in Germany" is a move
    base = base_that_is_home(noun)
    owner = whose(scene, story, mention, noun, topic, verb) or (owner_of_base(scene, base) if base is not None else None)
    if noun.tag_ == "CD" and topic is None and scene.sentence.text[: mention.span.begin].rstrip().endswith(" to"):
        return None  # "raise the number of troops kept in Latvia to as many as 2,200"
    if not is_told(mention.value.quantity, noun, verb, topic, owner, places):
        return None
    spots = (noun, *(topic.tokens if topic is not None else ()))
    others = next(((c, t) for t in spots for c in children(t, "amod") if c.lower_ in FOREIGN), None)
    foreign = others is not None
    if owner is None and others is not None and others[0].text[0].isupper():
        owner = Participant(f"{others[0].text} {others[1].text}", scene.at(*others))  # "African troops"
    owner = None if foreign and verb is not None and verb.lower_ in LEAVING else owner
    if owner is not None and owner.name is None and owner.text.lower() in ARMIES:
        owner = story.whose_forces or owner  # "the army is to have 6,900 soldiers abroad"
    actor = for_its_state(story, owner) or (None if foreign else last)
    leaving = verb is not None and verb.lower_ in LEAVING and noun.dep_ == "dobj"
    if leaving and actor is not None and actor.name is None:
        actor = story.whose_forces  # "the order leaves 1,100 soldiers": whose they are the order does not say
    bare = topic is not None or (noun.tag_ == "CD" and is_number_of_forces(scene, story, mention, noun))
    state = noun.i in embedded_level_nouns(scene) or places or bare or is_state(noun, verb)
    state = state or with_them(scene, noun) is not None
    told_here = noun.tag_ == "CD" and story.forces_until == scene.sentence.span.end
    told_here = told_here or (noun.tag_ != "CD" and _stay_of_story(scene, story, noun, verb))
    if not state or (actor is None and not places and not bare and not told_here):
        return None
    actor = actor or (story.whose_forces if noun.lower_ != "fighters" and not foreign else None)
    if actor is not None and actor.name is None and is_asset(noun):
        return None  # a port's ships and a ministry's aircraft are no forces
    quantity = bounded(mention.value.quantity, noun.head)
    made = _drafted(scene, noun, verb, quantity, leaving=leaving)
    if made.standing.status is Status.DENIED and quantity != mention.value.quantity:
        made.standing = Standing(Status.ACTUAL)
    made.put("actor", sender_of(actor, places))
    _put_place(scene, made, places, story)
    made.count(quantity.with_unit(_unit(noun, quantity)), mention.span.shift(scene.sentence.span.begin))
    made.put("measure", measure_of(noun, verb, topic, quantity))
    counted = counting_of(scene, noun, mention.span)
    if counted is not None:
        made.put("counting", counted[0], scene.in_report(counted[1]))
    unit = actor is not None and actor.name is not None and actor.name.type == "force" and actor.country is None
    if not unit or story.force_actor is None:
        story.keep_force_actor(actor, scene.sentence.span.begin)
    story.forces_until = scene.sentence.span.end
    if not (story.force_place is not None and _is_beside(scene, noun, verb)):
        _keep_place(story, places)
    return made


def _stay_of_story(scene: Scene, story: Story, noun: Token, verb: Token | None) -> bool:
    """ "About 650 soldiers stay behind to guard it", "300 are expected to stay": of the forces that the sentence before spoke of."""
    staying = (
        verb is not None
        and verb.lower_ in STAYING
        and noun.dep_ in ("nsubj", "nsubjpass")
        and (is_force(noun) or noun.lower_ == "members")
    )
    return staying and story.whose_forces is not None and is_near(scene, story, noun)


def _is_beside(scene: Scene, noun: Token, verb: Token | None) -> bool:
    """Whether a number is told only beside the main clause: "Poland, which has 900 soldiers in Iraq, will send more to Chad"."""
    clause = verb is not None and verb.dep_ in ("relcl", "advcl", "acl")
    return clause or noun.i in embedded_level_nouns(scene) or is_aside(noun)


def _drafted(scene: Scene, noun: Token, verb: Token | None, quantity: Quantity, *, leaving: bool) -> Draft:
    """The draft with its status and time: of the clause, or of the stock that a definite phrase presents."""
    embedded = noun.i in embedded_level_nouns(scene) or is_aside(noun)
    said = None if embedded else verb
    made = draft(scene, Kind.FORCE_LEVEL, name_of(claim_force_level), noun, said, status=_says_how_sure(noun, verb))
    if leaving and verb is not None and verb.lower_ in ("leave", "leaves") and made.standing.status is Status.ACTUAL:
        made.standing = Standing(Status.PLANNED, verb)
    if embedded or is_stock_that_grows(noun):
        made.standing = _standing_of_stock(noun)
        made.spans.pop("status", None)
        if "time" in made.spans and not _is_within(scene, made.spans["time"], noun):
            made.time = None
            made.spans.pop("time")
    clause = child(noun, "relcl")
    who = child(clause, "nsubj", "nsubjpass") if clause is not None else None
    beside = (
        who is not None
        and who.lower_ in ("who", "which", "that")
        and clause is not None
        and not embedded
        and is_stay(clause)
        and made.standing.status is Status.PLANNED
    )
    if beside and clause is not None and standing_of(clause).status is Status.ACTUAL:
        made.standing = Standing(Status.ACTUAL)  # "alongside 2,000 French troops, who have been there since May"
        made.spans.pop("status", None)
    if made.standing.status is Status.ACTUAL and (whole := _whole_of(noun, verb)) is not None:
        made.standing = standing_of(whole)
    cap = limiting_verb(noun, verb, quantity)
    if cap is not None:
        made.standing = standing_of_cap(cap, made.standing)
    _not_of_the_past(scene, made, noun)
    return made


def _says_how_sure(noun: Token, verb: Token | None) -> Token:
    """The word whose clause says whether they are there: the verb of staying or having, else the noun with what governs it ("the plan
    foresees 400 soldiers in Gao")."""
    if verb is None:
        return noun
    governed = noun.dep_ in ("dobj", "nsubjpass") and noun.head.i == verb.i and verb.lower_ in word_set("status", "verbs_plan")
    return noun if governed else verb


def _whole_of(noun: Token, verb: Token | None) -> Token | None:
    """The clause that gives the whole of which a part is counted: "is to have 500, of whom 80 are Spanish", "are to take part, about
    12,200 of them American"."""
    if any(p == "of" and o.lower_ in ("them", "these", "those") for p, o in preposition_objects(noun)) and noun.dep_ != "nsubj":
        return next((t for t in noun.doc if t.dep_ == "ROOT" and is_verb(t) and t.i < noun.i), None)
    if (
        verb is None
        or verb.dep_ != "relcl"
        or not any(t.lower_ in ("whom", "which") and t.dep_ == "pobj" for t in verb.subtree)
    ):
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
    said = standing_of(clause) if clause is not None and is_stay(clause) else Standing(Status.ACTUAL)
    return said if said.status in (Status.PLANNED, Status.CONDITIONAL, Status.POSSIBLE) else Standing(Status.ACTUAL)


def _keep_place(story: Story, places: list[Participant]) -> None:
    """The country or region that the forces are in, for the sentences that leave it out; a base does not stand for it."""
    named = [p for p in places if p.name is not None and p.name.kind is not NameKind.SITE]
    story.force_place = named[0] if named else story.force_place


def _unit(noun: Token, quantity: Quantity) -> str:
    """Weapons and bodies of forces are counted as such ("12 jets", "two brigades"), all else as people."""
    part = next((o for p, o in preposition_objects(noun) if p == "of"), None) if noun.tag_ == "CD" else None
    if part is not None and part.lower_ in word_set("people", "nouns_asset"):
        return singular(part.lower_)  # "two of the four jets"
    unit = quantity.unit or "personnel"
    if unit in GROUPS:
        return unit
    if noun.lower_ in ("fighter", "fighters"):
        return "fighter" if _are_jets(noun) else "personnel"
    return unit if noun.lower_ in word_set("people", "nouns_asset") else "personnel"


def _are_jets(noun: Token) -> bool:
    """ "F-16 fighters", "jet fighters"."""
    return any((any(x.isdigit() for x in c.text) and "-" in c.text) or c.lower_ in ("jet", "stealth") for c in noun.children)


def _put_place(scene: Scene, made: Draft, places: list[Participant], story: Story) -> None:
    places = [p for p in places if p.name is not None or p.text not in DIVISIONS]  # "1,450 soldiers in the province"
    for spot in [widened(scene, place) for place in places]:
        made.put("site" if spot.name is not None and spot.name.kind is NameKind.SITE else "place", spot)
        if "place" in made.args:
            return
    if not places and (ground := mission_ground(made) or story.where_forces) is not None:
        made.put("place", ground)


def _is_within(scene: Scene, span: Span, noun: Token) -> bool:
    """Whether words of the report belong to the noun phrase."""
    last = scene.at(max(noun.subtree, key=lambda t: t.i))
    return span.begin >= scene.at(min(noun.subtree, key=lambda t: t.i)).begin and span.end <= last.end


@rule
def claim_total(scene: Scene, story: Story) -> Iterator[Draft]:
    """A total that is reached: "bringing the number of African Union troops there to 9,000"."""
    for verb in scene.tokens:
        total = child(verb, "dobj") if verb.lower_ in BRINGING else None
        if total is None or not _is_total(verb, total) or any(c.lower_ == "down" for c in verb.children):
            continue  # "bring the contingent down to 1,100" is a move
        counted = [o for p, o in preposition_objects(total) if p == "of"]
        forces = next((o for o in counted if is_force(o) or is_uniformed(o)), total if is_force(total) else None)
        spots = [pair for t in (verb, _said_of_them(forces)) if t is not None for pair in preposition_objects(t)]
        reached = next((m for p, o in spots if p == "to" and (m := scene.count_at(o) or scene.count_of(o))), None)
        if reached is None or reached.value.quantity.start is not None or not counts_forces(reached.value.quantity.unit):
            continue  # "bringing the deployments to a close 20 years after they began"
        if forces is None and not _is_total_of_story(scene, story, total):
            continue
        made = draft(scene, Kind.FORCE_LEVEL, name_of(claim_total), verb, total)
        who = whose(scene, story, reached, forces, None, None) if forces is not None else None
        made.put("actor", as_forces_of(who or _whose_total(scene, story, verb)))
        _put_place(scene, made, where(scene, story, forces if forces is not None else total, None, verb), story)
        made.count(_reached(reached.value.quantity), scene.in_report(reached.span))
        yield made


def _reached(number: Quantity) -> Quantity:
    """ "officers deployed to 600" is a level of 600, where the number was read with its "to"."""
    reached = number if number.to is None else Quantity(value=number.to, unit=number.unit, approx=number.approx)
    return reached.with_unit("personnel")


def _said_of_them(forces: Token | None) -> Token | None:
    """The "deployed" of "bringing the number of officers deployed to 600", at which the parse may hang what it comes to."""
    after = forces.nbor(1) if forces is not None and forces.i + 1 < len(forces.doc) else None
    return after if after is not None and after.lower_ in ("deployed", "stationed", "based", "sent") else None


def _whose_total(scene: Scene, story: Story, verb: Token) -> Participant | None:
    """Of "the arrival of 300 Burundians brings the force to 8,000" not Burundi's: whose were spoken of before."""
    begin, before = story.force_before
    arrived = child(verb, "nsubj")
    if begin != scene.sentence.span.begin or arrived is None or not any(is_force(o) for _, o in preposition_objects(arrived)):
        return story.whose_forces
    return before or story.mission


def _is_total(verb: Token, total: Token) -> bool:
    """ "bringing the number of troops to", "taking its forces there to", "lifting the size of the contingent to"."""
    if total.lower_ in ("total", "number", "strength"):
        return True
    return verb.lower_[:3] in ("bri", "tak", "lif", "pus") and (total.lower_ in ("size", "level", "figure") or is_force(total))


def _is_total_of_story(scene: Scene, story: Story, total: Token) -> bool:
    """ "That would bring the total to 14,500": of the forces that were just spoken of."""
    known = story.whose_forces is not None and is_near(scene, story, total)
    return known and total.lower_ == "total" and child(total, "poss") is None
