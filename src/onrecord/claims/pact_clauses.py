"""What else a sentence says of an agreement: when it began and runs out, by clauses on its noun, and by nouns for its end or renewal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.claims.agreement_verbs import ACCUSING, ACTIONS, BEING, DURATIONS, FORCE, LASTING, LEAVING, STARTING
from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame
from onrecord.claims.pact_parties import can_fight, told_sides
from onrecord.claims.participants import participants
from onrecord.claims.phrases import of_name
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.status import Standing
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import subject
from onrecord.claims.tree import child, children, conjuncts, is_verb, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind, Status
from onrecord.nlp.tokens import Token

DUE = frozenset(["due", "set", "scheduled", "expected", "supposed", "bound"])
BREACHES = frozenset("violation violations breach breaches infringement infringements".split())
TRUCES = frozenset("ceasefire truce armistice ceasefires truces".split())
POINTED = frozenset(["it", "arrangement", "understanding"])
LATELY = 250
"""Characters back to where the agreement must have been told of that "it" means."""
FEW = 4
"""Words before the noun among which a headline's verb is looked for."""
POINTING = frozenset("the its their this that".split())
RUNNING = frozenset("run runs ran running".split())
DEED_VERBS = STARTING | BEING | frozenset("follow follows followed".split())


def lapses(verb: Token) -> bool:
    """ "expires", "runs out", "is due to lapse"."""
    out = verb.lower_ in RUNNING and any(c.lower_ == "out" for c in verb.children)
    return out or (verb.lower_ in word_set("pacts", "verbs_lapsing") and child(verb, "dobj") is None)


def begins(verb: Token) -> bool:
    """ "began on 3 August", "which took effect"."""
    if verb.lower_ in ("began", "begin", "begins", "begun", "starts", "start", "started"):
        return child(verb, "xcomp", "dobj") is None
    return verb.lower_ in STARTING and any(t.lower_ in FORCE for t in verb.subtree)


def on_its_noun(scene: Scene, frame: Frame, made: Draft | None, pact: Sequence[Participant] = ()) -> Iterator[Draft]:
    """ "a truce that was due to lapse that evening", "a ceasefire, which began in May and expires in June": each its own claim."""
    spans = made.spans if made is not None else {}
    told = {spans["action"].begin, spans["trigger"].begin} if "action" in spans else set()
    for clause in children(frame.head, "relcl", "acl"):
        for verb in _verbs_of(clause):
            goes_on = verb.lower_ in LASTING
            if scene.at(verb).begin in told or not (lapses(verb) or begins(verb) or goes_on):
                continue
            also = draft(scene, Kind.AGREEMENT, name_of(claim_pact_deed), verb, status=verb)
            if made is not None:
                _same_parties(also, made)
            also.put("parties", list(pact))
            also.put("type", frame.trigger.fields["type"], scene.at(frame.head))
            signed = goes_on and frame.trigger.fields["type"] != "ceasefire"
            also.put("action", "ended" if lapses(verb) else "signed" if signed else "announced", scene.at(verb))
            by = next((o for p, o in preposition_objects(verb) if p in ("by", "for")), None)
            count = scene.count_of(by) if by is not None else None
            if count is not None and count.value.quantity.unit in DURATIONS:
                also.count(count.value.quantity, scene.in_report(count.span))
            if also.time is not None or also.args.get("parties"):
                yield also


def signed_in_front(scene: Scene, story: Story, frame: Frame) -> Iterator[Draft]:
    """ "Signed in 2018 by the two leaders, the pact set up …": the participle in front of the sentence."""
    verb = frame.head.head if frame.head.dep_ in ("nsubj", "nsubjpass") else None
    front = (
        next((c for c in children(verb, "advcl") if c.tag_ == "VBN" and c.i < frame.head.i), None) if verb is not None else None
    )
    begun = front is not None and front.lower_ in ("begun", "started")
    action = "announced" if begun else ACTIONS.get(front.lower_) if front is not None else None
    if front is None or action not in ("signed", "announced") or child(front, "nsubj", "dobj", "mark") is not None:
        return
    by = next((o for p, o in preposition_objects(front) if p in ("by", "between")), None)
    named = [p for _, p in participants(scene, story, by) if p.name is not None] if by is not None else []
    made = draft(scene, Kind.AGREEMENT, name_of(claim_pact_deed), front, status=front)
    made.put("parties", named if len(named) > 1 else list(story.pact) or named)
    made.put("type", frame.trigger.fields["type"], scene.at(frame.head))
    made.put("action", action, scene.at(front))
    inside = {t.i for t in front.subtree}
    for count in scene.counts:
        root = scene.root_of(count.span)
        if root is not None and root.i in inside and count.value.quantity.unit in DURATIONS and made.quantity is None:
            made.count(count.value.quantity, scene.in_report(count.span))
    if made.args.get("parties"):
        yield made


