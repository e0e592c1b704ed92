"""Which claims are one fact, and which stay apart."""

from __future__ import annotations

from itertools import permutations

import pytest
from made import US_IN_IRAQ, by, claim_of, on, report_of, troops

from onrecord.ledger import facts_of
from onrecord.model import Entry, Kind, Quantity, ReportCard, Stage, Status, Time, TimeType

ATTACK = {"attacker": "Militia", "target": "Convoy"}
ADDED = "2026-01-01T00:00:00+00:00"


def entry(id="r1", kind=Kind.FORCE_LEVEL, args=US_IN_IRAQ, *, published="2020-09-09", outlet=None, words=None, **more):
    report = report_of(words or f"Words of dispatch {id}.", id=id)
    card = ReportCard(id, None, published, outlet, None, ADDED)
    return Entry(claim_of(report, kind, args, **more), card, report.text)


def test_a_story_that_three_outlets_carry_is_one_fact_with_three_entries():
    outlets = {"a": "Sample Wire", "b": "Harbour Post", "c": "Valley Daily"}
    [fact] = facts_of(
        entry(id, outlet=outlet, words="3,000 will stay.", quantity=troops(3000), published=f"2020-09-{9 + n}")
        for n, (id, outlet) in enumerate(outlets.items())
    )
    assert fact.outlets == ("Sample Wire", "Harbour Post", "Valley Daily")
    assert fact.joined == "same words"


def test_other_words_with_the_same_values_are_joined_for_their_values_and_a_lone_claim_for_nothing():
    one, other = entry("a", quantity=troops(3000)), entry("b", quantity=troops(3000))
    assert [fact.joined for fact in facts_of([one, other])] == ["same values"]
    assert [fact.joined for fact in facts_of([one])] == [""]


def test_the_fact_speaks_with_the_entry_that_was_known_first_whatever_the_order_given():
    entries = [
        entry(id, quantity=troops(3000), published=day) for id, day in [("x", "2020-09"), ("y", "2020-09-12"), ("z", None)]
    ]
    found = {facts_of(order) for order in permutations(entries)}
    assert len(found) == 1
    assert [[e.report.id for e in fact.entries] for fact in found.pop()] == [["y", "x"], ["z"]]


STRIKE = {"kind": Kind.ATTACK, "args": ATTACK}
COUNTED = {**US_IN_IRAQ, "counting": "on the ground"}
BASE = {"kind": Kind.SITE, "args": {"site": "Camp Heron", "action": "handed_over", "actor": "Northland", "recipient": "Valley Guard"},
        "ids": {"site": "example:heron"}, "time": on("2020-09-05")}  # fmt: skip
