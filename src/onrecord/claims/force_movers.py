"""Which forces a trigger moves: a word for them, a number, a pronoun, or the state, mission or people that moves by itself."""

from __future__ import annotations

from onrecord.claims.force_missions import (
    are_allies_that_go,
    are_their_men,
    brings_forces,
    counted_beside,
    goes_by_numbers,
    has_goal,
    is_company_of_state,
    is_mission_that_shrinks,
    is_mission_withdrawn,
    is_named_mission,
    small_clause,
)
from onrecord.claims.force_noun_moves import moved_by_noun
from onrecord.claims.force_nouns import is_asset, is_cap, is_people_of, is_stock
from onrecord.claims.force_parts import is_bare_number, is_near, is_part, is_spoken_of, stand_for_forces
from onrecord.claims.force_places import is_strange_place
from onrecord.claims.force_sorts import is_forces
from onrecord.claims.frames import LIGHT, Frame
from onrecord.claims.owners import owner_of
from onrecord.claims.participants import participant
from onrecord.claims.phrases import is_force
from onrecord.claims.places import WHOLE, place_at, places_of
from onrecord.claims.scene import Scene
from onrecord.claims.story import Story
from onrecord.claims.tree import child, children, conjuncts, is_verb, preposition_objects
from onrecord.lexicon.triggers import triggers_by_form
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind
from onrecord.nlp.tokens import Token

MILITARY = frozenset("military combat peacekeeping training troop armed".split())
TELLING = frozenset("told tell tells telling asked ask asks asking ordered order orders ordering urged urge urges".split())
GIVING = frozenset("gave give gives given giving".split())
COMING_AND_GOING = frozenset("go return arrive leave depart".split())
WITHDRAWING = frozenset(["withdraw", "pull out", "draw down", "pull back"])
JOINED = frozenset(
    "mission operation force battlegroup group contingent campaign effort coalition deployment patrol patrols troops".split()
)
GOING = frozenset("go return arrive come land".split())
SENDING = frozenset("return send deploy redeploy station dispatch fly airlift pull bring recall".split())


def moved_by(scene: Scene, story: Story, frame: Frame) -> Token | None:
    """The noun that is moved: forces, a stock of them, or the actor itself where the verb needs no more."""
    if not _has_companion(frame) or _is_no_move(frame):
        return None
    if frame.trigger.fields.get("further") and not _gets_more(scene, frame):
        return None
    if (own := _object_of_participle(frame)) is not None:
        return own if is_forces(scene, story, own) else None
    if (goal := frame.trigger.fields.get("goal")) is not None and not has_goal(scene, story, frame, goal):
        return None
    pattern = frame.trigger.fields.get("frame", "both")
    theme = None if frame.is_nominal else frame.theme
    if (
        theme is not None
        and theme.tag_ == "PRP"
        and theme.lower_ == "them"
        and story.whose_forces is not None
        and frame.trigger.fields.get("with")
    ):
        return theme
    if frame.is_nominal:
        return moved_by_noun(scene, story, frame)
    if (back := _pronoun_of_forces(scene, story, frame)) is not None:
        return back
    if pattern == "theme" and theme is None and (ordered := small_clause(frame.head)) is not None:
        return ordered if is_forces(scene, story, ordered) else None
    if pattern in ("theme", "both") and theme is None and (most := _up_to(frame.head)) is not None and is_force(most):
        return most
    if theme is not None and theme.lower_ == "home" and (led := child(theme, "compound")) is not None and is_force(led):
        return led  # "has brought its contingent home", where the parse makes one noun of both
    if "things" in frame.trigger.fields:
        thing = theme if theme is not None or frame.passive else frame.agent
        known = thing is not None and (_is_mission(scene, story, frame, thing) or is_ceiling(scene, story, frame, thing))
        return thing if known else None
    if "joins" in frame.trigger.fields:
        return _who_joins(scene, story, frame)
    if (fresh := _who_reinforces(scene, story, frame)) is not None:
        return fresh
    if pattern in ("theme", "both") and theme is not None and (moved := _moved_theme(scene, story, frame, theme)) is not None:
        return moved if frame.trigger.lemma != "provide" or not is_asset(moved) else None
    if pattern in ("self", "both") and (not frame.passive or _is_main(frame)) and (agent := _who_goes(frame)) is not None:
        return _moved_self(scene, story, frame, agent)
    return None


