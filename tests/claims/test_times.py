"""Which date belongs to which predicate."""

import pytest

from onrecord.model import Kind

from .rows import case

DATED = [
    case("France withdrew 500 soldiers from Mali in May 2019.", ("2019-05", "2019-05"), "point"),
    case("In May 2019, France withdrew 500 soldiers from Mali.", ("2019-05", "2019-05"), "point"),
    case("France will withdraw 500 soldiers from Mali by January 15.", (None, "2021-01-15"), "deadline"),
    case("France will withdraw 500 soldiers from Mali by June 2021.", (None, "2021-06"), "deadline"),
    case("France withdrew 500 soldiers from Mali on November 3.", ("2020-11-03", "2020-11-03"), "point"),
    case("France withdrew 500 soldiers from Mali in September.", ("2020-09", "2020-09"), "point"),
    case("France will withdraw 500 soldiers from Mali in March.", ("2021-03", "2021-03"), "point"),
    case("France withdrew 500 soldiers from Mali yesterday.", ("2020-12-12", "2020-12-12"), "point"),
    case("The withdrawal of 500 French soldiers from Mali in June 2018 was quick.", ("2018-06", "2018-06"), "point"),
    case("France withdrew 500 soldiers from Mali.", None, None),
]

SAID = [
    case("The minister said on Monday that France withdrew 500 soldiers from Mali.", None),
    case("The minister said on Monday that France withdrew 500 soldiers from Mali in May 2019.", ("2019-05", "2019-05")),
    case("France withdrew 500 soldiers from Mali in May 2019, the minister said on Monday.", ("2019-05", "2019-05")),
    case("The minister, elected in 2012, said that France withdrew 500 soldiers from Mali.", None),
    case("France withdrew 500 soldiers from Mali, which became independent in 1960.", None),
]


def test_the_day_of_a_confirmation_is_not_that_of_the_arrest(read):
    [claim] = read("The army confirmed today the arrest of a smuggler in Kirkuk on Dec. 9.", Kind.CASUALTIES)
    assert claim.announced is not None
    assert claim.time is not None
    assert (claim.announced.text, claim.time.start) == ("today", "2020-12-09")


TWO = [
    case(
        "France withdrew 500 soldiers from Mali in 2014 and sent 300 soldiers to Niger in 2018.",
        [("2014", "2014"), ("2018", "2018")],
    ),
    case(
        "France, which withdrew 500 soldiers from Chad in 2015, will send 300 soldiers to Niger in 2022.",
        [("2015", "2015"), ("2022", "2022")],
    ),
    case(
        "After it withdrew 500 soldiers from Chad in March 2015, France sent 300 soldiers to Niger in June 2015.",
        [("2015-03", "2015-03"), ("2015-06", "2015-06")],
    ),
]

ANNOUNCED = [
    case(
        "France announced on November 17 that it would withdraw 500 soldiers from Mali by January 15.",
        (None, "2021-01-15"),
        ("2020-11-17", "2020-11-17"),
    ),
    case(
        "On November 17, the president ordered the army to withdraw 500 soldiers from Mali by January 15.",
        (None, "2021-01-15"),
        ("2020-11-17", "2020-11-17"),
        gap="a past order beside a coming deadline is dated forward",
    ),
    case(
        "The withdrawal of 500 soldiers from Mali by June 2021 was announced in October 2020.",
        (None, "2021-06"),
        ("2020-10", "2020-10"),
    ),
    case("France announced on November 17 that it would withdraw 500 soldiers from Mali.", None, ("2020-11-17", "2020-11-17")),
]


@pytest.mark.parametrize(("text", "time", "kind"), DATED)
def test_a_predicate_has_the_date_of_its_clause(expect, text, time, kind):
    expect(Kind.FORCE_CHANGE, text, [{"time": time, "type": kind}])


@pytest.mark.parametrize(("text", "time"), SAID)
def test_the_date_of_saying_or_of_an_aside_is_not_that_of_the_thing(expect, text, time):
    expect(Kind.FORCE_CHANGE, text, [{"time": time}])


@pytest.mark.parametrize(("text", "times"), TWO)
def test_two_predicates_have_each_their_own_date(expect, text, times):
    expect(Kind.FORCE_CHANGE, text, [{"time": time} for time in times])


@pytest.mark.parametrize(("text", "time", "announced"), ANNOUNCED)
def test_when_a_thing_was_announced_stands_apart_from_when_it_is_due(expect, text, time, announced):
    expect(Kind.FORCE_CHANGE, text, [{"time": time, "announced": announced}])


@pytest.mark.parametrize(
    ("text", "time"),
    [
        case("France will withdraw 500 soldiers from Mali by January 15.", (None, "XXXX-01-15")),
        case("France withdrew 500 soldiers from Mali in September.", ("XXXX-09", "XXXX-09")),
        case("France withdrew 500 soldiers from Mali on May 3, 2019.", ("2019-05-03", "2019-05-03")),
        case("France withdrew 500 soldiers from Mali yesterday.", (None, None)),
    ],
)
def test_a_report_without_a_date_guesses_no_year(expect, text, time):
    expect(Kind.FORCE_CHANGE, text, [{"time": time}], published=None)


@pytest.mark.parametrize(
    ("text", "time", "kind"),
    [
        case("About 5,000 French soldiers have been in Mali since 2014.", ("2014", None), "duration"),
        case("In June 2019, France had 4,500 soldiers in Mali.", ("2019-06", "2019-06"), "point"),
        case("France had 4,500 soldiers in Mali until 2018.", (None, "2018"), "duration"),
    ],
)
def test_a_level_holds_since_until_or_at_a_date(expect, text, time, kind):
    expect(Kind.FORCE_LEVEL, text, [{"time": time, "type": kind}])


def test_the_one_day_at_the_end_of_a_sentence_is_that_of_all_it_tells(expect):
    text = "A patrol killed three insurgents and seized 20 rifles during an operation in Helmand province yesterday."
    expect(Kind.CASUALTIES, text, [{"victims": "insurgents", "time": ("2020-12-12", "2020-12-12")}])
