"""Forces that are sent, added, cut, withdrawn, rotated."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from onrecord.claims.building import Draft, date_the_order, draft, name_of, rule
from onrecord.claims.denials import denied_by
from onrecord.claims.force_checks import goes_on, is_described, tells_no_move
from onrecord.claims.force_further import copy_of, date_after, further
from onrecord.claims.force_items import heads_plans
from onrecord.claims.force_labels import label_of
from onrecord.claims.force_missions import allies_that_go
from onrecord.claims.force_movers import moved_by
from onrecord.claims.force_nouns import counts_forces, is_asset, is_cap
from onrecord.claims.force_numbers import by_numbers, count_of_forces, numbers_of_move
from onrecord.claims.force_owners import abroad, coordinated_senders, not_of_place, whose_move
from onrecord.claims.force_places import default_place, leaves_one_site, put_place, remember_forces
from onrecord.claims.force_senders import senders_too
from onrecord.claims.force_units import is_unit_name
from onrecord.claims.force_ways import way_of
from onrecord.claims.frames import Frame, is_stationed
from onrecord.claims.gapping import gapped, gapped_names
from onrecord.claims.level_nouns import is_made_up_of_them
from onrecord.claims.level_words import is_share
from onrecord.claims.owners import coordinated_owners
from onrecord.claims.phrases import is_force, of_name
from onrecord.claims.places import places_of
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.status import Standing, is_progressive
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import ancestors, child, children, conjuncts, is_verb, preposition_objects
from onrecord.claims.wheres import widened
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind, Quantity, Stage, Status, last_day
from onrecord.nlp.tokens import Token

GIVING = frozenset("contribute pledge promise offer provide commit".split())
CIVIL = frozenset(
    "ship ships vessel vessels aircraft helicopter helicopters drone drones convoy convoys tank tanks carrier carriers".split()
)
ANNOUNCING = frozenset("announce promise pledge offer commit".split())
STRENGTHENING = frozenset("reinforce bolster strengthen augment".split())
CARRYING = frozenset(["carrying", "bringing", "transporting"])
STOCKS = frozenset("stock stocks stockpile stockpiles inventory inventories equipment arms weapons ammunition".split())


@rule
def claim_force_change(scene: Scene, story: Story) -> Iterator[Draft]:
    """Forces sent, added, cut or withdrawn, said by a verb or noun of moving forces with a word for forces beside it:
    "will reduce US forces from 5,200 to 3,000", "the withdrawal of 500 troops", "France pulled out of Mali"."""
    for frame in scene.frames:
        if frame.trigger.kind is not Kind.FORCE_CHANGE or is_stationed(frame):
            continue
        moved = moved_by(scene, story, frame)
        for token in _each_moved(scene, frame, moved):
            yield from changes_of(scene, story, frame, token, name_of(claim_force_change))


def _each_moved(scene: Scene, frame: Frame, moved: Token | None) -> list[Token]:
    """ "two warships and 170 personnel", "40 tanks and 200 trucks" are two: conjuncts with numbers of their own."""
    if moved is None:
        return []
    beside = _moved_beside(scene, frame, moved)
    men = word_set("units", "nouns_men") | word_set("people", "nouns_convoy")
    others = [
        t for t in conjuncts(moved) if t.i != moved.i and (is_force(t) or t.lower_ in men) and scene.count_of(t) is not None
    ]
    manned = [o for p, o in preposition_objects(moved) if p == "with" and is_force(o) and scene.count_of(o) is not None]
    alone = count_of_forces(scene, moved) is None and not is_asset(moved)
    vehicle = moved.lower_ in word_set("people", "nouns_convoy") or is_asset(moved)
    if beside and vehicle and scene.count_of(moved) is None:
        return beside  # "a convoy carrying 300 soldiers arrived"
    return [moved, *beside] if alone else [moved, *others, *manned, *beside]


def _moved_beside(scene: Scene, frame: Frame, moved: Token) -> list[Token]:
    """ "is sending a squadron of tanks and at least 200 more troops", "a plane carrying 47 soldiers left": counted forces that the parse
    makes a second object or subject, or that those who move carry."""
    same = children(frame.head, moved.dep_) if moved.head.i == frame.head.i and not frame.is_nominal else []
    carried = [o for c in children(moved, "acl") if c.lower_ in CARRYING for o in children(c, "dobj")]
    told = {moved.i, *(t.i for t in conjuncts(moved))}
    return [t for t in (*same, *carried) if t.i not in told and is_force(t) and scene.count_of(t) is not None]


def _is_background(scene: Scene, frame: Frame, made: Draft) -> bool:
    """ "its unease about the drawdown": a move only referred to, with nothing said of it."""
    pointed = child(frame.head, "det", "poss")
    says = made.quantity is not None or made.time is not None or made.announced is not None
    if not says and is_described(frame):
        return True
    referred = frame.is_nominal and frame.light is None and pointed is not None and pointed.lower_ in ("the", "this", "that")
    return referred and not says and frame.head.dep_ == "pobj" and not children(frame.head, "prep")


def changes_of(scene: Scene, story: Story, frame: Frame, moved: Token, rule_name: str) -> Iterator[Draft]:
    """One claim for each place, as made by a rule; the numbers go with the place that they stand by."""
    direction = frame.trigger.fields["direction"]
    if _is_only_mentioned(scene, frame, moved) or tells_no_move(scene, frame, moved):
        return
    actor = allies_that_go(scene, moved) or whose_move(scene, story, frame, moved)
    way = way_of(scene, story, frame, moved, actor)
    if way is None:
        return
    direction, places = ("none" if goes_on(frame) else way[0]), way[1]
    label = label_of(scene)
    if label is not None:
        wanted = ("from", "out", "of") if direction == "decrease" else ("to", "into", "for")
        places = [p for p in places if p.span != scene.in_report(label.span)] or places_of(
            scene, story, frame.head, prepositions=wanted
        )
        actor = actor if actor is not None and actor.name is not None and actor.origin is None else of_name(scene, label)
    numbers = numbers_of_move(scene, frame, moved, direction)
    direction = by_numbers(numbers[0], direction)
    unknown = actor is None or (actor.name is None and not story.is_placed)
    if unknown and not places and numbers[0] is None:
        return
    if (actor is None or actor.name is None) and is_asset(moved):
        if moved.lower_ in CIVIL and not is_unit_name(scene, moved):
            return
        actor = None
    if _is_of_stocks(frame) or _is_habit(frame, numbers[0]) or (scene.is_question and not story.asking):
        return
    owners, places = _owners_of(scene, story, frame, moved, actor, places)
    each: list[Participant | None] = [widened(scene, place) for place in _grounds(scene, moved, places)] or [None]
    for place, actor in product(each, owners):
        made = draft(scene, Kind.FORCE_CHANGE, rule_name, frame.head, frame.verb, moved)
        made.put("direction", direction, scene.at(frame.head))
        made.put("actor", abroad(not_of_place(story, actor, place), place or story.where_forces))
        put_place(made, place)
        default_place(
            made,
            story,
            loose=(frame.is_nominal and numbers[0] is None) or frame.trigger.lemma == "provide",
            by_itself=not frame.is_nominal and frame.theme is None,
            to_somewhere=any(o.lower_ in word_set("people", "nouns_site") for o in frame.objects("to", "into")),
        )
        if place is None and any(o is not None and o.country == made.ids.get("place.country") for o in owners):
            made.drop("place")  # "India and China have withdrawn tanks" is not from China
            made.ids.pop("place.country", None)
        if numbers[0] is None or numbers[0].to != 0 or not leaves_one_site(frame, moved, place):
            made.count(*numbers)
        _plan_or_cap(scene, frame, made, moved)
        _asset(scene, made, moved)
        if _is_background(scene, frame, made):
            return
        if label is not None and made.standing.status is Status.ACTUAL and made.time is None and heads_plans(scene, story):
            made.standing = Standing(Status.PLANNED, None, Stage.ANNOUNCED)
        _settle_denial(made, frame)
        yield made
        if (undone := _not_done(frame)) is not None:
            yield _denied(made, undone)
        if made.quantity is not None and place is not None:
            yield from _gapped(scene, story, made, place)
        yield from _others_too(scene, frame, made)
        yield from further(scene, story, frame, made)
    part = frame.trigger.lemma in GIVING and story.force_actor is not None
    part = part or (_is_only_referred_to(frame, numbers[0]) and story.force_actor is not None)
    remember_forces(scene, story, direction, None if part else actor, [] if _is_aside(frame, story) else places)


def _owners_of(
    scene: Scene, story: Story, frame: Frame, moved: Token, actor: Participant | None, places: list[Participant]
) -> tuple[list[Participant | None], list[Participant]]:
    """Each whose forces move, and the places without them: "troops from Tanzania and Malawi began their withdrawal" says nothing of where."""
    several = (
        (not is_unit_name(scene, moved) and coordinated_owners(scene, moved))
        or coordinated_senders(scene, story, frame, moved)
        or senders_too(scene, frame, moved)
    )
    owners: list[Participant | None] = [*several] or [actor]
    named = {who.span for who in owners if who is not None} if len(owners) > 1 else set()
    return owners, [place for place in places if place.span not in named]


def _grounds(scene: Scene, moved: Token, places: list[Participant]) -> list[Participant]:
    """Of "the departure of New Zealand and Fijian troops from Honiara" Honiara: whose troops they are is not where they were."""
    first, last = scene.at(moved.left_edge).begin, scene.at(moved).begin
    return [p for p in places if not first <= p.span.begin < last] if len(places) > 1 else places


def _is_only_mentioned(scene: Scene, frame: Frame, moved: Token) -> bool:
    """Whether a move is a condition, banned, a stay that goes on, promised without a number, or what another move is for."""
    if (_is_condition(frame.head) and denied_by(frame.head) is None) or _is_extended(frame) or _is_banned(frame):
        return True
    unpromised = frame.trigger.fields.get("plan") and _is_no_promise(scene, frame, moved)
    return bool(unpromised) or _is_what_for(scene, frame)


def _is_only_referred_to(frame: Frame, number: Quantity | None) -> bool:
    """ "the withdrawal of SADC troops forces us to …": a move of others that a report on one army's comes by."""
    the = any(c.lower_ == "the" for c in children(frame.head, "det"))
    return frame.is_nominal and frame.light is None and the and number is None and frame.head.dep_ in ("nsubj", "pobj")


