"""Money, goods, arms and training: who gives what to whom."""

import pytest

from onrecord.model import Kind

from .rows import row

MONEY = [
    row(
        "Norway provided $20 million to Iraq.",
        {"donor": "Norway", "recipient": "Iraq", "value": 20_000_000, "unit": "USD", "action": "provided", "status": "actual"},
    ),
    row(
        "Germany gave Jordan 35 million euros.",
        {"donor": "Germany", "recipient": "Jordan", "value": 35_000_000, "unit": "EUR", "action": "provided"},
    ),
    row(
        "Japan pledged $1.2 billion to Ukraine.",
        {
            "donor": "Japan",
            "recipient": "Ukraine",
            "value": 1_200_000_000,
            "unit": "USD",
            "action": "pledged",
            "status": "planned",
        },
    ),
    row(
        "Britain promised £50 million in aid to Yemen.",
        {
            "donor": "United Kingdom",
            "recipient": "Yemen",
            "value": 50_000_000,
            "unit": "GBP",
            "action": "pledged",
            "status": "planned",
        },
    ),
    row(
        "The European Union allocated €100 million for Sudan.",
        {"donor": "European Union", "recipient": "Sudan", "value": 100_000_000, "unit": "EUR"},
    ),
    row(
        "Congress approved $300 million in assistance for Ukraine.",
        {"recipient": "Ukraine", "value": 300_000_000, "unit": "USD"},
    ),
    row(
        "Kuwait donated $5 million to Lebanon.",
        {"donor": "Kuwait", "recipient": "Lebanon", "value": 5_000_000, "action": "provided"},
    ),
    row("The Pentagon requested $1.3 billion for the Iraqi army.", {"value": 1_300_000_000, "action": "requested"}),
    row(
        "Lebanon received $120 million from Washington.",
        {"donor": "United States", "recipient": "Lebanon", "value": 120_000_000, "action": "provided"},
    ),
    row(
        "Sweden will send $10 million to Somalia over the next two years.",
        {"donor": "Sweden", "recipient": "Somalia", "value": 10_000_000, "status": "planned"},
    ),
]

GOODS = [
    row(
        "The United States delivered 20 armored vehicles to the Lebanese army.",
        {"donor": "United States", "recipient": "Lebanese Armed Forces", "value": 20, "action": "provided"},
    ),
    row(
        "Poland supplied Ukraine with 14 tanks.",
        {"donor": "Poland", "recipient": "Ukraine", "value": 14, "action": "provided"},
    ),
    row("Turkey sold six drones to Niger.", {"donor": "Turkey", "recipient": "Niger", "value": 6, "action": "sold"}),
    row(
        "Russia sent weapons to Mali.",
        {"donor": "Russia", "recipient": "Mali", "goods": "weapons", "action": "provided", "value": None},
    ),
    row(
        "The Coalition divested $5 million of equipment to the Peshmerga.",
        {"donor": "Global Coalition", "recipient": "Peshmerga", "action": "divested", "value": 5_000_000},
    ),
    row(
        "Ammunition was delivered to the Peshmerga by Germany.",
        {"donor": "Germany", "recipient": "Peshmerga", "goods": "Ammunition", "action": "provided"},
    ),
    row(
        "India shipped 50,000 tonnes of wheat to Afghanistan.",
        {"donor": "India", "recipient": "Afghanistan", "action": "provided"},
    ),
    row("Kyiv asked Berlin for $2 billion in military aid.", {"value": 2_000_000_000, "action": "requested"}),
    row(
        "France offered Lebanon ammunition.",
        {"donor": "France", "recipient": "Lebanon", "status": "planned", "action": "pledged"},
        gap="an indirect object is taken for part of the goods",
    ),
]

