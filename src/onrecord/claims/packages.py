"""What budgets and packages of aid contain, told in a sentence or laid out as a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame
from onrecord.claims.goods import DELIVERIES, PACKAGES, is_goods, is_helped, money_of, put_goods
from onrecord.claims.owners import named_before
from onrecord.claims.participants import joined
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_giver, as_state
from onrecord.claims.status import Standing
from onrecord.claims.story import Story
from onrecord.claims.subjects import subject
from onrecord.claims.tree import child, children, conjuncts, is_noun, is_verb, preposition_objects
from onrecord.model import Kind, Status
from onrecord.nlp.lists import heading_of
from onrecord.nlp.tokens import Token

CONTAINS = frozenset(
    """contain contains contained containing include includes included including comprises comprise comprised comprising covers covered
    consist consists consisted consisting""".split()
)
BUDGETS = {
    "request": "requested",
    "proposal": "requested",
    "budget": "requested",
    "bill": "pledged",
    "act": "pledged",
    "deal": "pledged",
    "legislation": "pledged",
}
GIFT = re.compile(
    r"\b(?:package|(?:military|security|humanitarian|emergency) (?:aid|assistance)|aid|weapons for|arms for|drawdown|donat\w+|shipment|"
    r"tranche|consignment|gifts?|deliver\w+)\b",
    re.IGNORECASE,
)
BEFORE = 900
"""Characters before a list among which a gift must be spoken of."""


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
    """What a package of aid contains, each thing with its number: "The package includes 20 mortars and 1,000 missiles", "a package
    of military aid, including 20 mortars"."""
    for word in scene.tokens:
        if word.lower_ not in CONTAINS:
            continue
        whole = subject(word) if is_verb(word) and word.lower_ != "including" else None
        if whole is None or whole.lower_ not in PACKAGES:
            whole = _package_before(word) if word.tag_ in ("VBG", "IN") else None
        if whole is None:
            continue
        _remember_sides(scene, story, whole)
        head = _content(word)
        if story.recipient is None or head is None:
            continue
        gift = next((f for f in scene.frames if f.trigger.kind is Kind.ASSISTANCE and f.head.i < word.i), None)
        for token in [head, *(t for c in children(head, "appos", "conj") for t in conjuncts(c))]:
            if (made := _content_claim(scene, story, word, token, gift if word.tag_ in ("VBG", "IN") else None)) is not None:
                yield made


@rule
def claim_package_item(scene: Scene, story: Story) -> Iterator[Draft]:
    """A thing in a list of what is given, by what heads the list: "The package includes: - four howitzers; - 200 trucks"."""
    if not may_list_goods(story.report.text, scene.sentence.span.begin) or story.recipient is None:
        return
    head = next((t for t in scene.tokens if t.dep_ == "ROOT"), None)
    if head is None or any(_is_told(t) for t in scene.tokens):
        return
    for token in conjuncts(head):
        if is_noun(token) and (scene.count_of(token) is not None or is_goods(scene, token)):
            made = _content_claim(scene, story, token, token, None, anything=True)
            if made is not None:
                yield made


def _is_told(verb: Token) -> bool:
    """Whether a verb tells something, and is none in "vehicles to tow them"."""
    return is_verb(verb) and verb.dep_ not in ("pcomp", "acl", "relcl") and bool(children(verb, "nsubj", "nsubjpass", "aux"))


def may_list_goods(text: str, begin: int) -> bool:
    """Whether a sentence is an item of a list that stands under a line on a gift, or behind sentences on one."""
    heading = heading_of(text, begin)
    if heading is None or not heading.rstrip().endswith(":"):
        return False
    return GIFT.search(heading) is not None or (
        "item" in heading.lower() and GIFT.search(text[max(0, begin - BEFORE) : begin]) is not None
    )


def _content(word: Token) -> Token | None:
    """What is contained: the object, or the one after "of" ("consists of", "includes shipments of")."""
    found = child(word, "dobj", "pobj")
    if found is not None and found.lower_ in DELIVERIES:
        found = next((o for p, o in preposition_objects(found) if p == "of"), found)
    if found is None and is_verb(word):
        found = next((o for p, o in preposition_objects(word) if p in ("of", "including")), None)
    return found


def _package_before(word: Token) -> Token | None:
    """The package that "including" goes on about: the last word for one before it."""
    before = [t for t in word.doc[: word.i] if t.lower_ in PACKAGES and is_noun(t)]
    return before[-1] if before and word.i - before[-1].i <= 25 else None


def _remember_sides(scene: Scene, story: Story, whole: Token) -> None:
    """Keep whose package it is and for whom, where its own words say so."""
    inner = [whole, *(o for p, o in preposition_objects(whole) if p in ("of", "in"))]
    donor = next((w for t in inner if (w := named_before(scene, story, t)) is not None and w.name is not None), None)
    to = (o for t in inner for p, o in preposition_objects(t) if p in ("to", "for") and is_helped(scene, story, o))
    recipient = as_state(joined(scene, story, next(to, None)))
    if recipient is not None and recipient.name is not None:
        story.recipient = recipient
        story.donor = as_giver(donor) if donor is not None else story.donor


def _content_claim(
    scene: Scene, story: Story, word: Token, token: Token, gift: Frame | None, *, anything: bool = False
) -> Draft | None:
    if not (anything or is_goods(scene, token)):
        return None
    given = gift is not None and gift.trigger.fields["action"] in ("provided", "sold", "divested")
    made = draft(scene, Kind.ASSISTANCE, name_of(claim_package), gift.head if gift is not None else word)
    if made.standing.status is Status.ACTUAL and not given:
        made.standing = Standing(Status.PLANNED, word)
    made.put("action", gift.trigger.fields["action"] if given and gift is not None else "pledged", scene.at(word))
    made.put("donor", story.donor)
    made.put("recipient", story.recipient)
    put_goods(scene, made, token, coordinated=False)
    count = scene.count_of(token)
    noun = count.value.noun if count is not None else None
    if noun is not None and not noun.begin <= token.idx < noun.end and token.tag_ != "CD":
        count = None  # "more ammunition, 75,000 rounds of it"
    made.count(count.value.quantity if count else None, scene.in_report(count.span) if count else None)
    return made