def _is_what_for(scene: Scene, frame: Frame) -> bool:
    """ "arrived in Kosovo to reinforce KFOR", "is sending 100 soldiers to join the mission": what a move is for is no second move."""
    joins = "joins" in frame.trigger.fields
    purpose = (
        (joins or frame.trigger.lemma in STRENGTHENING)
        and frame.head.dep_ in ("advcl", "xcomp", "acl")
        and frame.head.tag_ == "VB"
    )
    heads = {
        f.head.i
        for f in scene.frames
        if f.trigger.kind is Kind.FORCE_CHANGE and f.trigger.lemma not in STRENGTHENING and "joins" not in f.trigger.fields
    }
    return purpose and any(above.i in heads for above in ancestors(frame.head))


def _is_aside(frame: Frame, story: Story) -> bool:
    """Whether a move is told only beside the main clause, where forces were placed before: of "soldiers who are to be shifted to Iraq" in
    a report on South Korea, what follows is on South Korea."""
    clauses = (t.dep_ in ("relcl", "acl", "advcl") for t in (frame.head, *ancestors(frame.head)))
    return story.force_place is not None and story.forces_until is not None and any(clauses)


def _is_no_promise(scene: Scene, frame: Frame, moved: Token) -> bool:
    """What is approved or promised without a number, in passing, or as a move that a noun names ("approved the deployment of 450")."""
    named = any(f.is_nominal and f.head.i == moved.i and f.trigger.kind is Kind.FORCE_CHANGE for f in scene.frames)
    uncounted = count_of_forces(scene, moved) is None and frame.trigger.word != "order"
    told = frame.head.dep_ == "relcl" or (frame.head.dep_ == "acl" and not _is_told_by_it_alone(scene, frame, moved))
    return named or uncounted or told


