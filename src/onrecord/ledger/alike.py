"""Whether two entries of a sort may be one fact: the same acts of the same participants, with numbers and times that agree.

Names are compared by id where they have one. Where one of the two leaves somebody out, gives no number, or words a thing
otherwise, they are one only where the rest makes it sure.
"""

from __future__ import annotations

import re
from collections.abc import Hashable

from onrecord.ledger.same import same_date, same_time
from onrecord.ledger.told import EXACT, FREE, LASTING, NUMBERED, Told
from onrecord.model import SPECS, Kind, Status, Time, TimeType

ECHOED = 7
UNTIMED = 31
"""Days within which reports must lie so that a thing without a time may be one; an echo of the same words has fewer."""
COUNTED = 92
"""Days within which reports that count the same sites ("eight bases") may tell of one count."""
FORCES = (Kind.FORCE_LEVEL, Kind.FORCE_CHANGE)
AHEAD = (Status.PLANNED, Status.CONDITIONAL)
SMALL = re.compile(r"\b(?:of|to|for|the|and|a|an|in|on|at|its|his|her|their|other)\b|[^\w ]")
HEAD = re.compile(r"\s(?:of|to|for|in|at)\s")
MODES = {
    "airstrike": {"drone", "bombing", "other"},
    "rocket": {"shelling", "other"},
    "other": {"drone", "bombing", "shooting", "shelling", "ground"},
}
"""Modes that may be those of one attack: one names the means more closely."""
GIVEN = {"provided", "divested"}
OFFICES = frozenset(("ministry", "affair", "government"))
WORDED = ("target", "victims", "member", "organization", "person")
"""Args whose names may be longer in one report than in the other."""
ANYBODY = frozenset(("people", "person", "man", "men", "victim", "resident", "individual"))
STATES = (Kind.ASSISTANCE, Kind.AGREEMENT, Kind.TERRITORY, Kind.SANCTION)
"""Of these, two reports without any date tell of one, where all who take part are the same."""
ANCHORS = ("target", "site", "place")
TOO_LOOSE = 3
"""Of so many things left out or worded otherwise, even one report speaks of two."""
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
    return _times(one, other, echo=echo, sure=bool(loose) or _is_telling(one, other))


def _is_next_bulletin(one: Told, other: Told) -> bool:
    """Whether an outlet counts strikes anew on another day, as bulletins do, in whatever words."""
    if one.claim.kind is not Kind.ATTACK or not one.numbers or one.is_dated or other.is_dated or one.is_once:
        return False
    return one.entry.report.outlet == other.entry.report.outlet and one.published != other.published


def _acts(one: Told, other: Told) -> bool | None:
    """Whether the acts differ a little; ``None`` where they are two."""
    loose = False
    for name in one.acts.keys() | other.acts.keys():
        mine, theirs = one.acts.get(name), other.acts.get(name)
        if mine == theirs:
            continue
        if mine is None or theirs is None or _may_be_one(name, mine, theirs):
            loose = True
        else:
            return None
    return loose


def _may_be_one(name: str, mine: Hashable, theirs: Hashable) -> bool:
    if name == "mode":
        return theirs in MODES.get(str(mine), ()) or mine in MODES.get(str(theirs), ())
    return name == "action" and {mine, theirs} <= GIVEN


def _names(one: Told, other: Told) -> bool | None:
    """Whether those who take part are told a little otherwise; ``None`` where they are others."""
    kind = one.claim.kind
    known = kind is Kind.SITE and "site" in one.claim.ids and one.names.get("site") == other.names.get("site")
    counts = (
        kind is Kind.SITE and one.unit == other.unit == "site" and "site" not in one.claim.ids and "site" not in other.claim.ids
    )
    loose = False
    for arg in one.names.keys() | other.names.keys():
        mine, theirs = one.names.get(arg), other.names.get(arg)
        if (
            mine == theirs
            or (known and arg in ("actor", "recipient", "place"))
            or (counts and arg in ("site", "recipient", "place"))
        ):
            continue
        if mine is None or theirs is None:
            loose = loose or arg in SPECS[kind].identifying
        elif not _named_alike(arg, one, other):
            return None
        else:
            loose = loose or arg not in ("role", "condition")
    return loose or (not known and not counts and bool(one.missing and other.missing))


