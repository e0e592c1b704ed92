"""Sanctions: measures against a state, body or person, expulsions and broken relations."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import BUNDLES, LISTINGS, Frame
from onrecord.claims.owners import named_before
from onrecord.claims.participants import joined, participant
from onrecord.claims.phrases import of_name
from onrecord.claims.sanction_targets import (
    STATES,
    against_each,
    another_than,
    each_target,
    hit_before,
    hit_by_told,
    other_state,
    remember,
    shut_out,
)
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.status import Standing
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import agent_phrase, is_passive, passive_subject, subject
from onrecord.claims.tree import ancestors, child, children, conjuncts, is_verb, preposition_objects
from onrecord.lexicon.inflection import verb_forms
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, Status, Step
from onrecord.nlp.tokens import Token

AGAINST = ("on", "against")


def _forms(lemmas: str) -> frozenset[str]:
    return frozenset(form for lemma in lemmas.split() for form in verb_forms(lemma))


STEPS = frozenset("move step measure measures decision action order".split())
"""What freezes or blacklists for who took it."""
LISTING = frozenset(["sanction", "blacklist"])
LIFTING = _forms("lift ease suspend remove waive end drop relax scrap rescind revoke")
CALLING = _forms("call demand urge seek propose request press push")
IMPOSING = _forms(
    """impose reimpose re-impose levy announce place slap introduce adopt approve extend renew tighten expand agree unveil issue
    widen toughen reinstate enact prepare plan put add enforce maintain keep secure"""
)
HOLDING = _forms("take remain come enter")
CUTTING = _forms("sever cut break suspend end freeze")
ASSETS = frozenset("assets accounts funds property reserves".split())
MEASURED = frozenset("travel asset assets visa export trade arms economic financial banking punitive".split())
HITTING = _forms("hit target cover punish affect")
PARTS = frozenset("package round set series raft wave most some all many part number bulk half slew batch".split())
OFFICES = frozenset("ambassador ambassadors diplomat diplomats envoy attache consul attachés attaché chargé".split())


@rule
def claim_sanction(scene: Scene, story: Story) -> Iterator[Draft]:
    """Sanctions, an embargo, a designation, frozen assets, an expulsion of diplomats or broken relations: "the EU imposed sanctions
    on Syria", "designated the IRGC as a terrorist organization", "cut ties with Qatar", "is under US sanctions"."""
    for frame in scene.frames:
        if frame.trigger.kind is Kind.SANCTION:
            yield from _by_noun(scene, story, frame) if frame.is_nominal else _by_verb(scene, story, frame)


def _by_verb(scene: Scene, story: Story, frame: Frame) -> Iterator[Draft]:
    theme, need = frame.theme, frame.trigger.fields.get("needs")
    agent = frame.agent
    if agent is None and frame.passive:
        agent = next((o for t in frame.head.subtree for p, o in preposition_objects(t) if p == "by" and scene.name_at(o)), None)
    actor = as_state(participant(scene, story, agent))
    lemma = frame.trigger.lemma
    if (
        agent is not None
        and (lemma in LISTING or need == "assets")
        and (agent.lower_ in PARTS | STEPS or agent.lower_ == "it")
        and story.sanctioner is not None
    ):
        actor = story.sanctioner.by(Step.DEFINITE, scene.at(agent))  # "The package blacklists 54 people"
    if need == "declared":
        theme = _unwelcome(frame.head)
    if theme is None:
        return
    hit: Token | None = _designated(scene, frame, theme) if lemma == "designate" else theme
    if need == "assets":
        hit = _owner_of_assets(theme)
    elif need == "list":
        listed = any(
            o.lower_ in ("list", "blacklist", "regime") and _is_of_sanctions(o)
            for p, o in frame.obliques
            if p in ("to", "on", "from")
        )
        hit = theme if listed else None
    elif need in ("entry", "leave"):
        hit = shut_out(frame.head, theme, OFFICES) if actor is not None and actor.name is not None else None
    elif need == "exports":
        to = next((o for p, o in frame.obliques if p in ("to", "from")), None)
        named = scene.name_at(to) if to is not None else None
        trade = theme.lower_ in ("exports", "imports", "sales", "shipments", "trade")
        hit = to if trade and named is not None and actor is not None and actor.name is not None else None
    if hit is not None and frame.head.dep_ in ("acl", "relcl") and hit.lower_ in ("those", "these"):
        return  # "freezes the assets of those blacklisted"
    targets = each_target(scene, story, hit) if hit is not None else []
    if hit is None or not targets:
        return
    if actor is not None and targets[0][1].text == actor.text:
        other = another_than(scene, actor, hit)
        targets = [(hit, other)] if other is not None else []
    if lemma == "expel" and not _is_expelled_envoy(scene, frame, hit, actor):
        return
    if lemma in LISTING and targets and targets[0][1].name is None and (actor is None or actor.name is None):
        return
    if not targets:
        return
    action = "lifted" if frame.trigger.fields["action"] == "lifted" else "imposed"
    remember(story, actor, targets)
    yield from against_each(scene, _made(scene, frame.head, actor, action), targets)


