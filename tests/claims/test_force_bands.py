"""Forces without a word for soldiers: bands, specialists, bare numbers of states, and who else sends."""

import pytest

from onrecord.model import Kind

from .rows import row

IN_MALI = "France has 2,000 soldiers in Mali.\n\n"
BANDS = [
    row("Ukraine will withdraw its field hospital from Kosovo.", {"actor": "Ukraine", "place": "Kosovo", "status": "planned"}),
    row("The mission's 1,200 blue helmets will leave Mali in June.", {"place": "Mali", "status": "planned"}),
    row("France sent 40 army medics to Chad.", {"actor": "France", "place": "Chad", "delta": 40}),
    row("The advance party of 60 soldiers landed in Dili.", {"place": "Dili", "delta": 60}),
    row(IN_MALI + "The team will return home in June.", {"actor": "France", "place": "Mali", "direction": "decrease"}),
    row(IN_MALI + "The 300 remaining will be withdrawn by June.", {"actor": "France", "place": "Mali", "delta": 300}),
    row(
        "Britain has 400 soldiers in Mali.\n\nThe 40 British at the airport were pulled out on Monday.",
        {"actor": "United Kingdom", "delta": None},
    ),
]
SENDERS = [
    row(
        "Nigeria will send 850 soldiers, Senegal 600 and Rwanda 392.",
        {"actor": "Nigeria", "delta": 850},
        {"actor": "Senegal", "delta": 600},
        {"actor": "Rwanda", "delta": 392},
    ),
    row(
        "The union wants 7,650 troops for its mission in Sudan. Nigeria has promised 850, Senegal 600.",
        {"actor": "Nigeria", "delta": 850, "status": "planned"},
        {"actor": "Senegal", "delta": 600, "status": "planned"},
    ),
]
LEVELS = [
    row("Poland, with 900 soldiers, commands the sector.", {"actor": "Poland", "value": 900}),
    row(
        "Italy is the largest contributor with 2,300 troops, followed by Germany with 1,900.",
        {"actor": "Italy", "value": 2300},
        {"actor": "Germany", "value": 1900},
    ),
    row("France, with 600 goals, leads the table."),
]


@pytest.mark.parametrize(("text", "rows"), LEVELS)
def test_who_is_with_how_many(expect, text, rows):
    expect(Kind.FORCE_LEVEL, text, rows)


NO_FORCES = [
    "The column of smoke left the valley.",
    "The team left Mali after the final.",
    "The company promised 850 jobs, and Ford 600.",
    "The police want 300 officers. Nigeria has promised 850 visas.",
    "The pilot left France on Monday.",
    "A group of tourists left Mali.",
]


@pytest.mark.parametrize(("text", "rows"), [*BANDS, *SENDERS])
def test_forces_by_what_they_do_and_whose_they_are(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize("text", NO_FORCES)
def test_other_groups_and_numbers_are_no_forces(read, text):
    assert not read(text, Kind.FORCE_CHANGE)


def test_a_place_carried_over_is_the_country_that_the_report_is_about(read):
    text = (
        "France has 2,000 soldiers in Mali. Fighting in Mali goes on, and Mali's neighbours fear for the north of Mali.\n\n"
        "France also has 1,500 soldiers in Chad.\n\nIn Mali, 300 were sent to Gao. The contingent will be cut by half in June."
    )
    assert {claim.args.get("place") for claim in read(text, Kind.FORCE_CHANGE) if claim.args["direction"] == "decrease"} == {
        "Mali"
    }
