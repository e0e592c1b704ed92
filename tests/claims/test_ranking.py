"""Whose forces, and where, where a sentence leaves it to the report: the candidates and what speaks for each."""

import pytest

from onrecord.claims.ranking import watched
from onrecord.errors import LexiconError
from onrecord.lexicon.ranks import ranks, ranks_in_use, ranks_of
from onrecord.model import Kind, Report, Step

HOSTS = (
    "Dutch troops to leave Mali\n\nThe Netherlands has 250 soldiers in Mali. The Malian government and Malian parties have debated "
    "their stay. Ministers of the alliance met in Lisbon and spoke of the force. About 90 soldiers will leave in May."
)


def moves(extractor, text):
    report = Report(id="r", text=text, published="2013-02-01")
    return [claim for claim in extractor.claims(report) if claim.kind is Kind.FORCE_CHANGE and claim.quantity is not None]


def test_forces_are_where_the_report_has_them_and_not_where_ministers_met(extractor):
    [move] = moves(extractor, HOSTS)
    assert (move.args["actor"], move.args["place"]) == ("Netherlands", "Mali")


def test_the_weights_decide_and_a_slot_that_the_sentence_fills_is_no_choice(extractor):
    none = {slot: dict.fromkeys(names, 0.0) for slot, names in ranks().items()}
    with ranks_in_use({**none, "place": none["place"] | {"town": 5.0}}):
        [move] = moves(extractor, HOSTS)
    assert move.args["place"] == "Lisbon"
    assert move.origins["place"].step is Step.REPORT
    with watched() as choices:
        moves(extractor, "The Netherlands will withdraw 90 soldiers from Mali.")
    assert choices == []


def test_each_candidate_comes_with_what_speaks_for_it(extractor):
    with watched() as choices:
        moves(extractor, HOSTS)
    [place] = [choice for choice in choices if choice.slot == "place" and choice.draft.quantity.delta == 90]
    found = {candidate.who.text: candidate.found for candidate in place.candidates}
    assert found["Mali"]["head"] == 1.0
    assert found["Netherlands"]["own"] == 1.0
    assert 0 < found["Mali"]["share"] <= 1


@pytest.mark.parametrize("field", ["name", "weight", "says"])
def test_a_weight_without_a_field_is_refused_by_its_name(field):
    row = {"name": '"now"', "weight": "1.0", "says": '"so"'} | {field: "[]"}
    lines = "\n".join(f"{key} = {value}" for key, value in row.items())
    with pytest.raises(LexiconError, match=field):
        ranks_of(f"[[actor]]\n{lines}\n[[place]]\nname = 'now'\nweight = 1.0\nsays = 'so'\n")
