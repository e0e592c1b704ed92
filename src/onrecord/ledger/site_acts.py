"""The acts that change a site: which facts tell of one act, and on which days they put it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from onrecord.ledger.clock import days_of, known_since
from onrecord.ledger.facts import is_underway, order_of_fact, published_of
from onrecord.ledger.parties import Party, may_be_one, parties_of
from onrecord.model import Fact, Stage, Status, Time, TimeType, last_day
from onrecord.model.sites import SiteDay, SiteState

NEAR = timedelta(days=31)
"""So far apart may reports put one act, where nothing else happened between the days."""
RETOLD = timedelta(days=400)
"""So long after an act it may be told again without its day."""


@dataclass(frozen=True, slots=True)
class Told:
    """A day as a claim gives it; ``first`` and ``last`` are the days that it can mean, ``known`` when its report was known."""

    start: str | None
    end: str | None
    first: date
    last: date
    known: date
    fact: Fact

    def touches(self, other: Told) -> bool:
        """Whether both may be one day."""
        return self.first <= other.last and other.first <= self.last

    def contains(self, other: Told) -> bool:
        """Whether it says the same less exactly."""
        return self.first <= other.first and other.last <= self.last

    @property
    def width(self) -> int:
        """How many days it can mean."""
        return (self.last - self.first).days


@dataclass(slots=True)
class Act:
    """The facts of one act, with the days that they give and those who took part."""

    action: str | None
    status: Status
    stage: Stage | None
    told: list[Told] = field(default_factory=list)
    undated: list[Fact] = field(default_factory=list)
    actors: dict[str, Party] = field(default_factory=dict)
    recipients: dict[str, Party] = field(default_factory=dict)

    @property
    def facts(self) -> list[Fact]:
        """All facts of the act, in the order in which they became known."""
        return sorted({*(told.fact for told in self.told), *self.undated}, key=order_of_fact)

    @property
    def is_done(self) -> bool:
        """Whether reports say that it happened."""
        return self.status is Status.ACTUAL and self.stage is not Stage.UNDERWAY

    @property
    def is_past(self) -> bool:
        """Whether it was done, or denied, by the day of the report: of a plan, that day says nothing."""
        return self.is_done or self.status in (Status.POSSIBLE, Status.DENIED)

    def span(self) -> tuple[date, date] | None:
        """The first and the last day on which it can have been; what is done was done before it was reported."""
        if told := exact(self.told):
            lasts = (min(one.last, max(one.first, one.known)) if self.is_done else one.last for one in told)
            return (min(one.first for one in told), max(lasts))
        reported = self.reported()
        day = last_day(reported) if reported else None
        return (day, day) if day else None

    def reported(self) -> str | None:
        """The publication date of the first report of the act that has one."""
        return next((published for fact in self.facts if (published := published_of(fact))), None)


def acts_of(facts: Iterable[Fact]) -> list[Act]:
    """The acts that facts of one site tell of, the exactly dated first, so that a vague day joins the one act that it fits."""
    facts = list(facts)
    dated = {fact: tuple(told_of(fact)) for fact in facts}
    days = {fact: tuple(exact(told)) for fact, told in dated.items()}
    turns = [(told, _key(fact)) for fact in facts if _key(fact)[1] is Status.ACTUAL for told in days[fact]]
    acts: list[Act] = []
    for fact in sorted(facts, key=lambda fact: _by_exactness(days[fact], fact)):
        fitting = [act for act in acts if _key_of(act) == _key(fact) and _parties_fit(act, fact)]
        act = _act_for(fact, days[fact], fitting, turns)
        if act is None:
            action, status, underway = _key(fact)
            act = Act(action, status, Stage.UNDERWAY if underway else fact.claim.stage)
            acts.append(act)
        _take(act, fact, dated[fact])
    return acts


def state_of(act: Act, *, every_day: bool = False) -> SiteState:
    """The act as an answer shows it; a day that another tells more exactly only where ``every_day`` is asked for."""
    facts = act.facts
    order = {fact: number for number, fact in enumerate(facts)}
    days: dict[tuple[str | None, str | None], list[Fact]] = {}
    kept = exact(act.told)
    for told in act.told:
        best = told if every_day else next(one for one in kept if one.contains(told) or told.contains(one))
        days.setdefault((best.start, best.end), []).append(told.fact)
    shown = [
        SiteDay(start, end, "text", tuple(sorted(set(of), key=order.__getitem__)))
        for (start, end), of in sorted(days.items(), key=_by_day)
    ]
    if act.undated:
        reported = act.reported() if act.is_past and not shown else None
        undated = tuple(sorted(act.undated, key=order.__getitem__))
        shown.append(SiteDay(reported, reported, "published" if reported else None, undated))
    return SiteState(
        act.action, act.status, act.stage, _names(act.actors), _names(act.recipients), tuple(shown), differs=_differ(kept)
    )


def exact(told: Iterable[Told]) -> list[Told]:
    """The days without those that say the same less exactly, each once."""
    kept: list[Told] = []
    for one in sorted(told, key=lambda one: (one.width, one.first, order_of_fact(one.fact))):
        if not any(one.contains(other) for other in kept):
            kept.append(one)
    return kept


def told_of(fact: Fact) -> Iterator[Told]:
    """The days that the claims of a fact give, each once."""
    seen = set()
    for entry in fact.entries:
        days = days_of(entry.claim.time)
        first, last = days.first or days.last, days.last or days.first
        if entry.claim.time is None or first is None or last is None:
            continue
        start, end = _ends(entry.claim.time)
        if (start, end) not in seen:
            seen.add((start, end))
            known = date.fromisoformat(known_since(entry.report))
            yield Told(start, end, date.fromisoformat(first), date.fromisoformat(last), known, fact)


def _ends(time: Time) -> tuple[str | None, str | None]:
    if time.type in (TimeType.POINT, TimeType.DEADLINE):
        return (time.start or time.end, time.end or time.start)
    return (time.start, time.end)


Turn = tuple[Told, tuple[str | None, Status, bool]]


def _act_for(fact: Fact, told: tuple[Told, ...], fitting: list[Act], turns: list[Turn]) -> Act | None:
    """The act that a fact tells of: by its day, else by a day near it, or else the last one before the report."""
    if not told:
        return _retold(fact, fitting, turns)
    same = [act for act in fitting if any(mine.touches(theirs) for mine in told for theirs in exact(act.told))]
    if same:
        return same[0] if len(same) == 1 else None
    near = [act for act in fitting if any(_is_near(mine, theirs, turns, fact) for mine in told for theirs in exact(act.told))]
    return near[0] if len(near) == 1 else None


def _is_near(one: Told, other: Told, turns: list[Turn], fact: Fact) -> bool:
    earlier, later = sorted((one, other), key=lambda told: told.first)
    return later.first - earlier.last <= NEAR and not _turned(earlier.last, later.first, turns, fact)


def _turned(after: date, before: date, turns: list[Turn], fact: Fact) -> bool:
    """Whether something else happened to the site between two days."""
    return any(key[0] != _key(fact)[0] and after < told.first and told.last < before for told, key in turns)


def _retold(fact: Fact, fitting: list[Act], turns: list[Turn]) -> Act | None:
    published = published_of(fact)
    day = last_day(published) if published else None
    if day is None:
        return None
    spans = [(span, act) for act in fitting if (span := act.span())]
    past = [(span, act) for span, act in spans if span[0] <= day and day - span[1] <= _reach(act)]
    ahead = [] if fact.claim.status is Status.ACTUAL else [(span, act) for span, act in spans if span[0] > day]
    found = max(past, key=lambda one: one[0], default=None) or min(ahead, key=lambda one: one[0], default=None)
    return None if found is None or _turned(found[0][1], day, turns, fact) else found[1]


def _reach(act: Act) -> timedelta:
    return RETOLD if act.told else NEAR


def _take(act: Act, fact: Fact, told: tuple[Told, ...]) -> None:
    act.told += told
    if not told:
        act.undated.append(fact)
    for parties, arg in ((act.actors, "actor"), (act.recipients, "recipient")):
        for party in parties_of(fact, arg):
            parties.setdefault(party.key, party)


def _parties_fit(act: Act, fact: Fact) -> bool:
    pairs = ((act.actors, "actor"), (act.recipients, "recipient"))
    return all(
        may_be_one(mine, theirs) for parties, arg in pairs for mine in parties.values() for theirs in parties_of(fact, arg)
    )


def _key(fact: Fact) -> tuple[str | None, Status, bool]:
    claim = fact.claim
    return (claim.arg("action"), claim.status, is_underway(claim))


def _key_of(act: Act) -> tuple[str | None, Status, bool]:
    return (act.action, act.status, act.status is Status.ACTUAL and act.stage is Stage.UNDERWAY)


def _by_exactness(told: tuple[Told, ...], fact: Fact) -> tuple[object, ...]:
    if not told:
        return (1, 0, date.min, order_of_fact(fact))
    best = min(told, key=lambda one: (one.width, one.first))
    return (0, best.width, best.first, order_of_fact(fact))


def _by_day(item: tuple[tuple[str | None, str | None], list[Fact]]) -> tuple[str, str]:
    (start, end), _ = item
    return (start or end or "", end or "")


def _names(parties: dict[str, Party]) -> tuple[str, ...]:
    return tuple(party.name for party in parties.values())


def _differ(kept: list[Told]) -> bool:
    return any(not one.touches(other) for number, one in enumerate(kept) for other in kept[:number])
