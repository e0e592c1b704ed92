"""Attacks, casualties, sanctions and truces as agencies word them: by classes of verbs and nouns, not by single phrases."""

import pytest

from onrecord.model import Kind

from .rows import row

WHO_ATTACKS = [
    row("An attack blamed on Boko Haram left 30 people dead in Borno.", {"attacker": "Boko Haram", "status": "possible"}),
    row("The bombing was blamed on al-Shabab.", {"attacker": "al-Shabab", "target": None, "status": "possible"}),
    row(
        "A drone strike, which the militia attributed to Israel, destroyed a depot in Basra.",
        {"attacker": "Israel", "target": "depot", "status": "possible"},
    ),
    row("Russian missile strikes on Kharkiv killed seven people.", {"attacker": "Russia", "target": "Kharkiv"}),
    row("Saudi-led coalition air raids on Sanaa killed 20 people.", {"attacker": "Saudi-led coalition"}),
    row("The Rwandan-led offensive in Cabo Delgado began in July.", {"attacker": "Rwanda", "mode": "ground"}),
    row("The convoy came under attack by unidentified armed men.", {"attacker": "unidentified armed men", "target": "convoy"}),
    row("Two soldiers were killed in an attack in a region of Mali plagued by jihadist violence.", {"attacker": None}),
    row("It was not clear who carried out the attack near Mopti.", {"attacker": None, "place": "Mopti", "status": "actual"}),
    row("Five wounded in central Mali attack"),
    row(
        "An air strike killed 33 soldiers in Idlib. Ankara blamed Syrian government forces.",
        {"mode": "airstrike", "attacker": None},
        {"attacker": "Syrian Army", "status": "possible"},
    ),
    row("Critics blamed the government in Ankara."),
    row("It was unclear which group carried out the attack on the convoy.", {"attacker": None, "target": "convoy"}),
    row("Boko Haram has carried out a string of suicide attacks in Borno.", {"attacker": "Boko Haram", "mode": "bombing"}),
    row("Two guards died in an ambush by Somali rebels targeting a civilian convoy.", {"target": "civilian convoy"}),
]

WHO_BEARS_IT = [
    row(
        "The village was subjected to heavy shelling by government troops.",
        {"attacker": "government troops", "target": "village"},
    ),
    row("The base has faced repeated drone attacks.", {"attacker": None, "target": "base", "mode": "drone"}),
    row("The sanctions target two generals."),
    row("Shells landed in the town of Akcakale, killing five civilians.", {"mode": "shelling", "target": "Akcakale"}),
    row("Gunmen killed in raid in Kano", {"attacker": None}),
]


@pytest.mark.parametrize(("text", "rows"), WHO_ATTACKS)
def test_who_attacked_is_told_by_blame_by_weapons_and_by_who_leads(expect, text, rows):
    expect(Kind.ATTACK, text, rows)


