"""Each entry of the trigger lexicon catches what it says that it catches, and leaves alone what it says that it leaves."""

import pytest

from onrecord.errors import LexiconError
from onrecord.lexicon.triggers import Trigger, load_triggers, parse_triggers
from onrecord.model import Kind, Report
from onrecord.pipeline import Extractor

SAYS = [pytest.param(t, s, id=f"{t.kind}-{t.lemma}-{n}") for t in load_triggers() for n, s in enumerate(t.says)]
LEAVES = [pytest.param(t, s, id=f"{t.kind}-{t.lemma}-{n}") for t in load_triggers() for n, s in enumerate(t.leaves)]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def kinds_of(extractor: Extractor, sentence: str) -> set[Kind]:
    return {claim.kind for claim in extractor.claims(Report(id="one", text=sentence))}


@pytest.mark.parametrize(("trigger", "sentence"), SAYS)
def test_an_entry_catches_its_sentence(extractor: Extractor, trigger: Trigger, sentence: str):
    claims = [c for c in extractor.claims(Report(id="one", text=sentence)) if c.kind is trigger.kind]
    assert claims
    for name, value in trigger.fields.items():
        if name in ("direction", "action", "outcome", "type"):
            assert value in {c.args.get(name) for c in claims}


@pytest.mark.parametrize(("trigger", "sentence"), LEAVES)
def test_an_entry_leaves_its_other_sentence_alone(extractor: Extractor, trigger: Trigger, sentence: str):
    assert trigger.kind not in kinds_of(extractor, sentence)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("kind = 'attack'\n[[verb]]\nlemma = ''", "lemma"),
        ("kind = 'sport'\n[[verb]]\nlemma = 'kick'", "not a kind"),
        ("kind = 'force_change'\n[[verb]]\nlemma = 'go'\ndirection = 'sideways'", "increase, decrease, none"),
        ("kind = 'attack'\n[[verb]]\nlemma = 'hit'\nmode = 3", "must be a text"),
        ("kind = ", "is not TOML"),
    ],
)
def test_a_bad_entry_is_named_with_file_and_field(text: str, says: str):
    with pytest.raises(LexiconError, match=says) as caught:
        parse_triggers("bad.toml", text)
    assert "bad.toml" in str(caught.value)
