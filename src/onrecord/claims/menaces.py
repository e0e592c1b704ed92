"""Threats without a word for threatening: what would be met with force, whom a deadline is given, who may become a target."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.owners import named_before, owner_of
from onrecord.claims.participants import joined, participant
from onrecord.claims.phrases import is_body, is_people
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.status import Standing
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import is_passive, passive_subject, subject
from onrecord.claims.threats import may_threaten, put_clause, who_must
from onrecord.claims.tree import ancestors, child, children, is_verb, preposition_objects
from onrecord.lexicon.inflection import verb_forms
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, Status
from onrecord.nlp.tokens import Token

WILL = frozenset("will 'll would shall wo 'd".split())
GIVING = frozenset(form for lemma in ("give", "grant", "set", "issue") for form in verb_forms(lemma))
ORDERING = frozenset(form for lemma in ("tell", "order", "warn", "urge") for form in verb_forms(lemma))
HESITATING = frozenset(form for lemma in ("hesitate", "shrink", "flinch", "hold") for form in verb_forms(lemma))
FACING = frozenset(form for lemma in ("face", "suffer", "risk", "pay", "expect", "meet") for form in verb_forms(lemma))
TARGETS = frozenset("target targets".split())
BECOMING = frozenset(form for lemma in ("become", "be", "treat", "regard", "consider") for form in verb_forms(lemma))
OPENING = WILL | GIVING | ORDERING | HESITATING | {"reserve", "reserves", "reserved", "reserving"}
"""A word that every threat of these has."""

SPANS = frozenset("hours hour days day week weeks minutes".split())


@rule
def claim_menace(scene: Scene, story: Story) -> Iterator[Draft]:
    """A threat by other words: "said any attack would be met with force", "gave the rebels until Friday to leave", "will not
    hesitate to strike", "reserves the right to use force", "anyone who helps them will become a target"."""
    if OPENING.isdisjoint(scene.lower):
        return
    for verb in scene.tokens:
        if not is_verb(verb) or _is_warned_of(scene, verb):
            continue
        made = (
            _met(scene, story, verb)
            or _deadline(scene, story, verb)
            or _resolved(scene, story, verb)
            or _target(scene, story, verb)
            or _awaits(scene, story, verb)
            or _answering(scene, story, verb)
        )
        if made is not None:
            yield made
            return


def _is_warned_of(scene: Scene, verb: Token) -> bool:
    """ "warned that it would respond": the rule for threats has it, where it has a condition."""
    over = verb.head
    conditional = any((m := child(c, "mark")) is not None and m.lower_ in ("if", "unless") for c in children(verb, "advcl"))
    threat = any(f.head.i == over.i and f.trigger.kind is Kind.THREAT for f in scene.frames)
    return verb.dep_ == "ccomp" and conditional and threat


def _made(
    scene: Scene,
    story: Story,
    verb: Token,
    actor: Participant | None,
    target: Participant | None,
    act: Token | None,
    *,
    agent: Token | None,
) -> Draft | None:
    actor = as_state(actor)
    if actor is not None and actor.name is None and actor.text.split()[-1].lower() in word_set("goods", "nouns_firm"):
        return None
    if actor is None or not may_threaten(actor, agent) or (target is not None and target.text == actor.text):
        return None
    made = draft(scene, Kind.THREAT, name_of(claim_menace), verb)
    made.standing = Standing(Status.ACTUAL)
    made.put("actor", actor)
    made.put("target", as_state(target))
    if act is not None:
        put_clause(scene, made, "act", act, skip=("mark", "aux", "nsubj", "advcl", "punct", "relcl"))
    condition = next(
        (c for c in children(verb, "advcl") if (m := child(c, "mark")) is not None and m.lower_ in ("if", "unless")), None
    )
    if condition is not None and target is None:
        made.put("target", who_must(scene, story, condition))
    if condition is not None:
        put_clause(scene, made, "condition", condition, skip=("acl", "relcl", "appos", "parataxis"))
    return made


def _speaker(scene: Scene, story: Story, verb: Token) -> tuple[Participant | None, Token | None]:
    """Who says the clause of a verb, and by which noun: the body that an official speaks for."""
    below = verb
    for above in ancestors(verb):
        if above.lower_ in word_set("speech", "verbs_say") | {"warned", "warn", "warns"} and below.dep_ in (
            "ccomp",
            "parataxis",
            "xcomp",
            "dep",
        ):
            who = subject(above)
            if who is None:
                return None, None
            named = next((c for c in children(who, "appos") if scene.name_at(c) is not None), who)
            return owner_of(scene, story, who) or participant(scene, story, named), who
        if not is_verb(above) or above.dep_ in ("advcl", "relcl", "acl"):
            return None, None
        below = above
    return None, None


def _will(verb: Token) -> bool:
    return any(c.lower_ in WILL for c in children(verb, "aux")) and child(verb, "neg") is None


def _met(scene: Scene, story: Story, verb: Token) -> Draft | None:
    """ "any attack would be met with missiles": the attacker is who is threatened."""
    if verb.lower_ not in word_set("threat", "verbs_met") or not is_passive(verb) or not _will(verb):
        return None
    deed = passive_subject(verb)
    if deed is None or deed.lower_ not in word_set("threat", "nouns_provocation"):
        return None
    means = next((o for p, o in preposition_objects(verb) if p in ("with", "by")), None)
    actor, agent = _speaker(scene, story, verb)
    by = next((o for p, o in preposition_objects(deed) if p in ("by", "from")), None)
    target = named_before(scene, story, deed) or (joined(scene, story, by) if by is not None else None)
    return _made(scene, story, verb, actor, target, means, agent=agent)


