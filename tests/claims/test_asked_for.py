"""What somebody asks for has not taken place by that, whatever is asked for; and who leaves one base may still be elsewhere."""

import pytest

from onrecord.model import Kind

from .rows import row

ASKED = "possible"
MOVES = [
    row("Iraq's parliament demanded the withdrawal of American troops.", {"actor": "United States", "status": ASKED}),
    row("The government called for the departure of French soldiers from Niger.", {"actor": "France", "status": ASKED}),
    row("The withdrawal of American troops was demanded by the parliament of Iraq.", {"status": ASKED}),
    row("Calls for the withdrawal of American troops from Iraq grew.", {"actor": "United States", "status": ASKED}),
    row("Lawmakers backed a resolution demanding the withdrawal of American troops from Iraq.", {"status": ASKED}),
    row("The governor requested the deployment of 500 soldiers to Mosul.", {"place": "Mosul", "delta": 500, "status": ASKED}),
    row("The general announced the deployment of 500 soldiers to Mosul.", {"place": "Mosul", "status": "planned"}),
]
OTHERS = [
    (Kind.SITE, "Iran demanded the closure of the American base in Doha.", ASKED),
    (Kind.ATTACK, "Ukraine called for air strikes on Russian depots.", ASKED),
    (Kind.MEETING, "The minister called for talks between Iran and Iraq.", ASKED),
    (Kind.AGREEMENT, "Guterres called for a ceasefire in Sudan.", "actual"),
]
LEFT = [
    row("The last French soldiers left Mali on Sunday.", {"place": "Mali", "to": 0}),
    row("France withdrew all its troops from its bases in Mali.", {"place": "Mali", "to": 0}),
    row("Denmark has 300 soldiers in Mali. The last Danes at the northern base left on Monday.", {"place": "Mali", "to": None}),
    row("The last Danish soldiers at the post in Hombori, central Mali, left on Monday.", {"actor": "Denmark", "to": None}),
]


@pytest.mark.parametrize(("text", "rows"), MOVES)
def test_a_move_that_is_asked_for_has_not_been_made(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(("kind", "text", "status"), OTHERS)
def test_what_else_is_asked_for_has_not_happened_but_the_call_for_a_truce_was_made(expect, kind, text, status):
    expect(kind, text, [{"status": status}])


@pytest.mark.parametrize(("text", "rows"), LEFT)
def test_forces_that_leave_one_base_are_not_said_to_leave_the_country(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)
