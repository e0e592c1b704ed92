"""Where forces are that a number counts: on the words beside it, by what they guard or are part of, or by the verb."""

from __future__ import annotations

from onrecord.claims.level_owners import holder_before, is_had, is_with_them
from onrecord.claims.level_topics import Topic
from onrecord.claims.level_words import (
    BE,
    CAPS,
    COUNTS,
    MISSIONS,
    amounts,
    is_before_duty,
    is_duty,
    is_hold,
    is_host,
    is_stay,
    numbers,
)
from onrecord.claims.phrases import is_body, is_force, of_name
from onrecord.claims.places import place_at, places_of
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import agent_phrase, is_passive, passive_subject, subject
from onrecord.claims.tree import child, children, clause_of, conjuncts, is_verb, preposition_objects
from onrecord.model import NameKind
from onrecord.nlp.tokens import Token

IN_PLACE = (
    "in",
    "at",
    "on",
    "across",
    "inside",
    "near",
    "throughout",
    "around",
    "within",
    "along",
    "off",
    "outside",
    "between",
)
WORKING = frozenset(["operate", "operates", "operated", "operating", "fly", "flies", "flew", "flying"])
ASSIGNED = frozenset(["deployed", "assigned", "attached", "confined", "posted"])


def where(scene: Scene, story: Story, noun: Token, topic: Topic | None, verb: Token | None) -> list[Participant]:
    """Where the forces are: right after them, in a clause on them, where what they are part of is, or where the verb says."""
    if (base := base_that_is_home(noun)) is not None:
        return places_of(scene, story, base, prepositions=IN_PLACE) or _at_it(scene, story, base)
    found = right_after(scene, story, noun) or places_of(scene, story, noun, prepositions=IN_PLACE)
    found = [spot for spot in found if not _is_of_next(scene, noun, spot)]
    for later in conjuncts(noun)[1:]:  # "800 soldiers and 600 contractors in Mali"
        found = found or ([] if scene.count_of(later) is None else right_after(scene, story, later))
    for apart in children(noun, "appos"):
        found = found or places_of(scene, story, apart, prepositions=IN_PLACE)  # "all of them in Kuwait"
    acl = child(noun, "acl", "relcl")
    if not found and acl is not None:
        found = places_of(scene, story, acl, prepositions=IN_PLACE) or _of_duty(scene, story, acl)
    for token in topic.tokens if topic is not None else ():
        found = found or places_of(scene, story, token, *children(token, "appos"), prepositions=IN_PLACE)
    if not found and is_with_them(noun):
        found = [w for t in scene.tokens if is_force(t) for w in places_of(scene, story, t, prepositions=IN_PLACE)]
    if not found and topic is None and _is_whole_of_part(scene, noun):
        return []  # "two of the four jets stay in Niamey"
    found = found or _of_verb(scene, story, noun, topic, verb)
    if not found and noun.tag_ == "CD":
        found = [
            w for p, o in preposition_objects(noun) if p == "of" for w in places_of(scene, story, o, prepositions=IN_PLACE)
        ]
    if not found and topic is not None and topic.head.lower_ in COUNTS:
        holder = holder_before(scene, topic.head)
        found = places_of(scene, story, holder, prepositions=IN_PLACE)
    return (
        found
        or _before_colon(scene, noun)
        or _of_mission(scene, noun, topic)
        or _of_limit(scene, story, topic, verb)
        or _in_clause(scene, story, noun, verb)
        or _opening(scene, story)
    )


def _opening(scene: Scene, story: Story) -> list[Participant]:
    """ "For Syria that is four times the earlier figure of 503": what a sentence says it speaks of, before anything else."""
    first = next((token for token in scene.tokens if not token.is_punct and not token.is_space), None)
    inside = child(first, "pobj") if first is not None and first.lower_ == "for" else None
    spot = place_at(scene, story, inside) if inside is not None else None
    return [spot] if spot is not None and spot.name is not None else []


def _is_whole_of_part(scene: Scene, noun: Token) -> bool:
    """The four in "two of the four jets": what the verb says is said of the two."""
    part = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    return part is not None and part.tag_ == "CD" and scene.count_of(noun) is not scene.count_at(part)


