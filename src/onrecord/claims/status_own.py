"""What a verb or noun says of itself: by its auxiliaries, negations, adverbs, modifiers and conditions."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.claims.denials import counterfactual, shared_modal
from onrecord.claims.tree import ancestors, child, children, is_noun, is_verb, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Stage, Status
from onrecord.nlp.tokens import Token

WAITING = frozenset("once whenever as".split())
"""What opens a clause that a future waits for: "once", "as soon as"."""

STAGES = {
    **dict.fromkeys(["order", "orders", "ordered", "direct", "directed", "instruct", "instructed"], Stage.ORDERED),
    **dict.fromkeys(["announce", "announces", "announced", "announcing", "declare", "declared"], Stage.ANNOUNCED),
    **dict.fromkeys(["propose", "proposes", "proposed", "suggest", "suggested", "recommend", "recommended"], Stage.PROPOSED),
    **dict.fromkeys(
        ["begin", "begins", "began", "begun", "start", "started", "starts", "beginning", "continue", "continues"],
        Stage.UNDERWAY,
    ),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A status with the word that decided it, and the stage of a plan."""

    status: Status
    word: Token | None = None
    stage: Stage | None = None


def _reported_unsure(token: Token) -> Token | None:
    """A noun like "reports" or "claims" over the clause: "Reports that troops had left could not be verified"."""
    for above in list(ancestors(token))[:3]:
        if (
            is_noun(above)
            and above.lower_.rstrip("s") in word_set("status", "nouns_possible")
            and not _is_outlets(above)
            and token.dep_ in ("acl", "ccomp", "relcl")
        ):
            return above
        if above.dep_ not in ("acl", "ccomp", "relcl"):
            return None
    return None


def _is_outlets(noun: Token) -> bool:
    """ "…, Garowe Online reports.": the verb of an outlet at the end, which the parse takes for a noun."""
    after = noun.doc[noun.i + 1 :]
    return noun.lower_ == "reports" and noun.i > 0 and noun.nbor(-1).tag_ == "NNP" and all(t.is_punct for t in after)


def verb_standing(verb: Token, *, headline: bool = False) -> Standing:
    """What the auxiliaries, negations, adverbs and conditions of one verb say."""
    if (word := _asked(verb)) is not None:
        return Standing(Status.POSSIBLE, word)
    if (word := condition(verb) or counterfactual(verb)) is not None:
        return Standing(Status.CONDITIONAL, word)
    if (word := _until(verb)) is not None:
        return Standing(Status.POSSIBLE, word)
    if (word := _neither(verb)) is not None:
        return Standing(Status.DENIED, word)
    if (word := shared_modal(verb)) is not None:
        return Standing(Status.PLANNED, word)
    if (word := negation_of(verb)) is not None:
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
            due = aux.lower_ in ("should", "must") and any(
                c.dep_ in ("prep", "agent") and c.lower_ in ("by", "within", "until", "before")
                for t in (verb, *children(verb, "acomp", "advmod"))
                for c in t.children
            )
            return Standing(Status.PLANNED if due else Status.POSSIBLE, aux)
    if (word := _under_plan(verb) or _is_to(verb)) is not None:
        return Standing(Status.PLANNED, word)
    if is_progressive(verb):
        return Standing(Status.ACTUAL, None, Stage.UNDERWAY)
    return _infinitive(verb, headline=headline)


def _until(verb: Token) -> Token | None:
    """ "until the last of them is gone": the present tells what has not come yet."""
    mark = child(verb, "mark")
    present = verb.tag_ in ("VBZ", "VBP") or any(c.tag_ in ("VBZ", "VBP") for c in children(verb, "aux", "auxpass"))
    return mark if mark is not None and mark.lower_ == "until" and present and verb.dep_ == "advcl" else None


def _neither(verb: Token) -> Token | None:
    """ "will not close its base or withdraw its soldiers": the "not" that both share."""
    first = verb.head
    if verb.dep_ != "conj" or not is_verb(first) or children(verb, "nsubj", "nsubjpass", "aux", "auxpass", "neg"):
        return None
    either = any(c.lower_ in ("or", "nor") for c in children(first, "cc"))
    return child(first, "neg") if either else None


