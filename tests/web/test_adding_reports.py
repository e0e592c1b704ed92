"""Reports pasted or uploaded: their claims are seen first, and stored only then."""

from __future__ import annotations

import json
import re

import pytest

from onrecord.ledger import Ledger
from onrecord.web.drafts import MOST_REPORTS
from web.clients import client_of

TEXT = "Northland will withdraw 300 soldiers from Iraq by January 15, General Ada Holt said on Monday."


@pytest.fixture
def empty(tmp_path):
    path = tmp_path / "new.db"
    Ledger.create(path).close()
    return path


@pytest.fixture
def client(empty):
    return client_of(empty)


def key_of(client):
    return re.search(r'name="form_key" value="([^"]+)"', client.get("/add").text)[1]


def read(client, *, files=None, **fields):
    return client.post("/add/read", data={"form_key": key_of(client)} | fields, files=files)


def draft_in(html):
    return re.search(r'name="draft" value="([^"]+)"', html)[1]


def reports(path):
    with Ledger.open(path, readonly=True) as book:
        return [(book.report(card.id), [entry.claim for entry in book.claims(doc=card.id)]) for card in book.reports()]


def test_a_pasted_report_shows_its_claims_and_is_stored_only_when_told(client, empty):
    html = read(
        client, text=TEXT, published="2020-12-14", outlet="Valley Wire", title="Soldiers go", url="https://wire.example/1"
    ).text
    assert "Nothing is stored yet" in html
    assert "<mark>300 soldiers</mark>" in html
    assert "Soldiers go" in html
    assert reports(empty) == []
    done = client.post("/add/store", data={"form_key": key_of(client), "draft": draft_in(html)})
    assert "Soldiers go" in done.text
    [(report, claims)] = reports(empty)
    assert (report.published, report.outlet, report.url) == ("2020-12-14", "Valley Wire", "https://wire.example/1")
    assert report.id.startswith("pasted-")
    assert any(claim.time and claim.time.end == "2021-01-15" for claim in claims)


def test_a_draft_that_is_discarded_leaves_nothing(client, empty):
    draft = draft_in(read(client, text=TEXT).text)
    client.post("/add/discard", data={"form_key": key_of(client), "draft": draft})
    assert "no longer kept" in client.get(f"/add?draft={draft}").text
    assert client.post("/add/store", data={"form_key": key_of(client), "draft": draft}).status_code == 404
    assert reports(empty) == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("page.html", f"<html><head><title>Soldiers</title></head><body><article><p>{TEXT}</p><p>{TEXT}</p></article></body></html>"),
        ("list.jsonl", "\n".join(json.dumps({"id": f"n{n}", "text": f"{TEXT} No. {n}."}) for n in (1, 2))),
        ("../../etc/a report?.txt", TEXT),
    ],
)  # fmt: skip
def test_a_file_is_read_by_what_it_is(client, empty, name, data):
    html = read(client, files={"file": (name, data.encode())}, published="2020-12-14").text
    assert "<mark>300 soldiers</mark>" in html
    client.post("/add/store", data={"form_key": key_of(client), "draft": draft_in(html)})
    stored = reports(empty)
    assert stored
    assert all("/" not in report.path and report.published == "2020-12-14" for report, _ in stored)


def test_what_is_no_report_is_told(client):
    assert "nothing to read" in read(client, text=" ").text
    assert "was not read" in read(client, files={"file": ("x.pdf", b"%PDF-1.4 nothing")}).text
    wrong = read(client, text=TEXT, published="tomorrow")
    assert (wrong.status_code, TEXT in wrong.text) == (400, True)


def test_very_many_reports_are_for_the_command_line(client):
    lines = "\n".join(json.dumps({"text": f"Nothing number {n}."}) for n in range(MOST_REPORTS + 1))
    answer = read(client, files={"file": ("many.jsonl", lines.encode())})
    assert (answer.status_code, "onrecord add FILE" in answer.text) == (413, True)


def test_a_report_that_the_ledger_has_is_not_stored_twice(client, empty):
    for _ in range(2):
        draft = draft_in(read(client, text=TEXT).text)
        done = client.post("/add/store", data={"form_key": key_of(client), "draft": draft})
    assert "the ledger had already" in done.text
    assert len(reports(empty)) == 1


def test_programs_add_by_json(client, empty):
    told = client.post("/api/add/read", json={"text": TEXT, "published": "2020-12-14", "title": "T"}).json()
    assert told["read"][0]["report"]["title"] == "T"
    assert told["read"][0]["claims"]
    assert client.get(f"/api/add?draft={told['draft']}").json() == told
    assert client.post("/api/add/store", json={"draft": told["draft"]}).json()["stored"] == [told["read"][0]["report"]["id"]]
    assert len(reports(empty)) == 1


def test_a_hostile_report_is_shown_as_words(client):
    evil = "<script>alert(1)</script>"
    html = read(client, text=f"{TEXT} {evil} \u202egnp", title=evil, outlet=evil, url="javascript:alert(1)").text
    assert "<script>alert" not in html
    assert "\u202e" not in html
    assert "javascript:" not in html


def test_serving_loads_no_reading_pipeline_until_a_report_is_read():
    import subprocess
    import sys

    code = "import sys, onrecord.web; print([m for m in ('spacy', 'onrecord.pipeline', 'trafilatura') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
