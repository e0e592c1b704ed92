"""Headlines and wires in capitals, as the parser reads them."""

import pytest

from onrecord.model import Kind, Report, claim_to_json
from onrecord.pipeline import Extractor
from onrecord.pipeline.headlines import in_sentence_case

BODY = "On Monday, acting chief Miller said that the strait was open."


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("U.S. HANDS OVER AIR BASE 101 TO NIGER", "U.S. hands over air base 101 to Niger"),
        ("MILLER SAYS US TO CUT FORCE IN IRAQ TO 2,500", "Miller says US to cut force in Iraq to 2,500"),
        ("FRANCE WITHDREW 300 SOLDIERS FROM MALI IN JUNE.", "France withdrew 300 soldiers from Mali in June."),
        ("NATO", "NATO"),
        ("The army left Mopti.", "The army left Mopti."),
    ],
)
def test_capitals_become_small_but_for_names(given, read):
    assert in_sentence_case(given, BODY) == read


def test_what_a_headline_in_capitals_threatens_is_no_fact():
    text = "IRAN THREATENS TO CLOSE STRAIT OF HORMUZ IF US STRIKES\n\nThe minister spoke on Monday."
    claims = Extractor().claims(Report(id="caps", text=text, published="2020-01-01"))
    [threat] = [claim for claim in claims if claim.kind is not Kind.STATEMENT]
    assert threat.kind is Kind.THREAT
    assert claim_to_json(threat)["args"]["condition"] == "IF US STRIKES"
