"""Whether two entries of a sort may be one fact: the same acts of the same participants, with numbers and times that agree.

Names are compared by id where they have one. Where one of the two leaves somebody out, gives no number, or words a thing
otherwise, they are one only where the rest makes it sure.
"""

from __future__ import annotations

from collections.abc import Hashable

from onrecord.ledger.further import is_further
from onrecord.ledger.namings import acts_alike, is_own_name, is_site_of_place, named_alike, worded_alike
from onrecord.ledger.parties import may_be_one, parties_in
from onrecord.ledger.timings import COUNTED, ECHOED, UNTIMED, is_state, times_agree, within
from onrecord.ledger.told import AHEAD, LASTING, NUMBERED, Told, is_exact, is_same_number
from onrecord.model import SPECS, Kind

MODES = {
    "airstrike": {"drone", "bombing", "other"},
    "rocket": {"shelling", "other"},
    "other": {"drone", "bombing", "shooting", "shelling", "ground"},
}
"""Modes that may be those of one attack: one names the means more closely."""
GIVEN = {"provided", "divested"}
PROMISED = GIVEN | {"pledged"}
ANCHORS = ("target", "site", "place")
TOO_LOOSE = 3
"""Of so many things left out or worded otherwise, even one report speaks of two."""
ADDED_TO = (Kind.ASSISTANCE, Kind.FORCE_CHANGE)
SOON = 3
"""Days within which a report may tell as a further one what another does not."""
SAME = 2
"""Days in which reports of an act by nobody known tell of one."""


def agree(one: Told, other: Told) -> bool:
    """Whether two entries of a sort may be one fact."""
    echo = one.words == other.words
    if one.claim.kind is Kind.STATEMENT and not echo:
        return False
    loose = 0
    for alike in (_numbers, _acts, _names):  # the cheapest first
        found = alike(one, other)
        if found is None:
            return False
        loose += found
    if not _count_alike(one, other) or _is_next_bulletin(one, other):
        return False
    if loose and not _is_sure(one, other, echo=echo, loose=loose):
        return False
    if one.claim.kind in ADDED_TO and not echo and _is_one_more(one, other):
        return False
    return times_agree(one, other, echo=echo, sure=bool(loose) or _is_telling(one, other))


def _is_next_bulletin(one: Told, other: Told) -> bool:
    """Whether an outlet counts strikes anew on another day, as bulletins do, in whatever words."""
    if one.claim.kind is not Kind.ATTACK or not one.numbers or one.is_dated or other.is_dated or one.is_once:
        return False
    return one.entry.report.outlet == other.entry.report.outlet and one.published != other.published


def _is_one_more(one: Told, other: Told) -> bool:
    """Whether one is told as a further one ("another $70 million"), and neither the same words nor the same days tie the two."""
    mine, theirs = is_further(one.entry), is_further(other.entry)
    if not (mine or theirs) or one.entry.report.id == other.entry.report.id:
        return False
    if within(one, other, SOON):
        return False
    return mine is not theirs or one.entry.report.outlet == other.entry.report.outlet


def acts_may_be_one(one: Told, other: Told) -> bool:
    """Whether what is done may be one act, told more closely in one of the two."""
    return _acts(one, other) is not None or {one.acts.get("measure"), other.acts.get("measure")} == {"cap", "strength"}


def _acts(one: Told, other: Told) -> bool | None:
    """Whether the acts differ a little; ``None`` where they are two."""
    loose = False
    for name in one.acts.keys() | other.acts.keys():
        mine, theirs = one.acts.get(name), other.acts.get(name)
        if mine == theirs:
            continue
        if mine is None or theirs is None or _may_be_one(name, mine, theirs) or _is_promised(one, mine, theirs):
            loose = True
        else:
            return None
    return loose


def _may_be_one(name: str, mine: Hashable, theirs: Hashable) -> bool:
    if name == "mode":
        return theirs in MODES.get(str(mine), ()) or mine in MODES.get(str(theirs), ())
    return name == "action" and {mine, theirs} <= GIVEN


def _is_promised(one: Told, mine: Hashable, theirs: Hashable) -> bool:
    """Whether one says "will give" and the other "pledged"; both entries are of one status."""
    return one.claim.status in AHEAD and {mine, theirs} <= PROMISED


def _names(one: Told, other: Told) -> bool | None:
    """Whether those who take part are told a little otherwise; ``None`` where they are others."""
    kind = one.claim.kind
    open_args = _left_open(one, other)
    loose = False
    for arg in one.names.keys() | other.names.keys():
        mine, theirs = one.names.get(arg), other.names.get(arg)
        if mine == theirs or arg in open_args:
            continue
        if mine is None or theirs is None:
            loose = loose or arg in SPECS[kind].identifying
        elif not named_alike(arg, one, other):
            return None
        else:
            loose = loose or arg not in ("role", "condition")
    return loose or (not open_args and bool(one.missing and other.missing))


def _left_open(one: Told, other: Told) -> tuple[str, ...]:
    """The args of a site that are not compared: of one that is known by its id, where, and who where all may be one; of a count, which."""
    if one.claim.kind is not Kind.SITE:
        return ()
    known = ["site" in told.claim.ids for told in (one, other)]
    if known[0] and one.names.get("site") == other.names.get("site"):
        return (*(arg for arg in ("actor", "recipient") if _parties_may_be_one(arg, one, other)), "place")
    return ("site", "recipient", "place") if one.unit == other.unit == "site" and not any(known) else ()


