"""What each trigger of the lexicon needs among the words around it before a rule can claim anything, from the tables by which the
rules themselves go.

A need is a row of word sets. The first is the trigger's own forms, of the others one word each has to stand beside it: near it, or on
the side and as close as the rule will look for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from onrecord.claims.agreement_verbs import HOSTILITIES, SIGNING
from onrecord.claims.bases import BY_TOWN
from onrecord.claims.casualties import HOMES, MEN
from onrecord.claims.goods import DELIVERIES
from onrecord.claims.meeting_parties import DELEGATES, SIDES
from onrecord.claims.meetings import ARRANGED, HELD, OFFICE, TALKS
from onrecord.claims.need_words import (
    ACRONYM,
    ACTOR,
    KNOWN,
    NAME,
    NEAR,
    NUMBER,
    OF,
    POSSESSIVE,
    PRONOUNS,
    SITE,
    SURNAME,
    TO_OR_FOR,
    WHOSE,
    Need,
    Part,
    after,
    arms,
    before,
    bodies,
    close,
    donors,
    fighters,
    forces,
    goods,
    money,
    people,
    peoples,
    sites,
)
from onrecord.claims.organizations import BECOMING, BODIES, PARTING
from onrecord.claims.sanction_targets import ENTERING
from onrecord.claims.sanctions import AGAINST, ASSETS, CUTTING, HITTING, IMPOSING, MEASURED, OFFICES
from onrecord.claims.site_shapes import GRANTING
from onrecord.claims.site_shapes import HELD as HELD_BY
from onrecord.claims.sites import GIVES, LOOSE, MEANT, TAKEN
from onrecord.claims.territory import ARMED, BREAKING, PLAIN, WON
from onrecord.claims.territory_places import LAND, PIECES, SHARES
from onrecord.lexicon.triggers import Trigger, load_triggers
from onrecord.lexicon.words import word_set
from onrecord.model import Kind

GATHERED = frozenset("with between among and to".split())
BE = frozenset("be is are was were been being".split())
HOLDERS = frozenset("they it we".split())
SHAPES: dict[str | None, tuple[Part, ...]] = {
    "control": (after(TAKEN), after(OF)),
    "operations": (frozenset(["operations"]),),
    "source": (after(frozenset(["from", "of", "off"])),),
    "goal": (after(frozenset(["into"])),),
    "into": (after(frozenset(["into"])),),
    "under": (after(frozenset(["under"])), after(HELD_BY)),
    "ground": (close(frozenset(["ground"])),),
    "access": (GRANTING,),
    "fallen": (frozenset(["to"]),),
}
"""What stands beside a site for the entries that name a shape."""


def _beside_force_change(trigger: Trigger) -> Iterator[Need]:
    """Forces; a state, mission or people by name where it moves by itself."""
    bare = bool(trigger.fields.get("bare"))
    if bare and trigger.part == "noun":
        yield (forces() | word_set("people", "nouns_stock") | peoples() | WHOSE | {KNOWN, ACRONYM, NUMBER},)
        return
    yield (forces() | (peoples() if trigger.part == "noun" else frozenset()),)
    if bare:
        yield (before(frozenset([KNOWN, ACRONYM])),)
    if trigger.word in word_set("units", "verbs_resize"):
        yield (frozenset([ACRONYM, "mission"]),)
    if "things" in trigger.fields:
        yield (frozenset(trigger.fields["things"].split()), frozenset([NAME, POSSESSIVE, "its", "their", "military", "combat"]))


def _beside_attack(trigger: Trigger) -> Iterator[Need]:
    match trigger.fields.get("needs"):
        case "load" | "weapon":
            yield (arms(),)
            if trigger.lemma == "fire":
                yield (after(frozenset(["on", "at", "upon"]), 2), fighters() | {NAME} | PRONOUNS)
        case "arms":
            yield (fighters() | {"they", "it", "he", "targets"},)
            if trigger.lemma in ("hit", "land", "fall", "strike"):
                yield (before(frozenset([NUMBER, "more", "others"]), 4),)
        case "attempt":
            yield (word_set("attack", "verbs_attempt"),)
        case "aim":
            yield (word_set("attack", "presupposed"), frozenset(["against", "into"]))
        case "with":
            yield (frozenset(["with"]), fighters())
        case "under":
            yield (frozenset(["under"]),)
        case "victim":
            if trigger.lemma == "shoot":
                yield after(frozenset(["at", "on"]), 2), fighters() | word_set("attack", "nouns_flyer")
            yield (people() if trigger.lemma in ("shoot", "stab") else arms() | word_set("attack", "nouns_flyer"),)
        case _:
            yield ()


def _beside_casualties(trigger: Trigger) -> Iterator[Need]:
    """People, before who dies by himself and behind what happens to them."""
    match trigger.fields.get("frame"), trigger.fields.get("needs"), trigger.part:
        case "toll", _, _:
            return
        case _, "lives", _:
            yield (frozenset(["life", "lives"]),)
            yield (MEN | word_set("people", "nouns_force"), frozenset([NUMBER]))
        case _, "homes", _:
            yield (HOMES, frozenset(["from"]))
        case frame, _, "noun":
            yield after(OF), after(people())
            yield before(WHOSE, 4), people() | {POSSESSIVE, "his", "her", "their"}
            if frame == "count":
                yield (before(frozenset([NUMBER]), 4),)
        case "self", _, _:
            yield (before(people()),)
            yield (after(people(), 4),)
        case _:
            yield (people(),)


def _beside_site(trigger: Trigger) -> Iterator[Need]:
    """A site, with what the shape of the entry asks for beside it; "it" and the like where a site may be meant."""
    place, action, shape = sites(), trigger.fields["action"], trigger.fields.get("frame")
    if shape in SHAPES:
        yield (*SHAPES[shape], place)
        return
    if trigger.lemma in LOOSE:
        yield place, frozenset(["to"])
        yield place, after(frozenset([NAME]))
        yield after(frozenset([SITE])), after(OF)
    else:
        yield (place,)
    if trigger.lemma in BY_TOWN or trigger.lemma == "change hands":
        yield (frozenset([NAME]),)
    if action in GIVES:
        yield (frozenset(["it", "them", "both", "rest", "others", "remainder"]), frozenset(["to", "back", "over"]))
    if action in MEANT:
        yield before(frozenset(["it", "they", "both", "rest", "others", "remainder", NUMBER])), before(BE, 4)
        yield (close(frozenset("doors door gates gate".split())),)


def _beside_assistance(trigger: Trigger) -> Iterator[Need]:
    frame = trigger.fields.get("frame")
    if trigger.part == "noun":
        if frame == "request":
            yield (TO_OR_FOR, goods())
        elif trigger.fields.get("needs") == "sum":
            yield (after(OF, 1), after(money()), frozenset(["to", "towards", "toward"]))
        elif trigger.lemma in DELIVERIES:
            yield (OF, goods())
            yield (goods(), frozenset([NAME]))
        else:
            yield (after(TO_OR_FOR), after(bodies()), before(WHOSE | {KNOWN, ACRONYM}, 4))
        if trigger.lemma == "training":
            yield (OF, word_set("goods", "nouns_trained") | {NAME})
    elif frame == "stocks":
        yield (word_set("goods", "nouns_stock"), goods())
    elif frame == "sum":
        yield (word_set("goods", "nouns_money"), money())
    elif frame == "recipient":
        helped = bodies() | word_set("goods", "nouns_trained")
        yield before(donors()), after(helped, 5 if trigger.lemma == "back" else NEAR)
        yield before(helped), before(BE, 4)
        if trigger.fields["action"] == "trained":
            yield (after(word_set("goods", "nouns_trained") | {NUMBER}),)
    else:
        yield (goods() | word_set("goods", "nouns_ware"), bodies())
        if frame == "both":
            yield (frozenset(["with"]), bodies())


@cache
def persons() -> frozenset[str]:
    """A person by name or office, and those who meet for others."""
    return word_set("offices", "nouns_office") | OFFICE | DELEGATES | {SURNAME}


@cache
def meeters() -> frozenset[str]:
    """Whoever may meet: people, bodies and what stands for them."""
    return persons() | bodies() | word_set("people", "nouns_party")


def _beside_meeting(trigger: Trigger) -> Iterator[Need]:
    """Two sides, one of them by name; who goes somewhere has to be a person."""
    match trigger.fields.get("needs"), trigger.part:
        case "two", _:
            yield (GATHERED, frozenset([NAME]))
            yield (SIDES, frozenset(["two", "both", "three", "2"]))
            if trigger.lemma == "consult":
                yield (frozenset([NAME]),)
        case "person", _:
            yield before(persons()), after(frozenset([NAME]))
        case "for", _:
            yield before(persons()), after(frozenset(["for"])), after(frozenset([NAME]))
        case "persons", _:
            yield before(frozenset([NAME])), after(frozenset([NAME]))
        case _, "noun":
            yield after(GATHERED), frozenset([NAME])
            yield HELD, frozenset([NAME])
            if not TALKS.isdisjoint(trigger.forms()):
                yield ARRANGED, after(frozenset(["in", "at", "to"])), after(frozenset([NAME]))
            yield (close(frozenset([POSSESSIVE, KNOWN])),)
        case _:
            yield before(meeters()), after(frozenset([NAME]) | meeters()), frozenset([NAME])
            if trigger.lemma == "meet":
                yield before(frozenset(["and"])), before(frozenset([NAME]))


def _beside_territory(trigger: Trigger) -> Iterator[Need]:
    """Land, behind who takes it or before what becomes of it, and who may take or hold it."""
    holders = fighters() | ARMED | HOLDERS | word_set("people", "nouns_force") | {KNOWN}
    land = frozenset([NAME]) | LAND | PIECES | SHARES
    match trigger.fields.get("needs"):
        case "name":
            yield after(land), holders
            yield before(land), before(BE, 4)
        case "of" | "from":
            yield after(frozenset(["of", "from"])), after(land), holders
        case _ if trigger.part == "noun" or trigger.lemma in PLAIN or trigger.lemma == "fall":
            yield land, holders
            yield BREAKING | BE, frozenset([NAME])
            if trigger.part == "noun" and trigger.lemma in WON | {"fall"}:
                yield after(OF, 1), after(frozenset([NAME]), 4)
        case _:
            yield after(land), holders
            yield before(land), before(BE | {"that", "which"}, 5)


def _beside_organization(trigger: Trigger) -> Iterator[Need]:
    """A body; who belongs to one has a name or is one of many."""
    made = word_set("people", "nouns_organization") | BODIES | {ACTOR, ACRONYM, "it", "its"}
    need = trigger.fields.get("needs")
    if need == "end":
        yield frozenset(["mandate", "operations", "mission", "operation"]), made | {NAME}
        yield (close(frozenset([ACRONYM])),)
    elif need == "become":
        yield before(BECOMING), after(OF), after(made)
    elif need == "part":
        yield PARTING, after(made)
    elif need == "apply":
        yield after(frozenset(["join"])), after(made)
    elif need == "from":
        yield frozenset(["from", "of"]), made
    else:
        yield (made,)


def _beside_sanction(trigger: Trigger) -> Iterator[Need]:
    """Whom it hits, and by what the verb or noun is one of a sanction."""
    name = frozenset([NAME]) | PRONOUNS
    match trigger.fields.get("needs"), trigger.lemma:
        case "declared", _:
            yield (frozenset(["grata"]),)
        case "list", _:
            yield (frozenset(["list", "lists", "blacklist", "blacklists", "regime"]),)
        case "exports", _:
            yield (frozenset("exports imports sales shipments trade".split()), name)
        case "entry", _:
            yield after(ENTERING), name
        case "leave", _:
            yield after(frozenset(["leave"])), OFFICES
        case "assets", _:
            yield (ASSETS,)
        case "measure", _:
            yield before(MEASURED, 4), name
        case "cut", _:
            yield CUTTING, name
        case _, "blacklist":
            yield (name,)
            yield (after(frozenset([NUMBER]), 4),)
        case _, "expel":
            yield (OFFICES | peoples(), name)
        case _, "ban":
            yield (MEASURED | {"exports", "imports", "sales"}, name)
        case _, "sanction" | "embargo" if trigger.part == "noun":
            yield frozenset(AGAINST) | HITTING | IMPOSING | {"under"}, name
            yield HITTING, people() | {NUMBER}
        case _:
            yield (name,)


def _beside_agreement(trigger: Trigger) -> Iterator[Need]:
    """Two parties, one of them by name, unless it is one of fighting; what is no agreement by its word has to be signed."""
    match trigger.fields.get("needs"):
        case "signed":
            yield SIGNING, frozenset([NAME]) | PRONOUNS
        case "humanitarian":
            yield (HOSTILITIES | {"humanitarian", "operational"},)
        case _:
            yield ()


def _beside_anything(trigger: Trigger) -> Iterator[Need]:
    yield ()


BESIDE: dict[Kind, Callable[[Trigger], Iterator[Need]]] = {
    Kind.FORCE_CHANGE: _beside_force_change,
    Kind.SITE: _beside_site,
    Kind.ASSISTANCE: _beside_assistance,
    Kind.AGREEMENT: _beside_agreement,
    Kind.THREAT: _beside_anything,
    Kind.ATTACK: _beside_attack,
    Kind.CASUALTIES: _beside_casualties,
    Kind.ORGANIZATION: _beside_organization,
    Kind.TERRITORY: _beside_territory,
    Kind.SANCTION: _beside_sanction,
    Kind.MEETING: _beside_meeting,
}
"""What stands beside a trigger of each kind where a rule makes a claim of it."""


def needs_of(trigger: Trigger) -> Iterator[Need]:
    """What a sentence must have for a trigger: one of its forms, its particle, one of the words it goes with, and what it is about."""
    own: list[Part] = [frozenset(trigger.forms())]
    if trigger.particle is not None:
        own.append(after(frozenset([trigger.particle])))
    if trigger.fields.get("with"):
        own.append(frozenset(trigger.fields["with"].split()))
    for beside in BESIDE[trigger.kind](trigger):
        yield (*own, *beside)


@cache
def trigger_needs() -> tuple[tuple[Kind, Need], ...]:
    """The needs of all triggers, with the kind of what they claim."""
    return tuple((trigger.kind, need) for trigger in load_triggers() for need in needs_of(trigger))