TRAINING = [
    row("Spain trained 1,200 Iraqi soldiers.", {"donor": "Spain", "recipient": "Iraq", "value": 1200, "action": "trained"}),
    row(
        "Canadian advisers trained the Ukrainian army.",
        {"donor": "Canada", "recipient": "Armed Forces of Ukraine", "action": "trained"},
    ),
    row(
        "Britain will train 10,000 Ukrainian recruits.",
        {"donor": "United Kingdom", "action": "trained", "value": 10000, "status": "planned"},
    ),
    row("The Peshmerga were trained by Germany.", {"donor": "Germany", "recipient": "Peshmerga", "action": "trained"}),
    row(
        "Washington equipped the Lebanese army with rifles.",
        {"donor": "United States", "recipient": "Lebanese Armed Forces", "goods": "rifles"},
    ),
]

NOUNS = [
    row(
        "U.S. support for the Iraqi army continues.",
        {"donor": "United States", "recipient": "Iraqi Army", "goods": "support"},
        gap="the donor stands in the goods too",
    ),
    row("German aid to Mali was suspended.", {"donor": "Germany", "recipient": "Mali", "status": "denied"}),
    row(
        "The delivery of 50 tanks to Poland by South Korea began in December.",
        {"donor": "South Korea", "recipient": "Poland", "value": 50},
    ),
]


NEWSWIRE = [
    row(
        "The United States delivered four patrol boats worth $20 million to the Lebanese navy in October.",
        {"donor": "United States", "goods": "patrol boats", "action": "provided", "time": ("2020-10", "2020-10")},
    ),
    row(
        "Ottawa has pledged C$840 million over three years for Iraq.",
        {"donor": "Canada", "recipient": "Iraq", "value": 840_000_000, "unit": "CAD", "status": "planned"},
    ),
    row(
        "Congress has set aside $700 million to train and equip the Iraqi army in 2021.",
        {"recipient": "Iraqi Army", "value": 700_000_000, "unit": "USD"},
        gap="the money that is set aside to train is not the training's sum",
    ),
    row(
        "As part of a larger package, the Peshmerga received 40 ambulances from the Coalition in September.",
        {
            "donor": "Global Coalition",
            "recipient": "Peshmerga",
            "goods": "ambulances",
            "value": 40,
            "time": ("2020-09", "2020-09"),
        },
    ),
    row(
        "Qatar paid the salaries of the Lebanese army for three months.",
        {"donor": "Qatar", "recipient": "Lebanese Armed Forces", "action": "provided"},
        gap="the army whose salaries are paid is no recipient",
    ),
    row(
        "Russia has sold missiles to Turkey for $2.5 billion.",
        {"donor": "Russia", "recipient": "Turkey", "action": "sold", "value": 2_500_000_000, "unit": "USD"},
        gap="the price of a sale is not its sum",
    ),
    row(
        "Iraq asked the World Bank for a loan of $1 billion.",
        {"donor": "World Bank", "recipient": "Iraq", "action": "requested", "value": 1_000_000_000},
    ),
    row(
        "The minister denied that Serbia had sold rifles to Armenia.",
        {"donor": "Serbia", "recipient": "Armenia", "action": "sold", "status": "denied"},
    ),
]


@pytest.mark.parametrize(("text", "rows"), NEWSWIRE)
def test_a_gift_is_read_in_a_long_sentence_from_the_wire(expect, text, rows):
    expect(Kind.ASSISTANCE, text, rows)


@pytest.mark.parametrize(("text", "rows"), MONEY)
def test_a_sum_goes_from_a_donor_to_a_recipient(expect, text, rows):
    expect(Kind.ASSISTANCE, text, rows)


@pytest.mark.parametrize(("text", "rows"), GOODS)
def test_goods_are_given_with_their_number(expect, text, rows):
    expect(Kind.ASSISTANCE, text, rows)


@pytest.mark.parametrize(("text", "rows"), TRAINING)
def test_training_and_equipping_are_assistance(expect, text, rows):
    expect(Kind.ASSISTANCE, text, rows)


@pytest.mark.parametrize(("text", "rows"), NOUNS)
def test_aid_support_and_delivery_are_claimed_by_their_nouns(expect, text, rows):
    expect(Kind.ASSISTANCE, text, rows)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Norway provided $20 million to Iraq in March 2020.", ("2020-03", "2020-03")),
        ("Britain pledged £50 million to Yemen by June 2021.", (None, "2021-06")),
        ("Japan gave Jordan $30 million in 2019.", ("2019", "2019")),
        ("Kuwait donated $5 million to Lebanon.", None),
    ],
)
def test_the_period_of_a_gift_is_its_time(expect, text, time):
    expect(Kind.ASSISTANCE, text, [{"time": time}])


