"""Where an event took place: the places of its words and of the operation that it was part of, with the larger places named."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.claims.phrases import is_body, words_of
from onrecord.claims.places import place_at, places_by_order, places_of
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import children, conjuncts, is_noun, is_verb, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Mention, Name, NameKind
from onrecord.nlp.tokens import Token

NEAR = ("in", "at", "near", "on", "outside", "inside", "around", "across", "into", "within", "throughout", "of")
TOWNWARDS = ("in", "near", "at", "off", "outside", "around")
EVENT = ("during", "in", "after", "by", "following", "amid", "as", "from", "for", "with")
SIZES = {"country": 5, "region": 4, "admin1": 4, "district": 3, "admin2": 3, "city": 2, "capital": 2, "town": 1, "village": 1}
BETWEEN = re.compile(r"\s*,\s*(?:in\s+)?(?:the\s+)?|\s+(?:of|in)\s+(?:the\s+)?(?:[a-z]+\s+)?")
APART = re.compile(r"['’]s\s+")
OPENING = re.compile(r"(?:.*\)\W*)?(?:also\s+|operating\s+|meanwhile\s+)?in\s+(?:the\s+)?", re.IGNORECASE)
MAX_STEPS = 4


def place_of_event(scene: Scene, story: Story, *heads: Token | None, avoid: str | None = None) -> Participant | None:
    """The place of an event, by the phrases on its words, then by those of its verb's other events ("during an operation in
    Khost"), then the one place that the sentence names, each with the larger places beside it ("Andar district, Ghazni")."""
    near = tuple(p for p in NEAR if p != "of")
    found = places_of(scene, story, *heads, prepositions=near)
    if not found:
        found = [p for token in _events(heads) for p in places_of(scene, story, token, prepositions=near)]
    if not found:
        found = _unknown_towns(scene, story, *heads)
    if not found:
        ordered = places_by_order(scene, story)
        found = (
            ordered if len({p.text for p in ordered}) == 1 or _are_nested(scene, ordered) or _opens_with(scene, near) else []
        )
    places = [p for p in found if p.text != avoid and not _is_owner(scene, p)]
    return _narrowest(scene, [_as_written(scene, p) for p in places])


def _unknown_towns(scene: Scene, story: Story, *heads: Token | None) -> list[Participant]:
    """ "a house in Miran Shah", "hit by a missile off Mokha": a name right after "in" and the like that nothing else is known by."""
    found = []
    for head in heads:
        for token in (head, *(o for _, o in preposition_objects(head))) if head is not None else ():
            for prep, obj in preposition_objects(token):
                if prep in TOWNWARDS and obj.tag_ == "NNP" and scene.name_at(obj) is None and _may_be_town(scene, obj):
                    text, (first, last) = words_of(scene, obj, keep=(), coordinated=False)
                    found.append(Participant(text, scene.at(scene.doc[first], scene.doc[last])))
    return found


def _may_be_town(scene: Scene, token: Token) -> bool:
    dated = any(m.span.begin <= token.idx < m.span.end for m in scene.dates)
    described = any(c.dep_ in ("det", "nummod", "amod", "poss") for c in token.children)
    named = any(scene.name_at(c) is not None for c in token.children)
    return (
        token.text.isalpha() and token.text[1:].islower() and not dated and not described and not named and not is_body(token)
    )


def _as_written(scene: Scene, place: Participant) -> Participant:
    """ "Near Al Asad": a place keeps the words of the text, for what has the name of a site may be the town beside it."""
    mention = next((m for m in scene.names if scene.in_report(m.span) == place.span), None)
    written = mention.span.cut(scene.sentence.text) if mention is not None else ""
    is_said = bool(set(written.lower().split()) & word_set("people", "nouns_site"))
    if mention is None or mention.value.kind is not NameKind.SITE or is_said or not written.istitle():
        return place
    return Participant(written, place.span, place.name)


def _opens_with(scene: Scene, words: tuple[str, ...]) -> bool:
    """Whether the first word of a sentence is one of these; its dateline leaves blanks before it."""
    return next((t.lower_ for t in scene.doc if not t.is_space), "") in words


def _narrowest(scene: Scene, places: list[Participant]) -> Participant | None:
    """The first place, or the smaller one that stands with a province or country ("In Ghazni, … in Andar district")."""
    if not places:
        return None
    sized = [(SIZES[p.name.type or ""], p) for p in places if p.name is not None and (p.name.type or "") in SIZES]
    wide = bool(sized) and sized[0][1] is places[0] and sized[0][0] >= SIZES["region"]
    return widened(scene, min(sized, key=lambda pair: pair[0])[1] if wide else places[0])


