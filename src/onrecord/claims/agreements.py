"""Agreements: ceasefires, treaties, accords, resolutions, and what became of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.claims.agreement_verbs import (
    ACCUSING,
    ACTIONS,
    CHARGING,
    DEEDS,
    DONE,
    DURATIONS,
    FORMAL,
    HOSTILITIES,
    LASTING,
    MAKING,
    SIGNING,
    is_not_kept,
    lasts_or_begins,
    refused_by,
    stands,
    swallowed_by,
    verb_of,
    what_became,
)
from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame
from onrecord.claims.pact_clauses import headline_pact, on_its_noun, signed_in_front
from onrecord.claims.pact_parties import (
    can_fight,
    is_between,
    of_the_council,
    parties_of,
    refusing,
    subject_beside,
    the_council,
)
from onrecord.claims.participants import participants
from onrecord.claims.scene import Scene
from onrecord.claims.status import Standing, standing_of
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import agent_phrase, is_passive, subject
from onrecord.claims.tree import child, children, phrase_bounds, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind, Quantity, Span, Status
from onrecord.nlp.tokens import Token

OF_SPANS = frozenset(
    "fighting war talks violence conflict clashes negotiations negotiation bombing bloodshed hostilities".split()
)
WAR = re.compile(r"\b(?:rebels?|guerrillas?|insurgents?|militants?|militias?|fighters|troops|army)\b", re.IGNORECASE)

LASTS = frozenset("last lasts lasted lasting run runs ran running hold holds held holding expire expires expired".split())
"""Verbs by which a truce has its days."""


@rule
def claim_agreement(scene: Scene, story: Story) -> Iterator[Draft]:
    """A ceasefire, treaty, accord or resolution announced, signed, violated, ended or called for: "militias announced a 40-day
    conditional ceasefire", "the Council adopted Resolution 2249"."""
    for frame in scene.frames:
        if frame.trigger.kind is not Kind.AGREEMENT:
            continue
        made = _agreement(scene, story, frame) or headline_pact(scene, frame)
        if made is not None:
            yield made
            yield from _made_before(scene, story, frame, made)
            yield from on_its_noun(scene, frame, made)
            yield from extended_again(scene, made, verb_of(frame.head))
        elif frame.trigger.fields["type"] == "ceasefire":
            yield from on_its_noun(scene, frame, None, list(story.pact))
        yield from signed_in_front(scene, story, frame)


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
    if relative is not None and relative.lower_ in word_set("pacts", "verbs_mediated"):
        return
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
    kind = _type_of(frame)
    verb, action = what_became(head)
    if action == "violated" and verb is not None and verb.lower_ in CHARGING and _is_blame(verb):
        return None  # who is accused of it is told by the rule for truces
    if action is None and kind == "agreement" and _is_dated(scene, head):
        action, verb = "signed", verb if verb is not None and verb.lower_ in MAKING else None
    parties = parties_of(scene, story, frame, verb, action)
    if action is None and (len(parties) > 1 or (parties and is_between(head))):
        action = "signed"
    of_peace = any(c.lower_ in ("peace", "truce", "power-sharing") for c in head.children) and any(
        can_fight(p) for p in parties
    )
    known = of_peace or any(p.name for p in parties) or bool(scene.names_in(head, NameKind.ACTOR, NameKind.PLACE))
    if not parties and (_points_back(head) or (kind == story.pact_type == "ceasefire" and _is_told_truce(head))):
        parties = list(story.pact)
    if kind == "ceasefire" and parties and not any(p.name or can_fight(p) or _is_of_the_war(p, story) for p in parties):
        return None
    refused = refused_by(head)
    if refused is not None:
        parties = list({p.text: p for p in [*refusing(scene, story, refused), *parties]}.values())
        known = known or any(p.name for p in parties)
    if kind == "resolution" and not parties and action == "signed" and of_the_council(scene, story, head):
        parties = [the_council(scene, head)]
    if kind == "agreement" and not (parties and known and (action or head.lower_ not in ("deal", "deals"))):
        formal = head.lower_ in FORMAL and _points_back(head) and verb is not None and verb.lower_ in DONE
        the = any(c.dep_ == "det" and c.lower_ == "the" for c in head.children)
        dated = head.lower_ in FORMAL and _is_dated(scene, head) and the
        if not ((formal or dated) and action in ("signed", "ended", "violated")):
            return None
    standing = stands(head, verb) if kind == "ceasefire" else None
    if refused is not None:
        standing, action = Standing(Status.DENIED, refused), None
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
    if kind == "ceasefire" and action in (None, "signed") and verb is not None and lasts_or_begins(head, verb):
        action = "announced"
    if verb is None and action == "signed" and standing is None:
        standing = Standing(Status.ACTUAL)  # "the accord of 2015 has not been carried out"
    made = draft(scene, Kind.AGREEMENT, name_of(claim_agreement), head, verb, status=_status_head(head, verb, action))
    _settle(made, head, verb, action, standing)
    made.put("parties", parties)
    if any(who.name is not None for who in parties) and not (_points_back(head) and _is_one_of(parties, story)):
        story.pact = tuple(parties)
    story.pact_type, story.pact_end = kind, scene.sentence.span.end
    made.put("type", kind, scene.at(head))
    made.put("action", action, scene.at(verb) if action and verb is not None else scene.at(head))
    condition_of(scene, made, head, verb)
    made.count(*_duration(scene, head, verb))
    if action == "violated" and verb is not None and made.quantity is None:
        times = next((m for m in scene.counts if m.value.quantity.unit == "time" and m.span.begin > verb.idx), None)
        made.count(times.value.quantity, scene.in_report(times.span)) if times is not None else None
    return made


