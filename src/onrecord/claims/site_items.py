"""Bases in lists, and bases that "followed": what was done with them stands in the heading or in the sentence before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.claims.bases import is_site, is_town
from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.phrases import of_name
from onrecord.claims.scene import Scene
from onrecord.claims.site_names import names_after, site_named
from onrecord.claims.states import as_state
from onrecord.claims.status import Standing
from onrecord.claims.story import Participant, SiteAct, Story
from onrecord.claims.tree import child, is_noun
from onrecord.lexicon.triggers import Trigger, load_triggers
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind, Span, Status
from onrecord.nlp.lists import BULLET, heading_of
from onrecord.nlp.tokens import Token

CUT = re.compile(r"\s*(?:[,;]\s+(?=(?:by|on|near|in|at|also|known|with|one|\d)\b)|\s(?:by|near|on)\s|\(|:|\s[–—-]\s|\.\s*$)")
PARTS = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
COMING = re.compile(r"\b(?:to be|will|to follow|still|planned|next|due|scheduled)\b", re.IGNORECASE)
NUMBERED = re.compile(r"(?:a|an|the|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\s", re.IGNORECASE)
VAGUE = frozenset(["give up", "leave", "hand over", "return", "transfer"])


@rule
def claim_site_item(scene: Scene, story: Story) -> Iterator[Draft]:
    """A base in a list, by the list's heading, or one that followed another: "Handed over: … - Camp Taji, in March", "Tessalit
    followed on 13 November"."""
    yield from _followed(scene, story)
    heading = heading_of(story.report.text, scene.sentence.span.begin)
    if heading is not None and all(frame.trigger.kind is not Kind.SITE for frame in scene.frames):
        yield from _items(scene, story, heading)


def _items(scene: Scene, story: Story, heading: str) -> Iterator[Draft]:
    """The sites that an item begins with, each by itself."""
    trigger = _act_of(heading)
    if trigger is None:
        return
    action, last = trigger.fields["action"], story.site_act
    if trigger.lemma in VAGUE and last is not None and last.recipient is not None:
        action = last.action
    act = SiteAct(
        action, _by(scene) or (last.actor if last else None), last.recipient if last and last.action == action else None
    )
    text = scene.sentence.text.replace("\n", " ")
    begin = match.end() if (match := BULLET.match(text)) else 0
    end = match.start() if (match := CUT.search(text, begin)) else len(text)
    for first, last_one in _pieces(text, begin, end):
        words = text[first:last_one]
        token = scene.root_of(Span(first, last_one))
        if token is None:
            continue
        number = NUMBERED.match(words)
        if number is not None:
            head = next((t for t in scene.tokens_of(Span(first, last_one)) if is_noun(t) and is_site(scene, t)), None)
            if head is None:
                continue
            site = Participant(_described(text, first + number.end()), scene.at(head))
        elif words[:1].isupper() and (named := site_named(scene, Span(first, last_one))) is not None:
            head, site = token, named
        else:
            continue
        made = _draft(scene, head, site, act)
        if COMING.search(heading) and made.standing.status is Status.ACTUAL:
            made.standing = Standing(Status.PLANNED, head)
        count = scene.count_of(head) if number is not None else None
        if count is not None:
            made.count(count.value.quantity.with_unit("site"), scene.in_report(count.span))
        yield made


def _described(text: str, begin: int) -> str:
    """A site without a name, in the words of the item up to the first comma."""
    return re.split(r",|\.\s*$", text[begin:])[0].strip()


def _pieces(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    at = begin
    for piece in PARTS.split(text[begin:end]):
        if piece.strip():
            first = text.index(piece, at)
            yield first, first + len(piece.rstrip(" ."))
            at = first + len(piece)


def _followed(scene: Scene, story: Story) -> Iterator[Draft]:
    """ "Tessalit followed on 13 November": the same was done with it as with the base before."""
    if story.site_act is None:
        return
    for verb in scene.doc:
        if verb.lower_ not in ("follow", "follows", "followed") or child(verb, "dobj") is not None:
            continue
        head = child(verb, "nsubj")
        if head is not None and (is_town(scene, head, story) or (scene.name_at(head) is not None and is_site(scene, head))):
            yield from followed(scene, story.site_act, verb, head)


def followed(scene: Scene, act: SiteAct, verb: Token, head: Token) -> Iterator[Draft]:
    """The claims of "A followed in May, and B in June"."""
    named = scene.name_at(head)
    first = of_name(scene, named) if named is not None else Participant(head.text, scene.at(head))
    for site in [first, *names_after(scene, head)]:
        yield _draft(scene, verb, site, act)


def _draft(scene: Scene, head: Token, site: Participant, act: SiteAct) -> Draft:
    made = draft(scene, Kind.SITE, name_of(claim_site_item), head)
    made.put("site", site)
    made.put("action", act.action, scene.at(head))
    made.put("actor", act.actor)
    made.put("recipient", act.recipient)
    return made


def _by(scene: Scene) -> Participant | None:
    """Who did it: "by Uganda", "held by Kenyan troops"."""
    for mention in scene.names:
        first = next((t for t in scene.doc if t.idx >= mention.span.begin), None)
        known = mention.value.kind is NameKind.ACTOR or mention.value.type in ("country", "state")
        if known and first is not None and any(t.lower_ == "by" for t in scene.doc[max(0, first.i - 2) : first.i]):
            return as_state(of_name(scene, mention))
    return None


@cache
def _acts() -> dict[str, tuple[Trigger, ...]]:
    found: dict[str, tuple[Trigger, ...]] = {}
    for trigger in load_triggers():
        if trigger.kind is Kind.SITE:
            for form in trigger.forms():
                found[form] = (*found.get(form, ()), trigger)
    return found


def _act_of(heading: str) -> Trigger | None:
    """What a heading says was done with the sites below it: "Handed over:", "The sites given up so far:", "Bases closed in May"."""
    words = re.findall(r"[a-z-]+", heading.lower())
    found = [t for word in words for t in _acts().get(word, ()) if t.particle is None or t.particle in words]
    phrasal = [t for t in found if t.particle is not None]
    is_short = len(words) <= 4 or any(word in word_set("people", "nouns_site") or word == "sites" for word in words)
    return (phrasal or found)[-1] if found and is_short else None
