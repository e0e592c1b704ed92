"""Uses of force: who, whom, how, how many, and what is no attack at all."""

import pytest

from onrecord.model import Claim, Kind, Report, Status
from onrecord.pipeline import Extractor

from .rows import row


def attacks(extractor: Extractor, text: str) -> list[Claim]:
    return [c for c in extractor.claims(Report(id="one", text=text)) if c.kind is Kind.ATTACK]


@pytest.mark.parametrize(
    ("sentence", "attacker", "target", "mode"),
    [
        ("The Houthis claimed responsibility for the attack on the refinery.", "Houthis", "refinery", "other"),
        ("The convoy was hit by coalition air strikes in October.", "coalition", "convoy", "airstrike"),
        ("Karim Nasser was killed in a raid by US forces.", "United States", "Karim Nasser", "ground"),
        ("US forces killed Karim Nasser in an airstrike.", "United States", "Karim Nasser", "airstrike"),
        ("A drone killed two commanders near Kunduz.", None, "two commanders", "drone"),
        ("A gunman shot two guards outside the court.", "gunman", "two guards", "shooting"),
        ("The army launched an operation against the Taliban in Kunduz.", "army", "Taliban", "ground"),
        ("The use of chemical weapons by the Syrian army was confirmed.", "Syrian Army", None, "other"),
        ("The refinery was the target of an al-Qaeda attack.", "al-Qaeda", "refinery", "other"),
        ("The Syrian army is inflicting heavy bombardment on Aleppo.", "Syrian Army", "Aleppo", "shelling"),
        ("The Iraqi army began an operation to retake Mosul.", "Iraqi Army", "Mosul", "ground"),
        ("The start of Iraqi operations to retake the city of Mosul was welcomed.", "Iraq", "Mosul", "ground"),
        ("Government forces have been trying to retake Mosul since March.", "Government forces", "Mosul", "ground"),
        ("The village was shelled by pro-Russian forces.", "pro-Russian forces", "village", "shelling"),
        ("The base was hit by ten rockets in a pre-dawn raid.", None, "base", "rocket"),
        ("Near Kunduz, an airstrike destroyed a depot.", None, "depot", "airstrike"),
        ("Near Kunduz, one airstrike struck an ISIL oil collection point.", None, "ISIL oil collection point", "airstrike"),
        ("Two strikes struck land features denying the rebels cover.", None, "land features", "airstrike"),
        ("A coalition aircraft dropped a bomb on the depot.", "coalition", "depot", "airstrike"),
        ("Marines conducted an air assault on the village.", "Marines", "village", "ground"),
        ("Marines called for an airstrike, killing Karim Nasser.", "Marines", "Karim Nasser", "airstrike"),
        ("Near Kunduz, an airstrike had no effect.", None, None, "airstrike"),
        ("The attack in Paris shocked Europe.", None, None, "other"),
        ("The police raid on the compound began at dawn.", "police", "compound", "ground"),
    ],
)
def test_an_attack_has_attacker_target_and_mode(
    extractor: Extractor, sentence: str, attacker: str | None, target: str | None, mode: str
):
    [claim] = attacks(extractor, sentence)
    assert (claim.args.get("attacker"), claim.args.get("target"), claim.args["mode"]) == (attacker, target, mode)


