"""What becomes of promises to take away all forces, or more or less than was promised; what the words say of how much."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made import US_IN_IRAQ, by, claim_of, on, report_of, troops
from test_ledger_outcomes import CHANGE, CUT, DENIED, LEVEL, PLANNED, day_passes, denial, state, tell

from onrecord.ledger import due
from onrecord.ledger.extents import Extent, extent_of
from onrecord.model import Frozen, Kind, Quantity, Span, Status

OUT = {"said": "The States will withdraw their troops.", "time": by("2021-01-15"), "status": PLANNED}
SENT = {**US_IN_IRAQ, "direction": "increase"}


@pytest.mark.parametrize(
    ("words", "quantity", "extent"),
    [
        ("It withdrew its troops.", None, "whole"),
        ("It withdrew all of its remaining soldiers.", None, "whole"),
        ("It finished the pullout of the battalion.", None, "whole"),
        ("It withdrew its 1,500 soldiers.", troops(delta=1500), "whole"),
        ("It withdrew all 50 soldiers.", troops(delta=50), "whole"),
        ("It withdrew the last ones.", troops(to=0), "whole"),
        ("It withdrew troops.", None, "untold"),
        ("It withdrew some of its troops.", None, "part"),
        ("It withdrew its combat troops.", None, "part"),
        ("It began to withdraw its troops.", None, "part"),
        ("It finished the first stage of the pullout.", None, "part"),
        ("It withdrew its troops from two bases.", None, "part"),
        ("It withdrew its troops from northern Iraq.", None, "part"),
        ("It withdrew troops from its bases.", None, "part"),
        ("It withdrew 50 soldiers.", troops(delta=50), "part"),
        ("It withdrew 50 of its 900 soldiers.", troops(delta=50), "part"),
        ("It cut its force to 50 soldiers.", troops(to=50), "part"),
    ],
)
def test_the_words_say_whether_all_forces_leave(words, quantity, extent):
    claim = claim_of(report_of(words), CHANGE, CUT, quantity=quantity)
    assert extent_of(claim, words) is Extent(extent)


def test_who_sends_forces_takes_none_away():
    words = "It sent its troops."
    assert extent_of(claim_of(report_of(words), CHANGE, SENT), words) is Extent.UNTOLD


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"said": "They withdrew their troops.", "time": on("2021-01-10")}, "met"),
        ({"said": "They withdrew their troops.", "time": on("2021-01-20")}, "met_late"),
        ({"said": "They withdrew the last soldiers.", "quantity": troops(to=0)}, "met"),
        # some of them, nobody knows how many, so many, those of somewhere else
        ({"said": "They withdrew some of their troops.", "time": on("2021-01-10")}, "no_evidence"),
        ({"said": "They withdrew troops.", "time": on("2021-01-10")}, "no_evidence"),
        ({"said": "They withdrew 40 soldiers.", "quantity": troops(delta=40)}, "no_evidence"),
        ({"said": "They withdrew their troops.", "args": {**CUT, "place": "Syria"}}, "no_evidence"),
        ({"said": "They sent their troops.", "args": SENT}, "no_evidence"),
        ({"said": "They withdrew their troops.", "time": on("2020-10-01")}, "no_evidence"),
    ],
)
@pytest.mark.parametrize("promised", [
    {},
    {"said": "They will withdraw all their troops.", "quantity": troops(to=0)},
    {"said": "They will withdraw their 300 troops.", "quantity": troops(delta=300)},
])  # fmt: skip
def test_a_pullout_of_all_forces_is_met_when_all_have_left(ledger, promised, more, found):
    tell(ledger, "promise", CHANGE, CUT, **{**OUT, **promised})
    tell(ledger, "done", **{"kind": CHANGE, "args": CUT, "published": "2021-02-20", **more})
    assert state(ledger) == (found, ["done"] if found.startswith("met") else [])


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"time": on("2021-01-10")}, "met"),
        ({"said": "They withdrew all.", "quantity": troops(to=0)}, "met"),
        ({}, "no_evidence"),
        ({"said": "Some troops were withdrawn.", "time": on("2021-01-10")}, "no_evidence"),
        ({"time": on("2021-01-10"), "args": {**US_IN_IRAQ, "direction": "increase"}}, "no_evidence"),
        ({"time": on("2022-05-10"), "published": "2022-05-20"}, "no_evidence"),
    ],
)
def test_a_bare_act_is_met_by_the_same_bare_act_on_a_day_that_is_told(ledger, more, found):
    tell(ledger, "promise", CHANGE, CUT, **{**OUT, "said": "Troops will be withdrawn."})
    done = {"args": CUT, "said": "Troops were withdrawn.", "published": "2021-02-20"}
    tell(ledger, "done", CHANGE, **{**done, **more})
    assert state(ledger) == (found, ["done"] if found == "met" else [])


@pytest.mark.parametrize(
    ("kind", "more", "found"),
    [
        (CHANGE, {"said": "They have not withdrawn their troops.", "word": "not", "status": DENIED}, "missed"),
        (CHANGE, {"said": "They have not withdrawn troops.", "word": "not", "status": DENIED}, "missed"),
        (CHANGE, {"said": "They have not withdrawn some troops.", "word": "not", "status": DENIED}, "no_evidence"),
        (LEVEL, {"said": "They still have 220 soldiers there.", "quantity": troops(220)}, "missed"),
    ],
)
def test_a_pullout_is_missed_where_a_later_report_says_that_they_are_still_there(ledger, kind, more, found):
    tell(
        ledger,
        "promise",
        CHANGE,
        CUT,
        **{**OUT, "said": "They will withdraw their 220 soldiers.", "quantity": troops(delta=220)},
    )
    tell(ledger, "there", kind, CUT if kind is CHANGE else US_IN_IRAQ, published="2021-02-20", **more)
    assert state(ledger) == (found, ["there"] if found == "missed" else [])
    tell(ledger, "gone", CHANGE, CUT, said="They withdrew their soldiers.", time=on("2021-03-01"), published="2021-03-02")
    assert state(ledger)[0] == "met_late"


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, "missed"),
        ({"said": "The force had 3,000 soldiers there."}, "no_evidence"),
        ({"said": "The force has 3,000 soldiers there, it said in January."}, "no_evidence"),
        ({"said": "The force has 3,000 soldiers there as in 2019."}, "no_evidence"),
        ({"status": Status.POSSIBLE}, "no_evidence"),
        ({"published": "2021-01-15"}, "no_evidence"),
        ({"published": "2021-01"}, "no_evidence"),
        ({"published": "2021-08-15"}, "no_evidence"),
        ({"quantity": troops(2600)}, "no_evidence"),
    ],
)
def test_a_level_told_in_the_present_is_of_the_day_of_its_report(ledger, more, found):
    tell(ledger, "promise", CHANGE, CUT, status=PLANNED, quantity=troops(to=2500), time=by("2021-01-15"))
    level = {"said": "The force has 3,000 soldiers there.", "quantity": troops(3000), "published": "2021-02-03"}
    tell(ledger, "level", LEVEL, US_IN_IRAQ, **{**level, **more})
    day_passes(ledger, "2021-09-01")
    assert state(ledger) == (found, ["level"] if found == "missed" else [])


@pytest.mark.parametrize(
    ("done", "time", "found"),
    [
        (troops(delta=120), on("2021-01-10"), "met"),
        (troops(to=0), on("2021-01-10"), "met"),
        # late, on a day that nobody tells, far more, fewer
        (troops(delta=120), on("2021-01-20"), "no_evidence"),
        (troops(to=0), on("2021-01-20"), "no_evidence"),
        (troops(delta=120), None, "no_evidence"),
        (troops(delta=900), on("2021-01-10"), "no_evidence"),
        (troops(delta=60), on("2021-01-10"), "no_evidence"),
    ],
)
def test_somewhat_more_than_was_promised_keeps_a_promise_in_time(ledger, done, time, found):
    tell(
        ledger,
        "promise",
        CHANGE,
        CUT,
        said="They will cut 100.",
        status=PLANNED,
        quantity=troops(delta=100),
        time=by("2021-01-15"),
    )
    tell(ledger, "done", CHANGE, CUT, said="So many left.", quantity=done, time=time, published="2021-02-01")
    assert state(ledger)[0] == found


GIFT = {"donor": "Northland", "recipient": "Valley", "goods": "tanks", "action": "provided"}


def tanks(number: float) -> Quantity:
    return Quantity(value=number, unit="tank")


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"quantity": tanks(18), "time": on("2021-01-10")}, "met"),
        ({"quantity": tanks(18)}, "no_evidence"),
        ({"quantity": tanks(18), "time": on("2021-01-10"), "args": {**GIFT, "goods": "trucks"}}, "no_evidence"),
        ({"quantity": tanks(10), "time": on("2021-01-10")}, "no_evidence"),
        ({"quantity": tanks(10), "said": "It has sent only 10 so far."}, "missed"),
        ({"quantity": tanks(10), "said": "It has sent 10 so far."}, "no_evidence"),
        ({"quantity": tanks(10), "said": "It has sent only 10 so far.", "published": "2021-01-10"}, "no_evidence"),
    ],
)
def test_somewhat_more_goods_keep_a_promise_and_only_so_few_break_it(ledger, more, found):
    tell(ledger, "promise", Kind.ASSISTANCE, GIFT, status=PLANNED, quantity=tanks(14), time=by("2021-01-15"))
    tell(ledger, "done", **{"kind": Kind.ASSISTANCE, "args": GIFT, "published": "2021-02-01", **more})
    day_passes(ledger)
    assert state(ledger) == (found, ["done"] if found != "no_evidence" else [])


def test_more_money_may_be_other_money(ledger):
    money = {**GIFT, "goods": "aid"}
    tell(
        ledger,
        "promise",
        Kind.ASSISTANCE,
        money,
        status=PLANNED,
        quantity=Quantity(value=14, unit="USD"),
        time=by("2021-01-15"),
    )
    given = {"quantity": Quantity(value=18, unit="USD"), "time": on("2021-01-10"), "published": "2021-02-01"}
    tell(ledger, "done", Kind.ASSISTANCE, money, **given)
    assert state(ledger) == ("no_evidence", [])


def test_more_may_be_of_another_promise_where_there_is_one(ledger):
    more = {"status": PLANNED, "time": by("2021-01-15")}
    tell(ledger, "promise", Kind.ASSISTANCE, GIFT, quantity=tanks(14), **more)
    tell(ledger, "other", Kind.ASSISTANCE, GIFT, quantity=tanks(18), **more, published="2020-11-30")
    tell(ledger, "done", Kind.ASSISTANCE, GIFT, quantity=tanks(18), time=on("2021-01-10"), published="2021-02-01")
    assert state(ledger) == ("no_evidence", [])


def test_what_was_called_off_is_given_up_and_not_done(ledger):
    tell(ledger, "promise", CHANGE, CUT, **OUT)
    report = report_of("They cancelled the withdrawal of their troops.", id="off", published="2020-12-20")
    claim = claim_of(report, CHANGE, CUT)
    at = report.text.index("withdrawal")
    ledger.add(report, [replace(claim, spans=Frozen({"trigger": Span(at, at + len("withdrawal"))}))])
    assert state(ledger) == ("withdrawn", ["off"])


def test_a_pledge_is_missed_where_the_gift_did_not_come(ledger):
    pledge = {**GIFT, "action": "pledged"}
    tell(ledger, "promise", Kind.ASSISTANCE, pledge, status=PLANNED, quantity=tanks(14), time=by("2021-01-15"))
    denial(ledger, GIFT, kind=Kind.ASSISTANCE, quantity=tanks(14), published="2021-02-01")
    assert state(ledger) == ("missed", ["denial"])


def test_what_asks_for_something_is_no_promise(ledger):
    tell(ledger, "request", Kind.ASSISTANCE, {**GIFT, "action": "requested"}, status=PLANNED, quantity=tanks(14))
    tell(ledger, "other", CHANGE, CUT, said="Iraq asked them to leave.", word="asked", source="Iraq", status=PLANNED)
    tell(ledger, "passive", CHANGE, CUT, said="They were asked to leave.", word="asked", status=PLANNED)
    tell(ledger, "promise", CHANGE, CUT, said="They asked to leave.", word="asked", source="United States", status=PLANNED)
    assert [one.fact.report.id for one in due(ledger)] == ["promise"]


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"quantity": troops(delta=60), "time": on("2021-01-15")}, True),
        ({"quantity": troops(delta=60), "status": DENIED}, True),
        ({"args": {**CUT, "direction": "increase"}, "quantity": troops(delta=60)}, False),
        ({"quantity": troops(delta=60), "published": "2022-03-01"}, False),
        ({"kind": LEVEL, "args": US_IN_IRAQ, "quantity": troops(2900)}, True),
        ({"quantity": troops(delta=60), "status": Status.POSSIBLE}, False),
        ({"quantity": troops(delta=60), "time": on("2020-10-01")}, False),
        ({"quantity": Quantity(delta=60, unit="aircraft")}, False),
        ({"quantity": troops(delta=60), "args": {**CUT, "place": "Syria"}}, False),
        ({"quantity": troops(delta=60), "args": {**CUT, "actor": "Italy"}}, False),
        ({"quantity": troops(delta=60), "args": {**CUT, "site": "Camp Heron"}}, True),
    ],
)
def test_where_nothing_decides_what_else_is_told_of_the_same_parties_stands_beside_the_promise(ledger, more, found):
    tell(ledger, "promise", CHANGE, CUT, status=PLANNED, quantity=troops(delta=90), time=by("2021-01-15"))
    tell(ledger, "near", **{"kind": CHANGE, "args": CUT, "published": "2021-01-20", **more})
    [one] = [one for one in due(ledger) if one.fact.report.id == "promise"]
    assert (one.state.value, [entry.report.id for entry in one.bearing]) == ("no_evidence", ["near"] if found else [])


def test_beside_a_promise_stands_what_was_told_nearest_to_its_day(ledger):
    tell(ledger, "promise", CHANGE, CUT, status=PLANNED, quantity=troops(delta=90), time=by("2021-01-15"))
    tell(ledger, "undated", CHANGE, {**CUT, "place": "Syria"}, status=PLANNED, quantity=troops(delta=90))
    for day in ("2020-12-01", "2021-01-10", "2021-01-20", "2021-02-01", "2021-06-01"):
        tell(ledger, day, CHANGE, CUT, published=day, quantity=troops(delta=10))
    for day in ("2021-06-01", "2021-12-01"):
        tell(ledger, f"there {day}", CHANGE, {**CUT, "place": "Syria"}, published=day, quantity=troops(delta=10))
    beside = {one.fact.report.id: [entry.report.id for entry in one.bearing] for one in due(ledger)}
    assert beside == {"promise": ["2021-01-10", "2021-01-20", "2021-02-01"], "undated": ["there 2021-06-01"]}
    assert all(one.bearing == () for one in due(ledger, known="2021-01-15"))


@pytest.mark.parametrize(("time", "found"), [(on("2021-01-10"), "met"), (None, "no_evidence")])
def test_who_is_to_send_troops_has_done_so_with_any_number(ledger, time, found):
    tell(ledger, "promise", CHANGE, SENT, said="Troops will be sent.", status=PLANNED, time=by("2021-01-15"))
    tell(ledger, "done", CHANGE, SENT, said="They sent 150.", quantity=troops(delta=150), time=time, published="2021-01-12")
    day_passes(ledger)
    assert state(ledger)[0] == found


def test_the_base_at_a_town_may_be_called_by_the_town(ledger):
    closing = {"status": PLANNED, "time": by("2020-12-31")}
    tell(ledger, "promise", Kind.SITE, {"site": "Kidal", "action": "closed"}, **closing)
    tell(
        ledger, "given", Kind.SITE, {"site": "base at Kidal", "place": "Kidal", "action": "handed_over"}, published="2020-12-20"
    )
    tell(ledger, "camp", Kind.SITE, {"site": "Camp Hill", "place": "Kidal", "action": "closed"}, published="2020-12-21")
    day_passes(ledger)
    [one] = due(ledger)
    assert (one.state.value, [entry.report.id for entry in one.bearing]) == ("no_evidence", ["given"])
