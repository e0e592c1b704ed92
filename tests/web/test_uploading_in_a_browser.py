"""Files given to the page Add in a real browser: read, looked at with their claims, and stored."""

from __future__ import annotations

import json

import pytest
from evals.browser import serving

from onrecord.ledger import Ledger
from web.looking import Look

WORDS = "The United States has 2,500 soldiers in Iraq. It will cut them to 2,000 by May 31."
FILES = {
    "report.txt": WORDS,
    "report.html": f"<!DOCTYPE html><html><head><title>Forces</title></head><body><article><p>{WORDS}</p></article><script>alert(1)</script></body></html>",
    "reports.jsonl": "\n".join(
        json.dumps({"id": f"r{n}", "text": WORDS.replace("2,500", f"2,{n}00"), "published": "2021-03-04"}) for n in (6, 7)
    ),
}


def pdf_of(words):
    """A small PDF with one line of text."""
    text = f"BT /F1 11 Tf 40 700 Td ({words}) Tj ET".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    return out + head + table + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, len(out))


@pytest.mark.parametrize("name", [*FILES, "report.pdf"])
def test_a_file_is_read_looked_at_and_stored(browser, tmp_path, name):
    ledger, given = tmp_path / "valley.db", tmp_path / name
    Ledger.create(ledger).close()
    given.write_bytes(pdf_of(WORDS) if name == "report.pdf" else FILES[name].encode())
    with serving(ledger) as base:
        context = browser.new_context()
        look = Look(context.new_page(), base)
        page = look.at("/add")
        page.set_default_timeout(60_000)
        page.set_input_files("input[type=file]", str(given))
        if not name.endswith("jsonl"):
            page.fill("[name=published]", "2021-03-04")
        page.get_by_role("button", name="Read").click()
        page.wait_for_selector("[name=draft]", state="attached")
        assert page.get_by_text("soldiers in Iraq").first.is_visible()
        with Ledger.open(ledger, readonly=True) as book:
            assert book.claims() == []
        page.get_by_role("button", name="Store").first.click()
        page.wait_for_load_state()
        look.until("!document.querySelector('[name=draft]')")
        with Ledger.open(ledger, readonly=True) as book:
            levels = {entry.claim.quantity.value for entry in book.claims(kind="force_level")}
        assert levels == ({2600, 2700} if name.endswith("jsonl") else {2500})
        assert (look.complaints, look.strangers()) == ([], [])
        context.close()