def _named_alike(arg: str, one: Told, other: Told) -> bool:
    """Whether two values of an arg may mean one: a wider place, other words for the same goods, a longer title."""
    mine, theirs = one.names[arg], other.names[arg]
    if arg == "role":
        return _same_role(one.claim.arg(arg) or "", other.claim.arg(arg) or "")
    if arg == "condition" or (arg in ("place", "counting") and (one.is_once or _is_exact(one, other))):
        return True
    if arg in ("place", "site"):
        return _lies_in(arg, one, other) or _lies_in(arg, other, one) or _worded_alike(mine, theirs)
    if arg == "parties":
        return one.claim.kind is Kind.AGREEMENT and (mine <= theirs or theirs <= mine)
    if arg in FREE:
        return arg != "counting" and (_overlap(mine, theirs) or _is_same_number(one, other))
    if arg == "victims" and (_is_anybody(mine) or _is_anybody(theirs)):
        return _is_same_number(one, other)
    if arg == "recipient":
        return set(_tokens(mine)) ^ set(_tokens(theirs)) <= OFFICES
    return arg in WORDED and _worded_alike(mine, theirs)


def _worded_alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether the words of one name stand in the other: "embassy" and "US embassy"; or one is as wide as "people"."""
    one, other = (set(_tokens(names)) for names in (mine, theirs))
    return bool(one and other) and (one <= other or other <= one)


def _is_anybody(names: frozenset[str]) -> bool:
    return set(_tokens(names)) <= ANYBODY


def _overlap(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(set(_tokens(mine)) & set(_tokens(theirs)))


def _tokens(names: frozenset[str]) -> list[str]:
    """The words of names that carry meaning; of an id, those of its last part."""
    said = " ".join(name.rsplit("/", 1)[-1].removeprefix("onrecord:").replace("-", " ") for name in names)
    return [word.removesuffix("s") for word in SMALL.sub(" ", said).split()]


def _same_role(mine: str, theirs: str) -> bool:
    """Whether two titles are one: in another order ("Secretary of Defense"), or with what it is of ("ambassador to Iraq")."""
    one, other = (title.casefold() for title in (mine, theirs))
    words = [set(SMALL.sub(" ", title).split()) for title in (one, other)]
    return words[0] == words[1] or HEAD.split(one)[0] == other or HEAD.split(other)[0] == one


def _lies_in(arg: str, one: Told, other: Told) -> bool:
    """Whether the place of one is among the larger places of the other."""
    where = other.claim.locations.get(arg)
    return where is not None and (one.claim.arg(arg) or "") in where.within


def _numbers(one: Told, other: Told) -> bool | None:
    """Whether only one gives a number, or other ones that fit; ``None`` where they do not fit."""
    if not one.numbers or not other.numbers:
        if not one.numbers and not other.numbers:
            return False
        return None if one.claim.kind in (*NUMBERED, Kind.STATEMENT) else True
    if one.unit != other.unit and not _are_people(one, other):
        return None
    if one.numbers == other.numbers:
        return False
    both = one.numbers.keys() & other.numbers.keys()
    if one.claim.kind is not Kind.FORCE_CHANGE or not both & {"to", "delta"}:
        return None
    return False if all(one.numbers[name] == other.numbers[name] for name in both) else None


def _are_people(one: Told, other: Told) -> bool:
    return {one.unit, other.unit} == {"person", "personnel"} and one.claim.kind is Kind.CASUALTIES


def _is_same_number(one: Told, other: Told) -> bool:
    return bool(one.numbers) and one.numbers == other.numbers and one.unit == other.unit


def _is_exact(one: Told, other: Told) -> bool:
    """Whether both give the same number to so many digits that it can hardly be that of two counts."""
    return one.digits >= EXACT and _is_same_number(one, other)


def _is_telling(one: Told, other: Told) -> bool:
    return one.is_telling and _is_same_number(one, other)


def _count_alike(one: Told, other: Told) -> bool:
    """Whether a number whose counting is told may be one whose counting is not: by one report, one source, or in the same days."""
    if ("counting" in one.names) is ("counting" in other.names) or _is_exact(one, other):
        return True
    mine, theirs = one.entry, other.entry
    if mine.report.id == theirs.report.id or (mine.claim.source and mine.claim.source == theirs.claim.source):
        return True
    return one.is_dated is other.is_dated and _within(one, other, ECHOED)


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
    if one.claim.kind in LASTING or _is_state(one, other):
        return not one.missing and not other.missing
    near = _is_one_day(one, other) or _is_soon(one, other)
    if one.missing and other.missing and not (near or _is_anchored(one, other) or one.digits > 1):
        return False
    if _is_same_number(one, other):
        return near or _within(one, other, UNTIMED if apart == 0 or one.digits > 1 else 0) or (apart == 0 and one.digits > 1)
    room = COUNTED if one.claim.kind is Kind.AGREEMENT else ECHOED if not one.missing else SAME
    return apart == 0 and (not one.missing or _is_anchored(one, other)) and (near or _within(one, other, room))


def _lacking(one: Told, other: Told) -> set[str]:
    """Which of those who identify the thing one leaves out and the other gives; whoever hits a place that is named hits the target."""
    lacking = set(one.missing) - set(other.missing)
    if one.names.get("place", frozenset()) & other.names.get("target", frozenset()):
        lacking.discard("target")
    return lacking


def _is_soon(one: Told, other: Told) -> bool:
    """Whether one gives a single day, and the other, without a time, was reported on it or soon after."""
    for dated, bare in ((one, other), (other, one)):
        if dated.first is not None and dated.first == dated.last and not bare.is_dated and bare.published is not None:
            return 0 <= bare.published - dated.first <= ECHOED
    return False


def _is_anchored(one: Told, other: Told) -> bool:
    """Whether both name one known place, site or target."""
    return any(":" in name for arg in ANCHORS for name in one.names.get(arg, frozenset()) & other.names.get(arg, frozenset()))


def _is_one_day(one: Told, other: Told) -> bool:
    return one.first is not None and one.first == one.last and (one.first, one.last) == (other.first, other.last)


def _times(one: Told, other: Told, *, echo: bool, sure: bool) -> bool:
    """Whether both may be of one time."""
    mine, theirs = one.time, other.time
    if _is_one_count(one, other):
        return True
    if mine and theirs:
        if _same_when(mine, theirs) or _holds(one, other) or _holds(other, one):
            return True
        if (
            one.claim.status in AHEAD
            and _is_same_number(one, other)
            and same_date(mine.end or mine.start, theirs.end or theirs.start)
        ):
            return True
        return echo and mine.is_known and theirs.is_known and mine.text == theirs.text and _within(one, other, ECHOED)
    if one.entry.report.id == other.entry.report.id or one.claim.kind in LASTING:
        return True
    if one.is_once and other.is_once:
        return True
    if one.published is None or other.published is None:
        return (echo and (mine is None) == (theirs is None)) or sure or _is_state(one, other)
    if mine or theirs:
        return _is_near(*((one, other) if mine else (other, one)), echo=echo, sure=sure)
    return _within(one, other, ECHOED if echo else UNTIMED)


def _is_state(one: Told, other: Told) -> bool:
    """Whether nothing, neither words nor reports, gives a day to what goes on."""
    days = (one.time, other.time, one.published, other.published)
    return one.claim.kind in STATES and not one.missing and not one.numbers and all(day is None for day in days)


def _same_when(mine: Time, theirs: Time) -> bool:
    """Whether two times differ in nothing but precision; what is due is due at its end, and a year that is not known is any."""
    if same_time(mine, theirs):
        return True
    if mine.type is TimeType.DEADLINE and theirs.type is TimeType.DEADLINE:
        one, other = mine.end or mine.start, theirs.end or theirs.start
    elif mine.is_known is not theirs.is_known and mine.type is theirs.type:
        one, other = mine.start, theirs.start
    else:
        return False
    return same_date(one, other) or (one is not None and other is not None and "XXXX" in one + other and one[4:] == other[4:])


def _holds(wide: Told, narrow: Told) -> bool:
    """Whether the time of one lies in the other's, and that is no longer than a month."""
    if None in (wide.first, wide.last, narrow.first, narrow.last) or TimeType.DEADLINE in (
        wide.time.type if wide.time else None,
        narrow.time.type if narrow.time else None,
    ):
        return False
    return wide.last - wide.first <= UNTIMED and wide.first <= narrow.first and narrow.last <= wide.last  # type: ignore[operator]  # None is ruled out


