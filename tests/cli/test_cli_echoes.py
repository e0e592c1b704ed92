"""What the commands say of reports that carry each other's text."""

from __future__ import annotations

import json

import pytest

from onrecord.ledger import Ledger
from onrecord.model import Claim, Frozen, Kind, Quantity, Report, Span

SENTENCE = "The alliance keeps 900 soldiers at Camp Redoubt in the north of Green Valley."
STORY = f"{SENTENCE} Two batteries of howitzers leave in spring, and the field hospital follows once its patients can travel."


@pytest.fixture
def ledger_file(tmp_path):
    path = tmp_path / "echoes.db"
    with Ledger.create(path) as ledger:
        for id, outlet, day in (("wire", "Valley Wire", 4), ("desk", "Coast Desk\x1b[2J", 5)):
            args = Frozen({"actor": "Alliance", "place": "Green Valley"})
            claim = Claim(
                id, Kind.FORCE_LEVEL, Span(0, len(SENTENCE)), args=args, quantity=Quantity(value=900, unit="personnel")
            )
            ledger.add(Report(id, STORY, title=f"From the {id}", published=f"2031-03-0{day}", outlet=outlet), [claim])
    return path


def words(result):
    assert result.exit_code == 0
    return " ".join(result.stdout.split())


def test_reports_are_listed_with_the_text_that_they_carry(run):
    shown = words(run("reports"))
    assert "2 reports" in shown
    assert "↳ carries the text of wire" in shown
    assert "1 report of these carries the text of another" in shown
    assert "\x1b" not in shown


def test_texts_that_several_reports_carry_are_listed_with_who_carries_them(run):
    shown = words(run("reports", "--echoes"))
    assert "1 text carried by others" in shown
    assert "id wire ↳ Coast Desk" in shown
    assert words(run("reports", "--echoes", "--known", "2031-03-04")) == "No report in this ledger carries the text of another."


def test_the_list_comes_as_json(run):
    rows = json.loads(run("reports", "--json").stdout)
    assert [(row["report"]["id"], row["report"]["origin"], row["claims"]) for row in rows] == [
        ("wire", None, 1),
        ("desk", "wire", 1),
    ]
    assert [echo["id"] for echo in rows[0]["echoes"]] == ["desk"]


def test_a_report_and_a_claim_say_of_whom_they_are_an_echo(run):
    assert "An echo: it carries the text of wire (Valley Wire, 2031-03-04)." in words(run("show", "desk"))
    assert "Its text is carried by desk" in words(run("show", "wire"))
    ids = {row["report"]["id"]: row["id"] for row in json.loads(run("claims", "--json").stdout)}
    assert "an echo of wire" in words(run("explain", ids["desk"]))
    assert json.loads(run("explain", ids["desk"], "--json").stdout)["echo"]["said_there"] is True
    assert json.loads(run("explain", ids["wire"], "--json").stdout)["echo"] is None
    assert json.loads(run("show", "desk", "--json").stdout)["origin"]["id"] == "wire"


def test_every_answer_says_on_how_many_origins_a_fact_rests(run):
    args = ("levels", "Alliance", "--in", "Green Valley")
    assert "(2 reports, 2 outlets, 1 origin)" in words(run(*args))
    [point] = json.loads(run(*args, "--json").stdout)["points"]
    fact = point["fact"]
    assert (fact["reports"], fact["outlets"], fact["origins"]) == (2, 2, 1)
    assert fact["origin_groups"] == [{"reports": ["wire", "desk"], "ties": ["same text"]}]


def test_the_page_shows_which_reports_are_one_origin(run, tmp_path):
    assert run("report", "-o", tmp_path / "page.html").exit_code == 0
    page = (tmp_path / "page.html").read_text()
    assert "2 reports, 2 outlets, 1 origin" in page
    assert "Valley Wire, 2031-03-04 (same text: Coast Desk" in page
    assert "\x1b" not in page
