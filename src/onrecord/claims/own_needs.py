"""What the rules need that go by words of their own, and what is enough in a report that has told of forces."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from onrecord.claims.accords import AGREED, MEANING
from onrecord.claims.agreement_verbs import ACTIONS, HOLDING, HOSTILITIES, LASTING, STARTING
from onrecord.claims.agreement_verbs import LEAVING as QUITTING
from onrecord.claims.attacks import BLAMING as ATTACKS_BLAMED
from onrecord.claims.attacks import CLAIMING
from onrecord.claims.bare_numbers import HAVING
from onrecord.claims.force_bound import DOING, FOLLOWING
from onrecord.claims.force_missions import ALLIES
from onrecord.claims.force_motion import WAYS
from onrecord.claims.force_movers import COMING_AND_GOING, SENDING
from onrecord.claims.force_noun_moves import CARRIED_OUT, MOVES_TOLD
from onrecord.claims.force_parts import PARTS, THEM
from onrecord.claims.force_reliefs import TAKING as TAKING_OVER
from onrecord.claims.force_stays import GOES_ON, ORDERED, PROMISING, UNTIL
from onrecord.claims.goods import PACKAGES
from onrecord.claims.holdings import BESIEGED, HANDS, HELD
from onrecord.claims.incidents import ACTING, OPERATIONS
from onrecord.claims.leading import APPOINTING, HANDING, LEADS, SERVING
from onrecord.claims.level_words import BRINGING, CAPS, COUNTS, stay_words
from onrecord.claims.mandates import LEAVE
from onrecord.claims.menaces import BECOMING, FACING, GIVING, HESITATING, ORDERING, TARGETS, WILL
from onrecord.claims.need_words import (
    ACRONYM,
    ACTOR,
    COUNT,
    KNOWN,
    LARGE,
    NAME,
    NUMBER,
    OF,
    SURNAME,
    WEIGHTS,
    Need,
    after,
    before,
    close,
    fighters,
    forces,
    goods,
    money,
    parts_of_forces,
    people,
    peoples,
)
from onrecord.claims.packages import BUDGETS, CONTAINS
from onrecord.claims.site_goods import COMING, LEFT, STAYING
from onrecord.claims.site_states import STATES as SITE_STATES
from onrecord.claims.territory_places import SHARES
from onrecord.claims.tolls import (
    BEARING,
    BEING,
    CAPTIVES,
    FINDING,
    HARM,
    LEAVING,
    LISTING,
    LISTS,
    NONE,
    STATES,
    STOCKS,
    TAKING,
)
from onrecord.claims.truces import (
    AGREEING,
    BLAME,
    BLAMING,
    BREACHES,
    CEASING,
    ENDING,
    FAILING,
    FIGHTING,
    PAPERS,
    RENEWALS,
    STOPS,
    SUSPENDING,
)
from onrecord.lexicon.triggers import Trigger, load_triggers
from onrecord.lexicon.words import word_set
from onrecord.model import Kind

COMMON = frozenset("make makes made making confirm confirms confirmed".split())
"""Verbs of appointing that mostly do something else."""
WEAK = frozenset(
    "company companies force mission missions service services operator operators detail navy army military".split()
)
"""Words for forces that mostly mean something else, or no number of men."""


@cache
def own_needs() -> tuple[tuple[Kind, Need], ...]:
    """The needs of rules that no trigger opens, with the kind of what they claim."""
    by_kind = {
        Kind.FORCE_LEVEL: _needs_of_levels,
        Kind.FORCE_CHANGE: _needs_of_moves,
        Kind.AGREEMENT: _needs_of_truces,
        Kind.ASSISTANCE: _needs_of_aid,
        Kind.THREAT: _needs_of_menaces,
        Kind.CASUALTIES: _needs_of_tolls,
        Kind.ROLE: _needs_of_roles,
        Kind.ATTACK: _needs_of_attacks,
        Kind.TERRITORY: _needs_of_holdings,
    }
    rows = [(kind, need) for kind, needs in by_kind.items() for need in needs()]
    site = (frozenset(SITE_STATES), word_set("people", "nouns_site"))
    meeting = (
        frozenset(["due", "expected"]),
        before(frozenset([SURNAME])),
        after(frozenset([NAME])),
        after(frozenset(["in", "at"])),
    )
    return (*rows, (Kind.SITE, site), (Kind.MEETING, meeting))


SPANS = frozenset("year years month months".split())


def counting_needs() -> Iterator[Need]:
    """A number of forces, or a move of them, by the words for them: what a report that tells of forces has somewhere."""
    force = word_set("people", "nouns_force") | word_set("people", "nouns_asset")
    yield force - WEAK, before(frozenset([NUMBER]), 4)
    yield force - WEAK, before(frozenset(["how"])), before(frozenset(["many"]), 4)


def _needs_of_levels() -> Iterator[Need]:
    """Counted forces: the number right before them, or a larger one about them."""
    force, number = word_set("people", "nouns_force") | word_set("people", "nouns_asset"), frozenset([NUMBER])
    yield force, before(number, 5)
    yield force, after(frozenset([COUNT]))
    yield peoples(), before(frozenset([COUNT]), 3), stay_words() | {"in", "at"}
    yield word_set("levels", "nouns_uniformed"), before(number, 5), frozenset([NAME])
    yield force | peoples(), before(frozenset(["how"])), before(frozenset(["many"]), 4)
    yield frozenset(["strong"]), number
    yield BRINGING, force, number


def _needs_of_moves() -> Iterator[Need]:
    """Forces that follow, are bound for somewhere, stay, or relieve others; and whose forces there are, by which later moves go."""
    movers = forces() | parts_of_forces() | peoples()
    yield word_set("people", "nouns_force") - WEAK, before(frozenset([KNOWN, ACRONYM]), 3)
    yield word_set("people", "nouns_force") - WEAK, after(OF, 1), after(frozenset([KNOWN, ACRONYM]), 4)
    yield word_set("stays", "nouns_stay"), before(frozenset([KNOWN, ACRONYM]), 2)
    yield frozenset(["out", "gone", "home", "back"]), forces() | peoples()
    yield FOLLOWING, before(frozenset(["rest", "more", "others", "remainder", NUMBER]))
    yield DOING, after(frozenset(["so", "likewise"]), 2), before(frozenset(["rest", "more", "others", "remainder", NUMBER]))
    yield frozenset(["way", "bound", "due", "expected"]), movers
    yield word_set("stays", "verbs_extend") | word_set("stays", "nouns_extend"), word_set("stays", "nouns_stay")
    stay = word_set("stays", "verbs_stay") | word_set("stays", "verbs_keep")
    yield stay, UNTIL | GOES_ON, movers
    yield word_set("stays", "verbs_stay"), ORDERED | PROMISING, movers
    yield frozenset(["keeping"]), frozenset(["committed", "pledged"]), movers
    yield word_set("stays", "verbs_stay"), frozenset(["will", "would", "to"]), SPANS, movers
    own = frozenset(["its", "their", "his"])
    yield word_set("stays", "verbs_stay"), frozenset(["would", "will"]), own, word_set("people", "nouns_force")
    yield word_set("stays", "verbs_relieve"), movers | {NAME}
    yield TAKING_OVER, frozenset(["over"]), frozenset(["from"]), movers | {NAME}
    yield (word_set("people", "nouns_force") - WEAK) | {"coalition"}, after(WAYS), after(frozenset([NAME]))


@cache
def going_on_needs() -> tuple[tuple[Kind, Need], ...]:
    """What is enough once a report has told of forces: "Roughly 1,000 were based in the capital", "it will withdraw in stages", "the
    rest are to leave"."""
    large, number = frozenset([LARGE]), frozenset([NUMBER])
    rows: list[tuple[Kind, Need]] = [
        (Kind.FORCE_LEVEL, (large, stay_words() | HAVING | COUNTS | CAPS | word_set("levels", "verbs_duty"))),
        (Kind.FORCE_LEVEL, (word_set("people", "nouns_cap"), number)),
        (Kind.AGREEMENT, (_deciding(), _houses(), THEM)),
        (Kind.FORCE_CHANGE, (FOLLOWING, before(word_set("units", "nouns_group") | {KNOWN}))),
    ]
    for trigger in load_triggers():
        if trigger.kind is Kind.FORCE_CHANGE:
            rows += ((Kind.FORCE_CHANGE, need) for need in _needs_of_pronouns(trigger))
    return tuple(rows)