def _is_near(dated: Told, other: Told, *, echo: bool, sure: bool) -> bool:
    """Whether what is told without a time was reported in the days of the time that the other gives, or as that was told."""
    assert other.published is not None
    first = dated.first if dated.first is not None else dated.last
    last = dated.last if dated.last is not None else dated.published
    if first is None or last is None:
        return _within(dated, other, ECHOED if echo else UNTIMED)
    room = COUNTED if sure and dated.claim.kind in FORCES else UNTIMED
    if first <= other.published <= last + room:
        return True
    return _within(dated, other, ECHOED if echo else UNTIMED) and min(other.published, dated.published or 0) - last <= room


def _is_one_count(one: Told, other: Told) -> bool:
    """Whether two claims of the same number of sites are one count: in one report, or over times that touch."""
    if one.claim.kind is not Kind.SITE or not one.numbers or "site" in one.claim.ids:
        return False
    if one.entry.report.id == other.entry.report.id:
        return True
    if None in (one.first, one.last, other.first, other.last):
        return False
    return one.first <= other.last and other.first <= one.last and _within(one, other, COUNTED)  # type: ignore[operator]  # None is ruled out


def _within(one: Told, other: Told, days: int) -> bool:
    return one.published is not None and other.published is not None and abs(one.published - other.published) <= days
