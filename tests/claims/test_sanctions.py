"""Sanctions, designations, expulsions."""

import pytest

from onrecord.model import Kind

from .rows import row

SANCTIONS = [
    row("The European Union imposed sanctions on Syria.", {"actor": "European Union", "target": "Syria", "action": "imposed"}),
    row("The United States lifted sanctions on Sudan.", {"actor": "United States", "target": "Sudan", "action": "lifted"}),
    row("France called for sanctions against Mali.", {"actor": "France", "target": "Mali", "action": "called_for"}),
    row("Washington will impose sanctions on Turkey.", {"target": "Turkey", "status": "planned"}),
    row("Greece expelled the Libyan ambassador.", {"actor": "Greece", "target": "Libyan ambassador", "action": "imposed"}),
    row("The school expelled two pupils."),
    row("Sanctions were discussed in Vienna."),
    row("The council designated the park a monument."),
]


@pytest.mark.parametrize(("text", "rows"), SANCTIONS)
def test_a_measure_against_somebody_is_a_sanction(expect, text, rows):
    expect(Kind.SANCTION, text, rows)
