"""Who may call, who may write, and what a browser may do with a page."""

from __future__ import annotations

import pytest

from onrecord.web.security import HEADERS, Rules
from web.clients import client_of

EVERYWHERE = (
    "/",
    "/timelime",
    "/timeline?since=x",
    "/api/overview",
    "/api/openapi.json",
    "/static/onrecord.css",
    "/static/none",
    "/due.ics",
)


@pytest.mark.parametrize("address", EVERYWHERE)
def test_every_answer_has_the_headers_that_keep_a_browser_safe(demo, address):
    answer = demo.client.get(address)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_no_page_may_run_a_script_of_its_own_words(demo):
    policy = demo.client.get("/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "", "127.0.0.1.evil.example", "[::1", "10.0.0.7"])
def test_a_host_that_is_not_ours_is_refused(demo, host):
    answer = demo.client.get("/", headers={"Host": host})
    assert answer.status_code == 421
    assert "Content-Security-Policy" in answer.headers


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:9", "[::1]:8000", "LOCALHOST", "localhost.:80"])
def test_this_machine_by_any_of_its_names_is_let_in(demo, host):
    assert demo.client.get("/", headers={"Host": host}).status_code == 200


def test_beyond_loopback_numbers_and_given_names_are_let_in_and_others_are_not(demo):
    client = client_of(demo.path, rules=Rules(names=("ledger.example",), numbers=True))
    got = {host: client.get("/", headers={"Host": host}).status_code for host in ("10.0.0.7", "ledger.example", "evil.example")}
    assert got == {"10.0.0.7": 200, "ledger.example": 200, "evil.example": 421}


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://localhost:9999"},
    ],
)
def test_a_form_of_another_site_is_refused(demo, headers):
    assert demo.client.post("/", headers=headers).status_code == 403


def test_a_form_of_our_own_page_comes_through_to_the_pages(demo):
    headers = {"Origin": "http://localhost:8000", "Sec-Fetch-Site": "same-origin"}
    assert demo.client.post("/", headers=headers).status_code == 405


def test_writing_needs_the_token_where_there_is_one(demo):
    client = client_of(demo.path, rules=Rules(token="s3cret"))
    assert client.post("/").status_code == 403
    assert client.get("/enter?token=wrong", follow_redirects=False).status_code == 303
    assert client.post("/").status_code == 403
    entered = client.get("/enter?token=s3cret", follow_redirects=False)
    assert "HttpOnly" in entered.headers["set-cookie"]
    assert "SameSite=strict" in entered.headers["set-cookie"]
    assert client.post("/").status_code == 405


def test_a_path_cannot_climb_out_of_the_static_files(demo):
    for address in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py"):
        assert demo.client.get(address).status_code == 404
