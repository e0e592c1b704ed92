"""Dates: TIMEX3 values, the ledger's times, the table of deadlines, and properties over any text."""

from __future__ import annotations

import csv
import re
import sys
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import InvalidDate
from onrecord.finders.dates import find_dates, find_dates_in_text, find_event_times, find_timexes
from onrecord.model import Span, is_partial_date
from onrecord.nlp import split_sentences

BASE = "2020-12-13"  # a Sunday
TABLE = Path(__file__).with_name("deadlines.csv")


def table() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_right(row: dict[str, str]) -> bool:
    wanted = (row["text"], row["start"] or None, row["end"] or None, row["type"])
    times = [m.value.time for m in find_dates(row["sentence"], base=row["base"] or None) if m.value.time]
    return wanted in [(t.text, t.start, t.end, t.type.value) for t in times]


def test_the_table_of_deadlines_is_right_and_says_how_far():
    rows = table()
    wrong = [row for row in rows if not is_right(row)]
    share = 1 - len(wrong) / len(rows)
    sys.stdout.write(f"deadlines: {share:.3f} of {len(rows)} right\n")
    assert len(rows) >= 320
    assert share >= 0.99, wrong


def test_without_a_base_no_row_of_the_table_gets_a_year_that_it_does_not_name():
    for sentence in {row["sentence"] for row in table()}:
        for mention in find_dates(sentence):
            time = mention.value.time
            for end in (time.start, time.end) if time else ():
                assert end is None or end.startswith("XXXX") or _names_year(sentence, int(end[:4])), (sentence, time)


