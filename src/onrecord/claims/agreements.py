"""Agreements: ceasefires, treaties, accords, resolutions, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.claims.agreement_verbs import (
    ACCUSING,
    ACTIONS,
    BETWEEN,
    CHARGING,
    DEEDS,
    DONE,
    DURATIONS,
    FORMAL,
    HOSTILITIES,
    LASTING,
    MADE_BY,
    MAKING,
    MAX_PARTIES,
    SIGNING,
    TOWNS,
    WARRING,
    refused_by,
    stands,
    swallowed_by,
    verb_of,
    what_became,
)
from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame
from onrecord.claims.participants import participant, participants
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.status import Standing
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import agent_phrase, is_passive, passive_subject, subject
from onrecord.claims.tree import child, children, phrase_bounds, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind, Quantity, Span, Status
from onrecord.nlp.tokens import Token


@rule
def claim_agreement(scene: Scene, story: Story) -> Iterator[Draft]:
    """A ceasefire, treaty, accord or resolution announced, signed, violated, ended or called for: "militias announced a 40-day
    conditional ceasefire", "the Council adopted Resolution 2249"."""
    for frame in scene.frames:
        if frame.trigger.kind is not Kind.AGREEMENT:
            continue
        made = _agreement(scene, story, frame)
        if made is not None:
            yield made
            yield from _made_before(scene, story, frame, made)
            yield from extended_again(scene, made, verb_of(frame.head))


def extended_again(scene: Scene, made: Draft, verb: Token | None) -> Iterator[Draft]:
    """Each further day on which it was extended: "in June and again in August"."""
    if verb is None or verb.lower_ not in LASTING or made.time is None:
        return
    for date in scene.dates:
        time, before = date.value.time, scene.sentence.text[: date.span.begin].lower().split()[-3:]
        begins = scene.in_report(date.span).begin
        if time is None or time == made.time or "and" not in before or begins < made.spans["time"].begin:
            continue
        also = replace(made, args=dict(made.args), spans=dict(made.spans), ids=dict(made.ids), origins=dict(made.origins))
        also.locations = dict(made.locations)
        also.time, also.spans["time"] = time, scene.in_report(date.span)
        yield also


def _made_before(scene: Scene, story: Story, frame: Frame, made: Draft) -> Iterator[Draft]:
    """ "The truce that the rebels declared in April is over": that it was declared is a claim of its own."""
    relative = next((c for c in children(frame.head, "relcl", "acl") if c.lower_ in MAKING), None)
    if (swallowed := swallowed_by(frame.head)) is not None:
        relative = swallowed[1]
    action = ACTIONS.get(relative.lower_) if relative is not None else None
    if relative is None or action is None or made.args.get("action") in (None, action, "called_for"):
        return
    also = draft(scene, Kind.AGREEMENT, name_of(claim_agreement), relative, status=relative)
    does = agent_phrase(relative) if is_passive(relative) and swallowed is None else subject(relative)
    own = [p for _, p in participants(scene, story, does)] if does is not None and does.i != frame.head.i else []
    also.put("parties", own or list(story.pact))
    also.put("type", frame.trigger.fields["type"], scene.at(frame.head))
    also.put("action", action, scene.at(relative))
    if also.args.get("parties") and also.standing.status is Status.ACTUAL:
        if not made.args.get("parties"):
            made.put("parties", own)
        yield also


