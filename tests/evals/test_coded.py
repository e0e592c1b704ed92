"""The day that a hand coder puts down: that of the lead before an older attack's, else that of the dateline."""

import pytest
from evals.coded import as_coded

from onrecord.model import Kind, Report
from onrecord.pipeline import Extractor
from onrecord.readers.dateline import find_dateline

HEAD = "ERBIL, Iraq (Dec. 11, 2020) - "


def days(text):
    report = Report(id="x", text=text, published="2020-12-11", dateline=find_dateline(text))
    claims = Extractor().claims(report)
    coded = as_coded(report, claims)
    assert [claim.args for claim in coded] == [claim.args for claim in claims]
    return [
        [claim.time.start if claim.time else None for claim in row if claim.kind is Kind.CASUALTIES] for row in (claims, coded)
    ]


@pytest.mark.parametrize(
    ("text", "claimed", "coded"),
    [
        (HEAD + "Troops killed two rebels in Mosul.", [None], ["2020-12-11"]),
        (HEAD + "Troops killed two rebels in Mosul on Thursday.", ["2020-12-10"], ["2020-12-10"]),
        (
            HEAD + "Troops killed two rebels in Mosul on Thursday. A blast killed ten men in Basra on Dec. 2.",
            ["2020-12-10", "2020-12-02"],
            ["2020-12-10", None],
        ),
        ("Troops killed two rebels in Mosul.", [None], [None]),
        ("ERBIL, Iraq — Troops killed two rebels in Mosul.", [None], [None]),
    ],
)
def test_a_coder_takes_the_day_of_the_lead_or_that_of_the_dateline(text, claimed, coded):
    assert days(text) == [claimed, coded]
