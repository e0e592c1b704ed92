"""Which differences in telling leave a fact one: names, numbers, times; and what holds of all facts together."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import US_IN_IRAQ, by, claim_of, on, report_of, troops

from onrecord.ledger import facts_of
from onrecord.ledger.facts import order_of
from onrecord.ledger.points import points_of
from onrecord.model import Entry, Frozen, Kind, Location, Quantity, ReportCard, Status

ADDED = "2026-01-01T00:00:00+00:00"
US = {"actor": "iso3166:US", "place": "iso3166:IQ"}
CUT = {"kind": Kind.FORCE_CHANGE, "args": {**US_IN_IRAQ, "direction": "decrease"}, "status": Status.PLANNED}
SALVO = {
    "kind": Kind.ATTACK,
    "args": {"target": "Mill Camp", "place": "Milltown", "mode": "rocket"},
    "ids": {"target": "example:mill"},
}
DEAD = {
    "kind": Kind.CASUALTIES,
    "args": {"victims": "Ada Example", "outcome": "killed"},
    "ids": {"victims": "onrecord:person/ada"},
}
HURT = {
    "kind": Kind.CASUALTIES,
    "args": {"victims": "civilians", "outcome": "wounded", "place": "Mill Camp"},
    "quantity": Quantity(value=14),
}
IN_VALLEY = {**HURT, "args": {**HURT["args"], "place": "Valley"}}
GIFT = {"kind": Kind.ASSISTANCE, "args": {"donor": "Northland", "recipient": "Valley Guard", "goods": "trucks and tents", "action": "provided"},
        "quantity": Quantity(value=250_000, unit="USD")}  # fmt: skip
OFFICE = {"kind": Kind.ROLE, "args": {"person": "Ada Example", "role": "Secretary of Defense"}}
STRIKES = {
    "kind": Kind.ATTACK,
    "args": {"attacker": "Northland", "target": "depots", "mode": "airstrike"},
    "quantity": Quantity(value=2, unit="strike"),
}
LEVEL = {"args": {"actor": "Northland"}, "quantity": troops(300)}
TENTS = {"kind": Kind.SITE, "args": {"site": "Hill Camp", "actor": "Northland", "recipient": "Valley Army", "place": "Valley",
         "action": "handed_over"}, "ids": {"recipient": "example:army", "recipient.country": "IQ"}, "time": on("2020-09-08")}  # fmt: skip
HURT_BY = {**HURT, "args": {"victims": "civilians", "outcome": "wounded", "perpetrator": "Northland"}, "time": on("2020-09-08")}
THREAT = {"kind": Kind.THREAT, "args": {"actor": "Northland", "target": "Valley", "act": "close the gate"}}
NEXT_DAY = {"published": "2020-09-10"}


def entry(id="r1", kind=Kind.FORCE_LEVEL, args=US_IN_IRAQ, *, published="2020-09-09", words=None, **more):
    report = report_of(words or f"Words of dispatch {id}.", id=id)
    return Entry(claim_of(report, kind, args, **more), ReportCard(id, None, published, None, None, ADDED), report.text)


def told(row, **more):
    return {**row, **more, "args": {**row["args"], **more.get("args", {})}}


def without(row, *args):
    return {**row, "args": {name: value for name, value in row["args"].items() if name not in args}}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"ids": US}, {"ids": US, "args": {"actor": "American forces", "place": "Republic of Iraq"}}),
        ({"args": {**US_IN_IRAQ, "place": "Mosul, Nineveh"}}, {"args": {**US_IN_IRAQ, "place": "Mosul"}}),
        (
            {"quantity": troops(8892), "args": {**US_IN_IRAQ, "counting": "all categories"}},
            {"quantity": troops(8892), "args": {**US_IN_IRAQ, "counting": "assigned to the country"}},
        ),
        (told(CUT, quantity=troops(start=3000, to=2500)), told(CUT, quantity=troops(to=2500), **NEXT_DAY)),
        (told(CUT, quantity=troops(start=3000, to=2500)), told(CUT, quantity=troops(delta=500), **NEXT_DAY)),
        (told(CUT, quantity=troops(to=2500), time=by("2021-01-15")), told(CUT, quantity=troops(to=2500), time=by("XXXX-01-15"), published=None)),
        (told(SALVO, quantity=Quantity(value=4, unit="rocket"), time=on("2020-09-08")), told(SALVO, **NEXT_DAY)),
        (told(STRIKES, args={"mode": "drone"}), STRIKES),
        (told(DEAD, time=on("2020-01")), told(DEAD, time=on("2020-01-03"), published="2020-01-05")),
        (DEAD, told(DEAD, published="2020-12-09")),
        (told(HURT, locations={"place": Location("exact", ("Valley",))}), IN_VALLEY),
        (told(HURT, time=on("2020-09-08")), told(HURT, args={"victims": "people"}, time=on("2020-09-08"))),
        (GIFT, told(GIFT, args={"recipient": "Ministry of Valley Guard", "goods": "vehicles"})),
        (told(OFFICE, published=None), told(OFFICE, args={"role": "Defense Secretary"})),
        (OFFICE, told(OFFICE, args={"role": "secretary"})),
        (OFFICE, told(OFFICE, args={"role": "US Defense Secretary"})),
        (told(CUT, quantity=troops(to=2500)), told(CUT, quantity=troops(start=3000, to=2500), **NEXT_DAY)),
        (told(CUT, quantity=troops(delta=500)), told(CUT, quantity=troops(start=3000, to=2500), **NEXT_DAY)),
        (told(CUT, quantity=troops(start=3000, to=2500)), told(CUT, quantity=troops(start=3000), **NEXT_DAY)),
        (told(CUT, quantity=troops(delta=500)), told(CUT, quantity=troops(low=500), **NEXT_DAY)),
        (told(CUT, quantity=troops(to=2500), time=on("2020-10")),
         told(CUT, quantity=troops(start=3000, to=2500), time=by("2020-10-31"), **NEXT_DAY)),
        (told(CUT, quantity=troops(to=2500), time=by("2020-12-31")), told(CUT, quantity=troops(to=2500), published="2020-11-30")),
        (told(CUT, quantity=troops(to=2500), announced=on("2020-09-09")),
         told(CUT, quantity=troops(to=2500), announced=on("2020-09-09"), published="2021-03-01")),
        (told(GIFT, status=Status.PLANNED), told(GIFT, status=Status.PLANNED, args={"action": "pledged"})),
        (told(LEVEL, args={"site": "Camp Bifrost"}), told(LEVEL, args={"site": "Camp Bifrost, Valley"}, **NEXT_DAY)),
        (told(LEVEL, args={"site": "Camp Mill"}), told(LEVEL, args={"place": "Mill"}, **NEXT_DAY)),
        (TENTS, told(TENTS, args={"site": "hill base"})),
        (TENTS, told(TENTS, args={"site": "Valley air base"})),
        (TENTS, told(TENTS, args={"recipient": "Valley"}, ids={"recipient.country": "IQ", "recipient": "iso3166:IQ"})),
        (HURT_BY, told(HURT_BY, args={"victims": "Valley civilians"}, **NEXT_DAY)),
        (THREAT, told(THREAT, args={"condition": "unless it stops"}, **NEXT_DAY)),
    ],
)  # fmt: skip
def test_another_telling_of_the_same_is_one_fact(one, other):
    assert len(facts_of([entry("a", **one), entry("b", **other)])) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"ids": US}, {"ids": US, "args": {"actor": "United States", "place": "northern Iraq"}}),
        ({"quantity": troops(5000), "args": {**US_IN_IRAQ, "counting": "all"}}, {"quantity": troops(5000), "args": {**US_IN_IRAQ, "counting": "some"}}),
        (told(CUT, quantity=troops(start=3000, to=2500)), told(CUT, quantity=troops(start=3000, to=2000))),
        (told(CUT, quantity=troops(start=3000, to=2500), status=Status.ACTUAL), told(CUT, quantity=troops(start=3000), status=Status.ACTUAL)),
        (told(CUT, quantity=troops(to=2500), time=by("2020-12-01")), told(CUT, quantity=troops(to=2500), published="2021-09-09")),
        (told(CUT, announced=on("2020-09-09")), told(CUT, announced=on("2020-11-17"), published="2020-11-18")),
        (TENTS, told(TENTS, args={"site": "mill camp"})),
        (TENTS, told(TENTS, args={"recipient": "Southland"}, ids={"recipient.country": "SL", "recipient": "iso3166:SL"})),
        (told(STRIKES), told(STRIKES, **NEXT_DAY)),
        (told(SALVO, quantity=Quantity(value=4, unit="rocket"), time=on("2020-09-08")), told(SALVO, published="2020-09-28")),
        (HURT, told(HURT, args={"victims": "soldiers"})),
        (told(OFFICE), told(OFFICE, args={"role": "vice secretary"})),
        (GIFT, without(GIFT, "donor", "goods")),
        (told(SALVO, time=on("2020-09-01")), told(SALVO, time=on("2020-09-02"))),
    ],
)  # fmt: skip
def test_what_may_be_two_stays_two(one, other):
    later = {"published": "2021-09-09"} if one is GIFT else {}
    assert len(facts_of([entry("a", **one), entry("b", **{**other, **later})])) == 2


def test_two_claims_of_one_sentence_that_differ_are_two_facts():
    one = entry("a", **told(SALVO, quantity=Quantity(value=4, unit="rocket")))
    other = replace(one, claim=replace(one.claim, quantity=None))
    assert len(facts_of([one, other])) == 2


def test_what_a_later_claim_adds_to_a_change_is_known_since_that_claim():
    rows = [told(CUT, quantity=troops(to=2500)), told(CUT, quantity=troops(start=3000, to=2500), **NEXT_DAY)]
    [fact] = facts_of(entry(f"r{n}", **row) for n, row in enumerate(rows))
    assert [(point.value, point.known, len(point.fact.entries)) for point in points_of(fact)] == [
        (2500, "2020-09-09", 2),
        (3000, "2020-09-10", 1),
    ]


ENTRIES = st.lists(
    st.tuples(
        st.sampled_from(
            [CUT, SALVO, DEAD, HURT, IN_VALLEY, GIFT, OFFICE, {"args": US_IN_IRAQ}, {"args": {"actor": "US"}, "ids": US}]
        ),
        st.sampled_from([None, troops(5), troops(8892), troops(to=5), troops(start=9, to=5), troops(delta=4)]),
        st.sampled_from([None, on("2020-09"), on("2020-09-08"), by("2020-10"), on("XXXX-09")]),
        st.sampled_from([None, "2020-09", "2020-09-09", "2020-09-12", "2020-11-09"]),
        st.sampled_from(["Same words.", "Other words."]),
    ),
    max_size=12,
)


@settings(max_examples=120, deadline=None)
@given(ENTRIES, st.integers(0, 12))
def test_what_becomes_known_later_changes_no_earlier_fact(rows, cut):
    entries = sorted(
        (
            entry(f"r{n}", **{**row, "quantity": quantity, "time": when}, published=day, words=words)
            for n, (row, quantity, when, day, words) in enumerate(rows)
        ),
        key=order_of,
    )
    known = set(entries[:cut])
    restricted = [tuple(e for e in fact.entries if e in known) for fact in facts_of(entries)]
    assert [fact.entries for fact in facts_of(entries[:cut])] == [kept for kept in restricted if kept]


def test_tens_of_thousands_of_entries_are_merged_in_seconds():
    base = entry("a", quantity=troops(3000))
    days = [f"20{year}-{month:02}-{day:02}" for year in range(10, 20) for month in range(1, 13) for day in range(1, 29)]

    def made(size: int) -> list[Entry]:
        made = []
        for n in range(size):
            claim = replace(base.claim, doc=f"r{n}", quantity=troops(1000 + n % 40), args=Frozen({**US_IN_IRAQ}))
            card = ReportCard(f"r{n}", None, days[n * len(days) // size], None, None, ADDED)
            made.append(Entry(claim, card, f"Dispatch {n}."))
        return made

    taken = []
    for size in (2000, 8000):
        entries = made(size)
        begun = time.perf_counter()
        facts_of(entries)
        taken.append(time.perf_counter() - begun)
    assert taken[1] < 12 * taken[0]
