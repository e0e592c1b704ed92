"""Whether a counted noun is a level: that forces are somewhere, and not that they are due, a rule of thumb or a unit's name."""

from __future__ import annotations

from onrecord.claims.level_caps import limiting_verb
from onrecord.claims.level_owners import is_uniformed, is_with_them
from onrecord.claims.level_places import base_that_is_home, is_guarding, is_home_to
from onrecord.claims.level_topics import Topic, topic_of
from onrecord.claims.level_words import BRINGING, MISSIONS, is_before_duty, is_duty, is_hold, is_host, is_stay
from onrecord.claims.phrases import is_force
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant
from onrecord.claims.subjects import subject
from onrecord.claims.tree import child, children, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, Quantity
from onrecord.nlp.tokens import Token

GENERIC = frozenset("normally usually typically generally".split())
NOT_THERE = frozenset(["home", "out", "gone", "due"])
UNITS = frozenset("commando brigade division battalion regiment squadron corps fleet".split())
ADDING = frozenset("add adds added adding".split())
TOTALS = frozenset(["total", "number"])


def is_told(
    quantity: Quantity,
    noun: Token,
    verb: Token | None,
    topic: Topic | None,
    owner: Participant | None,
    places: list[Participant],
) -> bool:
    """Whether a number may be a level at all: "a brigade normally has 3,000 soldiers" is none, and police or observers are one only
    where a named body has them at a place, or a mission is of them."""
    if verb is not None and any(c.lower_ in GENERIC for c in verb.children):
        return False
    if _is_name_of_unit(noun) or _is_result(noun, topic) or _is_among_the_hurt(verb) or _have_served(verb):
        return False
    first = topic.head if topic is not None else noun
    if verb is not None and first.dep_ in ("nsubj", "nsubjpass") and is_not_there(verb):
        return False
    if noun.tag_ == "CD" or is_force(noun) or not is_uniformed(noun):
        return True
    if topic is not None and is_force(topic.head):
        return True
    if any(p == "of" for p, _ in preposition_objects(noun)):
        return False  # "200 observers of birds"
    who = subject(verb) if verb is not None else None
    if who is not None and who.lower_ in word_set("goods", "nouns_firm"):
        return False
    named = (owner is not None and owner.name is not None) or (who is not None and is_force(who))
    if limiting_verb(noun, verb, quantity) is not None:
        return named or (owner is not None and bool(places))
    of_mission = who is not None and who.lower_ in MISSIONS and child(who, "det") is not None
    return named and (bool(places) or of_mission) and (is_state(noun, verb) or topic is not None)


def _have_served(verb: Token | None) -> bool:
    """ "over 100,000 Pakistani peacekeepers have served in South Kivu": all who ever did, and not at once."""
    return (
        verb is not None and verb.lower_ == "served" and any(c.lower_ in ("have", "has", "had") for c in children(verb, "aux"))
    )


def _is_among_the_hurt(verb: Token | None) -> bool:
    """ "13 service members were among the more than 180 dead"."""
    hurt = frozenset("dead killed wounded injured victims casualties missing hostages".split())
    return verb is not None and any(
        p == "among" and any(t.lower_ in hurt for t in o.subtree) for p, o in preposition_objects(verb)
    )


def is_aside(noun: Token) -> bool:
    """ "the Netherlands, with 2,100 soldiers there, is to end its mission", "the peacekeepers, 14,000 strong, are not affected", "the garrison, put at 30,000": said beside what the clause says."""
    if base_that_is_home(noun) is not None:
        return True
    if noun.dep_ == "pobj" and noun.head.lower_ == "with" and noun.head.i > 0 and noun.head.nbor(-1).text == ",":
        return noun.head.head.tag_.startswith("NNP")
    if noun.head.lower_ == "strong":
        return noun.head.dep_ in ("amod", "acl", "appos")
    participle = noun.head.head if noun.dep_ == "pobj" else noun.head
    loose = participle.dep_ == "ccomp" and participle.tag_ == "VBN" and child(participle, "auxpass", "aux") is None
    return (loose or participle.dep_ == "acl") and participle.tag_ in ("VBN", "VBG") and topic_of(noun) is not None


def _is_name_of_unit(noun: Token) -> bool:
    """ "45 Commando", "82 Airborne Division": the number is part of a name."""
    return noun.tag_ in ("NNP", "NN") and noun.text[:1].isupper() and noun.lower_ in UNITS


def _is_result(noun: Token, topic: Topic | None) -> bool:
    """ "raise the number of troops kept in Latvia to 2,200": what a change ends in is for the rule of changes; "down from 5,200" is
    no more."""
    if noun.dep_ != "pobj" or noun.tag_ != "CD":
        return False
    raised = topic is not None and topic.head.dep_ == "dobj" and topic.head.head.lower_ in BRINGING
    return ((topic is None or raised) and noun.head.lower_ == "to") or noun.head.lower_ == "from"


def is_not_there(verb: Token) -> bool:
    """ "is due this autumn", "would be in place by next summer": not there yet."""
    spots = list(preposition_objects(verb)) + [pair for c in children(verb, "xcomp") for pair in preposition_objects(c)]
    elsewhere = any((p == "in" and o.lower_ == "place") or (p == "on" and o.lower_ == "way") for p, o in spots)
    return elsewhere or any(c.lower_ in NOT_THERE and c.dep_ in ("acomp", "advmod", "attr", "prt") for c in verb.children)


def is_state(noun: Token, verb: Token | None) -> bool:
    """Whether the clause says that they are, stay, stand guard or are had."""
    if is_home_to(noun) or is_guarding(noun) or is_with_them(noun):
        return True
    if is_before_duty(noun):
        return True
    if verb is None or any(c.lower_ in NOT_THERE for c in verb.children):
        return False
    if is_hold(verb) or is_host(verb):
        return _first_of(noun).dep_ == "dobj"
    return (is_stay(verb) or is_duty(verb)) and noun.dep_ in ("nsubj", "nsubjpass", "attr", "conj", "dobj")


def _first_of(noun: Token) -> Token:
    """The first of coordinated nouns."""
    while noun.dep_ == "conj" and noun.head.i < noun.i:
        noun = noun.head
    return noun


def is_stock_that_grows(noun: Token) -> bool:
    """ "will add 600 to a contingent of 2,000": what is there already."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "of" or not is_force(noun.head.head):
        return False
    if noun.head.head.dep_ == "dobj" and noun.head.head.head.lower_ in word_set("stays", "verbs_relieve"):
        return True  # "replacing an African force of 7,000"
    prep = noun.head.head.head
    return noun.head.head.dep_ == "pobj" and prep.lower_ == "to" and prep.head.lower_ in ADDING


def is_total_of_the_gone(scene: Scene, noun: Token, total: Token) -> bool:
    """ "A total of 47 soldiers have died there", "a total of 18,000 rotated through": who has come, gone or fallen over the years."""
    if total.lower_ not in TOTALS or noun.dep_ != "pobj" or noun.head.head.i != total.i:
        return False
    through = (f for f in scene.frames if f.trigger.kind is Kind.CASUALTIES or f.trigger.word == "rotate")
    return any((who := subject(f.head)) is not None and who.i == total.i for f in through)
