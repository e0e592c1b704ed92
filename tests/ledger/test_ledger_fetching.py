"""Answers that fetch only what they show are those that look through everything, on a ledger of claims made up by chance."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace

import pytest
from evals.generated import generate
from sqlalchemy import select

from onrecord.ledger import (
    Filters,
    Ledger,
    disputes,
    listed,
    on_record,
    overview,
    sites,
    speakers,
    statements,
    timeline,
    waiting,
)
from onrecord.ledger.clock import known_since
from onrecord.ledger.filters import FIRST, LAST
from onrecord.ledger.origins import speaker_key
from onrecord.ledger.schema import claims
from onrecord.model import Claim, Frozen, Kind, Report, Span, Time, TimeType

DISPUTES, SITES = (sys.modules[f"onrecord.ledger.{name}"] for name in ("disputes", "sites"))
REPORTS = 250


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    with Ledger.create(tmp_path_factory.mktemp("made") / "made.db") as made:
        made.add_all(generate(REPORTS))
        yield made


def commonest(ledger, kind, arg, most=4):
    counts = Counter(value for entry in ledger.claims(kind=kind) if (value := entry.claim.arg(arg)))
    return [name for name, _ in counts.most_common(most)]


def told(number, site, day, **args):
    """A report of one sentence on a site, and its claim."""
    text = f"On {day} something became of {site}, as report {number} has it."
    when = Time(f"On {day}", day, day, TimeType.POINT)
    report = Report(f"r{number}", text, published=day, outlet=f"Wire {number}")
    return report, [Claim(f"r{number}", Kind.SITE, Span(0, len(text)), args=Frozen({"site": site, **args}), time=when)]


def test_an_actors_disputes_over_sites_are_those_found_among_all_sites(tmp_path, monkeypatch):
    given = {"action": "handed_over", "actor": "Northland"}
    with Ledger.create(tmp_path / "sites.db") as book:
        book.add(*told(1, "base at Milltown", "2031-03-26", recipient="Vale Army", **given))
        book.add(*told(2, "Milltown base", "2031-03-26", recipient="Southland", **given))
        book.add(*told(3, "Camp Hill", "2031-03-26", recipient="Eastland", **given))
        book.add(*told(4, "Camp Hill", "2031-03-26", recipient="Westland", **given))
        actors = ("Vale Army", "Southland", "Northland", "Eastland")
        found = [disputes(book, actor=actor) for actor in actors]
        assert [len(one) for one in found] == [1, 1, 2, 1]
        near = DISPUTES.told_of_these_sites(book, Filters(kind=Kind.SITE), book.claims(actor="Vale Army"))
        assert {entry.report.id for entry in near} == {"r1", "r2"}
        monkeypatch.setattr(DISPUTES, "told_of_these_sites", lambda ledger, asked, _some: ledger.find(asked))
        assert found == [disputes(book, actor=actor) for actor in actors]


def test_counts_of_sites_without_a_place_are_found_among_all_sites(ledger):
    places = commonest(ledger, Kind.SITE, "place")
    found = [sites(ledger, place=place) for place in places]
    wanted = [SITES._given_to(ledger.ask("place", place), ledger.find(Filters(kind=Kind.SITE))) for place in places]
    for answer, entries in zip(found, wanted, strict=True):
        told = {entry.claim.id for count in answer.counts for fact in count.state.facts for entry in fact.entries}
        assert {entry.claim.id for entry in entries} <= told


def test_what_the_overview_counts_is_what_the_ledger_holds(ledger):
    told, entries = overview(ledger), ledger.claims()
    assert told.claims == len(entries)
    assert dict(told.kinds) == Counter(entry.claim.kind.value for entry in entries)
    assert dict(told.statuses) == Counter(entry.claim.status.value for entry in entries)
    making = {entry.report.id for entry in entries}
    cards = ledger.reports()
    assert told.silent == sum(card.id not in making for card in cards)
    assert told.undated == sum(card.published is None for card in cards)
    assert (told.first, told.last) == (min(days := [card.published for card in cards if card.published]), max(days))


def test_speakers_have_all_offices_that_the_ledger_gives_them(ledger):
    offices = {}
    for entry in ledger.claims(kind=Kind.ROLE):
        offices.setdefault(speaker_key(entry.claim.arg("person")), set()).add(entry.claim.arg("role"))
    for one in speakers(ledger):
        assert {office.role for office in one.offices} == offices.get(speaker_key(one.name), set())


def test_all_of_a_speaker_is_found_by_keys(ledger):
    for name in commonest(ledger, Kind.STATEMENT, "speaker"):
        entries = [
            entry
            for entry in ledger.claims()
            if speaker_key(
                entry.claim.arg("speaker") or "-" if entry.claim.kind is Kind.STATEMENT else entry.claim.source or "-"
            )
            == speaker_key(name)
        ]
        said = statements(ledger, name).said
        assert {entry.claim.id for entry in entries} == {
            id for item in said for id in (item.entry.claim.id, *(held.claim.id for held in item.claims))
        }


@pytest.mark.parametrize(
    "asked",
    [
        {"kind": "attack"},
        {"kind": "site"},
        {"kinds": (Kind.ATTACK, Kind.CASUALTIES, Kind.STATEMENT)},
        {"text": "the"},
        {"text": "convoy"},
        {"kind": "statement", "text": "of"},
    ],
)
@pytest.mark.parametrize("common", [20_000, 10])
def test_the_newest_of_what_is_asked_for_are_found_whichever_index_is_taken(ledger, monkeypatch, asked, common):
    for module, name in (("search", "COMMON"), ("newest", "FREQUENT"), ("newest", "NEARLY_ALL"), ("chosen", "COUNTED")):
        monkeypatch.setattr(sys.modules[f"onrecord.ledger.{module}"], name, common)
    monkeypatch.setattr(sys.modules["onrecord.ledger.search"], "NEARLY_ALL", common)
    wanted, many = Filters(**asked), 20
    every = ledger.find(wanted)
    since = ledger.newest_of(wanted, many)
    days = sorted((known_since(entry.report) for entry in every), reverse=True)
    assert (since.day if since is not None else None) == (days[many] if len(days) > many else None)
    if since is not None and not since.number:  # else the last day alone is too much, as in the crowded ledger below
        assert ledger.from_day(since.day).find(wanted) == [entry for entry in every if known_since(entry.report) >= since.day]


@pytest.fixture(scope="module")
def crowded(tmp_path_factory):
    """A ledger in which very many claims became known on its last day."""
    with Ledger.create(tmp_path_factory.mktemp("made") / "crowded.db") as made:
        reports = list(generate(REPORTS // 2))
        made.add_all(
            (replace(report, published=None) if at % 3 == 0 else report, own) for at, (report, own) in enumerate(reports)
        )
        yield made


def positions(ledger):
    """The numbers of all claims, by id."""
    with ledger.reading() as connection:
        return dict(connection.execute(select(claims.c.id, claims.c.number)).all())


@pytest.mark.parametrize(
    "asked", [{}, {"kind": "statement"}, {"kind": "attack"}, {"text": "the"}, {"since": "2012"}, {"said": (FIRST, LAST)}]
)
@pytest.mark.parametrize("many", [10, 40])
def test_a_bound_by_number_stays_one_on_a_crowded_day(crowded, asked, many):
    wanted, numbers = Filters(**asked), positions(crowded)
    last = sorted(((known_since(entry.report), numbers[entry.claim.id]) for entry in crowded.find(wanted)), reverse=True)
    bound = crowded.newest_of(wanted, many)
    is_crowded = len(last) > 2 * many and last[2 * many][0] == last[many][0]
    assert bound == (last[many] if is_crowded else (last[many][0], 0))
    shown = {numbers[entry.claim.id] for entry in crowded.from_day(*bound).find(wanted)}
    assert shown == {number for day, number in last if (day, number) >= bound}
    assert len(shown) <= 2 * many


@pytest.mark.parametrize("name", ["actor", "place", "source", "speakers"])
def test_a_name_is_bounded_on_a_crowded_day_too(crowded, name):
    undated = [entry.claim for entry in crowded.claims() if entry.report.published is None]
    arg = "speaker" if name == "speakers" else name
    told = Counter(value for claim in undated if (value := claim.source if name == "source" else claim.arg(arg)))
    [(value, count)] = told.most_common(1)
    many = max(1, count // 4)
    wanted = Filters(**{name: (value,) if name == "speakers" else value})
    bound = crowded.newest_of(wanted, many)
    assert bound.number > 0
    assert many <= len(crowded.from_day(*bound).find(wanted)) <= 2 * many


def test_answers_from_the_newest_are_those_of_a_ledger_of_these_alone(crowded):
    bound = crowded.newest_of(Filters(), 60)
    assert bound.number > 0
    numbers, part = positions(crowded), crowded.from_day(*bound)
    kept = {id for id, number in numbers.items() if number >= bound.number}
    shown = {entry.claim.id for fact in timeline(part) for entry in fact.entries}
    assert shown == {
        entry.claim.id
        for entry in crowded.claims()
        if entry.claim.id in kept and known_since(entry.report) == bound.day and entry.claim.kind is not Kind.STATEMENT
    }
    assert len(part.claims()) == 61
    assert {row.report.id for row in listed(part)} >= {entry.report.id for entry in part.claims()}
    assert len(listed(part)) < sum(row.report.published is None for row in listed(crowded))
    assert waiting(part).total == 61


@pytest.mark.parametrize("days", [{}, {"since": "2014"}, {"until": "2013-06"}, {"since": "2012-02", "until": "2015-03-04"}])
def test_speakers_of_some_days_are_found_among_the_claims_of_these(crowded, monkeypatch, days):
    found = speakers(crowded, **days)
    assert found
    monkeypatch.setattr(sys.modules["onrecord.ledger.speakers"], "on_record", lambda **asked: Filters(text=asked.get("about")))
    assert found == speakers(crowded, **days)
    assert len(crowded.find(on_record(**days))) <= len(crowded.claims())
