"""Levels, footprint, timeline and promises, on ledgers filled by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from made import US_IN_IRAQ, by, claim_of, cut, level, on, report_of, troops

from onrecord.errors import InvalidDate, UnknownName
from onrecord.ledger import due, footprint, levels, timeline
from onrecord.model import CommitmentState, Kind, Location, Quantity, Stage, Status, Time, TimeType

ADDED = datetime(2021, 6, 1, tzinfo=UTC)
IDS = {"actor": "iso3166:US", "place": "iso3166:IQ"}


def put(ledger, id, kind, args, *, published="2020-12-13", outlet="Sample Wire", words=None, **more):
    report = report_of(words or f"Something is said in dispatch {id}.", id=id, published=published, outlet=outlet)
    ledger.add(report, [claim_of(report, kind, args, **more)], added=ADDED)


@pytest.fixture
def drawdown(ledger):
    """From 5,200 to 3,000, then 2,500 promised and reached; told by hand-made dispatches."""
    level(ledger, "before", 5200, published="2020-07-01", ids=IDS)
    quantity = troops(start=5200, to=3000)
    cut(ledger, "first", published="2020-09-09", quantity=quantity, time=on("2020-09"), status=Status.PLANNED, ids=IDS)
    cut(
        ledger,
        "second",
        published="2020-11-17",
        quantity=troops(to=2500),
        time=by("2021-01-15"),
        status=Status.PLANNED,
        ids=IDS,
    )
    level(ledger, "middle", 3000, published="2020-11-18", ids=IDS)
    level(ledger, "after", 2500, published="2021-01-15", time=on("2021-01-15"), ids=IDS)
    return ledger


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


@pytest.mark.parametrize(
    ("on_day", "known", "value"),
    [
        ("2020-08-01", None, 5200),
        ("2020-08", "2020-08", 5200),
        ("2020-12-01", None, 3000),
        ("2020-12-01", "2020-10-01", 5200),
        ("2021-01-14", None, 3000),
        ("2021-01-15", None, 2500),
        (date(2022, 1, 1), date(2022, 1, 1), 2500),
    ],
)
def test_the_footprint_has_the_latest_level_that_holds_on_the_day_as_known_on_the_other(drawdown, on_day, known, value):
    [force] = footprint(drawdown, "United States", place="Iraq", on=on_day, known=known).forces
    assert force.value == value


@pytest.mark.parametrize(
    ("day", "value"), [("2020-09-20", 5200), ("2020-09-30", 3000), ("2020-10-05", 3000), ("2020-10-07", 2900)]
)
def test_a_change_in_a_month_is_reached_at_its_end_unless_its_report_is_older(ledger, day, value):
    level(ledger, "exact", 5200, published="2020-09-09")
    cut(ledger, "month", published="2020-11-01", quantity=troops(to=3000), time=on("2020-09"))
    cut(ledger, "early", published="2020-10-06", quantity=troops(to=2900), time=on("2020-10"))
    [force] = footprint(ledger, "United States", place="Iraq", on=day).forces
    assert force.value == value


def test_a_level_since_long_ago_is_as_fresh_as_its_report(ledger):
    level(ledger, "since", 900, published="2020-06-01", time=Time("since 2014", "2014", None, TimeType.DURATION))
    level(ledger, "older", 800, published="2019-06-01")
    [force] = footprint(ledger, "United States", place="Iraq", on="2020-07").forces
    assert force.value == 900


def test_before_anything_is_known_the_footprint_is_unknown_and_not_zero(drawdown):
    answer = footprint(drawdown, "United States", place="Iraq", on="2020-12-01", known="2019")
    assert (answer.forces, answer.promises) == ((), ())
    assert any("unknown, not zero" in note for note in answer.notes)


def test_the_footprint_says_by_which_days_it_answers(drawdown):
    answer = footprint(drawdown, "United States", place="Iraq", on="2020-12")
    assert (answer.actor, answer.place, answer.on, answer.known) == ("United States", "Iraq", "2020-12-31", "2021-01-15")


def test_promises_are_open_or_met_as_known(drawdown):
    then = footprint(drawdown, "United States", place="Iraq", on="2020-12-01", known="2020-12-01").promises
    now = footprint(drawdown, "United States", place="Iraq", on="2020-12-01").promises
    assert [(one.due, one.state.value) for one in then] == [("2020-09", "met"), ("2021-01-15", "open")]
    assert [(one.due, one.state.value) for one in now] == [("2020-09", "met"), ("2021-01-15", "met")]
    assert now[1].met_by.report.id == "after"


def test_forces_of_several_places_and_counts_stand_side_by_side(ledger):
    level(ledger, "all", 8892, published="2017-11-17", args={**US_IN_IRAQ, "counting": "on the rolls"}, ids=IDS)
    level(ledger, "some", 5000, published="2017-11-27", args={**US_IN_IRAQ, "counting": "on the ground"}, ids=IDS)
    level(ledger, "cap", 5262, published="2017-11-01", args={**US_IN_IRAQ, "measure": "cap"}, ids=IDS)
    level(
        ledger,
        "town",
        90,
        published="2017-11-01",
        args={"actor": "United States", "place": "Anbar"},
        ids={"place.country": "IQ"},
    )
    level(ledger, "ended", 7, published="2017-11-01", args={"actor": "United States", "place": "Basra, Iraq"},
          time=Time("until 2016", "2014", "2016", TimeType.DURATION))  # fmt: skip
    answer = footprint(ledger, "United States", place="Iraq", on="2017-12")
    assert [(force.value, force.counting, force.measure) for force in answer.forces] == [
        (5000, "on the ground", "strength"),
        (8892, "on the rolls", "strength"),
        (5262, None, "cap"),
    ]
    assert [force.value for force in answer.parts] == [90]


def test_the_footprint_gathers_sites_changes_assistance_and_attacks_and_leaves_plans_to_promises(ledger):
    here = {"place.country": "IQ"}
    site = {"site": "Camp Example", "actor": "United States", "place": "Taji, Iraq", "action": "handed_over"}
    put(ledger, "site", Kind.SITE, site, time=on("2020-08-23"))
    put(ledger, "later", Kind.SITE, {**site, "site": "Camp Late"}, time=on("2022"), published="2022-02-01")
    put(ledger, "aid", Kind.ASSISTANCE, {"donor": "United States", "recipient": "Peshmerga"}, ids={"recipient.country": "IQ"},
        quantity=Quantity(value=250_000_000, unit="USD"), time=on("2020-09"))  # fmt: skip
    put(ledger, "aidplan", Kind.ASSISTANCE, {"donor": "United States", "recipient": "Peshmerga"}, ids={"recipient.country": "IQ"},
        quantity=Quantity(value=1_300_000_000, unit="USD"), status=Status.PLANNED)  # fmt: skip
    put(
        ledger,
        "rocket",
        Kind.ATTACK,
        {"target": "Embassy", "place": "Baghdad"},
        ids={**here, "target.country": "US"},
        time=on("2020-11-17"),
    )
    put(
        ledger,
        "strike",
        Kind.ATTACK,
        {"attacker": "United States", "target": "Militia", "place": "Baghdad"},
        ids=here,
        time=on("2020-01-03"),
    )
    put(
        ledger,
        "old",
        Kind.ATTACK,
        {"attacker": "United States", "target": "Militia", "place": "Iraq"},
        ids={"attacker": "iso3166:US", "place": "iso3166:IQ"},
        time=on("2018"),
    )
    put(
        ledger,
        "threat",
        Kind.ATTACK,
        {"attacker": "United States", "target": "Militia", "place": "Iraq"},
        status=Status.PLANNED,
    )
    put(ledger, "denied", Kind.ATTACK, {"attacker": "United States", "target": "Police", "place": "Iraq"}, status=Status.DENIED)
    put(
        ledger,
        "menace",
        Kind.ATTACK,
        {"attacker": "Militia", "target": "United States", "place": "Iraq"},
        status=Status.PLANNED,
    )
    put(ledger, "else", Kind.ATTACK, {"attacker": "Militia", "target": "Police", "place": "Iraq"}, time=on("2020-11-18"))
    cut(ledger, "change", published="2020-10-01", quantity=troops(delta=500), time=on("2020-09"))
    answer = footprint(ledger, "United States", place="Iraq", on="2020-12-13")

    def ids(facts):
        return [fact.report.id for fact in facts]

    assert ids(answer.sites) == ["site"]
    assert ids(answer.assistance) == ["aid"]
    assert ids(answer.attacks) == ["strike", "rocket"]
    assert ids(answer.changes) == ["change"]
    assert [one.fact.report.id for one in answer.promises] == ["aidplan", "threat"]
    assert any("365 days" in note for note in answer.notes)
    assert any("1 fact is left out" in note and "it did not happen" in note for note in answer.notes)


def test_an_answer_that_rests_on_an_undated_report_says_so(ledger):
    put(ledger, "undated", Kind.FORCE_LEVEL, US_IN_IRAQ, published=None, quantity=troops(400), time=on("2020-03"))
    put(ledger, "nowhen", Kind.ATTACK, {"attacker": "United States", "place": "Iraq"}, published=None)
    answer = footprint(ledger, "United States", place="Iraq", on="2020-12-13", known="2021-06-01")
    assert any("undated" in note and "added" in note for note in answer.notes)
    assert any("1 fact is left out" in note for note in answer.notes)
    assert footprint(ledger, "United States", place="Iraq", on="2020-12-13", known="2021-05-31").forces == ()


def test_a_footprint_anywhere_needs_no_place(drawdown):
    answer = footprint(drawdown, "United States", on="2021-02-01")
    assert answer.place is None
    assert [force.value for force in answer.forces] == [2500]


@pytest.mark.parametrize("ask", [
    lambda ledger: footprint(ledger, "United Staets", place="Iraq", on="2020"),
    lambda ledger: footprint(ledger, "United States", place="Irak", on="2020"),
    lambda ledger: levels(ledger, "United States", place="Irak"),
    lambda ledger: timeline(ledger, actor="Untied States"),
    lambda ledger: due(ledger, place="Iraqq"),
])  # fmt: skip
def test_every_question_brings_near_names(drawdown, ask):
    with pytest.raises(UnknownName, match="Did you mean"):
        ask(drawdown)


@pytest.mark.parametrize("ask", [
    lambda ledger: footprint(ledger, "United States", on="soon"),
    lambda ledger: timeline(ledger, since="soon"),
    lambda ledger: timeline(ledger, until="soon"),
    lambda ledger: due(ledger, on="soon"),
    lambda ledger: due(ledger, known="soon"),
])  # fmt: skip
def test_every_question_refuses_a_date_that_is_none(drawdown, ask):
    with pytest.raises(InvalidDate, match="soon"):
        ask(drawdown)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, "sent before first middle second after undated"),
        ({"kind": "force_change"}, "first second"),
        ({"since": "2020-09", "until": "2020-11"}, "first middle"),
        ({"until": "2020-07-01"}, "sent before"),
        ({"known": "2020-10"}, "before first"),
        ({"actor": "United States"}, "before first middle second after undated"),
    ],
)
def test_the_timeline_is_in_the_order_of_what_happened(drawdown, asked, found):
    put(drawdown, "undated", Kind.FORCE_LEVEL, US_IN_IRAQ, published=None, quantity=troops(1))
    put(drawdown, "sent", Kind.FORCE_CHANGE, {"actor": "Italy", "place": "Iraq", "direction": "increase"}, published="2020-12-01",
        time=on("2014-10")) if asked.get("kind") is None else None  # fmt: skip
    assert [fact.report.id for fact in timeline(drawdown, **asked)] == found.split()


PLAN = {"quantity": troops(to=2500), "time": by("2021-01-15")}


@pytest.mark.parametrize(
    ("more", "met"),
    [
        ({}, True),
        ({"time": on("2021-01-15")}, True),
        ({"published": "2020-11-17"}, False),
        ({"published": "2020-11-01"}, False),
        ({"time": on("2020-10")}, False),
        ({"time": on("2020-11")}, True),
        ({"published": None}, False),
        ({"published": None, "time": on("2021-01-15")}, True),
        ({"number": 2600}, False),
        ({"status": Status.POSSIBLE}, False),
        ({"status": Status.PLANNED}, False),
        ({"args": {"actor": "Italy", "place": "Iraq"}}, False),
        ({"args": {"actor": "United States", "place": "Syria"}}, False),
        ({"args": {"actor": "United States"}}, False),
        ({"args": {**US_IN_IRAQ, "measure": "cap"}}, False),
        ({"args": {"actor": "US forces", "place": "Republic of Iraq"}, "ids": IDS}, True),
    ],
)
def test_a_promise_is_met_only_where_a_later_report_says_that_the_same_was_done(ledger, more, met):
    cut(ledger, "promise", published="2020-11-17", status=Status.PLANNED, ids=IDS, **PLAN)
    more = {"published": "2021-01-16", "number": 2500, "id": "done", **more}
    level(ledger, **more)
    [one] = [one for one in due(ledger) if one.fact.report.id == "promise"]
    assert (one.state is CommitmentState.MET, one.due) == (met, "2021-01-15")
    assert (one.met_by.report.id if one.met_by else None) == ("done" if met else None)


@pytest.mark.parametrize(
    ("kind", "promised", "done", "met"),
    [
        (Kind.FORCE_CHANGE, ({"actor": "A", "place": "B", "direction": "decrease"}, troops(delta=500)),
         ({"actor": "A", "place": "B", "direction": "decrease"}, troops(delta=500)), True),
        (Kind.FORCE_CHANGE, ({"actor": "A", "place": "B", "direction": "decrease"}, troops(delta=500)),
         ({"actor": "A", "place": "B", "direction": "increase"}, troops(delta=500)), False),
        (Kind.FORCE_CHANGE, ({"actor": "A", "place": "B", "direction": "decrease"}, troops(start=9, to=4)),
         ({"actor": "A", "place": "B", "direction": "decrease"}, troops(to=4)), True),
        (Kind.FORCE_CHANGE, ({"actor": "A", "place": "B", "direction": "decrease"}, None),
         ({"actor": "A", "place": "B", "direction": "decrease"}, None), False),
        (Kind.ASSISTANCE, ({"donor": "A", "recipient": "B", "action": "pledged"}, Quantity(value=9, unit="USD")),
         ({"donor": "A", "recipient": "B", "action": "provided"}, Quantity(value=9, unit="USD")), True),
        (Kind.ASSISTANCE, ({"donor": "A", "recipient": "B", "action": "pledged"}, Quantity(value=9, unit="USD")),
         ({"donor": "A", "recipient": "B", "action": "pledged"}, Quantity(value=9, unit="USD")), False),
        (Kind.ASSISTANCE, ({"donor": "A", "recipient": "B"}, Quantity(value=9, unit="USD")),
         ({"donor": "A", "recipient": "B"}, Quantity(value=9, unit="EUR")), False),
        (Kind.SITE, ({"site": "Camp Example", "action": "closed"}, None), ({"site": "camp example", "action": "closed"}, None), True),
        (Kind.SITE, ({"site": "Camp Example", "action": "closed"}, None), ({"site": "Camp Example", "action": "opened"}, None), False),
        (Kind.SITE, ({"site": "Camp Example", "action": "closed", "actor": "A"}, None),
         ({"site": "Camp Example", "action": "closed", "actor": "B"}, None), False),
        (Kind.AGREEMENT, ({"parties": ("A", "B"), "type": "ceasefire", "action": "signed"}, None),
         ({"parties": ("B", "C"), "type": "ceasefire", "action": "signed"}, None), True),
        (Kind.ATTACK, ({"attacker": "A", "target": "B", "mode": "ground"}, None),
         ({"attacker": "A", "target": "B", "mode": "ground"}, None), False),
    ],
)  # fmt: skip
def test_what_meets_a_promise_depends_on_its_kind(ledger, kind, promised, done, met):
    put(ledger, "promise", kind, promised[0], published="2020-01-01", quantity=promised[1], status=Status.PLANNED)
    put(ledger, "done", kind, done[0], published="2020-06-01", quantity=done[1])
    [one] = due(ledger)
    assert (one.state is CommitmentState.MET) is met


@pytest.mark.parametrize(
    ("announced", "met"), [(on("2020-11-17"), True), (on("2020-11"), True), (None, False), (on("2021-01"), False)]
)
def test_a_promise_told_in_hindsight_was_made_when_the_text_says(ledger, announced, met):
    level(ledger, "done", 2500, published="2021-01-16")
    cut(ledger, "promise", published="2021-03-01", status=Status.PLANNED, announced=announced, **PLAN)
    [one] = due(ledger)
    assert (one.state is CommitmentState.MET) is met


def test_silence_never_makes_a_promise_missed(drawdown):
    [one] = due(drawdown, on="2020-12", known="2020-11-17")
    assert (one.due, one.state) == ("2020-09", CommitmentState.NO_EVIDENCE)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, "month day begin noyear never"),
        ({"on": "2021-01-30"}, "day"),
        ({"on": "2021-02"}, "month day begin"),
        ({"actor": "A"}, "day"),
        ({"place": "C"}, "month"),
        ({"known": "2020-12-12"}, ""),
    ],
)
def test_promises_come_as_they_fall_due_and_those_without_a_date_last(ledger, asked, found):
    for id, time in {
        "never": None,
        "noyear": by("XXXX-01-15"),
        "begin": Time("from February on", "2021-02-28", None, TimeType.DURATION),
        "day": by("2021-01-30"),
        "month": on("2021-01"),
    }.items():
        args = {"day": {"actor": "A"}, "month": {"place": "C"}}.get(id, {"actor": "Other"})
        put(ledger, id, Kind.FORCE_CHANGE, args, time=time, quantity=troops(to=5), status=Status.CONDITIONAL)
    assert sorted(one.fact.report.id for one in due(ledger, **asked)) == sorted(found.split())
    order = [one.fact.report.id for one in due(ledger)]
    assert order == ["day", "month", "begin", "noyear", "never"]


def test_a_larger_place_finds_what_happened_in_a_smaller_one(ledger):
    report = report_of("Rockets hit Mosul.")
    mosul = {"place": Location("town", ("Nineveh", "Iraq"), 36.3, 43.1)}
    args = {"target": "base", "place": "Mosul", "mode": "rocket"}
    ledger.add(report, [claim_of(report, Kind.ATTACK, args, locations=mosul)])
    assert len(timeline(ledger, place="Nineveh")) == 1
    with pytest.raises(UnknownName):
        timeline(ledger, place="Anbar")
