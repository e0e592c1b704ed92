"""Sites as the ledger knows them: what was done with each, who holds it on a day, and counts that name none."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.fact import Fact
from onrecord.model.values import Quantity
from onrecord.model.vocabulary import Stage, Status


@dataclass(frozen=True, slots=True)
class SiteDay:
    """A day, month or year that reports give for one act, and the facts that give it.

    ``dated_by`` is ``text`` where their words say it, ``published`` where only the date of the report is known.
    """

    start: str | None
    end: str | None
    dated_by: str | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class SiteState:
    """One act that changed a site, or is to: handed over, vacated, closed, opened or seized.

    ``actors`` and ``recipients`` are all names that reports give, the first known first. ``days`` are all days that they give;
    where these cannot be one, ``differs`` is true. Nothing decides between them.
    """

    action: str | None
    status: Status
    stage: Stage | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    days: tuple[SiteDay, ...]
    differs: bool = False

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that tell of the act, each once."""
        return tuple(dict.fromkeys(fact for day in self.days for fact in day.facts))

    @property
    def first_day(self) -> str:
        """The earliest day that reports give, else the date of the first report that has one; empty where there is none."""
        days = [day for one in self.days if (day := one.start or one.end)]
        published = [entry.report.published for fact in self.facts for entry in fact.entries if entry.report.published]
        return min(days or published, default="")


@dataclass(frozen=True, slots=True)
class SiteHolding:
    """Who holds a site on a day: ``holder`` is ``None`` where nobody said, and ``why`` tells what is known instead.

    ``state`` is the last act up to the day, ``unknown`` where there is none or where it cannot be told; ``by`` are its facts, and
    ``told`` is when a report last told of it.
    """

    on: str
    state: str
    holder: str | None = None
    since: str | None = None
    why: str = ""
    told: str | None = None
    by: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteHistory:
    """What reports say of one site: acts done, in order, and apart from them what is planned, possible or denied.

    A site without a name of its own ("a base") is only that of its fact: no two such are taken for one.
    """

    site: str
    id: str | None
    place: str | None
    named: bool
    done: tuple[SiteState, ...] = ()
    planned: tuple[SiteState, ...] = ()
    possible: tuple[SiteState, ...] = ()
    denied: tuple[SiteState, ...] = ()
    holding: SiteHolding | None = None

    @property
    def states(self) -> tuple[SiteState, ...]:
        """All of them."""
        return (*self.done, *self.planned, *self.possible, *self.denied)

    @property
    def in_order(self) -> tuple[SiteState, ...]:
        """All of them by their days: a plan by when it is due, what has no day by its first report."""
        return tuple(sorted(self.states, key=lambda state: state.first_day))


@dataclass(frozen=True, slots=True)
class SiteCount:
    """Some number of sites that are not named ("eight bases were handed over"). Neither spread over named ones nor added to them."""

    sites: str
    quantity: Quantity
    state: SiteState


@dataclass(frozen=True, slots=True)
class Sites:
    """The sites that were asked for, as known on a day, each with its holder on the day ``on``."""

    on: str
    known: str
    place: str | None = None
    actor: str | None = None
    site: str | None = None
    histories: tuple[SiteHistory, ...] = ()
    counts: tuple[SiteCount, ...] = ()
    notes: tuple[str, ...] = ()
