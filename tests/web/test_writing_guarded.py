"""Writing from a browser: only by our own forms, only by those who may, and never more than is allowed."""

from __future__ import annotations

import pytest

from onrecord.web.actions import ACTIONS
from onrecord.web.bodies import MOST_BYTES
from onrecord.web.security import Rules
from web.clients import client_of


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_a_form_without_the_servers_key_changes_nothing(demo, action):
    before = demo.path.read_bytes()
    for key in ("", "guessed", "ß"):
        answer = demo.client.post(
            action.path, data={"form_key": key, "act": "accept", "claims": demo.claim().claim.id, "by": "A"}
        )
        assert answer.status_code == 403
        assert "Nothing was changed" in answer.text
    assert demo.path.read_bytes() == before


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_the_api_takes_json_alone_so_that_no_form_of_another_site_can_send_it(demo, action):
    answer = demo.client.post(action.api, data={"act": "accept"})
    assert answer.status_code == 415
    assert demo.client.post(action.api, json={}, headers={"Origin": "http://evil.example"}).status_code == 403


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_an_action_is_never_done_by_a_link(demo, action):
    assert demo.client.get(action.path).status_code == 405
    assert demo.client.get(action.api).status_code == 405


def test_beyond_loopback_whoever_has_no_token_reads_and_cannot_write(demo):
    client = client_of(demo.path, rules=Rules(token="s3cret"))
    html = client.get("/review").text
    assert "You may read here, and not write" in html
    assert 'value="accept" class="yes" data-key="a" disabled' in html
    assert client.post("/judge", data={}).status_code == 403
    assert client.post("/api/judge", json={}).status_code == 403
    client.get("/enter?token=s3cret")
    assert "You may read here" not in client.get("/review").text
    assert client.post("/api/judge", json={}).status_code == 400


@pytest.mark.parametrize("address", ["/add/read", "/api/add/read"])
def test_what_is_too_large_is_refused_before_it_is_read(demo, address):
    answer = demo.client.post(address, content=b"x" * (MOST_BYTES + 1), headers={"Content-Type": "application/json"})
    assert answer.status_code == 413

    def of_unknown_length():
        for _ in range(9):
            yield b"y" * 1_000_000

    answer = demo.client.post(address, content=of_unknown_length(), headers={"Content-Type": "application/json"})
    assert answer.status_code == 413


def test_two_servers_have_two_keys(demo):
    from web.test_review_desk import Reviewer

    assert Reviewer(demo.path).key != Reviewer(demo.path).key


def test_the_description_of_the_api_names_every_action(demo):
    told = demo.json("/api/openapi.json")["paths"]
    for action in ACTIONS:
        body = told[action.api]["post"]["requestBody"]["content"]["application/json"]["schema"]
        assert {param.name for param in action.params} <= set(body["properties"])
