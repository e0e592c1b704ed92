"""Names by any of their spellings, and tables that cannot be used."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import LexiconError
from onrecord.lexicon import name_index, resolve_name
from onrecord.lexicon.entries import read_actors, read_offices, read_persons, read_sites, read_states
from onrecord.lexicon.folding import key_of, words_in
from onrecord.lexicon.gazetteer import gazetteer, read_gazetteer
from onrecord.model import NameKind


@pytest.mark.parametrize(
    ("words", "canonical"),
    [
        ("ISIL", "Islamic State"),
        ("ISIS", "Islamic State"),
        ("IS", "Islamic State"),
        ("Daesh", "Islamic State"),
        ("Da’esh", "Islamic State"),
        ("the so-called Islamic State", "Islamic State"),
        ("Islamic State of Iraq and the Levant", "Islamic State"),
        ("al-Qaida", "al-Qaeda"),
        ("Al Qaeda", "al-Qaeda"),
        ("the Coalition", "Global Coalition"),
        ("US-led Coalition", "Global Coalition"),
        ("U.S.-led coalition", "Global Coalition"),
        ("anti-ISIS coalition", "Global Coalition"),
        ("CJTF-OIR", "Combined Joint Task Force - Operation Inherent Resolve"),
        ("Operation Inherent Resolve", "Combined Joint Task Force - Operation Inherent Resolve"),
        ("the Pentagon", "US Department of Defense"),
        ("Defense Department", "US Department of Defense"),
        ("State Department", "US Department of State"),
        ("CENTCOM", "US Central Command"),
        ("U.S. Central Command", "US Central Command"),
        ("ISF", "Iraqi Security Forces"),
        ("Iraqi security forces", "Iraqi Security Forces"),
        ("peshmerga", "Peshmerga"),
        ("Peshmerga Ministry", "Ministry of Peshmerga Affairs"),
        ("KRG", "Kurdistan Regional Government"),
        ("Hashd al-Shaabi", "Popular Mobilization Forces"),
        ("Hashd", "Popular Mobilization Forces"),
        ("Popular Mobilisation Units", "Popular Mobilization Forces"),
        ("SDF", "Syrian Democratic Forces"),
        ("Assad regime", "Syrian government"),
        ("Kata'ib Hizballah", "Kataib Hezbollah"),
        ("U.N.", "United Nations"),
        ("UN Security Council", "United Nations Security Council"),
        ("Houthi rebels", "Houthis"),
        ("al-Shabaab", "al-Shabab"),
        ("the Iraqi government", "Iraq"),
        ("government of Iraq", "Iraq"),
        ("Trump administration", "United States"),
        ("American", "United States"),
        ("U.S.", "United States"),
        ("Britain", "United Kingdom"),
        ("Türkiye", "Turkey"),
        ("Nigerien", "Niger"),
        ("Nigerian", "Nigeria"),
        ("Iraqis", "Iraq"),
        ("Q-West", "Qayyarah Airfield West"),
        ("Ain al-Asad", "Al Asad Air Base"),
        ("K1", "K-1 Air Base"),
        ("Taji base", "Camp Taji"),
        ("Kadhimi", "Mustafa al-Kadhimi"),
        ("Joseph L. Votel", "Joseph Votel"),
        ("Raqqah", "Raqqa"),
        ("Ar Raqqah", "Raqqa"),
        ("Falluja", "Fallujah"),
        ("Dayr Az Zawr", "Deir ez-Zor"),
        ("Iraqi Kurdistan", "Kurdistan Region"),
        ("the Sahel", "Sahel"),
    ],
)
def test_a_spelling_gives_the_canonical_name(words: str, canonical: str) -> None:
    name = resolve_name(words)
    assert name is not None
    assert name.canonical == canonical


@pytest.mark.parametrize(
    "words", ["is", "us", "white house", "coalition", "turkey", "chad", "", "  ", "the", "Nowhere at all", "—", "isil"]
)
def test_words_that_name_nothing_give_nothing(words: str) -> None:
    assert resolve_name(words) is None


@pytest.mark.parametrize(
    ("words", "kind", "type_", "identity"),
    [
        ("Iraq", NameKind.PLACE, "country", "iso3166:IQ"),
        ("Iraqi", NameKind.ACTOR, "state", "iso3166:IQ"),
        ("Iraqi government", NameKind.ACTOR, "government", "iso3166:IQ"),
        ("ISIL", NameKind.ACTOR, "armed_group", "onrecord:islamic-state"),
        ("Mosul", NameKind.PLACE, "city", "geonames:99072"),
        ("Camp Taji", NameKind.SITE, "base", "onrecord:site/camp-taji"),
    ],
)
def test_a_name_says_what_it_is(words: str, kind: NameKind, type_: str, identity: str) -> None:
    name = resolve_name(words)
    assert name is not None
    assert (name.kind, name.type, name.id) == (kind, type_, identity)


def test_a_country_acts_where_an_actor_is_asked_for() -> None:
    actor = resolve_name("Iraq", kind=NameKind.ACTOR)
    assert actor is not None
    assert (actor.canonical, actor.kind, actor.type) == ("Iraq", NameKind.ACTOR, "state")
    assert resolve_name("Iraqi", kind=NameKind.PLACE) is None


def test_a_task_force_is_not_the_coalition() -> None:
    assert resolve_name("CJTF-OIR") != resolve_name("the Coalition")


def test_the_country_of_the_report_decides_between_towns_of_one_name() -> None:
    towns = gazetteer()
    assert towns.choose("tripoli", frozenset(["LB"])) is not None
    chosen = {country: towns.choose("tripoli", frozenset([country])) for country in ("LB", "LY")}
    assert {country: place.country for country, place in chosen.items() if place} == {"LB": "LB", "LY": "LY"}


def test_a_name_of_several_towns_is_no_place_without_a_country() -> None:
    towns = gazetteer()
    assert len({place.country for place in towns.candidates("victoria")}) > 1
    assert towns.choose("victoria") is None


def test_a_province_is_found_where_the_text_asks_for_one() -> None:
    province = gazetteer().choose("kandahar", within="admin1")
    assert province is not None
    assert (province.type, province.country) == ("admin1", "AF")


def test_the_tables_have_what_the_brief_news_of_the_world_needs() -> None:
    index = name_index()
    assert len(index.states) >= 195
    assert (
        len({entry.name.canonical for entries in index.by_key.values() for entry in entries if entry.name.kind == "site"})
        >= 120
    )
    assert len({entry.name.id for entries in index.by_key.values() for entry in entries if entry.name.kind == "actor"}) >= 250


def test_no_two_names_share_a_spelling_by_accident() -> None:
    shared = {
        key: {entry.name.canonical for entry in entries}
        for key, entries in name_index().by_key.items()
        if len({entry.name.canonical for entry in entries}) > 1
    }
    assert set(shared) == {"syrian government", "government of syria"}


@given(st.text(max_size=60))
def test_any_text_resolves_or_not_and_never_fails(text: str) -> None:
    resolve_name(text)
    assert key_of(text) == key_of(text)


@given(st.text(max_size=80))
def test_words_stand_in_order_and_cut_real_text(text: str) -> None:
    end = 0
    for word in words_in(text):
        assert end <= word.begin < word.end <= len(text)
        assert text[word.begin : word.end].strip()
        end = word.end


def table(tmp_path: Path, name: str, heading: str, *rows: list[str]) -> Path:
    path = tmp_path / name
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heading.split(","), *rows])
    return path


STATES = "canonical,iso2,iso3,geonames,capital,latitude,longitude,demonyms,aliases"
PLACES = "name,type,country,admin1,id,latitude,longitude,population,aliases"
READERS = {
    "states.csv": lambda path: list(read_states(path)),
    "actors.csv": lambda path: list(read_actors(path)),
    "sites.csv": lambda path: list(read_sites(path)),
    "persons.csv": lambda path: list(read_persons(path)),
    "offices.csv": lambda path: list(read_offices(path)),
    "places.csv": read_gazetteer,
}


@pytest.mark.parametrize(
    ("file", "heading", "row", "line", "field"),
    [
        ("states.csv", STATES, ["Ruritania", "ru", "RUR", "1", "Strelsau", "1", "2", "", ""], "line 2", "iso2"),
        ("states.csv", STATES, ["", "RU", "RUR", "1", "Strelsau", "1", "2", "", ""], "line 2", "canonical"),
        ("states.csv", STATES, ["Ruritania", "RU", "RUR", "x", "Strelsau", "1", "2", "", ""], "line 2", "geonames"),
        ("states.csv", STATES, ["Ruritania", "RU", "RUR", "1", "Strelsau", "91", "2", "", ""], "line 2", "latitude"),
        ("states.csv", STATES, ["Ruritania", "RU", "RUR", "1", "Strelsau", "1", "2", "a||b", ""], "line 2", "demonyms"),
        ("states.csv", "canonical,iso2", ["Ruritania", "RU"], "line 1", "heading"),
        ("actors.csv", "canonical,type,country,parent,aliases", ["Blue Army", "gang", "", "", ""], "line 2", "type"),
        ("actors.csv", "canonical,type,country,parent,aliases", ["Blue Army", "force"], "line 2", "country"),
        ("sites.csv", "canonical,type,country,place,latitude,longitude,aliases", ["Fort Blue", "base", "US", "", "north", "", ""], "line 2", "latitude"),
        ("persons.csv", "canonical,office,country,aliases", ["Ann Holm", "king", "SWE", ""], "line 2", "country"),
        ("offices.csv", "title,type,role", ["warden", "office", ""], "line 2", "role"),
        ("offices.csv", "title,type,role", ["warden", "job", "warden"], "line 2", "type"),
        ("places.csv", PLACES, ["Strelsau", "city", "RU", "", "x:1", "1", "2", "many", ""], "line 2", "population"),
        ("places.csv", PLACES, ["Strelsau", "planet", "RU", "", "x:1", "1", "2", "5", ""], "line 2", "type"),
        ("places.csv", PLACES, ["Strelsau", "city", "RU", "", "", "1", "2", "5", ""], "line 2", "id"),
    ],
)  # fmt: skip
def test_a_bad_row_is_named_by_file_line_and_field(
    tmp_path: Path, file: str, heading: str, row: list[str], line: str, field: str
) -> None:
    path = table(tmp_path, file, heading, row)
    with pytest.raises(LexiconError) as caught:
        READERS[file](path)
    assert (caught.value.file, caught.value.entry, caught.value.field) == (file, line, field)


def test_a_missing_gazetteer_is_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="is missing"):
        read_gazetteer(tmp_path / "places.csv")


def test_every_place_that_ships_can_be_made_a_name() -> None:
    for places in gazetteer().places.values():
        for place in places:
            assert place.name.id == place.id
