"""Bases, posts and embassies that change hands or state."""

import pytest

from onrecord.model import Kind, Report

from .rows import row

HANDED = [
    row(
        "The Coalition handed over the K-1 base to Iraqi forces.",
        {"site": "K-1 Air Base", "actor": "Global Coalition", "recipient": "Iraqi Security Forces", "action": "handed_over"},
    ),
    row(
        "France handed the Kidal base to the Malian army.",
        {"actor": "France", "recipient": "Malian Armed Forces", "action": "handed_over"},
    ),
    row(
        "The United States turned over Camp Taji to the Iraqi army.",
        {"site": "Camp Taji", "actor": "United States", "recipient": "Iraqi Army", "action": "handed_over"},
    ),
    row(
        "Bagram Airfield was handed over to Afghan forces.",
        {"site": "Bagram Airfield", "recipient": "Afghan National Security Forces", "action": "handed_over"},
    ),
    row("Control of the airbase was transferred to Niger.", {"recipient": "Niger", "action": "handed_over"}),
    row("The handover of the Gao base to Malian troops is due in May.", {"recipient": "Mali", "action": "handed_over"}),
    row(
        "The camp, which France returned to Chad, stands empty.",
        {"actor": "France", "recipient": "Chad", "action": "handed_over"},
    ),
    row(
        "Three bases were handed over to the Iraqi Security Forces.",
        {"recipient": "Iraqi Security Forces", "value": 3, "unit": "site", "action": "handed_over"},
    ),
    row(
        "Germany will hand over its base in Mazar-i-Sharif to the Afghan army.",
        {"actor": "Germany", "recipient": "Afghan National Army", "status": "planned"},
    ),
    row("The base was not handed over to the rebels.", {"action": "handed_over", "status": "denied"}),
]

LEFT = [
    row("French troops vacated the base at Tessalit.", {"actor": "France", "action": "vacated"}),
    row(
        "American soldiers left Bagram Airfield in July.",
        {"site": "Bagram Airfield", "actor": "United States", "action": "vacated"},
    ),
    row("The army abandoned two outposts near Mosul.", {"action": "vacated", "value": 2, "unit": "site"}),
    row("Peacekeepers pulled out of the base in Aguelhok.", {"action": "vacated", "place": "Aguelhok"}),
    row("Soldiers abandoned a firebase near Mosul.", {"action": "vacated", "site": "firebase"}),
    row("Several outposts were evacuated.", {"action": "vacated", "value": None}),
]

CLOSED = [
    row("Australia closed its embassy in Kabul.", {"actor": "Australia", "place": "Kabul", "action": "closed"}),
    row(
        "Washington may shut its consulate in Basra.",
        {"actor": "United States", "place": "Basra", "action": "closed", "status": "possible"},
    ),
    row("The consulate in Erbil was closed.", {"place": "Erbil", "action": "closed"}),
    row(
        "Denmark will close its embassy in Baghdad by June.",
        {"actor": "Denmark", "place": "Baghdad", "action": "closed", "status": "planned"},
    ),
    row(
        "The United States threatened to close its embassy in Baghdad.",
        {"actor": "United States", "action": "closed", "status": "conditional"},
    ),
    row(
        "The closure of the British consulate surprised residents.",
        {"actor": "United Kingdom", "action": "closed"},
        gap="the owner of a known site is not taken for who closes it",
    ),
]

OPENED = [
    row("Turkey opened a military base in Mogadishu.", {"actor": "Turkey", "place": "Mogadishu", "action": "opened"}),
    row("China inaugurated a naval base in Djibouti.", {"actor": "China", "place": "Djibouti", "action": "opened"}),
    row("India reopened its embassy in Kabul.", {"actor": "India", "place": "Kabul", "action": "opened"}),
    row(
        "Russia plans to build a naval base in Sudan.",
        {"actor": "Russia", "place": "Sudan", "action": "opened", "status": "planned"},
    ),
    row("NATO established a headquarters in Poland.", {"actor": "NATO", "place": "Poland", "action": "opened"}),
]

