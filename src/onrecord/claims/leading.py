"""Offices told by verbs: who leads a body, is appointed, elected or sworn in, serves or resigns as, takes command of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.claims.office_owners import body_called, is_body_noun
from onrecord.claims.office_phrases import is_office, is_person
from onrecord.claims.phrases import of_name
from onrecord.claims.pronouns import resolve_pronoun
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import agent_phrase, is_passive, passive_subject, subject
from onrecord.claims.tree import ancestors, child, children, conjuncts, is_verb, preposition_objects
from onrecord.lexicon.inflection import verb_forms
from onrecord.model import NameKind
from onrecord.nlp.tokens import Token


def _forms(lemmas: str) -> frozenset[str]:
    return frozenset(form for lemma in lemmas.split() for form in verb_forms(lemma))


LEADS = {
    form: role
    for lemma, role in {
        "head": "head",
        "lead": "leader",
        "command": "commander",
        "chair": "chair",
        "govern": "governor",
    }.items()
    for form in verb_forms(lemma)
}
APPOINTING = _forms("appoint name elect re-elect reelect nominate designate confirm choose pick install promote make reappoint")
SERVING = _forms(
    "serve act swear step resign retire take stand work return succeed replace start sack dismiss fire remove oust"
)
HANDING = _forms("take assume hand relinquish pass transfer give receive")

TERMS = frozenset("term tenure stint appointment resignation time years career reign election dismissal".split())


@dataclass(frozen=True, slots=True)
class Held:
    """A person with an office: its noun, or the words for it and the body, and the verb that tells it."""

    person: Participant
    verb: Token
    office: Token | None = None
    role: str = ""
    organization: Participant | None = None


def offices_told(scene: Scene, story: Story) -> Iterator[Held]:
    """The offices that the verbs of a sentence give to somebody."""
    for token in scene.tokens:
        if token.lower_ in LEADS and is_verb(token):
            yield from _led(scene, story, token)
        if token.lower_ in APPOINTING and is_verb(token):
            yield from _appointed(scene, story, token)
        if token.lower_ in SERVING and is_verb(token):
            yield from _served(scene, story, token)
        if token.lower_ in ("command", "leadership", "charge"):
            yield from _command(scene, story, token)
        if token.lower_ in TERMS:
            yield from _term(scene, story, token)


def _led(scene: Scene, story: Story, verb: Token) -> Iterator[Held]:
    """ "McKenzie, who heads U.S. Central Command", "the force, led by Commodore Andrew Burns"."""
    if is_passive(verb):
        who, body = agent_phrase(verb), passive_subject(verb) or (verb.head if verb.dep_ == "acl" else None)
    else:
        who, body = subject(verb), child(verb, "dobj")
    person = _person(scene, story, who)
    if person is None or body is None or _is_of_delegation(body):
        return
    for part in conjuncts(body):
        organization = _body(scene, story, part)
        if organization is not None:
            yield Held(person, verb, None, LEADS[verb.lower_], organization)


def _is_of_delegation(body: Token) -> bool:
    """ "a delegation of the Taliban led by": who leads those that were sent leads no body."""
    return body.dep_ == "pobj" and body.head.head.lower_ in (
        "delegation",
        "team",
        "mission",
        "convoy",
        "patrol",
        "raid",
        "column",
    )


def _appointed(scene: Scene, story: Story, verb: Token) -> Iterator[Held]:
    """ "named General Keita commander of the guard", "was elected president", "appointed Ann Holm as chief"."""
    if is_passive(verb):
        whom = passive_subject(verb) or (verb.head if verb.dep_ == "acl" else None)
        if verb.dep_ in ("advcl", "acl") and verb.tag_ == "VBN" and child(verb, "nsubjpass") is None and is_verb(verb.head):
            whom = subject(verb.head)  # "Elected mayor in 2019, Rosa Quispe runs the town"
    else:
        whom = child(verb, "dobj")
    office = next((c for c in children(verb, "oprd", "attr", "xcomp", "dobj", "npadvmod") if is_office(c)), None) or _as_what(
        verb
    )
    if office is None:
        yield from _named_right_after(scene, story, verb)
        return
    if whom is not None and whom.i == office.i:
        whom = None
    person = _person(scene, story, whom)
    if person is None:
        between = [m for m in scene.names if verb.idx < m.span.begin < office.idx and m.value.kind is NameKind.PERSON]
        person = of_name(scene, between[-1]) if between and not is_passive(verb) else None
    if person is not None:
        yield Held(person, verb, office)


def _named_right_after(scene: Scene, story: Story, verb: Token) -> Iterator[Held]:
    """ "named Christopher Musa chief of staff", where the parse has lost which is which."""
    name = next((m for m in scene.names if 0 < m.span.begin - verb.idx < 60 and m.value.kind is NameKind.PERSON), None)
    inside = scene.tokens_of(name.span) if name is not None else ()
    if name is None or not inside or any(t.is_punct or is_verb(t) for t in scene.doc[verb.i + 1 : inside[0].i]):
        return
    for token in scene.doc[inside[-1].i + 1 : inside[-1].i + 6]:
        if token.is_punct or (token.tag_.startswith(("VB", "IN", "CC")) and token.lower_ != "as"):
            return
        if is_office(token) and not is_person(scene, token):
            yield Held(of_name(scene, name), verb, token)
            return


def _served(scene: Scene, story: Story, verb: Token) -> Iterator[Held]:
    """ "has served as deputy head of", "was sworn in as", "stepped down as army chief", "replaced Ann Holm as mayor"."""
    office = _as_what(verb)
    if office is None:
        return
    who = passive_subject(verb) if is_passive(verb) else subject(verb)
    for token in (who, None if is_passive(verb) else child(verb, "dobj")):
        person = _person(scene, story, token)
        if person is not None:
            yield Held(person, verb, office)


def _term(scene: Scene, story: Story, noun: Token) -> Iterator[Held]:
    """ "Ann Holm, whose term as president of the bank ends": whose office it is."""
    office = next((o for p, o in preposition_objects(noun) if p == "as" and is_office(o)), None)
    whose = child(noun, "poss")
    if office is None or whose is None:
        return
    if whose.tag_ == "WP$":
        clause = next((a for a in ancestors(noun) if a.dep_ == "relcl"), None)
        whose = clause.head if clause is not None else whose
    person = _person(scene, story, whose)
    if person is not None:
        yield Held(person, noun, office)


def _as_what(verb: Token) -> Token | None:
    """The office behind "as"."""
    particles = [verb, *children(verb, "prt", "advmod", "dobj")]
    return next((o for t in particles for p, o in preposition_objects(t) if p == "as" and is_office(o)), None)


def _command(scene: Scene, story: Story, noun: Token) -> Iterator[Held]:
    """ "took command of the mission", "command of the brigade passed from A to B", "is under the command of C"."""
    of = next((o for p, o in preposition_objects(noun) if p == "of"), None)
    verb = next((a for a in ancestors(noun) if is_verb(a)), None)
    if of is None or verb is None:
        return
    under = noun.dep_ == "pobj" and noun.head.lower_ == "under"
    if under and is_person(scene, of):
        body, person = passive_subject(verb) or subject(verb), _person(scene, story, of)
        organization = _body(scene, story, body) if body is not None else None
        if person is not None and organization is not None:
            yield Held(person, noun, None, "commander", organization)
        return
    organization = _body(scene, story, of)
    if verb.lower_ not in HANDING or organization is None or noun.dep_ not in ("dobj", "nsubj", "nsubjpass"):
        return
    holders = [o for p, o in preposition_objects(verb) if p in ("from", "to")]
    if noun.dep_ == "dobj" and not is_passive(verb):
        holders.append(subject(verb) or verb)
    for token in holders:
        person = _person(scene, story, token)
        if person is not None:
            yield Held(person, verb, None, "commander", organization)


def _person(scene: Scene, story: Story, token: Token | None) -> Participant | None:
    """The person that a token names, is explained by, or stands for."""
    if token is None:
        return None
    named = scene.name_at(token)
    if named is not None and named.value.kind is NameKind.PERSON:
        return of_name(scene, named)
    for near in [*children(token, "appos"), *([token.head] if token.dep_ == "appos" else [])]:
        named = scene.name_at(near)
        if named is not None and named.value.kind is NameKind.PERSON:
            return of_name(scene, named)
    if token.lower_ in ("he", "she", "him", "her") and token.tag_ == "PRP":
        if any(m.value.kind is NameKind.PERSON and m.span.end <= token.idx for m in scene.names):
            return None
        meant = resolve_pronoun(scene, story, token)
        return meant if meant is not None and meant.name is not None and meant.name.kind is NameKind.PERSON else None
    return None


def _body(scene: Scene, story: Story, token: Token) -> Participant | None:
    """A body that somebody can be the head of: by name, by a noun for one, or "it" where a body is meant."""
    named = scene.name_at(token)
    if named is not None:
        led = named.value.kind is NameKind.ACTOR or named.value.type == "country"
        return of_name(scene, named) if led else None
    if token.lower_ in ("it", "its") and token.tag_.startswith("PRP"):
        meant = resolve_pronoun(scene, story, token)
        return meant if meant is not None and meant.name is not None and meant.name.kind is NameKind.ACTOR else None
    if not is_body_noun(token) and token.tag_ not in ("NNP", "NNPS"):
        return None
    return None if token.lower_ in ("troop", "troops", "soldiers", "men") else body_called(scene, story, token)
