"""Assistance that a noun names: "U.S. support for the Iraqi army", "the delivery of 50 tanks to Poland", "a request for aid"."""

from __future__ import annotations

from onrecord.claims.aid_flows import resumes_aid, stops_aid
from onrecord.claims.building import Draft, draft
from onrecord.claims.frames import Frame
from onrecord.claims.goods import DELIVERIES, PACKAGES, amount_of, is_goods, is_helped, money_of, put_goods
from onrecord.claims.owners import named_before
from onrecord.claims.participants import joined, participant
from onrecord.claims.phrases import words_of
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_giver, as_state
from onrecord.claims.status import Standing
from onrecord.claims.story import Story
from onrecord.claims.subjects import subject
from onrecord.claims.tree import child, children, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, Status
from onrecord.nlp.tokens import Token

PROMISES = frozenset({"pledged", "requested"})


def aid_by_noun(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    """ "U.S. support for the Iraqi army", "its assistance to the Peshmerga", "Russian air support"."""
    over = frame.head.head.head if frame.head.dep_ == "pobj" else frame.head
    if (
        over.lower_ in PACKAGES
        and over.i != frame.head.i
        and over.head.lower_.startswith(("contain", "includ", "compris", "consist"))
    ):
        return None  # what it contains is told thing by thing
    if stops_aid(frame.light) or resumes_aid(frame.light):
        return None
    if frame.trigger.lemma in DELIVERIES:
        return _delivery(scene, story, frame)
    if frame.trigger.fields.get("frame") == "request":
        return _request(scene, story, frame)
    recipient_head = next(iter([o for p, o in preposition_objects(frame.head) if p in ("to", "for")]), None)
    if recipient_head is None and frame.trigger.fields.get("needs") == "sum":
        sums = (o for p, o in preposition_objects(frame.head) if p == "of")
        recipient_head = next((o for t in sums for p, o in preposition_objects(t) if p in ("to", "for")), None)
    if recipient_head is None and frame.light is not None and frame.light.lower_ in word_set("goods", "verbs_go"):
        recipient_head = next((o for p, o in preposition_objects(frame.light) if p in ("to", "towards", "toward")), None)
    if frame.head.dep_ in ("dobj", "nsubjpass") and any(
        f.head.i == frame.head.head.i and f.trigger.kind is Kind.ASSISTANCE for f in scene.frames
    ):
        return None
    owner = next(
        (c for c in children(frame.head, "poss", "amod", "compound", "nmod") if scene.name_at(c) or c.tag_ == "PRP$"), None
    )
    source = (o for p, o in preposition_objects(frame.head) if p == "from" and scene.name_at(o) is not None)
    owner = owner if owner is not None else next(source, None)
    named = (
        recipient_head is not None and frame.trigger.fields.get("needs") == "sum" and scene.name_at(recipient_head) is not None
    )
    if recipient_head is None or owner is None or not (named or is_helped(scene, story, recipient_head)):
        return None
    if frame.trigger.fields.get("needs") == "sum" and amount_of(scene, frame.head) is None:
        return None
    donor = as_giver(named_before(scene, story, frame.head) or participant(scene, story, owner))
    if donor is None:
        return None
    made = aid_draft(scene, frame, frame.head)
    made.put("donor", donor)
    made.put("recipient", as_state(joined(scene, story, recipient_head)))
    text, (first, last) = words_of(scene, frame.head, keep=())
    case = next((g for c in children(frame.head, "poss") for g in children(c, "case")), None)
    if case is not None and case.i < frame.head.i:
        first, text = case.i + 1, scene.words(case.i + 1, last)
    made.put("goods", text, scene.at(scene.doc[first], scene.doc[last]))
    count = scene.count_of(frame.head)
    money = next((m for p, o in preposition_objects(frame.head) if p == "of" and (m := money_of(scene, o)) is not None), None)
    made.count(*(money or ((count.value.quantity, scene.in_report(count.span)) if count else (None, None))))
    return made


def _request(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    """ "a request for $14 billion in aid to Israel", "Kenya's request for 16 helicopters"."""
    theme = next((o for o in frame.objects("for") if money_of(scene, o) is not None or is_goods(scene, o)), None)
    if theme is None:
        return None
    owner = next((c for c in children(frame.head, "poss", "amod", "compound") if scene.name_at(c) or c.tag_ == "PRP$"), None)
    asking = participant(scene, story, owner)
    phrases = [
        pair for t in (theme, *(o for _, o in preposition_objects(theme)), frame.head) for pair in preposition_objects(t)
    ]
    helped = next((o for p, o in phrases if p in ("for", "to") and o.i != theme.i and is_helped(scene, story, o)), None)
    recipient = joined(scene, story, helped) if helped is not None else asking
    if recipient is None or recipient.name is None:
        return None
    made = aid_draft(scene, frame, theme)
    asked = next((o for p, o in phrases if p == "from" and scene.name_at(o) is not None), None)
    made.put("donor", as_state(participant(scene, story, asked) or (asking if helped is not None else None)))
    made.put("recipient", as_state(recipient))
    put_goods(scene, made, theme)
    made.count(*(amount_of(scene, theme) or (None, None)))
    return made


def _delivery(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    """ "conducted seven airdrops of aid", "the delivery of 50 tanks to Poland": what is delivered stands after "of"."""
    goods = frame.theme or next((c for c in children(frame.head, "compound") if is_goods(scene, c)), None)
    taken = frame.light is not None and frame.light.lower_ in ("take", "takes", "took", "taken", "taking")
    if (
        goods is None
        or not is_goods(scene, goods)
        or (
            frame.light is not None
            and any(f.head.i == frame.light.i and f.trigger.kind is Kind.ASSISTANCE for f in scene.frames)
        )
    ):
        return None
    donor = as_state(joined(scene, story, frame.agent)) or (
        participant(scene, story, subject(frame.light)) if frame.light is not None else None
    )
    donor = donor or named_before(scene, story, frame.head)
    recipient = next((joined(scene, story, o) for o in frame.objects("to", "for")), None)
    if taken and frame.light is not None:
        recipient = participant(scene, story, subject(frame.light))
        donor = participant(scene, story, next(iter(frame.objects("from")), None))
    if donor is not None and donor.name is None and donor.text.lower() in PACKAGES:
        return None  # "the package includes shipments of howitzers"
    if donor is None and recipient is None:
        return None
    compound = frame.theme is None
    if compound and not (donor is not None and donor.name is not None and recipient is not None and recipient.name is not None):
        return None
    made = aid_draft(scene, frame, frame.head)
    if frame.light is not None and frame.head.dep_ == "nsubj" and child(frame.light, "neg") is not None:
        made.standing = Standing(Status.DENIED, frame.light)
    made.put("donor", as_state(donor))
    made.put("recipient", recipient or story.recipient)
    put_goods(scene, made, goods)
    count = scene.count_of(frame.head)
    made.count(*(amount_of(scene, goods) or ((count.value.quantity, scene.in_report(count.span)) if count else (None, None))))
    return made


def aid_draft(scene: Scene, frame: Frame, theme: Token, *, action: str | None = None) -> Draft:
    """A draft on a frame of assistance: promises and requests are planned, where nothing says otherwise."""
    made = draft(scene, Kind.ASSISTANCE, "assistance", frame.head, frame.verb, theme)
    action = action or frame.trigger.fields["action"]
    if theme.lower_ in ("sale", "sales"):
        action = "sold"
    made.put("action", action, scene.at(frame.head))
    if any(c.lower_ == "longer" and any(g.lower_ == "no" for g in c.children) for c in children(frame.head, "advmod")):
        made.standing = Standing(Status.DENIED, frame.head)
    if (action in PROMISES or frame.trigger.fields["action"] in PROMISES) and made.standing.status is Status.ACTUAL:
        made.standing = Standing(Status.PLANNED, frame.head, made.standing.stage)
    return made