def _object_of_participle(frame: Frame) -> Token | None:
    """ "The mission on Monday transferred to the police the camp of Delo", where the parse takes the verb for a participle on the mission:
    what is moved is its object."""
    loose = frame.passive and frame.head.dep_ in ("acl", "relcl") and child(frame.head, "auxpass") is None
    return child(frame.head, "dobj") if loose else None


def _moved_theme(scene: Scene, story: Story, frame: Frame, theme: Token) -> Token | None:
    """Whom somebody moves: forces, a number of them, a mission by name, or forces coordinated with what is none."""
    known = (
        is_forces(scene, story, theme)
        or _is_bare_number(scene, story, frame, theme)
        or _is_named_force(scene, frame, theme)
        or _is_added_to_forces(scene, frame, theme)
        or _is_their_number(scene, story, frame, theme)
        or is_company_of_state(scene, frame, story_has_forces=is_near(scene, story, theme))
        or is_mission_withdrawn(scene, frame, theme)
        or are_their_men(scene, story, frame, theme)
    )
    return theme if known else counted_beside(scene, theme)


def _moved_self(scene: Scene, story: Story, frame: Frame, agent: Token) -> Token | None:
    """Who moves by himself: forces, a number of them, a mission that shrinks, or a state where the verb needs no more."""
    aboard = "aboard" in frame.trigger.fields
    if aboard and not _is_carrier(frame.theme):
        return None
    alone = frame.theme is None or aboard
    if alone and _is_their_number(scene, story, frame, agent):
        return agent
    if alone and (is_mission_that_shrinks(scene, frame, agent) or goes_by_numbers(scene, story, frame, agent)):
        return agent
    if alone and _is_group_on_the_move(scene, story, frame, agent):
        return agent
    is_number = alone and _is_bare_number(scene, story, frame, agent)
    both_ways = not alone and frame.trigger.fields.get("frame", "both") == "both" and not is_force(agent)
    if (is_forces(scene, story, agent) or is_number) and not both_ways:
        return agent if alone or _leaves_somewhere(scene, story, frame) else None
    if frame.trigger.fields.get("bare") and _moves_by_itself(scene, story, frame, agent):
        return agent
    if are_allies_that_go(scene, story, frame, agent):
        return agent
    if alone and (frame.trigger.word in GOING or aboard) and is_people_of(scene, agent) and is_near(scene, story, agent):
        return agent  # "The Americans had gone by June"
    return None


def _is_carrier(theme: Token | None) -> bool:
    """ "boarded ships", "boarded a plane for home"."""
    return theme is not None and theme.lower_ in word_set("units", "nouns_carrier")


def _is_group_on_the_move(scene: Scene, story: Story, frame: Frame, agent: Token) -> bool:
    """ "The Wagner group moved to Belarus": an armed group or force by name, to a place by name."""
    named = scene.name_at(agent)
    if (
        named is None
        or named.value.type not in ("armed_group", "force")
        or frame.trigger.lemma not in word_set("units", "verbs_shift")
    ):
        return False
    return any(p.name is not None for p in places_of(scene, story, frame.head, prepositions=("to", "into")))


def _gets_more(scene: Scene, frame: Frame) -> bool:
    """ "Latvia is to receive 150 more Polish soldiers": more, counted, and somebody's."""
    theme = frame.theme
    if theme is None or frame.passive or not is_force(theme) or scene.count_of(theme) is None:
        return False
    named = any(scene.name_at(c) is not None for c in children(theme, "amod", "compound", "nmod"))
    fresh = any(t.lower_ in ("more", "additional", "further", "another", "extra") for t in theme.subtree if t.i <= theme.i)
    return named and fresh


