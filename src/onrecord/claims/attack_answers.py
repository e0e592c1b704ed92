"""Who is said to answer for an attack: who claimed it, whom others blame for it, to whom it is put down."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.claims.subjects import is_passive, passive_subject, subject
from onrecord.claims.tree import ancestors, child, children, is_verb, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Status
from onrecord.nlp.tokens import Token


@dataclass(frozen=True, slots=True)
class Answer:
    """Who is said to answer for an attack, and how far that goes: claimed, blamed, denied."""

    who: Token
    status: Status | None = None
    word: Token | None = None


def answer_for(head: Token) -> Answer | None:
    """ "claimed responsibility for the attack", "was behind the bombing", "blamed Iran for the strikes", "accused of the raid",
    "had nothing to do with the barrage"."""
    if (answer := put_down_to(head)) is not None:
        return answer
    if head.dep_ != "pobj":
        return None
    over = head.head.head
    if head.head.lower_ == "for" and over.lower_ in ("responsibility", "credit") and is_verb(over.head):
        who = subject(over.head)
        denied = over.head if over.head.lower_ in ("denied", "denies", "denying", "deny", "rejected") else None
        return Answer(who, Status.DENIED if denied is not None else None, denied) if who is not None else None
    if head.head.lower_ == "for" and over.lower_ == "responsible":
        who = subject(over.head) if is_verb(over.head) else over.head
        return Answer(who) if who is not None else None
    if head.head.lower_ == "behind":
        who = subject(over) if is_verb(over) else over
        return Answer(who) if who is not None else None
    return _blamed(head, over)


def _blamed(head: Token, over: Token) -> Answer | None:
    if over.lower_ in ("do", "involvement", "role", "part", "hand") and head.head.lower_ in ("with", "in"):
        verb = (
            over.head
            if over.lower_ != "do"
            else next((a for a in ancestors(over) if a.lower_ in ("had", "has", "have")), over.head)
        )
        no = any(
            t.lower_ in ("nothing", "no", "denied", "denies", "denying") for t in (verb, over, *verb.children, *over.children)
        )
        who = subject(verb) if is_verb(verb) else None
        return Answer(who, Status.DENIED, over) if who is not None and no else None
    verb = over if is_verb(over) else over.head
    if verb.lower_ not in word_set("attack", "verbs_blame") or head.head.lower_ not in ("for", "of", "over"):
        return None
    who = passive_subject(verb) if is_passive(verb) else child(verb, "dobj")
    return Answer(who, Status.POSSIBLE, verb) if who is not None and who.i != head.i else None


def put_down_to(head: Token) -> Answer | None:
    """ "an attack blamed on the rebels", "the raid, which Kyiv attributed to Russia", "blamed the bombing on the militia"."""
    over = head.head if head.dep_ in ("dobj", "nsubjpass", "nsubj") else None
    for verb in (*children(head, "acl", "relcl"), *([over] if over is not None else [])):
        if verb.lower_ not in word_set("attack", "verbs_put_down"):
            continue
        who = next((o for p, o in preposition_objects(verb) if p in ("on", "to")), None)
        if who is not None and who.i > verb.i:
            return Answer(who, Status.POSSIBLE, verb)
    return None


def is_left_open(head: Token) -> bool:
    """ "It was not clear who carried out the attack", "unclear which group": that nobody knows who did it denies nothing."""
    verb = (
        head.head if head.dep_ == "dobj" else head.head.head if head.dep_ == "pobj" and head.head.lower_ == "behind" else None
    )
    asked = child(verb, "nsubj") if verb is not None and verb.dep_ in ("ccomp", "advcl", "pcomp", "csubj") else None
    return asked is not None and (asked.lower_ == "who" or any(c.lower_ in ("which", "what") for c in children(asked, "det")))
