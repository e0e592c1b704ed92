"""What is asked for by a window or a page is the same as that part of the whole."""

from __future__ import annotations

import sys
from datetime import date, timedelta

import pytest
from evals.asked import OFTEN, subjects
from evals.generated import generate

from onrecord.ledger import Ledger, due, falls_between, footprint, timeline
from onrecord.ledger.facts import days_of_fact
from onrecord.ledger.timeline import touches

CLAIMS = 4000
footprint_module = sys.modules["onrecord.ledger.footprint"]


@pytest.fixture(scope="module")
def great(tmp_path_factory):
    """A ledger with so much of each actor and place that pages and windows are short of the whole."""
    path = tmp_path_factory.mktemp("great") / "great.db"
    with Ledger.create(path) as ledger:
        ledger.add_all(generate(CLAIMS // 10, seed=3))
    with Ledger.open(path, readonly=True) as ledger:
        yield ledger


@pytest.fixture(scope="module")
def asked(great):
    return subjects(great.path, 12)[OFTEN]


def told(facts):
    return [(tuple(entry.claim.id for entry in fact.entries), fact.joined, fact.origins) for fact in facts]


@pytest.mark.parametrize("by", ["actor", "place", "both"])
def test_a_month_of_the_timeline_is_that_part_of_the_whole(great, asked, by):
    for one in asked:
        names = {name: getattr(one, name) for name in ("actor", "place") if by in (name, "both")}
        until = one.day + timedelta(days=30)
        whole = [f for f in timeline(great, **names) if touches(days_of_fact(f), one.day.isoformat(), until.isoformat())]
        assert told(timeline(great, **names, since=one.day, until=until)) == told(whole)


@pytest.mark.parametrize("limit", [1, 7, 50])
@pytest.mark.parametrize("by", ["actor", "place"])
def test_a_page_of_the_timeline_is_the_beginning_of_the_whole(great, asked, by, limit):
    for one in asked[:6]:
        names = {by: getattr(one, by)}
        for since in (None, one.day):
            whole = timeline(great, **names, since=since)
            assert told(timeline(great, **names, since=since, limit=limit)) == told(whole[:limit])


def test_a_window_as_known_on_a_day_is_that_part_of_the_whole_known_then(great, asked):
    for one in asked[:6]:
        known = date(2016, 6, 30)
        whole = [
            f for f in timeline(great, place=one.place, known=known) if touches(days_of_fact(f), "2015-01-01", "2015-06-30")
        ]
        assert told(timeline(great, place=one.place, known=known, since="2015-01-01", until="2015-06-30")) == told(whole)


@pytest.mark.parametrize("by", ["actor", "place", "both"])
def test_what_falls_due_in_a_quarter_is_that_part_of_all_that_falls_due(great, asked, by):
    for one in asked:
        names = {name: getattr(one, name) for name in ("actor", "place") if by in (name, "both")}
        first, last = one.day.isoformat(), (one.day + timedelta(days=90)).isoformat()
        whole = [one for one in due(great, **names) if falls_between(one.due, first, last)]
        assert list(due(great, **names, since=first, until=last)) == whole


def test_what_falls_due_in_a_window_as_known_on_a_day_is_that_part_of_all_known_then(great, asked):
    for one in asked[:6]:
        whole = [
            found
            for found in due(great, actor=one.actor, known="2016-06")
            if falls_between(found.due, "2016-01-01", "2016-12-31")
        ]
        assert list(due(great, actor=one.actor, known="2016-06", since="2016-01-01", until="2016-12-31")) == whole


def test_a_footprint_shows_the_same_whether_all_claims_are_read_or_those_that_it_shows(great, asked, monkeypatch):
    for one in asked[:8]:
        shown = footprint(great, one.actor, place=one.place, on=one.day)
        with monkeypatch.context() as whole:
            whole.setattr(footprint_module, "_shown", lambda ledger, filters, _day, **_known: (ledger.find(filters), None))
            assert footprint(great, one.actor, place=one.place, on=one.day) == shown