def _parties_may_be_one(arg: str, one: Told, other: Told) -> bool:
    """Whether those whom two entries name may all be one party; of two takers of a site they tell two things."""
    both = [parties_in(told.claim, arg) for told in (one, other)]
    return (arg in one.names and arg in other.names and worded_alike(one.names[arg], other.names[arg])) or all(
        may_be_one(mine, theirs) for mine in both[0] for theirs in both[1]
    )


def _numbers(one: Told, other: Told) -> bool | None:
    """Whether only one gives a number, or other ones that fit; ``None`` where they do not fit."""
    if not one.numbers or not other.numbers:
        if not one.numbers and not other.numbers:
            return False
        return None if one.claim.kind in (*NUMBERED, Kind.STATEMENT) else True
    if one.unit != other.unit and not _are_people(one, other):
        return None
    if one.numbers == other.numbers or _is_bounded_by_it(one, other):
        return False
    both = one.numbers.keys() & other.numbers.keys()
    if one.claim.kind is not Kind.FORCE_CHANGE or not (both & {"to", "delta"} or _starts_alike(one, other)):
        return None
    return False if all(one.numbers[name] == other.numbers[name] for name in both) else None


def _is_bounded_by_it(one: Told, other: Told) -> bool:
    """Whether each gives one number of what was done, and it is the same: "2,000 soldiers left" and "more than 2,000 left"."""
    mine, theirs = set(one.numbers.items()), set(other.numbers.items())
    if one.claim.kind is Kind.FORCE_LEVEL or len(mine) != 1 or len(theirs) != 1:
        return False
    (name, number), (other_name, other_number) = *mine, *theirs
    return number == other_number and {"start", "to"}.isdisjoint((name, other_name))


def _starts_alike(one: Told, other: Told) -> bool:
    """Whether one plan tells of a change only from what level it is to start, and that is the other's."""
    only = {"start"} in (one.numbers.keys(), other.numbers.keys())
    return only and one.claim.status in AHEAD and one.numbers.get("start") == other.numbers.get("start")


def _are_people(one: Told, other: Told) -> bool:
    return {one.unit, other.unit} == {"person", "personnel"} and one.claim.kind is Kind.CASUALTIES


def _is_telling(one: Told, other: Told) -> bool:
    return one.is_telling and is_same_number(one, other)


def _count_alike(one: Told, other: Told) -> bool:
    """Whether a number whose counting is told may be one whose counting is not: by one report, one source, or in the same days."""
    if ("counting" in one.names) is ("counting" in other.names) or is_exact(one, other):
        return True
    mine, theirs = one.entry, other.entry
    if mine.report.id == theirs.report.id or (mine.claim.source and mine.claim.source == theirs.claim.source):
        return True
    return one.is_dated is other.is_dated and within(one, other, ECHOED)


def _is_sure(one: Told, other: Told, *, echo: bool, loose: int) -> bool:
    """Whether what both give makes up for what one leaves out or words otherwise."""
    mine, theirs = one.entry, other.entry
    if mine.report.id == theirs.report.id and mine.claim.evidence == theirs.claim.evidence:
        return False  # of one sentence it is two claims on purpose
    if echo or one.is_once or other.is_once:
        return True
    apart = len(_lacking(one, other) | _lacking(other, one))
    if mine.report.id == theirs.report.id:
        return loose + apart < TOO_LOOSE and (not one.numbers or not other.numbers or one.numbers == other.numbers)
    if one.claim.kind in LASTING or is_state(one, other):
        return not one.missing and not other.missing
    near = _is_one_day(one, other) or _is_soon(one, other)
    if one.missing and other.missing and not (near or _is_anchored(one, other) or one.digits > 1):
        return False
    if is_same_number(one, other):
        return near or within(one, other, UNTIMED if apart == 0 or one.digits > 1 else 0) or (apart == 0 and one.digits > 1)
    room = COUNTED if one.claim.kind is Kind.AGREEMENT else ECHOED if not one.missing else SAME
    return apart == 0 and (not one.missing or _is_anchored(one, other)) and (near or within(one, other, room))


def _lacking(one: Told, other: Told) -> set[str]:
    """Which of those who identify the thing one leaves out and the other gives; whoever hits a place that is named hits the target."""
    lacking = set(one.missing) - set(other.missing)
    if one.names.get("place", frozenset()) & other.names.get("target", frozenset()):
        lacking.discard("target")
    if is_site_of_place(one, other):
        lacking.discard("place")
    return lacking


def _is_soon(one: Told, other: Told) -> bool:
    """Whether one gives a single day, and the other, without a time, was reported on it or soon after."""
    for dated, bare in ((one, other), (other, one)):
        if dated.first is not None and dated.first == dated.last and not bare.is_dated and bare.published is not None:
            return 0 <= bare.published - dated.first <= ECHOED
    return False


def _is_anchored(one: Told, other: Told) -> bool:
    """Whether both name one place, site or target that is known, or that goes by a name of several words, or one act of a threat."""
    if acts_alike(one, other):
        return True
    shared = ((arg, name) for arg in ANCHORS for name in one.names.get(arg, frozenset()) & other.names.get(arg, frozenset()))
    return any(":" in name or all(is_own_name(told.claim.arg(arg) or "") for told in (one, other)) for arg, name in shared)


def _is_one_day(one: Told, other: Told) -> bool:
    return one.first is not None and one.first == one.last and (one.first, one.last) == (other.first, other.last)
