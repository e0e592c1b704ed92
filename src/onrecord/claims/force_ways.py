"""Which way a move goes, and where: "left Brisbane for Honiara" is there and no withdrawal, "returned to Florennes" is home."""

from __future__ import annotations

from dataclasses import replace

from onrecord.claims.force_nouns import is_asset
from onrecord.claims.force_owners import ground_before, ground_of_theirs, mover_elsewhere
from onrecord.claims.force_parts import is_near, is_part
from onrecord.claims.force_places import places_of_move, strange_places
from onrecord.claims.force_units import is_unit_name
from onrecord.claims.frames import Frame
from onrecord.claims.phrases import of_name
from onrecord.claims.places import place_at, places_of
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import children, preposition_objects
from onrecord.lexicon.names import name_index
from onrecord.lexicon.words import word_set
from onrecord.nlp.tokens import Token

LEAVING = frozenset("leave depart departure set off out sail ship".split())
RETURNING = frozenset("return come fly bring go send pull move order head sail ship travel".split())
BARRACKS = frozenset("barracks quarters garrisons bases base home homes".split())
CARRYING = frozenset("fly airlift ship ferry sail".split())
SHIFTING = frozenset(["redeploy", "relocate", "reposition", "reassign"])
FURTHER = frozenset("further more additional another new extra".split())
CROSSING = frozenset("cross roll drive march head sail".split())
HOMEWARD = frozenset(["home", "back"])
AFTER = frozenset(["after", "following"])
TOURS = frozenset("deployment mission tour duty duties service rotation stint".split())
ARRIVING = frozenset("arrive land reach touch".split())


def way_of(
    scene: Scene, story: Story, frame: Frame, moved: Token, actor: Participant | None
) -> tuple[str, list[Participant]] | None:
    """The direction of a move and its places; nothing where forces only leave a base at home."""
    direction = frame.trigger.fields["direction"]
    home = actor.country if actor is not None else None
    if frame.trigger.word in LEAVING:
        goal = places_of(scene, story, frame.head, moved, prepositions=("for", "to"))
        goal = [p for p in goal if p.origin is None]  # "the departure of the 2,000 troops there"
        goal = goal or strange_places(scene, frame.head, moved, prepositions=("for",))
        goal = goal or _bound_for(scene, story, frame, moved)
        left = place_at(scene, story, frame.theme) if frame.theme is not None and not frame.is_nominal else None
        left = left or next(iter(places_of(scene, story, frame.head, prepositions=("from",))), None)
        from_home = left is not None and left.country is not None and left.country == home
        if goal and home is not None and all(p.country == home for p in goal):
            return "decrease", [left] if left is not None and not from_home else []
        if direction == "decrease" and not goal and (tour := _off_on_a_tour(scene, story, frame)) is not None:
            return "increase", tour
        if direction == "decrease" and left is None and _are_the_first_sent(frame, moved):
            return None
        abroad_to_abroad = left is not None and left.country is not None and not from_home and frame.theme is not None
        if goal and not abroad_to_abroad and (left is None or from_home or home is None):
            return "increase", goal
        if from_home and direction == "decrease" and left is not None and left.name is not None:
            abroad = is_asset(moved) or is_unit_name(scene, moved)
            if abroad:
                return "increase", []
            if left.name.type not in ("country", "region"):
                return None if frame.head.dep_ in ("acl", "relcl", "advcl") else (direction, [left])
    if frame.trigger.word == "go" and moved.tag_ == "PRP" and story.force_way == "increase":
        return "increase", []  # "can spare 200 people for Chad: they will go in May"
    if direction == "increase" and not frame.is_nominal and (stayed := _shifted_from(scene, story, frame, moved)):
        return "decrease", stayed
    if direction == "increase" and "home" in scene.lower and _is_homeward(frame, moved):
        return "decrease", places_of(scene, story, frame.head, *children(frame.head, "advmod"), prepositions=("from",))
    if direction == "increase" and frame.trigger.word in ARRIVING and _are_back(scene, story, frame, moved, home):
        return "decrease", []
    if direction == "increase" and frame.trigger.word in RETURNING and _goes_back(frame):
        barracks = any(o.lower_ in BARRACKS and not is_named(o) for o in frame.objects("to", "into"))
        stayed = _stayed_in(scene, story, frame)
        if barracks or stayed:
            return "decrease", stayed
    if frame.trigger.word in LEAVING and direction == "decrease" and _is_on_its_way_out(scene, story, frame, moved):
        return "increase", []
    if frame.trigger.particle == "back" and "to" in scene.lower and (again := _back_again(scene, story, frame, home)):
        return "increase", again
    if frame.trigger.word == "rotate" and direction == "none" and any(c.lower_ in FURTHER for c in moved.children):
        direction = "increase"  # "a further 1,000 are to rotate through Poland"
    places = places_of_move(scene, story, frame, moved, direction)
    if (theirs := ground_of_theirs(scene, frame, moved)) is not None:
        return direction, [theirs]
    if not places and mover_elsewhere(scene, story, frame) is not None:
        ground = ground_before(scene, frame)
        state = name_index().states.get(ground.country or "") if ground is not None else None
        if ground is not None and state is not None:
            return direction, [replace(ground, text=state.place.canonical, name=state.place)]
    if not places and frame.is_nominal and (ground := _ground_of_noun(scene, frame, home)) is not None:
        return direction, [ground]
    theatre = story.where_forces.country if story.where_forces is not None else None
    at_war_at_home = home is not None and home == theatre
    if (
        direction == "increase"
        and home is not None
        and not at_war_at_home
        and places
        and (_goes_back(frame) or (theatre is not None and frame.trigger.word in CARRYING | ARRIVING))
        and all(p.country == home for p in places)
    ):
        return "decrease", _stayed_in(scene, story, frame)
    return direction, places


