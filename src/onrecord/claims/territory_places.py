"""Which land changes hands: towns and provinces by name, those that the report has told of, shares and pieces of land."""

from __future__ import annotations

import re

from onrecord.claims.phrases import is_definite, of_name, words_of
from onrecord.claims.places import place_at
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import children, conjuncts, preposition_objects
from onrecord.claims.victims import has_forename
from onrecord.lexicon.inflection import verb_forms
from onrecord.lexicon.words import word_set
from onrecord.model import NameKind, Step
from onrecord.nlp.tokens import Token

LAND = frozenset("town township city village district province port side capital enclave settlement stronghold suburb".split())
STRETCHES = frozenset("swathe swathes swath swaths stretch stretches tract tracts chunk chunks pocket pockets".split())
"""What land is measured by."""
AREAS = frozenset("kilometers kilometres miles km sqkm acres hectares".split())
"""Units by which land is measured, where "of territory" stands behind them."""
SHARES = STRETCHES | frozenset(
    "cent third thirds half quarter quarters percent most much all parts part bulk majority rest tenth entirety whole".split()
)
PIECES = frozenset(
    """territory territories area areas region regions land terrain ground towns cities villages districts townships parts neighborhoods
    neighbourhoods suburbs settlements hamlets provinces centres centers""".split()
)
MANY = frozenset("dozens scores hundreds several number series".split())
"""What so many places are counted by."""
NAMING = ("including", "like", "as")
"""Behind these words places are named one by one: "towns including Kharta and Sake"."""
SMALL = frozenset("town city village port side capital settlement stronghold suburb enclave".split())
TOWNS = frozenset(["city", "town", "village"])
BUILT = re.compile(
    r"(?:university|airport|dam|bridge|hospital|square|base|crossing|hill|mine|refinery|plant|road)$", re.IGNORECASE
)
FREE = ("recapture", "retake", "liberate")
"""Verbs of taking back, of which land without a name may be said: "continue to liberate territory"."""


def lands_of(scene: Scene, story: Story, theme: Token) -> list[tuple[Participant, Token]]:
    """The places that a phrase names, each by itself: "the towns of Kharta and Sake", "villages including Kharta", "Goma and Sake"."""
    if theme.lower_ in PIECES | MANY and (named := _named_behind(scene, story, theme)):
        return [(_in_words(scene, theme), theme), *named] if scene.count_of(theme) is not None else named
    if theme.lower_ in AREAS:
        return _measured(scene, theme)
    if theme.lower_ in MANY and (of := next((o for p, o in preposition_objects(theme) if p == "of"), None)) is not None:
        return [(_in_words(scene, theme), theme)] if of.lower_ in PIECES else []
    return [(where, token) for token in conjuncts(theme) if (where := land_at(scene, story, token)) is not None]


def _measured(scene: Scene, theme: Token) -> list[tuple[Participant, Token]]:
    """ "In Syria, they retook 18,000 square kilometres of territory": land by its size, in the one place that the sentence names."""
    of = next((o for p, o in preposition_objects(theme) if p == "of" and o.lower_ in PIECES), None)
    if of is None or scene.count_of(theme) is None:
        return []
    places = [m for m in scene.names if m.value.kind is NameKind.PLACE]
    named = {m.value.canonical: m for m in places if (root := scene.root_of(m.span)) is not None and root.head.lower_ == "in"}
    if len(named) == 1:
        return [(of_name(scene, m), theme) for m in named.values()]
    return [(Participant(of.text, scene.at(of)), theme)]


def is_told_as_town(story: Story, place: Participant) -> bool:
    """Whether the report says "in Sake" or "the town of Sake" of a name that no list has."""
    behind = r"\b(?:in|near|outside|around|into|towards|(?:city|town|village|port|district|hub) of) "
    return re.search(behind + re.escape(place.text) + r"\b", story.report.text) is not None


def _named_behind(scene: Scene, story: Story, theme: Token) -> list[tuple[Participant, Token]]:
    """The towns that stand by name behind "including" or "such as"."""
    first = next((o for t in (theme, *conjuncts(theme)) for p, o in preposition_objects(t) if p in NAMING), None)
    if first is None:
        return []
    found = ((where, t) for t in conjuncts(first) if (where := land_at(scene, story, t) or _proper(scene, t)) is not None)
    return [(where, t) for where, t in found if t.tag_.startswith("NNP")]


def _in_words(scene: Scene, token: Token) -> Participant:
    text, (first, last) = words_of(scene, token, keep=("of", "in", "around", "on"), coordinated=False)
    return Participant(text, scene.at(scene.doc[first], scene.doc[last]))


