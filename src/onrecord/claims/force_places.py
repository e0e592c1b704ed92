"""Where forces are moved from and to."""

from __future__ import annotations

import re

from onrecord.claims.building import Draft
from onrecord.claims.force_nouns import is_cap
from onrecord.claims.force_parts import of_chain
from onrecord.claims.frames import Frame
from onrecord.claims.owners import is_ground_of
from onrecord.claims.phrases import is_force, of_name
from onrecord.claims.places import DIRECTIONS, place_at, places_of
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import ancestors, child, children, conjuncts, is_verb, preposition_objects
from onrecord.lexicon.missions import missions
from onrecord.lexicon.names import name_index
from onrecord.lexicon.words import word_set
from onrecord.model import NameKind
from onrecord.nlp.tokens import Token

FAR = 60
JOINED = re.compile(r"\b(?:and|or)\b|,")
VAGUE = frozenset("front province city town area region district village territory zone coast".split())
SHORES = frozenset(
    "banks bank shores shore edge edges outskirts mountains hills valley port village town island base camp post".split()
)
LOOSE = ("of", "on", "for", "through", "along")
ORIGIN = ("from", "out", "of", "in", "at")
OPENERS = frozenset("for on regarding concerning".split())
WIDE = ("country", "region", "admin1")


GOAL = ("for", "through", "along", "to", "into", "in", "at", "on", "near", "toward", "towards")


def places_of_move(scene: Scene, story: Story, frame: Frame, moved: Token, direction: str) -> list[Participant]:
    """Where from or where to, from the verb's phrases, then those of the forces."""
    if frame.trigger.fields.get("further") and frame.agent is not None:
        host = place_at(scene, story, frame.agent)
        return [host] if host is not None else places_of(scene, story, frame.agent, prepositions=("in", "at"))
    if frame.theme is not None and frame.theme.i != moved.i:
        into = frame.theme.lower_ in ("border", "frontier") and any(p in ("into", "to") for p, _ in frame.obliques)
        left = [where for t in conjuncts(frame.theme) if not into and (where := place_at(scene, story, t)) is not None]
        if left:
            return left
    own = _modifier_place(scene, story, moved)
    if own is not None:
        return [own]
    wanted = ORIGIN if direction == "decrease" else GOAL
    if is_cap(moved):
        moved = next((o for p, o in preposition_objects(moved) if p in ("on", "for", "of") and is_force(o)), moved)
    heads = [frame.head, moved] if direction == "increase" else [moved, *_stationed(moved), frame.head]
    if frame.trigger.fields.get(
        "plan"
    ):  # "in Brussels ministers approved a force for Chad": where it is approved is not where it goes
        found = places_of(scene, story, moved, prepositions=wanted) or places_of(
            scene, story, frame.head, prepositions=("for", "to") if direction == "increase" else wanted
        )
        return found[:4]
    found = [where for head in heads if (where := _beside(scene, story, head)) is not None]
    found = found or (_named_goal(scene, story, frame.head) if direction == "increase" else [])
    found = found or places_of(scene, story, *heads, frame.verb if frame.is_nominal else None, prepositions=wanted)
    if not found and frame.theme is not None and frame.theme.i != moved.i and not frame.is_nominal:
        found = places_of(scene, story, frame.theme, prepositions=wanted)  # "stepped off a plane in the capital"
    if not found:
        found = places_of(scene, story, frame.head, moved, prepositions=("across", "throughout", "on", "around"))
    found = found or [p for t in conjuncts(moved)[1:] for p in places_of(scene, story, t, prepositions=wanted)]
    theme = frame.theme if frame.theme is not None and frame.theme.i != moved.i and not frame.is_nominal else None
    if not found and theme is not None and theme.dep_ == "dobj" and is_strange_place(scene, theme):
        found = [_strange_place(scene, theme)]  # "were told to leave Kherson"
    if not found and direction == "decrease":
        found = places_of(scene, story, *of_chain(moved), prepositions=("in", "on", "at", "near"))
    out = any(c.lower_ == "out" for c in frame.head.children)
    plain = tuple(p for p in wanted if p not in LOOSE or (p == "of" and out))
    found = found or strange_places(scene, frame.head, *conjuncts(moved), prepositions=plain)
    found = found or _clause_place(scene, story, frame) or _opener(scene)
    return _coordinated(scene, found[:4])