def _is_told_by_it_alone(scene: Scene, frame: Frame, moved: Token) -> bool:
    """ "in addition to the 475 advisers announced last week": of whom nothing else is said."""
    if frame.trigger.lemma not in ANNOUNCING or moved.dep_ not in ("pobj", "appos"):
        return False
    return not any(
        moved.i in (t.i for t in (f.theme, f.agent) if t is not None) for f in scene.frames if f.head.i != frame.head.i
    )


DRILLING = frozenset(
    "practise practises practised practising practice practices practiced practicing rehearse rehearses rehearsed rehearsing".split()
)
BANNING = frozenset(
    "ban bans banned banning prohibit prohibits prohibited forbid forbids forbade outlaw outlaws outlawed".split()
)


def _is_banned(frame: Frame) -> bool:
    """ "The treaty bans the deployment of foreign troops": what a text rules out in general, and nobody's move; "are practising the
    reinforcement of" it is a drill."""
    light = frame.light if frame.is_nominal else None
    if light is not None and light.lower_ in DRILLING:
        return True
    return light is not None and light.lower_ in BANNING and frame.head.dep_ in ("dobj", "nsubjpass")


def _is_extended(frame: Frame) -> bool:
    """ "renewed the dispatch", "an extension of the deployment": a stay that goes on, which is read as such."""
    light = frame.light.lower_ if frame.is_nominal and frame.light is not None else ""
    over = frame.head.head.head if frame.head.dep_ == "pobj" else None
    longer = light in word_set("stays", "verbs_extend") or (
        over is not None and over.lower_ in word_set("stays", "nouns_extend")
    )
    return frame.is_nominal and longer and frame.head.lower_ in word_set("stays", "nouns_stay")