def headline_pact(scene: Scene, frame: Frame) -> Draft | None:
    """ "Armenia, Azerbaijan and Russia sign deal to halt war": a headline whose verb the parser took for a noun, by its words."""
    if not scene.is_headline:
        return None
    before = scene.tokens[max(0, frame.head.i - FEW) : frame.head.i]
    verb = next((t for t in reversed(before) if ACTIONS.get(t.lower_) in ("signed", "ended") and not is_verb(t.head)), None)
    verb = verb or next((t for t in reversed(before) if t.lower_ in ("sign", "ink", "reach", "scrap", "ratify")), None)
    names = [m for m in scene.names if verb is not None and m.span.end <= verb.idx]
    named = [m for m in names if m.value.kind is NameKind.ACTOR or m.value.type in ("country", "state")]
    if verb is None or not named or len(named) != len(names) or any(t.i < verb.i and is_verb(t) for t in scene.tokens):
        return None
    made = draft(scene, Kind.AGREEMENT, name_of(claim_pact_deed), frame.head)
    made.standing = Standing(Status.PLANNED if scene.doc[verb.i - 1].lower_ == "to" else Status.ACTUAL)
    made.put("parties", [as_state(of_name(scene, m)) or of_name(scene, m) for m in named])
    made.put("type", frame.trigger.fields["type"], scene.at(frame.head))
    made.put("action", ACTIONS.get(verb.lower_, "signed"), scene.at(verb))
    return made


def _verbs_of(clause: Token) -> list[Token]:
    """The verbs of a clause: coordinated ones, and what is due to happen."""
    found = []
    for verb in conjuncts(clause):
        found.append(verb)
        found += children(verb, "xcomp")
        for due in children(verb, "acomp"):
            found += [c for c in due.children if due.lower_ in DUE and is_verb(c)]
    return [t for t in found if is_verb(t)]


def _same_parties(also: Draft, made: Draft) -> None:
    if "parties" not in made.args:
        return
    also.args["parties"], also.spans["parties"] = made.args["parties"], made.spans["parties"]
    also.ids |= {k: v for k, v in made.ids.items() if k.startswith("parties")}
    if "parties" in made.origins:
        also.origins["parties"] = made.origins["parties"]


@rule
def claim_pact_deed(scene: Scene, story: Story) -> Iterator[Draft]:
    """The end or renewal of an agreement that the report has told of, by its noun: "the termination was to take effect in August",
    "announced the extension on Monday"."""
    ends, renewals = word_set("pacts", "nouns_end"), word_set("pacts", "nouns_renewal")
    if story.pact_type is None or scene.lower.isdisjoint(ends | renewals):
        return
    for noun in scene.tokens:
        if noun.lower_ not in ends | renewals or not _points(noun):
            continue
        verb = _happens(noun)
        if verb is None:
            continue
        made = draft(scene, Kind.AGREEMENT, name_of(claim_pact_deed), noun, verb, status=verb)
        made.put("parties", list(story.pact))
        made.put("type", story.pact_type, scene.at(noun))
        made.put("action", "ended" if noun.lower_ in ends else "announced", scene.at(noun))
        if made.args.get("parties"):
            yield made


@rule
def claim_pact_breach(scene: Scene, story: Story) -> Iterator[Draft]:
    """Breaches of an agreement that the report has told of, counted, or done to "it": "logged 38 breaches by both sides", "the North has
    broken it 3,600 times", "walked away from the arrangement"."""
    if story.pact_type is None:
        return
    if not scene.lower.isdisjoint(BREACHES):
        yield from _counted_breaches(scene, story)
    if not scene.lower.isdisjoint(POINTED):
        yield from _done_to_it(scene, story)


