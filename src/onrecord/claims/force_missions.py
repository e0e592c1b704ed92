"""Forces by what a verb says of them: missions that come with or fall to so many, a state that goes by numbers, its companies, and
whether a verb of putting says where."""

from __future__ import annotations

from onrecord.claims.force_nouns import is_asset
from onrecord.claims.force_parts import is_spoken_of
from onrecord.claims.force_places import strange_places
from onrecord.claims.frames import Frame
from onrecord.claims.phrases import is_force, words_of
from onrecord.claims.places import place_at, places_of
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import child, children, conjuncts, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import NameKind
from onrecord.nlp.tokens import Token

MILITARY = frozenset("peacekeeping military peace training observer police stabilisation stabilization whole entire".split())
ALLIES = frozenset(["allies", "partners", "coalition"])
GOING_AWAY = frozenset(["leave", "withdraw", "pull out", "depart", "go home"])
ORDERING = frozenset("order orders ordered want wants wanted have has had".split())
SENT_OUT = frozenset("send deploy dispatch contribute".split())


def is_named_mission(scene: Scene, token: Token) -> bool:
    """ "KFOR", "the UN mission in Mali": a force by its name."""
    named = scene.name_at(token)
    return named is not None and named.value.kind is NameKind.ACTOR and named.value.type == "force"


def small_clause(verb: Token) -> Token | None:
    """Of "ordered 20,000 reservists mobilized" those who are: what is ordered or wanted done, which the parse takes for a clause."""
    plain = verb.dep_ == "ccomp" and verb.tag_ in ("VBD", "VBN") and not children(verb, "mark", "aux", "auxpass", "dobj")
    return child(verb, "nsubj") if plain and verb.head.lower_ in ORDERING and verb.head.i < verb.i else None


def allies_that_go(scene: Scene, moved: Token) -> Participant | None:
    """The allies of "U.S. allies have been leaving" themselves, and not those whose allies they are."""
    if moved.lower_ not in ALLIES:
        return None
    text, (first, last) = words_of(scene, moved)
    return Participant(text, scene.at(scene.doc[first], scene.doc[last]))


def are_allies_that_go(scene: Scene, story: Story, frame: Frame, agent: Token) -> bool:
    """ "U.S. allies have been leaving just as fast", after talk of forces."""
    goes = frame.trigger.lemma in GOING_AWAY and (frame.theme is None or place_at(scene, story, frame.theme) is not None)
    return agent.lower_ in ALLIES and goes and story.whose_forces is not None and is_spoken_of(scene, story, agent)


def brings_forces(frame: Frame) -> bool:
    """ "went in with 1,900 troops"."""
    return any(is_force(o) for p, o in frame.obliques if p == "with")


def is_mission_that_shrinks(scene: Scene, frame: Frame, agent: Token) -> bool:
    """ "KFOR has fallen from 13,800 to 10,000 troops", "SAMIM grew to 2,200": the size of a mission named, where the verb needs one."""
    if "below" not in (frame.trigger.fields.get("with") or "") or not is_named_mission(scene, agent):
        return False
    counts = [
        m for p, o in frame.obliques if p in ("to", "from", "below", "by") and (m := scene.count_at(o) or scene.count_of(o))
    ]
    return any(m.value.quantity.unit in (None, "personnel") for m in counts)


def is_mission_withdrawn(scene: Scene, frame: Frame, theme: Token) -> bool:
    """ "to fully withdraw the UN mission from Burundi": a mission of a body that has peacekeepers, or the one spoken of."""
    if frame.is_nominal or frame.trigger.lemma not in ("withdraw", "pull out", "draw down", "deploy", "dispatch"):
        return False
    if is_named_mission(scene, theme) and frame.passive:
        return True  # "MINUSTAH was deployed in June 2004"
    if theme.lower_ != "mission":
        return False
    inside = children(theme, "amod", "compound", "nmod", "poss")
    named = [m for c in inside if (m := scene.name_at(c)) is not None]
    plain = all(c.lower_ in MILITARY or scene.name_at(c) is not None for c in inside)
    return (
        plain and all(m.value.type in ("organization", "alliance", "force") for m in named) and child(theme, "det") is not None
    )


