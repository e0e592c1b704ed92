"""Charts and maps as files: what is shown, with what its marks mean, and nothing that leads or runs anywhere."""

from __future__ import annotations

import sys
from xml.etree import ElementTree as Xml

import pytest

LEVELS = "actor=US&place=Iraq"


def words_of(demo, address):
    root = Xml.fromstring(demo.page(address))
    return [text for one in root.iter("{http://www.w3.org/2000/svg}text") if (text := "".join(one.itertext()))]


def test_the_chart_of_levels_is_an_svg_with_its_legend(demo):
    words = words_of(demo, f"/levels.svg?{LEVELS}")
    assert {
        "United States in Iraq",
        "stated as a fact",
        "announced",
        "corrected by its own outlet",
        "nobody said: unknown, not zero",
    } <= {*words}
    assert "denied" not in words


def test_it_is_a_picture_in_dots_too(demo):
    answer = demo.client.get(f"/levels.png?{LEVELS}")
    assert answer.headers["content-type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")
    assert 'filename="onrecord-levels.png"' in answer.headers["content-disposition"]


def test_it_shows_the_days_that_are_asked_for_and_no_others(demo):
    whole = {"2015", "2018", "2022"}
    assert whole <= {*words_of(demo, f"/levels.svg?{LEVELS}")}
    window = words_of(demo, f"/levels.svg?{LEVELS}&since=2020-06&until=2021-03")
    assert not whole & {*window}
    assert {"June", "2021", "March"} <= {*window}
    assert demo.json(f"/levels.vl.json?{LEVELS}&since=2020-06&until=2021-03")["usermeta"]["days"] == [
        "2020-06-01",
        "2021-03-31",
    ]


def test_where_nobody_states_a_level_the_picture_says_so(demo):
    assert "No report states a level of a known day here." in words_of(demo, "/levels.svg?actor=Iran&place=Syria")


def test_the_map_has_its_land_in_it(demo):
    drawn = demo.page("/sites.svg?place=Iraq")
    assert "K-1 Air Base" in words_of(demo, "/sites.svg?place=Iraq")
    assert drawn.count("<path") > 100
    assert demo.client.get("/sites.png?place=Iraq").content.startswith(b"\x89PNG")


@pytest.mark.parametrize("address", [f"/levels.svg?{LEVELS}", "/sites.svg?place=Iraq"])
def test_a_picture_leads_nowhere(demo, address):
    drawn = demo.page(address)
    assert "<a " not in drawn
    assert "href" not in drawn.replace("xlink=", "")
    assert "/claims/" not in drawn


@pytest.mark.parametrize("ending", ["csv", "svg", "png", "vl.json"])
def test_a_file_of_nothing_in_particular_is_refused_with_what_is_needed(demo, ending):
    answer = demo.client.get(f"/levels.{ending}?actor=US")
    assert answer.status_code == 400
    assert "place" in answer.text


def test_without_the_extra_it_says_what_to_install(demo, monkeypatch):
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    answer = demo.client.get(f"/levels.svg?{LEVELS}")
    assert answer.status_code == 501
    assert "onrecord[report]" in answer.text
    assert demo.client.get(f"/levels.csv?{LEVELS}").status_code == 200


def test_the_files_stand_in_the_description_of_the_api(demo):
    paths = demo.json("/api/openapi.json")["paths"]
    assert paths["/levels.png"]["get"]["responses"]["200"]["content"] == {"image/png": {}}
    assert paths["/levels.svg"]["get"]["responses"]["200"]["content"] == {"image/svg+xml": {}}
    assert {"/sites.svg", "/sites.png"} <= {*paths}
