"""Levels that nobody stated: what a stated one comes to after changes of known sizes, and all that keeps it from being worked out."""

from __future__ import annotations

import pytest
from made import US_IN_IRAQ, by, claim_of, on, report_of, troops

from onrecord.ledger import levels
from onrecord.model import DerivedLevel, Kind, Quantity, Stage, Status, Time, TimeType
from onrecord.views.answer_json import answer_to_json


def put(ledger, id, kind, quantity, *, published, args=US_IN_IRAQ, added=None, **more):
    report = report_of(f"Dispatch {id} tells of the force.", id=id, published=published, outlet=f"Outlet {id}")
    ledger.add(report, [claim_of(report, kind, dict(args), quantity=quantity, **more)], added=added)


def base(ledger, id="base", number=5000, *, day="2020-03-01", published="2020-03-02", **more):
    put(ledger, id, Kind.FORCE_LEVEL, troops(number), published=published, time=on(day) if day else None, **more)


def change(ledger, id, size, *, day="2020-04-10", published="2020-04-11", direction="decrease", args=US_IN_IRAQ, **more):
    quantity = size if isinstance(size, Quantity) or size is None else troops(delta=size)
    time = on(day) if day else None
    put(ledger, id, Kind.FORCE_CHANGE, quantity, published=published, args={**args, "direction": direction}, time=time, **more)


def derived(ledger, **clock):
    return levels(ledger, "United States", place="Iraq", **clock).derived


def worked_out(ledger):
    return [(level.end, level.value) for level in derived(ledger)]


def test_a_change_of_a_known_size_is_applied_to_the_level_that_was_stated_before_it(ledger):
    base(ledger)
    change(ledger, "cut", 500)
    [level] = derived(ledger)
    assert (level.start, level.end, level.value, level.approx) == ("2020-04-10", "2020-04-10", 4500, False)
    assert (level.base.value, level.base.fact.report.id) == (5000, "base")
    assert [fact.report.id for fact in level.changes] == ["cut"]
    assert (level.known, len(levels(ledger, "United States", place="Iraq").points)) == ("2020-04-11", 1)


def test_changes_are_counted_one_after_the_other_and_the_next_stated_level_begins_anew(ledger):
    base(ledger)
    change(ledger, "cut", 500)
    change(ledger, "more", troops(delta=300, approx=True), day="2020-05-10", published="2020-05-11", direction="increase")
    base(ledger, "next", 4000, day="2020-06-01", published="2020-06-02")
    change(ledger, "later", 100, day="2020-07-01", published="2020-07-02")
    assert worked_out(ledger) == [("2020-04-10", 4500), ("2020-05-10", 4800), ("2020-07-01", 3900)]
    assert [level.approx for level in derived(ledger)] == [False, True, False]
    assert [len(level.changes) for level in derived(ledger)] == [1, 2, 1]


def test_the_level_before_a_plan_and_the_one_after_a_change_are_stated_and_serve_as_bases(ledger):
    put(ledger, "plan", Kind.FORCE_CHANGE, Quantity(start=5200, to=3000, unit="personnel"), published="2020-09-09",
        args={**US_IN_IRAQ, "direction": "decrease"}, time=by("2021-09-30"), status=Status.PLANNED)  # fmt: skip
    change(ledger, "cut", 200, day="2020-10-01", published="2020-10-02")
    assert worked_out(ledger) == [("2020-10-01", 5000)]


SPOILERS = {
    "a level stated between": lambda ledger: base(ledger, "x", 4900, day="2020-04-01", published="2020-04-02"),
    "another number of the same day": lambda ledger: base(ledger, "x", 4900),
    "a change without a number": lambda ledger: change(ledger, "x", None, day="2020-04-01"),
    "a change that may have happened": lambda ledger: change(ledger, "x", 70, day="2020-04-01", status=Status.POSSIBLE),
    "a change that goes on": lambda ledger: change(ledger, "x", 70, day="2020-04-01", stage=Stage.UNDERWAY),
    "a change without a day": lambda ledger: change(ledger, "x", 70, day=None, published="2020-04-05"),
    "a change that is bounded": lambda ledger: change(ledger, "x", troops(low=70), day="2020-04-01"),
    "two changes that may be one": lambda ledger: change(ledger, "x", 70, day="2020-04"),
    "a plan that fell due": lambda ledger: change(
        ledger, "x", 70, day="2020-04-01", published="2020-03-05", status=Status.PLANNED
    ),
    "another way of counting at the time": lambda ledger: base(
        ledger, "x", 8900, day="2020-03-20", args={**US_IN_IRAQ, "counting": "with contractors"}
    ),
}


