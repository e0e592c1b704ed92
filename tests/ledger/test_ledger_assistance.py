"""Assistance: what is certainly distinct is added, what may be the same money is named and kept out."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import by, claim_of, on, report_of
from made_holdings import entry, gift

from onrecord.ledger import Filters, assistance, facts_of, judge
from onrecord.ledger.assistance import alike_in
from onrecord.ledger.totals import totals_of
from onrecord.model import Act, Entry, Frozen, Kind, Quantity, ReportCard, Span, Status, Time, TimeType
from onrecord.model.assistance import LeftOutFor

M = 1_000_000
B = 1_000 * M
MAY, JUNE = {"time": on("2031-05-10"), "published": "2031-05-11"}, {"time": on("2031-06-10"), "published": "2031-06-11"}
PLANNED = {"status": Status.PLANNED, "action": "pledged"}


def over(start: str | None, end: str | None) -> Time:
    return Time("over that time", start, end, TimeType.DURATION)


def told(words: str, number: float, amount: str, **more) -> Entry:
    """A gift by a sentence in which the amount is written so."""
    return gift(number, words=words, marked=amount, **more)


def totals(*entries, within=(None, None)):
    return [total for pair in totals_of(facts_of(entries), within=within) for total in pair.totals]


def only(*entries, **more):
    [total] = totals(*entries, **more)
    return total


def reasons(total):
    return [(left.amount.low, left.reason.value) for left in total.left_out]


def test_amounts_of_different_days_are_added():
    total = only(gift(10 * M, **MAY), gift(10 * M, **JUNE), gift(5 * M, time=on("2031-07-10"), published="2031-07-11"))
    assert (total.lower, total.upper, len(total.counted), total.left_out) == (25 * M, 25 * M, 3, ())


@pytest.mark.parametrize(
    "other",
    [
        gift(10 * M, published="2031-06-11", words="It has given ten million."),
        gift(10 * M, time=on("2031-05"), published="2031-09-01", goods="tents"),
        gift(10 * M, time=on("2031"), published="2031-12-01", goods="tents"),
        gift(10 * M, time=over("2030", "2031"), published="2031-12-01", goods="food"),
        gift(10 * M, quantity=Quantity(value=10 * M, unit="USD", approx=True), published="2031-12-01"),
    ],
)
def test_the_same_amount_by_the_same_to_the_same_is_added_once_where_nothing_says_that_it_is_another(other):
    total = only(gift(10 * M, **MAY), other)
    assert (total.lower, total.upper) == (10 * M, 10 * M)
    assert [left.reason for left in total.left_out] in ([LeftOutFor.REPEAT], [])


@pytest.mark.parametrize(
    "other",
    [
        gift(10 * M, **JUNE),
        gift(10 * M, published="2031-04-01", words="It has given ten million."),  # told before the other was given
        gift(11 * M, published="2031-06-11"),
        gift(10 * M, time=over("2031-06", "2031-12"), published="2031-12-01"),
    ],
)
def test_what_is_certainly_another_amount_is_added(other):
    assert sum(total.lower for total in totals(gift(10 * M, **MAY), other)) > 15 * M


def test_one_sentence_that_gives_the_same_amount_twice_with_other_goods_tells_of_two():
    words = "Northland gave 10 million in food and 10 million in tents."
    row = [
        told(words, 10 * M, "10 million in food", goods="food", doc="a"),
        told(words, 10 * M, "10 million in tents", goods="tents", doc="a"),
    ]
    assert only(*row).lower == 20 * M


def test_a_part_is_not_added_to_its_whole():
    words = "Northland gave Vale $90 million in May; of the total, $20 million went to trucks."
    whole = told(words, 90 * M, "$90 million", doc="a", **MAY)
    part = told(words, 20 * M, "$20 million", doc="a", published="2031-05-11")
    total = only(whole, part)
    assert total.lower == 90 * M
    assert reasons(total) == [(20 * M, "part")]
    assert total.left_out[0].of.claim is whole.claim


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("Northland gave $90 million, including $20 million in trucks.", "$20 million"),
        ("Northland gave $90 million, of which $20 million was for trucks.", "$20 million"),
        ("Northland gave $90 million, and $20 million of that sum was for trucks.", "$20 million"),
        ("Northland gave $90 million and sent a first tranche of $20 million.", "$20 million"),
    ],
)
def test_a_part_is_known_by_its_words(words, amount):
    assert only(told(words, 90 * M, "$90 million", doc="a"), told(words, 20 * M, amount, doc="a")).lower == 90 * M


def test_words_of_a_part_without_a_whole_leave_it_counted():
    words = "It covers goods worth $90 million, of which $20 million was paid for by Northland."
    assert only(told(words, 20 * M, "$20 million")).lower == 20 * M


def test_a_part_that_was_given_is_counted_beside_a_whole_that_is_only_pledged():
    words = "Of the $90 million, $20 million has been delivered."
    whole = told("Northland pledged $90 million.", 90 * M, "$90 million", doc="a", **PLANNED)
    part = told(words, 20 * M, "$20 million", doc="a")
    assert {total.action: total.lower for total in totals(whole, part)} == {"pledged": 90 * M, "provided": 20 * M}


def test_amounts_that_come_to_a_sum_told_beside_them_are_its_parts():
    words = "Northland pledged $100 million: $35 million for roads and $65 million for schools."
    amounts = [(100 * M, "$100 million"), (35 * M, "$35 million"), (65 * M, "$65 million")]
    total = only(*(told(words, number, amount, doc="a", **PLANNED) for number, amount in amounts))
    assert (total.lower, [left.reason.value for left in total.left_out]) == (100 * M, ["part", "part"])


def test_amounts_that_come_to_no_sum_are_added():
    words = "Northland pledged $100 million, then $35 million for roads and $64 million for schools."
    amounts = [(100 * M, "$100 million"), (35 * M, "$35 million"), (64 * M, "$64 million")]
    assert only(*(told(words, number, amount, doc="a", **PLANNED) for number, amount in amounts)).lower == 199 * M


def test_what_repeats_a_part_is_not_added_either():
    words = "Northland gave Vale $90 million; of the total, $20 million went to trucks."
    again = told("Trucks for $20 million came to Vale.", 20 * M, "$20 million", doc="b", published="2031-08-01", goods="trucks")
    total = only(told(words, 90 * M, "$90 million", doc="a"), told(words, 20 * M, "$20 million", doc="a"), again)
    assert total.lower == 90 * M
    assert reasons(total) == [(20 * M, "part"), (20 * M, "repeat")]


@pytest.mark.parametrize(
    "running",
    [
        told("Northland gave $30 million, bringing the total to $3 billion.", 3 * B, "$3 billion", published="2031-07-01"),
        told("Northland raised its aid for Vale to $3 billion.", 3 * B, "$3 billion", published="2031-07-01"),
        told("Northland has given $3 billion so far.", 3 * B, "$3 billion", published="2031-07-01"),
        gift(3 * B, time=over("2026", None), published="2031-07-01"),
        gift(3 * B, rule="aid-total", published="2031-07-01"),
    ],
)
def test_a_running_total_is_stated_beside_the_sum_and_not_added(running):
    total = only(gift(30 * M, **MAY), running)
    assert (total.lower, [amount.low for amount in total.stated]) == (30 * M, [3 * B])
    assert reasons(total) == [(3 * B, "running total")]


def test_a_running_total_alone_leaves_the_sum_unknown_not_zero():
    total = only(gift(3 * B, time=over("2026", None)))
    assert (total.lower, total.upper, total.counted) == (None, None, ())
    assert [amount.low for amount in total.stated] == [3 * B]


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("Northland gave a package totalling $30 million.", "$30 million"),
        ("Northland gave $30 million, bringing the total to $3 billion.", "$30 million"),
        ("Northland gave $30 million to the army.", "$30 million"),
    ],
)
def test_a_single_gift_is_no_running_total(words, amount):
    assert only(told(words, 30 * M, amount)).lower == 30 * M


OTHERWISE = {"published": "2031-05-12", "words": "Another newsroom has it otherwise."}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (gift(50 * M, **MAY), gift(80 * M, time=on("2031-05-10"), **OTHERWISE)),
        (gift(50 * M, published="2031-05-11"), gift(80 * M, **OTHERWISE)),
        (gift(50 * M, **MAY), gift(80 * M, **OTHERWISE)),
        (gift(50 * M, time=by("2031-09"), **PLANNED), gift(80 * M, time=by("2031-09"), **PLANNED, published="2031-07-01")),
        (gift(50 * M, goods="tents", **MAY), gift(80 * M, goods="winter tents", time=on("2031-05-10"), **OTHERWISE)),
    ],
)
def test_two_numbers_of_what_may_be_one_gift_are_the_bounds_of_the_sum(one, other):
    total = only(one, other)
    assert (total.lower, total.upper, reasons(total)) == (50 * M, 130 * M, [(80 * M, "disputed")])
    assert total.left_out[0].of.claim is one.claim


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (gift(50 * M, **MAY), gift(80 * M, **JUNE)),
        (gift(50 * M, published="2031-05-11"), gift(80 * M, published="2031-05-18")),
        (gift(50 * M, goods="tents", **MAY), gift(80 * M, goods="trucks", time=on("2031-05-10"), **OTHERWISE)),
        (gift(50 * M, doc="a", words="First."), gift(80 * M, doc="a", words="Second.")),
    ],
)
def test_other_days_other_goods_and_one_report_tell_of_two_gifts(one, other):
    total = only(one, other)
    assert (total.lower, total.upper, total.left_out) == (130 * M, 130 * M, ())


def test_what_was_given_in_a_year_may_hold_what_was_given_on_its_days():
    days = [gift(30 * M, **MAY), gift(30 * M, **JUNE)]
    for number, lower, left in ((60, 60, [(60 * M, "whole")]), (90, 90, [(30 * M, "within"), (30 * M, "within")])):
        total = only(*days, gift(number * M, time=on("2031"), published="2032-01-05"))
        assert (total.lower, total.upper, reasons(total)) == (lower * M, (60 + number) * M, left)


def test_a_month_in_a_year_is_held_as_a_day_is():
    months = [gift(30 * M, time=on("2031-05"), published="2031-06-05"), gift(10 * M, **MAY)]
    assert only(*months, gift(90 * M, time=on("2031"), published="2032-01-05")).lower == 90 * M


@pytest.mark.parametrize("year", ["2030", "2032"])
def test_a_year_holds_nothing_of_another(year):
    total = only(gift(30 * M, **MAY), gift(90 * M, time=on(year), published="2033-01-05"))
    assert (total.lower, total.left_out) == (120 * M, ())


def test_what_was_told_of_a_year_before_the_gift_does_not_hold_it():
    assert only(gift(90 * M, time=on("2031"), published="2031-03-01"), gift(30 * M, **MAY)).lower == 120 * M


@pytest.mark.parametrize(
    "more", ["another $70 million", "a further $70 million", "a second package of $70 million", "$70 million more"]
)
@pytest.mark.parametrize("outlet", ["Dale Post", "Hill Post"])
def test_words_of_a_further_gift_make_it_another(more, outlet):
    first = told(
        "Northland will give Vale $70 million.", 70 * M, "$70 million", outlet="Dale Post", published="2031-05-02", **PLANNED
    )
    later = told(f"Northland will give Vale {more}.", 70 * M, "$70 million", outlet=outlet, published="2031-05-22", **PLANNED)
    again = told("Vale is to get $70 million.", 70 * M, "$70 million", outlet="Mill Post", published="2031-05-23", **PLANNED)
    assert [fact.claim.doc for fact in facts_of([first, later])] == [first.claim.doc, later.claim.doc]
    assert only(first, later).lower == 140 * M
    assert only(first, later, again).lower == 140 * M


def test_a_further_gift_in_two_outlets_of_the_same_days_is_one():
    words = (
        "Northland will give Vale another $70 million.",
        "Northland will give a further $70 million to Vale, officials said.",
    )
    row = [
        told(each, 70 * M, "$70 million", outlet=each[:20], published=f"2031-05-0{day}", **PLANNED)
        for day, each in enumerate(words, 2)
    ]
    plain = told("Vale gets $70 million.", 70 * M, "$70 million", outlet="Mill Post", published="2031-05-04", **PLANNED)
    assert only(*row, plain).lower == 70 * M


def test_the_words_of_another_number_make_nothing_a_further_one():
    words = "Northland will give Vale another 12 trucks and $70 million."
    first = told("Northland will give Vale $70 million.", 70 * M, "$70 million", published="2031-05-02", **PLANNED)
    assert only(first, told(words, 70 * M, "$70 million", published="2031-05-22", **PLANNED)).lower == 70 * M


def test_what_an_analyst_parted_is_counted_twice_and_disputes_nothing(ledger):
    for id, number, day in (("a", 70, 2), ("b", 70, 22), ("c", 90, 3)):
        _add(ledger, id, number * M, published=f"2031-05-{day:02}")
    assert assistance(ledger).pairs[0].provided[0].lower == 70 * M
    ids = [entry.claim.id for entry in ledger.find(Filters(kind=Kind.ASSISTANCE))]
    for pair in combinations(ids, 2):
        judge(ledger, Act.PART, pair, by="Ada", why="Three deliveries, by the register of the port.")
    total = assistance(ledger).pairs[0].provided[0]
    assert (total.lower, total.upper, total.left_out) == (230 * M, 230 * M, ())


@pytest.mark.parametrize(
    ("one", "other", "lower"),
    [
        (Quantity(value=1.25 * B, unit="USD"), Quantity(value=1.3 * B, unit="USD"), 1_250 * M),
        (Quantity(value=247 * M, unit="USD"), Quantity(value=250 * M, unit="USD", approx=True), 247 * M),
        (Quantity(low=40 * M, unit="USD"), Quantity(value=43 * M, unit="USD"), 43 * M),
        (Quantity(high=300 * M, unit="USD"), Quantity(value=290 * M, unit="USD"), 290 * M),
    ],
)
def test_a_rounded_amount_is_that_which_it_rounds(one, other, lower):
    total = only(gift(quantity=one, published="2031-05-01"), gift(quantity=other, published="2031-05-09"))
    assert total.lower == lower
    assert [left.reason for left in total.left_out] == [LeftOutFor.ROUNDING]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Quantity(value=10 * M, unit="USD"), Quantity(value=12 * M, unit="USD")),
        (Quantity(value=20, unit="howitzer"), Quantity(value=21, unit="howitzer")),
        (Quantity(low=40 * M, unit="USD"), Quantity(value=90 * M, unit="USD")),
        (Quantity(value=1.24 * B, unit="USD"), Quantity(value=1.3 * B, unit="USD")),
    ],
)
def test_amounts_that_differ_by_more_than_rounding_are_added(one, other):
    assert len(only(gift(quantity=one), gift(quantity=other, published="2031-07-01")).counted) == 2


@pytest.mark.parametrize(
    ("quantities", "lower", "upper"),
    [
        ([Quantity(value=5 * M, unit="USD"), Quantity(low=40 * M, unit="USD")], 45 * M, None),
        ([Quantity(value=5 * M, unit="USD"), Quantity(high=40 * M, unit="USD")], 5 * M, 45 * M),
        ([Quantity(high=40 * M, unit="USD")], None, 40 * M),
        ([Quantity(value=5 * M, unit="USD"), Quantity(low=20 * M, high=30 * M, unit="USD")], 25 * M, 35 * M),
    ],
)
def test_bounds_are_added_as_bounds(quantities, lower, upper):
    total = only(*(gift(quantity=quantity, published=f"2031-0{month}-01") for month, quantity in enumerate(quantities, 6)))
    assert (total.lower, total.upper, total.approx) == (lower, upper, False)


def test_a_sum_with_a_rough_amount_is_rough():
    assert only(gift(5 * M), gift(quantity=Quantity(value=40 * M, unit="USD", approx=True))).approx


def test_an_amount_over_a_period_keeps_its_period_and_is_not_added_to_others():
    period = gift(1.3 * B, time=over("2031-06", "2032-11"), status=Status.PLANNED, published="2031-06-01")
    single = gift(20 * M, time=by("2031-12"), status=Status.PLANNED, published="2031-06-01")
    found = {(total.start, total.end, total.is_period): total.lower for total in totals(period, single)}
    assert found == {("2031-06", "2032-11", True): 1_300 * M, (None, None, False): 20 * M}


def test_a_retelling_without_the_period_is_not_added():
    period = gift(1.3 * B, time=over("2031-06", "2032-11"), status=Status.PLANNED, published="2031-06-01")
    again = gift(1.3 * B, time=over("2031-07", "2032-12"), status=Status.PLANNED, published="2031-07-09")
    bare = gift(1.3 * B, status=Status.PLANNED, published="2032-02-01")
    total = only(period, again, bare)
    assert (total.lower, total.start, len(total.counted)) == (1_300 * M, "2031-06", 1)


def test_so_much_a_year_is_no_sum():
    total = only(gift(3 * M, time=Time("each year", "2031", None, TimeType.RECURRING)))
    assert (total.lower, reasons(total)) == (None, [(3 * M, "recurring")])


@pytest.mark.parametrize(
    ("entries", "columns"),
    [
        ([gift(5 * M, **PLANNED), gift(2 * M)], {"pledged": [5 * M], "provided": [2 * M]}),
        ([gift(5 * M, action="pledged"), gift(2 * M, status=Status.PLANNED)], {"pledged": [5 * M], "planned": [2 * M]}),
        ([gift(5 * M, status=Status.CONDITIONAL), gift(2 * M, status=Status.POSSIBLE)], {"others": [5 * M, 2 * M]}),
        ([gift(5 * M, action="requested"), gift(2 * M, action="sold")], {"others": [5 * M, 2 * M]}),
    ],
)
def test_what_is_pledged_stands_beside_what_is_provided(entries, columns):
    [pair] = totals_of(facts_of(entries))
    found = {name: [total.lower for total in getattr(pair, name)] for name in ("pledged", "planned", "provided", "others")}
    assert {name: numbers for name, numbers in found.items() if numbers} == columns


def test_units_donors_and_recipients_are_never_mixed():
    entries = [
        gift(5 * M),
        gift(5 * M, unit="EUR"),
        gift(5, unit="truck"),
        gift(5 * M, donor="Southland"),
        gift(5 * M, to=None),
    ]
    pairs = totals_of(facts_of(entries))
    assert [(pair.donor, pair.recipient, pair.unit) for pair in pairs] == [
        ("Northland", "Vale", "EUR"),
        ("Northland", "Vale", "truck"),
        ("Northland", "Vale", "USD"),
        ("Northland", None, "USD"),
        ("Southland", "Vale", "USD"),
    ]


def test_rows_that_may_be_one_gift_are_named():
    early, late = {"published": "2031-06-01"}, {"published": "2031-09-01"}
    rows = [
        gift(5 * M, to="Vale Army", **early),
        gift(5 * M, to="Vale", **late),
        gift(5 * M, to="Southland"),
        gift(7 * M, to="Vale"),
    ]
    [facts] = alike_in(totals_of(facts_of(rows)))
    assert [fact.claim.arg("recipient") for fact in facts] == ["Vale", "Vale Army"]


def test_denied_amounts_are_in_no_total():
    assert totals(gift(5 * M, status=Status.DENIED)) == []


def test_what_may_repeat_an_amount_of_the_year_before_is_not_counted_in_the_next():
    entries = [gift(10 * M, time=on("2030-05-10"), published="2030-05-11"), gift(10 * M, published="2031-02-01")]
    assert only(*entries, within=("2030-01-01", "2030-12-31")).lower == 10 * M
    total = only(*entries, within=("2031-01-01", None))
    assert (total.lower, reasons(total)) == (None, [(10 * M, "repeat")])


POOL = (
    gift(10 * M, **MAY),
    gift(10 * M, **JUNE),
    gift(10 * M, published="2031-07-01"),
    gift(10.4 * M, published="2031-07-02", goods="food"),
    told("It gave 90 million, of the total, 20 million for trucks.", 90 * M, "90 million", doc="a"),
    told("It gave 90 million, of the total, 20 million for trucks.", 20 * M, "20 million", doc="a"),
    gift(20 * M, published="2031-08-01", goods="trucks"),
    gift(3 * B, time=over("2026", None), published="2031-07-01"),
    gift(quantity=Quantity(low=85 * M, unit="USD"), published="2031-09-01"),
    gift(1.3 * B, time=over("2031-06", "2032-11"), status=Status.PLANNED),
    gift(1.3 * B, status=Status.PLANNED, published="2031-11-01", goods="arms"),
    gift(15 * M, to="Vale Army", **PLANNED),
    gift(12 * M, time=on("2031-05-10"), published="2031-05-12"),
    gift(60 * M, time=on("2031"), published="2031-12-20"),
    told("It gave another $10 million.", 10 * M, "$10 million", published="2031-07-20"),
)


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False), st.sets(st.sampled_from(range(len(POOL))), min_size=1))
def test_the_order_of_the_entries_does_not_matter(shuffle: random.Random, kept: set[int]):
    entries = [POOL[number] for number in sorted(kept)]
    mixed = list(entries)
    shuffle.shuffle(mixed)
    assert totals_of(facts_of(mixed)) == totals_of(facts_of(entries))


@settings(max_examples=100, deadline=None)
@given(
    st.sets(st.sampled_from(range(len(POOL))), min_size=1),
    st.lists(st.tuples(st.sampled_from(range(len(POOL))), st.integers(0, 400)), min_size=1, max_size=4),
)
def test_a_report_that_another_carries_again_never_changes_a_total(kept: set[int], echoes: list[tuple[int, int]]):
    entries = [POOL[number] for number in sorted(kept)]
    reports = {one.report.id for one in entries}
    repeated = []
    for number, (which, days) in enumerate(echoes):
        repeated += [
            _echo(one, number, days) for one in entries if one.report.id == POOL[which].report.id and one.report.id in reports
        ]
    assert _sums([*entries, *repeated]) == _sums(entries)


def _echo(one: Entry, number: int, days: int) -> Entry:
    """The same words, published by another outlet on the day or later."""
    from dataclasses import replace
    from datetime import date, timedelta

    doc = f"{one.report.id}-echo-{number}"
    published = (date.fromisoformat(one.report.published) + timedelta(days=days)).isoformat()
    card = ReportCard(doc, published=published, outlet=f"Outlet {number}", added=one.report.added)
    return Entry(replace(one.claim, doc=doc), card, one.words)


def _sums(entries):
    return {
        (pair.donor, pair.recipient, pair.unit, total.action, total.status, total.start, total.end): (total.lower, total.upper)
        for pair in totals_of(facts_of(entries))
        for total in pair.totals
    }


def _add(ledger, id, number, *, donor="Northland", to="Vale", published, **more):
    report = report_of(f"Dispatch {id} tells of {number} dollars from {donor} for {to}.", id=id, published=published)
    args = {"donor": donor, "recipient": to, "action": "provided"}
    quantity = Quantity(value=number, unit="USD") if number else None
    ledger.add(report, [claim_of(report, Kind.ASSISTANCE, args, quantity=quantity, **more)])


def test_a_ledger_is_asked_by_donor_recipient_days_and_what_was_known(ledger):
    _add(ledger, "a", 10 * M, published="2030-05-02", time=on("2030-05-01"))
    _add(ledger, "b", 20 * M, published="2031-05-02", time=on("2031-05-01"))
    _add(ledger, "c", 40 * M, published="2031-06-02", donor="Southland")
    _add(ledger, "d", 80 * M, published="2031-06-03", to="Dale")
    _add(ledger, "e", None, published="2031-06-04")

    def lowers(**asked):
        return [total.lower for pair in assistance(ledger, **asked).pairs for total in pair.totals]

    assert lowers(donor="Northland", recipient="Vale") == [30 * M]
    assert lowers(donor="Northland", recipient="Vale", since="2031") == [20 * M]
    assert lowers(donor="Northland", recipient="Vale", until="2030") == [10 * M]
    assert lowers(donor="Northland", recipient="Vale", known="2030-12-31") == [10 * M]
    assert lowers(recipient="Vale") == [30 * M, 40 * M]
    assert lowers(place="Dale") == [80 * M]
    assert len(assistance(ledger).unnumbered) == 1


def test_every_amount_reaches_its_sentence(ledger):
    _add(ledger, "a", 10 * M, published="2030-05-02")
    [pair] = assistance(ledger).pairs
    assert pair.provided[0].counted[0].fact.words == f"Dispatch a tells of {10 * M} dollars from Northland for Vale."


def test_what_an_outlet_corrected_is_in_no_sum(ledger):
    for id, number, corrects in (("old", 50 * M, None), ("new", 40 * M, "old")):
        report = report_of(
            f"Northland gave Vale {number} dollars.", id=id, published=f"2031-05-0{2 if corrects else 1}", corrects=corrects
        )
        args = {"donor": "Northland", "recipient": "Vale", "action": "provided"}
        ledger.add(report, [claim_of(report, Kind.ASSISTANCE, args, quantity=Quantity(value=number, unit="USD"))])
    [total] = assistance(ledger).pairs[0].provided
    assert (total.lower, reasons(total)) == (40 * M, [(50 * M, "corrected")])


def test_a_fact_without_a_number_is_in_no_total():
    assert totals(entry(Kind.ASSISTANCE, {"donor": "Northland", "recipient": "Vale"})) == []


def test_a_total_as_the_ledger_stood_rests_on_what_it_had_then(ledger):
    from datetime import UTC, datetime

    for id, number, year in (("a", 10 * M, 2030), ("b", 25 * M, 2031)):
        report = report_of(f"Northland gave Vale {number} dollars.", id=id, published=f"{year - 1}-05-01")
        args = {"donor": "Northland", "recipient": "Vale", "action": "provided"}
        claim = claim_of(report, Kind.ASSISTANCE, args, quantity=Quantity(value=number, unit="USD"))
        ledger.add(report, [claim], added=datetime(year, 6, 1, tzinfo=UTC))
    assert assistance(ledger, added="2030-12-31").pairs[0].provided[0].lower == 10 * M
    assert assistance(ledger).pairs[0].provided[0].lower == 35 * M


@pytest.mark.parametrize(
    ("said", "status", "left_out"),
    [
        ("Northland will not give Vale the money.", Status.DENIED, ["withdrawn"]),
        ("Northland did not give Vale the money.", Status.DENIED, []),
        ("Northland gave Vale the money.", Status.ACTUAL, []),
    ],
)
def test_a_pledge_that_was_withdrawn_is_in_no_total(ledger, said, status, left_out):
    args = {"donor": "Northland", "recipient": "Vale"}
    money = {"quantity": Quantity(value=40 * M, unit="EUR")}
    first = report_of("Northland pledged Vale 40 million euros.", id="pledge", published="2031-05-01")
    ledger.add(first, [claim_of(first, Kind.ASSISTANCE, {**args, "action": "pledged"}, status=Status.PLANNED, **money)])
    second = report_of(said, id="later", published="2031-05-09")
    claim = claim_of(second, Kind.ASSISTANCE, {**args, "action": "provided"}, status=status, **money)
    at = said.find("not")
    ledger.add(second, [replace(claim, spans=Frozen({"status": Span(at, at + 3)})) if at > 0 else claim])
    [total] = assistance(ledger).pairs[0].pledged
    assert [left.reason.value for left in total.left_out] == left_out
    assert total.lower == (None if left_out else 40 * M)
    assert all(left.of.words == said for left in total.left_out)
    assert assistance(ledger, known="2031-05-08").pairs[0].pledged[0].lower == 40 * M
