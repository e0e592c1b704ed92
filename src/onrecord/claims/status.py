"""How far a clause commits itself: actual, planned, conditional, possible, denied (factuality, after Saurí and Pustejovsky 2009)."""

from __future__ import annotations

from onrecord.claims.denials import denied_by
from onrecord.claims.lateness import lateness_of
from onrecord.claims.status_own import (
    STAGES,
    Standing,
    condition,
    is_infinitive,
    is_progressive,
    negation_of,
    noun_standing,
    of_first,
    verb_standing,
)
from onrecord.claims.subjects import is_passive
from onrecord.claims.tree import child, children, is_noun, is_verb
from onrecord.lexicon.words import word_set
from onrecord.model import Stage, Status
from onrecord.nlp.tokens import Token

__all__ = ["Standing", "is_progressive", "standing_of", "standing_of_event"]

BEFORE_INFINITIVE = frozenset(
    """able ready set due unable likely unlikely certain sure willing scheduled poised prepared committed eager keen determined desperate
    anxious""".split()
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
PLANNED_AS = ("xcomp", "ccomp", "acl", "dobj", "nsubjpass", "pcomp", "prep")
"""How what is planned hangs on the word of planning."""
MAX_LEVELS = 8
MAYBE = frozenset("may might could can".split())
DECLARING = frozenset("announce announces announced declare declares declared".split())


TOLD = frozenset("tell tells told telling".split())
BLAMING = word_set("attack", "verbs_blame")
BACKING = frozenset("back backs backed".split())
PACE = frozenset("speed accelerate hasten quicken slow".split())
RULING = frozenset("rule rules ruled ruling".split())
WAVES = frozenset("flood wave waves series string spate barrage number dozens hundreds scores campaign kind kinds".split())


def standing_of(token: Token, *, headline: bool = False) -> Standing:
    """The status of what a verb or noun says, from its own clause and those that govern it.

    "will leave" is planned, "may leave" possible, "did not leave" denied, "threatened to leave" conditional, "would leave if"
    conditional, "said that it left" actual.
    """
    if (word := denied_by(token)) is not None:
        return Standing(Status.DENIED, word)
    if (late := lateness_of(token)) is not None:
        return late
    if not is_verb(token) and _is_avenged(token):
        return Standing(Status.ACTUAL)
    if not is_verb(token) and (word := _called_for_by(token)) is not None:
        return Standing(Status.POSSIBLE, word)
    if not is_verb(token) and (word := _talked_of(token)) is not None:
        return Standing(Status.PLANNED, word)
    if is_verb(token) and (word := _bidden_by(token)) is not None:
        return Standing(Status.POSSIBLE, word)
    own = verb_standing(token, headline=headline) if is_verb(token) else noun_standing(token)
    if own.status is Status.ACTUAL and (paper := _on_paper(token)) is not None:
        return Standing(Status.PLANNED, paper)
    if own.status is Status.ACTUAL and token.tag_ == "VB" and (modal := _modal_before(token)) is not None:
        return Standing(Status.POSSIBLE if modal.lower_ in MAYBE else Status.PLANNED, modal)
    stage = own.stage
    if own.status is Status.PLANNED and (denial := _denied_by(token)) is not None:
        return Standing(Status.DENIED, denial)
    if own.status is not Status.ACTUAL:
        return own if stage else Standing(own.status, own.word, _stage_above(token))
    governed = _governed(token, MAX_LEVELS)
    return own if own.stage is Stage.UNDERWAY and governed.status is Status.ACTUAL else governed


def _on_paper(verb: Token) -> Token | None:
    """The word by which something is done in writing alone: "allies add 7,000, on paper"; not "on the paper"."""
    papers = (o for prep in children(verb, "prep") if prep.lower_ == "on" for o in children(prep, "pobj"))
    return next((o for o in papers if o.lower_ == "paper" and not any(True for _ in o.children)), None)


def _modal_before(verb: Token) -> Token | None:
    """Of "has added 20,000 troops, and Biden said it would base a corps there, keep a brigade and send two squadrons" the "would": a
    bare form that the parse hangs on a finite verb has its modal from another."""
    top = verb
    while top.dep_ == "conj" and is_verb(top.head):
        top = top.head
        if children(top, "aux") and top.tag_ in ("VB", "MD"):
            return None
    if top.i == verb.i or top.tag_ not in ("VBD", "VBN", "VBZ", "VBP") or child(verb, "aux", "nsubj") is not None:
        return None
    return next((t for t in reversed(verb.doc[top.i : verb.i]) if t.tag_ == "MD"), None)


def _denied_by(verb: Token) -> Token | None:
    """The verb that denies a plan: "denied that it would close the base"."""
    above = verb.head
    return above if verb.dep_ == "ccomp" and above.lower_ in ("deny", "denies", "denied", "denying") else None


def standing_of_event(noun: Token, light: Token | None) -> Standing:
    """The status of an event that a noun names: taken for granted unless its own modifiers, a noun of planning or claiming over
    it, or the verb that carries it out says otherwise ("planned an attack", "may launch strikes", "the threat of an attack")."""
    own = noun_standing(noun)
    if own.status is not Status.ACTUAL or _is_avenged(noun):
        return own
    if (told := _told_of(noun)) is not None:
        return told
    if (word := _called_for_by(noun)) is not None:
        return Standing(Status.POSSIBLE, word)
    if (word := _talked_of(noun)) is not None:
        return Standing(Status.PLANNED, word)
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


def _is_avenged(noun: Token) -> bool:
    """ "vowed revenge for the killing of", "promised to avenge the attack": what is avenged has happened."""
    if noun.dep_ == "pobj" and noun.head.lower_ in ("for", "to", "over"):
        return noun.head.head.lower_ in word_set("status", "nouns_revenge") and noun.tag_ != "NNS"
    return noun.dep_ == "dobj" and noun.head.lower_ in ("avenge", "avenges", "avenged", "avenging")


def _called_for_by(noun: Token) -> Token | None:
    """The word by which somebody asks for an event: "demanded the withdrawal", "calls for the closure". It has not taken place by that.

    Who "called an airstrike" has had it.
    """
    above = noun.head
    if noun.dep_ == "pobj" and above.lower_ == "for":
        word = above.head
        is_call = word.lower_ in word_set("status", "verbs_call") or word.lower_ in word_set("status", "nouns_call")
        return word if is_call else None
    if noun.dep_ not in ("dobj", "nsubjpass") or not is_verb(above) or above.lower_.startswith("call"):
        return None
    return above if above.lower_ in word_set("status", "verbs_call") else None


def _bidden_by(verb: Token) -> Token | None:
    """ "calls for the troops to be brought home", "a demand that they leave": what somebody asks to be done."""
    call = verb.head
    asked = verb.dep_ in ("advcl", "acl", "relcl", "ccomp") and is_infinitive(verb)
    return call if asked and is_noun(call) and call.lower_.rstrip("s") in word_set("status", "nouns_call") else None


def _talked_of(noun: Token) -> Token | None:
    """ "began discussions for an orderly withdrawal", "opened talks on the withdrawal": what is talked of is still to come."""
    talks = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("for", "on", "about", "over") else None
    return talks if talks is not None and talks.lower_ in word_set("status", "nouns_talks") else None


def _told_of(noun: Token) -> Standing | None:
    """ "an assault was imminent", "an attack is likely"."""
    said = child(noun.head, "acomp") if noun.dep_ == "nsubj" and is_verb(noun.head) else None
    if said is None:
        return None
    if said.lower_ in word_set("status", "adjectives_plan"):
        return Standing(Status.PLANNED, said)
    unsure = said.lower_ in word_set("status", "adjectives_possible") or said.lower_ in ("likely", "inevitable", "unlikely")
    return Standing(Status.POSSIBLE, said) if unsure else None


def _governed(token: Token, levels: int) -> Standing:
    """What the clause or phrase around a token makes of it, level by level."""
    if levels == 0 or token.head.i == token.i:
        return Standing(Status.ACTUAL)
    above = token.head
    if token.dep_ == "advcl" and child(token, "nsubj", "nsubjpass") is not None and not is_infinitive(token):
        return Standing(Status.ACTUAL)
    if _is_who_was_sent(token):
        return Standing(Status.ACTUAL)
    if token.dep_ == "ccomp" and any(t.tag_ == "WRB" and t.i < token.i for t in token.subtree):
        return Standing(Status.ACTUAL)  # "has not said how many bases were closed": that they were is taken for granted
    if token.dep_ == "ccomp" and any(t.text == ";" for t in token.doc[token.i : above.i]):
        return Standing(Status.ACTUAL)  # "200 were flown home; the rest are expected to follow": two sentences
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
        if found.status is Status.PLANNED and is_verb(above) and (mark := condition(above)) is not None:
            return Standing(Status.CONDITIONAL, mark)
        if found.status is not Status.ACTUAL:
            return found
        if found.word is not None and not (
            token.dep_ == "ccomp" and _is_past(token) and verb_standing(above).status is Status.PLANNED
        ):
            return _through(above, found, levels, token)
    if token.dep_ in ("pobj", "prep", "pcomp") or (token.dep_ in ("dobj", "nsubjpass", "nsubj") and not is_verb(token)):
        return _through(above, Standing(Status.ACTUAL), levels, token)
    return Standing(Status.ACTUAL)


def _is_who_was_sent(token: Token) -> bool:
    """ "the 600 troops sent to Gao would be home by Christmas": those who are told of were sent, whatever is still to come of them."""
    noun = token.head
    det = child(noun, "det", "poss")
    told = det is not None and (det.lower_ in ("the", "these", "those", "its", "their") or det.dep_ == "poss")
    return (
        token.dep_ == "acl"
        and token.tag_ == "VBN"
        and told
        and noun.dep_ in ("nsubj", "nsubjpass")
        and child(noun, "nummod") is not None
    )


def _of_result(above: Token, levels: int) -> Standing:
    """ "voted to send 500 soldiers, raising its contingent to 1,600": the outcome is as sure as what it is the outcome of."""
    meant = child(above, "xcomp")
    first = meant if meant is not None and is_infinitive(meant) else above
    own = verb_standing(first)
    return own if own.status is not Status.ACTUAL else _governed(first, levels - 1)


def _governed_conjunct(token: Token, levels: int) -> Standing:
    """A coordinated verb shares what governs the first; a finite one with its own subject stands for itself."""
    if (shared := of_first(token)) is not None and shared.status is not Status.ACTUAL:
        return shared
    if child(token, "nsubj", "nsubjpass") is not None and token.head.dep_ in ("ROOT", "ccomp"):
        return Standing(Status.ACTUAL) if token.head.dep_ == "ROOT" else _governed(token.head, levels - 1)
    if not is_verb(token) and is_verb(token.head):
        return _of_result(token.head, levels)  # "17,600 are to take part, 12,200 of them American"
    return _governed(token.head, levels - 1)


def _through(above: Token, found: Standing, levels: int, found_at: Token | None = None) -> Standing:
    """The status of the governing word itself passes on; what an event has not changed or will not affect is not the event itself."""
    own = verb_standing(above) if is_verb(above) else noun_standing(above) if is_noun(above) else Standing(Status.ACTUAL)
    if own.status is Status.DENIED and is_effect(above, found_at):
        coming = next((aux for aux in children(above, "aux") if aux.tag_ == "MD"), None)
        own = Standing(Status.PLANNED, coming) if coming is not None else Standing(Status.ACTUAL)
    no_of_another = own.word is not None and own.word.lower_ == "no" and own.word.dep_ == "det" and found.word is not above
    if own.status is not Status.ACTUAL and not (own.status is Status.DENIED and no_of_another):
        return Standing(own.status, own.word, found.stage)
    higher = _governed(above, levels - 1)
    return higher if higher.status is not Status.ACTUAL else found


def is_effect(verb: Token, event: Token | None) -> bool:
    """Whether a verb tells what an event does to something else, and not whether it takes place."""
    if event is None or event.dep_ != "nsubj" or is_verb(event) or not is_verb(verb):
        return False
    if verb.lower_ in word_set("status", "verbs_event") or is_passive(verb):
        return False
    return child(verb, "dobj", "ccomp", "xcomp") is not None


def _made_of(token: Token, above: Token) -> Standing:
    """What one governing word makes of the clause or phrase below it. ``word`` without a status means: look further up."""
    word = above.lower_
    stage = STAGES.get(word)
    complement = token.dep_ in ("xcomp", "ccomp", "acl", "pcomp")
    if token.lower_ == "of" and above.dep_ == "pobj" and above.head.dep_ == "agent" and above.head.head.lower_ in BLAMING:
        above, word = above.head.head, above.head.head.lower_  # "accused by experts of arming the rebels"
    if is_noun(above):
        return _under_noun(token, above, word)
    if word == "for" and token.dep_ == "pcomp" and above.i > 0 and is_noun(before := above.nbor(-1)):
        return _of_noun(before, before.lower_)  # "gave the minister options for reducing", wherever the parse hangs the "for"
    if word in word_set("status", "verbs_threat") and (complement or token.dep_ == "dobj"):
        return Standing(Status.CONDITIONAL, above)
    if word in BACKING and token.dep_ == "dobj" and token.lower_.endswith(ANNOUNCED_ENDINGS):
        return _unless_denied(Standing(Status.PLANNED, above, stage), above)
    if word in word_set("status", "verbs_plan") and token.dep_ in PLANNED_AS:
        return _unless_denied(Standing(Status.PLANNED, above, stage), above)
    if word in TOLD and token.dep_ in ("xcomp", "ccomp") and is_infinitive(token):
        return _unless_denied(Standing(Status.PLANNED, above, Stage.ORDERED), above)
    if word in ("going", "gon") and token.dep_ == "xcomp" and is_infinitive(token):
        return _unless_denied(Standing(Status.PLANNED, above), above)
    if word == "about" and token.dep_ == "xcomp" and is_infinitive(token):
        return _unless_denied(Standing(Status.PLANNED, above), above.head)
    if word in word_set("stays", "verbs_delay") and token.dep_ in ("dobj", "nsubjpass") and _is_put_off(above, token):
        return Standing(Status.PLANNED, above)
    if word in PACE and token.dep_ == "dobj" and negation_of(above) is not None:
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
    if word in ("have", "has") and token.dep_ in ("xcomp", "acl") and is_infinitive(token):
        return Standing(Status.PLANNED, above)
    if token.dep_ in ("xcomp", "advcl") and is_infinitive(token) and _is_first_to(above):
        return Standing(Status.ACTUAL, above)
    if token.dep_ == "xcomp" and is_infinitive(token) and _is_striving(above):
        return Standing(Status.PLANNED, above)
    if word in word_set("status", "verbs_call") and token.dep_ in ("xcomp", "ccomp"):
        return Standing(Status.POSSIBLE, above)
    if word in DECLARING and token.dep_ == "ccomp" and token.tag_ == "VBG" and child(token, "aux") is not None:
        return Standing(Status.PLANNED, above, stage)
    if word in word_set("speech", "verbs_announce") and (is_infinitive(token) or _is_announced_act(token)):
        return Standing(Status.PLANNED, above, stage)
    if (token.dep_ == "xcomp" and word in BEFORE_INFINITIVE) or (above.dep_ == "acomp" and word in BEFORE_INFINITIVE):
        return Standing(Status.POSSIBLE if word in ("able", "likely", "unlikely", "unable") else Status.PLANNED, above)
    if token.dep_ == "advcl" and is_infinitive(token):
        return Standing(Status.PLANNED, above)
    if token.dep_ == "attr":
        return Standing(Status.ACTUAL, above)
    if word in word_set("status", "verbs_through") or token.dep_ in ("ccomp", "dobj", "nsubjpass", "nsubj"):
        return Standing(Status.ACTUAL, above, stage)
    return Standing(Status.ACTUAL)


def _is_past(verb: Token) -> bool:
    """ "will recall that the trainers came home": what is told of is over, whenever it is told."""
    return verb.tag_ == "VBD" or any(
        c.lower_ in ("had", "has", "have", "was", "were") for c in children(verb, "aux", "auxpass")
    )


def _is_put_off(verb: Token, what: Token) -> bool:
    """ "was delayed", "postponed the departure until June": later, and not off. Forces whose move was postponed are still to come, where
    the signing of a pact that was postponed is off."""
    if any(c.lower_ == "indefinitely" for c in verb.children):
        return False
    until = any(c.dep_ == "prep" and c.lower_ in ("until", "till", "to", "by") for c in verb.children)
    moves = what.lower_ in word_set("lateness", "nouns_move")
    return until or moves or verb.lower_ not in ("postpone", "postpones", "postponed", "postponing")


def _is_first_to(verb: Token) -> bool:
    """ "became the first country to end its mission": who is the first to do it does it."""
    ranked = child(verb, "attr") if verb.lower_ in ("become", "becomes", "became", "becoming", "is", "was", "were") else None
    return ranked is not None and any(c.lower_ in ("first", "second", "third", "latest", "last") for c in ranked.children)


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
    if token.dep_ in ("acl", "relcl") and is_infinitive(token) and word in FOR_A_PURPOSE:
        return Standing(Status.PLANNED, noun)
    if token.dep_ == "prep" or (token.dep_ in ("acl", "relcl") and is_infinitive(token)):
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
    if singular in word_set("status", "nouns_plan") and any(
        c.lower_ == "no" and c.dep_ in ("det", "neg") for c in noun.children
    ):
        return Standing(Status.DENIED, noun)
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
    denied = negation_of(above)
    if denied is not None:
        undecided = above.lower_ in ("decided", "decide", "agreed", "determined") and any(
            t.lower_ in ("whether", "yet") for t in above.subtree
        )
        return Standing(Status.POSSIBLE if undecided else Status.DENIED, denied)
    higher = _governed(above, MAX_LEVELS - 1) if is_verb(above) else Standing(Status.ACTUAL)
    return higher if higher.status is Status.DENIED else standing


def _stage_above(token: Token) -> Stage | None:
    """The stage that the nearest governing verb gives a plan: ordered, announced, proposed, underway."""
    for _ in range(4):
        if token.head.i == token.i:
            return None
        token = token.head
        if token.lower_ in STAGES:
            return STAGES[token.lower_]
    return None
