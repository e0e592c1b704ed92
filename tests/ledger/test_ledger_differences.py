"""Why two claims are not one fact, from the words on: another thing, another status, or one thing in another scope, time or number."""

from __future__ import annotations

import pytest

from onrecord.errors import UnknownName
from onrecord.ledger import compare
from onrecord.model import Difference, Fact, Report
from onrecord.pipeline import Extractor

DAY, LATER = "2021-03-10", "2021-04-20"


@pytest.fixture
def compared(ledger, real_lexicon):
    """Adds two reports, and says what the ledger makes of their first claims of a kind."""

    def ask(kind: str, *told: tuple[str, str]) -> Fact | Difference:
        reports = [Report(f"r{n}", text, published=day, outlet=f"Outlet {n}") for n, (text, day) in enumerate(told)]
        for report, claims in Extractor().claims_of(reports):
            ledger.add(report, claims)
        ids = [next(entry.claim.id for entry in ledger.claims(doc=report.id, kind=kind)) for report in reports]
        return compare(ledger, *ids)

    return ask


PARTED = [
    ("event", "force_level", "Canada has 850 soldiers in Iraq.", "Canada has 120 soldiers in Mali."),
    ("event", "force_change", "Norway will cut its force in Mali from 300 to 200.", "Norway will cut its force in Mali from 200 to 100."),
    ("event", "site", "The Coalition handed Camp Taji over to Iraq on Sunday.", "The Coalition closed Camp Taji on Sunday."),
    ("event", "casualties", "A bomb killed 12 people in Mosul on Monday.", "A bomb wounded 12 people in Mosul on Monday."),
    ("event", "assistance", "Japan gave Iraq 40 trucks on Monday.", "Japan gave Iraq 30 tents on Monday."),
    ("status", "force_change", "Norway will withdraw 100 soldiers from Mali.", "Norway has withdrawn 100 soldiers from Mali."),
    ("scope", "force_level", "Canada has 850 soldiers in Iraq.", "Including contractors, Canada has 1,200 personnel in Iraq."),
    ("scope", "site", "The Coalition handed Camp Taji over to Iraq on Sunday.", "The Coalition has handed over eight bases to Iraq this year."),
    ("newer", "force_level", "In May 2019 Canada had 850 soldiers in Iraq.", "Canada has 600 soldiers in Iraq."),
    ("day", "attack", "Turkey carried out 12 air strikes in Sinjar on 1 March 2021.", "Turkey carried out 7 air strikes in Sinjar on 3 March 2021."),
    ("rounding", "force_level", "Canada has about 850 soldiers in Iraq.", "Canada has 848 soldiers in Iraq."),
    ("contradiction", "force_level", "Canada has 850 soldiers in Iraq.", "Canada has 600 soldiers in Iraq."),
]  # fmt: skip


@pytest.mark.parametrize(("parting", "kind", "one", "other"), PARTED)
def test_two_claims_are_told_apart_by_what_parts_them(compared, parting, kind, one, other):
    answer = compared(kind, (one, DAY), (other, DAY))
    assert isinstance(answer, Difference)
    assert answer.parting.value == parting
    assert answer.why


@pytest.mark.parametrize(
    ("parting", "kind", "one", "other"),
    [
        ("newer", "force_level", "Canada has 850 soldiers in Iraq.", "Canada has 600 soldiers in Iraq."),
        ("newer", "force_change", "Norway will not withdraw its soldiers from Mali.", "Norway will withdraw its soldiers from Mali."),
        ("day", "attack", "Turkey carried out an air strike in Sinjar.", "Turkey carried out two air strikes in Sinjar."),
    ],
)  # fmt: skip
def test_what_was_told_later_may_be_of_another_time(compared, parting, kind, one, other):
    assert compared(kind, (one, DAY), (other, LATER)).parting.value == parting


def test_two_claims_of_one_fact_are_that_fact(compared):
    told = ("Canada has 850 soldiers in Iraq.", DAY), ("There are 850 Canadian soldiers in Iraq.", DAY)
    answer = compared("force_level", *told)
    assert isinstance(answer, Fact)
    assert len(answer.reports) == 2


def test_a_claim_that_nobody_knows_is_named(ledger):
    with pytest.raises(UnknownName, match="abcd"):
        compare(ledger, "abcd", "abcd")
