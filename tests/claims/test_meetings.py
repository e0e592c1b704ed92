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


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        row(
            "Antony Blinken arrived in Cairo for talks with Benjamin Netanyahu.",
            {"parties": ["Antony Blinken", "Benjamin Netanyahu"]},
        ),
        row("John Kerry flew to visit soldiers in Erbil.", {"parties": ["John Kerry", "soldiers"], "status": "actual"}),
        row("Chad and Sudan held a second round of talks in Cairo.", {"parties": ["Chad", "Sudan"], "place": "Cairo"}),
        row("Antony Blinken canceled a trip to China.", {"parties": ["Antony Blinken"], "status": "denied"}),
        row("Talks are scheduled for May in Geneva.", {"place": "Geneva", "status": "planned"}),
        row("Russian and Turkish negotiators met in Ankara.", {"parties": ["Russia", "Turkey"], "place": "Ankara"}),
        row("The summit brought together the leaders of Egypt and Jordan.", {"parties": ["Egypt", "Jordan"]}),
        row(
            "Secretary of State Mike Pompeo is due in Baghdad on Friday.",
            {"parties": ["Mike Pompeo"], "place": "Baghdad", "status": "planned"},
        ),
        row("Philip Hammond visited Jordan and Iraq.", {"place": "Jordan"}, {"place": "Iraq"}),
    ],
)
def test_trips_and_talks_have_their_guests_and_places(expect, text, rows):
    expect(Kind.MEETING, text, rows)


def test_the_two_leaders_are_those_who_met(read):
    text = "John Kerry met Sergey Lavrov in Geneva. The two leaders discussed the truce."
    assert [claim.args["parties"] for claim in read(text, Kind.MEETING)] == [("John Kerry", "Sergey Lavrov")] * 2


OFFICES = [
    row(
        "The defence chiefs of eleven West African states conferred in Accra on Monday.",
        {"place": "Accra", "status": "actual"},
    ),
    row(
        "Iran's foreign minister paid a visit to Islamabad on Sunday.",
        {"parties": ["Iran's foreign minister"], "place": "Islamabad"},
    ),
    row(
        "Officials of the two sides said the meeting between Kiir and Machar in Juba ended without a deal.",
        {"parties": ["Kiir", "Machar"], "place": "Juba"},
    ),
    row("General Mark Milley departed for Kabul on Friday.", {"parties": ["Mark Milley"], "place": "Kabul"}),
    row("Mike Pompeo left the job for a younger man."),
    row("The chiefs conferred new rights on the tenants."),
]


@pytest.mark.parametrize(("text", "rows"), OFFICES)
def test_those_who_meet_are_told_by_their_offices(expect, text, rows):
    expect(Kind.MEETING, text, rows)
