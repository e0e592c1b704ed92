"""Forces whose stay goes on: a mission or mandate extended, forces kept for another year, forces that stay until a day."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.force_nouns import is_people_of
from onrecord.claims.force_owners import national, owner_of_forces
from onrecord.claims.force_parts import is_near
from onrecord.claims.force_places import default_place, put_place, remember_forces, strange_places
from onrecord.claims.force_sorts import is_forces
from onrecord.claims.owners import owner_of
from onrecord.claims.participants import participant
from onrecord.claims.phrases import is_force, of_name
from onrecord.claims.places import places_of
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_forces_of
from onrecord.claims.status import Standing
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import agent_phrase, passive_subject, subject
from onrecord.claims.tree import child, children, is_noun, is_verb, preposition_objects, within
from onrecord.lexicon.names import name_index
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind, Status, TimeType, last_day
from onrecord.nlp.tokens import Token

MILITARY = frozenset(
    "military combat peacekeeping training troop armed naval air peace observer stabilisation stabilization police".split()
)
UNTIL = frozenset("until till through beyond".split())
GOES_ON = frozenset("another further more longer indefinitely additional extra".split())
IN = ("in", "to", "on", "at", "for", "off", "over")
DECIDERS = frozenset(
    "parliament lawmakers cabinet government senate council deputies legislature legislators mps house bundestag".split()
)
NEEDS = frozenset("need reason point cause".split())
PROMISING = frozenset("promised promises pledged pledges vowed vows insisted insists".split())
ORDERED = frozenset("told ordered asked directed instructed".split())
OPENERS = ("verbs_extend", "nouns_extend", "verbs_keep", "verbs_stay")


@rule
def claim_force_stay(scene: Scene, story: Story) -> Iterator[Draft]:
    """Forces that stay on: "extended its mission in Mali until 2023", "the mandate was prolonged by a year", "voted to keep its
    122 soldiers in Iraq for a further six months", "both battalions will stay until June"."""
    if scene.lower.isdisjoint(_opening()):
        return
    for token in scene.tokens:
        thing = _extended(scene, story, token) or _kept(scene, story, token) or _staying(scene, story, token)
        if (
            thing is None
            or scene.is_question
            or _is_needless(token)
            or (thing.lower_ in _stays() and not _is_of_forces(scene, story, token, thing))
        ):
            continue
        made = draft(scene, Kind.FORCE_CHANGE, name_of(claim_force_stay), token, _light(token), thing)
        if made.standing.status is Status.ACTUAL and not _is_over(scene, made) and not _only_keeps(scene, token):
            made.standing = Standing(Status.PLANNED, token, made.standing.stage)
        made.put("direction", "none", scene.at(token))
        actor = _whose(scene, story, token, thing)
        made.put("actor", actor)
        heads = (thing, *(o for p, o in preposition_objects(thing) if p == "of"), token)
        places = [*_before(scene, thing, actor), *places_of(scene, story, *heads, prepositions=IN)]
        places = places or strange_places(scene, *heads, prepositions=("in", "at"))
        if not places and (forces := next((t for t in scene.tokens if is_force(t) and t.i < token.i), None)) is not None:
            places = places_of(scene, story, forces, forces.head, prepositions=IN)
        put_place(made, places[0] if places else None)
        default_place(made, story)
        if made.args.keys() & {"actor", "place", "site"}:
            remember_forces(scene, story, "none", actor, places)
            yield made


@cache
def _opening() -> frozenset[str]:
    """The words of which one says that forces stay on."""
    return frozenset[str]().union(*(word_set("stays", name) for name in OPENERS))


def _stays() -> frozenset[str]:
    return word_set("stays", "nouns_stay")


def _light(token: Token) -> Token | None:
    return token.head if is_noun(token) and is_verb(token.head) else None


def _extended(scene: Scene, story: Story, token: Token) -> Token | None:
    """What is extended, by a verb or a noun: a mission, deployment or mandate."""
    if is_verb(token) and token.lower_ in word_set("stays", "verbs_extend") and token.dep_ != "amod":
        things = [child(token, "dobj"), passive_subject(token), *(c for c in token.children if c.dep_ == "oprd")]
        known = [t for t in things if t is not None]
        held = (t for t in known if child(token, "auxpass") is not None and is_forces(scene, story, t))
        return next((t for t in known if t.lower_ in _stays()), next(held, None))
    if is_noun(token) and token.lower_ in word_set("stays", "nouns_extend"):
        return next((o for p, o in preposition_objects(token) if p in ("of", "to", "for") and o.lower_ in _stays()), None)
    return None


