"""From words to who and where: owners, pronouns, definite phrases, capitals."""

import pytest

from onrecord.model import Kind

from .rows import case, row

OWNERS = [
    row("French soldiers left Niger.", {"actor": "France"}),
    row("France's soldiers left Niger.", {"actor": "France"}),
    row("The soldiers of France left Niger.", {"actor": "France"}),
    row("The Iraqi Army withdrew 500 soldiers from Kirkuk.", {"actor": "Iraqi Army"}),
    row("American soldiers left Niger.", {"actor": "United States"}),
    row("US-led forces withdrew from Niger.", {"actor": "US-led forces"}),
    row("UK troops left Niger.", {"actor": "United Kingdom"}),
    row("NATO troops left Afghanistan.", {"actor": "NATO", "place": "Afghanistan"}),
    row("The army's French trainers left Niger.", {"actor": "France"}),
]

CAPITALS = [
    row("Paris withdrew 500 soldiers from Niger.", {"actor": "France"}),
    row("Washington sent 300 soldiers to Syria.", {"actor": "United States"}),
    row("Moscow withdrew its soldiers from Armenia.", {"actor": "Russia"}),
    row("French President Emmanuel Macron withdrew 500 soldiers from Niger.", {"actor": "France"}),
    row("The Kremlin sent 300 soldiers to Syria.", {"actor": "Russia"}),
    row("France withdrew 500 soldiers from Kabul.", {"actor": "France", "place": "Kabul"}),
]

PRONOUNS = [
    row("France is leaving. It withdrew 500 soldiers from Niger.", {"actor": "France", "place": "Niger"}),
    row("Germany sent its soldiers to Niger.", {"actor": "Germany", "place": "Niger"}),
    row("Germany and France met. They withdrew 500 soldiers from Niger.", {"place": "Niger"}),
    row("Italy said that it had withdrawn 500 soldiers from Niger.", {"actor": "Italy"}),
    row(
        "Italy has 800 soldiers in Niger. They will leave the country in May.",
        {"actor": "Italy", "place": "Niger"},
    ),
    row("“We withdrew 500 soldiers from Niger,” said French President Emmanuel Macron.", {"actor": "France", "place": "Niger"}),
]

DEFINITE = [
    row("Denmark has 100 soldiers in Iraq. The troops will leave in May.", {"actor": "Denmark", "place": "Iraq"}),
    row(
        "Denmark has 100 soldiers in Iraq. Half of the soldiers left in May.",
        {"actor": "Denmark", "place": "Iraq"},
    ),
    row(
        "Rebels took Gao in Mali. France sent 500 soldiers to the country.",
        {"actor": "France", "place": "Mali"},
    ),
    row(
        "Rebels took Gao. France sent 500 soldiers there.",
        {"actor": "France", "place": "Gao"},
        gap="a sentence that triage skips tells the story nothing",
    ),
]

PLACES = [
    row("France withdrew 500 soldiers from northern Mali.", {"place": "northern Mali"}),
    row(
        "France withdrew 500 soldiers from the north of Mali.",
        {"place": "north of Mali"},
    ),
    row(
        "France withdrew 500 soldiers from Gao, Mali.",
        {"place": "Gao, Mali"},
    ),
    row("France withdrew 500 soldiers from the Sahel.", {"place": "Sahel"}),
    row("France withdrew 500 soldiers from the Kurdistan Region.", {"place": "Kurdistan Region"}),
]

BOTH = [
    row("French and German soldiers left Niger.", {"place": "Niger"}),
    row(
        "France and Germany withdrew their soldiers from Niger.",
        {"place": "Niger"},
    ),
]


@pytest.mark.parametrize(("text", "rows"), OWNERS)
def test_forces_belong_to_their_owner(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(("text", "rows"), CAPITALS)
def test_a_capital_or_head_of_state_that_acts_stands_for_the_state(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(("text", "rows"), PRONOUNS)
def test_a_pronoun_stands_for_who_was_named_before(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(("text", "rows"), DEFINITE)
def test_a_definite_phrase_points_back(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(("text", "rows"), PLACES)
def test_a_place_is_written_as_the_text_narrows_it(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(("text", "rows"), BOTH)
def test_two_owners_of_one_move_are_both_named(read, text, rows):
    claims = read(text, Kind.FORCE_CHANGE)
    named = " ".join(claim.arg("actor") or "" for claim in claims)
    assert "France" in named
    assert "Germany" in named
    assert {claim.arg("place") for claim in claims} == {rows[0]["place"]}


def test_a_known_actor_and_place_bring_their_ids(read):
    [claim] = read("France withdrew 500 soldiers from Niger.", Kind.FORCE_CHANGE)
    assert claim.ids["actor"] == "iso3166:FR"
    assert claim.ids["place"] == "iso3166:NE"


def test_nobody_is_made_up_where_the_text_names_nobody(read):
    for claim in read("Some 500 soldiers were withdrawn from Niger.", Kind.FORCE_CHANGE):
        assert "actor" not in claim.args


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        case(
            "The withdrawal of 500 soldiers from Mali by June 2021 was announced in October 2020.",
            None,
        ),
        case("The withdrawal of French soldiers from Mali by June 2021 was announced in October 2020.", "France"),
        case("Germany will complete the withdrawal of its soldiers from Mali by the end of May.", "Germany"),
    ],
)
def test_a_date_after_by_is_nobody(read, text, actor):
    [claim] = read(text, Kind.FORCE_CHANGE)
    assert claim.args.get("actor") == actor