def _names_year(sentence: str, year: int) -> bool:
    """Whether the words give that year, or one that lies a step or a turn of the year away."""
    if year == 2001 and "9/11" in sentence:
        return True
    named = {int(digits) for digits in re.findall(r"(?<!\d)(?:19|20)\d\d", sentence)}
    named |= {2000 + int(digits) for digits in re.findall(r"(?:FY|[A-Z]{3})\s?(\d\d)\b", sentence)}
    named |= {int(first + last) for first, last in re.findall(r"(?<!\d)(20)\d\d-(\d\d)(?!\d)", sentence)}
    near = {year - 1, year, year + 1} if re.search(r"\b(?:to|later|following|winter)\b", sentence) else {year}
    decades = {number // 10 for number in named} if "0s" in sentence else set()
    return bool(named & near) or year // 10 in decades or re.search(r"\blater\b", sentence) is not None


@pytest.mark.parametrize("sentence", [
    "The first battalion has taken the second bridge.",
    "It was the third attack on the base in as many weeks.",
    "The general wants a third of the force gone.",
    "No date has been set for the withdrawal.",
    "The 15th Brigade and the 3rd Corps held the line.",
    "The troops must march on before the mud comes.",
    "The siege went on after the talks had failed.",
    "The truce will end with Ramadan.",
    "Shelling stopped for the holy month and for Eid.",
    "The order has the number 20210306.",
    "The order was sent on 06.03.2021.",
    "The Independence Day of a country is its own.",
    "Some 1,900 men and 2,000 women were held.",
    "The road is 1950 metres long and the pass 2014 feet high.",
    "The state must not fall.",
    "He may resign, April Lee said, and Mr. August agreed.",
    "The spring of the trap was oiled.",
    "Five minutes' walk from the gate lies the 40-bed clinic.",
    "The group holds one half of the town and a quarter of the valley.",
])  # fmt: skip
def test_a_sentence_without_date_words_gets_no_time(sentence):
    assert [m.value.time for m in find_dates(sentence, base=BASE) if m.value.time] == []


@pytest.mark.parametrize(("sentence", "end"), [
    ("The garrison will leave in January.", "2021-01"),
    ("The garrison left in January.", "2020-01"),
    ("The garrison has said that it will leave in January.", "2021-01"),
    ("The garrison said that it had left in January.", "2020-01"),
])  # fmt: skip
def test_tense_alone_decides_the_year(sentence, end):
    [mention] = find_dates(sentence, base=BASE)
    assert mention.value.time.end == end


@pytest.mark.parametrize(("base", "end"), [("2022-06-01", "2022-11-08"), ("2021-04-14", "XXXX-11"), (None, "XXXX-11")])
def test_election_day_falls_in_even_years_or_is_not_known(base, end):
    [mention] = find_dates("The envoy wants a deal by Election Day.", base=base)
    assert mention.value.time.end == end


@pytest.mark.parametrize(("sentence", "words"), [
    ("Raids have doubled since Biden took office.", ["since Biden took office"]),
    ("Since the fall of the town, forty posts were lost.", ["Since the fall of the town"]),
    ("Troops will stay until the militia is defeated.", ["until the militia is defeated"]),
    ("Since the army has no fuel, it stopped.", []),
    ("The road has been shut since Monday, until Friday.", []),
])  # fmt: skip
def test_an_event_may_open_or_close_a_stretch_and_dates_nothing(sentence, words):
    times = [mention.value.time for mention in find_event_times(sentence)]
    assert [time.text for time in times] == words
    assert all(time.start is None and time.end is None for time in times)


def test_words_that_timeml_leaves_unmarked_are_in_the_ledger_only():
    sentence = "The army previously held the dam, which was lost in 2014."
    assert [m.span.cut(sentence) for m in find_dates_in_text(sentence, BASE)] == ["previously", "2014"]
    assert [m.span.cut(sentence) for m in find_timexes(sentence, BASE)] == ["2014"]


@pytest.mark.parametrize(("words", "type", "value"), [
    ("January 15, 2021", "DATE", "2021-01-15"),
    ("15 January 2021", "DATE", "2021-01-15"),
    ("the 15th of January 2021", "DATE", "2021-01-15"),
    ("Sept. 9", "DATE", "2020-09-09"),
    ("151800ZJAN21", "TIME", "2021-01-15T18:00"),
    ("15/01/2021", "DATE", "2021-01-15"),
    ("2021-01-15", "DATE", "2021-01-15"),
    ("October 2014", "DATE", "2014-10"),
    ("the 1990s", "DATE", "199"),
    ("the 20th century", "DATE", "19"),
    ("yesterday", "DATE", "2020-12-12"),
    ("last week", "DATE", "2020-W49"),
    ("this weekend", "DATE", "2020-W50-WE"),
    ("three days ago", "DATE", "2020-12-10"),
    ("the third quarter of 2020", "DATE", "2020-Q3"),
    ("the second half of 2021", "DATE", "2021-H2"),
    ("last summer", "DATE", "2020-SU"),
    ("Saturday morning", "TIME", "2020-12-12TMO"),
    ("last night", "TIME", "2020-12-12TNI"),
    ("10:30 p.m. Wednesday", "TIME", "2020-12-09T22:30"),
    ("the past 24 hours", "DURATION", "PT24H"),
    ("the next 18 months", "DURATION", "P18M"),
    ("forty days", "DURATION", "P40D"),
    ("two and a half years", "DURATION", "P2Y6M"),
    ("a couple of weeks", "DURATION", "P2W"),
    ("several months", "DURATION", "PXM"),
    ("two decades", "DURATION", "P20Y"),
    ("every month", "SET", "P1M"),
    ("twice a week", "SET", "P1W"),
    ("each Thursday", "SET", "XXXX-WXX-4"),
    ("recently", "DATE", "PAST_REF"),
    ("currently", "DATE", "PRESENT_REF"),
    ("the near future", "DATE", "FUTURE_REF"),
])  # fmt: skip
def test_an_expression_has_its_timex_value_and_bare_words(words, type, value):
    sentence = f"The post was shelled in {words}."
    [mention] = find_dates(sentence, base=BASE)
    assert (mention.span.cut(sentence), mention.value.type.value, mention.value.value) == (words, type, value)


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("It comes a day after two bases were hit.", "DURATION"),
        ("It costs 3 dollars a day.", "SET"),
    ],
)
def test_a_day_after_something_is_a_length_and_no_rate(sentence, type):
    [mention] = find_dates(sentence, base=BASE)
    assert (mention.span.cut(sentence), mention.value.type.value, mention.value.value) == ("a day", type, "P1D")


@pytest.mark.parametrize("sentence", [
    "The council may send observers.",
    "The rebels began a march on the capital.",
    "Marchers asked the premier to march on.",
    "This is the second convoy.",
    "The sun rose over the camp.",
    "Resolution 2249 and resolutions 1970 and 1973 were cited.",
    "Section 2012 of the act was repealed.",
    "Some 2,500 soldiers remain.",
    "The army lost 2000 troops.",
    "About 2014 people were displaced.",
    "The column of 1950 soldiers set out.",
    "The vote was 15/3 in favour.",
    "The meeting of 03/04/2021 cannot be told.",
])  # fmt: skip
def test_what_only_looks_like_a_date_is_left_alone(sentence):
    assert list(find_dates(sentence, base=BASE)) == []


@pytest.mark.parametrize(
    "sentence", ["A 40-day truce was called.", "The 18-month war is over.", "She has a two-year contract."]
)
def test_a_mere_length_dates_nothing(sentence):
    [mention] = find_dates(sentence, base=BASE)
    assert (mention.value.type.value, mention.value.time) == ("DURATION", None)


def test_the_following_day_follows_the_last_date_of_the_text():
    text = "The town fell on Nov. 9, 2020. The following day the army moved in. Two days later it left."
    assert [m.value.value for m in find_dates_in_text(text, BASE)] == ["2020-11-09", "2020-11-10", "2020-11-12"]