def _needs_of_pronouns(trigger: Trigger) -> Iterator[Need]:
    """A part of forces or a number for them; "they" and "it" where the verb can say a move without more."""
    own, bare = frozenset(trigger.forms()), bool(trigger.fields.get("bare"))
    if bare and trigger.part == "noun":
        yield (own,)
        return
    yield own, parts_of_forces() | PARTS | THEM | {COUNT}
    if trigger.part == "noun" and trigger.lemma in MOVES_TOLD:
        yield own, CARRIED_OUT | word_set("status", "verbs_event")
    if trigger.word in COMING_AND_GOING:
        yield own, frozenset(["they"]) | ALLIES
    if bare or trigger.particle is not None or trigger.fields.get("with") or trigger.lemma in SENDING:
        yield own, frozenset(["they", "them", "it", "we"])


def _needs_of_roles() -> Iterator[Need]:
    offices, name = word_set("offices", "nouns_office"), frozenset([NAME])
    organized = (
        word_set("people", "nouns_organization") | word_set("people", "nouns_force") | word_set("offices", "nouns_bodies")
    )
    yield frozenset(LEADS), name, organized | {ACTOR, ACRONYM, KNOWN, "it"}
    yield APPOINTING - COMMON, offices, name
    yield SERVING | COMMON, frozenset(["as"]), offices, name
    yield frozenset(["command"]), HANDING | {"under"}, name


