from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.readers.repeats import find_repeats

LONG = "The council said on Monday that it had handed the old camp over to the police of the province."
OTHER = "Its spokesman said that some 300 guards would stay in the town until the end of the month of May."
SHORT = ["The gate was opened at noon.", "The guards drove north.", "The flag came down in the end."]


def cut(lines):
    text = "\n".join(lines)
    return [span.cut(text) for span in find_repeats(text)]


@pytest.mark.parametrize(
    ("lines", "repeats"),
    [
        (["Head", LONG, OTHER, LONG, OTHER], [f"{LONG}\n{OTHER}"]),
        (["Head", LONG, "", OTHER, "", LONG, "", OTHER], [f"{LONG}\n\n{OTHER}"]),
        (["Head", LONG, OTHER, f"  {LONG.replace(' ', '  ')} "], [LONG.replace(" ", "  ")]),
        (["Head", *SHORT, "Between", *SHORT], ["\n".join(SHORT)]),
        (["Read more", LONG, "Read more", OTHER, "Read more", OTHER], [f"Read more\n{OTHER}"]),
        ([LONG, OTHER, OTHER, LONG], [f"{OTHER}\n{LONG}"]),
        ([LONG, LONG, LONG], [f"{LONG}\n{LONG}"]),
        ([LONG, "New words.", LONG, "More new words.", LONG], [LONG, LONG]),
    ],
)
def test_what_stands_in_a_text_again_is_marked(lines, repeats):
    assert cut(lines) == repeats


@pytest.mark.parametrize("lines", [["Read more", LONG, "Read more"], [LONG, OTHER], [LONG, LONG + " And more."], ["", ""]])
def test_what_stands_there_once_or_is_short_is_not_marked(lines):
    assert cut(lines) == []


@given(st.lists(st.sampled_from([LONG, OTHER, *SHORT, "", "x", "\u2028y"]), max_size=30))
def test_marked_passages_are_words_of_the_text_in_order_and_the_first_of_each_is_left(lines):
    text = "\n".join(lines)
    spans = find_repeats(text)
    assert list(spans) == sorted(spans)
    assert all(before.end < after.begin for before, after in pairwise(spans))
    assert all(span.cut(text).strip() == span.cut(text) for span in spans)
    left = "".join(text[a:b] for a, b in zip([0, *[s.end for s in spans]], [*[s.begin for s in spans], len(text)], strict=True))
    assert {line.strip() for line in lines if line.strip()} <= {line.strip() for line in left.split("\n")}


def test_marking_takes_time_in_proportion_to_the_text():
    begin = time.perf_counter()
    find_repeats("\n".join(["a", LONG, "b"] * 20_000))
    find_repeats("word " * 200_000)
    assert time.perf_counter() - begin < 5
