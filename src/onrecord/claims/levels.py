"""Force levels: a number of forces that an actor has somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.counting import counting_of
from onrecord.claims.owners import owner_of
from onrecord.claims.participants import participant
from onrecord.claims.phrases import is_force, of_name
from onrecord.claims.places import place_at, places_of
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_forces_of
from onrecord.claims.status import Standing, standing_of
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import subject
from onrecord.claims.tree import ancestors, child, clause_of, conjuncts, is_verb, preposition_objects
from onrecord.claims.wheres import widened
from onrecord.lexicon.words import word_set
from onrecord.model import Count, Kind, Mention, NameKind, Quantity, Span, Status

BRINGING = frozenset(
    "bring brings bringing brought raise raises raising raised take takes taking push pushes pushing lift lifting".split()
)
REMAIN = frozenset("stay stays stayed remain remains remained".split())
HOLD = frozenset(
    """numbers numbered totals totaled have has had keep keeps kept maintain maintains maintained host hosts hosted field fields fielded station stations
    stationed""".split()
)
STAY = frozenset(
    """be is are was were been remain remains remained stay stays stayed serve serves served serving operate operates
    live lived lives stationed deployed based posted present left garrisoned located assigned stand stands stood
    number numbers numbered total totals totaled totalled station stations""".split()
)
PLACED = frozenset("stationed based posted garrisoned deployed".split())
CONSUMED = frozenset({Kind.CASUALTIES, Kind.ATTACK, Kind.ASSISTANCE, Kind.FORCE_CHANGE})
IN_PLACE = ("in", "at", "on", "across", "inside", "near", "throughout", "around", "within")
OTHERS = frozenset("nations countries partners allies members states contributors".split())
CAPS = frozenset(
    """cap capped caps ceiling limit limits maximum authorized authorised allowed allows allow permitted permits""".split()
)


@rule
def claim_force_level(scene: Scene, story: Story) -> Iterator[Draft]:
    """A number of forces that somebody has somewhere, as a state: "about 5,000 soldiers in Iraq", "has 900 troops there",
    "the 2,500 US troops in Iraq", "some 3,000 remain"."""
    taken, gone = _consumed(scene), _gone(scene)
    last: Participant | None = None
    made_before: Draft | None = None
    for mention in scene.counts:
        noun = _counted_force(scene, mention)
        if noun is None or mention.value.quantity.start is not None or mention.value.quantity.to is not None:
            continue
        embedded = noun.i in embedded_level_nouns(scene)
        if noun.i in taken and (not embedded or noun.i in gone):
            continue
        made = _level(scene, story, mention, noun, last)
        if made is None:
            continue
        last = story.force_actor
        if made_before is not None:
            if mention.value.noun is None and noun.dep_ == "conj":
                _share(made_before, made)
            yield made_before
        made_before = made
    if made_before is not None:
        yield made_before


def _share(first: Draft, second: Draft) -> None:
    """ "8,892 in Iraq and 1,720 in Syria" are counted alike and at the same time: what one number has, the other has."""
    for name in ("counting", "measure"):
        for giver, taker in ((first, second), (second, first)):
            if name in giver.args and name not in taker.args:
                taker.put(name, giver.args[name], giver.spans.get(name))
    if second.time is None and first.time is not None:
        second.time, second.spans["time"] = first.time, first.spans["time"]


def embedded_level_nouns(scene: Scene) -> frozenset[int]:
    """Counted forces that a definite phrase presents as being somewhere: "the roughly 700 American troops in Somalia"."""
    found = []
    for mention in scene.counts:
        noun = _counted_force(scene, mention)
        if noun is None:
            continue
        det = child(noun, "det", "poss")
        presented = det is not None and (det.lower_ in ("the", "its", "their") or det.dep_ == "poss")
        if (presented and any(c.lower_ in ("present", "current", "existing", "remaining") for c in noun.children)) or (
            presented and (any(p in IN_PLACE for p, _ in preposition_objects(noun)) or child(noun, "acl", "relcl") is not None)
        ):
            found.append(noun.i)
    return frozenset(found)


def _consumed(scene: Scene) -> frozenset[int]:
    """Nouns that another predicate counts: the killed, the trained, the withdrawn."""
    found: set[int] = set()
    for frame in scene.frames:
        if frame.trigger.kind not in CONSUMED or frame.trigger.fields.get("frame") == "none":
            continue
        if frame.trigger.lemma == "leave" and frame.passive:
            continue
        if frame.trigger.kind is Kind.FORCE_CHANGE:
            found.update(t.i for o in frame.objects("to", "from", "by") for t in conjuncts(o))
        for token in (frame.theme, frame.agent if not frame.passive and frame.trigger.kind is not Kind.ASSISTANCE else None):
            if token is not None:
                found.update(t.i for t in conjuncts(token))
    return frozenset(found)


def _gone(scene: Scene) -> frozenset[int]:
    """Forces that have left: "the 300 soldiers who were left there moved out" says how many there are no more."""
    return frozenset(
        frame.agent.i
        for frame in scene.frames
        if frame.trigger.kind is Kind.FORCE_CHANGE
        and frame.trigger.fields.get("direction") == "decrease"
        and not frame.is_nominal
        and frame.agent is not None
        and standing_of(frame.head).status is Status.ACTUAL
    )


def _counted_force(scene: Scene, mention: Mention[Count]) -> Token | None:
    """The token that stands for the counted forces: their noun, or the bare number that carries the unit over."""
    quantity = mention.value.quantity
    if mention.value.noun is not None:
        noun = scene.root_of(mention.value.noun)
        if noun is None or quantity.unit == "percent":
            return None
        if quantity.unit == "personnel" or is_force(noun) or _is_member_of_force(scene, noun):
            return noun
        return None
    root = scene.root_of(mention.span)
    if root is not None and root.dep_ == "nummod" and is_force(root.head):
        return root.head
    if (
        root is not None
        and root.tag_ == "CD"
        and root.head.lower_ in ("numbers", "numbered", "totals", "totaled")
        and _is_plain(quantity)
    ):
        return root
    if root is not None and quantity.unit is None and _is_plain(quantity) and _is_bare_subject(scene, mention, root):
        return root
    return root if quantity.unit == "personnel" else None


def _is_member_of_force(scene: Scene, noun: Token) -> bool:
    """ "It has some 600 members", "more than 700 Americans are posted there"."""
    if noun.lower_ in ("member", "members", "people", "men"):
        placed = noun.dep_ == "nsubjpass" and noun.head.lower_ in PLACED
        return placed or (noun.dep_ == "dobj" and noun.head.lower_ in HOLD)
    named = scene.name_at(noun)
    return named is not None and named.value.type in ("state", "country") and noun.tag_ in ("NNPS", "NNS") and _stays(noun)


def _is_bare_subject(scene: Scene, mention: Mention[Count], root: Token) -> bool:
    """Whether a number without a noun stands before "will stay", "remain" or the like as who stays."""
    if _stays(root) and root.dep_ in ("nsubj", "nsubjpass", "conj"):
        return True
    after = next((t for t in scene.doc if t.idx >= mention.span.end), None)
    while after is not None and after.dep_ in ("aux", "neg", "advmod", "auxpass") and after.i + 1 < len(scene.doc):
        after = after.nbor(1)
    return after is not None and after.lower_ in REMAIN


def _is_plain(quantity: Quantity) -> bool:
    """Whether a bare number is large enough to be of forces: "between 2,500 and 3,000 will stay"."""
    return max(quantity.numbers.values()) >= 100


def _stays(noun: Token) -> bool:
    verb = _verb_of(noun)
    return verb is not None and verb.lower_ in STAY


def _verb_of(noun: Token) -> Token | None:
    """The verb of the noun's clause; of "are expected to stay" the staying."""
    verb = clause_of(noun)
    stays = child(verb, "xcomp") if verb is not None and noun.dep_ in ("nsubj", "nsubjpass") and noun.head.i == verb.i else None
    return stays if stays is not None and stays.lower_ in STAY else verb


