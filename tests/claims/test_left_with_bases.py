"""What is left with a base that is given up, to whoever gets it; and what has nothing to do with the base."""

import pytest

from onrecord.model import Kind

from .rows import row

HANDED = "Germany handed over its base at Kunduz to the Afghan army on Sunday. "
LEFT = [
    row(
        "When the Danes left Camp Viking in 2014, equipment valued at $3 million stayed behind for the Afghan army.",
        {"donor": "Denmark", "recipient": "Afghan National Army", "goods": "equipment", "value": 3000000},
    ),
    row(
        HANDED + "With it came buildings, trucks and other equipment worth $19 million.",
        {"donor": "Germany", "recipient": "Afghan National Army", "action": "divested", "value": 19000000},
    ),
    row(
        HANDED + "Vehicles worth 4 million euros were left to the army.", {"donor": "Germany", "value": 4000000, "unit": "EUR"}
    ),
    row(
        "The barracks at Kunduz was handed to the Afghan army on Saturday. It is the seventh site to be given up by the German "
        "contingent this year. A general valued the buildings and equipment left behind at $5 million.",
        {"donor": "Germany", "recipient": "Afghan National Army", "goods": "buildings and equipment", "value": 5000000},
    ),
]


@pytest.mark.parametrize(("text", "rows"), LEFT)
def test_goods_left_with_a_base_go_to_whoever_gets_it(expect, text, rows):
    expect(Kind.ASSISTANCE, text, rows)


@pytest.mark.parametrize(
    "text",
    [
        HANDED + "Nothing was left behind.",
        HANDED + "His wife, worth 3 million dollars, stayed behind.",
        "Equipment worth 3 million dollars stayed behind at the stadium.",
    ],
)
def test_what_is_no_part_of_a_base_is_no_gift(read, text):
    assert read(text, Kind.ASSISTANCE) == []
