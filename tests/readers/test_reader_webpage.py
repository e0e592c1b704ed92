from __future__ import annotations

import pytest

from onrecord.readers import limits
from onrecord.readers.webpage import strip_html

HEAD = """<!DOCTYPE html><html lang="en"><head><title>Camp handed over - Sample Post</title>
<meta property="og:title" content="Camp handed over"><meta property="og:site_name" content="Sample Post">
<meta property="article:published_time" content="2020-09-13T10:00:00Z"><meta name="author" content="Jane Roe">
<link rel="canonical" href="https://example.org/camp"></head>"""
FIRST = "BAGHDAD (Sample Wire) — The council’s old camp in the north was handed over to the police on Monday."
SECOND = "In May 2015 the camp had been opened for some 300 guards of the council."
PAGE = f"""{HEAD}<body><nav><a href="/">Home</a> <a href="/about">About</a></nav><article><h1>Camp handed over</h1>
<p>{FIRST}</p><p>{SECOND}</p></article><script>var x = "<p>no</p>";</script></body></html>"""


def test_a_page_gives_its_main_text_and_what_its_metadata_says(read):
    report = read(PAGE, name="page.html", published="1999").report
    assert report.text == f"Camp handed over\n{FIRST}\n{SECOND}"
    assert (report.id, report.title, report.author) == ("page", "Camp handed over", "Jane Roe")
    assert (report.outlet, report.published, report.url) == ("Sample Post", "2020-09-13", "https://example.org/camp")
    assert (report.dateline.place, report.dateline.agency) == ("Baghdad", "Sample Wire")


@pytest.mark.parametrize("name", ["page", "page.txt", "page.html", "page.aspx"])
def test_a_page_is_known_by_its_content(read, name):
    assert read("<!-- saved -->\n" + PAGE, name=name).report.title == "Camp handed over"


def test_a_date_that_only_the_text_mentions_is_not_the_date_of_the_page(read):
    page = PAGE.replace('<meta property="article:published_time" content="2020-09-13T10:00:00Z">', "")
    assert read(page, name="page.html").report.published is None
    assert read(page, name="page.html", published="2020-09-14").report.published == "2020-09-14"


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("utf-8", "utf-8"), ("windows-1252", "cp1252"), ("iso-8859-1", "cp1252"), ("utf-16", "utf-16"), ("rubbish", "cp1252")],
)
def test_a_page_is_read_in_the_encoding_that_it_declares(read, charset, encoding):
    page = PAGE.replace("<head>", f'<head><meta charset="{charset}">')
    assert FIRST in read(page.encode(encoding), name="page.html").report.text


def test_a_page_with_an_xml_declaration_is_read(read):
    assert FIRST in read('<?xml version="1.0" encoding="utf-8"?>\n' + PAGE, name="page.xhtml").report.text


def test_a_page_that_broke_off_is_read_as_far_as_it_goes(read):
    cut = PAGE[: PAGE.index("some 300")]
    assert read(cut, name="page.html").report.text == f"Camp handed over\n{FIRST}\nIn May 2015 the camp had been opened for"


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("<html><head><title>Log in</title></head><body></body></html>", "without a main text"),
        ("<html><body><script>load()</script></body></html>", "without a main text"),
        ("<div>" * 30_000 + "The army left.", "without a main text"),
        ("<html><body>" + "<p>x</p>" * 150_000, "tags"),
        ("<html><body><p>" + "word " * 1_700_000, "MB"),
    ],
)
def test_a_page_that_gives_no_text_says_why(read, page, why):
    assert why in read(page, name="page.html").error.why


def test_a_page_of_fifty_megabytes_of_pictures_is_read_and_one_of_words_refused(read):
    picture = f'<img src="data:image/png;base64,{"QUJD" * 12_500_000}">'
    assert FIRST in read(PAGE.replace("</article>", f"{picture}</article>"), name="page.html").report.text
    error = read(PAGE.replace("</article>", "<p>The army left.</p>" * 2_400_000), name="page.html").error
    assert f"{limits.MAX_HTML_TAGS:,} tags are read" in error.why


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("No markup at all.", "No markup at all."),
        ("<p>One\ntwo.</p><p>Three<br/>four &amp; five</p>", "One two.\nThree\nfour & five"),
        ("Before <b>bold</b>ly<ul><li>one</li><li>two</li></ul>after", "Before boldly\none\ntwo\nafter"),
        ("<script>x()</script><style>p {}</style><!-- no -->Words.", "Words."),
        ("<p>Never <b>closed", "Never closed"),
        ("a < b & c", "a < b & c"),
        ("<img src='x.png'>", ""),
        ("<p>One\x1b two<p>three <!-- no -->four <script>no</script>five", "One two\nthree four five"),
        ("<div><p>One &#1; two</p></div>", "One \x01 two"),
    ],
)
def test_markup_is_stripped_to_lines(html, text):
    assert strip_html(html) == text


@pytest.mark.parametrize(
    ("url", "kept"), [("https://example.org/a", True), ("javascript:alert(1)", False), ("data:text/html,x", False)]
)
def test_an_address_that_is_a_script_is_none(read, url, kept):
    report = read(f'{{"text": "The army left.", "url": "{url}"}}', name="a.json").report
    assert report.url == (url if kept else None)