@pytest.mark.parametrize(
    "text",
    [
        "The bank lent the shop $2,000.",
        "The film earned $20 million in Canada.",
        "He gave his wife a ring.",
        "The president gave a speech to the army.",
        "The fine cost the club $3 million.",
        "Fans support the team in Berlin.",
        "The general received a warm welcome in Iraq.",
    ],
)
def test_what_is_no_help_to_a_force_or_state_is_left_alone(read, text):
    assert read(text, Kind.ASSISTANCE) == []


BY_OTHER_WORDS = [
    (
        "The United States turned over 150 Humvees to the Peshmerga.",
        {"donor": "United States", "recipient": "Peshmerga", "value": 150, "status": "actual"},
    ),
    (
        "The budget request includes $700 million for the Peshmerga.",
        {"recipient": "Peshmerga", "value": 700_000_000, "action": "requested", "status": "planned"},
    ),
    (
        "Baghdad has asked the United States for 24 helicopters.",
        {"donor": "United States", "recipient": "Iraq", "value": 24, "action": "requested"},
    ),
    (
        "Ukraine requested 300 tanks from Poland.",
        {"donor": "Poland", "recipient": "Ukraine", "value": 300, "action": "requested"},
    ),
    (
        "The sale of 12 fighter jets to Greece was approved.",
        {"recipient": "Greece", "value": 12, "action": "sold", "status": "planned"},
    ),
    ("Ten tanks from Britain arrived in Jordan.", {"donor": "United Kingdom", "recipient": "Jordan", "action": "provided"}),
    ("Spanish instructors completed the training of 600 border guards.", {"action": "trained", "value": 600}),
    ("Some 40 million dollars reached the ministry in May.", {"value": 40_000_000, "action": "provided"}),
]


@pytest.mark.parametrize(("text", "row"), BY_OTHER_WORDS)
def test_help_is_told_by_other_words_than_giving(expect, text, row):
    expect(Kind.ASSISTANCE, text, [row])


@pytest.mark.parametrize(
    "text",
    [
        "The company received $3 million from investors in March.",
        "The bank gave the couple a loan of $200,000 for their house.",
        "Real Madrid will pay 100 million euros for the midfielder.",
        "The mayor announced a $40 million plan for the stadium.",
        "The club sold its striker to Juventus for 40 million euros.",
        "The union asked the employer for $2 million in back pay.",
        "The farmer sold 30 cows at the market.",
    ],
)
def test_trade_and_sport_are_no_assistance(read, text):
    assert read(text, Kind.ASSISTANCE) == []


def test_the_side_left_out_is_that_of_the_last_gift(expect):
    given = {"donor": "Japan", "recipient": "Jordan", "action": "provided"}
    text = (
        "Japan gave $20 million in aid to Jordan. In May Japan provided 40 ambulances. In June Jordan received 30 generators."
    )
    expect(Kind.ASSISTANCE, text, [given | {"value": 20_000_000}, given | {"value": 40}, given | {"value": 30}])


def test_the_side_of_another_donor_is_not_taken_over(expect):
    text = "Japan gave $20 million in aid to Jordan. Norway provided 40 ambulances."
    expect(Kind.ASSISTANCE, text, [{"recipient": "Jordan"}, {"donor": "Norway", "recipient": None}])


@pytest.mark.parametrize(
    ("text", "donor", "source"),
    [
        ("The envoy pledged Britain's support to Ukraine.", "United Kingdom", "envoy"),
        ("Col. Ann Lee reaffirmed the Coalition's support to the Peshmerga.", "Global Coalition", "Ann Lee"),
        ("Britain pledged its support to Ukraine.", "United Kingdom", None),
    ],
)
def test_who_speaks_of_anothers_support_is_its_source(read, text, donor, source):
    [claim] = read(text, Kind.ASSISTANCE)
    assert (claim.args["donor"], claim.source) == (donor, source)
