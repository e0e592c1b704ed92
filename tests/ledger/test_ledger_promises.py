"""Which planned facts are one promise, and what meets it."""

from __future__ import annotations

import pytest
from made import US_IN_IRAQ, by, claim_of, cut, level, on, report_of, troops

from onrecord.ledger import due, footprint, levels
from onrecord.model import CommitmentState, Kind, Stage, Status, Time

CUT = {**US_IN_IRAQ, "direction": "decrease"}
CHANGE, LEVEL, PLANNED = Kind.FORCE_CHANGE, Kind.FORCE_LEVEL, Status.PLANNED
ORDER = {"quantity": troops(start=5200, to=3000), "time": by("2020-09-30")}


def plan(ledger, id, *claims, published="2020-09-09"):
    """A report with planned claims, each of its own sentence; each claim is (kind, args, more)."""
    sentences = [f"Plan {number} of dispatch {id}." for number in range(len(claims))]
    report = report_of(*sentences, id=id, published=published)
    made = [
        claim_of(report, kind, args, words=words, **{"status": PLANNED, **more})
        for words, (kind, args, more) in zip(sentences, claims, strict=True)
    ]
    ledger.add(report, made)


@pytest.mark.parametrize(
    "twin",
    [
        (CHANGE, CUT, {"quantity": troops(delta=2200), "time": by("2020-09")}),
        (CHANGE, CUT, {"quantity": troops(delta=2200), "time": by("2020-10-15"), "status": Status.CONDITIONAL}),
        (CHANGE, CUT, {"quantity": troops(to=3000), "time": by("2020-09-30")}),
        (CHANGE, CUT, {"quantity": troops(to=3000)}),
        (CHANGE, US_IN_IRAQ, {"quantity": troops(to=3000)}),
        (LEVEL, US_IN_IRAQ, {"quantity": troops(3000), "time": by("2020-09-30")}),
        (CHANGE, CUT, {}),
        (CHANGE, {"actor": "United States"}, {}),
        (CHANGE, CUT, {"time": by("2020-09")}),
        (CHANGE, CUT, {"time": Time("soon")}),
    ],
)
def test_another_telling_of_one_report_is_the_same_promise(ledger, twin):
    plan(ledger, "a", twin, (CHANGE, CUT, ORDER))
    [one] = due(ledger)
    assert one.due in ("2020-09-30", "2020-09")
    assert one.fact.claim.quantity == ORDER["quantity"]
    assert len(one.also) == 1


@pytest.mark.parametrize(
    "other",
    [
        (CHANGE, CUT, {"quantity": troops(delta=2100), "time": by("2020-09-30")}),
        (CHANGE, CUT, {"quantity": troops(to=2500), "time": by("2021-01-15")}),
        (CHANGE, CUT, {"quantity": troops(start=5000, to=3000), "time": by("2020-09-30")}),
        (CHANGE, {**US_IN_IRAQ, "direction": "increase"}, {"quantity": troops(delta=2200), "time": by("2020-09-30")}),
        (CHANGE, {**CUT, "place": "Syria"}, {"quantity": troops(to=3000), "time": by("2020-09-30")}),
        (CHANGE, {**CUT, "actor": "Italy"}, {}),
        (CHANGE, {**CUT, "measure": "cap"}, {"quantity": troops(to=3000), "time": by("2020-09-30")}),
        (CHANGE, {**CUT, "site": "Camp Heron"}, {"quantity": troops(to=3000), "time": by("2020-09-30")}),
        (LEVEL, US_IN_IRAQ, {"quantity": troops(3000), "time": by("2022-09-30")}),
        (Kind.SITE, {"site": "Camp Heron", "action": "closed"}, {}),
    ],
)
def test_another_promise_stays_one_of_its_own(ledger, other):
    plan(ledger, "a", other, (CHANGE, CUT, ORDER))
    assert [len(one.also) for one in due(ledger)] == [0, 0]


@pytest.mark.parametrize(
    ("twin", "published", "joined"),
    [
        ((CHANGE, CUT, {}), "2020-09-09", True),
        ((CHANGE, CUT, {}), "2020-09-20", False),
        ((CHANGE, {"actor": "United States"}, {}), "2020-09-09", False),
        ((CHANGE, CUT, {"quantity": troops(to=3000)}), "2020-09-20", True),
        ((CHANGE, CUT, {"quantity": troops(to=3000)}), "2021-09-20", False),
        ((CHANGE, CUT, {"quantity": troops(start=5200)}), "2020-09-20", True),
        ((CHANGE, CUT, {"quantity": troops(start=5200, to=4000)}), "2020-09-20", False),
        ((CHANGE, CUT, {"quantity": troops(delta=2200), "time": by("2020-10-15")}), "2020-09-09", False),
        ((LEVEL, US_IN_IRAQ, {"quantity": troops(3000), "time": on("2020-09")}), "2020-09-20", True),
        ((CHANGE, CUT, {"quantity": troops(to=3000), "announced": on("2020-09-09")}), "2021-09-20", True),
    ],
)
def test_a_telling_of_another_report_joins_where_its_numbers_and_dates_allow(ledger, twin, published, joined):
    plan(ledger, "a", (CHANGE, CUT, ORDER))
    plan(ledger, "b", twin, published=published)
    assert len(due(ledger)) == (1 if joined else 2)


