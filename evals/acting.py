"""Reports made up by number, a plan of what is done to them, and a program that carries the plan out and says how far it is.

``python -m evals.acting LEDGER REPORTS`` goes on where the ledger stands and writes the number of each step to standard output once
it is committed. It is there to be killed: the ledger must always hold the plan up to some step, whole, and nothing beyond.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from sqlalchemy import select, text

from onrecord.ledger import Ledger, judge, reread
from onrecord.ledger.schema import claims, judged_claims, judgements, readings, reports
from onrecord.model import Act, Claim, Frozen, Kind, Quantity, Report, Span

ACTORS = ("Norland", "Sudmark", "Estavia", "Westria", "Osterlund")
PLACES = ("Averna", "Belmora", "Corvia", "Dalmora", "Elbia", "Fernia", "Galvia")
READY = b"ready\n"

Thing = tuple[str, ...]
"""A row that a ledger should hold: what it is, and what tells it from others of its sort."""


@dataclass(frozen=True, slots=True)
class Step:
    """One transaction: a report added, judged or read again."""

    does: str
    report: int


def plan_of(number: int) -> list[Step]:
    """What is done to so many reports, in order: each is added, some are judged and some read again a little later."""
    steps: list[Step] = []
    for report in range(number):
        steps.append(Step("add", report))
        if report % 5 == 4:
            steps.append(Step("judge", report - 2))
        if report % 7 == 6:
            steps.append(Step("reread", report - 3))
    return steps


@cache
def made_up(number: int) -> tuple[Report, tuple[Claim, ...]]:
    """A report and its three claims. Nobody and no place in it exists."""
    actor, place = ACTORS[number % len(ACTORS)], PLACES[number % len(PLACES)]
    rows = (
        (f"{100 + number} soldiers of {actor} are in {place}, says dispatch{number}.", Kind.FORCE_LEVEL, {}, 100 + number),
        (f"{actor} sends {number % 90 + 1} more to {place}, says dispatch{number}.", Kind.FORCE_CHANGE, {"direction": "increase"}, None),
        (f"A rocket of {actor} hits {place}, says dispatch{number}.", Kind.ATTACK, {"mode": "rocket"}, None),
    )  # fmt: skip
    words = " ".join(row[0] for row in rows)
    published = f"20{10 + number // 336 % 10}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    report = Report(f"r{number:05}", words, published=published, outlet="Made-up Wire")
    made = []
    for sentence, kind, more, level in rows:
        begin = words.index(sentence)
        who = {"attacker" if kind is Kind.ATTACK else "actor": actor, "place": place}
        quantity = Quantity(value=level, unit="personnel") if level else None
        made.append(Claim(report.id, kind, Span(begin, begin + len(sentence)), Frozen(who | more), quantity))
    return report, tuple(made)


def corrected(number: int) -> Claim:
    """The level of a report as an analyst would have it."""
    return replace(made_up(number)[1][0], quantity=Quantity(value=90 + number, unit="personnel"))


def read_anew(number: int) -> tuple[Claim, ...]:
    """What a newer version reads in a report: the last of its claims otherwise."""
    *same, last = made_up(number)[1]
    return (*same, replace(last, args=Frozen({**last.args, "mode": "shelling"})))


def verdict_on(number: int) -> Act:
    """What the analyst decides about the first claim of a report."""
    return Act.REJECT if number % 2 else Act.CORRECT


def do(ledger: Ledger, step: Step) -> None:
    """Carry out one step."""
    report, found = made_up(step.report)
    if step.does == "add":
        ledger.add(report, found)
    elif step.does == "reread":
        reread(ledger, report.id, read_anew(step.report))
    else:
        act = verdict_on(step.report)
        judge(ledger, act, [found[0].id], by="analyst", value=corrected(step.report) if act is Act.CORRECT else None)


def wanted_after(steps: Sequence[Step]) -> Counter[Thing]:
    """What a ledger holds after these steps."""
    things: Counter[Thing] = Counter()
    stands: dict[str, bool] = {}
    for step in steps:
        report, found = made_up(step.report)
        if step.does == "judge":
            act = verdict_on(step.report)
            things["judgement", found[0].id, act.value] += 1
            stands[found[0].id] = False
            if act is Act.CORRECT:
                stands[corrected(step.report).id] = True
            continue
        things["reading", report.id] += 1
        if step.does == "add":
            things["report", report.id] += 1
            stands |= {claim.id: True for claim in found}
        else:
            stands |= {found[-1].id: False, read_anew(step.report)[-1].id: True}
    for id, standing in stands.items():
        things["claim", id, "stands" if standing else "stood"] += 1
        things["words", id] += 1
    return things


def held_by(ledger: Ledger) -> Counter[Thing]:
    """What a ledger holds, row by row."""
    with ledger.reading() as connection:
        rows: list[Thing] = [("report", id) for id in connection.scalars(select(reports.c.id))]
        of_report = select(reports.c.id).join(readings, readings.c.report == reports.c.number)
        rows += [("reading", id) for id in connection.scalars(of_report)]
        told = select(judged_claims.c.claim, judgements.c.act).join(
            judgements, judgements.c.number == judged_claims.c.judgement
        )
        rows += [("judgement", claim, act) for claim, act in connection.execute(told)]
        for id, until in connection.execute(select(claims.c.id, claims.c.until)):
            rows.append(("claim", id, "stands" if until is None else "stood"))
        indexed = text("SELECT claims.id FROM claims_fts_docsize AS entry LEFT JOIN claims ON claims.number = entry.id")
        rows += [("words", id or "of no claim") for id in connection.scalars(indexed)]
    return Counter(rows)


def steps_in(held: Counter[Thing]) -> int:
    """How many steps a ledger that holds this has seen: each leaves one reading or one judgement."""
    return sum(times for thing, times in held.items() if thing[0] in ("reading", "judgement"))


def carry_out(path: Path, steps: Sequence[Step], *, pages: int | None = None) -> Iterator[int]:
    """Go on with the plan from where the ledger stands, and give the number of each step after its commit.

    ``pages`` is after how many pages the log is copied into the file, which is seldom else.
    """
    with Ledger.open(path) if path.exists() else Ledger.create(path) as ledger:
        if pages:
            with ledger.reading() as connection:
                connection.exec_driver_sql(f"PRAGMA wal_autocheckpoint={pages}")
        for number in range(steps_in(held_by(ledger)), len(steps)):
            do(ledger, steps[number])
            yield number + 1


def main() -> None:
    """Carry a plan out. What is written goes to the system at once, which outlives this process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("reports", type=int)
    parser.add_argument("--pages", type=int)
    args = parser.parse_args()
    os.write(1, READY)
    for number in carry_out(args.ledger, plan_of(args.reports), pages=args.pages):
        os.write(1, b"%d\n" % number)


if __name__ == "__main__":
    main()
