"""Words for moves that tell of none: a move that is only judged, forces that are on their way when they are hit."""

from __future__ import annotations

from onrecord.claims.force_nouns import is_asset
from onrecord.claims.frames import Frame
from onrecord.claims.phrases import is_force
from onrecord.claims.scene import Scene
from onrecord.claims.tree import ancestors, child, children, is_verb, preposition_objects
from onrecord.lexicon.inflection import verb_forms
from onrecord.lexicon.missions import missions
from onrecord.lexicon.triggers import triggers_by_form
from onrecord.lexicon.words import word_set
from onrecord.model import Kind
from onrecord.nlp.tokens import Token

BE = frozenset("is are was were be been 's seem seems seemed remain remains look looks sound sounds".split())
CALLING = frozenset(form for verb in ("call", "deem", "label", "brand", "find") for form in verb_forms(verb))
CONTINUING = frozenset("continue continues continued last lasts lasted".split())
COMING = frozenset("come comes came coming".split())
STRENGTHENING = frozenset(["reinforce", "bolster", "strengthen", "augment", "boost", "build up", "expand", "beef up"])
FIRE = frozenset("fire shots gunfire clash clashes clashed ambush ambushed shooting shelling stones".split())
HAVE = frozenset("has have had 've".split())
LONG = frozenset("year month week decade".split())
COMMENTING = frozenset("comment speculate elaborate discuss".split())
DECLINING = frozenset("declined declines refused refuses".split())
HARM = (Kind.ATTACK, Kind.CASUALTIES)


def tells_no_move(scene: Scene, frame: Frame, moved: Token) -> bool:
    """Whether a word for moves tells of none where it stands."""
    return (
        is_judged(frame)
        or is_ranked(frame)
        or is_resized_by_a_verb(scene, frame)
        or is_hit_on_its_way(frame, moved)
        or is_for_others(scene, frame)
        or is_retreat_under_fire(scene, frame, moved)
        or is_there_for_long(frame)
        or is_unspoken(frame)
        or is_advance(scene, frame, moved)
        or is_where_they_are_meanwhile(frame)
    )


def is_advance(scene: Scene, frame: Frame, moved: Token) -> bool:
    """ "ISIL forces have reached Palmyra": an armed group that fights its way there, and nobody's posture."""
    if frame.trigger.word != "reach":
        return False
    named = (scene.name_at(t) for t in (moved, *children(moved, "amod", "compound", "poss")))
    return any(m is not None and m.value.type == "armed_group" for m in named)


def is_unspoken(frame: Frame) -> bool:
    """ "We don't comment on unit deployments", "declined to discuss the withdrawal": what somebody will not speak of may never come."""
    head = frame.head
    verb = head.head.head if head.dep_ == "pobj" else head.head
    if not frame.is_nominal or not is_verb(verb) or verb.lower_ not in COMMENTING:
        return False
    above = verb.head if verb.dep_ == "xcomp" else verb
    return above.lower_ in DECLINING or any(child(v, "neg") is not None for v in (verb, above))


def is_where_they_are_meanwhile(frame: Frame) -> bool:
    """ "With Australian troops also deployed in Iraq, analysts were concerned": where forces are, beside what is told."""
    verb = frame.head
    opened = child(verb, "mark")
    beside = (opened is not None and opened.lower_ == "with") or (verb.dep_ == "pcomp" and verb.head.lower_ == "with")
    return (
        beside
        and frame.trigger.lemma in ("deploy", "station", "base", "post")
        and not children(verb, "aux", "auxpass", "npadvmod")
    )


def is_there_for_long(frame: Frame) -> bool:
    """ "The force has been deployed in Congo for more than 13 years": a stay, which began when nobody says."""
    verb = frame.head
    been = any(c.lower_ == "been" for c in children(verb, "auxpass"))
    lasting = [o for p, o in preposition_objects(verb) if p == "for"]
    had = any(c.lower_ in HAVE for c in children(verb, "aux"))
    return been and had and any(o.lower_.rstrip("s") in LONG for o in lasting)


