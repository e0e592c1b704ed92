from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InvalidDate
from onrecord.model import is_partial_date
from onrecord.readers.published import check_published, read_published


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2020", "2020"),
        ("2020-09", "2020-09"),
        (" 2020-09-13 ", "2020-09-13"),
        ("20200913", "2020-09-13"),
        ("2020-09-13T10:00:00Z", "2020-09-13"),
        ("2020-09-13T23:30:00.123456-05:00", "2020-09-13"),
        ("2020-09-13 10:00:00 UTC", "2020-09-13"),
        ("2020-09-13T10:00:00+0000", "2020-09-13"),
        ("Sun, 13 Sep 2020 23:30:00 -0500", "2020-09-13"),
        ("13 Sep 2020 10:00 GMT", "2020-09-13"),
        ("13 September 2020", "2020-09-13"),
        ("Sept. 3, 2020", "2020-09-03"),
        ("September 2020", "2020-09"),
    ],
)
def test_a_date_is_read_at_the_precision_at_which_it_is_written(words, day):
    assert read_published(words) == day


@pytest.mark.parametrize(
    "words",
    [
        "",
        "yesterday",
        "03/04/2020",
        "2020-13",
        "2021-02-30",
        "0000",
        "XXXX-01-15",
        "31 February 2020",
        "1.5",
        "2020-09-13 or so",
        "9" * 5000,
        "Sun, 99 Sep 2020 10:00:00 GMT",
    ],
)
def test_what_is_no_date_gives_none(words):
    assert read_published(words) is None


@given(st.text(alphabet="0123456789-:TZ+ ,.SepSun", max_size=40))
def test_whatever_is_read_is_a_date(words):
    found = read_published(words)
    assert found is None or (is_partial_date(found) and found[0] != "X")


@pytest.mark.parametrize("given_date", ["13 September 2020", "2020-9-1", "XXXX-01-15", "", "2021-02-29"])
def test_a_date_given_by_the_user_that_is_none_is_refused(given_date):
    with pytest.raises(InvalidDate) as caught:
        check_published(given_date)
    assert caught.value.given == given_date
