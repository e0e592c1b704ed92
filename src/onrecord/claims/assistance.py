"""Assistance: money, goods, arms, training and relief, pledged, provided, requested, sold."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.aid_arrivals import arrived, is_elliptic
from onrecord.claims.aid_lists import each_donor, each_giver, each_thing
from onrecord.claims.aid_nouns import aid_by_noun, aid_draft
from onrecord.claims.aid_sides import acting_for, complete, other_than, remember_sides, sides_of
from onrecord.claims.aid_sums import further_sums, sum_beside
from onrecord.claims.building import Draft, rule
from onrecord.claims.frames import Frame
from onrecord.claims.giving import donor_of
from onrecord.claims.goods import PACKAGES, amount_of, in_sterling, is_goods, is_helped, is_part, money_of, put_goods
from onrecord.claims.owners import owner_of
from onrecord.claims.participants import joined, participant
from onrecord.claims.phrases import is_body, is_force, of_name, words_of
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import passive_subject, subject
from onrecord.claims.training import is_trainee
from onrecord.claims.tree import ancestors, child, children, conjuncts, preposition_objects
from onrecord.lexicon.inflection import verb_forms
from onrecord.lexicon.triggers import triggers_by_form
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind, Status
from onrecord.nlp.tokens import Token

WARE_VERBS = frozenset(
    """give donate sell transfer supply deliver lend gift hand promise pledge grant export offer buy purchase order receive get acquire""".split()
)
ASKING = frozenset(
    form for lemma in ("ask", "urge", "request", "beg", "implore", "press", "call") for form in verb_forms(lemma)
)
RELIEF = frozenset("food medicine medicines medical water relief humanitarian families residents".split())
CONTAINING = frozenset("contain contains contained include includes included comprise comprises comprised".split())
MOVING = frozenset("dispatch bring drop ferry truck extend take draw".split())
"""Verbs that give only where somebody is named who gets it."""
LATELY = 200
"""Characters back to where a gift must have been told of whose sides a passive leaves out."""
FLYING = frozenset("fly airlift ship send transfer move".split())


@rule
def claim_assistance(scene: Scene, story: Story) -> Iterator[Draft]:
    """Money, goods, arms, training or relief given, pledged, requested, sold or divested: "gave $250 million in equipment to the
    Peshmerga", "supports Iraqi forces with airstrikes", "trained 50,000 soldiers"."""
    for frame in scene.frames:
        if frame.trigger.kind is Kind.ASSISTANCE and not _is_second_verb(frame):
            made = _by_verb(scene, story, frame) if not frame.is_nominal else _by_noun(scene, story, frame)
            if made is not None:
                yield made
                yield from further_sums(scene, made)
                for each in (made, *each_donor(scene, story, frame, made), *each_thing(scene, made)):
                    if each is not made:
                        yield each
                    yield from each_giver(scene, each)


def _is_second_verb(frame: Frame) -> bool:
    """ "train and advise local troops" is one claim, by its first verb; "advised citizens to leave" is none."""
    if frame.trigger.lemma == "advise" and child(frame.head, "xcomp", "ccomp") is not None:
        return True
    before = frame.head.head
    if frame.is_nominal or frame.head.dep_ != "conj" or child(before, "dobj") is not None:
        return False
    return any(t.kind is Kind.ASSISTANCE and t.part == "verb" for t in triggers_by_form().get(before.lower_, ()))