def _type_of(frame: Frame) -> str:
    """The type that the noun has; a "ceasefire deal" and a "truce agreement" are ceasefires."""
    kind: str = frame.trigger.fields["type"]
    truce = any(c.lower_ in word_set("pacts", "nouns_truce") for c in children(frame.head, "compound", "nmod"))
    return "ceasefire" if truce and kind == "agreement" else kind


def _is_dated(scene: Scene, head: Token) -> bool:
    """ "goes back to an agreement of July 2016", "under the November 27 deal": made on its day."""
    days = [o for p, o in preposition_objects(head) if p in ("of", "from")] + children(head, "nmod", "compound", "nummod")
    made = [c for c in children(head, "acl") if ACTIONS.get(c.lower_) == "signed"]
    days += [o for c in made for p, o in preposition_objects(c) if p in ("in", "on")]
    return any(m.span.begin <= o.idx < m.span.end for o in days for m in scene.dates)


def _is_of_the_war(who: Participant, story: Story) -> bool:
    """Whether a name that no list has may be one of fighters, as the report speaks of such."""
    return who.text[:1].isupper() and WAR.search(story.report.text) is not None


def _is_one_of(parties: list[Participant], story: Story) -> bool:
    """ "Chad would end the accord": one of those of whom the report has told, or a person, who acts for one; they stay the parties."""
    told = {who.text for who in story.pact}
    return len(parties) < len(told) and all(
        p.text in told or (p.name is not None and p.name.kind is NameKind.PERSON) for p in parties
    )


def _settle(made: Draft, head: Token, verb: Token | None, action: str | None, standing: Standing | None) -> None:
    """What the verb of voting, accusing or calling for it makes of its status."""
    if made.standing.word is not None and made.standing.word.lower_ in ("voted", "votes", "vote"):
        made.standing = Standing(Status.ACTUAL)
    if standing is not None:
        made.standing = standing
    elif action == "violated" and verb is not None and is_not_kept(verb):
        made.standing = Standing(Status.ACTUAL)
    elif verb is not None and verb.lower_ in LASTING and verb.dep_ == "xcomp" and verb.head.lower_ in ("agreed", "agree"):
        made.standing = standing_of(verb.head)
    elif action == "violated" and verb is not None and verb.head.head.lower_ in ACCUSING:
        made.standing = Standing(Status.POSSIBLE, verb.head.head)
    elif action == "violated" and verb is not None and (by := subject_beside(head, verb)) is not None and by.lower_ == "other":
        made.standing = Standing(Status.POSSIBLE, by)
    elif action == "called_for" and made.standing.status is not Status.DENIED:
        made.standing = Standing(Status.ACTUAL)
    elif action == "signed" and verb is not None and made.standing.status is Status.ACTUAL and _is_being_made(verb):
        made.standing = Standing(Status.PLANNED, verb)


