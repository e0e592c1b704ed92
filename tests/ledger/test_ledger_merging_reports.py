"""Merging from the words on: two short reports are read, and what they tell is one fact or two."""

from __future__ import annotations

import pytest

from onrecord.ledger import facts_of
from onrecord.model import Entry, Report, ReportCard
from onrecord.pipeline import Extractor

ADDED = "2026-01-01T00:00:00+00:00"


@pytest.fixture(scope="module")
def extractor():
    return Extractor()


def entries_of(extractor, kind, *told):
    """The claims of a kind that reports make, each report its text and its day."""
    for number, (text, day) in enumerate(told):
        report = Report(f"r{number}", text, published=day, outlet=f"Outlet {number}")
        card = ReportCard(report.id, None, day, report.outlet, None, ADDED)
        for whole, claims in extractor.claims_of([report]):
            for claim in claims:
                if claim.kind.value == kind:
                    yield Entry(claim, card, whole.text[claim.evidence.begin : claim.evidence.end])


ONE = [
    ("force_change", ("Norway will reduce its force in Mali to 200 soldiers.", "2021-03-10"),
     ("Norway's army will cut its force in Mali from 300 to 200 soldiers by June, the minister said.", "2021-03-11")),
    ("force_change", ("Norway will withdraw 100 soldiers from Mali.", "2021-03-10"),
     ("Norway will cut its force in Mali from 300 to 200 soldiers, the minister said.", "2021-03-11")),
    ("force_change", ("France will withdraw 2,000 troops from the Sahel by 2022, President Macron said.", "2021-07-09"),
     ("Macron announced that France would pull more than 2,000 soldiers out of the Sahel by early 2022.", "2021-07-10")),
    ("force_level", ("Norway has about 300 soldiers at Camp Bifrost in Mali.", "2021-03-10"),
     ("About 300 Norwegian soldiers are based at Camp Bifrost.", "2021-03-20")),
    ("force_level", ("Turkey has 5,000 soldiers in northern Syria.", "2021-03-02"),
     ("Turkey has 5,000 soldiers in the north of Syria.", "2021-03-10")),
    ("assistance", ("Japan will give Iraq 40 million dollars for hospitals, its ambassador said on Monday.", "2021-03-10"),
     ("Japan pledged $40 million to Iraq for hospitals.", "2021-03-12")),
    ("site", ("The Coalition transferred Besmaya to Iraqi forces on 25 July.", "2020-07-25"),
     ("The Besmaya camp was handed to Iraq on Saturday, 25 July.", "2020-07-27")),
    ("site", ("Turkey opened a base near Duhok on Monday.", "2021-02-18"), ("On Monday a Turkish base was opened near Duhok.", "2021-02-18")),
    ("site", ("The base at Besmaya was handed to the Iraqi army by Spain on 25 July.", "2020-07-25"),
     ("Spanish troops turned the Besmaya base over to Iraq on July 25, 2020.", "2020-08-25")),
    ("casualties", ("Israel struck Damascus airport on Monday, killing four soldiers.", "2021-03-02"),
     ("An Israeli airstrike on Damascus airport killed four Syrian soldiers on Monday.", "2021-03-03")),
    ("attack", ("Rockets struck the Green Zone on Sunday, hours after the truce ended.", "2020-12-21"),
     ("At least eight rockets were fired at the US embassy in the Green Zone on Sunday.", "2020-12-24")),
    ("territory", ("The Iraqi army recaptured Rawa from Islamic State on Friday.", "2017-11-18"),
     ("Rawa was retaken by Iraqi forces on 17 November.", "2017-12-18")),
    ("threat", ("Mike Pompeo threatened to close the US embassy in Baghdad unless the attacks stop.", "2020-09-28"),
     ("The United States threatened to close its Baghdad embassy.", "2020-09-29")),
    ("site", ("The United States closed its embassy in Kabul on Tuesday.", "2021-03-10"),
     ("The US embassy in Kabul was closed on Tuesday.", "2021-03-11")),
    ("attack", ("Six rockets were fired at Camp Taji on Tuesday.", "2021-03-10"),
     ("Militiamen fired rockets at Camp Taji on Tuesday.", "2021-03-11")),
    ("role", ("Christopher Miller, the acting US secretary of defense, spoke on Friday.", "2021-01-15"),
     ("Acting Defense Secretary Christopher Miller announced the cut on Tuesday.", "2021-01-20")),
]  # fmt: skip
TWO = [
    ("attack", ("Six rockets were fired at Camp Taji on Tuesday.", "2021-03-10"),
     ("Militiamen fired rockets at Camp Taji on Wednesday.", "2021-03-11")),
    ("site", ("The US embassy in Kabul was closed on Tuesday.", "2021-03-10"),
     ("The German embassy in Kabul was closed on Tuesday.", "2021-03-11")),
    ("site", ("Norway handed over Camp Taji to the Iraqi army on Tuesday.", "2021-03-10"),
     ("Norway handed over Camp Taji to the Turkish army on Tuesday.", "2021-03-11")),
    ("force_change", ("Norway will cut its force in Mali to 200 soldiers by June.", "2021-03-10"),
     ("Norway will cut its force in Mali to 200 soldiers by December.", "2021-03-11")),
    ("force_change", ("Norway will cut its force in Mali from 300 to 200 soldiers.", "2021-03-10"),
     ("Norway will cut its force in Mali from 200 to 100 soldiers.", "2021-03-11")),
    ("force_level", ("Norway has more than 300 soldiers in Mali.", "2021-03-10"), ("Norway has 300 soldiers in Mali.", "2021-03-10")),
    ("site", ("Turkey opened a base near Duhok on Monday.", "2021-02-18"), ("On Monday a Turkish base was opened near Zakho.", "2021-02-18")),
    ("site", ("The Coalition handed Camp Taji over to Iraq on Sunday.", "2020-08-24"),
     ("The Coalition handed Camp Victory over to Iraq on Sunday.", "2020-08-24")),
    ("site", ("The Coalition handed eight bases over to Iraq this year.", "2020-08-24"),
     ("The Coalition handed Camp Taji over to Iraq this year.", "2020-08-24")),
    ("territory", ("The Iraqi army took Rawa on Friday.", "2017-11-18"), ("The Peshmerga took Rawa on Friday.", "2017-11-18")),
    ("attack", ("Rockets struck the Green Zone on Sunday.", "2020-12-21"), ("Rockets struck the Green Zone on Saturday.", "2020-12-21")),
    ("attack", ("Turkey bombed a school in Sinjar on Monday.", "2021-03-02"), ("Turkey bombed a market in Sinjar on Monday.", "2021-03-02")),
    ("assistance", ("Japan will give Iraq 40 million dollars.", "2021-03-10"), ("Japan gave Iraq 40 million dollars.", "2021-03-12")),
    ("threat", ("The United States threatened to close its embassy in Baghdad.", "2020-09-28"),
     ("The United States threatened to leave Iraq.", "2020-09-28")),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "one", "other"), ONE)
def test_two_reports_tell_of_one_fact(extractor, kind, one, other):
    assert any(len(fact.reports) == 2 for fact in facts_of(entries_of(extractor, kind, one, other)))


@pytest.mark.parametrize(("kind", "one", "other"), TWO)
def test_two_reports_tell_of_two(extractor, kind, one, other):
    facts = facts_of(entries_of(extractor, kind, one, other))
    assert {report.id for fact in facts for report in fact.reports} == {"r0", "r1"}
    assert all(len(fact.reports) == 1 for fact in facts)