def _level(scene: Scene, story: Story, mention: Mention[Count], noun: Token, last: Participant | None) -> Draft | None:
    verb = _verb_of(noun)
    topic = _topic(noun, verb)
    places = _where(scene, story, topic, verb)
    actor = _whose(scene, story, topic, verb) or last
    bare = noun.tag_ == "CD" and story.force_actor is not None and _is_bare_subject(scene, mention, noun)
    bare = bare or topic.i != noun.i
    state = noun.i in embedded_level_nouns(scene) or places or bare or _is_state(noun, verb)
    if not state or (actor is None and not places and not bare):
        return None
    actor = actor or (story.force_actor if noun.lower_ != "fighters" else None)
    embedded = noun.i in embedded_level_nouns(scene)
    made = draft(scene, Kind.FORCE_LEVEL, name_of(claim_force_level), noun, None if embedded else verb, status=verb or noun)
    if embedded:
        made.standing = Standing(Status.ACTUAL)
        made.spans.pop("status", None)
        if "time" in made.spans and not _is_within(scene, made.spans["time"], noun):
            made.time = None
            made.spans.pop("time")
    made.put("actor", as_forces_of(actor))
    _put_place(scene, made, places, story)
    quantity = mention.value.quantity
    made.count(quantity.with_unit(_unit(noun, quantity)), mention.span.shift(scene.sentence.span.begin))
    made.put("measure", _measure(noun, verb, topic))
    counted = counting_of(scene, noun, mention.span)
    if counted is not None:
        made.put("counting", counted[0], scene.in_report(counted[1]))
    story.force_actor = actor or story.force_actor
    _keep_place(story, places)
    if made.args.get("actor") is None and story.force_actor is not None:
        made.put("actor", story.force_actor)
    return made


