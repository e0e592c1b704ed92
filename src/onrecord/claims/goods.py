"""What is given and how much of it: money, goods, arms, training, and who can be helped."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from onrecord.claims.building import Draft
from onrecord.claims.participants import participant
from onrecord.claims.phrases import LEADING, is_body, is_force, is_people, words_of
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import child, children, conjuncts, is_verb, preposition_objects
from onrecord.lexicon.units import currencies, singular
from onrecord.lexicon.words import word_set
from onrecord.model import Count, Mention, Name, NameKind, Quantity, Span
from onrecord.nlp.tokens import Token

DELIVERIES = frozenset(
    """transfer delivery provision sale shipment purchase airdrop airdrops deliveries shipments sales transfers funding donation donations
    export exports supply purchases""".split()
)


HELPED = frozenset(
    """partner partners ally allies town city village region area community communities families country countries hospital hospitals
    clinic clinics survivors""".split()
)


PACKAGES = frozenset("package aid assistance shipment tranche delivery consignment drawdown equipment".split())


STAYS = frozenset("deployment deployments presence footprint".split())
AMOUNT_HEADS = frozenset("worth amount total sum value package series number".split())


WEIGHTS = frozenset(
    "tons tonnes ton tonne kilograms pallets crates boxes planeloads truckloads shiploads loads containers container bags sacks barrels litres liters doses".split()
)
GIVING = frozenset(f"{verb}{end}" for verb in ("sell", "send", "lend") for end in ("", "s", "ing")) | frozenset(
    "sold sent lent give gives gave given giving supply supplies supplied supplying promise promises promised promising".split()
)
BEFORE = ("compound", "nmod", "amod", "nummod")
MILLION = 1_000_000
"""From here on pounds are money, and no weight."""
FIRST_OF = re.compile(r"\b(?:first|last|latest|final)(?:\s+\S+)?\s+of\s+(?:the\s+|some\s+)?$", re.IGNORECASE)
PART_OF = re.compile(r"\s+of\s+(?:the\s+|some\s+|about\s+)?")
DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,3}-?\d{1,4}[A-Z]{0,2}s?")
"""A weapon by its letters and number: "F-16s", "T-72", "M777"."""


def is_money(quantity: Quantity) -> bool:
    """Whether a quantity is a sum of money, be it of a currency that only its country tells ("3 billion crowns")."""
    unit = quantity.unit or ""
    return unit.isupper() or singular(unit) in _coins() or (singular(unit) == "pound" and (quantity.value or 0) >= MILLION)


@cache
def _coins() -> frozenset[str]:
    """The names of currencies that are nothing else; pounds are also a weight."""
    return (frozenset(row.word for row in currencies()) - {"pound", "real"}) | {"kroner", "kronor"}


def is_part(token: Token) -> bool:
    """Whether a word stands for a part of what follows its "of": "the first of 31 tanks", "two of them", "dozens of vehicles"."""
    return token.tag_ == "CD" or token.lower_ in word_set("goods", "nouns_part")


def is_goods(scene: Scene, token: Token) -> bool:
    """Whether a noun phrase is something given: money, goods, arms, training, or an amount of them."""
    if is_force(token) and token.lower_ not in word_set("people", "nouns_asset"):
        return False
    inner = [o for p, o in preposition_objects(token) if p == "of"] if token.lower_ in ("package", "packages") else []
    if inner and not any(is_goods(scene, o) for o in inner):
        return False  # "a package of sanctions"
    if token.lower_ in ("package", "packages") and any(
        c.lower_ in ("sanctions", "sanction") for c in children(token, "compound")
    ):
        return False  # "its 15th sanctions package"
    if token.lower_ in word_set("goods", "nouns_goods") or token.lower_ in word_set("goods", "nouns_money"):
        return True
    count = scene.count_of(token) or scene.count_at(token)
    if count is not None and is_money(count.value.quantity):
        return True
    if DESIGNATION.fullmatch(token.text):
        return True
    if token.lower_ in WEIGHTS and any(is_goods(scene, o) for p, o in preposition_objects(token) if p == "of"):
        return True
    if is_part(token) and any(is_goods(scene, o) for p, o in preposition_objects(token) if p == "of"):
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
        return named.value.kind in (NameKind.ACTOR, NameKind.PERSON) or named.value.type == "country" or is_capital(named)
    return (is_body(token) and token.lower_ not in STAYS) or is_people(token) or token.lower_ in HELPED


def is_capital(named: Mention[Name]) -> bool:
    """Whether a town may stand for its state: "ammunition for Kyiv"."""
    who = Participant(named.value.canonical, named.span, named.value)
    return named.value.kind is NameKind.PLACE and as_state(who) is not who


def money_of(scene: Scene, token: Token) -> tuple[Quantity, Span] | None:
    """The sum of money that a token stands for, with its words in the report."""
    count = scene.count_at(token) or scene.count_of(token)
    if count is None or not is_money(count.value.quantity):
        return None
    return count.value.quantity, scene.in_report(count.span)


def in_sterling(money: tuple[Quantity, Span], made: Draft) -> tuple[Quantity, Span]:
    """Pounds that Britain gives are sterling."""
    quantity, span = money
    is_british = made.ids.get("donor.country") == "GB" and singular(quantity.unit or "") == "pound" and is_money(quantity)
    return (replace(quantity, unit="GBP"), span) if is_british else money


def before_goods(scene: Scene, theme: Token) -> Token | None:
    """Whom in "give the Peshmerga equipment", where the parse takes the name for part of the goods."""
    det = child(theme, "det")
    for c in children(theme, "compound", "nmod", "amod"):
        named = scene.name_at(c)
        if named is not None and _is_given_to(scene, named, c):
            return c
        if (
            named is not None
            and named.value.kind is NameKind.ACTOR
            and det is not None
            and det.i == c.i - 1
            and det.lower_ == "the"
        ):
            return c
    return None


def _is_given_to(scene: Scene, named: Mention[Name], token: Token) -> bool:
    """ "granted Somalia 5.2 million dollars": a name right behind the verb, and a number right behind the name."""
    first = next(iter(scene.tokens_of(named.span)), token)
    after = next((t for t in scene.doc[token.i :] if t.idx >= named.span.end), None)
    if first.i == 0 or after is None or token.tag_ not in ("NNP", "NNPS"):
        return False
    before = first.nbor(-1) if first.nbor(-1).lower_ != "the" or first.i < 2 else first.nbor(-2)
    if (
        (before.lower_ in GIVING or before.lower_ in word_set("goods", "verbs_promised"))
        and is_verb(before)
        and (named.value.type == "country" or is_capital(named))
    ):
        return True  # "stopped selling Riyadh arms": a state's own arms would be "Saudi arms"
    return is_verb(before) and (
        after.tag_ in ("CD", "$") or after.lower_ in ("another", "a", "an", "at", "more", "about", "up")
    )


def put_goods(scene: Scene, made: Draft, theme: Token, *, coordinated: bool = True) -> None:
    """Set ``goods`` to the words for what is given, without the sum and without whom it goes to."""
    head = theme
    if theme.lower_ in DELIVERIES:
        head = theme = next((o for p, o in preposition_objects(theme) if p == "of"), theme)
    if head.tag_ in ("WDT", "WP", "WP$", "WRB"):
        return
    count = scene.count_of(theme) or scene.count_at(theme)
    in_money = count is not None and is_money(count.value.quantity)
    if (
        theme.lower_ in AMOUNT_HEADS
        or is_part(theme)
        or theme.lower_ in WEIGHTS
        or theme.tag_ in ("CD", "$")
        or (in_money and theme.lower_ not in word_set("goods", "nouns_money"))
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
        if inner is None or (in_money and inner.tag_ in ("CD", "$")) or _is_sum(scene, inner):
            return
        head = inner
    _, (first, last) = words_of(scene, head, keep=("of",), coordinated=coordinated)
    numbers = [t.i for t in scene.doc[first : head.i] if t.tag_ == "CD" or t.text == "$"]
    given = before_goods(scene, head) or _owner_of(scene, head)
    first = max([first, *(i + 1 for i in numbers), *([given.i + 1] if given is not None else [])])
    while (
        first < head.i
        and count is not None
        and count.span.begin <= scene.doc[first].idx < (count.value.number or count.span).end
    ):
        first += 1
    text = LEADING.sub("", scene.words(first, last).replace("\n", " ").strip())
    made.put("goods", text, scene.at(scene.doc[first], scene.doc[last]))


def _is_sum(scene: Scene, token: Token) -> bool:
    """Whether a token is the number of a sum: "a package of 500 million euros" says nothing of what is given."""
    count = scene.count_at(token)
    return token.tag_ in ("CD", "$") and count is not None and is_money(count.value.quantity)


def _owner_of(scene: Scene, head: Token) -> Token | None:
    """The last word of an owner by name: of "Britain's continued support" the goods are "continued support"."""
    owner = child(head, "poss")
    if owner is None or scene.name_at(owner) is None:
        return None
    return child(owner, "case") or owner


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
    if is_part(theme) and any(p == "of" for p, _ in preposition_objects(theme)):
        return _amount_of_part(scene, theme)
    found = [scene.count_of(t) or scene.count_at(t) for t in conjuncts(theme)]
    below = [
        m
        for m in scene.counts
        if (root := scene.root_of(m.span)) is not None and any(a.i == theme.i for a in [root, *root.ancestors])
    ]
    candidates = [m for m in [*found, *below] if m is not None]
    worth = [m for m in scene.counts if is_money(m.value.quantity) and _is_worth(scene, m.span, theme)]
    candidates += worth
    money = next((m for m in candidates if is_money(m.value.quantity)), None)
    if money is not None and found[0] is not None and _is_of_another(scene, money, theme):
        money = None
    best = money or next(iter(m for m in found if m is not None), None)
    if best is None:
        return None
    part = next(
        (m for m in scene.counts if PART_OF.fullmatch(scene.sentence.text[(m.value.number or m.span).end : best.span.begin])),
        None,
    )
    if part is not None and part.value.quantity.unit in (None, best.value.quantity.unit):
        return replace(part.value.quantity, unit=best.value.quantity.unit), scene.in_report(part.span)
    if FIRST_OF.search(scene.sentence.text[: best.span.begin]):
        return None  # "the first two of eight" are not eight
    quantity = best.value.quantity
    if quantity.unit in ("person", "personnel") and any(DESIGNATION.fullmatch(c.text) for c in children(theme, *BEFORE)):
        quantity = replace(quantity, unit=singular(theme.lower_))  # "36 F-16 fighters" fly
    return quantity, best.span.shift(scene.sentence.span.begin)


def _is_of_another(scene: Scene, money: Mention[Count], theme: Token) -> bool:
    """ "32,000 rifles and a field hospital worth 3.5 million euros": the sum is that of the hospital."""
    root = scene.root_of(money.span)
    over = {a.i for a in root.ancestors} if root is not None else set()
    return any(t.i in over and t.i != theme.i for t in conjuncts(theme))


def _amount_of_part(scene: Scene, part: Token) -> tuple[Quantity, Span] | None:
    """ "two of eight systems" are two, "the first of 31 tanks" no number; money is the money that it is."""
    whole = next((o for p, o in preposition_objects(part) if p == "of"), None)
    count = scene.count_at(part)
    if count is None and whole is not None and child(whole, "nummod") is None:
        count = scene.count_of(whole)
    if count is None:
        return None
    quantity = count.value.quantity
    unit = whole.lower_ if whole is not None and quantity.unit is None else quantity.unit
    return replace(quantity, unit=unit), scene.in_report(count.span)
