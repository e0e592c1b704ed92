"""Files and folders: what lies under the paths that the user gave, and which reader each file needs."""

from __future__ import annotations

import gzip
import os
import stat
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.errors import UnreadableReport
from onrecord.model import Report
from onrecord.readers.draft import Draft, Origin
from onrecord.readers.finish import Ids, finish
from onrecord.readers.json_file import read_json, read_jsonl
from onrecord.readers.limits import MAX_FILE_BYTES, PAGES_PER_RESET
from onrecord.readers.pdf import read_pdf
from onrecord.readers.plain import read_plain
from onrecord.readers.sniff import ENDINGS, NO_FEED, TYPES_READ, Format, sniff


def _read_feed(data: bytes, origin: Origin) -> Iterator[Draft | UnreadableReport]:
    """Loads what reads feeds and pages only where there is one: it takes as long as a short report."""
    from onrecord.readers.feed import read_feed

    return read_feed(data, origin)


def _read_webpage(data: bytes, origin: Origin) -> Iterator[Draft | UnreadableReport]:
    from onrecord.readers.webpage import read_webpage

    return read_webpage(data, origin)


READERS: dict[Format, Callable[[bytes, Origin], Iterator[Draft | UnreadableReport]]] = {
    Format.TEXT: read_plain,
    Format.HTML: _read_webpage,
    Format.PDF: read_pdf,
    Format.JSON: read_json,
    Format.JSONL: read_jsonl,
    Format.FEED: _read_feed,
}
GZIP = b"\x1f\x8b"
SQLITE = b"SQLite format 3\x00"


@dataclass(slots=True)
class Run:
    """One reading of several files: the date for reports without one, the ids given out, the web pages seen."""

    published: str | None = None
    ids: Ids = field(default_factory=Ids)
    pages: int = 0

    def read_paths(self, paths: Iterable[Path]) -> Iterator[Report | UnreadableReport]:
        """All reports under the paths, in their order, folders in the order of names."""
        for path in map(Path, paths):
            if os.path.isdir(path):
                yield from self.read_folder(path)
            else:
                yield from self.read_file(path)

    def read_folder(self, folder: Path) -> Iterator[Report | UnreadableReport]:
        """All reports of a folder and the folders in it; a folder that has none says so."""
        readable = 0
        for found in walk(folder):
            if isinstance(found, UnreadableReport):
                yield found
                continue
            for result in self.read_file(found, in_folder=True):
                readable += isinstance(result, Report)
                yield result
        if not readable:
            yield Origin(folder).unreadable(f"a folder without a readable file. Read are {TYPES_READ}.")

    def read_file(self, path: Path, *, in_folder: bool = False) -> Iterator[Report | UnreadableReport]:
        """All reports of one file. A text of unknown ending is read where the user named it, and not in a folder."""
        origin = Origin(path)
        try:
            data = load(path, origin)
        except UnreadableReport as error:
            yield error
            return
        format_ = sniff(data, origin.ending)
        if format_ is None and not in_folder:
            format_ = Format.TEXT
        if format_ is None:
            yield origin.unreadable(f"a type of file that is not read. Read are {TYPES_READ}.")
            return
        if format_ is Format.HTML and ENDINGS.get(origin.ending) is Format.FEED:
            yield origin.unreadable(NO_FEED)
            return
        if format_ is Format.HTML:
            self._count_page()
        yield from self._finished(READERS[format_](data, origin), origin)

    def _finished(self, drafts: Iterator[Draft | UnreadableReport], origin: Origin) -> Iterator[Report | UnreadableReport]:
        for draft in drafts:
            if isinstance(draft, UnreadableReport):
                yield draft
            else:
                yield finish(draft, origin, self.ids, published=self.published)

    def _count_page(self) -> None:
        self.pages += 1
        if self.pages % PAGES_PER_RESET == 0:
            from onrecord.readers.webpage import reset_caches

            reset_caches()


def walk(folder: Path) -> Iterator[Path | UnreadableReport]:
    """The files under a folder in the order of their names; hidden files and ledgers are passed over, links to folders are not followed."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if not os.path.isdir(path):
            if not _is_database(path):
                yield path
        elif path.is_symlink() and path != folder:
            yield Origin(path).unreadable("a link to a folder, which is not followed. Name that folder itself.")
        else:
            try:
                names = sorted((name for name in os.listdir(path) if not name.startswith(".")), reverse=True)
            except OSError as error:
                yield Origin(path).unreadable(f"a folder that cannot be opened: {error.strerror}.")
                continue
            waiting.extend(path / name for name in names)


def _is_database(path: Path) -> bool:
    """Whether it is a ledger, or what SQLite keeps beside one while it is written."""
    for end in ("-wal", "-shm", "-journal"):
        if path.name.endswith(end):
            path = path.with_name(path.name.removesuffix(end))
            break
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        with path.open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except (OSError, ValueError):
        return False


def load(path: Path, origin: Origin) -> bytes:
    """The bytes of a file, unpacked where it is gzip; raises ``UnreadableReport``."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise origin.unreadable("a folder or a device, and no file that holds a report.")
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise origin.unreadable("there is no such file or folder. Check the path.") from error
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        raise origin.unreadable(f"it cannot be opened: {getattr(error, 'strerror', None) or error}.") from error
    if data.startswith(GZIP):
        data = _unpacked(path, origin)
    if len(data) > MAX_FILE_BYTES:
        raise origin.unreadable(f"larger than {MAX_FILE_BYTES / 1e6:.0f} MB. Split it into its reports.")
    if not data.strip():
        raise origin.unreadable("an empty file.")
    return data


def _unpacked(path: Path, origin: Origin) -> bytes:
    try:
        with gzip.open(path) as file:
            return file.read(MAX_FILE_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise origin.unreadable("a damaged gzip file. Fetch it again.") from error
