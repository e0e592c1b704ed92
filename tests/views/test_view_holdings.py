"""Sites and assistance on the terminal: what is said, what is unknown, and what was not added."""

import json
from dataclasses import replace

import pytest

from onrecord.model import Kind, Quantity, Stage, Status, Time, TimeType
from onrecord.model.assistance import Amount, Assistance, AssistancePair, AssistanceTotal, LeftOut, LeftOutFor
from onrecord.model.sites import SiteCount, SiteDay, SiteHistory, SiteHolding, Sites, SiteState
from onrecord.views.aid import table_of_assistance
from onrecord.views.answer_json import answer_to_json
from onrecord.views.holdings import table_of_sites

from .conftest import fact_of
from .test_view_tables import shown

SITE = {"site": "Mill Camp", "actor": "Northland", "recipient": "Vale", "action": "handed_over"}
GIFT = {"donor": "Northland", "recipient": "Vale", "action": "provided", "goods": "trucks"}


def site_fact(words, **more):
    return fact_of(words, Kind.SITE, args=SITE, **more)


def gift(number, words, **more):
    fact = fact_of(words, Kind.ASSISTANCE, args=GIFT, quantity=Quantity(value=number, unit="USD"), **more)
    return Amount(fact, number, number, start="2031-03-04", end="2031-03-04", dated_by="published")


@pytest.fixture
def sites():
    first = SiteDay("2031-03-26", "2031-03-26", "text", (site_fact("Northland handed over Mill Camp on Wednesday."),))
    later = SiteDay(
        "2031-03-29", "2031-03-29", "text", (site_fact("Mill Camp was handed over on Saturday.", outlet="Dale Post"),)
    )
    done = SiteState("handed_over", Status.ACTUAL, None, ("Northland",), ("Vale",), (first, later), differs=True)
    day = SiteDay("2031-04-01", "2031-04-01", "published", (site_fact("It will leave its post.", source="a spokesman"),))
    plan = SiteState("vacated", Status.PLANNED, Stage.ANNOUNCED, ("Northland",), (), (day,))
    return Sites(
        on="2031-03-27",
        known="2031-12-31",
        place="Green Valley",
        histories=(
            SiteHistory(
                "Mill Camp", None, "Dale", named=True, done=(done,), planned=(plan,),
                holding=SiteHolding("2031-03-27", "unknown", why="handed over on 2031-03-26 or 2031-03-29: reports differ"),
            ),
            SiteHistory("post", None, None, named=False, planned=(plan,), holding=SiteHolding("2031-03-27", "unknown")),
        ),
        counts=(SiteCount("eight bases", Quantity(value=8, unit="site"), replace(done, differs=False, days=(first,))),),
        notes=("Counts that name no site stand apart.",),
    )  # fmt: skip


@pytest.fixture
def aid():
    one, two = gift(10_000_000, "Northland gave Vale $10 million."), gift(5_000_000, "Northland gave Vale $5 million.")
    again = LeftOut(gift(10_000_000, "It has given $10 million."), LeftOutFor.REPEAT, one.fact)
    running = gift(3_000_000_000, "Northland has given $3 billion so far.")
    out = (again, LeftOut(running, LeftOutFor.RUNNING_TOTAL))
    given = AssistanceTotal(
        "provided", Status.ACTUAL, lower=15_000_000, upper=15_000_000, counted=(one, two), left_out=out, stated=(running,)
    )
    words = "Northland will give Vale about $1.3 billion over the next 18 months."
    period = Time("over the next 18 months", "2031-03", "2032-09", TimeType.DURATION)
    fact = fact_of(words, Kind.ASSISTANCE, args=GIFT, quantity=Quantity(value=1.3e9, unit="USD", approx=True), time=period)
    promised = Amount(fact, 1.3e9, 1.3e9, True, "2031-03", "2032-09", is_period=True, dated_by="text")
    plan = AssistanceTotal(
        "provided",
        Status.PLANNED,
        "2031-03",
        "2032-09",
        is_period=True,
        lower=1.3e9,
        upper=1.3e9,
        approx=True,
        counted=(promised,),
    )
    none = fact_of("Northland supports Vale.", Kind.ASSISTANCE, args=GIFT)
    denied = fact_of("Northland stopped its aid.", Kind.ASSISTANCE, args=GIFT, status=Status.DENIED)
    pair = AssistancePair("Northland", "Vale", "USD", planned=(plan,), provided=(given,))
    return Assistance("2031-12-31", pairs=(pair,), alike=((one.fact, two.fact),), unnumbered=(none,), denied=(denied,))