def _is_of_next(scene: Scene, noun: Token, spot: Participant) -> bool:
    """ "there are 635 soldiers, in Lebanon 1,076": the place of the number after it."""
    end = spot.span.end - scene.sentence.span.begin
    after = next((m for m in scene.counts if m.span.begin >= end), None)
    begin = spot.span.begin - scene.sentence.span.begin
    lead = scene.sentence.text[noun.idx + len(noun) : begin] if begin > noun.idx else ""
    return after is not None and "," in lead and scene.sentence.text[end : after.span.begin].strip() == ""


def _before_colon(scene: Scene, noun: Token) -> list[Participant]:
    """ "Kuwait: 13,500 American personnel": the place that heads the line."""
    text = scene.sentence.text
    first = next((m for m in scene.names if not text[: m.span.begin].strip(" -*•")), None)
    if first is None or first.value.kind is not NameKind.PLACE or first.span.end > noun.idx:
        return []
    return [of_name(scene, first)] if text[first.span.end :].lstrip()[:1] in (":", "|") else []


def _of_mission(scene: Scene, noun: Token, topic: Topic | None) -> list[Participant]:
    """ "1,100 soldiers for the Mali mission": a country before the mission is where it is."""
    found = []
    heads = (noun, topic.head) if topic is not None else (noun,)
    for prep, mission in (pair for head in heads for pair in preposition_objects(head)):
        if prep not in ("for", "in", "with", "to") or mission.lower_ not in MISSIONS:
            continue
        for c in children(mission, "compound", "nmod"):
            named = scene.name_at(c)
            if named is not None and named.value.kind is NameKind.PLACE:
                found.append(of_name(scene, named))
    return found


def _of_limit(scene: Scene, story: Story, topic: Topic | None, verb: Token | None) -> list[Participant]:
    """ "the mandate for Afghanistan sets an upper limit of": where what limits them is for."""
    who = subject(verb) if verb is not None and topic is not None and topic.head.lower_ in CAPS else None
    return places_of(scene, story, who, prepositions=(*IN_PLACE, "for")) if who is not None else []


def _in_clause(scene: Scene, story: Story, noun: Token, verb: Token | None) -> list[Participant]:
    """The one place that the clause names after "in" or "at", on whatever word the parse hung it: "275 Colombians, along with 454
    Americans, serve there", "has 13,289 soldiers and 1,920 police in Mali"."""
    if verb is None or not (is_stay(verb) or is_hold(verb) or is_duty(verb)):
        return []
    found: dict[str, Participant] = {}
    for token in scene.tokens:
        inside = child(token, "pobj") if token.lower_ in IN_PLACE and token.dep_ == "prep" else None
        above = clause_of(token)
        if inside is None or above is None or above.i != verb.i:
            continue
        spot = place_at(scene, story, inside) or _unknown(scene, inside)
        if spot is not None and (spot.name is not None or inside.tag_ == "NNP"):
            found.setdefault(spot.text, spot)
    return list(found.values())[:1] if len(found) == 1 else []


def _of_verb(scene: Scene, story: Story, noun: Token, topic: Topic | None, verb: Token | None) -> list[Participant]:
    if is_before_duty(noun):
        return places_of(scene, story, noun.head, prepositions=IN_PLACE)
    if verb is None or (noun.dep_ == "conj" and not is_verb(noun.head) and _is_placed(noun.head)):
        return []
    if is_host(verb) and is_had(noun, verb):
        return _at_subject(scene, story, verb)
    if verb.lower_ in BE and is_home_to(noun):
        return _at_subject(scene, story, verb)
    says_where = (
        is_guarding(noun)
        or is_stay(verb)
        or is_hold(verb)
        or is_duty(verb)
        or (topic is not None and (numbers(verb) or amounts(verb)))
    )
    if not says_where:
        return []
    found = _of_duty(scene, story, verb)
    wanted: tuple[str, ...] = IN_PLACE
    if verb.lower_ in WORKING:
        wanted = (*IN_PLACE, "from", "of")
    elif verb.lower_ in ASSIGNED:
        wanted = (*IN_PLACE, "to")
    found = found or places_of(scene, story, verb, prepositions=wanted)
    who = subject(verb) if not found and is_hold(verb) and is_had(noun, verb) else None
    if (who is not None and is_body(who)) or (who is not None and child(who, "appos") is not None):
        found = places_of(scene, story, who, *children(who, "appos"), prepositions=IN_PLACE)  # "the mission in Congo has …"
    return found


