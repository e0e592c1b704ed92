"""Numbers of forces in brackets behind a name: "The Netherlands (about 800 troops) and Ukraine (1,600) have begun to leave"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.counting import counting_of
from onrecord.claims.force_nouns import is_asset
from onrecord.claims.force_places import put_place
from onrecord.claims.phrases import is_force, of_name
from onrecord.claims.places import places_of
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.status import Standing
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import clause_of
from onrecord.model import Count, Kind, Mention, Name, NameKind, Status
from onrecord.nlp.tokens import Token

WHERE = ("in", "from", "of", "at", "to")
OPEN, SHUT = frozenset("(["), frozenset(")];,")


@rule
def claim_force_aside(scene: Scene, story: Story) -> Iterator[Draft]:
    """Forces in brackets behind whose they are: "Italy (3,000 troops) and Poland (1,700)"."""
    if OPEN.isdisjoint(scene.sentence.text) or scene.is_question:
        return
    told = False
    for mention in scene.counts:
        name = _name_before(scene, mention)
        if name is None or not (_counts_forces(scene, mention) or (told and mention.value.noun is None)):
            continue
        told = True
        noun = scene.root_of(mention.value.noun or mention.span)
        if noun is None or (mention.value.quantity.value is None and not mention.value.quantity.numbers):
            continue
        made = draft(scene, Kind.FORCE_LEVEL, name_of(claim_force_aside), noun)
        made.standing = Standing(Status.ACTUAL)
        for name_, held in (("time", made.time), ("announced", made.announced)):
            if held is not None:
                made.spans.pop(name_, None)
        made.time = made.announced = None
        who = as_state(of_name(scene, name))
        made.put("actor", who)
        put_place(made, _where(scene, story, noun, who))
        made.count(mention.value.quantity.with_unit("personnel"), scene.in_report(mention.span))
        if (counted := counting_of(scene, noun, mention.span)) is not None:
            made.put("counting", counted[0], scene.in_report(counted[1]))
        if made.args.keys() & {"place", "site"}:
            yield made


def _name_before(scene: Scene, mention: Mention[Count]) -> Mention[Name] | None:
    """The name of a state right before the bracket in which a number stands alone."""
    text = scene.sentence.text
    end = mention.value.noun.end if mention.value.noun is not None else mention.span.end
    before = text[: mention.span.begin].rstrip()
    after = text[max(end, mention.span.end) :].lstrip()
    if before[-1:] not in OPEN or not after or after[0] not in SHUT:
        return None
    outside = len(before[:-1].rstrip())
    found = (m for m in scene.names if m.span.end == outside)
    return next((m for m in found if m.value.kind is NameKind.ACTOR or m.value.type in ("country", "state")), None)


def _counts_forces(scene: Scene, mention: Mention[Count]) -> bool:
    noun = scene.root_of(mention.value.noun) if mention.value.noun is not None else None
    return noun is not None and is_force(noun) and not is_asset(noun)


def _where(scene: Scene, story: Story, noun: Token, who: Participant | None) -> Participant | None:
    """Where the clause puts them, else where the report's forces are; not their own country."""
    verb = clause_of(noun)
    near = places_of(scene, story, verb, prepositions=WHERE) if verb is not None else []
    home = who.country if who is not None else None
    known = [*near, *([story.where_forces] if story.where_forces is not None else [])]
    return next((p for p in known if p.country is None or p.country != home), None)
