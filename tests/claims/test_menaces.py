"""Threats without a word for threatening."""

import pytest

from onrecord.model import Kind

from .rows import row

MENACES = [
    row("The Iranian army said any attack would be met with missiles.", {"actor": "Iranian Army"}),
    row("Hezbollah gave the army until Sunday to leave the valley.", {"actor": "Hezbollah", "target": "army"}),
    row("Russia will not hesitate to use force.", {"actor": "Russia"}),
    row("Turkey has reserved the right to strike the militia.", {"actor": "Turkey", "target": "militia"}),
    row("The Houthis said ships that sail to Israel would become targets.", {"actor": "Houthis"}),
    row("Israel said Hezbollah would pay a heavy price if it attacked.", {"actor": "Israel", "target": "Hezbollah"}),
    row("China said it would respond to the deployment with force.", {"actor": "China"}),
    row("The Houthis promised a painful response to Israel.", {"actor": "Houthis", "target": "Israel"}),
    row("Iran warned Israel of grave consequences.", {"actor": "Iran", "target": "Israel"}),
]

NONE = [
    "The coach warned his players of consequences.",
    "The bank gave customers until Friday to leave.",
    "The minister will not hesitate to raise taxes.",
    "The paper reserves the right to edit letters.",
    "Farmers will pay a heavy price for the drought, the minister said.",
    "The company said its new factory would become a target for tourists.",
    "The champion said he would answer his critics on the court.",
]


@pytest.mark.parametrize(("text", "rows"), MENACES)
def test_a_threat_is_read_without_its_word(expect, text, rows):
    expect(Kind.THREAT, text, rows)


@pytest.mark.parametrize("text", NONE)
def test_warnings_of_others_are_no_threats(read, text):
    assert read(text, Kind.THREAT) == []
