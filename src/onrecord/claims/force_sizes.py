"""What a force has come to: "is down to 1,000", "will be back up to 9,000"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.force_nouns import counts_forces
from onrecord.claims.force_owners import owner_of_forces
from onrecord.claims.force_places import default_place, put_place, remember_forces
from onrecord.claims.force_sorts import is_forces
from onrecord.claims.participants import participant
from onrecord.claims.places import places_of
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_forces_of
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import subject
from onrecord.claims.tree import children, is_verb, preposition_objects
from onrecord.model import Count, Kind, Mention, NameKind, Quantity
from onrecord.nlp.tokens import Token

BE = frozenset("be is are was were been 's 're stand stands stood".split())
WAYS = {"down": "decrease", "up": "increase"}
FEWEST = 50
HOLDERS = ("state", "country", "alliance", "organization", "force", "coalition", "armed_group")


@rule
def claim_force_size(scene: Scene, story: Story) -> Iterator[Draft]:
    """A force that has come down or gone up to a number: "ATMIS is down to 14,626 from 17,626", "expects to be down to 1,000 by the
    end of the year"."""
    if scene.lower.isdisjoint(WAYS) or scene.is_question:
        return
    for word in scene.tokens:
        verb = word.head
        if word.lower_ not in WAYS or verb.lower_ not in BE or not is_verb(verb):
            continue
        ends = dict(_ends(scene, word, verb))
        who = subject(verb)
        if "to" not in ends or who is None:
            continue
        actor = _whose(scene, story, who)
        if actor is None or not _counts_its_forces(scene, story, who, ends["to"]):
            continue
        made = draft(scene, Kind.FORCE_CHANGE, name_of(claim_force_size), word, verb, status=verb)
        made.put("direction", WAYS[word.lower_], scene.at(word))
        made.put("actor", actor)
        places = places_of(scene, story, verb, word, who, prepositions=("in", "at", "across"))
        put_place(made, places[0] if places else None)
        default_place(made, story)
        reached, before = ends["to"].value.quantity, ends.get("from")
        start = before.value.quantity.value if before is not None else None
        made.count(
            Quantity(start=start, to=reached.value, unit="personnel", approx=reached.approx), scene.in_report(ends["to"].span)
        )
        remember_forces(scene, story, WAYS[word.lower_], actor, places)
        yield made


def _ends(scene: Scene, word: Token, verb: Token) -> Iterator[tuple[str, Mention[Count]]]:
    """The number that is reached and the one before, wherever the parse hangs them."""
    inner = [o for _, o in preposition_objects(word)]
    for prep, obj in [pair for t in (word, verb, *inner) for pair in preposition_objects(t)]:
        count = scene.count_at(obj) or scene.count_of(obj)
        plain = count is not None and count.value.quantity.value is not None and counts_forces(count.value.quantity.unit)
        if prep in ("to", "from") and count is not None and plain and obj.i > word.i:
            yield prep, count


def _whose(scene: Scene, story: Story, who: Token) -> Participant | None:
    if is_forces(scene, story, who):
        return owner_of_forces(scene, story, who) or story.whose_forces
    found = as_forces_of(participant(scene, story, who))
    known = found is not None and found.name is not None and found.name.kind in (NameKind.ACTOR, NameKind.PLACE)
    return found if known and found is not None and found.name is not None and found.name.type in HOLDERS else None


def _counts_its_forces(scene: Scene, story: Story, who: Token, count: Mention[Count]) -> bool:
    """Whether the number is one of forces: by its unit, by who it is of, or in a report or sentence that speaks of forces."""
    quantity = count.value.quantity
    if quantity.unit is not None or is_forces(scene, story, who):
        return True
    spoken_of = story.whose_forces is not None or any(m.value.quantity.unit == "personnel" for m in scene.counts)
    dated = children(who, "compound", "amod")
    return spoken_of and (quantity.value or 0) >= FEWEST and not any(t.lower_ in ("price", "prices") for t in dated)
