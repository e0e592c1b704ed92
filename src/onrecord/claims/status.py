"""How far a clause commits itself: actual, planned, conditional, possible, denied (factuality, after Saurí and Pustejovsky 2009)."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.claims.denials import counterfactual, denied_by, shared_modal
from onrecord.claims.tree import ancestors, child, children, is_noun, is_verb, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Stage, Status

NEGATIONS = frozenset("not n't never no neither nor without nobody none".split())
STAGES = {
    **dict.fromkeys(["order", "orders", "ordered", "direct", "directed", "instruct", "instructed"], Stage.ORDERED),
    **dict.fromkeys(["announce", "announces", "announced", "announcing", "declare", "declared"], Stage.ANNOUNCED),
    **dict.fromkeys(["propose", "proposes", "proposed", "suggest", "suggested", "recommend", "recommended"], Stage.PROPOSED),
    **dict.fromkeys(
        ["begin", "begins", "began", "begun", "start", "started", "starts", "beginning", "continue", "continues"],
        Stage.UNDERWAY,
    ),
}
BEFORE_INFINITIVE = frozenset(
    """able ready set due unable likely unlikely certain sure willing scheduled poised prepared committed""".split()
)
ANNOUNCED_ENDINGS = (
    "withdrawal",
    "pullout",
    "drawdown",
    "reduction",
    "deployment",
    "cut",
    "cuts",
    "departure",
    "return",
    "exit",
    "dispatch",
    "removal",
    "relocation",
    "increase",
    "surge",
    "reinforcement",
    "reinforcements",
    "reductions",
    "closure",
    "handover",
    "offensive",
    "operation",
)
MAX_LEVELS = 8


@dataclass(frozen=True, slots=True)
class Standing:
    """A status with the word that decided it, and the stage of a plan."""

    status: Status
    word: Token | None = None
    stage: Stage | None = None


RULING = frozenset("rule rules ruled ruling".split())
WAVES = frozenset("flood wave waves series string spate barrage number dozens hundreds scores campaign kind kinds".split())


def _reported_unsure(token: Token) -> Token | None:
    """A noun like "reports" or "claims" over the clause: "Reports that troops had left could not be verified"."""
    for above in list(ancestors(token))[:3]:
        if (
            is_noun(above)
            and above.lower_.rstrip("s") in word_set("status", "nouns_possible")
            and token.dep_ in ("acl", "ccomp", "relcl")
        ):
            return above
        if above.dep_ not in ("acl", "ccomp", "relcl"):
            return None
    return None


def standing_of(token: Token, *, headline: bool = False) -> Standing:
    """The status of what a verb or noun says, from its own clause and those that govern it.

    "will leave" is planned, "may leave" possible, "did not leave" denied, "threatened to leave" conditional, "would leave if"
    conditional, "said that it left" actual.
    """
    if (word := denied_by(token)) is not None:
        return Standing(Status.DENIED, word)
    own = _verb_standing(token, headline=headline) if is_verb(token) else _noun_standing(token)
    stage = own.stage
    if own.status is Status.PLANNED and (denial := _denied_by(token)) is not None:
        return Standing(Status.DENIED, denial)
    if own.status is not Status.ACTUAL:
        return own if stage else Standing(own.status, own.word, _stage_above(token))
    governed = _governed(token, MAX_LEVELS)
    return own if own.stage is Stage.UNDERWAY and governed.status is Status.ACTUAL else governed


def _denied_by(verb: Token) -> Token | None:
    """The verb that denies a plan: "denied that it would close the base"."""
    above = verb.head
    return above if verb.dep_ == "ccomp" and above.lower_ in ("deny", "denies", "denied", "denying") else None


def standing_of_event(noun: Token, light: Token | None) -> Standing:
    """The status of an event that a noun names: taken for granted unless its own modifiers, a noun of planning or claiming over
    it, or the verb that carries it out says otherwise ("planned an attack", "may launch strikes", "the threat of an attack")."""
    own = _noun_standing(noun)
    if own.status is not Status.ACTUAL:
        return own
    if light is not None and (light.lower_ in word_set("status", "verbs_event") or noun.dep_ == "dobj"):
        return standing_of(noun) if noun.dep_ in ("dobj", "nsubjpass") else standing_of(light)
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        if above.lower_ in ("warn", "warns", "warned", "warning"):
            return Standing(Status.POSSIBLE, above)
        if is_noun(above) and above.lower_ in WAVES:
            return standing_of_event(above, light)
    if is_noun(above) and noun.dep_ == "pobj":
        named = _of_noun(above, above.lower_)
        return (
            named
            if above.lower_ in ("plan", "plans", "threat", "threats", "claims", "allegations", "possibility")
            else Standing(Status.ACTUAL)
        )
    return Standing(Status.ACTUAL)


def _verb_standing(verb: Token, *, headline: bool = False) -> Standing:
    """What the auxiliaries, negations, adverbs and conditions of one verb say."""
    if (word := _asked(verb)) is not None:
        return Standing(Status.POSSIBLE, word)
    if (word := _condition(verb) or counterfactual(verb)) is not None:
        return Standing(Status.CONDITIONAL, word)
    if (word := shared_modal(verb)) is not None:
        return Standing(Status.PLANNED, word)
    if (word := _negation(verb)) is not None:
        return Standing(Status.DENIED, word)
    if (word := _reported_unsure(verb)) is not None:
        return Standing(Status.POSSIBLE, word)
    for adverb in [*children(verb, "advmod"), *(c for aux in children(verb, "aux") for c in children(aux, "advmod"))]:
        if adverb.lower_ in word_set("status", "adverbs_possible"):
            return Standing(Status.POSSIBLE, adverb)
    for aux in _auxiliaries(verb):
        if aux.lower_ in word_set("status", "modals_possible"):
            return Standing(Status.POSSIBLE, aux)
        if aux.lower_ in word_set("status", "modals_plan") and not _is_past_habit(aux):
            return Standing(Status.PLANNED, aux)
        if aux.lower_ in word_set("status", "modals_ought"):
            due = aux.lower_ == "should" and any(
                c.dep_ == "prep" and c.lower_ in ("by", "within", "until") for c in verb.children
            )
            return Standing(Status.PLANNED if due else Status.POSSIBLE, aux)
    if (word := _under_plan(verb)) is not None:
        return Standing(Status.PLANNED, word)
    if is_progressive(verb):
        return Standing(Status.ACTUAL, None, Stage.UNDERWAY)
    return _infinitive(verb, headline=headline)


def _under_plan(verb: Token) -> Token | None:
    """ "under the plan 400 soldiers stay": the plan that a present tense goes by."""
    if verb.tag_ not in ("VBP", "VBZ") and not (verb.dep_ == "conj" and verb.tag_ == "VB"):
        return None
    first = verb.head if verb.dep_ == "conj" and is_verb(verb.head) else verb
    plans = word_set("status", "nouns_plan")
    return next((o for v in (verb, first) for p, o in preposition_objects(v) if p == "under" and o.lower_ in plans), None)


def is_progressive(verb: Token) -> bool:
    """ "is reducing", "are leaving": going on, not done."""
    return verb.tag_ == "VBG" and any(c.lower_ in ("is", "are", "'s", "'re", "been") for c in children(verb, "aux"))


def _auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries, those of a coordinated verb shared: "will leave and return"."""
    own = children(verb, "aux", "auxpass")
    if (
        not own
        and verb.dep_ == "conj"
        and is_verb(verb.head)
        and child(verb, "nsubj", "nsubjpass") is None
        and verb.tag_ == verb.head.tag_
    ):
        return _auxiliaries(verb.head)
    return own


