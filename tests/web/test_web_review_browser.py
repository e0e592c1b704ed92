"""A whole report of the demo ledger reviewed by keys alone, in a real browser."""

from __future__ import annotations

import shutil
import time

import pytest
from evals.browser import serving

from onrecord.ledger import Ledger, judgements_of, waiting

REPORT = "2020-12-24-embassy-rockets"
MOST_SECONDS = 120


@pytest.fixture
def ledger(demo, tmp_path):
    path = tmp_path / "reviewed.db"
    shutil.copy(demo.path, path)
    return path


@pytest.fixture
def page(ledger, browser):
    """A page of a browser that tells what went wrong in it."""
    with serving(ledger) as base:
        context = browser.new_context(base_url=base)
        shown = context.new_page()
        shown.set_default_timeout(60_000)
        wrong: list[str] = []
        shown.on("console", lambda told: wrong.append(told.text) if told.type in ("error", "warning") else None)
        shown.on("pageerror", lambda error: wrong.append(str(error)))
        shown.on("request", lambda asked: None if asked.url.startswith(base) else wrong.append(asked.url))
        yield shown
        context.close()
        assert wrong == []


def press(page, key):
    """A key that leads to another page, which is waited for."""
    with page.expect_navigation():
        page.keyboard.press(key)


def test_a_whole_report_is_reviewed_by_keys(page, ledger):
    with Ledger.open(ledger, readonly=True) as book:
        many = waiting(book, report=REPORT).left
    assert many > 4
    page.goto(f"/review?report={REPORT}")
    began = time.monotonic()
    page.keyboard.press("a")  # asks for the reviewer's name first
    page.keyboard.type("Anna Bell")
    page.keyboard.press("Escape")
    press(page, "a")
    press(page, "r")
    press(page, "u")
    press(page, "r")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    marked = page.locator("[data-marked]").inner_text().split("“")[1].rstrip("”")
    page.keyboard.press("1")
    field = page.locator('#judge [data-takes="1"]')
    assert field.input_value() == marked.rstrip(".,")
    field.press("Enter")
    page.wait_for_load_state()
    while page.locator("[data-at]").count():
        press(page, "a")
    assert "are ruled on" in page.locator("#results").inner_text()
    assert time.monotonic() - began < MOST_SECONDS
    with Ledger.open(ledger, readonly=True) as book:
        made = [one.judgement for one in judgements_of(book)]
    assert {one.by for one in made} == {"Anna Bell"}
    acts = [one.act.value for one in made]
    assert {name: acts.count(name) for name in ("reject", "undo", "correct")} == {"reject": 2, "undo": 1, "correct": 1}


def test_a_claim_is_split_by_keys(page, ledger, demo):
    claim = next(claim for claim in demo.claims() if claim.doc == REPORT and claim.kind.value == "force_level")
    page.goto(f"/review?at={claim.id}")
    page.keyboard.press("s")
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("1")
    second = page.locator('[name="other.actor"]')
    assert second.input_value() == page.locator("[data-marked]").inner_text().split("“")[1].rstrip("”")
    assert page.locator('[name="set.actor"]').input_value() == claim.arg("actor")
    second.press("Enter")
    assert page.locator("#by:invalid").count() == 1  # says who judges first
    page.locator("#by").fill("Anna Bell")
    page.locator('[name="set.quantity.value"]').evaluate("one => { one.closest('details').open = true; one.value = '2000'; }")
    with page.expect_navigation():
        second.press("Enter")
    with Ledger.open(ledger, readonly=True) as book:
        made = [one.judgement for one in judgements_of(book)]
    assert [one.act.value for one in made] == ["correct", "correct"]
    assert [(one.value.arg("actor"), one.value.quantity.value) for one in made] == [
        (claim.arg("actor"), 2000),
        (made[1].value.arg("actor"), claim.quantity.value),
    ]
    with page.expect_navigation():
        page.keyboard.press("u")
    with Ledger.open(ledger, readonly=True) as book:
        assert claim.id in {entry.claim.id for entry in book.claims(doc=REPORT)}


def test_words_are_marked_with_the_mouse_into_a_field(page, demo):
    claim = demo.claim().claim
    page.goto(f"/review?at={claim.id}")
    sentence = page.locator("[data-sentence]")
    sentence.evaluate("one => getSelection().selectAllChildren(one.querySelector('mark'))")
    words = page.locator("[data-sentence] mark").first.inner_text()
    page.locator(".takes button", has_text="place").click()
    assert page.locator('[name="set.place"]').input_value() == words.strip()


def test_the_words_of_a_time_fill_its_dates(page, demo, ledger):
    claim = next(claim for claim in demo.claims() if claim.time and claim.time.text == "by January 15")
    page.goto(f"/review?at={claim.id}")
    page.locator("details.correct > summary").click()
    for name in ("text", "start", "end"):
        page.locator(f'[name="set.time.{name}"]').fill("")
    page.evaluate(
        """() => { const text = document.querySelector("[data-sentence]").innerText, walker = document.createTreeWalker(
             document.querySelector("[data-sentence]"), NodeFilter.SHOW_TEXT);
             while (walker.nextNode()) { const at = walker.currentNode.data.indexOf("January 15");
               if (at >= 0) { getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 10); return; } } }"""
    )
    page.locator(".takes button", has_text="time: the words").click()
    page.locator("#taken", has_text="2021-01-15 (deadline)").wait_for()
    assert "as the report is of" in page.locator("#taken").inner_text()
    shown = {name: page.locator(f'[name="set.time.{name}"]').input_value() for name in ("text", "start", "end", "type")}
    assert shown == {"text": "by January 15", "start": "", "end": "2021-01-15", "type": "deadline"}
    with Ledger.open(ledger, readonly=True) as book:
        assert judgements_of(book) == ()  # nothing is kept until it is sent


def test_words_that_give_no_date_change_none(page, demo):
    claim = next(claim for claim in demo.claims() if claim.time and claim.time.text == "by January 15")
    page.goto(f"/review?at={claim.id}")
    page.locator("[data-sentence] mark").first.evaluate("one => getSelection().selectAllChildren(one)")
    page.locator(".takes button", has_text="time: the words").click()
    page.locator("#taken", has_text="give no date").wait_for()
    assert page.locator('[name="set.time.end"]').input_value() == "2021-01-15"


def test_keys_can_be_turned_off_and_stay_so(page):
    page.goto("/review")
    page.locator("[data-keys-on]").uncheck()
    page.reload()
    page.locator("h1").click()
    page.keyboard.press("e")
    assert not page.locator("details.correct").get_attribute("open")


def test_a_phone_shows_no_more_than_its_width(page):
    page.set_viewport_size({"width": 360, "height": 740})
    for address in ("/review", f"/review?of={REPORT}", "/add"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address
