"""Tables of the lexicon: rows of a CSV file, each checked as it is read."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from onrecord.errors import LexiconError

FOLDER = Path(__file__).parent
LARGEST = 20_000_000
"""Bytes of a table that a user may give."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row, by column; knows where it stands, for messages."""

    file: str
    line: int
    fields: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.fields[column]

    def bad(self, column: str, why: str) -> LexiconError:
        """The error to raise for a field that cannot be used."""
        return LexiconError(self.file, f"line {self.line}", column, why)

    def needed(self, column: str) -> str:
        """The field's words, which may not be missing."""
        value = self.fields[column].strip()
        if not value:
            raise self.bad(column, "is empty: every row needs it")
        return value

    def one_of(self, column: str, allowed: Sequence[str] | frozenset[str]) -> str:
        """The field's word, which must be one of the allowed ones."""
        value = self.needed(column)
        if value not in allowed:
            raise self.bad(column, f"{value!r} is none of {', '.join(sorted(allowed))}")
        return value

    def several(self, column: str) -> list[str]:
        """The parts of a field that are parted by bars."""
        value = self.fields[column]
        if not value:
            return []
        parts = value.split("|")
        if not all(part.strip() for part in parts):
            raise self.bad(column, f"{value!r} has an empty part between bars")
        return parts

    def country(self, column: str) -> str | None:
        """An ISO 3166 code of two letters, or ``None`` where the field is empty."""
        code = self.fields[column]
        if code and not (len(code) == 2 and code.isascii() and code.isalpha() and code.isupper()):
            raise self.bad(column, f"{code!r} is not an ISO 3166 code of two capital letters")
        return code or None

    def degrees(self, column: str, limit: int) -> float | None:
        """Degrees between ``-limit`` and ``limit``, or ``None`` where the field is empty."""
        text = self.fields[column]
        if not text:
            return None
        try:
            value = float(text)
        except ValueError:
            raise self.bad(column, f"{text!r} is not a number of degrees") from None
        if not -limit <= value <= limit:
            raise self.bad(column, f"{text} is not between -{limit} and {limit}")
        return value


def read_table(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of a CSV file with exactly these columns; lines are counted from 1, the heading's."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, strict=True)
        heading = next(reader, [])
        if heading != list(columns):
            raise LexiconError(path.name, "line 1", "heading", f"should be {','.join(columns)}")
        for cells in reader:
            if len(cells) != len(columns):
                where = columns[min(len(cells), len(columns) - 1)]
                raise LexiconError(
                    path.name, f"line {reader.line_num}", where, f"the row has {len(cells)} fields, not {len(columns)}"
                )
            yield Row(path.name, reader.line_num, dict(zip(columns, cells, strict=True)))


def read_own_table(path: Path, columns: Sequence[str], needed: Sequence[str]) -> Iterator[Row]:
    """The rows of a user's CSV file: some of these columns in any order, blank rows left out, cells stripped.

    Raises ``LexiconError`` where the file cannot be read or a row has more or fewer fields than the heading.
    """
    name = str(path)
    with _opened(path) as file:
        reader = csv.reader(file, strict=True)
        try:
            heading = [cell.strip() for cell in next(reader, [])]
            _check_heading(name, heading, columns, needed)
            for cells in reader:
                if not any(cell.strip() for cell in cells):
                    continue
                if len(cells) != len(heading):
                    where = heading[min(len(cells), len(heading) - 1)]
                    raise LexiconError(
                        name, f"line {reader.line_num}", where, f"the row has {len(cells)} fields, not {len(heading)}"
                    )
                given = dict(zip(heading, (cell.strip() for cell in cells), strict=True))
                yield Row(name, reader.line_num, dict.fromkeys(columns, "") | given)
        except csv.Error as error:
            raise LexiconError(name, f"line {reader.line_num}", "row", f"is no CSV: {error}") from None
        except UnicodeDecodeError:
            raise LexiconError(name, f"after line {reader.line_num}", "row", "is not UTF-8. Save the file as UTF-8") from None


def _opened(path: Path) -> TextIO:
    """The file, if it can be read and is not too large."""
    try:
        if path.stat().st_size > LARGEST:
            raise LexiconError(str(path), "file", "size", f"has more than {LARGEST // 1_000_000} MB. Cut it into several")
        return path.open(encoding="utf-8-sig", newline="")
    except OSError as error:
        raise LexiconError(str(path), "file", "name", f"{error.strerror or error}. Name a CSV file of names") from None


def _check_heading(name: str, heading: list[str], columns: Sequence[str], needed: Sequence[str]) -> None:
    """Refuses a heading with unknown, missing or doubled columns."""
    unknown = [column for column in heading if column not in columns]
    missing = [column for column in needed if column not in heading]
    if unknown:
        raise LexiconError(name, "line 1", unknown[0] or "heading", f"is no column. There are {', '.join(columns)}")
    if missing:
        raise LexiconError(name, "line 1", missing[0], "is missing from the heading")
    doubled = [column for column in heading if heading.count(column) > 1]
    if doubled:
        raise LexiconError(name, "line 1", doubled[0], "stands twice in the heading")
