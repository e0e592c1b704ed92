"""Sentences in the manner of the wires that were written before the rules were looked at: forces, sites, pacts and gifts told by numbers,
pronouns and nouns, and beside the main clause."""

import pytest

from onrecord.model import Kind

from .rows import row

IRAQ = "About 5,000 American soldiers are based in Iraq, the Pentagon said. "
MALI = "France has 2,400 troops in Mali. "
SENT = "Denmark sent 150 soldiers to Helmand in June. "
MOVES = [
    row(
        IRAQ + "Washington cancelled the withdrawal of 1,000 of them.",
        {"actor": "United States", "direction": "decrease", "delta": 1000, "status": "denied"},
    ),
    row(
        IRAQ + "The cuts, which were announced in May, will be finished by January.",
        {"actor": "United States", "place": "Iraq", "direction": "decrease", "status": "planned"},
    ),
    row(MALI + "A reduction by a third is planned for next year.", {"actor": "France", "place": "Mali", "status": "planned"}),
    row(MALI + "They began leaving Tessalit on Thursday.", {"actor": "France", "place": "Tessalit", "direction": "decrease"}),
    row(
        MALI + "They will go to Niamey in August.",
        {"actor": "France", "place": "Niamey", "direction": "increase", "status": "planned"},
    ),
    row(
        SENT + "They will be replaced by Americans in January.",
        {"direction": "increase", "delta": 150},
        {"actor": "United States", "place": "Helmand", "direction": "increase", "status": "planned"},
        {"actor": "Denmark", "place": "Helmand", "direction": "decrease", "status": "planned"},
    ),
    row("Russian soldiers were told to leave Kherson by Friday.", {"place": "Kherson", "direction": "decrease"}),
    row("Canada's 2,000 soldiers left Haiti in March. Chile's 500 left in June.", {"actor": "Canada"}, {"actor": "Chile"}),
    row("Togo's 140 men left Ivory Coast.", {"actor": "Togo", "delta": 140, "direction": "decrease"}),
    row("Another 300 Gurkhas have landed in East Timor.", {"actor": "United Kingdom", "delta": 300}),
    row("NATO ministers approved the sending of 60,000 troops to Bosnia.", {"delta": 60000, "status": "planned"}),
    row(
        "Denmark has 460 soldiers at Basra. Its 460 men will be home by August.",
        {"actor": "Denmark", "direction": "decrease", "delta": 460, "status": "planned"},
    ),
    row("The White House said 1,000 troops would go to Poland.", {"actor": "United States", "place": "Poland"}),
    row(
        "Croatia pulled its 97 peacekeepers out of Haiti in March, Japan its 44 in January.",
        {"actor": "Croatia", "delta": 97},
        {"actor": "Japan", "delta": 44, "time": ("2020-01", "2020-01")},
    ),
    row(
        "Spain will send between 1,000 and 1,200 soldiers to Lebanon, Poland 500.",
        {"actor": "Spain", "low": 1000, "high": 1200},
        {"actor": "Poland", "delta": 500, "low": None},
    ),
    row(
        "Turkey is considering sending 10,000 soldiers, and Pakistan two brigades.",
        {"actor": "Turkey", "delta": 10000},
        {"actor": "Pakistan", "delta": 2, "unit": "brigade"},
    ),
    row(
        "Of the 900 Danish soldiers in Helmand, 300 are to be posted elsewhere.",
        {"actor": "Denmark", "place": "Helmand", "direction": "decrease", "delta": 300},
    ),
    row("The outpost at Sirwah was vacated by about 500 soldiers.", {"direction": "decrease", "delta": 500}),
    row(
        "A motion to bring the French troops home from Mali was defeated by 62 votes to 50.",
        {"direction": "decrease", "status": "denied"},
    ),
    row("The Danish parliament backed the deployment of 200 soldiers to Mali.", {"actor": "Denmark", "status": "planned"}),
    row(
        MALI
        + "The 300 soldiers, who are to be shifted to Niger, will be followed by others. Paris will withdraw 500 more by June.",
        {"place": "Niger", "direction": "increase"},
        {"place": "Mali", "direction": "decrease", "delta": 500},
    ),
    row("A hundred Russian instructors are said to be on their way to Niger.", {"actor": "Russia", "delta": 100}),
]
LEVELS = [
    row(
        IRAQ + "Officials had said that some 900 troops were deployed to Syria.",
        {"place": "Iraq"},
        {"place": "Syria", "value": 900, "status": "actual"},
    ),
    row(
        "Spain has 700 soldiers in Bosnia. The Danes have 180 men at Kiseljak.",
        {"actor": "Spain"},
        {"actor": "Denmark", "value": 180},
    ),
    row(
        IRAQ + "Of the 3,500 who will take part, 1,800 are British.",
        {"value": 5000},
        {"actor": "United Kingdom", "value": 1800},
    ),
    row(
        "Thailand's 1,300 soldiers are in Baucau. Chad's 1,800 fighters are camped at Kidal.",
        {"value": 1300},
        {"actor": "Chad"},
    ),
    row("Britain will withdraw 1,600 soldiers from Iraq, leaving 5,500 there.", {"actor": "United Kingdom", "value": 5500}),
]
PACTS = [
    row(
        "Chad goes by an agreement of July 2016 under which Libya undertook to pay.",
        {"parties": ["Libya"], "action": "signed", "time": ("2016-07", "2016-07")},
    ),
    row(
        "A ceasefire took effect at midnight after it had been agreed in Moscow by Russia and Turkey.",
        {"action": "announced"},
        {"parties": ["Russia", "Turkey"], "action": "signed"},
    ),
    row(
        "Chad and Libya have signed an accord on troops. The text was signed in Doha by Niger and Mali.",
        {"parties": ["Chad", "Libya"]},
        {"parties": ["Niger", "Mali"], "action": "signed"},
    ),
    row(
        "Azerbaijan and Armenia announced an end to six weeks of war.",
        {"parties": ["Azerbaijan", "Armenia"], "type": "ceasefire"},
    ),
    row("Observers watch a ceasefire that took effect on 18 December in Hodeidah.", {"action": "announced"}),
    row("An accord has been reached with the Syrian government.", {"parties": ["Syrian government"], "action": "signed"}),
    row("Talks between Chad and Libya on a ceasefire went on as the soldiers fought."),
    row(
        MALI + "Parliament voted on Wednesday to keep them there for another year.", {"type": "resolution", "action": "signed"}
    ),
]
AID = [
    row(
        "Norway has pledged $400 million in arms to Ukraine. Four howitzers and 40 drones were donated in April.",
        {"donor": "Norway", "recipient": "Ukraine"},
        {"donor": "Norway", "recipient": "Ukraine", "value": 4},
        {"donor": "Norway", "recipient": "Ukraine", "value": 40},
    ),
    row(
        "Norway gave Mali blankets, tents and 200 generators.",
        {"goods": "blankets", "value": None},
        {"goods": "generators", "value": 200},
    ),
    row("The mission has taught 15,000 Malian soldiers since 2013.", {"action": "trained", "value": 15000}),
]


@pytest.mark.parametrize(("text", "rows"), MOVES)
def test_moves_told_by_numbers_nouns_and_pronouns_are_read(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(("text", "rows"), LEVELS)
def test_levels_told_by_numbers_alone_are_those_of_whom_the_clause_names(expect, text, rows):
    expect(Kind.FORCE_LEVEL, text, rows)


@pytest.mark.parametrize(("text", "rows"), PACTS)
def test_pacts_told_by_their_day_or_by_a_clause_are_read(expect, text, rows):
    expect(Kind.AGREEMENT, text, rows)


@pytest.mark.parametrize(("text", "rows"), AID)
def test_gifts_whose_sides_the_report_has_told_are_read(expect, text, rows):
    expect(Kind.ASSISTANCE, text, rows)
