"""Meetings, visits, talks."""

import pytest

from onrecord.model import Kind

from .rows import row

MEETINGS = [
    row("Ash Carter met with Iraqi leaders in Baghdad.", {"place": "Baghdad", "status": "actual"}),
    row("Turkey and Russia held talks in Ankara.", {"parties": ["Turkey", "Russia"], "place": "Ankara"}),
    row("Christopher Miller paid a visit to Somalia.", {"parties": ["Christopher Miller"], "place": "Somalia"}),
    row("Joe Biden will meet Vladimir Putin in Geneva.", {"parties": ["Joe Biden", "Vladimir Putin"], "status": "planned"}),
    row("Antony Blinken visited Erbil on Monday.", {"parties": ["Antony Blinken"], "place": "Erbil"}),
    row(
        "The call between Donald Trump and Volodymyr Zelensky took place in July.",
        {"parties": ["Donald Trump", "Volodymyr Zelensky"]},
    ),
    row("The plan met the demands of the union."),
    row("Tourists visited the museum in Cairo."),
    row("Calls for a truce grew."),
    row("The army received new tanks."),
]


@pytest.mark.parametrize(("text", "rows"), MEETINGS)
def test_who_meets_whom_and_where(expect, text, rows):
    expect(Kind.MEETING, text, rows)
