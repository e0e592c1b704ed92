"""Packages and their items, sums that aid comes to, aid that stops or goes on, goods on their way, courses of training."""

import pytest

from onrecord.model import Kind

from .rows import row

PACKAGES = [
    row(
        "Canada announced a $90 million package of military aid for Ukraine, including 12 howitzers and 4,000 shells.",
        {"donor": "Canada", "recipient": "Ukraine", "value": 90_000_000, "status": "planned"},
        {"donor": "Canada", "recipient": "Ukraine", "value": 12, "status": "planned", "action": "pledged"},
        {"donor": "Canada", "recipient": "Ukraine", "value": 4_000, "status": "planned"},
    ),
    row(
        "The new package of U.S. military aid for Jordan contains:\n\n- 14 trucks;\n- 300 radios and 40 generators.",
        {"donor": "United States", "recipient": "Jordan", "value": 14, "status": "planned"},
        {"donor": "United States", "recipient": "Jordan", "value": 300},
        {"donor": "United States", "recipient": "Jordan", "value": 40},
    ),
]

SUMS = [
    row(
        "American commitments to Jordan now exceed $9 billion.",
        {"donor": "United States", "recipient": "Jordan", "low": 9_000_000_000, "action": "pledged", "status": "planned"},
    ),
    row(
        "The value of what Canada has promised to Ukraine stands at about $4 billion.",
        {"donor": "Canada", "recipient": "Ukraine", "value": 4_000_000_000, "action": "pledged", "status": "planned"},
    ),
    row(
        "Sweden pledged $30 million in aid to Somalia, bringing the total to $210 million.",
        {"donor": "Sweden", "recipient": "Somalia", "value": 30_000_000},
        {"donor": "Sweden", "recipient": "Somalia", "value": 210_000_000, "status": "planned"},
    ),
    row(
        "American assistance to Jordan amounts to $1.5 billion.",
        {"donor": "United States", "recipient": "Jordan", "value": 1_500_000_000, "action": "provided", "status": "actual"},
    ),
    row(
        "Italy gave Somalia 12 million euros in 2022 and 19 million a year later.",
        {"donor": "Italy", "recipient": "Somalia", "value": 12_000_000, "unit": "EUR"},
        {"donor": "Italy", "recipient": "Somalia", "value": 19_000_000, "unit": "EUR"},
    ),
    row(
        "Some $80 million in rockets will be taken from American stocks for Taiwan.",
        {"donor": "United States", "recipient": "Taiwan", "value": 80_000_000, "action": "pledged", "status": "planned"},
    ),
]

FLOWS = [
    row("Spain has suspended arms sales to Israel.", {"donor": "Spain", "recipient": "Israel", "status": "denied"}),
    row("Washington cut off military aid to Mali in May.", {"donor": "United States", "recipient": "Mali", "status": "denied"}),
    row("Norway resumed aid to Ethiopia.", {"donor": "Norway", "recipient": "Ethiopia", "status": "actual"}),
    row(
        "Two Emirati planes carrying 40 tons of food landed in Chad on Friday.",
        {"donor": "United Arab Emirates", "recipient": "Chad", "value": 40, "status": "actual"},
    ),
]

TRAINING = [
    row(
        "Nearly 9,000 Somali soldiers have been trained there since 2017.",
        {"action": "trained", "value": 9_000, "status": "actual", "donor": None},
    ),
    row(
        "The training of 2,000 Ukrainian soldiers in Spain will be completed in June.",
        {"action": "trained", "value": 2_000, "status": "planned"},
    ),
    row(
        "About 700 Malian officers have passed through the European Union's courses.",
        {"donor": "European Union", "action": "trained", "value": 700, "status": "actual"},
    ),
]

SIDES = [
    row("Chad was handed 12 tanks by Turkey.", {"donor": "Turkey", "recipient": "Chad", "value": 12, "status": "actual"}),
    row("Kenya has four jets that were donated by Jordan.", {"donor": "Jordan", "recipient": "Kenya", "value": 4}),
    row("Kenya's parliament approved the purchase of six jets from Jordan.", {"donor": "Jordan", "recipient": "Kenya"}),
    row("Chadian soldiers will no longer be trained by France.", {"donor": "France", "action": "trained", "status": "denied"}),
    row("Kenya is getting two ships as a present from Japan.", {"donor": "Japan", "recipient": "Kenya", "value": 2}),
    row("Japan granted Chad 3 million dollars.", {"donor": "Japan", "recipient": "Chad", "value": 3_000_000}),
    row("Russia sold Mali at least six helicopters.", {"donor": "Russia", "recipient": "Mali", "action": "sold"}),
    row(
        "Kenya received the first two of eight helicopters from Washington.",
        {"donor": "United States", "recipient": "Kenya", "value": 2},
    ),
    row(
        "The Senate turned down a request for $300 million in aid to Jordan.",
        {"recipient": "Jordan", "value": 300_000_000, "action": "requested"},
    ),
    row(
        "Kenya pleaded with allies to send 20 trucks.",
        {"recipient": "Kenya", "action": "requested"},
        gap="pleading is no asking",
    ),
]