def _needs_of_aid() -> Iterator[Need]:
    """What packages, sums of aid, aid that is stopped, goods on their way and courses of training go by."""

    def words(*names: str) -> frozenset[str]:
        return frozenset().union(*(word_set("goods", name) for name in names))

    flow = words("nouns_flow", "nouns_support")
    yield frozenset(["behind"]), goods() | words("nouns_left"), money()
    yield CONTAINS, PACKAGES
    yield CONTAINS, frozenset(BUDGETS), money()
    yield words("verbs_stop", "verbs_resume"), flow, frozenset([NAME, "to", "for"])
    yield words("verbs_reach"), words("nouns_promise", "nouns_support", "verbs_promised", "verbs_given"), money()
    yield words("verbs_lift"), words("nouns_total", "nouns_support"), money()
    yield words("verbs_carry"), words("nouns_carrier"), goods() | WEIGHTS
    yield frozenset(["through"]), words("nouns_course"), words("nouns_trained") | {NUMBER}
    yield words("verbs_study"), words("nouns_course"), words("nouns_trained")
    left = goods() | words("nouns_left")
    yield STAYING | LEFT, frozenset(["behind"]), left
    yield LEFT, frozenset(["to"]), left, frozenset([NUMBER]) | money()
    yield COMING, frozenset(["with"]), frozenset(["it", "them"]), left


def _needs_of_attacks() -> Iterator[Need]:
    yield CLAIMING, frozenset(["responsibility"])
    yield ATTACKS_BLAMED, before(frozenset([NAME]) | fighters()), after(fighters() | {KNOWN, ACRONYM})
    yield frozenset("target targets victim victims".split()), OF
    yield word_set("attack", "operations"), word_set("attack", "verbs_capture")


def _needs_of_holdings() -> Iterator[Need]:
    """Who holds a place, told beside its name or by whose hands it is in."""
    holders = word_set("people", "nouns_holder") | {KNOWN, ACRONYM}
    yield frozenset(f"{word}-{held}" for word in word_set("people", "nouns_holder") for held in HELD), frozenset([NAME])
    yield HELD, before(holders, 2), frozenset([NAME])
    yield BESIEGED, after(frozenset([NAME]), 4)
    yield HANDS, before(frozenset(["in", "into"]), 4), holders, frozenset([NAME]) | SHARES


def _needs_of_truces() -> Iterator[Need]:
    """What truces go by in other words."""
    it = frozenset(["it", "this"])
    yield SUSPENDING, HOSTILITIES
    yield BREACHES, BLAMING | BLAME
    yield FAILING, LASTING | RENEWALS
    yield AGREEING, CEASING, FIGHTING
    yield LASTING | ENDING, it
    yield before(PAPERS), ENDING | frozenset(ACTIONS)
    yield HOLDING, before(it)
    yield STOPS, FIGHTING, frozenset([NAME]) | fighters()
    yield frozenset(["effect", "force"]), it, STARTING
    yield _deciding(), _houses(), _on_forces()
    yield AGREED, MEANING | forces() | word_set("people", "nouns_site")
    yield BREACHES, frozenset([NUMBER])
    yield word_set("pacts", "verbs_violated"), it, frozenset(["times", "it"])
    yield frozenset(QUITTING), frozenset(["arrangement", "understanding"])
    yield frozenset(["sign", "signed", "ratify", "ratified"]), frozenset([NAME])
    deeds = word_set("pacts", "nouns_end") | word_set("pacts", "nouns_renewal")
    yield deeds, frozenset("the its their this".split())
    yield word_set("pacts", "verbs_violated"), BLAMING, word_set("pacts", "nouns_told") | it


def _houses() -> frozenset[str]:
    return word_set("pacts", "nouns_house") | {"council", "mps", "cabinet"}


def _deciding() -> frozenset[str]:
    return word_set("pacts", "verbs_decide") | word_set("pacts", "verbs_refuse") | LEAVE | {"light"}


def _on_forces() -> frozenset[str]:
    return word_set("stays", "nouns_stay") | word_set("people", "nouns_force") | word_set("pacts", "nouns_mandate")


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
    """States and stocks of people, as the tolls read them; and the operations in which they are hurt."""
    number = frozenset([NUMBER])
    yield frozenset(STATES), BEING | LEAVING, people()
    yield frozenset(STATES), close(number)
    yield frozenset(LISTS), LISTING | {"identified", "named", "as", "number"}, people()
    yield frozenset(STOCKS), close(number)
    yield frozenset(STOCKS), before(frozenset(["as"]), 2), number
    yield frozenset(["toll"]), number
    yield CAPTIVES, TAKING
    yield HARM, BEARING
    yield frozenset(NONE), before(frozenset(["no"]), 4)
    yield frozenset(["bodies", "body", "remains"]), FINDING
    yield OPERATIONS | word_set("attack", "verbs_operate"), fighters() | ACTING
