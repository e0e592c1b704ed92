"""How many forces an actor has somewhere."""

import pytest

from onrecord.model import Kind

from .rows import case, row

PLAIN = [
    row(
        "The United States has 2,500 troops in Iraq.",
        {"actor": "United States", "place": "Iraq", "value": 2500, "unit": "personnel", "approx": None},
    ),
    row("France maintains 5,100 soldiers in the Sahel.", {"actor": "France", "place": "Sahel", "value": 5100}),
    row("There are 700 American soldiers in Somalia.", {"actor": "United States", "place": "Somalia", "value": 700}),
    row(
        "Some 1,300 German soldiers are stationed in Mali.",
        {"actor": "Germany", "place": "Mali", "value": 1300, "approx": True},
    ),
    row("Obama will slow the drawdown, keeping 9,800 soldiers in Afghanistan.", {"place": "Afghanistan", "value": 9800}),
    row("The plan leaves 2,500 American soldiers in Iraq.", {"actor": "United States", "place": "Iraq", "value": 2500}),
    row("The number of American troops in Iraq stands at 4,565.", {"actor": "United States", "place": "Iraq", "value": 4565}),
    row("The cap on American troops in Iraq is 5,262.", {"place": "Iraq", "value": 5262, "measure": "cap"}),
    row("Italy keeps 1,100 soldiers in Lebanon.", {"actor": "Italy", "place": "Lebanon", "value": 1100}),
    row("Turkey had 10,000 soldiers in northern Syria.", {"actor": "Turkey", "place": "northern Syria", "value": 10000}),
    row(
        "Twelve thousand Ethiopian soldiers serve in Somalia.",
        {"actor": "Ethiopia", "place": "Somalia", "value": 12000},
    ),
    row("Kenya hosts 200 American troops at Manda Bay.", {"actor": "United States", "value": 200}),
    row("NATO has 3,500 peacekeepers in Kosovo.", {"actor": "NATO", "place": "Kosovo", "value": 3500}),
    row("In Djibouti, Japan has 180 troops.", {"actor": "Japan", "place": "Djibouti", "value": 180}),
    row(
        "The Russian contingent in Karabakh numbers 1,960 soldiers.",
        {"actor": "Russia", "value": 1960},
    ),
    row(
        "U.S. troop levels in Afghanistan stood at 8,600.",
        {"actor": "United States", "place": "Afghanistan", "value": 8600},
        gap="troop levels that stand at a number give it no actor and no place",
    ),
    row(
        "Britain has six Typhoon jets in Cyprus.",
        {"actor": "United Kingdom", "place": "Cyprus", "value": 6},
    ),
]

BOUNDS = [
    row("About 900 US troops remain in Syria.", {"actor": "United States", "place": "Syria", "value": 900, "approx": True}),
    row("Nearly 5,000 French soldiers are in the Sahel.", {"actor": "France", "place": "Sahel", "value": 5000, "approx": True}),
    row(
        "Roughly 80,000 American troops are based in Europe.",
        {"actor": "United States", "place": "Europe", "value": 80000, "approx": True},
    ),
    row("At least 400 Russian soldiers are in Mali.", {"actor": "Russia", "place": "Mali", "value": None, "low": 400}),
    row("More than 1,000 Turkish soldiers are in Libya.", {"actor": "Turkey", "place": "Libya", "value": None, "low": 1000}),
    row(
        "Fewer than 100 British troops remain in Iraq.",
        {"actor": "United Kingdom", "place": "Iraq", "value": None, "high": 100},
    ),
    row("Between 2,000 and 3,000 Rwandan troops are in Congo.", {"actor": "Rwanda", "low": 2000, "high": 3000}),
    row(
        "Up to 300 Canadian soldiers are stationed in Latvia.",
        {"actor": "Canada", "place": "Latvia", "value": None, "high": 300},
    ),
    row("France has as many as 1,500 soldiers in Niger.", {"actor": "France", "place": "Niger", "value": None, "high": 1500}),
]

LISTS = [
    row(
        "The United States has 8,892 troops in Iraq and 1,720 in Syria.",
        {"actor": "United States", "place": "Iraq", "value": 8892},
        {"actor": "United States", "place": "Syria", "value": 1720},
    ),
    row(
        "There are 1,100 French soldiers in Niger, 900 in Chad and 300 in Gabon.",
        {"actor": "France", "place": "Niger", "value": 1100},
        {"actor": "France", "place": "Chad", "value": 900},
        {"actor": "France", "place": "Gabon", "value": 300},
    ),
    row(
        "Germany has 300 soldiers in Jordan, while Italy has 800 in Iraq.",
        {"actor": "Germany", "place": "Jordan", "value": 300},
        {"actor": "Italy", "place": "Iraq", "value": 800},
    ),
    row(
        "About 2,500 American troops and 4,000 allied soldiers are in Iraq.",
        {"actor": "United States", "place": "Iraq", "value": 2500},
        {"place": "Iraq", "value": 4000},
    ),
]

