"""Files of claims as JSON lines, with what is wrong in a line told by file, line and field."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import BadScoringInput
from onrecord.model import Kind, Status
from onrecord.scoring.agreement import NUMBERS

Row = Mapping[str, Any]
MISSING = object()


@dataclass(frozen=True, slots=True)
class Listing:
    """A report that the gold covers: what begins at ``until`` (a character offset) or behind it is not annotated."""

    doc: str
    until: int | None = None


def read_claim_lines(path: Path) -> list[dict[str, Any]]:
    """The claims of a file in the ledger's form, gold or given. Raises ``BadScoringInput`` at the first line that is none."""
    rows = []
    for where, row in _objects(path):
        if problem := _problem_of(row):
            raise BadScoringInput(where, *problem)
        rows.append(row)
    return rows


def read_listing(path: Path) -> list[Listing]:
    """The reports that a gold covers, from lines with ``doc`` and, where only a beginning is annotated, ``annotated_until``."""
    out = []
    for where, row in _objects(path):
        if not isinstance(row.get("doc"), str):
            raise BadScoringInput(where, "no `doc`", "Give the report's id as a text.")
        until = row.get("annotated_until")
        if until is not None and not _is_number(until):
            raise BadScoringInput(where, f"`annotated_until` is {until!r}", "Give an offset in characters, or null for all.")
        out.append(Listing(row["doc"], until))
    return out


def _objects(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The JSON objects of a file, each with the place to name where something is wrong with it."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise BadScoringInput(str(path), f"cannot be read ({problem})", "Give a file of JSON lines in UTF-8.") from None
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"{path}, line {number}"
        try:
            row = json.loads(line)
        except ValueError as problem:
            raise BadScoringInput(where, f"no JSON ({problem})", "Write one claim a line, as `onrecord export` does.") from None
        if not isinstance(row, dict):
            raise BadScoringInput(where, f"a {type(row).__name__}, not an object", "Write one claim a line, in braces.")
        yield where, row


def _problem_of(row: Row) -> tuple[str, str] | None:
    """What keeps a line from being a claim, and what to do about it."""
    if not isinstance(row.get("doc"), str) or not row["doc"]:
        return "no `doc`", "Give the report's id as a text."
    kind = row.get("kind")
    if kind not in list(Kind):
        return f"`kind` is {kind!r}", f"Write one of {', '.join(Kind)}."
    if not _is_span(row.get("evidence")):
        return f"`evidence` is {row.get('evidence')!r}", "Give [begin, end) in characters of the report's text."
    if not isinstance(row.get("args", {}), dict):
        return "`args` is no object", 'Write {"args": {NAME: VALUE}}.'
    for field in ("status", "status_alt"):
        for status in _each(row.get(field, MISSING)):
            if status not in list(Status):
                return f"`{field}` is {status!r}", f"Write one of {', '.join(Status)}."
    return _quantity_problem(row)


def _quantity_problem(row: Row) -> tuple[str, str] | None:
    for name in ("quantity", "quantity_alt", "time", "time_alt"):
        for value in _each(row.get(name)):
            if value is None:
                continue
            if not isinstance(value, dict):
                return f"`{name}` is {value!r}", "Write an object, or null."
            for field in NUMBERS if name.startswith("quantity") else ():
                number = value.get(field)
                if number is not None and not _is_number(number):
                    return f"`{name}` has {field} {number!r}", "Write numbers without quotation marks."
    return None


def _each(value: Any) -> list[Any]:
    return [] if value is MISSING else list(value) if isinstance(value, list) else [value]


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_span(value: Any) -> bool:
    match value:
        case [int(begin), int(end)]:
            return 0 <= begin < end
    return False
