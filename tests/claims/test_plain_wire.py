"""Plain newswire: who boards ships or comes ashore, people whom a state sends."""

import pytest

from onrecord.model import Kind

from .rows import row

MOVES = [
    row(
        "Some 300 French paratroopers came ashore at Abidjan on Monday.", {"actor": "France", "place": "Abidjan", "delta": 300}
    ),
    row("The last 700 Ghanaian soldiers boarded ships in Freetown.", {"actor": "Ghana", "direction": "decrease", "delta": 700}),
    row("The sailors boarded a stolen tanker off Yemen."),
    row("More than 600 Malian soldiers fled into Niger.", {"actor": "Mali", "place": "Niger", "direction": "increase"}),
    row(
        "Denmark will send 340 people to Mali, among them the crews of two helicopters.",
        {"actor": "Denmark", "place": "Mali", "delta": 340, "status": "planned"},
    ),
    row("Denmark will send 340 people to the film festival in Mali."),
    row(
        "Russia sent 1,200 troops, 40 tanks and about 200 trucks to Abkhazia.",
        {"place": "Abkhazia", "delta": 1200},
        {"place": "Abkhazia", "what": "tanks", "delta": 40},
        {"place": "Abkhazia", "what": "trucks", "delta": 200},
    ),
]

GOING_ON = [
    row("France has 900 soldiers in Chad. Many of those have left already.", {"actor": "France", "place": "Chad"}),
    row(
        "France has 900 soldiers in Chad. Some of the men may be sent to Niger.",
        {"actor": "France", "place": "Niger", "status": "possible"},
    ),
    row(
        "American soldiers are in Syria. The European allies said they would pull their soldiers out of Syria.",
        {"actor": "European allies", "direction": "decrease", "status": "planned"},
    ),
    row("The first 100 of 500 Kenyan police officers landed in Haiti.", {"actor": "Kenya", "place": "Haiti", "delta": 100}),
    row("About 400 soldiers will return to Odense from Latvia in March.", {"place": "Latvia", "direction": "decrease"}),
]
LEVELS = [
    row(
        "The force in Sierra Leone numbered more than 17,000 people, with Nigeria contributing about 3,500.",
        {"actor": None, "place": "Sierra Leone", "low": 17000},
    ),
    row(
        "NATO met in Riga. The alliance commands roughly 4,000 troops in Kosovo.",
        {"actor": "NATO", "place": "Kosovo", "value": 4000},
    ),
    row(
        "France has 900 soldiers in Chad. About 400 troops are expected to stay to guard the embassy.",
        {"value": 900},
        {"actor": "France", "value": 400, "status": "planned"},
    ),
    row("The Ghanaian troops of UNOSOM left. UNOSOM II once had 28,000 soldiers.", {"actor": "UNOSOM", "value": 28000}),
]


@pytest.mark.parametrize(("text", "rows"), GOING_ON)
def test_moves_of_forces_spoken_of(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(("text", "rows"), LEVELS)
def test_levels_of_plain_wire(expect, text, rows):
    expect(Kind.FORCE_LEVEL, text, rows)


@pytest.mark.parametrize(("text", "rows"), MOVES)
def test_moves_of_plain_wire(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


def test_each_state_that_cuts_ties(expect):
    text = "Egypt, Jordan and Oman cut ties with Libya in June."
    expect(Kind.SANCTION, text, [{"actor": who, "target": "Libya"} for who in ("Egypt", "Jordan", "Oman")])


def test_who_asks_parliament_for_money_gives_it(expect):
    text = "Biden has asked Congress for $300 million for the Iraqi army next year."
    expect(Kind.ASSISTANCE, text, [{"donor": "United States", "action": "requested", "value": 300000000}])


def test_a_base_that_shuts(expect):
    expect(Kind.SITE, "The French base in Dakar shut in late April.", [{"action": "closed", "place": "Dakar"}])


def test_a_mission_goes_ashore_once(expect):
    text = "INTERFET went ashore on September 20, 1999."
    expect(Kind.FORCE_CHANGE, text, [{"actor": "INTERFET", "direction": "increase"}])


def test_leaders_of_an_alliance_agree(expect):
    text = "NATO leaders agreed in Riga in May that Afghan forces should be in charge of security by 2014."
    expect(Kind.AGREEMENT, text, [{"parties": ["NATO"], "action": "signed"}])


def test_a_minister_alone_agrees_with_nobody(expect):
    expect(Kind.AGREEMENT, "A NATO minister agreed that Afghan forces should be in charge of security.", [])


def test_members_vote_in_their_house(expect):
    text = "In the Bundestag, 420 members backed the new mandate for the soldiers in Mali and 116 opposed it."
    expect(Kind.AGREEMENT, text, [{"type": "resolution", "action": "signed"}])


def test_a_guest_loses_no_town(expect):
    expect(Kind.TERRITORY, "Spanish soldiers left. Italy pulled out of Kandahar the same week.", [])
