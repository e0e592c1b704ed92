"""The pages in a real Chromium: nothing complains, nobody else is asked, and what a reader does has its effect."""

from __future__ import annotations

import re

import pytest
from evals.browser import serving

from onrecord.ledger import Ledger
from web.looking import Look
from web.test_pages import ADDRESSES

LEVELS = "/levels?actor=US&place=Iraq"
FOOTPRINT = "/footprint?actor=US&place=Iraq&on=2020-12-13&known=2020-12-13"
PHONE = {"width": 360, "height": 740}


def addresses(demo):
    dispute = demo.json("/api/disputes")[0]
    one, other = (dispute[side]["entries"][0]["id"] for side in ("one", "other"))
    return [*ADDRESSES, f"/claims/{one}", f"/compare?one={one}&other={other}", "/levels"]


@pytest.mark.parametrize("n", range(len(ADDRESSES) + 3))
def test_a_page_complains_of_nothing_asks_nobody_else_and_is_open_to_all(look, demo, n):
    """By day and by night, at a desk and on a phone: no error, no breach of the policy, no stranger, no finding of axe-core."""
    page = look.at(addresses(demo)[n])
    found = {"day": look.violations()}
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(PHONE)
    page.wait_for_timeout(400)
    found["night, on a phone"] = look.violations()
    assert ({when: wrong for when, wrong in found.items() if wrong}, look.overflow()) == ({}, 0)
    assert (look.complaints, look.strangers()) == ([], [])


@pytest.mark.parametrize("address", ["/speakers", "/assistance", "/sources", "/claims/CLAIM", LEVELS, FOOTPRINT])
def test_no_table_is_scrolled_sideways_on_a_phone(look, demo, address):
    page = look.at(address.replace("CLAIM", demo.claim().claim.id))
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_timeout(100)
    wider = "[...document.querySelectorAll('.wide')].filter(one => one.scrollWidth > one.clientWidth).map(one => one.ariaLabel)"
    assert page.query_selector(".wide table") is not None
    assert (page.evaluate(wider), look.overflow()) == ([], 0)


def test_the_colours_of_night_are_dark(look):
    page = look.at("/")
    page.emulate_media(color_scheme="dark")
    red, green, blue = map(int, re.findall(r"\d+", page.evaluate("getComputedStyle(document.body).backgroundColor"))[:3])
    assert max(red, green, blue) < 60


def test_the_slider_of_the_day_changes_what_is_known(look):
    page = look.at(FOOTPRINT)
    before = page.inner_text("#results")
    slider = page.locator("#f-known + input[type=range]")
    slider.evaluate(
        "one => { one.value = 0; for (const name of ['input', 'change']) one.dispatchEvent(new Event(name, {bubbles: true})) }"
    )
    look.until("before => document.querySelector('#results').innerText !== before", before)
    known = page.input_value("#f-known")
    assert known < "2020-12-13"
    assert f"as known on {known}" in page.inner_text("#results")
    assert f"known={known}" in page.url
    assert look.complaints == []


def test_a_slider_is_moved_by_the_keyboard_too(look):
    page = look.at(FOOTPRINT)
    page.locator("#f-on + input[type=range]").focus()
    page.keyboard.press("ArrowLeft")
    look.until("document.querySelector('#results').innerText.includes('2020-12-12')")
    assert "on=2020-12-12" in page.url


def test_a_filter_changes_the_timeline_its_address_and_its_json(look):
    page = look.at("/timeline")
    before = page.inner_text("[role=status]")
    page.fill("#f-place", "Iraq")
    page.press("#f-place", "Enter")
    look.until("before => document.querySelector('[role=status]').innerText !== before", before)
    assert "place=Iraq" in page.url
    assert "place=Iraq" in page.get_attribute("#foot a[href^='/api/timeline']", "href")
    page.go_back()
    look.until("before => document.querySelector('[role=status]').innerText === before", before)


def test_a_bar_of_the_density_strip_narrows_the_timeline_to_its_days(look):
    page = look.at("/timeline")
    page.locator(".density a").last.click()
    page.wait_for_url(re.compile("since="))
    assert page.locator(".facts > li").count() >= 1


def test_a_click_on_a_mark_of_the_chart_leads_to_its_sentence(look):
    page = look.at(LEVELS)
    mark = page.locator(".plot path[aria-label]").first
    says = mark.get_attribute("aria-label") or ""
    mark.click(force=True)
    page.wait_for_url(re.compile(r"/claims/[0-9a-f]{16}"))
    sentence = page.inner_text(".evidence .words")
    assert sentence.split()[0] in says
    page.click("text=Read it in the report")
    page.wait_for_url(re.compile("/report"))
    assert sentence.split()[-1] in page.inner_text(".prose")
    assert look.complaints == []