def _is_past_habit(aux: Token) -> bool:
    return aux.lower_ == "'d" and aux.tag_ == "VBD"


def _infinitive(verb: Token, *, headline: bool) -> Standing:
    """ "is to leave" and the headline's "France to halve its force" are plans; other infinitives leave it to what governs them."""
    to = next((c for c in children(verb, "aux") if c.lower_ == "to"), None)
    if to is None:
        return Standing(Status.ACTUAL)
    if (
        verb.dep_ == "xcomp"
        and verb.head.lower_ in ("is", "are", "was", "were", "be", "'s", "'re")
        and child(verb.head, "acomp") is None
    ):
        return Standing(Status.PLANNED, to)
    if verb.dep_ in ("acl", "relcl") and child(verb, "auxpass") is not None and not _is_one_of_a_row(verb.head):
        return Standing(Status.PLANNED, to)
    if verb.dep_ == "ROOT" or (headline and verb.dep_ in ("relcl", "acl") and verb.head.dep_ == "ROOT"):
        return Standing(Status.PLANNED, to)
    return Standing(Status.ACTUAL)


def _is_one_of_a_row(noun: Token) -> bool:
    """ "the latest base to be handed over", "the first to be built": done, where "a base to be built" is still to come."""
    words = [noun.lower_, *(c.lower_ for c in noun.children)]
    return any(word in ("first", "second", "third", "last", "latest", "only") or word.endswith("th") for word in words)