CAPS = [
    row("Congress set a ceiling of 8,600 US troops in Afghanistan.", {"place": "Afghanistan", "value": 8600, "measure": "cap"}),
    row(
        "The number of US troops in Colombia is capped at 800.",
        {"actor": "United States", "place": "Colombia", "value": 800, "measure": "cap"},
    ),
    row(
        "The agreement allows a maximum of 5,000 Russian soldiers in Abkhazia.",
        {"actor": "Russia", "place": "Abkhazia", "measure": "cap"},
    ),
    row(
        "The mandate authorised up to 1,300 German soldiers in Mali.",
        {"actor": "Germany", "place": "Mali", "high": 1300, "measure": "cap"},
        gap="a cap set by a mandate is not read as a level",
    ),
    row("Italy has 800 soldiers in Iraq.", {"actor": "Italy", "measure": None}),
]

EMBEDDED = [
    row(
        "The Pentagon will withdraw most of the roughly 700 American troops in Somalia.",
        {"actor": "United States", "place": "Somalia", "value": 700, "status": "actual"},
    ),
    row(
        "The president ordered the 2,000 US troops in Syria home.",
        {"actor": "United States", "place": "Syria", "value": 2000, "status": "actual"},
    ),
    row("Paris will recall its 400 soldiers in Chad.", {"actor": "France", "place": "Chad", "value": 400, "status": "actual"}),
    row(
        "The minister praised the 1,200 Spanish soldiers serving in Latvia.",
        {"actor": "Spain", "place": "Latvia", "value": 1200},
    ),
]

STATUS = [
    row(
        "Washington will keep 2,500 troops in Iraq.",
        {"actor": "United States", "place": "Iraq", "value": 2500, "status": "planned"},
    ),
    row(
        "About 400 German soldiers will remain in Jordan.",
        {"actor": "Germany", "place": "Jordan", "value": 400, "status": "planned"},
    ),
    row("Russia may have 5,000 soldiers in Mali.", {"actor": "Russia", "place": "Mali", "status": "possible"}),
    row("Rwanda does not have 4,000 soldiers in Congo.", {"actor": "Rwanda", "status": "denied"}),
    row("The army said it has 600 soldiers in Kidal.", {"place": "Kidal", "value": 600, "status": "actual"}),
]


NEWSWIRE = [
    row(
        "At its peak in 2011, the NATO force had 130,000 troops from 50 countries in Afghanistan.",
        {"actor": "NATO", "place": "Afghanistan", "value": 130000, "time": ("2011", "2011")},
    ),
    row(
        "The ministry said that Norway's 60 soldiers in Erbil were safe.",
        {"actor": "Norway", "place": "Erbil", "value": 60, "source": "ministry"},
    ),
    row(
        "Of the 2,500 American troops in Iraq, about 400 are in Erbil.",
        {"actor": "United States", "place": "Iraq", "value": 2500},
        {"actor": "United States", "place": "Erbil", "value": 400, "approx": True},
    ),
    row(
        "Denmark, with 285 soldiers in Iraq, is the fourth largest contributor.",
        {"actor": "Denmark", "place": "Iraq", "value": 285},
    ),
]


@pytest.mark.parametrize(("text", "rows"), NEWSWIRE)
def test_a_level_is_read_in_the_midst_of_a_long_sentence(expect, text, rows):
    expect(Kind.FORCE_LEVEL, text, rows)


@pytest.mark.parametrize(("text", "rows"), PLAIN)
def test_a_number_of_forces_somewhere_is_a_level(expect, text, rows):
    expect(Kind.FORCE_LEVEL, text, rows)


@pytest.mark.parametrize(("text", "rows"), BOUNDS)
def test_bounds_and_rough_numbers_stay_what_they_are(expect, text, rows):
    expect(Kind.FORCE_LEVEL, text, rows)


@pytest.mark.parametrize(("text", "rows"), LISTS)
def test_each_number_of_a_list_goes_with_its_own_place_and_actor(expect, text, rows):
    expect(Kind.FORCE_LEVEL, text, rows)


@pytest.mark.parametrize(("text", "rows"), CAPS)
def test_a_ceiling_is_told_apart_from_a_strength(expect, text, rows):
    expect(Kind.FORCE_LEVEL, text, rows)


@pytest.mark.parametrize(("text", "rows"), EMBEDDED)
def test_a_definite_phrase_presents_its_number_as_what_is_there(expect, text, rows):
    expect(Kind.FORCE_LEVEL, text, rows)


