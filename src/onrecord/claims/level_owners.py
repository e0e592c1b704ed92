"""Whose forces a number counts, and where they are."""

from __future__ import annotations

from onrecord.claims.force_nouns import is_asset, is_people_of
from onrecord.claims.level_topics import Topic
from onrecord.claims.level_words import BE, CAPS, COUNTS, MISSIONS, allows, amounts, is_duty, is_hold, is_stay, numbers
from onrecord.claims.owners import of_objects, owner_of
from onrecord.claims.participants import joined, participant
from onrecord.claims.phrases import is_body, is_force, of_name
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_forces_of
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import subject
from onrecord.claims.tree import ancestors, child, children, conjuncts, is_verb, preposition_objects
from onrecord.lexicon.missions import missions
from onrecord.lexicon.words import word_set
from onrecord.model import Count, Mention, NameKind
from onrecord.nlp.tokens import Token

OTHERS = frozenset("side sides nations countries partners allies members states contributors".split())
LEADING = frozenset("lead leads led leading command commands commanded".split())
WHO = (NameKind.ACTOR, NameKind.PLACE)


def whose(
    scene: Scene, story: Story, mention: Mention[Count], noun: Token, topic: Topic | None, verb: Token | None
) -> Participant | None:
    """Whose forces a number counts: the name beside it, the owner of its noun or of what it measures, who has them."""
    found = _named_beside(scene, mention, noun) or _owner(scene, story, noun)
    if found is not None:
        return found
    if (who := with_them(scene, noun)) is not None:
        return who
    clause = child(noun, "relcl")
    keeper = child(clause, "nsubj") if clause is not None and is_hold(clause) else None
    if keeper is not None and keeper.tag_.startswith("NNP") and (kept := scene.name_at(keeper)) is not None:
        return as_forces_of(of_name(scene, kept))  # "the 1,500 soldiers France keeps in the country"
    if keeper is not None and keeper.lower_ in ("it", "they") and (kept_by := participant(scene, story, keeper)) is not None:
        return as_forces_of(kept_by)
    people = child(verb, "attr", "acomp") if verb is not None and noun.tag_ == "CD" and noun.dep_ == "nsubj" else None
    british = (
        people is not None and people.dep_ == "acomp" and (m := scene.name_at(people)) is not None and m.value.type == "state"
    )
    if people is not None and (british or is_people_of(scene, people)):
        return participant(scene, story, people)  # "of whom 10,800 will be Americans"
    for token in topic.tokens if topic is not None else ():
        found = _owner(scene, story, token) or _named_body(scene, story, token)
        if found is not None:
            return found
    if noun.dep_ == "appos" and noun.head.i < noun.i and is_body(noun.head):
        found = _owner(scene, story, noun.head)  # "Japan's U.S. force, some 26,000 troops"
        if found is not None:
            return found
    part = next((o for p, o in preposition_objects(noun) if p == "of"), None) if noun.tag_ == "CD" else None
    if part is not None and (found := _owner(scene, story, part)) is not None:
        return found  # "350 of the 530 Spanish soldiers"
    found = _who_has(scene, story, noun, topic, verb)
    found = found or _mission_they_serve(scene, noun, verb)
    if found is None and topic is not None and topic.head.lower_ in COUNTS:
        holder = holder_before(scene, topic.head)
        found = participant(scene, story, subject(holder)) if holder is not None else None
    return found


def _mission_they_serve(scene: Scene, noun: Token, verb: Token | None) -> Participant | None:
    """ "4,800 troops are deployed in the UN mission in Haiti (MINUSTAH)", "20,000 soldiers serving under AMISOM"."""
    heads = [noun, *children(noun, "acl", "relcl"), *([verb] if verb is not None and is_stay(verb) else [])]
    served = [o for head in heads for p, o in preposition_objects(head) if p in ("in", "with", "under")]
    for spot in (t for o in served for t in (o, *children(o, "appos"))):
        named = scene.name_at(spot)
        if named is not None and named.value.canonical in missions():
            return of_name(scene, named)
    return None


def owner_of_base(scene: Scene, base: Token) -> Participant | None:
    """Whose a base is: "Turkey's base in Qatar", "the American airfield"."""
    named = [scene.name_at(c) for c in children(base, "poss", "amod", "compound")]
    known = (m for m in named if m is not None and m.value.type in ("state", "country", "alliance", "organization"))
    first = next(known, None)
    return of_name(scene, first) if first is not None else None


def holder_before(scene: Scene, token: Token) -> Token | None:
    """ "has not said how many soldiers it keeps there, but residents put the number at 600": the verb of having them before."""
    had = (t.head for t in scene.tokens[: token.i] if is_force(t) and t.dep_ == "dobj" and is_hold(t.head))
    return next(had, None)


def _named_beside(scene: Scene, mention: Mention[Count], noun: Token) -> Participant | None:
    """ "2,349 American soldiers", "453 British and …", "275 Colombians": the name between the number and its noun."""
    number = mention.value.number.end if mention.value.number is not None else mention.span.end
    end = noun.idx + len(noun) if noun.idx > number else number + 1
    for named in scene.names:
        begins_there = number <= named.span.begin <= max(end, number + 1) and named.span.begin - number <= 40
        if (
            begins_there
            and named.value.kind is NameKind.ACTOR
            and named.value.type in ("state", "alliance", "organization", "armed_group")
        ):
            between = scene.sentence.text[number : named.span.begin]
            if "," not in between and " of " not in between and " in " not in between:
                return of_name(scene, named)
    return None


