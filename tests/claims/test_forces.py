"""Forces sent, added, cut and withdrawn."""

import pytest

from onrecord.model import Kind

from .rows import row

DOWN, UP = "decrease", "increase"


ACTIVE = [
    row(
        "The United States withdrew 500 soldiers from Niger.",
        {"actor": "United States", "place": "Niger", "direction": DOWN, "delta": 500},
    ),
    row("France sent 600 additional troops to Mali.", {"actor": "France", "place": "Mali", "direction": UP, "delta": 600}),
    row(
        "Germany deployed a battalion to Lithuania.", {"actor": "Germany", "place": "Lithuania", "direction": UP, "delta": None}
    ),
    row("Canada pulled its troops out of Kandahar.", {"actor": "Canada", "place": "Kandahar", "direction": DOWN}),
    row(
        "Turkey moved 2,000 soldiers into Syria.",
        {"actor": "Turkey", "place": "Syria", "direction": UP, "delta": 2000},
    ),
    row(
        "Italy cut its force in Kosovo by 200 soldiers.", {"actor": "Italy", "place": "Kosovo", "direction": DOWN, "delta": 200}
    ),
    row(
        "Spain reduced its contingent in Lebanon to 550 troops.",
        {"actor": "Spain", "place": "Lebanon", "direction": DOWN, "to": 550},
    ),
    row(
        "France reduced its force in Mali from 5,100 to 2,500 soldiers.",
        {"actor": "France", "place": "Mali", "direction": DOWN, "start": 5100, "to": 2500, "delta": None},
    ),
    row(
        "Norway added 200 soldiers to its 900 in Latvia.",
        {"actor": "Norway", "place": "Latvia", "direction": UP, "delta": 200, "to": None},
    ),
    row("Poland brought its troops home from Iraq.", {"actor": "Poland", "place": "Iraq", "direction": DOWN}),
    row("Russia has massed 40,000 troops in Crimea.", {"actor": "Russia", "place": "Crimea", "direction": UP, "delta": 40000}),
    row("Denmark halved its contingent in Iraq.", {"actor": "Denmark", "place": "Iraq", "direction": DOWN}),
    row(
        "Chad recalled 1,200 of its soldiers from Niger.", {"actor": "Chad", "place": "Niger", "direction": DOWN, "delta": 1200}
    ),
    row(
        "Britain raised its force in Estonia from 800 to 1,700.",
        {"actor": "United Kingdom", "place": "Estonia", "direction": UP, "start": 800, "to": 1700},
    ),
    row("Uganda removed its forces from South Sudan.", {"actor": "Uganda", "place": "South Sudan", "direction": DOWN}),
    row("French troops left Niger.", {"actor": "France", "place": "Niger", "direction": DOWN}),
    row("Ethiopian soldiers entered Somalia.", {"actor": "Ethiopia", "place": "Somalia", "direction": UP}),
    row("France pulled out of Niger.", {"actor": "France", "place": "Niger", "direction": DOWN}),
    row("The Netherlands withdrew from Mali.", {"actor": "Netherlands", "place": "Mali", "direction": DOWN}),
    row(
        "About 300 Norwegian soldiers arrived in Latvia.",
        {"actor": "Norway", "place": "Latvia", "direction": UP, "delta": 300, "approx": True},
    ),
    row(
        "More than 1,000 American paratroopers landed in Kuwait.",
        {"actor": "United States", "place": "Kuwait", "direction": UP},
    ),
]

PASSIVE = [
    row(
        "Some 200 French soldiers were withdrawn from Chad.",
        {"actor": "France", "place": "Chad", "direction": DOWN, "delta": 200},
    ),
    row(
        "A further 400 troops were sent to Mali by Germany.",
        {"actor": "Germany", "place": "Mali", "direction": UP, "delta": 400},
    ),
    row(
        "The force in Kosovo was cut from 4,000 to 3,500 soldiers by NATO.",
        {"actor": "NATO", "place": "Kosovo", "direction": DOWN, "start": 4000, "to": 3500},
    ),
    row(
        "Two Danish frigates have been deployed to the Gulf of Aden.",
        {"actor": "Denmark", "place": "Gulf of Aden", "direction": UP, "delta": 2},
    ),
    row("British forces were pulled out of Basra.", {"actor": "United Kingdom", "place": "Basra", "direction": DOWN}),
    row(
        "The Italian contingent in Lebanon was reduced by 300 soldiers.",
        {"actor": "Italy", "place": "Lebanon", "direction": DOWN, "delta": 300},
    ),
]

