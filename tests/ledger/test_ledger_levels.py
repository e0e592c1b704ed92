"""The series of levels of an actor in a place, on ledgers filled by hand."""

from __future__ import annotations

import pytest
from made import ADDED, IDS, US_IN_IRAQ, by, claim_of, cut, level, on, put, report_of, troops

from onrecord.ledger import levels
from onrecord.model import Kind, Location, Quantity, Stage, Status, Time, TimeType


def seen(points):
    return [(point.start, point.end, point.value, point.status.value, point.dated_by) for point in points]


def test_the_series_tells_plans_from_what_holds_and_what_dates_each(drawdown):
    answer = levels(drawdown, "united states", place="iraq")
    assert (answer.actor, answer.place, answer.unit) == ("United States", "Iraq", "personnel")
    assert seen(answer.points) == [
        ("2020-07-01", "2020-07-01", 5200, "actual", "published"),
        ("2020-09", "2020-09", 3000, "planned", "text"),
        ("2020-09-09", "2020-09-09", 5200, "actual", "published"),
        ("2020-11-18", "2020-11-18", 3000, "actual", "published"),
        ("2021-01-15", "2021-01-15", 2500, "planned", "text"),
        ("2021-01-15", "2021-01-15", 2500, "actual", "text"),
    ]
    assert answer.undated == answer.gaps == ()


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (2500, ("2020-11-17", "2021-01-15", "2020-11-20", "ordered")),
        (3000, (None, None, "2020-11-20", None)),
    ],
)
def test_a_plan_has_its_announcement_and_due_day_and_the_number_before_it_has_not(ledger, value, told):
    plan = {"time": by("2021-01-15"), "status": Status.PLANNED, "stage": Stage.ORDERED}
    quantity = troops(start=3000, to=2500)
    cut(ledger, "silent", published="2020-11-20", quantity=quantity, **plan)
    cut(ledger, "telling", published="2020-11-21", quantity=quantity, announced=on("2020-11-17"), **plan)
    [point] = [point for point in levels(ledger, "United States", place="Iraq").points if point.value == value]
    assert (point.announced, point.due, point.known, point.stage) == told


@pytest.mark.parametrize("announced", [None, on("XXXX-11-17")])
def test_nobody_is_said_to_have_announced_on_a_day_without_a_year(ledger, announced):
    cut(
        ledger,
        "a",
        published="2020-11-20",
        quantity=troops(to=2500),
        time=by("2021-01"),
        status=Status.PLANNED,
        announced=announced,
    )
    [point] = levels(ledger, "United States", place="Iraq").points
    assert (point.announced, point.due) == (None, "2021-01")


def test_a_level_is_known_since_its_report_and_was_added_when_it_was(ledger):
    put(ledger, "late", Kind.FORCE_LEVEL, US_IN_IRAQ, published="2020-11", quantity=troops(400), time=on("2020-03"))
    [point] = levels(ledger, "United States", place="Iraq").points
    assert (point.start, point.known, point.added, point.due) == ("2020-03", "2020-11-30", ADDED.isoformat(), None)


def test_the_series_as_known_earlier_is_shorter(drawdown):
    assert [point.value for point in levels(drawdown, "United States", place="Iraq", known="2020-10").points] == [
        5200,
        3000,
        5200,
    ]


@pytest.mark.parametrize(
    ("more", "placed"),
    [
        ({"published": None}, (None, None, "unknown")),
        ({"published": "2020-05", "status": Status.PLANNED}, (None, None, "unknown")),
        ({"published": "2020-05"}, ("2020-05", "2020-05", "published")),
        ({"published": None, "time": on("2019-03-02")}, ("2019-03-02", "2019-03-02", "text")),
        ({"published": "2020-05-01", "time": Time("since 2014", "2014", None, TimeType.DURATION)}, ("2014", None, "text")),
        ({"published": "2020-05-01", "time": on("XXXX-03")}, ("2020-05-01", "2020-05-01", "published")),
    ],
)
def test_a_level_is_placed_by_its_words_or_its_report_or_not_at_all(ledger, more, placed):
    level(ledger, "one", 10, **more)
    answer = levels(ledger, "United States", place="Iraq")
    [point] = (*answer.points, *answer.undated)
    assert (point.start, point.end, point.dated_by) == placed
    assert bool(answer.undated) is (placed[:2] == (None, None))


