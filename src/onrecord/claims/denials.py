"""Ways of saying that something is not so, or was never done, without a "not" at its verb."""

from __future__ import annotations

from onrecord.claims.tree import ancestors, child, children, is_noun, is_verb
from onrecord.lexicon.words import word_set
from onrecord.nlp.tokens import Token

BARRING = frozenset(
    """bar bars barred barring prohibit prohibits prohibited forbid forbids forbade forbidden prevent prevents prevented stop stops stopped
    keep keeps kept block blocks blocked ban bans banned preclude precludes precluded refrain refrains refrained""".split()
)
DISMISSING = frozenset(
    """dismiss dismisses dismissed reject rejects rejected deny denies denied rebut rebuts rebutted refute refutes refuted disputes disputed
    dispute""".split()
)
FALSE = frozenset(
    "lie lies falsehood fabrication untrue false wrong baseless unfounded incorrect rubbish nonsense fake".split()
)
FALLEN = frozenset(
    """rejected dropped frozen shelved blocked scrapped cancelled canceled abandoned defeated vetoed withdrawn reversed rescinded suspended
    overturned""".split()
)
TRIES = frozenset("motion bill amendment proposal attempt bid plan vote resolution".split())
FAILING = frozenset(["failed", "fails", "collapsed"])
ASKED = frozenset("demand call request appeal pressure plea".split())
RESISTING = frozenset(
    "resist resists resisted resisting reject rejects rejected ignore ignores ignored rebuff rebuffs rebuffed".split()
)
YIELDING = frozenset("bow bowed yield yielded bend bent submit give".split())
MAX_STEPS = 4


def denied_by(token: Token) -> Token | None:
    """The word above a clause or phrase that says it is not so: "bars the president from cutting", "stopped short of withdrawing",
    "dismissed reports that they left", "it was a lie that they left", "a proposal to send them was rejected"."""
    return (
        _barred(token)
        or _without(token)
        or _falling_short(token)
        or _dismissed(token)
        or _false(token)
        or _called_off(token)
        or _not_yielding(token)
    )


def _barred(token: Token) -> Token | None:
    prep = token.head if token.dep_ in ("pcomp", "pobj") else None
    if prep is None or prep.lower_ != "from" or prep.head.lower_ not in BARRING:
        return None
    return prep.head if token.dep_ == "pcomp" else None


def _without(token: Token) -> Token | None:
    """ "quadruples its figure without sending anyone", "the day passed without a withdrawal"."""
    done = token.dep_ == "pcomp" or (token.dep_ == "pobj" and token.lower_ in word_set("lateness", "nouns_move"))
    return token.head if done and token.head.lower_ == "without" else None


def _falling_short(token: Token) -> Token | None:
    prep = token.head if token.dep_ in ("pcomp", "pobj") else None
    if prep is None or prep.lower_ != "of":
        return None
    if prep.head.lower_ == "short":
        return prep.head
    return (
        next((c for c in children(prep.head, "advmod", "acomp") if c.lower_ == "short"), None) if is_verb(prep.head) else None
    )


def _dismissed(token: Token) -> Token | None:
    """The verb that rejects the report, claim or plan in which the clause stands."""
    known = word_set("status", "nouns_possible") | word_set("status", "nouns_plan")
    for above in list(ancestors(token))[:MAX_STEPS]:
        if above.lower_ in TRIES and above.dep_ == "nsubj" and above.head.lower_ in FAILING:
            return above.head  # "a motion to bring the unit home failed"
        if (
            is_noun(above)
            and above.lower_.removesuffix("s") in known
            and token.dep_ in ("acl", "ccomp", "relcl", "pobj", "pcomp", "xcomp")
        ):
            verb = above.head
            plan = above.lower_.removesuffix("s") in word_set("status", "nouns_plan")
            if above.dep_ == "dobj" and (verb.lower_ in DISMISSING or (plan and verb.lower_ in FALLEN)):
                return verb
            if above.dep_ == "nsubjpass" and (verb.lower_ in DISMISSING or (plan and verb.lower_ in FALLEN)):
                return verb

            return None
        if is_verb(above) and above.dep_ not in ("acl", "xcomp", "ccomp", "relcl"):
            return None
    return None


def _called_off(noun: Token) -> Token | None:
    """ "the withdrawal was called off", "scrapped the planned deployment": it will not be."""
    verb = noun.head
    if not is_noun(noun) or noun.dep_ not in ("dobj", "nsubjpass") or not is_verb(verb):
        return None
    off = verb.lower_ in ("call", "called", "calls", "calling") and any(c.lower_ == "off" for c in verb.children)
    return verb if off else None


def _not_yielding(token: Token) -> Token | None:
    """ "would not bow to demands to bring them home", "resisted calls to leave"."""
    demand = token.head
    if token.dep_ not in ("acl", "relcl") or demand.lower_.rstrip("s") not in ASKED:
        return None
    above = demand.head
    if demand.dep_ == "dobj" and above.lower_ in RESISTING:
        return above
    verb = above.head if demand.dep_ == "pobj" and above.lower_ == "to" else None
    return child(verb, "neg") if verb is not None and verb.lower_ in YIELDING else None


def _false(token: Token) -> Token | None:
    """ "it was a lie that …", "that … is untrue", "reports that … were nonsense"."""
    above = token.head
    told = token.dep_ in ("acl", "ccomp", "relcl") and above.lower_.removesuffix("s") in word_set("status", "nouns_possible")
    if told and above.dep_ == "nsubj" and above.head.lower_ in ("is", "are", "was", "were"):
        return next((c for c in children(above.head, "attr", "acomp") if c.lower_ in FALSE), None)
    if token.dep_ in ("relcl", "acl") and above.lower_ in FALSE and above.dep_ == "attr":
        return above
    if token.dep_ in ("ccomp", "csubj", "advcl") and above.lower_ in ("is", "was", "are", "were", "be"):
        if child(token, "mark") is None:
            return None
        return next((c for c in children(above, "attr", "acomp") if c.lower_ in FALSE), None)
    return None


def counterfactual(verb: Token) -> Token | None:
    """The "had" or "were" that opens a clause of what did not happen: "Had the West sent troops, …"."""
    aux = next((c for c in children(verb, "aux") if c.lower_ == "had"), None)
    who = child(verb, "nsubj")
    if aux is None or who is None or aux.i > who.i or verb.dep_ not in ("advcl", "ccomp"):
        return None
    return aux


def shared_modal(verb: Token) -> Token | None:
    """The "will" that a base form shares over a saying put between: "will withdraw them, the minister said, and close its base"."""
    if verb.tag_ != "VB" or verb.dep_ != "conj" or children(verb, "aux"):
        return None
    said = verb.head
    for clause in children(said, "ccomp") if is_verb(said) else ():
        aux = next((c for c in children(clause, "aux") if c.lower_ in word_set("status", "modals_plan")), None)
        if aux is not None and clause.i < verb.i:
            return aux
    return None