def _keep_place(story: Story, places: list[Participant]) -> None:
    """The country or region that the forces are in, for the sentences that leave it out; a base does not stand for it."""
    named = [p for p in places if p.name is not None and p.name.kind is not NameKind.SITE]
    story.force_place = named[0] if named else story.force_place


def _unit(noun: Token, quantity: Quantity) -> str:
    return quantity.unit or "personnel" if noun.lower_ in word_set("people", "nouns_asset") else "personnel"


def _put_place(scene: Scene, made: Draft, places: list[Participant], story: Story) -> None:
    for where in [widened(scene, place) for place in places]:
        made.put("site" if where.name is not None and where.name.kind is NameKind.SITE else "place", where)
        if "place" in made.args:
            return
    if not places and story.force_place is not None:
        made.put("place", story.force_place)


def _where(scene: Scene, story: Story, noun: Token, verb: Token | None) -> list[Participant]:
    found = _right_after(scene, story, noun) or places_of(scene, story, noun, prepositions=IN_PLACE)
    acl = child(noun, "acl", "relcl")
    if not found and acl is not None:
        found = places_of(scene, story, acl, prepositions=IN_PLACE)
    if not found and verb is not None and (verb.lower_ in STAY or verb.lower_ in HOLD) and noun.dep_ != "conj":
        found = places_of(scene, story, verb, prepositions=IN_PLACE)
    return found


def _right_after(scene: Scene, story: Story, noun: Token) -> list[Participant]:
    """The place that follows the number or its noun at once: "1,100 in Niger, 900 in Chad and 300 in Gabon"."""
    following = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    if following is None or following.lower_ not in IN_PLACE:
        return []
    inside = child(following, "pobj")
    inside = inside if inside is not None and inside.i - following.i <= 5 else None
    return [where for t in conjuncts(inside) if (where := place_at(scene, story, t)) is not None] if inside is not None else []


