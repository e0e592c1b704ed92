"""Judging on the command line: each decision is told, listed, undone, and shows in the answers."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def ids(run):
    """The ids of the claims, by the report and the number they give."""
    rows = json.loads(run("claims", "--json").stdout)
    return {(row["report"]["id"], row["quantity"].get("value", row["quantity"].get("to"))): row["id"] for row in rows}


def told(result) -> str:
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_correction_shows_in_the_answers_and_in_the_list(run, ids):
    said = told(run("judge", "correct", ids["r1", 5200], "--set", "quantity.value=2,500", "--why", "typo", "--by", "Anna"))
    assert "corrected by Anna (typo)" in said
    levels = told(run("levels", "Northland", "--in", "Green Valley"))
    points = json.loads(told(run("levels", "Northland", "--in", "Green Valley", "--json")))["points"]
    assert {point["value"] for point in points} == {2500, 3000}
    assert "an analyst reviewed 1" in levels
    listed = told(run("judgements"))
    assert "2,500 personnel" in listed
    explained = told(run("explain", ids["r1", 5200]))
    assert "corrected by Anna" in explained


def test_a_claim_is_split_and_the_split_is_undone_whole(run, ids):
    parts = ("--into", "quantity.value=3200|time.end=2020-06-30", "--into", "quantity.value=2000")
    said = told(run("split", ids["r1", 5200], *parts, "--why", "two places", "--by", "Anna"))
    assert "split in 2 by Anna (two places)" in said
    points = json.loads(told(run("levels", "Northland", "--in", "Green Valley", "--json")))["points"]
    assert {point["value"] for point in points} == {3200, 2000, 3000}
    listed = told(run("judgements"))
    assert (listed.count("split by Anna"), listed.count("a part: ")) == (2, 2)
    told(run("undo", "last", "--by", "Anna"))
    points = json.loads(told(run("levels", "Northland", "--in", "Green Valley", "--json")))["points"]
    assert {point["value"] for point in points} == {5200, 3000}
    assert "has no '='" in run("split", ids["r1", 5200], "--into", "place", "--into", "quantity.value=1").output


def test_an_undone_judgement_no_longer_holds_and_is_still_listed(run, ids):
    made = json.loads(told(run("judge", "reject", ids["r1", 5200], "--by", "Anna", "--json")))
    assert "5,200" not in told(run("claims"))
    told(run("undo", told(run("judgements")).split("\n")[4][:8], "--by", "Ben", "--why", "no"))
    assert "5,200" in told(run("claims"))
    [first, second] = json.loads(told(run("judgements", "--json")))
    assert (first["judgement"]["act"], second["judgement"]["act"]) == ("reject", "undo")
    assert first["undone_by"]
    assert made["act"] == "reject"


def test_a_claim_is_added_with_the_words_that_make_it(run):
    values = ("--set", "actor=Northland", "--set", "place=", "--set", "quantity.value=7", "--set", "quantity.unit=aircraft")
    said = run("judge", "add", "--report", "r1", "--kind", "force_level", "--words", "Northland has", *values, "--by", "Anna")
    told(said)
    [row] = [row for row in json.loads(told(run("claims", "--json"))) if row.get("review") == "added"]
    assert (row["quantity"], row["words"], row["confidence"]) == ({"value": 7, "unit": "aircraft"}, "Northland has", 1.0)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("correct", "CLAIM", "--set", "foo=1"), "has no 'foo'"),
        (("correct", "CLAIM", "--set", "status=maybe"), "status is one of"),
        (("correct", "CLAIM", "--set", "quantity.value=many"), "is a number"),
        (("correct", "CLAIM", "--set", "status"), "NAME=VALUE"),
        (("correct", "CLAIM"), "say what the claim should have otherwise"),
        (("correct", "CLAIM", "--set", "place=Kuwait", "--set", "place=Iraq"), "'place' is given twice"),
        (("correct", "CLAIM", "--set", "time.start=2021-05", "--set", "time.end=2020-01"), "is before time.start, 2021-05"),
        (("correct", "CLAIM", "--set", "quantity.value=7", "--words", "Northland has"), "only a claim that is added takes it"),
        (("accept", "CLAIM", "--set", "place=Kuwait"), "accept changes no value. Correct the claim"),
        (("reject", "CLAIM", "--set", "place=Kuwait"), "reject changes no value. Correct the claim"),
        (("accept", "ffff"), "knows no claim"),
        (("undo",), "name one judgement, not 0, by the beginning of its id, or 'last'"),
        (("merge", "CLAIM"), "2 or more"),
        (("undo", "ffff"), "knows no judgement"),
        (("add", "--kind", "site"), "--words"),
        (("comment", "CLAIM"), "a comment needs words"),
        (("comment", "CLAIM", "--why", " "), "a comment needs words"),
        (("correct", "CLAIM", "--set", "quantity.value=-5"), "never below zero"),
        (("correct", "CLAIM", "--set", "quantity.value=inf"), "is a number, not"),
        (
            ("add", "--kind", "assistance", "--report", "r1", "--words", "Northland has", "--set", "donor=Kuwait"),
            "assistance is told by donor and recipient: set recipient too",
        ),
        (("sing", "CLAIM"), "Invalid value for 'ACT': 'sing' is not one of"),
        (("add", "--kind", "site", "--report", "r1", "--words", "not there"), "knows no passage"),
    ],
)
def test_what_cannot_be_judged_is_told_and_changes_nothing(run, ids, args, message):
    given = [ids["r1", 5200] if arg == "CLAIM" else arg for arg in args]
    result = run("judge", *given, "--by", "Anna")
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.replace("│", " ").split())
    assert json.loads(told(run("judgements", "--json"))) == []


@pytest.mark.parametrize("again", [("correct", "--set", "quantity.value=7"), ("accept",)])
def test_a_corrected_claim_is_not_judged_again_by_its_first_id(run, ids, again):
    first = ("judge", "correct", ids["r1", 5200], "--set", "status=denied", "--by", "Anna", "--json")
    made = json.loads(told(run(*first)))
    before = told(run("claims", "--json"))
    result = run("judge", again[0], ids["r1", 5200], *again[1:], "--by", "Anna")
    assert result.exit_code == 2
    said = " ".join(result.stderr.replace("│", " ").split())
    [stands] = [row["id"] for row in json.loads(before) if row.get("review") == "corrected"]
    assert f"was corrected: {stands} stands in its place. Judge that one, or undo judgement {made['id']} first." in said
    assert told(run("claims", "--json")) == before
    told(run("undo", "last", "--by", "Anna"))
    told(run("judge", again[0], ids["r1", 5200], *again[1:], "--by", "Anna"))
    assert len(json.loads(told(run("claims", "--json")))) == 3


def test_reading_again_says_what_changes_and_only_looks_where_asked(run, ids):
    before = told(run("claims", "--json"))
    looked = told(run("reread", "r1", "--only-look"))
    assert "only a look" in " ".join(looked.split())
    assert told(run("claims", "--json")) == before
    result = json.loads(told(run("reread", "--json")))
    assert [one["report"] for one in result] == ["r1", "r2"]
    again = told(run("reread"))
    assert "0 gained, 0 lost, 0 changed" in again


def test_this_version_is_scored_by_the_judgements(run, ids):
    assert "Nobody has judged" in told(run("evaluate"))
    told(run("reread"))
    rows = json.loads(told(run("claims", "--json", "--kind", "force_level")))
    for row in rows:
        told(run("judge", "accept", row["id"], "--by", "Anna"))
    figures = json.loads(told(run("evaluate", "--json")))
    assert figures["right"] == len(rows) > 0
    assert figures["judged"]["exact"]["f1"] == 1.0


def test_the_last_judgement_is_undone_by_that_word(run, ids):
    told(run("judge", "accept", ids["r1", 5200], "--by", "Anna"))
    told(run("judge", "reject", ids["r2", 3000], "--by", "Anna"))
    told(run("undo", "last", "--by", "Anna"))
    assert len(json.loads(told(run("claims", "--json")))) == 3
    told(run("undo", "last", "--by", "Anna"))
    made = json.loads(told(run("judgements", "--json")))
    assert [one["judgement"]["act"] for one in made] == ["accept", "reject", "undo", "undo"]
    assert [one["undone_by"] is None for one in made] == [False, False, True, True]
    assert "knows no judgement 'last'" in run("undo", "last", "--by", "Anna").stderr
    told(run("undo", made[2]["judgement"]["id"], "--by", "Anna"))  # an undoing is undone by its own id
    assert len(json.loads(told(run("claims", "--json")))) == 2


def test_what_a_report_does_not_tell_is_left_empty_on_purpose(run, ids):
    told(
        run(
            "judge",
            "add",
            "--kind",
            "assistance",
            "--report",
            "r1",
            "--words",
            "Northland has",
            "--set",
            "donor=Kuwait",
            "--set",
            "recipient=",
            "--by",
            "Anna",
        )
    )
    [row] = json.loads(told(run("claims", "--json", "--kind", "assistance")))
    assert row["args"] == {"donor": "Kuwait"}


def test_what_analysts_hold_right_goes_out_as_gold(run, ids):
    assert told(run("export", "--format", "gold")) == ""
    told(run("judge", "accept", ids["r1", 5200], "--by", "Anna"))
    told(run("judge", "correct", ids["r2", 3000], "--set", "quantity.value=2900", "--by", "Anna"))
    rows = [json.loads(line) for line in told(run("export", "--format", "gold")).splitlines()]
    assert [(row["doc"], row["quantity"]["value"]) for row in rows] == [("r1", 5200), ("r2", 2900)]
    assert all(
        set(row) <= {"doc", "kind", "evidence", "args", "quantity", "time", "announced", "status", "stage", "source"}
        for row in rows
    )
    assert run("export", "--format", "gold", "--facts").exit_code == 2


@pytest.mark.parametrize(("option", "what"), [("--report", "report"), ("--claim", "claim")])
def test_judgements_on_what_the_ledger_does_not_have_are_not_told_to_be_none(run, ids, option, what):
    told(run("judge", "accept", ids["r1", 5200], "--by", "Anna"))
    unknown = run("judgements", option, "none")
    assert (unknown.exit_code, unknown.stdout) == (2, "")
    assert f"The ledger knows no {what} 'none'" in unknown.stderr
    known = {"--report": "r2", "--claim": ids["r2", 3000]}[option]
    assert "No judgement here" in told(run("judgements", option, known))


def test_a_value_of_a_part_is_given_once(run, ids):
    made = run("split", ids["r1", 5200], "--into", "quantity.value=3|quantity.value=4", "--into", "quantity.value=5")
    assert made.exit_code == 2
    assert "'quantity.value' is given twice" in " ".join(made.stderr.replace("│", " ").split())
