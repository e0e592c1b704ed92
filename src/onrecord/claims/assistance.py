"""Assistance: money, goods, arms, training and relief, pledged, provided, requested, sold."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame
from onrecord.claims.giving import donor_of, recipient_of
from onrecord.claims.goods import DELIVERIES, PACKAGES, amount_of, is_goods, is_helped, money_of, put_goods
from onrecord.claims.owners import named_before
from onrecord.claims.participants import joined, participant
from onrecord.claims.phrases import is_body, words_of
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.status import Standing
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import subject
from onrecord.claims.tree import child, children, conjuncts, preposition_objects
from onrecord.lexicon.triggers import triggers_by_form
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, Status

PROMISES = frozenset({"pledged", "requested"})


CONTAINS = frozenset("contains contain contained includes include included comprises comprise comprised covers covered".split())


BUDGETS = {
    "request": "requested",
    "proposal": "requested",
    "budget": "requested",
    "bill": "pledged",
    "act": "pledged",
    "deal": "pledged",
    "legislation": "pledged",
}


@rule
def claim_assistance(scene: Scene, story: Story) -> Iterator[Draft]:
    """Money, goods, arms, training or relief given, pledged, requested, sold or divested: "gave $250 million in equipment to the
    Peshmerga", "supports Iraqi forces with airstrikes", "trained 50,000 soldiers"."""
    for frame in scene.frames:
        if frame.trigger.kind is Kind.ASSISTANCE and not _is_second_verb(frame):
            made = _by_noun(scene, story, frame) if frame.is_nominal else _by_verb(scene, story, frame)
            if made is not None:
                yield made


def _is_second_verb(frame: Frame) -> bool:
    """ "train and advise local troops" is one claim, by its first verb; "advised citizens to leave" is none."""
    if frame.trigger.lemma == "advise" and child(frame.head, "xcomp", "ccomp") is not None:
        return True
    before = frame.head.head
    if frame.is_nominal or frame.head.dep_ != "conj" or child(before, "dobj") is not None:
        return False
    return any(t.kind is Kind.ASSISTANCE and t.part == "verb" for t in triggers_by_form().get(before.lower_, ()))


