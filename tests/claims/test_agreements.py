"""Ceasefires, treaties, accords, resolutions."""

import pytest

from onrecord.model import Kind

from .rows import case, row

TRUCES = [
    row("Armenia and Azerbaijan are negotiating a ceasefire.", {"type": "ceasefire", "status": "planned"}),
    row("Armenia and Azerbaijan negotiated a ceasefire.", {"type": "ceasefire", "action": "signed", "status": "actual"}),
    row(
        "The rebels announced a ten-day ceasefire.",
        {"type": "ceasefire", "action": "announced", "parties": ["rebels"], "value": 10, "unit": "day"},
    ),
    row(
        "Armenia and Azerbaijan signed a ceasefire.",
        {"type": "ceasefire", "action": "signed", "parties": ["Armenia", "Azerbaijan"]},
    ),
    row(
        "A 40-day truce was declared by the militias.", {"type": "ceasefire", "action": "announced", "value": 40, "unit": "day"}
    ),
    row(
        "The Taliban declared a three-day ceasefire in Afghanistan.",
        {"type": "ceasefire", "action": "announced", "parties": ["Taliban"], "value": 3, "unit": "day"},
    ),
    row(
        "A ceasefire between Israel and Hamas was agreed on Friday.",
        {"type": "ceasefire", "parties": ["Israel", "Hamas"], "action": "signed"},
    ),
    row("Ukraine proposed a truce of 30 days.", {"type": "ceasefire", "parties": ["Ukraine"], "value": 30, "unit": "day"}),
    row("The ceasefire between Sudan and the rebels collapsed.", {"type": "ceasefire", "action": "ended"}),
    row("The militia ended its truce with the United States.", {"type": "ceasefire", "action": "ended"}),
    row("Azerbaijan violated the ceasefire.", {"type": "ceasefire", "action": "violated", "parties": ["Azerbaijan"]}),
    row(
        "The United Nations called for a ceasefire in Sudan.", {"type": "ceasefire", "action": "called_for", "status": "actual"}
    ),
    row("Turkey urged a ceasefire in Libya.", {"type": "ceasefire", "action": "called_for", "status": "actual"}),
    row("The truce is over, the militia said.", {"type": "ceasefire", "action": "ended"}),
    row(
        "Russia rejected a ceasefire.",
        {"type": "ceasefire", "status": "denied"},
    ),
]

ACCORDS = [
    row(
        "Ethiopia and Eritrea signed a peace agreement.",
        {"type": "agreement", "action": "signed", "parties": ["Ethiopia", "Eritrea"]},
    ),
    row(
        "Israel signed a peace treaty with Jordan.", {"type": "agreement", "action": "signed", "parties": ["Jordan", "Israel"]}
    ),
    row(
        "Iran withdrew from the accord with the United States.",
        {"type": "agreement", "action": "ended"},
    ),
    row(
        "An agreement between Serbia and Kosovo was reached in Brussels.",
        {"type": "agreement", "action": "signed", "parties": ["Serbia", "Kosovo"]},
    ),
    row(
        "Russia and China will sign a defense pact.",
        {"type": "agreement", "action": "signed", "parties": ["Russia", "China"], "status": "planned"},
    ),
]

RESOLUTIONS = [
    row(
        "The Security Council adopted a resolution on Mali.",
        {"type": "resolution", "action": "signed", "parties": ["United Nations Security Council"]},
    ),
    row("The Iraqi parliament passed a resolution to expel foreign troops.", {"type": "resolution", "action": "signed"}),
]


NEWSWIRE = [
    row(
        "The ceasefire agreed on in Moscow between Armenia and Azerbaijan collapsed within hours.",
        {"type": "ceasefire", "action": "ended", "parties": ["Armenia", "Azerbaijan"]},
        gap="the participle on a truce wins over its main verb",
    ),
    row(
        "Egypt and Sudan signed a military cooperation agreement on Tuesday in Khartoum.",
        {"type": "agreement", "action": "signed", "parties": ["Egypt", "Sudan"], "time": ("2020-12-08", "2020-12-08")},
    ),
    row(
        "The Security Council on Friday adopted Resolution 2532, demanding a global ceasefire.",
        {"type": "resolution", "action": "signed", "time": ("2020-12-11", "2020-12-11")},
        {"type": "ceasefire", "action": "called_for"},
    ),
    row(
        "A ceasefire brokered by Russia ended six weeks of fighting between Armenia and Azerbaijan.",
        {"type": "ceasefire", "action": None},
        gap="what a truce ends is taken for the truce's own end",
    ),
    row(
        "The Sudanese army and the Rapid Support Forces agreed to a 72-hour truce.",
        {"type": "ceasefire", "action": "signed", "value": 72, "unit": "hour"},
    ),
    row(
        "The rebels said they would observe a ceasefire until January 5.",
        {"type": "ceasefire", "status": "planned", "parties": ["rebels"]},
    ),
]


