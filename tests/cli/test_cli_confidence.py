"""The threshold that users can move, a claim explained at depth, and ledgers that know no confidence yet."""

import json

import pytest

from older_ledgers import as_version_1

TEXT = (
    "The United States has about 3,000 troops in Iraq, the ministry said.\n\n"
    "It may withdraw 500 soldiers from the country by January 15.\n"
    "Canada will send 200 soldiers to Iraq by March 1.\n"
)


@pytest.fixture
def told(run, tmp_path):
    """Commands on a ledger with one report of three claims."""
    file, ledger = tmp_path / "dispatch.txt", tmp_path / "told.db"
    file.write_text(TEXT)
    assert run("add", file, "--published", "2030-12-13", "--ledger", ledger).exit_code == 0
    return lambda *args: run(*args, "--ledger", ledger)


def change_of(told):
    [change] = json.loads(told("claims", "--kind", "force_change", "--status", "possible", "--json").stdout)
    return change


def test_a_claim_is_explained_value_by_value(told):
    change = change_of(told)
    result = told("explain", change["id"][:8])
    assert result.exit_code == 0, result.output
    lines = [line.rstrip() for line in result.stdout.splitlines()]
    assert max(map(len, lines)) <= 80
    shown = "\n".join(" ".join(line.split()) for line in lines)
    for words in (
        "trigger “withdraw”",
        "“may” decides it",
        "the pronoun “It” stands for it",
        "“country” stands for it",
        "“500 soldiers”: stands with “withdraw”",
        "has about 3,000 troops in Iraq",
        "source the report in its own voice",
        f"confidence {change['confidence']:.2f} that an analyst would record it unedited",
        "a pronoun stands for an arg that identifies the claim: actor",
        "Rule force-change",
    ):
        assert words in shown, shown


def test_the_explanation_comes_as_json(told):
    change = change_of(told)
    answer = json.loads(told("explain", change["id"], "--json").stdout)
    values = {row["name"]: row for row in answer["values"]}
    assert (answer["trigger"], answer["status"]) == ("withdraw", {"value": "possible", "words": "may"})
    assert (values["actor"]["step"], values["place"]["step"]) == ("pronoun", "definite")
    assert values["place"]["words"] == "Iraq"
    assert answer["confidence"] == change["confidence"] == answer["claim"]["confidence"]
    names = {row["name"] for row in answer["factors"]}
    assert names == set(change["weighed"]) == {"pronoun", "before", "possible"}
    assert all(row["confidence_without"] > answer["confidence"] for row in answer["factors"])


@pytest.mark.parametrize(
    "command", [("claims",), ("timeline",), ("due",), ("levels", "US", "--in", "Iraq"), ("footprint", "US")]
)
def test_a_threshold_narrows_every_question(told, command):
    whole, none = told(*command, "--json"), told(*command, "--min-confidence", "1", "--json")
    assert none.exit_code == 0, none.output
    assert "Iraq" in whole.stdout
    assert '"evidence"' not in none.stdout


def test_reading_shows_only_what_is_likely_enough(run, tmp_path):
    file = tmp_path / "dispatch.txt"
    file.write_text(TEXT)
    lines = [json.loads(line) for line in run("read", file, "--jsonl").stdout.splitlines()]
    sure = [line for line in lines if line["confidence"] >= 0.7]
    assert 0 < len(sure) < len(lines)
    assert [json.loads(line) for line in run("read", file, "--jsonl", "--min-confidence", "0.7").stdout.splitlines()] == sure


def test_the_export_takes_the_threshold(told):
    whole, sure = told("export"), told("export", "--min-confidence", "0.7")
    assert 0 < len(sure.stdout.splitlines()) < len(whole.stdout.splitlines())


@pytest.mark.parametrize("least", ["1.5", "-0.1", "sure"])
def test_a_threshold_that_is_no_probability_is_a_usage_error(told, least):
    result = told("claims", "--min-confidence", least)
    assert result.exit_code == 2
    assert "--min-confidence" in result.stderr


def test_a_ledger_of_the_first_version_is_brought_up_to_date_by_asking_it(run, ledger_file):
    as_version_1(ledger_file)
    result = run("claims", "--json")
    assert result.exit_code == 0, result.output
    assert [claim["confidence"] for claim in json.loads(result.stdout)] == [None] * 3
    explained = run("explain", json.loads(result.stdout)[0]["id"])
    assert explained.exit_code == 0, explained.output
    assert "confidence" not in explained.stdout
