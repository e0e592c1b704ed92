"""Who holds a site on a day, out of what was done with it. Where nobody said, it is unknown, and what is known instead is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.ledger.parties import Party, may_be_one
from onrecord.ledger.site_acts import Act, state_of
from onrecord.model.sites import SiteDay, SiteHolding, SiteState

UNKNOWN = "unknown"
GIVING = ("handed_over", "seized", "opened")
"""Acts that give the site to somebody."""
LEAVING = ("vacated",)
RANK = ("vacated", "closed", "opened", "handed_over", "seized")
"""The order of acts of one day: who comes, comes after who goes."""


@dataclass(slots=True)
class Standing:
    """How a site stands after the acts that were gone through."""

    state: str = UNKNOWN
    holder: Party | None = None
    since: str | None = None
    why: str = "nobody said"
    by: Act | None = None
    given: Act | None = None


def holding_on(day: date, acts: Iterable[Act]) -> SiteHolding:
    """Who holds the site at the end of a day. An act that may have been before or after the day leaves it unknown."""
    acts = list(acts)
    placed = _placed(acts)
    standing = Standing()
    for (first, last), act in placed:
        if last <= day:
            _apply(standing, act, first)
    open_ = [act for (first, last), act in placed if first <= day < last and _changes(standing, act)]
    if open_:
        act = open_[0]
        return SiteHolding(day.isoformat(), UNKNOWN, why=_open_words(state_of(act)), by=tuple(act.facts))
    if standing.by is None and (undated := next((act for act in acts if act.is_done and act.span() is None), None)) is not None:
        why = f"{act_words(undated.action)}, as a report without a date says; nobody said when"
        return SiteHolding(day.isoformat(), UNKNOWN, why=why, by=tuple(undated.facts))
    if standing.by is None:
        later = next((act for (first, _), act in placed if first > day), None)
        return SiteHolding(day.isoformat(), UNKNOWN, why=_before(later) if later else standing.why)
    facts = tuple(standing.by.facts)
    published = [entry.report.published for fact in facts for entry in fact.entries if entry.report.published]
    return SiteHolding(
        day.isoformat(),
        standing.state,
        holder=standing.holder.name if standing.holder else None,
        since=standing.since,
        why="" if standing.holder else standing.why,
        told=max(published, default=None),
        by=facts,
    )


def contests_in(acts: Iterable[Act]) -> Iterator[tuple[Act, Act]]:
    """Acts that give the site to others than an act does of which nobody says that it was before them."""
    standing = Standing()
    for (first, _), act in _placed(acts):
        before = standing.given
        if before is not None and act.action in GIVING:
            rivals = _rivals(standing, act, first)
            if any(not may_be_one(rival, taker) for rival in rivals for taker in takers_of(act)):
                yield before, act
        _apply(standing, act, first)


def day_words(day: SiteDay) -> str:
    """A day that reports give, as part of a sentence.

    >>> day_words(SiteDay("2020-03", "2020-03", "text", ())), day_words(SiteDay("2020-03-01", None, "text", ()))
    ('2020-03', 'from 2020-03-01')
    >>> day_words(SiteDay("2020-03-29", "2020-03-29", "published", ()))
    'by 2020-03-29'
    """
    if day.dated_by == "published":
        return f"by {day.end}"
    if day.start and day.end:
        return day.start if day.start == day.end else f"{day.start} to {day.end}"
    return f"from {day.start}" if day.start else f"until {day.end}" if day.end else "an unknown day"


def act_words(action: str | None) -> str:
    """An action as it is read: "handed over"."""
    return (action or "changed").replace("_", " ")


def _placed(acts: Iterable[Act]) -> list[tuple[tuple[date, date], Act]]:
    """The acts that were done, each with the days on which it can have been, in their order."""
    return sorted(((span, act) for act in acts if act.is_done and (span := act.span())), key=_order)


def _order(placed: tuple[tuple[date, date], Act]) -> tuple[date, date, int, str]:
    (first, last), act = placed
    rank = RANK.index(act.action) if act.action in RANK else len(RANK)
    return (last, first, rank, act.facts[0].claim.id)


def _apply(standing: Standing, act: Act, first: date) -> None:
    """What an act makes of the site."""
    state = state_of(act)
    day, since = state.days[0], _since(state)
    if act.action in GIVING:
        takers = takers_of(act)
        rivals = _rivals(standing, act, first)
        if not _agree((*takers, *rivals)):
            standing.state, standing.holder, standing.since = UNKNOWN, None, None
            standing.why = f"reports differ on who came last: {' or '.join(party.name for party in (*rivals, *takers))}"
        else:
            standing.state, standing.holder, standing.since = str(act.action), next(iter(takers), None), since
            standing.why = (
                f"{act_words(act.action)} ({day_words(day)}); nobody said {'by' if act.action == 'seized' else 'to'} whom"
            )
        standing.by = standing.given = act
    elif act.action in LEAVING and _leaves(standing, act):
        who = f" by {_first(act.actors)}" if act.actors else ""
        standing.state, standing.holder, standing.since = "vacated", None, since
        standing.why, standing.by = f"vacated{who} ({day_words(day)}); nobody said who came after", act
    elif act.action == "closed":
        standing.state, standing.since, standing.by = "closed", since, act
        standing.why = f"closed ({day_words(day)}); nobody said who held it"


def _since(state: SiteState) -> str | None:
    """Since when a site is as an act made it, ``None`` where only the date of a report is known."""
    return " or ".join(day_words(day) for day in state.days if day.dated_by == "text") or None


def takers_of(act: Act) -> tuple[Party, ...]:
    """To whom an act gives the site: who received it and did not give it on, or who seized or opened it."""
    actors = tuple(act.actors.values())
    if act.action == "seized":
        return actors
    got = tuple(party for key, party in act.recipients.items() if key not in act.actors)
    return got or (actors if act.action == "opened" else ())


def _agree(parties: Iterable[Party]) -> bool:
    """Whether all of these names may be one party."""
    parties = tuple(parties)
    return all(may_be_one(one, other) for number, one in enumerate(parties) for other in parties[:number])


def _rivals(standing: Standing, act: Act, first: date) -> tuple[Party, ...]:
    """Those to whom another act gave the site on days of which nobody says that they were before these."""
    before = standing.given
    span = before.span() if before else None
    if before is None or span is None or (first >= span[1] and first > span[0] and not _is_retold(before, act)):
        return ()
    return tuple(party for party in takers_of(before) if party.key not in act.actors)  # who had just got it gave it on


def _is_retold(before: Act, act: Act) -> bool:
    """Whether an act that only its report dates may be the one before, told otherwise: a handover by the same who had given it away."""
    if act.told or {act.action, before.action} != {"handed_over"}:
        return False
    return not act.actors.keys().isdisjoint(before.actors)


def _leaves(standing: Standing, act: Act) -> bool:
    """Whether those who went are those who held it, or nobody knows who did."""
    holder = standing.holder
    return holder is None or not act.actors or any(may_be_one(holder, party) for party in act.actors.values())


def _changes(standing: Standing, act: Act) -> bool:
    """Whether it matters if the act was before the day or after it."""
    if act.action in GIVING:
        takers = takers_of(act)
        return standing.holder is None or not takers or not _agree((standing.holder, *takers))
    return act.action not in LEAVING or _leaves(standing, act)


def _open_words(state: SiteState) -> str:
    days = " or ".join(day_words(day) for day in state.days if day.dated_by)
    return (
        f"{act_words(state.action)} at some time in {days}"
        if not state.differs
        else f"{act_words(state.action)} on {days}: reports differ"
    )


def _before(act: Act) -> str:
    """What a later act says of those who held the site before it."""
    day = day_words(state_of(act).days[0])
    if act.action in ("handed_over", "vacated") and act.actors:
        return f"{act_words(act.action)} later by {_first(act.actors)} ({day}); nobody said since when it was there"
    return f"nobody said; first told of: {act_words(act.action)} ({day})"


def _first(parties: dict[str, Party]) -> str:
    return next(iter(parties.values())).name
