"""Moves of forces that lean on the report: its forces, its places, its plans."""

import pytest

from onrecord.model import Kind

from .rows import row

DOWN, UP = "decrease", "increase"


STORIES = [
    row("French troops have fought in Mali since 2013. The French are leaving Mali.", {"actor": "France", "place": "Mali"}),
    row("The Danes have 100 soldiers in Mali. The Danes leave Mali in August.", {"actor": "Denmark", "place": "Mali"}),
    row("MONUSCO has 13,500 soldiers in Congo. It will withdraw in three phases.", {"actor": "MONUSCO", "status": "planned"}),
    row("MONUSCO has 13,500 soldiers in Congo. The mission will leave South Kivu by June.", {"place": "South Kivu"}),
    row(
        "There are 3,500 American soldiers in Iraq. They were pulled out of Syria in May.",
        {"place": "Syria", "direction": DOWN},
    ),
    row(
        "France has 1,500 soldiers in Niger. Paris announced their departure in May.", {"actor": "France", "status": "planned"}
    ),
    row("France has 1,500 soldiers in Niger. A second phase of the withdrawal starts in July 2031.", {"status": "planned"}),
    row(
        "The Pentagon has 300 soldiers in Kabul. The last of them flew out of Bagram Airfield on Friday.",
        {"actor": "United States"},
    ),
]


@pytest.mark.parametrize(("text", "rows"), STORIES)
def test_a_move_takes_from_the_report_whose_forces_and_where(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        row("The United States ended its combat mission in Iraq in May.", {"place": "Iraq", "direction": DOWN}),
        row(
            "Niger told American troops to leave the country.", {"actor": "United States", "place": "Niger", "direction": DOWN}
        ),
        row("Biden ruled out sending American troops to Ukraine.", {"place": "Ukraine", "status": "denied"}),
        row("Washington is not considering a withdrawal of troops from Korea.", {"status": "denied"}),
        row(
            "Some 5,000 American soldiers were sent to Iraq and about 500 to Syria.",
            {"place": "Iraq", "delta": 5000},
            {"actor": "United States", "place": "Syria", "delta": 500},
        ),
        row("President Joe Biden authorised up to 1,500 more American troops for Iraq.", {"high": 1500, "status": "planned"}),
        row("Ethiopian troops poured into Tigray.", {"actor": "Ethiopia", "place": "Tigray", "direction": UP}),
    ],
)
def test_ends_orders_refusals_and_lists_of_moves(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(
    "text",
    [
        "Will American troops leave Iraq altogether?",
        "It is the eighteenth drawdown from Pentagon stocks for Kyiv.",
        "The five countries that contribute troops backed the request.",
        "The minister ended his mission to the capital.",
    ],
)
def test_questions_stocks_and_habits_move_no_forces(read, text):
    assert not read(text, Kind.FORCE_CHANGE)


@pytest.mark.parametrize(
    "sentence",
    [
        "Half of them are to go by August 2031.",
        "The junta wants the soldiers to go.",
        "The troops have until 4 May 2031 to leave.",
        "When the soldiers leave, the base will be handed over.",
        "Under the agreement the soldiers leave in two steps.",
        "Orders have gone out for 400 soldiers to go home.",
        "Parliament was told of the dispatch of up to 275 more soldiers.",
    ],
)
def test_what_is_due_is_no_fact(read, sentence):
    moves = read(f"France has 1,500 soldiers in Niger. {sentence}", Kind.FORCE_CHANGE)
    assert moves
    assert {str(claim.status) for claim in moves} == {"planned"}


def test_a_headline_in_the_present_is_a_plan_where_the_report_tells_a_plan(read):
    plan = read("France Sends Troops Back to Chad\n\nFrance will send 300 soldiers to Chad, the army said.", Kind.FORCE_CHANGE)
    done = read("France Sends Troops Back to Chad\n\nFrance sent 300 soldiers to Chad, the army said.", Kind.FORCE_CHANGE)
    assert [str(claim.status) for claim in plan] == ["planned", "planned"]
    assert [str(claim.status) for claim in done] == ["actual", "actual"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        row("The cap on American troops in Iraq goes up from 4,647 to 5,262.", {"measure": "cap", "start": 4647, "to": 5262}),
        row("France has soldiers in Somalia. A first group of 2,000 soldiers left Somalia in June.", {"delta": 2000}),
        row("Ten thousand Rwandan troops crossed the border into Burundi.", {"actor": "Rwanda", "place": "Burundi"}),
        row("Two B-52 bombers arrived at Al Udeid Air Base.", {"actor": None, "site": "Al Udeid Air Base"}),
        row(
            "The Pentagon is sending a squadron of fighters and 200 airmen to Qatar.",
            {"actor": "United States", "place": "Qatar"},
        ),
    ],
)
def test_groups_caps_borders_and_bombers(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


def test_the_remaining_soldiers_are_nobody_in_particular(read):
    [claim] = read("The remaining 1,500 soldiers will leave Niger by December.", Kind.FORCE_CHANGE)
    assert claim.args.get("actor") is None


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        row(
            "Spain's parliament voted to send 511 more soldiers to Mali, raising its contingent to 1,600.",
            {"delta": 511, "status": "planned"},
            {"to": 1600, "status": "planned"},
        ),
        row("The United States rotates about 4,000 soldiers through Poland.", {"place": "Poland", "status": "actual"}),
        row("Denmark will withdraw its 30-strong radar team from Iraq.", {"actor": "Denmark", "place": "Iraq", "delta": 30}),
        row("Canada will more than double its force in Latvia to 2,200.", {"place": "Latvia", "to": 2200, "status": "planned"}),
    ],
)
def test_outcomes_rotations_teams_and_multiples(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


def test_jets_that_return_home_only_leave(read):
    claims = read("Belgium has six jets in Jordan, which will return home in July.", Kind.FORCE_CHANGE)
    assert {claim.args["direction"] for claim in claims} == {DOWN}


def test_batteries_are_counted_one_by_one(read):
    claims = read("The Pentagon ordered two Patriot batteries to Turkey.", Kind.FORCE_CHANGE)
    assert [claim.quantity.unit for claim in claims if claim.quantity] == ["battery"]


def test_the_day_of_an_announcement_is_not_when_it_is_due(read):
    [claim] = read("On 3 May the Pentagon announced another 560 soldiers for Iraq.", Kind.FORCE_CHANGE)
    assert claim.time is None
    assert claim.announced is not None


def test_bases_that_troops_are_moved_to_are_no_country(read):
    text = "The United States has 5,200 soldiers in Iraq. The Pentagon is moving troops to larger bases."
    assert all("place" not in claim.args for claim in read(text, Kind.FORCE_CHANGE))


def test_who_is_repositioned_is_neither_more_nor_less(read):
    text = "The United States has 5,200 soldiers in Iraq. Some American troops will reposition in the country."
    assert {claim.args["direction"] for claim in read(text, Kind.FORCE_CHANGE)} == {"none"}


def test_what_was_not_said_is_when_and_not_whether(read):
    claims = read("France has not said when the last 300 soldiers left Niger.", Kind.FORCE_CHANGE)
    assert {str(claim.status) for claim in claims} == {"actual"}
