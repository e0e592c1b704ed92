"""What a format's reader hands on: the parts of a report as they were found, before text, date and id are settled."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import UnreadableReport


@dataclass(frozen=True, slots=True)
class Draft:
    """The parts of one report. ``where`` names file and entry; ``published`` is still in the words of the file."""

    where: str
    text: str
    id: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    corrects: str | None = None
    is_entry: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that is being read. ``where`` and ``stem`` are printable even where the file system's bytes are not UTF-8."""

    path: Path

    @property
    def where(self) -> str:
        """The path as messages write it."""
        return _printable(str(self.path))

    @property
    def stem(self) -> str:
        """The file's name without its ending (both endings of ``page.html.gz``): the id of a report that has none."""
        name = self.path.name
        name = name[:-3] if name.lower().endswith(".gz") and len(name) > 3 else name
        return _printable(Path(name).stem).strip() or "report"

    @property
    def ending(self) -> str:
        """The ending in small letters, without its dot and without ``.gz``; empty where there is none."""
        suffixes = [suffix.lower() for suffix in self.path.suffixes]
        if suffixes and suffixes[-1] == ".gz":
            suffixes.pop()
        return suffixes[-1][1:] if suffixes else ""

    def unreadable(self, why: str, entry: str = "") -> UnreadableReport:
        """The error for this file, or for an entry of it ("line 3")."""
        return UnreadableReport(f"{self.where}, {entry}" if entry else self.where, why)


def _printable(name: str) -> str:
    return name.encode("utf-8", "replace").decode("utf-8")
