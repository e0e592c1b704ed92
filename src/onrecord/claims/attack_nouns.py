"""Attacks that a noun names: "34 strikes against the group", "an attack on the base", "was killed in a raid by marines"."""

from __future__ import annotations

from itertools import pairwise

from onrecord.claims.frames import Frame
from onrecord.claims.phrases import is_force
from onrecord.claims.scene import Scene
from onrecord.claims.strikes import is_dated, is_flyer, is_strike, is_weapon
from onrecord.claims.subjects import agent_phrase, is_passive, passive_subject, subject
from onrecord.claims.tree import ancestors, child, children, conjuncts, is_noun, is_verb, preposition_objects
from onrecord.claims.victims import is_person_noun
from onrecord.lexicon.words import word_set
from onrecord.model import NameKind
from onrecord.nlp.tokens import Token

MEANS = ("in", "by", "during", "with", "from")
HITTING = frozenset(
    "hit hits destroyed struck strikes engaged damaged targeted targets destroy landed slammed killed wounded injured".split()
)
CALLING = frozenset("called call calls calling requested ordered".split())
ANSWERING = frozenset("engaged responded retaliated replied answered".split())
COUNTING = frozenset("several numerous multiple many few some recent deadly high-profile".split())
SUBJECTED = frozenset(["subjected", "exposed"])
POINTING = frozenset("the this these those that such".split())


def is_attack(scene: Scene, frame: Frame) -> bool:
    """Whether the noun is an attack in earnest, that no verb beside it tells better: no heart attack, no attack aircraft, no plot
    to be prevented, no ability to strike."""
    head = frame.head
    modifiers = modifiers_of(head)
    if modifiers & word_set("attack", "no_attack") or any(is_flyer(t) for t in conjuncts(head)[1:]):
        return False
    if head.dep_ == "nsubj" and head.head.lower_ in HITTING - {"killed", "wounded", "injured"}:
        return False
    return not is_only_thought_of(head)


def is_question(scene: Scene) -> bool:
    """Whether a sentence asks."""
    return scene.sentence.text.rstrip(" '\"’”)").endswith("?")


def is_only_thought_of(token: Token) -> bool:
    """Whether the act is only an ability, a fear or a plot that others forestall: "its capacity to attack", "prevent attacks",
    "any attack", "warned against using missiles"."""
    if any(c.lower_ == "any" and c.dep_ == "det" for c in token.children) and is_noun(token):
        return True
    if token.dep_ == "pcomp" and token.head.lower_ == "against":
        return True
    near = [token, *list(ancestors(token))[:4]]
    for below, above in pairwise(near):
        if (
            is_noun(above)
            and above.lower_ in word_set("attack", "nouns_ability")
            and below.dep_ in ("acl", "prep", "pobj", "compound")
        ):
            return True
        if (
            is_verb(above)
            and above.lower_ in word_set("attack", "verbs_forestall")
            and below.dep_ in ("dobj", "xcomp", "prep", "nsubjpass")
        ):
            return True
        if below.dep_ in ("nsubj", "nsubjpass", "relcl", "conj") and is_verb(above):
            return False
    return False


def is_habit(scene: Scene, head: Token) -> bool:
    """Whether no attack in particular is meant: bare "attacks" that a person conducts or is responsible for, in the present."""
    if scene.is_headline or head.tag_ != "NNS" or head.dep_ not in ("dobj", "pobj", "conj"):
        return False
    if child(head, "det", "nummod", "poss") is not None or scene.count_of(head) is not None or modifiers_of(head) & COUNTING:
        return False
    if head.dep_ == "pobj" and head.head.head.lower_ == "responsible":
        return True
    for verb in (t for t in ancestors(head) if is_verb(t)):
        if verb.lower_ in word_set("speech", "verbs_say") or children(verb, "aux", "auxpass"):
            return False
        if verb.tag_ in ("VBZ", "VBP", "VBD"):
            who = subject(verb)
            one = who is not None and (who.lower_ in ("he", "she") or (who.tag_ == "NN" and is_person_noun(who)))
            return verb.tag_ != "VBD" and one
    return False


