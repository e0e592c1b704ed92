"""Moves and levels as agencies write them: parts of a whole, asides, what is left, headlines, who speaks of himself."""

import pytest

from onrecord.model import Kind

from .rows import row

LEVELS = [
    row(
        "Of the 2,000 soldiers Chad sent to Mali last year, about 1,200 remain.",
        {"actor": "Chad", "place": "Mali", "value": 1200},
    ),
    row(
        "Of the 130 German soldiers in Mali, about 80 remain.",
        {"value": 130},
        {"actor": "Germany", "place": "Mali", "value": 80},
    ),
    row(
        "France will withdraw nearly 400 of its roughly 1,600 troops from Chad.",
        {"actor": "France", "place": "Chad", "value": 1600, "status": "actual"},
    ),
    row(
        "Obama said he would bring 10,000 soldiers home from Afghanistan this year, leaving 68,000 in place.",
        {"actor": "United States", "place": "Afghanistan", "value": 68000, "status": "planned"},
    ),
    row(
        "The United States has 2,500 troops in Iraq and 900 in neighboring Syria.",
        {"place": "Iraq", "value": 2500},
        {"place": "Syria", "value": 900},
    ),
    row("Some 130,000 Russian troops are massed around Ukraine.", {"actor": "Russia", "place": "Ukraine", "value": 130000}),
    row(
        "Turkey's base in Qatar, home to 150 soldiers, is to be expanded.", {"actor": "Turkey", "place": "Qatar", "value": 150}
    ),
    row(
        "The Netherlands, with 2,100 soldiers in Mali, is to end its mission there.",
        {"actor": "Netherlands", "value": 2100, "status": "actual"},
    ),
]
MOVES = [
    row(
        "Chad has 2,000 soldiers in Mali. The force was down to 1,200 by May.",
        {"actor": "Chad", "place": "Mali", "direction": "decrease", "to": 1200},
    ),
    row(
        "Moscow has flown 30 warplanes, six attack helicopters and around 2,000 personnel into Latakia.",
        {"value": None, "delta": 30, "unit": "warplane"},
        {"delta": 6, "unit": "helicopter"},
        {"delta": 2000, "unit": "personnel"},
    ),
    row("Spain has cut its presence in Iraq by half to 800 men.", {"direction": "decrease", "to": 800, "delta": None}),
    row("France's 5,100-strong force in Mali would be cut by roughly half.", {"start": 5100, "delta": None}),
    row(
        "The Pentagon is moving 1,000 soldiers now in Germany to Romania.",
        {"direction": "increase", "place": "Romania", "delta": 1000},
    ),
    row("The Pentagon will redeploy most of the American troops in Somalia.", {"direction": "decrease", "place": "Somalia"}),
    row(
        "The last brigade of the U.S. Army in Iraq crossed into Kuwait on Thursday.",
        {"direction": "decrease", "place": "Iraq", "status": "actual"},
    ),
    row(
        "Israel, whose army holds posts inside Lebanon, says it will pull out of the south.",
        {"actor": "Israel", "direction": "decrease", "status": "planned"},
    ),
    row("American troops near Kobani have been told to pull back.", {"direction": "decrease", "status": "planned"}),
    row("Britain would bring its 300 soldiers in Mali home by May.", {"direction": "decrease", "place": "Mali"}),
    row("The Wagner Group moved to Belarus under the deal.", {"actor": "Wagner Group", "place": "Belarus"}),
    row("Germany became the first country to end its combat mission in Mali.", {"actor": "Germany", "status": "actual"}),
]
HEADLINES = [
    row("Trump orders 1,500 more troops to Middle East", {"actor": "United States", "delta": 1500, "status": "planned"}),
    row("British soldiers land in Kosovo", {"actor": "United Kingdom", "direction": "increase", "place": "Kosovo"}),
    row("100 more Danish soldiers bound for Helmand", {"actor": "Denmark", "delta": 100, "status": "planned"}),
    row("Germany's 1,300 troops out of Mali by May", {"actor": "Germany", "direction": "decrease", "status": "planned"}),
    row("U.S. force in Niger cut by half", {"actor": "United States", "direction": "decrease", "place": "Niger"}),
    row("Obama slows Afghan troop pullout", {"actor": "United States", "direction": "decrease", "place": "Afghanistan"}),
    row("Ethiopia completes Somalia pullout", {"actor": "Ethiopia", "direction": "decrease", "place": "Somalia"}),
    row("Chad Begins Pullout From Mali", {"actor": "Chad", "direction": "decrease", "place": "Mali"}),
]


@pytest.mark.parametrize(("text", "rows"), LEVELS)
def test_levels_of_the_wire(expect, text, rows):
    expect(Kind.FORCE_LEVEL, text, rows)


@pytest.mark.parametrize(("text", "rows"), MOVES)
def test_moves_of_the_wire(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(("text", "rows"), HEADLINES)
def test_moves_in_headlines(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(
    ("kind", "text", "args"),
    [
        (Kind.SANCTION, "The European Union imposed sanctions on Moscow.", {"target": "Russia"}),
        (Kind.AGREEMENT, "Khartoum and Juba signed an accord on oil and troops.", {"parties": ("Sudan", "South Sudan")}),
    ],
)
def test_a_capital_stands_for_its_state(read, kind, text, args):
    [found] = read(text, kind)
    assert {name: found.args[name] for name in args} == args


def test_those_among_the_dead_are_no_level(read):
    assert read("Thirteen U.S. service members were among the 180 dead in the bombing.", Kind.FORCE_LEVEL) == []


def test_the_days_of_a_clause_are_not_those_of_the_accord(read):
    [found] = read("France and Mali signed an accord that commits Paris to cutting its force within 135 days.", Kind.AGREEMENT)
    assert found.quantity is None
