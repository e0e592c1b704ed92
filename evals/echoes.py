"""Echoes: copies of the project's own reports, edited as outlets edit, among reports on the same matters that are nobody's copies."""

from __future__ import annotations

import random
import re
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from pathlib import Path

from evals.data import CHECKOUT, load_reports
from onrecord.ledger import Ledger, listed
from onrecord.ledger.echoes import prints_of
from onrecord.model import Report
from onrecord.samples import sample_paths

GOLD = CHECKOUT / "evals" / "gold"
SEED, MANY = 744, 200
WORD = re.compile(r"[^\W\d_]+")
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
COPIES_IN_SAMPLES = ("2020-11-18-harbor-2500-by-january", "2020-11-18-two-rivers-pentagon-order")
OUTLETS = ("Morning Ledger", "Coast Herald", "The Plain Dealer's Post", "Valley Observer", "Evening Standard-Bearer")
Edit = Callable[[str, random.Random, list[str]], str]


def reworded(share: float) -> Edit:
    """Another word for so many of the words, here and there."""

    def edit(text: str, chance: random.Random, words: list[str]) -> str:
        return WORD.sub(lambda word: chance.choice(words) if chance.random() < share else word.group(), text)

    return edit


def cut(text: str, chance: random.Random, words: list[str]) -> str:
    """The end cut off, as where there is no room."""
    sentences = SENTENCE.split(text)
    return " ".join(sentences[: max(2, round(len(sentences) * chance.uniform(0.4, 0.7)))])


def brief(text: str, chance: random.Random, words: list[str]) -> str:
    """The first two sentences alone."""
    return " ".join(SENTENCE.split(text)[:2])


def extended(text: str, chance: random.Random, words: list[str]) -> str:
    """Cut, and with reporting of the outlet's own in front."""
    own = " ".join(SENTENCE.split(chance.choice(elsewhere()))[:4])
    return f"{own}\n\n{cut(text, chance, words)}"


def cut_and_reworded(text: str, chance: random.Random, words: list[str]) -> str:
    """Cut and edited."""
    return reworded(0.2)(cut(text, chance, words), chance, words)


EDITS: dict[str, Edit] = {
    "whole": lambda text, chance, words: text,
    "10 % of the words": reworded(0.1),
    "20 % of the words": reworded(0.2),
    "30 % of the words": reworded(0.3),
    "cut": cut,
    "cut, 20 % of the words": cut_and_reworded,
    "brief": brief,
    "own words before": extended,
}


@cache
def elsewhere() -> tuple[str, ...]:
    """Texts about other things, which nobody else has."""
    return tuple(report.text for report in load_reports(sorted((GOLD / "ordinary" / "reports").glob("a-*.json"))))


def measure_echoes(show: Callable[[str], None]) -> Iterator[tuple[str, float]]:
    """Of the pairs of reports that carry one text, how many are found, and of those found, how many do; and what it costs."""
    made = reports()
    with tempfile.TemporaryDirectory() as folder, Ledger.create(Path(folder) / "echoes.db") as ledger:
        began = time.process_time()
        for report, _, _ in made:
            ledger.add(report, [])
        spent = time.process_time() - began
        families = {one.report.id: one.report.origin or one.report.id for one in listed(ledger)}
    found, right, true = pairs(made, families)
    yield "echoes: precision of pairs", right / found
    yield "echoes: recall of pairs", right / true
    yield "echoes: added, ms a report", 1000 * spent / len(made)
    yield "echoes: prints of 744 words, ms a report", 1000 * seconds_of_prints()
    show(missed(made, families))


def reports() -> list[tuple[Report, str, str]]:
    """Reports with the id of the text that each carries and the way in which it was edited, in no order of time."""
    chance = random.Random(SEED)
    seeds = [report for report in load_reports(sample_paths()) if report.id not in COPIES_IN_SAMPLES]
    own = load_reports(sorted((GOLD / "posture" / "reports").glob("a-*.json")))
    words = sorted({word for seed in seeds for word in WORD.findall(seed.text)})
    made = [(report, report.id, "") for report in (*seeds, *own, *series(chance))]
    names = list(EDITS)
    for number in range(MANY - len(made)):
        seed, name = seeds[number % len(seeds)], names[(number + number // len(seeds)) % len(names)]
        made.append((copy(seed, number, EDITS[name](seed.text, chance, words)), seed.id, name))
    chance.shuffle(made)
    return made


def copy(seed: Report, number: int, text: str) -> Report:
    """The report as another outlet carries it, on the same day or soon after, under a headline of its own."""
    day = date.fromisoformat(seed.published or "2020-12-01") + timedelta(days=number % 3)
    return Report(
        f"copy-{number}", text, title=f"Headline {number}", published=day.isoformat(), outlet=OUTLETS[number % len(OUTLETS)]
    )


def series(chance: random.Random) -> Iterator[Report]:
    """Daily releases of one office: the same form, each on another day's doings."""
    towns = ("Norwick", "Eastmere", "Oldbridge", "Harrow Point", "Stonefield")
    for day in range(20):
        lines = [
            f"Near {chance.choice(towns)}, {chance.randint(2, 9)} sorties hit {chance.randint(2, 9)} positions and a {chance.choice(WORKS)}."
            for _ in range(5)
        ]
        head = "The joint staff said that aircraft of the alliance flew missions against the rebels on the day before."
        when = date(2020, 3, 1) + timedelta(days=day)
        yield Report(f"series-{day}", f"{head} {' '.join(lines)}", published=when.isoformat(), outlet="Joint Staff")


WORKS = ("bridge", "depot", "tunnel", "launcher", "workshop", "command post")


def pairs(made: list[tuple[Report, str, str]], families: dict[str, str]) -> tuple[int, int, int]:
    """How many pairs were found, how many of them rightly, and how many there are."""
    count: Counter[str] = Counter()
    for (one, mine, _), (other, theirs, _) in combinations(made, 2):
        said, is_true = families[one.id] == families[other.id], mine == theirs
        count.update(found=said, right=said and is_true, true=is_true)
    return count["found"], count["right"], count["true"]


def missed(made: list[tuple[Report, str, str]], families: dict[str, str]) -> str:
    """By the way of editing, of how many copies the original was found."""
    rows: dict[str, list[bool]] = {}
    for report, seed, name in made:
        if name:
            rows.setdefault(name, []).append(families[report.id] == families[seed])
    return "\n".join(f"{name:<24} {sum(rows[name])} of {len(rows[name])} copies" for name in EDITS)


def seconds_of_prints(times: int = 100) -> float:
    """What reading the prints of a report of 744 words takes."""
    [first, *others] = load_reports(sample_paths())
    words = " ".join(report.text for report in (first, *others)).split()[:744]
    report = replace(first, text=" ".join(words), dateline=None, repeats=())
    began = time.process_time()
    for _ in range(times):
        _ = prints_of(report).keys
    return (time.process_time() - began) / times
