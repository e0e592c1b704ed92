"""Who gives and who receives."""

from __future__ import annotations

from onrecord.claims.frames import Frame
from onrecord.claims.goods import HELPED, PACKAGES, before_goods, is_helped
from onrecord.claims.owners import named_before, owner_of
from onrecord.claims.participants import joined, participant
from onrecord.claims.phrases import is_body, is_people, of_name
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import agent_phrase, subject
from onrecord.claims.tree import ancestors, child, children, conjuncts, is_verb, preposition_objects
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
            or frame.agent.lower_ in (HELPED | word_set("goods", "nouns_giver")) - PACKAGES
        ):
            return _sender(scene, story, frame.agent, who)
    if (again := _country_told(story, frame.agent)) is not None:
        return again
    if (sender := _sender_of_carrier(scene, story, frame)) is not None:
        return sender
    if frame.agent is None and (own := _whose_gift(scene, frame)) is not None:
        return own
    for token in scene.tokens:
        if (
            token.lower_ in ("funded", "financed", "donated", "provided", "paid")
            and token.i != frame.head.i
            and token.tag_ == "VBN"
        ):
            by = agent_phrase(token)
            if by is not None:
                return participant(scene, story, by)
    if (having := _who_comes_with(scene, story, frame)) is not None:
        return having
    source = next(
        (o for o in frame.objects("from") if (m := scene.name_at(o)) is None or m.value.kind is not NameKind.SITE), None
    )
    if source is not None and source.lower_ in word_set("goods", "nouns_stock"):
        return named_before(scene, story, source) or story.donor  # "shipped from existing US stockpiles"
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


def _whose_gift(scene: Scene, frame: Frame) -> Participant | None:
    """ "Saudi Arabia's loan to Yemen was announced", "aid from Norway was approved": whose it is that is given."""
    theme = frame.theme if frame.passive else None
    if theme is None:
        return None
    sources = [o for p, o in preposition_objects(theme) if p == "from"]
    named = next((m for t in [*children(theme, "poss"), *sources] if (m := scene.name_at(t)) is not None), None)
    return of_name(scene, named) if named is not None and named.value.kind is not NameKind.SITE else None


def _country_told(story: Story, agent: Token | None) -> Participant | None:
    """ "The East Asian country will donate seven more": the state that gave before."""
    if agent is None or agent.lower_ not in ("country", "nation") or not any(c.lower_ == "the" for c in agent.children):
        return None
    donor = story.donor
    return donor if donor is not None and donor.name is not None and donor.name.type in ("state", "country") else None


def _sender_of_carrier(scene: Scene, story: Story, frame: Frame) -> Participant | None:
    """ "sent 31 flights to deliver food": who sent what carries it."""
    carrier = frame.agent
    if carrier is None or carrier.lower_ not in word_set("goods", "nouns_carrier"):
        return None
    sent = carrier.head if carrier.dep_ == "dobj" else None
    return named_before(scene, story, carrier) or (joined(scene, story, subject(sent)) if sent is not None else None)


def _who_comes_with(scene: Scene, story: Story, frame: Frame) -> Participant | None:
    """ "Britain comes third with 6 billion euros' worth of weapons sent to Ukraine": who has what was sent."""
    above = next((t for t in ancestors(frame.head) if t.lower_ == "with" or is_verb(t)), None)
    if frame.head.dep_ != "acl" or not frame.passive or above is None or above.lower_ != "with" or not is_verb(above.head):
        return None
    who = joined(scene, story, subject(above.head))
    return who if who is not None and who.name is not None and who.name.type in ("state", "country") else None


def _is_longer_name(scene: Scene, token: Token) -> bool:
    """Whether a known name is only the end of another: "Real Madrid" is no Madrid."""
    named = scene.name_at(token)
    if named is None or named.value.kind is not NameKind.PLACE:
        return False
    return any(c.tag_ == "NNP" and c.idx < named.span.begin and c.i == token.i - 1 for c in children(token, "compound"))


def _lands_in_need(scene: Scene, obj: Token) -> Participant | None:
    """ "to the worst-hit areas of Mozambique and Malawi": the countries or towns whose areas they are."""
    if obj.lower_ not in word_set("goods", "nouns_area"):
        return None
    of = next((o for p, o in preposition_objects(obj) if p in ("of", "in", "across") and scene.name_at(o) is not None), None)
    named = [m for t in conjuncts(of) if (m := scene.name_at(t)) is not None] if of is not None else []
    if not named or any(m.value.kind is not NameKind.PLACE and m.value.type != "state" for m in named):
        return None
    first = of_name(scene, named[0])
    text = ", ".join(m.value.canonical for m in named[:-1]) + " and " + named[-1].value.canonical if named[1:] else first.text
    span = first.span if not named[1:] else first.span.join(scene.in_report(named[-1].span))
    return Participant(text, span, first.name if not named[1:] else None)


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
            if (lands := _lands_in_need(scene, obj)) is not None:
                return lands
            if (
                is_helped(scene, story, obj)
                or scene.name_at(obj) is not None
                or (wanted == ("to",) and (obj.tag_ in ("NNP", "NNPS") or _is_named_land(obj)))
            ):
                return _and_to(scene, story, obj) or joined(scene, story, obj)
    found = _anywhere(scene, story, theme) or _by_purpose(scene, story, frame) or _holder(scene, story, frame, theme)
    if found is None and frame.trigger.lemma in RELIEVING:
        near = [scene.name_at(o) for o in frame.objects("over", "into", "in", "to")]
        placed = next((m for m in near if m is not None and m.value.kind is NameKind.PLACE), None)
        return of_name(scene, placed) if placed is not None else None
    return found


def _and_to(scene: Scene, story: Story, obj: Token) -> Participant | None:
    """ "to Jordan and to Lebanon": both, as if joined."""
    more = [o for c in children(obj.head, "conj") if c.lower_ == obj.head.lower_ for o in children(c, "pobj")]
    both = [joined(scene, story, t) for t in (obj, *more)] if more else []
    told = [who for who in both if who is not None]
    if len(told) < 2 or any(who.name is None for who in told):
        return None
    text = ", ".join(who.text for who in told[:-1]) + " and " + told[-1].text
    return Participant(text, told[0].span.join(told[-1].span))


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
