"""From bytes to text: UTF-8 and UTF-16, a declared encoding, or one that can be told from the bytes."""

from __future__ import annotations

import codecs
import unicodedata

from charset_normalizer import from_bytes

from onrecord.readers.limits import DETECTION_SAMPLE

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark opens this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WESTERN = "cp1252"
LATIN_NAMES = frozenset(["iso8859-1", "ascii"])
NEARLY_ASCII = 0.95
"""Share of ASCII bytes from which text that is not UTF-8 is taken for Windows-1252: a few accents and curly quotes."""

BINARY = "binary data, not text. Convert it to text, HTML, PDF or JSON first."
UNTOLD = "its encoding cannot be told. Save it as UTF-8 and read it again."


class Undecodable(ValueError):
    """Bytes that give no text; the message says why."""


def decode(data: bytes, *, declared: str | None = None) -> str:
    """The text that ``data`` holds, its byte order mark taken off; raises ``Undecodable``.

    >>> decode("café".encode("utf-16")), decode(b"\\xef\\xbb\\xbfplain")
    ('café', 'plain')
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], name)
    if b"\0" in data:
        raise Undecodable(BINARY)
    text = _utf8(data)
    if text is None:
        text = _decode_as(data, declared) if declared else None
    if text is None:
        text = _detect(data)
    if not _is_text(text):
        raise Undecodable(BINARY)
    return text


def _strictly(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise Undecodable(f"it says that it is {name.upper()}, and byte {error.start} is not. Save it as UTF-8.") from error


def _utf8(data: bytes) -> str | None:
    """UTF-8; a character that the end of the file cuts in two is left out, as in a download that broke off."""
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(data, final=False)
    except UnicodeDecodeError:
        return None


def _decode_as(data: bytes, name: str) -> str | None:
    """The text in an encoding that the file names; what is called Latin-1 is Windows-1252, as in every browser."""
    try:
        known = codecs.lookup(name).name
        return data.decode(WESTERN if known in LATIN_NAMES else known)
    except (LookupError, ValueError):
        return None


def _detect(data: bytes) -> str:
    sample = _sample(data)
    if sum(byte < 128 for byte in sample) >= NEARLY_ASCII * len(sample):
        text = _decode_as(data, WESTERN)
        if text is not None:
            return text
    best = from_bytes(sample).best()
    text = _decode_as(data, best.encoding) if best is not None else None
    if text is None:
        raise Undecodable(UNTOLD)
    return text


def _sample(data: bytes) -> bytes:
    """A stretch of the bytes around the first that is not ASCII."""
    first = next((at for at, byte in enumerate(data) if byte >= 128), 0)
    begin = max(0, first - DETECTION_SAMPLE // 2)
    return data[begin : begin + DETECTION_SAMPLE]


def _is_text(text: str) -> bool:
    """Whether control characters and code points that mean nothing are as rare as in text."""
    sample = text[:DETECTION_SAMPLE]
    odd = sum(unicodedata.category(char) in ("Cc", "Cn", "Co") and char not in "\t\n\r\f\v\x1b\x85" for char in sample)
    return odd * 100 <= len(sample)
