"""Values of a claim set by hand."""

from __future__ import annotations

import pytest

from onrecord.model import Claim, Frozen, Kind, Quantity, Span, Status, Time
from onrecord.model.revision import BY_HAND, revised

TEXT = "Northland sent 300 men to Green Valley on May 3, officials said."
CLAIM = Claim(
    "r",
    Kind.FORCE_CHANGE,
    Span(0, len(TEXT)),
    args=Frozen({"actor": "Northland", "place": "Green Valley", "direction": "increase"}),
    quantity=Quantity(delta=300, unit="personnel"),
    time=Time("on May 3", "2020-05-03", "2020-05-03"),
    spans=Frozen({"place": Span(26, 38), "trigger": Span(10, 14)}),
    ids=Frozen({"place": "geonames:1"}),
    confidence=0.4,
)


@pytest.mark.parametrize(
    ("values", "slot", "wanted"),
    [
        ({"quantity.delta": "400"}, "quantity", Quantity(delta=400, unit="personnel")),
        ({"quantity.delta": ""}, "quantity", None),
        ({"quantity.to": "1,200"}, "quantity", Quantity(delta=300, to=1200, unit="personnel")),
        ({"quantity": ""}, "quantity", None),
        ({"status": "planned"}, "status", Status.PLANNED),
        ({"time": ""}, "time", None),
        ({"time.start": "2020-05", "time.end": "2020-05"}, "time", Time("on May 3", "2020-05", "2020-05")),
        ({"source": "officials"}, "source", "officials"),
        ({"quantity.delta": "", "quantity.to": "900"}, "quantity", Quantity(to=900, unit="personnel")),
        (
            {"quantity.unit": "rocket", "quantity.delta": "", "quantity.value": "4"},
            "quantity",
            Quantity(value=4, unit="rocket"),
        ),
        ({"time.text": "", "time.start": "", "time.end": ""}, "time", None),
        ({"time.text": "", "time.start": "2020-05"}, "time", Time("2020-05", "2020-05", "2020-05-03")),
    ],
)
def test_a_value_is_set_and_an_empty_one_taken_away(values, slot, wanted):
    made = revised(CLAIM, values, text=TEXT)
    assert getattr(made, slot) == wanted
    assert (made.rule, made.confidence) == (BY_HAND, 1.0)


def test_an_arg_set_by_hand_has_the_span_and_name_of_its_new_words():
    made = revised(CLAIM, {"place": "men"}, text=TEXT, naming=lambda arg, words: (words.upper(), "x:1"))
    assert (made.args["place"], made.ids["place"]) == ("MEN", "x:1")
    assert made.spans["place"].cut(TEXT) == "men"
    assert made.spans["trigger"] == Span(10, 14)


def test_an_arg_that_is_taken_away_leaves_nothing_behind():
    made = revised(CLAIM, {"place": ""}, text=TEXT)
    assert "place" not in made.args
    assert "place" not in made.spans
    assert "place" not in made.ids


@pytest.mark.parametrize("values", [{"direction": "sideways"}, {"goods": "x"}, {"quantity.low": "many"}, {"time.start": "May"}])
def test_what_the_vocabulary_does_not_have_is_refused(values):
    with pytest.raises(ValueError, match=r"."):
        revised(CLAIM, values, text=TEXT)
