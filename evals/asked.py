"""The questions that the ledger is timed with: of whom and of where the claims tell, often or seldom, on days of theirs."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from onrecord.errors import UnknownName
from onrecord.ledger import Ledger, due, footprint, levels, timeline
from onrecord.model import Kind

PAGE = 50
OFTEN, EVENLY = "by frequency", "evenly"
EVENTS = tuple(kind for kind in Kind if kind not in (Kind.STATEMENT, Kind.ROLE))


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody somewhere on a day, as a claim of this ``number`` has them, and two words of its sentence."""

    actor: str
    place: str
    day: date
    words: tuple[str, str]
    kind: Kind
    number: int

    def after(self, days: int) -> date:
        """A day so much later."""
        return self.day + timedelta(days=days)


Question = Callable[[Ledger, Subject], object]
QUESTIONS: dict[str, Question] = {
    "footprint": lambda book, on: footprint(book, on.actor, place=on.place, on=on.day),
    "footprint, as known then": lambda book, on: footprint(book, on.actor, place=on.place, on=on.day, known=on.after(30)),
    "levels": lambda book, on: levels(book, on.actor, place=on.place),
    "timeline of an actor, a page": lambda book, on: timeline(book, actor=on.actor, since=on.day, limit=PAGE),
    "timeline of a place, a page": lambda book, on: timeline(book, place=on.place, since=on.day, limit=PAGE),
    "timeline of a kind, a page": lambda book, on: timeline(book, kind=on.kind, place=on.place, since=on.day, limit=PAGE),
    "timeline of both, a month": lambda book, on: timeline(
        book, actor=on.actor, place=on.place, since=on.day, until=on.after(30)
    ),
    "due of an actor in a place": lambda book, on: due(book, actor=on.actor, place=on.place, since=on.day, until=on.after(90)),
    "due of an actor, a month": lambda book, on: due(book, actor=on.actor, since=on.day, until=on.after(30)),
    "due in a place, a month": lambda book, on: due(book, place=on.place, since=on.day, until=on.after(30)),
    "full text, a word": lambda book, on: book.claims(text=on.words[0], limit=PAGE),
    "full text, two words": lambda book, on: book.claims(text=" ".join(on.words), limit=PAGE),
    "full text, a phrase": lambda book, on: book.claims(text=f'"{" ".join(on.words)}"', limit=PAGE),
    "claims of an actor": lambda book, on: book.claims(actor=on.actor, limit=PAGE),
    "claims of an actor in a place": lambda book, on: book.claims(actor=on.actor, place=on.place, since=on.day, limit=PAGE),
}


def subjects(path: Path, number: int, *, seed: int = 2) -> dict[str, list[Subject]]:
    """So many subjects, drawn as claims have them, and drawn from all pairs of an actor and a place alike."""
    chance = random.Random(seed)
    with closing(sqlite3.connect(path)) as raw:
        [last] = raw.execute("SELECT max(number) FROM claims").fetchone()
        often = list(islice(_of(raw, chance, (chance.randint(1, last) for _ in range(30 * number))), number))
        some = list(_of(raw, chance, (chance.randint(1, last) for _ in range(60 * number))))
    by_pair = {(one.actor, one.place): one for one in some}
    pairs = sorted(by_pair)
    return {
        OFTEN: often,
        EVENLY: [by_pair[pair] for pair in chance.sample(pairs, min(number, len(pairs)))],
    }


def _of(raw: sqlite3.Connection, chance: random.Random, numbers: Iterator[int]) -> Iterator[Subject]:
    for number in numbers:
        args = dict(raw.execute("SELECT arg, value FROM claim_args WHERE claim = ? AND position = 0", (number,)))
        actor = next((args[arg] for arg in ("actor", "attacker", "perpetrator", "donor") if arg in args), None)
        place = args.get("place") or args.get("recipient")
        kind, words, day = raw.execute(
            "SELECT kind, words, coalesce(first_day, last_day) FROM claims WHERE number = ?", (number,)
        ).fetchone()
        if actor and place and day:
            told = words.rstrip(".").split()
            at = chance.randrange(len(told) - 1)
            yield Subject(actor, place, date.fromisoformat(day), (told[at], told[at + 1]), Kind(kind), number)


def ask(question: Question, ledger: Ledger, subject: Subject) -> None:
    """Ask, and take "unknown here" for an answer."""
    try:
        question(ledger, subject)
    except UnknownName:
        return
