"""Maps of sites: no name lies over another, in the picture and on the page, however many sites lie close together."""

from __future__ import annotations

import math
from itertools import combinations

import pytest

from onrecord.web.map_labels import Box, Mercator, place_labels

NAMES = "svg .mark-text.role-mark text"
BOXES = f"""() => [...document.querySelectorAll("{NAMES}")].filter((one) => one.textContent.trim()).map((one) => {{
    const box = one.getBoundingClientRect(); return [one.textContent, box.left, box.top, box.right, box.bottom]; }})"""


def overlapping(boxes):
    """Pairs of names that lie over one another by more than a hair."""
    told = [(name, Box(left + 0.5, top + 0.5, right - 0.5, bottom - 0.5)) for name, left, top, right, bottom in boxes]
    return [(one, other) for (one, mine), (other, theirs) in combinations(told, 2) if mine.overlaps(theirs)]


def test_no_name_lies_over_another_in_the_picture(demo, browser):
    page = browser.new_page()
    page.set_content(demo.page("/sites.svg?place=Iraq"))
    boxes = page.evaluate(BOXES)
    page.close()
    assert {"Camp Taji", "US Embassy in Baghdad", "Besmaya Range Complex"} <= {name for name, *_ in boxes}
    assert overlapping(boxes) == []


@pytest.mark.parametrize("wide", [360, 760, 1280])
def test_no_name_lies_over_another_on_the_page(browser, base, wide):
    page = browser.new_page(viewport={"width": wide, "height": 900})
    page.goto(f"{base}/sites")
    page.wait_for_selector(".plot[data-drawn]")
    boxes = page.evaluate(BOXES)
    page.close()
    assert len(boxes) > 5
    assert overlapping(boxes) == []


def test_names_of_many_sites_in_one_town_find_places_of_their_own():
    spots = [(430 + 3 * (number % 5), 220 + 2 * number) for number in range(20)]
    labels = place_labels([f"Post number {number}" for number in range(20)], spots, width=860, height=440)
    boxes = [label.box for label in labels if label is not None]
    assert len(boxes) == 20
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    assert any(label.led for label in labels if label is not None)


def test_a_name_that_finds_no_room_is_left_out():
    labels = place_labels(["Camp Mill", "Camp Hill"], [(50, 10), (50, 10)], width=140, height=20)
    assert [label is None for label in labels] == [True, False]


def test_places_are_where_mercator_puts_them():
    window = Mercator(0, 0, 180 / math.pi, 360, 200)
    assert window.spot(90, 0) == (270, 100)
    assert window.spot(0, 66)[1] < 100 - 66
