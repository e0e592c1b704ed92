"""Forces that learn: "3,000 soldiers have passed through its courses", "completed basic training in Britain"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.owners import owner_of
from onrecord.claims.participants import joined, participant
from onrecord.claims.phrases import of_name
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import agent_phrase, is_passive, passive_subject, subject
from onrecord.claims.tree import child, children, is_verb, preposition_objects
from onrecord.lexicon.inflection import verb_forms
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind
from onrecord.nlp.tokens import Token

THROUGH = frozenset(form for lemma in ("pass", "go", "run", "put", "come") for form in verb_forms(lemma))


@rule
def claim_trained(scene: Scene, story: Story) -> Iterator[Draft]:
    """Forces that went through training: "3,000 soldiers have passed through the mission's courses", "60,000 recruits completed
    training under the British programme"."""
    for verb in scene.tokens:
        course = _course(verb) if is_verb(verb) else None
        if course is None:
            continue
        who = passive_subject(verb) if is_passive(verb) else subject(verb)
        made = _trained(scene, story, verb, course, who) if who is not None else None
        if made is not None:
            yield made


def _course(verb: Token) -> Token | None:
    """What is gone through or completed: courses, training."""
    courses = word_set("goods", "nouns_course")
    if verb.lower_ in THROUGH:
        return next((o for p, o in preposition_objects(verb) if p == "through" and o.lower_ in courses), None)
    if verb.lower_ in word_set("goods", "verbs_study") and (theme := child(verb, "dobj")) is not None:
        return theme if theme.lower_ in courses and not is_passive(verb) else None
    return None


def is_trainee(scene: Scene, token: Token) -> bool:
    """Whether a noun means who is trained by others: forces, police, recruits, or a people by name."""
    named = scene.name_at(token)
    if named is not None:
        return token.tag_ == "NNPS" or (
            named.value.kind is NameKind.ACTOR and named.value.type not in ("coalition", "alliance", "organization")
        )
    return token.lower_ in word_set("goods", "nouns_trained")


def _trained(scene: Scene, story: Story, verb: Token, course: Token, who: Token) -> Draft | None:
    if not is_trainee(scene, who):
        return None
    donor = _teacher(scene, story, verb, course)
    count = scene.count_of(who)
    owner = owner_of(scene, story, who)
    abroad = _is_abroad(scene, verb, course, owner)
    donor = donor or _led_by(scene, verb, course, owner)
    under = any(p == "under" for t in (course, verb) for p, _ in preposition_objects(t))
    if donor is None and not (count is not None and owner is not None and (abroad or under)):
        return None
    if donor is not None and owner is not None and donor.text == owner.text:
        return None
    made = draft(scene, Kind.ASSISTANCE, name_of(claim_trained), verb, course)
    made.put("action", "trained", scene.at(course))
    made.put("donor", as_state(donor))
    made.put("recipient", joined(scene, story, who))
    made.put("goods", "training" if course.lower_ == "training" else course.text, scene.at(course))
    if count is not None:
        made.count(count.value.quantity, scene.in_report(count.span))
    return made


def _teacher(scene: Scene, story: Story, verb: Token, course: Token) -> Participant | None:
    """Whose courses they are: "its courses", "the mission's courses", "British training", "training by the Marines"."""
    for c in children(course, "poss", "amod", "compound", "nmod"):
        named = scene.name_at(c)
        if named is not None and named.value.kind in (NameKind.ACTOR, NameKind.PLACE):
            return participant(scene, story, c)
        if c.dep_ == "poss":
            return participant(scene, story, c)
    by = agent_phrase(verb)
    near = [by] if by is not None else []
    near += [o for t in (course, verb) for p, o in preposition_objects(t) if p in ("by", "from", "with", "under")]
    for token in near:
        named = scene.name_at(token)
        if named is not None and named.value.kind in (NameKind.ACTOR, NameKind.PLACE):
            return participant(scene, story, token)
        if (owner := owner_of(scene, story, token)) is not None:
            return owner
    return None


def _led_by(scene: Scene, verb: Token, course: Token, owner: Participant | None) -> Participant | None:
    """ "under Operation Interflex, the British-led programme": whose programme it is, by a name in its words."""
    for token in (o for t in (course, verb) for p, o in preposition_objects(t) if p in ("under", "in")):
        for mention in scene.names_in(token, NameKind.ACTOR, NameKind.PLACE):
            who = of_name(scene, mention)
            led = scene.sentence.text[mention.span.end : mention.span.end + 4].lower() in ("-led", "-run")
            if led and (owner is None or who.text != owner.text):
                return who
    return None


def _is_abroad(scene: Scene, verb: Token, course: Token, owner: Participant | None) -> bool:
    """Whether the training is in a country that is not the trainees' own."""
    if owner is None or owner.name is None:
        return False
    places = [scene.name_at(o) for t in (course, verb) for p, o in preposition_objects(t) if p in ("in", "at")]
    return any(m is not None and m.value.country is not None and m.value.country != owner.name.country for m in places)
