"""What the parser gets wrong again and again is put right before anything is read from it."""

from onrecord.nlp import Parser
from onrecord.nlp.mending import Labels, mend
from onrecord.nlp.parser import clauses_of


def test_a_verb_taken_for_a_noun_heads_its_headline():
    labels = Labels(
        ["Trump", "orders", "1,500", "troops", "home"],
        ["NNP", "NNS", "CD", "NNS", "RB"],
        ["compound", "ROOT", "nummod", "appos", "advmod"],
        [1, 1, 3, 1, 1],
    )
    mend(labels)
    assert (labels.tags[1], labels.deps[0], labels.deps[3]) == ("VBZ", "nsubj", "dobj")


def test_a_counted_thing_in_a_list_renames_nothing():
    labels = Labels(
        ["30", "warplanes", ",", "six", "helicopters", "and", "40", "men"],
        ["CD", "NNS", ",", "CD", "NNS", "CC", "CD", "NNS"],
        ["nummod", "ROOT", "punct", "nummod", "appos", "cc", "nummod", "conj"],
        [1, 1, 1, 4, 1, 4, 7, 4],
    )
    mend(labels)
    assert labels.deps[4] == "conj"


def test_home_is_where_to_and_no_noun():
    labels = Labels(
        ["ordered", "the", "troops", "home"],
        ["VBD", "DT", "NNS", "RB"],
        ["ROOT", "det", "compound", "advmod"],
        [0, 2, 3, 0],
    )
    mend(labels)
    assert (labels.heads[2], labels.deps[2], labels.heads[3], labels.deps[3]) == (0, "dobj", 0, "advmod")


def test_clauses_are_parsed_apart_and_stay_one_sentence():
    sentence = "France had 1,600 soldiers there; another 400 are expected in May."
    assert clauses_of(sentence) == ["France had 1,600 soldiers there; ", "another 400 are expected in May."]
    [doc] = Parser().parse([sentence])
    assert doc.text == sentence
    assert [token.text for token in doc if token.dep_ == "ROOT"] == ["had", "expected"]


def test_a_plan_of_two_states_is_owned_by_both():
    labels = Labels(
        ["Mali", "and", "Niger", "'s", "plan", "stalled"],
        ["NNP", "CC", "NNP", "POS", "NN", "VBD"],
        ["nsubj", "cc", "poss", "case", "nsubj", "ROOT"],
        [5, 0, 4, 2, 5, 5],
    )
    mend(labels)
    assert [(labels.heads[i], labels.deps[i]) for i in (0, 2, 4)] == [(4, "poss"), (0, "conj"), (5, "nsubj")]


def test_who_is_taken_is_no_clause_that_is_said():
    labels = Labels(
        ["Troops", "detained", "a", "man", "linked", "to", "murder", "yesterday", "."],
        ["NNS", "VBD", "DT", "NN", "VBD", "IN", "NN", "NN", "."],
        ["nsubj", "ROOT", "det", "nsubj", "ccomp", "prep", "pobj", "npadvmod", "punct"],
        [1, 1, 3, 4, 1, 4, 5, 4, 1],
    )
    mend(labels)
    assert (labels.heads[3], labels.deps[3]) == (1, "dobj")
    assert (labels.heads[4], labels.deps[4], labels.tags[4]) == (3, "acl", "VBN")
    assert labels.heads[7] == 1


def test_what_is_claimed_stays_a_clause():
    labels = Labels(
        ["Police", "claimed", "crowds", "dispersed"],
        ["NNS", "VBD", "NNS", "VBD"],
        ["nsubj", "ROOT", "nsubj", "ccomp"],
        [1, 1, 3, 1],
    )
    mend(labels)
    assert labels.deps == ["nsubj", "ROOT", "nsubj", "ccomp"]


def test_who_stands_before_the_second_verb_is_its_subject_and_no_agent():
    labels = Labels(
        ["Rifles", "were", "seized", "by", "police", "and", "one", "man", "was", "detained"],
        ["NNS", "VBD", "VBN", "IN", "NNS", "CC", "CD", "NN", "VBD", "VBN"],
        ["nsubjpass", "auxpass", "ROOT", "agent", "pobj", "cc", "nummod", "conj", "auxpass", "conj"],
        [2, 2, 2, 2, 3, 4, 7, 4, 9, 2],
    )
    mend(labels)
    assert (labels.heads[7], labels.deps[7]) == (9, "nsubjpass")
