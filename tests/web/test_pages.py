"""Each page of the demo ledger answers, says what the command line says, and leads from every figure to its sentence."""

from __future__ import annotations

import re

import pytest

from onrecord.ledger import Ledger, timeline
from onrecord.views.answer_json import answer_to_json
from onrecord.web.pages import PAGES

ADDRESSES = (
    "/",
    "/footprint?actor=US&place=Iraq&on=2020-12-13&known=2020-12-13",
    "/levels?actor=US&place=Iraq",
    "/levels?actor=US&actor=Global+Coalition&place=Iraq&place=Syria",
    "/timeline",
    "/timeline?kind=site&place=Iraq&since=2020&text=base*&status=actual&reviewed=no",
    "/due",
    "/due?state=met&state=open",
    "/disputes",
    "/speakers",
    "/statements?person=Marotto",
    "/sources",
    "/sources?only=echoes",
    "/assistance",
    "/sites",
    "/report?id=2020-12-24-embassy-rockets",
)
QUESTIONS = (
    ("/api/footprint?actor=US&place=Iraq&on=2020-12-13&known=2020-12-13", ("footprint", "US", "--in", "Iraq", "--on", "2020-12-13", "--known", "2020-12-13")),
    ("/api/levels?actor=US&place=Iraq", ("levels", "US", "--in", "Iraq")),
    ("/api/timeline?kind=site&since=2020", ("timeline", "--kind", "site", "--since", "2020")),
    ("/api/due?place=Iraq", ("due", "--in", "Iraq")),
    ("/api/disputes", ("disputes",)),
    ("/api/speakers?about=troops", ("speakers", "--about", "troops")),
    ("/api/statements?person=Marotto", ("statements", "Marotto")),
    ("/api/sources", ("reports",)),
    ("/api/sources?only=echoes", ("reports", "--echoes")),
    ("/api/assistance?donor=US", ("assistance", "--donor", "US")),
    ("/api/sites?place=Iraq&on=2020-05-01", ("sites", "--in", "Iraq", "--on", "2020-05-01")),
    ("/api/report?id=2020-12-24-embassy-rockets", ("show", "2020-12-24-embassy-rockets")),
)  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_answers_and_is_whole(demo, address):
    html = demo.page(address)
    assert html.startswith("<!DOCTYPE html>")
    assert html.count("<main") == html.count("<h1") == 1
    assert html.rstrip().endswith("</html>")
    assert 'class="problem"' not in html


@pytest.mark.parametrize("page", [page for page in PAGES if page.is_shown and "{" not in page.path], ids=lambda page: page.name)
def test_a_page_that_is_asked_nothing_says_what_to_do(demo, page):
    html = demo.page(page.path)
    assert any(param.needed for param in page.params) == ("Say whom or what you ask about" in html)


@pytest.mark.parametrize(("address", "command"), QUESTIONS)
def test_the_json_of_a_page_is_that_of_the_command(demo, address, command):
    assert demo.json(address) == demo.command(*command)


def test_the_json_of_a_claim_is_that_of_explain(demo):
    id = demo.claim().claim.id
    assert demo.json(f"/api/claims/{id}") == demo.command("explain", id)


def test_levels_of_several_actors_are_a_list(demo):
    one, other = demo.json("/api/levels?actor=US&actor=Global+Coalition&place=Iraq")
    assert one == demo.json("/api/levels?actor=US&place=Iraq")
    assert other["actor"] == "Global Coalition"


@pytest.mark.parametrize("address", ["/timeline", "/due", "/disputes", "/assistance", "/sites", "/levels?actor=US&place=Iraq"])
def test_every_row_is_one_click_from_its_sentence(demo, address):
    html = demo.page(address)
    claims = set(re.findall(r'href="/claims/([0-9a-f]{16})"', html))
    assert len(claims) > 5
    for id in list(claims)[:3]:
        assert 'class="evidence"' in demo.page(f"/claims/{id}")


def test_every_link_of_the_overview_leads_somewhere(demo):
    html = demo.page("/")
    for address in set(re.findall(r'href="(/[^"#]*)', html)):
        assert demo.client.get(address.replace("&amp;", "&")).status_code == 200, address


def test_a_claims_page_shows_its_words_and_the_rule(demo):
    entry = demo.claim()
    html = demo.page(f"/claims/{entry.claim.id}")
    assert f"The rule: {entry.claim.rule}" in html
    assert f"/report?id={entry.report.id}&amp;claim={entry.claim.id}#c-{entry.claim.id}" in html