def _by_noun(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    if frame.trigger.lemma == "training" and frame.theme is not None and is_helped(scene, story, frame.theme):
        return _helped(scene, story, frame, frame.theme)
    return aid_by_noun(scene, story, frame)


def _by_verb(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    if _is_content(frame):
        return None
    pattern = frame.trigger.fields.get("frame", "goods")
    theme = frame.theme if frame.trigger.particle != "available" else _made_available(frame)
    if pattern == "ask":
        theme = next((o for o in frame.objects("for") if money_of(scene, o) is not None or is_goods(scene, o)), None)
        return _goods(scene, story, frame, theme) if theme is not None else None
    if pattern == "arrived":
        return arrived(scene, story, frame)
    given = child(frame.head, "dobj") if frame.passive else None
    if given is not None and is_goods(scene, given) and _may_be_given(scene, frame):
        theme = given  # "was handed 12 howitzers"
    if theme is not None and pattern == "recipient" and is_part(theme):
        theme = next((o for p, o in preposition_objects(theme) if p == "of"), theme)
    theme = _given_in_relative(scene, frame) or theme
    if theme is None and pattern in ("goods", "both"):
        theme = next((c for c in children(frame.head, "dative") if is_goods(scene, c)), None)  # "sell Taiwan 66 F-16 jets"
    if theme is None:
        return None
    first, theme = theme, _second_object(scene, frame, theme)
    if pattern == "bought" and (first.i != theme.i or any(is_helped(scene, story, o) for o in frame.objects("for"))):
        return _goods(scene, story, frame, theme, action="provided") if is_goods(scene, theme) else None
    if pattern in ("received", "bought"):
        return _received(scene, story, frame, theme)
    if pattern == "sum":
        return sum_beside(scene, story, frame, theme, aid_draft(scene, frame, theme))
    if pattern == "stocks" and not any(o.lower_ in word_set("goods", "nouns_stock") for o in frame.objects("from", "of")):
        return None
    if pattern in ("goods", "both", "stocks") and (
        is_goods(scene, theme) or _is_ware(frame, theme) or is_elliptic(scene, story, theme)
    ):
        return _goods(scene, story, frame, theme)
    if (pattern == "recipient" and is_helped(scene, story, theme)) or (
        pattern == "both" and frame.objects("with") and is_helped(scene, story, theme)
    ):
        return _helped(scene, story, frame, theme)
    return None


def _is_content(frame: Frame) -> bool:
    """ "The package includes weapons that can be shipped from stocks", "among the first items to be shipped": what a package contains is
    told thing by thing."""
    if not frame.passive or frame.head.dep_ not in ("relcl", "acl") or child(frame.head, "aux") is None:
        return False
    over = [frame.head.head, *ancestors(frame.head.head)]
    return any(t.lower_ in CONTAINING and (whole := subject(t)) is not None and whole.lower_ in PACKAGES for t in over)


def _made_available(frame: Frame) -> Token | None:
    """ "will make another 250 million euros available": the parse has them as object or as subject of "available"."""
    small = next((c for c in frame.head.children if c.lower_ == "available"), None)
    inner = child(small, "nsubj") if small is not None else None
    return inner if inner is not None else child(frame.head, "dobj") or frame.theme


def _given_in_relative(scene: Scene, frame: Frame) -> Token | None:
    """ "the aid that Washington has given Manila": what is given stands before the clause, the object in it is who gets it."""
    verb = frame.head
    if verb.dep_ != "relcl" or frame.passive or not is_goods(scene, verb.head) or (given := child(verb, "dobj")) is None:
        return None
    relative = any(
        c.lower_ in ("that", "which") and c.i < verb.i and c.dep_ in ("dative", "dobj", "mark") for c in verb.children
    )
    named = scene.name_at(given) is not None or given.tag_ == "PRP" or child(given, "poss") is not None
    return verb.head if (relative or child(verb, "nsubj") is not None) and named and not is_goods(scene, given) else None


def _may_be_given(scene: Scene, frame: Frame) -> bool:
    """ "was handed 12 howitzers": who gets them has a name, or a giver stands beside."""
    who = passive_subject(frame.head)
    if who is None or is_goods(scene, who):
        return False
    named = [scene.name_at(t) for t in (who, *children(who, "amod", "compound", "poss"))]
    return any(m is not None for m in named) or (
        (agent := frame.agent) is not None and who.tag_ == "PRP" and scene.name_at(agent) is not None
    )


def _second_object(scene: Scene, frame: Frame, theme: Token) -> Token:
    """ "sold Mali six drones", where the parse makes two objects: the goods are the second."""
    later = [c for c in children(frame.head, "dobj") if c.i > theme.i and is_goods(scene, c)]
    return later[0] if later and theme.i > frame.head.i and scene.name_at(theme) is not None else theme


def _is_ware(frame: Frame, theme: Token) -> bool:
    """Warships and the like change hands by a verb of giving or selling; "sent two warships" only moves them."""
    given = frame.trigger.lemma in WARE_VERBS
    return given and theme.lower_ in word_set("goods", "nouns_ware")


def _goods(scene: Scene, story: Story, frame: Frame, theme: Token, *, action: str | None = None) -> Draft | None:
    donor, recipient = sides_of(scene, story, frame, theme)
    if (asking := _asking(frame)) is not None:
        action = "requested"
        recipient = recipient or as_state(participant(scene, story, subject(asking)))
    money = amount_of(scene, theme)
    if _is_trade(scene, frame, theme) or (frame.trigger.lemma in MOVING | FLYING and _comes_with_men(scene, theme)):
        return None
    if theme.dep_ == "pobj" and theme.head.lower_ == "of" and theme.head.head.lower_ == "worth":
        money = amount_of(scene, theme.head.head) or money
    if theme.lower_ in PACKAGES:
        donor, recipient = donor or story.donor, recipient or story.recipient
    donors = (
        donor is not None
        and donor.text.lower() in ("donors", "lenders")
        and money is not None
        and story.focus.place is not None
    )
    told = frame.passive and frame.trigger.lemma != "spend" and _is_told_lately(scene, story)
    if recipient is None and donor is None and told:
        donor, recipient = story.donor, story.recipient  # "Four howitzers had been donated in April"
    if recipient is None and not donors and (not (donor and donor.name) or frame.trigger.lemma in MOVING):
        return None
    if frame.trigger.lemma == "extend" and not (frame.objects("to", "for") or child(frame.head, "dative")):
        return None
    if donor is None and (recipient is None or not (recipient.name or is_told_body(scene, story, frame))):
        return None
    if frame.trigger.lemma in MOVING and (
        theme.lower_ in word_set("people", "nouns_arms") or _is_trade_of_nobody(donor, recipient)
    ):
        return None
    made = aid_draft(scene, frame, theme, action=action)
    made.put("donor", acting_for(story, donor))
    made.put("recipient", _for_state(scene, other_than(donor, recipient, story)))
    _promise_of_another(scene, story, frame, theme, made)
    put_goods(scene, made, theme)
    made.count(*(in_sterling(money, made) if money else (None, None)))
    complete(made, story)
    if made.standing.status in (Status.ACTUAL, Status.PLANNED):
        remember_sides(story, donor, recipient, scene.sentence.span.end)
    return made


def _is_told_lately(scene: Scene, story: Story) -> bool:
    """Whether the sentence before told of a gift, with who gave it and to whom."""
    told = story.donor is not None and story.recipient is not None and story.gift_until is not None
    return told and story.gift_until is not None and 0 <= scene.sentence.span.begin - story.gift_until <= LATELY


def _comes_with_men(scene: Scene, theme: Token) -> bool:
    """ "flew in 30 warplanes and 2,000 personnel": forces that move, and no gift."""
    return any(is_force(t) and not is_goods(scene, t) for t in conjuncts(theme) if t.i != theme.i)


def _promise_of_another(scene: Scene, story: Story, frame: Frame, theme: Token, made: Draft) -> None:
    """ "The envoy reaffirmed Britain's support": whose support it is gives it, and who says so is the source."""
    owner, who = child(theme, "poss"), frame.agent
    named = scene.name_at(owner) if owner is not None else None
    if named is None or who is None or frame.passive or made.args.get("action") != "pledged":
        return
    if named.value.kind is NameKind.PERSON or scene.name_at(who) == named:
        return
    speaker = participant(scene, story, who)
    if speaker is None or (speaker.name is not None and speaker.name.kind is not NameKind.PERSON):
        return
    made.put("donor", as_state(of_name(scene, named)))
    made.source, made.spans["source"] = speaker.text, speaker.span


def _asking(frame: Frame) -> Token | None:
    """The verb of asking over it: "asked allies to send 300 tanks"."""
    above = frame.head.head
    return (
        above if frame.head.dep_ in ("xcomp", "ccomp") and above.lower_ in ASKING and child(above, "dobj") is not None else None
    )


def is_told_body(scene: Scene, story: Story, frame: Frame) -> bool:
    """Whether who gets it is a body, people or place in need by its word."""
    near = [*children(frame.head, "dative"), *frame.objects("to", "for", "with")]
    return any(is_helped(scene, story, t) for t in near) or not any(t.dep_ == "dative" for t in near)


def _for_state(scene: Scene, recipient: Participant | None) -> Participant | None:
    """A capital that gets money or arms is its state; one that gets relief may be the town."""
    return recipient if scene.lower & RELIEF else as_state(recipient)


def _is_trade_of_nobody(donor: Participant | None, recipient: Participant | None) -> bool:
    return not any(who is not None and who.name is not None for who in (donor, recipient))


def _is_trade(scene: Scene, frame: Frame, theme: Token) -> bool:
    """Whether a firm, a bank or a club gives or gets: trade, and no assistance."""
    sides = [frame.agent, child(frame.head, "dative"), *frame.objects("to", "for", "from", "with")]
    return any(t is not None and scene.name_at(t) is None and t.lower_ in word_set("goods", "nouns_firm") for t in sides)


def _helped(scene: Scene, story: Story, frame: Frame, theme: Token) -> Draft | None:
    donor = donor_of(scene, story, frame)
    recipient = joined(scene, story, theme)
    trained = frame.trigger.fields["action"] == "trained"
    untold = trained and donor is None and (frame.is_nominal or frame.passive) and _is_pupil(scene, story, theme)
    recipient = other_than(donor, recipient, story)
    if recipient is None or (frame.trigger.fields.get("needs") == "force" and not _is_pupil(scene, story, theme)):
        return None
    if not untold and (donor is None or (donor.name is None and not is_body(frame.agent or theme))):
        return None
    made = aid_draft(scene, frame, theme)
    made.put("donor", acting_for(story, donor))
    made.put("recipient", _for_state(scene, recipient))
    means = next(iter(frame.objects("with", "through")), None)
    given = amount_of(scene, means) if means is not None and is_goods(scene, means) else None
    if means is not None and given is not None:
        put_goods(scene, made, means)
        made.count(*given)
    elif means is not None:
        text, (first, last) = words_of(scene, means)
        made.put("goods", text, scene.at(scene.doc[first], scene.doc[last]))
    elif frame.trigger.lemma in ("train", "training"):
        made.put("goods", "training", scene.at(frame.head))
    count = scene.count_of(theme)
    if count is not None and given is None:
        made.count(count.value.quantity, count.span.shift(scene.sentence.span.begin))
    remember_sides(story, donor, recipient, scene.sentence.span.end)
    return made


def _is_pupil(scene: Scene, story: Story, theme: Token) -> bool:
    """ "50,000 Iraqis", "the country's recruits": forces or a people, with a number or whose they are."""
    told = scene.count_of(theme) is not None or owner_of(scene, story, theme) is not None or scene.name_at(theme) is not None
    return told and is_trainee(scene, theme) and theme.lower_ not in ("people", "member", "members", "crew")


def _received(scene: Scene, story: Story, frame: Frame, theme: Token) -> Draft | None:
    if not (is_goods(scene, theme) or _is_ware(frame, theme)) or frame.agent is None:
        return None
    if _is_trade(scene, frame, theme):
        return None
    recipient = as_state(participant(scene, story, frame.agent))
    sources = frame.objects("from", "by") or [
        o for t in frame.head.subtree for p, o in preposition_objects(t) if p == "from" and scene.name_at(o) is not None
    ]
    donor = as_state(next((participant(scene, story, o) for o in sources), None) or _maker(scene, theme))
    if recipient is None or (donor is None and recipient.name is None):
        return None
    if frame.trigger.fields["frame"] == "bought" and (recipient.name is None or donor is None or donor.name is None):
        return None
    made = aid_draft(scene, frame, theme)
    made.put("donor", donor)
    made.put("recipient", recipient)
    put_goods(scene, made, theme)
    made.count(*(amount_of(scene, theme) or (None, None)))
    return complete(made, story)


def _maker(scene: Scene, theme: Token) -> Participant | None:
    """ "a first batch of Turkish drones": the country of the goods, where nobody else is said to have sent them."""
    inner = [theme, *(o for p, o in preposition_objects(theme) if p == "of")] if is_part(theme) else []
    named = next((m for t in inner for c in children(t, "amod") if (m := scene.name_at(c)) is not None), None)
    return of_name(scene, named) if named is not None and named.value.type in ("country", "state") else None
