"""Who holds which office."""

import pytest

from onrecord.model import Kind

from .rows import row

BEFORE = [
    row(
        "French President Emmanuel Macron visited Gao.",
        {"person": "Emmanuel Macron", "role": "President", "organization": "France"},
    ),
    row(
        "German Defense Minister Boris Pistorius flew to Vilnius.",
        {"person": "Boris Pistorius", "role": "Defense Minister", "organization": "Germany"},
    ),
    row(
        "Coalition spokesman Anders Holm said the base was quiet.",
        {"person": "Anders Holm", "role": "spokesman", "organization": "Global Coalition"},
    ),
    row(
        "Iraqi Prime Minister Karim Saleh welcomed the move.",
        {"person": "Karim Saleh", "role": "Prime Minister", "organization": "Iraq"},
    ),
    row("US ambassador to Niger Susan Miller denied it.", {"person": "Susan Miller", "organization": "United States"}),
    row("Foreign Minister Jan Novak arrived in Kyiv.", {"person": "Jan Novak", "role": "Foreign Minister"}),
    row(
        "Acting Defense Secretary Paul Greene signed the order.", {"person": "Paul Greene", "role": "Acting Defense Secretary"}
    ),
]

AFTER = [
    row(
        "Maria Lopez, a spokeswoman for NATO, confirmed the figures.",
        {"person": "Maria Lopez", "role": "spokeswoman", "organization": "NATO"},
    ),
    row(
        "Ahmed Hassan, the governor of Kirkuk, condemned the strike.",
        {"person": "Ahmed Hassan", "role": "governor", "organization": "Kirkuk"},
    ),
    row(
        "General Paul Keita, commander of the Malian army, was wounded.",
        {"person": "Paul Keita", "role": "commander", "organization": "Malian Armed Forces"},
    ),
    row("The head of the mission, Erik Larsen, left Kabul.", {"person": "Erik Larsen"}),
]

BEING = [
    row(
        "Ivan Petrov is the defense minister of Bulgaria.",
        {"person": "Ivan Petrov", "role": "defense minister", "organization": "Bulgaria"},
    ),
    row("Anna Kowalska was the ambassador to Kenya.", {"person": "Anna Kowalska"}),
]


@pytest.mark.parametrize(("text", "rows"), BEFORE)
def test_a_title_before_a_name_is_an_office(expect, text, rows):
    expect(Kind.ROLE, text, rows)


@pytest.mark.parametrize(("text", "rows"), AFTER)
def test_an_office_in_commas_belongs_to_the_name_beside_it(expect, text, rows):
    expect(Kind.ROLE, text, rows)


@pytest.mark.parametrize(("text", "rows"), BEING)
def test_whoever_is_minister_holds_the_office(expect, text, rows):
    expect(Kind.ROLE, text, rows)


def test_a_role_is_claimed_once_per_person_and_office_in_a_report(read):
    text = "NATO spokeswoman Maria Lopez spoke first. Later, NATO spokeswoman Maria Lopez left."
    assert len(read(text, Kind.ROLE)) == 1


def test_one_person_may_hold_two_offices(read):
    text = "Foreign Minister Jan Novak arrived. Jan Novak, the chairman of the council, spoke."
    assert len(read(text, Kind.ROLE)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The president of France visited Gao.",
        "The minister met the ambassador in Kyiv.",
        "Maria Lopez walked along the harbor.",
        "The spokesman said so on Tuesday.",
    ],
)
def test_an_office_without_a_name_and_a_name_without_an_office_are_no_role(read, text):
    assert read(text, Kind.ROLE) == []