def _counted_breaches(scene: Scene, story: Story) -> Iterator[Draft]:
    for noun in scene.tokens:
        count = scene.count_of(noun) if noun.lower_ in BREACHES else None
        if count is None or any(p in ("of", "to") for p, _ in preposition_objects(noun)):
            continue
        made = draft(scene, Kind.AGREEMENT, name_of(claim_pact_breach), noun, noun.head if is_verb(noun.head) else None)
        near = [*preposition_objects(noun), *(preposition_objects(noun.head) if is_verb(noun.head) else ())]
        by = next((o for p, o in near if p == "by"), None)
        parties = (told_sides(story, by) or [p for _, p in participants(scene, story, by)]) if by is not None else []
        made.put("parties", parties or list(story.pact))
        made.put("type", "ceasefire" if not scene.lower.isdisjoint(TRUCES) else story.pact_type, scene.at(noun))
        made.put("action", "violated", scene.at(noun))
        made.count(count.value.quantity, scene.in_report(count.span))
        if made.args.get("parties"):
            yield made


def _done_to_it(scene: Scene, story: Story) -> Iterator[Draft]:
    """What somebody does to the agreement that is only pointed at."""
    for noun in scene.tokens:
        if noun.lower_ not in POINTED or not is_verb(verb := _verb_over(noun)):
            continue
        if child(verb, "prt") is not None and not _leaves(verb, noun):
            continue  # "broke it up"
        if verb.dep_ == "pcomp" and verb.head.head.lower_ in ACCUSING:
            continue  # who is accused of it is told by the rule for truces
        action = "ended" if _leaves(verb, noun) else ACTIONS.get(verb.lower_) if noun.dep_ == "dobj" else None
        if action not in ("violated", "ended") or (noun.lower_ == "it" and not _is_lately(scene, story)):
            continue
        made = draft(scene, Kind.AGREEMENT, name_of(claim_pact_breach), verb)
        who = subject(verb)
        parties = (told_sides(story, who) or [p for _, p in participants(scene, story, who)]) if who is not None else []
        parties = [p for p in parties if p.name is not None or can_fight(p)]
        made.put("parties", parties or list(story.pact))
        made.put("type", story.pact_type or "agreement", scene.at(noun))
        made.put("action", action, scene.at(verb))
        times = next((m for m in scene.counts if m.value.quantity.unit == "time" and m.span.begin > verb.idx), None)
        if times is not None and action == "violated":
            made.count(times.value.quantity, scene.in_report(times.span))
        if made.args.get("parties"):
            yield made


def _verb_over(noun: Token) -> Token:
    """The verb over an object, through its preposition and particle."""
    verb = noun.head
    for _ in range(2):
        if is_verb(verb):
            break
        verb = verb.head
    return verb


def _leaves(verb: Token, noun: Token) -> bool:
    """ "walked away from the arrangement", "pulled out of it"."""
    parts = LEAVING.get(verb.lower_, ())
    return noun.dep_ == "pobj" and noun.i > verb.i and any(c.lower_ in parts for c in verb.children)


def _is_lately(scene: Scene, story: Story) -> bool:
    return story.pact_end >= 0 and scene.sentence.span.begin - story.pact_end < LATELY


def _points(noun: Token) -> bool:
    """Whether the noun is of the pact of the report: "the extension", without "of the contract" behind it or a word of another."""
    det = child(noun, "det", "poss")
    if det is None or det.lower_ not in POINTING or children(noun, "compound", "nmod", "amod"):
        return False
    return not any(p in ("of", "to") for p, _ in preposition_objects(noun))


def _happens(noun: Token) -> Token | None:
    """The verb by which it comes about: "took effect", "was announced", "is due", "announced the extension"."""
    verb = noun.head
    if not is_verb(verb):
        return None
    if noun.dep_ in ("nsubjpass", "dobj"):
        return verb if ACTIONS.get(verb.lower_) in ("announced", "signed") else None
    if noun.dep_ != "nsubj":
        return None
    act = child(verb, "xcomp") or verb
    started = act.lower_ in STARTING and any(t.lower_ in FORCE for t in act.subtree)
    return act if started or (verb.lower_ in DEED_VERBS and any(c.lower_ in DUE for c in verb.children)) else None
