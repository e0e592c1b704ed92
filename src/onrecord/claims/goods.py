"""What is given and how much of it: money, goods, arms, training, and who can be helped."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.claims.building import Draft
from onrecord.claims.participants import participant
from onrecord.claims.phrases import LEADING, is_body, is_force, is_people, words_of
from onrecord.claims.scene import Scene
from onrecord.claims.story import Story
from onrecord.claims.tree import child, children, conjuncts, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import NameKind, Quantity, Span

DELIVERIES = frozenset(
    "transfer delivery provision sale shipment purchase airdrop airdrops deliveries shipments sales transfers funding donation".split()
)


HELPED = frozenset(
    "partner partners ally allies town city village region area community communities families country countries".split()
)


PACKAGES = frozenset("package aid assistance shipment tranche delivery consignment drawdown equipment".split())


AMOUNT_HEADS = frozenset("worth amount total sum value package series number".split())


def is_goods(scene: Scene, token: Token) -> bool:
    """Whether a noun phrase is something given: money, goods, arms, training, or an amount of them."""
    if is_force(token) and token.lower_ not in word_set("people", "nouns_asset"):
        return False
    if token.lower_ in word_set("goods", "nouns_goods") or token.lower_ in word_set("goods", "nouns_money"):
        return True
    count = scene.count_of(token) or scene.count_at(token)
    if count is not None and (count.value.quantity.unit or "").isupper():
        return True
    if token.lower_ in AMOUNT_HEADS or token.lower_ in DELIVERIES:
        return any(is_goods(scene, o) for p, o in preposition_objects(token) if p in ("of", "in"))
    return any(is_goods(scene, c) for c in children(token, "conj"))


def is_helped(scene: Scene, story: Story, token: Token) -> bool:
    """Whether a noun phrase can be helped: an actor, a person, a force, people, a place in need."""
    named = scene.name_at(token)
    if token.tag_ == "PRP":
        who = participant(scene, story, token) if token.lower_ in ("them", "him", "it") else None
        return who is not None and who.name is not None
    if named is not None:
        return named.value.kind in (NameKind.ACTOR, NameKind.PERSON) or named.value.type == "country"
    return is_body(token) or is_people(token) or token.lower_ in HELPED


def money_of(scene: Scene, token: Token) -> tuple[Quantity, Span] | None:
    """The sum of money that a token stands for, with its words in the report."""
    count = scene.count_at(token) or scene.count_of(token)
    if count is None or not (count.value.quantity.unit or "").isupper():
        return None
    return count.value.quantity, scene.in_report(count.span)


def before_goods(scene: Scene, theme: Token) -> Token | None:
    """Whom in "give the Peshmerga equipment", where the parse takes the name for part of the goods."""
    det = child(theme, "det")
    for c in children(theme, "compound", "nmod"):
        named = scene.name_at(c)
        if (
            named is not None
            and named.value.kind is NameKind.ACTOR
            and det is not None
            and det.i == c.i - 1
            and det.lower_ == "the"
        ):
            return c
    return None


def put_goods(scene: Scene, made: Draft, theme: Token, *, coordinated: bool = True) -> None:
    """Set ``goods`` to the words for what is given, without the sum and without whom it goes to."""
    head = theme
    if theme.lower_ in DELIVERIES:
        head = theme = next((o for p, o in preposition_objects(theme) if p == "of"), theme)
    if head.tag_ in ("WDT", "WP", "WP$", "WRB"):
        return
    count = scene.count_of(theme) or scene.count_at(theme)
    is_money = count is not None and (count.value.quantity.unit or "").isupper()
    if (
        theme.lower_ in AMOUNT_HEADS
        or theme.tag_ in ("CD", "$")
        or (is_money and theme.lower_ not in word_set("goods", "nouns_money"))
    ):
        inner = next(
            (
                o
                for t in [theme, *children(theme, "npadvmod", "appos", "nmod")]
                for p, o in preposition_objects(t)
                if p in ("of", "in")
            ),
            None,
        )
        if inner is None:
            return
        head = inner
    _, (first, last) = words_of(scene, head, keep=("of",), coordinated=coordinated)
    numbers = [t.i for t in scene.doc[first : head.i] if t.tag_ == "CD" or t.text == "$"]
    given = before_goods(scene, head)
    first = max([first, *(i + 1 for i in numbers), *([given.i + 1] if given is not None else [])])
    while (
        first < head.i
        and count is not None
        and count.span.begin <= scene.doc[first].idx < (count.value.number or count.span).end
    ):
        first += 1
    text = LEADING.sub("", scene.words(first, last).replace("\n", " ").strip())
    made.put("goods", text, scene.at(scene.doc[first], scene.doc[last]))


def _is_worth(scene: Scene, span: Span, theme: Token) -> bool:
    """ "equipment and supplies worth about $1.3 billion": the sum behind the goods, however the parse hangs it."""
    first = next((t for t in scene.doc if t.idx >= span.begin), None)
    if first is None or first.i <= theme.i or first.i - theme.i > 14:
        return False
    before = [t.lower_ for t in scene.doc[max(theme.i + 1, first.i - 3) : first.i]]
    return "worth" in before or "valued" in before


def amount_of(scene: Scene, theme: Token) -> tuple[Quantity, Span] | None:
    """The sum of money in the phrase, else the number of things."""
    if theme.lower_ in DELIVERIES:
        theme = next((o for p, o in preposition_objects(theme) if p == "of" and is_goods(scene, o)), theme)
    found = [scene.count_of(t) or scene.count_at(t) for t in conjuncts(theme)]
    below = [
        m
        for m in scene.counts
        if (root := scene.root_of(m.span)) is not None and any(a.i == theme.i for a in [root, *root.ancestors])
    ]
    candidates = [m for m in [*found, *below] if m is not None]
    worth = [m for m in scene.counts if (m.value.quantity.unit or "").isupper() and _is_worth(scene, m.span, theme)]
    candidates += worth
    money = next((m for m in candidates if (m.value.quantity.unit or "").isupper()), None)
    best = money or next(iter(m for m in found if m is not None), None)
    return (best.value.quantity, best.span.shift(scene.sentence.span.begin)) if best is not None else None
