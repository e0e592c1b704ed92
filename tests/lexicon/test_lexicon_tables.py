"""How much the lexicon knows, and that it says where all of it is from."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import onrecord.lexicon
from onrecord.lexicon.entries import read_actors, read_offices, read_sites, read_states, state_names
from onrecord.lexicon.gazetteer import gazetteer

FOLDER = Path(onrecord.lexicon.__file__).parent
DATA = sorted({path.name for path in FOLDER.iterdir() if path.suffix in (".csv", ".toml")} | {"triggers/"})


@pytest.mark.parametrize("name", DATA)
def test_every_file_of_data_is_credited(name: str) -> None:
    rows = [line for line in (FOLDER / "SOURCES.md").read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    [row] = [row for row in rows if f"`{name}`" in row.split("|")[1]]
    assert all(cell.strip() for cell in row.split("|")[1:4])


def test_the_tables_are_as_large_as_promised() -> None:
    bodies = Counter(name.type for name, _, _ in read_actors())
    assert len(list(read_states())) >= 195
    assert bodies.total() - bodies["government"] >= 250
    assert sum(office.type == "office" for office in read_offices()) >= 150
    assert len(list(read_sites())) >= 120


def test_no_row_of_a_table_is_there_twice() -> None:
    for names in (
        [name.canonical for name, _, _ in read_actors()],
        [name.canonical for name, _ in read_sites()],
        [office.title.casefold() for office in read_offices()],
    ):
        assert [name for name, times in Counter(names).items() if times > 1] == []


def test_every_town_lies_in_its_state() -> None:
    states = state_names()
    for places in gazetteer().places.values():
        for place in places:
            name = place.name
            assert place.country not in states or name.within[-1] == states[place.country]
            assert name.precision in ("town", "district", "province", "region")