@pytest.mark.parametrize(("text", "rows"), WHO_BEARS_IT)
def test_who_bears_an_attack_does_not_make_it(expect, text, rows):
    expect(Kind.ATTACK, text, rows)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        row("The blast left five dead and 20 injured.", {"value": 5, "outcome": "killed"}, {"value": 20, "outcome": "wounded"}),
        row("Four peacekeepers from Chad killed, five wounded in Mali", {"value": 4}, {"value": 5, "victims": "peacekeepers"}),
        row(
            "A peacekeeper was killed and four others wounded near Kidal.",
            {"victims": "peacekeeper", "value": None},
            {"victims": "peacekeeper", "value": 4, "outcome": "wounded"},
        ),
        row(
            "The number of British soldiers killed in Afghanistan has reached 200.",
            {"victims": "British soldiers", "value": 200},
        ),
        row("The war has cost 15,000 lives.", {"victims": "people", "value": 15000}),
        row("Three of the wounded later died in hospital.", {"value": 3, "outcome": "killed"}),
        row("The M23 entered the town after Congolese soldiers fled."),
        row("The capture of Nyabibwe, some 70 km north of Bukavu, alarmed the army."),
    ],
)
def test_casualties_are_counted_once_and_a_town_is_no_victim(expect, text, rows):
    expect(Kind.CASUALTIES, text, rows)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        row(
            "The EU imposed sanctions on Mali's prime minister Choguel Maiga, Ismael Wague and three other officials.",
            {"target": "Choguel Maiga"},
            {"target": "Ismael Wague"},
            {"target": "three other officials", "value": 3, "unit": "person"},
        ),
        row("The EU imposed sanctions on Russia and Belarus.", {"target": "Russia"}, {"target": "Belarus"}),
        row(
            "Washington blacklisted a Sudanese company and two brothers of its commander.",
            {"target": "Sudanese company"},
            {"target": "two brothers of its commander", "value": 2, "unit": "person"},
        ),
        row("The EU has banned five Russian generals from travelling there.", {"target": "Russian generals", "value": 5}),
        row("Poland ordered 45 Russian diplomats to leave.", {"actor": "Poland", "target": "Russian diplomats", "value": 45}),
        row("Nigeria closed its border with Niger and froze its assets.", {"actor": "Nigeria", "target": "Niger"}),
        row(
            "The EU imposed sanctions on Syria. The sanctions target two generals.",
            {"target": "Syria"},
            {"actor": "European Union", "target": "two generals", "value": 2},
        ),
        row(
            "Troops went to Qatar after Egypt and Bahrain cut ties with the emirate.",
            {"actor": "Egypt", "target": "Qatar"},
            {"actor": "Bahrain", "target": "Qatar"},
        ),
        row("The club banned two fans from entering the ground."),
        row("The EU announced its 15th sanctions package against Russia.", {"actor": "European Union", "target": "Russia"}),
        row("Canada renewed its Belarus sanctions regime.", {"actor": "Canada", "target": "Belarus"}),
        row("Norway added two officers to its sanctions regime.", {"target": "two officers", "value": 2}),
    ],
)
def test_each_of_a_list_is_hit_by_a_measure_of_its_own(expect, text, rows):
    expect(Kind.SANCTION, text, rows)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        row("Neither side respected the ceasefire.", {"action": "violated", "status": "actual"}),
        row("The rebels ignored the truce.", {"parties": ["rebels"], "action": "violated"}),
        row(
            "Under an accord reached with Chad last year, France will keep 300 soldiers there.",
            {"parties": ["Chad", "France"], "action": "signed"},
        ),
        row(
            "The ministers of the two Koreas signed a military agreement.",
            {"parties": ["North Korea", "South Korea"], "action": "signed"},
        ),
        row(
            "Armenia and Azerbaijan agreed a truce. The ceasefire deal, agreed on Friday, was broken.",
            {"parties": ["Armenia", "Azerbaijan"]},
            {"parties": ["Armenia", "Azerbaijan"]},
        ),
    ],
)
def test_a_truce_that_is_not_kept_is_broken_and_keeps_its_parties(expect, text, rows):
    expect(Kind.AGREEMENT, text, rows)


