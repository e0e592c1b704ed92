from __future__ import annotations

import time

import pytest

from onrecord.readers import limits

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Sample Wire &amp; Co</title>
<item><guid>urn:camp:1</guid><link>https://example.org/1</link><title>Camp &lt;i&gt;handed&lt;/i&gt; over</title>
<pubDate>Sun, 13 Sep 2020 23:30:00 -0500</pubDate><author>Jane Roe</author><description>Short.</description>
<content:encoded><![CDATA[<p>The camp was handed over.</p><p>Nobody said why.</p>]]></content:encoded></item>
<item><link>https://example.org/2</link><title>Two</title><description>&lt;p&gt;The guards &amp;amp; left.&lt;/p&gt;</description></item>
<item><title>Three</title><description>The flag came down.</description></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Sample Wire</title>
<entry><id>urn:1</id><title>Camp</title><updated>2020-09-14T10:00:00Z</updated><link href="https://example.org/1"/>
<author><name>Jane Roe</name></author><content type="html">&lt;p&gt;The camp was handed over.&lt;/p&gt;</content></entry></feed>"""


def test_each_item_of_rss_is_a_report(read):
    first, second, third = read(RSS, name="feed.rss", published="2020-01").reports
    assert first.text == "The camp was handed over.\nNobody said why."
    assert (first.id, first.url, first.title) == ("urn:camp:1", "https://example.org/1", "Camp handed over")
    assert (first.published, first.outlet, first.author) == ("2020-09-13", "Sample Wire & Co", "Jane Roe")
    assert (second.id, second.text, second.published) == ("https://example.org/2", "The guards & left.", "2020-01")
    assert third.id.startswith("feed-")


@pytest.mark.parametrize("name", ["feed", "feed.atom", "feed.xml", "feed.txt"])
def test_an_entry_of_atom_is_a_report(read, name):
    report = read(ATOM, name=name).report
    assert (report.id, report.published, report.text) == ("urn:1", "2020-09-14", "The camp was handed over.")
    assert (report.outlet, report.author, report.url) == ("Sample Wire", "Jane Roe", "https://example.org/1")


def test_an_entry_that_gives_no_report_costs_that_entry_only(read):
    feed = RSS.replace("Sun, 13 Sep 2020 23:30:00 -0500", "the other day").replace("The flag came down.", "&lt;img src='x'&gt;")
    reading = read(feed, name="feed.rss")
    assert [report.title for report in reading.reports] == ["Two"]
    assert [error.where.rpartition(", ")[2] for error in reading.errors] == ["entry 1", "entry 3"]
    assert "no date" in reading.errors[0].why
    assert "no text" in reading.errors[1].why


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("<?xml version='1.0'?><catalog><book/></catalog>", "no RSS or Atom feed"),
        ("<html><body><p>404, not found</p></body></html>", "no RSS or Atom feed"),
        ("This is no feed.", "no RSS or Atom feed"),
        ("<rss version='2.0'><channel><title>Empty</title></channel></rss>", "without entries"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "no RSS or Atom feed"),
    ],
)
def test_a_feed_that_is_none_says_so(read, content, why):
    assert why in read(content, name="feed.xml").error.why


@pytest.mark.parametrize("cut", [RSS[:-100], RSS.replace("&amp; Co", "& Co")])
def test_a_broken_feed_is_read_as_far_as_it_goes(read, cut):
    assert "The camp was handed over.\nNobody said why." in [report.text for report in read(cut, name="feed.rss").reports]


def test_entries_that_a_broken_feed_swallows_are_counted(read):
    reading = read(RSS.replace("</title>", "", 1), name="feed.rss")
    assert [report.title for report in reading.reports] == ["Two", "Three"]
    assert ["1 of its entries" in error.why for error in reading.errors] == [True]


def test_entities_do_not_grow_and_open_no_file(read, tmp_path):
    (tmp_path / "secret").write_text("the secret")
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    outside = f'<!ENTITY out SYSTEM "{(tmp_path / "secret").as_uri()}">'
    doctype = f'<!DOCTYPE rss [<!ENTITY e0 "lol">{levels}{outside}]>'
    feed = f'<?xml version="1.0"?>{doctype}<rss version="2.0"><channel><item><description>Words &e9; &out;</description></item></channel></rss>'
    begin = time.perf_counter()
    for report in read(feed, name="feed.rss").reports:
        assert len(report.text) < 100
        assert "secret" not in report.text
    assert time.perf_counter() - begin < 5


def test_entries_beyond_the_limit_are_told(read, monkeypatch):
    monkeypatch.setattr("onrecord.readers.feed.MAX_FEED_ENTRIES", 2)
    reading = read(RSS, name="feed.rss")
    assert len(reading.reports) == 2
    assert "last 1 entries" in reading.errors[0].why


def test_a_feed_beyond_the_limit_is_refused(read):
    feed = RSS.replace("Short.", "word " * (limits.MAX_FEED_BYTES // 5))
    assert "a feed of 20 MB" in read(feed, name="feed.rss").error.why
