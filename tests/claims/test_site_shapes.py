"""Sites in the other shapes of the wire: received, fallen, let in to, told as one of a row, named by an unknown town; and who sets
out from home."""

import pytest

from onrecord.model import Kind

from .rows import row

SHAPES = [
    row(
        "Danish soldiers took over Camp Redoubt from a Polish battalion on Friday.",
        {"site": "Camp Redoubt", "actor": "Poland", "recipient": "Denmark", "action": "handed_over"},
    ),
    row("The rebels took over the base from the army.", {"action": "seized"}),
    row("The airfield reverted to the Iraqi army in June.", {"action": "handed_over", "recipient": "Iraqi Army"}),
    row("The army base at Dollo fell to the rebels on Monday.", {"action": "seized", "actor": "rebels", "place": "Dollo"}),
    row(
        "The cabinet approved the use of three air bases by American forces.",
        {"action": "opened", "recipient": "United States", "value": 3, "unit": "site"},
    ),
    row(
        "Manila granted U.S. troops access to four more camps.", {"action": "opened", "recipient": "United States", "value": 4}
    ),
    row("The navy wants to turn the old port at Tamba into a naval base.", {"action": "opened", "status": "planned"}),
    row("Construction of a naval base near Ream has begun.", {"action": "opened", "status": "planned", "place": "Ream"}),
    row(
        "Kenya has vacated a camp at Tabda, 60 km south of Dhobley, and an outpost at Ras Gal.",
        {"site": "camp at Tabda", "place": "Tabda", "action": "vacated", "actor": "Kenya"},
        {"site": "outpost at Ras Gal", "place": "Ras Gal", "action": "vacated", "actor": "Kenya"},
    ),
    row(
        "Camp Taji went back to Iraq on Sunday. It is the eighth site to be given up by the coalition.",
        {"site": "Camp Taji", "action": "handed_over", "recipient": "Iraq"},
        {"site": "Camp Taji", "action": "vacated"},
    ),
    row("The embassy in Tripoli has reopened its doors.", {"action": "opened", "place": "Tripoli"}),
    row("The mission closed its field office in Zwedru.", {"site": "field office", "action": "closed", "place": "Zwedru"}),
    row(
        "The army left two posts in May and will hand over the rest to the police.",
        {"action": "vacated"},
        {"action": "handed_over", "status": "planned"},
    ),
    row("Each side demolished 11 guard posts.", {"action": "closed", "value": 11, "unit": "site"}),
]


@pytest.mark.parametrize(("text", "rows"), SHAPES)
def test_a_site_is_found_where_no_object_gives_it(expect, text, rows):
    expect(Kind.SITE, text, rows)


@pytest.mark.parametrize(
    "text",
    [
        "Of those leaving Fort Bragg, 1,700 soldiers are bound for Poland.",
        "Hundreds of paratroopers left Fort Campbell for Kuwait.",
        "The brigade left its base for a tour of duty in Iraq.",
        "The retailer will close its headquarters in Austin.",
        "Has the army closed its base at Kidal?",
        "The EU closed its ports to 52 tankers of the army.",
        "Refugees fled the camp.",
        "The South will be left with 50 posts once the army has gone.",
        "The embassy granted him access to the file at the base.",
    ],
)
def test_who_sets_out_or_trades_gives_up_no_site(read, text):
    assert read(text, Kind.SITE) == []
