"""Numbers of forces by duty, by what they measure, as ceilings, in lists, and how they are written."""

import pytest

from onrecord.model import Kind

from .rows import row

DUTY = [
    row("About 1,500 Russian soldiers guard an old depot in Transnistria.", {"actor": "Russia", "place": "Transnistria"}),
    row("Six hundred Senegalese soldiers patrol the border with Gambia.", {"actor": "Senegal", "value": 600}),
    row(
        "The village will be guarded by 260 Russian servicemen.",
        {"actor": "Russia", "value": 260, "status": "planned"},
    ),
    row("Twenty-four Swedish instructors train at the base near Erbil.", {"actor": "Sweden", "place": "Erbil", "value": 24}),
    row("Two brigades of the army of Chad are based in Mali.", {"place": "Mali", "value": 2, "unit": "brigade"}),
]

HAD = [
    row(
        "Slovenia has 19 army members in Herat at the moment.",
        {"actor": "Slovenia", "place": "Herat", "unit": "personnel", "value": 19},
    ),
    row("Jordan hosts roughly 3,000 American service members.", {"actor": "United States", "place": "Jordan", "value": 3000}),
    row("The OSCE has 75 unarmed observers in Donetsk.", {"place": "Donetsk", "value": 75, "unit": "personnel"}),
    row("With 2,300 soldiers, Ghana is a large contributor to the force in Lebanon.", {"actor": "Ghana", "place": "Lebanon"}),
    row("The United Nations has 13,289 soldiers and 1,920 police officers in Mali.", {"place": "Mali"}, {"place": "Mali"}),
    row("Turkey keeps 600 soldiers at Bashiqa.", {"actor": "Turkey", "place": "Bashiqa", "value": 600}),
]

MEASURED = [
    row(
        "About 700 Danish soldiers are in Mali. For Niger that is twice the earlier official figure of 120.",
        {"actor": "Denmark", "place": "Mali", "value": 700},
        {"place": "Niger", "value": 120},
    ),
    row("For Poland, 400 soldiers in Iraq are too many.", {"place": "Iraq", "value": 400}),
    row("The French contingent in Mali numbers 5,100 men.", {"actor": "France", "place": "Mali", "value": 5100}),
    row("Indian peacekeepers number 2,400 in South Sudan.", {"actor": "India", "place": "South Sudan", "value": 2400}),
    row("Spain's troop strength in Lebanon is 630.", {"actor": "Spain", "place": "Lebanon", "value": 630}),
    row("The British-led battlegroup in Estonia is about 900 strong.", {"place": "Estonia", "value": 900, "approx": True}),
    row("Nigeria's contribution in Liberia amounted to 1,460 troops.", {"actor": "Nigeria", "place": "Liberia", "value": 1460}),
    row(
        "The Turkish garrison in Cyprus, put at 30,000, was not moved.", {"actor": "Turkey", "value": 30000, "status": "actual"}
    ),
]

CEILINGS = [
    row(
        "The council limited the mission in Darfur to 4,050 soldiers.",
        {"place": "Darfur", "value": 4050, "measure": "cap", "status": "actual"},
    ),
    row(
        "Turkey may keep no more than 35 soldiers in northern Syria.",
        {"actor": "Turkey", "high": 35, "measure": "cap", "status": "actual"},
    ),
    row("The mission was authorised to have up to 75 observers in Libya.", {"high": 75, "measure": "cap", "status": "actual"}),
    row("There were never more than 120 Georgian soldiers in Mali.", {"actor": "Georgia", "high": 120, "status": "actual"}),
]

LISTS = [
    row(
        "Norway has 60 trainers in Anbar, Denmark 130 and Latvia 10.",
        {"actor": "Norway", "place": "Anbar", "value": 60},
        {"actor": "Denmark", "place": "Anbar", "value": 130},
        {"actor": "Latvia", "place": "Anbar", "value": 10},
    ),
    row(
        "There are 453 British and 2,349 American soldiers in Kuwait.",
        {"actor": "United Kingdom", "place": "Kuwait", "value": 453},
        {"actor": "United States", "place": "Kuwait", "value": 2349},
    ),
    row(
        "NATO has 3,500 peacekeepers in Kosovo, including 660 Americans.",
        {"actor": "NATO", "value": 3500},
        {"actor": "United States", "place": "Kosovo", "value": 660},
    ),
]

ASIDE = [
    row(
        "How many French soldiers are in Chad? About 1,000, the ministry says.",
        {"actor": "France", "place": "Chad", "value": 1000, "approx": True},
    ),
    row("Two of the four French Mirage jets stay in Mali.", {"actor": "France", "place": "Mali", "value": 2, "unit": "jet"}),
    row("Kuwait: 13,500 American personnel.", {"actor": "United States", "place": "Kuwait", "value": 13500}),
    row("There is a 250-man Danish unit in northern Iraq.", {"actor": "Denmark", "place": "northern Iraq", "value": 250}),
    row("A further 150 Belgian soldiers guard railway stations in Brussels.", {"actor": "Belgium", "place": "Brussels"}),
    row(
        "Djibouti hosts 2,000 Chinese and 180 Japanese troops.",
        {"actor": "China", "place": "Djibouti", "value": 2000},
        {"actor": "Japan", "place": "Djibouti", "value": 180},
    ),
    row("Security at the airport in Juba is provided by 850 Rwandan peacekeepers.", {"actor": "Rwanda", "value": 850}),
    row("A battalion of 780 Tanzanians is in Beni.", {"actor": "Tanzania", "value": 780}),
    row(
        "Washington's troop presence in the Philippines never exceeded 600.",
        {"actor": "United States", "place": "Philippines", "high": 600, "status": "actual"},
    ),
    row(
        "Spain has 500 soldiers in Iraq. A helicopter unit of 80 is to stay.",
        {"actor": "Spain", "value": 500, "status": "actual"},
        {"actor": "Spain", "value": 80, "status": "planned"},
    ),
]

WRITTEN = [
    row("There are 2'500 French soldiers in Mali.", {"value": 2500}),
    row("There are 2 400 French soldiers in Mali.", {"value": 2400}),
    row("India has 1.5 lakh soldiers in Kashmir.", {"actor": "India", "value": 150000}),
    row("India has 1,50,000 soldiers in Kashmir.", {"value": 150000}),
    row("Between 900 and 500 French soldiers are in Mali.", {"low": 500, "high": 900}),
    row("There are 2,\u200b500 French soldiers in Mali.", {"value": 2500}),
]

NONE = [
    "The club has 25,000 members in Germany.",
    "A brigade normally has 3,000 to 4,000 soldiers.",
    "The stadium will be protected by 4,000 police officers on Sunday.",
    "Some 20 French tanks are due in Mali this autumn.",
    "The company has 300 guards in its stores in France.",
    "NATO has 30 members in Europe and North America.",
    "France has 200 observers of birds in Brittany.",
    "How many soldiers does it take to change a bulb? About 10, the joke goes.",
    "The police have 50 officers on the case in London.",
    "UEFA will have 300 observers at stadiums across Germany.",
    "The airline employs 2,500 people in Kuwait.",
]


@pytest.mark.parametrize(("text", "rows"), [*DUTY, *HAD, *MEASURED, *CEILINGS, *LISTS, *ASIDE, *WRITTEN])
def test_levels(expect, text, rows):
    expect(Kind.FORCE_LEVEL, text, rows)


@pytest.mark.parametrize("text", NONE)
def test_no_level(read, text):
    assert read(text, Kind.FORCE_LEVEL) == []
