"""Reports that somebody pasted or uploaded: read, shown with their claims, and kept for a while until they are stored or discarded."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections import OrderedDict
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import TYPE_CHECKING

from onrecord.errors import BadQuestion, InvalidDate, UnreadableReport, UploadTooLarge
from onrecord.model import Claim, Entry, Report, ReportCard, is_partial_date
from onrecord.web.bodies import Given, Upload

if TYPE_CHECKING:
    from onrecord.pipeline import Extractor

KEPT = 16
"""Drafts that are kept; of more the oldest go."""
MOST_REPORTS = 100
MOST_TEXT = 400_000
"""Characters of all reports of one draft."""
PLAIN = re.compile(r"[^\w.()+-]+")


@dataclass(frozen=True, slots=True)
class Draft:
    """What one upload gave: reports with their claims, and what could not be read with the reason."""

    id: str
    read: tuple[tuple[Report, tuple[Claim, ...]], ...]
    unread: tuple[tuple[str, str], ...] = ()

    @property
    def claims(self) -> int:
        """How many claims its reports make."""
        return sum(len(claims) for _, claims in self.read)

    def entries(self) -> list[tuple[Report, list[Entry]]]:
        """Its reports with their claims as a page shows them."""
        return [
            (report, [Entry(claim, _card(report), claim.evidence.cut(report.text)) for claim in claims])
            for report, claims in self.read
        ]


class Drafts:
    """The drafts of one server, in memory alone."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Draft] = OrderedDict()
        self._lock = Lock()
        self._extractor: Extractor | None = None

    def get(self, id: str) -> Draft | None:
        """A draft, while it is kept."""
        return self._kept.get(id)

    def discard(self, id: str) -> None:
        """Forget a draft."""
        self._kept.pop(id, None)

    def read(self, given: Given) -> Draft:
        """Read what was pasted or uploaded, one after the other; it is kept until it is stored, discarded, or others push it out."""
        upload = given.upload or _pasted(given.one("text"))
        reports, unread = _reports_of(upload, given)
        with self._lock:
            read = tuple((report, tuple(self._claims_of(report))) for report in reports)
            draft = Draft(secrets.token_urlsafe(12), read, unread)
            self._kept[draft.id] = draft
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return draft

    def _claims_of(self, report: Report) -> list[Claim]:
        from onrecord.pipeline import Extractor

        if self._extractor is None:
            self._extractor = Extractor()
        return self._extractor.claims(report)


def _pasted(text: str) -> Upload:
    if not text:
        raise BadQuestion("text", "there is nothing to read", "Paste the text of a report, or choose a file.")
    data = text.encode("utf-8", "replace")
    return Upload(f"pasted-{hashlib.sha256(data).hexdigest()[:12]}.txt", data)


def _reports_of(upload: Upload, given: Given) -> tuple[list[Report], tuple[tuple[str, str], ...]]:
    """The reports of a file as the readers give them, with the date, title, outlet and address that were said."""
    from onrecord.readers import read_file

    day = given.one("published") or None
    if day is not None and not (is_partial_date(day) and day[0] != "X"):
        raise InvalidDate(day, "published")
    name = PLAIN.sub("-", Path(upload.name.replace("\\", "/")).name)[-100:].strip("-.") or "report.txt"
    reports: list[Report] = []
    unread: list[tuple[str, str]] = []
    with TemporaryDirectory(prefix="onrecord-") as folder:
        path = Path(folder) / name
        path.write_bytes(upload.data)
        for found in read_file(path, published=day):
            if isinstance(found, UnreadableReport):
                unread.append((found.where.replace(str(path), name), found.why))
            else:
                reports.append(replace(found, path=name))
            _expect_few(reports)
    return [_told(report, given, alone=len(reports) == 1) for report in reports], tuple(unread)


def _expect_few(reports: list[Report]) -> None:
    if len(reports) > MOST_REPORTS:
        raise UploadTooLarge("A file of so many reports", f"{MOST_REPORTS} reports")
    if sum(len(report.text) for report in reports) > MOST_TEXT:
        raise UploadTooLarge("So long a text", f"{MOST_TEXT:,} characters")


def _told(report: Report, given: Given, *, alone: bool) -> Report:
    """The report with what was said of it: of one that comes alone that goes before what the file says, of several it fills gaps."""
    from onrecord.readers.finish import address_of, line_of

    said = {
        "title": line_of(given.one("title")),
        "outlet": line_of(given.one("outlet")),
        "url": address_of(given.one("url")),
        "published": given.one("published") or None,
    }
    filled = {name: value for name, value in said.items() if value and (alone or getattr(report, name) is None)}
    return replace(report, **filled)  # type: ignore[arg-type]


def _card(report: Report) -> ReportCard:
    return ReportCard(report.id, report.title, report.published, report.outlet, report.url)