def test_before_a_change_that_was_made_the_older_level_held_until_then(ledger):
    cut(
        ledger,
        "one",
        published="2020-10-01",
        quantity=troops(start=5200, to=3000),
        time=Time("from June to September", "2020-06", "2020-09", TimeType.DURATION),
    )
    assert seen(levels(ledger, "United States", place="Iraq").points) == [
        (None, "2020-06", 5200, "actual", "text"),
        ("2020-09", "2020-09", 3000, "actual", "text"),
    ]


def test_the_number_before_an_order_held_when_the_order_was_announced(ledger):
    quantity = troops(start=3000, to=2500)
    cut(ledger, "order", published="2021-01-15", quantity=quantity, status=Status.PLANNED, announced=on("2020-11-17"))
    assert seen(levels(ledger, "United States", place="Iraq").points) == [("2020-11-17", "2020-11-17", 3000, "actual", "text")]


def test_bounds_units_and_what_is_counted_are_kept(ledger):
    args = {**US_IN_IRAQ, "counting": "permanently assigned"}
    report = report_of("At least 40 jets, and up to 9,000 soldiers with contractors.")
    words = claim_of(report, Kind.FORCE_LEVEL, args, quantity=Quantity(high=9000, unit="personnel", approx=True))
    jets = claim_of(report, Kind.FORCE_LEVEL, US_IN_IRAQ, quantity=Quantity(low=40, unit="aircraft"))
    ledger.add(report, [words, jets])
    [people] = levels(ledger, "United States", place="Iraq").points
    assert (people.value, people.high, people.approx, people.counting) == (None, 9000, True, "permanently assigned")
    [planes] = levels(ledger, "United States", place="Iraq", unit="aircraft").points
    assert (planes.value, planes.low, planes.approx) == (None, 40, False)


@pytest.mark.parametrize("asked", ["Taji", "taji, iraq", "geonames:1"])
def test_a_place_goes_by_its_first_name_whatever_larger_places_the_report_names(ledger, asked):
    level(
        ledger,
        "a",
        30,
        published="2020-01-01",
        args={"actor": "United States", "place": "Taji, Iraq"},
        ids={"place": "geonames:1"},
    )
    level(
        ledger, "b", 40, published="2020-01-02", args={"actor": "United States", "place": "Taji"}, ids={"place": "geonames:1"}
    )
    assert [point.value for point in levels(ledger, "United States", place=asked).points] == [30, 40]


@pytest.mark.parametrize("part", [{"place": "Anbar"}, {"place": "Iraq", "site": "Camp Example"}])
def test_the_number_of_a_part_is_not_that_of_the_whole(ledger, part):
    level(ledger, "whole", 3000, published="2020-01-01", ids=IDS)
    level(ledger, "part", 200, published="2020-01-02", args={"actor": "United States", **part}, ids={"place.country": "IQ"})
    assert [point.value for point in levels(ledger, "United States", place="Iraq").points] == [3000]
    smallest = part.get("site") or part["place"]
    assert [point.value for point in levels(ledger, "United States", place=smallest).points] == [200]


@pytest.mark.parametrize(
    ("args", "more", "words"),
    [
        ({"place": "Anbar"}, {"ids": {"place.country": "IQ"}}, ("Anbar", None)),
        ({"place": "Iraq", "site": "Camp Example"}, {"ids": IDS}, ("Iraq", "Camp Example")),
        ({"site": "Camp Example"}, {"locations": {"site": Location("exact", ("Anbar", "Iraq"))}}, (None, "Camp Example")),
        ({"place": "Ramadi"}, {"locations": {"place": Location("town", ("Anbar", "Iraq"))}}, ("Ramadi", None)),
        ({"place": "western Iraq"}, {"ids": IDS}, ("western Iraq", None)),
    ],
)
def test_a_number_of_a_part_stands_apart_with_its_words_and_is_added_to_nothing(ledger, args, more, words):
    level(ledger, "whole", 3000, published="2020-01-01", ids=IDS)
    level(ledger, "part", 200, published="2020-01-02", args={"actor": "United States", **args}, **more)
    answer = levels(ledger, "United States", place="Iraq")
    assert [point.value for point in (*answer.points, *answer.undated)] == [3000]
    assert [point.value for one in answer.series for point in one.points] == [3000]
    assert [(point.value, point.place, point.site) for point in answer.parts] == [(200, *words)]


