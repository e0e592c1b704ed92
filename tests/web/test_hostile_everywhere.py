"""Each page, its data and its files, on a ledger of hostile reports and on a hostile feed: what they contain is words and nothing else."""

from __future__ import annotations

import csv
import io
import json
import re
from urllib.parse import urlencode
from xml.etree import ElementTree as Xml

import pytest

from onrecord.ledger import Ledger
from onrecord.web.links import in_path
from onrecord.web.pages import PAGES
from web.clients import client_of
from web.hostile import BREAK, SCRIPT, TURNED

TURNING = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
GIVEN = {
    "actor": f"Northland{SCRIPT}",
    "place": f"Green Valley{BREAK}",
    "donor": f"Northland{SCRIPT}",
    "recipient": BREAK,
    "site": f"Mill Camp{SCRIPT}",
    "source": f"Colonel{SCRIPT}",
    "person": f"Colonel{SCRIPT}",
    "outlet": f"Wire{BREAK}",
    "id": "r<1>",
    "report": "r<1>",
    "role": "actor",
    "like": "North",
}
"""What each parameter is given, where it is a name that the hostile ledger knows."""
FEED = f"""<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Wire &lt;script&gt;alert(1)&lt;/script&gt;{TURNED}</title><link>javascript:alert(2)</link>
<item><title>&lt;img src=x onerror=alert(3)&gt;{TURNED}</title><link>javascript:alert(4)</link>
<guid>&lt;svg onload=alert(5)&gt;</guid><dc:creator>&lt;script&gt;alert(6)&lt;/script&gt;{TURNED}</dc:creator>
<category>&lt;script&gt;alert(7)&lt;/script&gt;</category><pubDate>Tue, 04 Mar 2031 10:00:00 GMT</pubDate>
<description>&lt;p onclick="alert(8)"&gt;The United States has 5,200 soldiers in Iraq.{TURNED}&lt;/p&gt;&lt;script&gt;alert(9)&lt;/script&gt;</description>
</item></channel></rss>"""


def asked_of(page, claim):
    """The addresses that ask this page: as bare as it may be, and with all that it can be given."""
    path = page.path.replace("{id}", in_path(claim))
    texts = {param.name: GIVEN.get(param.name, SCRIPT) for param in page.params if param.kind == "text" or param.name in GIVEN}
    texts = {
        name: text
        for name, text in texts.items()
        if f"{{{name}}}" not in page.path and name not in ("at", "draft", "claim", "of")
    }
    needed = {name: texts[name] for name in texts if any(param.needed and param.name == name for param in page.params)}
    known = {name: text for name, text in texts.items() if text != SCRIPT}
    return [(path, asked) for asked in (needed, known, texts)]


def every_address(ending):
    """Each page with what it is asked for: as a page, as data, or as each of its files."""
    for page in PAGES:
        if ending == "page" and not page.is_shown:
            continue
        endings = [f".{one.ending}" for one in page.downloads] if ending == "file" else [""]
        yield from ((page, one) for one in endings)


@pytest.fixture(scope="module")
def client(hostile):
    return client_of(hostile)


@pytest.fixture(scope="module")
def ids(hostile):
    with Ledger.open(hostile, readonly=True) as book:
        return [entry.claim.id for entry in book.claims()]


def is_only_words(html, address):
    assert "<script>" not in html, address
    assert not re.search(r"<(img|iframe|object|embed|svg onload|base|meta http)", html), address
    assert not TURNING.search(html), address
    assert not re.search(r'(href|src|action|formaction)="\s*(javascript|data|vbscript):', html, re.I), address
    assert not re.search(r"<[^>]*\son\w+\s*=\s*[a-z(\"']", re.sub(r'"[^"]*"', '""', html)), address


@pytest.mark.parametrize("page", [page for page, _ in every_address("page")], ids=lambda page: page.name)
def test_a_page_shows_words_alone(client, ids, page):
    for claim in ids:
        for path, asked in asked_of(page, claim):
            answer = client.get(f"{path}?{urlencode(asked)}")
            assert answer.status_code < 500, (path, asked)
            is_only_words(answer.text, (path, asked))
        if "{id}" not in page.path:
            break


@pytest.mark.parametrize("page", [page for page, _ in every_address("data")], ids=lambda page: page.name)
def test_the_data_of_a_page_is_json_that_no_browser_takes_for_another(client, ids, page):
    for path, asked in asked_of(page, ids[0]):
        api = page.api if "{id}" not in page.path else f"/api{path}"
        answer = client.get(f"{api}?{urlencode(asked)}")
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert not TURNING.search(answer.text)
        json.loads(answer.text)


@pytest.mark.parametrize(
    ("page", "ending"), list(every_address("file")), ids=lambda one: one if isinstance(one, str) else one.name
)
def test_a_file_of_a_page_does_nothing(client, ids, page, ending):
    for path, asked in asked_of(page, ids[0])[:2]:
        answer = client.get(f"{path}{ending}?{urlencode(asked)}")
        assert answer.headers["content-disposition"].startswith("attachment")
        assert answer.headers["x-content-type-options"] == "nosniff"
        if ending == ".png":
            assert answer.content.startswith(b"\x89PNG")
            continue
        assert not TURNING.search(answer.text)
        HARMLESS[ending](answer.text)


def is_harmless_svg(text):
    for one in Xml.fromstring(text).iter():
        assert one.tag.rpartition("}")[2] not in ("script", "foreignObject", "a", "image", "iframe")
        assert not any(name.lower().startswith("on") or name.endswith("href") for name in one.attrib)


def is_harmless_csv(text):
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows
    assert not any(cell[:1] in "=+-@\t\r" for row in rows for cell in row.values() if cell)


def is_harmless_calendar(text):
    names = {re.split(r"[;:]", line)[0] for line in text.split("\r\n") if line and not line.startswith(" ")}
    assert names <= {
        "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION",
        "URL", "STATUS", "TRANSP", "NAME", "X-WR-CALNAME", "CATEGORIES", "SEQUENCE",
    }  # fmt: skip
    assert "javascript:" not in "".join(line for line in text.split("\r\n") if line.startswith("URL"))


HARMLESS = {".svg": is_harmless_svg, ".csv": is_harmless_csv, ".vl.json": json.loads, ".ics": is_harmless_calendar}


def test_a_hostile_feed_is_harmless_before_and_after_it_is_stored(tmp_path):
    path = tmp_path / "feed.db"
    Ledger.create(path).close()
    client = client_of(path)
    key = re.search(r'name="form_key" value="([^"]+)"', client.get("/add").text)[1]
    upload = {"file": ("feed.xml", FEED.encode(), "application/rss+xml")}
    looked = client.post("/add/read", data={"form_key": key}, files=upload)
    assert looked.status_code == 200
    assert "5,200" in looked.text
    is_only_words(looked.text, "draft")
    draft = re.search(r'name="draft" value="([^"]+)"', looked.text)[1]
    stored = client.post("/add/store", data={"form_key": key, "draft": draft})
    is_only_words(stored.text, "stored")
    [report] = client.get("/api/sources").json()
    for address in (
        f"/report?{urlencode({'id': report['report']['id']})}",
        "/sources",
        "/timeline",
        "/",
        "/review",
        "/footprint?actor=US",
    ):
        answer = client.get(address)
        assert answer.status_code == 200, address
        is_only_words(answer.text, address)
