"""Web pages: the main text, and what the page's metadata says of it. Also the plain text of a piece of HTML."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Any

from lxml.etree import LxmlError, iterwalk  # type: ignore[import-untyped]  # lxml has no stubs, and comes with trafilatura
from lxml.html import fromstring  # type: ignore[import-untyped]  # as above
from trafilatura import bare_extraction
from trafilatura.meta import reset_caches
from trafilatura.settings import Document

from onrecord.errors import UnreadableReport
from onrecord.readers.draft import Draft, Origin
from onrecord.readers.encoding import Undecodable, decode
from onrecord.readers.limits import MAX_HTML_BYTES, MAX_HTML_TAGS

FAULTS = (LxmlError, ValueError, TypeError, LookupError, AttributeError, AssertionError, ArithmeticError, RecursionError)
"""What trafilatura, htmldate and lxml let through when a page is odd enough."""

DATES = {"original_date": True, "extensive_search": False}
"""The date of first publication, from markup only: htmldate's wider search takes any date that the text mentions."""

CHARSET = re.compile(rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
INLINE_DATA = re.compile(rb"data:[\w.+-]{1,40}/[\w.+-]{1,80};base64,[A-Za-z0-9+/=%\s]*")
DECLARATION = re.compile(r"\s*<\?xml[^<>]{0,200}\?>")
# fmt: off
BLOCKS = (
    "br", "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
    "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
)
# fmt: on
NO_TEXT = ("script", "style")
UNFIT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]")
"""Characters that XML does not know."""

__all__ = ["read_webpage", "reset_caches", "strip_html"]


def read_webpage(data: bytes, origin: Origin) -> Iterator[Draft | UnreadableReport]:
    """The one report of a page: its main text; title, author, outlet, date and address from the page's metadata.

    A page that broke off is read as far as it goes. A page without a date in its markup has none.
    """
    if len(data) > MAX_HTML_BYTES:
        data = INLINE_DATA.sub(b"", data)
    if len(data) > MAX_HTML_BYTES or data.count(b"<") > MAX_HTML_TAGS:
        yield origin.unreadable(
            f"a page of {len(data) / 1e6:.0f} MB with {data.count(b'<'):,} tags; pages up to {MAX_HTML_BYTES / 1e6:.0f} MB and "
            f"{MAX_HTML_TAGS:,} tags are read. Save the article alone, or as text."
        )
        return
    try:
        text = decode_html(data)
    except Undecodable as error:
        yield origin.unreadable(str(error))
        return
    try:
        page = bare_extraction(text, fast=True, with_metadata=True, include_comments=False, date_extraction_params=DATES)
    except FAULTS as error:
        yield origin.unreadable(f"its HTML cannot be read ({type(error).__name__}). Save the article as text and read that.")
        return
    if not isinstance(page, Document) or not page.text:
        yield origin.unreadable(
            "a page without a main text (built by script, a log-in or an error page?). Save the article as text."
        )
        return
    yield Draft(
        origin.where,
        page.text,
        title=page.title,
        published=page.date,
        outlet=page.sitename,
        author=page.author,
        url=page.url,
    )


def decode_html(data: bytes) -> str:
    """The page as text, in the encoding that it declares where it is not Unicode; raises ``Undecodable``."""
    found = CHARSET.search(data[:4096])
    # A NUL would end the page for the parser; a page that was cut out of something larger may hold a few.
    data = data if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else data.replace(b"\0", b"")
    text = decode(data, declared=found.group(1).decode("ascii", "replace") if found else None)
    return DECLARATION.sub("", text.replace("\0", ""), count=1)


def strip_html(html: str) -> str:
    """The words of a piece of HTML, one line for each paragraph, item or break.

    >>> strip_html("<p>The army <b>left</b>.</p><p>Nobody\\nsaid why.</p>")
    'The army left.\\nNobody said why.'
    """
    if "<" not in html and "&" not in html:
        return html
    try:
        tree = fromstring("<div>" + " ".join(UNFIT.sub(" ", html).split()) + "</div>")
    except FAULTS:
        return html
    lines = (" ".join(line.split()) for line in "".join(_words(tree)).split("\n"))
    return "\n".join(line for line in lines if line)


def _words(tree: Any) -> Iterator[str]:
    """The texts of a tree in their order, with a line break at each edge of a block; comments and scripts have none."""
    for event, node in iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event == "start" and node.tag not in NO_TEXT:
            yield "\n" if node.tag in BLOCKS else ""
            yield node.text or ""
        elif event != "start":
            yield "\n" if node.tag in BLOCKS else ""
            yield node.tail or ""