def _designated(scene: Scene, frame: Frame, theme: Token) -> Token | None:
    """Who was designated a terrorist body, which the parse may hang before the second object."""
    if not any(t.lower_.startswith("terror") for t in frame.head.subtree):
        return None
    label = (theme, *children(theme, "amod", "compound", "nmod"))
    if scene.name_at(theme) is not None or not any(t.lower_.startswith("terror") for t in label):
        return theme
    first = next(iter(children(frame.head, "dative", "iobj")), None)
    inner = next((c for c in children(theme, "nsubj", "nmod", "compound", "appos") if scene.name_at(c) is not None), None)
    return first if first is not None else inner


def _unwelcome(verb: Token) -> Token | None:
    """ "declared two diplomats persona non grata", however the Latin is parsed."""
    if not any(t.lower_ == "grata" for t in verb.subtree):
        return None
    if is_passive(verb):
        return child(verb, "nsubjpass")
    return next((t for t in verb.subtree if t.i > verb.i and t.lower_ in OFFICES | {"official", "officials"}), None)


def _owner_of_assets(theme: Token) -> Token | None:
    """ "froze the assets of ten generals", "froze the bank's assets"."""
    if theme.lower_ not in ASSETS:
        inner = next((o for p, o in preposition_objects(theme) if p in ("in", "of") and o.lower_ in ASSETS), None)
        verb = theme.head if theme.dep_ == "dobj" else None
        inner = (
            inner or next((o for p, o in preposition_objects(verb) if p == "in" and o.lower_ in ASSETS), None)
            if verb is not None
            else inner
        )
        return next((c for c in children(inner, "amod", "poss", "nmod", "compound")), None) if inner is not None else None
    of = next((o for p, o in preposition_objects(theme) if p in ("of", "belonging")), None)
    return of if of is not None else child(theme, "poss")


def _is_of_sanctions(noun: Token) -> bool:
    words = {t.lower_ for t in noun.subtree}
    return noun.lower_ == "blacklist" or bool(words & {"sanctions", "sanction", "terror", "terrorism", "terrorist"})


def _is_expelled_envoy(scene: Scene, frame: Frame, hit: Token, actor: Participant | None) -> bool:
    """Diplomats, or nationals whom a state puts out: "expelled 17 Russians it said were spies"."""
    if any(p == "from" and scene.name_at(o) is None for p, o in frame.obliques):
        return False
    nationals = hit.tag_ == "NNPS" and (named := scene.name_at(hit)) is not None and named.value.type in STATES
    if nationals:
        return actor is not None and actor.name is not None and actor.name.type in STATES
    return hit.lower_ in OFFICES and (actor is None or actor.name is not None)


