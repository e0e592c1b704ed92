"""Two claims beside one another in the browser: what parts them, and the merging of what is one."""

from __future__ import annotations

import re
import shutil

import pytest

from onrecord.ledger import Ledger
from web.clients import client_of


@pytest.fixture(scope="module")
def pairs(demo):
    """Two claims that dispute each other, and two of one fact."""
    dispute = demo.json("/api/disputes")[0]
    rows = demo.json("/api/timeline")
    entries = next(fact["entries"] for fact in rows if len(fact["entries"]) > 1)
    differ = tuple(dispute[side]["entries"][0]["id"] for side in ("one", "other"))
    return {"differ": differ, "same": tuple(entry["id"] for entry in entries[:2])}


@pytest.mark.parametrize("which", ["differ", "same"])
def test_its_json_is_that_of_the_command(demo, pairs, which):
    one, other = pairs[which]
    assert demo.json(f"/api/compare?one={one}&other={other}") == demo.command("compare", one, other)


def test_it_shows_both_sides_and_what_parts_them(demo, pairs):
    one, other = pairs["differ"]
    told = demo.json(f"/api/compare?one={one}&other={other}")
    html = demo.page(f"/compare?one={one[:8]}&other={other[:8]}")
    assert told["parting"] in html
    assert told["why"][1:] in html
    assert {one, other} <= set(re.findall(r'href="/claims/([0-9a-f]{16})"', html))
    assert 'value="merge"' in html


def test_of_one_fact_it_says_so_and_offers_to_part_it(demo, pairs):
    html = demo.page("/compare?one={}&other={}".format(*pairs["same"]))
    assert "They tell of one fact" in html
    assert 'value="part"' in html


def test_it_is_reached_from_a_dispute_and_from_a_claim(demo, pairs):
    one, other = pairs["differ"]
    assert f"/compare?one={one}&amp;other={other}" in demo.page("/disputes")
    assert f'action="/compare"><input type="hidden" name="one" value="{one}"' in demo.page(f"/claims/{one}")


def test_an_id_that_is_none_is_told(demo, pairs):
    answer = demo.client.get(f"/compare?one={pairs['same'][0]}&other=zzzz")
    assert answer.status_code == 404
    assert "zzzz" in answer.text


def test_what_is_merged_there_is_one_fact_afterwards(demo, pairs, tmp_path):
    path = tmp_path / "merged.db"
    shutil.copy(demo.path, path)
    client = client_of(path)
    one, other = pairs["differ"]
    address = f"/compare?one={one}&other={other}"
    key = re.search(r'name="form_key" value="([^"]+)"', client.get(address).text)[1]
    given = {"form_key": key, "back": "/review", "claims": [one, other], "by": "Anna Bell", "why": "one count", "act": "merge"}
    assert client.post("/judge", data=given).status_code == 200
    with Ledger.open(path, readonly=True) as book:
        assert book.claim(one).tied == book.claim(other).tied != ""
