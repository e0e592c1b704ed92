"""Moves of forces as the wires tell them: by being on their way, relieving others, staying on, in parts, by unit and ship."""

import pytest

from onrecord.model import Kind

from .rows import row

DOWN, UP, SAME = "decrease", "increase", "none"

BOUND = [
    row("Russian troops were on their way to Aleppo on Tuesday.", {"actor": "Russia", "direction": UP, "status": "actual"}),
    row("The carrier USS Nimitz is on its way home from Kuwait.", {"actor": "United States", "direction": DOWN}),
    row(
        "Some 900 Danish soldiers are bound for Romania.",
        {"place": "Romania", "direction": UP, "delta": 900, "status": "planned"},
    ),
    row("A Dutch battalion is due in Kabul in May.", {"actor": "Netherlands", "place": "Kabul", "status": "planned"}),
    row("The Italian soldiers are not expected in Herat before May.", {"place": "Herat", "status": "planned"}),
    row("Uganda's soldiers must be out of South Sudan by the end of June.", {"place": "South Sudan", "status": "planned"}),
]

ANNOUNCED = [
    row(
        "Norway will reduce its force in Mali from 900 to 600 troops during May, General Ann Holm, the head of the command, announced "
        "in Bamako on Wednesday.",
        {"actor": "Norway", "to": 600, "status": "planned", "announced": ("2020-12-09", "2020-12-09"), "stage": "announced"},
    ),
    row(
        "Norway will reduce its force in Mali to 600 troops, Ann Holm, the minister who announced the first cut in 2019, told the BBC.",
        {"actor": "Norway", "to": 600, "status": "planned", "announced": None},
    ),
]

RELIEFS = [
    row(
        "Romania relieved an Italian battalion at Herat on Friday.",
        {"actor": "Romania", "place": "Herat", "direction": UP},
        {"actor": "Italy", "place": "Herat", "direction": DOWN},
    ),
    row(
        "The Spanish troops in Najaf will be replaced by Americans.",
        {"actor": "United States", "direction": UP, "status": "planned"},
        {"actor": "Spain", "direction": DOWN, "status": "planned"},
    ),
]

STAYS = [
    row(
        "The Bundestag extended the Afghan mandate by ten months.",
        {"actor": "Germany", "place": "Afghanistan", "direction": SAME, "status": "planned"},
    ),
    row(
        "Estonia will keep its soldiers in Helmand for another year.",
        {"actor": "Estonia", "place": "Helmand", "direction": SAME},
    ),
    row("The Czech soldiers will stay in Kosovo until June.", {"place": "Kosovo", "direction": SAME, "status": "planned"}),
]

PARTS = [
    row(
        "Denmark has 750 soldiers in Helmand. Two hundred were flown home in April.",
        {"actor": "Denmark", "place": "Helmand", "direction": DOWN, "delta": 200, "status": "actual"},
    ),
    row(
        "France flew 60 soldiers to Bamako on Thursday. Another 440 are on their way.",
        {"place": "Bamako", "delta": 60},
        {"actor": "France", "direction": UP, "delta": 440},
    ),
    row(
        "The last 300 Danish soldiers left Iraq in May. None of them had left by Friday.",
        {"status": "actual"},
        {"status": "denied"},
    ),
]

WAYS = [
    row("Australian troops left Brisbane for Honiara on Thursday.", {"place": "Honiara", "direction": UP}),
    row("HMS Defender has been ordered to Kuwait.", {"actor": "United Kingdom", "place": "Kuwait", "direction": UP}),
    row("Belgian F-16s returned to Florennes after six months in Jordan.", {"place": "Jordan", "direction": DOWN}),
    row("Philippine marines were moved to Jolo.", {"place": "Jolo", "direction": UP}),
    row("No reinforcement was announced for Estonia or Latvia.", {"place": "Estonia", "status": "denied"}, {"place": "Latvia"}),
    row(
        "The Netherlands was supposed to pull its 1,400 soldiers out of Mali in August but did not.",
        {"place": "Mali", "status": "planned"},
        {"place": "Mali", "status": "denied"},
    ),
    row("Nigeria's deployment of 1,200 soldiers to Mali was delayed.", {"actor": "Nigeria", "status": "planned"}),
    row(
        "Kenya is to fly 500 police officers to Haiti.", {"actor": "Kenya", "place": "Haiti", "delta": 500, "status": "planned"}
    ),
]

MORE = [
    row("The first 50 of a total of 250 Australian troops left Brisbane for Honiara.", {"actor": "Australia", "direction": UP}),
    row("The Danish frigate Absalon is being sent to Kuwait.", {"actor": "Denmark", "place": "Kuwait", "direction": UP}),
    row("British troop numbers in Kosovo fell below 900 last year.", {"place": "Kosovo", "direction": DOWN, "high": 900}),
    row("He ordered all 220 French soldiers home from Haiti.", {"place": "Haiti", "delta": 220, "status": "planned"}),
    row("There are no plans to send French soldiers to Ukraine.", {"place": "Ukraine", "status": "denied"}),
    row("The withdrawal of Indonesian soldiers from Mali was called off.", {"place": "Mali", "status": "denied"}),
    row("The minister would not bow to demands to bring the Dutch soldiers home.", {"direction": DOWN, "status": "denied"}),
    row("The Danish carrier battalion is moving 400 soldiers to Kabul.", {"place": "Kabul", "direction": UP}),
    row(
        "The president raised the force in Mali from 1,600 to 3,100.",
        {"place": "Mali", "direction": UP, "start": 1600, "to": 3100},
    ),
    row(
        "Japan's cabinet renewed the dispatch of two destroyers to Djibouti for one year.",
        {"actor": "Japan", "direction": SAME},
    ),
]

NO_MOVE = [
    "All aircraft returned to base safely.",
    "The minister called the militia's presence in Palmyra a tragedy.",
    "The spokesman warned oil companies to leave Yemen.",
    "The union replaced its chairman on Friday.",
    "The museum extended its exhibition until June.",
    "The general thanked the French reinforcements.",
    "The coach is on his way to Madrid.",
]


@pytest.mark.parametrize(("text", "rows"), [*BOUND, *ANNOUNCED, *RELIEFS, *STAYS, *PARTS, *WAYS, *MORE])
def test_a_move_is_read_however_it_is_told(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize("text", NO_MOVE)
def test_what_is_no_move_of_forces_is_left_alone(read, text):
    assert not read(text, Kind.FORCE_CHANGE)
