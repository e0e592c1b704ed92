"""Untrusted words made safe to show: what could steer a terminal or turn a line round is shown as a sign instead."""

from __future__ import annotations

import json
import re

BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u180b-\u180e\u200b-\u200d\u2028\u2029\u2060-\u2065\u206a-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
)
BEYOND = "\U000e0000-\U000e0fff\ud800-\udfff\ufffe\uffff"
STEERING = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{BIDI}{INVISIBLE}{BEYOND}]")
SPACES = re.compile(r"\s+")


def harmless(text: str) -> str:
    """The text with control, direction-turning and invisible characters shown as signs; tabs and line ends stay.

    >>> harmless("\\x1b[31mred\\x1b[0m"), harmless("abc\\u202edef\\u200b")
    ('⟨U+001B⟩[31mred⟨U+001B⟩[0m', 'abc⟨U+202E⟩def⟨U+200B⟩')
    """
    if text.isascii() and text.isprintable():  # most are, and nothing of that steers
        return text
    return STEERING.sub(_sign, text)


def escaped_json(text: str) -> str:
    r"""JSON with such characters written by their numbers: the same data, and nothing in it that turns the line of who reads the text.

    >>> escaped_json('{"title": "abc\u202edef"}')
    '{"title": "abc\\u202edef"}'
    """
    return STEERING.sub(lambda match: json.dumps(match.group())[1:-1], text)


def one_line(text: str) -> str:
    """The text on one line, harmless.

    >>> one_line("  two\\n\\tlines ")
    'two lines'
    """
    return harmless((SPACES.sub(" ", text) if "  " in text or not text.isprintable() else text).strip())


def cut_to_fit(text: str, width: int) -> str:
    """The text on one line of at most ``width`` characters, cut at a word where it can be.

    >>> cut_to_fit("The base was handed over on Friday.", 20)
    'The base was handed…'
    """
    line = one_line(text)
    if len(line) <= width:
        return line
    if width < 2:
        return "…"[:width]
    head = line[: width - 1]
    at_word = head.rpartition(" ")[0] if line[width - 1] != " " else head
    return (at_word if len(at_word) > width // 2 else head).rstrip(" ,;:") + "…"


def cut_around(text: str, begin: int, end: int, width: int) -> str:
    """The part of a text around ``[begin, end)`` on one line of at most ``width`` characters.

    >>> cut_around("VALE (Wire) — The ministry said on Friday that it would send 300 soldiers north.", 61, 73, 40)
    '…that it would send 300 soldiers north.'
    """
    before, after = (harmless(SPACES.sub(" ", part)) for part in (text[:begin].lstrip(), text[begin:].rstrip()))
    if len(before) + len(after) <= width or width < 8:
        return cut_to_fit(text, width)
    wanted = min(end - begin + 8, width // 2)
    room = width - min(max(wanted, width // 3), len(after)) - 1
    if len(before) <= room:
        return cut_to_fit(text, width)
    head = before[len(before) - room :]
    return cut_to_fit(f"…{head.partition(' ')[2] or head}{after}", width)


def web_address(url: str | None) -> str | None:
    """The address where it is one of the web, ``None`` for anything else: only such addresses are linked.

    >>> web_address("https://news.example/a?b=1"), web_address("javascript:alert(1)"), web_address(None)
    ('https://news.example/a?b=1', None, None)
    """
    return url if url and WEB.fullmatch(url) else None


WEB = re.compile(r"https?://[^\s<>\"'`\\\x00-\x20]+", re.IGNORECASE)


def _sign(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match.group()):04X}⟩"
