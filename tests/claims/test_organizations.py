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
    row("Niger left the alliance.", {"action": "left", "member": "Niger"}),
    row("Chad said it would withdraw from OPEC.", {"action": "left", "member": "Chad", "status": "planned"}),
    row(
        "Serbia is to become a member of NATO.",
        {"organization": "NATO", "action": "joined", "member": "Serbia", "status": "planned"},
    ),
    row("Hungary could leave NATO.", {"organization": "NATO", "action": "left", "status": "possible"}),
    row("Belgium was expelled from the alliance.", {"action": "left", "member": "Belgium"}),
    row("Rebel groups merged to form the Desert Alliance.", {"action": "formed", "status": "actual"}),
    row(
        "The militias formed a new alliance called the River Alliance.", {"organization": "River Alliance", "action": "formed"}
    ),
    row("Jordan ended its participation in the coalition.", {"action": "left", "member": "Jordan"}),
    row("The mandate of MINUSMA ended in June.", {"organization": "MINUSMA", "action": "dissolved"}),
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
        "Soldiers left the mission after breakfast.",
        "The president dissolved the party.",
        "The match ended in Lyon.",
    ],
)
def test_talks_clouds_and_jobs_are_no_bodies(read, text):
    assert read(text, Kind.ORGANIZATION) == []
