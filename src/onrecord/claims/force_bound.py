"""Forces that are on their way, due, expected, bound for somewhere, in place, out, gone or home: said by "be" and a word beside it."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.force_nouns import is_all, is_asset, is_people_of
from onrecord.claims.force_numbers import delta_of
from onrecord.claims.force_owners import owner_of_forces
from onrecord.claims.force_parts import is_bare_number, is_near
from onrecord.claims.force_places import default_place, put_place, remember_forces, strange_places
from onrecord.claims.force_sorts import is_forces
from onrecord.claims.owners import named_before
from onrecord.claims.phrases import is_force
from onrecord.claims.places import places_of
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_forces_of
from onrecord.claims.status import Standing
from onrecord.claims.story import Story
from onrecord.claims.subjects import passive_subject, subject
from onrecord.claims.tree import child, children, is_verb, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, Quantity, Stage, Status
from onrecord.nlp.tokens import Token

BE = frozenset("be is are was were been 's 're".split())
GOAL = ("for", "to", "in", "into", "at", "on", "toward", "towards")
FOLLOWING = frozenset("follow follows followed following".split())
DOING = frozenset("do does did done doing".split())
HOMEWARD = frozenset(["home", "back"])
HALVES = frozenset("half most bulk some".split())
FOR_ALL = frozenset("half all most rest bulk some last everyone everybody".split())


@rule
def claim_forces_bound(scene: Scene, story: Story) -> Iterator[Draft]:
    """Forces on their way, due or expected: "Russian troops were on their way to Karabakh", "900 are bound for Romania",
    "a squadron is due this autumn", "the first are not expected before May", "the rest should be home by Easter"."""
    for verb in scene.tokens:
        if verb.lower_ not in BE or not (is_verb(verb) or verb.dep_ == "auxpass"):
            continue
        found = _bound(verb)
        who = child(found[0].head if verb.dep_ == "auxpass" else verb, "nsubj", "nsubjpass") if found is not None else None
        who = passive_subject(verb.head) if found is not None and who is None and verb.dep_ == "xcomp" else who
        if found is None or who is None or scene.is_question or not is_forces(scene, story, who):
            continue
        word, homeward, status = found
        made = draft(scene, Kind.FORCE_CHANGE, name_of(claim_forces_bound), word, verb, status=verb)
        if made.standing.status is Status.ACTUAL or _is_not_before(verb, word):
            made.standing = Standing(status, word, Stage.UNDERWAY if status is Status.ACTUAL else made.standing.stage)
        direction = "decrease" if homeward else "increase"
        made.put("direction", direction, scene.at(word))
        actor = owner_of_forces(scene, story, who)
        made.put("actor", actor)
        prepositions = ("from", "of") if homeward else GOAL
        heads = (word, *children(word, "pobj", "advmod"), verb)
        places = places_of(scene, story, *heads, prepositions=prepositions) or strange_places(
            scene, *heads, prepositions=tuple(p for p in prepositions if p != "on")
        )
        put_place(made, places[0] if places else None)
        default_place(made, story)
        if (counted := delta_of(scene, who)) is not None:
            made.count(*counted)
        if made.args.keys() & {"actor", "place", "site"}:
            remember_forces(scene, story, direction, actor, places)
            yield made


def _bound(verb: Token) -> tuple[Token, bool, Status] | None:
    """The word by which "be" says a move, whether it is one home, and the status of it if nothing else gives one."""
    for prep in children(verb, "prep"):
        way = child(prep, "pobj")
        if prep.lower_ == "on" and way is not None and way.lower_ == "way":
            home = any(c.lower_ in HOMEWARD or c.lower_ in ("out", "from") for c in (*way.children, *verb.children))
            return prep, home, Status.ACTUAL
        if prep.lower_ == "in" and way is not None and way.lower_ == "place" and children(verb, "aux"):
            return prep, False, Status.PLANNED
        if prep.lower_ in ("in", "at") and way is not None and _will_be_there(verb, way):
            return prep, False, Status.PLANNED
    for word in children(verb, "acomp", "advmod"):
        if word.lower_ in ("due", "bound") and not children(word, "xcomp"):
            return word, any(c.lower_ in HOMEWARD for c in word.children), Status.PLANNED
    above = verb.head
    if verb.dep_ != "auxpass" or children(above, "xcomp", "ccomp", "dobj"):
        return None
    if above.lower_ == "bound" and any(p == "for" for p, _ in preposition_objects(above)):
        return above, any(c.lower_ in HOMEWARD for c in above.children), Status.PLANNED
    if above.lower_ in ("expected", "due"):
        return above, any(c.lower_ in HOMEWARD for c in above.children), Status.PLANNED
    return None


def _will_be_there(verb: Token, spot: Token) -> bool:
    """ "The brigade will be in Kuwait by mid-month": a unit, for a number of soldiers is a level."""
    who = child(verb, "nsubj")
    unit = who is not None and who.lower_ in word_set("units", "words_unit") and child(who, "nummod") is None
    due = any(c.dep_ == "prep" and c.lower_ in ("by", "before", "within") for c in (*verb.children, *spot.children))
    return unit and due and spot.tag_ == "NNP" and any(c.lower_ in ("will", "would") for c in children(verb, "aux"))


def _is_not_before(verb: Token, word: Token) -> bool:
    """ "are not expected before the summer": late, and no denial."""
    heads = (verb, word, word.head)
    return any(c.dep_ == "prep" and c.lower_ in ("before", "until", "till") for head in heads for c in head.children)


@rule
def claim_forces_heading(scene: Scene, story: Story) -> Iterator[Draft]:
    """A line without a verb that says where forces go: "100 more Danish soldiers bound for Helmand", "1,300 troops out of Mali by May"."""
    if not scene.is_headline or any(t.tag_ in ("VBZ", "VBP", "VBD", "MD") for t in scene.tokens):
        return
    for who in scene.tokens:
        way = (
            next((c for c in who.children if c.i > who.i and c.lower_ in ("bound", "out")), None)
            if who.dep_ == "ROOT"
            else None
        )
        if way is None or not is_forces(scene, story, who):
            continue
        homeward = way.lower_ == "out"
        places = places_of(scene, story, way, prepositions=("of",) if homeward else ("for", "to"))
        places = places or strange_places(scene, way, prepositions=("of",) if homeward else ("for", "to"))
        if not places:
            continue
        made = draft(scene, Kind.FORCE_CHANGE, name_of(claim_forces_heading), way, who)
        made.standing = Standing(Status.PLANNED, way)
        made.put("direction", "decrease" if homeward else "increase", scene.at(way))
        made.put("actor", owner_of_forces(scene, story, who))
        put_place(made, places[0])
        if (counted := delta_of(scene, who)) is not None:
            made.count(*counted)
        yield made


@rule
def claim_forces_following(scene: Scene, story: Story) -> Iterator[Draft]:
    """More of the forces that were moved, moved alike: "the rest are expected to follow by August", "200 more will do so in May"."""
    for verb in scene.tokens:
        after = child(verb, "dobj") if verb.lower_ in FOLLOWING else None
        follows = verb.lower_ in FOLLOWING and (after is None or after.lower_ in ("them", "suit"))
        does_so = verb.lower_ in DOING and any(c.lower_ in ("so", "likewise") for c in verb.children)
        who = subject(verb) if (follows or does_so) and is_verb(verb) else None
        if who is None or story.force_way is None or scene.is_question:
            continue
        state = follows and _is_state_after_others(scene, story, who)
        groups = follows and who.lower_ in word_set("units", "nouns_group") and is_near(scene, story, who)
        if not (is_forces(scene, story, who) or is_bare_number(scene, who) or state or groups):
            continue
        made = draft(scene, Kind.FORCE_CHANGE, name_of(claim_forces_following), verb)
        made.put("direction", story.force_way, scene.at(verb))
        made.put("actor", as_forces_of(named_before(scene, story, who)) or owner_of_forces(scene, story, who))
        default_place(made, story)
        if (counted := delta_of(scene, who)) is not None:
            made.count(*counted)
        if made.args.keys() & {"actor", "place", "site"}:
            yield made


def _is_state_after_others(scene: Scene, story: Story, who: Token) -> bool:
    """ "Britain withdrew its last troops, and Australia followed": a state by name, right after another's move."""
    named = scene.name_at(who)
    moved_here = story.forces_until == scene.sentence.span.end
    return named is not None and named.value.type in ("state", "country") and (moved_here or is_near(scene, story, who))


