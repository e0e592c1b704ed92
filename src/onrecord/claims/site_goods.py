"""What is left with a base that is given up: "equipment worth $3 million stayed behind", "with it came buildings and vehicles"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.goods import amount_of, is_goods, is_helped, is_money, put_goods
from onrecord.claims.participants import joined
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import is_passive, passive_subject, subject
from onrecord.claims.tree import ancestors, child, children, is_noun, is_verb, preposition_objects
from onrecord.lexicon.inflection import verb_forms
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, Quantity, Span
from onrecord.nlp.tokens import Token

STAYING = frozenset(form for verb in ("stay", "remain") for form in verb_forms(verb))
COMING = frozenset(form for verb in ("come", "go") for form in verb_forms(verb))
LEFT = frozenset(["left", "abandoned"])
OPENERS = frozenset(["behind", "left", "with"])


@rule
def claim_left_goods(scene: Scene, story: Story) -> Iterator[Draft]:
    """Goods left to whoever gets a base: "equipment valued at $3 million stayed behind", "vehicles worth 4 million euros were left to
    the Afghan army", "with it came buildings and trucks worth $19 million"."""
    if story.site_act is None or scene.is_question or scene.lower.isdisjoint(OPENERS):
        return
    for token in scene.tokens:
        goods = _left(token) if is_verb(token) else None
        if goods is None or not _is_of_a_base(scene, goods) or children(token, "neg"):
            continue
        amount = amount_of(scene, goods) or _worth(scene, goods, token)
        donor, recipient = story.site_act.actor or story.whose_forces, _for_whom(scene, story, token)
        if amount is None or donor is None or recipient is None or donor.text == recipient.text:
            continue
        made = draft(scene, Kind.ASSISTANCE, name_of(claim_left_goods), token, goods)
        made.put("action", "divested", scene.at(token))
        made.put("donor", as_state(donor))
        made.put("recipient", recipient)
        put_goods(scene, made, goods)
        made.count(*amount)
        yield made


def _left(verb: Token) -> Token | None:
    """What stays, is left, or comes with a base."""
    behind = any(c.lower_ == "behind" for c in verb.children)
    if verb.lower_ in STAYING and behind:
        return subject(verb)
    if verb.lower_ in COMING:
        return _came_with_it(verb)
    if verb.lower_ not in LEFT:
        return None
    if verb.dep_ == "acl" and behind and is_noun(verb.head):
        return verb.head
    handed = behind or any(p == "to" for p, _ in preposition_objects(verb))
    return next(iter(children(verb, "nsubjpass")), passive_subject(verb)) if is_passive(verb) and handed else None


def _came_with_it(verb: Token) -> Token | None:
    """ "With it came buildings and trucks", which the parse takes for a clause with two subjects."""
    if any(p == "with" and o.lower_ in ("it", "them") for p, o in preposition_objects(verb)):
        return child(verb, "nsubj")
    first = next(iter(children(verb, "mark")), None)
    it = next(iter(children(verb, "nsubj")), None)
    if first is None or first.lower_ != "with" or it is None or it.lower_ not in ("it", "them"):
        return None
    return next((c for c in children(verb, "nsubj", "dobj", "npadvmod", "attr") if c.i > verb.i), None)


def _is_of_a_base(scene: Scene, goods: Token) -> bool:
    """Goods, or the buildings of a base."""
    return is_goods(scene, goods) or goods.lower_ in word_set("goods", "nouns_left")


def _worth(scene: Scene, goods: Token, verb: Token) -> tuple[Quantity, Span] | None:
    """ "property worth $3 million", "valued the buildings left behind at $5 million": the sum behind it, in its clause."""
    clause = {verb.i, goods.i, *(a.i for a in ancestors(goods))}
    for mention in scene.counts:
        root = scene.root_of(mention.span)
        if mention.span.begin < goods.idx or root is None or not is_money(mention.value.quantity):
            continue
        if any(a.i in clause for a in ancestors(root)):
            return mention.value.quantity, scene.in_report(mention.span)
    return None


def _for_whom(scene: Scene, story: Story, verb: Token) -> Participant | None:
    """Whom it is left to, or whoever got the base."""
    named = next((o for p, o in preposition_objects(verb) if p in ("to", "for") and is_helped(scene, story, o)), None)
    act = story.site_act
    return joined(scene, story, named) if named is not None else act.recipient if act is not None else None
