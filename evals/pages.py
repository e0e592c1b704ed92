"""The pages of a ledger, timed by the server itself: every page of the table of pages and its JSON, when first asked for and again.

Whom a page is asked about is drawn as ``asked`` draws subjects for the ledger: as claims have them. A page is timed from the request to the
last byte of the answer, over loopback; beside the clock stands what the program took of the processor meanwhile.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import urlopen

from evals.asked import OFTEN, Subject, subjects
from evals.browser import serving
from evals.ledger import cuts
from onrecord.web.page import Page
from onrecord.web.pages import PAGES

Times = list[tuple[float, float]]
"""What each request took in milliseconds, by the clock and by the processor."""
ASKED = 20
GOAL = 300.0
"""Milliseconds within which all but the slowest of twenty pages should answer."""
QUESTIONS: dict[str, tuple[tuple[str, ...], ...]] = {
    "overview": ((),),
    "footprint": (("actor", "place", "on"), ("actor", "on")),
    "levels": (("actor", "place"),),
    "timeline": ((), ("actor",), ("place",), ("actor", "place"), ("kind",), ("text",), ("since",), ("since", "until")),
    "due": ((), ("actor",), ("place",), ("on",)),
    "disputes": ((), ("actor",), ("place",), ("kind",)),
    "speakers": ((), ("about",), ("since",)),
    "statements": (("person",),),
    "sources": ((), ("outlet",), ("known",)),
    "assistance": ((), ("place",), ("donor",), ("recipient",), ("since",)),
    "sites": ((), ("place",), ("actor",)),
    "review": ((), ("kind",), ("report",), ("at",)),
    "add": ((),),
    "report": (("id",),),
    "claim": (("id",),),
    "compare": (("one", "other"),),
    "names": (("role", "like"),),
    "judgements": ((), ("claim",)),
    "dates": (("claim", "words"),),
}
"""What each page is asked, by its name: the fields that are filled in."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A subject with what pages of single things are asked for: its claim, another one, its report, its outlet and a speaker."""

    about: Subject
    claim: str
    other: str
    report: str
    outlet: str
    speaker: str


def measure_pages(name: str, path: Path, show: Callable[[str], None]) -> Iterator[tuple[str, float]]:
    """The times of the pages of a ledger; ``show`` is given a line for each question, the slowest first."""
    number = int(os.environ.get("ONRECORD_EVAL_SAMPLED", ASKED))
    with serving(path) as base:
        yield from told(name, timed_pages(base, visits(path, number)), show)


def told(name: str, timed: Iterable[tuple[str, Times, Times]], show: Callable[[str], None]) -> Iterator[tuple[str, float]]:
    """Figures and a table of the times of pages."""
    rows = sorted(timed, key=lambda row: -cuts([clock for clock, _ in row[1]])[1])
    width = 12
    heads = "".join(f"{head:>{width}}" for head in ("first p50", "p95", "most", "cpu p95", "again p95"))
    lines = [f"{name:<44}{heads}   ms"]
    for label, first, again in rows:
        middle, late, most = cuts([clock for clock, _ in first])
        cpu, later = cuts([worked for _, worked in first])[1], cuts([clock for clock, _ in again])[1]
        lines.append(f"  {label:<42}" + "".join(f"{cut:{width}.1f}" for cut in (middle, late, most, cpu, later)))
    show("\n".join(lines))
    firsts, agains = [one for _, first, _ in rows for one in first], [one for _, _, again in rows for one in again]
    for which, times in (("first", firsts), ("again", agains)):
        middle, late, most = cuts([clock for clock, _ in times])
        yield f"pages of {name}, {which}: p50 ms", middle
        yield f"pages of {name}, {which}: p95 ms", late
        yield f"pages of {name}, {which}: most ms", most
    yield f"pages of {name}, first: p95 ms of the processor", cuts([worked for _, worked in firsts])[1]
    over = [label for label, first, _ in rows if cuts([clock for clock, _ in first])[1] > GOAL]
    yield f"pages of {name}: questions with a p95 above {GOAL:.0f} ms, of {len(rows)}", len(over)


