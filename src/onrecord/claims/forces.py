"""Forces that are sent, added, cut, withdrawn, rotated."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.force_nouns import is_all, is_asset, is_cap, is_people_of, is_rest, is_stock
from onrecord.claims.force_numbers import numbers_of_move
from onrecord.claims.force_places import places_of_move
from onrecord.claims.frames import Frame
from onrecord.claims.owners import owner_of
from onrecord.claims.participants import participant
from onrecord.claims.phrases import is_body, is_force
from onrecord.claims.places import place_at, places_of
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_forces_of
from onrecord.claims.status import Standing
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import ancestors, child, children, conjuncts, is_verb, preposition_objects
from onrecord.claims.wheres import widened
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind, Quantity, Stage, Status


@rule
def claim_force_change(scene: Scene, story: Story) -> Iterator[Draft]:
    """Forces sent, added, cut or withdrawn, said by a verb or noun of moving forces with a word for forces beside it:
    "will reduce US forces from 5,200 to 3,000", "the withdrawal of 500 troops", "France pulled out of Mali"."""
    for frame in scene.frames:
        if frame.trigger.kind is not Kind.FORCE_CHANGE:
            continue
        moved = _moved(scene, story, frame)
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
        if forces is None or not wanted or not (is_force(forces) or is_people_of(scene, forces)):
            continue
        made = draft(scene, Kind.FORCE_CHANGE, name_of(claim_forces_out), token, verb, status=verb)
        if made.standing.status is Status.ACTUAL and not be:
            made.standing = Standing(Status.PLANNED, verb, made.standing.stage)
        made.put("direction", "decrease", scene.at(token))
        who = participant(scene, story, forces)
        foreign = who is not None and who.name is None and any(c.lower_ == "foreign" for c in forces.children)
        made.put(
            "actor", as_forces_of(who if who is not None and (who.name is not None or foreign) else story.force_actor or who)
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


def _moved(scene: Scene, story: Story, frame: Frame) -> Token | None:
    """The noun that is moved: forces, a stock of them, or the actor itself where the verb needs no more."""
    if not _has_companion(frame):
        return None
    pattern = frame.trigger.fields.get("frame", "both")
    theme = None if frame.is_nominal else frame.theme
    if (
        theme is not None
        and theme.tag_ == "PRP"
        and theme.lower_ == "them"
        and story.force_actor is not None
        and frame.trigger.fields.get("with")
    ):
        return theme
    if frame.is_nominal:
        return _moved_by_noun(scene, frame)
    if (
        pattern in ("theme", "both")
        and frame.theme is not None
        and (is_stock(scene, frame.theme) or _is_bare_number(scene, story, frame.theme))
    ):
        given_away = frame.trigger.lemma == "provide" and is_asset(frame.theme)
        return None if given_away else frame.theme
    if pattern in ("self", "both") and frame.agent is not None and not frame.passive:
        if frame.theme is None and is_rest(story, frame.agent):
            return frame.agent
        is_number = frame.theme is None and _is_bare_number(scene, story, frame.agent)
        if (is_stock(scene, frame.agent) or is_number) and not (
            frame.theme is not None and pattern == "both" and not is_force(frame.agent)
        ):
            return frame.agent if frame.theme is None or _leaves_somewhere(scene, story, frame) else None
        if (
            frame.trigger.fields.get("bare")
            and frame.theme is None
            and _is_mover(scene, story, frame.agent)
            and _goes_somewhere(scene, story, frame)
        ):
            return frame.agent
    return None


def _is_bare_number(scene: Scene, story: Story, token: Token) -> bool:
    """ "ordered that 34,000 be withdrawn": a number of the forces that the story speaks of."""
    count = scene.count_at(token) if token.tag_ == "CD" and story.force_actor is not None else None
    return count is not None and count.value.quantity.unit is None and max(count.value.quantity.numbers.values()) >= 100


def _is_background(scene: Scene, frame: Frame, made: Draft) -> bool:
    """ "its unease about the drawdown": a move only referred to, with nothing said of it."""
    pointed = child(frame.head, "det", "poss")
    says = made.quantity is not None or made.time is not None or made.announced is not None
    referred = frame.is_nominal and frame.light is None and pointed is not None and pointed.lower_ in ("the", "this", "that")
    return referred and not says and frame.head.dep_ == "pobj" and not children(frame.head, "prep")


def _has_companion(frame: Frame) -> bool:
    """Whether a verb that needs a certain particle or preposition has it ("fall to", "bring home")."""
    unwanted = frame.trigger.fields.get("without")
    if unwanted and any(c.lower_ in unwanted.split() for c in frame.head.children):
        return False
    wanted = frame.trigger.fields.get("with")
    if not wanted:
        return True
    return any(c.lower_ in wanted.split() for c in frame.head.children)


def _moved_by_noun(scene: Scene, frame: Frame) -> Token | None:
    """ "withdrawal of troops", "troop cuts", "U.S. drawdown", "cuts to 2,500 troops"."""
    for token in [
        frame.theme,
        *children(frame.head, "compound", "poss", "amod", "nmod"),
        *[o for _, o in preposition_objects(frame.head)],
    ]:
        if token is not None and is_force(token) and not token.lower_.startswith("operation"):
            return token
    if frame.trigger.fields.get("bare"):
        owner = frame.agent or next(iter(children(frame.head, "amod", "compound", "nmod")), None)
        return owner or frame.head
    return None


def _is_mover(scene: Scene, story: Story, token: Token) -> bool:
    """Whether an actor can withdraw by itself: a state, coalition or force, not a person."""
    who = participant(scene, story, token)
    return who is not None and who.name is not None and who.name.kind in (NameKind.ACTOR, NameKind.PLACE)


def _goes_somewhere(scene: Scene, story: Story, frame: Frame) -> bool:
    return bool(places_of(scene, story, frame.head, prepositions=("from", "out", "of", "in", "to", "into")))


def _leaves_somewhere(scene: Scene, story: Story, frame: Frame) -> bool:
    if frame.theme is not None and frame.theme.tag_ in ("NNP", "NNPS") and scene.name_at(frame.theme) is None:
        return True
    return frame.theme is not None and (
        place_at(scene, story, frame.theme) is not None or frame.theme.lower_ in word_set("people", "nouns_site")
    )


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
    if (actor is None or actor.name is None) and not places and numbers[0] is None:
        return
    each: list[Participant | None] = [widened(scene, place) for place in places] or [None]
    for place in each:
        made = draft(scene, Kind.FORCE_CHANGE, name_of(claim_force_change), frame.head, frame.verb, moved)
        made.put("direction", direction, scene.at(frame.head))
        made.put("actor", actor)
        if place is not None and place.name is not None and place.name.kind is NameKind.SITE:
            made.put("site", place)
        else:
            made.put("place", place)
        _default_place(made, story)
        made.count(*numbers)
        _plan_or_cap(scene, frame, made, moved)
        _asset(scene, made, moved)
        if _is_background(scene, frame, made):
            return
        yield made
    _remember(story, actor, places)


def _plan_or_cap(scene: Scene, frame: Frame, made: Draft, moved: Token) -> None:
    """What is authorised or announced is a plan, "up to 450" of it a ceiling; what "ends" a deployment takes it back."""
    if frame.trigger.fields.get("plan") and made.standing.status is Status.ACTUAL:
        stage = Stage.ANNOUNCED if frame.trigger.lemma == "announce" else Stage.ORDERED
        made.standing = Standing(Status.PLANNED, frame.head, stage)
    numbers = made.quantity.numbers if made.quantity is not None else {}
    if is_cap(moved) or (set(numbers) == {"high"} and frame.trigger.fields.get("plan")):
        made.put("measure", "cap", scene.at(moved))
    light = frame.light.lower_ if frame.is_nominal and frame.light is not None and frame.head.dep_ == "dobj" else ""
    if light in word_set("status", "verbs_extending"):
        made.put("direction", "none", scene.at(frame.head))
    elif light in word_set("status", "verbs_ending"):
        reverse = "decrease" if frame.trigger.fields["direction"] == "increase" else "increase"
        made.put("direction", reverse, scene.at(frame.head))


def _default_place(made: Draft, story: Story) -> None:
    """A place that the sentence leaves out is the one that the story's forces are in."""
    if "place" not in made.args and "site" not in made.args and story.force_place is not None:
        made.put("place", story.force_place)