def land_at(scene: Scene, story: Story, token: Token) -> Participant | None:
    """A town or land by name; "the city" is the one that the story is about; a base is a site and no territory."""
    if token.lower_ == "port" and is_definite(token) and (town := _town_of(scene, token)) is not None:
        return town
    if token.lower_ in word_set("people", "nouns_site"):
        return None
    if token.lower_ in PIECES:
        inner = next((where for _, o in preposition_objects(token) if (where := place_at(scene, story, o)) is not None), None)
        told = inner is not None or scene.count_of(token) is not None or children(token, "amod", "compound", "acl")
        freed = token.dep_ == "dobj" and any(token.head.lower_ in verb_forms(verb) for verb in FREE)
        if not (told or freed) or any(c.tag_ == "PRP$" for c in children(token, "poss")):
            return None
        text, (first, last) = words_of(scene, token, keep=("of", "in", "on") if freed else ("of", "in"))
        return Participant(text, scene.at(scene.doc[first], scene.doc[last]), inner.name if inner else None)
    if token.lower_ == "it":
        return _it(scene, story, token)
    where = place_at(scene, story, token)
    if (
        token.lower_ in SMALL
        and where is not None
        and _is_beside(scene, token, where)
        and (town := _town_of(scene, token)) is not None
    ):
        return town  # "the Damascus suburb of Darayya"
    if where is None or where.name is None:
        if token.lower_ in LAND and is_definite(token):
            named = _unknown_town(scene, story, token) if token.tag_ == "NNP" else None  # "Paletwa Township"
            return _town_of(scene, token) or named or _town_told(story, token)
        if token.lower_ in LAND and any(p == "in" and o.text[:1].isupper() for p, o in _behind(token)):
            return _in_words(scene, token)  # "a neighboring township in Chin state"
        return _unknown_town(scene, story, token)
    return where if where.name.kind is not NameKind.SITE else None


def _behind(token: Token) -> list[tuple[str, Token]]:
    """The phrases behind a noun, by the first word of what they name."""
    return [(p, o.left_edge) for p, o in preposition_objects(token)]


def _is_beside(scene: Scene, token: Token, where: Participant) -> bool:
    """Whether a name stands before the noun, and not behind it."""
    return where.span.end <= scene.at(token).begin


def _town_told(story: Story, token: Token) -> Participant | None:
    """Which town "the town" is: the last that changed hands or stands so in the report; a country is none, and a town no province."""
    last = story.town or story.place
    if last is None or any(c.dep_ == "compound" or c.text[:1].isupper() for c in token.children if c.dep_ != "det"):
        return None  # "the port city" is not told by another town
    known = last.name.type if last.name is not None else "building" if BUILT.search(last.text) else "town"
    fits = known in TOWNS if token.lower_ in SMALL else known not in TOWNS
    return last if fits else None


def _it(scene: Scene, story: Story, token: Token) -> Participant | None:
    """ "Maaret lies in Idlib, and in 2011 it was captured": the town that was the subject before it."""
    before = [t for t in scene.tokens[: token.i] if t.dep_ in ("nsubj", "nsubjpass")]
    named = (place for t in reversed(before) if (place := land_at(scene, story, t)) is not None and t.tag_.startswith("NNP"))
    found = next(named, None)
    return found.by(Step.PRONOUN, scene.at(token)) if found is not None and is_town(found) else None


def _town_of(scene: Scene, token: Token) -> Participant | None:
    """ "the town of Sake": a town that the lexicon does not have."""
    inner = next((o for p, o in preposition_objects(token) if p == "of" and o.text[0].isupper()), None)
    named = inner if inner is not None else next((c for c in children(token, "appos") if c.tag_ == "NNP"), None)
    return _proper(scene, named) if named is not None else None


def _unknown_town(scene: Scene, story: Story, token: Token) -> Participant | None:
    """A name that nobody is known by, as what forces take: "seized Sake", "Sambisa forest"."""
    after = token.lower_ in ("forest", "valley", "peninsula", "island") and any(
        c.tag_ == "NNP" for c in children(token, "compound")
    )
    if scene.name_at(token) is not None or not (token.tag_ == "NNP" or after):
        return None
    if not children(token, "compound") and has_forename(story, token):
        return None
    if not after and any(c.lower_ == "the" for c in children(token, "det")):
        return None  # "took over the Playhouse": towns have no article
    return _proper(scene, token)


def _proper(scene: Scene, token: Token) -> Participant | None:
    text, (first, last) = words_of(scene, token, keep=(), coordinated=False)
    return Participant(text, scene.at(scene.doc[first], scene.doc[last])) if text and text[0].isupper() else None


def is_small(where: Participant) -> bool:
    """Whether it is a town, or a place that nobody knows."""
    return where.name is None or where.name.type in TOWNS


def is_town(where: Participant) -> bool:
    """Whether it is smaller than a country."""
    return where.name is None or where.name.type not in ("country", "state", "continent")


def share_of(scene: Scene, story: Story, share: Token) -> list[tuple[Participant, Token]]:
    """ "two thirds of the province", "most of Hasakeh", "14 of the state's 27 districts": the place, or the words where it has no name."""
    of = next((o for p, o in preposition_objects(share) if p == "of"), None)
    if of is None:
        return []
    if of.lower_ in SHARES and (inner := share_of(scene, story, of)):
        return [(inner[0][0], share)]
    where = place_at(scene, story, of)
    if where is not None and where.name is not None and where.name.kind is not NameKind.SITE:
        return [(where, share)]
    if of.lower_ not in LAND | PIECES | {"capital", "country", "state", "region", "island"}:
        return []
    text, (first, last) = words_of(scene, share, keep=("of", "in"))
    return [(Participant(text, scene.at(scene.doc[first], scene.doc[last])), share)]
