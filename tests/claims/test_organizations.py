"""Bodies that are formed, joined, left, dissolved."""

import pytest

from onrecord.model import Kind

from .rows import row

ROWS = [
    row(
        "The Coalition was formed in October 2014.",
        {"organization": "Global Coalition", "action": "formed", "time": ("2014-10", "2014-10")},
    ),
    row(
        "Finland joined NATO in April 2023.",
        {"organization": "NATO", "action": "joined", "member": "Finland", "time": ("2023-04", "2023-04")},
    ),
    row("The government dissolved the Special Brigade.", {"action": "dissolved"}),
    row("The militia was disbanded in 2009.", {"organization": "militia", "action": "dissolved", "time": ("2009", "2009")}),
    row("Mali, Niger and Burkina Faso formed an alliance.", {"action": "formed", "founder": "Mali, Niger and Burkina Faso"}),
    row("The African Union created a task force.", {"action": "formed", "founder": "African Union"}),
    row("Sweden will join NATO.", {"organization": "NATO", "action": "joined", "member": "Sweden", "status": "planned"}),
    row("Niger left the alliance.", {"action": "left", "member": "Niger"}, gap='the lexicon has no "leave" for bodies'),
]


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_a_body_is_formed_joined_left_or_dissolved(expect, text, rows):
    expect(Kind.ORGANIZATION, text, rows)


@pytest.mark.parametrize(
    "text",
    [
        "The minister joined the talks in Geneva.",
        "Clouds formed over the base.",
        "The tablet dissolved in water.",
        "France joined Germany in condemning the attack.",
        "The company created 500 jobs in Poland.",
    ],
)
def test_talks_clouds_and_jobs_are_no_bodies(read, text):
    assert read(text, Kind.ORGANIZATION) == []