def test_a_promise_of_money_is_one_with_the_headline_that_leaves_out_the_donor(ledger):
    aid = {"donor": "Northland", "recipient": "Valley", "action": "pledged"}
    money = {"quantity": troops(900).with_unit("USD")}
    headline = {name: value for name, value in aid.items() if name != "donor"}
    plan(
        ledger,
        "a",
        (Kind.ASSISTANCE, headline, money),
        (Kind.ASSISTANCE, aid, money),
        (Kind.ASSISTANCE, {**aid, "recipient": "Hill"}, money),
    )
    found = sorted((len(one.also) + 1, one.fact.claim.arg("recipient")) for one in due(ledger))
    assert found == [(1, "Hill"), (2, "Valley")]


def test_no_claim_is_lost_behind_a_promise(ledger):
    plan(ledger, "a", (CHANGE, CUT, ORDER), (CHANGE, CUT, {"quantity": troops(delta=2200)}), (CHANGE, CUT, {}))
    plan(ledger, "b", (LEVEL, US_IN_IRAQ, {"quantity": troops(3000), "time": by("2020-09-30")}), published="2020-09-11")
    [one] = due(ledger)
    assert len({entry.claim.id for fact in (one.fact, *one.also) for entry in fact.entries}) == 4


def test_a_change_that_is_being_made_neither_reaches_its_end_nor_meets_a_promise(ledger):
    plan(ledger, "order", (CHANGE, CUT, ORDER))
    cut(ledger, "going", published="2020-09-29", quantity=troops(start=5200, to=3000, delta=2200), stage=Stage.UNDERWAY)
    assert due(ledger)[0].state is CommitmentState.OPEN
    reached = [point.value for point in levels(ledger, "United States", place="Iraq").points if point.status is Status.ACTUAL]
    assert reached == [5200, 5200]
    level(ledger, "there", 3000, published="2020-10-02")
    [one] = due(ledger)
    assert (one.state, one.met_by.report.id) == (CommitmentState.MET, "there")


def test_a_promise_is_met_by_what_any_of_its_tellings_names(ledger):
    plan(ledger, "order", (CHANGE, CUT, ORDER), (CHANGE, CUT, {"quantity": troops(delta=2200)}))
    cut(ledger, "done", published="2020-10-02", quantity=troops(delta=2200))
    assert due(ledger)[0].met_by.report.id == "done"


@pytest.fixture
def autumn(ledger):
    """What the reports of an autumn say of a force: a base in the order, a plan, other counts, a cap, a site."""
    counted = {**US_IN_IRAQ, "counting": "with contractors"}
    country = {"place.country": "IQ"}
    level(ledger, "old", 9000, published="2017-11-22", args=counted, ids={"place": "iso3166:IQ"})
    level(ledger, "spring", 5200, published="2020-03-01")
    level(ledger, "all", 7000, published="2020-06-01", args=counted)
    level(ledger, "cap", 5262, published="2020-07-01", args={**US_IN_IRAQ, "measure": "cap"})
    level(
        ledger,
        "camp",
        300,
        published="2020-08-24",
        args={"actor": "United States", "place": "Iraq", "site": "Camp Heron"},
        ids=country,
    )
    level(
        ledger,
        "camp2",
        200,
        published="2020-08-25",
        args={"actor": "United States", "site": "Camp Hill"},
        ids={"site.country": "IQ"},
    )
    plan(
        ledger,
        "order",
        (CHANGE, CUT, {"quantity": troops(start=3000, to=2500), "time": by("2021-01-15")}),
        published="2020-11-17",
    )
    level(ledger, "again", 3000, published="2020-11-18")
    plan(ledger, "twin", (LEVEL, US_IN_IRAQ, {"quantity": troops(2500), "time": by("2021-01-15")}), published="2020-12-13")
    return ledger


def test_the_footprint_opens_with_the_latest_strength_then_other_counts_then_ceilings(autumn):
    answer = footprint(autumn, "United States", place="Iraq", on="2020-12-13")
    assert [(point.value, point.measure, point.counting) for point in answer.forces] == [
        (3000, "strength", None),
        (7000, "strength", "with contractors"),
        (5262, "cap", None),
    ]
    assert answer.forces[0].fact.report.id == "order"


def test_the_footprint_tells_what_is_planned_next_once(autumn):
    answer = footprint(autumn, "United States", place="Iraq", on="2020-12-13")
    assert [(point.value, point.end) for point in answer.planned] == [(2500, "2021-01-15")]
    assert footprint(autumn, "United States", place="Iraq", on="2021-02").planned == ()


def test_numbers_of_sites_are_not_the_countrys(autumn):
    answer = footprint(autumn, "United States", place="Iraq", on="2020-12-13")
    assert [point.fact.claim.arg("site") for point in answer.parts] == ["Camp Hill", "Camp Heron"]
    anywhere = footprint(autumn, "United States", on="2020-12-13")
    assert {point.fact.claim.arg("site") for point in anywhere.forces} == {None}


def test_what_was_stated_long_ago_stands_apart(autumn):
    answer = footprint(autumn, "United States", place="Iraq", on="2020-12-13", known="2020-05-31")
    assert [point.value for point in answer.last_stated] == [9000]
    late = footprint(autumn, "United States", place="Iraq", on="2023-01-01")
    assert late.forces == late.parts == ()
    assert [point.value for point in late.last_stated] == [3000, 200, 300, 5262, 7000]
    assert any("lately" in note and "unknown, not zero" in note for note in late.notes)
