"""Agreements by their verb alone, and what houses and councils let pass or refuse."""

import pytest

from onrecord.model import Kind

from .rows import row

ACCORDS = [
    row(
        "Washington and Bogota have agreed on the use of seven bases.",
        {"parties": ["United States", "Colombia"], "action": "signed"},
    ),
    row("Chad and Sudan agreed that foreign troops would leave the border.", {"parties": ["Chad", "Sudan"]}),
    row("The Dutch parliament gave the go-ahead for the mission to Uruzgan.", {"type": "resolution", "status": "actual"}),
    row("Parliament refused to let the soldiers stay beyond March.", {"type": "resolution", "status": "denied"}),
    row("The Senate rejected a motion to bring home the troops.", {"type": "resolution", "status": "denied"}),
]
NO_ACCORDS = [
    "France and Spain agreed on the price of gas.",
    "The minister agreed that the troops had done well.",
    "Ann Lee and Bo Ruiz agreed on the base of the statue.",
    "The council gave the go-ahead for a new school.",
    "Parliament rejected the budget.",
    "Chad and Sudan have not agreed on the troops.",
]


@pytest.mark.parametrize(("text", "rows"), ACCORDS)
def test_agreements_without_a_noun(expect, text, rows):
    expect(Kind.AGREEMENT, text, rows)


@pytest.mark.parametrize("text", NO_ACCORDS)
def test_what_is_no_agreement_on_forces(read, text):
    assert not read(text, Kind.AGREEMENT)