def _by_verb(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    pattern = frame.trigger.fields.get("frame", "goods")
    theme = frame.theme
    if pattern == "ask":
        theme = next((o for o in frame.objects("for") if money_of(scene, o) is not None or is_goods(scene, o)), None)
        return _goods(scene, story, frame, theme) if theme is not None else None
    if pattern == "arrived":
        return _arrived(scene, story, frame)
    if pattern == "amount":
        return _sum(scene, story, frame, frame.agent) if frame.agent is not None else None
    if theme is None:
        return None
    if pattern == "received":
        return _received(scene, story, frame, theme)
    if pattern == "sum":
        return _sum(scene, story, frame, theme)
    if pattern in ("goods", "both") and is_goods(scene, theme):
        return _goods(scene, story, frame, theme)
    if (pattern == "recipient" and is_helped(scene, story, theme)) or (
        pattern == "both" and frame.objects("with") and is_helped(scene, story, theme)
    ):
        return _helped(scene, story, frame, theme)
    return None


def _goods(scene: Scene, story: Story, frame: Frame, theme: Token) -> Draft | None:
    donor, recipient = _parties(scene, story, frame, theme)
    money = amount_of(scene, theme)
    if _is_trade(scene, frame, theme):
        return None
    if theme.lower_ in PACKAGES:
        donor, recipient = donor or story.donor, recipient or story.recipient
    if recipient is None and not (donor and donor.name):
        return None
    if donor is None and recipient is None:
        return None
    made = _draft(scene, frame, theme)
    made.put("donor", as_state(donor))
    made.put("recipient", recipient)
    put_goods(scene, made, theme)
    made.count(*(money or (None, None)))
    _completed(made, story)
    _remember(story, donor, recipient)
    return made


def _parties(scene: Scene, story: Story, frame: Frame, theme: Token) -> tuple[Participant | None, Participant | None]:
    """Donor and recipient; who asks for something for himself is the recipient, and who is asked the donor."""
    donor, recipient = donor_of(scene, story, frame), recipient_of(scene, story, frame, theme)
    if recipient is not None and theme.i in {o.i for o in frame.objects("for")} and recipient.span.overlaps(scene.at(theme)):
        recipient = None
    if frame.trigger.fields["action"] == "requested" and recipient is None:
        asked = child(frame.head, "dobj", "dative") if frame.trigger.lemma == "ask" else next(iter(frame.objects("from")), None)
        if asked is not None:
            return joined(scene, story, asked), as_state(donor)
    if recipient is None and frame.trigger.lemma == "spend":
        purposes = (child(c, "dobj") for c in children(frame.head, "advcl", "xcomp", "acl"))
        recipient = next((joined(scene, story, o) for o in purposes if o is not None and is_helped(scene, story, o)), None)
    if frame.trigger.fields["action"] == "divested":
        act = story.site_act
        donor = donor or (act.actor if act else None) or story.donor
        recipient = recipient or (act.recipient if act else None) or story.recipient
    return donor, recipient


def _completed(made: Draft, story: Story) -> Draft:
    """The side that a sentence leaves out is the one of the last gift in the report, where the other side is the same; the next
    sentence may go by this one."""
    donor, recipient = made.args.get("donor"), made.args.get("recipient")
    if recipient is None and story.donor is not None and donor == story.donor.text:
        made.put("recipient", story.recipient)
    elif donor is None and story.recipient is not None and recipient == story.recipient.text:
        made.put("donor", story.donor)
    return made


def _remember(story: Story, donor: Participant | None, recipient: Participant | None) -> None:
    """Keep both sides of a gift for the sentences that follow, where they have names."""
    if donor is not None and donor.name is not None:
        story.donor = as_state(donor)
    if recipient is not None and recipient.name is not None:
        story.recipient = recipient


def _is_trade(scene: Scene, frame: Frame, theme: Token) -> bool:
    """Whether a firm, a bank or a club gives or gets: trade, and no assistance."""
    sides = [frame.agent, child(frame.head, "dative"), *frame.objects("to", "for", "from", "with")]
    return any(t is not None and scene.name_at(t) is None and t.lower_ in word_set("goods", "nouns_firm") for t in sides)


def _arrived(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    """ "22 million dollars reached the ministry", "ten tanks from Britain arrived in Jordan": the goods are the subject."""
    theme = frame.agent
    if theme is None or not is_goods(scene, theme):
        return None
    reached = child(frame.head, "dobj")
    if reached is not None and not (is_helped(scene, story, reached) and is_body(reached)):
        return None
    sources = [*frame.objects("from"), *(o for p, o in preposition_objects(theme) if p == "from")]
    donor = as_state(next((joined(scene, story, o) for o in sources), None))
    recipient = joined(scene, story, reached)
    if reached is None:
        if donor is None or donor.name is None:
            return None
        recipient = next((joined(scene, story, o) for o in frame.objects("for", "in") if is_helped(scene, story, o)), None)
    made = _draft(scene, frame, theme)
    made.put("donor", donor or story.donor)
    made.put("recipient", recipient or story.recipient)
    put_goods(scene, made, theme)
    made.count(*(amount_of(scene, theme) or (None, None)))
    return made


def _sum(scene: Scene, story: Story, frame: Frame, theme: Token) -> Draft | None:
    """ "will increase its support to Iraq by £20 million", "assistance amounts to about $9.8 billion": a sum beside the aid."""
    if theme.lower_ not in word_set("goods", "nouns_money"):
        return None
    money = next((m for _, o in frame.obliques if (m := money_of(scene, o)) is not None), None)
    if money is None:
        return None
    is_told = frame.trigger.lemma == "put"  # who puts it at a sum is not who gives it
    owner = next((c for c in children(theme, "poss", "amod", "compound", "nmod") if scene.name_at(c) or c.tag_ == "PRP$"), None)
    giver = donor_of(scene, story, frame) if frame.agent is not theme and not is_told else None
    donor = participant(scene, story, owner) or giver
    made = _draft(scene, frame, theme)
    made.put("donor", as_state(donor) or story.donor)
    made.put("recipient", recipient_of(scene, story, frame, theme) or story.recipient)
    text, (first, last) = words_of(scene, theme, keep=())
    made.put("goods", text, scene.at(scene.doc[first], scene.doc[last]))
    made.count(*money)
    return made if "donor" in made.args or "recipient" in made.args else None


@rule
def claim_budget(scene: Scene, story: Story) -> Iterator[Draft]:
    """What a request, a budget or a bill sets aside for somebody: "The budget request includes $700 million for the Peshmerga"."""
    for verb in scene.doc:
        whole = subject(verb) if verb.lower_ in CONTAINS else None
        theme = child(verb, "dobj") if whole is not None else None
        if whole is None or theme is None or whole.lower_ not in BUDGETS or (money := money_of(scene, theme)) is None:
            continue
        phrases = [*preposition_objects(theme), *preposition_objects(verb)]
        helped = next((o for p, o in phrases if p in ("for", "to") and is_helped(scene, story, o)), None)
        if helped is None:
            continue
        made = draft(scene, Kind.ASSISTANCE, name_of(claim_budget), verb)
        made.standing = Standing(Status.PLANNED, verb) if made.standing.status is Status.ACTUAL else made.standing
        made.put("action", BUDGETS[whole.lower_], scene.at(verb))
        made.put("donor", as_state(named_before(scene, story, whole)))
        made.put("recipient", joined(scene, story, helped))
        made.count(*money)
        yield made


@rule
def claim_package(scene: Scene, story: Story) -> Iterator[Draft]:
    """What a package of aid contains, each thing with its number: "The package includes 20 mortars and 1,000 missiles"."""
    for verb in scene.tokens:
        if verb.lower_ not in CONTAINS or (head := child(verb, "dobj")) is None:
            continue
        whole = subject(verb)
        if whole is None or whole.lower_ not in PACKAGES or story.recipient is None:
            continue
        for token in [head, *(t for c in children(head, "appos", "conj") for t in conjuncts(c))]:
            if not is_goods(scene, token):
                continue
            made = draft(scene, Kind.ASSISTANCE, name_of(claim_package), verb)
            made.standing = Standing(Status.PLANNED, verb) if made.standing.status is Status.ACTUAL else made.standing
            made.put("action", "pledged", scene.at(verb))
            made.put("donor", story.donor)
            made.put("recipient", story.recipient)
            put_goods(scene, made, token, coordinated=False)
            count = scene.count_of(token)
            made.count(count.value.quantity if count else None, scene.in_report(count.span) if count else None)
            yield made


def _helped(scene: Scene, story: Story, frame: Frame, theme: Token) -> Draft | None:
    donor = donor_of(scene, story, frame)
    recipient = joined(scene, story, theme)
    if donor is None or recipient is None or (donor.name is None and not is_body(frame.agent or theme)):
        return None
    made = _draft(scene, frame, theme)
    made.put("donor", as_state(donor))
    made.put("recipient", recipient)
    means = next(iter(frame.objects("with", "through")), None)
    if means is not None:
        text, (first, last) = words_of(scene, means)
        made.put("goods", text, scene.at(scene.doc[first], scene.doc[last]))
    elif frame.trigger.lemma in ("train", "training"):
        made.put("goods", "training", scene.at(frame.head))
    count = scene.count_of(theme)
    if count is not None:
        made.count(count.value.quantity, count.span.shift(scene.sentence.span.begin))
    _remember(story, donor, recipient)
    return made


def _received(scene: Scene, story: Story, frame: Frame, theme: Token) -> Draft | None:
    if not is_goods(scene, theme) or frame.agent is None:
        return None
    if _is_trade(scene, frame, theme):
        return None
    recipient = participant(scene, story, frame.agent)
    donor = as_state(next((participant(scene, story, o) for o in frame.objects("from")), None))
    if recipient is None or (donor is None and recipient.name is None):
        return None
    made = _draft(scene, frame, theme)
    made.put("donor", donor)
    made.put("recipient", recipient)
    put_goods(scene, made, theme)
    made.count(*(amount_of(scene, theme) or (None, None)))
    return _completed(made, story)


def _by_noun(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    """ "U.S. support for the Iraqi army", "its assistance to the Peshmerga", "Russian air support"."""
    if frame.trigger.lemma in DELIVERIES:
        return _delivery(scene, story, frame)
    if frame.trigger.lemma == "training" and frame.theme is not None and is_helped(scene, story, frame.theme):
        return _helped(scene, story, frame, frame.theme)
    recipient_head = next(iter([o for p, o in preposition_objects(frame.head) if p in ("to", "for")]), None)
    if frame.head.dep_ == "dobj" and any(
        f.head.i == frame.head.head.i and f.trigger.kind is Kind.ASSISTANCE for f in scene.frames
    ):
        return None
    owner = next(
        (c for c in children(frame.head, "poss", "amod", "compound", "nmod") if scene.name_at(c) or c.tag_ == "PRP$"), None
    )
    if recipient_head is None or owner is None or not is_helped(scene, story, recipient_head):
        return None
    donor = participant(scene, story, owner)
    if donor is None:
        return None
    made = _draft(scene, frame, frame.head)
    made.put("donor", donor)
    made.put("recipient", joined(scene, story, recipient_head))
    text, (first, last) = words_of(scene, frame.head, keep=())
    made.put("goods", text, scene.at(scene.doc[first], scene.doc[last]))
    count = scene.count_of(frame.head)
    money = next((m for p, o in preposition_objects(frame.head) if p == "of" and (m := money_of(scene, o)) is not None), None)
    made.count(*(money or ((count.value.quantity, scene.in_report(count.span)) if count else (None, None))))
    return made


def _delivery(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    """ "conducted seven airdrops of aid", "the delivery of 50 tanks to Poland": what is delivered stands after "of"."""
    goods = frame.theme
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
    recipient = next((joined(scene, story, o) for o in frame.objects("to", "for")), None)
    if donor is None and recipient is None:
        return None
    made = _draft(scene, frame, frame.head)
    made.put("donor", donor)
    made.put("recipient", recipient or story.recipient)
    put_goods(scene, made, goods)
    count = scene.count_of(frame.head)
    made.count(*(amount_of(scene, goods) or ((count.value.quantity, scene.in_report(count.span)) if count else (None, None))))
    return made


def _draft(scene: Scene, frame: Frame, theme: Token) -> Draft:
    made = draft(scene, Kind.ASSISTANCE, name_of(claim_assistance), frame.head, frame.verb, theme)
    action = frame.trigger.fields["action"]
    if theme.lower_ in ("sale", "sales"):
        action = "sold"
    made.put("action", action, scene.at(frame.head))
    if (action in PROMISES or frame.trigger.fields["action"] in PROMISES) and made.standing.status is Status.ACTUAL:
        made.standing = Standing(Status.PLANNED, frame.head, made.standing.stage)
    return made
