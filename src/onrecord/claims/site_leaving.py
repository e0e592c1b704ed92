"""Who gives up a site by leaving it: forces and bodies that quit it for good; a visitor, a firm, and soldiers who set out from home do
not."""

from __future__ import annotations

from onrecord.claims.frames import Frame
from onrecord.claims.owners import PRIVATE
from onrecord.claims.participants import participant
from onrecord.claims.phrases import is_force, is_people
from onrecord.claims.scene import Scene
from onrecord.claims.story import Story
from onrecord.claims.strikes import is_fighter
from onrecord.claims.tree import child, children, is_noun, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import NameKind
from onrecord.nlp.tokens import Token

LEAVING = frozenset(["leave", "depart", "move out", "return", "exit", "quit", "march out"])
BOUND = frozenset(["for", "to", "on", "bound"])
TRIPS = frozenset("deployment rotation tour mission exercise leave patrol duty training".split())


def can_leave(scene: Scene, story: Story, frame: Frame, site: Token) -> bool:
    """Whether who leaves gives up the site by it."""
    lemma, agent = frame.trigger.lemma, frame.agent
    if lemma == "flee":
        return agent is not None and (is_fighter(scene, agent) or is_force(agent) or agent.tag_ == "PRP")
    if lemma in LEAVING and lemma != "return" and is_trip(scene, story, frame, site):
        return False
    if agent is None or lemma not in (*LEAVING, "move"):
        return True
    named = scene.name_at(agent)
    if lemma == "move":
        return agent.lower_ in PRIVATE or (named is not None and named.value.type == "armed_group")
    if named is not None:
        return named.value.kind is not NameKind.PERSON
    if agent.lower_ in word_set("people", "nouns_asset") or agent.lower_ in word_set("sites", "nouns_vehicle"):
        return False
    return not (is_people(agent) and agent.tag_ == "NN" and not is_force(agent))


def is_trip(scene: Scene, story: Story, frame: Frame, site: Token) -> bool:
    """ "of those leaving Fort Bragg", "hundreds of paratroopers left Fort Campbell for Kuwait", "the brigade left its base for a tour
    of duty": who sets out from where he is stationed does not give it up."""
    if frame.passive or frame.is_nominal:
        return False
    head = frame.head
    noun = head.head if head.dep_ == "acl" and is_noun(head.head) else None
    if head.dep_ in ("acl", "relcl") and (head.head.lower_ in ("those", "anyone", "everyone", "all") or noun is not None):
        return True
    goals = [
        o
        for p, o in preposition_objects(head)
        if p in BOUND and not any(m.span.begin <= o.idx < m.span.end for m in scene.dates)
    ]
    if any(o.lower_ in TRIPS or _is_where(scene, o) for o in goals):
        return True
    agent = frame.agent
    if agent is not None and agent.lower_ in ("hundreds", "thousands", "dozens", "scores"):
        return True
    return _is_at_home(scene, story, frame, site)


def _is_where(scene: Scene, token: Token) -> bool:
    named = scene.name_at(token)
    return (named is not None and named.value.kind in (NameKind.PLACE, NameKind.SITE)) or token.lower_ in (
        "home",
        "europe",
        "front",
    )


def _is_at_home(scene: Scene, story: Story, frame: Frame, site: Token) -> bool:
    """Whether a base lies in the country whose forces leave it."""
    named = scene.name_at(site)
    who = participant(scene, story, frame.agent)
    if named is None or who is None or who.name is None or named.value.kind is not NameKind.SITE:
        return False
    return (
        named.value.country is not None
        and named.value.country == who.name.country
        and frame.trigger.lemma in ("leave", "depart")
    )


def is_firms_own(scene: Scene, frame: Frame) -> bool:
    """Whether a firm closes or opens it: "the company will close its headquarters"."""
    agent = frame.agent
    if agent is None or scene.name_at(agent) is not None:
        return False
    firm = agent.lower_ in word_set("goods", "nouns_firm") or agent.lower_.removesuffix("s") in word_set("goods", "nouns_firm")
    return firm and child(agent, "nummod") is None and not any(is_force(c) for c in children(agent, "compound", "amod"))