def _settle_denial(made: Draft, frame: Frame) -> None:
    """What was not raised keeps its size: "has not raised its force of 2,700" says nothing of how many came."""
    if made.standing.status is Status.DENIED and made.quantity is not None and made.quantity.start is not None:
        made.count(None)
        made.spans.pop("quantity", None)


def _not_done(frame: Frame) -> Token | None:
    """The "did" of "was supposed to leave in August but did not": planned, and denied."""
    for verb in (frame.head, *ancestors(frame.head)):
        for other in children(verb, "conj") if is_verb(verb) else ():
            bare = other.lower_ in ("did", "has", "have", "do", "does", "had") and not children(other, "dobj", "xcomp", "ccomp")
            if bare and child(other, "neg") is not None and frame.head.i < other.i:
                return other
    return None


def _denied(made: Draft, verb: Token) -> Draft:
    other = copy_of(made)
    other.standing = Standing(Status.DENIED, verb)
    return other


def _is_habit(frame: Frame, number: Quantity | None) -> bool:
    """ "the five countries that contribute troops": who does so at all, no move."""
    given = frame.trigger.lemma in ("contribute", "provide", "supply")
    if given and (is_made_up_of_them(frame.head) or is_share(frame.head)):
        return True
    return (
        (number is None or given)
        and frame.head.dep_ == "relcl"
        and frame.head.tag_ in ("VBP", "VBZ")
        and not is_progressive(frame.head)
    )


def _is_of_stocks(frame: Frame) -> bool:
    """ "the eighteenth drawdown from Pentagon stocks": arms that are given away, no forces."""
    return frame.is_nominal and any(o.lower_ in STOCKS for p, o in frame.obliques if p in ("from", "of"))


def _gapped(scene: Scene, story: Story, made: Draft, place: Participant) -> Iterator[Draft]:
    """ "sent 5,000 troops to Iraq and about 500 to Syria": the same again, with the next number and place."""
    for number, where in gapped(scene, story, place.span.end - scene.sentence.span.begin):
        quantity = number.value.quantity
        if made.quantity is None or made.quantity.delta is None or quantity.value is None:
            return
        also = copy_of(made)
        for name in ("place", "site"):
            also.drop(name)
        also.put("site" if where.name is not None and where.name.kind is NameKind.SITE else "place", where)
        also.count(Quantity(delta=quantity.value, unit="personnel", approx=quantity.approx), scene.in_report(number.span))
        yield also


def _others_too(scene: Scene, frame: Frame, made: Draft) -> Iterator[Draft]:
    """ "Nigeria will send 850 soldiers, Senegal 600 and Rwanda 392": the verb is said once."""
    span, actor = made.spans.get("quantity"), made.spans.get("actor")
    if made.quantity is None or span is None or actor is None or actor.begin > span.begin:
        return
    if made.quantity.numbers.keys() & {"start", "to"}:
        return
    if frame.is_nominal or frame.agent is None or not actor.overlaps(scene.at(frame.agent)):
        return
    for name, count in gapped_names(scene, span.end - scene.sentence.span.begin):
        number = count.value.quantity
        if number.value is None or not counts_forces(number.unit):
            return
        also = copy_of(made)
        also.put("actor", as_state(of_name(scene, name)))
        bodies = count.value.noun is not None and number.unit in word_set("units", "nouns_formation")
        unit = number.unit if bodies and number.unit is not None else "personnel"
        also.count(Quantity(delta=number.value, unit=unit, approx=number.approx), scene.in_report(count.span))
        if (date := date_after(scene, count)) is not None:
            also.time, also.spans["time"] = date.value.time, scene.in_report(date.span)
        yield also


