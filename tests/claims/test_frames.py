"""Who does what to whom, however the sentence puts it."""

import pytest

from onrecord.claims.frames import frames
from onrecord.model import Kind
from onrecord.nlp.tokens import Doc

from .rows import case, hand_built

FORMS = [
    case("Rebels attacked the convoy.", "Rebels", "convoy"),
    case("The convoy was attacked by rebels.", "rebels", "convoy"),
    case("The convoy was attacked.", None, "convoy"),
    case("The rebels who attacked the convoy fled.", "rebels", "convoy"),
    case("The convoy that rebels attacked carried flour.", "rebels", "convoy"),
    case("The convoy, attacked by rebels, turned back.", "rebels", "convoy"),
    case("Rebels entered Gao, attacking the convoy.", "Rebels", "convoy"),
    case("Rebels stopped and attacked the convoy.", "Rebels", "convoy"),
    case("Rebels tried to attack the convoy.", "Rebels", "convoy"),
    case("The general ordered soldiers to attack the convoy.", "soldiers", "convoy"),
    case("Rebels and bandits attacked the convoy.", "Rebels", "convoy"),
    case("After attacking the convoy, the rebels fled.", "rebels", "convoy"),
    case("Rebels are accused of attacking the convoy.", "Rebels", "convoy"),
    case("The convoy was stopped and attacked by rebels.", "rebels", "convoy"),
    case("Rebels have been attacking the convoy for days.", "Rebels", "convoy"),
    case("The convoy is said to have been attacked by rebels.", "rebels", "convoy"),
]


@pytest.fixture(scope="module")
def frame_of(extractor):
    """The one frame of a kind in a sentence, by its first trigger."""

    def frame_of(text, kind=Kind.ATTACK):
        [doc] = extractor.parser.parse([text])
        return next(frame for frame in frames(doc) if frame.trigger.kind is kind)

    return frame_of


@pytest.mark.parametrize(("text", "agent", "theme"), FORMS)
def test_agent_and_theme_are_the_same_in_every_form_of_a_sentence(frame_of, text, agent, theme):
    frame = frame_of(text)
    assert (frame.agent and frame.agent.text, frame.theme and frame.theme.text) == (agent, theme)


@pytest.mark.parametrize(
    ("text", "agent", "verb"),
    [
        case("Rebels carried out an attack on the convoy.", "Rebels", "carried"),
        case("An attack was carried out by rebels.", "rebels", "carried"),
        case("The attack by rebels lasted an hour.", "rebels", "lasted"),
        case("The rebels' attack lasted an hour.", "rebels", "lasted"),
        case("Rebels claimed to have carried out an attack.", "Rebels", "carried"),
    ],
)
def test_a_noun_takes_its_agent_from_its_light_verb_or_its_own_phrases(frame_of, text, agent, verb):
    frame = frame_of(text)
    assert frame.is_nominal
    assert (frame.agent and frame.agent.text, frame.verb and frame.verb.text) == (agent, verb)


@pytest.mark.parametrize(
    ("text", "prepositions"),
    [
        case("France withdrew 500 soldiers from Mali in May.", {"from": "Mali", "in": "May"}),
        case("France sent 500 soldiers to Niger without delay.", {"to": "Niger", "without": "delay"}),
        case("The withdrawal of soldiers from Mali by France was quick.", {"of": "soldiers", "from": "Mali", "by": "France"}),
    ],
)
def test_the_phrases_around_a_predicate_keep_their_prepositions(frame_of, text, prepositions):
    found = {prep: obj.text for prep, obj in frame_of(text, Kind.FORCE_CHANGE).obliques}
    assert {prep: found.get(prep) for prep in prepositions} == prepositions


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        case("The attacked convoy turned back.", Kind.ATTACK),
        case("He gave up smoking.", Kind.ASSISTANCE),
    ],
)
def test_a_word_in_another_part_of_speech_or_another_phrasal_verb_is_no_trigger(extractor, text, kind):
    [doc] = extractor.parser.parse([text])
    assert [frame.head.text for frame in frames(doc) if frame.trigger.kind is kind] == []


def roles(doc: Doc, kind: Kind) -> list[tuple[str | None, str | None]]:
    found = [frame for frame in frames(doc) if frame.trigger.kind is kind]
    return [(f.agent.text if f.agent else None, f.theme.text if f.theme else None) for f in found]


def test_a_passive_has_its_agent_in_the_by_phrase_on_a_hand_built_doc():
    doc = hand_built(
        ("Bases", 2, "nsubjpass", "NNS"),
        ("were", 2, "auxpass", "VBD"),
        ("attacked", 2, "ROOT", "VBN"),
        ("by", 2, "agent", "IN"),
        ("rebels", 3, "pobj", "NNS"),
    )
    assert roles(doc, Kind.ATTACK) == [("rebels", "Bases")]


def test_a_date_after_by_is_no_agent_on_a_hand_built_doc():
    doc = hand_built(
        ("Bases", 2, "nsubjpass", "NNS"),
        ("were", 2, "auxpass", "VBD"),
        ("attacked", 2, "ROOT", "VBN"),
        ("by", 2, "agent", "IN"),
        ("March", 3, "pobj", "NNP"),
    )
    assert roles(doc, Kind.ATTACK) == [(None, "Bases")]


def test_a_coordinated_verb_shares_its_subject_on_a_hand_built_doc():
    doc = hand_built(
        ("Rebels", 1, "nsubj", "NNS"),
        ("came", 1, "ROOT", "VBD"),
        ("and", 1, "cc", "CC"),
        ("attacked", 1, "conj", "VBD"),
        ("convoys", 3, "dobj", "NNS"),
    )
    assert roles(doc, Kind.ATTACK) == [("Rebels", "convoys")]


def test_a_relative_clause_has_its_subject_before_it_on_a_hand_built_doc():
    doc = hand_built(
        ("rebels", 4, "nsubj", "NNS"),
        ("who", 2, "nsubj", "WP"),
        ("attacked", 0, "relcl", "VBD"),
        ("convoys", 2, "dobj", "NNS"),
        ("fled", 4, "ROOT", "VBD"),
    )
    assert roles(doc, Kind.ATTACK) == [("rebels", "convoys")]
