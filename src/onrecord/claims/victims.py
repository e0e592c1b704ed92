"""Who was hurt: from the nouns, numbers and lists of a sentence to victims with how many."""

from __future__ import annotations

import re

from onrecord.claims.building import Draft
from onrecord.claims.participants import participant
from onrecord.claims.phrases import LEADING, is_force, is_people, words_of
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import child, children, conjuncts, is_noun, is_verb, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Count, Mention, NameKind, Step
from onrecord.nlp.tokens import Token

QUANTIFIERS = frozenset(
    "hundreds thousands dozens scores millions tens number majority most many some several total group couple handful each".split()
)
PRONOUNS = frozenset("he him she her they them others who me us we those".split())
OTHERS = frozenset("others those more people".split())
NOT_PEOPLE = frozenset({"percent", "day", "hour", "week", "month", "year", "occasion"})
NOT_ONE = frozenset("force personnel crew family couple staff dozen group people score".split())
TOWNISH = frozenset("town towns city cities village villages hub district districts port stronghold".split())
HURT = frozenset("wounded injured displaced captured missing dead slain".split())
ACTING = frozenset({"force", "coalition", "alliance", "military", "state", "country", "government", "organization"})
NO_NOUNS = frozenset("casualties casualty deaths fatalities injuries bodies lives dead".split())
MEASURES = frozenset("km kilometre kilometres kilometer kilometers mile miles".split())
ANYONE = frozenset("individual person insurgent militant suspect man target".split())
SOUGHT = frozenset("targeted wanted sought".split())
POST_WORDS = 6
"""Words before a second post within which its "and" stands."""
LISTED_UNITS = frozenset({None, "person", "personnel"})


def groups_of(token: Token) -> list[Token]:
    """Who was hurt, group by group: "six farmers, three guards and a driver", "the leader along with two of his men"."""
    heads = conjuncts(token)
    verb = token.head
    if token.dep_ in ("dobj", "attr") and is_verb(verb):
        heads += [t for c in children(verb, "conj") if is_noun(c) and is_person_noun(c) for t in conjuncts(c)]
        heads += [t for c in children(verb, "dobj", "attr") if c.i > token.i and verb.i < token.i for t in conjuncts(c)]
    if token.dep_ == "pobj" and is_verb(over := verb.head.head) and verb.head.dep_ not in ("nsubj", "nsubjpass"):
        heads += [t for c in children(over, "dobj") if c.i > token.i for t in conjuncts(c)]
    if child(token, "nummod") is not None or token.tag_ == "CD":
        heads += [t for c in children(token, "appos") if child(c, "nummod") is not None for t in conjuncts(c)]
    heads += [
        t
        for c in children(token, "appos")
        for t in conjuncts(c)[1:]
        if (is_person_noun(t) or t.tag_ == "NNPS") and child(t, "nummod", "det")
    ]
    heads += [t for head in (token, verb) for t in _along(head)]
    return [counted(t) for t in sorted({t.i: t for t in heads}.values(), key=lambda t: t.i) if not is_second_post(t)]


def is_second_post(token: Token) -> bool:
    """ "a leader and bomb maker", "in search of a leader and arms dealer": with one article, one person by what else he is."""
    posts = word_set("attack", "nouns_post")
    if token.tag_ != "NN" or token.lower_ not in posts or child(token, "det", "nummod", "poss") is not None:
        return False
    before = token.doc[max(0, token.i - POST_WORDS) : token.i]
    at = next((n for n in range(len(before) - 1, -1, -1) if before[n].lower_ == "and"), None)
    if at is None or at == 0 or any(t.tag_ in ("CD", "DT", "PRP$", "NNS", "NNPS", ",") for t in before[at + 1 :]):
        return False
    return before[at - 1].tag_ == "NN" and before[at - 1].lower_ in posts


def _along(head: Token) -> list[Token]:
    """ "along with two of his associates", "together with a driver": others who share it."""
    with_ = [
        p for c in children(head, "prep", "advmod", "cc") if c.lower_ in ("along", "together") for p in children(c, "prep")
    ]
    return [t for p in with_ if p.lower_ == "with" for o in children(p, "pobj") for t in conjuncts(o)]


def counted(token: Token) -> Token:
    """The people in "hundreds of people", "a number of soldiers", "one of the guards", "seventeen from the army"."""
    if token.lower_ in QUANTIFIERS or token.tag_ == "CD":
        return next((o for p, o in preposition_objects(token) if p in ("of", "from") and not o.tag_.startswith("PRP")), token)
    return token


