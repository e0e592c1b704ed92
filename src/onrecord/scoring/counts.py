"""What a comparison adds up to: precision, recall and F1, slots, harm, and how statuses were taken for one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from onrecord.model import HEART, Kind, Status
from onrecord.scoring.judging import Verdict

LEVELS = ("found", "usable", "exact")


class Rates(NamedTuple):
    """Precision, recall and their harmonic mean, each from 0 to 1."""

    precision: float
    recall: float
    f1: float


def rates(hits: int, given: int, wanted: int) -> Rates:
    """``hits`` of so many given and so many wanted; a share of nothing is 0.

    >>> rates(1, 2, 4)
    Rates(precision=0.5, recall=0.25, f1=0.3333333333333333)
    """
    precision, recall = (hits / given if given else 0.0), (hits / wanted if wanted else 0.0)
    return Rates(precision, recall, 2 * hits / (given + wanted) if hits else 0.0)


@dataclass(slots=True)
class Tally:
    """Claims wanted and given, and how many of them agree."""

    wanted: int = 0
    given: int = 0
    found: int = 0
    usable: int = 0
    exact: int = 0

    def rates(self, level: str) -> Rates:
        """Precision, recall and F1 of ``found``, ``usable`` or ``exact``."""
        return rates(getattr(self, level), self.given, self.wanted)

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, name) + getattr(other, name) for name in ("wanted", "given", *LEVELS)))


@dataclass(slots=True)
class Score:
    """All that a comparison says. ``slots`` has (right, of) by name; ``statuses`` counts pairs (wanted, given) of the claims found,
    ``sources`` has (right, of) by whether the gold names a source."""

    kinds: dict[Kind, Tally] = field(default_factory=dict)
    slots: dict[str, tuple[int, int]] = field(default_factory=dict)
    statuses: Counter[tuple[str, str]] = field(default_factory=Counter)
    sources: dict[bool, tuple[int, int]] = field(default_factory=lambda: {True: (0, 0), False: (0, 0)})
    plans_as_facts: int = 0
    invented: int = 0
    identifying: int = 0
    missed: list[Mapping[str, Any]] = field(default_factory=list)
    spurious: list[Mapping[str, Any]] = field(default_factory=list)

    def tally(self, kind: Kind) -> Tally:
        """The tally of one kind, begun where there was none."""
        return self.kinds.setdefault(kind, Tally())

    def add(self, kind: Kind, verdict: Verdict) -> None:
        """Count a pair that was matched."""
        self.kinds[kind] = self.tally(kind) + Tally(found=1, usable=verdict.usable, exact=verdict.exact)
        for name, right in verdict.right.items():
            hits, of = self.slots.get(name, (0, 0))
            self.slots[name] = hits + right, of + 1
        rights, asked = self.sources[verdict.names_source]
        self.sources[verdict.names_source] = rights + verdict.right["source"], asked + 1
        if verdict.status is not None:
            self.statuses[verdict.status] += 1
        self.plans_as_facts += verdict.plan_as_fact
        self.invented += verdict.invented
        self.identifying += verdict.identifying

    @property
    def all(self) -> Tally:
        """The tally of every kind together."""
        return _sum(self.kinds.values())

    @property
    def heart(self) -> Tally:
        """The tally of the kinds that nobody else reads."""
        return _sum(tally for kind, tally in self.kinds.items() if kind in HEART)

    @property
    def invented_share(self) -> float:
        """Identifying args that the gold leaves open, of those given in claims found."""
        return self.invented / self.identifying if self.identifying else 0.0

    def source_share(self, *, named: bool) -> float:
        """How often the source is right in the claims found whose gold names one, or whose gold names none."""
        right, of = self.sources[named]
        return right / of if of else 0.0

    def status_rates(self) -> Iterator[tuple[Status, Rates]]:
        """Precision, recall and F1 of each status that is wanted or given in the claims found."""
        for status in Status:
            given = sum(n for (_, got), n in self.statuses.items() if got == status)
            wanted = sum(n for (want, _), n in self.statuses.items() if want == status)
            if given or wanted:
                yield status, rates(self.statuses[status, status], given, wanted)

    @property
    def status_f1(self) -> float:
        """The mean F1 of the statuses, each of the same weight however rare."""
        each = [rates.f1 for _, rates in self.status_rates()]
        return sum(each) / len(each) if each else 0.0


def _sum(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, Tally())