def _by_noun(scene: Scene, story: Story, frame: Frame) -> Iterator[Draft]:
    if frame.trigger.fields.get("needs") == "cut":
        yield from _broken_ties(scene, story, frame)
        return
    head = _top(frame.head)
    verb = _carrier(head)
    clauses = ("acl", "relcl", "amod") if frame.head.dep_ == "conj" else ("acl", "relcl")
    imposed = next((c for t in (frame.head, head) for c in children(t, *clauses) if c.lower_ in IMPOSING), None)
    near = [pair for t in (frame.head, head, imposed, verb) if t is not None for pair in preposition_objects(t)]
    if frame.trigger.fields.get("needs") == "measure" and not _is_measure(frame.head):
        return
    if frame.trigger.lemma == "ban" and not _is_measure(frame.head):
        near = [(p, o) for p, o in near if o.lower_ in ("sales", "exports", "imports", "trade")]
        near = [("on", inner) for _, o in near for p, inner in preposition_objects(o) if p in ("to", "from", "with")]
    hit = next((obj for prep, obj in near if prep in AGAINST and _can_be_hit(scene, obj)), None) or _hit_by(scene, head, verb)
    if (
        hit is None
        and verb is not None
        and head.dep_ == "pobj"
        and head.head.lower_ == "under"
        and child(frame.head, "amod", "compound")
    ):
        hit = subject(verb)
        imposed = imposed if imposed is not None else verb
    if (
        hit is None
        and verb is not None
        and head.dep_ == "nsubj"
        and verb.lower_ in HITTING
        and named_before(scene, story, frame.head)
    ):
        hit, imposed = child(verb, "dobj"), verb
    hit = hit if hit is not None or head is frame.head else hit_before(scene, head, frame.head)
    told = hit_by_told(story, head, verb) if hit is None and frame.trigger.lemma == "sanction" else None
    if told is not None:
        hit, imposed = told, verb
    action, deed = _action(head, verb, imposed)
    if action is None or deed is None:
        return
    actor = _actor(scene, story, frame.head, head, deed, action)
    if actor is None and told is not None and story.sanctioner is not None:
        actor = story.sanctioner.by(Step.DEFINITE, scene.at(frame.head))
    targets = each_target(scene, story, hit) if hit is not None else []
    listed = head.lower_ in BUNDLES and head.dep_ == "pobj"  # "added to its sanctions regime"
    bare = (
        hit is None
        and not listed
        and actor is not None
        and action == "imposed"
        and frame.trigger.lemma in ("sanction", "embargo")
    )
    if not targets and not bare:
        return
    made = _made(scene, frame.head, actor, action, verb=deed)
    if action == "called_for":
        made.standing = Standing(Status.ACTUAL)
    remember(story, actor, targets)
    yield from against_each(scene, made, targets)


def _hit_by(scene: Scene, head: Token, verb: Token | None) -> Token | None:
    """ "sanctions targeting Iran's banks", "hit the two generals with sanctions"."""
    clause = next((c for c in children(head, "acl", "relcl") if c.lower_ in HITTING), None)
    if clause is not None and (hit := child(clause, "dobj")) is not None:
        return hit
    by = head.dep_ == "pobj" and head.head.lower_ == "with" and verb is not None and verb.lower_ in HITTING
    if not by or verb is None:
        return None
    return passive_subject(verb) if is_passive(verb) else child(verb, "dobj")


def _is_measure(noun: Token) -> bool:
    """ "travel bans", "asset freezes", "visa restrictions", "export controls"."""
    return any(
        c.lower_ in MEASURED
        for t in (noun, noun.head if noun.dep_ == "conj" else noun)
        for c in children(t, "compound", "amod")
    )


def _top(noun: Token) -> Token:
    """The noun that governs in "a package of sanctions", "a round of sanctions", "13 sanctions listings"."""
    if noun.dep_ in ("compound", "nmod") and noun.head.lower_ in LISTINGS | BUNDLES:
        return noun.head
    over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    return over if over is not None and over.lower_ in PARTS else noun


def _carrier(head: Token) -> Token | None:
    """The verb that says what becomes of the measure."""
    if head.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj", "attr"):
        return next((a for a in ancestors(head) if is_verb(a)), None)
    return None


def _can_be_hit(scene: Scene, token: Token) -> bool:
    return scene.name_at(token) is not None or not any(m.span.begin <= token.idx < m.span.end for m in scene.dates)


