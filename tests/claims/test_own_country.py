""" "His country" is the speaker's, in whatever clause he speaks of it."""

import pytest

from onrecord.model import Kind

from .rows import case

SAID = [
    case(
        "Ugandan President Yoweri Museveni said on Friday that his country would send 1,700 soldiers to Somalia.",
        Kind.FORCE_CHANGE,
        {"actor": "Uganda", "delta": 1700, "status": "planned"},
    ),
    case(
        "A Kenyan general said that 3,000 Somali recruits had been trained by his country.",
        Kind.ASSISTANCE,
        {"donor": "Kenya", "action": "trained", "value": 3000},
    ),
    case(
        "The Portuguese official denied that a vacuum would follow, since 900 Malian soldiers had been trained by his country.",
        Kind.ASSISTANCE,
        {"donor": "Portugal", "action": "trained", "value": 900},
    ),
]


@pytest.mark.parametrize(("text", "kind", "wanted"), SAID)
def test_his_country_is_the_speakers(expect, text, kind, wanted):
    expect(kind, text, [wanted])


def test_a_country_that_nobody_speaks_for_is_no_state(read):
    [claim] = read("The army of his country sent 300 soldiers to Chad.", Kind.FORCE_CHANGE)
    assert claim.ids.get("actor") is None