def _who_reinforces(scene: Scene, story: Story, frame: Frame) -> Token | None:
    """ "150 Polish soldiers will reinforce the battlegroup": those who come, and not those who are there."""
    agent = frame.agent
    if frame.passive or agent is None or frame.trigger.lemma not in ("reinforce", "bolster", "strengthen", "augment"):
        return None
    return agent if is_forces(scene, story, agent) and scene.count_of(agent) is not None else None


def _is_their_number(scene: Scene, story: Story, frame: Frame, token: Token) -> bool:
    """ "plans to raise this to 400", "that will grow to 400": the number of forces that was just given."""
    if token.lower_ not in ("this", "that") or story.whose_forces is None or not is_near(scene, story, token):
        return False
    counts = [scene.count_at(o) for p, o in frame.obliques if p in ("to", "by", "from", "below")]
    resized = frame.head.lower_ in word_set("units", "verbs_resize") or "below" in (frame.trigger.fields.get("with") or "")
    return resized and any(m is not None and m.value.quantity.unit is None for m in counts)


def _is_added_to_forces(scene: Scene, frame: Frame, theme: Token) -> bool:
    """ "adds 3,690 to the peace force in the Central African Republic"."""
    added = frame.trigger.lemma in ("add", "contribute", "commit") and is_bare_number(scene, theme)
    return added and any(p == "to" and is_force(o) for p, o in frame.obliques)


def _is_named_force(scene: Scene, frame: Frame, theme: Token) -> bool:
    """A mission by name that is made larger or smaller: "reinforce UNMISS", "cut MINUSMA by 2,000"."""
    named = scene.name_at(theme) if frame.head.lower_ in word_set("units", "verbs_resize") else None
    return named is not None and named.value.kind is NameKind.ACTOR and named.value.type == "force"


def is_ceiling(scene: Scene, story: Story, frame: Frame, theme: Token) -> bool:
    """Whether a ceiling that is lifted is one on forces."""
    return is_cap(theme) and theme.lower_ in frame.trigger.fields["things"].split() and is_stock(scene, story, theme)


def _who_joins(scene: Scene, story: Story, frame: Frame) -> Token | None:
    """Forces that join a mission or other forces, not men who join an army."""
    theme, agent = frame.theme, frame.agent if frame.passive else _who_goes(frame)
    if theme is not None and theme.lower_ == "them" and agent is not None:
        return agent if is_forces(scene, story, agent) else None
    if theme is None or agent is None or not is_forces(scene, story, agent) or agent.lower_ in ("army", "military"):
        return None
    named = scene.name_at(theme)
    joined = (
        named is not None
        and named.value.kind is NameKind.ACTOR
        and named.value.type in ("force", "coalition", "alliance", "organization")
    )
    inside = {c.lower_ for c in children(theme, "compound", "amod", "nmod", "poss", "appos")}
    joined = joined or (theme.lower_ in word_set("units", "nouns_men") and scene.count_of(theme) is not None)
    return agent if joined or theme.lower_ in JOINED or not inside.isdisjoint(JOINED) or is_part(scene, story, theme) else None


def _is_main(frame: Frame) -> bool:
    """ "A first group of 80 soldiers set out for Iraq", where the parse takes the verb for a participle of a phrase without a verb."""
    return frame.head.dep_ == "acl" and frame.head.head.dep_ == "ROOT" and not is_verb(frame.head.head)


def _who_goes(frame: Frame) -> Token | None:
    """Who leaves or arrives; of "told American troops to leave" and "gave the French a month to leave" those who are told."""
    verb = frame.head
    above = verb.head
    if _is_main(frame):
        return above
    if verb.dep_ == "xcomp" and above.lower_ in ("due", "set", "scheduled", "ready") and above.head.tag_.startswith("NN"):
        return above.head  # "the 1,300 Gurkhas due to leave Brunei"
    if verb.dep_ in ("xcomp", "ccomp", "acl") and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        giver = above if is_verb(above) else above.head
        told = child(giver, "dative") if giver.lower_ in GIVING else child(giver, "dobj") if giver.lower_ in TELLING else None
        if told is not None and told.i != above.i:
            return next((o for p, o in preposition_objects(giver) if o.i == told.i or told.tag_ == "IN"), told)
    return frame.agent


