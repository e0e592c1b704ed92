"""Which facts cannot both hold as they stand, and why they differ; what may be other scope is never called a contradiction."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import US_IN_IRAQ, by, claim_of, level, on, report_of, troops

from onrecord.ledger import disputes, disputes_of, facts_of
from onrecord.model import (
    Cause,
    Dispute,
    Entry,
    Kind,
    Location,
    Quantity,
    Report,
    ReportCard,
    Stage,
    Status,
)
from onrecord.pipeline import Extractor

ADDED = "2026-01-01T00:00:00+00:00"
IDS = {"actor": "iso3166:US", "place": "iso3166:IQ"}
TOWN = {"place": Location("town", ("Iraq",))}
TOLL = {"kind": Kind.CASUALTIES, "args": {"victims": "soldiers", "outcome": "killed", "place": "Milltown"}, "locations": TOWN,
        "time": on("2020-09-08")}  # fmt: skip
STRIKE = {"kind": Kind.ATTACK, "args": {"attacker": "Northland", "target": "Mill Camp", "mode": "rocket"},
          "ids": {"target": "example:mill", "attacker": "iso3166:NL", "attacker.country": "NL"}, "time": on("2020-09-08")}  # fmt: skip
AID = {"kind": Kind.ASSISTANCE, "args": {"donor": "Northland", "recipient": "Valley", "goods": "trucks", "action": "provided"},
       "time": on("2020-09-08")}  # fmt: skip
BASES = {"kind": Kind.SITE, "args": {"site": "bases", "actor": "Northland", "recipient": "Valley", "action": "handed_over"},
         "time": on("2020-03")}  # fmt: skip
CUT = {"kind": Kind.FORCE_CHANGE, "args": {**US_IN_IRAQ, "direction": "decrease"}, "time": on("2020-09-01")}
LATER = {"published": "2020-09-20"}


def entry(id, kind=Kind.FORCE_LEVEL, args=US_IN_IRAQ, *, published="2020-09-09", words=None, **more):
    report = report_of(words or f"Words of dispatch {id}.", id=id)
    return Entry(
        claim_of(report, kind, args, **more), ReportCard(id, None, published, f"Outlet {id}", None, ADDED), report.text
    )


def causes(*entries: Entry) -> list[str]:
    return [dispute.cause.value for dispute in disputes_of(facts_of(entries))]


def told(id: str, number, **more) -> Entry:
    """An entry with a number: a level of troops, unless the row says something else."""
    quantity = number if isinstance(number, Quantity) else troops(number)
    return entry(id, quantity=quantity, **more)


@pytest.mark.parametrize(
    ("one", "other", "cause"),
    [
        ((5000, {}), (8892, {}), "contradiction"),
        ((5000, {}), (8892, LATER), "newer"),
        ((5000, {"time": on("2020-09-30")}), (8892, {"time": on("2020-11-27")}), "newer"),
        ((5000, {"time": on("2020-07-31")}), (8892, {}), "newer"),
        ((5000, {"time": on("2020-09-01")}), (8892, {"time": on("2020-07-31"), **LATER}), "day"),
        ((5000, {"time": on("2020-09")}), (8892, {"time": on("2020-09")}), "day"),
        ((troops(5000, approx=True), {}), (5200, {}), "rounding"),
        ((troops(low=5000), {}), (8892, {}), "rounding"),
        ((troops(low=40, high=60), {}), (43, {}), "rounding"),
        ((8900, {}), (8892, {}), "rounding"),
        ((5000, {}), (8892, {"args": {**US_IN_IRAQ, "counting": "assigned to the country"}}), "scope"),
        ((5000, {}), (8892, {"args": {**US_IN_IRAQ, "counting": "assigned"}, **LATER}), "scope"),
        ((5000, {"time": on("2020-09-01")}), (8892, {"time": on("2020-07-30"), "args": {**US_IN_IRAQ, "counting": "all"}}), "scope"),
        ((5000, {"args": {**US_IN_IRAQ, "counting": "present"}}), (8892, {"args": {**US_IN_IRAQ, "counting": "all"}}), "scope"),
        ((5000, {"args": {**US_IN_IRAQ, "measure": "cap"}}), (8892, {}), "scope"),
        ((5000, {"source": "Ada Holm"}), (8892, {"source": "quarterly table of the ministry"}), "scope"),
        ((5000, {}), (8892, {"words": "With contractors there are 8,892."}), "scope"),
        ((800, {"ids": IDS}), (900, {"ids": IDS, "args": {"actor": "US", "place": "northern Iraq"}}), "scope"),
        ((3, {**TOLL}), (24, {**TOLL}), "contradiction"),
        ((3, {**TOLL}), (24, {**TOLL, "published": "2020-09-11"}), "newer"),
        ((3, {**TOLL}), (24, {**TOLL, "published": "2021-09-11"}), "contradiction"),
        ((Quantity(low=8, unit="rocket"), STRIKE), (Quantity(value=21, unit="rocket"), STRIKE), "rounding"),
        ((Quantity(value=3, unit="rocket"), STRIKE), (Quantity(value=24, unit="rocket"), STRIKE), "contradiction"),
        ((Quantity(value=4e6, unit="USD"), AID), (Quantity(value=9e6, unit="USD"), AID), "contradiction"),
        ((Quantity(value=4e6, unit="USD"), AID), (Quantity(value=9e6, unit="USD"), {**AID, "args": {**AID["args"], "goods": "arms"}}),
         "scope"),
        ((Quantity(value=8, unit="site"), BASES), (Quantity(value=6, unit="site"), BASES), "contradiction"),
        ((Quantity(value=8, unit="site"), {**BASES, "time": None}), (Quantity(value=6, unit="site"), {**BASES, "time": None}), "scope"),
        ((troops(delta=500), CUT), (troops(delta=700), CUT), "contradiction"),
        ((troops(delta=500), {**CUT, "status": Status.PLANNED}), (troops(delta=700), {**CUT, "status": Status.PLANNED}),
         "contradiction"),
    ],
)  # fmt: skip
def test_two_numbers_of_one_thing_are_told_apart_by_their_cause(one, other, cause):
    assert causes(told("a", one[0], **one[1]), told("b", other[0], **other[1])) == [cause]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((5000, {}), (5000, {"published": "2021-01-09"})),
        ((5000, {}), (troops(5000, approx=True), {})),
        ((5000, {}), (8892, {"published": "2021-09-09"})),
        ((5000, {}), (8892, {"args": {"actor": "United States", "place": "Syria"}})),
        ((5000, {}), (8892, {"args": {"actor": "Canada", "place": "Iraq"}})),
        ((5000, {}), (8892, {"status": Status.PLANNED, "time": by("2020-12-01")})),
        ((5000, {}), (Quantity(value=40, unit="aircraft"), {})),
        ((5000, {}), (5262, {"args": {**US_IN_IRAQ, "measure": "cap"}})),
        ((900, {"ids": IDS}), (800, {"ids": IDS, "args": {"actor": "US", "place": "northern Iraq"}})),
        ((3, TOLL), (24, {**TOLL, "time": on("2020-09-05")})),
        ((3, TOLL), (24, {**TOLL, "args": {**TOLL["args"], "victims": "civilians"}})),
        (
            (3, {**TOLL, "locations": {"place": Location("country")}}),
            (24, {**TOLL, "locations": {"place": Location("country")}}),
        ),
        ((troops(delta=500), CUT), (troops(delta=700), {**CUT, "time": on("2020-08-01")})),
        ((troops(to=3000), CUT), (troops(start=3000, to=2500), CUT)),
        ((troops(delta=500), CUT), (troops(delta=700), {**CUT, "status": Status.ACTUAL, "stage": Stage.UNDERWAY})),
    ],
)
def test_numbers_that_can_both_hold_are_no_dispute(one, other):
    assert causes(told("a", one[0], **one[1]), told("b", other[0], **other[1])) == []


def test_two_numbers_of_one_report_are_no_contradiction():
    report = report_of("In all 8,892 are there.", "About half of them is seen.", id="a")
    card = ReportCard("a", None, "2020-09-09", "Outlet", None, ADDED)
    claims = [claim_of(report, Kind.FORCE_LEVEL, US_IN_IRAQ, words=words, quantity=troops(n))
              for words, n in (("In all 8,892 are there.", 8892), ("About half of them is seen.", 4400))]  # fmt: skip
    assert causes(*(Entry(claim, card, report.text) for claim in claims)) == ["scope"]


def test_what_a_number_counts_is_known_from_others_who_give_the_same_number():
    counted = {**US_IN_IRAQ, "counting": "assigned to the country"}
    entries = [told("a", 8892, args=counted, published="2020-08-01"), told("b", 8892, published="2020-09-09"), told("c", 5000)]
    assert set(causes(*entries)) == {"scope"}
    assert causes(*entries[1:]) == ["contradiction"]


def test_an_old_number_that_is_told_again_after_a_newer_one_is_a_repeat():
    entries = [
        told("a", 5200, published="2020-07-01"),
        told("b", 3000, published="2020-09-09"),
        told("c", 5200, published="2020-10-01"),
    ]
    found = disputes_of(facts_of(entries))
    assert [(d.one.report.id, d.other.report.id, d.cause.value) for d in found] == [("a", "b", "newer"), ("b", "c", "repeat")]
    assert "2020-07-01" in found[1].why


def test_of_numbers_that_follow_one_another_each_is_held_against_the_next():
    numbers = [told(id, n, published=f"2020-09-{day}") for id, n, day in (("a", 100, "01"), ("b", 200, "05"), ("c", 300, "09"))]
    found = disputes_of(facts_of(numbers))
    assert [(d.one.report.id, d.other.report.id) for d in found] == [("a", "b"), ("b", "c")]


@pytest.mark.parametrize(
    ("more", "cause"),
    [
        ({}, ["contradiction"]),
        ({"published": "2020-09-20", "time": on("2020-09-08")}, ["contradiction"]),
        ({"time": on("2020-07-08")}, []),
        ({"time": None}, ["contradiction"]),
        ({"time": None, "published": "2021-09-20"}, []),
        ({"ids": {}}, []),
        ({"quantity": Quantity(value=3, unit="rocket")}, []),
    ],
)
def test_one_says_that_it_happened_and_another_that_it_did_not(more, cause):
    assert causes(entry("a", **STRIKE), entry("b", **{**STRIKE, "status": Status.DENIED, **more})) == cause


def test_what_happens_after_it_was_denied_is_newer():
    denied = entry("a", **{**STRIKE, "time": None, "status": Status.DENIED, "published": "2020-09-01"})
    assert causes(denied, entry("b", **STRIKE)) == ["newer"]


def test_a_denial_of_something_else_in_it_is_scope():
    aid = {**AID, "ids": {"donor": "iso3166:NL"}}
    other = {**aid, "args": {**AID["args"], "goods": "arms"}, "status": Status.DENIED}
    assert causes(entry("a", **aid), entry("b", **other)) == ["scope"]


@pytest.mark.parametrize(
    ("yes", "no", "cause"),
    [
        ({"status": Status.POSSIBLE}, {}, ["contradiction"]),
        ({"status": Status.POSSIBLE, "stage": Stage.PROPOSED}, {}, []),
        ({"status": Status.PLANNED}, {}, ["contradiction"]),
        ({"status": Status.PLANNED}, {"published": "2020-09-20"}, ["newer"]),
        ({"status": Status.PLANNED, "stage": Stage.PROPOSED}, {}, []),
    ],
)
def test_an_allegation_and_a_plan_are_disputed_by_their_denial_and_a_call_is_not(yes, no, cause):
    assert causes(entry("a", **{**STRIKE, **yes}), entry("b", **{**STRIKE, "status": Status.DENIED, **no})) == cause


BY_VALLEY = {"target": "example:mill", "attacker": "iso3166:VA", "attacker.country": "VA"}


@pytest.mark.parametrize(
    ("ids", "more", "cause"),
    [
        (BY_VALLEY, {}, ["contradiction"]),
        ({"target": "example:mill", "attacker": "onrecord:alliance"}, {}, ["scope"]),
        ({**BY_VALLEY, "attacker.country": "NL"}, {}, ["scope"]),
        (BY_VALLEY, {"time": on("2020-09-07")}, []),
        ({"target": "example:mill"}, {}, []),
    ],
)
def test_two_doers_of_one_deed_are_a_dispute_where_both_are_known(ids, more, cause):
    strike = {**STRIKE, "args": {**STRIKE["args"], "attacker": "Valley"}, "ids": ids, **more}
    assert causes(entry("a", **STRIKE), entry("b", **strike)) == cause


def test_the_same_disputes_are_found_whatever_the_order_given():
    entries = [told("a", 5200, published="2020-07-01"), told("b", 3000), told("c", 8892), told("d", troops(3100, approx=True))]
    assert len({disputes_of(order) for order in permutations(facts_of(entries))}) == 1


COUNTINGS = st.sampled_from([None, "assigned", "on the ground", "without contractors"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 9), COUNTINGS, st.integers(1, 28), st.sampled_from(["strength", "cap"])), max_size=9))
def test_what_is_counted_otherwise_is_never_a_contradiction(rows):
    entries = [
        told(f"r{n}", 1000 * number, published=f"2020-09-{day:02}",
             args={**US_IN_IRAQ, "measure": measure} | ({"counting": counting} if counting else {}))
        for n, (number, counting, day, measure) in enumerate(rows)
    ]  # fmt: skip
    for dispute in disputes_of(facts_of(entries)):
        counted = [
            ({e.claim.arg("counting") for e in fact.entries} - {None}) | {fact.claim.arg("measure")}
            for fact in (dispute.one, dispute.other)
        ]
        assert dispute.cause is not Cause.CONTRADICTION or counted[0] == counted[1]


def test_a_ledger_is_asked_by_actor_place_kind_cause_and_day(ledger):
    level(ledger, "a", 5000, published="2020-09-09", ids=IDS)
    level(ledger, "b", 8892, published="2020-09-09", ids=IDS)
    level(ledger, "c", 3000, published="2020-10-09", ids=IDS)
    assert [dispute.cause for dispute in disputes(ledger)] == [Cause.CONTRADICTION, Cause.NEWER, Cause.NEWER]
    assert len(disputes(ledger, actor="United States", place="Iraq", kind="force_level", cause="contradiction")) == 1
    assert len(disputes(ledger, known="2020-09-30")) == 1
    assert disputes(ledger, kind="site") == ()


def test_what_its_outlet_corrected_is_in_no_dispute(ledger):
    level(ledger, "a", 8992, published="2020-09-09")
    right = report_of("There are 8,892 of them.", id="b", published="2020-09-10", corrects="a")
    ledger.add(right, [claim_of(right, Kind.FORCE_LEVEL, US_IN_IRAQ, quantity=troops(8892))])
    assert disputes(ledger) == ()


def test_a_dispute_has_two_sides_and_a_reason():
    [fact] = facts_of([told("a", 5000)])
    [other] = facts_of([told("b", 3000)])
    with pytest.raises(ValueError, match="itself"):
        Dispute(fact, fact, Cause.DAY, "days")
    with pytest.raises(ValueError, match="why"):
        Dispute(fact, other, Cause.DAY, " ")


TABLE = Report("table", "The United States had 8,892 troops in Iraq on September 30 and 1,720 troops in Syria, according to a quarterly "
               "table of the Defense Manpower Data Center.", published="2017-11-20", outlet="Valley Ledger")  # fmt: skip
SPOKESMAN = Report("spokesman", "The United States has about 5,000 troops in Iraq and about 500 troops in Syria, Pentagon spokesman "
                   "Robert Manning said on Monday.", published="2017-11-27", outlet="Harbour Courier")  # fmt: skip


def test_two_counts_of_november_2017_differ_in_scope_and_not_in_truth(ledger, real_lexicon):
    for report, claims in Extractor().claims_of([TABLE, SPOKESMAN]):
        ledger.add(report, claims)
    found = disputes(ledger, actor="US", kind="force_level")
    numbers = {(d.one.claim.quantity.value, d.other.claim.quantity.value): d.cause for d in found}
    assert numbers == {(8892, 5000): Cause.SCOPE, (1720, 500): Cause.SCOPE}