NONE = [
    "The chain said that its sales to Ukraine had reached $3 million.",
    "Her debts now exceed $2 million.",
    "The package of measures includes 20 tax cuts.",
    "The orchestra resumed its support act.",
    "The players have passed through the club's courses.",
    "The billionaire gave his old school $40 million.",
    "Norwegian soldiers completed their training in Norway.",
    "The plane carrying the team landed in Madrid.",
    "The museum set aside a room for the painter.",
]


@pytest.mark.parametrize(("text", "rows"), [*PACKAGES, *SUMS, *FLOWS, *TRAINING, *SIDES])
def test_aid_is_read_by_its_packages_sums_and_courses(expect, text, rows):
    expect(Kind.ASSISTANCE, text, rows)


@pytest.mark.parametrize("text", NONE)
def test_what_only_sounds_like_aid_is_left_alone(read, text):
    assert read(text, Kind.ASSISTANCE) == []


MODELS = [
    row(
        "Germany handed Ukraine 25 Leopard 1A5 tanks and 40 Marder infantry fighting vehicles.",
        {"donor": "Germany", "recipient": "Ukraine", "goods": "Leopard 1A5 tanks", "value": 25},
        {"donor": "Germany", "recipient": "Ukraine", "goods": "Marder infantry fighting vehicles", "value": 40},
    ),
    row("Britain gave Jordan 14 Challenger 2 tanks.", {"goods": "Challenger 2 tanks", "value": 14}),
]


@pytest.mark.parametrize(("text", "rows"), MODELS)
def test_the_mark_of_a_model_is_no_number_of_things(expect, text, rows):
    expect(Kind.ASSISTANCE, text, rows)


def test_whose_plan_it_is_gives(expect):
    text = "Norway's plan to give Mali ten trucks has stalled."
    expect(Kind.ASSISTANCE, text, [{"donor": "Norway", "recipient": "Mali", "value": 10, "status": "planned"}])


GIFTS = [
    row(
        "The base has been used by Canada to train Kenyan soldiers.",
        {"donor": "Canada", "action": "trained", "status": "actual"},
    ),
    row(
        "Japan gave Kenya three boats in May. The country will donate seven more boats in 2021.",
        {"donor": "Japan", "recipient": "Kenya", "value": 3},
        {"donor": "Japan", "recipient": "Kenya", "value": 7, "status": "planned"},
    ),
    row("Japan has donated patrol watercraft to the Philippine Coast Guard.", {"goods": "patrol watercraft"}),
    row(
        "Norway donated eight tanks to Kenya in March and another 14 in June.",
        {"donor": "Norway", "recipient": "Kenya", "value": 8, "time": ("2020-03", "2020-03")},
        {"donor": "Norway", "recipient": "Kenya", "goods": "tanks", "value": 14, "time": ("2020-06", "2020-06")},
    ),
    row(
        "A French army aircraft has delivered relief to the worst-hit areas of Mozambique and Malawi.",
        {"recipient": "Mozambique and Malawi", "goods": "relief"},
    ),
    row(
        "The Emirates has sent 31 flights to deliver food and tents to flood-hit communities in Pakistan.",
        {"donor": "United Arab Emirates", "goods": "food and tents"},
    ),
    row(
        "German military aid will arrive in Kenya in December.", {"donor": "Germany", "recipient": "Kenya", "status": "planned"}
    ),
    row(
        "Britain comes third with 6 billion euros worth of weapons sent to Ukraine.",
        {"donor": "United Kingdom", "recipient": "Ukraine", "goods": "weapons", "value": 6_000_000_000},
    ),
    row(
        "Washington announced a package of aid for Kenya. The package includes shipments of mortars and weapons that can be shipped "
        "from existing US stocks.",
        {"donor": "United States", "recipient": "Kenya"},
        {"donor": "United States", "recipient": "Kenya", "goods": "mortars"},
        {"donor": "United States", "recipient": "Kenya", "goods": "weapons"},
    ),
    row(
        "Canada announced a package of arms for Kenya. The package contains more ammunition for its guns, 75,000 rounds of ammunition and 20 mortars.",
        {"recipient": "Kenya"},
        {"goods": "more ammunition", "value": None},
        {"value": 75_000, "unit": "round"},
        {"value": 20, "unit": "mortar"},
    ),
]


@pytest.mark.parametrize(("text", "rows"), GIFTS)
def test_gifts_told_of_planes_areas_and_further_numbers(expect, text, rows):
    expect(Kind.ASSISTANCE, text, rows)


def test_relief_between_countries_is_read_where_no_state_or_war_is_spoken_of(read):
    told = (
        "A cyclone has struck the coast of Mozambique and left thousands without homes or clean water for days on end. "
        "Norway sent 200 tons of food to Mozambique on Sunday. Donations and relief are needed, aid workers said, as roads are cut, "
        "bridges are gone and many people wait on roofs for boats that do not come."
    )
    assert [(claim.args["donor"], claim.args["recipient"]) for claim in read(told, Kind.ASSISTANCE)] == [
        ("Norway", "Mozambique")
    ]
