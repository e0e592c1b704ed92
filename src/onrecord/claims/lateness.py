"""What is late: deadlines that are missed, met or only set, promises kept and broken, moves that stall or run behind schedule."""

from __future__ import annotations

from onrecord.claims.status_own import Standing, is_infinitive, negation_of
from onrecord.claims.tree import ancestors, child, children, is_noun, is_verb
from onrecord.lexicon.words import word_set
from onrecord.model import Status
from onrecord.nlp.tokens import Token

MAX_STEPS = 6
ON_THE_WAY = frozenset("dobj nsubjpass pobj pcomp prep xcomp ccomp conj acl relcl".split())
"""How what is to be done hangs below its deadline: "to complete the withdrawal of", "for closing its base and withdrawing"."""
WHAT_FOR = frozenset("for of on to".split())
IN_WHICH = frozenset("in on with at to".split())
OF_A_DAY = frozenset("on at last this in".split())


def lateness_of(token: Token) -> Standing | None:
    """The status of what has a deadline or is late: denied where the deadline was missed ("missed its deadline to withdraw 100
    soldiers") or the promise broken ("broke its promise to withdraw"), actual where the promise was kept, planned where it is only set or has passed, and where the thing is late, stalled or behind schedule."""
    if (found := _by_deadline(token) or _by_promise(token)) is not None:
        return found
    word = _stalled(token) or _late_in(token)
    return Standing(Status.PLANNED, word) if word is not None else None


def _by_deadline(token: Token) -> Standing | None:
    """What became of the deadline above a clause or noun; one that was met leaves it to the verb of meeting."""
    deadline = _deadline_over(token)
    if deadline is None:
        return None
    verb = deadline.head
    set_only = Standing(Status.PLANNED, deadline) if deadline.lower_ in word_set("lateness", "nouns_deadline") else None
    if not is_verb(verb):
        return set_only
    if deadline.dep_ in ("dobj", "nsubjpass"):
        if verb.lower_ in word_set("lateness", "verbs_miss"):
            return Standing(Status.DENIED if negation_of(verb) is None else Status.PLANNED, verb)
        if verb.lower_ in word_set("lateness", "verbs_meet"):
            return _unmet(verb)
    if deadline.dep_ == "nsubj" and verb.lower_ in word_set("lateness", "verbs_lapse") and (word := _undone(verb)) is not None:
        return Standing(Status.DENIED, word)
    return set_only


def _deadline_over(token: Token) -> Token | None:
    """The deadline by which it was to be done: "its deadline to withdraw", "a deadline for the withdrawal"."""
    known = word_set("lateness", "nouns_deadline") | word_set("lateness", "nouns_missable")
    below = token
    for above in list(ancestors(token))[:MAX_STEPS]:
        if below.dep_ in ("advcl", "xcomp") and is_verb(above) and is_infinitive(below):
            # "missed their deadline to sign", where the parse hangs the infinitive on the verb
            beside = (c for c in children(above, "dobj", "nsubjpass") if c.lower_ in known and c.i < below.i)
            if (deadline := next(beside, None)) is not None or below.dep_ == "advcl":
                return deadline
        if below.dep_ not in ON_THE_WAY or (below.dep_ in ("acl", "relcl") and not is_infinitive(below)):
            return None
        if is_noun(above) and above.lower_ in known:
            return above if below.dep_ in ("acl", "relcl") or below.lower_ in WHAT_FOR else None
        below = above
    return None


def _by_promise(token: Token) -> Standing | None:
    """What became of a promise above a clause: "kept its promise to deliver", "went back on its pledge to withdraw"."""
    promise = next((t for t in list(ancestors(token))[:MAX_STEPS] if t.lower_ in word_set("lateness", "nouns_promise")), None)
    clause = token if promise is None or token.head.i == promise.i else _below(token, promise)
    if promise is None or clause.dep_ not in ("acl", "relcl") or not is_infinitive(clause):
        return None
    verb = promise.head if promise.dep_ in ("dobj", "nsubjpass") else promise.head.head
    if not is_verb(verb) or (promise.dep_ == "pobj" and promise.head.lower_ not in ("on", "from")):
        return None
    done = verb.tag_ in ("VBD", "VBN") and not any(c.tag_ in ("MD", "TO") for c in children(verb, "aux"))
    broken = verb.lower_ in word_set("lateness", "verbs_break") or (
        promise.dep_ == "pobj" and any(c.lower_ == "back" for c in verb.children)
    )
    if broken and done:
        return Standing(Status.DENIED if negation_of(verb) is None else Status.PLANNED, verb)
    if verb.lower_ not in word_set("lateness", "verbs_keep"):
        return None
    if (unkept := _unmet(verb)) is not None:
        return unkept
    return Standing(Status.ACTUAL, verb) if done and clause.i == token.i else None


