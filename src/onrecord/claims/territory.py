"""Territory: places taken, lost, held, besieged."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame
from onrecord.claims.owners import named_before
from onrecord.claims.participants import joined, participant
from onrecord.claims.phrases import of_name, words_of
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.status import Standing
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import is_passive, relative_antecedent, subject
from onrecord.claims.territory_places import LAND, PIECES, SHARES, TOWNS, is_small, is_told_as_town, is_town, lands_of, share_of
from onrecord.claims.tree import child, children, is_noun, is_verb, preposition_objects
from onrecord.claims.victims import MEASURES
from onrecord.lexicon.inflection import verb_forms
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind, Status
from onrecord.nlp.tokens import Token


def _forms(lemmas: str) -> frozenset[str]:
    return frozenset(form for lemma in lemmas.split() for form in verb_forms(lemma))


OPERATIONS = frozenset("operation operations campaign mission offensive counteroffensive battle push start fight".split())
ARMED = frozenset(
    """rebels rebel insurgents insurgency militants militant fighters militia militias militiamen jihadists extremists separatists
    group groups gunmen terrorists paramilitaries tribesmen allies government regime opposition factions junta marines""".split()
)
PLAIN = frozenset("recapture retake liberate overrun besiege encircle surround".split())
WON = frozenset("capture recapture liberation".split())
"""Nouns for the taking of a town, whoever knows its name."""
CLAIMING = _forms("claim")
TAKING = _forms("take gain regain seize retake reassert wrest win establish assume recover")
LOSING = _forms("lose cede surrender relinquish")
HOLDING = _forms("have hold keep retain maintain")
BREAKING = _forms("break lift end relieve")


@rule
def claim_territory(scene: Scene, story: Story) -> Iterator[Draft]:
    """A place that is taken, lost, held or besieged: "Iraqi forces recaptured Tikrit from Islamic State", "the fall of Mosul to",
    "the Houthis control Sanaa"."""
    for frame in scene.frames:
        if frame.trigger.kind is not Kind.TERRITORY:
            continue
        for place, token in _places(scene, story, frame):
            made = _territory(scene, story, frame, place)
            if made is not None:
                _count(scene, made, token)
                story.town = place if is_small(place) and place.text[:1].isupper() else story.town
                yield made


def _places(scene: Scene, story: Story, frame: Frame) -> list[tuple[Participant, Token]]:
    """What changes hands: towns and land by name, each conjunct by itself; never a base, which is a site."""
    need = frame.trigger.fields.get("needs")
    theme = frame.agent if frame.trigger.lemma == "fall" and not frame.is_nominal else frame.theme
    if need == "from" and child(frame.head, "dobj") is not None:
        return []  # "pulled its staff out of Tripoli"
    if need in ("from", "of"):
        theme = next((o for p, o in frame.obliques if p in ("from", "of")), None)
    elif need == "under" and frame.head.head.lower_ == "under":
        theme = _under(frame.head)
    elif frame.is_nominal and theme is None:
        theme = next((o for p, o in preposition_objects(frame.head) if p in ("over", "around")), None) or _whose(scene, frame)
    if theme is not None and theme.dep_ == "attr" and theme.lower_ in LAND and is_verb(theme.head):
        theme = subject(theme.head)  # "Sake is the fifth town to fall to the army"
    if theme is None:
        return []
    if theme.lower_ in SHARES or (theme.tag_ == "CD" and any(p == "of" for p, _ in preposition_objects(theme))):
        return share_of(scene, story, theme)
    found = lands_of(scene, story, theme) or _some_town(scene, frame, theme)
    return (
        found
        if need not in ("name", "from", "of") or theme.lower_ in SHARES or theme.tag_ == "CD"
        else [pair for pair in found if is_town(pair[0])]
    )


def _some_town(scene: Scene, frame: Frame, theme: Token) -> list[tuple[Participant, Token]]:
    """ "seized a town from the army", "captured a village in the north": a town without a name, where somebody takes it."""
    one = any(c.lower_ in ("a", "an", "another") for c in children(theme, "det"))
    if theme.lower_ not in TOWNS or not one or frame.is_nominal or frame.passive:
        return []
    text, (first, last) = words_of(scene, theme, keep=(), coordinated=False)
    return [(Participant(text, scene.at(scene.doc[first], scene.doc[last])), theme)]


def _whose(scene: Scene, frame: Frame) -> Token | None:
    """ "Shusha, the town whose capture was announced", "Mosul's fall": the place that owns the noun."""
    owner = child(frame.head, "poss")
    if owner is None or frame.trigger.lemma not in WON | {"fall", "siege"}:
        return None
    if owner.tag_ == "WP$":
        noun = relative_antecedent(frame.head.head) if is_verb(frame.head.head) else None
        return noun.head if noun is not None and noun.dep_ == "appos" else noun
    named = scene.name_at(owner)
    return owner if named is not None and named.value.kind is NameKind.PLACE and named.value.type != "country" else None


def _under(noun: Token) -> Token | None:
    """ "Mariupol is under siege", "the town remains under the control of": what stands under it."""
    return subject(noun.head.head) if noun.head.lower_ == "under" and is_verb(noun.head.head) else None


def _count(scene: Scene, made: Draft, token: Token) -> None:
    """ "captured three villages", "18,000 square kilometres": how many places, or how much land."""
    count = scene.count_of(token)
    if count is not None:
        made.count(count.value.quantity, scene.in_report(count.span))


def _territory(scene: Scene, story: Story, frame: Frame, place: Participant) -> Draft | None:
    if frame.trigger.lemma == "clear" and (not is_town(place) or child(frame.head, "xcomp") is not None):
        return None  # "the mission was cleared to grow"
    action, verb = _action(frame)
    actor, loser = _sides(scene, story, frame)
    need = frame.trigger.fields.get("needs")
    known = place.name is not None
    fallen = frame.trigger.lemma == "fall" and not frame.is_nominal
    if need == "of":
        loser = _side(scene, story, frame.theme)
        if loser is None or not may_hold(loser):
            return None
        if actor is None:
            action, actor, loser = "lost", loser, None
    if fallen and actor is None and not (known and is_town(place) and _falls_alone(frame)):
        return None
    if actor is None and not frame.is_nominal and not frame.passive and not fallen:
        return None
    if action == "lost" and actor is not None and _is_guest(frame, actor, place):
        return None
    if (action == "lost" and actor is None) or (actor is not None and not may_hold(actor)):
        return None
    told = place.origin is not None or (story.town is not None and place.text == story.town.text)
    open_ = frame.passive and frame.trigger.lemma not in PLAIN and not (need == "of" and actor is not None)
    if not known and not told and open_ and not (actor is not None and is_told_as_town(story, place)):
        return None
    bare = not known and not set(place.text.lower().split()) & (PIECES | SHARES)
    far = frame.theme is not None and any(t.lower_ in MEASURES for t in frame.theme.subtree)
    bare = bare and not (frame.is_nominal and frame.trigger.lemma in WON and (far or is_told_as_town(story, place)))
    broken = action == "relieved" and frame.is_nominal
    by_noun = frame.is_nominal and need != "under" and frame.trigger.lemma not in WON
    if bare and not broken and not frame.passive and (actor is None or by_noun):
        return None
    made = draft(scene, Kind.TERRITORY, name_of(claim_territory), frame.head, frame.verb, status=verb)
    noun = frame.head.head if frame.head.dep_ == "acl" else frame.agent
    if noun is not None and not frame.passive and noun.lower_ in OPERATIONS and not frame.is_nominal:
        actor = _whose_operation(scene, story, noun)
        if not (frame.head.tag_ in ("VBD", "VBZ", "VBP") and child(frame.head, "nsubj") is not None):
            made.standing = Standing(Status.PLANNED, noun)
    if verb.lower_ in CLAIMING and frame.is_nominal:
        made.standing = Standing(Status.POSSIBLE, verb)
    if actor is None and made.standing.status not in (Status.ACTUAL, Status.DENIED):
        return None
    made.put("place", place)
    made.put("actor", as_state(actor))
    made.put("loser", loser)
    made.put("action", action, scene.at(frame.head))
    return made


def _is_guest(frame: Frame, actor: Participant, place: Participant) -> bool:
    """ "Italy pulled out of Herat": a state takes its forces home from another country, whose town was never its own."""
    state = actor.name is not None and actor.name.type in ("state", "country")
    return (
        state
        and place.country is not None
        and actor.country != place.country
        and frame.trigger.lemma
        in (
            "pull out",
            "withdraw",
            "leave",
        )
    )


def _action(frame: Frame) -> tuple[str, Token]:
    """What became of the place; "control" and "siege" have it from their verb: "took control of", "lost control of", "broke the
    siege of"."""
    action, head = frame.trigger.fields["action"], frame.head
    light = frame.light
    if frame.trigger.fields.get("needs") == "under" and head.head.lower_ == "under":
        return action, head.head.head
    if frame.trigger.lemma == "occupy" and head.tag_ in ("VBP", "VBZ"):
        return "held", head
    if light is None:
        return action, head
    if frame.trigger.lemma == "control":
        return ("lost" if light.lower_ in LOSING else "taken" if light.lower_ in TAKING else action), light
    if frame.trigger.lemma in ("siege", "blockade") and light.lower_ in BREAKING:
        return "relieved", light
    return action, head


