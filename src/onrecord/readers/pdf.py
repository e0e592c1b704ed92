"""PDF files: the text of their pages, with the lines of the printed page joined to paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing

from pypdfium2 import PdfDocument, PdfiumError
from pypdfium2.raw import FPDF_ERR_PASSWORD

from onrecord.errors import UnreadableReport
from onrecord.readers.draft import Draft, Origin
from onrecord.readers.limits import MAX_PDF_PAGES, MAX_TEXT

HYPHEN = "\ufffe"
"""What PDFium writes for a hyphen at the end of a printed line; the next line follows at once."""
FULL = 0.75
"""Share of the usual width from which a line runs on into the next."""
BROKEN = re.compile(rf"(\w*){HYPHEN}(\w*)")
HARD_HYPHEN = re.compile(r"\w-$")
ITEM = re.compile(r"[•▪–—*-]\s|\(?\d{1,3}[.)]\s")
PLACEHOLDERS = frozenset(["untitled", "(unspecified)", "unspecified", "(anonymous)", "anonymous", "unknown"])


def read_pdf(data: bytes, origin: Origin) -> Iterator[Draft | UnreadableReport]:
    """The one report of a PDF; a page that cannot be read is told, and the others make the report.

    The day on which a PDF file was made is not the day on which its text was published, and is not taken for it.
    """
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        locked = getattr(error, "err_code", None) == FPDF_ERR_PASSWORD
        yield origin.unreadable(
            "a PDF locked with a password. Save a copy without one, then read that."
            if locked
            else "a damaged PDF, or none at all. Fetch it again, or print it to a new PDF."
        )
        return
    with closing(document):
        yield from _read_document(document, origin)


def _read_document(document: PdfDocument, origin: Origin) -> Iterator[Draft | UnreadableReport]:
    count = len(document)
    if count > MAX_PDF_PAGES:
        yield origin.unreadable(f"a PDF of {count:,} pages; up to {MAX_PDF_PAGES:,} are read. Split it into its reports.")
        return
    pages: list[str] = []
    size = 0
    for number in range(count):
        try:
            pages.append(_page_text(document, number))
        except PdfiumError:
            yield origin.unreadable("this page is damaged and was left out; the others were read.", f"page {number + 1}")
            continue
        size += len(pages[-1])
        if size > MAX_TEXT:
            break  # the limit on a report's text says the rest
    if not any(page.strip() for page in pages):
        yield origin.unreadable("a PDF without text (scanned pages?). Run it through OCR first, then read the result.")
        return
    known = document.get_metadata_dict()
    yield Draft(origin.where, join_lines(pages), title=_metadata(known.get("Title")), author=_metadata(known.get("Author")))


def _page_text(document: PdfDocument, number: int) -> str:
    with closing(document[number]) as page, closing(page.get_textpage()) as text_page:
        return str(text_page.get_text_range()).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _metadata(value: str | None) -> str | None:
    value = (value or "").strip()
    return None if not value or value.lower() in PLACEHOLDERS else value


def join_lines(pages: list[str]) -> str:
    """The pages' text with printed lines joined to paragraphs: a line that is nearly full runs on into the next.

    >>> join_lines(["The council said that it would\\nsend 300 men to the old camp in\\nthe valley.\\nNobody said why."])
    'The council said that it would send 300 men to the old camp in the valley.\\nNobody said why.'
    """
    widths = sorted(len(line) for page in pages for line in page.replace(HYPHEN, "\n").split("\n") if line.strip())
    usual = widths[len(widths) * 9 // 10] if widths else 0
    words = frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)+|[^\W\d_]+", "\n".join(pages).lower()))
    return "\n".join(part for page in pages for part in _paragraphs(page.split("\n"), usual, words))


def _paragraphs(lines: list[str], usual: int, words: frozenset[str]) -> Iterator[str]:
    parts: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        mended = BROKEN.sub(lambda found: _mended(found.group(1), found.group(2), words), line.strip())
        parts.append(mended)
        if _runs_on(line, following.strip(), usual):
            parts.append("" if HARD_HYPHEN.search(mended) else " ")
            continue
        paragraph = "".join(parts).strip()
        if paragraph:
            yield paragraph
        parts = []


def _mended(before: str, after: str, words: frozenset[str]) -> str:
    """A word that the page broke: "deploy-ment" is one, "US-led" keeps its hyphen, and so does what has one elsewhere."""
    whole, hyphened = before + after, f"{before}-{after}"
    one_word = before.isalpha() and before[1:].islower() and after.islower()
    return whole if one_word and (whole.lower() in words or hyphened.lower() not in words) else hyphened


def _runs_on(line: str, following: str, usual: int) -> bool:
    """Whether the paragraph goes on in the next line: this one is nearly full, and the next is not an item of a list."""
    if not line.strip() or not following or ITEM.match(following):
        return False
    return len(line.rpartition(HYPHEN)[2]) >= FULL * usual
