"""Which date of a sentence belongs to which predicate."""

from __future__ import annotations

import re

from onrecord.claims.phrases import is_force
from onrecord.claims.scene import Scene
from onrecord.claims.status_own import STAGES
from onrecord.claims.tree import ancestors, children, is_verb
from onrecord.finders.attributions.tails import tail_of
from onrecord.lexicon.words import word_set
from onrecord.model import Mention, Span, Stage, Time, TimeType, Timex
from onrecord.nlp.tokens import Token

RESULTING = frozenset(["resulted", "led", "ended", "culminated"])
TAKEN = frozenset("capturing detaining arresting seizing".split())
CONFIRMING = frozenset("confirm confirms confirmed".split())
DEFER = frozenset("be is are was were been being have has had do does did".split())


def _announcing() -> frozenset[str]:
    """Verbs whose date is that of the saying, not of what is said: "confirmed today the arrest of …"."""
    return word_set("status", "verbs_announcing") | CONFIRMING


def anchor_of(scene: Scene, mention: Mention[Timex]) -> Token | None:
    """The verb or noun that a date modifies: the first above it that is not part of the date."""
    root = scene.root_of(mention.span)
    if root is None:
        return None
    for token in ancestors(root):
        if token.dep_ in ("prep", "pobj", "pcomp", "npadvmod") and not is_verb(token) and not token.tag_.startswith("NN"):
            continue
        if mention.span.begin <= token.idx < mention.span.end:
            continue
        return token
    return None


def time_for(scene: Scene, *heads: Token | None) -> tuple[Time, Span] | None:
    """The time of a predicate, given the tokens that make it (verb, light verb, noun, theme), in order of trust.

    A date that hangs on one of them is taken; failing that the only date of the sentence whose anchor governs or is governed by
    the predicate, unless a verb of saying has it.
    """
    wanted = [head for head in heads if head is not None]
    dated = [
        (mention, anchor)
        for mention in scene.dates
        if mention.value.time and (anchor := anchor_of(scene, mention)) is not None and not _is_of_a_meeting(scene, mention)
    ]
    dated.sort(key=lambda pair: pair[0].value.time is not None and pair[0].value.time.text.lower() == "overnight")
    if any(_is_counted_from(m, wanted) for m, _ in dated):
        return None
    for head in wanted:
        near = [m for m, anchor in dated if anchor.i == head.i]
        if near:
            return _result(scene, _best(near))
    if not wanted:
        return None
    if (shared := _of_next_verb(wanted[0], dated)) is not None:
        return _result(scene, shared)
    clause = _clause_chain(wanted[0])
    for mention, anchor in dated:
        announcing = anchor.lower_ in _announcing() and all(anchor.i != head.i for head in wanted)
        if announcing or anchor.lower_ in word_set("speech", "verbs_say") or _is_of_another_number(scene, anchor, wanted):
            continue
        if any(anchor.i == token.i for token in clause) or (
            any(a.i == h.i for h in wanted for a in ancestors(anchor)) and _same_clause(anchor, wanted)
        ):
            return _result(scene, mention)
    return None


def _of_next_verb(verb: Token, dated: list[tuple[Mention[Timex], Token]]) -> Mention[Timex] | None:
    """ "killed two guards and burned the post on Monday": the one date of two deeds that one subject does in one breath."""
    joined = [c for c in verb.children if c.dep_ == "conj" and c.tag_ == verb.tag_ == "VBD"]
    joined = [c for c in joined if not any(g.dep_ in ("nsubj", "nsubjpass", "aux", "advmod") for g in c.children)]
    return dated[0][0] if joined and len(dated) == 1 and dated[0][1].i == joined[-1].i else None


def _is_counted_from(mention: Mention[Timex], wanted: list[Token]) -> bool:
    """ "ten days after the jets left", of the leaving: a time that is counted from it is of what came later or before."""
    time = mention.value.time
    words = time.text.lower().split() if time is not None and not (time.start or time.end) else []
    at = next((i for i, word in enumerate(words) if word in ("after", "before", "since")), None)
    return at is not None and any(head.lower_ in words[at:] for head in wanted)


def announced_for(scene: Scene, *heads: Token | None) -> tuple[Time, Span] | None:
    """When it was announced, ordered or pledged: a point that hangs on the verb of announcing over the predicate, or on the
    predicate where that is itself an announcing ("In April 2016 Carter announced $415 million")."""
    wanted = [head for head in heads if head is not None]
    if not wanted:
        return None
    verbs = [t for t in (wanted[0], *ancestors(wanted[0])) if is_verb(t) and t.lower_ in _announcing()][:1]
    behind = [c for c in wanted[0].children if c.dep_ in ("relcl", "acl") and c.lower_ in _announcing()]
    for verb in [*verbs, *behind, *_announced_at_the_end(wanted[0])]:
        for mention in scene.dates:
            time, anchor = mention.value.time, anchor_of(scene, mention)
            if (
                time is not None
                and time.type is TimeType.POINT
                and anchor is not None
                and anchor.i == verb.i
                and (time.start or time.end)
            ):
                return _result(scene, mention)
    return None