def _falls_alone(frame: Frame) -> bool:
    """ "Kunduz has fallen", "that Shusha had fallen", "could fall": a town as subject and nothing to say how far or on what."""
    return not any(
        p in ("by", "from", "in", "into", "on", "below", "behind", "under", "for") for p, _ in preposition_objects(frame.head)
    )


def may_hold(actor: Participant) -> bool:
    """Whether somebody can take and hold land: a state, force or armed group, not a film, a firm or a person."""
    if actor.name is not None:
        return actor.name.kind is not NameKind.PERSON
    words = {word.strip(",.").lower() for word in actor.text.split()}
    return bool(words & (word_set("people", "nouns_force") | ARMED)) and "police" not in words


def _whose_operation(scene: Scene, story: Story, noun: Token) -> Participant | None:
    """Whose "operations to retake Mosul" they are."""
    by = next((who for p, o in preposition_objects(noun) if p == "by" and (who := participant(scene, story, o))), None)
    if (own := named_before(scene, story, noun) or by or _leader(scene, story, noun)) is not None or noun.dep_ != "dobj":
        return own
    return joined(scene, story, subject(noun.head))  # "began an operation to retake the town"


def _leader(scene: Scene, story: Story, noun: Token) -> Participant | None:
    """ "the Rwandan-led offensive", "a counteroffensive led by the Emirates": who leads it."""
    led = next((c for c in children(noun, "amod", "acl") if c.lower_ == "led"), None)
    if led is None:
        return None
    by = next((o for p, o in preposition_objects(led) if p == "by"), None)
    who = by if by is not None else child(led, "npadvmod")
    named = scene.name_at(who) if who is not None else None
    return of_name(scene, named) if named is not None else None


