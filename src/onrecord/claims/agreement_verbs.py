"""What becomes of an agreement: the verbs that say so, and how they stand to its noun."""

from __future__ import annotations

import re

from onrecord.claims.status import Standing, standing_of
from onrecord.claims.tree import ancestors, child, children, is_verb
from onrecord.lexicon.inflection import verb_forms
from onrecord.lexicon.words import word_set
from onrecord.model import Status
from onrecord.nlp.tokens import Token

ACTIONS = {
    form: action
    for action in ("announced", "signed", "violated", "ended", "called_for")
    for form in word_set("pacts", f"verbs_{action}")
}
HOSTILITIES = frozenset("attack attacks strikes hostilities operations fire shelling bombing fighting".split())
MADE_BY = ("announced", "signed", "violated", "ended")
BETWEEN = ("between", "with", "among", "by")
FORMAL = frozenset("treaty accord pact memorandum agreement".split())
DONE = frozenset(
    form for lemma in ("sign", "ratify", "initial", "violate", "breach", "expire", "lapse") for form in verb_forms(lemma)
)
MAX_PARTIES = 8
HOLDING = frozenset(form for lemma in ("hold", "last", "endure", "survive", "remain") for form in verb_forms(lemma))
STARTING = frozenset(form for lemma in ("take", "come", "enter", "go", "begin", "start") for form in verb_forms(lemma))
FORCE = frozenset(["effect", "force"])
FEW = 6
"""Words from a verb of beginning to "effect"."""
ENTERED = frozenset(["participation", "membership", "involvement"])
BEING = frozenset(["is", "was", "are", "were", "be", "'s"])
ACCUSING = frozenset(["accused", "accuse", "accuses", "accusing"])
ASKING = frozenset(["how", "whether", "if", "when"])
LEAVING = {
    form: parts
    for parts, lemmas in {
        ("out",): "pull back walk drop opt run",
        ("off",): "call break",
        ("up", "apart"): "tear rip",
        ("down", "apart"): "break fall",
        ("away",): "walk",
    }.items()
    for lemma in lemmas.split()
    for form in verb_forms(lemma)
}
"""Verbs that end an agreement with their particle: "pulled out of", "called off", "tore up", "fell apart"."""
OFFERS = frozenset("proposal proposals offer offers plan plans call calls idea draft demand".split())
REJECTING = frozenset(form for lemma in ("reject", "refuse", "dismiss", "rebuff", "spurn") for form in verb_forms(lemma))
TALKS = frozenset("talks negotiations negotiation discussions hopes hope efforts effort".split())
QUITTING = frozenset(form for lemma in ("leave", "exit") for form in verb_forms(lemma))
PUTTING = frozenset(form for lemma in ("put", "set", "affix", "append") for form in verb_forms(lemma))
SIGNATURES = frozenset("name names signature signatures".split())
DENOUNCING = frozenset(form for lemma in ("denounce", "reject", "repeal") for form in verb_forms(lemma))
SEEKING = frozenset(form for lemma in ("seek", "press", "push") for form in verb_forms(lemma))
"""Verbs that ask others for a truce, and with an infinitive tell what one tries oneself: "would seek to extend it"."""
WATCH = frozenset(["supervision", "monitoring", "observance", "enforcement", "verification"])
OVER = frozenset(["over", "dead", "finished", "void"])
LASTING = word_set("pacts", "verbs_lasting")
SIGNING = frozenset(form for lemma in ("sign", "initial", "ratify", "conclude", "ink") for form in verb_forms(lemma))
AT_AN_END = re.compile(r"^[^,;.]*\bat an end\b")
TOWNS = frozenset("city town capital village".split())
DEEDS = {
    "signing": "signed",
    "ratification": "signed",
    "adoption": "signed",
    "collapse": "ended",
    "breakdown": "ended",
    "expiry": "ended",
    "termination": "ended",
    "denunciation": "ended",
    "abrogation": "ended",
    "extension": "signed",
    "renewal": "signed",
    "prolongation": "signed",
    "conclusion": "signed",
}
BREACHES = frozenset("violation violations breach breaches contravention defiance".split())
WARRING = frozenset(
    "side sides parties faction factions general generals leaders tribes clans gangs neighbours neighbors warring combatants".split()
)
DETAILS = frozenset("detail details terms text provisions contents particulars specifics copy".split())
TELLING = frozenset(
    form for lemma in ("give", "offer", "provide", "disclose", "release", "reveal") for form in verb_forms(lemma)
)
CHARGING = frozenset(form for lemma in ("accuse", "blame", "trade", "exchange", "swap") for form in verb_forms(lemma))
MAKING = frozenset(form for form, action in ACTIONS.items() if action in ("announced", "signed"))
DURATIONS = frozenset("day hour week month year minute".split())