def _shifted_from(scene: Scene, story: Story, frame: Frame, moved: Token) -> list[Participant]:
    """Where those were who are moved elsewhere: "will redeploy most of the troops in Somalia", "the last troops at the camp were
    airlifted to Kandahar"."""
    inner = [o for p, o in preposition_objects(moved) if p == "of"]
    if frame.trigger.word in SHIFTING:
        stayed = places_of(scene, story, moved, *inner, prepositions=("in", "at"))
        stayed = stayed or places_of(scene, story, frame.head, prepositions=("in", "at"))
        if stayed and not frame.objects("to", "into", "for"):
            return stayed
    if any(c.lower_ in ("last", "final") for c in moved.children):
        stayed = places_of(scene, story, moved, prepositions=("at", "in"))
        stayed = stayed or places_of(scene, story, frame.head, prepositions=("from",))
        stayed = stayed or places_of(scene, story, *inner, prepositions=("in", "at"))
        if frame.trigger.lemma in word_set("units", "verbs_shift") | CARRYING | CROSSING:
            return stayed or _left_by_the_last(scene, story, frame)
    return []


def _left_by_the_last(scene: Scene, story: Story, frame: Frame) -> list[Participant]:
    """ "The last personnel crossed into Niger", in a report on forces in Mali: out of there."""
    theatre = story.where_forces
    goals = places_of(scene, story, frame.head, prepositions=("to", "into", "for"))
    abroad = bool(goals) and theatre is not None and theatre.country is not None
    gone = abroad and all(p.country is not None and theatre is not None and p.country != theatre.country for p in goals)
    return [theatre] if gone and theatre is not None else []


def _ground_of_noun(scene: Scene, frame: Frame, home: str | None) -> Participant | None:
    """ "Ethiopia completes its Somalia pullout": the country before the noun, where it is not the mover's own."""
    for c in children(frame.head, "compound", "nmod"):
        named = scene.name_at(c)
        if named is not None and home is not None and named.value.type == "country" and named.value.country not in (None, home):
            return of_name(scene, named)
    return None


def is_named(token: Token) -> bool:
    """Whether a noun for barracks has a name of its own: "returned to Camp Arifjan", "to the base at Taji"."""
    return any(c.tag_.startswith("NNP") or c.dep_ == "prep" for c in token.children)