@pytest.mark.parametrize(
    ("place", "written"), [("Southern Isles", "Southern Isles"), ("Southern Isles", "the Southern Isles"), ("Hilland", "HL")]
)
def test_a_place_is_no_part_of_itself_whatever_its_name_is(ledger, place, written):
    level(ledger, "a", 30, published="2020-01-01", args={"actor": "Northland", "place": place}, ids={"place": "own:1"})
    level(ledger, "b", 40, published="2020-01-02", args={"actor": "Northland", "place": written}, ids={"place": "own:1"})
    answer = levels(ledger, "Northland", place=place)
    assert ([point.value for point in answer.points], answer.parts) == ([30, 40], ())


@pytest.mark.parametrize(
    ("args", "ids"),
    [({"place": "Kuwait"}, {"place": "iso3166:KW"}), ({"actor": "Northland", "place": "Anbar"}, {"place.country": "IQ"})],
)
def test_what_is_elsewhere_or_of_somebody_else_is_no_part(ledger, args, ids):
    level(ledger, "whole", 3000, published="2020-01-01", ids=IDS)
    level(ledger, "other", 200, published="2020-01-02", args={**US_IN_IRAQ, **args}, ids=ids)
    assert levels(ledger, "United States", place="Iraq").parts == ()


def test_an_echo_is_one_point_with_all_its_reports(ledger):
    for outlet in ("Sample Wire", "Harbour Post", "Valley Daily"):
        put(ledger, outlet, Kind.FORCE_LEVEL, US_IN_IRAQ, outlet=outlet, words="There are 3,000.", quantity=troops(3000))
    [point] = levels(ledger, "United States", place="Iraq").points
    assert len(point.fact.entries) == 3


def test_a_gap_is_more_than_half_a_year_of_silence_and_a_plan_does_not_fill_it(ledger):
    level(ledger, "a", 10, published="2018-01-01")
    level(ledger, "b", 11, published="2018-07-01")
    level(ledger, "c", 12, published="2018-08-01", time=on("2019-01-15"), status=Status.PLANNED)
    level(ledger, "d", 13, published="2019-03")
    assert levels(ledger, "United States", place="Iraq").gaps == (("2018-07-01", "2019-03-01"),)


def test_levels_that_count_differently_are_series_of_their_own_with_gaps_of_their_own(ledger):
    ground, rolls = {**US_IN_IRAQ, "counting": "on the ground"}, {**US_IN_IRAQ, "counting": "on the rolls"}
    level(ledger, "cap", 5262, published="2017-01-01", args={**US_IN_IRAQ, "measure": "cap"})
    level(ledger, "a", 100, published="2017-02-01", args=ground)
    level(ledger, "b", 300, published="2017-06-01", args=rolls)
    level(ledger, "c", 200, published="2017-10-01", args={**US_IN_IRAQ, "measure": "strength"})
    level(ledger, "d", 101, published="2018-02-01", args={**ground, "counting": "On the  ground"})
    level(ledger, "e", 201, published="2018-03-01", args=US_IN_IRAQ)
    answer = levels(ledger, "United States", place="Iraq")
    assert [(one.measure, one.counting, [point.value for point in one.points], one.gaps) for one in answer.series] == [
        ("strength", None, [200, 201], ()),
        ("strength", "on the ground", [100, 101], (("2017-02-01", "2018-02-01"),)),
        ("strength", "on the rolls", [300], ()),
        ("cap", None, [5262], ()),
    ]
    assert [point.value for point in answer.points] == [5262, 100, 300, 200, 101, 201]
    assert answer.gaps == ()


def test_a_level_since_a_year_fills_the_time_up_to_its_report(ledger):
    level(ledger, "a", 10, published="2019-12-01", time=Time("since 2014", "2014", None, TimeType.DURATION))
    level(ledger, "b", 11, published="2020-01-05")
    assert levels(ledger, "United States", place="Iraq").gaps == ()
