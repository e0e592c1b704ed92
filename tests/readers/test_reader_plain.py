from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.readers.encoding import Undecodable, decode
from onrecord.readers.headers import split_headers

BODY = "BAGHDAD (Sample Wire) — The council’s old camp was handed over on Monday.\nNobody said why."


def test_the_text_of_a_plain_file_is_kept_as_it_stands(read):
    text = f"  Camp handed over \n\n{BODY}\n\n"
    report = read(text.replace("\n", "\r\n"), name="camp.txt").report
    assert report.text == text
    assert (report.id, report.title, report.published, report.language) == ("camp", "Camp handed over", None, "en")
    assert report.dateline.place == "Baghdad"
    assert report.path.endswith("camp.txt")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (BODY, None),
        ("Camp handed over", None),
        ("The camp was handed over.\nNobody said why.", None),
        ("word " * 29 + "\nNobody said why.", None),
        ("# Camp handed over #1\n\nNobody said why.", "Camp handed over #1"),
    ],
)
def test_only_a_short_first_line_that_is_no_sentence_is_a_title(read, text, title):
    assert read(text).report.title == title


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_the_encoding_is_found(read, encoding):
    assert read(BODY.encode(encoding)).report.text == BODY


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Совет сообщил в понедельник, что передал старый лагерь полиции провинции."),
        ("cp1256", "وقال المجلس يوم الاثنين إنه سلم المعسكر القديم إلى شرطة المحافظة في الجنوب"),
    ],
)
def test_an_old_encoding_is_told_from_the_bytes(encoding, text):
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"MZ\0\0" + bytes(range(256)) * 4, "binary"),
        (bytes(range(1, 32)) * 40, "binary"),
        (bytes(range(128, 256)) * 40 + bytes(range(1, 128)), "encoding cannot be told"),
        (b"\xff\xfe" + b"\x00\xd8" * 3, "UTF-16"),
    ],
)
def test_bytes_that_are_no_text_are_said_to_be_none(read, data, why):
    assert why in read(data).error.why


def test_a_character_that_the_end_of_the_file_cuts_in_two_is_left_out():
    assert decode("The café".encode()[:-1]) == "The caf"


@given(st.binary(max_size=400))
def test_decoding_gives_text_or_says_that_it_cannot(data):
    with contextlib.suppress(Undecodable):
        assert isinstance(decode(data), str)


FRONT = """---
title: "Camp: handed over"
date: 2020-09
outlet: Sample Wire
author: Jane Roe
url: https://example.org/camp
id: camp-1
corrects: camp-0
tags: [a, b]
---

"""
LINES = """Title: Camp: handed over
Outlet: Sample Wire
Published: September 2020
Author: Jane Roe
URL: https://example.org/camp
Corrects: camp-0

"""


@pytest.mark.parametrize(
    ("head", "name", "id_"), [(FRONT, "x.md", "camp-1"), (LINES, "x.txt", "x"), (FRONT, "x.txt", "camp-1")]
)
def test_metadata_at_the_head_is_no_part_of_the_text(read, head, name, id_):
    report = read(head + BODY, name=name, published="1999").report
    assert report.text == BODY
    assert (report.id, report.title, report.published) == (id_, "Camp: handed over", "2020-09")
    assert (report.outlet, report.author, report.url) == ("Sample Wire", "Jane Roe", "https://example.org/camp")
    assert report.corrects == "camp-0"


@pytest.mark.parametrize(
    ("head", "day", "outlet"),
    [
        ("Title: Camp\nDate: 13 September 2020\nSource: Sample Wire\n\n", "2020-09-13", "Sample Wire"),
        ("Date: Sun, 13 Sep 2020 10:00:00 GMT\nSource: Sample Wire\n\n", "2020-09-13", "Sample Wire"),
        ("Source: the ministry\nOutlet: Sample Wire\nDate: 2020\nPublished: 2020-09\n\n", "2020-09", "Sample Wire"),
    ],
)
def test_date_and_source_at_the_head_are_when_and_where_it_came_out(read, head, day, outlet):
    report = read(head + BODY).report
    assert (report.text, report.published, report.outlet) == (BODY, day, outlet)


@pytest.mark.parametrize(
    "text",
    [
        "---\nA line.\n---\nMore.",
        "---\ntitle: never closed\n\nMore.",
        "Title: alone\n\nMore.",
        "Title: a\nOutlet: b\nMore at once.",
        "Title: a\nWarning: b\n\nMore.",
        "title: a\noutlet: b\n\nMore.",
        "Title: a\nTitle: b\n\nMore.",
        "Title: a\nOutlet: b",
        "",
    ],
)
def test_what_only_resembles_metadata_is_text(text):
    assert split_headers(text) == ({}, text)


def test_a_date_in_the_head_that_is_none_is_told(read):
    error = read("Title: Camp\nPublished: last week\n\n" + BODY).error
    assert "'last week' is no date" in error.why


def test_a_line_of_a_million_characters_is_read(read):
    text = "The army left. " * 70_000
    assert read(text).report.text == text


@pytest.mark.parametrize(
    ("content", "why"), [("", "an empty file"), (" \n\n", "an empty file"), (b"\xef\xbb\xbf\n", "holds no text")]
)
def test_an_empty_file_is_said_to_be_empty(read, content, why):
    assert why in read(content).error.why


def test_a_text_beyond_the_limit_is_refused(read):
    assert "5,000,000" in read("word " * 1_000_001).error.why


@pytest.mark.parametrize(("line", "day"), [
    ("Wednesday, 10 March 2021", "2021-03-10"),
    ("10th March 2021", "2021-03-10"),
    ("March 10th, 2021", "2021-03-10"),
    ("10 March 2021 at 14:05 GMT", "2021-03-10"),
    ("2021/03/10", "2021-03-10"),
    ("10 March 2021.", "2021-03-10"),
    ("10-Mar-2021", "2021-03-10"),
    ("03/04/2021", None),
    ("soon", None),
])  # fmt: skip
def test_a_date_line_gives_the_day_that_it_writes_and_refuses_no_report(line, day):
    text = f"Title: Danes leave\nDate: {line}\nSource: Sample Wire\n\nDenmark withdrew 120 soldiers from Iraq."
    fields, rest = split_headers(text)
    assert (fields.get("published"), fields["outlet"]) == (day, "Sample Wire")
    assert rest.startswith("Denmark")


@pytest.mark.parametrize(
    "more", ["Section: World", "Section:", "Filed by: the desk", "Tags: camp\nTags: Kirkuk", "URL:", "URL: ", "Word-Count: 300"]
)
@pytest.mark.parametrize("first", [True, False])
def test_what_a_head_does_not_need_is_left_aside(more, first):
    known = ["Title: Camp handed over", "Byline: Ana Lind", "Outlet: Sample Wire"]
    head = "\n".join([more, *known] if first else [*known, more])
    assert split_headers(f"{head}\n\n{BODY}") == (
        {"title": "Camp handed over", "outlet": "Sample Wire", "author": "Ana Lind"},
        BODY,
    )


@pytest.mark.parametrize("text", ["Section: World\nTags: camp\n\nThe camp.", "Title: Camp\nTags: camp\n\nThe camp."])
def test_lines_of_which_fewer_than_two_are_known_are_no_head(text):
    assert split_headers(text) == ({}, text)
