"""Sentences: what ends one, what a margin has cut up, and how long it takes."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.nlp import split_sentences


def cut(text: str) -> list[str]:
    return [span.cut(text) for span in split_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Brigade No. 5 crossed the river.",
        "Nos. 12 and 14 were closed.",
        "Lt. Gen. Ann Hale spoke to reporters.",
        "Gen. (Ret.) Omar Lind disagreed.",
        "The U.S. Embassy was hit.",
        "The U.A.E. Air Force flew in.",
        "They met at 9 a.m. Monday in Ruvo.",
        "It was signed by J. R. Holm and A. B. Stone.",
        "Sens. Holm and Stone visited Ft. Tarn.",
        "On Jan. 15 the base closes.",
        "1. The army left the valley.",
        "Fig. 3 shows the route.",
        "He said the men … would stay.",
        "“We will stay.” the officer said.",
    ],
)
def test_a_stop_that_ends_nothing_cuts_nothing(text):
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The answer was no.", "Troops left."),
        ("The convoy waited in the sun.", "It then left."),
        ("They left the U.S.", "The base was closed."),
        ("They will leave in Dec.", "The base closes then."),
        ("We waited ...", "Then they came."),
        ("“We will stay.”", "The officer sat down."),
        ("The camp was hit twice.[3]", "Nobody was hurt."),
        ("(It was closed.)", "They left."),
        ("Was it closed?", "Nobody knew."),
        ("The bill came to 5 million.", "$3 million was paid."),
        ("They chose Plan B.", "The other was dropped."),
    ],
)
def test_a_stop_before_a_new_beginning_ends_a_sentence(first, second):
    assert cut(f"{first} {second}") == [first, second]


WRAPPED = """\
The ministry said on Monday that the last company of engineers would be
withdrawn from the northern province by the end of June, after Gen. Hale
of the Joint Command had asked for it. Two of the bases there will go to
the border guard. The third, which was hit by rockets in March, will be
closed.

No date was given for the helicopters, and the spokesman of the Defense
Ministry declined to say how many there are.
"""


def test_a_paragraph_that_a_margin_has_cut_is_read_whole():
    assert [" ".join(sentence.split()) for sentence in cut(WRAPPED)] == [
        "The ministry said on Monday that the last company of engineers would be withdrawn from the northern province by the end "
        "of June, after Gen. Hale of the Joint Command had asked for it.",
        "Two of the bases there will go to the border guard.",
        "The third, which was hit by rockets in March, will be closed.",
        "No date was given for the helicopters, and the spokesman of the Defense Ministry declined to say how many there are.",
    ]


def test_two_lines_of_one_sentence_are_one():
    text = "The army said on Monday that it would withdraw three\nhundred soldiers from the valley."
    assert cut(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Ministry closes its last base in the north after six years\nRUVO (Made Wire) — The ministry has closed a base that it held in"
        " the north\nfor six years, and the men who were there have gone home again.",
        "Army Hands Airfield to Border Guard After Six Years in Northern Province\nThe army handed over an airfield on Monday that it"
        " had held for six\nyears, and the men who were there have gone home again.",
    ],
)
def test_a_headline_is_not_joined_to_the_text_below_it(text):
    assert cut(text)[0] == text.split("\n")[0]


@pytest.mark.parametrize(
    "text",
    [
        "Troops withdraw from the northern valley\nMinister resigns over the price of helicopters\nRockets hit an airfield near Ruvo at night",
        "The ministry has promised the following things to the province:\n- the return of two bases to the border guard by June\n"
        "- a payment of 3 million for the damage that rockets did\n- no flights over the valley by night",
        "1. the return of two bases to the border guard by June\n2. a payment of 3 million for the damage that was done\n3. no flights",
        "Q: Can you say how many soldiers will be left there by June\nMS. HALE: I can say that it will be fewer than there are now\n"
        "Q: And how many of them will be at the airfield in the north",
        "The army left the valley on Monday after six years in the north.\nIt took its guns along, and most of the bridges it had built.\n"
        "The border guard moved in at noon without a shot being fired.",
        "Title: the army leaves the northern valley after six years\nOutlet: Made Wire, a sample of what an agency might be\n",
        "Ruvo\n1,200 soldiers\ntwo airfields\n",
    ],
)
def test_lines_that_the_writer_broke_stay_apart(text):
    assert cut(text) == [line for line in text.split("\n") if line]


@given(st.text(alphabet="aB .\n-:;,1“”!…[]()\r\t\u00a0", max_size=200))
@settings(max_examples=200, deadline=None)
def test_sentences_hold_all_words_in_order_and_have_no_blank_edges(text):
    spans = list(split_sentences(text))
    assert all(span.cut(text) == span.cut(text).strip() for span in spans)
    assert all(a.end <= b.begin for a, b in pairwise(spans))
    assert "".join("".join(span.cut(text).split()) for span in spans) == "".join(text.split())


@pytest.mark.parametrize("piece", ["a", "a\n", "A. ", "A: ", "Ab ", ".", "1.", ")", "ABC (", "word and\n", " \n"])
def test_time_grows_with_length_only(piece):
    begin = time.perf_counter()
    assert all(span.end <= 300_000 for span in split_sentences(piece * (300_000 // len(piece))))
    assert time.perf_counter() - begin < 10
