"""Readers: from files to reports. What gives no report is told beside those that do, and the rest is still read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.errors import UnreadableReport
from onrecord.model import Report
from onrecord.readers.files import Run
from onrecord.readers.published import check_published
from onrecord.readers.sniff import TYPES_READ

__all__ = ["TYPES_READ", "read_file", "read_reports"]


def read_reports(paths: Iterable[Path], *, published: str | None = None) -> Iterator[Report | UnreadableReport]:
    """The reports of all files and folders under ``paths``, and an ``UnreadableReport`` for each file or entry without one.

    The errors are yielded, not raised. ``published`` is a partial ISO date for the reports that bear none: plain text and PDF
    files without metadata, pages without a date in their markup, entries without a date. A date that a report bears stays.
    Raises ``InvalidDate`` at once where ``published`` is none.

    Ids are those that the files give, else the file's name without its ending; for an entry of a feed or a list, that name
    with a hash of the text. Where two texts of one run would have the same id, the later one gets its hash added.
    """
    return Run(check_published(published)).read_paths(paths)


def read_file(path: Path, *, published: str | None = None) -> Iterator[Report | UnreadableReport]:
    """The reports of one file, as ``read_reports`` gives them."""
    return Run(check_published(published)).read_file(Path(path))