def _plan_or_cap(scene: Scene, frame: Frame, made: Draft, moved: Token) -> None:
    """What is authorised or announced is a plan, "up to 450" of it a ceiling; what "ends" a deployment takes it back."""
    if frame.trigger.fields.get("plan") and made.standing.status is Status.ACTUAL:
        stage = Stage.ANNOUNCED if frame.trigger.lemma in ANNOUNCING else Stage.ORDERED
        made.standing = Standing(Status.PLANNED, frame.head, stage)
        date_the_order(scene, made)
    elif made.standing.status is Status.ACTUAL and not is_cap(moved) and _is_still_to_come(scene, frame, made):
        made.standing = Standing(Status.PLANNED, made.standing.word, made.standing.stage)
    numbers = made.quantity.numbers if made.quantity is not None else {}
    bounded = frame.is_nominal and set(numbers) == {"high"}
    if bounded and made.standing.status is Status.ACTUAL and _says_up_to(scene, made):
        made.standing = Standing(Status.PLANNED, made.standing.word, made.standing.stage)
    if is_cap(moved) or (set(numbers) == {"high"} and frame.trigger.fields.get("plan")):
        made.put("measure", "cap", scene.at(moved))
    light = frame.light.lower_ if frame.is_nominal and frame.light is not None and frame.head.dep_ == "dobj" else ""
    if light in word_set("status", "verbs_extending"):
        made.put("direction", "none", scene.at(frame.head))
    elif light in word_set("status", "verbs_ending") and made.standing.status is not Status.DENIED:
        reverse = "decrease" if frame.trigger.fields["direction"] == "increase" else "increase"
        made.put("direction", reverse, scene.at(frame.head))


def _is_still_to_come(scene: Scene, frame: Frame, made: Draft) -> bool:
    """Whether a present tense tells what is due: "400 soldiers leave in July", "when the soldiers go", "under the plan 400 go home".

    In headlines and captions the present tells what has happened, and so does one with a day that is over.
    """
    verb = frame.head if not frame.is_nominal else None
    if verb is None or verb.tag_ not in ("VBP", "VBZ") or scene.is_headline or children(verb, "aux", "auxpass"):
        return False
    if made.time is not None and made.time.end is not None and scene.base is not None:
        over, published = last_day(made.time.end), last_day(scene.base)
        if over is not None and published is not None and over <= published:
            return False
    planning = word_set("status", "nouns_plan")
    by_plan = any(o.lower_ in planning for p, o in preposition_objects(verb) if p in ("under", "in", "to", "with"))
    subject_plans = frame.agent is not None and frame.agent.lower_ in planning
    goes = (
        frame.trigger.fields.get("frame") in ("self", "both") and frame.theme is None and made.args.get("direction") != "none"
    )
    return by_plan or subject_plans or goes


def _says_up_to(scene: Scene, made: Draft) -> bool:
    """ "the dispatch of up to 275": a bound that was allowed, not a count of who went."""
    span = made.spans.get("quantity")
    begin = scene.sentence.span.begin
    return span is not None and "up to" in scene.sentence.text[span.begin - begin : span.end - begin].lower()


def _is_condition(head: Token) -> bool:
    """Whether the move is only what somebody demands in return: "on condition that Iraq set a timetable for the withdrawal"."""
    return any(t.lower_ in ("condition", "conditions", "demand", "demands") for t in ancestors(head))


def _asset(scene: Scene, made: Draft, moved: Token) -> None:
    vehicles = moved.lower_ in word_set("people", "nouns_convoy")
    if vehicles or is_asset(moved) or moved.lower_ in ("battalion", "brigade", "squadron", "division", "regiment"):
        made.put("what", moved.text, scene.at(moved))