def _unknown(scene: Scene, token: Token) -> Participant | None:
    """A town that the lexicon lacks: "at Bashiqa", "in Rukla"; no month, body or exercise."""
    dated = any(m.span.begin <= token.idx < m.span.end for m in scene.dates)
    if token.tag_ != "NNP" or dated or scene.name_at(token) is not None or not token.text.istitle() or token.lower_ in NO_TOWNS:
        return None
    first = token
    while first.i > 0 and first.nbor(-1).tag_ == "NNP" and first.nbor(-1).head.i == token.i:
        first = first.nbor(-1)
    if any(t.lower_ in NO_TOWNS for t in scene.doc[first.i : token.i]):
        return None
    return Participant(scene.words(first.i, token.i), scene.at(first, token))


NO_TOWNS = frozenset(
    """operation exercise congress parliament council committee company corporation inc army navy air force group university ministry
    department agency command union league cup war christmas easter ramadan islam christianity""".split()
)


def _is_placed(noun: Token) -> bool:
    return any(p in IN_PLACE for p, _ in preposition_objects(noun))


def _at_subject(scene: Scene, story: Story, verb: Token) -> list[Participant]:
    """ "Jordan hosts 3,000", "the base in Djibouti houses 4,000": where the subject is."""
    who = subject(verb)
    if who is None:
        return []
    own = place_at(scene, story, who)
    inner = places_of(scene, story, who, prepositions=IN_PLACE)
    return [*([own] if own is not None else []), *inner]


def is_home_to(noun: Token) -> bool:
    """ "is home to 9,200 airmen"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.lower_ == "home"


def base_that_is_home(noun: Token) -> Token | None:
    """ "Turkey's base in Qatar, home to 150 soldiers, is to be expanded": the base."""
    home = noun.head.head if is_home_to(noun) else None
    return home.head if home is not None and home.dep_ in ("appos", "npadvmod") and not is_verb(home.head) else None


def _at_it(scene: Scene, story: Story, base: Token) -> list[Participant]:
    spot = place_at(scene, story, base)
    return [spot] if spot is not None else []


def _of_duty(scene: Scene, story: Story, verb: Token) -> list[Participant]:
    """What is guarded, patrolled or manned, and where it is: "guard the embassy in Baghdad", "posts along the corridor"."""
    if not is_duty(verb) and verb.lower_ not in PROVIDED:
        return []
    things = [passive_subject(verb)] if is_passive(verb) else children(verb, "dobj")
    found: list[Participant] = []
    for thing in (t for first in things if first is not None for t in conjuncts(first)):
        own = place_at(scene, story, thing)
        if own is not None and (own.name is not None or not found):
            found.append(own)
        found += [w for w in places_of(scene, story, thing, prepositions=(*IN_PLACE, "of", "with")) if w.name is not None]
    return found


def is_guarding(noun: Token) -> bool:
    """ "will be guarded by 1,960 servicemen": who is on duty after "by"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "by" else None
    guard = agent_phrase(verb) if verb is not None and is_verb(verb) and (is_duty(verb) or verb.lower_ in PROVIDED) else None
    return guard is not None and guard.i == noun.i


PROVIDED = frozenset(["provided", "ensured", "maintained"])


def right_after(scene: Scene, story: Story, noun: Token) -> list[Participant]:
    """The place that follows the number or its noun at once: "1,100 in Niger, 900 in Chad and 300 in Gabon"."""
    following = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    also = noun.dep_ == "conj" and noun.head.lower_ in ASSIGNED  # "5,000 were deployed to Iraq and 500 to Syria"
    if following is None or following.lower_ not in (*IN_PLACE, *(("to",) if also else ())):
        return []
    inside = child(following, "pobj")
    inside = inside if inside is not None and inside.i - following.i <= 5 else None
    return [spot for t in conjuncts(inside) if (spot := place_at(scene, story, t)) is not None] if inside is not None else []
