"""How a site is written: its name, the words for it with its town, what "it" and "the base" stand for; and where it lies."""

from __future__ import annotations

import re

from onrecord.claims.bases import counted_sites, is_bare_count, is_town, site_before
from onrecord.claims.frames import Frame
from onrecord.claims.phrases import of_name, words_of
from onrecord.claims.places import place_at, places_of
from onrecord.claims.pronouns import resolve_pronoun
from onrecord.claims.scene import Scene
from onrecord.claims.site_names import NAME
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import child, children, phrase_bounds
from onrecord.finders.names.listed import adjective
from onrecord.lexicon.words import word_set
from onrecord.model import NameKind, Span, Step
from onrecord.nlp.tokens import Token

WHERE = ("in", "near", "at", "outside", "inside", "on")
BY_MISSIONS = frozenset("embassy consulate embassies consulates".split())
TOWN = re.compile(
    rf"\s+(?P<prep>at|in|near|outside)\s+(?:the\s+(?:town|village|city|port|district|outskirts)\s+of\s+)?(?P<name>{NAME})"
)
WITHIN = re.compile(rf"(?:,\s+(?:in\s+)?|\s+in\s+)(?:the\s+)?(?P<name>{NAME})")
AFAR = re.compile(
    r"\b(?:north|south|east|west|northeast|northwest|southeast|southwest|north-\w+|south-\w+|kilomet\w+|km|miles?)\s+(?:of|from|to)\s+\Z",
    re.IGNORECASE,
)


def site_words(scene: Scene, story: Story, frame: Frame, token: Token) -> Participant | None:
    """The site that a token means: a known name, the base of the story, else its words with whose or where it is."""
    if token.tag_ == "PRP" or token.lower_ == "keys":
        return site_before(scene, story, token)
    if is_bare_count(token):
        return counted_sites(scene, story, token)
    named = scene.name_at(token)
    if (
        named is not None
        and named.value.kind in (NameKind.SITE, NameKind.PLACE)
        and (scene.root_of(named.span) or token).i == token.i
    ):
        return of_name(scene, named)
    if _is_the_site(token) and (before := _told_of_before(scene, token)) is not None:
        return before.by(Step.DEFINITE, scene.at(token))
    if _is_the_site(token) and story.site is not None:
        return Participant(story.site.text, scene.at(token), story.site.name)
    whole = frame.theme if frame.theme is not None and frame.theme.lower_ == "number" else token
    text, (first, last) = words_of(scene, whole, keep=("of", "at"), coordinated=False)
    text = _with_owner(scene, story, token, text)
    return _where_it_lies(scene, story, token, Participant(text, scene.at(scene.doc[first], scene.doc[last])))