def _is_condition(head: Token) -> bool:
    """Whether the move is only what somebody demands in return: "on condition that Iraq set a timetable for the withdrawal"."""
    return any(t.lower_ in ("condition", "conditions", "demand", "demands") for t in ancestors(head))


def _remember(story: Story, actor: Participant | None, places: list[Participant]) -> None:
    story.force_actor = actor or story.force_actor
    named = [p for p in places if p.name is not None and p.name.kind is not NameKind.SITE]
    story.force_place = named[0] if named else story.force_place


def _whose(scene: Scene, story: Story, frame: Frame, moved: Token) -> Participant | None:
    """Whose forces move: a state or body; who orders it stands for the story's, and a unit for the state that sends it."""
    actor = as_forces_of(_actor(scene, story, frame, moved))
    if actor is None:
        return None
    if actor.name is None:
        bare = moved.tag_ == "CD" or moved.lower_ in ("level", "levels", "number", "numbers", "strength")
        return story.force_actor if bare else actor
    if actor.name.kind is NameKind.PERSON:
        return story.force_actor or actor
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
        if found is not None and (found.name is not None or not story.force_actor):
            return found
    return story.force_actor or (
        participant(scene, story, agent) if agent is not None and not _is_person(scene, story, agent) else None
    )


def _is_head_of_state(scene: Scene, story: Story, token: Token) -> bool:
    who = participant(scene, story, token)
    return who is not None and as_forces_of(who) is not who


def _is_person(scene: Scene, story: Story, token: Token) -> bool:
    who = participant(scene, story, token)
    return who is not None and who.name is not None and who.name.kind is NameKind.PERSON


def _asset(scene: Scene, made: Draft, moved: Token) -> None:
    if is_asset(moved) or moved.lower_ in ("battalion", "brigade", "squadron", "division", "regiment"):
        made.put("what", moved.text, scene.at(moved))
