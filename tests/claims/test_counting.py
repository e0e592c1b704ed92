"""What a number of forces counts."""

import pytest

from onrecord.model import Kind

from .rows import case

COUNTED = [
    case("The United States has 5,262 troops permanently assigned to Iraq.", "permanently assigned"),
    case("There are 8,892 American troops on the ground in Iraq.", "on the ground"),
    case("Italy has 800 soldiers in Iraq, including contractors.", "including contractors"),
    case(
        "The United States has 5,000 troops in Iraq, not counting those on temporary duty.",
        "not counting those on temporary duty",
    ),
    case(
        "France has 900 special forces troops in Niger.",
        "special forces troops",
        gap='"special forces troops" is not known as what is counted',
    ),
    case("The Pentagon has 2,000 combat troops in Syria.", "combat troops"),
    case("France has 5,100 soldiers in Mali.", None),
    case("Germany has 1,300 soldiers in Mali, and 300 of them are medics.", None),
]


@pytest.mark.parametrize(("text", "counting"), COUNTED)
def test_a_level_says_what_it_counts_where_the_text_does(read, text, counting):
    claim = read(text, Kind.FORCE_LEVEL)[0]
    assert claim.args.get("counting") == counting


def test_two_numbers_that_count_different_things_keep_them_apart(read):
    text = "The United States has 5,200 troops permanently assigned to Iraq, but 8,900 troops are on the ground in Iraq."
    assert {c.quantity.value: c.args.get("counting") for c in read(text, Kind.FORCE_LEVEL)} == {
        5200: "permanently assigned",
        8900: "on the ground",
    }


def test_the_span_of_what_is_counted_covers_its_words(read):
    text = "Italy has 800 soldiers in Iraq, including contractors."
    [claim] = read(text, Kind.FORCE_LEVEL)
    assert claim.spans["counting"].cut(text) == claim.args["counting"]