SEIZED = [
    row("Rebels seized an army base in Kidal.", {"actor": "Rebels", "place": "Kidal", "action": "seized"}),
    row("The airbase was captured by the Taliban.", {"actor": "Taliban", "action": "seized"}),
    row(
        "Militants overran a military camp near Menaka.",
        {"actor": "Militants", "place": "Menaka", "action": "seized"},
    ),
    row(
        "Protesters stormed the Danish embassy in Tehran.",
        {"actor": "Protesters", "place": "Tehran", "action": "seized"},
        gap="a place that became part of a site's name is no place any more",
    ),
]


NEWSWIRE = [
    row(
        "The last Chadian soldiers left the base at Kidal on Saturday, handing it over to the Malian army.",
        {"actor": "Chad", "recipient": "Malian Armed Forces", "action": "handed_over", "time": ("2020-12-12", "2020-12-12")},
    ),
    row(
        "France will close its bases at Kidal, Gao and Timbuktu by early 2022.",
        {"actor": "France", "site": "Kidal", "action": "closed", "status": "planned", "place": None},
        {"actor": "France", "site": "Gao", "action": "closed", "status": "planned", "place": None},
        {"actor": "France", "site": "Timbuktu", "action": "closed", "status": "planned", "place": None},
    ),
    row(
        "The US consulate in Basra, closed since September 2018, will reopen next year.",
        {"action": "closed", "status": "actual", "time": ("2018-09", None)},
        {"action": "opened", "status": "planned", "time": ("2021", "2021")},
    ),
    row(
        "China denied that it plans to build a naval base in Cambodia.",
        {"actor": "China", "place": "Cambodia", "action": "opened", "status": "denied"},
    ),
    row(
        "Soldiers of the Malian army have taken over the camp at Gao.",
        {"actor": "Malian Armed Forces", "place": "Gao", "action": "seized"},
    ),
    row(
        "In March the Coalition left the base at Al-Qaim.",
        {"actor": "Global Coalition", "place": "Al-Qaim", "action": "vacated", "time": ("2020-03", "2020-03")},
    ),
]


@pytest.mark.parametrize(("text", "rows"), NEWSWIRE)
def test_a_site_is_read_in_a_long_sentence_from_the_wire(expect, text, rows):
    expect(Kind.SITE, text, rows)


@pytest.mark.parametrize(("text", "rows"), HANDED)
def test_a_site_handed_over_has_giver_and_recipient(expect, text, rows):
    expect(Kind.SITE, text, rows)


@pytest.mark.parametrize(("text", "rows"), LEFT)
def test_a_site_that_forces_leave_is_vacated(expect, text, rows):
    expect(Kind.SITE, text, rows)


@pytest.mark.parametrize(("text", "rows"), CLOSED)
def test_a_closed_embassy_is_a_closed_site(expect, text, rows):
    expect(Kind.SITE, text, rows)


@pytest.mark.parametrize(("text", "rows"), OPENED)
def test_a_new_base_is_an_opened_site(expect, text, rows):
    expect(Kind.SITE, text, rows)


@pytest.mark.parametrize(("text", "rows"), SEIZED)
def test_a_base_that_is_taken_is_a_seized_site(expect, text, rows):
    expect(Kind.SITE, text, rows)


@pytest.mark.parametrize(
    "text",
    [
        "The minister handed over a letter to the president.",
        "The army captured the town of Menaka.",
        "The shop closed at noon.",
        "The exhibition opened in Paris.",
        "The suspect was handed over to the police.",
        "Talks opened at the embassy in Doha.",
        "Soldiers left the stadium after the match.",
        "The case was closed by the court in Kabul.",
    ],
)
def test_towns_letters_and_shops_are_no_sites(read, text):
    assert read(text, Kind.SITE) == []


def test_a_town_that_is_given_is_the_base_there(extractor):
    text = "MONUSCO has closed two posts in Congo. Uvira was handed over to the Congolese army. Bukavu was given a bridge."
    claims = extractor.claims(Report("r", text, published="2024-04-01"))
    assert [claim.args["site"] for claim in claims if claim.args.get("action") == "handed_over"] == ["Uvira"]