def _opener(scene: Scene) -> list[Participant]:
    """ "For Somalia, the Union will withdraw 1,000 soldiers": the country that a sentence is said to be on."""
    first = next((t for t in scene.tokens if not t.is_space), None)
    named = scene.name_at(scene.tokens[first.i + 1]) if first is not None and first.lower_ in OPENERS else None
    if named is None or named.value.type != "country":
        return []
    return [of_name(scene, named)] if scene.sentence.text[named.span.end :].startswith(",") else []


def _stationed(moved: Token) -> list[Token]:
    """The clause that says where the forces are that leave: "the troops stationed there"."""
    return [
        c
        for t in (moved, *of_chain(moved))
        for c in children(t, "acl")
        if c.lower_ in ("stationed", "based", "deployed", "posted")
    ]


def _named_goal(scene: Scene, story: Story, head: Token) -> list[Participant]:
    """Of "repositioned 150 Marines from Moron in Spain to Djibouti" where to, whatever else the parse hangs on the verb."""
    if not any(c.lower_ in ("from", "in", "at") for c in head.children):
        return []
    goals = places_of(scene, story, head, prepositions=("to", "into"))
    return [p for p in goals if p.name is not None and p.origin is None]


def _coordinated(scene: Scene, found: list[Participant]) -> list[Participant]:
    """The first place with those that are coordinated with it; "rolled into Gao after a week on the road from Kidal" is one."""
    kept = found[:1]
    for place in found[1:]:
        begin, end = sorted((kept[-1].span, place.span), key=lambda span: span.begin)
        between = scene.sentence.text[begin.end - scene.sentence.span.begin : end.begin - scene.sentence.span.begin]
        inside = any(place.text in q.text for q in kept)
        if not inside and len(between) <= FAR and JOINED.search(between):
            kept.append(place)
    return kept


def _beside(scene: Scene, story: Story, head: Token) -> Participant | None:
    """ "south of Mosul", "north of the border": a side of a place."""
    for side in children(head, "advmod"):
        place = next(iter(places_of(scene, story, side, prepositions=("of",))), None) if side.lower_ in DIRECTIONS else None
        if place is not None:
            return Participant(f"{side.text} of {place.text}", scene.at(side).join(place.span), place.name)
    return None


def strange_places(scene: Scene, *heads: Token | None, prepositions: tuple[str, ...]) -> list[Participant]:
    """Towns that no list has: a plain proper noun after "to", "into", "at", "in" or "from" of a move ("to Jolo", "out of Termez")."""
    found: dict[str, Participant] = {}
    for head in heads:
        for prep, obj in preposition_objects(head) if head is not None else ():
            inner = next((o for p, o in preposition_objects(obj) if p in ("of", "at", "in", "near")), obj)
            spot = inner if obj.lower_ in SHORES or obj.lower_ in word_set("people", "nouns_site") else obj
            if prep not in prepositions or not is_strange_place(scene, spot):
                continue
            place = _strange_place(scene, spot)
            found.setdefault(place.text, place)
    return list(found.values())


def _strange_place(scene: Scene, spot: Token) -> Participant:
    first = min([spot.i, *(c.i for c in children(spot, "compound"))])
    return Participant(scene.words(first, spot.i), scene.at(scene.doc[first], spot))


def leaves_one_site(frame: Frame, moved: Token, place: Participant | None) -> bool:
    """Whether forces leave one base that has no town of its own: of "the last Danes at the base in the north left" others may stay."""
    if place is not None and (place.name is None or place.name.type not in WIDE):
        return False
    heads = (moved, *_stationed(moved), frame.head, *children(frame.head, "dobj"))
    return any(
        p in ("from", "in", "at") and o.tag_ == "NN" and o.lower_ in word_set("people", "nouns_site")
        for head in heads
        for p, o in preposition_objects(head)
    )


def is_strange_place(scene: Scene, token: Token) -> bool:
    """Whether a proper noun may be a place: no name that is known, no date, no operation, unit, body or acronym."""
    words = [token, *children(token, "compound", "nmod", "amod")]
    if token.tag_ != "NNP" or any(c.dep_ in ("det", "poss") for c in token.children):
        return False
    if any(scene.name_at(t) is not None or t.text.isupper() or t.tag_ not in ("NNP", "HYPH") for t in words):
        return False
    if any(m.span.begin <= t.idx < m.span.end for t in words for m in scene.dates):
        return False
    return not any(t.lower_ in word_set("units", "words_no_place") | word_set("units", "words_unit") for t in words)