def _asked(verb: Token) -> Token | None:
    """The "whether" or "if" of an indirect question, which nobody answers: "did not say whether the troops left"."""
    mark = child(verb, "mark") if verb.dep_ == "ccomp" else None
    return mark if mark is not None and mark.lower_ in ("whether", "if") else None


def _condition(verb: Token) -> Token | None:
    """The word of an "if" or "unless" clause that hangs on the verb, or that the verb stands in."""
    words = word_set("status", "conditionals")
    for clause in children(verb, "advcl"):
        mark = child(clause, "mark", "advmod")
        if mark is not None and mark.lower_ in words and mark.lower_ not in ("should", "once"):
            return mark
    if verb.dep_ == "advcl":
        mark = child(verb, "mark")
        if mark is not None and mark.lower_ in ("if", "unless"):
            return mark
    return None


def _negation(verb: Token) -> Token | None:
    found = child(verb, "neg") or next(
        (n for aux in children(verb, "aux", "auxpass") if (n := child(aux, "neg")) is not None), None
    )
    if found is not None:
        return found
    for side in children(verb, "nsubj", "nsubjpass", "dobj"):
        det = child(side, "det")
        if (
            det is not None
            and det.lower_ == "no"
            and not (det.i + 1 < len(det.doc) and det.nbor(1).lower_ in ("more", "fewer", "less"))
        ):
            return det
        if side.lower_ in ("none", "nobody", "neither"):
            return side
        first = next(side.subtree)
        if first.lower_ == "not" and first.i + 1 < len(first.doc) and first.nbor(1).lower_ in ("one", "a", "an", "even"):
            return first
    if any(
        c.lower_ == "neither"
        for c in [*children(verb, "preconj", "cc"), *(g for s in children(verb, "nsubj", "nsubjpass") for g in s.children)]
    ):
        return next(c for c in verb.subtree if c.lower_ == "neither")
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return verb.head
    return None


def _noun_standing(noun: Token) -> Standing:
    """What the modifiers of a noun say: "planned withdrawal", "alleged attack", "no deployment"."""
    behind = [noun, *(o for _, o in preposition_objects(noun))]
    for clause in (c for token in behind for c in children(token, "relcl", "acl")):
        if clause.lower_ in STAGES and STAGES[clause.lower_] is not Stage.UNDERWAY:
            return Standing(Status.PLANNED, clause, STAGES[clause.lower_])
    for c in noun.children:
        if c.lower_ in word_set("status", "adjectives_plan"):
            return Standing(Status.PLANNED, c)
        if c.lower_ in word_set("status", "adjectives_possible"):
            return Standing(Status.POSSIBLE, c)
        if c.dep_ in ("det", "neg") and c.lower_ == "no":
            return Standing(Status.DENIED, c)
    return Standing(Status.ACTUAL)


def _governed(token: Token, levels: int) -> Standing:
    """What the clause or phrase around a token makes of it, level by level."""
    if levels == 0 or token.head.i == token.i:
        return Standing(Status.ACTUAL)
    above = token.head
    if token.dep_ == "advcl" and child(token, "nsubj", "nsubjpass") is not None and not _is_infinitive(token):
        return Standing(Status.ACTUAL)
    if token.dep_ == "ccomp" and any(t.tag_ == "WRB" and t.i < token.i for t in token.subtree):
        return Standing(Status.ACTUAL)  # "has not said how many bases were closed": that they were is taken for granted
    if token.dep_ == "conj":
        return _governed_conjunct(token, levels)
    if token.dep_ == "ccomp" and above.i > token.i and any(t.text == ";" for t in token.doc[token.i : above.i]):
        return Standing(
            Status.ACTUAL
        )  # "a patrol came under fire; no one was hurt": two clauses, of which neither governs the other
    if (
        token.dep_ == "advcl"
        and token.tag_ == "VBG"
        and is_verb(above)
        and above.lower_ not in RULING
        and not children(token, "nsubj", "mark")
    ):
        return _of_result(above, levels)
    if token.dep_ in (
        "xcomp",
        "ccomp",
        "acl",
        "advcl",
        "pcomp",
        "dobj",
        "nsubjpass",
        "pobj",
        "nsubj",
        "attr",
        "relcl",
        "prep",
        "appos",
        "oprd",
    ):
        found = _made_of(token, above)
        if found.status is not Status.ACTUAL:
            return found
        if found.word is not None:
            return _through(above, found, levels)
    if token.dep_ in ("pobj", "prep", "pcomp") or (token.dep_ in ("dobj", "nsubjpass", "nsubj") and not is_verb(token)):
        return _through(above, Standing(Status.ACTUAL), levels)
    return Standing(Status.ACTUAL)


