"""Assistance: money, goods, arms, training and relief, pledged, provided, requested, sold."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame, agent_phrase, subject
from onrecord.claims.participants import (
    LEADING,
    as_state,
    is_body,
    is_force,
    is_people,
    joined,
    of_name,
    owner_of,
    participant,
    words_of,
)
from onrecord.claims.scene import Scene
from onrecord.claims.status import Standing
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import child, children, conjuncts, preposition_objects
from onrecord.lexicon.triggers import triggers_by_form
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind, Quantity, Span, Status

PROMISES = frozenset({"pledged", "requested"})
DELIVERIES = frozenset(
    "transfer delivery provision sale shipment purchase airdrop airdrops deliveries shipments sales transfers funding donation".split()
)
HELPED = frozenset(
    "partner partners ally allies town city village region area community communities families country countries".split()
)
CONTAINS = frozenset("contains contain contained includes include included comprises comprise comprised covers covered".split())
PACKAGES = frozenset("package aid assistance shipment tranche delivery consignment drawdown equipment".split())
AMOUNT_HEADS = frozenset(["worth", "amount", "total", "sum", "value", "package", "series", "number"])


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
        theme = next((o for o in frame.objects("for") if _money(scene, o) is not None), None)
        return _goods(scene, story, frame, theme) if theme is not None else None
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
    if (pattern == "recipient" and _is_helped(scene, story, theme)) or (
        pattern == "both" and frame.objects("with") and _is_helped(scene, story, theme)
    ):
        return _helped(scene, story, frame, theme)
    return None


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


def _is_helped(scene: Scene, story: Story, token: Token) -> bool:
    named = scene.name_at(token)
    if token.tag_ == "PRP":
        who = participant(scene, story, token) if token.lower_ in ("them", "him", "it") else None
        return who is not None and who.name is not None
    if named is not None:
        return named.value.kind in (NameKind.ACTOR, NameKind.PERSON) or named.value.type == "country"
    return is_body(token) or is_people(token) or token.lower_ in HELPED


def _goods(scene: Scene, story: Story, frame: Frame, theme: Token) -> Draft | None:
    recipient = _recipient(scene, story, frame, theme)
    donor = _donor(scene, story, frame)
    money = _amount(scene, theme)
    if theme.lower_ in PACKAGES:
        donor, recipient = donor or story.donor, recipient or story.recipient
    if recipient is None and money is None and not (donor and donor.name):
        return None
    if donor is None and recipient is None:
        return None
    made = _draft(scene, frame, theme)
    made.put("donor", as_state(donor))
    made.put("recipient", recipient)
    _put_goods(scene, made, theme)
    made.count(*(money or (None, None)))
    story.donor, story.recipient = as_state(donor) or story.donor, recipient or story.recipient
    return made


def _sum(scene: Scene, story: Story, frame: Frame, theme: Token) -> Draft | None:
    """ "will increase its support to Iraq by £20 million", "assistance amounts to about $9.8 billion": a sum beside the aid."""
    if theme.lower_ not in word_set("goods", "nouns_money"):
        return None
    money = next((m for _, o in frame.obliques if (m := _money(scene, o)) is not None), None)
    if money is None:
        return None
    owner = next((c for c in children(theme, "poss", "amod", "compound", "nmod") if scene.name_at(c) or c.tag_ == "PRP$"), None)
    donor = participant(scene, story, owner) or (_donor(scene, story, frame) if frame.agent is not theme else None)
    made = _draft(scene, frame, theme)
    made.put("donor", as_state(donor) or story.donor)
    made.put("recipient", _recipient(scene, story, frame, theme) or story.recipient)
    text, (first, last) = words_of(scene, theme, keep=())
    made.put("goods", text, scene.at(scene.doc[first], scene.doc[last]))
    made.count(*money)
    return made if "donor" in made.args or "recipient" in made.args else None


def _money(scene: Scene, token: Token) -> tuple[Quantity, Span] | None:
    count = scene.count_at(token) or scene.count_of(token)
    if count is None or not (count.value.quantity.unit or "").isupper():
        return None
    return count.value.quantity, scene.in_report(count.span)


@rule
def claim_package(scene: Scene, story: Story) -> Iterator[Draft]:
    """What a package of aid contains, each thing with its number: "The package includes 20 mortars and 1,000 missiles"."""
    for verb in scene.doc:
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
            _put_goods(scene, made, token, coordinated=False)
            count = scene.count_of(token)
            made.count(count.value.quantity if count else None, scene.in_report(count.span) if count else None)
            yield made


def _helped(scene: Scene, story: Story, frame: Frame, theme: Token) -> Draft | None:
    donor = _donor(scene, story, frame)
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
    elif frame.trigger.lemma == "train":
        made.put("goods", "training", scene.at(frame.head))
    count = scene.count_of(theme)
    if count is not None:
        made.count(count.value.quantity, count.span.shift(scene.sentence.span.begin))
    return made


def _received(scene: Scene, story: Story, frame: Frame, theme: Token) -> Draft | None:
    if not is_goods(scene, theme) or frame.agent is None:
        return None
    recipient = participant(scene, story, frame.agent)
    donor = next((participant(scene, story, o) for o in frame.objects("from")), None)
    if recipient is None or (donor is None and recipient.name is None):
        return None
    made = _draft(scene, frame, theme)
    made.put("donor", donor)
    made.put("recipient", recipient)
    _put_goods(scene, made, theme)
    made.count(*(_amount(scene, theme) or (None, None)))
    return made


def _by_noun(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    """ "U.S. support for the Iraqi army", "its assistance to the Peshmerga", "Russian air support"."""
    if frame.trigger.lemma in DELIVERIES:
        return _delivery(scene, story, frame)
    recipient_head = next(iter([o for p, o in preposition_objects(frame.head) if p in ("to", "for")]), None)
    if frame.head.dep_ == "dobj" and any(
        f.head.i == frame.head.head.i and f.trigger.kind is Kind.ASSISTANCE for f in scene.frames
    ):
        return None
    owner = next(
        (c for c in children(frame.head, "poss", "amod", "compound", "nmod") if scene.name_at(c) or c.tag_ == "PRP$"), None
    )
    if recipient_head is None or owner is None or not _is_helped(scene, story, recipient_head):
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
    money = next((m for p, o in preposition_objects(frame.head) if p == "of" and (m := _money(scene, o)) is not None), None)
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
    _put_goods(scene, made, goods)
    count = scene.count_of(frame.head)
    made.count(*(_amount(scene, goods) or ((count.value.quantity, scene.in_report(count.span)) if count else (None, None))))
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


def _donor(scene: Scene, story: Story, frame: Frame) -> Participant | None:
    """Who gives: the agent, the "from" phrase, or who funds it ("…, funded by the ministry")."""
    if frame.agent is not None:
        who = joined(scene, story, frame.agent)
        if who is not None and (
            who.name is not None
            or is_people(frame.agent)
            or is_body(frame.agent)
            or frame.agent.tag_ in ("NNP", "NNPS", "PRP")
            or frame.agent.lower_ in HELPED | {"agencies", "groups"}
        ):
            return who
    for token in scene.doc:
        if (
            token.lower_ in ("funded", "financed", "donated", "provided", "paid")
            and token.i != frame.head.i
            and token.tag_ == "VBN"
        ):
            by = agent_phrase(token)
            if by is not None:
                return participant(scene, story, by)
    source = next(
        (o for o in frame.objects("from") if (m := scene.name_at(o)) is None or m.value.kind is not NameKind.SITE), None
    )
    return participant(scene, story, source)


def _before_goods(scene: Scene, theme: Token) -> Token | None:
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


def _recipient(scene: Scene, story: Story, frame: Frame, theme: Token) -> Participant | None:
    given = _before_goods(scene, theme)
    if given is not None:
        named = scene.name_at(given)
        return of_name(scene, named) if named is not None else None
    dative = child(frame.head, "dative")
    if dative is not None and not dative.tag_.startswith(("IN", "TO")):
        return joined(scene, story, dative)
    for wanted in (("to",), ("for",), ("with",)):
        for obj in frame.objects(*wanted):
            if (
                _is_helped(scene, story, obj)
                or scene.name_at(obj) is not None
                or (wanted == ("to",) and obj.tag_ in ("NNP", "NNPS"))
            ):
                return joined(scene, story, obj)
    return _anywhere(scene, story, theme)


def _anywhere(scene: Scene, story: Story, theme: Token) -> Participant | None:
    """A "to" or "for" phrase that the parse hung on a date or another noun behind the goods."""
    for token in scene.doc[theme.i :]:
        if token.text in (",", ";", ":") and any(
            t.lower_ in word_set("speech", "verbs_say") for t in scene.doc[token.i : token.i + 12]
        ):
            return None
        if token.lower_ in ("to", "for") and token.dep_ in ("prep", "dative"):
            obj = child(token, "pobj")
            if obj is not None and _is_helped(scene, story, obj) and (scene.name_at(obj) or owner_of(scene, story, obj)):
                return joined(scene, story, obj)
    return None


def _put_goods(scene: Scene, made: Draft, theme: Token, *, coordinated: bool = True) -> None:
    head = theme
    if theme.lower_ in DELIVERIES:
        head = theme = next((o for p, o in preposition_objects(theme) if p == "of"), theme)
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
    given = _before_goods(scene, head)
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


def _amount(scene: Scene, theme: Token) -> tuple[Quantity, Span] | None:
    """The sum of money in the phrase, else the number of things."""
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
