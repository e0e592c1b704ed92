"""Forces that somebody was asked for and will not send: "turned down a request for 500 soldiers", "made no offer of troops"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.force_numbers import delta_of
from onrecord.claims.force_owners import national
from onrecord.claims.force_parts import is_bare_number
from onrecord.claims.force_places import default_place, put_place, strange_places
from onrecord.claims.participants import participant
from onrecord.claims.phrases import is_force
from onrecord.claims.places import places_of
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_forces_of
from onrecord.claims.status import Standing
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import subject
from onrecord.claims.tree import child, children, is_verb, preposition_objects
from onrecord.lexicon.inflection import verb_forms
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind, Status
from onrecord.nlp.tokens import Token

TURNING = frozenset(verb_forms("turn"))
REFUSING = frozenset(form for verb in ("reject", "refuse", "decline", "rebuff", "spurn") for form in verb_forms(verb))
REQUESTS = frozenset(["request", "requests", "proposal"])
WHERE = ("for", "in", "to")


@rule
def claim_force_refused(scene: Scene, story: Story) -> Iterator[Draft]:
    """Forces asked for that a state will not send: "turned down a request for 1,500 soldiers", "rejected an appeal for troops"."""
    if scene.is_question or scene.lower.isdisjoint(TURNING | REFUSING):
        return
    for verb in scene.tokens:
        asked = _asked(scene, story, verb) if is_verb(verb) else None
        who = as_forces_of(national(participant(scene, story, subject(verb)))) if asked is not None else None
        if asked is None or who is None or not _has_forces(who):
            continue
        made = draft(scene, Kind.FORCE_CHANGE, name_of(claim_force_refused), verb)
        if made.standing.status is not Status.ACTUAL:
            continue
        made.standing = Standing(Status.DENIED, verb)
        made.put("direction", "increase", scene.at(asked))
        made.put("actor", who)
        places = places_of(scene, story, asked, asked.head.head, prepositions=WHERE)
        places = places or strange_places(scene, asked, prepositions=WHERE)
        put_place(made, places[0] if places else None)
        default_place(made, story)
        if (counted := delta_of(scene, asked)) is not None:
            made.count(*counted)
        yield made


def _asked(scene: Scene, story: Story, verb: Token) -> Token | None:
    """The forces that the request was for."""
    down = verb.lower_ in TURNING and any(c.lower_ == "down" for c in children(verb, "prt", "advmod"))
    request = child(verb, "dobj") if down or verb.lower_ in REFUSING else None
    if request is None or request.lower_ not in word_set("status", "nouns_call") | REQUESTS:
        return None
    wanted = [o for p, o in preposition_objects(request) if p == "for"]
    spoken_of = story.whose_forces is not None
    return next((o for o in wanted if is_force(o) or (spoken_of and is_bare_number(scene, o))), None)


def _has_forces(who: Participant) -> bool:
    return who.name is not None and (who.name.kind is not NameKind.PERSON)
