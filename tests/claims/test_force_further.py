"""What one move says further: the next number with its date, the other end of the way, whoever comes with so many."""

import pytest

from onrecord.model import Kind

from .rows import row

DOWN, UP = "decrease", "increase"

FURTHER = [
    row(
        "Italy will reduce its presence in Lebanon to 1,500 by July and to 900 by December.",
        {"actor": "Italy", "place": "Lebanon", "direction": DOWN, "to": 1500, "status": "planned"},
        {"actor": "Italy", "place": "Lebanon", "direction": DOWN, "to": 900, "status": "planned"},
    ),
    row(
        "Norway will withdraw 60 soldiers from Iraq this year and 40 next year.",
        {"actor": "Norway", "place": "Iraq", "delta": 60},
        {"actor": "Norway", "place": "Iraq", "delta": 40},
    ),
    row("Italy cut its force in Lebanon to 1,500 in May and lost 20 soldiers in June.", {"to": 1500}),
]

ENDS = [
    row(
        "The U.S. military moved 400 soldiers from Mosul to Kirkuk.",
        {"actor": "United States", "place": "Mosul", "direction": DOWN, "delta": 400},
        {"actor": "United States", "place": "Kirkuk", "direction": UP, "delta": 400},
    ),
    row("Turkey moved 400 soldiers from Turkey to Syria.", {"place": "Syria", "direction": UP}),
    row(
        "Canada repositioned 150 soldiers from Rota in Spain to Jordan.",
        {"actor": "Canada", "place": "Jordan", "direction": UP},
        {"actor": "Canada", "place": "Spain", "direction": DOWN},
    ),
]

BY_THEMSELVES = [
    row(
        "KFOR, which entered Kosovo in June 1999 with 50,000 soldiers, has since fallen to 4,000 troops.",
        {"direction": UP, "delta": 50000},
        {"direction": DOWN, "to": 4000},
    ),
    row("1997: KFOR went in with 1,900 troops.", {"direction": UP, "delta": 1900, "status": "actual"}),
    row("Spain, whose 620 soldiers left Herat in 2009, has nobody there.", {"actor": "Spain", "place": "Herat", "delta": 620}),
    row(
        "The first police unit, 72 Bangladeshi officers, was flown to Juba.",
        {"actor": "Bangladesh", "place": "Juba", "delta": 72},
    ),
    row(
        "France, which had 4,500 troops in Mali, last week sent a first group of 100 paratroopers home.",
        {"actor": "France", "place": "Mali", "direction": DOWN, "delta": 100},
    ),
    row("2003: the NATO force in Kosovo falls to 39,000.", {"place": "Kosovo", "to": 39000, "status": "actual"}),
]

BACK = [
    row(
        "The U.S. has 15,000 troops in Bosnia. The 1st Armored Division, whose 15,000 troops are to be back in Germany in May, has packed.",
        {"actor": "United States", "place": "Bosnia and Herzegovina", "direction": DOWN, "status": "planned"},
    ),
    row(
        "France has 7,500 soldiers in Bosnia. France said it would go from 7,500 to 2,500.",
        {"actor": "France", "direction": DOWN, "start": 7500, "to": 2500, "status": "planned"},
    ),
    row(
        "Ukraine has recalled a company from Sarajevo and is redeploying 400 soldiers to Mostar.",
        {"actor": "Ukraine", "place": "Sarajevo", "direction": DOWN},
        {"actor": "Ukraine", "place": "Mostar", "direction": UP, "delta": 400},
    ),
    row("Britain intends to send home one of its two brigades in Bosnia.", {"delta": 1, "unit": "brigade", "direction": DOWN}),
    row("The NATO-led force in Bosnia will be halved, from 60,000 to 31,000.", {"actor": "NATO", "start": 60000, "to": 31000}),
    row(
        "The president declared that he was bringing American soldiers home from Syria.",
        {"place": "Syria", "direction": DOWN, "status": "planned"},
    ),
    row(
        "Uganda has 900 soldiers in South Sudan. Uganda sent 45 more soldiers to the capital.",
        {"actor": "Uganda", "place": "Juba", "direction": UP, "delta": 45},
    ),
    row(
        "Togo and Chad have 900 soldiers in Mali. Togo said its soldiers would stay.",
        {"actor": "Togo", "place": "Mali", "direction": "none", "status": "planned"},
    ),
]

PUT = [
    row(
        "China has stationed 18 more fighter jets at Kashgar.",
        {"actor": "China", "place": "Kashgar", "direction": UP, "delta": 18},
    ),
    row(
        "Portugal, which put 221 soldiers into Romania in April, is pleased.",
        {"actor": "Portugal", "place": "Romania", "delta": 221},
    ),
    row(
        "India and China have withdrawn more than 200 tanks from the banks of Pangong Tso.",
        {"actor": "India", "place": "Pangong Tso", "direction": DOWN},
        {"actor": "China", "place": "Pangong Tso", "direction": DOWN},
    ),
    row(
        "The United States has added 20,000 troops in Europe, and Joe Biden said it would keep a brigade in Romania and send two more "
        "squadrons of F-35s to Britain.",
        {"place": "Europe", "status": "actual"},
        {"place": "United Kingdom", "status": "planned", "delta": 2},
    ),
    row(
        "Uganda has 1,700 soldiers in Mogadishu. Burundi's army chief said his third battalion was ready to fly to Mogadishu.",
        {"actor": "Burundi", "place": "Mogadishu", "direction": UP, "status": "planned"},
    ),
    row(
        "Russia has 2,000 troops in Kazakhstan. The Belarusian company was to be flown to Vitebsk overnight.",
        {"actor": "Belarus", "place": "Kazakhstan", "direction": DOWN, "status": "planned"},
    ),
    row(
        "Russia kept its 1,500 soldiers in Moldova long after promising in 1999 to withdraw them by 2002.",
        {"actor": "Russia", "place": "Moldova", "direction": DOWN, "status": "planned"},
    ),
]

