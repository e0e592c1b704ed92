"""Bases that are told by their town, a number, a list, a pronoun or their keys; and what is no base."""

import pytest

from onrecord.model import Claim, Kind

REPORT = "France closed its camp at Ansongo and gave two more bases to the Malian army in May."

STANDING_FOR_A_BASE = [
    ("Kidal was vacated first.", [{"site": "Kidal", "action": "vacated"}]),
    (
        "The peacekeepers left Tessalit on 21 May and Aguelhok two days later.",
        [{"site": "Tessalit", "action": "vacated"}, {"site": "Aguelhok", "action": "vacated"}],
    ),
    (
        "Ber is to be vacated next, then Douentza.",
        [{"site": "Ber", "status": "planned"}, {"site": "Douentza", "status": "planned"}],
    ),
    ("Three have been transferred.", [{"site": "bases", "value": 3, "unit": "site", "action": "handed_over"}]),
    (
        "Two, Baraka and Sange, will be shut down in June.",
        [{"site": "Baraka", "action": "closed", "status": "planned"}, {"site": "Sange", "value": None}],
    ),
    (
        "Three are to be handed to the Congolese army: Mikenge, Rutemba and Uvira.",
        [{"site": "Mikenge", "status": "planned"}, {"site": "Rutemba"}, {"site": "Uvira", "action": "handed_over"}],
    ),
    (
        "Goundam followed on 13 June, and Dire a week later.",
        [{"site": "Goundam", "action": "handed_over", "actor": "France"}, {"site": "Dire", "recipient": "Malian Armed Forces"}],
    ),
    ("The soldiers handed the keys to a Malian colonel.", [{"action": "handed_over"}]),
]


def _numbers(claim: Claim) -> dict[str, object]:
    return dict(claim.quantity.numbers) | {"unit": claim.quantity.unit} if claim.quantity else {}


@pytest.mark.parametrize(("sentence", "rows"), STANDING_FOR_A_BASE)
def test_in_a_report_on_bases_towns_and_numbers_stand_for_them(read, sentence, rows):
    found = [c for c in read(f"{REPORT} {sentence}", Kind.SITE) if c.evidence.begin > len(REPORT)]
    told = [dict(c.args) | {"status": c.status} | _numbers(c) for c in found]
    assert [{name: claim.get(name) for name in row} for claim, row in zip(told, rows, strict=True)] == rows


def test_the_items_of_a_list_take_the_act_from_its_heading(expect):
    text = (
        "The African Union mission has transferred seven bases to the Federal Government.\n\nHanded over:\n\n"
        "- State House, by Uganda\n- Bio Cadale and Qorillow, by Burundi\n\nTo be closed:\n\n- Two posts near Sarille\n"
    )
    given = {"action": "handed_over", "recipient": "Federal Government", "status": "actual"}
    expect(
        Kind.SITE,
        text,
        [
            given | {"value": 7},
            given | {"site": "State House", "actor": "Uganda"},
            given | {"site": "Bio Cadale", "actor": "Burundi"},
            given | {"site": "Qorillow", "actor": "Burundi"},
            {"action": "closed", "status": "planned", "value": 2, "unit": "site"},
        ],
    )


ONE_BY_ONE = [
    ("American troops turned over the keys of the Besmaya complex to the Iraqi army.", {"action": "handed_over"}),
    ("The army took control of the rebel headquarters.", {"site": "rebel headquarters", "action": "seized"}),
    ("French troops gave up the camp in Timbuktu.", {"site": "camp in Timbuktu", "action": "vacated"}),
    ("North Korea demolished ten of its guard posts.", {"action": "closed", "value": 10}),
    ("Latvia is building a new base at Selonia.", {"action": "opened", "status": "planned"}),
    ("The handover of the base was delayed.", {"action": "handed_over", "status": "planned"}),
    ("The Pentagon denied that it would close the base.", {"action": "closed", "status": "denied"}),
    ("The British embassy in Khartoum remains closed.", {"action": "closed", "status": "actual"}),
    ("The embassy in Kyiv stayed open during the siege.", {"action": "closed", "status": "denied"}),
    ("The Dutch embassy in Khartoum suspended operations.", {"action": "closed"}),
    ("The transfer of authority over Camp Taji to Iraq was completed.", {"site": "Camp Taji", "action": "handed_over"}),
]


@pytest.mark.parametrize(("text", "row"), ONE_BY_ONE)
def test_a_base_is_known_by_what_stands_for_it(expect, text, row):
    expect(Kind.SITE, text, [row])


@pytest.mark.parametrize(
    "text",
    [
        "The airline moved out of its headquarters in Montreal.",
        "The train left the station ten minutes late.",
        "The mayor closed the port to cruise ships.",
        "The couple left the airport in a taxi.",
        "Nissan will shut down its Barcelona facility in December.",
        "The governor vacated her position on Tuesday.",
        "Two trucks left the base at noon.",
        "Angela Merkel left the base after an hour.",
        "It was the largest of the bases given up so far.",
        "The runner left Baltimore in 2018 and moved to Denver.",
        "The band left Berlin for a concert in Prague.",
    ],
)
def test_firms_and_travellers_open_and_leave_no_base(read, text):
    assert read(text, Kind.SITE) == []