@rule
def claim_forces_out(scene: Scene, story: Story) -> Iterator[Draft]:
    """Forces that are to be out: "wants the Americans out", "expects the final soldiers to be out by July"."""
    for token in scene.tokens:
        if token.lower_ not in ("out", "gone", "home", "back"):
            continue
        yield from _out(scene, story, token)


def _is_back_at_home(scene: Scene, token: Token) -> bool:
    """ "are to be back in Germany before Christmas": to where they came from, and so away from where they are."""
    return token.head.lower_ == "be" and any(p in ("in", "at") and scene.name_at(o) for p, o in preposition_objects(token))


def _out(scene: Scene, story: Story, token: Token) -> Iterator[Draft]:
    verb = child(token, "auxpass") if token.lower_ == "gone" else None
    verb = verb if verb is not None else token.head
    be = verb.lower_ in BE and is_verb(verb)
    if token.lower_ in ("home", "back") and not (be and (token.lower_ == "home" or _is_back_at_home(scene, token))):
        return
    clause = token if verb.dep_ == "auxpass" else verb
    forces = child(clause, "nsubj", "nsubjpass") if be else child(token, "nsubj") or child(verb, "dobj")
    if be and forces is None and clause.dep_ == "xcomp":
        forces = child(clause.head, "dobj", "nsubjpass", "nsubj")
    if be and forces is None and clause.dep_ == "conj":
        forces = subject(clause)
    wanted = be or verb.lower_ in word_set("status", "verbs_plan")
    everybody = forces is not None and forces.lower_ in ("everyone", "everybody") and story.forces_until is not None
    everyone = forces is not None and forces.lower_ in ("all", "everyone", "everybody")
    half = forces is not None and forces.lower_ in HALVES
    if forces is not None and forces.lower_ in FOR_ALL:
        forces = next((o for p, o in preposition_objects(forces) if p == "of" and is_force(o)), forces)
    if forces is None or not wanted or not (is_forces(scene, story, forces) or is_people_of(scene, forces) or everybody):
        return
    made = draft(scene, Kind.FORCE_CHANGE, name_of(claim_forces_out), token, verb, status=clause)
    if made.standing.status is Status.ACTUAL and not be:
        made.standing = Standing(Status.PLANNED, verb, made.standing.stage)
    made.put("direction", "decrease", scene.at(token))
    made.put("actor", owner_of_forces(scene, story, forces))
    places = places_of(scene, story, token, verb, prepositions=("of", "from"))
    places = places or places_of(scene, story, forces, *children(forces, "advmod"), prepositions=("in", "at", "on"))
    places = places or strange_places(scene, forces, prepositions=("in", "at"))
    put_place(made, places[0] if places else None)
    default_place(made, story)
    counted = delta_of(scene, forces)
    if half and counted is not None and counted[0].delta is not None:
        made.count(Quantity(start=counted[0].delta, unit="personnel", approx=counted[0].approx), counted[1])
    elif (counted is None and everyone) or (is_all(scene, forces) and not is_asset(forces) and counted is None):
        made.count(Quantity(to=0, unit="personnel"), scene.at(forces))
    elif counted is not None and counted[0].delta is not None:
        made.count(*counted)
    yield made
