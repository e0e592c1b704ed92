"""Deadlines that are missed, met or only set, moves that are late; and days, which take part in nothing."""

import pytest

from onrecord.claims.lateness import lateness_of
from onrecord.model import Kind

from .rows import case, hand_built

STATUS = [
    case("Norway missed its deadline to withdraw 100 soldiers from Mali by 31 December 2022.", "denied"),
    case("Norway will miss its deadline to withdraw 100 soldiers from Mali.", "denied"),
    case("Norway overshot its deadline to withdraw 100 soldiers from Mali.", "denied"),
    case("Norway missed the deadline to complete the withdrawal of 100 soldiers from Mali.", "denied"),
    case("After missing its deadline to withdraw 100 soldiers from Mali, Norway asked for more time.", "denied"),
    case("Norway missed its target of withdrawing 100 soldiers from Mali.", "denied"),
    case("The deadline for the withdrawal of 100 Norwegian soldiers from Mali was missed.", "denied"),
    case("The deadline for Sweden to withdraw its 250 soldiers from Mali passed on Saturday without a withdrawal.", "denied"),
    case("The deadline for withdrawing 100 Norwegian soldiers from Mali lapsed without a soldier leaving.", "denied"),
    case("Norway did not meet its deadline to withdraw 100 soldiers from Mali.", "denied"),
    case("Norway failed to meet its deadline to withdraw 100 soldiers from Mali.", "denied"),
    case("Norway did not miss its deadline to withdraw 100 soldiers from Mali.", "planned"),
    case("The deadline for the withdrawal of 250 Swedish soldiers from Mali passed on Saturday.", "planned"),
    case("The deadline for Sweden to withdraw its 250 soldiers from Mali is Saturday.", "planned"),
    case("Sweden's withdrawal of 250 soldiers from Mali is behind schedule.", "planned"),
    case("Sweden's withdrawal of 250 soldiers from Mali is late.", "planned"),
    case("The withdrawal of 250 Swedish soldiers from Mali has stalled.", "planned"),
    case("Sweden's stalled withdrawal of 250 soldiers from Mali angered voters.", "planned"),
    case("Norway's plan to withdraw 100 soldiers from Mali has stalled.", "planned"),
    case("Norway is late in withdrawing 100 soldiers from Mali.", "planned"),
    case("Norway is late with the withdrawal of 100 soldiers from Mali.", "planned"),
    case("Norway has fallen behind schedule in withdrawing 100 soldiers from Mali.", "planned"),
    case("Norway lags in withdrawing 100 soldiers from Mali.", "planned"),
    case("Norway has been slow to withdraw 100 soldiers from Mali.", "planned"),
    case("Sweden met its deadline to withdraw 250 soldiers from Mali.", "actual"),
    case("Norway broke its promise to withdraw 100 soldiers from Mali.", "denied"),
    case("Norway went back on its pledge to withdraw 100 soldiers from Mali.", "denied"),
    case("Norway did not keep its promise to withdraw 100 soldiers from Mali.", "denied"),
    case("Norway has kept its promise to withdraw 100 soldiers from Mali.", "actual"),
    case("Norway will keep its promise to withdraw 100 soldiers from Mali.", "planned"),
    case("Norway withdrew 100 soldiers from Mali after missing its deadline.", "actual"),
    case("Norway withdrew 100 soldiers from Mali on Friday, two days behind schedule.", "actual"),
    case("Norway's withdrawal of 100 soldiers from Mali was finished late on Friday.", "actual"),
]


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_what_is_late_is_not_done(read, text, status):
    claims = read(text, Kind.FORCE_CHANGE, published="2023-01-15")
    assert {str(claim.status) for claim in claims} == {status}


def test_a_site_and_a_pact_have_their_deadlines_too(read):
    text = "Norway missed its deadline to send 100 soldiers to Mali and close its base in Gao."
    assert [str(claim.status) for claim in read(text, Kind.SITE)] == ["denied"]
    text = "Mali and Niger missed their deadline to sign a ceasefire agreement."
    assert [str(claim.status) for claim in read(text, Kind.AGREEMENT)] == ["denied"]
    text = "Mali and Niger are late in signing a ceasefire agreement."
    assert [str(claim.status) for claim in read(text, Kind.AGREEMENT)] == ["planned"]


def test_a_time_of_day_is_no_lateness():
    doc = hand_built(
        ("withdrawal", 1, "nsubj", "NN"),
        ("was", 1, "ROOT", "VBD"),
        ("late", 1, "acomp", "JJ"),
        ("on", 2, "prep", "IN"),
        ("Friday", 3, "pobj", "NNP"),
    )
    assert lateness_of(doc[0]) is None


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Mali and Niger will sign a ceasefire agreement by 31 December 2022.", ["Mali", "Niger"]),
        ("Iran and Iraq will reach an agreement by 1 March 2022.", ["Iran", "Iraq"]),
        ("Iran and Iraq will reach an agreement by March 2022.", ["Iran", "Iraq"]),
        ("The ceasefire was signed by Chad and Libya by 3 May 2020.", ["Chad", "Libya"]),
    ],
)
def test_a_day_is_no_party(read, text, parties):
    assert [list(claim.args["parties"]) for claim in read(text, Kind.AGREEMENT)] == [parties]


@pytest.mark.parametrize(
    "text",
    [
        "Norway's plan to withdraw 100 soldiers from Mali by 30 June 2023 has stalled.",
        "The Norwegian plan to withdraw 100 soldiers from Mali by 30 June 2023 has stalled.",
    ],
)
def test_a_plan_that_stalls_is_its_owners_and_keeps_its_day(read, text):
    [claim] = read(text, Kind.FORCE_CHANGE)
    assert (claim.args["actor"], claim.time.end) == ("Norway", "2023-06-30")