def _moves_by_itself(scene: Scene, story: Story, frame: Frame, agent: Token) -> bool:
    """Whether a state, mission or people withdraws without a word for its forces: "France pulled out of Mali", "the Danes left",
    "it will leave South Kivu by June"."""
    theme = frame.theme
    named = place_at(scene, story, theme) if theme is not None else None
    pointed = theme is not None and theme.lower_ in ("province", "territory", "country", "region", "enclave")
    strange = theme is not None and theme.dep_ == "dobj" and is_strange_place(scene, theme)
    if (
        theme is not None
        and not (pointed and story.where_forces is not None)
        and not (strange and story.whose_forces is not None)
        and (named is None or named.name is None or theme.dep_ == "npadvmod")
    ):
        return False
    known = story.whose_forces is not None or any(is_force(t) for t in scene.tokens[: agent.i])
    if agent.tag_ == "PRP" and not (agent.lower_ in ("it", "they", "we") and known):
        return False
    if not (_is_mover(scene, story, agent) or is_people_of(scene, agent)):
        return False
    ashore = frame.trigger.lemma.endswith("ashore")
    if is_named_mission(scene, agent) and (named is not None or pointed or ashore or brings_forces(frame)):
        return True
    somewhere = named is not None or strange or _goes_somewhere(scene, story, frame) or frame.trigger.lemma.endswith("home")
    if story.whose_forces is None:
        return somewhere and theme is None
    return somewhere or frame.trigger.lemma in WITHDRAWING or (frame.trigger.lemma == "leave" and is_people_of(scene, agent))


def _is_mission(scene: Scene, story: Story, frame: Frame, theme: Token) -> bool:
    """Whether what ends is the stay of forces: "its combat mission in Iraq", "the presence of foreign troops"."""
    if theme.lower_ not in frame.trigger.fields["things"].split():
        return False
    of = [o for p, o in preposition_objects(theme) if p == "of"]
    if of:
        return any(is_force(o) for o in of)
    whose = owner_of(scene, story, theme)
    military = any(c.lower_ in MILITARY for c in children(theme, "amod", "compound"))
    spoken_of = story.whose_forces is not None or any(is_force(t) and t.i != theme.i for t in scene.tokens)
    told_of = (story.mission is not None or story.whose_forces is not None) and any(
        c.lower_ in ("the", "this") for c in children(theme, "det")
    )
    return (whose is not None or told_of) and (military or spoken_of)


def _up_to(verb: Token) -> Token | None:
    """ "authorised up to 1,500 more troops": what "up to" bounds, which the parse takes for where."""
    if child(verb, "prt") is None or child(verb, "prt", "advmod").lower_ != "up":  # type: ignore[union-attr]
        return None
    return next((o for p, o in preposition_objects(verb) if p == "to"), None)


def _pronoun_of_forces(scene: Scene, story: Story, frame: Frame) -> Token | None:
    """ "They were pulled out in May", "flew them home": the forces of a sentence or two before."""
    them = frame.theme is not None and frame.theme.lower_ == "them"
    by_theme = frame.passive or them or frame.trigger.fields.get("frame") == "theme"
    token = frame.theme if by_theme else frame.agent or frame.theme
    near = is_near(scene, story, token) if token is not None else False
    military = frame.trigger.fields.get("bare") or frame.trigger.fields.get("particle") or frame.trigger.lemma in SENDING
    military = military or _to_a_place(scene, story, frame) or _goes_by_itself(scene, story, frame, token)
    if token is None or token.lower_ not in ("they", "them") or not near or not (military or " " in frame.trigger.lemma):
        return None
    return token if frame.theme is None or frame.theme.i == token.i else None


def _goes_by_itself(scene: Scene, story: Story, frame: Frame, token: Token | None) -> bool:
    """ "By the time they returned", "they will go": of the forces that were the last to be told of."""
    plain = (
        frame.trigger.word in COMING_AND_GOING and not frame.is_nominal and child(frame.head, "dobj", "xcomp", "prt") is None
    )
    return plain and token is not None and token.lower_ == "they" and stand_for_forces(scene, story, token)


