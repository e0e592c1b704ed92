"""Plain text and Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.errors import UnreadableReport
from onrecord.model import fix_text
from onrecord.readers.dateline import find_dateline
from onrecord.readers.draft import Draft, Origin
from onrecord.readers.encoding import Undecodable, decode
from onrecord.readers.headers import split_headers
from onrecord.readers.limits import MAX_TITLE_LINE


def read_plain(data: bytes, origin: Origin) -> Iterator[Draft | UnreadableReport]:
    """The one report of a text file. Metadata at its head is no part of the text; all else is kept as it stands."""
    try:
        fields, text = split_headers(fix_text(decode(data)))
    except Undecodable as error:
        yield origin.unreadable(str(error))
        return
    yield Draft(
        origin.where,
        text,
        id=fields.get("id"),
        title=fields.get("title") or first_line_title(text),
        published=fields.get("published"),
        outlet=fields.get("outlet"),
        author=fields.get("author"),
        url=fields.get("url"),
        language=fields.get("language"),
        corrects=fields.get("corrects"),
    )


def first_line_title(text: str) -> str | None:
    """The first line, where it is short, no sentence, no dateline, and more text follows; it remains in the text.

    >>> first_line_title("# Base closed\\n\\nThe base was closed on Monday.")
    'Base closed'
    >>> first_line_title("The base was closed.\\nNobody said why.") is None
    True
    """
    first, _, rest = text.lstrip().partition("\n")
    title = first.strip().lstrip("#").strip()
    if not title or len(title) > MAX_TITLE_LINE or title.endswith(".") or not rest.strip():
        return None
    return None if find_dateline(first) else title