def _kept(scene: Scene, story: Story, token: Token) -> Token | None:
    """Forces that are kept where they are for longer: "keep its soldiers in Helmand for another year"."""
    thing = child(token, "dobj", "nsubjpass") if is_verb(token) and token.lower_ in word_set("stays", "verbs_keep") else None
    if thing is None or not is_forces(scene, story, thing):
        return None
    return thing if _is_keeping(token) or _goes_on(scene, token) or _is_bound_to(scene, token, thing) else None


def _is_bound_to(scene: Scene, verb: Token, thing: Token) -> bool:
    """ "said they were committed to keeping troops in Iraq": with a number it would be how many are there."""
    bound = verb.dep_ == "pcomp" and verb.head.lower_ == "to" and verb.head.head.lower_ in ("committed", "pledged")
    return bound and scene.count_of(thing) is None


def _is_keeping(token: Token) -> bool:
    """ "Russia is keeping its brigade at Ugljevik"."""
    return token.lower_ == "keeping" and any(c.lower_ in ("is", "are", "was", "were") for c in children(token, "aux"))


def _only_keeps(scene: Scene, token: Token) -> bool:
    return _is_keeping(token) and not _goes_on(scene, token)


def _is_needless(token: Token) -> bool:
    """ "there was no longer any need to keep troops in Iraq": no stay that goes on."""
    noun = token.head if token.dep_ in ("acl", "relcl") and is_noun(token.head) else None
    return (
        noun is not None
        and noun.lower_ in NEEDS
        and any(t.lower_ in ("no", "not", "n't", "never") for t in (*noun.subtree, *noun.head.subtree) if t.i < noun.i)
    )


def _staying(scene: Scene, story: Story, token: Token) -> Token | None:
    """Forces that will stay, or stay until a day."""
    if not is_verb(token) or token.lower_ not in word_set("stays", "verbs_stay"):
        return None
    who = subject(token)
    if who is None or not (is_forces(scene, story, who) or is_people_of(scene, who)):
        return None
    ahead = any(t.lower_ in ("will", "would", "to", "'ll", "should", "shall") for t in children(token, "aux"))
    wanted = token.dep_ in ("acl", "ccomp") and token.head.lower_ in word_set("status", "nouns_plan")
    if not (ahead or wanted):
        return None
    goes_on = _goes_on(scene, token) or _is_for_long(token) or _is_promised(scene, token, who) or _is_ordered(token)
    return who if goes_on else None


def _is_ordered(verb: Token) -> bool:
    """ "have been told to stay": an order that nothing is to change."""
    told = verb.dep_ == "xcomp" and verb.head.lower_ in ORDERED
    return told and child(verb.head, "auxpass") is not None and not children(verb, "acomp", "attr", "oprd")


def _is_for_long(verb: Token) -> bool:
    """ "will stay for at least a year"."""
    return any(p == "for" and o.lower_.rstrip("s") in ("year", "month") for p, o in preposition_objects(verb))


def _is_promised(scene: Scene, verb: Token, who: Token) -> bool:
    """ "Togo and Senegal said their soldiers would stay": what a speaker says of his own forces, with nothing after it."""
    plain = not children(verb, "acomp", "attr", "advcl", "oprd") and all(p in IN for p, _ in preposition_objects(verb))
    speaker = (
        child(verb.head, "nsubj") if verb.dep_ == "ccomp" and verb.head.lower_ in word_set("speech", "verbs_say") else None
    )
    own = any(c.tag_ == "PRP$" for c in children(who, "poss"))
    promised = verb.dep_ == "ccomp" and verb.head.lower_ in PROMISING and child(who, "det") is None
    if promised:
        return plain
    return plain and own and speaker is not None and scene.name_at(speaker) is not None


def _goes_on(scene: Scene, verb: Token) -> bool:
    """ "until June", "through the winter", "for another year", "for two more years"."""
    for prep in children(verb, "prep", "mark", "advcl"):
        if prep.lower_ in UNTIL or any(c.lower_ in UNTIL and c.dep_ == "mark" for c in prep.children):
            return True
    words = [t for t in scene.tokens if t.i > verb.i and within(t, verb)]
    return any(
        t.lower_ in GOES_ON
        for t in words
        if t.head.lower_.rstrip("s") in ("year", "month", "week", "day") or t.dep_ == "advmod"
    )


