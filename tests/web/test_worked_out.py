"""Levels that nobody stated stand apart on the page, with the sentences that lead to them."""

from __future__ import annotations

import csv
import io

import pytest

from onrecord.ledger import Ledger
from onrecord.model import Claim, Frozen, Kind, Quantity, Report, Span, Time
from web.clients import client_of

HAS, LEFT = "Northland has 5,000 soldiers in Green Valley.", "Some <b>500</b> soldiers left Green Valley."
PLACES = {"actor": "Northland", "place": "Green Valley"}


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    path = tmp_path_factory.mktemp("derived") / "valley.db"
    with Ledger.create(path) as book:
        for id, words, kind, args, quantity, day in (
            ("a", HAS, Kind.FORCE_LEVEL, PLACES, Quantity(value=5000, unit="personnel"), "2031-03-01"),
            (
                "b",
                LEFT,
                Kind.FORCE_CHANGE,
                {**PLACES, "direction": "decrease"},
                Quantity(delta=500, unit="personnel"),
                "2031-04-10",
            ),
        ):
            claim = Claim(id, kind, Span(0, len(words)), args=Frozen(args), quantity=quantity, time=Time("then", day, day))
            book.add(Report(id, words, published=day, outlet="Valley Wire"), [claim])
    return client_of(path)


def test_a_level_that_was_worked_out_is_told_from_the_stated_ones(client):
    html = client.get("/levels?actor=Northland&place=Green+Valley").text
    stated, _, worked_out = html.partition("Worked out")
    assert "5,000" in stated
    assert "4,500" not in stated
    assert "= 4,500" in worked_out
    assert "Northland has 5,000 soldiers in Green Valley." in worked_out
    assert "Some &lt;b&gt;500&lt;/b&gt; soldiers left" in worked_out
    assert worked_out.count('href="/claims/') >= 2


@pytest.mark.parametrize(("window", "shown"), [("since=2031-04-01", True), ("until=2031-04-01", False)])
def test_a_window_of_days_holds_for_it_too(client, window, shown):
    html = client.get(f"/levels?actor=Northland&place=Green+Valley&{window}").text
    assert ("= 4,500" in html) is shown


def test_the_interface_gives_it_with_its_base_and_changes(client):
    [level] = client.get("/api/levels?actor=Northland&place=Green+Valley").json()["derived"]
    assert (level["value"], level["base"]["value"], len(level["changes"])) == (4500, 5000, 1)


def test_it_is_a_mark_of_its_own_in_the_chart_that_leads_to_its_sum(client):
    spec = client.get("/levels.vl.json?actor=Northland&place=Green+Valley").json()
    [mark] = spec["datasets"]["Strength, worked out"]
    assert (mark["height"], mark["label"][:21]) == (4500, "= 4,500, 2031-04-10, ")
    html = client.get("/levels?actor=Northland&place=Green+Valley").text
    assert f'id="{mark["href"].removeprefix("#")}"' in html
    assert "worked out, stated by nobody" in html
    assert spec["usermeta"]["marks"] == 2


def test_it_is_a_line_of_the_csv_that_names_the_claims_it_rests_on(client):
    text = client.get("/levels.csv?actor=Northland&place=Green+Valley").text
    stated, derived = csv.DictReader(io.StringIO(text))
    assert (stated["mark"], stated["rests_on"]) == ("actual", "")
    assert (derived["mark"], derived["status"], derived["value"], derived["claim"]) == ("worked out", "worked out", "4500", "")
    assert derived["rests_on"].split()[0] == stated["claim"]
    assert len(derived["rests_on"].split()) == 2
