"""Mandates: what a parliament or the Security Council decides on a mission, a deployment or troops."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.force_parts import is_spoken_of
from onrecord.claims.participants import participant
from onrecord.claims.scene import Scene
from onrecord.claims.status import Standing
from onrecord.claims.status_own import is_infinitive
from onrecord.claims.story import Story
from onrecord.claims.subjects import agent_phrase, is_passive, subject
from onrecord.claims.tree import child, children, is_verb, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, Status
from onrecord.nlp.tokens import Token

COUNCIL = "security council"
SURE = frozenset("mandate mandates peacekeeping military".split())
"""Words that need no name beside them: a mission may be one of trade, a deployment one of cameras."""
UNIONS = (
    "African Union",
    "European Union",
    "Economic Community of West African States",
    "Southern African Development Community",
)
GIVING = frozenset("give gives gave given giving grant grants granted".split())
LEAVE = frozenset("go-ahead ahead nod approval consent backing assent permission".split())
VOTING = frozenset("vote votes voted voting".split())


@rule
def claim_mandate(scene: Scene, story: Story) -> Iterator[Draft]:
    """What a parliament or the Security Council decides on a mission or troops is a resolution: "the Council voted to extend the
    mission by a year", "lawmakers approved the deployment", "the mandate was renewed by parliament"."""
    deciding = word_set("pacts", "verbs_decide") | word_set("pacts", "verbs_refuse") | GIVING
    if scene.lower.isdisjoint(deciding) or scene.lower.isdisjoint(_houses() | {"mandate"}):
        return
    for verb in scene.tokens:
        if verb.lower_ not in deciding or not is_verb(verb) or verb.dep_ in ("aux", "auxpass", "amod"):
            continue
        if verb.lower_ in GIVING and not _gives_leave(verb):
            continue
        who = _body_of(agent_phrase(verb) if is_passive(verb) else subject(verb))
        if (
            who is None
            or not (_decides(scene, story, who) or _is_union(scene, verb, who))
            or not _on_forces(scene, story, verb, who)
        ):
            continue
        made = draft(scene, Kind.AGREEMENT, name_of(claim_mandate), verb)
        if made.standing.word is not None and made.standing.word.lower_ in VOTING:
            made.standing = Standing(Status.ACTUAL)
        if verb.lower_ in word_set("pacts", "verbs_refuse") and made.standing.status is Status.ACTUAL:
            made.standing = Standing(Status.DENIED, verb)
        body = participant(scene, story, who)
        made.put("parties", [body] if body is not None else [])
        made.put("type", "resolution", scene.at(verb))
        made.put("action", "signed", scene.at(verb))
        story.pact_type, story.pact_end = "resolution", scene.sentence.span.end
        yield made
        return


def _still_to_vote(verb: Token) -> bool:
    """ "has yet to vote on the extension"."""
    return any(p == "on" for p, _ in preposition_objects(verb)) and any(
        c.lower_ == "yet" for t in (verb, verb.head) for c in t.children
    )


def _gives_leave(verb: Token) -> bool:
    """ "gave the go-ahead for the mission", "gave its approval to the deployment"."""
    given = child(verb, "dobj")
    return given is not None and (
        given.lower_ in LEAVE or (given.lower_ == "light" and any(c.lower_ == "green" for c in given.children))
    )


def _body_of(who: Token | None) -> Token | None:
    """ "members of the Security Council": the Council; "in the Storting 98 members backed it": the Storting."""
    if who is not None and who.dep_ == "poss":
        return None  # "the cabinet's decision to extend it"
    if who is None or who.lower_ not in ("members", "majority", "most", "all"):
        return who
    of = next((o for p, o in preposition_objects(who) if p == "of"), None)
    inside = (o for p, o in preposition_objects(who.head) if p == "in" and o.lower_ in word_set("pacts", "nouns_house"))
    return of or next(inside, who)


def _houses() -> frozenset[str]:
    return word_set("pacts", "nouns_house") | {"council", "mps", "cabinet"}


def _decides(scene: Scene, story: Story, who: Token) -> bool:
    """Whether it is a parliament, its members, or the Security Council."""
    named = scene.name_at(who)
    if who.lower_ == "council":
        return COUNCIL in (named.value.canonical.lower() if named is not None else story.report.text.lower())
    return who.lower_ in word_set("pacts", "nouns_house") | {"mps", "cabinet"}


def _is_union(scene: Scene, verb: Token, who: Token) -> bool:
    """ "The African Union extended the mandate of the mission": a union of states, of a mandate by its word."""
    named = scene.name_at(who)
    union = named is not None and named.value.canonical in UNIONS
    return union and any(t.lower_ in ("mandate", "mandates") for t in verb.subtree)


def _on_forces(scene: Scene, story: Story, verb: Token, who: Token) -> bool:
    """Whether the decision is on a mission, a mandate or troops, and no treaty or resolution stands there by its own word."""
    below = [t for t in verb.subtree if t.i > verb.i or is_passive(verb)]
    if any(f.trigger.kind is Kind.AGREEMENT and f.head in below for f in scene.frames):
        return False
    act = child(verb, "xcomp", "ccomp") or next((c for c in children(verb, "advcl") if is_infinitive(c)), None)
    first = verb if act is None else act
    if verb.lower_ in VOTING and act is None and not _still_to_vote(verb):
        return False
    vague = word_set("stays", "nouns_stay") | word_set("pacts", "nouns_mandate")
    near = [t for t in first.subtree if t.i != who.i and not any(a.i == who.i for a in t.ancestors)]
    sure = {t.lower_ for t in near} & (SURE | (word_set("people", "nouns_force") - vague))
    spoken_of = is_spoken_of(scene, story, verb)
    if spoken_of and any(t.lower_ in ("them", "they") for t in near):
        return True  # "voted to keep them there for another year"
    named = spoken_of or any(scene.name_at(t) is not None for t in near)
    return bool(sure) or (named and any(t.lower_ in vague for t in near))
