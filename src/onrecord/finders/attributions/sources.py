"""Whose words they are: the subject, agent or possessor that belongs to a cue."""

from __future__ import annotations

from onrecord.nlp.tokens import Token

MAX_CLIMB = 12
"""Steps up the parse in search of a subject; more would be a parse gone wrong."""

SUBJECTS = frozenset(["nsubj", "csubj", "expl"])
CONTROLLED = frozenset(["advcl", "xcomp", "pcomp", "prep", "conj", "acl", "dep", "ccomp"])
TIMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night week month year today yesterday tomorrow
    """.split()
)
TELLING = frozenset(["told", "tells", "telling", "tell"])
GIVERS = frozenset(["by", "from", "of"])


def source_of(verb: Token) -> Token | None:
    """The head of the phrase that names the speaker of ``verb``: subject, agent of a passive, or the subject that it shares."""
    if is_passive(verb):
        return agent_of(verb)
    token = verb
    for _ in range(MAX_CLIMB):
        subject = _subject(token, verb)
        if subject is not None:
            return subject
        if token.dep_ == "acl":
            return token.head
        if token.dep_ not in CONTROLLED or token.head is token or (token.dep_ == "ccomp" and token.tag_ != "VBG"):
            return None
        token = token.head
        if token is not verb and is_passive(token):
            return _child(token, ("nsubjpass",))
    return None


def is_passive(verb: Token) -> bool:
    """Whether ``verb`` is passive: "was announced", "groups believed to be"."""
    if verb.tag_ != "VBN":
        return False
    deps = {child.dep_ for child in verb.children}
    if deps & {"auxpass", "nsubjpass", "agent"}:
        return True
    if verb.dep_ == "conj" and verb.head.tag_ == "VBN" and not deps & {"aux", "nsubj"}:
        return is_passive(verb.head)
    return verb.dep_ in ("acl", "relcl") and not deps & {"aux", "nsubj"}


def agent_of(verb: Token) -> Token | None:
    """The "by" phrase of a passive."""
    by = _child(verb, ("agent",))
    return _child(by, ("pobj",)) if by is not None else None


def giver_of(noun: Token) -> Token | None:
    """Who stands behind a noun: "the ministry's claim", "a report by the army", "she made the claim"."""
    owner = _child(noun, ("poss",))
    if owner is not None:
        return owner
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in GIVERS:
            return _child(child, ("pobj",))
    compound = next((child for child in noun.lefts if child.dep_ == "compound" and child.tag_ == "NNP"), None)
    if compound is not None:
        return compound
    return source_of(noun.head) if noun.dep_ == "dobj" and noun.head.tag_.startswith("V") else None


def phrase(head: Token, *, cue: Token) -> tuple[int, int]:
    """The noun phrase of ``head`` as a range of tokens: titles and appositions in, a relative clause after a comma out."""
    first, last = head.left_edge.i, head.right_edge.i
    if head.dep_ == "poss":
        last = max([head.i, *(child.i for child in head.rights if child.dep_ == "case")])
    for child in head.rights:
        edge = child.left_edge.i
        clause = child.dep_ in ("relcl", "acl", "advcl", "ccomp", "parataxis")
        if clause and edge > head.i and (head.doc[edge - 1].text in (",", "—", "--") or edge <= cue.i <= child.right_edge.i):
            last = min(last, edge - 1)
    if first <= cue.i <= last:
        first, last = (cue.i + 1, last) if cue.i < head.i else (first, cue.i - 1)
    return first, max(first, last)


def _subject(token: Token, verb: Token) -> Token | None:
    """The subject of this very verb; after an inversion the parser may call it an object: “…,” said Haddad."""
    subject = _child(token, ("nsubj", "csubj", "nsubjpass"))
    if subject is not None or token is not verb:
        return subject
    before = any(child.dep_ in ("ccomp", "parataxis") for child in token.lefts) or (token.dep_ == "parataxis")
    behind = next(
        (child for child in token.rights if child.dep_ in ("dobj", "attr", "npadvmod", "oprd") and _may_speak(child, verb)),
        None,
    )
    return behind if before and behind is not None and behind.i <= token.i + 12 else None


def _may_speak(noun: Token, verb: Token) -> bool:
    """Whether the phrase behind a verb may be its subject: no time ("said Thursday morning"), nor whom one tells."""
    return noun.lower_ not in TIMES and verb.lower_ not in TELLING


def _child(token: Token, deps: tuple[str, ...]) -> Token | None:
    return next((child for child in token.children if child.dep_ in deps), None)