BASES = {"kind": Kind.SITE, "args": {"site": "eight bases", "action": "handed_over", "actor": "Northland"},
         "quantity": Quantity(value=8, unit="site"), "time": Time("in a year", "2019", "2020", TimeType.DURATION)}  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"quantity": troops(3000)}, {"quantity": troops(3000, approx=True)}),
        ({"args": US_IN_IRAQ}, {"args": {"actor": "the united states", "place": "IRAQ"}}),
        ({"args": US_IN_IRAQ}, {"args": {**US_IN_IRAQ, "measure": "strength"}}),
        ({"args": US_IN_IRAQ}, {"args": {**US_IN_IRAQ, "counting": "on the ground"}}),
        ({"time": on("2020-09")}, {"time": on("2020-09-09")}),
        ({"time": by("2021-01-15")}, {"time": by("2021-01")}),
        ({"time": on("2020-09")}, {"time": None}),
        ({"time": on("2021-09")}, {"time": None}),
        ({**STRIKE, "time": on("2014-01")}, {**STRIKE, "time": on("2014-01"), "published": "2020-01-01"}),
        ({"kind": Kind.MEETING, "args": {"parties": ("A", "B")}}, {"kind": Kind.MEETING, "args": {"parties": ("B", "A")}}),
        (
            {"kind": Kind.ROLE, "args": {"person": "Ada Example", "role": "envoy"}, "published": "2015-01-01"},
            {"kind": Kind.ROLE, "args": {"person": "Ada Example", "role": "envoy"}},
        ),
        ({**STRIKE, "words": "They struck."}, {**STRIKE, "words": "They struck.", "published": "2020-09-16"}),
        (
            {**STRIKE, "words": "They struck.", "time": on("2020-09-08", text="yesterday")},
            {**STRIKE, "words": "They struck.", "time": on("2020-09-09", text="yesterday"), "published": "2020-09-10"},
        ),
        ({"words": "Three.", "args": {"place": "Iraq"}}, {"words": "Three.", "args": {"place": "Iraq"}}),
        ({"words": "Three.", "published": None}, {"words": "Three."}),
        ({"args": COUNTED, "published": "2020-09-16"}, {"args": US_IN_IRAQ}),
        ({"args": COUNTED, "published": "2020-09-30", "source": "Ada Example"}, {"args": US_IN_IRAQ, "source": "Ada Example"}),
        (BASE, {**BASE, "args": {"site": "the Heron post", "action": "handed_over", "recipient": "Valley", "place": "Hill"}}),
        (BASE, {**BASE, "time": None, "published": "2020-09-30"}),
        (BASE, {**BASE, "time": Time("lately"), "published": "2020-09-30"}),
        (BASES, {**BASES, "args": {**BASES["args"], "recipient": "Valley"}, "time": on("2020-03")}),
        ({"time": Time("now")}, {"time": on("2020-09-08")}),
    ],
)  # fmt: skip
def test_these_two_are_one_fact(one, other):
    assert len(facts_of([entry("a", **one), entry("b", **other)])) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"quantity": troops(8892)}, {"quantity": troops(5000)}),
        ({"quantity": troops(3000)}, {"quantity": Quantity(low=3000, unit="personnel")}),
        ({"quantity": troops(3)}, {"quantity": Quantity(value=3, unit="aircraft")}),
        ({"quantity": troops(3000)}, {"quantity": None}),
        ({"status": Status.PLANNED}, {"status": Status.ACTUAL}),
        ({"args": US_IN_IRAQ}, {"args": {"actor": "United States", "place": "Syria"}}),
        ({"args": US_IN_IRAQ}, {"args": {"actor": "United States"}}),
        ({"args": {"place": "Iraq"}}, {"args": {"place": "Iraq"}}),
        ({"args": US_IN_IRAQ}, {"args": {**US_IN_IRAQ, "measure": "cap"}}),
        ({"args": {**US_IN_IRAQ, "counting": "with contractors"}}, {"args": {**US_IN_IRAQ, "counting": "on the ground"}}),
        ({**STRIKE, "args": {**ATTACK, "place": "Basra"}}, {**STRIKE, "args": {**ATTACK, "place": "Mosul"}}),
        ({"time": on("2020-09-08")}, {"time": on("2020-09-09")}),
        ({"time": on("2020-09")}, {"time": by("2020-09")}),
        ({"time": Time("since then", "2014", None, TimeType.DURATION)}, {"time": Time("from then on", "2015", None, TimeType.DURATION)}),
        ({"time": on("XXXX-01")}, {"time": on("XXXX-03")}),
        ({}, {"published": "2020-10-11"}),
        ({}, {"published": None}),
        ({"published": None}, {"published": None}),
        ({"args": COUNTED, "published": "2020-09-30"}, {"args": US_IN_IRAQ}),
        ({"args": COUNTED, "time": on("2020-09")}, {"args": US_IN_IRAQ}),
        ({"stage": Stage.UNDERWAY}, {}),
        (BASE, {**BASE, "time": on("2020-09-06")}),
        (BASE, {**BASE, "time": None, "published": "2020-11-30"}),
        (BASE, {**BASE, "ids": {"site": "example:hill"}}),
        (BASE, {**BASE, "args": {**BASE["args"], "action": "closed"}}),
        (BASES, {**BASES, "quantity": Quantity(value=9, unit="site")}),
        (BASES, {**BASES, "args": {**BASES["args"], "actor": "Southland"}}),
        (BASES, {**BASES, "time": on("2018")}),
        (BASES, {**BASES, "time": on("2020-03"), "published": "2021-09-09"}),
        ({"time": on("2014-09")}, {"time": None}),
        ({**STRIKE, "words": "They struck."}, {**STRIKE, "words": "They struck.", "published": "2020-09-17"}),
        (
            {"kind": Kind.STATEMENT, "args": {"speaker": "Ada Example"}},
            {"kind": Kind.STATEMENT, "args": {"speaker": "Ada Example"}},
        ),
    ],
)  # fmt: skip
def test_these_two_stay_apart(one, other):
    assert len(facts_of([entry("a", **one), entry("b", **other)])) == 2


def test_a_vague_date_never_ties_two_exact_ones_together():
    times = {"a": "2020-09-02", "b": "2020-09-20", "c": "2020-09"}
    found = facts_of(entry(id, Kind.ATTACK, ATTACK, time=on(time)) for id, time in times.items())
    assert [[e.report.id for e in fact.entries] for fact in found] == [["a", "c"], ["b"]]


def test_no_entry_is_lost_and_none_doubled():
    entries = [entry(f"r{n}", quantity=troops(n % 3), time=on(f"2020-0{1 + n % 2}")) for n in range(12)]
    found = [e for fact in facts_of(entries) for e in fact.entries]
    assert sorted(e.report.id for e in found) == sorted(e.report.id for e in entries)


def test_a_report_that_tells_a_count_of_sites_twice_tells_it_once():
    one, other = entry("a", **BASES), entry("a", **{**BASES, "time": on("2018")})
    assert len(facts_of([one, other])) == 1


def test_a_plain_number_never_ties_two_ways_of_counting_together():
    ways = {"a": "on the ground", "b": None, "c": "with contractors"}
    args = {id: {**US_IN_IRAQ, "counting": way} if way else US_IN_IRAQ for id, way in ways.items()}
    found = facts_of(entry(id, args=given, quantity=troops(3000)) for id, given in args.items())
    assert [[e.report.id for e in fact.entries] for fact in found] == [["a", "b"], ["c"]]


def test_the_time_of_a_fact_is_the_one_that_most_of_its_sentences_give_at_its_best_precision():
    times = {"a": on("2020-03"), "b": BASES["time"], "c": BASES["time"]}
    [fact] = facts_of(entry(id, **{**BASES, "time": time}) for id, time in times.items())
    assert fact.time == BASES["time"]
    [fact] = facts_of(entry(id, quantity=troops(9), time=on(time)) for id, time in {"a": "2020-09", "b": "2020-09-08"}.items())
    assert fact.time.start == "2020-09-08"
