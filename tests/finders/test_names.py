"""Names in parsed sentences."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.finders.names import countries_of, find_names, introduced
from onrecord.model import Mention, Name, NameKind
from onrecord.nlp import Parser
from onrecord.nlp.tokens import Doc


@cache
def parser() -> Parser:
    return Parser()


@cache
def doc_of(sentence: str) -> Doc:
    return next(iter(parser().parse([sentence])))


def found_in(sentence: str, kind: NameKind | None = None, **options: object) -> list[tuple[str, str]]:
    doc = doc_of(sentence)
    mentions = find_names(doc, **options)  # type: ignore[arg-type]  # rows of several options
    return [(m.span.cut(doc.text), m.value.canonical) for m in mentions if kind in (None, m.value.kind)]


def only(sentence: str) -> Mention[Name]:
    [mention] = find_names(doc_of(sentence))
    return mention


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Pentagon said that troops would leave.", [("Pentagon", "US Department of Defense")]),
        ("Fighters of ISIL and al-Qaeda fled.", [("ISIL", "Islamic State"), ("al-Qaeda", "al-Qaeda")]),
        ("The village is quiet, but IS is near.", [("IS", "Islamic State")]),
        ("The Coalition handed the camp over.", [("Coalition", "Global Coalition")]),
        ("The U.S.-led coalition bombed a bridge.", [("U.S.-led coalition", "Global Coalition")]),
        ("An international coalition dropped leaflets.", [("international coalition", "Global Coalition")]),
        ("A coalition of bakers closed its shops.", []),
        ("The Iraqi government and the government of Kenya agreed.", [("Iraqi government", "Iraq"), ("government of Kenya", "Kenya")]),
        ("The Polish Defence Ministry sent tents.", [("Polish Defence Ministry", "Polish Defence Ministry")]),
        ("Kenya's army crossed the border.", [("Kenya's army", "Kenyan Army")]),
        ("The Iraqi Army took the bridge.", [("Iraqi Army", "Iraqi Army")]),
        ("The House Committee on Foreign Affairs met.", [("House Committee on Foreign Affairs", "House Committee on Foreign Affairs")]),
        ("HMS Duncan left Task Force 50 in June.", [("HMS Duncan", "HMS Duncan"), ("Task Force 50", "Task Force 50")]),
        ("Fighters of Jaish al-Fatihin burned the bridge.", [("Jaish al-Fatihin", "Jaish al-Fatihin")]),
        ("The 82nd Airborne Division went home.", [("82nd Airborne Division", "82nd Airborne Division")]),
    ],
)  # fmt: skip
def test_actors(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert found_in(sentence, NameKind.ACTOR) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Gen. Joseph L. Votel visited the base.", [("Joseph L. Votel", "Joseph Votel")]),
        ("Spokesman Col. Harald Quist answered.", [("Harald Quist", "Harald Quist")]),
        ("Acting Defense Secretary Christopher Miller ordered it.", [("Christopher Miller", "Christopher Miller")]),
        ("The commanding general, Lt. Gen. Anna Holm, smiled.", [("Anna Holm", "Anna Holm")]),
        ('Gen. Kenneth F. "Frank" McKenzie spoke.', [('Kenneth F. "Frank" McKenzie', "Kenneth McKenzie")]),
        ("Prime Minister Haider al-Abadi signed it.", [("Haider al-Abadi", "Haider al-Abadi")]),
        ("Michael Jordan and Sara Holm left Jordan.", [("Michael Jordan", "Michael Jordan"), ("Sara Holm", "Sara Holm")]),
        ("Wilmar Quist said that the road was closed.", [("Wilmar Quist", "Wilmar Quist")]),
        ("President Emmanuel Macron spoke on Friday.", [("Emmanuel Macron", "Emmanuel Macron")]),
        ("The defense secretary spoke on Friday.", []),
        ("Hamza bin Rashid fled to Abu Kamal in Syria.", [("Hamza bin Rashid", "Hamza bin Rashid")]),
        ("The U.S. Special Representative for Iran Brian Hook agreed.", [("Brian Hook", "Brian Hook")]),
        ("Taliban Leader Captured in Kunduz", []),
        ("ANA Families Receive Blankets", []),
        ("The Central Asia conference said nothing.", []),
        ("The State Department said nothing on Tuesday.", []),
    ],
)
def test_persons(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert found_in(sentence, NameKind.PERSON) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rockets hit Fallujah in Iraq.", [("Fallujah", "Fallujah"), ("Iraq", "Iraq")]),
        ("Soldiers left Ar Raqqah, Syria.", [("Ar Raqqah", "Ar Raqqah"), ("Syria", "Syria")]),
        ("Near Washkirt, two trucks burned in Iraq.", [("Washkirt", "Washkirt"), ("Iraq", "Iraq")]),
        ("A man died in Andar district, Ghazni province.", [("Andar district", "Andar district"), ("Ghazni province", "Ghazni province")]),
        ("They fled the village of Tal Banat at night.", [("Tal Banat", "Tal Banat")]),
        ("Soldiers in the Sahel cook turkey in March.", [("Sahel", "Sahel")]),
        ("Niger and Nigeria closed the border with Chad.", [("Niger", "Niger"), ("Nigeria", "Nigeria"), ("Chad", "Chad")]),
        ("He died in Andar, a district of Ghazni province.", [("Andar", "Andar"), ("Ghazni province", "Ghazni province")]),
        ("Syria's Idlib province was calm.", [("Syria", "Syria"), ("Idlib province", "Idlib province")]),
    ],
)  # fmt: skip
def test_places_are_written_as_the_text_has_them(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert found_in(sentence, NameKind.PLACE) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Troops left Camp Taji and Q-West.", [("Camp Taji", "Camp Taji"), ("Q-West", "Qayyarah Airfield West")]),
        ("They moved from Tazerbo Air Base to Camp Redoubt.", [("Tazerbo Air Base", "Tazerbo Air Base"), ("Camp Redoubt", "Camp Redoubt")]),
        ("Forward Operating Base Nolay was closed.", [("Forward Operating Base Nolay", "Forward Operating Base Nolay")]),
        ("Rockets hit the American embassy in Baghdad.", [("American embassy in Baghdad", "US Embassy in Baghdad")]),
        ("The Polish Embassy in Cairo reopened.", [("Polish Embassy in Cairo", "Polish Embassy in Cairo")]),
        ("The children went to a summer camp.", []),
    ],
)  # fmt: skip
def test_sites(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert found_in(sentence, NameKind.SITE) == expected


@pytest.mark.parametrize(
    ("sentence", "kind", "type_"),
    [
        ("Many U.S. troops went home.", NameKind.ACTOR, "state"),
        ("They flew back to the U.S. in May.", NameKind.PLACE, "country"),
        ("American soldiers went home.", NameKind.ACTOR, "state"),
        ("It rained in Iraq.", NameKind.PLACE, "country"),
    ],
)
def test_a_state_acts_by_its_adjective_and_is_a_place_by_its_name(sentence: str, kind: NameKind, type_: str) -> None:
    value = only(sentence).value
    assert (value.kind, value.type) == (kind, type_)


def test_a_town_is_left_open_where_several_could_be_meant_and_settled_by_the_report() -> None:
    doc = doc_of("Shells fell in Tripoli at night.")
    [alone] = find_names(doc)
    [settled] = find_names(doc, context=frozenset(["LB"]))
    assert settled.value.country == "LB"
    assert alone.value.id != settled.value.id


def test_a_country_in_the_sentence_goes_before_those_of_the_report() -> None:
    doc = doc_of("Shells fell in Tripoli, Lebanon.")
    town = next(m for m in find_names(doc, context=frozenset(["LY", "LB"])) if m.value.type == "city")
    assert town.value.country == "LB"


def test_a_surname_means_the_person_that_the_report_introduced() -> None:
    first = doc_of("Col. Harald Quist spoke in Baghdad.")
    known = introduced(find_names(first), first.text)
    assert found_in("Quist said that the road was open.", NameKind.PERSON, known=known) == [("Quist", "Harald Quist")]
    assert found_in("Quist said that the road was open.", NameKind.PERSON) == []


def test_a_short_form_in_brackets_means_the_same_afterwards() -> None:
    first = doc_of("The Baghdad Relief Council (BRC) gave food to the Popular Mobilization Forces (PMF, or Hashd al-Shaabi).")
    mentions = list(find_names(first))
    assert [m.value.canonical for m in mentions] == ["Baghdad Relief Council"] * 2 + ["Popular Mobilization Forces"] * 3
    assert found_in("The BRC left.", known=introduced(mentions, first.text)) == [("BRC", "Baghdad Relief Council")]


def test_a_task_force_is_known_by_the_short_form_of_its_number() -> None:
    first = doc_of("The frigate joined Task Force (CTF) 50 in June.")
    known = introduced(find_names(first), first.text)
    assert found_in("CTF 50 sailed.", known=known) == [("CTF 50", "Task Force 50")]


def test_the_countries_of_mentions_are_the_context_of_the_rest() -> None:
    first = doc_of("Lebanese soldiers crossed into Syria.")
    assert countries_of(find_names(first)) == {"LB", "SY"}


def test_the_coalition_is_the_one_that_the_report_introduced() -> None:
    first = doc_of("The Saudi-led coalition bombed a port.")
    known = introduced(find_names(first), first.text)
    assert found_in("Then the coalition withdrew.", known=known) == [("coalition", "Saudi-led coalition")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Washington said that it would send 500 troops.",
        "Washington warns that it may close the office.",
        "Officials met after Washington had threatened to leave.",
        "Poland urged Washington to wait.",
        "The plan was rejected by Washington.",
        "The pressure from Washington grew.",
        "Washington-backed fighters took the bridge.",
    ],
)
def test_a_capital_that_decides_is_a_government(sentence: str) -> None:
    name = next(m.value for m in find_names(doc_of(sentence)) if "Washington" in m.span.cut(sentence))
    assert (name.canonical, name.kind, name.type, name.id) == ("United States", NameKind.ACTOR, "government", "iso3166:US")


@pytest.mark.parametrize(
    "sentence",
    [
        "A fire broke out in Washington on Monday.",
        "He flew from Washington to Kabul.",
        "Washington was hit by a storm.",
        "The road from Washington to the coast was closed.",
        "WASHINGTON (Valley Wire) — The army left.",
        "Washington-based analysts doubt it.",
    ],
)
def test_a_capital_where_things_happen_is_a_town(sentence: str) -> None:
    name = next(iter(find_names(doc_of(sentence)))).value
    assert (name.canonical, name.kind, name.type) == ("Washington", NameKind.PLACE, "city")


def test_an_agency_in_brackets_is_not_the_government_of_the_capital() -> None:
    assert found_in("BAGHDAD (Valley Wire) — The army left.") == [("BAGHDAD", "Baghdad")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Deputy Harbour Affairs Minister Ann Holm left.", [("Ann Holm", "Ann Holm")]),
        ("In September Ambassador Ann Holm left.", [("Ann Holm", "Ann Holm")]),
        ("On Monday Ambassador Ann Holm left.", [("Ann Holm", "Ann Holm")]),
        ("U.S. Attorney Ann Holm said that the road was closed.", [("Ann Holm", "Ann Holm")]),
        ("Business Insider reported it on Monday.", []),
        ("As the Three Valleys Gazette reported, the road was closed.", []),
        ("The shop on Frank Miller Avenue was closed.", []),
        ("The mayor lived in a house called Bryn Holm.", []),
    ],
)
def test_offices_outlets_and_streets_are_no_part_of_a_person(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert found_in(sentence, NameKind.PERSON) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("His aunt Mary was at home.", []),
        ("They walked along the Rio Grande.", []),
        ("An editor told The Atlantic that sales fell.", []),
        ("The South American group agreed.", []),
        ("The judge of the Western District of Texas agreed.", [("Texas", "Texas")]),
        ("He moved from North Carolina to Virginia.", [("North Carolina", "North Carolina")]),
        ("People of American Samoa voted.", [("American Samoa", "American Samoa")]),
        ("They lived in the neighborhood of Miller Street.", []),
        ("Fighting spread to North Kivu.", [("North Kivu", "North Kivu")]),
    ],
)
def test_a_word_is_a_place_only_where_it_is_meant_as_one(sentence: str, expected: list[tuple[str, str]]) -> None:
    known = [(m.span.cut(sentence), m.value.canonical) for m in find_names(doc_of(sentence)) if m.value.id]
    assert known == expected


def test_a_place_has_its_grade_and_what_it_lies_in() -> None:
    first = next(iter(find_names(doc_of("Shells fell in Tal Afar in Iraq.")))).value
    assert (first.precision, first.within) == ("town", ("Nineveh", "Iraq"))


def test_the_embassy_is_the_one_that_the_report_introduced() -> None:
    first = doc_of("Rockets hit the U.S. embassy in Baghdad.")
    known = introduced(find_names(first), first.text)
    assert found_in("The US embassy stayed open.", known=known) == [("US embassy", "US Embassy in Baghdad")]


WORDS = st.sampled_from(
    ["the", "U.S.", "Gen.", "Lt.", "al-", "(", ")", "PMF", "Camp", "Air", "Base", "of", "Iraq", "Iraq's", "province", "Embassy", "in",
     "Baghdad", ",", "said", "Joseph", "Votel", "“", "”", "'", "—", "’s", "3rd", "Battalion", "Ministry", "and", "Ar", "near", "ﬁ", "İ"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join)))
def test_every_span_cuts_real_words_and_none_overlap(text: str) -> None:
    doc = next(iter(parser().parse([text])))
    end = 0
    for mention in find_names(doc, known={"votel": Name("Joseph Votel", NameKind.PERSON)}):
        assert mention.span.begin >= end
        words = mention.span.cut(doc.text)
        assert words == words.strip() != ""
        end = mention.span.end


def test_an_acronym_of_the_report_goes_before_the_one_that_everybody_knows() -> None:
    sentence = "Lebanon's Internal Security Forces (ISF) held two men, and the ISF freed them."
    assert found_in(sentence)[1:] == [
        ("Internal Security Forces", "Internal Security Forces"),
        ("ISF", "Internal Security Forces"),
        ("ISF", "Internal Security Forces"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Bashar al-Asad sent them.", [("Bashar al-Asad", "Bashar al-Assad")]),
        ("Hafez al-Asad died.", []),
        (
            "Brigadier James Woodham, Commander Task Force Helmand, left.",
            [("James Woodham", "James Woodham"), ("Task Force Helmand", "Task Force Helmand")],
        ),
        ("Rockets hit Manbij.", [("Manbij", "Manbij")]),
        ("Troops left Helmand.", [("Helmand", "Helmand")]),
    ],
)
def test_a_person_is_no_base_and_a_place_is_known_by_what_is_done_to_it(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [pair for pair in found_in(sentence) if pair[0] != "Troops"] == expected
