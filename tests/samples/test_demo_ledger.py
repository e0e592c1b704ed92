"""The showpiece: what the ledger of the sample reports answers, by both clocks."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onrecord.ledger import Ledger, due, levels, timeline
from onrecord.model import CommitmentState, Kind, Stage, Status
from onrecord.pipeline.demo import add_samples, demo_run

TAKEN_IN = datetime(2026, 1, 2, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    with Ledger.create(tmp_path_factory.mktemp("demo") / "demo.db") as made:
        for _ in add_samples(made, demo_run()):
            pass
        yield made


@pytest.fixture(scope="module")
def series(book):
    return levels(book, "United States", place="Iraq")


def points_of(series, value, status):
    return [point for point in series.points if (point.value, point.status) == (value, status)]


def test_the_series_goes_from_5200_over_3000_to_2500(series):
    held = [point.value for point in series.points if point.status is Status.ACTUAL and (point.start or "") >= "2020-09"]
    assert [value for value in dict.fromkeys(held) if value in (5200, 3000, 2500)] == [5200, 3000, 2500]


@pytest.mark.parametrize(
    ("value", "due_day", "announced", "known"),
    [(3000, "2020-09", "2020-09-09", "2020-09-10"), (2500, "2021-01-15", "2020-11-17", "2020-11-17")],
)
def test_what_was_announced_has_its_day_and_when_it_fell_due(series, value, due_day, announced, known):
    point = next(point for point in points_of(series, value, Status.PLANNED) if point.end == due_day)
    entry = point.fact.entries[0]
    assert entry.report.published == known
    assert entry.report.added
    said = entry.claim.announced
    assert said is not None
    assert (said.start, entry.claim.stage) == (announced, Stage.ANNOUNCED)


def test_the_cut_to_2500_was_open_in_december_and_met_in_january(book):
    def state(**asked):
        [one] = [one for one in due(book, place="Iraq", **asked) if one.due == "2021-01-15"]
        return one.state

    assert state(known="2020-12-01") is CommitmentState.OPEN
    assert state() is CommitmentState.MET
    assert state(known="2021-01-15") is CommitmentState.MET


def test_on_the_first_of_december_nobody_knew_of_2500_as_a_fact(book):
    then = levels(book, "United States", place="Iraq", known="2020-12-01")
    assert points_of(then, 2500, Status.ACTUAL) == []
    assert points_of(then, 2500, Status.PLANNED)


def test_nothing_was_in_the_ledger_before_it_was_taken_in(book):
    assert book.claims(added="2020-12-01") == []


def test_the_truce_is_announced_under_a_condition_and_ended(book):
    truce = [fact for fact in timeline(book, kind=Kind.AGREEMENT) if fact.claim.arg("type") == "ceasefire"]
    announced = [fact for fact in truce if fact.claim.arg("action") == "announced"]
    ended = [fact for fact in truce if fact.claim.arg("action") == "ended"]
    assert any((time := fact.time) and time.start == "2020-10-10" for fact in announced)
    assert any(fact.claim.arg("condition") for fact in truce)
    assert [fact.report.published for fact in ended] == ["2020-11-20"]


def test_the_echo_is_counted_once(book):
    [one] = [one for one in due(book, place="Iraq") if one.due == "2021-01-15"]
    assert len({entry.report.id for entry in one.fact.entries}) == len(one.fact.outlets) == 3
    assert len(one.fact.origins) == 1