def _announced_at_the_end(head: Token) -> list[Token]:
    """ "… will be cut to 3,000, General Holm, the head of the command, announced in Baghdad on Wednesday": the parse loses such a verb."""
    doc = head.doc
    later = (t for t in doc[head.i + 1 :] if t.lower_ in _announcing() and t.tag_ in ("VBD", "VBN"))
    return [verb for verb in later if tail_of(doc, verb) is not None][:1]


def stage_at_the_end(head: Token) -> Stage | None:
    """The stage of a plan that the verb at a sentence's end tells: "…, General Holm announced"."""
    return next((STAGES[verb.lower_] for verb in _announced_at_the_end(head) if verb.lower_ in STAGES), None)


MEETING = re.compile(
    r"\bat (?:a|an|the|its|their) (?:[\w’'-]+ ){0,4}(?:meeting|summit|conference|session|council|gathering)"
    r"(?: of (?:[\w’'-]+ ){0,3}[\w’'-]+)?(?: in [A-Z][\w’'-]+)?,? (?:on |in |next |this |late |early )*$"
)
"""What a date stands behind that is that of a meeting: "will decide at a ministerial meeting on Wednesday"."""
DECIDING = frozenset("decide approve discuss announce consider agree endorse unveil vote pledge weigh".split())


def _is_of_a_meeting(scene: Scene, mention: Mention[Timex]) -> bool:
    """Whether a date is that of the meeting at which something is decided, and not of what is decided."""
    lead = scene.sentence.text[: mention.span.begin]
    if " at " not in lead or MEETING.search(lead) is None:
        return False
    return any(t.lower_ in DECIDING or t.lower_.rstrip("ds") in DECIDING for t in scene.tokens if t.idx < mention.span.begin)


def _is_of_another_number(scene: Scene, anchor: Token, wanted: list[Token]) -> bool:
    """ "remain, down from a peak of 170,000 in 2007": the date of a number that is not the one asked for."""
    count = scene.count_at(anchor) or scene.count_of(anchor)
    return count is not None and all(scene.count_of(head) is not count and scene.count_at(head) is not count for head in wanted)


def _best(mentions: list[Mention[Timex]]) -> Mention[Timex]:
    """A date that is known before one that is not ("already", "then")."""
    known = [m for m in mentions if m.value.time is not None and (m.value.time.start or m.value.time.end)]
    return (known or mentions)[0]


def _clause_chain(token: Token) -> list[Token]:
    """The predicate with the verbs above it up to the first verb of saying: a date on "is expected" dates "to leave"."""
    chain = [token]
    for above in ancestors(token):
        if above.lower_ in word_set("speech", "verbs_say"):
            break
        has_until = token.dep_ == "advcl" and above.lower_ in ("has", "have", "had")
        if token.dep_ in ("ccomp", "relcl", "advcl") and is_verb(token) and not has_until and not _is_result(token):
            break
        counted = token.dep_ == "acl" and token.tag_ == "VBN" and any(c.dep_ == "nummod" for c in above.children)
        if counted and above.dep_ in ("nsubj", "nsubjpass") and is_force(above):
            break  # "the troops sent to Gao would be home by Christmas"
        chain.append(above)
        token = above
    return chain


def _is_result(verb: Token) -> bool:
    """ "raided the village on Monday, killing two", "an operation on Sunday that resulted in the death of a leader": what came of it came
    on that day."""
    if verb.dep_ == "advcl":
        above = verb.head
        after = verb.tag_ == "VBG" and verb.i > above.i and not children(verb, "aux", "mark", "nsubj", "advmod")
        parted = any(t.text == "," for t in verb.doc[max(0, verb.i - 2) : verb.i])
        return after and (parted or verb.lower_ in word_set("attack", "verbs_harm") or verb.lower_ in TAKEN)
    return verb.dep_ == "relcl" and verb.lower_ in RESULTING


def _same_clause(anchor: Token, wanted: list[Token]) -> bool:
    """Whether no other verb stands between the date's anchor and the predicate."""
    targets = {head.i for head in wanted}
    if is_verb(anchor) and anchor.i not in targets:
        return False
    for above in ancestors(anchor):
        if above.i in targets:
            return True
        if is_verb(above):
            return False
    return False


def _result(scene: Scene, mention: Mention[Timex]) -> tuple[Time, Span] | None:
    return (mention.value.time, mention.span.shift(scene.sentence.span.begin)) if mention.value.time else None
