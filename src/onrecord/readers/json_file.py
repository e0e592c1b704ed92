"""JSON (one object or a list of them) and JSON lines, with the keys ``id, title, text, published, outlet, url`` and a few more."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.errors import UnreadableReport
from onrecord.readers.draft import Draft, Origin
from onrecord.readers.encoding import Undecodable, decode

FIELDS = ("title", "published", "outlet", "author", "url", "language", "corrects")
NAMES = {dict: "an object", list: "a list", str: "a text", int: "a number", float: "a number", bool: "true or false"}


class BadJson(ValueError):
    """What stands in the file or line is not what a report needs; the message says why."""


def read_json(data: bytes, origin: Origin) -> Iterator[Draft | UnreadableReport]:
    """The reports of a JSON file: one object, a list of them, or, under this ending too, one on each line."""
    try:
        value = _parse(decode(data))
    except Undecodable as error:
        yield origin.unreadable(str(error))
        return
    except BadJson as error:
        if _is_lines(data):
            yield from read_jsonl(data, origin)
        else:
            yield origin.unreadable(str(error))
        return
    if isinstance(value, list):
        if not value:
            yield origin.unreadable("an empty list: it holds no report.")
        for number, row in enumerate(value, start=1):
            yield _draft_or_error(row, origin, f"entry {number}")
    else:
        yield _draft_or_error(value, origin, "")


def read_jsonl(data: bytes, origin: Origin) -> Iterator[Draft | UnreadableReport]:
    """The reports of a file of JSON lines; a line with a hole in it costs that line only, and blank lines nothing."""
    for number, line in enumerate(_lines(data), start=1):
        if not line.strip():
            continue
        try:
            value = _parse(decode(line) if isinstance(line, bytes) else line)
        except (BadJson, Undecodable) as error:
            yield origin.unreadable(str(error), f"line {number}")
            continue
        yield _draft_or_error(value, origin, f"line {number}")


def _lines(data: bytes) -> Sequence[bytes | str]:
    """The lines, split before decoding, so that one in a wrong encoding spoils no other; UTF-16 must be decoded first."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return decode(data).split("\n")
        except Undecodable:
            pass  # then each line says so
    return data.split(b"\n")


def _is_lines(data: bytes) -> bool:
    """Whether the first line is a whole JSON object and more follows."""
    first, _, rest = data.strip().partition(b"\n")
    try:
        return bool(rest.strip()) and isinstance(_parse(decode(first)), dict)
    except (BadJson, Undecodable):
        return False


def _parse(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise BadJson(f"no JSON: {error.msg} at line {error.lineno}, column {error.colno}. Mend it there.") from error
    except RecursionError as error:
        raise BadJson("JSON nested too deep to be a report.") from error
    except ValueError as error:  # a number of more digits than Python reads
        raise BadJson(f"no JSON that can be read: {error}.") from error


def _draft_or_error(row: Any, origin: Origin, entry: str) -> Draft | UnreadableReport:
    try:
        return _draft(row, origin, entry)
    except BadJson as error:
        return origin.unreadable(str(error), entry)


def _draft(row: Any, origin: Origin, entry: str) -> Draft:
    if not isinstance(row, dict):
        raise BadJson(f'{_kind(row)} where a report is expected. Write {{"id": …, "text": …, "published": …}}.')
    text = row.get("text")
    if text is None:
        raise BadJson('it has no "text".')
    if not isinstance(text, str):
        raise BadJson(f'its "text" is {_kind(text)}. Write it as a text in quotation marks.')
    fields = {name: _field(row, name) for name in FIELDS}
    where = f"{origin.where}, {entry}" if entry else origin.where
    return Draft(where, text, id=_id(row.get("id")), is_entry=bool(entry), **fields)


def _field(row: dict[str, Any], name: str) -> str | None:
    """A field's text; several authors are joined. An empty one is one that is missing."""
    value = row.get(name)
    if name == "author" and isinstance(value, list) and all(isinstance(one, str) for one in value):
        value = ", ".join(value)
    if value is not None and not isinstance(value, str):
        raise BadJson(f'its "{name}" is {_kind(value)}. Write it as a text in quotation marks.')
    return value or None


def _id(value: Any) -> str | None:
    """The id; a whole number is taken as its digits, as exports from tables have it."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if value.bit_length() < 200 else None
    if value is not None and not isinstance(value, str):
        raise BadJson(f'its "id" is {_kind(value)}. Write it as a text in quotation marks.')
    return value or None


def _kind(value: Any) -> str:
    return NAMES.get(type(value), "null")
