"""Whether two entries may be of one time: by their words, by the days of their reports, and by when a plan was announced."""

from __future__ import annotations

from onrecord.ledger.same import same_date, same_time
from onrecord.ledger.told import AHEAD, LASTING, Told
from onrecord.model import Kind, Time, TimeType

ECHOED = 7
UNTIMED = 31
"""Days within which reports must lie so that a thing without a time may be one; an echo of the same words has fewer."""
COUNTED = 92
"""Days within which reports that count the same sites ("eight bases") may tell of one count."""
FORCES = (Kind.FORCE_LEVEL, Kind.FORCE_CHANGE)
STATES = (Kind.ASSISTANCE, Kind.AGREEMENT, Kind.TERRITORY, Kind.SANCTION)
"""Of these, two reports without any date tell of one, where all who take part are the same."""


def times_agree(one: Told, other: Told, *, echo: bool, sure: bool) -> bool:
    """Whether both may be of one time."""
    mine, theirs = one.time, other.time
    if _is_one_count(one, other) or _is_one_announcement(one, other):
        return True
    if mine and theirs:
        if _same_when(mine, theirs) or _holds(one, other) or _holds(other, one):
            return True
        if one.claim.status in AHEAD and same_date(mine.end or mine.start, theirs.end or theirs.start):
            return True  # "in September" and "by the end of September"
        return echo and mine.is_known and theirs.is_known and mine.text == theirs.text and within(one, other, ECHOED)
    if one.entry.report.id == other.entry.report.id or one.claim.kind in LASTING:
        return True
    if one.is_once and other.is_once:
        return True
    if one.published is None or other.published is None:
        return (echo and (mine is None) == (theirs is None)) or sure or is_state(one, other)
    if mine or theirs:
        return _is_near(*((one, other) if mine else (other, one)), echo=echo, sure=sure)
    return within(one, other, ECHOED if echo else UNTIMED)


def is_state(one: Told, other: Told) -> bool:
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
        return within(dated, other, ECHOED if echo else UNTIMED)
    room = COUNTED if sure and dated.claim.kind in FORCES else UNTIMED
    if dated.claim.status in AHEAD and dated.published is not None:
        first = min(first, dated.published)  # of a plan is spoken from its announcement on
    if first <= other.published <= last + room:
        return True
    return within(dated, other, ECHOED if echo else UNTIMED) and min(other.published, dated.published or 0) - last <= room


def _is_one_count(one: Told, other: Told) -> bool:
    """Whether two claims of the same number of sites are one count: in one report, or over times that touch."""
    if one.claim.kind is not Kind.SITE or not one.numbers or "site" in one.claim.ids:
        return False
    if one.entry.report.id == other.entry.report.id:
        return True
    if None in (one.first, one.last, other.first, other.last):
        return False
    return one.first <= other.last and other.first <= one.last and within(one, other, COUNTED)  # type: ignore[operator]  # None is ruled out


def within(one: Told, other: Told, days: int) -> bool:
    """Whether both reports have a day, and these lie so near."""
    return one.published is not None and other.published is not None and abs(one.published - other.published) <= days


def _is_one_announcement(one: Told, other: Told) -> bool:
    """Whether two plans were announced on one day by their words, or one was by the report of the other."""
    if one.claim.status not in AHEAD or not _may_be_due_together(one, other):
        return False
    mine, theirs = one.announced, other.announced
    if mine is not None and theirs is not None:
        return mine == theirs
    for told, bare in ((one, other), (other, one)):
        if told.announced is not None and bare.published is not None and 0 <= bare.published - told.announced <= ECHOED:
            return True
    return False


def _may_be_due_together(one: Told, other: Told) -> bool:
    """Whether no two days are given by which a plan is to be done."""
    return not (one.is_dated and other.is_dated) or one.last == other.last
