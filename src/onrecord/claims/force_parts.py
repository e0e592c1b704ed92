"""Forces without a word for forces: numbers, "the rest", "the first" and "most of them", after forces were spoken of."""

from __future__ import annotations

from onrecord.claims.phrases import is_force
from onrecord.claims.scene import Scene
from onrecord.claims.story import Story
from onrecord.claims.tree import child, children, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Count, Mention, NameKind
from onrecord.nlp.tokens import Token

PARTS = frozenset(
    "rest remainder most many others half thirds quarter quarters first last second third another more some all none ones newcomers bulk both former latter".split()
)
OTHERS = frozenset("additional extra new other first last final second third next remaining further".split())
LEFT = frozenset(["remaining", "left"])
COMPANIES = frozenset(["company", "companies"])
THEM = frozenset("them these those us".split())
RESTS = frozenset("rest remainder others".split())
THEIR_MEN = frozenset(["men", "women"])
PLURAL = frozenset(["NNS", "NNPS", "CD"])
NEAR = 250
GAP = 4
"""Characters between a sentence and the next."""
FEWEST = 10


def is_part(scene: Scene, story: Story, token: Token) -> bool:
    """ "the rest are to follow", "440 more are on their way", "the first are not expected before May", "most of them": some of the
    forces that this sentence or one shortly before it speaks of."""
    of = of_chain(token)
    if any(is_force(o) or (token.lower_ in PARTS and _is_people(scene, o)) for o in of):
        return token.lower_ in PARTS or token.tag_ == "CD"
    if of and not any(o.lower_ in THEM | RESTS or (o.lower_ in THEIR_MEN and child(o, "det") is not None) for o in of):
        return False
    if story.whose_forces is None or not is_near(scene, story, token):
        return False
    if of and token.tag_ == "CD" and scene.count_at(token) is not None:
        return True  # "eight of them had left"
    if token.lower_ in PARTS:
        asked = any(c.lower_ in ("how", "as", "too") for c in token.children)  # "how many had to go"
        plain = token.lower_ == "ones" or not children(token, "compound", "amod")
        return not asked and plain and not _is_of_time(token)
    if token.lower_ == "members":
        return any(c.tag_ == "PRP$" for c in children(token, "poss"))  # "its members were pulled out"
    if token.lower_ in word_set("units", "nouns_group"):
        return not of and any(c.lower_ in OTHERS for c in children(token, "amod"))
    if token.lower_ in COMPANIES:
        return not of and scene.count_of(token) is not None and not children(token, "amod", "compound")
    return is_bare_number(scene, token) or _is_counted(scene, token)


def _is_people(scene: Scene, token: Token) -> bool:
    """The "Fijians" of "the last of the Fijians"."""
    named = scene.name_at(token)
    return named is not None and named.value.type == "state" and token.tag_ in ("NNPS", "NNS")


def _is_counted(scene: Scene, token: Token) -> bool:
    """ "the 300 remaining", "the 40 British at the airport": some of the forces, by what is left of them or whose they are."""
    named = scene.name_at(token)
    people = named is not None and named.value.kind is NameKind.ACTOR and named.value.type == "state"
    return (token.lower_ in LEFT or people) and any(c.dep_ == "nummod" for c in token.children)


def of_chain(token: Token) -> list[Token]:
    """What a part is of: of "the first 50 of a total of 250 troops" the total and the troops."""
    of = [o for p, o in preposition_objects(token) if p == "of"] or _in_front(token)
    of += [c for o in of if o.lower_ == "home" for c in children(o, "compound")]
    return [*of, *(i for o in of if o.lower_ in ("total", "rest", "number") for p, i in preposition_objects(o) if p == "of")]


def _in_front(token: Token) -> list[Token]:
    """ "Of the 900 Danes in Helmand, 300 are to leave": what a part is of, at the head of its clause."""
    if not (token.tag_ == "CD" or token.lower_ in PARTS) or token.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return []
    verb = token.head
    return [o for p, o in preposition_objects(verb) if p == "of" and o.i < token.i and o.i < verb.i]


def is_bare_number(scene: Scene, token: Token) -> bool:
    """A number that counts nothing by name: "two hundred were flown home", "another 500"."""
    count: Mention[Count] | None = scene.count_at(token) if token.tag_ == "CD" else None
    return count is not None and count.value.quantity.unit is None and max(count.value.quantity.numbers.values()) >= FEWEST


def is_near(scene: Scene, story: Story, token: Token) -> bool:
    """Whether forces were spoken of shortly before a token, in its sentence or the last."""
    until = story.forces_until
    if until is not None and (until == scene.sentence.span.end or 0 <= scene.sentence.span.begin - until <= NEAR):
        return True
    return any(is_force(t) for t in scene.tokens[: token.i])


def is_spoken_of(scene: Scene, story: Story, token: Token) -> bool:
    """Whether a word for forces stands shortly before a token, whether or not anything is claimed of them."""
    until = story.spoken_until
    return is_near(scene, story, token) or (until is not None and 0 <= scene.sentence.span.begin - until <= NEAR)


def stand_for_forces(scene: Scene, story: Story, pronoun: Token) -> bool:
    """Whether "they" are forces: the last before it of whom the sentence, or else the one before it, tells something as its subject."""
    for token in reversed(scene.tokens[: pronoun.i]):
        if token.dep_ in ("nsubj", "nsubjpass") and token.tag_ in PLURAL:
            return is_force(token) or is_bare_number(scene, token)
    return story.plural_until is not None and 0 <= scene.sentence.span.begin - story.plural_until <= GAP


def last_plural_is_forces(scene: Scene) -> bool:
    """Whether the last of whom several are told of as a subject are forces."""
    for token in reversed(scene.tokens):
        if token.dep_ in ("nsubj", "nsubjpass") and token.tag_ in PLURAL:
            of = [o for p, o in preposition_objects(token) if p == "of"]
            return is_force(token) or any(is_force(o) for o in of) or is_bare_number(scene, token)
    return False


def _is_of_time(token: Token) -> bool:
    return token.dep_ in ("npadvmod", "pobj") and token.lower_ in ("first", "last", "all", "most", "second")
