"""Pacts and aid as the wires tell them over several sentences: what is extended, lapses or is broken, by whom; gifts in rows and lists."""

import pytest

from onrecord.model import Kind

from .rows import row

PACTS = [
    row(
        "Chad and Libya agreed on Monday to extend by five days a ceasefire that was due to lapse that evening.",
        {"parties": ["Chad", "Libya"], "action": "announced", "value": 5, "unit": "day", "status": "actual"},
        {"parties": ["Chad", "Libya"], "action": "ended", "status": "planned"},
    ),
    row(
        "Negotiators for Chad and Libya said they would seek to lengthen a ceasefire, which began on 3 August.",
        {"parties": ["Chad", "Libya"], "action": "announced", "status": "planned"},
        {"parties": ["Chad", "Libya"], "action": "announced", "time": ("2020-08-03", "2020-08-03")},
    ),
    row(
        "Chad and Libya signed a pact in 2010. The termination is to take effect in August 2021.",
        {"parties": ["Chad", "Libya"], "action": "signed"},
        {"parties": ["Chad", "Libya"], "action": "ended", "status": "planned", "time": ("2021-08", "2021-08")},
    ),
    row(
        "Chad and Libya signed a truce. Both sides have accused each other of breaking the arrangement.",
        {"parties": ["Chad", "Libya"], "action": "signed"},
        {"parties": ["Chad", "Libya"], "action": "violated", "status": "possible"},
    ),
    row(
        "Chad and Libya signed a truce. Monitors have logged 38 breaches by both sides.",
        {"action": "signed"},
        {"parties": ["Chad", "Libya"], "action": "violated", "value": 38},
    ),
    row(
        "Chad and Libya signed a truce. Libya has broken it 30 times.",
        {"action": "signed"},
        {"parties": ["Libya"], "action": "violated", "value": 30},
    ),
    row(
        "Chad and Libya signed a truce in May. The Congolese army was expected to sign on Monday.",
        {"parties": ["Chad", "Libya"]},
        {"action": "signed", "status": "planned", "type": "ceasefire"},
    ),
    row(
        "Chad and Libya signed a truce. Begun on 2 April for two months, the truce was extended in June.",
        {"action": "signed"},
        {"parties": ["Chad", "Libya"], "action": "announced", "value": 2, "unit": "month"},
        {"parties": ["Chad", "Libya"], "action": "announced", "time": ("2020-06", "2020-06")},
    ),
    row("Three truces, mediated in October by Moscow and Paris, fell apart.", {"parties": None, "action": "ended", "value": 3}),
    row("Armenia, Chad and Russia sign deal to halt the war", {"parties": ["Armenia", "Chad", "Russia"], "action": "signed"}),
    row(
        "Chad and Libya sealed an agreement that ends the combat mission in Mali by May 2021.",
        {"parties": ["Chad", "Libya"], "action": "signed", "status": "actual"},
    ),
    row("Moscow said that it was leaving the Open Skies Treaty.", {"action": "ended", "status": "actual"}),
    row("The African Union extended the mandate of the mission by six months.", {"type": "resolution", "action": "signed"}),
    row("Chad and Libya put their names to a truce on Monday.", {"parties": ["Chad", "Libya"], "action": "signed"}),
    row("The Danish parliament rejected a treaty with Chad.", {"status": "denied", "type": "agreement"}),
    row("Seven earlier truces collapsed within a day.", {"type": "ceasefire", "action": "ended", "value": 7}),
    row("Turkish lawmakers prolonged the mandate for troops in Libya.", {"type": "resolution", "action": "signed"}),
    row("The Bundestag voted to extend the mission in Mali until 31 May.", {"type": "resolution", "status": "actual"}),
]

SHARED = [
    ("Two bases were closed and handed over to the Iraqi army.", Kind.SITE, ["actual", "actual"]),
    ("Two bases are to be closed or handed over to the Iraqi army.", Kind.SITE, ["planned", "planned"]),
    ("Norway would give Mali 19 vehicles and train 400 of its soldiers.", Kind.ASSISTANCE, ["planned", "planned"]),
    ("Norwegian forces will go on training and advising the Malian army.", Kind.ASSISTANCE, ["planned"]),
    ("Militias have threatened to strike U.S. troops until the last of them is gone.", Kind.FORCE_CHANGE, ["possible"]),
    ("France will not close its base or withdraw its 500 soldiers.", Kind.FORCE_CHANGE, ["denied"]),
]

NO_PACTS = [
    "The club extended its partnership. The extension was announced on Monday.",
    "Inspectors logged 38 breaches of the fire code.",
    "Rivals stretch their lead by five points as winter looms.",
    "Lawmakers approved the deployment of speed cameras.",
    "The council approved a motion on parking.",
    "The sisters signed on Monday.",
]

