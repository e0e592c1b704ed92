from __future__ import annotations

import io

import pytest
from reportlab.lib import pdfencrypt
from reportlab.pdfgen import canvas

from onrecord.readers.pdf import join_lines

LINES = [
    "BAGHDAD (Sample Wire) - The council said on Monday that it would begin the deploy-",
    "ment of a US-",
    "led force of some 300 guards to the old camp in the valley, and that it would go on",
    "for weeks.",
    "Nobody said why.",
]


def pdf(*pages, encrypt=None, **metadata):
    out = io.BytesIO()
    page = canvas.Canvas(out, encrypt=encrypt)
    for name, value in metadata.items():
        getattr(page, f"set{name.title()}")(value)
    for lines in pages:
        for number, line in enumerate(lines):
            page.drawString(40, 800 - 14 * number, line)
        page.showPage()
    page.save()
    return out.getvalue()


def test_the_lines_of_a_pdf_are_joined_to_paragraphs(read):
    report = read(
        pdf(LINES, ["The second page."], title="Camp", author="Jane Roe"), name="camp.pdf", published="2020-09"
    ).report
    assert report.text == (
        "BAGHDAD (Sample Wire) - The council said on Monday that it would begin the deployment of a US-led force of "
        "some 300 guards to the old camp in the valley, and that it would go on for weeks.\nNobody said why.\nThe second page."
    )
    assert (report.id, report.title, report.author) == ("camp", "Camp", "Jane Roe")


def test_the_day_on_which_a_pdf_was_made_is_not_its_date(read):
    report = read(pdf(LINES), name="camp.pdf").report
    assert (report.published, report.title, report.author) == (None, None, None)


def test_a_pdf_is_known_by_its_content(read):
    assert read(pdf(LINES), name="camp.dat").report.text.startswith("BAGHDAD")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (pdf([]), "OCR"),
        (pdf(LINES, encrypt=pdfencrypt.StandardEncryption("secret")), "password"),
        (pdf(LINES)[:700], "damaged"),
        (b"%PDF-1.7\nrubbish", "damaged"),
        (b"no pdf at all", "damaged"),
    ],
)
def test_a_pdf_that_gives_no_text_says_why(read, data, why):
    assert why in read(data, name="camp.pdf").error.why


def test_a_pdf_of_too_many_pages_is_refused(read, monkeypatch):
    monkeypatch.setattr("onrecord.readers.pdf.MAX_PDF_PAGES", 2)
    assert "3 pages" in read(pdf(LINES, LINES, LINES), name="camp.pdf").error.why


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["the long\ufffeterm plan, a long-term one"], "the long-term plan, a long-term one"),
        (["the deploy\ufffement"], "the deployment"),
        (["a 40\ufffeday truce and a US\ufffeled force"], "a 40-day truce and a US-led force"),
        (
            ["it went on for quite some time and a 40-", "day truce came"],
            "it went on for quite some time and a 40-day truce came",
        ),
        (
            ["it went on for quite some time;", "• the first", "• the second"],
            "it went on for quite some time;\n• the first\n• the second",
        ),
        (["one", "", "two"], "one\ntwo"),
        ([], ""),
    ],
)
def test_broken_words_are_mended(lines, text):
    assert join_lines(["\n".join(lines)]) == text