def _of_result(above: Token, levels: int) -> Standing:
    """ "voted to send 500 soldiers, raising its contingent to 1,600": the outcome is as sure as what it is the outcome of."""
    meant = child(above, "xcomp")
    first = meant if meant is not None and _is_infinitive(meant) else above
    own = _verb_standing(first)
    return own if own.status is not Status.ACTUAL else _governed(first, levels - 1)


def _governed_conjunct(token: Token, levels: int) -> Standing:
    """A coordinated verb shares what governs the first; a finite one with its own subject stands for itself."""
    if child(token, "nsubj", "nsubjpass") is not None and token.head.dep_ in ("ROOT", "ccomp"):
        return Standing(Status.ACTUAL) if token.head.dep_ == "ROOT" else _governed(token.head, levels - 1)
    return _governed(token.head, levels - 1)


def _through(above: Token, found: Standing, levels: int) -> Standing:
    """The status of the governing word itself passes on."""
    own = _verb_standing(above) if is_verb(above) else _noun_standing(above) if is_noun(above) else Standing(Status.ACTUAL)
    no_of_another = own.word is not None and own.word.lower_ == "no" and own.word.dep_ == "det" and found.word is not above
    if own.status is not Status.ACTUAL and not (own.status is Status.DENIED and no_of_another):
        return Standing(own.status, own.word, found.stage)
    higher = _governed(above, levels - 1)
    return higher if higher.status is not Status.ACTUAL else found


def _made_of(token: Token, above: Token) -> Standing:
    """What one governing word makes of the clause or phrase below it. ``word`` without a status means: look further up."""
    word = above.lower_
    stage = STAGES.get(word)
    complement = token.dep_ in ("xcomp", "ccomp", "acl", "pcomp")
    if is_noun(above):
        return _under_noun(token, above, word)
    if word in word_set("status", "verbs_threat") and (complement or token.dep_ == "dobj"):
        return Standing(Status.CONDITIONAL, above)
    if word in word_set("status", "verbs_plan") and token.dep_ in (
        "xcomp",
        "ccomp",
        "acl",
        "dobj",
        "nsubjpass",
        "pcomp",
        "prep",
    ):
        return _unless_denied(Standing(Status.PLANNED, above, stage), above)
    if word in ("going", "gon") and token.dep_ == "xcomp" and _is_infinitive(token):
        return Standing(Status.PLANNED, above)
    if word in word_set("status", "verbs_denied") and token.dep_ in ("xcomp", "ccomp", "dobj", "pcomp", "nsubjpass"):
        return Standing(Status.DENIED, above)
    if word in RULING and token.dep_ == "advcl" and token.tag_ == "VBG" and any(c.lower_ == "out" for c in above.children):
        return Standing(Status.DENIED, above)
    if word in word_set("status", "verbs_possible") and token.dep_ in ("xcomp", "ccomp", "pcomp", "prep"):
        weighed = word in word_set("status", "verbs_weighing")
        return _unless_denied(Standing(Status.POSSIBLE, above), above) if weighed else Standing(Status.POSSIBLE, above)
    if word.startswith("suggest") and token.dep_ == "dobj":
        return Standing(Status.POSSIBLE, above)
    if word in word_set("status", "verbs_weighing") and token.dep_ == "dobj":
        return _unless_denied(Standing(Status.POSSIBLE, above), above)
    if word == "out" and is_verb(above.head) and above.head.lower_ in RULING and token.dep_ in ("pcomp", "pobj"):
        return Standing(Status.DENIED, above.head)
    if (
        word in ("have", "has", "had")
        and token.dep_ == "xcomp"
        and any(t.lower_ == "yet" for t in [*above.children, *token.children])
    ):
        return Standing(Status.DENIED, above)
    if word in ("have", "has") and token.dep_ in ("xcomp", "acl") and _is_infinitive(token):
        return Standing(Status.PLANNED, above)
    if token.dep_ == "xcomp" and _is_infinitive(token) and _is_striving(above):
        return Standing(Status.PLANNED, above)
    if word in word_set("status", "verbs_call") and token.dep_ in ("xcomp", "ccomp"):
        return Standing(Status.POSSIBLE, above)
    if word in word_set("speech", "verbs_announce") and (_is_infinitive(token) or _is_announced_act(token)):
        return Standing(Status.PLANNED, above, stage)
    if (token.dep_ == "xcomp" and word in BEFORE_INFINITIVE) or (above.dep_ == "acomp" and word in BEFORE_INFINITIVE):
        return Standing(Status.POSSIBLE if word in ("able", "likely", "unlikely", "unable") else Status.PLANNED, above)
    if token.dep_ == "advcl" and _is_infinitive(token):
        return Standing(Status.PLANNED, above)
    if token.dep_ == "attr":
        return Standing(Status.ACTUAL, above)
    if word in word_set("status", "verbs_through") or token.dep_ in ("ccomp", "dobj", "nsubjpass", "nsubj"):
        return Standing(Status.ACTUAL, above, stage)
    return Standing(Status.ACTUAL)


