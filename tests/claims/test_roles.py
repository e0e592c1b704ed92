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


TOLD = [
    row("Colonel Issa Traore, who heads the military court in Bamako, said so.", {"person": "Issa Traore", "role": "head"}),
    row(
        "The mission is led by Commodore Ann Holm of Norway, and she is in the port with her staff.",
        {"person": "Ann Holm", "role": "leader", "organization": "mission"},
    ),
    row(
        "Kateryna Melnyk has served as deputy head of the Poltava regional administration since 2019.",
        {"person": "Kateryna Melnyk", "role": "deputy head", "organization": "Poltava regional administration"},
    ),
    row(
        "Ms. Karin Lund was sworn in as the army's first female chief of defence on Monday.",
        {"person": "Karin Lund", "status": "actual"},
    ),
    row(
        "Major General Heike Brandt took command of the Kosovo Force on Tuesday.",
        {"person": "Heike Brandt", "role": "commander", "organization": "Kosovo Force"},
    ),
    row("He led a delegation of the Taliban, the report said."),
]


@pytest.mark.parametrize(("text", "rows"), TOLD)
def test_a_verb_tells_an_office(expect, text, rows):
    expect(Kind.ROLE, text, rows)


COMMAS = [
    row(
        "Poland's defence minister, Mariusz Nowicki, welcomed the decision.",
        {"person": "Mariusz Nowicki", "role": "defence minister", "organization": "Poland"},
    ),
    row(
        "The mayor of Mariupol, Vadym Bondarenko, said food was scarce.",
        {"person": "Vadym Bondarenko", "role": "mayor", "organization": "Mariupol"},
    ),
    row("After months with no mayor, Kyiv Post readers were tired."),
    row("Near Abu Kamal, two strikes destroyed three oil well heads."),
]


@pytest.mark.parametrize(("text", "rows"), COMMAS)
def test_an_office_and_a_comma_stand_before_a_name(expect, text, rows):
    expect(Kind.ROLE, text, rows)


SHARED = [
    row(
        "Russian Defence Minister Sergei Shoigu and his Turkish counterpart, Hulusi Akar, spoke by phone.",
        {"person": "Sergei Shoigu", "role": "Defence Minister", "organization": "Russia"},
        {"person": "Hulusi Akar", "role": "Defence Minister", "organization": "Turkey"},
    ),
    row(
        "The deal was agreed by Presidents Recep Tayyip Erdogan and Vladimir Putin.",
        {"person": "Recep Tayyip Erdoğan", "role": "President"},
        {"person": "Vladimir Putin", "role": "President"},
    ),
    row("It was decided by the Joint Chiefs of Staff and Karen Holm."),
]


@pytest.mark.parametrize(("text", "rows"), SHARED)
def test_several_persons_share_an_office(expect, text, rows):
    expect(Kind.ROLE, text, rows)