def _owner(scene: Scene, story: Story, token: Token) -> Participant | None:
    owner = owner_of(scene, story, token)
    if owner is not None or not (
        is_force(token) or token.lower_ in ("strength", "number", "numbers", "contribution", "figure", "total")
    ):
        return owner
    for c in (*children(token, "poss", "amod", "compound", "nmod"), *of_objects(token)):
        named = scene.name_at(c)
        is_spot = named is not None and named.value.type == "country" and c.dep_ != "poss" and token.lower_ in MISSIONS
        if named is not None and named.value.kind in WHO and not is_spot:
            return of_name(scene, named)
    return None


def _named_body(scene: Scene, story: Story, token: Token) -> Participant | None:
    """ "MONUSCO", "it": what is measured is itself the name of whose forces they are."""
    if token.tag_ in ("PRP", "WP"):
        put = token.lower_ == "it" and token.dep_ == "dobj"
        return story.whose_forces if put or token.lower_ in ("them", "they") else participant(scene, story, token)
    for spot in (token, *children(token, "appos")):
        named = scene.name_at(spot)
        if named is not None and named.value.kind in WHO:
            return of_name(scene, named)  # "the new mission, Resolute Support, will number 12,500"
    return None


def with_them(scene: Scene, noun: Token) -> Participant | None:
    """ "Poland, with 900 soldiers, commands the sector": the state or body right before "with"."""
    named = scene.name_at(noun.head.head) if noun.dep_ == "pobj" and noun.head.lower_ == "with" else None
    if named is None or named.value.type not in ("state", "country", "alliance", "organization"):
        return None
    beside = scene.sentence.text[named.span.end : noun.head.idx].strip() in (",", "")
    return as_forces_of(of_name(scene, named)) if beside and noun.head.idx >= named.span.end else None


def is_with_them(noun: Token) -> bool:
    """ "With 2,300 soldiers, Ghana is among the largest contributors"."""
    verb = noun.head.head
    if verb.dep_ == "attr" and is_verb(verb.head):
        verb = verb.head  # "is the biggest contributor with 6,700"
    return (
        noun.dep_ == "pobj"
        and noun.head.lower_ == "with"
        and is_verb(verb)
        and (is_stay(verb) or is_duty(verb) or is_hold(verb) or verb.lower_ in LEADING)
    )


def _who_has(scene: Scene, story: Story, noun: Token, topic: Topic | None, verb: Token | None) -> Participant | None:
    """Who has, keeps or is of so many, by the verb; "from Turkey" after them; "With 2,300 soldiers, Ghana is …"."""
    named = scene.name_at(noun)
    if named is not None and named.value.kind in WHO:
        return participant(scene, story, noun)
    holds = verb is not None and is_hold(verb) and is_had(noun, verb)
    following = noun.nbor(1) if noun.i + 1 < len(noun.doc) and not holds else None
    after = child(following, "pobj") if following is not None and following.lower_ == "from" else None
    others = after is not None and after.lower_ in OTHERS and child(after, "nummod") is None
    if after is not None and (others or scene.name_at(after) is not None):
        return participant(scene, story, after)
    if verb is None:
        return None
    who = _holder_of(scene, verb)
    if who is None or who.i == noun.i:
        return None
    if verb.lower_ in BE and noun.dep_ not in ("nsubj", "attr"):
        named = scene.name_at(who)
        if named is not None and named.value.kind in WHO:
            return of_name(scene, named)
    if is_hold(verb) and (is_had(noun, verb) or (topic is not None and is_had(topic.head, verb))):
        holders = [scene.name_at(t) for t in conjuncts(who)]
        several = len(holders) > 1 and all(m is not None and m.value.type in ("state", "country") for m in holders)
        return joined(scene, story, who) if several else participant(scene, story, who)
    if allows(verb) or (topic is not None and topic.head.lower_ in CAPS):
        return _of_the_limit(scene, story, who)
    if (is_with_them(noun) or numbers(verb) or amounts(verb)) and scene.name_at(who) is not None:
        return participant(scene, story, who)
    return None


def _holder_of(scene: Scene, verb: Token) -> Token | None:
    """The subject of a verb; of "was deployed when violence broke out and has some 460 personnel" that of the clause above, as a noun
    without article, number or name keeps no forces."""
    who = subject(verb)
    if who is None or _may_hold(scene, who):
        return who
    above = (child(token, "nsubj", "nsubjpass") for token in ancestors(verb) if is_verb(token))
    return next((who for who in above if who is not None and _may_hold(scene, who)), None)


def _may_hold(scene: Scene, who: Token) -> bool:
    return who.tag_ != "NN" or bool(who.children) or scene.name_at(who) is not None


def _of_the_limit(scene: Scene, story: Story, who: Token) -> Participant | None:
    """Whose forces a parliament, mandate or accord limits: "the German parliament", "the U.N. mission has a ceiling of"."""
    owner = _owner(scene, story, who) or owner_of(scene, story, who)
    for c in children(who, "amod", "poss", "compound") if owner is None else ():
        named = scene.name_at(c)
        owner = owner or (of_name(scene, named) if named is not None and named.value.kind in WHO else None)
    named = scene.name_at(who)
    if owner is None and named is not None and named.value.kind in WHO:
        owner = of_name(scene, named)
    return owner


def is_had(noun: Token, verb: Token) -> bool:
    """Whether a noun is the object of a verb of having, or coordinated with it."""
    first = noun
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in word_set("units", "nouns_group"):
        first = noun.head.head  # "will leave a small group of 200 troops"
    while first.dep_ in ("conj", "appos") and not is_verb(first.head):
        first = first.head
    return first.dep_ == "dobj" and first.head.i == verb.i


def is_uniformed(token: Token) -> bool:
    """Whether a noun means people in uniform or of a mission: "police officers", "observers"."""
    return token.lower_ in word_set("levels", "nouns_uniformed") and not is_asset(token)