@pytest.mark.parametrize("why", SPOILERS)
def test_where_there_is_a_doubt_nothing_is_worked_out(ledger, why):
    base(ledger)
    SPOILERS[why](ledger)
    change(ledger, "cut", 500)
    assert worked_out(ledger) == ([("2020-04-10", 4400)] if why == "a level stated between" else [])


@pytest.mark.parametrize(
    "more",
    [
        {"size": troops(delta=500, to=4600)},
        {"day": None},
        {"day": "2020-02-01"},
        {"day": "2020-03-01"},
        {"day": "2020-12-01", "published": "2020-12-02"},
        {"status": Status.PLANNED},
        {"status": Status.DENIED},
        {"direction": "none"},
        {"args": {**US_IN_IRAQ, "measure": "cap"}},
        {"args": {**US_IN_IRAQ, "counting": "with contractors"}},
        {"args": {**US_IN_IRAQ, "site": "Mill Camp"}},
        {"args": {"actor": "United States", "place": "Syria"}},
        {"size": Quantity(delta=5, unit="aircraft")},
        {"size": 6000},
    ],
)
def test_what_is_not_a_change_of_that_level_with_a_size_is_not_applied(ledger, more):
    base(ledger)
    change(ledger, "cut", **{"size": 500, **more})
    assert derived(ledger) == ()


@pytest.mark.parametrize("quantity", [troops(low=5000), troops(high=5000), troops(low=4000, high=5000)])
def test_a_bound_is_no_base(ledger, quantity):
    put(ledger, "base", Kind.FORCE_LEVEL, quantity, published="2020-03-02", time=on("2020-03-01"))
    change(ledger, "cut", 500)
    assert derived(ledger) == ()


def test_a_plan_is_no_base_and_neither_is_what_is_worked_out(ledger):
    put(ledger, "plan", Kind.FORCE_LEVEL, troops(5000), published="2020-03-02", time=by("2020-03-20"), status=Status.PLANNED)
    change(ledger, "cut", 500)
    assert derived(ledger) == ()


def test_a_plan_that_one_of_the_changes_fulfils_is_no_doubt(ledger):
    base(ledger)
    change(ledger, "plan", 500, day="2020-04-05", published="2020-03-05", status=Status.PLANNED)
    change(ledger, "cut", 500)
    assert worked_out(ledger) == [("2020-04-10", 4500)]


def test_the_same_counting_told_in_both_is_applied(ledger):
    counted = {**US_IN_IRAQ, "counting": "with contractors"}
    base(ledger, args=counted)
    base(ledger, "plain", 4000)
    change(ledger, "cut", 500, args=counted)
    assert worked_out(ledger) == [("2020-04-10", 4500)]


def test_since_a_day_holds_until_its_report(ledger):
    since = Time("since January", "2020-01-15", None, TimeType.DURATION)
    put(ledger, "base", Kind.FORCE_LEVEL, troops(5000), published="2020-03-02", time=since)
    change(ledger, "early", 100, day="2020-02-01", published="2020-02-02")
    assert derived(ledger) == ()
    with pytest.raises(ValueError, match="below nothing"):
        DerivedLevel(
            levels(ledger, "United States", place="Iraq").points[0],
            levels(ledger, "United States", place="Iraq").points[0:1],
            "",
            "",
            -1,
        )


def test_it_is_known_since_the_later_of_both_on_either_clock(ledger):
    base(ledger)
    change(ledger, "cut", 500)
    assert derived(ledger, known="2020-04-10") == ()
    assert len(derived(ledger, known="2020-04-11")) == 1


def test_as_json_it_has_its_base_its_changes_and_both_clocks(ledger):
    base(ledger)
    change(ledger, "cut", 500)
    [row] = answer_to_json(levels(ledger, "United States", place="Iraq"))["derived"]
    assert (row["value"], row["known"], row["base"]["value"]) == (4500, "2020-04-11", 5000)
    assert row["changes"][0]["entries"][0]["words"] == "Dispatch cut tells of the force."
    assert row["added"] == max(row["base"]["added"], row["changes"][0]["entries"][0]["report"]["added"])