ENDS_OF_WAYS = [
    row(
        "The carrier Cavour and four other Italian ships left Brindisi with 2,496 soldiers bound for Lebanon.",
        {"actor": "Italy", "place": "Lebanon", "direction": UP, "delta": 2496, "unit": "personnel"},
    ),
    row(
        "American soldiers left South Korea for Iraq on Tuesday.",
        {"actor": "United States", "place": "South Korea", "direction": DOWN},
        {"actor": "United States", "place": "Iraq", "direction": UP},
    ),
    row(
        "Angola has 20 soldiers in Mozambique. Angola pulled its transport plane and 14 airmen out in March.",
        {"actor": "Angola", "place": "Mozambique", "direction": DOWN, "delta": 14},
    ),
    row(
        "Botswana's 296 soldiers flew out of Mozambique on Monday; Lesotho's last 125 followed.",
        {"actor": "Botswana", "direction": DOWN, "delta": 296},
        {"actor": "Lesotho", "direction": DOWN, "delta": 125},
    ),
    row(
        "Spain has 500 soldiers in Lebanon. Spain's cabinet approved the dispatch of up to 1,100.",
        {"actor": "Spain", "place": "Lebanon", "direction": UP, "high": 1100, "status": "planned"},
    ),
    row(
        "The United States has 3,000 soldiers in Iraq. The 2nd Brigade will be in Kuwait by mid-month.",
        {"actor": "United States", "place": "Kuwait", "direction": UP, "status": "planned"},
    ),
]

NO_MOVE = [
    "The town took 500 soldiers from a sports hall to the theatre.",
    "The general put his soldiers in a difficult position.",
    "Around 300 soldiers had been stationed there.",
    "The company recalled a product from Germany.",
    "The price would go from 7,500 to 2,500.",
    "The team is to be back in Germany before Christmas.",
    "Two companies said they would leave Iraq.",
    "KFOR fell from favour.",
    "UNMISS rose to the challenge.",
]


@pytest.mark.parametrize(("text", "rows"), [*FURTHER, *ENDS, *BY_THEMSELVES, *BACK, *PUT, *ENDS_OF_WAYS])
def test_what_else_a_move_says(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize("text", NO_MOVE)
def test_what_only_looks_alike_is_no_move(read, text):
    assert not read(text, Kind.FORCE_CHANGE)


LISTS = [
    row(
        "NATO has 9,000 troops in Kosovo.\nWHO HAS TROOPS THERE (October 2010)\nGermany: 1,355\nItaly: 1,247",
        {"actor": "NATO"},
        {"actor": "Germany", "place": "Kosovo", "value": 1355, "time": ("2010-10", "2010-10")},
        {"actor": "Italy", "place": "Kosovo", "value": 1247},
    ),
    row(
        "Some 5,000 soldiers are in Latvia.\nCountry | Lead nation | Troops now\nEstonia | Britain | 1,700\nLatvia | Canada | 1,887",
        {"place": "Latvia", "value": 5000},
        {"actor": "United Kingdom", "place": "Estonia", "value": 1700},
        {"actor": "Canada", "place": "Latvia", "value": 1887},
    ),
]

LISTS.append(
    row(
        "Italy has 900 soldiers in Iraq.\n\n| Country | Troops | Place | Change |\n| United States | 2,500 | Iraq | -500 |\n| Germany | 1,100 | Mali | 0 |",
        {"actor": "Italy"},
        {"actor": "United States", "place": "Iraq", "value": 2500},
        {"actor": "Germany", "place": "Mali", "value": 1100},
    )
)

NO_LISTS = [
    "The army sent 300 soldiers to Mali.\nSoldiers killed, by country\nGermany: 83\nItaly: 60",
    "The army sent 300 soldiers to Mali.\nResults of the census\nGermany: 83,000\nItaly: 60,000",
    "The army sent 300 soldiers to Mali.\nMilitary spending in million euros\nGermany: 83,000\nItaly: 60,000",
]


@pytest.mark.parametrize(("text", "rows"), LISTS)
def test_lists_and_tables_of_forces(expect, text, rows):
    expect(Kind.FORCE_LEVEL, text, rows)


@pytest.mark.parametrize("text", NO_LISTS)
def test_lists_of_other_things(read, text):
    assert not read(text, Kind.FORCE_LEVEL)


def test_a_list_of_offers_is_planned(expect):
    text = "Some 2,500 soldiers are to go to Haiti.\nWHO HAS OFFERED WHAT\nKenya - 1,000 police\nChad - 600 soldiers"
    kenya = {"actor": "Kenya", "place": "Haiti", "delta": 1000, "status": "planned"}
    chad = {"actor": "Chad", "place": "Haiti", "delta": 600, "status": "planned"}
    expect(Kind.FORCE_CHANGE, text, [{"place": "Haiti"}, kenya, chad])