def is_victim(scene: Scene, token: Token) -> bool:
    """Whether a noun is people: by lexicon, as a person's name, as somebody's force, or as a count of people."""
    if is_person_noun(token) or is_nobody(token):
        return not _is_asked(token)
    if token.lower_ in ("wounded", "injured") and child(token, "det") is not None:
        return True  # "Three of the wounded died"
    if any(m.span.begin <= token.idx < m.span.end for m in scene.dates):
        return False
    named = scene.name_at(token)
    if named is not None:
        return _is_named_victim(token, named.value.kind, named.value.type)
    if token.tag_ in ("PRP", "WP", "DT") or token.lower_ in PRONOUNS | QUANTIFIERS:
        return token.lower_ in PRONOUNS | {"hundreds", "thousands", "dozens", "scores", "millions", "several", "many"}
    count = scene.count_of(token) or scene.count_at(token)
    if count is not None and count.value.quantity.unit in ("person", "personnel"):
        return True
    if token.tag_ == "CD":
        return count is not None and count.value.quantity.unit in LISTED_UNITS
    if token.tag_ == "NNP" and any(c.lower_ == "the" for c in children(token, "det")):
        return False  # "captured the Senate": persons have no article
    return token.tag_ in ("NNP", "NNPS") and token.dep_ in ("nsubjpass", "dobj", "nsubj", "conj", "pobj")


def is_taken_place(scene: Scene, story: Story, token: Token) -> bool:
    """ "captured Kidalou", "the capture of Sake": one name that nobody is known by is a town; what ends in a word for a site is one."""
    if token.lower_ in word_set("people", "nouns_site"):
        return True
    if token.tag_ == "NNP" and any(c.lower_ in TOWNISH for c in children(token, "appos", "conj")):
        return True  # "captured Rubaya, a mining hub, and two other towns"
    beside = [c for c in children(token, "appos") if c.lower_ not in MEASURES]  # "Nyabibwe, some 70 km north of the capital"
    alone = not beside and not children(token, "compound", "nummod", "amod", "det", "poss") and token.tag_ == "NNP"
    return alone and scene.name_at(token) is None and not has_forename(story, token)


def has_forename(story: Story, token: Token) -> bool:
    """Whether the report gives the name somewhere behind another: "Ali Moussa … Moussa was captured"."""
    return re.search(rf"\b[A-Z][\w'’]+ {re.escape(token.text)}\b", story.report.text) is not None


def is_nobody(token: Token) -> bool:
    """ "no one was hurt", "nobody was killed"."""
    return token.lower_ == "nobody" or (token.lower_ == "one" and any(c.lower_ == "no" for c in token.children))


def _is_asked(token: Token) -> bool:
    """ "how many people were killed": a question inside the sentence that it leaves open."""
    many = next((c for c in children(token, "amod", "nummod") if c.lower_ == "many"), None)
    return many is not None and any(c.lower_ == "how" for c in many.children)


def is_person_noun(token: Token) -> bool:
    """Whether a noun means people: "guard", "facilitator", "associates", "population"."""
    return is_people(token) or token.lower_ in word_set("attack", "nouns_victim")


def _is_named_victim(token: Token, kind: NameKind, type_: str | None) -> bool:
    if kind is NameKind.PERSON or (token.tag_ in ("NNPS", "NNS") and kind is NameKind.ACTOR):
        return True
    many = token.tag_ in ("NNPS", "NNS") or any(c.dep_ == "nummod" for c in token.children)
    if type_ == "state" and any(c.dep_ == "nummod" for c in token.children):
        return True
    return type_ in ("armed_group", "force") or (many and kind is NameKind.PLACE and type_ == "country")


def victims_of(scene: Scene, story: Story, token: Token) -> Participant | None:
    """The victims by name, or by the words of the text without article and number; "people" for a number alone."""
    if (some := _some_of_them(scene, story, token)) is not None:
        return some
    if is_nobody(token) or token.lower_ in NO_NOUNS:
        return Participant("people", scene.at(token))
    if token.lower_ in OTHERS or token.tag_ == "CD" or token.lower_ in QUANTIFIERS:
        return _carried(scene, story, token)
    person = next(
        (t for t in (token, *children(token, "appos")) if (m := scene.name_at(t)) and m.value.kind is NameKind.PERSON), None
    )
    if person is not None or token.tag_ in ("PRP", "WP"):
        return _person(scene, story, person if person is not None else token)
    if story.sought is not None and _is_the_sought(token):
        return story.sought.by(Step.DEFINITE, scene.at(token))
    text, (first, last) = words_of(scene, token, keep=("of",), coordinated=False)
    first = max(
        [
            first,
            *[t.i + 1 for t in scene.doc[first : token.i] if t.tag_ == "CD" or t.lower_ in HURT or t.lower_ in ("no", "dozen")],
        ]
    )
    text = LEADING.sub("", scene.words(first, last).replace("\n", " ").strip()) if first <= last else text
    return Participant(text, scene.at(scene.doc[first], scene.doc[last])) if any(c.isalpha() for c in text) else None


def _is_the_sought(token: Token) -> bool:
    """ "the targeted individual": whom the force was after, as the report has introduced him."""
    words = {c.lower_ for c in children(token, "det", "amod")}
    return token.lower_ in ANYONE and "the" in words and not words.isdisjoint(SOUGHT)


def brings_in(token: Token) -> bool:
    """Whether a noun brings in somebody by what he is: "captured a courier", "in search of a bomb maker"."""
    article = child(token, "det")
    return (
        token.tag_ == "NN"
        and token.dep_ in ("dobj", "pobj", "nsubjpass")
        and token.lower_ in word_set("attack", "nouns_post")
        and article is not None
        and article.lower_ in ("a", "an")
    )


