"""Attacks, casualties, land and sites in the words of the wire: towns that no list has, nobody's doing, what is imminent or blamed."""

import pytest

from onrecord.model import Kind

from .rows import row

ATTACKS = [
    row("A missile hit a house in Tal Zumar on Monday.", {"target": "house", "place": "Tal Zumar"}),
    row("The tanker was hit by a missile off Ras Dumeir.", {"target": "tanker", "place": "Ras Dumeir"}),
    row("The general said an assault on Kirkuk was imminent.", {"target": "Kirkuk", "status": "planned"}),
    row("A truck packed with explosives blew up at the gate of the barracks in Kabul.", {"mode": "bombing", "place": "Kabul"}),
    row("Militants rammed the army base with a car bomb.", {"attacker": "Militants", "mode": "bombing"}),
    row("Soldiers torched huts in the village.", {"attacker": "Soldiers", "target": "huts"}),
    row("The peacekeepers left their post at Dumeir after it was shelled.", {"target": "post", "mode": "shelling"}),
    row("Turkish artillery hit Kurdish positions.", {"attacker": "Turkey", "mode": "shelling"}),
]
CASUALTIES = [
    row("The bodies of 39 hostages were found in a mass grave.", {"victims": "hostages", "outcome": "killed", "value": 39}),
    row("Officials said 112 schoolgirls were still missing.", {"victims": "schoolgirls", "outcome": "missing", "value": 112}),
    row("Some 200 fighters surrendered to the army in Homs.", {"victims": "fighters", "outcome": "captured", "value": 200}),
    row("The fighting has uprooted 1.2 million Sudanese.", {"victims": "Sudanese", "outcome": "displaced"}),
    row("Nine fishermen were seized by Somali pirates.", {"victims": "fishermen", "perpetrator": "Somali pirates"}),
]
TERRITORY = [
    row("Boko Haram controls 14 of the state's 27 districts.", {"actor": "Boko Haram", "action": "held"}),
    row(
        "Rebels hold two thirds of the province.", {"actor": "Rebels", "place": "two thirds of the province", "action": "held"}
    ),
    row("Taiz has been under siege by the Houthis since 2015.", {"actor": "Houthis", "action": "besieged"}),
    row("The rebels were pushed back from Kunduz.", {"actor": "rebels", "place": "Kunduz", "action": "lost"}),
    row("Soldiers have won back the port of Macomia.", {"place": "Macomia", "action": "taken"}),
    row("The blockade of the enclave of Kefraya was lifted.", {"place": "Kefraya", "action": "relieved"}),
    row("Rebels said they had pulled out of Kunduz.", {"actor": "Rebels", "place": "Kunduz", "action": "lost"}),
]
SITES = [
    row(
        "The police station at Dumeir was taken by insurgents.", {"actor": "insurgents", "action": "seized", "place": "Dumeir"}
    ),
    row("The airbase was placed under Sudanese command.", {"recipient": "Sudan", "action": "handed_over"}),
    row("The army must quit its garrisons in Kabul within 30 days.", {"action": "vacated", "status": "planned"}),
    row("If the lease is not renewed, the base will have to close.", {"action": "closed", "status": "conditional"}),
    row("Norway shut its missions in Caracas and Havana.", {"actor": "Norway", "site": "missions", "action": "closed"}),
    row(
        "A Chinese naval facility in Djibouti became operational.", {"actor": "China", "action": "opened", "place": "Djibouti"}
    ),
]


@pytest.mark.parametrize(("text", "rows"), ATTACKS)
def test_attacks_of_the_wire(expect, text, rows):
    expect(Kind.ATTACK, text, rows)


@pytest.mark.parametrize(("text", "rows"), CASUALTIES)
def test_casualties_of_the_wire(expect, text, rows):
    expect(Kind.CASUALTIES, text, rows)


@pytest.mark.parametrize(("text", "rows"), TERRITORY)
def test_land_of_the_wire(expect, text, rows):
    expect(Kind.TERRITORY, text, rows)


@pytest.mark.parametrize(("text", "rows"), SITES)
def test_sites_of_the_wire(expect, text, rows):
    expect(Kind.SITE, text, rows)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.CASUALTIES, "Flu killed 300 people in the state last winter."),
        (Kind.CASUALTIES, "A bus plunged into a ravine, killing 21."),
        (Kind.CASUALTIES, "As many as 85 people perished in the stampede."),
        (Kind.CASUALTIES, "Republicans captured the Senate."),
        (Kind.ATTACK, "Amazon invaded the market in June."),
        (Kind.ATTACK, "The company launched an attack on its rival's market share."),
        (Kind.ATTACK, "Lawmakers launched an offensive against inflation."),
        (Kind.TERRITORY, "Italy pulled its staff out of Tripoli."),
        (Kind.TERRITORY, "The troupe of soldiers took over the Playhouse."),
        (Kind.SITE, "A memorial stands at the concentration camp, which opened in 1937."),
        (Kind.SITE, "Chile opened an antarctic station with Peru."),
    ],
)
def test_nobodys_doing_trade_and_memorials_claim_nothing(read, kind, text):
    assert read(text, kind) == []
