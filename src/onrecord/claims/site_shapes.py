"""Sites that stand elsewhere than as the object of their verb: "access to four camps", "fell to the rebels", "turned into a base",
"broke ground for a headquarters"."""

from __future__ import annotations

from onrecord.claims.bases import is_site
from onrecord.claims.frames import Frame
from onrecord.claims.participants import participant
from onrecord.claims.phrases import is_body, is_force, is_people
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.strikes import is_fighter
from onrecord.claims.subjects import agent_phrase, is_passive, passive_subject, subject
from onrecord.claims.tree import child, children, conjuncts, is_verb, preposition_objects
from onrecord.lexicon.inflection import verb_forms
from onrecord.nlp.tokens import Token

BY_SHAPE = frozenset(["access", "fallen", "into", "ground", "received", "taken", "under"])
GRANTING = frozenset(
    f for v in "grant give offer allow approve permit authorize authorise provide secure".split() for f in verb_forms(v)
)


def site_by_shape(scene: Scene, frame: Frame, pattern: str) -> Token | None:
    """The site of a frame whose entry names one of these shapes."""
    match pattern:
        case "access":
            return _of_access(scene, frame)
        case "fallen":
            site = subject(frame.head)
            to = next(iter(frame.objects("to")), None)
            return site if site is not None and to is not None and _is_somebody(scene, to) and _any_site(scene, site) else None
        case "into":
            return next((o for o in frame.objects("into") if is_site(scene, o)), None)
        case "ground":
            ground = frame.theme
            if ground is None or ground.lower_ != "ground":
                return None
            return next((o for o in frame.objects("for", "on", "at") if is_site(scene, o)), None)
        case "received":
            theme, who = frame.theme, frame.agent
            given = theme is not None and who is not None and is_site(scene, theme) and _is_somebody(scene, who)
            return theme if given and not frame.passive else None
        case "taken":
            theme, who = frame.theme, frame.agent
            taken = theme is not None and is_site(scene, theme) and theme.lower_ not in ("post", "position")
            return theme if taken and who is not None and is_fighter(scene, who) else None
        case "under":
            held = next((o for o in frame.objects("under") if o.lower_ in HELD), None) or _in_hands(scene, frame)
            theme = frame.theme
            return theme if held is not None and theme is not None and is_site(scene, theme) else None
    return None


def _in_hands(scene: Scene, frame: Frame) -> Token | None:
    """ "put the base in Nigerien hands"."""
    return next((o for o in frame.objects("in", "into") if o.lower_ == "hands" and named_beside(scene, o)), None)


def named_beside(scene: Scene, noun: Token) -> bool:
    """Whether a name says whose it is."""
    return any(scene.name_at(c) is not None for c in children(noun, "poss", "amod", "compound", "nmod"))


HELD = frozenset(["control", "command", "authority"])


def _any_site(scene: Scene, token: Token) -> bool:
    return any(is_site(scene, t) for t in conjuncts(token))


def _is_somebody(scene: Scene, token: Token) -> bool:
    return is_body(token) or is_force(token) or is_people(token) or scene.name_at(token) is not None or is_fighter(scene, token)


def _granting(frame: Frame) -> Token | None:
    """The verb of granting over "access" or "use"."""
    verb = frame.head.head if frame.head.dep_ in ("dobj", "nsubjpass") else None
    return verb if verb is not None and is_verb(verb) and verb.lower_ in GRANTING else None


def _of_access(scene: Scene, frame: Frame) -> Token | None:
    """The bases to whose use a force of another country is let in."""
    verb = _granting(frame)
    if verb is None or _let_in(scene, frame, verb) is None:
        return None
    prepositions = ("to",) if frame.trigger.lemma == "access" else ("of",)
    near = [*preposition_objects(frame.head), *preposition_objects(verb)]
    found = next((o for p, o in near if p in prepositions and not is_force(o)), None)
    if found is not None and found.tag_ == "CD":
        found = next((o for p, o in preposition_objects(found) if p == "of"), found)
    return found if found is not None and is_site(scene, found) else None


def _let_in(scene: Scene, frame: Frame, verb: Token) -> Token | None:
    by = next((o for p, o in preposition_objects(frame.head) if p in ("by", "for")), None)
    below = [t for t in frame.head.subtree if t.lower_ in ("by", "for") and t.dep_ == "prep"]
    by = by or next((child(t, "pobj") for t in below), None)
    beside = next((c for c in children(frame.head, "compound", "nmod", "amod") if _is_somebody(scene, c)), None)
    who = by or child(verb, "dative", "iobj") or beside or (passive_subject(verb) if is_passive(verb) else None)
    if who is not None and who.tag_ in ("IN", "TO"):
        who = child(who, "pobj")
    return who if who is not None and _is_somebody(scene, who) else None


def given_access(scene: Scene, story: Story, frame: Frame) -> Participant | None:
    """Whose forces are let in."""
    verb = _granting(frame)
    return participant(scene, story, _let_in(scene, frame, verb)) if verb is not None else None


def access_giver(scene: Scene, story: Story, frame: Frame) -> Participant | None:
    """Who lets them in."""
    verb = _granting(frame)
    if verb is None:
        return None
    who = agent_phrase(verb) if is_passive(verb) else subject(verb)
    if who is None and (owners := children(frame.head, "poss")):
        who = owners[0]
    return participant(scene, story, who)
