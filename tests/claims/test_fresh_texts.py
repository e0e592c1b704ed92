"""What reports nobody tuned to were read wrongly by: each told again in sentences of the project's own, from other theatres."""

import pytest

from onrecord.model import Kind

from .rows import row

CAPTURED = [
    row("Malian soldiers captured Kidalou on Friday.", {"place": "Kidalou", "actor": "Mali", "action": "taken"}),
    row("The capture of Kidalou by the rebels was confirmed.", {"place": "Kidalou", "actor": "rebels", "action": "taken"}),
    row("The marines captured two smugglers."),
    row("Ugandan troops captured Moutou on Friday. Idriss Moutou was 40."),
]
NO_CAPTIVES = [
    row("Malian soldiers captured Kidalou on Friday."),
    row("Ugandan troops captured the rebel HQ."),
    row("Ugandan troops captured Moutou on Friday. Idriss Moutou was 40.", {"outcome": "captured"}),
    row("Ugandan troops captured two rebels.", {"victims": "rebels", "value": 2}),
]
MOVES = [
    row(
        "Norway has begun discussions for an orderly withdrawal from Mali.",
        {"place": "Mali", "direction": "decrease", "status": "planned"},
    ),
    row("Turkey and Iraq held talks on the withdrawal of Turkish troops from Bashiqa.", {"status": "planned"}),
    row(
        "Polish soldiers arrived in Latvia on Monday to reinforce the battlegroup.",
        {"actor": "Poland", "direction": "increase", "place": "Latvia"},
    ),
    row("The U.N. mission in Liberia on Monday transferred to the police the camp of Vahun."),
    row("Danish soldiers were stationed in Kosovo. Some 4,000 ethnic Serbs left the province."),
    row("The number of Dutch troops in Mali will go even higher."),
    row("Soldiers are practising the reinforcement of the Polish battalions in Latvia."),
    row(
        "Canada may deploy a 2,200-strong brigade in Latvia.",
        {"delta": 2200, "unit": "personnel", "status": "possible"},
    ),
    row("Norway finished pulling out of Chad on Tuesday.", {"actor": "Norway", "direction": "decrease", "place": "Chad"}),
    row(
        "The force in Lebanon consists of 10,000 troops contributed by 40 nations.",
    ),
]
LEVELS = [
    row("Canada may deploy a 2,200-strong brigade in Latvia."),
    row("Canada has a 700-strong unit in Latvia.", {"actor": "Canada", "place": "Latvia", "value": 700}),
    row(
        "Denmark had about 900 soldiers in the Baltic states, including 600 in Latvia.",
        {"value": 900, "counting": None},
        {"actor": "Denmark", "place": "Latvia", "value": 600},
    ),
    row("UNMISS consists of 12,000 troops contributed by 40 nations.", {"actor": "UNMISS", "value": 12000}),
    row("Forward Base “117” in eastern Chad served as a hub for French drones."),
    row("The last group of 300 Danish soldiers left the camp in Helmand."),
]
PACTS = [
    row(
        "A UN-brokered truce collapsed in 2022, and a Russian-sponsored accord was signed by Chad and Libya in 2023.",
        {"parties": None, "action": "ended"},
        {"parties": ["Chad", "Libya"], "action": "signed"},
    ),
    row("The two sides gave no details of the deal between Chad and Libya.", {"status": "actual", "action": "signed"}),
    row("The ministry did not offer details of the accord."),
    row(
        "Kenya sent soldiers to support a peace agreement signed by Sudan and the rebels in 2005.",
        {"action": "signed", "time": ("2005", "2005")},
    ),
    row(
        "A truce between Chad and Libya took effect on Monday, amid hopes that it would end the long border war.",
        {"action": "announced"},
    ),
]
MEETINGS = [
    row(
        "The Polish envoy Jan Nowak will travel to Minsk on Friday for talks with President Alexander Lukashenko.",
        {"parties": ["Jan Nowak", "Alexander Lukashenko"], "place": "Minsk"},
    ),
]


@pytest.mark.parametrize(("text", "rows"), CAPTURED)
def test_a_captured_town_is_land_though_no_list_has_it(expect, text, rows):
    expect(Kind.TERRITORY, text, rows)


@pytest.mark.parametrize(("text", "rows"), NO_CAPTIVES)
def test_a_captured_town_or_headquarters_is_nobody_captured(expect, text, rows):
    expect(Kind.CASUALTIES, text, rows)


@pytest.mark.parametrize(("text", "rows"), MOVES)
def test_what_is_talked_of_is_planned_and_what_moves_nobody_is_no_move(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(("text", "rows"), LEVELS)
def test_parts_with_a_place_of_their_own_are_levels_and_names_and_leavers_are_none(expect, text, rows):
    expect(Kind.FORCE_LEVEL, text, rows)


@pytest.mark.parametrize(("text", "rows"), PACTS)
def test_what_is_only_described_or_supported_is_not_what_became_of_a_pact(expect, text, rows):
    expect(Kind.AGREEMENT, text, rows)


@pytest.mark.parametrize(("text", "rows"), MEETINGS)
def test_a_journey_for_talks_is_one_meeting(expect, text, rows):
    expect(Kind.MEETING, text, rows)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Troops raided the village on Monday, killing two rebels.", "2020-12-07"),
        ("On Sunday, the army carried out an operation in Basra that resulted in the death of two rebels.", "2020-12-13"),
        ("Rebels killed two guards and burned the post on Monday.", "2020-12-07"),
        ("Troops were sent on Monday to guard the mine after rebels killed two guards.", None),
    ],
)
def test_what_came_of_a_deed_came_on_its_day(read, text, day):
    [claim] = read(text, Kind.CASUALTIES)
    assert (claim.time.start if claim.time else None) == day


def test_a_night_in_a_dated_release_is_the_one_before_its_day(read):
    [claim] = read("BASRA, Iraq (Dec. 13) - Troops detained two rebels overnight.", Kind.CASUALTIES)
    assert claim.time
    assert (claim.time.start, claim.time.end) == ("2020-12-12", "2020-12-12")


def test_what_a_time_is_counted_from_is_not_of_that_time(read):
    found = read("The withdrawal from Chad began on Friday, ten days after the Danish jets left Chad.", Kind.FORCE_CHANGE)
    assert [claim.time.text if claim.time else None for claim in found] == ["on Friday", None]


def test_a_new_mission_of_a_body_is_not_that_body(read):
    [claim] = read("A new smaller UN mission has been established in Liberia.", Kind.ORGANIZATION)
    assert claim.args["organization"] != "United Nations"


def test_the_now_of_a_name_is_no_time(read):
    found = read("Rebels shelled Qala-ye Now district yesterday.", Kind.ATTACK)
    assert [claim.time.start for claim in found if claim.time] == ["2020-12-12"]


def test_an_army_that_closes_in_on_a_town_does_not_close(read):
    assert read("The Chadian army launched an offensive and closed in on the town of Fada.", Kind.ORGANIZATION) == []


def test_a_continent_that_is_commanded_is_nobody(read):
    found = read("The request came from the Supreme Allied Commander Europe.", Kind.ROLE)
    assert [claim.args["person"] for claim in found] == []
