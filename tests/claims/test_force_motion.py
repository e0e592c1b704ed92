"""Moves by any verb, of several states, in brackets, of those told of before: what plain reports say without a word for moving forces."""

import pytest

from onrecord.model import Kind

MOTION = [
    (
        "Polish troops and their engineers have been shuttled to Kabul by air.",
        [{"actor": "Poland", "place": "Kabul", "direction": "increase"}],
    ),
    (
        "The coalition came to Iraq to fight the militia.",
        [{"actor": "coalition", "place": "Iraq", "direction": "increase"}],
    ),
    (
        "The first 300 Spanish marines came to Lebanon in 1982.",
        [{"actor": "Spain", "place": "Lebanon", "direction": "increase", "delta": 300}],
    ),
    ("Spanish soldiers belong to Brunete, a division.", []),
    ("The Spanish soldiers come from Galicia.", []),
    ("Two Spanish soldiers listened to Beirut on the radio.", []),
]

SEVERAL = [
    (
        "Honduras and Spain announced the withdrawal of their contingents from Iraq.",
        [{"actor": "Honduras", "direction": "decrease"}, {"actor": "Spain", "direction": "decrease"}],
    ),
    (
        "Ghana, Benin and Togo said they would send soldiers to Mali.",
        [{"actor": who, "place": "Mali", "direction": "increase"} for who in ("Ghana", "Benin", "Togo")],
    ),
    (
        "Denmark, along with Norway, will withdraw its troops from Iraq.",
        [{"actor": "Denmark", "place": "Iraq"}, {"actor": "Norway", "place": "Iraq"}],
    ),
    (
        "Britain withdrew its last troops from Basra, and Australia followed.",
        [{"actor": "United Kingdom", "to": 0}, {"actor": "Australia", "direction": "decrease", "place": "Basra"}],
    ),
    (
        "Canada is sending a squadron of Leopard tanks and at least 200 more troops to Afghanistan.",
        [{"actor": "Canada", "what": "squadron"}, {"actor": "Canada", "low": 200, "place": "Afghanistan"}],
    ),
    (
        "A ceremony will mark the departure of some New Zealand and Fijian troops from the Solomon Islands.",
        [{"actor": "New Zealand", "place": "Solomon Islands"}, {"actor": "Fiji", "place": "Solomon Islands"}],
    ),
]

TOLD_BEFORE = [
    (
        "Spain has 330 soldiers in Iraq. Two hundred were flown home in April, and most of the rest are following them now.",
        [{"actor": "Spain", "delta": 200}, {"actor": "Spain", "direction": "decrease", "place": "Iraq"}],
    ),
    (
        "About 2,600 Danish soldiers went to Iraq in 2006. They returned in the summer.",
        [{"direction": "increase", "delta": 2600}, {"actor": "Denmark", "direction": "decrease"}],
    ),
    (
        "Turkey sent 100 soldiers to Qatar. Several batches have followed.",
        [{"actor": "Turkey", "delta": 100}, {"actor": "Turkey", "direction": "increase", "place": "Qatar"}],
    ),
    (
        "The US withdrew 900 soldiers from Afghanistan. U.S. allies have been leaving just as fast.",
        [{"actor": "United States", "delta": 900}, {"actor": "U.S. allies", "direction": "decrease"}],
    ),
]

STATUS = [
    ("Sixteen Canadian soldiers have died in Chad, prompting calls for the troops to be brought home.", ["possible"]),
    ("The decision fulfills the minister's desire to withdraw French troops from Mali.", ["planned"]),
    ("France has 900 soldiers in Mali. We do not comment on troop deployments, a spokesman of the French army said.", []),
    ("With Australian troops also deployed in Iraq and Chad, the ministry was concerned.", []),
    ("The ministry has given the president options for reducing the French presence in Mali.", ["possible"]),
    ("The council passed a resolution mandating the withdrawal of 3,000 Kenyan troops from Somalia.", ["planned"]),
    ("The minister ordered 20,000 Tajik reservists mobilized.", ["planned"]),
    ("Some 400 British soldiers came for an exercise in Kosovo and have been told to stay.", ["planned"]),
    ("Kenya has yet to name a date for the 1,000 soldiers it planned to send to Haiti.", ["planned"]),
    (
        "The two governments agreed in April that any remaining Danish soldiers in Iraq will leave, but set no date.",
        ["planned"],
    ),
]

LEVELS = [
    (
        "Poland has 1,700 soldiers in Iraq. Italy (about 3,000 troops) and Ukraine (1,600) have begun their withdrawals.",
        [("Poland", 1700), ("Italy", 3000), ("Ukraine", 1600)],
    ),
    ("Some 1,500 French troops have been operating in Niger, training its military.", [("France", 1500)]),
    ("Some 250 Nigerian peacekeepers in Liberia were set to remain to provide security for the court.", [("Nigeria", 250)]),
    ("Chad (3,000 votes) lost to Mali (3,200) in the final.", []),
]


@pytest.mark.parametrize(("text", "rows"), MOTION)
def test_any_verb_with_a_way_beside_it_moves_forces(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(("text", "rows"), SEVERAL)
def test_several_states_and_several_things_moved_are_told_one_by_one(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(("text", "rows"), TOLD_BEFORE)
def test_more_is_told_of_forces_that_were_told_of_before(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(("text", "statuses"), STATUS)
def test_what_is_asked_ordered_or_not_spoken_of_is_no_fact(read, text, statuses):
    assert [str(claim.status) for claim in read(text, Kind.FORCE_CHANGE)] == statuses


@pytest.mark.parametrize(("text", "rows"), LEVELS)
def test_numbers_in_brackets_and_of_those_at_work_are_levels(read, text, rows):
    found = read(text, Kind.FORCE_LEVEL)
    assert [(claim.args.get("actor"), claim.quantity.value) for claim in found] == rows


def test_a_reinforcement_that_consists_of_so_many_is_a_move_and_no_level(read):
    text = (
        "Canada has 2,300 troops in Afghanistan. The reinforcement will consist of 200 troops as well as a squadron of tanks."
    )
    [level] = read(text, Kind.FORCE_LEVEL)
    [move] = read(text, Kind.FORCE_CHANGE)
    assert level.quantity.value == 2300
    assert (move.args["direction"], move.quantity.delta, str(move.status)) == ("increase", 200, "planned")


@pytest.mark.parametrize("words", [
    "The force has some 460 personnel, 390 of whom are from Australia.",
    "The soldiers have been from Chad for the most part.",
])  # fmt: skip
def test_where_soldiers_are_from_is_no_move(read, words):
    assert read(words, Kind.FORCE_CHANGE) == []


def test_who_keeps_forces_is_the_subject_above_where_the_nearest_can_keep_none(read):
    words = (
        "The African Union force was deployed to Somalia when violence broke out in 2006 and currently has some 460 personnel."
    )
    [level] = read(words, Kind.FORCE_LEVEL)
    assert level.args["actor"] == "African Union"


def test_hunger_loses_no_land(read):
    [held] = read(
        "Rival militia groups still control eastern Congo after a war that killed many, most from hunger.", Kind.TERRITORY
    )
    assert "loser" not in held.args
