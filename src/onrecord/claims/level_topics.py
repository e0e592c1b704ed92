"""What a number of forces measures: "the contingent numbers 510", "a ceiling of 800", "British forces total 1,200"."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.claims.level_words import AT, BE, CAPS, COUNTS, amounts, limits, numbers
from onrecord.claims.phrases import is_force
from onrecord.claims.subjects import is_passive, passive_subject, subject
from onrecord.claims.tree import child, children, is_verb, preposition_objects
from onrecord.nlp.tokens import Token

ACRONYM = 4
"""Letters of a name in capitals that may be that of a mission."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What is measured: the head of its phrase ("strength"), and the forces that it is of ("troop", "of American troops")."""

    head: Token
    forces: tuple[Token, ...] = ()

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words at which its owner and place may hang, the forces first."""
        return (*self.forces, self.head)


def topic_of(noun: Token) -> Topic | None:
    """What a number, or the noun that it counts, is the measure of; ``None`` where it stands for itself."""
    head = _measured(noun)
    if head is None or head.i == noun.i:
        return None
    about = [o for p, o in preposition_objects(head) if p in ("of", "on", "for") and o.i != noun.i and is_force(o)]
    inside = [c for c in children(head, "compound") if is_force(c)]
    found = Topic(head, (*about, *inside))
    return found if _can_be_measured(noun, found) else None


def _can_be_measured(noun: Token, topic: Topic) -> bool:
    """Whether forces, a count or ceiling of them, or a body in whose place they stand is measured."""
    head = topic.head
    if topic.forces or is_force(head) or head.lower_ in COUNTS or head.lower_ in CAPS:
        return True
    acronym = head.tag_ in ("NNP", "NNS") and head.text.isupper() and len(head) >= ACRONYM  # "KFOR stands at 4,500"
    counted = noun.tag_ != "CD" or head.lower_ == "them" or _is_put_at(head, noun) or acronym
    return counted and (
        head.tag_ in ("NNP", "NNPS", "PRP")
        or _is_acronym(head)
        or head.lower_ in ("side", "sides", "contribution", "party", "parties", "group")
    )


def _is_acronym(head: Token) -> bool:
    """ "KFOR consists of 4,500 troops", whatever the tagger takes it for."""
    return len(head) > 2 and head.text.isupper()


def _is_put_at(head: Token, noun: Token) -> bool:
    """ "A spokesman put it at 405": the number of forces that was spoken of."""
    return (
        head.lower_ == "it" and head.dep_ == "dobj" and head.head.lower_ in ("put", "puts", "putting") and noun.dep_ == "pobj"
    )


def _measured(noun: Token) -> Token | None:
    if noun.i > 0 and (headed := _before_colon(noun)) is not None:
        return headed
    verb = noun.head
    if (
        noun.dep_ == "nummod"
        and verb.lower_ in ("number", "numbers", "total", "totals")
        and (own := child(verb, "nsubj", "compound") or (subject(verb) if is_verb(verb) else None))
    ):
        return own  # "Indian peacekeepers number 2,400"
    if noun.dep_ in ("dobj", "attr", "oprd", "nummod") and (is_verb(verb) or child(verb, "nsubj") is not None):
        if noun.dep_ != "attr" and numbers(verb) and verb.lower_ not in ("have", "has", "had", "having"):
            return subject(verb) or child(verb, "nsubj")
        if verb.lower_ in BE or (noun.tag_ == "CD" and amounts(verb)):
            return _said_of(noun, verb)
    if noun.dep_ == "pobj":
        return _under(noun.head, noun)
    if noun.dep_ in ("npadvmod", "nummod", "advmod") and verb.lower_ == "strong":
        return verb.head if not is_verb(verb.head) else subject(verb.head)
    return None


def _before_colon(noun: Token) -> Token | None:
    """ "French troops in Gabon: 900": the forces that head the line, where no verb is in it."""
    if noun.tag_ != "CD" or any(is_verb(t) for t in noun.doc):
        return None
    before = [t for t in noun.doc[: noun.i] if t.lower_ not in ("about", "around", "some", "roughly", "nearly", "almost")]
    return next((t for t in before if is_force(t)), None) if before and before[-1].text == ":" else None


def _said_of(noun: Token, verb: Token) -> Token | None:
    """ "the strength is 630"; "800 was the ceiling" has the number as the subject."""
    found = child(verb, "nsubj", "nsubjpass")
    return found if found is not None and found.i != noun.i else None


def _under(prep: Token, noun: Token) -> Token | None:
    """What "at 4,565", "of 4,087", "to 1,960" measures: the noun that it is on, or what the verb before it puts there."""
    above = prep.head
    if prep.dep_ == "prep" and prep.head.dep_ == "prep":
        above = prep.head.head  # "up to"
    if above.tag_ == "RP" or above.dep_ == "prt":
        above = above.head
    if not is_verb(above):
        if above.dep_ in ("acomp", "advmod", "prep") and is_verb(above.head):
            above = above.head
        elif prep.lower_ == "of":
            return above if noun.tag_ == "CD" or is_force(above) or above.lower_ in COUNTS or above.lower_ in CAPS else None
        else:
            return above if above.lower_ in COUNTS or above.lower_ in CAPS else None
    return _put_at(above, prep.lower_)


def _put_at(verb: Token, prep: str) -> Token | None:
    """The object or subject of a verb of amounting, putting or limiting."""
    if limits(verb) and prep in ("to", "at"):
        return child(verb, "dobj") or passive_subject(verb)
    if prep not in AT or not (amounts(verb) or numbers(verb) or verb.lower_ in BE):
        return None
    if prep == "of" and verb.lower_ in BE:
        return None
    thing = child(verb, "dobj", "nsubjpass")
    left_out = thing is None or thing.tag_ == "WDT"
    if left_out and verb.dep_ == "relcl" and (is_force(verb.head) or verb.head.lower_ in COUNTS | {"contribution"}):
        return verb.head  # "a figure the opposition put at 1,200", "the contingent, which he put at 750"
    if thing is not None:
        return thing
    return passive_subject(verb) if is_passive(verb) else subject(verb)