def _some_of_them(scene: Scene, story: Story, token: Token) -> Participant | None:
    """ "engaged the gunmen, killing several of them": some of the people that were named last."""
    of = next((o for p, o in preposition_objects(token) if p == "of"), None)
    if token.lower_ not in QUANTIFIERS or token.dep_ != "dobj" or of is None or of.lower_ not in ("them", "these", "those"):
        return None
    whom = next((t for t in reversed(scene.doc[: token.i]) if is_person_noun(t) and t.tag_ == "NNS"), None)
    who = victims_of(scene, story, whom) if whom is not None else None
    return Participant(f"{token.text} {who.text}", scene.at(token, of)) if who is not None else None


def _person(scene: Scene, story: Story, token: Token) -> Participant | None:
    """A person by name or pronoun; "them" is nobody's army: a force that acts in the story is not who was hurt."""
    who = participant(scene, story, token)
    if who is None and token.lower_ in ("he", "him", "she", "her"):
        return _unnamed(scene, story, token)
    if who is not None and who.name is not None and token.lower_ in ("them", "they", "us", "we") and who.name.type in ACTING:
        return None
    return who


def _unnamed(scene: Scene, story: Story, token: Token) -> Participant | None:
    """Somebody without a name for whom a pronoun stands: "engaged the man, killing him", "A gunman ran. He was killed."."""
    before = next((t for t in reversed(scene.doc[: token.i]) if is_someone(t)), None)
    return victims_of(scene, story, before) if before is not None else story.someone


def is_someone(token: Token) -> bool:
    """Whether a noun is one person as somebody who acts or is acted on: "a man ran", "saw the driver"."""
    if token.lower_ in NOT_ONE:
        return False
    return token.tag_ == "NN" and token.dep_ in ("nsubj", "nsubjpass", "dobj") and is_person_noun(token)


def _carried(scene: Scene, story: Story, token: Token) -> Participant | None:
    """What a number alone counts: the people that a number before it counted ("12 rebels were killed and 30 wounded")."""
    if token.lower_ == "those":
        return None
    for mention in reversed(scene.counts):
        noun = mention.value.noun
        if noun is None or noun.begin >= token.idx or mention.value.quantity.unit not in ("person", "personnel"):
            continue
        head = scene.root_of(noun)
        if head is None or head.i >= token.i or head.lower_ in OTHERS or not (is_person_noun(head) or _is_men(head)):
            continue
        return Participant(LEADING.sub("", noun.cut(scene.sentence.text)), scene.in_report(noun))
    if (kind := _of_the_kind(token)) is not None:
        return victims_of(scene, story, kind)
    over = next((t for t in scene.doc[: token.i] if t.dep_ == "pobj" and is_people_of_many(t)), None)
    if over is None and any(c.lower_ == "all" for c in token.children):  # "attacked the gunmen, killing all four"
        over = next((t for t in reversed(scene.doc[: token.i]) if t.tag_ == "NNS" and is_person_noun(t)), None)
    return victims_of(scene, story, over) if over is not None else Participant("people", scene.at(token))


def _of_the_kind(token: Token) -> Token | None:
    """ "A peacekeeper was killed and four others wounded": others of the force of whom one was told in the same breath."""
    verb = token.head
    over = verb.head if token.lower_ == "others" and verb.dep_ in ("conj", "advcl") and is_verb(verb.head) else None
    one = child(over, "nsubjpass", "dobj", "nsubj") if over is not None else None
    return one if one is not None and is_force(one) and one.tag_ == "NN" and is_person_noun(one) else None


def _is_men(token: Token) -> bool:
    """ "ten paratroopers died and 21 were hurt"."""
    return is_force(token) and token.lower_ not in word_set("people", "nouns_asset") and token.tag_ == "NNS"


def is_people_of_many(token: Token) -> bool:
    """ "hundreds of thousands of refugees": the people under words of quantity."""
    over = token.head.head
    return token.head.lower_ == "of" and over.lower_ in QUANTIFIERS and over.lower_ != "each" and is_plural(token)


def is_plural(token: Token) -> bool:
    """Whether the tag says plural, names included ("Syrians")."""
    return token.tag_ in ("NNS", "NNPS") and token.lower_ not in QUANTIFIERS


def put_number(scene: Scene, made: Draft, token: Token, *, number: Token | None = None) -> None:
    """How many: the number on the victims or on the quantifier over them."""
    count = _number(scene, number if number is not None else token)
    if count is None and token.dep_ == "pobj" and (over := token.head.head).tag_ == "CD":
        count = _number(scene, over)
    if count is None or count.value.quantity.unit in NOT_PEOPLE or (count.value.quantity.unit or "").isupper():
        return
    quantity = count.value.quantity
    made.count(
        quantity.with_unit(quantity.unit if quantity.unit in ("person", "personnel") else "person"), scene.in_report(count.span)
    )


def _number(scene: Scene, token: Token) -> Mention[Count] | None:
    return scene.count_of(token) or scene.count_at(token)
