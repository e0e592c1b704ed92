"""Names of the user's own: they win, they stay with the reader that was given them, and a bad row is named."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from onrecord.cli import app
from onrecord.errors import LexiconError
from onrecord.lexicon import name_index, resolve_name
from onrecord.lexicon.names import names_in_use
from onrecord.lexicon.own import OWN_COLUMNS, lexicon_with
from onrecord.model import Name, NameKind, Report
from onrecord.pipeline import Extractor
from onrecord.pipeline.find import What, find_in_lines

OWN = """\
kind,canonical,type,country,aliases,within,latitude,longitude,id
actor,Red Valley Guard,armed_group,IQ,RVG|Valley Guard,,,,wikidata:Q1
actor,Hashd Command,force,IQ,Hashd,,,,
actor,Popular Mobilization Forces,,,Crowd Forces,,,,
actor,Iraq,,,The Republic,,,,
site,Camp Redoubt,base,IQ,Redoubt,Nineveh,36.21,42.9,
place,Tal Banat,village,IQ,Tel Banat,Nineveh,36.3,42.1,
place,Tal Afar,,IQ,Tela Far,,,,
person,Harald Quist,,DK,Quist of Aarhus,,,,
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text(OWN, encoding="utf-8")
    return path


def found(text: str, *files: Path, what: What = What.NAMES) -> list[dict[str, object]]:
    line = json.dumps({"doc": "a", "text": text})
    return [row for row in find_in_lines(what, [line], names=files) if isinstance(row, dict)]


@pytest.mark.parametrize(
    ("words", "canonical", "id"),
    [
        ("RVG", "Red Valley Guard", "wikidata:Q1"),
        ("the Valley Guard", "Red Valley Guard", "wikidata:Q1"),
        ("Hashd", "Hashd Command", "own:actor/hashd-command"),
        ("PMF", "Popular Mobilization Forces", "onrecord:popular-mobilization-forces"),
        ("Crowd Forces", "Popular Mobilization Forces", "onrecord:popular-mobilization-forces"),
        ("The Republic", "Iraq", "iso3166:IQ"),
        ("Redoubt", "Camp Redoubt", "own:site/camp-redoubt"),
        ("Tel Banat", "Tal Banat", "own:place/tal-banat"),
        ("Tela Far", "Tal Afar", "geonames:90393"),
        ("Quist of Aarhus", "Harald Quist", "own:person/harald-quist"),
    ],
)
def test_a_name_of_ones_own_is_known_by_its_spellings(own: Path, words: str, canonical: str, id: str) -> None:
    with names_in_use(lexicon_with([own])):
        name = resolve_name(words)
    assert name is not None
    assert (name.canonical, name.id) == (canonical, id)


def test_what_a_row_leaves_empty_is_taken_from_ours(own: Path) -> None:
    with names_in_use(lexicon_with([own])):
        force, town = resolve_name("Crowd Forces"), resolve_name("Tela Far")
    assert force is not None
    assert (force.type, force.country) == ("force", "IQ")
    assert town is not None
    assert (town.type, town.precision, town.within) == ("city", "town", ("Nineveh", "Iraq"))


def test_a_place_has_its_position_and_what_it_lies_in(own: Path) -> None:
    [row] = found("A convoy reached Redoubt.", own, what=What.PLACES)
    assert (row["name"], row["latitude"], row["longitude"]) == ("Camp Redoubt", 36.21, 42.9)
    assert (row["precision"], row["within"]) == ("exact", ["Nineveh", "Iraq"])


def test_names_of_ones_own_stay_with_the_reader_that_was_given_them(own: Path) -> None:
    report = Report("r1", "The Valley Guard fired four rockets at Redoubt on Monday.", published="2031-03-04")
    before = name_index()
    [claim] = Extractor(names=[own]).claims(report)
    assert (claim.args["attacker"], claim.ids["attacker"]) == ("Red Valley Guard", "wikidata:Q1")
    assert name_index() is before
    plain = [value for other in Extractor().claims(report) for value in other.args.values()]
    assert "Red Valley Guard" not in plain
    assert resolve_name("Hashd") == resolve_name("PMF")


def test_a_reader_may_stop_midway_without_leaking_its_names(own: Path) -> None:
    lines = [json.dumps({"doc": str(n), "text": "The RVG left."}) for n in range(3)]
    rows = find_in_lines(What.NAMES, lines, names=[own])
    first = next(rows)
    assert isinstance(first, dict)
    assert first["name"] == "Red Valley Guard"
    assert resolve_name("RVG") is None


def test_a_later_file_goes_before_an_earlier_one(own: Path, tmp_path: Path) -> None:
    later = tmp_path / "later.csv"
    later.write_text("\ufeffcanonical, kind ,aliases\n\nRiver Guard,actor,RVG\n", encoding="utf-8")
    assert [row["name"] for row in found("The RVG met the Hashd.", own, later)] == ["River Guard", "Hashd Command"]


