"""Whose forces a report is about, and where: what a sentence that names neither leaves to the report as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from onrecord.claims.phrases import is_force, of_name
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_forces_of
from onrecord.claims.story import Focus, Participant
from onrecord.claims.tree import ancestors, is_verb
from onrecord.lexicon.names import name_index
from onrecord.lexicon.words import word_set
from onrecord.model import Mention, Name, NameKind
from onrecord.nlp.tokens import Token

SURE = 0.6
SEEN = 2
BODIES = frozenset("state country coalition alliance mission military ministry operation force organization body".split())
LOCATIVE = frozenset("in into to from across inside throughout within for".split())


def focus_of(scenes: Iterable[Scene]) -> Focus:
    """The actor whose forces and the country whose ground the report names far more often than any other, if there are such."""
    actors: Counter[str] = Counter()
    grounds: Counter[str] = Counter()
    homes: Counter[str] = Counter()
    known: dict[str, Participant] = {}
    for scene in scenes:
        for who, weight in _owners(scene):
            actors[who.text] += weight
            known.setdefault(who.text, who)
        for where in _grounds(scene):
            grounds[where.text] += 1
            known.setdefault(where.text, where)
        for where in _homes(scene):
            homes[where.text] += 1
            known.setdefault(where.text, where)
    actor = _dominant(actors)
    if actor is not None:
        grounds.pop(actor, None)
        homes.pop(actor, None)
    said = _dominant(grounds)
    place = said or (_dominant(grounds + homes) if len(grounds) <= 1 else None)
    return Focus(known.get(actor or ""), known.get(place or ""), loose=said is None)


def _dominant(seen: Counter[str]) -> str | None:
    ranked = seen.most_common(1)
    if not ranked or ranked[0][1] < SEEN or ranked[0][1] < SURE * seen.total():
        return None
    return ranked[0][0]


def _owners(scene: Scene) -> Iterator[tuple[Participant, int]]:
    """Whose forces a sentence names ("American troops", "troops of NATO"), and by less the states whose officials speak in it."""
    for mention in scene.names:
        root = scene.root_of(mention.span)
        if root is None:
            continue
        who = as_forces_of(of_name(scene, mention))
        if who is None or who.name is None:
            continue
        if _owns(root):
            yield who, 3
        elif (mention.value.kind is NameKind.PERSON and who.name.kind is not NameKind.PERSON) or (
            mention.value.kind is NameKind.ACTOR and who.name.type in BODIES and who.name.kind is NameKind.ACTOR
        ):
            yield who, 1


def _owns(root: Token) -> bool:
    head = root.head
    if root.dep_ in ("amod", "compound", "poss", "nmod"):
        return is_force(head)
    return root.dep_ == "pobj" and root.head.lower_ == "of" and is_force(root.head.head)


def _grounds(scene: Scene) -> Iterator[Participant]:
    """The countries that something happens in, comes to or leaves."""
    for mention in scene.names:
        root = scene.root_of(mention.span)
        if root is None or root.dep_ != "pobj" or root.head.lower_ not in LOCATIVE:
            continue
        if _is_where_it_was_said(root):
            continue
        country = country_of(mention)
        if country is not None:
            yield Participant(country.canonical, scene.in_report(mention.span), country)


def _homes(scene: Scene) -> Iterator[Participant]:
    """The countries whose armed groups, governments and towns a sentence names without saying that something happens there: "the
    Taliban", "Afghan soil", "Kabul"."""
    for mention in scene.names:
        root = scene.root_of(mention.span)
        state = name_index().states.get(mention.value.country or "")
        if root is None or state is None or _owns(root):
            continue
        is_ground = mention.value.type == "armed_group" or (
            mention.value.type in ("state", "country") and root.dep_ in ("amod", "compound", "poss")
        )
        if is_ground:
            yield Participant(state.place.canonical, scene.in_report(mention.span), state.place)


def _is_where_it_was_said(root: Token) -> bool:
    """ "said at a send-off in Nairobi"."""
    verb = next((t for t in ancestors(root) if is_verb(t)), None)
    return verb is not None and verb.lower_ in word_set("speech", "verbs_say")


def country_of(mention: Mention[Name]) -> Name | None:
    """The country that a place or site lies in, or that it is."""
    if mention.value.kind not in (NameKind.PLACE, NameKind.SITE):
        return None
    state = name_index().states.get(mention.value.country or "")
    return state.place if state is not None else None
