"""How each value was found is told: by its place in the parse, or by the words that stand for it."""

import pytest

from onrecord.model import Kind, Report, Step

THREE = "The United States has about 3,000 troops in Iraq. "


@pytest.mark.parametrize(
    ("text", "kind", "arg", "step", "through"),
    [
        ("The United States withdrew 500 soldiers from Iraq.", Kind.FORCE_CHANGE, "actor", Step.OWN, None),
        ("The United States withdrew 500 soldiers from Iraq.", Kind.FORCE_CHANGE, "place", Step.OWN, None),
        ("The United States withdrew 500 soldiers from Iraq.", Kind.FORCE_CHANGE, "direction", Step.TRIGGER, None),
        ("French soldiers killed two gunmen.", Kind.CASUALTIES, "perpetrator", Step.OWNER, None),
        (THREE + "It will withdraw 500 of them from the country.", Kind.FORCE_CHANGE, "actor", Step.PRONOUN, "It"),
        (THREE + "It will withdraw 500 of them from the country.", Kind.FORCE_CHANGE, "place", Step.DEFINITE, "country"),
        (THREE + "Another 200 soldiers will be sent there.", Kind.FORCE_CHANGE, "place", Step.DEFINITE, "there"),
        (
            "Denmark closed the camp and said in Oslo that it had withdrawn 40 soldiers.",
            Kind.FORCE_CHANGE,
            "actor",
            Step.PRONOUN,
            "it",
        ),
        ("Militants attacked the base and killed two soldiers.", Kind.CASUALTIES, "perpetrator", Step.CLAUSE, None),
    ],
)
def test_a_value_says_how_it_was_found(read, text, kind, arg, step, through):
    [claim] = read(text, kind)
    origin = claim.origins[arg]
    assert (origin.step, origin.through and origin.through.cut(text)) == (step, through)


def test_a_value_that_no_word_of_the_sentence_stands_for_comes_from_the_story(extractor):
    text = "Canada had 200 soldiers in Mali. All 200 soldiers have been withdrawn."
    found = extractor.claims(Report("one", text, published="2020-12-13"))
    [change] = [claim for claim in found if claim.kind is Kind.FORCE_CHANGE]
    assert change.evidence.begin > 0
    assert {name: change.origins[name].step for name in ("actor", "place") if name in change.args} == {
        "actor": Step.STORY,
        "place": Step.STORY,
    }


def test_every_value_with_words_has_an_origin(read):
    text = THREE + "On Tuesday it announced that it would withdraw 500 of them by January 15, killing hopes of a longer stay."
    for claim in read(text):
        assert set(claim.spans) - {"trigger", "source"} == set(claim.origins)