def _deadline(scene: Scene, story: Story, verb: Token) -> Draft | None:
    """ "gave the troops until Friday to leave", "gave him 48 hours to surrender", "told them to leave or face attack"."""
    if not (verb.lower_ in GIVING or verb.lower_ in ORDERING):
        return None
    acts = [c for c in verb.subtree if c.i > verb.i and c.lower_ in word_set("threat", "verbs_obey") and c.tag_ == "VB"]
    if not acts:
        return None
    words = [t.lower_ for t in scene.tokens[verb.i : acts[0].i]]
    timed = "until" in words or any(w in SPANS for w in words) or "deadline" in words
    after = [t.lower_ for t in scene.tokens[acts[0].i :]]
    grim = any(a == "or" and b in FACING | {"be", "risk", "die"} for a, b in pairwise(after))
    if not (verb.lower_ in GIVING and timed) and not grim:
        return None
    hit = child(verb, "dative", "dobj")
    if hit is not None and hit.dep_ == "dative" and hit.tag_.startswith("IN"):
        hit = child(hit, "pobj")
    if hit is None or not (is_body(hit) or is_people(hit) or scene.name_at(hit) is not None or hit.tag_ == "PRP"):
        return None
    agent = passive_subject(verb) if is_passive(verb) else subject(verb)
    actor = participant(scene, story, agent)
    armed = any(who is not None and who.name is not None for who in (actor, participant(scene, story, hit)))
    return _made(scene, story, verb, actor, joined(scene, story, hit), acts[0], agent=agent) if armed else None


def _resolved(scene: Scene, story: Story, verb: Token) -> Draft | None:
    """ "will not hesitate to strike", "reserves the right to use force": the act must do harm."""
    act: Token | None = None
    if verb.lower_ in HESITATING and child(verb, "neg") is not None:
        act = child(verb, "xcomp")
    elif verb.lower_.startswith("reserv") and (right := child(verb, "dobj")) is not None and right.lower_ == "right":
        act = child(right, "acl", "relcl")
    if act is None or not _harms(act):
        return None
    agent = subject(verb)
    actor = participant(scene, story, agent)
    near = [*preposition_objects(act), *(pair for o in children(act, "dobj") for pair in preposition_objects(o))]
    hit = next((o for p, o in near if p in ("against", "on", "at")), None) or (
        child(act, "dobj") if act.lower_ not in ("use", "take") else None
    )
    return _made(scene, story, verb, actor, joined(scene, story, hit) if hit is not None else None, act, agent=agent)


def _harms(act: Token) -> bool:
    words = {t.lower_ for t in act.subtree}
    forceful = act.lower_ in ("use", "take", "launch", "employ") and bool(
        words & {"force", "weapons", "arms", "military", "strikes"}
    )
    return act.lower_ in word_set("threat", "verbs_strict") or forceful


def _target(scene: Scene, story: Story, verb: Token) -> Draft | None:
    """ "would become a target", "will be treated as military targets"."""
    if verb.lower_ not in BECOMING or not any(c.lower_ in WILL for t in (verb, verb.head) for c in children(t, "aux")):
        return None
    near = [*children(verb, "attr", "oprd", "dobj"), *(o for p, o in preposition_objects(verb) if p == "as")]
    target = next((t for t in near if t.lower_ in TARGETS), None)
    who = passive_subject(verb) if is_passive(verb) else subject(verb)
    if target is None or who is None or any(t.lower_ in ("easy", "soft", "price", "sales", "growth") for t in target.subtree):
        return None
    actor, agent = _speaker(scene, story, verb)
    return _made(scene, story, verb, actor, joined(scene, story, who), target, agent=agent)


def _awaits(scene: Scene, story: Story, verb: Token) -> Draft | None:
    """ "Hezbollah would pay a heavy price", "they will face consequences": said by somebody of another."""
    if verb.lower_ not in FACING or not _will(verb):
        return None
    what = child(verb, "dobj")
    if what is None or what.lower_ not in word_set("threat", "nouns_await"):
        return None
    who = subject(verb)
    if who is None or not (scene.name_at(who) is not None or is_body(who)):
        return None
    actor, agent = _speaker(scene, story, verb)
    if actor is None or actor.name is None:
        return None
    return _made(scene, story, verb, actor, joined(scene, story, who), what, agent=agent)


def _answering(scene: Scene, story: Story, verb: Token) -> Draft | None:
    """ "said it would respond to the strike", "would answer with military measures", "If you cross this line, we will strike"."""
    own = child(verb, "nsubj")
    if own is None or not _will(verb) or own.tag_ != "PRP":
        return None
    condition = any((m := child(c, "mark")) is not None and m.lower_ in ("if", "unless") for c in children(verb, "advcl"))
    answers = verb.lower_ in word_set("threat", "verbs_answer") and any(
        t.lower_
        in ("military", "force", "strike", "strikes", "missiles", "attack", "aggression", "decisively", "harshly", "forcefully")
        for t in verb.subtree
    )
    strikes = own.lower_ in ("we", "it", "they") and condition and verb.lower_ in word_set("threat", "verbs_strict")
    if not (answers or strikes):
        return None
    actor, agent = _speaker(scene, story, verb)
    if actor is None:
        return None
    to = next((o for p, o in preposition_objects(verb) if p in ("to", "against")), None)
    target = named_before(scene, story, to) if to is not None else None
    told = next((o for p, o in preposition_objects(agent.head) if p == "to"), None) if agent is not None else None
    told = told or (child(agent.head, "dobj") if agent is not None and agent.head.lower_ in ("told", "warned") else None)
    if target is None and told is not None:
        target = joined(scene, story, told)
    return _made(scene, story, verb, actor, target, verb, agent=agent)
