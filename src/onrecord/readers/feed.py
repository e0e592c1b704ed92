"""RSS and Atom files."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from xml.sax import SAXException

import feedparser

from onrecord.errors import UnreadableReport
from onrecord.readers.draft import Draft, Origin
from onrecord.readers.limits import MAX_FEED_BYTES, MAX_FEED_ENTRIES
from onrecord.readers.sniff import NO_FEED
from onrecord.readers.webpage import strip_html

FAULTS = (SAXException, ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError)
"""What feedparser lets through when a feed is odd enough. It drops entity definitions, so that none can grow."""

ENTRY = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]", re.IGNORECASE)


def read_feed(data: bytes, origin: Origin) -> Iterator[Draft | UnreadableReport]:
    """The entries of a feed, each a report: its full content where the feed carries it, else its summary."""
    if len(data) > MAX_FEED_BYTES:
        yield origin.unreadable(f"a feed of {len(data) / 1e6:.0f} MB; up to {MAX_FEED_BYTES / 1e6:.0f} MB are read. Split it.")
        return
    data, left_out = _cut(data)
    try:
        # From memory: given a text, feedparser would take it for an address and fetch it.
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except FAULTS as error:
        yield origin.unreadable(f"{NO_FEED} ({type(error).__name__})")
        return
    if not feed.get("version") and not feed.entries:
        yield origin.unreadable(NO_FEED)
        return
    if not feed.entries:
        yield origin.unreadable("a feed without entries.")
    outlet = _plain(feed.feed.get("title"))
    for number, entry in enumerate(feed.entries, start=1):
        yield _draft(entry, origin, number, outlet)
    lost = len(ENTRY.findall(data)) - len(feed.entries)
    if feed.get("bozo") and feed.entries and lost > 0:
        yield origin.unreadable(
            f"a broken feed: {lost:,} of its entries could not be told apart. Mend its XML, or fetch it again."
        )
    if left_out:
        yield origin.unreadable(f"its last {left_out:,} entries were left out; {MAX_FEED_ENTRIES:,} are read. Split the feed.")


def _cut(data: bytes) -> tuple[bytes, int]:
    """The feed up to the most entries that are read, and the number of those left out, before anything is parsed."""
    begins = [found.start() for found in ENTRY.finditer(data)]
    if len(begins) <= MAX_FEED_ENTRIES:
        return data, 0
    return data[: begins[MAX_FEED_ENTRIES]], len(begins) - MAX_FEED_ENTRIES


def _draft(entry: Any, origin: Origin, number: int, outlet: str | None) -> Draft | UnreadableReport:
    text = strip_html(_body(entry))
    if not text.strip():
        return origin.unreadable("it has a title at most, and no text.", f"entry {number}")
    return Draft(
        f"{origin.where}, entry {number}",
        text,
        id=_text(entry.get("id")) or _text(entry.get("link")),
        title=_plain(entry.get("title")),
        published=_text(entry.get("published")) or _text(entry.get("updated")),
        outlet=outlet,
        author=_plain(entry.get("author")),
        url=_text(entry.get("link")),
        is_entry=True,
    )


def _body(entry: Any) -> str:
    """The content of an entry, the longest where it has several (a text and a caption), else its summary."""
    contents = [_text(part.get("value")) or "" for part in entry.get("content") or ()]
    return max(contents, key=len, default="") or _text(entry.get("summary")) or ""


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _plain(value: Any) -> str | None:
    """A title or a name without markup, on one line."""
    return " ".join(strip_html(_text(value) or "").split()) or None