def _below(token: Token, over: Token) -> Token:
    """The word right below another on the way up from a token."""
    return next((t for t in (token, *ancestors(token)) if t.head.i == over.i), token)


def _unmet(verb: Token) -> Standing | None:
    """ "did not meet its deadline", "failed to meet it"; nothing where it was met."""
    if (word := negation_of(verb)) is not None:
        return Standing(Status.DENIED, word)
    over = verb.head
    failed = verb.dep_ == "xcomp" and over.lower_ in word_set("status", "verbs_denied")
    return Standing(Status.DENIED, over) if failed else None


def _undone(verb: Token) -> Token | None:
    """The "without" of a deadline that "passed without a withdrawal", "lapsed without a soldier leaving"; not "without comment"."""
    for without in (c for c in children(verb, "prep") if c.lower_ == "without"):
        deeds = word_set("lateness", "nouns_move") | word_set("lateness", "nouns_progress")
        if child(without, "pcomp") is not None or any(o.lower_ in deeds for o in children(without, "pobj")):
            return without
    return None


def _stalled(token: Token) -> Token | None:
    """The word by which a move is late: "the withdrawal has stalled", "is behind schedule", "a dispute stalled the deployment"."""
    verb = token.head
    if token.lower_ not in word_set("lateness", "nouns_move") or not is_verb(verb):
        return None
    if token.dep_ in ("nsubj", "nsubjpass", "dobj") and verb.lower_ in word_set("lateness", "verbs_stall"):
        return verb
    return _word_of_lateness(verb) if token.dep_ in ("nsubj", "nsubjpass") else None


def _late_in(token: Token) -> Token | None:
    """The word by which somebody is late with it: "is late in withdrawing", "was behind schedule with the withdrawal of"."""
    if is_infinitive(token) and token.dep_ in ("xcomp", "ccomp", "advcl"):
        above = token.head
        return _word_of_lateness(above.head) if above.dep_ in ("acomp", "advmod") and above.lower_ in _late() else None
    prep = token.head
    if token.dep_ not in ("pcomp", "pobj") or prep.lower_ not in IN_WHICH or prep.dep_ != "prep":
        return None
    if token.dep_ == "pobj" and token.lower_ not in word_set("lateness", "nouns_move"):
        return None
    verb = next((t for t in list(ancestors(prep))[:3] if is_verb(t)), None)
    if verb is None:
        return None
    return verb if verb.lower_ in word_set("lateness", "verbs_lag") else _word_of_lateness(verb)


def _late() -> frozenset[str]:
    return word_set("lateness", "adjectives_late")


def _word_of_lateness(verb: Token) -> Token | None:
    """ "is late", "is running late", "has fallen behind", "remains behind schedule"."""
    if verb.lower_ not in word_set("lateness", "verbs_be") | word_set("lateness", "copulas"):
        return None
    late = next((c for c in children(verb, "acomp", "advmod") if c.lower_ in _late() and not _is_of_a_day(c)), None)
    if late is not None:
        return late
    for behind in (c for c in children(verb, "prep", "advmod", "prt", "acomp") if c.lower_ == "behind"):
        objects = children(behind, "pobj")
        if not objects or any(o.lower_ in word_set("lateness", "nouns_schedule") for o in objects):
            return behind
    return None


def _is_of_a_day(word: Token) -> bool:
    """ "late on Friday", "late last year": a time of day or year, and no lateness; "late in withdrawing" is none."""
    if word.lower_ != "late" or word.i + 1 >= len(word.doc):
        return False
    after = word.nbor(1)
    day = after.lower_ in OF_A_DAY or after.tag_ in ("NNP", "CD")
    return day and not any(o.tag_ == "VBG" for o in after.children) and not _is_of_a_move(after)


def _is_of_a_move(prep: Token) -> bool:
    return any(o.lower_ in word_set("lateness", "nouns_move") for o in children(prep, "pobj"))
