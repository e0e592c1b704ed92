"""Who gives up, closes or seizes a site, and who receives it."""

from __future__ import annotations

from onrecord.claims.frames import Frame
from onrecord.claims.participants import participant
from onrecord.claims.phrases import is_body, is_force, is_people, of_name
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.strikes import is_fighter
from onrecord.claims.tree import children, preposition_objects
from onrecord.lexicon.names import name_index
from onrecord.lexicon.words import word_set
from onrecord.model import NameKind, Step
from onrecord.nlp.tokens import Token

CONTROL = frozenset(["control", "hands", "custody", "command", "ownership", "responsibility", "possession"])
HOSTS = frozenset("military police authorities government".split())
RECEIVING = frozenset(["take over", "take back", "get back", "receive", "inherit", "assume", "regain", "take"])
"""Verbs whose subject receives the site, where "from" says of whom."""


def site_actor(scene: Scene, story: Story, frame: Frame, token: Token) -> Participant | None:
    """Who acts: the agent, else the state or force whose site it was."""
    agent = frame.agent
    if agent is not None and agent.i != token.i:
        if not (
            scene.name_at(agent)
            or is_body(agent)
            or is_people(agent)
            or agent.tag_ in ("PRP", "WP", "WDT")
            or agent.lower_ in word_set("attack", "nouns_selves")
            or agent.lower_ in word_set("people", "nouns_organization")
        ):
            return None
        return _for_his_body(scene, story, agent, participant(scene, story, agent))
    for c in children(token, "poss", "compound", "amod"):
        named = scene.name_at(c)
        if named is not None and named.value.type in ("state", "country", "coalition", "force"):
            return of_name(scene, named)
    return None


def _for_his_body(scene: Scene, story: Story, agent: Token, who: Participant | None) -> Participant | None:
    """ "MONUSCO head Bintou Keita handed over the keys": the body that a person acts for, where it is a force or union."""
    if who is None or who.name is None or who.name.kind is not NameKind.PERSON:
        return who
    titles = [agent, *children(agent, "compound", "nmod", "appos", "poss")]
    named = [m for t in titles for c in (t, *children(t, "compound", "nmod", "poss")) if (m := scene.name_at(c)) is not None]
    body = next((m for m in named if m.value.type in ("force", "organization", "alliance", "coalition")), None)
    known = story.affiliations.get(who.text)
    return of_name(scene, body) if body is not None else known if known is not None else who


def _host(scene: Scene, story: Story, token: Token, who: Participant | None) -> Participant | None:
    """ "was handed over to the military": that of the country where the base is, and not the foreign forces that "the troops" mean."""
    pointed = who is not None and who.origin is not None and who.origin.step is Step.DEFINITE
    where = story.where_forces
    state = name_index().states.get(where.country or "") if where is not None and pointed else None
    if token.lower_ not in HOSTS or state is None or where is None:
        return who
    return Participant(state.place.canonical, where.span, state.place).by(Step.DEFINITE, scene.at(token))


def receives(scene: Scene, frame: Frame) -> Token | None:
    """Of whom a site is taken over by agreement: "took over Camp Julien from a German battalion"; what is taken from fighters, or
    by them, is seized."""
    if frame.trigger.lemma not in RECEIVING or frame.is_nominal:
        return None
    giver = next(iter(frame.objects("from")), None)
    if giver is None or not (is_force(giver) or is_body(giver) or scene.name_at(giver)):
        return None
    named = scene.name_at(giver)
    rebels = word_set("attack", "nouns_owner") - {"army", "government", "police", "regime"}
    who = frame.agent
    if (named is not None and named.value.type == "armed_group") or giver.lower_.removesuffix("s") in rebels:
        return None
    if who is not None and (who.lower_.removesuffix("s") in rebels or _is_armed_group(scene, who)):
        return None
    return giver


def _is_armed_group(scene: Scene, token: Token) -> bool:
    named = scene.name_at(token)
    return named is not None and named.value.type == "armed_group" and is_fighter(scene, token)


def recipient_token(scene: Scene, frame: Frame) -> Token | None:
    """The word for who receives it: after "to", as the indirect object, or after "under" (control)."""
    to = next(iter(frame.objects("to")), None)
    if to is None:
        to = next((o for o in frame.objects("under", "in", "into") if o.lower_ in CONTROL), None)
    return to if to is not None else next((c for c in children(frame.head, "dative")), None)


def site_recipient(scene: Scene, story: Story, frame: Frame) -> Participant | None:
    """Who receives it; "to the control of the army" is to the army."""
    token = recipient_token(scene, frame)
    if token is None:
        return None
    if token.lower_ in CONTROL:
        of = next((o for p, o in preposition_objects(token) if p == "of"), None)
        owner = (
            of
            if of is not None
            else next((c for c in children(token, "poss", "amod", "compound", "nmod") if scene.name_at(c)), None)
        )
        return participant(scene, story, owner if owner is not None else token)
    return _host(scene, story, token, participant(scene, story, token))


def opened_to(scene: Scene, story: Story, frame: Frame) -> Participant | None:
    """ "four camps opened to American forces": for whom a base is opened."""
    to = next((o for o in frame.objects("to") if is_force(o) or scene.name_at(o) is not None), None)
    return participant(scene, story, to)
