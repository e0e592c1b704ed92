"""What is denied, barred, rejected or never done without a "not" at its verb."""

import pytest

from onrecord.model import Kind


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("American law bars the president from cutting American troops in South Korea.", "denied"),
        ("The United States stopped short of withdrawing its 900 soldiers from Syria.", "denied"),
        ("The Emirates dismissed reports that 500 French soldiers would leave Yemen.", "denied"),
        ("A proposal to send 1,500 more American soldiers to Jordan was rejected in August.", "denied"),
        ("A letter suggesting a U.S. withdrawal from Iraq was sent by mistake.", "possible"),
        ("Had the West sent 20,000 French soldiers to Mali, the war would have ended.", "conditional"),
        ("The Pentagon reported that American troops left Niger.", "actual"),
    ],
)
def test_what_is_not_so_is_no_fact(read, text, status):
    claims = read(text, Kind.FORCE_CHANGE)
    assert {str(claim.status) for claim in claims} == {status}


def test_a_lie_is_denied(read):
    claims = read("The minister said it was a lie that 500 Polish soldiers had been killed.", Kind.CASUALTIES)
    assert [str(claim.status) for claim in claims] == ["denied"]


def test_a_plan_goes_on_over_who_said_it(read):
    claims = read(
        "France will withdraw 300 soldiers from Mali, the minister said on Friday, and close its base in Gao.", Kind.SITE
    )
    assert [str(claim.status) for claim in claims] == ["planned"]


def test_who_is_deployed_somewhere_is_a_level(read):
    text = "Some 900 American soldiers are deployed in Syria and 2,500 in Iraq."
    assert [(c.args["place"], c.quantity.value) for c in read(text, Kind.FORCE_LEVEL)] == [("Syria", 900), ("Iraq", 2500)]
    assert not read(text, Kind.FORCE_CHANGE)


@pytest.mark.parametrize(
    "text",
    [
        "Uganda lost 54 soldiers in Somalia when rebels overran its base.",
        "American forces in Iraq were attacked 46 times, injuring 56 soldiers.",
    ],
)
def test_who_suffers_losses_inflicts_none(read, text):
    claims = read(text, Kind.CASUALTIES)
    assert claims
    assert all("perpetrator" not in claim.args for claim in claims)


def test_up_to_so_many_that_were_sent_were_sent(read):
    [claim] = read("In June the United States sent up to 300 advisers to Iraq.", Kind.FORCE_CHANGE)
    assert str(claim.status) == "actual"
