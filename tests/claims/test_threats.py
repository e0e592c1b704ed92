"""Threats, warnings of one's own act, vows to do harm."""

import pytest

from onrecord.model import Kind

from .rows import row

THREATS = [
    row("Iran threatened to attack American ships.", {"actor": "Iran", "act": "attack American ships", "status": "actual"}),
    row(
        "The militia threatened to resume attacks on the embassy.", {"actor": "militia", "act": "resume attacks on the embassy"}
    ),
    row(
        "The United States threatened to close its embassy if the rocket attacks continue.",
        {"actor": "United States", "act": "close its embassy", "condition": "if the rocket attacks continue"},
    ),
    row("Russia threatened to withdraw all troops from Syria.", {"actor": "Russia", "to": 0}),
    row("Ankara threatened to send 5,000 soldiers to Libya.", {"actor": "Turkey", "delta": 5000}),
    row("Israel warned that it would strike Lebanon.", {"actor": "Israel"}),
    row("The Taliban vowed to attack polling stations.", {"actor": "Taliban", "act": "attack polling stations"}),
    row("Hezbollah vowed to avenge its commander.", {"actor": "Hezbollah", "act": "avenge its commander"}),
    row("North Korea has threatened South Korea.", {"actor": "North Korea", "target": "South Korea"}),
    row("Turkey threatened Syria with an offensive.", {"actor": "Turkey", "target": "Syria"}),
    row(
        "Threatening to expel the ambassador unless France apologizes, Niger closed its airspace.",
        {"actor": "Niger", "act": "expel the ambassador", "condition": "unless France apologizes"},
    ),
    row(
        "Ethiopia was threatened with sanctions by the United States.",
        {"actor": "United States", "target": "Ethiopia"},
        gap="a threat in the passive is not read",
    ),
    row("Pakistan did not threaten India.", {"actor": "Pakistan", "target": "India", "status": "denied"}),
]


NEWSWIRE = [
    row(
        "Kenya threatened on Tuesday to pull its soldiers out of Somalia unless the United Nations pays their allowances.",
        {"actor": "Kenya", "act": "pull its soldiers out of Somalia", "time": ("2020-12-08", "2020-12-08")},
    ),
    row(
        "Iran on Monday threatened to retaliate against Israel.",
        {"actor": "Iran", "act": "retaliate against Israel", "target": "Israel", "time": ("2020-12-07", "2020-12-07")},
        gap="a weekday before a past verb is dated forward",
    ),
    row(
        "A spokesman for Hezbollah warned that its fighters would attack American convoys unless the troops left Iraq.",
        {"act": "attack American convoys", "condition": "unless the troops left Iraq"},
        gap="a warning through a spokesman is no threat of those for whom he speaks",
    ),
    row(
        "The Houthis, who had threatened to sink tankers, released the crew.",
        {"actor": "Houthis", "act": "sink tankers"},
    ),
    row(
        "“We will answer any attack,” vowed General Hamid Reza.",
        {"actor": "Hamid Reza"},
        gap="a vow in direct speech is not read",
    ),
]


@pytest.mark.parametrize(("text", "rows"), NEWSWIRE)
def test_a_threat_is_read_in_a_long_sentence_from_the_wire(expect, text, rows):
    expect(Kind.THREAT, text, rows)


@pytest.mark.xfail(
    reason="all that stands below a verb of threatening is made conditional, the threatener its source", strict=True
)
def test_a_past_deed_that_a_threat_answers_is_not_made_conditional_by_it(read):
    [claim] = read("Iran threatened to retaliate for the killing of two officers.", Kind.CASUALTIES)
    assert claim.status.value == "actual"
    assert claim.source is None


@pytest.mark.parametrize(("text", "rows"), THREATS)
def test_a_threat_has_an_actor_an_act_and_a_condition(expect, text, rows):
    expect(Kind.THREAT, text, rows)


@pytest.mark.parametrize(
    "text",
    [
        "Rain threatened the match in London.",
        "The drought threatens the harvest in Somalia.",
        "Germany warned that winter would be cold.",
        "The minister vowed to lower taxes in France.",
        "Forecasters warned of storms over Ireland.",
        "Iran plans to attack American ships.",
    ],
)
def test_weather_and_promises_are_no_threats(read, text):
    assert read(text, Kind.THREAT) == []


def test_what_is_threatened_is_claimed_beside_the_threat_as_conditional(read):
    kinds = {claim.kind: claim.status.value for claim in read("Washington threatened to withdraw its troops from Iraq.")}
    assert kinds[Kind.THREAT] == "actual"
    assert kinds[Kind.FORCE_CHANGE] == "conditional"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        row("The rebels issued a threat to attack the port.", {"actor": "rebels", "act": "attack the port"}),
        row("Turkey repeated its threat to invade Syria.", {"actor": "Turkey", "act": "invade Syria", "status": "actual"}),
        row("The Taliban gave Iran an ultimatum.", {"actor": "Taliban", "target": "Iran"}),
        row("Russia vowed revenge for the raid.", {"actor": "Russia", "act": "revenge for the raid"}),
        row("The militia pledged to retaliate for the raid.", {"actor": "militia"}),
        row("Israel warned Lebanon against harbouring gunmen.", {"actor": "Israel", "target": "Lebanon"}),
        row("The rebels have threatened more attacks in Chad.", {"actor": "rebels", "act": "more attacks in Chad"}),
    ],
)
def test_a_threat_is_told_by_nouns_and_pledges(expect, text, rows):
    expect(Kind.THREAT, text, rows)


@pytest.mark.parametrize(
    "text", ["The mayor pledged to plant trees in Chad.", "Wine makers threatened to sue the ministry of Chad."]
)
def test_pledges_and_lawsuits_are_no_threats(read, text):
    assert read(text, Kind.THREAT) == []


def test_what_is_avenged_has_happened_and_a_condition_is_no_threat(read):
    [killing] = read("Hamas vowed revenge for the killing of its leader.", Kind.CASUALTIES)
    assert str(killing.status) == "actual"
    [attack] = read("Iran promised to avenge the attack on its embassy in Damascus.", Kind.ATTACK)
    assert str(attack.status) == "actual"
    text = "Iran warned it will close the strait if the United States threatens the country."
    assert [claim.args["actor"] for claim in read(text, Kind.THREAT)] == ["Iran"]
