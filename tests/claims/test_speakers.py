"""Whom the report attributes a claim to."""

import pytest

from onrecord.model import Kind

from .rows import case

NAMED = [
    case("Anna Berg said that France withdrew 500 soldiers from Mali.", "Anna Berg"),
    case("France withdrew 500 soldiers from Mali, Anna Berg said.", "Anna Berg"),
    case("According to Anna Berg, France withdrew 500 soldiers from Mali.", "Anna Berg"),
    case("“France withdrew 500 soldiers from Mali,” Anna Berg told reporters.", "Anna Berg"),
    case('"France withdrew 500 soldiers from Mali," said General Anna Berg.', "Anna Berg"),
    case("The Pentagon said that France withdrew 500 soldiers from Mali.", "Pentagon"),
    case("Reuters reported that France withdrew 500 soldiers from Mali.", "Reuters"),
    case("Anna Berg said the army told Paul Keita that France withdrew 500 soldiers from Mali.", "army"),
    case("The mayor, Paul Keita, confirmed that France withdrew 500 soldiers from Mali.", "Paul Keita"),
    case("France will withdraw 500 soldiers from Mali, the Élysée Palace said in a statement.", "Élysée Palace"),
]

OWN_VOICE = [
    case("France withdrew 500 soldiers from Mali."),
    case(
        "France ordered its army to withdraw 500 soldiers from Mali.",
        gap="an order is taken for a saying, who gives it for its source",
    ),
    case("France withdrew 500 soldiers from Mali. Anna Berg said that the weather was fine."),
    case("Anna Berg said that the weather was fine. France withdrew 500 soldiers from Mali."),
    case("France, Anna Berg's home, withdrew 500 soldiers from Mali."),
]


@pytest.mark.parametrize(("text", "source"), NAMED)
def test_a_claim_has_the_innermost_named_speaker(expect, text, source):
    expect(Kind.FORCE_CHANGE, text, [{"source": source}])


@pytest.mark.parametrize("text", OWN_VOICE)
def test_what_the_report_says_in_its_own_voice_has_no_source(expect, text):
    expect(Kind.FORCE_CHANGE, text, [{"source": None}])


@pytest.mark.parametrize(
    "text",
    [
        case("The rebels announced a ten-day ceasefire."),
        case("Ukraine declared a truce of 30 days."),
        case("The Taliban announced a ceasefire in Kabul."),
    ],
)
def test_who_announces_a_truce_is_its_party_and_not_its_source(expect, text):
    expect(Kind.AGREEMENT, text, [{"source": None}])


@pytest.mark.parametrize(
    "text",
    [
        case("Iran threatened to attack American ships."),
        case("Israel warned that it would strike Lebanon."),
    ],
)
def test_who_threatens_is_the_actor_and_not_the_source(expect, text):
    expect(Kind.THREAT, text, [{"source": None}])


def test_the_span_of_the_source_covers_the_words_that_name_it(read):
    text = "Anna Berg said that France withdrew 500 soldiers from Mali."
    [claim] = read(text, Kind.FORCE_CHANGE)
    assert "Anna Berg" in claim.spans["source"].cut(text)
