"""Headlines in their own grammar, told as the sentences below them tell the same move; and those that tell none."""

import pytest

from onrecord.model import Kind

from .conftest import flat, pick
from .rows import case

TOLD = [
    case(
        "UNAMSIL grows again\n\nFREETOWN — The UN mission in Sierra Leone, UNAMSIL, will grow to 17,500 soldiers, the Council decided.",
        {"actor": "UNAMSIL", "direction": "increase", "status": "planned", "to": None},
    ),
    case(
        "White House orders bulk of force out of Lebanon\n\nWASHINGTON — The United States will withdraw most of its 1,400 Marines "
        "from Lebanon by March, the White House said.",
        {"actor": "United States", "direction": "decrease", "place": "Lebanon", "status": "planned", "source": "White House"},
    ),
    case(
        "Kenya keeps its soldiers in Somalia\n\nNAIROBI - Kenya's troops will stay in Somalia until 2016, the president said.",
        {"actor": "Kenya", "direction": "none", "place": "Somalia", "status": "planned", "source": None},
    ),
    case(
        "Indian Brigade Reaches Bukavu\n\nBUKAVU - A brigade of 3,500 Indian soldiers arrived in Bukavu on Monday.",
        {"actor": "India", "direction": "increase", "place": "Bukavu", "status": "actual", "delta": None},
    ),
    case(
        "Portugal, Spain thin out in Bosnia\n\nSARAJEVO - Portugal has withdrawn 200 soldiers from Bosnia. Spain will pull out 300.",
        {"actor": "Portugal", "place": "Bosnia and Herzegovina", "status": "actual"},
    ),
    case(
        "Pentagon orders cut to 900 in Haiti\n\nWASHINGTON - The United States will withdraw 300 of its 1,200 soldiers from Haiti.",
        {
            "actor": "United States",
            "direction": "decrease",
            "place": "Haiti",
            "status": "planned",
            "to": 900,
            "source": "Pentagon",
        },
    ),
]
UNTOLD = [
    "Ghana buries soldiers killed in Lebanon\n\nACCRA - Ghana will send 200 more soldiers to Lebanon. The dead came home on Monday.",
    "More rain feared in Nepal\n\nKATHMANDU - Nepal sent 300 soldiers to Pokhara to help. The rain goes on.",
    "Norway leaves three bases\n\nOSLO - Norway has withdrawn 300 soldiers from Mali.",
    "Will Denmark stay in Chad?\n\nCOPENHAGEN - Denmark will keep its 200 soldiers in Chad until June.",
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_a_headline_tells_what_the_sentence_below_it_tells(read, text, wanted):
    first = read(text, Kind.FORCE_CHANGE)[0]
    assert first.evidence.begin == 0
    assert pick(flat(first), wanted) == wanted


@pytest.mark.parametrize("text", UNTOLD)
def test_a_headline_of_something_else_tells_no_move(read, text):
    assert all(claim.evidence.begin > 0 for claim in read(text, Kind.FORCE_CHANGE))


def test_headings_in_capitals_head_the_parts_of_a_digest(read):
    text = "Week in short\n\nTURKEY VOTES TO STAY 18 MORE MONTHS\nTurkey's parliament extended the mandate of its troops in Libya.\n"
    heading = [c for c in read(text, Kind.FORCE_CHANGE) if c.rule == "headline-move"]
    assert [(c.args["actor"], c.args["direction"], c.status) for c in heading] == [("Turkey", "none", "planned")]