NOUNS = [
    row(
        "The withdrawal of 500 French troops from Mali was completed in June.",
        {"actor": "France", "place": "Mali", "direction": DOWN, "delta": 500},
    ),
    row(
        "Washington announced the deployment of 3,000 troops to Poland.",
        {"actor": "United States", "place": "Poland", "direction": UP, "delta": 3000},
    ),
    row(
        "The arrival of 150 Estonian soldiers in Mali was delayed.",
        {"actor": "Estonia", "place": "Mali", "direction": UP, "delta": 150},
    ),
    row("Paris confirmed a reduction of its forces in Chad.", {"actor": "France", "place": "Chad", "direction": DOWN}),
    row("The French pullout from Niger surprised nobody.", {"actor": "France", "place": "Niger", "direction": DOWN}),
    row(
        "Berlin said its withdrawal from Afghanistan was complete.",
        {"actor": "Germany", "place": "Afghanistan", "direction": DOWN},
    ),
    row(
        "The U.S. troop withdrawal from Somalia ended on Sunday.",
        {"actor": "United States", "place": "Somalia", "direction": DOWN},
    ),
]

HEADLINES = [
    row("France cuts forces in Mali", {"actor": "France", "place": "Mali", "direction": DOWN}),
    row(
        "US to withdraw 700 troops from Somalia",
        {"actor": "United States", "place": "Somalia", "direction": DOWN, "delta": 700, "status": "planned"},
    ),
    row("Germany sends 450 soldiers to Lithuania", {"actor": "Germany", "place": "Lithuania", "direction": UP, "delta": 450}),
    row(
        "Denmark to halve its force in Iraq",
        {"actor": "Denmark", "place": "Iraq", "direction": DOWN, "status": "planned"},
        gap="a headline's subject that the tagger takes for a verb is lost",
    ),
    row(
        "Trump orders troops out of Somalia",
        {"actor": "United States", "place": "Somalia", "direction": DOWN, "status": "planned"},
        gap="a headline's verb that the tagger takes for a noun is lost before a particle",
    ),
    row("Last French soldiers leave Niger", {"actor": "France", "place": "Niger", "direction": DOWN, "to": 0}),
]

ALL = [
    row(
        "Britain withdrew all its troops from Iraq.",
        {"actor": "United Kingdom", "place": "Iraq", "direction": DOWN, "to": 0, "delta": None},
    ),
    row("All Dutch soldiers have left Mali.", {"actor": "Netherlands", "place": "Mali", "direction": DOWN, "to": 0}),
    row(
        "The last Spanish troops left Afghanistan in May.",
        {"actor": "Spain", "place": "Afghanistan", "direction": DOWN, "to": 0},
    ),
    row(
        "The remaining Danish soldiers will be withdrawn from Iraq.",
        {"actor": "Denmark", "place": "Iraq", "direction": DOWN, "to": 0, "status": "planned"},
    ),
    row(
        "All US forces will leave Niger by September 15.",
        {"actor": "United States", "place": "Niger", "direction": DOWN, "to": 0, "status": "planned"},
    ),
    row("France has withdrawn the entire force from Chad.", {"actor": "France", "place": "Chad", "direction": DOWN, "to": 0}),
]

WANTED_OUT = [
    row(
        "The Senate leader wants the Americans out of Niger.",
        {"actor": "United States", "place": "Niger", "direction": DOWN, "status": "planned"},
    ),
    row("Niger wants French troops out.", {"actor": "France", "direction": DOWN, "status": "planned"}),
    row(
        "Baghdad wants foreign troops out of Iraq.",
        {"place": "Iraq", "direction": DOWN, "status": "planned"},
    ),
    row(
        "The final German soldiers are expected to be out of Mali by May.",
        {"actor": "Germany", "place": "Mali", "direction": DOWN, "status": "planned", "to": 0},
    ),
]

