"""Disputes from the words on: short reports are read, added and asked where they dispute each other."""

from __future__ import annotations

import pytest

from onrecord.ledger import disputes
from onrecord.model import Report
from onrecord.pipeline import Extractor

DAY, LATER = "2021-03-10", "2021-03-24"


@pytest.fixture
def disputed(ledger, real_lexicon):
    """Adds reports, each its text and its day, and returns the causes and reasons of the disputes among them."""

    def ask(*told: tuple[str, str]) -> list[tuple[str, str]]:
        reports = [Report(f"r{n}", text, published=day, outlet=f"Outlet {n}") for n, (text, day) in enumerate(told)]
        for report, claims in Extractor().claims_of(reports):
            ledger.add(report, claims)
        return [(dispute.cause.value, dispute.why) for dispute in disputes(ledger)]

    return ask


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Canada has 850 soldiers in Iraq, the ministry said on Tuesday.", "Canada has 600 soldiers in Iraq, a senator said on Tuesday."),
        ("On 1 March 2021 Canada had 850 soldiers in Iraq.", "Canada had 600 soldiers in Iraq on 1 March 2021, the army said."),
        ("A car bomb killed 12 people in Mosul on Monday, police said.",
         "The bombing killed 17 people in Mosul on Monday, hospital officials said."),
        ("Turkey bombed a hospital in Sinjar on Tuesday, the Iraqi army said.",
         "Turkey denied that it had bombed a hospital in Sinjar on Tuesday."),
        ("Turkey carried out 12 air strikes in Sinjar on Monday, the army said.",
         "Turkey carried out 20 air strikes in Sinjar on Monday, residents said."),
        ("The Taliban took Kunduz on Sunday.", "The Taliban have not taken Kunduz, the Afghan army said on Sunday."),
        ("Norway withdrew 500 soldiers from Mali on Monday.", "Norway withdrew 700 soldiers from Mali on Monday."),
        ("Norway has withdrawn its soldiers from Mali, a newspaper reported.",
         "Norway has not withdrawn its soldiers from Mali, the ministry said."),
        ("Norway will withdraw its soldiers from Mali.", "Norway will not withdraw its soldiers from Mali, the ministry said."),
        ("Turkey shelled Camp Taji on Tuesday.", "Iran shelled Camp Taji on Tuesday."),
        ("Japan gave Iraq 40 million dollars on Monday.", "Japan gave Iraq 60 million dollars on Monday."),
    ],
)  # fmt: skip
def test_two_reports_of_a_day_contradict_each_other(disputed, one, other):
    assert [cause for cause, _ in disputed((one, DAY), (other, DAY))] == ["contradiction"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("A car bomb killed 12 people in Mosul on Monday, police said. Hospital officials said that 17 people were killed in Mosul.",
         "same subject"),
        ("Rockets wounded 12 people at Taji on Monday; other reports have 15 wounded.", "same subject"),
        ("Canada has about 2,000 soldiers in Iraq, the ministry said. A colonel had spoken of 4,000 Canadian soldiers in Iraq before he "
         "was corrected.", "its number was wrong"),
    ],
)  # fmt: skip
def test_one_report_tells_of_two_voices_that_contradict_each_other(disputed, text, why):
    [(cause, reason)] = disputed((text, DAY))
    assert cause == "contradiction"
    assert why in reason


def test_a_number_that_a_sentence_gives_as_wrong_contradicts_it_whatever_each_counts(disputed):
    right = "Canada had 892 soldiers in Iraq on 1 March 2021, not 682 as the Courier wrote."
    wrong = "Canada had 682 soldiers in Iraq on 1 March 2021, according to a table of the ministry."
    [(cause, why)] = disputed((right, DAY), (wrong, LATER))
    assert (cause, why) == ("contradiction", "one sentence gives the other's number as wrong")


def test_two_long_numbers_of_one_day_that_differ_in_one_digit_are_no_two_ways_of_counting(disputed):
    table = "Canada had 8,521 soldiers in Iraq on 1 March 2021, according to a table of the ministry."
    [(cause, why)] = disputed(("Canada had 8,421 soldiers in Iraq on 1 March 2021.", DAY), (table, LATER))
    assert (cause, "one digit" in why) == ("contradiction", True)


@pytest.mark.parametrize(
    ("one", "other", "cause"),
    [
        ("Canada has 850 soldiers in Iraq.", "Canada has 600 soldiers in Iraq.", "newer"),
        ("Norway will not withdraw its soldiers from Mali, the ministry said.",
         "Norway will withdraw its soldiers from Mali, the ministry said.", "newer"),
        ("Canada has 850 soldiers in Iraq.", "Canada had 600 soldiers in Iraq on 1 March 2021.", "day"),
        ("Canada has 850 soldiers in Iraq.", "Including contractors, Canada has 1,200 personnel in Iraq.", "scope"),
        ("Canada had 850 soldiers in Iraq on 1 March 2021.",
         "Canada had 1,240 soldiers in Iraq on 1 March 2021, according to a table of the ministry.", "scope"),
        ("Canada has about 850 soldiers in Iraq.", "Canada has 848 soldiers in Iraq.", "rounding"),
    ],
)  # fmt: skip
def test_what_explains_the_difference_is_no_contradiction(disputed, one, other, cause):
    assert [cause for cause, _ in disputed((one, DAY), (other, LATER))] == [cause]


@pytest.mark.parametrize("risen", ["The death toll of Monday's bombing in Mosul has risen to 17, police said.",
                                   "The car bomb that exploded in Mosul on Monday killed 17 people, police said."])  # fmt: skip
def test_a_toll_that_rises_is_newer(disputed, risen):
    first = "A car bomb killed 12 people in Mosul on Monday, police said."
    assert [cause for cause, _ in disputed((first, "2021-03-09"), (risen, DAY))] == ["newer"]


def test_an_old_number_that_comes_again_is_a_repeat(disputed):
    told = [("Canada has 850 soldiers in Iraq.", "2021-01-05"), ("Canada has 500 soldiers in Iraq.", "2021-02-10"),
            ("Canada has 850 soldiers in Iraq.", DAY)]  # fmt: skip
    assert [cause for cause, _ in disputed(*told)] == ["newer", "repeat"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Turkey carried out 12 air strikes in Sinjar on Monday.", "Turkey carried out 20 air strikes in Sinjar on Sunday."),
        ("Canada has 850 soldiers in Iraq.", "Canada has 120 soldiers in Mali."),
        ("Norway withdrew 500 soldiers from Mali on Monday.", "Denmark withdrew 700 soldiers from Mali on Monday."),
    ],
)
def test_two_things_are_no_dispute(disputed, one, other):
    assert disputed((one, DAY), (other, DAY)) == []
