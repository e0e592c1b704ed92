"""Forces that are sent, added, cut, withdrawn, rotated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from spacy.tokens import Token

from onrecord.claims.building import Draft, date_the_order, draft, name_of, rule
from onrecord.claims.force_movers import moved_by
from onrecord.claims.force_nouns import GROUPS, is_all, is_asset, is_cap, is_people_of
from onrecord.claims.force_numbers import numbers_of_move
from onrecord.claims.force_places import places_of_move
from onrecord.claims.frames import Frame, is_stationed
from onrecord.claims.gapping import gapped
from onrecord.claims.owners import coordinated_owners, owner_of
from onrecord.claims.participants import participant
from onrecord.claims.phrases import is_body, is_force
from onrecord.claims.places import places_of
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_forces_of
from onrecord.claims.status import Standing, is_progressive
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import ancestors, child, children, conjuncts, is_verb, preposition_objects
from onrecord.claims.wheres import widened
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind, Quantity, Stage, Status, last_day

CIVIL = frozenset(
    "ship ships vessel vessels aircraft helicopter helicopters drone drones convoy convoys tank tanks carrier carriers".split()
)
WHICH_OF_THEM = frozenset("remaining last first final additional more new other further extra second third next".split())
STATES = frozenset("countries nations allies members partners states".split())
STOCKS = frozenset("stock stocks stockpile stockpiles inventory inventories equipment arms weapons ammunition".split())


@rule
def claim_force_change(scene: Scene, story: Story) -> Iterator[Draft]:
    """Forces sent, added, cut or withdrawn, said by a verb or noun of moving forces with a word for forces beside it:
    "will reduce US forces from 5,200 to 3,000", "the withdrawal of 500 troops", "France pulled out of Mali"."""
    for frame in scene.frames:
        if frame.trigger.kind is not Kind.FORCE_CHANGE or is_stationed(frame):
            continue
        moved = moved_by(scene, story, frame)
        for token in _each_moved(scene, moved):
            yield from _changes(scene, story, frame, token)


@rule
def claim_forces_out(scene: Scene, story: Story) -> Iterator[Draft]:
    """Forces that are to be out: "wants the Americans out", "expects the final soldiers to be out by July"."""
    for token in scene.tokens:
        if token.lower_ not in ("out", "gone", "home"):
            continue
        verb = token.head
        if token.lower_ == "home" and verb.lower_ not in ("be", "are", "were", "is"):
            continue
        be = verb.lower_ in ("be", "are", "were", "is") and is_verb(verb)
        forces = child(verb, "nsubj") if be else child(token, "nsubj") or child(verb, "dobj")
        wanted = be or verb.lower_ in word_set("status", "verbs_plan")
        if forces is not None and forces.lower_ in ("half", "all", "most", "rest", "bulk", "some", "last"):
            forces = next((o for p, o in preposition_objects(forces) if p == "of"), forces)
        if forces is None or not wanted or not (is_force(forces) or is_people_of(scene, forces)):
            continue
        made = draft(scene, Kind.FORCE_CHANGE, name_of(claim_forces_out), token, verb, status=verb)
        if made.standing.status is Status.ACTUAL and not be:
            made.standing = Standing(Status.PLANNED, verb, made.standing.stage)
        made.put("direction", "decrease", scene.at(token))
        who = participant(scene, story, forces)
        foreign = who is not None and who.name is None and any(c.lower_ == "foreign" for c in forces.children)
        made.put(
            "actor", as_forces_of(who if who is not None and (who.name is not None or foreign) else story.whose_forces or who)
        )
        made.put("place", next(iter(places_of(scene, story, token, verb, prepositions=("of", "from", "in"))), None))
        _default_place(made, story)
        counted = scene.count_of(forces)
        if is_all(scene, forces):
            made.count(Quantity(to=0, unit="personnel"), scene.at(forces))
        elif counted is not None and counted.value.quantity.value is not None:
            made.count(Quantity(delta=counted.value.quantity.value, unit="personnel"), scene.in_report(counted.span))
        yield made


def _each_moved(scene: Scene, moved: Token | None) -> list[Token]:
    """ "two warships and 170 personnel" are two: conjuncts with numbers of their own."""
    if moved is None:
        return []
    others = [t for t in conjuncts(moved) if t.i != moved.i and is_force(t) and scene.count_of(t) is not None]
    return [moved, *others] if scene.count_of(moved) is not None else [moved]


def _is_background(scene: Scene, frame: Frame, made: Draft) -> bool:
    """ "its unease about the drawdown": a move only referred to, with nothing said of it."""
    pointed = child(frame.head, "det", "poss")
    says = made.quantity is not None or made.time is not None or made.announced is not None
    referred = frame.is_nominal and frame.light is None and pointed is not None and pointed.lower_ in ("the", "this", "that")
    return referred and not says and frame.head.dep_ == "pobj" and not children(frame.head, "prep")


def _changes(scene: Scene, story: Story, frame: Frame, moved: Token) -> Iterator[Draft]:
    """One claim for each place; the numbers go with the place that they stand by."""
    direction = frame.trigger.fields["direction"]
    if _is_condition(frame.head):
        return
    if frame.trigger.fields.get("plan") and (scene.count_of(moved) is None or frame.head.dep_ in ("relcl", "acl")):
        return
    places = places_of_move(scene, story, frame, moved, direction)
    actor = _whose(scene, story, frame, moved)
    numbers = numbers_of_move(scene, frame, moved, direction)
    unknown = actor is None or (actor.name is None and story.where_forces is None)
    if unknown and not places and numbers[0] is None:
        return
    if actor is not None and actor.name is None and is_asset(moved):
        if moved.lower_ in CIVIL:
            return
        actor = None
    if _is_of_stocks(frame) or _is_habit(frame, numbers[0]) or scene.is_question:
        return
    each: list[Participant | None] = [widened(scene, place) for place in places] or [None]
    owners: list[Participant | None] = [*coordinated_owners(scene, moved)] or [actor]
    for place, actor in product(each, owners):
        made = draft(scene, Kind.FORCE_CHANGE, name_of(claim_force_change), frame.head, frame.verb, moved)
        made.put("direction", direction, scene.at(frame.head))
        made.put("actor", actor)
        if place is not None and place.name is not None and place.name.kind is NameKind.SITE:
            made.put("site", place)
        else:
            made.put("place", place)
        _default_place(
            made,
            story,
            loose=(frame.is_nominal and numbers[0] is None) or frame.trigger.lemma == "provide",
            to_somewhere=any(o.lower_ in word_set("people", "nouns_site") for o in frame.objects("to", "into")),
        )
        made.count(*numbers)
        _plan_or_cap(scene, frame, made, moved)
        _asset(scene, made, moved)
        if _is_background(scene, frame, made):
            return
        yield made
        if made.quantity is not None and place is not None:
            yield from _gapped(scene, story, made, place)
    _remember(scene, story, actor, places)


def _narrows(modifier: Token) -> bool:
    """Whether a modifier says which forces they are: "foreign troops", not "the remaining 1,500 troops"."""
    return modifier.dep_ in ("amod", "compound", "nmod", "poss", "prep") and modifier.lower_ not in WHICH_OF_THEM


def _is_habit(frame: Frame, number: Quantity | None) -> bool:
    """ "the five countries that contribute troops": who does so at all, no move."""
    return (
        number is None and frame.head.dep_ == "relcl" and frame.head.tag_ in ("VBP", "VBZ") and not is_progressive(frame.head)
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
        also = replace(
            made,
            args=dict(made.args),
            spans=dict(made.spans),
            ids=dict(made.ids),
            locations=dict(made.locations),
            origins=dict(made.origins),
        )
        for name in ("place", "site"):
            also.drop(name)
        also.put("site" if where.name is not None and where.name.kind is NameKind.SITE else "place", where)
        also.count(Quantity(delta=quantity.value, unit="personnel", approx=quantity.approx), scene.in_report(number.span))
        yield also


def _plan_or_cap(scene: Scene, frame: Frame, made: Draft, moved: Token) -> None:
    """What is authorised or announced is a plan, "up to 450" of it a ceiling; what "ends" a deployment takes it back."""
    if frame.trigger.fields.get("plan") and made.standing.status is Status.ACTUAL:
        stage = Stage.ANNOUNCED if frame.trigger.lemma == "announce" else Stage.ORDERED
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
    elif light in word_set("status", "verbs_ending"):
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


def _default_place(made: Draft, story: Story, *, loose: bool = False, to_somewhere: bool = False) -> None:
    """A place that the sentence leaves out is the one that the story's forces are in; the report's own country only where the move is no
    ``loose`` mention of one ("the first deployment of the army") or contribution."""
    if "place" in made.args or "site" in made.args:
        return
    down = made.args.get("direction") == "decrease"
    if not down and to_somewhere:
        return  # "moves troops to larger bases": to where is said, and it is no country
    if down and story.place is not None and story.place.name is not None and story.place.name.kind is NameKind.SITE:
        made.put("site", story.place)
        return
    where = story.force_place if loose and story.force_place is None else story.where_forces
    if where is not None and where.country is not None and where.country == made.ids.get("actor.country"):
        return  # where a state's own forces are, in a report on its country, is not said by that
    made.put("place", where)


def _is_condition(head: Token) -> bool:
    """Whether the move is only what somebody demands in return: "on condition that Iraq set a timetable for the withdrawal"."""
    return any(t.lower_ in ("condition", "conditions", "demand", "demands") for t in ancestors(head))


def _remember(scene: Scene, story: Story, actor: Participant | None, places: list[Participant]) -> None:
    story.force_actor = actor or story.force_actor
    story.forces_until = scene.sentence.span.end
    named = [p for p in places if p.name is not None and p.name.kind is not NameKind.SITE]
    story.force_place = named[0] if named else story.force_place


def _whose(scene: Scene, story: Story, frame: Frame, moved: Token) -> Participant | None:
    """Whose forces move: a state or body; who orders it stands for the story's, and a unit for the state that sends it."""
    actor = as_forces_of(_actor(scene, story, frame, moved))
    if actor is None:
        return None
    if actor.name is None:
        bare = moved.tag_ == "CD" or moved.lower_ in ("level", "levels", "number", "numbers", "strength", "others")
        plain = is_force(moved) and not is_asset(moved) and not any(_narrows(c) for c in moved.children)
        plain = plain or (moved.lower_ in GROUPS and scene.count_of(moved) is None and not children(moved, "poss"))
        return story.whose_forces if bare or plain else actor
    if actor.name.kind is NameKind.PERSON:
        return story.whose_forces or actor
    if actor.name.type == "unit" and frame.agent is not None:
        sender = as_forces_of(participant(scene, story, frame.agent))
        return sender if sender is not None and sender.name is not None and sender.name.kind is not NameKind.PERSON else actor
    return actor


