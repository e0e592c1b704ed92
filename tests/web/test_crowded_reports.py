"""A report that makes very many claims is read a leaf at a time, and floods no other answer: what is left out is told, with the way to it."""

from __future__ import annotations

import os
import re
import time

import pytest

from onrecord.cli.report_page import page_of
from onrecord.ledger import Ledger
from onrecord.model import Claim, Frozen, Kind, Quantity, Report, Span
from onrecord.views.page import render_page
from web.clients import client_of

MANY = int(os.environ.get("ONRECORD_TEST_CLAIMS", "20000"))
"""Claims of the one report; 100000 takes some minutes."""
LEAVES = MANY // 200
NUMBERED = 1_500
"""How many of its claims are levels, each with a number of its own; the others are statements."""
LONGEST = 10.0
"""Seconds of the processor for one answer, on a busy machine; what goes through all claims takes minutes."""
PLACES = Frozen({"actor": "Northland", "place": "Vale"})
SPOKEN = Frozen({"speaker": "Colonel", "cue": "said"})


def claims_of(sentences):
    at = 0
    for n, sentence in enumerate(sentences):
        span = Span(at, at + len(sentence) - 1)
        if n < NUMBERED:
            yield Claim("big", Kind.FORCE_LEVEL, span, args=PLACES, quantity=Quantity(value=n + 1, unit="personnel"))
        else:
            yield Claim("big", Kind.STATEMENT, span, args=SPOKEN)
        at += len(sentence)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory):
    path = tmp_path_factory.mktemp("crowd") / "many.db"
    sentences = [f"Northland has {n + 1:,} soldiers in Vale. " for n in range(MANY)]
    claims = list(claims_of(sentences))
    with Ledger.create(path) as book:
        book.add(Report("big", "".join(sentences), published="2031-03-04"), claims)
        words = "Northland has 7,000 soldiers in Vale."
        level = Claim(
            "small", Kind.FORCE_LEVEL, Span(0, len(words)), args=PLACES, quantity=Quantity(value=7000, unit="personnel")
        )
        book.add(Report("small", words, published="2031-03-05", outlet="Valley Wire"), [level])
    return client_of(path), claims, path


@pytest.fixture
def client(crowd):
    return crowd[0]


def test_its_page_is_a_leaf_of_many(client):
    html = client.get("/report?id=big").text
    assert html.count('class="claim-row') == 200
    assert f"Leaf 1 of {LEAVES}" in html
    assert f"{MANY:,} claims" in html
    assert "Those of this leaf alone" in html
    assert len(html) < 500_000


def test_a_claim_is_shown_on_its_leaf(crowd):
    client, claims, _ = crowd
    for n, leaf in ((0, 1), (MANY // 2, LEAVES // 2 + 1), (MANY - 1, LEAVES)):
        html = client.get(f"/report?id=big&claim={claims[n].id}").text
        assert f'id="c-{claims[n].id}"' in html
        assert f"Leaf {leaf} of {LEAVES}" in html


def test_a_claim_of_another_report_shows_the_first_leaf(client):
    assert f"Leaf 1 of {LEAVES}" in client.get("/report?id=big&claim=0123456789abcdef").text


def test_programs_get_its_claims_a_stretch_at_a_time(crowd):
    client, claims, _ = crowd
    first = client.get("/api/report?id=big")
    assert len(first.json()["claims"]) == 1_000
    assert first.headers["x-total-count"] == str(MANY)
    assert first.headers["link"] == '</api/report?id=big&page=2>; rel="next"'
    last = client.get("/api/report?id=big&page=1000&limit=100")
    assert [claim["id"] for claim in last.json()["claims"]] == [claim.id for claim in claims[-100:]]
    assert "link" not in last.headers


@pytest.mark.parametrize(
    "address",
    [
        "/", "/timeline", "/timeline?actor=Northland", "/timeline?text=soldiers", "/due", "/disputes", "/speakers", "/assistance", "/sites",
        "/footprint?actor=Northland&place=Vale", "/levels?actor=Northland&place=Vale", "/statements?person=Colonel",
    ],
)  # fmt: skip
def test_it_floods_no_other_page(client, address):
    begun = time.process_time()
    html = client.get(address).text
    assert time.process_time() - begun < LONGEST
    assert len(html) < 1_000_000
    assert '<a href="/report?id=big"><bdi>big</bdi></a> makes ' + f"{MANY:,} claims" in html
    assert "from the first 1,000 of them" in html


def test_what_other_reports_say_is_there(client):
    rows = client.get("/api/timeline?actor=Northland&limit=2000")
    assert rows.headers["x-told-in-part"] == "big"
    assert "small" in {entry["report"]["id"] for fact in rows.json() for entry in fact["entries"]}
    assert int(rows.headers["x-total-count"]) <= 1_001
    assert "7,000" in client.get("/levels.csv?actor=Northland&place=Vale").text


@pytest.mark.parametrize("address", ["/sources", "/review", "/review?report=big", "/report?id=small"])
def test_pages_that_tell_no_facts_leave_nothing_out(client, address):
    begun = time.process_time()
    answer = client.get(address)
    assert time.process_time() - begun < LONGEST
    assert answer.status_code == 200
    assert "from the first" not in answer.text
    assert not re.search("x-told-in-part", " ".join(answer.headers))


def test_the_report_of_one_file_is_bounded_too(crowd):
    with Ledger.open(crowd[2], readonly=True) as book:
        page = page_of(book, actor="Northland", place="Vale", known=None, title=None)
    html = render_page(page)
    assert len(html) < 3_000_000
    assert f"The report big makes {MANY:,} claims: this is told from the first 1,000 of them." in html
    assert "7,000" in html