AID = [
    row(
        "Norway sent Mali 300 rifles, 12 missiles and a field hospital worth 3.5 million euros.",
        {"recipient": "Mali", "value": 300, "goods": "rifles"},
        {"recipient": "Mali", "value": 12, "goods": "missiles"},
        {"recipient": "Mali", "value": 3500000, "unit": "EUR"},
    ),
    row(
        "Poland has sent Ukraine 240 tanks, Denmark about 20 and Washington four launchers.",
        {"donor": "Poland", "recipient": "Ukraine", "value": 240},
        {"donor": "Denmark", "recipient": "Ukraine", "value": 20, "unit": "tank"},
        {"donor": "United States", "recipient": "Ukraine", "value": 4, "unit": "launcher"},
    ),
    row(
        "Norway gave Mali $10 million in arms. Of the total, $4 million will come from stocks and $6 million will be spent on trucks.",
        {"donor": "Norway", "value": 10000000},
        {"donor": "Norway", "recipient": "Mali", "value": 4000000, "status": "planned"},
        {"donor": "Norway", "recipient": "Mali", "value": 6000000, "status": "planned"},
    ),
    row(
        "Chad had asked for 12 howitzers and 50 tanks.",
        {"donor": None, "recipient": "Chad", "value": 12},
        {"donor": None, "recipient": "Chad", "value": 50},
    ),
    row(
        "The embassy recalled the $3 million in aid that Washington has given Manila since 1998.",
        {"donor": "United States", "recipient": "Philippines"},
    ),
    row(
        "Germany would make another 250 million euros available for Iraq.",
        {"donor": "Germany", "recipient": "Iraq", "value": 250000000, "status": "planned"},
    ),
    row(
        "Donors promised $2 billion for Yemen in Geneva on 26 February, of which Saudi Arabia and Kuwait each pledged $500 million.",
        {"recipient": "Yemen", "value": 2000000000},
        {"donor": "Saudi Arabia", "recipient": "Yemen"},
        {"donor": "Kuwait", "recipient": "Yemen"},
    ),
    row("Washington is withholding $85 million in military aid from Egypt.", {"recipient": "Egypt", "status": "denied"}),
    row("Berlin has stopped selling Riyadh arms.", {"donor": "Germany", "recipient": "Saudi Arabia", "status": "denied"}),
    row("Britain pledged 21.7 million pounds in relief.", {"donor": "United Kingdom", "value": 21700000, "unit": "GBP"}),
    row(
        "Donors pledged $16 billion to Chad.\nSelected pledges:\nJapan | $3 billion | 2012-2016\nNorway | $55 million | from 2015",
        {"recipient": "Chad", "value": 16000000000},
        {"donor": "Japan", "recipient": "Chad", "value": 3000000000, "status": "planned"},
        {"donor": "Norway", "recipient": "Chad", "value": 55000000, "status": "planned"},
    ),
]

NO_AID = [
    "The bank made 30 million euros available to shareholders.",
    "Of the total, $350 million will come from sponsors.",
    "Kenya won three medals, Uganda two and Mali one.",
    "Sales by country:\nJapan | $3 million | 2012",
]


@pytest.mark.parametrize(("text", "rows"), PACTS)
def test_pacts_are_followed_over_sentences(expect, text, rows):
    expect(Kind.AGREEMENT, text, rows)


@pytest.mark.parametrize("text", NO_PACTS)
def test_other_extensions_breaches_and_votes_are_no_pacts(read, text):
    assert read(text, Kind.AGREEMENT) == []


@pytest.mark.parametrize(("text", "rows"), AID)
def test_each_gift_of_several_is_told(expect, text, rows):
    expect(Kind.ASSISTANCE, text, rows)


@pytest.mark.parametrize("text", NO_AID)
def test_other_sums_and_rows_are_no_aid(read, text):
    assert read(text, Kind.ASSISTANCE) == []


def test_a_headline_with_capitals_is_read_as_a_sentence(expect):
    text = "Norway Sends Troops Back to Mali as Rebels Advance\n\nThe rebels took a town."
    expect(Kind.FORCE_CHANGE, text, [{"actor": "Norway", "place": "Mali", "direction": "increase"}])


@pytest.mark.parametrize(("text", "kind", "status"), SHARED)
def test_what_the_first_of_two_verbs_is_the_second_is(read, text, kind, status):
    assert [claim.status.value for claim in read(text, kind)] == status


def test_there_is_the_place_of_the_same_sentence(expect):
    text = "Russia will close its bases in Moldova and pull out the 3,000 troops stationed there."
    expect(Kind.FORCE_CHANGE, text, [{"actor": "Russia", "place": "Moldova", "status": "planned"}])


def test_the_facility_is_the_one_told_of_before(expect):
    text = "Germany, whose air transport hub at Niamey served its troops, said it would close the facility by August 31."
    expect(Kind.SITE, text, [{"site": "air transport hub at Niamey", "action": "closed", "status": "planned"}])


WATCHED = [
    row(
        "Ghanaian troops were sent to the border to supervise the ceasefire between Chad and Libya.",
        {"parties": ["Chad", "Libya"], "type": "ceasefire", "status": "actual"},
    ),
    row(
        "The rebels say the army forces have violated the newly-signed ceasefire agreement aimed at ending the war.",
        {"parties": ["army forces"], "type": "ceasefire", "action": "violated"},
    ),
    row(
        "The fighting wrecked a peace accord signed in February 2019 by the government and 14 armed groups.",
        {"parties": ["government", "14 armed groups"], "action": "ended"},
        {"parties": ["government", "14 armed groups"], "action": "signed"},
    ),
    row("Mali and Niger's plan to sign a defence pact has stalled.", {"parties": ["Mali", "Niger"], "status": "planned"}),
    row(
        "Talks between Chad and the Rapid Support Forces were suspended by their Kenyan hosts, who cited breaches of the ceasefire.",
        {"parties": None, "action": "violated"},
    ),
]


@pytest.mark.parametrize(("text", "rows"), WATCHED)
def test_truces_that_are_watched_over_exist_and_parties_are_told_apart(expect, text, rows):
    expect(Kind.AGREEMENT, text, rows)
