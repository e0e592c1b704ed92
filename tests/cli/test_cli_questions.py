import csv
import io
import json
import subprocess
import sys

import pytest
from icalendar import Calendar

from onrecord.cli import console
from onrecord.cli.app import COMMANDS

NAMES = [command.__name__ for _, command, _ in COMMANDS]


@pytest.mark.parametrize("name", NAMES)
def test_the_help_of_every_command_has_an_example(run, name):
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"Example: onrecord {name}" in " ".join(result.stdout.split())


@pytest.mark.parametrize(("panel", "command", "example"), COMMANDS)
def test_the_example_of_a_command_is_one_that_it_takes(panel, command, example):
    import shlex

    import typer.main

    from onrecord.cli import app

    words = shlex.split(example)[1:]
    group = typer.main.get_command(app)
    made = group.commands[words[0]].make_context(words[0], words[1:], resilient_parsing=False)
    assert made.info_name == command.__name__


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (
            ["levels", "Northland", "--in", "Green Valley"],
            ["5,200", "● actual", "○ planned", "by 2031-05-31", "Valley Wire, 2031-03-04"],
        ),
        (
            ["footprint", "Northland", "--in", "Green Valley", "--on", "2031-03-10", "--known", "2031-03-10"],
            ["5,200", "0 met, 1 open"],
        ),
        (["timeline", "--in", "Green Valley"], ["3 facts", "force_change"]),
        (["timeline", "--kind", "force_change"], ["1 fact", "to 3,000 personnel"]),
        (["due", "--known", "2031-03-10"], ["as of 2031-03-10: 0 met, 1 open", "… open", "2031-05-31", "Falls due next (1)"]),
        (["due"], ["Promised, as of 2031-06-01: 1 met, 0 open", "✓ met, known since 2031-06-01", "now has 3,000 soldiers"]),
        (["due", "--state", "open", "--state", "missed"], ["Nothing promised"]),
        (["due", "--from", "2031-05-01", "--until", "2031-05"], ["1 met"]),
        (["due", "--from", "2031-06-01"], ["Nothing promised"]),
        (["disputes"], ["Disputes, as of 2031-06-01: 1 newer", "→ newer", "Northland now has 3,000"]),
        (["claims"], ["3 claims", "5,200 personnel"]),
        (["claims", "--text", "now", "--status", "actual"], ["1 claim", "3,000 personnel"]),
        (["show", "r1"], ["[Northland has 5,200 soldiers in Green Valley.][1]", "2 claims"]),
        (["explain", "site"], ["handed_over", "identified by"]),
        (["explain", "force-change"], ["Rule force-change"]),
    ],
)
def test_a_question_is_answered_in_the_terminal(run, args, words):
    result = run(*args)
    assert result.exit_code == 0, result.output
    for word in words:
        assert word in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


@pytest.mark.parametrize(
    "args",
    [
        ["levels", "Northland", "--in", "Green Valley"],
        ["footprint", "Northland", "--in", "Green Valley"],
        ["timeline"],
        ["due"],
        ["claims"],
        ["show", "r1"],
        ["explain", "force_level"],
    ],
)
def test_the_same_answer_comes_as_json(run, args):
    result = run(*args, "--json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)


def test_a_claim_is_explained_by_the_beginning_of_its_id(run):
    found = json.loads(run("claims", "--json").stdout)
    result = run("explain", found[0]["id"][:8])
    assert result.exit_code == 0, result.output
    assert "“5,200 soldiers”" in result.stdout


def test_control_characters_of_a_report_do_not_reach_the_terminal(run):
    result = run("show", "r2")
    assert "\x1b" not in result.stdout
    assert "⟨U+001B⟩[2J" in result.stdout


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["levels", "Northland"], "--in"),
        (["timeline", "--since", "yesterday"], "YYYY-MM-DD"),
        (["timeline", "--until", "2031-02-30"], "YYYY-MM-DD"),
        (["due", "--known", "XXXX-01-15"], "YYYY-MM-DD"),
        (["timeline", "--since", "2032", "--until", "2031"], "2032 comes after 2031"),
        (["claims", "--until", "2031", "--since", "2031-12-31", "--since", "2032-01"], "2032-01 comes after 2031"),
        (["due", "--from", "2032", "--until", "2031"], "2032 comes after 2031"),
        (["claims", "--kind", "invasion"], "force_level"),
        (["claims", "--limit", "0"], "limit"),
        (["levels", "Northlund", "--in", "Green Valley"], "Northland"),
        (["levels", "Northland", "--in", "Green Valey"], "Green Valley"),
        (["show", "r9"], "r9"),
        (["explain", "force_levels"], "force_level"),
        (["explain", "ffffffff"], "ffffffff"),
        (["find", "verbs", "x"], "dates"),
        (["frobnicate"], "frobnicate"),
    ],
)
def test_a_wrong_question_is_a_usage_error_that_says_what_to_do(run, args, words):
    result = run(*args)
    assert result.exit_code == 2
    assert words in result.stderr
    assert "Traceback" not in result.output