def test_a_click_on_an_entry_of_the_timeline_leads_to_its_sentence(look):
    page = look.at("/timeline")
    quoted = page.locator(".facts .quote").first.inner_text().strip("“” \n…")
    page.locator(".facts .what").first.click()
    page.wait_for_url(re.compile("/claims/"))
    assert " ".join(quoted.split())[:60] in " ".join(page.inner_text(".evidence").split())


def test_what_is_to_come_is_hollow_and_what_holds_is_filled(look):
    page = look.at(LEVELS)
    fills = [
        ("announced" in says.split(". ")[0], mark.get_attribute("fill-opacity"))
        for mark in page.locator(".plot path[aria-label]").all()
        if (says := mark.get_attribute("aria-label") or "") and "United States in Iraq" in says
    ]
    assert {fill for announced, fill in fills if announced} == {"0"}
    assert {"1", "0.25"} <= {fill for announced, fill in fills if not announced}


def test_zooming_narrows_the_table_the_address_and_the_file(look):
    page = look.at(LEVELS)
    rows = page.locator("#table tbody tr").count()
    page.get_by_role("button", name="Zoom in").click()
    look.until("rows => document.querySelectorAll('#table tbody tr').length < rows", rows)
    assert "since=" in page.url
    assert "since=" in page.get_attribute("a[data-shown]", "href")
    page.get_by_role("button", name="Show the whole time").click()
    look.until("rows => document.querySelectorAll('#table tbody tr').length === rows", rows)
    assert look.complaints == []


@pytest.mark.parametrize(("kind", "begins"), [("SVG", b"<svg"), ("PNG", b"\x89PNG")])
def test_the_chart_is_saved_as_a_picture(look, kind, begins):
    page = look.at(LEVELS)
    with page.expect_download() as saved:
        page.get_by_role("button", name=kind).click()
    with open(saved.value.path(), "rb") as file:
        drawn = file.read()
    assert drawn.startswith(begins)
    assert kind != "SVG" or b"nobody said: unknown, not zero" in drawn  # what its marks mean goes along
    assert look.complaints == []


def test_what_a_mark_says_is_shown_where_the_pointer_stands(look):
    page = look.at(LEVELS)
    page.locator(".plot path[aria-label]").first.hover(force=True)
    page.wait_for_selector(".tooltip:not([hidden])")
    assert "“" in page.inner_text(".tooltip")


def test_a_page_is_read_without_script(browser, base):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}{LEVELS}")
    assert page.locator("#table tbody tr").count() > 5
    context.close()


def test_hostile_reports_do_nothing_in_a_browser(browser, hostile):
    """No dialog opens, nothing is run or asked, and the policy has nothing to stop."""
    with serving(hostile) as base:
        context = browser.new_context()
        look = Look(context.new_page(), base)
        look.page.on("dialog", lambda dialog: (look.complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        with Ledger.open(hostile, readonly=True) as book:
            claim = book.claims(kind="force_level")[0].claim
        name, place = claim.arg("actor"), claim.arg("place")
        for address in ("/", "/timeline", "/sources", "/sites", "/report?id=r%3C1%3E", f"/claims/{claim.id}"):
            look.at(address)
        look.page.goto(f"{base}/levels")
        look.page.fill("#f-actor", name)
        look.page.fill("#f-place", place)
        look.page.press("#f-place", "Enter")
        look.page.wait_for_selector("#table")
        look.page.wait_for_selector(".plot[data-drawn]")
        assert (look.complaints, look.strangers()) == ([], [])
        context.close()


def test_pages_are_set_in_the_fonts_that_they_bring_along(browser, base):
    page = browser.new_page()
    page.goto(f"{base}/levels?actor=US&place=Iraq")
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate(
        "[...document.fonts].filter((one) => one.status === 'loaded').map((one) => one.family.replaceAll('\"', ''))"
    )
    widths = page.evaluate(
        """() => ["1111", "0000", "7777"].map((figures) => {
             const one = Object.assign(document.createElement("span"), { className: "figure", textContent: figures });
             document.querySelector("main").append(one); return one.getBoundingClientRect().width; })"""
    )
    page.close()
    assert {"Source Sans 3", "Source Serif 4"} <= {*loaded}
    assert len({round(width, 2) for width in widths}) == 1
