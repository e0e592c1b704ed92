"""One entity has one name in a ledger, however its reports spell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.ledger import Ledger
from onrecord.ledger.keys import arg_rows
from onrecord.model import Claim, Report
from onrecord.pipeline import Extractor
from onrecord.pipeline.add import Run, add_reports
from onrecord.samples import sample_paths

COMPASS = ("north", "south", "east", "west", "central")
SPELLINGS = {
    "Islamic State": ("ISIS", "ISIL", "IS", "Daesh", "Da'esh", "the Islamic State", "the so-called Islamic State"),
    "Popular Mobilization Forces": (
        "the PMF",
        "the PMU",
        "the Hashd",
        "Hashd al-Shaabi",
        "the Popular Mobilization Units",
        "the Popular Mobilisation Forces",
    ),
    "Global Coalition": ("the Coalition", "the US-led coalition", "the anti-ISIS coalition", "the Global Coalition"),
    "Combined Joint Task Force - Operation Inherent Resolve": ("CJTF-OIR", "Operation Inherent Resolve"),
    "US Department of Defense": ("the Pentagon", "DoD", "the Defense Department", "the U.S. Department of Defense"),
    "Syrian Democratic Forces": ("the SDF", "the Syrian Democratic Forces"),
    "Iraqi Security Forces": ("the ISF", "Iraqi security forces", "the Iraqi Security Forces"),
    "Kurdistan Regional Government": ("the KRG", "the Kurdistan Regional Government", "the Kurdish Regional Government"),
}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Claim]]:
    with Ledger.create(tmp_path_factory.mktemp("demo") / "demo.db") as ledger:
        list(add_reports(ledger, Run(sample_paths(), extractor=Extractor())))
        yield [entry.claim for entry in ledger.claims()]


def test_an_entity_of_the_demo_has_one_name(demo: list[Claim]) -> None:
    names: dict[str, set[str]] = defaultdict(set)
    for claim in demo:
        for row in arg_rows(claim):
            if row.name_id and not row.value.startswith(COMPASS):
                names[row.name_id].add(row.value.split(", ")[0])
    assert len(names) > 20
    assert {id: sorted(found) for id, found in names.items() if len(found) > 1} == {}


def test_a_name_of_the_demo_is_one_entity(demo: list[Claim]) -> None:
    ids: dict[str, set[str]] = defaultdict(set)
    for claim in demo:
        for row in arg_rows(claim):
            if row.name_id:
                ids[row.value].add(row.name_id)
    assert {name: sorted(found) for name, found in ids.items() if len(found) > 1} == {}


@pytest.mark.parametrize("canonical", SPELLINGS)
def test_all_spellings_of_an_actor_are_one_entity_in_a_ledger(tmp_path: Path, canonical: str) -> None:
    extractor = Extractor()
    with Ledger.create(tmp_path / "spellings.db") as ledger:
        for number, spelling in enumerate(SPELLINGS[canonical]):
            report = Report(f"r{number}", f"On Monday the United States gave 40 tanks to {spelling}.", published="2031-03-04")
            ledger.add(report, extractor.claims(report))
        rows = [row for entry in ledger.claims() for row in arg_rows(entry.claim) if row.arg == "recipient"]
    assert len(rows) == len(SPELLINGS[canonical])
    assert {row.value for row in rows} == {canonical}
    assert len({row.name_id for row in rows}) == 1


def test_a_government_named_by_its_capital_is_the_state(tmp_path: Path) -> None:
    text = "Washington sent 500 soldiers to Iraq on Monday.\n\nTwo bombs exploded in Washington on Tuesday and killed three people."
    with Ledger.create(tmp_path / "capital.db") as ledger:
        report = Report("r1", text, published="2031-03-04")
        ledger.add(report, Extractor().claims(report))
        rows = {(row.arg, row.value, row.name_id) for entry in ledger.claims() for row in arg_rows(entry.claim)}
    assert ("actor", "United States", "iso3166:US") in rows
    assert ("place", "Washington", "geonames:4140963") in rows