def _is_on_its_way_out(scene: Scene, story: Story, frame: Frame, moved: Token) -> bool:
    """ "The additional elements will depart tonight": of forces that are about to be sent, to where they are sent."""
    sent = story.force_way == "increase" and moved.lower_ in word_set("units", "nouns_group") and is_near(scene, story, moved)
    said = any(c.lower_ in ("additional", "first", "further", "extra") for c in children(moved, "amod"))
    return (
        sent and said and frame.theme is None and any(c.lower_ in ("will", "would", "to") for c in children(frame.head, "aux"))
    )


def _back_again(scene: Scene, story: Story, frame: Frame, home: str | None) -> list[Participant]:
    """ "were flown back to Honiara": to where the story has its forces, and not home."""
    theatre = story.where_forces.country if story.where_forces is not None else None
    goals = places_of(scene, story, frame.head, prepositions=("to", "into"))
    return goals if theatre is not None and goals and all(p.country == theatre != home for p in goals) else []


def _bound_for(scene: Scene, story: Story, frame: Frame, moved: Token) -> list[Participant]:
    """ "left Brindisi with 2,496 soldiers bound for Lebanon"."""
    bound = [t for t in scene.tokens if t.lower_ == "bound" and t.i > frame.head.i] if "bound" in scene.lower else []
    return [p for t in bound[:1] for p in places_of(scene, story, t, prepositions=("for",))]


def _off_on_a_tour(scene: Scene, story: Story, frame: Frame) -> list[Participant] | None:
    """ "will depart for a six-month deployment to Lebanon", "left for duty with UNIFIL": where those go who leave for it."""
    tours = [o for o in frame.objects("for", "on") if o.lower_ in TOURS and not frame.is_nominal]
    return places_of(scene, story, *tours, prepositions=("to", "in", "with", "at")) if tours else None


def _are_the_first_sent(frame: Frame, moved: Token) -> bool:
    """ "the first battalion sent to Lebanon left in 1978": set out, and no withdrawal."""
    sent = any(c.lower_ in ("sent", "deployed", "dispatched", "bound") for c in children(moved, "acl"))
    return sent and frame.theme is None and any(c.lower_ == "first" for c in moved.children)


def _are_back(scene: Scene, story: Story, frame: Frame, moved: Token, home: str | None) -> bool:
    """ "arrived in Manila from Tel Aviv", of those who were on the Golan; "the first batch is expected to arrive on Friday", after it was
    said that they withdraw."""
    where = story.where_forces
    if where is None or home is None or where.country == home or frame.is_nominal:
        return False
    goals = places_of(scene, story, frame.head, prepositions=("in", "at", "to"))
    if goals:
        return all(p.country == home for p in goals)
    some = moved.lower_ in word_set("units", "nouns_group") or is_part(scene, story, moved)
    return story.force_way == "decrease" and is_near(scene, story, moved) and some


def _is_homeward(frame: Frame, moved: Token) -> bool:
    """ "sent a group of 100 to Cyprus on their way home", "sent a first group of 100 paratroopers home", "began arriving home"."""
    if frame.trigger.word in ARRIVING and any(c.lower_ == "home" for c in children(frame.head, "advmod", "npadvmod", "dobj")):
        return True
    way = [o for p, o in frame.obliques if p == "on" and o.lower_ == "way"]
    ends = [o for p, o in preposition_objects(moved) if p == "of"]
    return any(c.lower_ in HOMEWARD for o in way for c in o.children) or any(o.lower_ == "home" for o in ends)


def _goes_back(frame: Frame) -> bool:
    """ "returned", "flew back": to where they came from, if that is their own country."""
    back = any(c.lower_ in ("back", "home") for c in frame.head.children)
    return frame.trigger.word == "return" or (frame.trigger.word in RETURNING and back)


def _stayed_in(scene: Scene, story: Story, frame: Frame) -> list[Participant]:
    """Where they come home from: "returned to Florennes after six months in Jordan", "from Jordan"."""
    found = places_of(scene, story, frame.head, prepositions=("from",))
    stays = [o for p, o in preposition_objects(frame.head) if p in AFTER]
    return found or places_of(scene, story, *stays, prepositions=("in", "at", "on"))
