"""Who gives and who gets it where the sentence leaves one of them to the report."""

from __future__ import annotations

import re

from onrecord.claims.building import Draft
from onrecord.claims.frames import Frame
from onrecord.claims.giving import donor_of, recipient_of
from onrecord.claims.goods import is_helped
from onrecord.claims.owners import named_before
from onrecord.claims.participants import joined, participant
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_forces_of, as_state
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import passive_subject
from onrecord.claims.tree import child, children, preposition_objects
from onrecord.lexicon.names import name_index
from onrecord.lexicon.words import word_set
from onrecord.model import NameKind, Status, Step
from onrecord.nlp.tokens import Token

STATES = ("state", "country", "government", "ministry")


def _asks_his_parliament(scene: Scene, frame: Frame) -> Participant | None:
    """ "has asked Congress for $300 million for the Iraqi army": the state whose parliament is asked gives."""
    asked = child(frame.head, "dobj", "dative")
    named = scene.name_at(asked) if asked is not None else None
    if asked is None or named is None or not any(word in named.value.canonical for word in ("Congress", "Parliament")):
        return None
    state = name_index().states.get(named.value.country or "")
    return Participant(state.place.canonical, scene.at(asked), state.place) if state is not None else None


def sides_of(scene: Scene, story: Story, frame: Frame, theme: Token) -> tuple[Participant | None, Participant | None]:
    """Donor and recipient; who asks for something for himself is the recipient, and who is asked the donor."""
    donor, recipient = donor_of(scene, story, frame), recipient_of(scene, story, frame, theme)
    if frame.passive and theme.dep_ == "dobj" and theme.head.i == frame.head.i and recipient is None:
        recipient = participant(scene, story, passive_subject(frame.head))
    if theme.lower_ in ("purchase", "purchases"):
        seller = next((o for t in theme.subtree for p, o in preposition_objects(t) if p == "from"), None)
        return participant(scene, story, seller), as_forces_of(donor)
    if (
        recipient is None
        and frame.trigger.fields["frame"] != "ask"
        and theme.i != (first := frame.theme or theme).i
        and (scene.name_at(first) is not None or is_helped(scene, story, first))
    ):
        recipient = joined(scene, story, first)
    if frame.trigger.fields["frame"] == "stocks":
        stocks = next((o for o in frame.objects("from", "of") if o.lower_ in word_set("goods", "nouns_stock")), theme)
        donor = named_before(scene, story, stocks) or donor or story.donor
    if recipient is not None and theme.i in {o.i for o in frame.objects("for")} and recipient.span.overlaps(scene.at(theme)):
        recipient = None
    if frame.trigger.fields["action"] == "requested" and recipient is None:
        asked = child(frame.head, "dobj", "dative") if frame.trigger.lemma == "ask" else next(iter(frame.objects("from")), None)
        if asked is not None:
            return joined(scene, story, asked), as_state(donor)
        if frame.trigger.lemma in ("ask", "request", "seek"):
            return None, as_state(donor)
    if frame.trigger.lemma == "ask" and (donor is None or (donor.name is not None and donor.name.kind is NameKind.PERSON)):
        donor = _asks_his_parliament(scene, frame) or donor
    asks_for_others = frame.trigger.fields["action"] == "requested" and recipient is not None
    if frame.trigger.lemma == "appeal" or (asks_for_others and _is_agency(donor)):
        donor = None
    if recipient is None and frame.trigger.lemma in ("spend", "appeal"):
        purposes = (child(c, "dobj") for c in children(frame.head, "advcl", "xcomp", "acl"))
        recipient = next((joined(scene, story, o) for o in purposes if o is not None and is_helped(scene, story, o)), None)
    if frame.trigger.fields["action"] == "divested":
        act = story.site_act
        left = act.actor if act is not None and frame.head.dep_ == "acl" else None
        donor = left or donor or (act.actor if act else None) or story.donor
        recipient = recipient or (act.recipient if act else None) or story.recipient
    return donor, recipient


def complete(made: Draft, story: Story) -> Draft:
    """The side that a sentence leaves out is the one of the last gift in the report, where the other side is the same; the next
    sentence may go by this one."""
    donor, recipient = made.args.get("donor"), made.args.get("recipient")
    if recipient is None and story.donor is not None and donor == story.donor.text:
        made.put("recipient", story.recipient)
    elif (
        recipient is None
        and isinstance(donor, str)
        and donor.lower() in ("donors", "lenders")
        and story.focus.place is not None
    ):
        made.put("recipient", story.focus.place.by(Step.REPORT, story.focus.place.span))
    elif recipient is None and story.recipient is not None and "of which" in made.scene.sentence.text:
        made.put("recipient", story.recipient)
    elif recipient is None and story.recipient is not None and _helps_one(made, story):
        made.put("recipient", story.recipient.by(Step.REPORT, story.recipient.span))
    elif donor is None and story.recipient is not None and recipient == story.recipient.text:
        made.put("donor", story.donor)
    return made


def _helps_one(made: Draft, story: Story) -> bool:
    """Whether all gifts of the report go to one: to the same twice, or to whom its headline names."""
    if story.recipient is None or set(story.helped) != {story.recipient.text} - {made.args.get("donor")}:
        return False
    headline, _, rest = story.report.text.partition("\n")
    headed = bool(rest) and not headline.rstrip().endswith(".") and story.recipient.text in headline
    sure = made.standing.status in (Status.ACTUAL, Status.PLANNED)
    return sure and (headed or len(story.helped) > 1)


def remember_sides(story: Story, donor: Participant | None, recipient: Participant | None, until: int) -> None:
    """Keep both sides of a gift for the sentences that follow, where they have names."""
    if donor is not None and donor.name is not None:
        story.donor = as_state(donor)
        story.gift_until = until if recipient is not None else story.gift_until
    if recipient is not None and recipient.name is not None:
        story.recipient = recipient
        story.helped.append(recipient.text)


def _is_agency(who: Participant | None) -> bool:
    """Whether it is a body that gathers money for others: a request of its own makes it no donor."""
    return (
        who is not None
        and who.name is not None
        and who.name.type not in ("state", "country", "government", "ministry", "alliance")
    )


def acting_for(story: Story, who: Participant | None) -> Participant | None:
    """The state that gives where a minister does, or forces of his: by the person, by the report, else by the government it is on."""
    state = as_state(who)
    if who is None or state is not who or who.name is None or who.name.kind is not NameKind.PERSON:
        return state
    told = story.affiliations.get(who.text)
    if told is None and re.search(rf"\b(?:Minister|Chancellor|Premier)\W+(?:\w+\W+)?{re.escape(who.text)}", story.report.text):
        told = story.government or story.whose_forces or story.actor
    return as_state(told) if told is not None and told.name is not None and told.name.type in STATES else state


def other_than(donor: Participant | None, recipient: Participant | None, story: Story) -> Participant | None:
    """ "would send arms to Libya and train its troops": who gets it is not who gives, but whom the report last told of as helped."""
    if donor is None or recipient is None or recipient.origin is None or recipient.text != donor.text:
        return recipient
    last = story.recipient
    return last.by(Step.PRONOUN, recipient.span) if last is not None and last.text != donor.text else None