def _action(head: Token, verb: Token | None, imposed: Token | None) -> tuple[str | None, Token | None]:
    """What is done to the measure, and the verb that says so."""
    if verb is not None:
        governs = head.dep_ in ("dobj", "nsubjpass", "nsubj") or (
            head.dep_ == "pobj" and head.head.lower_ in ("for", "to", "on") and head.head.head.i == verb.i
        )
        asked = verb.dep_ in ("xcomp", "ccomp") and verb.head.lower_ in CALLING
        if governs and verb.lower_ in CALLING and (head.dep_ == "dobj" or head.head.lower_ == "for"):
            return "called_for", verb
        if verb.lower_ in CALLING and head.dep_ == "nsubjpass":
            return "called_for", verb
        if governs and verb.lower_ in LIFTING and head.dep_ != "nsubj":
            return ("called_for" if asked else "lifted"), verb
        if governs and verb.lower_ in IMPOSING and head.dep_ != "nsubj":
            return ("called_for" if asked else "imposed"), verb
        if head.dep_ == "dobj" and verb.lower_ in word_set("status", "verbs_threat"):
            return "imposed", verb
        if head.dep_ == "nsubj" and verb.lower_ in HOLDING and any(t.lower_ in ("effect", "force") for t in verb.subtree):
            return "imposed", verb
        if imposed is verb and head.dep_ == "pobj" and head.head.lower_ == "under":
            return "imposed", verb
    return ("imposed", imposed) if imposed is not None else (None, None)


def _actor(scene: Scene, story: Story, noun: Token, head: Token, deed: Token, action: str) -> Participant | None:
    """Who imposes: the subject of the verb, or the name before the noun ("US sanctions")."""
    own = named_before(scene, story, noun) or (named_before(scene, story, head) if head.i != noun.i else None)
    if action == "called_for" and deed.lower_ not in CALLING:
        deed = deed.head
    governed = head.dep_ in ("dobj", "pobj") and deed.i < head.i and head.head.lower_ != "under"
    joined_on = deed.dep_ == "amod" and deed.head.dep_ == "conj"
    own_clause = deed.dep_ in ("acl", "relcl") and deed.head.i in (noun.i, head.i) and deed.tag_ != "VBG"
    if joined_on:  # "froze its assets and imposed travel bans", where the parse makes a participle of the second verb
        does = subject(deed.head.head)
    elif is_passive(deed) and child(deed, "nsubj") is None:
        does = agent_phrase(deed)
    else:
        does = child(deed, "nsubj") if own_clause else subject(deed) if governed else None
    if own is not None and head.lower_ in LISTINGS:
        return own  # "secured six EU sanctions listings"
    actor = as_state(participant(scene, story, does)) or own
    return actor if actor is not None and actor.name is not None else own


def _broken_ties(scene: Scene, story: Story, frame: Frame) -> Iterator[Draft]:
    """ "severed diplomatic relations with Iran", "cut ties with Qatar", each state by itself where several do; a firm's or a singer's
    ties are none."""
    noun, verb = frame.head, frame.light
    if verb is None or verb.lower_ not in CUTTING:
        return
    does = agent_phrase(verb) if is_passive(verb) else subject(verb)
    actor = as_state(participant(scene, story, does))
    hit = next((o for t in (noun, verb) for p, o in preposition_objects(t) if p == "with"), None)
    target = joined(scene, story, hit)
    if (
        hit is not None
        and does is not None
        and hit.lower_ in word_set("pacts", "nouns_realm")
        and child(hit, "det") is not None
    ):
        target = other_state(scene, hit, conjuncts(does))
    if (
        hit is None
        or target is None
        or target.name is None
        or actor is None
        or actor.name is None
        or actor.name.type not in STATES
    ):
        return
    rest = [scene.name_at(t) for t in conjuncts(does)[1:]] if does is not None else []
    others = [of_name(scene, m) for m in rest if m is not None and m.value.type in STATES]
    for who in (actor, *others):
        yield from against_each(scene, _made(scene, noun, who, "imposed", verb=verb), [(hit, target)])


def _made(scene: Scene, head: Token, actor: Participant | None, action: str, *, verb: Token | None = None) -> Draft:
    made = draft(scene, Kind.SANCTION, name_of(claim_sanction), head, verb, status=verb or head)
    made.put("actor", actor)
    made.put("action", action, scene.at(verb if verb is not None else head))
    return made
