"""What a report says once of an operation, its place and its day, holds for the sentences that go on about it."""

import pytest

from onrecord.model import Kind

from .rows import case

OPENS = "The army searched a compound in Tuz Khurmatu district, Salah ad Din province, on Monday. "
WHERE = "Tuz Khurmatu district, Salah ad Din province"


@pytest.mark.parametrize(
    "then",
    [
        case("During the search, the soldiers detained two men."),
        case("The soldiers detained two men."),
        case("They detained two men."),
        case("Two men were detained as a result of the operation."),
        case("Two men were detained."),
        case("The smuggler sells rifles in Kirkuk province. The soldiers detained two men."),
        case("The wind was strong. During the operation, two men were captured."),
        case("The search resulted in the capture of two men."),
        case("The network's chief leads attacks in Kirkuk province. During the search, two men were detained."),
    ],
)
def test_a_sentence_that_goes_on_has_the_place_and_the_day(read, then):
    text = OPENS + then
    [claim] = read(text, Kind.CASUALTIES)
    assert claim.args["place"] == WHERE
    assert claim.spans["place"].cut(text) == WHERE
    assert claim.time is not None
    assert (claim.time.text, claim.time.start) == ("on Monday", "2020-12-07")


@pytest.mark.parametrize(
    "opens",
    [
        case("A patrol found a store of arms in Kirkuk province, on Monday. "),
        case("A patrol observed a blast on a road in Kirkuk province, on Monday. "),
        case("An Iraqi and coalition security force discovered a store of arms in Kirkuk province, on Monday. "),
    ],
)
@pytest.mark.parametrize(
    "then",
    [
        case("During the operation, the soldiers took two men into custody."),
        case("The soldiers conducted a strike on the house, killing two men."),
    ],
)
def test_what_a_force_finds_sets_the_scene(read, opens, then):
    [claim] = read(opens + then, Kind.CASUALTIES)
    assert claim.args["place"] == "Kirkuk province"
    assert claim.time is not None
    assert claim.time.text == "on Monday"


def test_a_thing_of_the_incident_is_taken_up_in_a_paragraph_of_its_own(read):
    text = "A patrol found a shipment of rifles in Kirkuk province.\n\nThe shipment was burned and two men were detained."
    [claim] = read(text, Kind.CASUALTIES)
    assert claim.args["place"] == "Kirkuk province"


def test_what_only_was_reported_sets_no_scene(read):
    text = "An army officer reported that smugglers live in Kirkuk province.\n\nThe smugglers killed two men."
    assert [claim.args.get("place") for claim in read(text, Kind.CASUALTIES)] == [None]


def test_a_month_in_which_an_incident_was_holds_too(read):
    found = read("In June, rebels attacked a patrol in Kirkuk province. The patrol killed three rebels.", Kind.CASUALTIES)
    assert [(claim.time.start, claim.time.end) for claim in found if claim.time] == [("2020-06", "2020-06")]


@pytest.mark.parametrize(
    "then",
    [
        case("Elsewhere, two men were detained."),
        case("In a separate raid, the army detained two men."),
        case("The commander runs a cell of men who killed two officers."),
        case("The commander had killed two officers."),
        case("The militia kills two officers a week."),
    ],
)
def test_a_sentence_about_something_else_has_neither(read, then):
    for claim in read(OPENS + then, Kind.CASUALTIES):
        assert "place" not in claim.args
        assert claim.time is None or claim.time.start != "2020-12-07"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        case("Rebels met in Kirkuk province and marines detained two men in the province.", "Kirkuk province"),
        case(OPENS + "They detained two men in the district.", WHERE),
    ],
)
def test_the_province_is_the_one_that_was_named(read, text, place):
    assert [claim.args["place"] for claim in read(text, Kind.CASUALTIES)] == [place]


def test_a_day_of_its_own_is_kept(read):
    [claim] = read(OPENS + "On Thursday, the soldiers detained two men.", Kind.CASUALTIES)
    assert claim.time is not None
    assert claim.time.start == "2020-12-10"


def test_of_several_days_that_of_the_main_clause_is_the_incidents(read):
    text = (
        "A patrol conducted an operation to find a man who was wanted for Tuesday's attack in Samarra, Salah ad Din province, on Monday. "
        "The patrol detained two men during this operation."
    )
    found = read(text, Kind.CASUALTIES)
    assert [claim.time.text for claim in found if claim.time and "two men" in claim.evidence.cut(text)] == ["on Monday"]


def test_last_night_is_more_than_overnight(read):
    [claim] = read("The army detained two men in an overnight raid here last night.", Kind.CASUALTIES)
    assert claim.time is not None
    assert (claim.time.text, claim.time.start, claim.time.end) == ("last night", "2020-12-12", "2020-12-12")


def test_what_is_planned_gets_no_day_of_the_past(read):
    [claim] = read(OPENS + "The soldiers will arrest two men.", Kind.CASUALTIES)
    assert (claim.status, claim.time) == ("planned", None)


def test_a_headline_sets_no_scene(read):
    claims = read("Army raids Tikrit and Samarra\nTwo men were detained.", Kind.CASUALTIES)
    assert [claim.args.get("place") for claim in claims] == [None]


def test_the_day_in_a_dateline_is_no_day_of_what_happened():
    from onrecord.model import Report
    from onrecord.pipeline import Extractor
    from onrecord.readers.dateline import find_dateline

    text = "Press release KABUL, Afghanistan (June 5, 2010) In Andar district, Ghazni province, a patrol killed two gunmen."
    report = Report(id="x", text=text, published="2010-06-05", dateline=find_dateline(text))
    [claim] = [claim for claim in Extractor().claims(report) if claim.kind is Kind.CASUALTIES]
    assert claim.time is None
    assert claim.args["place"] == "Andar district, Ghazni province"
    assert claim.evidence.cut(text).startswith("KABUL, Afghanistan (June 5, 2010) In Andar")
