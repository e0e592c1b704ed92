"""Promises about sites, however the site is called and whatever place is asked for: a window is that part of the whole."""

from __future__ import annotations

import random

import pytest
from made import by, claim_of, on, report_of

from onrecord.errors import UnknownName
from onrecord.ledger import Ledger, due, falls_between
from onrecord.model import Kind, Location, Status

KIDAL = {"place": "geonames:2455290", "place.country": "ML"}
LIES = {"place": Location("town", ("Kidal", "Mali"), 18.4, 1.4)}
NAMES = (
    ({"site": "base at Kidal", "place": "Kidal"}, KIDAL, LIES),
    ({"site": "Kidal base", "place": "Kidal, Mali"}, KIDAL, LIES),
    ({"site": "Kidal"}, {"site": "geonames:2455290", "site.country": "ML"}, {"site": LIES["place"]}),
    ({"site": "base", "place": "Kidal"}, KIDAL, LIES),
    ({"site": "Camp Roche", "place": "Mali"}, {"place": "iso3166:ML"}, {}),
    ({"site": "Camp Roche"}, {}, {}),
    ({"site": "Camp Roche, Kidal", "place": "Kidal"}, {}, {}),
)
"""The same two sites as reports call them."""
PLACES = (None, "Kidal", "Mali", "Camp Roche", "base at Kidal")
WINDOWS = (("2020-12-01", "2020-12-31"), ("2021-01-01", "2021-03-31"), (None, "2020-12-31"), ("2021-02-01", None))


def tell(ledger, number, args, ids, lies, action, **more):
    published = more.pop("published")
    report = report_of(
        f"Dispatch {number} tells of a site.", id=f"r{number}", published=published, outlet=f"Outlet {number % 4}"
    )
    ledger.add(report, [claim_of(report, Kind.SITE, {**args, "action": action}, ids=ids, locations=lies, **more)])


@pytest.mark.parametrize("seed", range(12))
def test_what_falls_due_of_sites_in_a_window_is_that_part_of_the_whole(tmp_path, seed):
    chance = random.Random(seed)
    with Ledger.create(tmp_path / "l.db") as ledger:
        for number in range(24):
            args, ids, lies = chance.choice(NAMES)
            actor = chance.choice([{}, {"actor": "Northland"}, {"actor": "Southland"}])
            day = chance.choice(["2020-12-10", "2020-12-31", "2021-02-15", "2021-03"])
            published = f"202{chance.choice('01')}-{chance.choice(['01', '02', '11', '12'])}-{chance.choice(['05', '20'])}"
            status = chance.choice([Status.PLANNED, Status.PLANNED, Status.ACTUAL, Status.DENIED])
            time = by(day) if status is Status.PLANNED else chance.choice([None, on(day)])
            tell(ledger, number, {**args, **actor}, ids, lies, chance.choice(["closed", "handed_over"]), published=published,
                 status=status, time=time)  # fmt: skip
        for place in PLACES:
            for actor in (None, "Northland"):
                for known in (None, "2021-01-31"):
                    asked = {"place": place, "actor": actor, "known": known}
                    try:
                        whole = due(ledger, **asked)
                    except UnknownName:
                        continue
                    for first, last in WINDOWS:
                        part = [one for one in whole if falls_between(one.due, first, last)]
                        assert list(due(ledger, **asked, since=first, until=last)) == part, (asked, first, last)


@pytest.mark.parametrize(
    "asked", [{}, {"place": "Mali"}, {"place": "Kidal"}, {"actor": "Northland"}, {"actor": "Northland", "since": "2021-01-01"}]
)
@pytest.mark.parametrize(("status", "found"), [(Status.ACTUAL, "met"), (Status.DENIED, "missed")])
def test_what_is_told_of_a_site_by_its_name_alone_counts_whoever_and_wherever_is_asked_for(ledger, asked, status, found):
    ids, lies = KIDAL, LIES
    promised = {"site": "Camp Roche", "place": "Kidal", "actor": "Northland"}
    tell(ledger, 1, promised, ids, lies, "closed", published="2020-12-01", status=Status.PLANNED, time=by("2021-01-15"))
    tell(ledger, 2, {"site": "Camp Roche"}, {}, {}, "closed", published="2021-01-20", status=status)
    [one] = due(ledger, **asked)
    assert (one.state.value, one.fact.report.id) == (found, "r1")
