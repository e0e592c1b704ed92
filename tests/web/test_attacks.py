"""What an attacker sends is refused with a word on why, and never as a fault of the program."""

from __future__ import annotations

import json

import pytest

from onrecord.views.harmless import harmless
from onrecord.web.pictures import draw_png, draw_svg

SENT = {"Content-Type": "application/json"}


@pytest.mark.parametrize("sign", ["%00", "a%1bb", "%7f", "a%c2%85b", "Iraq%0d%0aX:1"])
@pytest.mark.parametrize("address", ["/levels.svg?actor=US&place=", "/timeline?actor=", "/sites.png?place=", "/report?id="])
def test_characters_that_steer_are_refused_in_an_address(demo, address, sign):
    answer = demo.client.get(address + sign)
    assert (answer.status_code, "a character that steers" in answer.text) == (400, True)


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\ud800", "\uffff"])
def test_a_picture_is_drawn_whatever_signs_its_words_have(sign):
    said = {"text": f"a{sign}b"}
    spec = {"data": {"values": [said]}, "mark": "text", "encoding": {"text": {"field": "text"}}, "title": [f"c{sign}d"]}
    drawn = draw_svg(spec)
    assert ("a\ufffdb" in drawn, "c\ufffdd" in drawn) == (True, True)
    assert draw_png(spec).startswith(b"\x89PNG")
    assert sign not in harmless(f"a{sign}b")


@pytest.mark.parametrize("field", ["by", "why", "words", "report", "values", "claims"])
def test_half_a_character_is_refused(demo, field):
    row = {"act": "correct", "claims": [demo.claim().claim.id], "by": "Anna", "values": {"place": "Kuwait"}}
    row[field] = {"place": "\ud800"} if field == "values" else ["\ud800"] if field == "claims" else "\ud800"
    answer = demo.client.post("/api/judge", content=json.dumps(row), headers=SENT)
    assert (answer.status_code, "half a character" in answer.json()["says"]) == (400, True)


@pytest.mark.parametrize("action", ["/judge", "/undo", "/add/read"])
@pytest.mark.parametrize("sort", ["application/x-www-form-urlencoded", "text/plain"])
def test_a_form_of_very_many_fields_is_refused(demo, action, sort):
    answer = demo.client.post(action, content=b"form_key=a&" * 500, headers={"Content-Type": sort})
    assert (answer.status_code, "Send fewer fields" in answer.text) == (400, True)


@pytest.mark.parametrize(
    "origin", ["http://[", "http://localhost:8000@evil.example", "http://localhost:8000.evil.example", "//"]
)
def test_an_origin_that_is_no_address_is_of_another_site(demo, origin):
    assert demo.client.post("/api/judge", json={}, headers={"Origin": origin}).status_code == 403


@pytest.mark.parametrize("token", ["%E2%82%AC", "%0d%0aX:1", "%00", "x" * 5000])
def test_a_token_of_any_signs_sets_one_cookie_and_no_other_header(demo, token):
    answer = demo.client.get(f"/enter?token={token}", follow_redirects=False)
    assert (answer.status_code, answer.headers.get("X")) == (303, None)
    assert len(answer.headers.get_list("set-cookie")) == 1


@pytest.mark.parametrize("day", ["0001-01-01", "0001", "9999-12-31", "9999"])
@pytest.mark.parametrize("asked", ["on", "known"])
def test_the_first_and_the_last_day_of_the_calendar_can_be_asked_for(demo, day, asked):
    for address in ("/footprint?actor=US", "/footprint?actor=US&place=Iraq", "/sites?place=Iraq", "/due?place=Iraq"):
        assert demo.client.get(f"{address}&{asked}={day}").status_code in (200, 404)
