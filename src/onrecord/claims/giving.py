"""Who gives and who receives."""

from __future__ import annotations

from onrecord.claims.frames import Frame
from onrecord.claims.goods import HELPED, before_goods, is_helped
from onrecord.claims.owners import named_before, owner_of
from onrecord.claims.participants import joined, participant
from onrecord.claims.phrases import is_body, is_people, of_name
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import agent_phrase
from onrecord.claims.tree import child, children, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import NameKind
from onrecord.nlp.tokens import Token

RELIEVING = frozenset("airdrop distribute deliver drop fly ship truck send ferry".split())
"""Verbs of bringing relief, which a place may stand for the people of."""


def donor_of(scene: Scene, story: Story, frame: Frame) -> Participant | None:
    """Who gives: the agent, the "from" phrase, or who funds it ("…, funded by the ministry")."""
    if frame.agent is not None and not _is_longer_name(scene, frame.agent):
        who = joined(scene, story, frame.agent)
        if who is not None and (
            who.name is not None
            or is_people(frame.agent)
            or is_body(frame.agent)
            or frame.agent.tag_ in ("NNP", "NNPS", "PRP")
            or frame.agent.lower_ in HELPED | word_set("goods", "nouns_giver")
        ):
            return _sender(scene, story, frame.agent, who)
    for token in scene.tokens:
        if (
            token.lower_ in ("funded", "financed", "donated", "provided", "paid")
            and token.i != frame.head.i
            and token.tag_ == "VBN"
        ):
            by = agent_phrase(token)
            if by is not None:
                return participant(scene, story, by)
    source = next(
        (o for o in frame.objects("from") if (m := scene.name_at(o)) is None or m.value.kind is not NameKind.SITE), None
    )
    return participant(scene, story, source)


def _sender(scene: Scene, story: Story, agent: Token, who: Participant) -> Participant:
    """ "instructors from the Wagner group": whom they are from, where they have no name."""
    if who.name is None and (is_people(agent) or agent.tag_ in ("NNP", "NNPS")):
        before = named_before(scene, story, agent)
        if before is not None and before.name is not None and before.name.type in ("state", "country", "armed_group"):
            return before
    sent = next((o for p, o in preposition_objects(agent) if p in ("from", "of") and scene.name_at(o) is not None), None)
    named = scene.name_at(sent) if sent is not None and who.name is None else None
    return of_name(scene, named) if named is not None and named.value.kind is not NameKind.SITE else who


def _is_longer_name(scene: Scene, token: Token) -> bool:
    """Whether a known name is only the end of another: "Real Madrid" is no Madrid."""
    named = scene.name_at(token)
    if named is None or named.value.kind is not NameKind.PLACE:
        return False
    return any(c.tag_ == "NNP" and c.idx < named.span.begin and c.i == token.i - 1 for c in children(token, "compound"))


def recipient_of(scene: Scene, story: Story, frame: Frame, theme: Token) -> Participant | None:
    """Who receives: the indirect object, the "to" and "for" phrases, else one behind the goods."""
    given = before_goods(scene, theme)
    if given is not None:
        named = scene.name_at(given)
        return of_name(scene, named) if named is not None else None
    dative = child(frame.head, "dative")
    if dative is not None and not dative.tag_.startswith(("IN", "TO")):
        return joined(scene, story, dative)
    for wanted in (("to",), ("for",), ("with",)):
        for obj in frame.objects(*wanted):
            if (
                is_helped(scene, story, obj)
                or scene.name_at(obj) is not None
                or (wanted == ("to",) and (obj.tag_ in ("NNP", "NNPS") or _is_named_land(obj)))
            ):
                return joined(scene, story, obj)
    found = _anywhere(scene, story, theme) or _by_purpose(scene, story, frame) or _holder(scene, story, frame, theme)
    if found is None and frame.trigger.lemma in RELIEVING:
        near = [scene.name_at(o) for o in frame.objects("over", "into", "in", "to")]
        placed = next((m for m in near if m is not None and m.value.kind is NameKind.PLACE), None)
        return of_name(scene, placed) if placed is not None else None
    return found


LANDS = frozenset("state province district county governorate island islands camp camps valley".split())


def _is_named_land(obj: Token) -> bool:
    """ "to White Nile state": a land by a name that no list has."""
    return obj.lower_ in LANDS and any(c.tag_ == "NNP" for c in children(obj, "compound", "nmod"))


def _by_purpose(scene: Scene, story: Story, frame: Frame) -> Participant | None:
    """ "for the reconstruction of Mosul", "for the training of Iraqi troops": who is helped by what it is for."""
    purposes = (o for o in frame.objects("for", "toward", "towards") if not is_helped(scene, story, o))
    inner = (o for purpose in purposes for p, o in preposition_objects(purpose) if p in ("of", "in"))
    return next((joined(scene, story, o) for o in inner if is_helped(scene, story, o) or scene.name_at(o) is not None), None)


HOLDING = frozenset("has have had operates operate flies fields uses".split())


def _holder(scene: Scene, story: Story, frame: Frame, theme: Token) -> Participant | None:
    """ "Ukraine has six jets that were donated by France": who has what was given."""
    verb = theme.head
    given = frame.head.dep_ in ("acl", "relcl") and theme.dep_ == "dobj" and verb.lower_ in HOLDING
    who = joined(scene, story, child(verb, "nsubj")) if given else None
    return who if who is not None and who.name is not None else None


def _is_told(scene: Scene, story: Story, obj: Token) -> bool:
    return bool(scene.name_at(obj) or owner_of(scene, story, obj) or named_before(scene, story, obj))


def _anywhere(scene: Scene, story: Story, theme: Token) -> Participant | None:
    """A "to" or "for" phrase that the parse hung on a date or another noun behind the goods."""
    for token in scene.doc[theme.i :]:
        if token.text in (",", ";", ":") and any(
            t.lower_ in word_set("speech", "verbs_say") for t in scene.doc[token.i : token.i + 12]
        ):
            return None
        if token.lower_ in ("to", "for") and token.dep_ in ("prep", "dative"):
            obj = child(token, "pobj")
            if obj is not None and is_helped(scene, story, obj) and _is_told(scene, story, obj):
                return joined(scene, story, obj)
    return None
