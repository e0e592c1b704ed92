from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.readers.dateline import find_dateline


@pytest.mark.parametrize(
    ("head", "place", "agency"),
    [
        ("BAGHDAD (Sample Wire) —", "Baghdad", "Sample Wire"),
        ("ERBIL, Kurdistan Region —", "Erbil, Kurdistan Region", None),
        ("WASHINGTON, Jan. 15 (Agency) -", "Washington", "Agency"),
        ("BAGHDAD, Iraq --", "Baghdad, Iraq", None),
        ("FLINT, Mich., Oct. 4 (Sample Press) —", "Flint, Mich.", "Sample Press"),
        ("DOHA, 12 March 2020 –", "Doha", None),
        ("KABUL, Afghanistan (June 5, 2010) -", "Kabul, Afghanistan", None),
        ("AL-ASAD AIR BASE, Iraq —", "Al-Asad Air Base, Iraq", None),
        ("BAGHDAD/ERBIL —", "Baghdad/Erbil", None),
        ("WASHINGTON, D.C. (Sample Wire) —", "Washington, D.C.", "Sample Wire"),
        ("N'DJAMENA (Sample Wire) —", "N'djamena", "Sample Wire"),
        ("GÖTTINGEN (Sample Wire) —", "Göttingen", "Sample Wire"),
        ("Baghdad (Sample Wire) –", "Baghdad", "Sample Wire"),
        ("Abu Dhabi, 4 May (Sample Wire) -", "Abu Dhabi", "Sample Wire"),
        ("PARIS —", "Paris", None),
    ],
)
def test_a_dateline_gives_place_and_agency(head, place, agency):
    text = f"Convoy leaves\n{head} The last lorries left on Monday."
    found = find_dateline(text)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert found.span.cut(text) == head


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("Press Release 12-04 KABUL, Afghanistan (June 5, 2010) A patrol left.", "KABUL, Afghanistan (June 5, 2010)"),
        ("For release   KABUL, Afghanistan (June 5) – A patrol left.", "KABUL, Afghanistan (June 5) –"),
        ("KABUL, Afghanistan (June 5)", "KABUL, Afghanistan (June 5)"),
    ],
)
def test_a_dateline_with_its_day_in_brackets_needs_no_dash_and_may_follow_a_label(line, head):
    found = find_dateline(line)
    assert found is not None
    assert (found.span.cut(line), found.place) == (head, "Kabul, Afghanistan")


@pytest.mark.parametrize(
    "line",
    [
        "The army — or what was left of it — moved north.",
        "Baghdad — two rockets fell there — was quiet.",
        "Baghdad, Iraq — where the talks were held — was quiet.",
        "NATO — The alliance agreed to stay.",
        "BREAKING — The talks have failed.",
        "UPDATE - The talks have failed.",
        "PRESS RELEASE — The talks have failed.",
        "US-led forces - some 300 - left.",
        "THE ARMY SAID IT LEFT ON MONDAY",
        "BAGHDAD fell quiet - for a day.",
        "A well-known commander spoke.",
        "- The first item of a list",
        "(Sample Wire) — The talks have failed.",
    ],
)
def test_an_ordinary_line_with_a_dash_is_no_dateline(line):
    assert find_dateline(line) is None


def test_a_dateline_stands_at_the_head_of_the_report():
    lines = ["The talks went on for a day."] * 8
    assert find_dateline("\n".join([*lines, "BAGHDAD (Sample Wire) — The talks failed."])) is None


@given(st.text(alphabet="AB b,.()-—\n1", max_size=300))
def test_the_span_of_a_dateline_lies_within_the_text(text):
    found = find_dateline(text)
    assert found is None or found.span.cut(text).rstrip().endswith(("-", "—"))


def test_a_line_made_to_be_slow_is_not():
    assert find_dateline("A-" * 500_000) is None
    assert find_dateline("AB, Cd Ef Gh " * 50_000) is None
