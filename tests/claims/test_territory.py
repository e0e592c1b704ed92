"""Places taken, lost, held, besieged."""

import pytest

from onrecord.model import Kind

from .rows import row

TERRITORY = [
    row(
        "Iraqi forces recaptured Tikrit from Islamic State in March.",
        {"actor": "Iraqi Security Forces", "loser": "Islamic State", "place": "Tikrit", "action": "taken", "status": "actual"},
    ),
    row("Mosul fell to Islamic State in June 2014.", {"actor": "Islamic State", "place": "Mosul", "action": "taken"}),
    row("Houthi fighters control the city of Sanaa.", {"actor": "Houthis", "place": "Sanaa", "action": "held"}),
    row("The recapture of Tikrit by Iraqi forces was announced.", {"actor": "Iraqi Security Forces", "place": "Tikrit"}),
    row("The siege of Aleppo by government forces went on.", {"place": "Aleppo", "action": "besieged"}),
    row("Iraqi operations to retake Mosul began.", {"actor": "Iraq", "place": "Mosul", "status": "planned"}),
    row("The Taliban did not capture Kunduz.", {"actor": "Taliban", "place": "Kunduz", "status": "denied"}),
    row(
        "Fighters seized control of large swathes of land in Chad.",
        {"actor": "Fighters", "place": "large swathes of land", "action": "taken"},
    ),
    row("Rebels overran large swathes of Mali.", {"actor": "Rebels", "place": "Mali"}),
    row("Prices fell to a record low in Mosul."),
    row("Militants seized an air base near Tikrit."),
    row("The liberation of Raqqa will take months."),
    row("The campaign to liberate Raqqa is long."),
]


@pytest.mark.parametrize(("text", "rows"), TERRITORY)
def test_a_place_that_changes_hands_is_territory(expect, text, rows):
    expect(Kind.TERRITORY, text, rows)


@pytest.mark.parametrize(
    "text",
    [
        "The film captured Paris in the rain.",
        "Federer lost London to Nadal.",
        "Fans took over Lisbon before the final.",
        "The band took Osaka by storm.",
        "Police controlled the city of York.",
        "Barcelona took Valencia apart.",
    ],
)
def test_who_cannot_hold_land_takes_none(expect, text):
    expect(Kind.TERRITORY, text, [])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        row("Rebel fighters seized the town of Sake.", {"place": "Sake", "actor": "Rebel fighters", "action": "taken"}),
        row("Ukrainian troops have pulled out of Kherson.", {"place": "Kherson", "actor": "Ukraine", "action": "lost"}),
        row("Syrian troops broke the siege of Aleppo.", {"place": "Aleppo", "actor": "Syria", "action": "relieved"}),
        row("Turkish forces took control of Kirkuk.", {"place": "Kirkuk", "actor": "Turkey", "action": "taken"}),
        row("Islamic State lost control of Mosul.", {"place": "Mosul", "actor": "Islamic State", "action": "lost"}),
        row(
            "Libyan fighters drove Islamic State out of Tripoli.",
            {"place": "Tripoli", "loser": "Islamic State", "action": "taken"},
        ),
        row("The militants captured three villages in Mali.", {"actor": "militants", "action": "taken", "value": 3}),
        row("The Syrian army claims control of Aleppo.", {"place": "Aleppo", "action": "held", "status": "possible"}),
    ],
)
def test_land_is_given_up_besieged_and_relieved(expect, text, rows):
    expect(Kind.TERRITORY, text, rows)


@pytest.mark.parametrize(
    "text", ["Students occupied the library in Mosul.", "He retreated from the claim.", "The fighters love their own land."]
)
def test_libraries_and_claims_are_not_held(read, text):
    assert read(text, Kind.TERRITORY) == []


HOLDINGS = [
    row(
        "A bomb killed six people in the rebel-held Syrian town of Azaz.",
        {"place": "Azaz", "actor": "rebels", "action": "held", "time": None},
    ),
    row("Planes bombed IS-held Mosul on Monday.", {"place": "Mosul", "actor": "Islamic State", "action": "held"}),
    row("Trucks reached the besieged Damascus suburb of Darayya.", {"place": "Darayya", "actor": None, "action": "besieged"}),
    row("Kharta was again in the hands of the Syrian army.", {"place": "Kharta", "actor": "Syrian Army", "action": "taken"}),
    row("Soldiers searched a bank-held house in Mosul."),
    row("The keys are in the hands of the mayor of Mosul."),
    row("Three districts still in Armenian hands are green."),
]

LANDS = [
    row("The Syrian army has liberated dozens of villages.", {"place": "dozens of villages", "actor": "Syrian Army"}),
    row(
        "The army seized several villages including Kharta and Tel Nasr.",
        {"place": "Kharta", "action": "taken"},
        {"place": "Tel Nasr", "action": "taken"},
    ),
    row("The Taliban hold 81 of some 419 district centres.", {"actor": "Taliban", "action": "held", "value": 81}),
    row(
        "The start of Iraqi operations to retake the city of Mosul marks another step.",
        {"place": "Mosul", "actor": "Iraq", "action": "taken", "status": "planned"},
    ),
    row(
        "The role that foreign troops will play in the Iraqi operation to liberate Mosul is unclear.",
        {"place": "Mosul", "actor": "Iraq", "status": "planned"},
    ),
    row(
        "Shusha, the town whose capture by Azerbaijan was announced on Sunday, is empty.",
        {"place": "Shusha", "actor": "Azerbaijan", "action": "taken"},
    ),
    row("Maaret lies in Idlib and the following year, it was captured by rebels.", {"place": "Maaret", "actor": "rebels"}),
    row("The rebel army has captured a neighboring township in Chin state.", {"action": "taken"}),
    row("The army is reportedly eager to recapture areas along the highway.", {"status": "planned"}),
    row("Rebels have complete control of Paletwa Township in Chin State.", {"place": "Paletwa Township", "action": "held"}),
    row(
        "The army has captured three towns, including Kharta.",
        {"place": "three towns", "value": 3},
        {"place": "Kharta", "value": None},
    ),
    row("The mission was cleared in January to grow from 200 troops to 260 in Canada."),
    row(
        "Rebels seized Kharta in May. Six days later the army recaptured the town.",
        {"place": "Kharta", "actor": "Rebels"},
        {"place": "Kharta", "actor": "army"},
    ),
    row("Rebels seized Mosul in May. The army recaptured the port city.", {"place": "Mosul", "actor": "Rebels"}),
]


@pytest.mark.parametrize(("text", "rows"), HOLDINGS)
def test_who_holds_a_town_is_told_beside_its_name(expect, text, rows):
    expect(Kind.TERRITORY, text, rows)


@pytest.mark.parametrize(("text", "rows"), LANDS)
def test_land_is_told_by_number_by_list_and_by_what_was_told_before(expect, text, rows):
    expect(Kind.TERRITORY, text, rows)