def _is_striving(verb: Token) -> bool:
    """Whether a verb with an infinitive leaves open whether it came to that: "race to bring home", "moved to end", not "began to"."""
    known = (
        word_set("status", "verbs_through")
        | word_set("speech", "verbs_say")
        | word_set("status", "verbs_denied")
        | frozenset(["used", "is", "are", "was", "were", "be", "been"])
    )
    return is_verb(verb) and verb.lower_ not in known


FOR_A_PURPOSE = frozenset("raid raids search searches hunt sweep assault pursuit patrol patrols".split())
"""Nouns of deeds that are done for the sake of another, which may fail: "a raid to capture the leader"."""


def _under_noun(token: Token, noun: Token, word: str) -> Standing:
    """What a noun makes of the infinitive or phrase below it: "plans to remove the troops", "an order for the withdrawal"."""
    if token.dep_ in ("acl", "relcl") and _is_infinitive(token) and word in FOR_A_PURPOSE:
        return Standing(Status.PLANNED, noun)
    if token.dep_ == "prep" or (token.dep_ in ("acl", "relcl") and _is_infinitive(token)):
        return _of_noun(noun, word)
    return Standing(Status.ACTUAL, noun if token.dep_ in ("pobj", "appos") else None)


def _is_announced_act(token: Token) -> bool:
    """ "announced a withdrawal", "the deployment was announced": what is announced by a noun is still to come."""
    return (
        token.dep_ in ("dobj", "nsubjpass")
        and token.lower_.endswith(ANNOUNCED_ENDINGS)
        and not any(c.lower_ == "completed" for c in token.children)
    )


def _of_noun(noun: Token, word: str) -> Standing:
    """ "a plan to leave", "the order for the withdrawal", "claims of an attack", "a threat to leave"."""
    singular = word[:-1] if word.endswith("s") else word
    if singular in word_set("status", "nouns_threat"):
        return Standing(Status.CONDITIONAL, noun)
    if singular in word_set("status", "nouns_plan"):
        verb = noun.head
        if noun.dep_ in ("dobj", "nsubjpass") and is_verb(verb):
            return _unless_denied(Standing(Status.PLANNED, noun, STAGES.get(verb.lower_)), verb)
        return Standing(Status.PLANNED, noun)
    if singular in word_set("status", "nouns_possible"):
        return Standing(Status.POSSIBLE, noun)
    return Standing(Status.ACTUAL, noun)


def _unless_denied(standing: Standing, above: Token) -> Standing:
    """ "has not decided to leave" denies the plan."""
    denied = _negation(above)
    if denied is not None:
        undecided = above.lower_ in ("decided", "decide", "agreed", "determined") and any(
            t.lower_ in ("whether", "yet") for t in above.subtree
        )
        return Standing(Status.POSSIBLE if undecided else Status.DENIED, denied)
    higher = _governed(above, MAX_LEVELS - 1) if is_verb(above) else Standing(Status.ACTUAL)
    return higher if higher.status is Status.DENIED else standing


def _is_infinitive(token: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)


def _stage_above(token: Token) -> Stage | None:
    """The stage that the nearest governing verb gives a plan: ordered, announced, proposed, underway."""
    for _ in range(4):
        if token.head.i == token.i:
            return None
        token = token.head
        if token.lower_ in STAGES:
            return STAGES[token.lower_]
    return None