def harm_after(head: Token) -> Token | None:
    """The verb of harm by which strikes that a force called for were carried out: "called for an airstrike, killing two"."""
    over = head.head if head.dep_ == "dobj" else head.head.head if head.dep_ == "pobj" else None
    if over is None or over.lower_ not in CALLING:
        return None
    near = [c for t in (head, over) for c in children(t, "relcl", "acl", "advcl") if c.i > head.i]
    return next((c for c in near if c.lower_ in word_set("attack", "verbs_harm")), None)


def called_in(head: Token) -> Token | None:
    """The force that calls fire down itself: "the army called in an airstrike", "called for a precision air strike"; a speaker who
    calls for airstrikes only asks for them."""
    over = head.head if head.dep_ == "dobj" else head.head.head if head.dep_ == "pobj" else None
    if over is None or over.lower_ not in ("called", "requested") or children(over, "aux", "auxpass", "neg"):
        return None
    at_once = (
        "precision" in modifiers_of(head) or head.head.lower_ == "in" or any(c.lower_ == "in" for c in children(over, "prt"))
    )
    who = subject(over) if at_once else None
    return who if who is not None and any(is_force(t) for t in conjuncts(who)) else None


def modifiers_of(head: Token) -> set[str]:
    """The words right before the noun that say what kind it is."""
    return {t.lower_ for c in children(head, "compound", "amod", "nmod") for t in (c, *children(c, "compound", "amod", "conj"))}


def points_back(head: Token) -> bool:
    """ "the attack", "these strikes": the one that was told before."""
    det = child(head, "det")
    return det is not None and det.lower_ in POINTING


def is_none_such(head: Token) -> bool:
    """ "no such attack took place": the one that was told before, denied."""
    words = {c.lower_ for c in children(head, "det", "amod")}
    return words >= {"no", "such"}


def target_noun(scene: Scene, frame: Frame) -> Token | None:
    """Against whom or what: the phrase on the noun or its verb, one further off, or whoever was killed or hit in it."""
    wanted = ("against", "on", "upon", "at") + (
        ("of", "into") if frame.trigger.lemma in word_set("attack", "nouns_of_target") else ()
    )
    wanted += ("into",) if frame.trigger.fields.get("mode") == "ground" else ()
    own = list(preposition_objects(frame.head))
    blamed = frame.light is not None and frame.light.lower_ in word_set("attack", "verbs_put_down")
    found = next(
        (
            o
            for pairs in (own, () if blamed else frame.obliques)
            for p in wanted
            for q, o in pairs
            if p == q and not is_dated(scene, o)
        ),
        None,
    )
    if found is not None:
        return found
    aiming = next((c for c in children(frame.head, "acl", "relcl") if c.lower_ in word_set("attack", "verbs_aim")), None)
    if aiming is not None and not is_passive(aiming) and (aim := child(aiming, "dobj")) is not None:
        return aim if aiming.lower_ not in ("killed", "killing", "kill") or _is_person(scene, aim) else None
    part = next((o for p, o in own if p == "including" and is_strike(o)), None)
    if part is not None:
        found = next((o for p, o in preposition_objects(part) if p in ("against", "on")), None)
    return found or _against_later(scene, frame.head) or _was_target(frame.head) or sufferer(scene, frame.head)


def further_targets(frame: Frame) -> list[Token]:
    """Those of "and against …", each an attack of its own: "strikes against the army and against a local branch"."""
    preps = [
        c for t in (frame.head, frame.light) if t is not None for c in children(t, "prep") if c.lower_ in ("against", "on")
    ]
    more = [c for p in preps for c in children(p, "conj") if c.lower_ == p.lower_]
    return [o for p in more for o in children(p, "pobj")]


def _against_later(scene: Scene, head: Token) -> Token | None:
    """An "against" phrase that other phrases part from the noun: "11 strikes using fighters and artillery against ISIL targets"."""
    if head.dep_ == "attr":
        return None
    for token in scene.doc[head.i + 1 :]:
        if token.lower_ == "against" and token.dep_ == "prep":
            return child(token, "pobj")
        if token.dep_ in ("nsubj", "nsubjpass") or (token.lower_ in ("killed", "said")):
            return None
    return None