def test_sites_show_holders_both_days_plans_and_counts_apart(sites):
    text = shown(table_of_sites(sites, width=100), width=100)
    for words in (
        "Sites in Green Valley on 2031-03-27, as known on 2031-12-31: 1 site",
        "Mill Camp, Dale",
        "holder unknown: handed over on 2031-03-26 or 2031-03-29: reports differ",
        "● actual: handed over by Northland to Vale",
        "reports differ on the day",
        "2031-03-29: Dale Post",
        "○ planned (announced): vacated by Northland",
        "2031-04-01*",
        "citing a spokesman",
        "8 sites",
    ):
        assert words in text
    order = [
        text.index(words) for words in ("Mill Camp, Dale", "Sites without a name", "Counts that name no site", "* The words")
    ]
    assert order == sorted(order)


def test_assistance_shows_sums_periods_and_what_was_not_added(aid):
    text = shown(table_of_assistance(aid, width=100), width=100)
    for words in (
        "15,000,000",
        "≈1,300,000,000",
        "2031-03 to",
        "sum of 2; stated total 3,000,000,000",
        "not added: may repeat 10,000,000, Valley Wire, 2031-03-04",
        "not added: a running total",
        "How much is not told: 1 fact",
        "Not given, or stopped: 1 fact",
        "In different rows, and may be one gift",
    ):
        assert words in text
    assert "25,000,000" not in text


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_every_table_fits_its_width(sites, aid, width):
    tables = [table_of_sites(sites, width=width), table_of_assistance(aid, width=width)]
    assert max(map(len, shown(*tables, width=width).splitlines())) <= width


def test_an_unknown_sum_is_no_zero():
    pair = AssistancePair("Northland", None, None, provided=(AssistanceTotal("provided", Status.ACTUAL),))
    text = shown(table_of_assistance(Assistance("2031-12-31", pairs=(pair,))))
    assert "—" in text
    assert " 0" not in text


def test_where_nothing_fits_the_tables_say_what_to_do():
    for table in (table_of_sites(Sites("2031-01-01", "2031-01-01")), table_of_assistance(Assistance("2031-01-01"))):
        assert "If you set filters" in shown(table)


def test_answers_reach_their_sentences_as_json(sites, aid):
    text = json.dumps([answer_to_json(sites), answer_to_json(aid)])
    for words in ("Mill Camp was handed over on Saturday.", "It has given $10 million.", '"reason": "running total"'):
        assert words in text


def test_what_a_report_contains_is_harmless_on_the_terminal(sites, aid):
    bad = "\x1b[2Jred\u202e"
    history = replace(sites.histories[0], site=bad, place=bad, holding=SiteHolding("2031-01-01", "opened", bad, bad))
    state = replace(history.done[0], actors=(bad,), recipients=(bad,))
    pair = replace(aid.pairs[0], donor=bad, recipient=bad, unit=bad)
    tables = [
        table_of_sites(replace(sites, place=bad, actor=bad, histories=(replace(history, done=(state,)),))),
        table_of_assistance(replace(aid, donor=bad, pairs=(pair,))),
    ]
    text = shown(*tables)
    assert "\x1b" not in text
    assert "\u202e" not in text
