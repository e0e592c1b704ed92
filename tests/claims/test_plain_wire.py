"""Plain newswire: who boards ships or comes ashore, people whom a state sends."""

import pytest

from onrecord.model import Kind

from .rows import row

MOVES = [
    row(
        "Some 300 French paratroopers came ashore at Abidjan on Monday.", {"actor": "France", "place": "Abidjan", "delta": 300}
    ),
    row("The last 700 Ghanaian soldiers boarded ships in Freetown.", {"actor": "Ghana", "direction": "decrease", "delta": 700}),
    row("The sailors boarded a stolen tanker off Yemen."),
    row("More than 600 Malian soldiers fled into Niger.", {"actor": "Mali", "place": "Niger", "direction": "increase"}),
    row(
        "Denmark will send 340 people to Mali, among them the crews of two helicopters.",
        {"actor": "Denmark", "place": "Mali", "delta": 340, "status": "planned"},
    ),
    row("Denmark will send 340 people to the film festival in Mali."),
    row(
        "Russia sent 1,200 troops, 40 tanks and about 200 trucks to Abkhazia.",
        {"place": "Abkhazia", "delta": 1200},
        {"place": "Abkhazia", "what": "tanks", "delta": 40},
        {"place": "Abkhazia", "what": "trucks", "delta": 200},
    ),
]


@pytest.mark.parametrize(("text", "rows"), MOVES)
def test_moves_of_plain_wire(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)
