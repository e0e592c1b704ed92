"""What sort of file this is: by its content first, then by the ending of its name."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum


class Format(StrEnum):
    """The formats that are read."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    JSON = "json"
    JSONL = "jsonl"
    FEED = "feed"


ENDINGS = {
    "txt": Format.TEXT,
    "text": Format.TEXT,
    "md": Format.TEXT,
    "markdown": Format.TEXT,
    "html": Format.HTML,
    "htm": Format.HTML,
    "xhtml": Format.HTML,
    "pdf": Format.PDF,
    "json": Format.JSON,
    "jsonl": Format.JSONL,
    "ndjson": Format.JSONL,
    "rss": Format.FEED,
    "atom": Format.FEED,
    "rdf": Format.FEED,
    "xml": Format.FEED,
}
NO_FEED = "no RSS or Atom feed. A web page is read under the ending .html; else fetch the feed again."
TYPES_READ = "plain text (.txt, .md), HTML (.html), PDF (.pdf), JSON (.json, .jsonl), RSS and Atom (.rss, .atom, .xml)"
HEAD = 4096
PDF_HEAD = 1024
"""Bytes within which a PDF says that it is one; some files have a few others before."""
ROOT = re.compile(
    rb"<(?:(rss|feed|rdf:rdf)|(!doctype\s+html|html|head|body|article|main|div|title|meta|p))[\s>/:]", re.IGNORECASE
)


def sniff(data: bytes, ending: str) -> Format | None:
    """The format of a file that begins with ``data``; ``None`` where neither its content nor its ending tells.

    A file without an ending is text unless its content says otherwise.
    """
    by_ending = ENDINGS.get(ending, None if ending else Format.TEXT)
    return _by_content(data, by_ending) or by_ending


def _by_content(data: bytes, by_ending: Format | None) -> Format | None:
    head = _narrow(data[:HEAD]).lstrip()
    if b"%PDF-" in head[:PDF_HEAD] and by_ending is not Format.JSONL:
        return Format.PDF
    if head.startswith(b"<"):
        root = ROOT.search(head)
        if root:
            return Format.FEED if root.group(1) else Format.HTML
    if by_ending in (None, Format.TEXT) and re.match(rb'\{\s*"|\[\s*\{', head):
        return Format.JSON
    return None


def _narrow(head: bytes) -> bytes:
    """The head without its mark, and with one byte for each ASCII character where it is UTF-16."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head[2:].replace(b"\0", b"")
    return head.removeprefix(codecs.BOM_UTF8)