def _is_of_forces(scene: Scene, story: Story, token: Token, thing: Token) -> bool:
    """Whether what is extended is the stay of forces, and not a tour of a band."""
    inside = [t for t in scene.tokens if within(t, thing)]
    if any(is_force(t) and t.i != thing.i for t in inside) or any(
        t.lower_ in MILITARY for t in children(thing, "amod", "compound")
    ):
        return True
    named = [m for t in inside if (m := scene.name_at(t)) is not None]
    if any(m.value.kind is NameKind.ACTOR and m.value.type in ("force", "coalition", "alliance") for m in named):
        return True
    decider = _decider(token)
    decided = decider is not None and (decider.lower_ in DECIDERS or _is_council(scene, decider))
    spoken_of = decided or story.whose_forces is not None or any(is_force(t) for t in scene.tokens)
    pointed = thing.lower_ in ("mandate", "tour") and any(c.lower_ in ("its", "their", "the") for c in thing.children)
    going_on = pointed and thing.head.i == token.i and story.whose_forces is not None and is_near(scene, story, thing)
    return spoken_of and (bool(named) or going_on or thing.lower_ in ("stay", "presence", "deployment", "mission"))


def _is_council(scene: Scene, decider: Token) -> bool:
    named = scene.name_at(decider)
    return named is not None and ("Council" in named.value.canonical or "arliament" in named.value.canonical)


def _decider(token: Token) -> Token | None:
    """Who extends it, or votes to."""
    verb = token if is_verb(token) else _light(token)
    if verb is None:
        return None
    return agent_phrase(verb) or (subject(verb) if child(verb, "nsubjpass") is None else None)


def _whose(scene: Scene, story: Story, token: Token, thing: Token) -> Participant | None:
    """Whose forces they are: those of the thing extended, else who extends it, else the story's."""
    if thing.lower_ not in _stays():
        keeper = subject(token) if is_verb(token) and token.lower_ in word_set("stays", "verbs_keep") else None
        held = national(as_forces_of(participant(scene, story, keeper))) if keeper is not None and thing.tag_ == "CD" else None
        if held is None and keeper is not None and owner_of(scene, story, thing) is None:
            held = national(as_forces_of(participant(scene, story, keeper)))  # "voted to keep 200 soldiers there"
        known = held is not None and held.name is not None and held.name.kind is not NameKind.PERSON
        owner = held if known else owner_of_forces(scene, story, thing)
        nobody = owner is not None and owner.name is None and owner.text.lower() == thing.lower_
        return story.whose_forces if nobody else owner
    decider = _decider(token)
    who = national(as_forces_of(participant(scene, story, decider))) if decider is not None else None
    home = who.country if who is not None else None
    for t in (thing, *(o for p, o in preposition_objects(thing) if p == "of"), *children(thing, "compound", "poss")):
        named = scene.name_at(t)
        if named is not None and named.value.kind is NameKind.ACTOR:
            return national(as_forces_of(participant(scene, story, t)))
        owner = national(as_forces_of(owner_of(scene, story, t))) if t.tag_ != "PRP$" else None
        if owner is not None and owner.name is not None and owner.name.kind is NameKind.ACTOR:
            if home is not None and thing.i == t.i and owner.country not in (home, None):
                continue  # "the Bundestag extended the Afghan mandate": where it is
            return owner
    poss = child(thing, "poss")
    if poss is not None and (held := as_forces_of(participant(scene, story, poss))) is not None and held.name is not None:
        return held
    if who is not None and who.name is not None and who.name.kind is not NameKind.PERSON:
        return who
    return story.whose_forces


def _before(scene: Scene, thing: Token, decider: Participant | None) -> list[Participant]:
    """ "the Afghan mandate" of the German parliament: where, said before the noun, if it is not whose."""
    named = [m for c in children(thing, "compound", "amod") if (m := scene.name_at(c)) is not None]
    places = [of_name(scene, m) for m in named if m.value.kind is NameKind.PLACE]
    states = [name_index().states.get(m.value.country or "") for m in named if m.value.type in ("state", "country")]
    home = decider.country if decider is not None else None
    abroad = [s.place for s in states if s is not None and home is not None and s.place.country != home]
    return places or [Participant(p.canonical, scene.at(thing), p) for p in abroad]


def _is_over(scene: Scene, made: Draft) -> bool:
    """Whether the time to which the stay was extended is over."""
    if made.time is None or made.time.end is None or scene.base is None or made.time.type is TimeType.POINT:
        return False
    end, published = last_day(made.time.end), last_day(scene.base)
    return end is not None and published is not None and end < published
