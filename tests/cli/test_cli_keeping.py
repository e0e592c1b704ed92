"""Commands that keep a ledger: reports, withdraw, check."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest
from typer.testing import CliRunner

from onrecord.cli import app

WHY = ("--why", "Asked for by its publisher")


def test_a_withdrawal_is_done_only_where_it_is_meant(run):
    result = run("withdraw", "r1", *WHY)
    assert result.exit_code == 2
    assert "--yes" in result.stderr
    assert "5,200" in run("show", "r1").stdout


def test_a_terminal_is_asked_first(ledger_file, monkeypatch):
    monkeypatch.setattr(
        "onrecord.cli.keeping.sys", type("Here", (), {"stdin": type("Tty", (), {"isatty": lambda self: True})()})()
    )
    command = ["withdraw", "r1", *WHY, "--ledger", str(ledger_file)]
    assert CliRunner().invoke(app, command, input="n\n").exit_code == 1
    assert CliRunner().invoke(app, ["show", "r1", "--ledger", str(ledger_file)]).exit_code == 0
    asked = CliRunner().invoke(app, command, input="y\n")
    assert asked.exit_code == 0
    assert "for good?" in asked.output


def test_a_withdrawn_report_shows_its_tombstone_and_answers_say_so(run):
    done = run("withdraw", "r1", *WHY, "--by", "Anna", "--yes")
    assert done.exit_code == 0, done.output
    assert "2 claims are gone" in done.stdout
    shown = run("show", "r1")
    assert shown.exit_code == 0
    assert "by Anna: Asked for by its publisher" in shown.stdout
    assert "5,200" not in shown.stdout
    assert json.loads(run("show", "r1", "--json").stdout)["tombstone"]["claims"] == 2
    assert "1 report was withdrawn" in " ".join(run("reports").stdout.split())
    assert [row["tombstone"]["id"] for row in json.loads(run("reports", "--withdrawn", "--json").stdout)] == ["r1"]
    assert "1 withdrawn" in run("reports", "--withdrawn").stdout
    assert run("check").exit_code == 0


@pytest.mark.parametrize(
    "question",
    [
        ("levels", "Northland", "--in", "Green Valley"),
        ("footprint", "Northland", "--in", "Green Valley"),
        ("timeline",),
        ("due",),
        ("claims",),
        ("speakers",),
    ],
)
def test_every_answer_says_that_a_report_was_withdrawn(run, question):
    assert "withdrawn" not in run(*question).output
    run("withdraw", "r1", *WHY, "--yes")
    result = run(*question)
    assert result.exit_code == 0, result.output
    assert "1 report was withdrawn and counts for nothing" in " ".join(result.stdout.split())
    as_json = run(*question, "--json")
    json.loads(as_json.stdout)
    assert "withdrawn" in as_json.output


def test_a_withdrawn_text_is_refused_and_the_rest_of_the_run_goes_on(run, tmp_path):
    for name, words in (("one", "Two ships left the port."), ("two", "Norway has 60 soldiers in Mali.")):
        (tmp_path / f"{name}.txt").write_text(words)
    assert run("add", tmp_path / "one.txt").exit_code == 0
    run("withdraw", "one", *WHY, "--yes")
    result = run("add", tmp_path / "one.txt", tmp_path / "two.txt")
    assert result.exit_code == 1
    assert "Added 1 report" in result.stderr
    assert "'one' was withdrawn on" in result.stderr
    assert run("add", tmp_path / "one.txt", "--again").exit_code == 0
    assert "one~" in run("reports").stdout


def test_check_says_what_it_looked_at_and_fails_where_something_is_wrong(run, ledger_file):
    whole = run("check")
    assert whole.exit_code == 0
    assert "3 claims" in whole.stdout
    assert "The ledger is whole." in whole.stdout
    with closing(sqlite3.connect(ledger_file, isolation_level=None)) as raw:
        raw.execute("UPDATE reports SET text = 'x' || text WHERE id = 'r2'")
    broken = run("check")
    assert broken.exit_code == 1
    assert "the text of report r2 is not the one that was added" in broken.stdout
    assert json.loads(run("check", "--json").stdout)["findings"]


def test_a_ledger_goes_out_and_comes_in_the_same(run, tmp_path):
    run("withdraw", "r2", *WHY, "--yes")
    assert run("export", "--format", "ledger", "-o", tmp_path / "all.jsonl").exit_code == 0
    done = run("import", tmp_path / "all.jsonl", "--ledger", tmp_path / "new.db")
    assert done.exit_code == 0, done.output
    assert "1 report, 1 tombstone, 2 claims" in done.stdout
    again = run("export", "--format", "ledger", "--ledger", tmp_path / "new.db")
    assert again.stdout == (tmp_path / "all.jsonl").read_text(encoding="utf-8")
    assert run("import", tmp_path / "all.jsonl").exit_code == 1  # into a ledger that is there


def test_claims_come_in_by_hand_and_need_a_name(run, tmp_path):
    line = (
        '{"doc": "r1", "kind": "force_level", "evidence": [0, 45], "args": {"actor": "Southland"}, "quantity": {"value": 7}}\n'
    )
    (tmp_path / "mine.jsonl").write_text(line)
    assert "--by" in run("import", tmp_path / "mine.jsonl").stderr
    assert "Imported: 1 claim" in run("import", tmp_path / "mine.jsonl", "--by", "Anna").stdout
    assert "before: 1 claim" in run("import", tmp_path / "mine.jsonl", "--by", "Anna").stdout
    assert "Southland" in run("claims", "--actor", "Southland").stdout


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"{\n", b'{"doc": "nobody"}\n'])
def test_what_cannot_be_imported_is_told_without_a_traceback(run, tmp_path, content):
    if content is not None:
        (tmp_path / "bad.jsonl").write_bytes(content)
    result = run("import", tmp_path / "bad.jsonl", "--by", "Anna")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")


@pytest.mark.parametrize("facts", [(), ("--facts",)])
@pytest.mark.parametrize("format", ["jsonl", "csv", "parquet"])
def test_exports_leave_the_words_out_where_they_are_not_wanted(run, tmp_path, format, facts):
    for name, more in (("with", ()), ("without", ("--no-text",))):
        assert run("export", "--format", format, *facts, *more, "-o", tmp_path / name).exit_code == 0
    assert b"by May 31" in (tmp_path / "with").read_bytes()
    assert b"by May 31" not in (tmp_path / "without").read_bytes()


def test_exports_take_filters(run):
    assert len(run("export", "--known", "2031-03-04").stdout.splitlines()) == 2
    assert len(run("export", "--facts", "--status", "planned").stdout.splitlines()) == 1


@pytest.mark.parametrize("more", [("--facts",), ("--no-text",), ("--known", "2031"), ("--in", "Green Valley")])
def test_a_whole_ledger_has_no_filters(run, more):
    assert run("export", "--format", "ledger", *more).exit_code == 2


def test_parquet_needs_a_file(run):
    result = run("export", "--format", "parquet")
    assert result.exit_code == 2
    assert "-o" in result.stderr


def test_a_backup_is_a_ledger(run, tmp_path):
    assert run("backup", tmp_path / "copy.db").exit_code == 0
    assert run("backup", tmp_path / "copy.db").exit_code == 1
    assert run("backup", tmp_path / "copy.db", "--force").exit_code == 0
    assert run("check", "--ledger", tmp_path / "copy.db").exit_code == 0
