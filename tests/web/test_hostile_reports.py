"""Whatever a report contains is shown as words: no page runs it, follows it or is turned round by it."""

from __future__ import annotations

import re

from onrecord.ledger import Ledger
from onrecord.model import Claim, Frozen, Kind, Quantity, Report, Span
from web.clients import client_of
from web.hostile import BREAK, SCRIPT

PAGES = ("/", "/timeline", "/due", "/disputes", "/speakers", "/sources", "/assistance", "/sites", "/review", "/review?of=r%3C1%3E&new=attack", "/report?id=r%3C1%3E", "/report?id=r2")  # fmt: skip


def addresses(client):
    ids = sorted({id for page in PAGES for id in re.findall(r"/claims/([0-9a-f]{16})", client.get(page).text)})
    name = f"Northland{SCRIPT}"
    asked = [
        f"/footprint?actor={name}&place=Green Valley{BREAK}",
        f"/levels?actor={name}&place=Green Valley{BREAK}",
        f"/statements?person=Colonel{SCRIPT}",
        f"/timeline?actor={SCRIPT}",
        f"/timeline?text={BREAK}",
        f"/timeline?since={BREAK}",
        f"/{SCRIPT}",
    ]
    assert len(ids) == 5
    return [*PAGES, *asked, *[f"/claims/{id}" for id in ids], *[f"/review?at={id}" for id in ids]]


def test_no_page_has_a_mark_of_the_report_in_it(hostile):
    client = client_of(hostile)
    for address in addresses(client):
        html = client.get(address).text
        assert "<script>" not in html, address
        assert "<img" not in html, address
        assert not re.search(r"[\u200b-\u200f\u202a-\u202e\u2066-\u2069]", html), address
        assert 'href="javascript' not in html, address
        assert not re.search(r"<[^>]*\son\w+\s*=\s*[a-z(]", re.sub(r'"[^"]*"', '""', html)), address


def test_the_turned_words_are_shown_as_signs(hostile):
    assert "⟨U+202E⟩gnp.exe" in client_of(hostile).get("/report?id=r%3C1%3E").text


def test_what_the_api_gives_is_json_and_nothing_else(hostile):
    client = client_of(hostile)
    for address in ("/api/timeline", "/api/report?id=r%3C1%3E", "/api/sources"):
        answer = client.get(address)
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_no_cell_of_the_csv_is_a_formula(tmp_path):
    path = tmp_path / "formula.db"
    with Ledger.create(path) as book:
        args = Frozen({"actor": "=cmd|' /C calc'!A0", "place": "Vale"})
        claim = Claim("r", Kind.FORCE_LEVEL, Span(0, 12), args=args, quantity=Quantity(value=5, unit="personnel"))
        book.add(Report("r", "=1+1 is what", published="2031-03-04"), [claim])
    rows = client_of(path).get("/levels.csv?actor==cmd|' /C calc'!A0&place=Vale").text.splitlines()
    assert len(rows) == 2
    assert not re.search(r"(^|,)\"?[=+@]", rows[1])
