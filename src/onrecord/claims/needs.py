"""What each rule needs among the words of a sentence before it can claim anything, from the tables by which the rules themselves go.

A need is a row of word sets: a sentence must have a word of each. The first set is the rule's trigger, the others what has to stand
beside it. ``NAME``, ``NUMBER``, ``LARGE``, ``ACRONYM`` and ``POSSESSIVE`` are marks that ``triage`` gives to words which are such;
as words are looked up in small letters, no word is one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from onrecord.claims.agreement_verbs import HOSTILITIES, LASTING, STARTING
from onrecord.claims.attacks import CLAIMING
from onrecord.claims.bases import BY_TOWN
from onrecord.claims.casualties import HOMES, MEN
from onrecord.claims.force_bound import FOLLOWING
from onrecord.claims.force_reliefs import TAKING as TAKING_OVER
from onrecord.claims.force_stays import GOES_ON, UNTIL
from onrecord.claims.goods import AMOUNT_HEADS, DELIVERIES, HELPED, PACKAGES
from onrecord.claims.incidents import ACTING, OPERATIONS
from onrecord.claims.leading import APPOINTING, HANDING, LEADS, SERVING
from onrecord.claims.level_words import BRINGING
from onrecord.claims.meeting_parties import SIDES
from onrecord.claims.menaces import BECOMING, FACING, GIVING, HESITATING, ORDERING, TARGETS, WILL
from onrecord.claims.organizations import BODIES
from onrecord.claims.packages import BUDGETS, CONTAINS
from onrecord.claims.site_states import STATES as SITE_STATES
from onrecord.claims.sites import MEANT
from onrecord.claims.territory import ARMED, LAND, PIECES
from onrecord.claims.tolls import BEARING, CAPTIVES, FINDING, HARM, LEAVING, LISTING, LISTS, NONE, STATES, STOCKS, TAKING
from onrecord.claims.truces import AGREEING, BLAME, BLAMING, BREACHES, CEASING, ENDING, FAILING, FIGHTING, RENEWALS, SUSPENDING
from onrecord.lexicon.names import name_index
from onrecord.lexicon.triggers import Trigger, load_triggers
from onrecord.lexicon.units import currencies, symbol_codes
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind

NAME, NUMBER, LARGE, ACRONYM, POSSESSIVE = "Name", "Number", "Large", "Acronym", "Possessive"
Need = tuple[frozenset[str], ...]

PRONOUNS = frozenset("it they them he him she her who which that we us our its their his i me those these others both".split())
OF = frozenset(["of"])
TO_OR_FOR = frozenset(["to", "for"])
OWNERS = frozenset([NAME, POSSESSIVE, "its", "their", "his", "her", "our"])
PARTS = frozenset(
    "unit units company rest bulk most some half part portion majority remainder others last hundreds thousands dozens group groups "
    "batch wave column element elements member members none first second third another more observers monitors newcomers".split()
)
COMMON = frozenset("make makes made making confirm confirms confirmed".split())
"""Verbs of appointing that mostly do something else."""
WEIGHTS = frozenset("tons tonnes ton tonne kilograms pallets crates boxes".split())
GATHERED = frozenset("with between among and".split())


@cache
def _people() -> frozenset[str]:
    """Words for people, with what may stand for them."""
    return word_set("people", "nouns_people") | word_set("attack", "nouns_victim") | PRONOUNS | {NAME, NUMBER}


@cache
def _forces() -> frozenset[str]:
    """Words for forces, for a stock of them or a part of one, and numbers large enough to be forces."""
    names = ("nouns_force", "nouns_asset", "nouns_stock", "nouns_cap")
    units = (word_set("units", name) for name in ("words_unit", "nouns_police", "of_US", "of_GB"))
    return frozenset().union(*(word_set("people", name) for name in names), *units, PARTS, {LARGE})


@cache
def _arms() -> frozenset[str]:
    return word_set("people", "nouns_arms")


@cache
def _fighters() -> frozenset[str]:
    """Whoever and whatever uses force: fighters, weapons, aircraft, strikes, and the first words of what forces are called."""
    names = ("nouns_fighter", "nouns_flyer", "nouns_strike", "nouns_bloc")
    called = _first_words(NameKind.ACTOR, without=("state", "country"))
    return frozenset().union(_arms(), *(word_set("attack", name) for name in names), called, {ACRONYM})


@cache
def _first_words(kind: NameKind, *, without: tuple[str, ...] = ()) -> frozenset[str]:
    """The words with which names of a kind begin."""
    listed = (entry for entries in name_index().by_key.values() for entry in entries)
    found = (entry for entry in listed if entry.name.kind is kind and entry.name.type not in without)
    return frozenset(entry.form.lower().removeprefix("the ").split(" ")[0] for entry in found)


def _peoples() -> frozenset[str]:
    """The peoples of states, who may stand for their forces: "the Americans"."""
    listed = (entry for entries in name_index().by_key.values() for entry in entries)
    return frozenset(entry.form.lower() for entry in listed if entry.name.type == "state" and entry.form.endswith("s"))


@cache
def _sites() -> frozenset[str]:
    named = _first_words(NameKind.SITE) | word_set("sites", "nouns_of_pairs")
    return word_set("people", "nouns_site") | named | {"site", "sites", "keys"}


@cache
def _money() -> frozenset[str]:
    """Words and signs of sums of money."""
    words = {row.word for row in currencies()}
    return frozenset(
        [*words, *(f"{word}s" for word in words), *(sign.lower() for sign in symbol_codes()), "million", "billion"]
    )


@cache
def _goods() -> frozenset[str]:
    """Words for what is given, and for sums of money."""
    named = word_set("goods", "nouns_goods") | word_set("goods", "nouns_money") | word_set("people", "nouns_asset")
    return named | _money() | AMOUNT_HEADS | DELIVERIES


@cache
def _bodies() -> frozenset[str]:
    """Whoever can give, receive or take part."""
    bodies = word_set("people", "nouns_body") | word_set("people", "nouns_force") | word_set("people", "nouns_people")
    return bodies | HELPED | PRONOUNS | {NAME}


def _beside_force_change(trigger: Trigger) -> Iterator[Need]:
    if trigger.fields.get("bare") and trigger.part == "noun":
        yield ()
    else:
        them = {"them"} if trigger.fields.get("with") else set()
        alone = {NAME} if trigger.fields.get("bare") else set()
        yield (_forces() | them | alone,)


def _beside_attack(trigger: Trigger) -> Iterator[Need]:
    match trigger.fields.get("needs"):
        case "load" | "weapon":
            yield (_arms(),)
            if trigger.lemma == "fire":
                yield (frozenset(["on", "at", "upon"]), _fighters() | {NAME} | PRONOUNS)
        case "arms":
            yield (_fighters() | {"they", "it", "he"},)
        case "attempt":
            yield (word_set("attack", "verbs_attempt"),)
        case "aim":
            yield (word_set("attack", "presupposed"), frozenset(["against", "into"]))
        case "with":
            yield (frozenset(["with"]), _fighters())
        case "under":
            yield (frozenset(["under"]),)
        case "victim":
            yield (_people() if trigger.lemma in ("shoot", "stab") else _arms() | word_set("attack", "nouns_flyer"),)
        case _:
            yield ()


def _beside_casualties(trigger: Trigger) -> Iterator[Need]:
    if trigger.fields.get("needs") == "lives":
        yield (frozenset(["life", "lives"]),)
        yield (MEN | word_set("people", "nouns_force"), frozenset([NUMBER]))
    elif trigger.fields.get("needs") == "homes":
        yield (HOMES, frozenset(["from"]))
    elif trigger.fields.get("frame") == "toll":
        return
    elif trigger.part == "noun":
        yield (OWNERS - {NAME} | OF | {NUMBER},)
    else:
        yield (_people(),)


def _beside_site(trigger: Trigger) -> Iterator[Need]:
    pointed = (
        {"it", "them", "both", "rest", "others", "remainder", "doors", "gates"} if trigger.fields["action"] in MEANT else set()
    )
    town = {NAME} if trigger.lemma in BY_TOWN or trigger.lemma == "change hands" else set()
    yield (_sites() | pointed | town,)


def _beside_assistance(trigger: Trigger) -> Iterator[Need]:
    frame = trigger.fields.get("frame")
    if trigger.part == "noun":
        if frame == "request":
            yield (TO_OR_FOR, _goods())
        elif trigger.lemma in DELIVERIES:
            yield (OF, _goods())
            yield (_goods(), frozenset([NAME]))
        else:
            yield (TO_OR_FOR, OWNERS)
        if trigger.lemma == "training":
            yield (OF, word_set("goods", "nouns_trained") | {NAME})
    elif frame == "stocks":
        yield (word_set("goods", "nouns_stock"), _goods())
    elif frame == "sum":
        yield (word_set("goods", "nouns_money"), _money())
    elif frame == "recipient":
        yield (_bodies(),)
    else:
        yield (_goods() | word_set("goods", "nouns_ware"), _bodies())
        if frame == "both":
            yield (frozenset(["with"]), _bodies())


def _beside_meeting(trigger: Trigger) -> Iterator[Need]:
    if trigger.fields.get("needs") == "two":
        yield (GATHERED, frozenset([NAME]))
        yield (SIDES, frozenset(["two", "both", "three", "2"]))
    else:
        yield (frozenset([NAME]),)


def _beside_territory(trigger: Trigger) -> Iterator[Need]:
    holders = _fighters() | ARMED | _first_words(NameKind.ACTOR) | {"they", "it"}
    if trigger.fields.get("needs") == "name":
        yield (frozenset([NAME]), holders)
    else:
        yield (frozenset([NAME]) | LAND | PIECES,)


def _beside_organization(trigger: Trigger) -> Iterator[Need]:
    bodies = word_set("people", "nouns_organization") | _first_words(NameKind.ACTOR, without=("state", "country")) | {ACRONYM}
    bodies |= BODIES | {"it", "its"}
    yield (bodies,)


def _beside_named(trigger: Trigger) -> Iterator[Need]:
    yield (frozenset([NAME]) | PRONOUNS,)


def _beside_anything(trigger: Trigger) -> Iterator[Need]:
    yield ()


BESIDE: dict[Kind, Callable[[Trigger], Iterator[Need]]] = {
    Kind.FORCE_CHANGE: _beside_force_change,
    Kind.SITE: _beside_site,
    Kind.ASSISTANCE: _beside_assistance,
    Kind.AGREEMENT: _beside_anything,
    Kind.THREAT: _beside_anything,
    Kind.ATTACK: _beside_attack,
    Kind.CASUALTIES: _beside_casualties,
    Kind.ORGANIZATION: _beside_organization,
    Kind.TERRITORY: _beside_territory,
    Kind.SANCTION: _beside_named,
    Kind.MEETING: _beside_meeting,
}
"""What stands beside a trigger of each kind where a rule makes a claim of it."""


def needs_of(trigger: Trigger) -> Iterator[Need]:
    """What a sentence must have for a trigger: one of its forms, its particle, one of the words it goes with, and what it is about."""
    own = [frozenset(trigger.forms())]
    if trigger.particle is not None:
        own.append(frozenset([trigger.particle]))
    if trigger.fields.get("with"):
        own.append(frozenset(trigger.fields["with"].split()))
    for beside in BESIDE[trigger.kind](trigger):
        yield (*own, *beside)


def other_needs() -> Iterator[tuple[Kind, Need]]:
    """What the rules need that go by words of their own."""
    force = word_set("people", "nouns_force") | word_set("people", "nouns_asset")
    yield Kind.FORCE_LEVEL, (force, frozenset([NUMBER]))
    yield Kind.FORCE_LEVEL, (word_set("levels", "nouns_uniformed"), frozenset([NUMBER]), frozenset([NAME]))
    yield Kind.FORCE_LEVEL, (force, frozenset(["how"]), frozenset(["many"]))
    yield Kind.FORCE_LEVEL, (frozenset(["strong"]), frozenset([NUMBER]))
    yield Kind.FORCE_LEVEL, (BRINGING, force, frozenset([NUMBER]))
    yield Kind.FORCE_CHANGE, (frozenset(["out", "gone", "home", "back"]), force | _peoples())
    movers = _forces() | _peoples() | word_set("units", "nouns_police") | word_set("units", "words_unit")
    yield Kind.FORCE_CHANGE, (FOLLOWING, frozenset(["rest", "more", "others", "remainder", NUMBER]))
    yield Kind.FORCE_CHANGE, (frozenset(["way", "bound", "due", "expected"]), movers)
    yield (
        Kind.FORCE_CHANGE,
        (word_set("stays", "verbs_extend") | word_set("stays", "nouns_extend"), word_set("stays", "nouns_stay")),
    )
    stay = word_set("stays", "verbs_stay") | word_set("stays", "verbs_keep")
    yield Kind.FORCE_CHANGE, (stay, UNTIL | GOES_ON, movers)
    own = frozenset(["its", "their", "his"])
    yield (
        Kind.FORCE_CHANGE,
        (word_set("stays", "verbs_stay"), frozenset(["would", "will"]), own, word_set("people", "nouns_force")),
    )
    yield Kind.FORCE_CHANGE, (word_set("stays", "verbs_relieve"), movers | {NAME})
    yield Kind.FORCE_CHANGE, (TAKING_OVER, frozenset(["over"]), frozenset(["from"]), movers | {NAME})
    yield Kind.SITE, (frozenset(SITE_STATES), word_set("people", "nouns_site"))
    yield Kind.AGREEMENT, (SUSPENDING, HOSTILITIES)
    yield from ((Kind.AGREEMENT, need) for need in _needs_of_truces())
    yield Kind.ASSISTANCE, (CONTAINS, PACKAGES)
    yield Kind.ASSISTANCE, (CONTAINS, frozenset(BUDGETS), _money())
    yield from ((Kind.ASSISTANCE, need) for need in _needs_of_aid())
    yield from ((Kind.THREAT, need) for need in _needs_of_menaces())
    yield Kind.ATTACK, (CLAIMING, frozenset(["responsibility"]))
    yield Kind.ATTACK, (frozenset("target targets victim victims".split()), OF)
    yield Kind.MEETING, (frozenset(["due"]), frozenset([NAME]), frozenset(["in", "at"]))
    yield Kind.ATTACK, (word_set("attack", "operations"), word_set("attack", "verbs_capture"))
    yield Kind.CASUALTIES, (OPERATIONS | word_set("attack", "verbs_operate"), _fighters() | ACTING)
    yield from ((Kind.CASUALTIES, need) for need in _needs_of_tolls())
    yield from ((Kind.ROLE, need) for need in _needs_of_roles())


def _needs_of_roles() -> Iterator[Need]:
    offices, name = word_set("offices", "nouns_office"), frozenset([NAME])
    bodies = word_set("people", "nouns_organization") | word_set("people", "nouns_force") | word_set("offices", "nouns_bodies")
    yield frozenset(LEADS), name, _first_words(NameKind.ACTOR) | bodies | {ACRONYM, "it"}
    yield APPOINTING - COMMON, offices, name
    yield SERVING | COMMON, frozenset(["as"]), offices, name
    yield frozenset(["command"]), HANDING | {"under"}, name


def _needs_of_aid() -> Iterator[Need]:
    """What sums of aid, aid that is stopped, goods on their way and courses of training go by."""

    def words(*names: str) -> frozenset[str]:
        return frozenset().union(*(word_set("goods", name) for name in names))

    flow = words("nouns_flow", "nouns_support")
    yield words("verbs_stop", "verbs_resume"), flow, frozenset([NAME, "to", "for"])
    yield words("verbs_reach"), words("nouns_promise", "nouns_support", "verbs_promised", "verbs_given"), _money()
    yield words("verbs_lift"), words("nouns_total", "nouns_support"), _money()
    yield words("verbs_carry"), words("nouns_carrier"), _goods() | WEIGHTS
    yield frozenset(["through"]), words("nouns_course"), words("nouns_trained") | {NUMBER}
    yield words("verbs_study"), words("nouns_course"), words("nouns_trained")


def _needs_of_truces() -> Iterator[Need]:
    """What truces go by in other words."""
    it = frozenset(["it", "this"])
    yield BREACHES, BLAMING | BLAME
    yield FAILING, LASTING | RENEWALS
    yield AGREEING, CEASING, FIGHTING
    yield LASTING | ENDING, it
    yield frozenset(["effect", "force"]), it, STARTING


def _needs_of_menaces() -> Iterator[Need]:
    """What threats without a word for threatening go by."""
    strict = word_set("threat", "verbs_strict") | {"use", "take", "launch"}
    yield word_set("threat", "verbs_met"), word_set("threat", "nouns_provocation"), WILL
    yield frozenset(["until", "or", "hours", "deadline"]), GIVING | ORDERING, word_set("threat", "verbs_obey")
    yield HESITATING, frozenset(["not", "n't"]), strict
    yield frozenset("reserve reserves reserved".split()), frozenset(["right"]), strict
    yield TARGETS, BECOMING, WILL
    yield FACING, WILL, word_set("threat", "nouns_await")
    yield word_set("threat", "verbs_answer") | word_set("threat", "verbs_strict"), WILL, frozenset("it we they".split())


def _needs_of_tolls() -> Iterator[Need]:
    states = frozenset(STATES) | frozenset(LISTS) | frozenset(STOCKS)
    yield states, word_set("people", "nouns_people") | word_set("attack", "nouns_victim") | {NUMBER}
    yield states, LEAVING | LISTING | {"identified", "named", "as"}, _people()
    yield frozenset(["toll"]), frozenset([NUMBER])
    yield CAPTIVES, TAKING
    yield HARM, BEARING
    yield frozenset(NONE), frozenset(["no"])
    yield frozenset(["bodies"]), FINDING


@cache
def needs_by_word(kinds: frozenset[Kind]) -> dict[str, tuple[Need, ...]]:
    """For each word that can make a claim of these kinds what has to stand beside it."""
    rows: Iterable[tuple[Kind, Need]] = [*((t.kind, need) for t in load_triggers() for need in needs_of(t)), *other_needs()]
    found: dict[str, dict[Need, None]] = {}
    for kind, (words, *beside) in rows:
        for word in words if kind in kinds else ():
            found.setdefault(word, {})[tuple(beside)] = None
    return {word: tuple(needs) for word, needs in found.items()}