def stands(head: Token, verb: Token | None) -> Standing | None:
    """ "the truce has held", "took effect at midnight", "no longer holds", "there is no ceasefire", "is open to a truce"."""
    if (over := _watched_by(head)) is not None:
        return Standing(Status.ACTUAL, over)
    there = verb is not None and any(c.dep_ == "expl" for c in verb.children) and head.dep_ == "attr"
    if there and any(c.lower_ == "no" and c.dep_ == "det" for c in head.children):
        return Standing(Status.DENIED, verb)
    if verb is not None and verb.lower_ in BEING and head.dep_ == "pobj" and any(c.lower_ == "open" for c in verb.children):
        return Standing(Status.CONDITIONAL if any(c.dep_ == "advcl" for c in verb.children) else Status.POSSIBLE, verb)
    subject_of = head.head if head.dep_ in ("nsubj", "nsubjpass") else None
    if subject_of is None:
        return None
    if any(t.dep_ == "ccomp" and any(w.lower_ in ASKING for w in t.subtree) for t in (subject_of, subject_of.head)):
        return None
    held = next((t for t in (subject_of, *children(subject_of, "xcomp")) if t.lower_ in HOLDING), None)
    begun = enters_into_force(subject_of)
    return standing_of(held if held is not None else subject_of) if held is not None or begun else None


def _watched_by(head: Token) -> Token | None:
    """ "was sent to supervise the ceasefire", "the monitoring of the truce": what there is to watch over was made, whoever is still to
    come to do so."""
    verb = head.head if head.dep_ == "dobj" else head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else None
    if verb is None or not any(c.lower_ in ("the", "this", "that", "their") for c in children(head, "det", "poss")):
        return None
    return verb if verb.lower_ in word_set("pacts", "verbs_watching") or verb.lower_ in WATCH else None


def enters_into_force(verb: Token) -> bool:
    """ "took effect", "entered into force", "came formally into effect"; not "began talks on a pact in effect since 2012"."""
    near = range(verb.i + 1, min(verb.i + FEW, len(verb.doc)))
    return verb.lower_ in STARTING and any(verb.doc[i].lower_ in FORCE for i in near)


def lasts_or_begins(head: Token, verb: Token) -> bool:
    """Whether a truce is extended, or begins: "was extended in June", "took effect on Friday"; it is announced anew, not signed."""
    begun = head.dep_ == "nsubj" and enters_into_force(verb)
    return begun or verb.lower_ in LASTING


def refused_by(head: Token) -> Token | None:
    """The verb by which somebody will have none of it: "rejected a truce", "rejected a proposal for a six-week truce"."""
    top = head
    if head.dep_ == "pobj" and head.head.lower_ in ("for", "of", "on") and head.head.head.lower_ in OFFERS:
        top = head.head.head
    governed = top.dep_ in ("dobj", "nsubjpass") or (top.dep_ == "conj" and top.head.dep_ == "dobj")
    return top.head if governed and top.head.lower_ in REJECTING and not children(top.head, "neg") else None


