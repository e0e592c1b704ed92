"""Disputes over sites: to whom one went, on which day, and whether it was done; each with its cause and both sentences."""

from __future__ import annotations

import pytest
from made import by, on
from made_holdings import site

from onrecord.ledger import disputes, disputes_of, facts_of, sites
from onrecord.model import Report, Status
from onrecord.pipeline import Extractor

HANDED = site("handed_over", actor="Northland", to="Vale Army", time=on("2031-03-26"), published="2031-03-27")
OTHER = {"actor": "Northland", "to": "Southland"}


def found(*entries):
    return [(dispute.cause.value, dispute.why) for dispute in disputes_of(facts_of(entries))]


def test_two_reports_that_give_a_site_to_two_on_one_day_contradict_each_other():
    other = site("handed_over", **OTHER, time=on("2031-03-26"), published="2031-03-28")
    [(cause, why)] = found(HANDED, other)
    assert cause == "contradiction"
    assert why == "one says handed over to Vale Army, the other to Southland"


def test_whoever_had_given_a_site_away_cannot_have_given_it_to_another_as_a_report_without_a_day_says():
    [(cause, _)] = found(HANDED, site("handed_over", **OTHER, published="2031-04-02"))
    assert cause == "contradiction"


@pytest.mark.parametrize(
    "other",
    [
        site("handed_over", **OTHER, time=on("2031-03"), published="2031-04-01"),
        site("seized", actor="Southland", time=on("2031-03-26"), published="2031-03-28"),
    ],
)
def test_where_the_order_of_two_acts_is_told_by_nobody_the_days_are_in_dispute(other):
    [(cause, why)] = found(HANDED, other)
    assert cause == "day"
    assert "which of the two was first" in why


def test_one_handover_on_two_days_is_a_dispute_over_the_day():
    later = site("handed_over", actor="Northland", to="Vale", time=on("2031-03-29"), published="2031-03-30")
    assert found(HANDED, later) == [("day", "they put one act (handed over) on two days: 2031-03-26, 2031-03-29")]


def test_a_site_that_was_opened_and_closed_on_one_day_is_in_dispute():
    opened, closed = (site(act, actor="Vale", time=on("2031-05-02"), published="2031-05-03") for act in ("opened", "closed"))
    assert [cause for cause, _ in found(opened, closed)] == ["day"]


def test_a_denial_under_another_name_of_the_base_contradicts_what_it_denies():
    closed = site("closed", "base at Milltown", actor="Northland", time=on("2031-05-02"), published="2031-05-03")
    denied = site("closed", "Milltown base", actor="Northland", status=Status.DENIED, published="2031-05-09")
    assert found(closed, denied) == [("contradiction", "one says that it happened, the other that it did not")]


@pytest.mark.parametrize(
    "others",
    [
        [
            site("handed_over", actor="Vale Army", to="Southland", time=on("2031-03-26"), published="2031-03-28")
        ],  # who got it gave it on
        [site("seized", actor="Southland", time=on("2031-10-01"), published="2031-10-02")],
        [site("handed_over", **OTHER, status=Status.PLANNED, time=by("2031-03-26"), published="2031-03-01")],
        [site("handed_over", actor="Northland", to="Vale", time=on("2031-03"), published="2031-04-01")],
        [site("closed", time=on("2031-03-26"), published="2031-03-27")],
        [site("handed_over", "Old Fort", **OTHER, time=on("2031-03-26"), published="2031-03-28")],  # another site
        [site("handed_over", actor="Northland", to="Vale Army", time=on("2031-09-01"), published="2031-09-02")],  # long after
    ],
)
def test_what_can_both_hold_is_no_dispute(others):
    assert found(HANDED, *others) == []


def test_sites_without_a_name_of_their_own_dispute_nothing():
    one, other = (
        site("handed_over", "base", actor="Northland", to=to, time=on("2031-03-26"), published="2031-03-27", doc=to)
        for to in ("Vale", "Southland")
    )
    assert found(one, other) == []


def test_one_report_that_gives_a_site_to_two_speaks_of_two_things():
    other = site("handed_over", **OTHER, time=on("2031-03-26"), published="2031-03-27", doc=HANDED.report.id)
    assert found(HANDED, other) == []


def test_from_the_words_on_both_sides_stand_with_their_sentences(ledger, real_lexicon):
    told = [
        ("Norway handed over Camp Bifrost in Gao to Mali's army on 4 May 2021.", "2021-05-06"),
        ("Norway handed over Camp Bifrost in Gao to Niger's army on 4 May 2021.", "2021-05-07"),
    ]
    reports = [Report(f"r{n}", text, published=day, outlet=f"Outlet {n}") for n, (text, day) in enumerate(told)]
    for report, claims in Extractor().claims_of(reports):
        ledger.add(report, claims)
    for asked in ({}, {"actor": "Norway"}, {"actor": "Nigerien Army"}, {"place": "Gao"}, {"place": "Camp Bifrost"}):
        [one] = disputes(ledger, **asked)
        assert [side.entries[0].words for side in (one.one, one.other)] == [text for text, _ in told], asked
    assert disputes(ledger, known="2021-05-06") == ()
    assert sites(ledger, site="Camp Bifrost").histories[0].holding.holder is None
