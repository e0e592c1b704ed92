"""Metadata at the head of a plain text or Markdown file: front matter, or lines such as ``Outlet: Sample Wire``."""

from __future__ import annotations

import re

from onrecord.readers.published import read_published

KEYS = frozenset(["title", "published", "date", "outlet", "author", "url", "id", "corrects", "language"])
LINE_KEYS = {
    "Title": "title",
    "Outlet": "outlet",
    "Published": "published",
    "Author": "author",
    "URL": "url",
    "Corrects": "corrects",
    "Source": "outlet",
    "Date": "published",
    "Byline": "author",
}
"""What a header line gives; where two names give one thing, the name that stands first here goes before."""
MOST_LINES = 100
FENCE = re.compile(r"---[ \t]*")
FRONT_LINE = re.compile(r"([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)")
WEEKDAY = re.compile(r"(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+")
ORDINAL = re.compile(r"(\d)(?:st|nd|rd|th)\b")
CLOCK = re.compile(r",?\s+(?:at\s+)?\d\d?[:.]\d\d.*")
HEADER_LINE = re.compile(r"([A-Z][A-Za-z]*(?:[ -][A-Za-z]+){0,2}):(?:[ \t]+(.*))?")


def split_headers(text: str) -> tuple[dict[str, str], str]:
    """The metadata at the head of ``text`` and the text that follows it; no metadata, and all the text, where there is none.

    >>> split_headers("---\\ntitle: Base closed\\ndate: 2020-09\\n---\\nThe base was closed.")
    ({'title': 'Base closed', 'published': '2020-09'}, 'The base was closed.')
    >>> split_headers("Title: Base closed\\nOutlet: Sample Wire\\n\\nThe base was closed.")
    ({'title': 'Base closed', 'outlet': 'Sample Wire'}, 'The base was closed.')
    >>> split_headers("Title: Base closed\\nDate: 13 September 2020\\nSource: Sample Wire\\n\\nThe base was closed.")[0]
    {'title': 'Base closed', 'outlet': 'Sample Wire', 'published': '2020-09-13'}
    >>> split_headers("Title: Base closed\\nSection: World\\nOutlet: Sample Wire\\nAuthor:\\n\\nThe base was closed.")
    ({'title': 'Base closed', 'outlet': 'Sample Wire'}, 'The base was closed.')
    >>> split_headers("Title: only one such line\\n\\nThe base was closed.")[0]
    {}
    """
    lines = text[:100_000].split("\n", MOST_LINES + 1)[: MOST_LINES + 1]
    fields, taken = _front_matter(lines) if FENCE.fullmatch(lines[0]) else _header_lines(lines)
    if not fields:
        return {}, text
    rest = text[sum(len(line) + 1 for line in lines[:taken]) :]
    return fields, rest.lstrip("\n")


def _front_matter(lines: list[str]) -> tuple[dict[str, str], int]:
    """The known keys between two fences, and how many lines that takes; other keys are left aside."""
    fields: dict[str, str] = {}
    for number, line in enumerate(lines[1:], start=2):
        if FENCE.fullmatch(line):
            return fields, number
        found = FRONT_LINE.fullmatch(line)
        value = _unquoted(found.group(2)) if found else ""
        if found and value and found.group(1).lower() in KEYS:
            key = found.group(1).lower()
            fields.setdefault("published" if key == "date" else key, value)
    return {}, 0


def _header_lines(lines: list[str]) -> tuple[dict[str, str], int]:
    """The known ones of header lines that a blank line ends, two or more, and how many lines that takes; others are left aside."""
    given: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            return (_fields_of(given), number) if len(given) >= 2 else ({}, 0)
        found = HEADER_LINE.fullmatch(line.rstrip())
        if not found or found.group(1) in given:
            return {}, 0
        if found.group(1) in LINE_KEYS:
            given[found.group(1)] = (found.group(2) or "").strip()
    return {}, 0


def _fields_of(given: dict[str, str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for key, name in LINE_KEYS.items():
        value = _day_of(given[key]) if key == "Date" and key in given else given.get(key)
        if value:
            fields.setdefault(name, value)
    return fields


def _day_of(words: str) -> str | None:
    """The day of a ``Date`` line, as papers write it; ``None`` where it is none, as a report without a day can still be read.

    >>> _day_of("Wednesday, 10 March 2021"), _day_of("March 10th, 2021"), _day_of("10 March 2021 at 14:05 GMT"), _day_of("soon")
    ('2021-03-10', '2021-03-10', '2021-03-10', None)
    """
    if (day := read_published(words)) is not None:
        return day
    bare = CLOCK.sub("", ORDINAL.sub(r"\1", WEEKDAY.sub("", words.strip()))).rstrip(". ")
    return read_published(re.sub(r"(?<=\d)-(?=[A-Za-z])|(?<=[A-Za-z])-(?=\d)", " ", re.sub(r"(?<=\d)/(?=\d)", "-", bare)))


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1].strip() if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'" else value