def test_words_point_back_to_dates_that_nobody_asks_for():
    text = "The town fell on Nov. 9, 2020. The army came. The following day it moved in. Two days later it left."
    asked = [sentence for sentence in split_sentences(text) if "left" in sentence.cut(text)]
    assert [m.value.value for m in find_dates_in_text(text, BASE, asked=asked)] == ["2020-11-12"]


SENTENCES = [
    "The town fell on Nov. 9, 2020.",
    "The following day the army moved in.",
    "Two days later it left.",
    "Talks went on.",
    "It met on 10 November at noon.",
    "Profits rose in the third quarter of 2019, and more than a year ago.",
    "By then 40 soldiers had left.",
    "It closes by the 15th.",
]


@given(
    st.lists(st.tuples(st.sampled_from(SENTENCES), st.booleans()), max_size=9), st.sampled_from([None, "2020", "2020-12-13"])
)
def test_the_sentences_that_are_asked_for_have_the_dates_that_they_have_among_all(told, base):
    text = " ".join(sentence for sentence, _ in told)
    begins = accumulate((len(sentence) + 1 for sentence, _ in told), initial=0)
    asked = [Span(begin, begin + len(sentence)) for begin, (sentence, is_asked) in zip(begins, told, strict=False) if is_asked]
    wanted = [m for m in find_dates_in_text(text, base) if any(span.covers(m.span) for span in asked)]
    assert list(find_dates_in_text(text, base, asked=asked)) == wanted


def test_offsets_in_a_text_are_those_of_the_text():
    text = "Shells fell on Monday.\n\nThe base closes by Jan. 15."
    assert [m.span.cut(text) for m in find_dates_in_text(text, BASE)] == ["Monday", "Jan. 15"]


@pytest.mark.parametrize(
    "sentence", ["It ran from Feb. 29 to March 3, 2021.", "It ran from Jan. 3 until Jan.", "It ran from Jan. to 2021."]
)
@pytest.mark.parametrize("base", [None, "0001-01-01", BASE])
def test_a_range_whose_start_no_calendar_has_is_no_range(sentence, base):
    for mention in find_dates(sentence, base=base):
        time = mention.value.time
        assert time is None or time.start is None or is_partial_date(time.start)


def test_a_base_that_is_no_date_is_refused():
    with pytest.raises(InvalidDate):
        list(find_dates("today", base="yesterday"))


PIECES = st.sampled_from(
    [
        "by",
        "until",
        "since",
        "within",
        "from",
        "to",
        "between",
        "and",
        "on",
        "in",
        "the",
        "end",
        "of",
        "last",
        "next",
        "this",
        "past",
        "Jan.",
        "January",
        "15",
        "31",
        "30",
        "2021",
        "2020",
        "Monday",
        "May",
        "March",
        "two",
        "several",
        "a",
        "40",
        "days",
        "weeks",
        "months",
        "year",
        "quarter",
        "third",
        "second",
        "half",
        "10:30",
        "p.m.",
        "morning",
        "yesterday",
        "ago",
        "later",
        "early",
        "mid-",
        "-",
        "–",
        ",",
        ".",
        "every",
        "1990s",
        "fiscal",
        "Q3",
        "FY21",
        "151800ZJAN21",
        "2021-02-30",
        "9999",
        "0",
        "99/99/2020",
        "hundred",
        "thousand",
        "will",
        "had",
        "said",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map(" ".join))
BASES = st.one_of(
    st.none(), st.dates().map(lambda d: d.isoformat()), st.sampled_from(["2020", "2020-12", "0001-01-01", "9999-12-31"])
)


@settings(max_examples=400, deadline=None)
@given(TEXTS, BASES)
def test_any_text_gives_spans_of_real_words_and_valid_dates(text, base):
    for find in (lambda: find_dates(text, base=base), lambda: find_dates_in_text(text, base)):
        for mention in find():
            words = mention.span.cut(text)
            assert words
            assert words == words.strip()
            assert re.search(r"\w", words)
            time = mention.value.time
            if time is not None:
                assert time.text in text
                assert all(end is None or is_partial_date(end) for end in (time.start, time.end))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="bcfgjklpqvxz \n.,;", max_size=200), BASES)
def test_words_that_date_nothing_give_no_date(text, base):
    assert list(find_dates(text, base=base)) == []


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_without_a_base_every_known_year_stands_in_the_text(text):
    for mention in find_dates(text):
        time = mention.value.time
        for end in (time.start, time.end) if time else ():
            if end and not end.startswith("XXXX"):
                after = str(int(end[:4]) + 1)  # "from May until January 2021" begins in 2020
                said = [form for year in (end[:4], after) for form in (year, "'" + year[2:], "FY" + year[2:], "JAN" + year[2:])]
                assert any(digits in text for digits in (*said, end[:3] + "0s"))
