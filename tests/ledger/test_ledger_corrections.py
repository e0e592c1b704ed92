"""What an outlet corrects is shown as corrected, and used for nothing; nothing is overwritten."""

from __future__ import annotations

import pytest
from made import US_IN_IRAQ, by, claim_of, on, report_of, troops

from onrecord.ledger import due, footprint, levels, timeline
from onrecord.model import Kind, Status

DAY = {"time": on("2020-06-30")}


def tell(
    ledger,
    id,
    number,
    *,
    published,
    outlet="Sample Wire",
    corrects=None,
    args=US_IN_IRAQ,
    also=(),
    kind=Kind.FORCE_LEVEL,
    **more,
):
    report = report_of(f"{number} soldiers, says {id}.", id=id, published=published, outlet=outlet, corrects=corrects)
    told = [troops(n) if kind is Kind.FORCE_LEVEL else troops(to=n) for n in (number, *also)]
    ledger.add(report, [claim_of(report, kind, args, quantity=quantity, **more) for quantity in told])


def standing(answer):
    return {point.value: point.corrected_by.report.id if point.corrected_by else None for point in answer.points}


def test_a_number_that_the_outlet_replaced_is_corrected_and_the_other_stands(ledger):
    tell(ledger, "first", 8992, published="2020-07-01", also=(503,), **DAY)
    tell(ledger, "second", 8892, published="2020-07-02", corrects="first", also=(503,), **DAY)
    assert standing(levels(ledger, "United States", place="Iraq")) == {8992: "second", 8892: None, 503: None}


def test_of_several_numbers_of_one_thing_the_nearest_was_the_wrong_one(ledger):
    tell(ledger, "first", 8992, published="2020-07-01", also=(5000,), **DAY)
    tell(ledger, "second", 8892, published="2020-07-02", corrects="first", **DAY)
    assert standing(levels(ledger, "United States", place="Iraq")) == {8992: "second", 8892: None, 5000: None}


def test_as_known_before_the_correction_the_number_is_plain(ledger):
    tell(ledger, "first", 8992, published="2020-07-01", **DAY)
    tell(ledger, "second", 8892, published="2020-07-02", corrects="first", **DAY)
    assert standing(levels(ledger, "United States", place="Iraq", known="2020-07-01")) == {8992: None}
    [then] = footprint(ledger, "United States", place="Iraq", on="2020-07-05", known="2020-07-01").forces
    [now] = footprint(ledger, "United States", place="Iraq", on="2020-07-05").forces
    assert (then.value, now.value) == (8992, 8892)


def test_the_timeline_keeps_a_corrected_fact_and_says_by_what(ledger):
    tell(ledger, "first", 8992, published="2020-07-01", **DAY)
    tell(ledger, "second", 8892, published="2020-07-02", corrects="first", **DAY)
    old, new = timeline(ledger)
    assert old.corrected_by == new.entries[0]
    assert not hasattr(new, "corrected_by")


@pytest.mark.parametrize(
    "second",
    [
        {"corrects": None},
        {"corrects": "other"},
        {"corrects": "first", "outlet": "Harbour Post"},
        {"corrects": "first", "published": "2020-06-30"},
        {"corrects": "first", "args": {"actor": "United States", "place": "Syria"}},
        {"corrects": "first", "args": {"actor": "Italy", "place": "Iraq"}},
        {"corrects": "first", "args": {**US_IN_IRAQ, "measure": "cap"}},
        {"corrects": "first", "args": {**US_IN_IRAQ, "site": "Camp Heron"}},
        {"corrects": "first", "time": on("2019-06-30")},
        {"corrects": "first", "status": Status.DENIED},
        {"corrects": "first", "also": (8992,)},
        {"corrects": "first", "number": 503},
    ],
)
def test_what_says_nothing_else_of_the_same_corrects_nothing(ledger, second):
    tell(ledger, "first", 8992, published="2020-07-01", also=(503,), **DAY)
    tell(ledger, **{"id": "second", "number": 8892, "published": "2020-07-02", **DAY, **second})
    assert all(not hasattr(fact, "corrected_by") for fact in timeline(ledger))


def test_another_outlet_that_says_the_same_still_says_it(ledger):
    tell(ledger, "first", 8992, published="2020-07-01", **DAY)
    tell(ledger, "echo", 8992, published="2020-07-01", outlet="Harbour Post", **DAY)
    tell(ledger, "second", 8892, published="2020-07-02", corrects="first", **DAY)
    found = [(fact.report.id, hasattr(fact, "corrected_by")) for fact in timeline(ledger)]
    assert sorted(found) == [("echo", False), ("first", True), ("second", False)]


def test_a_corrected_number_neither_promises_nor_meets_a_promise(ledger):
    plan = {"kind": Kind.FORCE_CHANGE, "args": {**US_IN_IRAQ, "direction": "decrease"}, "status": Status.PLANNED}
    tell(ledger, "plan", 2600, published="2020-07-01", time=by("2020-09-30"), **plan)
    tell(ledger, "better", 2500, published="2020-07-02", time=by("2020-09-30"), corrects="plan", **plan)
    tell(ledger, "done", 2500, published="2020-10-01")
    tell(ledger, "undone", 2700, published="2020-10-02", corrects="done")
    [one] = due(ledger)
    assert (one.fact.report.id, one.state.value) == ("better", "no_evidence")


def test_a_corrected_level_covers_no_gap(ledger):
    tell(ledger, "a", 900, published="2019-01-01")
    tell(ledger, "b", 800, published="2019-06-01", **(between := {"time": on("2019-06")}))
    assert levels(ledger, "United States", place="Iraq").gaps == ()
    tell(ledger, "c", 850, published="2020-01-01", corrects="b", args={**US_IN_IRAQ}, **between)
    tell(ledger, "d", 700, published="2019-12-01")
    answer = levels(ledger, "United States", place="Iraq")
    assert standing(answer)[800] == "c"
    assert answer.gaps == ()
