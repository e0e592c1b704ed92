"""Which of several levels is the latest on a day: by what the words say of their days, not by who happens to come last."""

from __future__ import annotations

import pytest
from made import claim_of, level, on, report_of, troops

from onrecord.ledger import footprint
from onrecord.model import Kind

IN_VALE = {"actor": "Northland", "place": "Vale"}


def strength(ledger, day, known=None):
    answer = footprint(ledger, "Northland", place="Vale", on=day, known=known)
    return [(point.start, point.value) for point in answer.forces]


def says(ledger, id, number, published, **more):
    level(ledger, id, number, published=published, args=IN_VALE, **more)


def test_a_number_that_comes_back_is_of_the_day_on_which_it_came_back(ledger):
    for id, number, published in (("a", 640, "2031-03-02"), ("b", 280, "2031-03-18"), ("c", 640, "2031-03-30")):
        says(ledger, id, number, published)
    assert strength(ledger, "2031-03-31") == [("2031-03-30", 640)]
    assert strength(ledger, "2031-03-20", known="2031-03-20") == [("2031-03-18", 280)]


def test_a_number_that_is_merely_repeated_is_of_the_day_on_which_it_was_told_first(ledger):
    for id, published in (("a", "2031-03-02"), ("b", "2031-03-18"), ("c", "2031-03-30")):
        says(ledger, id, 640, published)
    assert strength(ledger, "2031-04-01") == [("2031-03-02", 640)]


def test_the_latest_day_of_the_words_stands_though_an_earlier_one_had_the_same_number(ledger):
    says(ledger, "day", 640, "2031-05-03", time=on("2031-05-02"))
    says(ledger, "month", 640, "2032-01-05", time=on("2031-03"))
    assert strength(ledger, "2031-05-10") == [("2031-05-02", 640)]


@pytest.mark.parametrize("vague", [{"time": on("2031")}, {"time": on("2031-04")}])
def test_a_vague_day_does_not_count_as_its_last_one(ledger, vague):
    says(ledger, "exact", 640, "2031-04-02")
    says(ledger, "vague", 110, "2031-04-20", **vague)
    assert strength(ledger, "2031-05-10") == [("2031-04-02", 640)]


@pytest.mark.parametrize("published", ["2031", "2031-04"])
def test_a_report_of_a_vague_date_does_not_count_as_of_its_last_day(ledger, published):
    says(ledger, "exact", 640, "2031-04-02")
    says(ledger, "vague", 110, published)
    assert strength(ledger, "2031-12-31") == [("2031-04-02", 640)]


def test_a_vague_day_that_is_later_in_any_case_counts(ledger):
    says(ledger, "exact", 640, "2031-03-28")
    says(ledger, "vague", 110, "2031-05-20", time=on("2031-04"))
    assert strength(ledger, "2031-05-10") == [("2031-04", 110)]


def test_two_numbers_of_one_sentence_are_of_parts_and_stand_beside_the_whole(ledger):
    says(ledger, "part", 90, "2031-03-01")
    says(ledger, "whole", 200, "2031-03-19")
    words = "Northland has 90 soldiers in Vale on standing orders and 110 on rotations."
    report = report_of(words, id="both", published="2031-03-20")
    ledger.add(report, [claim_of(report, Kind.FORCE_LEVEL, IN_VALE, quantity=troops(number)) for number in (90, 110)])
    assert strength(ledger, "2031-03-31") == [("2031-03-19", 200), ("2031-03-20", 110), ("2031-03-20", 90)]


def test_two_numbers_of_one_sentence_for_two_times_are_no_parts(ledger):
    words = "Northland had 90 soldiers in Vale in January, and 110 in March."
    report = report_of(words, id="both", published="2031-04-20")
    times = ((90, on("2031-01")), (110, on("2031-03")))
    ledger.add(report, [claim_of(report, Kind.FORCE_LEVEL, IN_VALE, quantity=troops(n), time=time) for n, time in times])
    assert strength(ledger, "2031-04-30") == [("2031-03", 110)]