@pytest.mark.parametrize(("text", "rows"), STATUS)
def test_a_level_has_the_status_of_its_clause(expect, text, rows):
    expect(Kind.FORCE_LEVEL, text, rows)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed 12 soldiers in Mali.",
        "Eight hundred soldiers were wounded in Donetsk.",
        "Spain trained 3,000 Iraqi soldiers in Besmaya.",
        "France withdrew 500 soldiers from Chad.",
        "Germany sent 450 soldiers to Lithuania.",
        "Rebels captured 40 soldiers in Kidal.",
        "The army has 12 new barracks in Kidal.",
        "Some 2,000 refugees are in Chad.",
        "The factory employs 900 workers in Poland.",
        "Twenty soldiers attended the ceremony.",
    ],
)
def test_the_killed_trained_sent_and_withdrawn_are_no_level(read, text):
    assert read(text, Kind.FORCE_LEVEL) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        case(
            "France will withdraw 2,000 soldiers from Mali and keep 3,100 there.",
            [("force_change", 2000), ("force_level", 3100)],
        ),
        case(
            "France withdrew 500 soldiers from Mali; about 4,600 soldiers remain there.",
            [("force_change", 500), ("force_level", 4600)],
        ),
    ],
)
def test_a_sentence_that_says_what_is_withdrawn_and_what_stays_makes_both_claims(read, text, numbers):
    found = [(c.kind.value, c.quantity.delta or c.quantity.value) for c in read(text) if c.quantity is not None]
    assert sorted(found) == numbers


STORIES = [
    row(
        "The United States sent 300 soldiers to Iraq. Only about 1,400 were in the country in May.",
        {"actor": "United States", "value": 1400},
    ),
    row("The United States sent 300 soldiers to Iraq. There were around 3,500 at that time.", {"place": "Iraq", "value": 3500}),
    row(
        "The United States sent 300 soldiers to Iraq. The count on Friday was 4,565.", {"actor": "United States", "value": 4565}
    ),
    row("Poland is likely to add 600 soldiers to a force of 2,000 in Mali.", {"value": 2000, "status": "actual"}),
]


@pytest.mark.parametrize(("text", "rows"), STORIES)
def test_a_number_without_a_noun_counts_the_forces_of_the_report(expect, text, rows):
    expect(Kind.FORCE_LEVEL, text, rows)


@pytest.mark.parametrize(
    "text",
    [
        "The United States sent 300 soldiers to Iraq. The toll stands at 2,210.",
        "The United States sent 300 soldiers to Iraq. The number of refugees was 4,565.",
        "Does the United States still have 900 soldiers in Syria?",
    ],
)
def test_the_dead_the_displaced_and_questions_are_no_level(read, text):
    assert not read(text, Kind.FORCE_LEVEL)


@pytest.mark.parametrize(
    "text",
    [
        "The mission is to have 500 soldiers in Iraq, of whom 80 are Spanish.",
        "France has soldiers in Niger. Under the plan 1,100 soldiers stay in Niamey.",
        "France will cut its force of soldiers in Niger. The order leaves 1,100 soldiers in the country.",
    ],
)
def test_a_level_to_come_is_no_fact(read, text):
    assert {str(claim.status) for claim in read(text, Kind.FORCE_LEVEL)} == {"planned"}


def test_the_year_of_a_peak_is_not_that_of_the_level(read):
    claims = read("The United States has 14,000 soldiers in Mali, down from a peak of 100,000 in 2011.", Kind.FORCE_LEVEL)
    assert [claim.time for claim in claims if claim.quantity and claim.quantity.value == 14000] == [None]


def test_a_mission_that_is_said_to_have_stands_for_its_soldiers(read):
    claims = read("KFOR has 4,500 soldiers in Kosovo. It had about 3,800 at the end of May.", Kind.FORCE_LEVEL)
    assert [claim.quantity.value for claim in claims if claim.quantity] == [4500, 3800]


def test_the_country_is_whose_forces_the_report_speaks_of(read):
    claims = read("Canada will send 300 soldiers to Latvia. The country currently has 800 soldiers there.", Kind.FORCE_LEVEL)
    assert [(claim.args["actor"], claim.args["place"]) for claim in claims] == [("Canada", "Latvia")]


def test_the_base_is_the_one_named_before(read):
    claims = read("Denmark sent 30 soldiers to Al Asad Air Base. Some 130 Danish soldiers are at the base.", Kind.FORCE_LEVEL)
    assert [claim.args.get("site") for claim in claims] == ["Al Asad Air Base"]


def test_the_country_is_the_one_of_the_town_named_before(read):
    claims = read(
        "Rockets killed two American soldiers near Baghdad. NATO has 7,500 soldiers in the country.", Kind.FORCE_LEVEL
    )
    assert [claim.args.get("place") for claim in claims] == ["Iraq"]
