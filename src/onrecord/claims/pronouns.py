"""What pronouns stand for: a name before them, the last one of the story, or for whom a speaker says "we"."""

from __future__ import annotations

from onrecord.claims.phrases import is_body, is_force, of_name, words_of
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import CONTROL_OBJECT
from onrecord.claims.tree import ancestors, child, children
from onrecord.finders.attributions import speaker_of
from onrecord.lexicon.names import name_index, resolve_name
from onrecord.lexicon.words import word_set
from onrecord.model import NameKind, Step
from onrecord.nlp.tokens import Token

PLURAL_PRONOUNS = frozenset("they them their we us our".split())


PERSON_PRONOUNS = frozenset("he him his she her hers i me my".split())


IT = frozenset(["it", "its"])
MAX_STEPS = 5


def resolve_pronoun(scene: Scene, story: Story, token: Token) -> Participant | None:
    """What a pronoun stands for: a name before it in the sentence, else the story's last; nothing where that is not safe."""
    found = _antecedent(scene, story, token)
    return found.by(Step.PRONOUN, scene.at(token)) if found is not None else None


def _antecedent(scene: Scene, story: Story, token: Token) -> Participant | None:
    word = token.lower_
    if word in PERSON_PRONOUNS:
        return (
            _before(scene, token, NameKind.PERSON, subject_only=True) or story.person or _before(scene, token, NameKind.PERSON)
        )
    if word in PLURAL_PRONOUNS:
        if word in ("we", "us", "our"):
            return voice_at(scene, story, token) or story.force_actor or story.actor
        return _who_says_so(scene, token) or _before(scene, token, NameKind.ACTOR) or story.subject or story.force_actor
    if word in IT:
        return _body_that_says_so(scene, token) or _before(scene, token, NameKind.ACTOR) or story.subject
    if word in ("both", "all", "who", "which", "that"):
        return story.force_actor if word in ("both", "all") else None
    return None


def _who_says_so(scene: Scene, token: Token) -> Participant | None:
    """ "Rebels said they had pulled out", "Tigrayan leaders denied that their forces …": fighters who speak of themselves."""
    for above in list(ancestors(token))[:MAX_STEPS]:
        if above.dep_ != "ccomp":
            continue
        who = child(above.head, "nsubj")
        if who is None or who.i > token.i or scene.name_at(who) is not None or above.head.lower_ not in _saying():
            return None
        if who.tag_ != "NNS" or not (who.lower_ in word_set("attack", "nouns_selves") or is_force(who)):
            return None
        if any(scene.name_at(c) is not None for c in children(who, "amod", "compound", "poss")):
            return None
        text, (first, last) = words_of(scene, who, keep=("of", "in"))
        return Participant(text, scene.at(scene.doc[first], scene.doc[last]))
    return None


def _body_that_says_so(scene: Scene, token: Token) -> Participant | None:
    """ "Israel, whose army holds posts in Lebanon, says it will pull out": a state or body that speaks of itself."""
    for above in list(ancestors(token))[:MAX_STEPS]:
        if above.dep_ not in ("ccomp", "xcomp"):
            continue
        told = child(above.head, "dobj") if above.head.lower_ in CONTROL_OBJECT else None
        if (
            told is not None
            and told.i < token.i
            and (whom := scene.name_at(told)) is not None
            and whom.value.kind is not NameKind.PERSON
        ):
            return of_name(scene, whom)  # "urged the United States not to pull its troops out"
        who = child(above.head, "nsubj")
        if who is None or who.i > token.i or above.head.lower_ not in _saying() | word_set("status", "verbs_plan"):
            continue
        if who.tag_.startswith("W") and above.head.dep_ == "relcl":
            who = above.head.head  # "Poland, which plans to trim its contingent"
        named = scene.name_at(who)
        known = named is not None and (named.value.kind is NameKind.ACTOR or named.value.type in ("country", "state"))
        return of_name(scene, named) if known and named is not None else None
    return None


def _saying() -> frozenset[str]:
    return word_set("speech", "verbs_say") | word_set("status", "verbs_denied")


def voice_at(scene: Scene, story: Story, token: Token) -> Participant | None:
    """For whom "we" speaks: a body in the words of the speaker ("the Coalition spokesman"), else the speaker's own body or state."""
    found = speaker_of(story.attributions, scene.at(token))
    if found is None:
        publisher = resolve_name(story.report.outlet or "", kind=NameKind.ACTOR)
        state = name_index().states.get(publisher.country or "") if publisher else None
        return Participant(state.place.canonical, scene.at(token), state.place) if state else None
    for mention in scene.names:
        inside = any(span.covers(scene.in_report(mention.span)) for span in found.value.source)
        if inside and (mention.value.kind is NameKind.ACTOR or mention.value.type == "country"):
            return of_name(scene, mention)
    return story.affiliations.get(found.value.speaker or "")


def _before(scene: Scene, token: Token, kind: NameKind, *, subject_only: bool = False) -> Participant | None:
    """The last subject with such a name before a token, else the last such name before it."""
    fallback = None
    for mention in reversed(scene.names):
        if mention.span.end > token.idx:
            continue
        value = mention.value
        is_subject = (first := scene.root_of(mention.span)) is not None and first.dep_ == "nsubj"
        fits = (
            value.kind is kind
            or (kind is NameKind.ACTOR and value.kind is NameKind.PLACE and is_subject)
            or (kind is NameKind.ACTOR and value.kind is NameKind.PLACE and value.type in ("country", "state"))
        )
        if not fits:
            continue
        root = scene.root_of(mention.span)
        if root is not None and (
            root.dep_ in ("nsubj", "nsubjpass") or (is_body(root.head) and root.head.dep_ in ("nsubj", "nsubjpass"))
        ):
            return of_name(scene, mention)
        fallback = fallback or (of_name(scene, mention) if value.kind is kind else None)
    return None if subject_only else fallback