@pytest.mark.parametrize(("text", "rows"), NEWSWIRE)
def test_an_agreement_is_read_in_a_long_sentence_from_the_wire(expect, text, rows):
    expect(Kind.AGREEMENT, text, rows)


@pytest.mark.parametrize(("text", "rows"), TRUCES)
def test_a_truce_has_parties_an_action_and_a_duration(expect, text, rows):
    expect(Kind.AGREEMENT, text, rows)


@pytest.mark.parametrize(("text", "rows"), ACCORDS)
def test_an_accord_has_the_parties_that_made_or_left_it(expect, text, rows):
    expect(Kind.AGREEMENT, text, rows)


@pytest.mark.parametrize(("text", "rows"), RESOLUTIONS)
def test_a_resolution_is_adopted_by_its_body(expect, text, rows):
    expect(Kind.AGREEMENT, text, rows)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        case("The militias announced a conditional ceasefire.", "conditional"),
        case(
            "The rebels declared a truce on the condition that French troops leave Mali.",
            "French troops leave Mali",
        ),
        case("Hamas will agree to a ceasefire if Israel withdraws from Gaza.", "if Israel withdraws from Gaza"),
        case("The rebels declared a truce.", None),
    ],
)
def test_the_condition_of_a_truce_is_kept_in_its_words(read, text, condition):
    [claim] = read(text, Kind.AGREEMENT)
    assert claim.args.get("condition") == condition


@pytest.mark.parametrize(
    "text",
    [
        "The player signed a deal with the club.",
        "There was agreement in the room.",
        "The screen has a high resolution.",
        "Her New Year's resolution was to run in Berlin.",
        "The parties disagree about the budget.",
    ],
)
def test_deals_of_players_and_resolutions_of_screens_are_no_agreements(read, text):
    assert read(text, Kind.AGREEMENT) == []


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        row("The cease-fire has largely held since May.", {"type": "ceasefire", "status": "actual"}),
        row("A truce between Chad and the rebels took effect on Friday.", {"type": "ceasefire", "status": "actual"}),
        row("The truce no longer holds.", {"type": "ceasefire", "action": "ended"}),
        row("There is no ceasefire, the rebels said.", {"type": "ceasefire", "status": "denied"}),
        row(
            "Armenia and Azerbaijan agreed on Friday to a cease-fire.",
            {"action": "signed", "parties": ["Armenia", "Azerbaijan"]},
        ),
        row(
            "Ukraine accused Russia of breaching the truce.",
            {"action": "violated", "parties": ["Russia"], "status": "possible"},
        ),
        row("Germany urged all sides to agree to a ceasefire.", {"type": "ceasefire", "action": "called_for"}),
        row("Niger scrapped an accord with France.", {"type": "agreement", "action": "ended"}),
        row("Negotiators from Chad and Sudan signed an accord.", {"action": "signed", "parties": ["Chad", "Sudan"]}),
    ],
)
def test_what_becomes_of_a_truce_or_accord(expect, text, rows):
    expect(Kind.AGREEMENT, text, rows)


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        case("The envoys in their letter stressed the need for a swift ceasefire to end the killing.", False),
        case("A ceasefire ending two years of war was signed by Sudan and the rebels.", False),
        case("The ceasefire ended on Sunday.", True),
        case("The rebels ended the ceasefire.", True),
    ],
)
def test_what_a_truce_is_to_end_is_not_its_own_end(read, text, ended):
    assert ("ended" in [claim.args.get("action") for claim in read(text, Kind.AGREEMENT)]) is ended


@pytest.mark.parametrize("text", ["The US Embassy in Baghdad suspended operations.", "The singer announced a pause."])
def test_an_embassys_operations_and_a_pause_are_no_truce(read, text):
    assert read(text, Kind.AGREEMENT) == []
