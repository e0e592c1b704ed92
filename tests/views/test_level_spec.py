"""The chart of levels as a specification: each mark by what it is, and nothing left for a browser to work out."""

from __future__ import annotations

import pytest

from onrecord.model import Claim, Entry, Fact, Frozen, Kind, LevelPoint, Levels, Quantity, ReportCard, Span, Status
from onrecord.views.level_spec import in_colours, levels_spec


def point(number, status=Status.ACTUAL, day="2031-03-01", **bounds):
    words = "Northland has soldiers in Green Valley."
    quantity = Quantity(value=number, unit="personnel") if number is not None else Quantity(unit="personnel", **bounds)
    args = Frozen({"actor": "Northland", "place": "Green Valley"})
    claim = Claim("r", Kind.FORCE_LEVEL, Span(0, len(words)), args=args, quantity=quantity, status=status)
    fact = Fact((Entry(claim, ReportCard("r", outlet="Valley Wire", published="2031-02-01"), words),))
    return LevelPoint(fact, day, day, number, bounds.get("low"), bounds.get("high"), False, status)


def spec_of(*points):
    return levels_spec([Levels("Northland", "Green Valley", "personnel", tuple(points), ())], known="2031-04-01")


def layers(spec):
    return {layer["data"]["name"]: layer for panel in spec["vconcat"] for layer in panel["layer"]}


def test_marks_of_another_standing_have_another_shape_and_colour():
    found = layers(spec_of(point(500), point(300, Status.PLANNED, "2031-05-01"), point(200, Status.DENIED)))
    looks = [
        tuple(layer["mark"][name] for name in ("shape", "fill", "fillOpacity"))
        for layer in found.values()
        if "fill" in layer["mark"]
    ]
    assert len(looks) == len({shape for shape, _, _ in looks}) == len({fill for _, fill, _ in looks}) == 3
    assert {name: layer["mark"]["fillOpacity"] for name, layer in found.items() if "fill" in layer["mark"]} == {
        "Strength, actual": 1.0,
        "Strength, planned": 0,
        "Strength, denied": 0,
    }


@pytest.mark.parametrize(
    ("bounds", "layer"),
    [({"low": 200.0, "high": 300.0}, "bands"), ({"low": 200.0}, "floors"), ({"high": 300.0}, "ceilings")],
)
def test_a_number_with_bounds_alone_has_a_band_or_an_arrow(bounds, layer):
    spec = spec_of(point(500), point(None, **bounds))
    assert [len(rows) for name, rows in spec["datasets"].items() if name == f"Strength, {layer}"] == [1]


def test_a_browser_has_nothing_to_sift_or_to_work_out():
    """An expression that must be read anew for each of ten thousand marks is what made the chart slow."""
    spec = spec_of(point(500), point(None, low=200.0, high=300.0), point(300, Status.PLANNED, "2031-05-01"))
    assert (
        sum(len(rows) for name, rows in spec["datasets"].items() if name.removeprefix("Strength, ") in ("actual", "planned"))
        == 3
    )
    for layer in layers(spec).values():
        assert "transform" not in layer
        assert layer["data"]["format"] == {"parse": None}
        assert not any("condition" in channel for channel in layer["encoding"].values())


def test_many_marks_are_small_and_put_no_words_together():
    many = spec_of(*(point(number, day=f"20{10 + number % 90}-03-01") for number in range(1, 1700)))
    [marks] = layers(many).values()
    assert marks["mark"]["size"] < 110
    assert "description" not in marks["encoding"]
    assert len(many["datasets"]["Strength, actual"]) == 1699


def test_colours_have_names_until_paper_gives_them_one():
    spec = spec_of(point(500))
    assert layers(spec)["Strength, actual"]["mark"]["fill"] == "--actual"
    assert layers(in_colours(spec))["Strength, actual"]["mark"]["fill"].startswith("#")
