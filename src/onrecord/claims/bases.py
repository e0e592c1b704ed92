"""What stands for a base: its name, a noun, the town that it lies in, a number, a pronoun, its keys."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onrecord.claims.base_reports import BASES, speaks_of_bases
from onrecord.claims.frames import Frame
from onrecord.claims.phrases import is_body, is_force, is_people, of_name, words_of
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import child, children, preposition_objects
from onrecord.lexicon.words import phrases, word_set
from onrecord.model import NameKind
from onrecord.nlp.tokens import Token

BY_TOWN = frozenset(
    ["hand over", "hand back", "turn over", "sign over", "hand", "vacate", "evacuate", "transfer", "abandon", "surrender"]
)
BY_TOWN_LOOSELY = frozenset(["leave", "give", "give up", "return", "depart", "pass"])
WIDE = ("country", "state", "admin1", "region", "continent", "sea")
NEARBY = 400
"""How many characters back the bases may stand that a bare number counts or a pronoun means."""

NUMBER = re.compile(r"^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+", re.IGNORECASE)


def is_site(scene: Scene, token: Token) -> bool:
    """Whether a noun means an installation of a force or government."""
    named = scene.name_at(token)
    if any(c.lower_ in word_set("sites", "of_no_force") for c in children(token, "compound", "amod", "nmod")):
        return False
    if named is not None:
        told = any(c.lower_ in word_set("people", "nouns_site") for c in children(token, "appos"))
        return told or named.value.kind is NameKind.SITE or token.lower_ in word_set("people", "nouns_site")
    if token.lower_ in ("site", "sites"):
        return speaks_of_bases(scene.sentence.text) or any(is_military(scene, t) for t in scene.doc)
    return token.lower_ in word_set("people", "nouns_site") or is_installation(token)


def is_installation(token: Token) -> bool:
    """Whether a noun that may mean anything is an installation by the word before it: "field office", "guard tower"."""
    return any(f"{c.lower_} {token.lower_.removesuffix('s')}" in _pairs() for c in children(token, "compound", "amod", "nmod"))


@cache
def _pairs() -> frozenset[str]:
    return frozenset(phrases("sites", "pairs"))


def is_military(scene: Scene, token: Token) -> bool:
    """Whether a word shows that forces, governments or armed groups are at work."""
    if token.lower_ in word_set("people", "nouns_force") or token.lower_ in word_set("sites", "military"):
        return True
    named = scene.name_at(token)
    return named is not None and (
        named.value.kind is NameKind.SITE
        or named.value.type
        in ("country", "state", "government", "ministry", "force", "coalition", "armed_group", "alliance", "organization")
    )


def is_armed(token: Token) -> bool:
    """Whether a word is of forces, police or fighters."""
    own = ("police", "naval", "air", "radar", "border", "guard", "security")
    return token.lower_ in word_set("people", "nouns_force") | word_set("sites", "military") or token.lower_ in own


def is_of_forces(scene: Scene, story: Story, token: Token) -> bool:
    """Whether an airport, a port or a headquarters is one of forces: by its name, or by those whom the text names."""
    named = scene.name_at(token)
    is_named = named is not None and named.value.kind is NameKind.SITE and token.lower_ not in word_set("sites", "nouns_open")
    if token.lower_ not in word_set("sites", "nouns_weak") or is_named:
        return True
    if token.lower_ in ("position", "positions") and child(token, "poss") is not None and token.tag_ == "NN":
        return False
    if token.lower_ in ("station", "stations"):
        return any(is_armed(t) for t in (*children(token, "compound", "amod", "nmod"), *scene.doc))
    if any(is_military(scene, t) for t in scene.doc if named is None or scene.name_at(t) is not named):
        return True
    return speaks_of_war(story.report.text)


@lru_cache(maxsize=8)
def speaks_of_war(text: str) -> bool:
    """Whether a report speaks of forces, fighting or rulers of a place at all."""
    words = {word.strip('.,;:?!"”()').lower() for word in text.split()}
    return not words.isdisjoint(word_set("people", "nouns_force") | word_set("sites", "military"))


def is_base_by_town(scene: Scene, story: Story, frame: Frame, token: Token) -> bool:
    """ "Gossi had been handed over in April", "left Tessalit": in a report on bases, a town given or left is the base there."""
    lemma = frame.trigger.lemma
    if lemma not in BY_TOWN and lemma not in BY_TOWN_LOOSELY:
        return False
    if not is_town(scene, token, story):
        return False
    if not speaks_of_bases(story.report.text):
        return lemma in BY_TOWN and scene.name_at(token) is not None and _names_bases(story.report.text)
    if lemma not in BY_TOWN_LOOSELY:
        return True
    if lemma in ("leave", "depart", "give up"):
        agent = frame.agent
        return frame.passive or (
            agent is not None and scene.count_of(agent) is None and (is_force(agent) or is_body(agent) or agent.tag_ == "PRP")
        )
    return bool(frame.objects("to"))


def _names_bases(text: str) -> bool:
    return not BASES.isdisjoint(word.strip(".,;:").lower() for word in text.split())


def is_town(scene: Scene, token: Token, story: Story | None = None) -> bool:
    """Whether a word is the name of a town, known or not: no country, actor or person. A first word has its capital anyway; it
    counts where the report writes it so elsewhere, too."""
    named = scene.name_at(token)
    if named is not None:
        return named.value.kind is NameKind.PLACE and named.value.type not in WIDE
    if token.tag_ not in ("NNP", "NN") or not token.text[:1].isupper() or is_body(token):
        return False
    if token.tag_ == "NN" and token.i == 0 and (story is None or f" {token.text}" not in story.report.text):
        return False
    if token.lower_ in word_set("sites", "no_town") or (
        token.tag_ == "NN" and story is not None and f" {token.lower_}" in story.report.text
    ):
        return False
    return not any(m.span.begin <= token.idx < m.span.end for m in scene.dates)


def is_bare_count(token: Token) -> bool:
    """ "two", "the rest", "the others": sites told of before."""
    the = any(c.lower_ == "the" for c in children(token, "det"))
    return token.tag_ == "CD" or (the and token.lower_ in ("rest", "others", "remainder", "remaining"))


def counted_sites(scene: Scene, story: Story, number: Token) -> Participant | None:
    """What a bare number counts where sites were spoken of before: "Two have been transferred", "and two more were closed"."""
    if not is_bare_count(number) or any(p == "of" for p, _ in preposition_objects(number)):
        return None
    text, end = story.report.text, scene.at(number).begin
    begin = max(0, end - NEARBY)
    plural = next(
        (t for t in reversed(scene.doc[: number.i]) if t.tag_ == "NNS" and (is_site(scene, t) or is_people(t) or is_force(t))),
        None,
    )
    if plural is not None:
        if not is_site(scene, plural):
            return None
        words, (first, last) = words_of(scene, plural, keep=())
        return Participant(NUMBER.sub("", words), scene.at(scene.doc[first], scene.doc[last]))
    before = [w.strip('.,;:?!"”()') for w in text[begin:end].split()]
    nouns = [w for w in before if w in word_set("sites", "nouns_base") and w.endswith("s")]
    return Participant(nouns[-1], scene.at(number)) if nouns else None


def site_before(scene: Scene, story: Story, token: Token) -> Participant | None:
    """The site that "it" means: the last one before it in the sentence, else the story's, if that is not far back."""
    for noun in reversed(scene.doc[: token.i]):
        named = scene.name_at(noun)
        if named is not None and named.value.kind is NameKind.SITE:
            return of_name(scene, named)
        if (
            noun.tag_ in ("NN", "NNP")
            and noun.lower_ in word_set("sites", "nouns_base")
            and noun.dep_ not in ("compound", "amod")
        ):
            text, (first, last) = words_of(scene, noun, keep=("of", "at"), coordinated=False)
            return Participant(text, scene.at(scene.doc[first], scene.doc[last]))
    if story.site is not None and scene.at(token).begin - story.site.span.end < NEARBY:
        return Participant(story.site.text, scene.at(token), story.site.name)
    return None