def _is_being_made(verb: Token) -> bool:
    """ "are negotiating a ceasefire", "were finalising the agreement": not yet made."""
    forms = ("is", "are", "was", "were", "been", "'s", "'re")
    return verb.tag_ == "VBG" and any(c.lower_ in forms for c in children(verb, "aux"))


def _points_back(head: Token) -> bool:
    """ "the treaty", "this accord", without more to tell it: the one that the report told of."""
    det = child(head, "det", "poss")
    own = [c for c in children(head, "compound", "nmod") if c.lower_ not in word_set("pacts", "nouns_truce")]
    return det is not None and det.lower_ in ("the", "this", "that") and not own and not children(head, "relcl", "appos")


def _is_blame(verb: Token) -> bool:
    """ "traded accusations of breaches", not "traded fire in breach of the truce"."""
    if verb.lower_.startswith(("accus", "blam")):
        return True
    what = child(verb, "dobj")
    return what is not None and what.lower_ in ("blame", "accusations", "accusation", "recriminations")


def _is_told_truce(head: Token) -> bool:
    """ "the truce that stopped the fighting": told of more closely, but not by who made it."""
    det = child(head, "det")
    made = any(t.lower_ in ACTIONS for c in children(head, "relcl", "acl") for t in c.subtree)
    return det is not None and det.lower_ == "the" and not made and not children(head, "compound", "nmod", "appos", "amod")


def _is_truce(scene: Scene, head: Token, parties: list[Participant]) -> bool:
    """Whether a pause or lull is one of fighting, not of play."""
    humane = any(c.lower_ in ("humanitarian", "operational") for c in head.children)
    fighting = any(o.lower_ in HOSTILITIES for _, o in preposition_objects(head))
    return humane or fighting


def _status_head(head: Token, verb: Token | None, action: str | None) -> Token:
    if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lower_ in DEEDS:
        return head.head.head
    return verb if verb is not None and action is not None else head


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


def _duration(scene: Scene, head: Token, verb: Token | None = None) -> tuple[Quantity | None, Span | None]:
    """ "a 40-day truce", "a ceasefire of ten days", "extended it by a week"; else how many truces: "seven truces collapsed"."""
    if (count := scene.count_of(head)) is not None and head.tag_ in ("NNS", "NNPS") and count.value.quantity.value:
        return count.value.quantity, scene.in_report(count.span)
    clauses = [c for c in children(head, "relcl", "acl") if c.lower_ not in LASTS]
    inside = {t.i for t in head.subtree} - {
        t.i for c in clauses for t in c.subtree
    }  # "an accord to cut its force within 135 days"
    if verb is not None:
        inside |= {t.i for p, o in preposition_objects(verb) if p in ("by", "for") for t in o.subtree}
    for mention in scene.counts:
        root = scene.root_of(mention.span)
        if root is not None and root.i in inside and mention.value.quantity.unit in DURATIONS and not _is_age(scene, root):
            return mention.value.quantity, mention.span.shift(scene.sentence.span.begin)
    return None, None


def _is_age(scene: Scene, root: Token) -> bool:
    """ "a five-year-old agreement" has lasted so long, and does not last so long; "six weeks of fighting" lasted so long themselves."""
    inner = (o for prep in children(root, "prep") if prep.lower_ == "of" for o in children(prep, "pobj", "pcomp"))
    if any(o.lower_ in OF_SPANS for o in inner):
        return True
    return any(t.lower_ == "old" for t in scene.doc[root.i : root.i + 4]) or root.head.lower_ == "old"
