from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import fix_text
from onrecord.readers.draft import Draft, Origin
from onrecord.readers.json_file import read_json, read_jsonl

FULL = {
    "id": "camp-1",
    "title": "Camp handed over",
    "text": "  The cafe\u0301 by the camp was closed.\r\nNobody said why.\n",
    "published": "2020-09-13T10:00:00Z",
    "outlet": "Sample Wire",
    "url": "https://example.org/camp",
    "author": ["Jane Roe", "Tom Roe"],
    "corrects": "camp-0",
    "language": "en-GB",
    "other": {"ignored": True},
}


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (json.dumps(FULL), "a.json"),
        (json.dumps([FULL], indent=2), "a.json"),
        (json.dumps(FULL) + "\n\n", "a.jsonl"),
        (json.dumps(FULL), "a.data"),
        (json.dumps(FULL), "a.txt"),
        (json.dumps(FULL).encode("utf-16"), "a.jsonl"),
        (json.dumps(FULL, indent=1).encode("utf-8-sig"), "a.json"),
    ],
)
def test_the_keys_of_json_are_the_parts_of_a_report(read, content, name):
    report = read(content, name=name, published="1999").report
    assert report.text == "  The café by the camp was closed.\nNobody said why.\n"
    assert (report.id, report.title, report.published) == ("camp-1", "Camp handed over", "2020-09-13")
    assert (report.outlet, report.url, report.author) == ("Sample Wire", "https://example.org/camp", "Jane Roe, Tom Roe")
    assert (report.corrects, report.language) == ("camp-0", "en")


def test_a_report_in_json_needs_only_a_text(read):
    report = read(
        '{"text": "Rockets fell.", "id": null, "title": "", "published": null}', name="stem.json", published="2020-09"
    ).report
    assert (report.id, report.title, report.published) == ("stem", None, "2020-09")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"text": "cut of', "no JSON"),
        ("rubbish", "no JSON"),
        ('"text"', "a text where a report is expected"),
        ("[1]", "a list where a report is expected"),
        ("null", "null where a report is expected"),
        ('{"title": "Camp"}', 'no "text"'),
        ('{"text": null}', 'no "text"'),
        ('{"text": "  "}', "holds no text"),
        ('{"text": ["a"]}', '"text" is a list'),
        ('{"text": "a", "title": 5}', '"title" is a number'),
        ('{"text": "a", "id": {}}', '"id" is an object'),
        ('{"text": "a", "id": true}', '"id" is true or false'),
        ('{"text": "a", "published": "some day"}', "'some day' is no date"),
        ('{"text": "a", "published": 2020}', '"published" is a number'),
        ('{"text": "half \\ud83d of it"}', "character 5 of its text is half a character"),
        ('{"text": "a\\u0000b"}', "NUL"),
        ('{"text": "a", "id": "' + "x" * 501 + '"}', "its id"),
        ('{"n": ' + "9" * 5000 + "}", "no JSON that can be read"),
        ("[" * 100_000, "nested too deep"),
        (b'{"text": "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"}', ""),
    ],
)
def test_a_line_with_a_hole_costs_that_line_only(read, line, why):
    line = line if isinstance(line, bytes) else line.encode()
    good = b'{"text": "The army left.", "id": "%d"}\n'
    reading = read(good % 1 + line + b"\n" + good % 3, name="a.jsonl")
    assert [report.id for report in reading.reports if report.id in ("1", "3")] == ["1", "3"]
    if why:
        [error] = reading.errors
        assert error.where.endswith("a.jsonl, line 2")
        assert why in error.why


def test_an_entry_of_a_list_that_is_no_report_is_told_by_its_number(read):
    reading = read('[{"text": "The army left."}, 5]', name="a.json")
    assert len(reading.reports) == 1
    assert reading.errors[0].where.endswith("a.json, entry 2")


@pytest.mark.parametrize(
    ("content", "why"), [("[]", "empty list"), ("{", "no JSON"), ("[" * 100_000, "too deep"), ("5", "a number")]
)
def test_a_json_file_without_reports_says_so(read, content, why):
    assert why in read(content, name="a.json").error.why


def test_json_lines_under_the_ending_of_json_are_read(read):
    reading = read('{"text": "The army left."}\n{"text": 5}\n', name="a.json")
    assert len(reading.reports) == 1
    assert reading.errors[0].where.endswith("line 2")


def test_lines_without_ids_get_ids_that_stay_when_lines_are_added(read):
    rows = ['{"text": "The army left."}', '{"text": "The army came."}']
    ids = [report.id for report in read("\n".join(rows), name="a.jsonl").reports]
    assert len(set(ids)) == 2
    assert all(id_.startswith("a-") for id_ in ids)
    assert [report.id for report in read("\n".join(["{}", *rows[::-1]]), name="a.jsonl").reports] == ids[::-1]


def test_text_that_begins_with_a_bracket_is_text(read):
    assert read("[1] The army left.").report.text == "[1] The army left."


@given(st.text(min_size=1))
def test_the_text_of_json_is_only_fixed(text):
    [draft] = read_json(json.dumps({"text": text}).encode(), Origin(Path("a.json")))
    assert isinstance(draft, Draft)
    assert fix_text(draft.text) == fix_text(text)


@given(st.binary(max_size=300).map(lambda tail: b'{"text": ' + tail))
def test_bytes_that_are_no_json_are_told_and_raise_nothing(data):
    list(read_jsonl(data, Origin(Path("a.jsonl"))))
    assert list(read_json(data, Origin(Path("a.json"))))