def test_a_report_has_an_anchor_for_each_of_its_claims(demo):
    entry = demo.claim()
    html = demo.page(f"/report?id={entry.report.id}")
    ids = [claim["id"] for claim in demo.json(f"/api/report?id={entry.report.id}")["claims"]]
    assert sorted(re.findall(r'<li id="c-([0-9a-f]+)"', html)) == sorted(ids)


def test_a_link_takes_the_day_of_the_page_along(demo):
    html = demo.page("/timeline?known=2020-09-09")
    assert 'href="/due?known=2020-09-09"' in html


def test_a_long_list_is_given_in_leaves(demo):
    html = demo.page("/timeline")
    assert html.count('<div class="when">') == 50
    assert 'rel="next" href="/timeline?page=2"' in html
    assert 'rel="prev"' in demo.page("/timeline?page=2")


def test_the_api_gives_a_list_in_stretches(demo):
    answer = demo.client.get("/api/timeline?limit=3&place=Iraq")
    assert len(answer.json()) == 3
    assert int(answer.headers["X-Total-Count"]) > 3
    assert answer.headers["Link"] == '</api/timeline?limit=3&place=Iraq&page=2>; rel="next"'


def test_the_description_of_the_api_names_every_page(demo):
    told = demo.json("/api/openapi.json")
    assert {page.api for page in PAGES} <= set(told["paths"])
    assert told["paths"]["/api/due"]["get"]["parameters"][2]["schema"]["items"]["enum"][0] == "open"


def test_the_calendar_is_that_of_the_command(demo, tmp_path):
    from typer.testing import CliRunner

    from onrecord.cli import app as commands

    out = tmp_path / "due.ics"
    CliRunner().invoke(commands, ["due", "--ics", str(out), "--ledger", str(demo.path)])
    served = demo.client.get("/due.ics")
    assert served.headers["content-type"].startswith("text/calendar")

    def without_stamps(text: str) -> list[str]:
        return [line for line in text.splitlines() if not line.startswith("DTSTAMP")]

    assert without_stamps(served.text) == without_stamps(out.read_text(encoding="utf-8"))


def test_what_is_marked_reviewed_can_be_asked_for(demo, tmp_path):
    assert demo.json("/api/timeline?reviewed=yes") == []
    assert len(demo.json("/api/timeline?reviewed=no")) == len(demo.json("/api/timeline"))


def test_names_are_suggested_as_they_begin(demo):
    assert "United States" in demo.json("/api/names?role=actor&like=uni")
    assert demo.json("/api/names?role=place&like=Ira")[0] == "Iraq"


def test_a_page_of_very_many_claims_is_told_from_the_newest_and_says_so(demo):
    html = demo.page("/timeline?looked=50")
    assert "this page is told from the newest, those known since" in html
    assert 'href="/timeline?looked=200"' in html
    whole = demo.page("/timeline?looked=5000")
    assert "told from the newest" not in whole
    assert "told from the newest" in demo.page("/sources?looked=50")


def test_an_empty_page_that_is_told_from_the_newest_does_not_say_that_the_ledger_has_nothing(demo):
    part = demo.page("/disputes?looked=3")
    assert "Nothing among the newest claims, from which this page is told, answers that" in part
    assert "No two facts in this ledger dispute each other" not in part
    assert "No two facts in this ledger dispute each other" in demo.page("/disputes?kind=meeting&looked=all")


def test_data_is_told_from_what_its_page_is_told_from_and_says_so(demo):
    part, whole = (demo.client.get(f"/api/timeline?looked={many}") for many in (50, "all"))
    since = part.headers["X-Told-From"]
    assert f"those known since {since}" in demo.page("/timeline?looked=50")
    with Ledger.open(demo.path, readonly=True) as ledger:
        assert part.json() == answer_to_json(timeline(ledger.from_day(since)))
        assert whole.json() == answer_to_json(timeline(ledger))
    assert 0 < len(part.json()) < len(whole.json())
    assert "X-Told-From" not in whole.headers
    assert demo.json("/api/timeline") == whole.json()  # so few are told whole


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/due", "as of its latest report"),
        ("/due?known=2020-12-13", "as of 2020-12-13"),
        ("/disputes", "as of the latest report"),
        ("/due?actor=US", "may bear on it, known since"),
    ],
)
def test_a_page_says_as_of_which_day_it_answers_and_what_may_bear_on_a_promise(demo, address, words):
    assert words in demo.page(address)
