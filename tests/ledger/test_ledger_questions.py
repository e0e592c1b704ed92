"""Footprint, timeline and promises, on ledgers filled by hand."""

from __future__ import annotations

from datetime import date

import pytest
from made import IDS, US_IN_IRAQ, by, claim_of, cut, level, on, put, report_of, troops

from onrecord.errors import InvalidDate, UnknownName
from onrecord.ledger import Filters, due, footprint, levels, names_like, overview, timeline
from onrecord.model import CommitmentState, Kind, Location, Quantity, Status, Time, TimeType


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
    later = footprint(drawdown, "United States", place="Iraq", on="2021-02-01").promises
    assert [(one.due, one.state.value) for one in then] == [("2020-09", "met"), ("2021-01-15", "open")]
    assert now == then
    assert [(one.due, one.state.value) for one in later] == [("2020-09", "met"), ("2021-01-15", "met")]
    assert later[1].met_by.report.id == "after"


def test_a_footprint_tells_of_no_promise_that_was_made_after_its_day(drawdown):
    answer = footprint(drawdown, "United States", place="Iraq", on="2020-09-08")
    assert (answer.promises, answer.planned) == ((), ())
    answer = footprint(drawdown, "United States", place="Iraq", on="2020-12-01", known="2030-01-01")
    assert [(one.due, one.state.value) for one in answer.promises] == [("2020-09", "met"), ("2021-01-15", "open")]
    assert [point.end for point in answer.planned] == ["2021-01-15"]


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
         ({"parties": ("B", "C", "A"), "type": "ceasefire", "action": "signed"}, None), True),
        (Kind.AGREEMENT, ({"parties": ("A", "B"), "type": "ceasefire", "action": "signed"}, None),
         ({"parties": ("B", "C"), "type": "ceasefire", "action": "signed"}, None), False),
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


def test_a_ledger_from_a_day_on_shows_what_became_known_since(drawdown):
    assert {entry.report.id for entry in drawdown.from_day("2020-11-18").claims()} == {"middle", "after"}
    assert drawdown.newest_of(Filters(), 2) == ("2020-11-17", 0)
    assert drawdown.newest_of(Filters(), 99) is None


def test_an_overview_counts_and_names_what_is_due(drawdown):
    told = overview(drawdown)
    assert (told.reports, told.claims, told.first, told.last) == (5, 5, "2020-07-01", "2021-01-15")
    assert dict(told.statuses) == {"actual": 3, "planned": 2}
    assert told.looked_from is None


def test_names_are_found_by_how_they_begin(drawdown):
    [actor] = names_like(drawdown, "actor", "uni")
    assert actor == "United States"
    assert names_like(drawdown, "actor", "zzz") == ()


def test_a_timeline_keeps_a_status_and_words(drawdown):
    assert {fact.claim.status.value for fact in timeline(drawdown, status="planned")} == {"planned"}
    assert timeline(drawdown, text="nowhere") == ()


@pytest.mark.parametrize(
    ("more", "met"),
    [
        ({"published": "2022-12-01"}, True),
        ({"published": "2024-03-01"}, False),
        ({"published": "2024-03-01", "time": on("2024-02-28")}, False),
        ({"published": "2024-03-01", "time": on("2021-01-14")}, True),
    ],
)
def test_what_is_of_a_time_long_after_a_promise_says_nothing_of_it(ledger, more, met):
    cut(ledger, "promise", published="2020-11-17", status=Status.PLANNED, ids=IDS, **PLAN)
    level(ledger, **{"number": 2500, "id": "done", **more})
    [one] = [one for one in due(ledger) if one.fact.report.id == "promise"]
    assert (one.state is CommitmentState.MET) == met
    assert [step.entry.report.id for step in one.history] == (["promise", "done"] if met else ["promise"])