def test_a_claim_of_responsibility_is_for_the_attack_told_before(extractor: Extractor):
    text = "A bomb exploded at the Jolo cathedral on Sunday. The Taliban later claimed responsibility."
    claims = attacks(extractor, text)
    assert claims[-1].args["attacker"] == "Taliban"
    assert claims[-1].args["target"] == claims[0].args["target"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Officials blamed Iran for the strike on the airport.", Status.POSSIBLE),
        ("The militia denied responsibility for the bombing of the market.", Status.DENIED),
        ("The militia claimed responsibility for the bombing of the market.", Status.ACTUAL),
        ("General Haddad approved the attacks on the embassy that took place this week.", Status.ACTUAL),
    ],
)
def test_blame_is_possible_and_denial_denied(extractor: Extractor, sentence: str, status: Status):
    [claim] = attacks(extractor, sentence)
    assert claim.status is status


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("In December, Moscow advanced two draft treaties to the alliance.", 0),
        ("The minister advanced a proposal for the rebels.", 0),
        ("Ethiopian troops advanced on Mekelle.", 1),
    ],
)
def test_who_advances_a_thing_attacks_nobody(extractor: Extractor, sentence: str, number: int):
    assert len(attacks(extractor, sentence)) == number


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("The air force carried out strikes against the army and against a local militia.", ["army", "local militia"]),
        ("The jets conducted 10 airstrikes, including strikes against a depot.", ["depot"]),
    ],
)
def test_each_against_is_an_attack_but_a_part_is_not_told_twice(extractor: Extractor, sentence: str, targets: list[str]):
    assert sorted(str(c.args["target"]) for c in attacks(extractor, sentence)) == targets


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("The rebels carried out the attack using ten drones.", 10, "drone"),
        ("The Taliban attacked the town three times.", 3, "attack"),
        ("The base was hit by ten rockets.", 10, "rocket"),
        ("The coalition conducted 34 strikes against the group.", 34, "strike"),
    ],
)
def test_what_is_counted_are_strikes_weapons_or_times(extractor: Extractor, sentence: str, value: int, unit: str):
    [claim] = attacks(extractor, sentence)
    assert claim.quantity is not None
    assert (claim.quantity.value, claim.quantity.unit) == (value, unit)


def test_a_place_with_the_name_of_a_base_is_written_as_the_text_has_it(extractor: Extractor):
    [claim] = attacks(extractor, "Near Al Asad, two airstrikes destroyed five ISIL buildings.")
    assert claim.args["place"] == "Al Asad"


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Dale condemned the attack.",
        "The president spoke out against the strikes.",
        "The law would limit the group's ability to attack its neighbours.",
        "The new radar helps to prevent attacks on the base.",
        "Was the attack on the base a mistake?",
        "Take a knife and attack them.",
        "Two fighters and an attack aircraft flew over the base.",
        "He died of a heart attack.",
        "The smuggler conducts attacks against Afghan forces.",
        "He is responsible for attacks against Afghan forces.",
        "Strikes hit the economy.",
    ],
)
def test_attacks_that_are_only_spoken_of_are_no_claims(extractor: Extractor, sentence: str):
    assert attacks(extractor, sentence) == []


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        row("A United Nations convoy came under fire near Kabul.", {"target": "United Nations convoy", "mode": "shooting"}),
        row("Israeli jets pounded militant posts in Lebanon.", {"attacker": "Israel", "target": "militant posts"}),
        row("A car bomb ripped through a crowded market in Kabul.", {"target": "crowded market", "mode": "bombing"}),
        row("Two suicide bombers attacked a base in Kidal.", {"target": "base", "mode": "bombing"}),
        row("Government troops opened fire on protesters in Homs.", {"attacker": "Government troops", "target": "protesters"}),
        row("Taliban fighters clashed with Afghan police in Kabul.", {"attacker": "Taliban", "mode": "ground"}),
        row("A grenade was thrown at a bus in Kabul.", {"target": "bus", "mode": "bombing"}),
        row("A British patrol came under fire in Basra; no one was hurt.", {"target": "British patrol", "status": "actual"}),
        row("Soldiers fired on a crowd in Khartoum.", {"attacker": "Soldiers", "target": "crowd", "mode": "shooting"}),
        row("Russia said its forces had not fired on the town of Kherson.", {"attacker": "Russia", "status": "denied"}),
        row("A drone fired two missiles at a house in Kabul.", {"mode": "drone", "value": 2}),
        row("The ship was hit by an anti-ship missile.", {"attacker": None, "target": "ship", "mode": "rocket"}),
        row("Kenya accused Ethiopia of attacking its troops.", {"attacker": "Ethiopia", "status": "possible"}),
        row("Rebels said they had attacked the army in Goma.", {"attacker": "Rebels"}),
        row("Afghan commandos launched an operation against Taliban hideouts in Kabul.", {"target": "Taliban hideouts"}),
        row(
            "Kenya said Ethiopia attacked its troops on Monday. Addis Ababa said no such attack took place.",
            {"attacker": "Ethiopia", "status": "actual"},
            {"attacker": "Ethiopia", "status": "denied"},
        ),
    ],
)
def test_force_is_used_in_the_words_of_newspapers(expect, text, rows):
    expect(Kind.ATTACK, text, rows)