def what_became(head: Token) -> tuple[Token | None, str | None]:
    """The verb and the action: what governs the noun, else its relative clause ("the truce that militias declared")."""
    if (swallowed := swallowed_by(head)) is not None:
        return swallowed[0], "ended"
    if head.dep_ == "ROOT" and (gone := _gone(head)) is not None:
        return gone, "ended"
    if is_only_described(head):
        said = next((c for c in children(head, "relcl", "acl") if c.lower_ in ACTIONS), None)
        return said, ACTIONS[said.lower_] if said is not None else None
    verb = verb_of(head)
    if head.dep_ == "pobj" and head.head.lower_ == "of" and verb is not None and ACTIONS.get(verb.lower_) != "called_for":
        if head.head.head.lower_ in BREACHES:
            return verb, "violated"
        if head.head.head.lower_ in DEEDS:
            return verb, DEEDS[head.head.head.lower_]
    action = _action(head, verb)
    if action == "signed" and verb is not None and is_not_kept(verb):
        action = "violated"
    if action is None and verb is not None and verb.lower_ in DENOUNCING and verb.head.lower_.startswith("vot"):
        return verb, "ended"
    if head.dep_ == "nsubj" and action in ("violated", "announced", "called_for"):
        action = None  # "the memorandum violated its sovereignty" says nothing of what became of it
    if action is None and verb is not None and head.dep_ == "pobj" and head.head.head.lower_ in ENTERED:
        part = head.head.head
        return verb, ACTIONS.get(verb.lower_) if part.dep_ == "dobj" and ACTIONS.get(verb.lower_) == "ended" else None
    if action == "signed" and verb is not None and _is_urged(verb):
        return verb, "called_for"
    made = next((c for c in children(head, "acl") if ACTIONS.get(c.lower_) == "signed" and c.tag_ == "VBN"), None)
    if action == "called_for" and verb is not None and made is not None and verb.tag_ == "VB" and verb.dep_ in ("advcl", "acl"):
        return made, "signed"  # "was sent there to support the accord signed in July": what there is to support was made
    if verb is not None and verb.lower_ in HOLDING and any(c.lower_ == "longer" for c in verb.children):
        return verb, "ended"
    if action is None:
        relative = next((c for c in children(head, "relcl", "acl") if c.lower_ in ACTIONS and not _is_its_purpose(c)), None)
        if relative is not None:
            return relative, ACTIONS[relative.lower_]
    return verb, action


def is_not_kept(verb: Token) -> bool:
    """ "the truce was not respected", "neither side observed the ceasefire": not to keep one is to break it."""
    who = child(verb, "nsubj")
    none = who is not None and any(c.lower_ in ("neither", "no") for c in children(who, "det", "cc", "preconj"))
    told = verb.tag_ in ("VBN", "VBD", "VB", "VBZ", "VBP") and not any(
        c.lower_ in ("will", "would") for c in children(verb, "aux")
    )
    return verb.lower_ in word_set("pacts", "verbs_kept") and told and (none or child(verb, "neg") is not None)


def _is_its_purpose(verb: Token) -> bool:
    """ "a ceasefire to end the violence", "a truce ending the war": what the agreement is to do is not what became of it."""
    return verb.dep_ == "acl" and verb.tag_ in ("VB", "VBG") and child(verb, "dobj") is not None


def _gone(head: Token) -> Token | None:
    """ "The truce that had held for six months lapsed on Sunday", where the parse makes the main verb a participle on the months."""
    if not children(head, "relcl"):
        return None
    lapsing = word_set("pacts", "verbs_lapsing") | {"collapsed"}
    return next((t for t in head.subtree if t.i > head.i and t.lower_ in lapsing and t.dep_ == "acl" and t.tag_ != "VBG"), None)