def put_place(made: Draft, place: Participant | None) -> None:
    """Where a move goes to or from, as a site if it is one."""
    if place is not None and place.name is not None and place.name.kind is NameKind.SITE:
        made.put("site", place)
    elif place is not None and place.name is None and place.text in VAGUE:
        return  # "the front", "the province": which is not said
    else:
        made.put("place", place)


def default_place(
    made: Draft, story: Story, *, loose: bool = False, by_itself: bool = False, to_somewhere: bool = False
) -> None:
    """A place that the sentence leaves out is the one that the story's forces are in; the report's own country only where the move is no
    ``loose`` mention of one ("the first deployment of the army") or contribution."""
    if "place" in made.args or "site" in made.args:
        return
    down = made.args.get("direction") == "decrease"
    if not down and to_somewhere:
        return  # "moves troops to larger bases": to where is said, and it is no country
    if (
        by_itself
        and down
        and story.place is not None
        and story.place.name is not None
        and story.place.name.kind is NameKind.SITE
    ):
        made.put("site", story.place)
        return
    sentence, last = made.scene.sentence.span, story.force_place
    said_here = last is not None and story.forces_until == sentence.end and sentence.covers(last.span)
    if (near := _said_before(made)) is not None and not said_here:
        made.put("place", near)
        return
    if (own := mission_ground(made)) is not None:
        made.put("place", own)
        return
    where = story.force_place if said_here or (loose and story.force_place is None) else story.where_forces
    if where is not None and where.country is not None and where.country == made.ids.get("actor.country"):
        return  # where a state's own forces are, in a report on its country, is not said by that
    made.put("place", where)


def mission_ground(made: Draft) -> Participant | None:
    """The country that a mission is named after, where a sentence on it says no other: UNIFIL is in Lebanon."""
    actor = made.args.get("actor")
    state = name_index().states.get(made.ids.get("actor.country") or "") if actor in missions() else None
    return Participant(state.place.canonical, made.spans["actor"], state.place) if state is not None else None


def _said_before(made: Draft) -> Participant | None:
    """ "spent 16 months in Iraq with the brigade, which had its tour extended": the country that the sentence itself is about."""
    scene, end = made.scene, made.spans["trigger"].begin - made.scene.sentence.span.begin
    for mention in reversed(scene.names):
        root = scene.root_of(mention.span)
        if mention.span.end > end or root is None or root.dep_ != "pobj" or root.head.lower_ not in ("in", "from", "to"):
            continue
        if mention.value.type in ("country", "region") and mention.value.country != made.ids.get("actor.country"):
            above = root.head.head
            return of_name(scene, mention) if is_verb(above) or is_force(above) else None
    return None


def _modifier_place(scene: Scene, story: Story, moved: Token) -> Participant | None:
    """ "its Sahel force": a place before the noun that is not the owner."""
    owner = child(moved, "poss")
    for c in children(moved, "compound", "nmod"):
        named = scene.name_at(c)
        if (
            named is not None
            and named.value.kind is NameKind.PLACE
            and (owner is not None or named.value.type not in ("country", "state") or is_ground_of(story, moved, c, named))
        ):
            return of_name(scene, named)
    return None


def _clause_place(scene: Scene, story: Story, frame: Frame) -> list[Participant]:
    """A place of the numbers ("to 2,500 each in Afghanistan and Iraq"), or on the verb that governs this one."""
    near = [o for p, o in frame.obliques if o.head.head.lower_ != "according"]
    wanted = ("in", "from") if frame.trigger.fields["direction"] == "decrease" else ("in", "to")
    found = places_of(scene, story, *near, prepositions=wanted)
    if found:
        return found
    above = next((a for a in ancestors(frame.head) if is_verb(a)), None)
    if above is not None and frame.head.dep_ in ("xcomp", "conj", "pcomp", "acl"):
        return places_of(
            scene,
            story,
            above,
            prepositions=wanted,
        )
    return []


def remember_forces(scene: Scene, story: Story, way: str, actor: Participant | None, places: list[Participant]) -> None:
    """Keep whose forces a sentence moved and where, for those that go on about them."""
    known = actor is not None and actor.name is not None and (actor.country is not None or actor.name.type != "force")
    if known:
        story.keep_force_actor(actor, scene.sentence.span.begin)
    story.force_actor = story.force_actor or actor
    story.forces_until = scene.sentence.span.end
    story.force_way = way
    home = actor.country if actor is not None else None
    named = [
        p for p in places if p.name is not None and p.name.kind is not NameKind.SITE and (home is None or p.country != home)
    ]
    story.force_place = named[0] if named else story.force_place