def _agreement(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    head = frame.head
    kind = frame.trigger.fields["type"]
    verb, action = what_became(head)
    if action == "violated" and verb is not None and verb.lower_ in CHARGING:
        return None  # who is accused of it is told by the rule for truces
    parties = _parties(scene, story, frame, verb, action)
    if action is None and (len(parties) > 1 or (parties and any(p == "between" for p, _ in preposition_objects(head)))):
        action = "signed"
    of_peace = any(c.lower_ in ("peace", "truce", "power-sharing") for c in head.children) and any(
        can_fight(p) for p in parties
    )
    known = of_peace or any(p.name for p in parties) or bool(scene.names_in(head, NameKind.ACTOR, NameKind.PLACE))
    if not parties and _points_back(head):
        parties = list(story.pact)
    if kind == "ceasefire" and parties and not any(p.name or can_fight(p) for p in parties):
        return None
    if kind == "agreement" and not (parties and known and (action or head.lower_ not in ("deal", "deals"))):
        formal = head.lower_ in FORMAL and _points_back(head) and verb is not None and verb.lower_ in DONE
        if not (formal and action in ("signed", "ended", "violated")):
            return None
    standing = stands(head, verb) if kind == "ceasefire" else None
    if (refused := refused_by(head)) is not None:
        standing = Standing(Status.DENIED, refused)
        parties = parties or [p for _, p in participants(scene, story, _who_refuses(refused)) if p.name is not None]
        action = None
    if action is None and standing is None and not (kind == "ceasefire" and (parties or _duration(scene, head)[0])):
        return None
    if frame.trigger.fields.get("needs") == "signed" and not (verb is not None and verb.lower_ in SIGNING):
        return None
    if frame.trigger.fields.get("needs") == "humanitarian" and not _is_truce(scene, head, parties):
        return None
    if kind == "resolution" and not (known or _is_numbered(head)):
        return None
    if frame.trigger.lemma == "cessation" and not any(t.lower_ in HOSTILITIES for t in head.subtree):
        return None
    made = draft(scene, Kind.AGREEMENT, name_of(claim_agreement), head, verb, status=_status_head(head, verb, action))
    if made.standing.word is not None and made.standing.word.lower_ in ("voted", "votes", "vote"):
        made.standing = Standing(Status.ACTUAL)
    if standing is not None:
        made.standing = standing
    elif action == "violated" and verb is not None and verb.head.head.lower_ in ACCUSING:
        made.standing = Standing(Status.POSSIBLE, verb.head.head)
    elif action == "violated" and verb is not None and (by := _subject(head, verb)) is not None and by.lower_ == "other":
        made.standing = Standing(Status.POSSIBLE, by)
    elif action == "called_for" and made.standing.status is not Status.DENIED:
        made.standing = Standing(Status.ACTUAL)
    made.put("parties", parties)
    if any(who.name is not None for who in parties):
        story.pact = tuple(parties)
    story.pact_type, story.pact_end = kind, scene.sentence.span.end
    made.put("type", kind, scene.at(head))
    made.put("action", action, scene.at(verb) if action and verb is not None else scene.at(head))
    condition_of(scene, made, head, verb)
    made.count(*_duration(scene, head))
    if action == "violated" and verb is not None and made.quantity is None:
        times = next((m for m in scene.counts if m.value.quantity.unit == "time" and m.span.begin > verb.idx), None)
        made.count(times.value.quantity, scene.in_report(times.span)) if times is not None else None
    return made


def _who_refuses(verb: Token) -> Token | None:
    return agent_phrase(verb) if is_passive(verb) else subject(verb)


def can_fight(who: Participant) -> bool:
    """Whether a party without a name is one of fighting: "rebels", "the warring sides", no "sisters"."""
    words = {word.strip(",.'’").lower() for word in who.text.split()}
    known = word_set("attack", "nouns_fighter") | word_set("people", "nouns_force") | word_set("people", "nouns_body") | WARRING
    return bool(words & known)


def _points_back(head: Token) -> bool:
    """ "the treaty", "this accord", without more to tell it: the one that the report told of."""
    det = child(head, "det", "poss")
    return (
        det is not None and det.lower_ in ("the", "this", "that") and not children(head, "compound", "nmod", "relcl", "appos")
    )


def _is_truce(scene: Scene, head: Token, parties: list[Participant]) -> bool:
    """Whether a pause or lull is one of fighting, not of play."""
    humane = any(c.lower_ in ("humanitarian", "operational") for c in head.children)
    fighting = any(o.lower_ in HOSTILITIES for _, o in preposition_objects(head))
    return humane or fighting


def _status_head(head: Token, verb: Token | None, action: str | None) -> Token:
    if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lower_ in DEEDS:
        return head.head.head
    return verb if verb is not None and action is not None else head


def _parties(scene: Scene, story: Story, frame: Frame, verb: Token | None, action: str | None) -> list[Participant]:
    """Who made it: "between A and B", "with B", possessives and adjectives, the subject of announcing or signing."""
    found = {who.text: who for who in _named_parties(scene, story, frame.head)}
    if verb is not None and action in MADE_BY:
        found |= {who.text: who for who in _makers(scene, story, frame.head, verb, action)}
        if found:
            with_whom = [obj for prep, obj in preposition_objects(verb) if prep in ("with", "between")]
            found |= {p.text: p for obj in with_whom for _, p in participants(scene, story, obj)}
    if (
        not found
        and action == "signed"
        and verb is not None
        and verb.dep_ == "conj"
        and any(c.lower_ == "no" for c in frame.head.children)
    ):
        found = {who.text: who for _, who in participants(scene, story, subject(verb.head)) if who.name is not None}
    if not found and action == "ended":
        relative = next((c for c in children(frame.head, "relcl") if c.lower_ in ACTIONS), None)
        who = participant(scene, story, subject(relative)) if relative is not None else None
        found = {who.text: who} if who is not None else {}
    return list(found.values())[:MAX_PARTIES]


def _named_parties(scene: Scene, story: Story, head: Token) -> list[Participant]:
    """ "between A and B", "with B", "the NATO treaty", "Iran's deal"."""
    found = [p for prep, obj in preposition_objects(head) if prep in BETWEEN for _, p in participants(scene, story, obj)]
    for c in children(head, "poss", "amod", "compound", "nmod"):
        named = scene.name_at(c)
        venue = named is not None and named.value.kind is NameKind.PLACE and named.value.type in TOWNS and c.dep_ != "poss"
        if named is not None and not venue and named.value.kind in (NameKind.ACTOR, NameKind.PLACE):
            who = participant(scene, story, c)
            found += [who] if who is not None else []
    return found


def _makers(scene: Scene, story: Story, head: Token, verb: Token, action: str) -> list[Participant]:
    """The subject of announcing, signing, breaking or ending, where it can be a party."""
    token = _accused(verb) if action == "violated" else None
    token = token if token is not None else _subject(head, verb)
    if token is None or token.i == head.i or token.lower_ in ("side", "other"):
        return []
    beside = next((c for c in children(token, "appos") if scene.name_at(c) is not None), None)
    makers = [
        p for _, p in participants(scene, story, beside if beside is not None and scene.name_at(token) is None else token)
    ]
    if action == "ended":
        return [p for p in makers if p.name is not None or can_fight(p)]
    if action == "announced":
        makers = [as_state(p) or p for p in makers]
    return [p for p in makers if p.name is None or p.name.kind is not NameKind.PERSON or action == "signed"]


def _accused(verb: Token) -> Token | None:
    """ "accused Russia of breaching the truce": who broke it is who is accused."""
    over = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "of" else None
    if over is None or over.lower_ not in ACCUSING:
        return None
    hit = passive_subject(over) if is_passive(over) else child(over, "dobj")
    return subject(over) if hit is not None and hit.lower_ in ("other", "another") else hit


def _subject(head: Token, verb: Token) -> Token | None:
    if is_passive(verb):
        by = next((o for p, o in preposition_objects(verb) if p == "by"), None)
        return by if by is not None else None
    own = child(verb, "nsubj")
    if own is not None and own.lower_ in ("that", "which") and verb.dep_ == "relcl":
        return passive_subject(verb)
    return subject(verb)


def _is_numbered(head: Token) -> bool:
    return any(c.tag_ == "CD" for c in head.children)


def condition_of(scene: Scene, made: Draft, head: Token, verb: Token | None) -> None:
    """ "on the condition that …", "if …", or the word "conditional" where the text says no more."""
    for token in scene.tokens:
        if token.lower_ in ("condition", "conditions") and token.i > head.i:
            clause = child(token, "acl", "ccomp", "relcl")
            if clause is not None:
                first, last = phrase_bounds(clause, skip=("mark",))
                made.put("condition", scene.words(first, last), scene.at(scene.doc[first], scene.doc[last]))
                return
    for clause in children(verb, "advcl") if verb is not None else []:
        mark = child(clause, "mark")
        if mark is not None and mark.lower_ in ("if", "unless", "provided"):
            first, last = phrase_bounds(clause)
            made.put("condition", scene.words(first, last), scene.at(scene.doc[first], scene.doc[last]))
            return
    word = next((c for c in head.children if c.lower_ == "conditional"), None)
    if word is not None:
        made.put("condition", "conditional", scene.at(word))


def _duration(scene: Scene, head: Token) -> tuple[Quantity | None, Span | None]:
    """ "a 40-day truce", "a ceasefire of ten days"."""
    inside = {t.i for t in head.subtree}
    for mention in scene.counts:
        root = scene.root_of(mention.span)
        if root is not None and root.i in inside and mention.value.quantity.unit in DURATIONS:
            return mention.value.quantity, mention.span.shift(scene.sentence.span.begin)
    return None, None
