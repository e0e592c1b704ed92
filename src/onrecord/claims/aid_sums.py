"""Sums of aid: what it comes to, what it is raised by, and a second sum that goes without its currency."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame
from onrecord.claims.giving import donor_of, recipient_of
from onrecord.claims.goods import PACKAGES, is_helped, is_money, money_of
from onrecord.claims.owners import named_before
from onrecord.claims.participants import joined, participant
from onrecord.claims.phrases import words_of
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_giver, as_state
from onrecord.claims.status import Standing
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import agent_phrase, is_passive, subject
from onrecord.claims.tree import child, children, is_verb, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, Quantity, Span, Status
from onrecord.nlp.tokens import Token

LARGE = 100_000
OVER = frozenset("exceed exceeds exceeded exceeding top tops topped topping surpass surpasses surpassed surpassing".split())


@rule
def claim_aid_total(scene: Scene, story: Story) -> Iterator[Draft]:
    """A sum that aid comes to: "U.S. commitments to Ukraine now exceed $44 billion", "what has been promised stands at $6 billion",
    "bringing the total to $3 billion"."""
    for verb in scene.tokens:
        if not is_verb(verb):
            continue
        whole: Token | None = None
        if verb.lower_ in word_set("goods", "verbs_reach"):
            whole = subject(verb)
            if whole is not None and _action_of(scene, whole, lifted=False) is None:
                whole = next((c for c in children(verb, "nsubj", "csubj") if c.i < whole.i), whole)
            near = [c for c in children(verb, "dobj", "attr", "npadvmod") if c.i > verb.i]
            near += [o for p, o in preposition_objects(verb) if p in ("at", "to", "into", "up")]
        elif (
            verb.lower_ in ("is", "was", "are", "were")
            and (worth := child(verb, "acomp")) is not None
            and worth.lower_ == "worth"
        ):
            whole = subject(verb)
            near = [*children(worth, "npadvmod", "dobj", "pobj")]
        elif verb.lower_ in word_set("goods", "verbs_lift"):
            whole = child(verb, "dobj")
            near = [o for t in verb.subtree for p, o in preposition_objects(t) if p in ("to", "past") and t.i >= verb.i]
        if whole is None:
            continue
        money = next((m for o in near if (m := _sum_at(scene, o)) is not None), None)
        made = _total(scene, story, verb, whole, money) if money is not None else None
        if made is not None:
            yield made
            yield from further_sums(scene, made)


def _total(scene: Scene, story: Story, verb: Token, whole: Token, money: tuple[Quantity, Span]) -> Draft | None:
    lifted = verb.lower_ in word_set("goods", "verbs_lift") and (child(verb, "dobj") or verb).i == whole.i
    action = _action_of(scene, whole, lifted=lifted)
    if action is None:
        return None
    donor, recipient = _sides(scene, story, whole)
    if recipient is None:
        recipient = story.recipient
        donor = donor or story.donor
    elif donor is None and story.recipient is not None and story.recipient.text == recipient.text:
        donor = story.donor
    if recipient is None or (donor is None and recipient.name is None):
        return None
    made = draft(scene, Kind.ASSISTANCE, name_of(claim_aid_total), verb, whole)
    if action == "pledged" and made.standing.status is Status.ACTUAL:
        made.standing = Standing(Status.PLANNED, whole)
    made.put("action", action, scene.at(whole))
    made.put("donor", as_giver(donor))
    made.put("recipient", recipient)
    if whole.lower_ in word_set("goods", "nouns_support"):
        _put_words(scene, made, whole)
    quantity, span = money
    if verb.lower_ in OVER and quantity.value is not None and not quantity.approx:
        quantity = replace(quantity, value=None, low=quantity.value)
    made.count(quantity, span)
    return made


def _action_of(scene: Scene, whole: Token, *, lifted: bool) -> str | None:
    """Whether a sum was promised or given, by the words for it; a bare "total" goes by the gift that the sentence tells of."""
    words = {t.lower_ for t in whole.subtree}
    support, total = word_set("goods", "nouns_support"), word_set("goods", "nouns_total")
    if whole.lower_ in PACKAGES - {"equipment"} and whole.head.lower_ in ("is", "was", "are", "were"):
        return "pledged"
    if whole.lower_ in word_set("goods", "nouns_promise") or words & word_set("goods", "verbs_promised"):
        return "pledged"
    if whole.lower_ in support or (whole.lower_ in total and words & support):
        return "provided"
    clause = is_verb(whole) or whole.lower_ in total
    if clause and words & word_set("goods", "verbs_given") and (whole.lower_ in total or "what" in words):
        return "provided"
    gift = next((f for f in scene.frames if f.trigger.kind is Kind.ASSISTANCE and f.head.i < whole.i), None)
    if lifted and whole.lower_ in total and gift is not None:
        return "pledged" if gift.trigger.fields["action"] in ("pledged", "requested") else "provided"
    return None


def _sides(scene: Scene, story: Story, whole: Token) -> tuple[Participant | None, Participant | None]:
    """Whose the sum is and for whom: by the names on the noun, else by the clause in it ("what Washington has promised Kyiv")."""
    inner = [whole, *(o for p, o in preposition_objects(whole) if p in ("of", "in"))]
    donor = next((w for t in inner if (w := named_before(scene, story, t)) is not None), None)
    phrases = [pair for t in inner for pair in preposition_objects(t)]
    clauses = [t for t in whole.subtree if is_verb(t) and t.dep_ not in ("aux", "auxpass", "amod")]
    phrases += [pair for t in clauses for pair in preposition_objects(t)]
    recipient = next((joined(scene, story, o) for p, o in phrases if p in ("to", "for") and is_helped(scene, story, o)), None)
    source = next((o for p, o in phrases if p in ("from", "by") and scene.name_at(o) is not None), None)
    donor = donor or (participant(scene, story, source) if source is not None else None)
    for clause in clauses:
        does = agent_phrase(clause) if is_passive(clause) else child(clause, "nsubj")
        if donor is None and does is not None and (scene.name_at(does) is not None or does.tag_ == "PRP"):
            donor = participant(scene, story, does)
        after = [*children(clause, "dative", "dobj"), *([clause.nbor(1)] if clause.i + 1 < len(clause.doc) else [])]
        given = next((c for c in after if c.i > clause.i and is_helped(scene, story, c)), None)
        recipient = recipient or (joined(scene, story, given) if given is not None else None)
    return donor, as_state(recipient)


def _sum_at(scene: Scene, token: Token) -> tuple[Quantity, Span] | None:
    """The money at a token, or a large bare number in the currency that the sentence has named."""
    if (money := money_of(scene, token)) is not None:
        return money
    count = scene.count_at(token)
    if count is None or count.value.quantity.unit is not None or (count.value.quantity.value or 0) < LARGE:
        return None
    unit = next(
        (m.value.quantity.unit for m in scene.counts if is_money(m.value.quantity) and m.span.end <= count.span.begin), None
    )
    return (replace(count.value.quantity, unit=unit), scene.in_report(count.span)) if unit is not None else None


def _put_words(scene: Scene, made: Draft, noun: Token) -> None:
    text, (first, last) = words_of(scene, noun, keep=())
    made.put("goods", text, scene.at(scene.doc[first], scene.doc[last]))


def sum_beside(scene: Scene, story: Story, frame: Frame, theme: Token, made: Draft) -> Draft | None:
    """ "will increase its support to Iraq by £20 million": a sum beside the aid."""
    if theme.lower_ not in word_set("goods", "nouns_money"):
        return None
    money = next((m for _, o in frame.obliques if (m := money_of(scene, o)) is not None), None)
    if money is None:
        return None
    is_told = frame.trigger.lemma == "put"  # who puts it at a sum is not who gives it
    owner = next((c for c in children(theme, "poss", "amod", "compound", "nmod") if scene.name_at(c) or c.tag_ == "PRP$"), None)
    giver = donor_of(scene, story, frame) if frame.agent is not theme and not is_told else None
    donor = participant(scene, story, owner) or giver
    made.put("donor", as_state(donor) or story.donor)
    made.put("recipient", recipient_of(scene, story, frame, theme) or story.recipient)
    _put_words(scene, made, theme)
    made.count(*money)
    return made if "donor" in made.args or "recipient" in made.args else None


def further_sums(scene: Scene, made: Draft) -> Iterator[Draft]:
    """ "gave $1.5 billion in 2022 and 4.6 billion a year later", "eight tanks in March and another 14 in June": the same again, with the
    next sum or number and its own day."""
    if made.quantity is None or "quantity" not in made.spans:
        return
    least = LARGE if is_money(made.quantity) else 1
    begin = made.spans["quantity"].end - scene.sentence.span.begin
    for count in scene.counts:
        quantity = count.value.quantity
        if count.span.begin < begin or (quantity.value or 0) < least or quantity.unit not in (None, made.quantity.unit):
            continue
        if any(d.span.overlaps(count.span) for d in scene.dates):
            continue
        date = next((d for d in scene.dates if 0 <= d.span.begin - count.span.end <= 4), None)
        between = [t for t in scene.tokens if begin <= t.idx < count.span.begin]
        told = any(is_verb(t) for t in between) or not any(t.lower_ in ("and", ",", "then") for t in between[-4:])
        if date is None or date.value.time is None or told:
            return
        also = replace(made, args=dict(made.args), spans=dict(made.spans), ids=dict(made.ids), origins=dict(made.origins))
        also.locations = dict(made.locations)
        also.count(replace(quantity, unit=made.quantity.unit), scene.in_report(count.span))
        also.time, also.spans["time"] = date.value.time, scene.in_report(date.span)
        if made.time == also.time:
            earlier = next((d for d in scene.dates if begin <= d.span.begin < count.span.begin and d.value.time), None)
            made.time = earlier.value.time if earlier is not None else None
            made.spans.pop("time", None)
            if earlier is not None:
                made.spans["time"] = scene.in_report(earlier.span)
        yield also
        begin = date.span.end