def _was_target(head: Token) -> Token | None:
    """ "the plant was the target of an attack", "came under attack"."""
    over = head.head
    if (who := sufferer_of(head)) is not None:
        return who
    if head.dep_ != "pobj":
        return None
    if (
        over.lower_ == "of"
        and over.head.lower_ in ("target", "victim", "scene", "targets", "victims")
        and is_verb(over.head.head)
    ):
        return subject(over.head.head)
    return subject(over.head) if over.lower_ == "under" and is_verb(over.head) else None


def sufferer_of(head: Token) -> Token | None:
    """ "was subjected to heavy shelling", "endured three air raids", "has faced repeated attacks": who bears the attack."""
    verb = head.head if head.dep_ == "dobj" else head.head.head if head.dep_ == "pobj" and head.head.lower_ == "to" else None
    if verb is None or not is_verb(verb):
        return None
    borne = verb.lower_ in word_set("attack", "verbs_bear") if head.dep_ == "dobj" else verb.lower_ in SUBJECTED
    return (passive_subject(verb) if is_passive(verb) and head.dep_ == "pobj" else subject(verb)) if borne else None


def sufferer(scene: Scene, head: Token) -> Token | None:
    """Whom or what an attack hit that is told with the deed: "killed the general in an airstrike", "damaged in the blast",
    "reduced to rubble by bombardment". Of people only those who are named or pointed at."""
    verb = deed_of(head)
    if verb is None:
        return None
    if is_noun(verb):
        of = next((o for p, o in preposition_objects(verb) if p == "of"), None)
        return of if of is not None and _is_person(scene, of) else None
    hit = passive_subject(verb) if is_passive(verb) else child(verb, "dobj")
    if hit is None or is_strike(hit) or is_weapon(hit):
        return None
    if verb.lower_ in word_set("attack", "verbs_harm"):
        return hit if _is_person(scene, hit) else None
    return hit if verb.lower_ in word_set("attack", "verbs_wreck") and is_passive(verb) else None


def deed_of(head: Token) -> Token | None:
    """The verb or noun of harm that an attack is the means of: "killed in a raid", "the killing of X in an airstrike"."""
    if head.dep_ != "pobj" or head.head.lower_ not in MEANS:
        return None
    over = head.head.head
    harm = word_set("attack", "verbs_harm") | word_set("attack", "verbs_wreck")
    if over.lower_ in harm:
        return over
    if is_verb(over):
        return next(
            (c for c in children(over, "dobj", "oprd") if c.lower_ in ("killing", "assassination", "death")), None
        ) or next((c for c in children(over, "conj", "xcomp", "acl") if c.lower_ in harm and c.i < head.i), None)
    return over if over.lower_ in ("killing", "assassination", "death") else None


def _is_person(scene: Scene, token: Token) -> bool:
    named = [scene.name_at(t) for t in (token, *children(token, "appos"))]
    pronoun = token.lower_ in ("he", "him", "she", "her", "who")
    return pronoun or any(m is not None and m.value.kind is NameKind.PERSON for m in named)


def doer_of(scene: Scene, head: Token) -> Token | None:
    """Who did it, by the deed that the attack was the means of: "US forces killed the general in an airstrike"."""
    verb = deed_of(head)
    if verb is None:
        answered = head.dep_ == "pobj" and head.head.lower_ == "with" and head.head.head.lower_ in ANSWERING
        return subject(head.head.head) if answered else None  # "engaged with an airstrike"
    if is_noun(verb):
        return child(verb, "poss")
    if is_passive(verb):
        return agent_phrase(verb)
    return subject(verb) if child(verb, "dobj") is not None else None  # "Gunmen killed in raid"


def weapons_of(scene: Scene, frame: Frame) -> Token | None:
    """ "carried out the attack using ten drones", "an attack with rockets", "the attack consisted of three rockets"."""
    for token in (frame.head, frame.light):
        if token is None:
            continue
        for verb in children(token, "acl", "advcl"):
            if verb.lower_ in ("using", "involving", "employing") and (used := child(verb, "dobj")) is not None:
                return used if is_weapon(used) or is_flyer(used) else None
        for p, obj in preposition_objects(token):
            if p in ("with", "of", "by", "using") and (is_weapon(obj) or is_flyer(obj)) and not is_strike(obj):
                return obj
    return None
