from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import InvalidDate, UnreadableReport
from onrecord.model import Report, fix_text
from onrecord.readers import read_file, read_reports

DATA = Path(os.environ.get("ONRECORD_EVAL_DATA", "../shared"))


def test_a_folder_is_read_in_the_order_of_names_and_what_is_hidden_is_not(read_folder):
    files = {
        "b.txt": "The army left.",
        "a/z.md": "The army came.",
        "a/.hidden.txt": "No.",
        ".git/x.txt": "No.",
        "c": "The army stayed.",
    }
    reading = read_folder(files)
    assert [report.id for report in reading.reports] == ["z", "b", "c"]
    assert not reading.errors


def test_a_type_that_is_not_read_is_told_and_the_rest_is_read(read_folder):
    reading = read_folder({"a.docx": b"PK\3\4\0", "b.csv": "a,b", "c.txt": "The army left."})
    assert [report.id for report in reading.reports] == ["c"]
    assert [Path(error.where).name for error in reading.errors] == ["a.docx", "b.csv"]
    assert all(".jsonl" in error.why for error in reading.errors)


@pytest.mark.parametrize("files", [{}, {"a.png": b"\x89PNG\0"}, {".hidden.txt": "No."}, {"deep/er/a.txt": ""}])
def test_a_folder_without_a_readable_file_says_so(read_folder, files):
    reading = read_folder(files)
    assert not reading.reports
    assert "a folder without a readable file" in reading.errors[-1].why


def test_a_text_of_unknown_ending_is_read_where_the_user_names_it(read):
    assert read("The army left.", name="notes.log").report.id == "notes"


@pytest.mark.parametrize("name", ["nowhere.txt", "no\0where", "x" * 5000])
def test_a_path_that_does_not_exist_is_told(tmp_path, name):
    [error] = read_reports([tmp_path / name])
    assert isinstance(error, UnreadableReport)
    assert error.why


def test_what_is_no_file_is_told_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    os.symlink(tmp_path / "gone", tmp_path / "link.txt")
    os.symlink(tmp_path, tmp_path / "loop")
    errors = list(read_reports([tmp_path]))
    assert all(isinstance(error, UnreadableReport) for error in errors)
    assert [error.why.split(".")[0] for error in errors][:3] == [
        "there is no such file or folder",
        "a link to a folder, which is not followed",
        "a folder or a device, and no file that holds a report",
    ]
    [error] = read_file(tmp_path)
    assert isinstance(error, UnreadableReport)


def test_two_files_of_one_name_have_two_ids_and_the_same_text_has_one(read_folder):
    files = {"a/camp.txt": "The army left.", "b/camp.txt": "The army came.", "c/camp.md": "The army left."}
    first, second, third = (report.id for report in read_folder(files).reports)
    assert first == third == "camp"
    assert second.startswith("camp-")


def test_a_date_that_is_none_is_refused_before_anything_is_read(tmp_path):
    with pytest.raises(InvalidDate):
        read_reports([tmp_path], published="last week")
    with pytest.raises(InvalidDate):
        read_file(tmp_path / "a.txt", published="XXXX-01")


@pytest.mark.parametrize("name", ["camp.txt.gz", "camp.gz", "camp.txt"])
def test_a_packed_file_is_read_as_what_is_in_it(read, name):
    assert read(gzip.compress(b"The army left."), name=name).report.id == "camp"


def test_a_packed_file_that_is_damaged_or_swells_is_refused(read):
    assert "gzip" in read(gzip.compress(b"The army left." * 100)[:-12], name="camp.txt.gz").error.why
    assert "64 MB" in read(gzip.compress(b"\n" * 64_000_001, 1), name="camp.txt.gz").error.why


def test_a_file_beyond_the_limit_is_refused(read):
    assert "64 MB" in read(b" " * 64_000_001, name="camp.txt").error.why


def test_metadata_is_kept_on_one_line_and_within_bounds(read):
    report = read(
        '{"text": "The army left.", "title": "a\\n\\u0000b\\ud83d", "outlet": "' + "x" * 3000 + '"}', name="a.json"
    ).report
    assert report.title == "a b"
    assert len(report.outlet) == 2000


NAMES = ["a", "a.txt", "a.md", "a.html", "a.pdf", "a.json", "a.jsonl", "a.rss", "a.bin", "a.txt.gz"]
HEADS = [
    b"",
    b"\xff\xfe",
    b"<html><p>",
    b"<rss><item>",
    b"<feed>",
    b"%PDF-1.4\n",
    b'{"text":"',
    b"[{",
    b"---\ntitle: a\n",
    b"\x1f\x8b",
    b"<?xml ?>",
]
PIECES = st.sampled_from(
    [
        b"<p>",
        b"</p>",
        b"<![CDATA[",
        b"<!--",
        b"&#0;",
        b"&#xd800;",
        b"<b ",
        b"\n",
        b"The army left. ",
        b'"}',
        b"]",
        b"\0",
        b"\xe2\x80",
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from(NAMES), st.sampled_from(HEADS), st.lists(PIECES | st.binary(max_size=30), max_size=12).map(b"".join))
def test_whatever_a_file_holds_is_read_or_told(tmp_path, name, head, body):
    path = tmp_path / name
    path.write_bytes(head + body)
    results = list(read_file(path))
    assert results or not body.strip() or name == "a.jsonl"
    for result in results:
        assert isinstance(result, Report | UnreadableReport)
        if isinstance(result, Report):
            assert result.text == fix_text(result.text)
            spans = [*result.repeats, *([result.dateline.span] if result.dateline else [])]
            assert all(span.cut(result.text).strip() for span in spans)
            assert len(result.hash) == 64


SEED = DATA / "samples" / "seed.txt"
GOLD = DATA / "eval" / "claims" / "reports"


@pytest.mark.skipif(not SEED.exists(), reason=f"{SEED} is not there: set ONRECORD_EVAL_DATA")
def test_the_body_that_the_seed_carries_twice_is_marked_once():
    [report] = read_file(SEED, published="2020-12-13")
    [repeat] = report.repeats
    assert report.text == SEED.read_bytes().decode()
    assert repeat.cut(report.text) in report.text[: repeat.begin]
    assert repeat.end == len(report.text.rstrip())
    assert (report.id, report.language, report.published) == ("seed", "en", "2020-12-13")
    assert report.dateline is not None


@pytest.mark.skipif(not GOLD.exists(), reason=f"{GOLD} is not there: set ONRECORD_EVAL_DATA")
def test_all_gold_reports_are_read_in_english():
    results = list(read_reports([GOLD]))
    assert len(results) == len(list(GOLD.glob("*.json")))
    assert all(isinstance(result, Report) and result.is_english for result in results)