def test_a_report_on_a_truce_speaks_of_war(read):
    text = (
        "A Reuters cameraman saw the truce fail. A television crew in the town of Terter said that the centre was under artillery fire, "
        "and Azerbaijan accused Armenia of violating the truce, which had been agreed on Friday by the two neighbours after talks that "
        "lasted all night in a hotel by the river."
    )
    assert read(text, Kind.AGREEMENT)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        row(
            "The Rwandan-led offensive drove the insurgents out of Mocimboa da Praia.",
            {"place": "Mocimboa da Praia", "actor": "Rwanda", "loser": "insurgents", "action": "taken", "status": "actual"},
        ),
        row(
            "The rebels were pushed out of the town of Sake by Congolese troops.",
            {"place": "Sake", "actor": "Democratic Republic of the Congo", "loser": "rebels"},
        ),
        row("Half of the country is in rebel hands.", {"place": "Half of the country", "actor": "rebels", "action": "held"}),
        row("Rebels have seized a town from the army.", {"place": "town", "actor": "Rebels", "loser": "army"}),
        row("The fall of Raqqa followed months of fighting.", {"place": "Raqqa", "actor": None, "action": "taken"}),
        row(
            "The town of Sake is the fifth rebel-held town to fall to government forces.",
            {"place": "Sake", "actor": "government forces"},
        ),
        row(
            "In Syria, rebels retook 18,000 square kilometres of territory.",
            {"place": "Syria", "actor": "rebels", "value": 18000},
        ),
        row("The capture of Nyabibwe, some 70 km north of Bukavu, alarmed the army.", {"place": "Nyabibwe", "actor": None}),
    ],
)
def test_land_has_who_leads_who_is_pushed_out_and_how_much_it_is(expect, text, rows):
    expect(Kind.TERRITORY, text, rows)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        row("The United States agreed to sell Taiwan 66 F-16 jets worth $8 billion.", {"recipient": "Taiwan", "goods": "jets"}),
        row("Iraq bought 36 F-16 fighters from the United States.", {"value": 36, "unit": "fighter"}),
        row("The EU approved a package of €500 million for the Ukrainian army.", {"goods": None, "value": 500000000}),
        row(
            "A loan of $5 billion from Russia to Belarus was agreed.",
            {"donor": "Russia", "recipient": "Belarus", "unit": "USD"},
        ),
        row(
            "Canada's contribution of $100 million will go to the World Food Programme.",
            {"donor": "Canada", "recipient": "World Food Programme", "goods": "contribution", "status": "planned"},
        ),
        row("Saudi Arabia's loan of $2 billion to Yemen was announced.", {"donor": "Saudi Arabia", "recipient": "Yemen"}),
        row("Japan will provide $50 million in aid to Jordan and to Lebanon.", {"recipient": "Jordan and Lebanon"}),
        row("Rwanda, accused by U.N. experts of backing the M23 rebels, denied it.", {"donor": "Rwanda", "status": "possible"}),
        row("Her contribution of wit to the film was praised."),
    ],
)
def test_sums_have_a_giver_and_a_taker_in_any_order(expect, text, rows):
    expect(Kind.ASSISTANCE, text, rows)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        row(
            "Turkey has threatened to launch an offensive against the PKK.",
            {"actor": "Turkey", "target": "Kurdistan Workers' Party"},
        ),
        row("Moscow vowed to retaliate against any attack on Crimea.", {"actor": "Russia", "target": None}),
        row("The threat by Houthi leaders to attack shipping was repeated.", {"actor": "Houthis", "target": "shipping"}),
        row("Hezbollah leader Hassan Nasrallah vowed revenge for the raid.", {"actor": "Hezbollah"}),
    ],
)
def test_a_threat_is_meant_for_whom_the_act_would_hit(expect, text, rows):
    expect(Kind.THREAT, text, rows)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        row("Turkey is in talks with Qatar about the airport.", {"parties": ["Turkey", "Qatar"]}),
        row(
            "US President Donald Trump and Turkish President Recep Tayyip Erdoğan spoke on the phone.",
            {"parties": ["Recep Tayyip Erdoğan", "Donald Trump"]},
        ),
        row(
            "Antony Blinken will travel to Turkey November 16 for two days.", {"parties": ["Antony Blinken"], "place": "Turkey"}
        ),
    ],
)
def test_who_talks_is_told_however_the_sentence_puts_it(expect, text, rows):
    expect(Kind.MEETING, text, rows)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        row(
            "The European Union launched a naval operation on Monday.",
            {"founder": "European Union", "organization": "naval operation"},
        ),
        row("The army launched an operation on Monday."),
        row(
            "Niger, Mali and Burkina Faso announced their withdrawal from ECOWAS.",
            {"member": "Niger, Mali and Burkina Faso", "action": "left"},
        ),
    ],
)
def test_an_operation_of_states_together_is_a_body(expect, text, rows):
    expect(Kind.ORGANIZATION, text, rows)
