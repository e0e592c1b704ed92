"""Subjects and agents of verbs: passive, shared by coordination, controlled, relative."""

from __future__ import annotations

from onrecord.claims.tree import (
    RELATIVE,
    ancestors,
    child,
    children,
    is_verb,
    preposition_objects,
)
from onrecord.lexicon.words import word_set
from onrecord.nlp.tokens import Token

CONTROL_OBJECT = frozenset(
    """order orders ordered ordering urge urges urged allow allows allowed ask asks asked tell told force forces forced
    require requires required want wants wanted direct directed instruct instructed expect expects expected authorize
    authorized authorise authorised permit permits permitted help helps helped helping enable enables enabled lead led""".split()
)


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: with an auxiliary, or a participle that modifies what it is done to."""
    if child(verb, "auxpass", "nsubjpass") is not None:
        return True
    if verb.tag_ != "VBN" or (child(verb, "aux", "dobj") is not None and child(verb, "agent") is None):
        return False
    if verb.dep_ in ("acl", "amod"):
        return True
    if verb.dep_ in ("xcomp", "oprd") and child(verb, "aux", "nsubj") is None and is_verb(verb.head):
        return is_passive(verb.head)  # "were reported killed"
    if verb.dep_ == "conj" and is_verb(verb.head):
        return child(verb, "nsubj") is None and is_passive(verb.head)
    return child(verb, "agent") is not None or (verb.dep_ in ("ROOT", "advcl", "ccomp") and child(verb, "nsubj") is None)


def agent_phrase(verb: Token) -> Token | None:
    """The "by" phrase of a passive verb, its own or that of a verb coordinated after it."""
    for prep, obj in preposition_objects(verb):
        if prep == "by" and not is_date_like(obj):
            return obj
    return None


def is_date_like(token: Token) -> bool:
    """Whether a "by" phrase gives a time and no agent: "by June", "by then"."""
    return token.tag_ == "CD" or token.lower_ in MONTHS or token.lower_ in SPANS


SPANS = frozenset("end then now time day days week weeks month months year years half".split())
MONTHS = frozenset(
    """january february march april may june july august september october november december jan. feb. mar. apr. jun.
    jul. aug. sept. sep. oct. nov. dec. mid""".split()
)


def subject(verb: Token) -> Token | None:
    """The subject of an active verb, shared or controlled where it has none of its own."""
    for _ in range(8):
        if (accused := _accused(verb)) is not None:
            return accused
        own = _own_subject(verb)
        if own is not None:
            return relative_antecedent(verb) if own.lower_ in RELATIVE and own.tag_.startswith("W") else own
        if verb.tag_ == "VBG" and verb.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj"):
            return child(verb, "poss", "compound", "amod")
        if (ranked := _who_is_first(verb)) is not None:
            return ranked
        if verb.dep_ == "acl" and not _is_infinitive(verb):
            return verb.head
        if (planner := _planner(verb)) is not None:
            return planner
        if verb.dep_ == "relcl" or _is_headed(verb):
            return verb.head
        if (left := _left_behind(verb)) is not None:
            return left
        above = _governor(verb)
        if above is None:
            return None
        if verb.dep_ in ("xcomp", "ccomp") and above.lower_ in CONTROL_OBJECT:
            told = child(above, "dobj", "nsubjpass")
            if told is not None:
                return told
        if above.lower_ == "used" and is_passive(above) and (by := agent_phrase(above)) is not None and verb.dep_ != "conj":
            return by  # "is used by the force to train recruits"
        if is_passive(above):
            found = passive_subject(above) if verb.dep_ in ("xcomp", "conj", "advcl", "pcomp") else None
            if found is not None:
                return found
            if verb.dep_ != "conj":
                return None
        verb = above
    return None


RANKS = frozenset("first second third latest last next only".split())
RANKED = frozenset("one country nation state ally member party".split())


def _who_is_first(verb: Token) -> Token | None:
    """ "Botswana was the first to withdraw", "became the first country to leave": who does what he is the first to do."""
    rank = verb.head
    if verb.dep_ not in ("relcl", "acl", "xcomp", "advcl") or rank.dep_ not in ("attr", "acomp") or not _is_infinitive(verb):
        return None
    ranked = rank.lower_ in RANKS or (rank.lower_ in RANKED and any(c.lower_ in RANKS for c in rank.children))
    return child(rank.head, "nsubj") if ranked else None


def _is_headed(verb: Token) -> bool:
    """ "Ireland to raise number of peacekeepers in Lebanon": the name that a headline without a verb of its own begins with."""
    name = verb.head
    headed = verb.dep_ == "acl" and name.dep_ == "ROOT" and name.tag_ in ("NNP", "NNPS") and name.i < verb.i
    return headed and _is_infinitive(verb)


def _planner(verb: Token) -> Token | None:
    """Whose plan it is: "Norway's plan to withdraw its soldiers", "the French decision to send tanks"."""
    noun = verb.head
    if verb.dep_ != "acl" or noun.lower_ not in word_set("status", "nouns_own_plan"):
        return None
    owner = child(noun, "poss")
    if owner is not None:
        known = owner.tag_ in ("NNP", "NNPS", "PRP$") or owner.lower_ == "government"
        return owner if known else None
    return next((c for c in children(noun, "amod", "compound", "nmod") if c.text[:1].isupper() and c.i > 0), None)


def _left_behind(verb: Token) -> Token | None:
    """Of "France, which had 4,500 troops there, last week sent a group home" the subject that the parse gave to the clause between."""
    if verb.dep_ != "ROOT" or verb.tag_ not in ("VBD", "VBZ", "VBP") or child(verb, "nsubj", "nsubjpass", "expl") is not None:
        return None
    clause = next((c for c in children(verb, "ccomp", "advcl") if c.i < verb.i and is_verb(c)), None)
    found = child(clause, "nsubj") if clause is not None else None
    if clause is None or found is None or not found.tag_.startswith("NN") or child(clause, "mark") is not None:
        return None
    return found if any(c.dep_ in ("relcl", "acl") or c.text == "," for c in found.children) else None


ACCUSING = frozenset(f"{verb}{ending}" for verb in ("accus", "blam") for ending in ("e", "es", "ed", "ing")) | frozenset(
    "suspect suspects suspected suspecting fault faults faulted".split()
)


def _accused(verb: Token) -> Token | None:
    """Who is accused "of attacking its troops", blamed "for shelling the town"."""
    prep = verb.head if verb.dep_ == "pcomp" else None
    if prep is None or prep.lower_ not in ("of", "for") or prep.head.lower_ not in ACCUSING:
        return None
    return child(prep.head, "dobj") or (passive_subject(prep.head) if is_passive(prep.head) else None)


def _own_subject(verb: Token) -> Token | None:
    """The subject next to the verb, where the parse gives two ("Near Palmyra, one strike destroyed …")."""
    found = children(verb, "nsubj", "csubj")
    before = [t for t in found if t.i < verb.i]
    return before[-1] if before else found[0] if found else None


def passive_subject(verb: Token) -> Token | None:
    """What a passive verb is done to."""
    for _ in range(6):
        own = child(verb, "nsubjpass")
        if own is None and verb.tag_ == "VBN":
            own = child(verb, "nsubj") or _of_auxiliary(verb)
        if own is not None:
            return relative_antecedent(verb) if own.lower_ in RELATIVE and own.tag_.startswith("W") else own
        if verb.dep_ in ("acl", "relcl", "amod"):
            return verb.head
        above = _governor(verb)
        if above is None:
            return None
        if not is_passive(above):
            return subject(above) if verb.dep_ in ("xcomp", "conj", "advcl", "ccomp") else None
        verb = above
    return None


def _of_auxiliary(verb: Token) -> Token | None:
    """The subject that the parse hung on the auxiliary: "two bases were closed and handed over"."""
    found = (child(aux, "nsubj", "nsubjpass") for aux in children(verb, "auxpass", "aux"))
    return next((t for t in found if t is not None), None)


def _governor(verb: Token) -> Token | None:
    """The verb from which a subjectless verb takes its subject: coordination, complement, participle, "by doing"."""
    if verb.dep_ == "ccomp" and verb.head.i > verb.i:
        return None  # "raided a village, a governor said": who says so has not done it
    if verb.dep_ in ("conj", "xcomp", "advcl", "ccomp", "dep", "parataxis"):
        return verb.head if is_verb(verb.head) else _controller(verb.head) if verb.dep_ != "conj" else None
    if verb.dep_ == "acl":
        above = verb.head
        return above.head if is_verb(above.head) and above.dep_ in ("dobj", "attr", "nsubjpass") else _controller(above)
    if verb.dep_ == "pcomp":
        above = verb.head.head
        return above if is_verb(above) else _controller(above)
    return None


def _is_infinitive(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _controller(token: Token) -> Token | None:
    """The verb whose subject acts in an infinitive or participle on a noun or adjective ("is able to", "made a bid to")."""
    return next((t for t in ancestors(token) if is_verb(t)), None)


def relative_antecedent(verb: Token) -> Token | None:
    """What "who" or "which" stands for, for a verb within a relative clause."""
    for token in [verb, *ancestors(verb)]:
        if token.dep_ in ("relcl", "acl"):
            return token.head
        if not is_verb(token):
            return None
    return None
