"""Whose and where, in moves and handovers whose sentence names several states."""

import pytest

from onrecord.model import Kind, Report

from .rows import row

DOWN = "decrease"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        row(
            "At least 1,000 soldiers of France's 1,650-strong mission in Chad will be withdrawn by summer.",
            {"actor": "France", "place": "Chad", "direction": DOWN},
        ),
        row(
            "Peacekeepers are in Congo. Troops from Tanzania and Malawi began their withdrawal last week.",
            {"actor": "Tanzania", "direction": DOWN},
            {"actor": "Malawi", "direction": DOWN},
        ),
        row(
            "France plans to withdraw 1,900 of its soldiers from the African nations of Chad and Niger.",
            {"actor": "France", "place": "Chad"},
            {"actor": "France", "place": "Niger"},
        ),
        row(
            "The United States will withdraw most of its troops stationed in the countries of Chad and Niger.",
            {"actor": "United States", "place": "Chad"},
            {"actor": "United States", "place": "Niger"},
        ),
        row(
            "The Council discussed two countries. For Somalia, the African Union will withdraw 1,000 soldiers by December.",
            {"actor": "African Union", "place": "Somalia"},
        ),
    ],
)
def test_a_state_among_several_is_the_owner_or_the_place_and_never_both(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


def test_where_soldiers_come_from_is_not_what_they_leave(extractor):
    text = "Peacekeepers are in Congo. Troops from Tanzania and Malawi began their withdrawal last week."
    claims = extractor.claims(Report(id="r", text=text))
    assert {claim.args.get("place") for claim in claims if claim.kind is Kind.FORCE_CHANGE}.isdisjoint({"Tanzania", "Malawi"})


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        row(
            "MONUSCO head Ann Holm handed over the base at Kamanyola to the police.",
            {"actor": "MONUSCO", "action": "handed_over"},
        ),
        row(
            "MONUSCO has 13,500 soldiers in Congo. The base at Kamanyola was handed over to the military on Friday.",
            {"recipient": "Democratic Republic of the Congo", "action": "handed_over"},
        ),
    ],
)
def test_a_base_goes_from_the_body_to_the_host_and_not_to_the_foreign_force(expect, text, rows):
    expect(Kind.SITE, text, rows)