def _actor(scene: Scene, story: Story, frame: Frame, moved: Token) -> Participant | None:
    """Whose forces: their owner, else who moves them, else the story's."""
    owner = owner_of(scene, story, moved)
    if owner is not None:
        return owner
    named = scene.name_at(moved)
    if named is not None and (frame.agent is None or moved.i == frame.agent.i or frame.is_nominal):
        return participant(scene, story, moved)
    for obj in (o for p, o in preposition_objects(moved) if p in ("of", "on")):
        found = owner_of(scene, story, obj)
        if found is not None:
            return found
    if frame.is_nominal:
        for c in children(frame.head, "amod", "compound", "poss", "nmod"):
            found = participant(scene, story, c) if scene.name_at(c) or c.tag_ == "PRP$" else None
            if found is not None:
                return found
    agent = frame.agent
    if agent is not None and agent.i != moved.i and _is_head_of_state(scene, story, agent) and story.force_actor is None:
        return participant(scene, story, agent)
    if agent is not None and agent.i != moved.i and not _is_person(scene, story, agent):
        who = participant(scene, story, agent)
        if who is not None and (who.name is not None or not is_force(moved) or is_body(agent)):
            return who
    if frame.is_nominal:
        for c in children(frame.head, "amod", "compound", "poss", "nmod"):
            found = participant(scene, story, c) if scene.name_at(c) or c.tag_ == "PRP$" else None
            if found is not None:
                return found
    if agent is not None and moved.i == agent.i:
        found = participant(scene, story, moved)
        if found is not None and (found.name is not None or not story.whose_forces):
            return found
    if agent is not None and agent.i != moved.i and agent.lower_ in STATES:
        return participant(scene, story, agent)
    return (
        story.whose_forces
        or _announcer(scene, story, frame)
        or (participant(scene, story, agent) if agent is not None and not _is_person(scene, story, agent) else None)
    )


def _announcer(scene: Scene, story: Story, frame: Frame) -> Participant | None:
    """Of "Carter announced that 615 troops will be sent" the state that the speaker acts for."""
    saying = next((t for t in ancestors(frame.head) if t.lower_ in word_set("speech", "verbs_announce")), None)
    who = participant(scene, story, child(saying, "nsubj")) if saying is not None else None
    state = as_forces_of(who)
    if state is not None and state is not who:
        return state
    return story.affiliations.get(who.text) if who is not None else None


def _is_head_of_state(scene: Scene, story: Story, token: Token) -> bool:
    who = participant(scene, story, token)
    return who is not None and as_forces_of(who) is not who


def _is_person(scene: Scene, story: Story, token: Token) -> bool:
    who = participant(scene, story, token)
    return who is not None and who.name is not None and who.name.kind is NameKind.PERSON


def _asset(scene: Scene, made: Draft, moved: Token) -> None:
    if is_asset(moved) or moved.lower_ in ("battalion", "brigade", "squadron", "division", "regiment"):
        made.put("what", moved.text, scene.at(moved))