BAD = [
    ("kind,canonical,typ\n", "line 1", "typ"),
    ("canonical\nBlue Army\n", "line 1", "kind"),
    ("", "line 1", "kind"),
    ("kind,kind,canonical\n", "line 1", "kind"),
    ("kind,canonical\nactor,Blue Army\nclan,Grey Army\n", "line 3", "kind"),
    ("kind,canonical\nactor,\n", "line 2", "canonical"),
    ("kind,canonical\nactor,—\n", "line 2", "canonical"),
    ("kind,canonical\nactor,Blue\x1bArmy\n", "line 2", "canonical"),
    (f"kind,canonical\nactor,{'Blue ' * 60}\n", "line 2", "canonical"),
    ("kind,canonical\nactor\n", "line 2", "canonical"),
    ("kind,canonical\nactor,Blue Army,force\n", "line 2", "canonical"),
    ('kind,canonical\nactor,"Blue Army\n', "line 2", "row"),
    ("kind,canonical,type\nactor,Blue Army,gang\n", "line 2", "type"),
    ("kind,canonical,type\nsite,Blue Fort,armed_group\n", "line 2", "type"),
    ("kind,canonical,country\nactor,Blue Army,Ruritania\n", "line 2", "country"),
    ("kind,canonical,aliases\nactor,Blue Army,BA||Blues\n", "line 2", "aliases"),
    ("kind,canonical,aliases\nactor,Blue Army,—\n", "line 2", "aliases"),
    ("kind,canonical,aliases\nactor,Blue Army,Army B\nactor,Bold Army,Army B\n", "line 3", "aliases"),
    ("kind,canonical\nactor,Blue Army\nsite,Blue Army\n", "line 3", "canonical"),
    ("kind,canonical,latitude,longitude\nplace,Strelsau,north,1\n", "line 2", "latitude"),
    ("kind,canonical,latitude,longitude\nplace,Strelsau,1,181\n", "line 2", "longitude"),
    ("kind,canonical,latitude,longitude\nplace,Strelsau,nan,1\n", "line 2", "latitude"),
    ("kind,canonical,latitude,longitude\nplace,Strelsau,1,\n", "line 2", "longitude"),
    ("kind,canonical,latitude,longitude\nactor,Blue Army,1,1\n", "line 2", "latitude"),
    ("kind,canonical,within\nactor,Blue Army,Ruritania\n", "line 2", "within"),
    ("kind,canonical,id\nactor,Blue Army,Q1\n", "line 2", "id"),
    ("kind,canonical,country\nactor,Iraq,IQ\n", "line 2", "country"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "entry", "field"), BAD)
def test_a_bad_row_is_named_by_file_line_and_field(tmp_path: Path, text: str, entry: str, field: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        lexicon_with([path])
    assert (caught.value.file, caught.value.entry, caught.value.field) == (str(path), entry, field)


def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="No such file"):
        lexicon_with([tmp_path / "none.csv"])
    latin = tmp_path / "latin.csv"
    latin.write_bytes("kind,canonical\nplace,Málaga\n".encode("latin-1"))
    with pytest.raises(LexiconError, match="not UTF-8"):
        lexicon_with([latin])


@pytest.mark.parametrize("command", [["read"], ["find", "names"], ["find", "places"], ["add"]], ids=" ".join)
def test_a_command_takes_names_and_tells_what_is_wrong_with_them(own: Path, tmp_path: Path, command: list[str]) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"doc": "a", "text": "The RVG fired four rockets at Redoubt."}\n', encoding="utf-8")
    ledger = ["--ledger", str(tmp_path / "own.db")] if command == ["add"] else ["--jsonl"]
    good = CliRunner().invoke(app, [*command, str(lines), "--names", str(own), *ledger])
    assert good.exit_code == 0, good.output
    assert command == ["add"] or "Camp Redoubt" in good.stdout
    bad = tmp_path / "bad.csv"
    bad.write_text("kind,canonical\nclan,Grey Army\n", encoding="utf-8")
    told = CliRunner().invoke(app, [*command, str(lines), "--names", str(own), "--names", str(bad), *ledger])
    assert told.exit_code == 2
    assert "bad.csv, line 2, field kind: 'clan' is none of" in " ".join(told.stderr.split())


@given(st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=len(OWN_COLUMNS)), max_size=4))
def test_any_table_is_taken_or_told_to_be_bad(tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]) -> None:
    path = tmp_path_factory.mktemp("own") / "any.csv"
    body = "\n".join(",".join(cells) for cells in rows)
    path.write_text(f"{','.join(OWN_COLUMNS)}\n{body}", encoding="utf-8", errors="replace")
    with suppress(LexiconError):
        assert lexicon_with([path]).by_key


@pytest.mark.parametrize(
    ("kind", "type_", "located", "precision"),
    [
        (NameKind.SITE, "base", True, "exact"),
        (NameKind.SITE, "base", False, None),
        (NameKind.PLACE, "village", True, "town"),
        (NameKind.PLACE, "district", False, "district"),
        (NameKind.PLACE, "admin1", True, "province"),
        (NameKind.PLACE, "country", True, "country"),
        (NameKind.PLACE, "sea", True, "region"),
        (NameKind.PLACE, "place", True, "exact"),
        (NameKind.PLACE, "place", False, None),
        (NameKind.ACTOR, "state", True, None),
    ],
)
def test_a_place_says_how_narrow_it_is(kind: NameKind, type_: str, located: bool, precision: str | None) -> None:
    position = (1.0, 2.0) if located else (None, None)
    assert Name("Strelsau", kind, type_, "own:x", None, *position).precision == precision
    assert Name("Strelsau", kind, type_).precision is None