def swallowed_by(head: Token) -> tuple[Token, Token] | None:
    """The verb and the maker's participle of "the truce that the factions offered in October no longer holds", where the parse puts the
    main verb into the relative clause."""
    verb = next((c for c in children(head, "relcl") if any(g.lower_ == "that" for g in c.children)), None)
    maker = child(verb, "nsubj") if verb is not None else None
    made = next((c for c in children(maker, "acl") if c.lower_ in MAKING), None) if maker is not None else None
    if verb is None or made is None:
        return None
    over = verb.lower_ in BEING and any(c.lower_ in OVER for c in verb.children)
    gone = verb.lower_ in HOLDING and any(c.lower_ == "longer" for c in verb.children)
    return (verb, made) if over or gone or ACTIONS.get(verb.lower_) == "ended" else None


def _is_urged(verb: Token) -> bool:
    """ "urged all parties to agree to a truce": others are asked to."""
    own = verb.dep_ == "xcomp" and verb.head.lower_ in SEEKING and child(verb.head, "dobj") is None
    return verb.dep_ in ("xcomp", "ccomp") and ACTIONS.get(verb.head.lower_) == "called_for" and not own


def is_only_described(head: Token) -> bool:
    """ "gave no details of the deal", "did not offer the terms of the accord": what is given are its details."""
    of = head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else None
    return of is not None and of.head.lower_ in DETAILS and of.head.dep_ == "dobj" and of.head.head.lower_ in TELLING


def verb_of(head: Token) -> Token | None:
    """The verb that says what becomes of the agreement."""
    hung = head.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj", "conj", "appos", "attr") or _behind(head)
    return next((a for a in ancestors(head) if is_verb(a)), None) if hung else None


def _behind(head: Token) -> bool:
    """Whether the parse took the object for a measure: "agreed to extend by five days a ceasefire"."""
    if head.dep_ != "npadvmod":
        return False
    verb = next((a for a in ancestors(head) if is_verb(a)), None)
    return verb is not None and verb.lower_ in LASTING and verb.i < head.i


def _action(head: Token, verb: Token | None) -> str | None:
    if verb is None:
        return None
    if verb.lower_ in BEING and any(c.lower_ in OVER for c in verb.children):
        return "ended"
    if ACTIONS.get(verb.lower_) == "announced" and any(
        (t.lower_ in OVER or (t.lower_ == "end" and t.nbor(-1).lower_ == "an" and t.nbor(-2).lower_ == "at"))
        and t.dep_ not in ("prep", "amod")
        for t in [*verb.children, *head.children, *head.rights][:12]
    ):
        return "ended"
    if ACTIONS.get(verb.lower_) == "announced" and AT_AN_END.search(head.doc.text[head.idx :]):
        return "ended"
    if verb.lower_ in QUITTING and head.dep_ == "dobj" and (head.lower_ in FORMAL or head.tag_.startswith("NNP")):
        return "ended"
    if verb.lower_ in PUTTING and any(c.lower_ in SIGNATURES for c in children(verb, "dobj")):
        return "signed"
    if any(c.lower_ in LEAVING.get(verb.lower_, ()) for c in verb.children):
        return "ended"
    if verb.lower_ in ("called", "calls", "calling", "call") and head.dep_ == "pobj" and head.head.lower_ != "for":
        return None
    if (
        head.dep_ == "pobj"
        and head.head.head.i == verb.i
        and head.head.lower_ in ("on", "to", "for", "into", "from", "upon", "by")
    ) or head.dep_ in (
        "dobj",
        "nsubjpass",
        "nsubj",
        "conj",
        "npadvmod",
    ):
        return ACTIONS.get(verb.lower_)
    laid_down = head.dep_ == "pobj" and head.head.lower_ == "in" and child(verb, "auxpass") is not None
    if laid_down and head.head.head.i == verb.i and ACTIONS.get(verb.lower_) == "signed":
        return "signed"  # "endorsed by the Council in resolution 2717", "agreed in a memorandum"
    if head.dep_ == "pobj" and head.head.head.lower_ in TALKS:
        return None  # "Talks on a ceasefire ended without result"
    return ACTIONS.get(verb.lower_) if head.dep_ == "pobj" and head.head.head.i != verb.i else None