def _to_a_place(scene: Scene, story: Story, frame: Frame) -> bool:
    """ "They will go to Erbil": to a place by name."""
    places = places_of(scene, story, frame.head, prepositions=("to", "into"))
    return not frame.is_nominal and any(p.name is not None and p.origin is None for p in places)


def _is_bare_number(scene: Scene, story: Story, frame: Frame, token: Token) -> bool:
    """ "ordered that 34,000 be withdrawn": a number of the forces that the story speaks of."""
    if frame.trigger.fields.get("plan") and not _is_states_own(scene, story, frame, token):
        return token.lower_ == "more" and is_part(scene, story, token) and scene.count_of(token) is not None
    known = (
        story.whose_forces is not None
        or _is_states_own(scene, story, frame, token)
        or (frame.trigger.word in ("deploy", "redeploy") and frame.passive)
    )
    count = scene.count_at(token) if token.tag_ == "CD" and known else None
    return count is not None and count.value.quantity.unit is None and max(count.value.quantity.numbers.values()) >= 100


def _is_states_own(scene: Scene, story: Story, frame: Frame, token: Token) -> bool:
    """ "Nigeria has promised 850", after talk of forces: a state by name sends or offers a number of its own."""
    named = scene.name_at(frame.agent) if frame.agent is not None and not frame.passive else None
    is_state = named is not None and named.value.type in ("state", "country")
    return is_state and frame.head.lower_ in word_set("units", "verbs_give") and is_spoken_of(scene, story, token)


def _is_no_move(frame: Frame) -> bool:
    """ "are going to fight" and "returned to base": no move of forces from one place to another."""
    going = frame.trigger.word == "go" and child(frame.head, "xcomp") is not None
    to = [o for p, o in preposition_objects(frame.head) if p == "to"]
    if frame.trigger.lemma == "reinforcement" and _is_who_comes(frame):
        return True
    if frame.is_nominal and frame.head.dep_ == "pobj" and frame.head.head.lower_ == "as":
        return True  # "were moved to Jolo as reinforcements"
    safely = frame.trigger.word in ("return", "fly", "come")
    return going or (safely and any(o.lower_ == "base" and not any(True for _ in o.children) for o in to))


def _is_who_comes(frame: Frame) -> bool:
    """Whether "reinforcements" are the forces that another word moves ("poured reinforcements into Idlib") or only spoken of."""
    verb = frame.light
    moved = verb is not None and any(
        t.kind is Kind.FORCE_CHANGE and t.part == "verb" for t in triggers_by_form().get(verb.lower_, ())
    )
    planned = verb is not None and verb.lower_ in word_set("speech", "verbs_announce")
    placed = any(True for _ in preposition_objects(frame.head)) or (planned and any(True for _ in frame.obliques))
    spoken_of = not placed and not planned and (verb is None or verb.lower_ not in LIGHT)
    return (moved and not planned) or spoken_of or (frame.head.dep_ == "pobj" and frame.head.head.lower_ == "of")


def _has_companion(frame: Frame) -> bool:
    """Whether a verb that needs a certain particle or preposition has it ("fall to", "bring home")."""
    beside = {c.lower_ for c in frame.head.children if c.dep_ != "aux"}
    if not frame.is_nominal and frame.theme is not None and (frame.theme.tag_ == "CD" or frame.trigger.lemma == "order"):
        beside |= {c.lower_ for c in children(frame.theme, "prep")}  # "shifting as many as 30,000 to Afghanistan"
    if not frame.is_nominal and frame.theme is not None:
        last = conjuncts(frame.theme)[-1]
        beside |= {c.lower_ for c in children(last, "prep") if last.i != frame.theme.i and c.lower_ in ("to", "into")}
    if (also := frame.trigger.fields.get("also")) is not None and also not in beside:
        return False
    unwanted = frame.trigger.fields.get("without")
    if unwanted and not beside.isdisjoint(unwanted.split()):
        return False
    wanted = frame.trigger.fields.get("with")
    return not wanted or not beside.isdisjoint(wanted.split())


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
        place_at(scene, story, frame.theme) is not None
        or frame.theme.lower_ in word_set("people", "nouns_site") | {"site"}
        or frame.theme.lower_ in WHOLE
    )