@pytest.mark.parametrize(
    "text",
    [
        "The minister came under fire for a trip to Dubai.",
        "Critics attacked the director for the violence.",
        "Hail bombarded cars in Milan.",
        "Russia warned Ukraine against using missiles.",
        "Iran will answer for any attack on its ships.",
    ],
)
def test_words_weather_and_warnings_use_no_force(read, text):
    assert read(text, Kind.ATTACK) == []


WEAPONS_TOLD = [
    row(
        "Seven rockets were fired at Mosul; four hit the embassy and three landed near it.",
        {"mode": "rocket", "value": 7},
        {"mode": "rocket", "value": 4, "unit": "rocket", "target": "embassy"},
        {"mode": "rocket", "value": 3, "unit": "rocket"},
    ),
    row(
        "A suicide bomber killed two guards in Aden. The bomber struck troops at a gate.",
        {"mode": "bombing", "attacker": None, "target": "troops"},
    ),
    row("Russian bombers struck the town of Azaz.", {"mode": "airstrike", "attacker": "Russia", "place": "Azaz"}),
]

OWNED = [
    row(
        "Washington blamed Kataib Hezbollah and bombed three of its sites in Iraq.",
        {"attacker": "United States", "target": "Kataib Hezbollah sites"},
    ),
    row("Jets hit six depots belonging to Hezbollah.", {"target": "Hezbollah depots"}),
    row("More than 60 Houthi targets were hit on Friday.", {"low": 60, "unit": "target"}),
    row("On Friday last week Azerbaijan attacked.", {"attacker": "Azerbaijan", "target": None}),
    row("No group has claimed responsibility for the attack on the embassy."),
    row(
        "Iran attacked five days after an American strike killed Qassem Soleimani at Baghdad airport.",
        {"attacker": "Iran", "place": None},
        {"attacker": "United States", "mode": "airstrike", "place": "Baghdad International Airport"},
    ),
    row("Helicopters have shot at two villages in Chad.", {"target": "two villages", "mode": "shooting"}),
    row("Chad will send 285 troops to NATO's mission in Iraq, of which it will take command in May."),
    row("It was his second visit since the start of Russia's full-scale invasion.", {"attacker": "Russia", "place": None}),
]


@pytest.mark.parametrize(("text", "rows"), WEAPONS_TOLD)
def test_weapons_told_by_number_alone_and_bombers_on_foot(expect, text, rows):
    expect(Kind.ATTACK, text, rows)


@pytest.mark.parametrize(("text", "rows"), OWNED)
def test_what_is_hit_has_its_owner_and_nobody_attacks_nothing(expect, text, rows):
    expect(Kind.ATTACK, text, rows)


CALLED_IN = [
    row("The army called in an airstrike.", {"mode": "airstrike", "attacker": "army", "status": "actual"}),
    row(
        "The security force called for precision air strikes.",
        {"mode": "airstrike", "attacker": "security force", "status": "actual"},
    ),
    row("The security force engaged with a precision airstrike.", {"mode": "airstrike", "attacker": "security force"}),
    row("The senator called for precision airstrikes."),
    row("The army has not called in an airstrike."),
]


@pytest.mark.parametrize(("text", "rows"), CALLED_IN)
def test_a_force_that_calls_in_a_strike_strikes(expect, text, rows):
    expect(Kind.ATTACK, text, rows)