def of_first(verb: Token) -> Standing | None:
    """ "would give them vehicles and train 400", "are to be closed or passed on": what the first of two verbs is, the second is that has no
    subject and auxiliary of its own, even where the tagger takes it for a finite one."""
    first = verb.head
    if verb.dep_ != "conj" or not is_verb(first) or children(verb, "nsubj", "nsubjpass", "aux", "auxpass"):
        return None
    bare = verb.tag_ in ("VBP", "VBG") and first.tag_ == "VB" and any(c.tag_ in ("MD", "TO") for c in children(first, "aux"))
    passive = verb.tag_ == "VBN" and first.tag_ == "VBN" and child(first, "auxpass") is not None
    if not (bare or passive):
        return None
    over = first.head if first.dep_ == "xcomp" and is_verb(first.head) else first
    found = verb_standing(first)
    return found if found.status is not Status.ACTUAL else verb_standing(over)


def _under_plan(verb: Token) -> Token | None:
    """ "under the plan 400 soldiers stay": the plan that a present tense goes by."""
    if verb.tag_ not in ("VBP", "VBZ") and not (verb.dep_ == "conj" and verb.tag_ == "VB"):
        return None
    first = verb.head if verb.dep_ == "conj" and is_verb(verb.head) else verb
    plans = word_set("status", "nouns_plan")
    return next((o for v in (verb, first) for p, o in preposition_objects(v) if p == "under" and o.lower_ in plans), None)


def _is_to(verb: Token) -> Token | None:
    """ "17,600 people are to take part", "a unit of 80 is to stay": the "to" that makes a plan of what is."""
    if verb.lower_ not in ("is", "are", "was", "were") or child(verb, "acomp", "attr", "expl") is not None:
        return None
    return next((t for c in children(verb, "xcomp") for t in children(c, "aux") if t.lower_ == "to"), None)


def is_progressive(verb: Token) -> bool:
    """ "is reducing", "are leaving", "is being built": going on, not done."""
    if verb.tag_ == "VBN" and any(c.lower_ == "being" for c in children(verb, "auxpass")):
        return any(c.lower_ in ("is", "are", "'s", "'re") for c in children(verb, "aux"))
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


def condition(verb: Token) -> Token | None:
    """The word of an "if" or "unless" clause that hangs on the verb, or that the verb stands in."""
    words = word_set("status", "conditionals")
    for clause in children(verb, "advcl"):
        mark = child(clause, "mark", "advmod")
        if mark is not None and mark.lower_ in words and mark.lower_ not in ("should", "once"):
            return mark
        if mark is not None and mark.lower_ in ("once", "when", "after") and mark.i > 0 and mark.nbor(-1).lower_ == "only":
            return mark  # "will pull out only once the peacekeepers are there"
    above = verb.head if verb.dep_ == "xcomp" and verb.head.lower_ in ("have", "need") else verb
    without = next((c for v in (verb, above) for c in children(v, "prep") if c.lower_ == "without"), None)
    if without is not None and any(c.lower_ in ("would", "could", "might") for c in children(above, "aux")):
        return without
    if verb.dep_ == "advcl":
        mark = child(verb, "mark")
        if mark is not None and mark.lower_ in ("if", "unless"):
            return mark
        return _once(verb)
    return None


def _once(verb: Token) -> Token | None:
    """ "will go home once Iraq takes Mosul": a present that the future of another clause waits for."""
    present = verb.tag_ in ("VBZ", "VBP") or any(c.tag_ in ("VBZ", "VBP") for c in children(verb, "aux", "auxpass"))
    word = next((c for c in children(verb, "mark", "advmod") if c.lower_ in WAITING and c.i < verb.i), None)
    if not present or word is None or not is_verb(verb.head):
        return None
    if word.lower_ == "as" and (word.i == 0 or word.nbor(-1).lower_ != "soon"):
        return None
    main = verb.head
    coming = any(c.tag_ == "MD" or c.lower_ == "to" for c in children(main, "aux"))
    return word if coming else None


def negation_of(verb: Token) -> Token | None:
    """The word that denies a verb: "not", "no" or "none" at its subject or object, "without"."""
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
        first = side.left_edge
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


def noun_standing(noun: Token) -> Standing:
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


def is_infinitive(token: Token) -> bool:
    """Whether a verb has its "to"."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)