def _whose(scene: Scene, story: Story, noun: Token, verb: Token | None) -> Participant | None:
    owner = owner_of(scene, story, noun)
    if owner is not None:
        return owner
    named = scene.name_at(noun)
    if named is not None and named.value.kind in (NameKind.ACTOR, NameKind.PLACE):
        return participant(scene, story, noun)
    holds = verb is not None and verb.lower_ in HOLD and noun.dep_ == "dobj"
    following = noun.nbor(1) if noun.i + 1 < len(noun.doc) and not holds else None
    after = child(following, "pobj") if following is not None and following.lower_ == "from" else None
    if after is not None and (after.lower_ in OTHERS or scene.name_at(after) is not None):
        return participant(scene, story, after)
    if verb is not None and verb.lower_ in ("be", "is", "are", "was", "were") and noun.dep_ not in ("nsubj", "attr"):
        who = subject(verb)
        named = scene.name_at(who) if who is not None else None
        if named is not None and named.value.kind in (NameKind.ACTOR, NameKind.PLACE):
            return of_name(scene, named)
    if verb is not None and verb.lower_ in HOLD and noun.dep_ in ("dobj", "conj", "appos"):
        who = subject(verb)
        return participant(scene, story, who) if who is not None and who.i != noun.i else None
    return None


def _is_state(noun: Token, verb: Token | None) -> bool:
    """Whether the clause says that they are, stay or are had."""
    if verb is None or any(c.lower_ in ("home", "out", "gone", "due") for c in verb.children):
        return False
    if verb.lower_ in HOLD:
        return noun.dep_ == "dobj"
    return verb.lower_ in STAY and noun.dep_ in ("nsubj", "nsubjpass", "attr", "conj", "dobj")


def _is_within(scene: Scene, span: Span, noun: Token) -> bool:
    """Whether words of the report belong to the noun phrase."""
    last = scene.at(max(noun.subtree, key=lambda t: t.i))
    return span.begin >= scene.at(min(noun.subtree, key=lambda t: t.i)).begin and span.end <= last.end


@rule
def claim_total(scene: Scene, story: Story) -> Iterator[Draft]:
    """A total that is reached: "bringing the number of African Union troops there to 9,000"."""
    for verb in scene.tokens:
        total = child(verb, "dobj") if verb.lower_ in BRINGING else None
        if total is None or total.lower_ not in ("total", "number", "strength"):
            continue
        reached = next(
            (m for p, o in preposition_objects(verb) if p == "to" and (m := scene.count_at(o) or scene.count_of(o))), None
        )
        forces = next((o for p, o in preposition_objects(total) if p == "of" and is_force(o)), None)
        if reached is None or forces is None:
            continue
        made = draft(scene, Kind.FORCE_LEVEL, name_of(claim_total), verb, total)
        made.put("actor", as_forces_of(_whose(scene, story, forces, None) or story.force_actor))
        _put_place(scene, made, _where(scene, story, forces, verb), story)
        made.count(reached.value.quantity.with_unit("personnel"), scene.in_report(reached.span))
        yield made


def _topic(noun: Token, verb: Token | None) -> Token:
    """What a bare number is of: "the number of American troops was 4,565", "the cap on troops is 5,262"."""
    head = child(verb, "nsubj") if verb is not None and noun.tag_ == "CD" and noun.dep_ == "attr" else None
    if head is None and noun.tag_ == "CD" and noun.dep_ == "pobj" and noun.head.lower_ in ("of", "at"):
        head = noun.head.head
        head = child(head, "nsubjpass", "nsubj") or head if is_verb(head) else head
    if head is None or head.i == noun.i:
        return noun
    return next((o for p, o in preposition_objects(head) if p in ("of", "on", "for") and is_force(o)), head)


def _measure(noun: Token, verb: Token | None, topic: Token) -> str | None:
    """Whether the number is a ceiling: by its own noun, what it stands under, or a verb of allowing."""
    governs = noun.dep_ in ("dobj", "nsubjpass") or (noun.dep_ == "pobj" and noun.head.lower_ == "at")
    own = [noun, topic, *noun.children, *([verb] if verb is not None and governs else [])]
    above = [t for t in ancestors(noun) if not is_verb(t)][:4] + [t for t in ancestors(topic) if not is_verb(t)][:3]
    return "cap" if any(t.lower_ in CAPS for t in (*own, *above)) else None
