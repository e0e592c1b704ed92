"""Territory: places taken, lost, held, besieged."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame
from onrecord.claims.owners import named_before
from onrecord.claims.participants import joined, participant
from onrecord.claims.phrases import is_definite, words_of
from onrecord.claims.places import place_at
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.status import Standing
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import is_passive
from onrecord.claims.tree import children, conjuncts, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind, Status

LAND = frozenset("town city village district province".split())
OPERATIONS = frozenset("operation operations campaign mission offensive battle push start fight".split())
ARMED = frozenset(
    """rebels rebel insurgents insurgency militants militant fighters militia militias militiamen jihadists extremists separatists
    group groups gunmen terrorists paramilitaries tribesmen allies government regime opposition factions junta marines""".split()
)
PIECES = frozenset("territory area areas region regions land terrain towns cities villages districts parts".split())


@rule
def claim_territory(scene: Scene, story: Story) -> Iterator[Draft]:
    """A place that is taken, lost, held or besieged: "Iraqi forces recaptured Tikrit from Islamic State", "the fall of Mosul to",
    "the Houthis control Sanaa"."""
    for frame in scene.frames:
        if frame.trigger.kind is not Kind.TERRITORY:
            continue
        for place in _places(scene, story, frame):
            made = _territory(scene, story, frame, place)
            if made is not None:
                yield made


def _places(scene: Scene, story: Story, frame: Frame) -> list[Participant]:
    """What changes hands: towns and land by name, each conjunct by itself; never a base, which is a site."""
    theme = frame.agent if frame.trigger.lemma == "fall" and not frame.is_nominal else frame.theme
    if theme is None:
        return []
    found = [where for token in conjuncts(theme) if (where := _place(scene, story, token)) is not None]
    return found if frame.trigger.fields.get("needs") != "name" else [where for where in found if _is_town(where)]


def _place(scene: Scene, story: Story, token: Token) -> Participant | None:
    """A town or land by name; "the city" is the one that the story is about; a base is a site and no territory."""
    if token.lower_ in word_set("people", "nouns_site"):
        return None
    if token.lower_ in PIECES:
        inner = next((where for _, o in preposition_objects(token) if (where := place_at(scene, story, o)) is not None), None)
        text, (first, last) = words_of(scene, token, keep=("of", "in"))
        return Participant(text, scene.at(scene.doc[first], scene.doc[last]), inner.name if inner else None)
    where = place_at(scene, story, token)
    if where is None or where.name is None:
        return story.place if token.lower_ in LAND and is_definite(token) and story.place is not None else None
    return where if where.name.kind is not NameKind.SITE else None


def _is_town(where: Participant) -> bool:
    return where.name is not None and where.name.type not in ("country", "state", "continent")


def _territory(scene: Scene, story: Story, frame: Frame, place: Participant) -> Draft | None:
    action = frame.trigger.fields["action"]
    actor, loser = _sides(scene, story, frame)
    if frame.trigger.lemma == "fall" and actor is None and not frame.is_nominal:
        return None
    if actor is None and not frame.is_nominal and not frame.passive:
        return None
    if (action == "lost" and actor is None) or (actor is not None and not _may_hold(actor)):
        return None
    made = draft(scene, Kind.TERRITORY, name_of(claim_territory), frame.head, frame.verb)
    noun = frame.head.head if frame.head.dep_ == "acl" else frame.agent
    if noun is not None and not frame.passive and noun.lower_ in OPERATIONS and not frame.is_nominal:
        actor = _whose_operation(scene, story, noun)
        made.standing = Standing(Status.PLANNED, noun)
    if actor is None and made.standing.status is not Status.ACTUAL:
        return None
    made.put("place", place)
    made.put("actor", as_state(actor))
    made.put("loser", loser)
    made.put("action", action, scene.at(frame.head))
    return made


def _may_hold(actor: Participant) -> bool:
    """Whether somebody can take and hold land: a state, force or armed group, not a film, a firm or a person."""
    if actor.name is not None:
        return actor.name.kind is not NameKind.PERSON
    words = {word.strip(",.").lower() for word in actor.text.split()}
    return bool(words & (word_set("people", "nouns_force") | ARMED)) and "police" not in words


def _whose_operation(scene: Scene, story: Story, noun: Token) -> Participant | None:
    """Whose "operations to retake Mosul" they are."""
    by = next((who for p, o in preposition_objects(noun) if p == "by" and (who := participant(scene, story, o))), None)
    return named_before(scene, story, noun) or by


def _sides(scene: Scene, story: Story, frame: Frame) -> tuple[Participant | None, Participant | None]:
    """Who takes or holds it, and from whom: "from" names the loser, "to" who a place falls to."""
    near: list[tuple[str, Token]] = [
        *preposition_objects(frame.head),
        *(preposition_objects(frame.theme) if frame.theme is not None else ()),
    ]
    if frame.is_nominal and frame.verb is not None:
        near += list(preposition_objects(frame.verb))
    loser = next((who for p, o in near if p == "from" and (who := _side(scene, story, o))), None)
    if frame.trigger.lemma == "fall":
        return next((who for p, o in near if p == "to" and (who := _side(scene, story, o))), None), loser
    by = next((who for p, o in near if p == "by" and (who := _side(scene, story, o))), None)
    doer = None if frame.is_nominal or frame.passive else frame.agent
    if doer is not None and doer.lower_ in OPERATIONS:
        return _whose_operation(scene, story, doer), loser
    agent = by if doer is None else joined(scene, story, doer)
    if agent is None and frame.is_nominal:
        agent = next((who for c in children(frame.head, "poss") if (who := _side(scene, story, c))), None)
        held = (
            frame.light is not None
            and not is_passive(frame.light)
            and frame.light.lower_ in ("have", "has", "had", "took", "take", "gained", "lost")
        )
        agent = agent or (_side(scene, story, frame.agent) if held else None)
    return agent, loser


def _side(scene: Scene, story: Story, token: Token | None) -> Participant | None:
    who = participant(scene, story, token)
    return (
        who
        if who is not None and (who.name is None or who.name.kind is not NameKind.PLACE or who.name.type == "country")
        else None
    )
