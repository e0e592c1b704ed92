import json
import os
import re
import signal
import subprocess
import sys
import time

import pytest

from onrecord.model import claim_from_json

STORY = "The United States will reduce its forces in Iraq from 4,100 to 3,600 troops by June 30, the Pentagon said on Monday."


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "reports"
    made.mkdir()
    (made / "one.txt").write_text(STORY)
    (made / "empty.txt").write_text("")
    (made / "picture.txt").write_bytes(bytes(range(256)) * 20)
    lines = [{"id": "two", "published": "2031-05-02", "text": "The United States has 3,600 troops in Iraq."}]
    (made / "more.jsonl").write_text("\n".join([json.dumps(lines[0]), "{broken"]))
    return made


def test_the_claims_of_a_file_are_shown(run, folder):
    result = run("read", folder / "one.txt", "--published", "2031-03-04")
    assert result.exit_code == 0, result.output
    assert "4,100 → 3,600 personnel" in result.stdout
    assert "○ planned" in result.stdout
    assert "by 2031-06-30" in result.stdout
    assert "Read 1 report" in result.stderr


def test_lines_of_claims_are_in_the_form_of_the_ledger(run, folder):
    result = run("read", folder / "one.txt", "--published", "2031-03-04", "--jsonl")
    claims = [claim_from_json(json.loads(line)) for line in result.stdout.splitlines()]
    [change] = [claim for claim in claims if claim.kind == "force_change"]
    assert change.doc == "one"
    assert change.evidence.cut(STORY) == STORY
    assert change.quantity.to == 3600


def test_kinds_can_be_chosen(run, folder):
    result = run("read", folder / "one.txt", "--jsonl", "--kind", "site", "--kind", "threat")
    assert result.exit_code == 0
    assert result.stdout == ""


def test_what_cannot_be_read_is_told_and_the_rest_is_read(run, folder):
    result = run("read", folder, "--json")
    assert result.exit_code == 1
    assert {row["report"]["id"] for row in json.loads(result.stdout)} >= {"one", "two"}
    assert "Could not be read" in result.stderr
    assert "empty.txt" in result.stderr
    assert "Traceback" not in result.output


def test_a_path_that_is_not_there_is_told(run, tmp_path):
    result = run("read", tmp_path / "nothing.txt")
    assert result.exit_code == 1
    assert "nothing.txt" in result.stderr


@pytest.mark.parametrize(
    "args", [["--published", "soon"], ["--kind", "war"], ["--without", "role,war"], ["--model", "no_such_model"]]
)
def test_a_wrong_option_is_a_usage_error(run, folder, args):
    result = run("read", folder / "one.txt", *args)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_adding_twice_adds_once(run, folder, tmp_path):
    ledger = tmp_path / "new.db"
    first = run("add", folder / "one.txt", folder / "more.jsonl", "--ledger", ledger)
    assert "Added 2 reports" in first.stderr
    assert "Without a date of publication: one." in first.stderr
    again = run("add", folder / "one.txt", "--ledger", ledger, "--json")
    assert again.exit_code == 0
    assert "Already in the ledger: 1 report" in again.stderr
    assert json.loads(again.stdout) | {"already": 1, "reports": 0, "claims": 0, "undated": []} == json.loads(again.stdout)
    asked = run("levels", "US", "--in", "Iraq", "--ledger", ledger)
    assert "3,600" in asked.stdout


def test_mentions_are_found_in_lines_and_bad_lines_are_told_by_number(run, tmp_path):
    file = tmp_path / "texts.jsonl"
    rows = ['{"doc": "a", "dct": "2031-03-05", "text": "At least 40 rockets fell on Baghdad on Monday, officials said."}']
    file.write_text("\n".join([*rows, "{", '{"text": "nameless"}', '{"id": 7, "text": "It sold 12 trucks."}']))
    found = {}
    for what in ("dates", "quantities", "names", "places", "attributions"):
        result = run("find", what, file, "--jsonl")
        assert result.exit_code == 1
        assert "line 2:" in result.stderr
        assert "line 3:" in result.stderr
        found[what] = [json.loads(line) for line in result.stdout.splitlines()]
    monday = {"text": "on Monday", "start": "2031-03-03", "end": "2031-03-03", "type": "point"}
    assert found["dates"] == [{"doc": "a", "begin": 39, "end": 45, "type": "DATE", "value": "2031-03-03", "time": monday}]
    assert [(row.get("doc", row.get("id")), row["value"], row["change"]) for row in found["quantities"]] == [
        ("a", 40, ">"),
        (7, 12, "="),
    ]
    assert [(row["name"], row["kind"]) for row in found["places"]] == [("Baghdad", "place")]
    assert found["names"]
    assert found["attributions"][0]["cue"] == [[57, 61]]


def test_a_file_of_lines_that_is_not_there_is_told(run, tmp_path):
    result = run("find", "dates", tmp_path / "none.jsonl")
    assert result.exit_code == 1
    assert "none.jsonl" in result.stderr


def test_the_demo_answers_and_says_what_to_try_next(run, tmp_path):
    ledger, page = tmp_path / "demo.db", tmp_path / "demo.html"
    result = run("demo", "--ledger", ledger, "-o", page)
    assert result.exit_code == 0, result.output
    for words in ("How many had the United States in Iraq?", "8,892", "○ 2,500", "✓ met", "handed over", "Try next"):
        assert words in result.stdout
    for words in ("⊘ 8,992", "Strength, latest known", "the truce", "1,300,000,000 USD", "unless rocket attacks on it stop"):
        assert words in result.stdout
    assert len(result.stdout.splitlines()) < 180
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert '<svg class="levels"' in page.read_text()
    again = run("demo", "--ledger", ledger, "--json")
    assert json.loads(again.stdout)["levels"]["actor"] == "United States"


def test_a_program_that_is_interrupted_leaves_quietly(tmp_path):
    pipe = tmp_path / "endless.jsonl"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "onrecord", "find", "dates", str(pipe), "--jsonl"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with pipe.open("w"):
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert process.returncode in (1, 130)
    assert not re.search("Traceback|Exception", err)