def test_a_ledger_that_is_not_there_is_told_without_a_traceback(run, tmp_path):
    result = run("claims", "--ledger", tmp_path / "none.db")
    assert result.exit_code == 1
    assert "none.db" in result.stderr
    assert "Traceback" not in result.output


def test_a_file_that_is_no_ledger_is_told(run, tmp_path):
    other = tmp_path / "notes.db"
    other.write_text("not a ledger at all " * 100)
    result = run("claims", "--ledger", other)
    assert result.exit_code == 1
    assert "notes.db" in result.stderr


def test_where_nobody_had_said_a_number_yet_the_clock_is_told(run):
    said = " ".join(
        run("levels", "Northland", "--in", "Green Valley", "--unit", "ship", "--known", "2031-12-31").stdout.split()
    )
    assert "No report known by 2031-12-31 states a level of ship" in said
    assert "Nobody in this ledger" in run("levels", "Northland", "--in", "Green Valley", "--unit", "ship").stdout


@pytest.mark.parametrize(("terminal", "written"), [(False, "a,\x1b[2J\n"), (True, "a,⟨U+001B⟩[2J\n")])
def test_what_steers_a_terminal_is_exported_to_files_alone(capsys, monkeypatch, terminal, written):
    monkeypatch.setattr(console, "is_terminal", lambda: terminal)
    console.write_out(["a,\x1b[2J\n"])
    assert capsys.readouterr().out == written


def test_claims_are_exported_as_lines_and_as_a_table(run, tmp_path):
    lines = run("export").stdout.splitlines()
    assert [json.loads(line)["kind"] for line in lines] == ["force_level", "force_change", "force_level"]
    target = tmp_path / "claims.csv"
    assert run("export", "--format", "csv", "-o", target).exit_code == 0
    rows = list(csv.DictReader(io.StringIO(target.read_text())))
    assert [row["report"] for row in rows] == ["r1", "r1", "r2"]


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["--actor", "Northland"],
        ["--actor", "Northland", "--in", "Green Valley", "--known", "2031-03-10", "--title", "A <b>"],
    ],
)
def test_the_report_is_one_html_file(run, tmp_path, args):
    target = tmp_path / "page.html"
    result = run("report", "-o", target, *args)
    assert result.exit_code == 0, result.output
    page = target.read_text()
    assert '<svg class="levels"' in page
    assert "5,200" in page
    assert "<b>A" not in page


def test_a_report_that_cannot_be_written_is_told(run, tmp_path):
    result = run("report", "-o", tmp_path / "no" / "page.html")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_help_loads_no_parser_and_no_database():
    check = (
        "import sys\nfrom onrecord.cli import app\nfrom typer.testing import CliRunner\n"
        "assert CliRunner().invoke(app, ['--help']).exit_code == 0\n"
        "heavy = {'spacy', 'sqlalchemy', 'jinja2', 'trafilatura', 'pypdfium2', 'icalendar'} & set(sys.modules)\nassert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", check], check=True)


def test_the_module_runs_as_a_program():
    result = subprocess.run([sys.executable, "-m", "onrecord", "--version"], check=True, capture_output=True, text=True)
    assert result.stdout.startswith("onrecord ")


def test_a_reader_that_leaves_early_gets_no_traceback(ledger_file):
    command = f"{sys.executable} -m onrecord export --ledger {ledger_file} | true; exit ${{PIPESTATUS[0]}}"
    result = subprocess.run(["bash", "-c", command], check=False, capture_output=True, text=True)
    assert result.stderr == ""


def test_what_falls_due_is_written_as_a_calendar(run, tmp_path):
    first, again = (tmp_path / name for name in ("due.ics", "again.ics"))
    for path in (first, again):
        result = run("due", "--ics", path)
        assert (result.exit_code, result.stdout) == (0, "")
        assert f"Wrote {path}" in result.stderr
    assert first.read_bytes() == again.read_bytes()
    [event] = Calendar.from_ical(first.read_bytes()).walk("VEVENT")
    assert event["summary"] == "✓ met: Northland in Green Valley: cut, to 3,000 personnel"
    assert run("due", "--ics", tmp_path / "no" / "due.ics").exit_code == 2


@pytest.mark.parametrize("args", [("claims", "--text", "((("), ("speakers", "--about", '"" *')])
def test_words_without_a_letter_are_not_looked_for(run, args):
    asked = run(*args)
    assert (asked.exit_code, asked.stdout) == (2, "")
    assert "has no letter or digit to look for" in asked.stderr