def are_their_men(scene: Scene, story: Story, frame: Frame, theme: Token) -> bool:
    """ "recalled its 100 engineers from Iraq", "will send 340 people to Mali": a state's own people, counted, from or to a place by name,
    or after talk of forces."""
    if theme.lower_ not in word_set("units", "nouns_men") or frame.passive or scene.count_of(theme) is None:
        return False
    own = any(c.tag_ == "PRP$" for c in children(theme, "poss"))
    named = scene.name_at(frame.agent) if frame.agent is not None else None
    state = named is not None and named.value.type in ("state", "country")
    places = places_of(scene, story, frame.head, theme, prepositions=("from", "to", "out", "in"))
    military = any(is_force(t) for t in scene.tokens) or story.whose_forces is not None
    placed = any(p.name is not None for p in places)
    if state and frame.trigger.lemma in SENT_OUT and not children(theme, "amod", "prep", "compound"):
        return (placed and (military or any(is_asset(t) for t in scene.tokens))) or is_spoken_of(scene, story, theme)
    return own and state and placed and (military or theme.lower_ not in ("people", "man", "men"))


def goes_by_numbers(scene: Scene, story: Story, frame: Frame, agent: Token) -> bool:
    """ "France said it would go from 7,500 to 2,500", in a report on forces."""
    named = scene.name_at(agent)
    who = agent.lower_ in ("it", "they", "we") or (named is not None and named.value.type in ("state", "country", "alliance"))
    if frame.trigger.word != "go" or not who:
        return False
    counts = {
        p: m.value.quantity.unit for p, o in _with_inner(frame) if (m := scene.count_at(o) or scene.count_of(o)) is not None
    }
    if not counts.keys() >= {"from", "to"} or any(unit not in (None, "personnel") for unit in counts.values()):
        return False
    return story.whose_forces is not None or "personnel" in counts.values()


def _with_inner(frame: Frame) -> list[tuple[str, Token]]:
    return [pair for p, o in frame.obliques for pair in ((p, o), *preposition_objects(o))]


def is_company_of_state(scene: Scene, frame: Frame, *, story_has_forces: bool) -> bool:
    """ "Ukraine has recalled a company from Sarajevo": a state's company that is moved is one of soldiers."""
    theme, agent = frame.theme, frame.agent
    if theme is None or theme.lower_ not in ("company", "companies"):
        return False
    if frame.passive and story_has_forces:
        inside = [m for c in children(theme, "amod") if (m := scene.name_at(c)) is not None]
        return any(m.value.type == "state" for m in inside)  # "the Belarusian company was to be flown to Vitebsk"
    if children(theme, "amod", "compound") or agent is None:
        return False
    named = scene.name_at(agent)
    military = any(is_force(t) and t.i != theme.i and t.lower_ not in ("company", "companies") for t in scene.tokens)
    return military and named is not None and named.value.type in ("state", "country") and agent.i != theme.i


def has_goal(scene: Scene, story: Story, frame: Frame, prepositions: str) -> bool:
    """Whether a verb of putting says in which place by name, and is active: "has stationed 18 jets at Kashgar"."""
    if frame.passive or frame.theme is None:
        return False
    wanted = tuple(prepositions.split())
    places = places_of(scene, story, frame.head, frame.theme, prepositions=wanted)
    known = any(p.name is not None and p.origin is None for p in places)
    return known or bool(strange_places(scene, frame.head, frame.theme, prepositions=tuple(p for p in wanted if p != "on")))


def counted_beside(scene: Scene, theme: Token) -> Token | None:
    """ "pulled its transport plane and 14 airmen out": forces coordinated with what is none."""
    return next((t for t in conjuncts(theme)[1:] if is_force(t) and scene.count_of(t) is not None), None)