CLAUSES = [
    row(
        "The soldiers that France sent to Chad in May were praised by the mayor.",
        {"actor": "France", "place": "Chad", "direction": UP},
    ),
    row(
        "The brigade, which Germany will deploy to Lithuania, has 4,800 soldiers.",
        {"actor": "Germany", "place": "Lithuania", "direction": UP, "status": "planned"},
    ),
    row("The 200 troops withdrawn from Mali last month were French.", {"place": "Mali", "direction": DOWN, "delta": 200}),
    row(
        "President Macron, who withdrew French forces from Mali, defended the decision.",
        {"actor": "France", "place": "Mali", "direction": DOWN},
    ),
    row(
        "Cutting its force in Iraq to 2,500 soldiers, Washington kept its airfields.",
        {"actor": "United States", "place": "Iraq", "direction": DOWN, "to": 2500},
    ),
    row(
        "Denmark decided to send 100 soldiers to Iraq.",
        {"actor": "Denmark", "place": "Iraq", "direction": UP, "delta": 100, "status": "planned"},
    ),
    row(
        "Sweden said it had pulled 200 soldiers out of Mali.",
        {"actor": "Sweden", "place": "Mali", "direction": DOWN, "delta": 200, "source": "Sweden"},
    ),
    row(
        "Italy withdrew 300 soldiers from Iraq and sent 100 to Niger.",
        {"actor": "Italy", "place": "Iraq", "direction": DOWN, "delta": 300},
        {"actor": "Italy", "place": "Niger", "direction": UP, "delta": 100},
    ),
    row(
        "Portugal sent troops to Romania and to Mozambique.",
        {"actor": "Portugal", "place": "Romania", "direction": UP},
        {"actor": "Portugal", "place": "Mozambique", "direction": UP},
        gap="coordinated prepositional phrases are read as the first only",
    ),
]

DENIED = [
    row(
        "Russia did not withdraw its troops from Armenia.",
        {"actor": "Russia", "place": "Armenia", "direction": DOWN, "status": "denied"},
    ),
    row("No French soldiers were sent to Libya.", {"actor": "France", "place": "Libya", "direction": UP, "status": "denied"}),
    row(
        "Poland will not send troops to Ukraine.", {"actor": "Poland", "place": "Ukraine", "direction": UP, "status": "denied"}
    ),
    row("Rwanda denied sending troops to Congo.", {"actor": "Rwanda", "direction": UP, "status": "denied"}),
    row(
        "Ankara refused to withdraw its soldiers from Cyprus.",
        {"actor": "Turkey", "place": "Cyprus", "direction": DOWN, "status": "denied"},
    ),
]

TWO_SENTENCES = [
    row(
        "France has 5,100 soldiers in Mali. It will withdraw 2,000 of them by June.",
        {"actor": "France", "place": "Mali", "direction": DOWN, "delta": 2000, "status": "planned"},
    ),
    row(
        "The United States has 700 troops in Somalia. The forces will leave the country by January 15.",
        {"actor": "United States", "place": "Somalia", "direction": DOWN, "status": "planned"},
    ),
]