def _where_it_lies(scene: Scene, story: Story, token: Token, site: Participant) -> Participant:
    """ "camp in Timbuktu", "bases in northern Mali": where nothing else tells which base is meant, its place does."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    is_told = any(c.tag_.startswith("NNP") or scene.name_at(c) is not None for c in children(token, "compound", "amod", "poss"))
    if after is None or after.lower_ not in ("in", "at") or token.lower_ not in word_set("sites", "nouns_base"):
        return site
    where = child(after, "pobj")
    if (
        after.lower_ == "at"
        and after.head.i != token.i
        and not is_told
        and (town := _town_behind(scene, story, token)) is not None
    ):
        return Participant(f"{site.text} at {town.text.split(', ')[0]}", site.span.join(town.span))
    if is_told or where is None or token.lower_ in BY_MISSIONS or place_at(scene, story, where) is None:
        return site
    first, last = phrase_bounds(where, skip=("prep", "relcl", "acl", "appos", "conj", "cc"))
    if f" {after.lower_} " in f" {site.text} ":
        return site
    return Participant(f"{site.text} {scene.words(after.i, last)}", site.span.join(scene.at(scene.doc[first], scene.doc[last])))


def _is_the_site(token: Token) -> bool:
    """ "the camp", "their post": the one that the story has named."""
    det = child(token, "det", "poss")
    pointing = det is not None and det.lower_ in ("the", "this", "that")
    return (
        pointing
        and token.tag_ == "NN"
        and token.lower_ not in BY_MISSIONS
        and not children(token, "amod", "compound", "prep", "nmod")
    )


def _told_of_before(scene: Scene, token: Token) -> Participant | None:
    """The site that the sentence has told of before it says "the base": by a name, or by a noun with more words to it."""
    nouns = word_set("people", "nouns_site") | word_set("sites", "nouns_of_pairs")
    for before in reversed(scene.tokens[: token.i]):
        named = scene.name_at(before)
        if named is not None and named.value.kind is NameKind.SITE:
            return of_name(scene, named)
        if before.lower_ not in nouns or before.tag_ != "NN" or not children(before, "compound") or named is not None:
            continue
        text, (first, last) = words_of(scene, before, keep=("at",), coordinated=False)
        text = text.removeprefix("whose ")
        return Participant(text, scene.at(scene.doc[first], scene.doc[last]))
    return None


def _with_owner(scene: Scene, story: Story, token: Token, text: str) -> str:
    """ "its embassy" of the United States is "US embassy"."""
    owner = child(token, "poss")
    who = resolve_pronoun(scene, story, owner) if owner is not None and owner.tag_ == "PRP$" else None
    if who is None or who.name is None or token.lower_ not in BY_MISSIONS:
        return text
    return f"{adjective(who.name)} {text}" if who.name.country and who.name.type in ("state", "country") else text


def site_place(scene: Scene, story: Story, frame: Frame, token: Token, site: Participant) -> Participant | None:
    """Where a site lies: the town right behind its noun, known or not, else the nearest place that is told with it or its verb."""
    own = _town_behind(scene, story, token)
    if own is not None and own.text != site.text:
        return own
    beside = token.head.dep_ != "prep" and any(t.i != token.i and t.i > token.i for t in children(token, "conj"))
    before = frame.theme if frame.trigger.fields.get("frame") == "into" else None
    if before is not None and (own := _town_behind(scene, story, before)) is not None:
        return own
    heads = (token,) if beside else (token, frame.head)
    found = [p for p in places_of(scene, story, *heads, prepositions=WHERE) if p.text != site.text and not _is_afar(scene, p)]
    return next((p for p in found if not _is_weekday_like(p)), None)


def _is_weekday_like(place: Participant) -> bool:
    return place.name is None and place.text.lower() in ("front", "zone", "border")


def _is_afar(scene: Scene, place: Participant) -> bool:
    """ "130 km south of Hodeidah": how far off the place is, and not the place."""
    begin = place.span.begin - scene.sentence.span.begin
    return AFAR.search(scene.sentence.text.replace("\n", " ")[: max(0, begin)]) is not None


def _town_behind(scene: Scene, story: Story, token: Token) -> Participant | None:
    """ "base at Khokha", "outpost at Sirwah in Marib": the town by its words, with the larger place that follows."""
    text = scene.sentence.text.replace("\n", " ")
    match = TOWN.match(text, token.idx + len(token))
    if match is None:
        return None
    span = Span(match.start("name"), match.end("name"))
    root = scene.root_of(span)
    known = next((m for m in scene.names if m.span.overlaps(span)), None)
    if root is None or any(m.span.overlaps(span) for m in scene.dates):
        return None
    if known is not None and known.value.kind is not NameKind.PLACE:
        return None
    if known is not None and known.span != span:
        longer = known.span.end == span.end and known.span.begin > span.begin and not re.search(r"['’]", match["name"])
        return Participant(match["name"], scene.in_report(span)) if longer else of_name(scene, known)
    if known is None and (root.dep_ in ("compound", "poss") or not is_town(scene, root, story)):
        return None
    first = of_name(scene, known) if known is not None else Participant(match["name"], scene.in_report(span))
    wider = WITHIN.match(text, match.end())
    larger = next((m for m in scene.names if wider and m.span.begin == wider.start("name")), None)
    if larger is None or larger.value.kind is not NameKind.PLACE:
        return first
    joined = f"{first.text}, {larger.value.canonical}"
    return Participant(joined, first.span.join(scene.in_report(larger.span)), first.name)