def _sides(scene: Scene, story: Story, frame: Frame) -> tuple[Participant | None, Participant | None]:
    """Who takes or holds it, and from whom: "from" names the loser, "to" who a place falls to."""
    near: list[tuple[str, Token]] = [
        *preposition_objects(frame.head),
        *(preposition_objects(frame.theme) if frame.theme is not None else ()),
    ]
    if frame.is_nominal and frame.verb is not None:
        near += list(preposition_objects(frame.verb))
    loser = next((who for p, o in near if p == "from" and (who := _side(scene, story, o)) and may_hold(who)), None)
    if frame.trigger.fields.get("needs") == "from":
        who = joined(scene, story, frame.agent) if frame.agent is not None else None
        return who, None
    if frame.trigger.lemma == "fall":
        return next((who for p, o in near if p == "to" and (who := _side(scene, story, o))), None), loser
    if frame.trigger.fields.get("needs") == "under" and frame.head.head.lower_ == "under":
        near += list(preposition_objects(frame.head.head.head))
    by = next((who for p, o in near if p == "by" and (who := _side(scene, story, o))), None)
    noun = frame.head.head
    if frame.head.dep_ == "acl" and noun.lower_ in OPERATIONS:
        return _whose_operation(scene, story, noun), loser
    doer = None if frame.is_nominal or frame.passive else frame.agent
    if doer is not None and doer.lower_ in OPERATIONS:
        return _whose_operation(scene, story, doer), loser
    agent = by if doer is None else joined(scene, story, doer)
    if agent is None and frame.is_nominal:
        agent = next((who for c in children(frame.head, "poss") if c.tag_ != "WP$" and (who := _side(scene, story, c))), None)
        agent = agent or _holder(scene, story, frame)
    return agent, loser


def _holder(scene: Scene, story: Story, frame: Frame) -> Participant | None:
    """ "the rebels took control of", "separatists in control of the city", "broke the siege of", "under the control of the army"."""
    verb, head = frame.light, frame.head
    if (
        verb is not None
        and head.dep_ == "dobj"
        and not is_passive(verb)
        and verb.lower_ in HOLDING | TAKING | LOSING | BREAKING | CLAIMING
    ):
        return _held_by(scene, story, subject(verb))
    if verb is None and head.dep_ == "pobj" and head.head.lower_ == "in":
        over = head.head.head
        return _held_by(scene, story, subject(over) if is_verb(over) else over)
    if frame.trigger.fields.get("needs") == "under" and head.head.lower_ == "under" and frame.trigger.lemma == "control":
        of = next((o for p, o in preposition_objects(head) if p == "of"), None)
        before = next((c for c in children(head, "amod", "compound", "poss") if scene.name_at(c) or c.lower_ in ARMED), None)
        return _held_by(scene, story, of if of is not None else before)
    return None


def _held_by(scene: Scene, story: Story, token: Token | None) -> Participant | None:
    return joined(scene, story, token) if token is not None and is_noun(token) else _side(scene, story, token)


def _side(scene: Scene, story: Story, token: Token | None) -> Participant | None:
    who = participant(scene, story, token)
    return (
        who
        if who is not None and (who.name is None or who.name.kind is not NameKind.PLACE or who.name.type == "country")
        else None
    )