def visits(path: Path, number: int) -> list[Visit]:
    """So many subjects of a ledger, with what belongs to the claim of each."""
    with closing(sqlite3.connect(path)) as raw:
        return [_visit(raw, subject) for subject in subjects(path, number)[OFTEN]]


def _visit(raw: sqlite3.Connection, subject: Subject) -> Visit:
    query = (
        "SELECT claims.id, reports.id, outlet, fact FROM claims JOIN reports ON report = reports.number WHERE claims.number = ?"
    )
    claim, report, outlet, fact = raw.execute(query, (subject.number,)).fetchone()
    near = "SELECT id FROM claims WHERE number != ? AND until IS NULL ORDER BY fact IS NOT ?, number < ?, number LIMIT 1"
    [other] = raw.execute(near, (subject.number, fact, subject.number)).fetchone()
    spoken = "SELECT source FROM claims WHERE source IS NOT NULL AND number >= ? ORDER BY number LIMIT 1"
    [speaker] = raw.execute(spoken, (subject.number,)).fetchone() or raw.execute(spoken, (0,)).fetchone()
    return Visit(subject, claim, other, report, outlet or "", speaker)


def timed_pages(
    base: str, drawn: Sequence[Visit], *, turns: int = 1, forms: Sequence[str] = ("page", "json")
) -> Iterator[tuple[str, Times, Times]]:
    """By page, question and form: the times of the first requests for each subject, and of ``turns`` later ones of each."""
    for page in PAGES:
        for fields in QUESTIONS[page.name]:
            for form in forms if page.is_shown else ("json",):
                asked = list(dict.fromkeys(address(page, form, fields, one) for one in drawn))
                asked = asked if len(asked) > 1 else asked * 2
                first = [took(base + one) for one in asked]
                again = [took(base + one) for _ in range(turns) for one in asked]
                yield f"{page.name}, {'+'.join(fields) or 'nothing asked'}, {form}", first, again


def address(page: Page, form: str, fields: Sequence[str], visit: Visit) -> str:
    """Where a page is, or its JSON, asked about this subject."""
    given = {field: value_of(page, field, visit) for field in fields}
    path = page.path if form == "page" else page.api
    for name in [name for name in given if f"{{{name}}}" in path]:
        path = path.replace(f"{{{name}}}", quote(given.pop(name)))
    return f"{path}?{urlencode(given)}" if given else path


def value_of(page: Page, field: str, visit: Visit) -> str:
    """What a field of a page is filled in with."""
    about = visit.about
    if field == "id":
        return visit.report if page.name == "report" else visit.claim
    return {
        "actor": about.actor,
        "donor": about.actor,
        "recipient": about.place,
        "place": about.place,
        "person": visit.speaker,
        "outlet": visit.outlet,
        "report": visit.report,
        "claim": visit.claim,
        "at": visit.claim,
        "one": visit.claim,
        "other": visit.other,
        "kind": about.kind.value,
        "text": about.words[0],
        "words": " ".join(about.words),
        "about": about.words[0],
        "on": about.day.isoformat(),
        "since": about.day.isoformat(),
        "until": about.after(30).isoformat(),
        "known": about.after(30).isoformat(),
        "role": "actor",
        "like": about.actor[:2],
    }[field]


def took(url: str) -> tuple[float, float]:
    """The time of one request; that a ledger does not know a name is an answer too."""
    begun, worked = time.perf_counter(), time.process_time()
    try:
        with urlopen(url, timeout=300) as answer:
            answer.read()
    except HTTPError as error:
        if error.code != 404:
            raise
        error.read()
    return (time.perf_counter() - begun) * 1000, (time.process_time() - worked) * 1000
