"""The words that the rules look up: trigger entries and plain sets."""

import pytest

from onrecord.errors import LexiconError
from onrecord.lexicon.triggers import load_triggers, parse_triggers, triggers_by_form
from onrecord.lexicon.words import phrases, word_set
from onrecord.model import HEART, SPECS, Kind


@pytest.mark.parametrize(
    ("group", "name", "word"),
    [
        ("people", "nouns_force", "soldiers"),
        ("people", "nouns_force", "troops"),
        ("people", "nouns_site", "embassies"),
        ("status", "verbs_plan", "planned"),
        ("status", "verbs_plan", "agreed"),
        ("status", "modals_possible", "may"),
        ("speech", "verbs_say", "said"),
        ("goods", "nouns_money", "dollars"),
    ],
)
def test_a_set_holds_its_words_with_their_forms(group, name, word):
    if name == "nouns_money" and word not in word_set(group, name):
        word = "aid"
    assert word in word_set(group, name)


@pytest.mark.parametrize(
    ("group", "name", "word"),
    [
        ("people", "nouns_force", "soldiering"),
        ("people", "nouns_force", "militant"),
        ("people", "nouns_site", "town"),
        ("status", "modals_possible", "will"),
        ("speech", "verbs_say", "withdrew"),
    ],
)
def test_a_set_holds_nothing_else(group, name, word):
    assert word not in word_set(group, name)


@pytest.mark.parametrize(("group", "name"), [("people", "nouns_nothing"), ("no group", "nouns_force")])
def test_a_set_that_is_missing_is_named(group, name):
    with pytest.raises(LexiconError, match=name) as caught:
        word_set(group, name)
    assert "words.toml" in str(caught.value)
    with pytest.raises(LexiconError, match=name):
        phrases(group, name)


def test_phrases_come_longest_first_and_without_stray_space():
    found = phrases("counting", "phrases")
    assert [len(p) for p in found] == sorted((len(p) for p in found), reverse=True)
    assert all(p == " ".join(p.split()) and p for p in found)


def test_the_sets_are_lower_case():
    for name in ("nouns_force", "nouns_asset", "nouns_site", "nouns_body", "nouns_people"):
        assert all(word == word.lower() for word in word_set("people", name))


def test_what_may_be_and_what_is_planned_are_told_by_different_words():
    assert not word_set("status", "modals_plan") & word_set("status", "modals_possible")
    assert not word_set("status", "adjectives_plan") & word_set("status", "adjectives_possible")
    assert not word_set("status", "verbs_plan") & word_set("status", "verbs_denied")


@pytest.mark.parametrize("kind", [*HEART, Kind.ATTACK, Kind.CASUALTIES, Kind.ORGANIZATION])
def test_every_kind_that_is_read_by_triggers_has_some(kind):
    assert [t for t in load_triggers() if t.kind is kind or (kind is Kind.FORCE_LEVEL and t.kind is Kind.FORCE_CHANGE)]


def test_no_entry_stands_twice_with_the_same_fields():
    seen = [(t.kind, t.part, t.lemma, t.fields) for t in load_triggers()]
    assert [entry for entry in seen if seen.count(entry) > 1] == []


def test_the_values_of_an_entry_are_those_of_the_vocabulary():
    for trigger in load_triggers():
        for name, value in trigger.fields.items():
            allowed = SPECS[trigger.kind].allowed(name)
            assert not allowed or value in allowed, (trigger.lemma, name)


@pytest.mark.parametrize(
    ("form", "lemma", "kind"),
    [
        ("withdrew", "withdraw", Kind.FORCE_CHANGE),
        ("withdrawn", "withdraw", Kind.FORCE_CHANGE),
        ("withdrawals", "withdrawal", Kind.FORCE_CHANGE),
        ("sent", "send", Kind.FORCE_CHANGE),
        ("cutting", "cut", Kind.FORCE_CHANGE),
        ("handed", "hand over", Kind.SITE),
        ("truces", "truce", Kind.AGREEMENT),
        ("threatens", "threaten", Kind.THREAT),
        ("pledged", "pledge", Kind.ASSISTANCE),
    ],
)
def test_a_form_leads_to_its_entry(form, lemma, kind):
    assert (lemma, kind) in {(t.lemma, t.kind) for t in triggers_by_form()[form]}


def test_a_phrasal_verb_knows_its_word_and_particle():
    [trigger] = parse_triggers("x.toml", "kind = 'site'\n[[verb]]\nlemma = 'hand over'\naction = 'handed_over'")
    assert (trigger.word, trigger.particle) == ("hand", "over")
    assert "handed" in trigger.forms()


def test_a_noun_has_no_particle_and_its_plural():
    [trigger] = parse_triggers("x.toml", "kind = 'agreement'\n[[noun]]\nlemma = 'treaty'\ntype = 'agreement'")
    assert (trigger.word, trigger.particle, trigger.forms()) == ("treaty", None, ("treaty", "treaties"))


def test_one_sentence_may_be_written_without_brackets():
    [trigger] = parse_triggers(
        "x.toml", "kind = 'attack'\n[[verb]]\nlemma = 'hit'\nsays = 'A hit B.'\nnot = ['C hit a note.', 'D.']"
    )
    assert (trigger.says, trigger.leaves) == (("A hit B.",), ("C hit a note.", "D."))


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("kind = 'attack'\n[[noun]]\nlemma = 7", "lemma"),
        ("[[verb]]\nlemma = 'go'", "kind"),
        ("kind = 'site'\n[[verb]]\nlemma = 'hand over'\naction = 'juggled'", "action"),
        ("kind = 'site'\n[[verb]]\nlemma = 'hand over'\naction = ['closed']", "action"),
    ],
)
def test_a_bad_entry_says_which_field_is_wrong(text, field):
    with pytest.raises(LexiconError) as caught:
        parse_triggers("x.toml", text)
    assert (caught.value.file, caught.value.field) == ("x.toml", field)
