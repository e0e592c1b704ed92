"""A report: the fixed text that all offsets mean, and what is known of where it comes from."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass

from onrecord.model.dates import is_partial_date
from onrecord.model.span import Span


def fix_text(text: str) -> str:
    """The text that a report keeps: NFC, line ends as ``\\n``, and nothing else.

    >>> fix_text("cafe\\u0301\\r\\nnext")
    'café\\nnext'
    """
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and by whom a report was filed: "BAGHDAD (Sample Wire) —". ``span`` covers the line's head with its dash."""

    span: Span
    place: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One report. ``text`` is fixed at reading (see ``fix_text``); ``published`` is a partial ISO date or ``None``.

    ``repeats`` are passages that stand in the text a second time: they are kept and make no claims. ``language`` is an
    ISO 639-1 code, ``und`` where it cannot be told. ``path`` says where it was read from. ``corrects`` is the id of an
    earlier report that this one corrects, as its metadata gives it.
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    dateline: Dateline | None = None
    repeats: tuple[Span, ...] = ()
    language: str = "en"
    path: str | None = None
    corrects: str | None = None

    def __post_init__(self) -> None:
        if not self.id.strip():
            raise ValueError("a report needs an id")
        if not self.text.strip():
            raise ValueError(f"report {self.id!r} has no text")
        if self.text != fix_text(self.text):
            raise ValueError(f"the text of report {self.id!r} is not fixed: pass it through fix_text once, at reading")
        if self.published is not None and not (is_partial_date(self.published) and self.published[0] != "X"):
            raise ValueError(f"report {self.id!r} is published on {self.published!r}, which is not a date")
        for span in (*self.repeats, *([self.dateline.span] if self.dateline else [])):
            if span.end > len(self.text):
                raise ValueError(f"span {span} lies beyond the text of report {self.id!r}")

    @property
    def hash(self) -> str:
        """SHA-256 of the text in UTF-8, in hexadecimal: two reports with the same words have the same hash."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def is_english(self) -> bool:
        """Whether claims can be read from it."""
        return self.language == "en"
