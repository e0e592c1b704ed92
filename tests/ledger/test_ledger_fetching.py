"""Answers that fetch only what they show are those that look through everything, on a ledger of claims made up by chance."""

from __future__ import annotations

import sys
from collections import Counter

import pytest
from evals.generated import generate

from onrecord.ledger import Filters, Ledger, disputes, overview, sites, speakers, statements
from onrecord.ledger.clock import known_since
from onrecord.ledger.speakers import _key
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
        offices.setdefault(_key(entry.claim.arg("person")), set()).add(entry.claim.arg("role"))
    for one in speakers(ledger):
        assert {office.role for office in one.offices} == offices.get(_key(one.name), set())


def test_all_of_a_speaker_is_found_by_keys(ledger):
    for name in commonest(ledger, Kind.STATEMENT, "speaker"):
        entries = [
            entry
            for entry in ledger.claims()
            if _key(entry.claim.arg("speaker") or "-" if entry.claim.kind is Kind.STATEMENT else entry.claim.source or "-")
            == _key(name)
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
    for name in ("COMMON", "COUNTED"):
        monkeypatch.setattr(sys.modules["onrecord.ledger.search"], name, common)
    wanted, many = Filters(**asked), 20
    every = ledger.find(wanted)
    since = ledger.day_back(wanted, many)
    days = sorted((known_since(entry.report) for entry in every), reverse=True)
    assert since == (days[many] if len(days) > many else None)
    if since is not None:
        assert ledger.from_day(since).find(wanted) == [entry for entry in every if known_since(entry.report) >= since]
