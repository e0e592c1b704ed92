"""The words by which a number of forces is said to be somewhere, to be had, or to be a ceiling."""

from __future__ import annotations

from onrecord.lexicon.words import word_set
from onrecord.nlp.tokens import Token

BRINGING = frozenset(
    "bring brings bringing brought raise raises raised raising take takes taking push pushes pushing lift lifting".split()
)
BE = frozenset("be is are was were been 's 're".split())
REMAIN = frozenset("stay stays stayed remain remains remained".split())
COUNTS = frozenset(
    """count figure total number estimate headcount strength size level levels tally numbers complement presence footprint deployment
    contingent force forces garrison""".split()
)
CAPS = frozenset(
    """cap capped caps ceiling limit limits limited maximum authorized authorised allowed allows allow permitted permits restricted""".split()
)
AT = frozenset("at around between near below under over above to of in".split())
MISSIONS = frozenset(["mission", "missions", "operation", "deployment"])
PRESENT = frozenset(["VBZ", "VBP"])


def stay_words() -> frozenset[str]:
    """Verbs that say of forces that they are somewhere."""
    return word_set("levels", "verbs_stay") | BE | {"present"}


def is_stay(verb: Token) -> bool:
    """Whether a verb says of its subject that it is somewhere."""
    return verb.lower_ in stay_words()


def is_duty(verb: Token) -> bool:
    """Whether a verb says what forces do where they are: "guard", "patrol", "train"."""
    if verb.lower_ in word_set("levels", "verbs_task"):
        return verb.tag_ not in ("VBD", "VBN")
    return verb.lower_ in word_set("levels", "verbs_duty")


def is_before_duty(noun: Token) -> bool:
    """ "150 soldiers guard railway stations", where the parser takes the verb for a noun."""
    after = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    return noun.dep_ == "compound" and noun.tag_ == "NNS" and after is not None and is_duty(after) and after.tag_ == "NN"


def is_hold(verb: Token) -> bool:
    """Whether the subject of a verb has the forces that are its object."""
    if verb.lower_ in word_set("levels", "verbs_give"):
        return verb.tag_ in PRESENT or is_share(verb)
    return verb.lower_ in word_set("levels", "verbs_hold")


def is_share(verb: Token) -> bool:
    """ "numbered 11,000, with Ghana contributing 500": whose part of the whole is told beside it."""
    beside = verb.head.lower_ == "with" and verb.dep_ == "pcomp" and verb.tag_ == "VBG"
    return beside and verb.lower_ in word_set("levels", "verbs_give") and any(c.dep_ == "nsubj" for c in verb.children)


def is_host(verb: Token) -> bool:
    """Whether the subject of a verb is where the forces are that are its object."""
    return verb.lower_ in word_set("levels", "verbs_host")


def numbers(verb: Token) -> bool:
    """Whether the subject of a verb is of as many as its object says: "numbers 510"."""
    return verb.lower_ in word_set("levels", "verbs_number")


def amounts(verb: Token) -> bool:
    """Whether a verb with a preposition says how many its subject or object is: "amounts to", "is put at"."""
    return verb.lower_ in word_set("levels", "verbs_amount")


def limits(verb: Token) -> bool:
    """Whether a verb sets a ceiling: "limited to 1,960"."""
    return verb.lower_ in word_set("levels", "verbs_limit")


def allows(verb: Token) -> bool:
    """Whether a verb allows a number: "authorised to have up to 75"."""
    return verb.lower_ in word_set("levels", "verbs_allow")
