"""Aid that is stopped or goes on, and goods on their way with what carries them."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.goods import amount_of, is_goods, is_helped, money_of, put_goods
from onrecord.claims.owners import named_before
from onrecord.claims.participants import joined, participant
from onrecord.claims.phrases import words_of
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_giver, as_state
from onrecord.claims.status import Standing
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import agent_phrase, is_passive, passive_subject, subject
from onrecord.claims.tree import ancestors, child, children, is_verb, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind, Status
from onrecord.nlp.tokens import Token

KEEPING = frozenset("withhold withholds withheld withholding".split())
"""Verbs by which aid is kept "from" whom it was meant for."""
OFF = frozenset(["off"])
CUTTING = frozenset("cut cuts cutting".split())
TURNED = {Status.ACTUAL: Status.DENIED, Status.PLANNED: Status.DENIED, Status.DENIED: Status.ACTUAL}
"""What stopping makes of the status of the aid: stopped, it does not come; not stopped, it does."""


def stops_aid(verb: Token | None) -> bool:
    """Whether a verb stops what is its object: "suspended", "froze", "cut off"."""
    if verb is None:
        return False
    return verb.lower_ in word_set("goods", "verbs_stop") or (
        verb.lower_ in CUTTING and any(c.lower_ in OFF for c in verb.children)
    )


def resumes_aid(verb: Token | None) -> bool:
    """Whether a verb lets what is its object go on: "resumed", "restored"."""
    return verb is not None and verb.lower_ in word_set("goods", "verbs_resume")


@rule
def claim_aid_flow(scene: Scene, story: Story) -> Iterator[Draft]:
    """Aid that is suspended, frozen or cut off, which denies it, or resumed: "Italy has suspended arms deliveries to Israel",
    "U.S. military aid to Egypt was withheld", "resumed aid to Ukraine"."""
    for verb in scene.tokens:
        if not is_verb(verb) or not (stops_aid(verb) or resumes_aid(verb)):
            continue
        noun = passive_subject(verb) if is_passive(verb) else child(verb, "dobj")
        if noun is None or not _is_flow(scene, noun):
            continue
        made = _flow(scene, story, verb, noun)
        if made is not None:
            yield made


def _is_flow(scene: Scene, noun: Token) -> bool:
    """Aid, or the delivery of goods."""
    if noun.lower_ in word_set("goods", "nouns_support"):
        return True
    if noun.lower_ in word_set("goods", "nouns_flow"):
        before = children(noun, "compound", "amod", "nmod")
        return any(is_goods(scene, c) or c.lower_ == "military" for c in before) or any(
            is_goods(scene, o) for p, o in preposition_objects(noun) if p == "of"
        )
    return amount_of(scene, noun) is not None and any(
        o.lower_ in word_set("goods", "nouns_support") for p, o in preposition_objects(noun) if p in ("in", "of")
    )


def _flow(scene: Scene, story: Story, verb: Token, noun: Token) -> Draft | None:
    phrases = [pair for t in (noun, *(o for _, o in preposition_objects(noun)), verb) for pair in preposition_objects(t)]
    ends = ("to", "for", "with") if verb.lower_ not in KEEPING else ("from", "to", "for")
    hit = next((o for p, o in phrases if p in ends and _may_get(scene, story, o)), None)
    recipient = as_state(joined(scene, story, hit)) if hit is not None else None
    does = agent_phrase(verb) if is_passive(verb) else subject(verb)
    actor = participant(scene, story, does) if does is not None else None
    donor = named_before(scene, story, noun) or (actor if actor is not None and actor.name is not None else None)
    if recipient is None and donor is not None and story.donor is not None and donor.text == story.donor.text:
        recipient = story.recipient
    if recipient is None or (donor is None and recipient.name is None):
        return None
    made = draft(scene, Kind.ASSISTANCE, name_of(claim_aid_flow), verb, noun)
    if stops_aid(verb):
        made.standing = Standing(TURNED.get(_standing_of_stop(made), Status.POSSIBLE), verb)
    made.put("action", "sold" if noun.lower_ in ("sale", "sales", "exports", "export") else "provided", scene.at(verb))
    made.put("donor", as_giver(donor))
    made.put("recipient", recipient)
    if money_of(scene, noun) is not None:
        put_goods(scene, made, noun)
    else:
        text, (first, last) = words_of(scene, noun, keep=("of",))
        made.put("goods", text, scene.at(scene.doc[first], scene.doc[last]))
    made.count(*(amount_of(scene, noun) or (None, None)))
    story.donor, story.recipient = as_giver(donor) or story.donor, recipient
    return made


def _standing_of_stop(made: Draft) -> Status:
    return made.standing.status


def _may_get(scene: Scene, story: Story, token: Token) -> bool:
    named = scene.name_at(token)
    return is_helped(scene, story, token) or (named is not None and named.value.kind in (NameKind.PLACE, NameKind.ACTOR))


@rule
def claim_carried(scene: Scene, story: Story) -> Iterator[Draft]:
    """Goods that came with what carried them: "two Qatari planes carrying 60 tons of medical supplies landed in Port Sudan"."""
    for verb in scene.tokens:
        if verb.lower_ not in word_set("goods", "verbs_carry") or not is_verb(verb):
            continue
        if any(f.head.i == verb.i and f.trigger.kind is Kind.ASSISTANCE for f in scene.frames):
            continue  # "brought food" is read as giving
        carrier = subject(verb) if not is_passive(verb) else passive_subject(verb)
        goods = (
            child(verb, "dobj")
            if not is_passive(verb)
            else next((o for p, o in preposition_objects(verb) if p == "with"), None)
        )
        if (
            carrier is None
            or carrier.lower_ not in word_set("goods", "nouns_carrier")
            or goods is None
            or not is_cargo(scene, goods)
        ):
            continue
        arrival = next(
            (a for a in [verb, *ancestors(verb)] if a.lower_ in word_set("goods", "verbs_land") and is_verb(a)), verb
        )
        made = _cargo(scene, story, verb, carrier, goods, arrival)
        if made is not None:
            yield made


def is_cargo(scene: Scene, goods: Token) -> bool:
    """Goods, or a weight of them: "60 tons of flour"."""
    weighed = goods.lower_ in ("tons", "tonnes", "ton", "tonne", "kilograms", "pallets", "crates", "boxes", "load", "loads")
    return is_goods(scene, goods) or (weighed and any(is_goods(scene, o) for p, o in preposition_objects(goods) if p == "of"))


def _cargo(scene: Scene, story: Story, verb: Token, carrier: Token, goods: Token, arrival: Token) -> Draft | None:
    sources = [o for t in (goods, carrier, verb, arrival) for p, o in preposition_objects(t) if p in ("from", "by")]
    donor = named_before(scene, story, carrier)
    donor = donor or next((participant(scene, story, o) for o in sources if scene.name_at(o) is not None), None)
    ends = [o for t in (verb, arrival) for p, o in preposition_objects(t) if p in ("in", "at", "to", "into", "for")]
    reached = child(arrival, "dobj") if arrival.i != verb.i else None
    recipient = next(
        (w for o in [*ends, *([reached] if reached is not None else [])] if (w := _end(scene, story, o)) is not None), None
    )
    if donor is None or donor.name is None or recipient is None or (donor.text == recipient.text):
        return None
    made = draft(scene, Kind.ASSISTANCE, name_of(claim_carried), verb, arrival, status=arrival)
    made.put("action", "provided", scene.at(verb))
    made.put("donor", as_state(donor))
    made.put("recipient", recipient)
    put_goods(scene, made, goods)
    made.count(*(amount_of(scene, goods) or (None, None)))
    return made


def _end(scene: Scene, story: Story, token: Token) -> Participant | None:
    """Whom goods have come to, or where."""
    named = scene.name_at(token)
    if named is not None and named.value.kind in (NameKind.PLACE, NameKind.ACTOR):
        return participant(scene, story, token)
    return joined(scene, story, token) if is_helped(scene, story, token) else None
