"""From a draft to a report: the text is fixed, the date and the id are settled, and the passages of the text are marked."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

from onrecord.errors import UnreadableReport
from onrecord.model import Report, fix_text
from onrecord.readers.dateline import find_dateline
from onrecord.readers.draft import Draft, Origin
from onrecord.readers.language import find_language, language_code
from onrecord.readers.limits import MAX_FIELD, MAX_ID, MAX_TEXT
from onrecord.readers.published import read_published
from onrecord.readers.repeats import find_repeats

SURROGATE = re.compile(r"[\ud800-\udfff]")
CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]+")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
WEB = re.compile(r"https?://|ftp://", re.IGNORECASE)


@dataclass(slots=True)
class Ids:
    """The ids given out in one run, with the texts that have them: no two texts get the same."""

    taken: dict[str, str] = field(default_factory=dict)

    def settle(self, wanted: str, text_hash: str) -> str:
        """``wanted`` for the first text that asks for it and for the same text again, else ``wanted`` with the text's hash."""
        if self.taken.setdefault(wanted, text_hash) == text_hash:
            return wanted
        return f"{wanted}-{text_hash[:12]}"


def finish(draft: Draft, origin: Origin, ids: Ids, *, published: str | None) -> Report | UnreadableReport:
    """The report that a draft gives; ``published`` is its date where the draft has none."""
    if len(draft.text) > MAX_TEXT:
        return UnreadableReport(
            draft.where, f"its text has {len(draft.text):,} characters; up to {MAX_TEXT:,} are read. Split it."
        )
    text = fix_text(draft.text)
    why = _why_unusable(text, draft)
    if why:
        return UnreadableReport(draft.where, why)
    day = read_published(draft.published) if draft.published and draft.published.strip() else published
    if draft.published and draft.published.strip() and day is None:
        return UnreadableReport(
            draft.where,
            f"its publication date {_short(draft.published)!r} is no date. Write it as YYYY-MM-DD, YYYY-MM or YYYY, or leave it out.",
        )
    text_hash = hashlib.sha256(text.encode()).hexdigest()
    fallback = f"{origin.stem}-{text_hash[:12]}" if draft.is_entry else origin.stem
    return Report(
        id=ids.settle((draft.id or "").strip() or fallback, text_hash),
        text=text,
        title=line_of(draft.title),
        published=day,
        outlet=line_of(draft.outlet),
        author=line_of(draft.author),
        url=address_of(draft.url),
        dateline=find_dateline(text),
        repeats=find_repeats(text),
        language=language_code(draft.language or "") or find_language(text),
        path=origin.where,
        corrects=line_of(draft.corrects),
    )


def _why_unusable(text: str, draft: Draft) -> str | None:
    if not text.strip():
        return "it holds no text."
    half = SURROGATE.search(text)
    if half:
        return f"character {half.start()} of its text is half a character (a broken emoji?). Export it again as UTF-8."
    if "\0" in text:
        return f"character {text.index(chr(0))} of its text is NUL, as in binary data. Export it again as text."
    if len(draft.id or "") > MAX_ID or SURROGATE.search(draft.id or ""):
        return f"its id cannot be kept: it is longer than {MAX_ID} characters or has a broken one. Give it another."
    return None


def line_of(value: str | None) -> str | None:
    """A field of metadata on one line, without control characters and of bounded length."""
    return " ".join(CONTROL.sub(" ", fix_text((value or "")[: 4 * MAX_FIELD])).split())[:MAX_FIELD].rstrip() or None


def address_of(value: str | None) -> str | None:
    """An address that can be shown as a link: of the web, or without a scheme; a script is none."""
    address = line_of(value)
    return None if address and SCHEME.match(address) and not WEB.match(address) else address


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:57] + "…"