def is_judged(frame: Frame) -> bool:
    """ "Removing troops from Bosnia is more difficult now", "called the withdrawal premature": what somebody thinks of a move, which
    may never come."""
    head = frame.head
    if not frame.is_nominal:
        over = head.head
        ing = head.tag_ == "VBG" and head.dep_ in ("csubj", "csubjpass")
        return ing and over.lower_ in BE and bool(children(over, "acomp", "attr"))
    light = frame.light
    if light is None or light.lower_ not in CALLING or head.dep_ != "dobj" or children(light, "prt"):
        return False
    return any(t.i > head.i and t.tag_ == "JJ" and t.dep_ in ("oprd", "acomp", "ccomp", "pobj") for t in light.subtree) or any(
        c.i > head.i for c in children(light, "oprd", "ccomp")
    )


def is_ranked(frame: Frame) -> bool:
    """ "UNIFIL is Ireland's largest overseas deployment", "the army's biggest deployment since 2003": how great a stay is, and no move."""
    best = any(c.tag_ == "JJS" for c in frame.head.children)
    return frame.is_nominal and best and frame.head.dep_ in ("attr", "appos", "dobj", "oprd")


def is_resized_by_a_verb(scene: Scene, frame: Frame) -> bool:
    """ "will reduce its deployment in Mali", "the deployment will be cut to 75": the verb tells the move, and the noun what is there."""
    if not frame.is_nominal or frame.trigger.fields.get("direction") != "increase":
        return False
    verbs = (f for f in scene.frames if not f.is_nominal and f.trigger.kind is Kind.FORCE_CHANGE)
    resize = word_set("units", "verbs_resize")
    return any(f.head.lower_ in resize and f.theme is not None and f.theme.i == frame.head.i for f in verbs)


def goes_on(frame: Frame) -> bool:
    """ "The deployment will continue until December": a stay, and nobody new."""
    verb = frame.head.head
    stays = frame.is_nominal and frame.head.lower_ in word_set("stays", "nouns_stay") and frame.head.dep_ == "nsubj"
    return stays and verb.lower_ in CONTINUING and not children(verb, "xcomp")


def is_described(frame: Frame) -> bool:
    """ "The deployment is a precaution", "their deployment has come with considerable risk": what is said of a move that was told of."""
    head = frame.head
    pointed = child(head, "det", "poss")
    known = pointed is None or pointed.lower_ in ("the", "this", "that") or pointed.tag_ == "PRP$"
    if not frame.is_nominal or not known or head.dep_ != "nsubj":
        return False
    with_it = head.head.lower_ in COMING and any(p == "with" for p, _ in preposition_objects(head.head))
    return with_it or (head.head.lower_ in BE and any(c.tag_.startswith("NN") for c in children(head.head, "attr")))


def is_for_others(scene: Scene, frame: Frame) -> bool:
    """ "arms that are aimed at bolstering the Lebanese Armed Forces", "promised to strengthen the Afghan army": help for the forces of
    another state, and nobody's move."""
    theme = frame.theme if not frame.is_nominal else None
    if theme is None or frame.trigger.lemma not in STRENGTHENING or scene.count_of(theme) is not None:
        return False
    own = [m for t in (theme, *children(theme, "amod", "compound", "poss")) if (m := scene.name_at(t)) is not None]
    helped = next((m.value.country for m in own if m.value.canonical not in missions() and m.value.country is not None), None)
    if helped is None or not is_force(theme):
        return False
    agent = frame.agent
    inside = [agent, *children(agent, "amod", "compound", "poss")] if agent is not None else []
    names = [m for t in inside if (m := scene.name_at(t)) is not None]
    return not any(m.value.country == helped for m in names)


def is_retreat_under_fire(scene: Scene, frame: Frame, moved: Token) -> bool:
    """ "The patrol did not return fire and withdrew": men on the road who turn back, and no forces that are cut."""
    on_the_road = moved.lower_ in word_set("people", "nouns_convoy") and scene.count_of(moved) is None
    return on_the_road and frame.trigger.fields.get("direction") == "decrease" and not scene.lower.isdisjoint(FIRE)


def is_hit_on_its_way(frame: Frame, moved: Token) -> bool:
    """ "a convoy heading to Kismayo was ambushed", "a plane was hit while landing at Jaffna": an attack on it, and no move of forces."""
    if frame.is_nominal or frame.head.tag_ != "VBG" or frame.head.dep_ not in ("acl", "advcl"):
        return False
    told = is_asset(moved) or moved.lower_ in word_set("people", "nouns_convoy")
    return told and any(_is_of_harm(verb) for verb in ancestors(frame.head) if is_verb(verb))


def _is_of_harm(verb: Token) -> bool:
    return any(trigger.kind in HARM and trigger.part == "verb" for trigger in triggers_by_form().get(verb.lower_, ()))
