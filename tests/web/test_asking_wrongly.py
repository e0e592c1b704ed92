"""Whoever asks wrongly is told what is wrong and what to do, as a page or as JSON."""

from __future__ import annotations

import pytest

WRONG = (
    ("/timeline?since=yesterday", 400, "is not a date. Write it as YYYY-MM-DD"),
    ("/timeline?kind=forces", 400, "is none of its values"),
    ("/timeline?plcae=Iraq", 400, "Did you mean place?"),
    ("/timeline?min_confidence=2", 400, "Give a number from 0 to 1"),
    ("/timeline?page=0", 400, "Give a whole number from 1"),
    ("/timeline?actor=" + "x" * 600, 400, "Give at most 500"),
    ("/levels?actor=US&actor=UK&actor=NATO&place=Iraq&place=Syria&place=Kuwait", 400, "Ask for at most 6 at once"),
    ("/timeline?text=%28%28%28", 400, "has no letter or digit to look for"),
    ("/speakers?about=%22%22+%2A", 400, "has no letter or digit to look for"),
    ("/statements?person=Ashton+Carter&about=--", 400, "has no letter or digit to look for"),
    ("/timeline?actor=Unted+States", 404, "Did you mean United States"),
    ("/claims/ffffffffffffffff", 404, "The ledger knows no claim"),
    ("/report?id=nowhere", 404, "The ledger knows no report"),
    ("/statements?person=Nobody+Atall", 404, "The ledger knows no"),
)


@pytest.mark.parametrize(("address", "code", "says"), WRONG)
def test_a_wrong_question_is_told_helpfully(demo, address, code, says):
    answer = demo.client.get(address)
    assert (answer.status_code, says in answer.text) == (code, True), answer.text[-1500:]
    assert 'role="alert"' in answer.text


@pytest.mark.parametrize(("address", "code", "says"), WRONG)
def test_and_as_json_where_programs_ask(demo, address, code, says):
    answer = demo.client.get(f"/api{address}")
    assert answer.status_code == code
    told = answer.json()
    assert says in told["says"]
    assert told["error"] in ("BadQuestion", "InvalidDate", "UnknownName")


def test_a_near_name_is_a_link_to_the_same_question(demo):
    html = demo.client.get("/timeline?actor=Unted+States&kind=site").text
    assert 'href="/timeline?actor=United+States&amp;kind=site"' in html


def test_what_was_asked_stays_in_the_form(demo):
    html = demo.client.get("/timeline?actor=Unted+States&since=2020").text
    assert 'value="Unted States"' in html
    assert 'value="2020"' in html


def test_an_address_without_a_page_suggests_one(demo):
    answer = demo.client.get("/timelime")
    assert answer.status_code == 404
    assert 'href="/timeline"' in answer.text


def test_the_api_names_what_is_needed(demo):
    answer = demo.client.get("/api/levels?actor=US")
    assert (answer.status_code, answer.json()["says"]) == (400, "place: it is needed. Where; several may be compared.")