NEWSWIRE = [
    row(
        "Spain, which has kept 1,100 soldiers in Lebanon since 2006, will send a further 130 next month.",
        {
            "actor": "Spain",
            "place": "Lebanon",
            "direction": UP,
            "delta": 130,
            "status": "planned",
            "time": ("2021-01", "2021-01"),
        },
    ),
    row(
        "The ministry said on Thursday that Norway's 60 soldiers in Erbil would be home before Christmas.",
        {"actor": "Norway", "place": "Erbil", "direction": DOWN, "status": "planned"},
    ),
    row(
        "Poland's prime minister said the 300 soldiers sent to Iraq in 2016 had trained the police.",
        {"actor": "Poland", "place": "Iraq", "direction": UP, "delta": 300, "time": ("2016", "2016")},
    ),
    row(
        "The number of foreign troops in Mali has fallen from 9,000 to 5,400 since January.",
        {"actor": None, "place": "Mali", "direction": DOWN, "start": 9000, "to": 5400},
    ),
    row(
        "The number of American troops in Niger fell to 600.",
        {"actor": "United States", "place": "Niger", "direction": DOWN, "to": 600},
    ),
    row(
        "Washington will cut the number of its troops in Germany by nearly 12,000, to 24,000.",
        {"actor": "United States", "place": "Germany", "direction": DOWN, "delta": 12000, "to": 24000, "status": "planned"},
    ),
    row(
        "Kenya threatened to pull its 3,600 soldiers out of Somalia unless their allowances are paid.",
        {"actor": "Kenya", "place": "Somalia", "delta": 3600, "status": "conditional", "source": None},
        gap="who threatens is taken for the source of the act",
    ),
    row(
        "Foreign forces are to leave Afghanistan within 14 months if the Taliban keep their promises.",
        {"place": "Afghanistan", "direction": DOWN, "status": "conditional"},
    ),
    row(
        "A convoy carrying 300 German soldiers arrived in Lithuania on Sunday.",
        {"actor": "Germany", "place": "Lithuania", "direction": UP},
    ),
    row(
        "The Pentagon ordered the carrier Nimitz to the Gulf.",
        {"actor": "United States", "place": "Gulf", "direction": UP, "status": "planned"},
    ),
    row(
        "The government has not yet decided whether to send troops to Niger.",
        {"place": "Niger", "direction": UP, "status": "possible"},
    ),
    row(
        "France, the minister said, is not withdrawing from Mali.",
        {"actor": "France", "place": "Mali", "direction": DOWN, "status": "denied"},
    ),
]


@pytest.mark.parametrize(("text", "rows"), ACTIVE)
def test_who_moves_forces_where_is_read_from_an_active_sentence(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(("text", "rows"), PASSIVE)
def test_a_passive_names_whose_forces_are_moved(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(("text", "rows"), NOUNS)
def test_a_noun_of_moving_forces_makes_the_claim_too(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(("text", "rows"), HEADLINES)
def test_a_headline_is_read_as_the_sentence_that_it_stands_for(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(("text", "rows"), ALL)
def test_all_troops_withdrawn_leaves_none(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(("text", "rows"), WANTED_OUT)
def test_forces_that_are_wanted_out_are_a_planned_withdrawal(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(("text", "rows"), CLAUSES)
def test_relative_clauses_participles_and_complements_share_their_roles(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(("text", "rows"), DENIED)
def test_a_negated_move_is_denied_and_not_left_out(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(("text", "rows"), TWO_SENTENCES)
def test_what_a_sentence_leaves_out_comes_from_the_one_before(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(("text", "rows"), NEWSWIRE)
def test_a_long_sentence_from_the_wire_keeps_its_parts_apart(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(
    "text",
    [
        "The senator withdrew her amendment.",
        "The army left nothing to chance in its budget.",
        "The company cut 500 jobs in Ohio.",
        "Police sent a letter to the embassy.",
        "The central bank raised interest rates by 2 percent.",
        "Germany withdrew its ambassador from Niger.",
        "The striker returned home to Brazil after the match.",
        "The minister left Berlin for Paris on Monday.",
        "The United States withdrew from the treaty.",
        "France sent its condolences to Mali.",
    ],
)
def test_other_things_that_are_withdrawn_cut_or_sent_are_no_change_of_forces(read, text):
    assert read(text, Kind.FORCE_CHANGE) == []


@pytest.mark.parametrize("text", [
    "The French force has been deployed in Chad for more than 13 years.",
    "Over 100,000 Pakistani peacekeepers have served in South Kivu.",
])  # fmt: skip
def test_a_long_stay_and_all_who_ever_served_are_neither_moves_nor_levels(read, text):
    assert not [claim for kind in (Kind.FORCE_CHANGE, Kind.FORCE_LEVEL) for claim in read(text, kind)]


def test_who_was_deployed_since_a_day_came_then_and_who_serves_is_there(read):
    assert read("About 300 Kenyan soldiers have been deployed in Haiti since June.", Kind.FORCE_CHANGE)
    assert read("Some 300 Kenyan soldiers are serving in Haiti.", Kind.FORCE_LEVEL)
