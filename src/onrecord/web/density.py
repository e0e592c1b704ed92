"""How much there is when: a strip of bars over the time that a list covers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model import Fact

MOST_BARS = 120


@dataclass(frozen=True, slots=True)
class Bar:
    """So many facts in a month, year or decade; ``since`` and ``until`` ask for them."""

    label: str
    since: str
    until: str
    count: int
    share: float


def day_of(fact: Fact) -> str | None:
    """The first day of a fact, by its words or else by its report; partial where no more is known."""
    time = fact.time
    day = (time.start or time.end) if time else None
    day = day or fact.report.published
    return day if day and not day.startswith("X") else None


def density_of(facts: Iterable[Fact]) -> tuple[Bar, ...]:
    """Bars by month where that makes few enough of them, else by year, else by ten years; empty stretches have bars of height 0."""
    days = [day for fact in facts if (day := day_of(fact))]
    if not days:
        return ()
    months = sorted(day[:7] if len(day) >= 7 else f"{day}-01" for day in days)
    first, last = months[0], months[-1]
    span = (int(last[:4]) - int(first[:4])) * 12 + int(last[5:]) - int(first[5:]) + 1
    if span <= MOST_BARS:
        counts = Counter(months)
        labels = [_month(first, step) for step in range(span)]
        return _bars((label, label, label, counts[label]) for label in labels)
    years = Counter(int(day[:4]) for day in days)
    step = 1 if span <= 12 * MOST_BARS else 10
    begins = range(min(years) // step * step, max(years) + 1, step)
    return _bars(
        (
            f"{year}" if step == 1 else f"{year}s",
            f"{year:04}",
            f"{year + step - 1:04}",
            sum(years[year + n] for n in range(step)),
        )
        for year in begins
    )


def _month(first: str, step: int) -> str:
    number = int(first[:4]) * 12 + int(first[5:]) - 1 + step
    return f"{number // 12:04}-{number % 12 + 1:02}"


def _bars(rows: Iterable[tuple[str, str, str, int]]) -> tuple[Bar, ...]:
    told = list(rows)
    most = max(count for *_, count in told)
    return tuple(Bar(label, since, until, count, round(count / most, 3)) for label, since, until, count in told)