def _is_owner(scene: Scene, place: Participant) -> bool:
    """ "in a United States operation", "in an Afghan raid": whose it is, not where."""
    mention = next((m for m in scene.names if scene.in_report(m.span) == place.span), None)
    root = scene.root_of(mention.span) if mention is not None else None
    if root is None or root.dep_ not in ("compound", "nmod", "amod", "poss") or (mention and mention.value.type != "country"):
        return False
    return root.head.lower_ in word_set("attack", "nouns_strike") | word_set("attack", "operations")


def widened(scene: Scene, place: Participant) -> Participant:
    """A place with the larger ones that the text names right after it: "Andar district, Ghazni province"."""
    at = next((n for n, m in enumerate(scene.names) if scene.in_report(m.span).overlaps(place.span)), None)
    if at is None:
        return place
    text, span, last = place.text, place.span, scene.names[at]
    for mention in scene.names[at + 1 : at + 1 + MAX_STEPS]:
        if not _lies_in(scene, last, mention):
            break
        text, span, last = f"{text}, {mention.value.canonical}", span.join(scene.in_report(mention.span)), mention
    around = _around(scene, at, last) if at > 0 else None
    return replace(place, text=f"{text}, {around}" if around else text, span=span)


def _around(scene: Scene, at: int, last: Mention[Name]) -> str | None:
    """A larger place named before: "Nimroz province's Khash Rod district", "In Paktika province, a patrol … in Orgun district"."""
    before, text = scene.names[at - 1], scene.sentence.text
    if _is_larger(before, last) and APART.fullmatch(text[before.span.end : scene.names[at].span.begin]):
        return before.value.canonical
    first = next((m for m in scene.names if m.value.kind is NameKind.PLACE), None)
    if first is None or first.span.begin >= scene.names[at].span.begin or not _is_larger(first, last):
        return None
    opens = OPENING.fullmatch(text[: first.span.begin].rpartition("\n")[2])
    return first.value.canonical if opens and text[first.span.end : first.span.end + 1] in (",", " ") else None


def _is_larger(outer: Mention[Name], inner: Mention[Name]) -> bool:
    return outer.value.kind is NameKind.PLACE and SIZES.get(outer.value.type or "", 0) > SIZES.get(inner.value.type or "", 0)


def _lies_in(scene: Scene, inner: Mention[Name], outer: Mention[Name]) -> bool:
    """Whether the text gives a place as part of a larger one, next to it."""
    if outer.value.kind is not NameKind.PLACE or inner.value.kind not in (NameKind.PLACE, NameKind.SITE):
        return False
    if None not in (inner.value.country, outer.value.country) and inner.value.country != outer.value.country:
        return False
    if outer.span.begin < inner.span.end or not BETWEEN.fullmatch(scene.sentence.text[inner.span.end : outer.span.begin]):
        return False
    if inner.value.type == "district" and outer.value.type in ("city", "capital"):
        return True  # "Zharay district, Kandahar": the larger city gives its name to what lies around it
    return SIZES.get(outer.value.type or "", 0) > (
        SIZES.get(inner.value.type or "", 0) if inner.value.kind is NameKind.PLACE else 0
    )


def _are_nested(scene: Scene, places: list[Participant]) -> bool:
    """Whether the later of these places are the larger ones of the first."""
    return bool(places) and all(p.text in widened(scene, places[0]).text for p in places)


def _events(heads: tuple[Token | None, ...]) -> list[Token]:
    """The nouns of events around a verb, with what is said of them: "killed during an operation in search of …"."""
    found: list[Token] = []
    for head in heads:
        for verb in _clauses(head):
            for prep, obj in preposition_objects(verb):
                if prep in EVENT and is_noun(obj):
                    found += [obj, *children(obj, "acl", "relcl")]
                    found += [inner for _, inner in preposition_objects(obj) if is_noun(inner)]
            found += [c for c in children(verb, "advcl", "dobj", "xcomp", "conj") if c.i > verb.i]
    return found


def _clauses(head: Token | None) -> list[Token]:
    """A word and the verbs above it in its clause: what a participle is said with shares its place."""
    found: list[Token] = []
    for _ in range(3):
        if head is None:
            break
        found.append(head)
        if head.dep_ not in ("advcl", "conj", "dobj", "nsubj", "nsubjpass", "xcomp", "pcomp", "prep", "pobj", "acl"):
            break
        head = head.head
    return [t for t in found if is_verb(t) or is_noun(t)]


def near_name(scene: Scene, story: Story, token: Token | None) -> Participant | None:
    """The place that one of these conjuncts names, with the larger ones."""
    if token is None:
        return None
    found = next((p for t in conjuncts(token) if (p := place_at(scene, story, t)) is not None), None)
    return widened(scene, found) if found is not None else None
