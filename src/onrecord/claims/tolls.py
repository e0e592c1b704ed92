"""Casualties that no verb of killing makes: "left nine dead", "the death toll rose to 43", "two wounded guards", "took prisoners"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.claims.phrases import is_people
from onrecord.claims.scene import Scene
from onrecord.claims.subjects import agent_phrase, is_passive, passive_subject, subject
from onrecord.claims.tree import child, children, conjuncts, is_noun, is_verb, preposition_objects
from onrecord.claims.victims import groups_of, is_person_noun, is_victim
from onrecord.nlp.tokens import Token

STATES = {
    **dict.fromkeys(["dead", "killed", "slain", "deceased", "fallen"], ("killed",)),
    **dict.fromkeys(["wounded", "injured", "hurt"], ("wounded",)),
    **dict.fromkeys(["captured", "kidnapped", "abducted", "detained", "hostage", "prisoner", "captive"], ("captured",)),
    **dict.fromkeys(["missing"], ("missing",)),
    **dict.fromkeys(["displaced", "homeless"], ("displaced",)),
}
LISTS = {
    **dict.fromkeys(["dead", "deaths", "fatalities", "victims", "victim", "killed", "deceased"], ("killed",)),
    **dict.fromkeys(["wounded", "injured"], ("wounded",)),
    **dict.fromkeys(["hostages", "captives", "captured", "detainees"], ("captured",)),
    **dict.fromkeys(["missing"], ("missing",)),
    **dict.fromkeys(["displaced"], ("displaced",)),
}
STOCKS = {
    "refugees": ("displaced",),
    "hostages": ("captured",),
    "casualties": ("killed", "wounded"),
}
NONE = {
    **dict.fromkeys(["casualties", "casualty"], ("killed", "wounded")),
    **dict.fromkeys(["deaths", "fatalities"], ("killed",)),
    **dict.fromkeys(["injuries"], ("wounded",)),
}
FINDING = frozenset("recovered found pulled retrieved recover exhumed".split())
FREEING = frozenset("released release releases freed free frees exchanged swapped exchange releasing freeing rescued".split())
LEAVING = frozenset("left leaves leave leaving leaves found find finds reported pronounced declared presumed confirmed".split())
BEING = frozenset("is are was were be been 's 're remain remains remained".split())
LISTING = BEING | frozenset("include includes included including".split())
TAKING = frozenset("take takes took taken taking hold holds held holding".split())
CAPTIVES = frozenset("prisoner prisoners hostage hostages captive captives custody".split())
HARM = frozenset("injury injuries wound wounds burn burns concussion concussions".split())
BEARING = frozenset("had suffered sustained received has suffering sustaining have suffers received".split())
TELLING = frozenset([*STATES, *LISTS, *STOCKS, *CAPTIVES, *HARM, *NONE, "bodies", "toll"])
"""A word of these is in every sentence that the finders below read."""
TOLLS = frozenset("death dead casualty confirmed official overall the civilian human".split())
UPTO = ("to", "at", "past", "above", "of", "beyond")


@dataclass(frozen=True, slots=True)
class Toll:
    """People in a state that violence brings, with the word that says so."""

    head: Token
    victims: Token
    outcomes: tuple[str, ...]
    verb: Token | None = None
    agent: Token | None = None
    number: Token | None = None


def find_tolls(scene: Scene) -> Iterator[Toll]:
    """Casualties told by adjectives, lists, tolls, prisoners and injuries."""
    if TELLING.isdisjoint(scene.lower):
        return
    for token in scene.tokens:
        for find in (
            _none,
            _bodies,
            _in_state,
            _attributive,
            _listed,
            _toll,
            _taken,
            _harmed,
            _as_were,
            _identified,
            _registered,
        ):
            yield from find(scene, token)


def _people(scene: Scene, token: Token | None) -> list[Token]:
    return [t for t in groups_of(token) if is_victim(scene, t)] if token is not None else []


def _none(scene: Scene, token: Token) -> Iterator[Toll]:
    """ "there were no casualties", "no deaths were reported"."""
    outcomes = NONE.get(token.lower_)
    if outcomes is not None and any(c.lower_ == "no" and c.dep_ == "det" for c in token.children):
        yield Toll(token, token, outcomes, None)


def _bodies(scene: Scene, token: Token) -> Iterator[Toll]:
    """ "17 bodies were recovered from the rubble"."""
    if token.lower_ not in ("bodies", "body", "remains") or not is_verb(token.head) or token.head.lower_ not in FINDING:
        return
    of = next((o for p, o in preposition_objects(token) if p == "of"), None)
    if of is not None and is_victim(scene, of):
        yield from (Toll(token, person, ("killed",), token.head) for person in _people(scene, of))
    if token.lower_ != "bodies" or scene.count_of(token) is None:
        return
    yield Toll(token, token, ("killed",), token.head)


def _in_state(scene: Scene, token: Token) -> Iterator[Toll]:
    """ "12 people are dead", "left nine dead", "were found dead", "20 dead in a blast", "reported him to be dead"."""
    outcomes = STATES.get(token.lower_)
    if (
        outcomes is None
        or token.lower_ in CAPTIVES
        or token.dep_ in ("amod", "compound")
        or (is_verb(token) and token.dep_ not in ("oprd", "acomp") and token.lower_ != "missing")
    ):
        return
    verb = token.head
    agent: Token | None = None
    if token.lower_ == "missing" and (token.dep_ == "ROOT" or child(token, "nsubj") is not None):
        verb, who = token, subject(token)
    elif token.dep_ in ("acomp", "amod") and verb.lower_ in BEING:
        who = child(verb, "nsubj") or subject(verb)
    elif token.dep_ in ("oprd", "acomp", "ccomp", "advmod") and verb.lower_ in LEAVING:
        passive = is_passive(verb)
        who = passive_subject(verb) if passive else child(verb, "dobj") or child(token, "nsubj")
        who = who if who is not None else _counted_state(scene, token)
        agent = agent_phrase(verb) if passive else subject(verb)
    else:
        who, verb = _counted_state(scene, token), token
    for person in _people(scene, who):
        yield Toll(token, person, outcomes, verb, agent)


def _counted_state(scene: Scene, token: Token) -> Token | None:
    """ "20 dead": the number that stands for the people."""
    number = next((c for c in children(token, "nummod", "nsubj", "advmod", "npadvmod") if c.tag_ == "CD"), None)
    if number is None and token.dep_ == "ROOT":
        number = child(token, "nsubj")
    return number


def _attributive(scene: Scene, token: Token) -> Iterator[Toll]:
    """ "two wounded members of the guard", "300 displaced families", "5,000 refugees": counted people in such a state."""
    if not is_noun(token) or scene.count_of(token) is None:
        return
    verb = token.head if is_verb(token.head) else None
    if (verb is not None and verb.lower_ in FREEING) or token.head.head.lower_ in ("bodies", "body", "remains"):
        return
    if token.lower_ in STOCKS and not (verb is not None and verb.lower_ in TAKING):
        yield Toll(token, token, STOCKS[token.lower_], verb)
        return
    state = next((c for c in children(token, "amod") if c.lower_ in STATES and c.lower_ not in ("fallen", "hurt")), None)
    if state is not None and is_people(token):
        yield Toll(state, token, STATES[state.lower_], verb)


def _listed(scene: Scene, token: Token) -> Iterator[Toll]:
    """ "the dead included two policemen", "among the dead were three nurses", "the victims were a driver and his son"."""
    outcomes = LISTS.get(token.lower_)
    if outcomes is None:
        return
    if token.dep_ == "nsubj" and token.head.lower_ in LISTING:
        verb = token.head
        told = child(verb, "dobj", "attr")
    elif token.dep_ == "pobj" and token.head.lower_ == "among" and token.head.head.lower_ in BEING:
        verb = token.head.head
        told = child(verb, "attr", "nsubj", "dobj")
    else:
        return
    if child(token, "det", "amod", "poss") is None or (told is not None and told.lower_ in LISTS):
        return
    listed = groups_of(told) if told is not None else []
    if any(is_victim(scene, t) for t in listed):
        yield from (Toll(token, t, outcomes, verb) for t in listed if is_noun(t) or is_victim(scene, t))


def _toll(scene: Scene, token: Token) -> Iterator[Toll]:
    """ "the death toll rose to 43", "put the number of dead at 14", "brought the death toll to 30"."""
    if token.lower_ == "toll":
        outcomes = ("killed",) if any(c.lower_ in TOLLS for c in children(token, "compound", "amod", "det")) else None
    elif token.lower_ == "number":
        of = next((o for p, o in preposition_objects(token) if p == "of"), None)
        words = (of, *children(of, "acl", "amod")) if of is not None else ()
        outcomes = next((LISTS[w.lower_] for w in words if w is not None and w.lower_ in LISTS), None)
    else:
        return
    verb = token.head if is_verb(token.head) else None
    places = [o for t in (verb, token) if t is not None for p, o in preposition_objects(t) if p in UPTO]
    places += [c for c in (children(verb, "dobj", "attr") if verb is not None else ()) if c.i != token.i]
    number = next((n for n in places if n.tag_ == "CD" or (is_person_noun(n) and scene.count_of(n))), None)
    if outcomes is not None and number is not None and not any(m.span.begin <= number.idx < m.span.end for m in scene.dates):
        among = next((o for p, o in preposition_objects(token) if p == "among"), None)
        told = next((o for p, o in preposition_objects(token) if p == "of" and is_counted_up(o) and is_victim(scene, o)), among)
        yield Toll(token, told if told is not None and is_victim(scene, told) else number, outcomes, verb, number=number)


def is_counted_up(token: Token) -> bool:
    """ "the number of soldiers killed has reached 200": people of whom another word of the sentence says how many."""
    over = token.head.head
    fallen = any(c.lower_ in STATES for c in children(token, "acl", "amod"))
    return token.dep_ == "pobj" and token.head.lower_ == "of" and over.lower_ in ("number", "total") and fallen


def _taken(scene: Scene, token: Token) -> Iterator[Toll]:
    """ "was taken prisoner by marines", "took 256 prisoners", "held four aid workers hostage"."""
    verb = token.head.head if token.lower_ == "custody" and token.head.lower_ == "into" else token.head
    if token.lower_ not in CAPTIVES or verb.lower_ not in TAKING:
        return
    if is_passive(verb):
        for person in _people(scene, passive_subject(verb)):
            yield Toll(token, person, ("captured",), verb, agent_phrase(verb))
        return
    whom = [c for c in children(verb, "dobj", "iobj", "dative") if c.i != token.i]
    if whom:
        for person in _people(scene, whom[0]):
            yield Toll(token, person, ("captured",), verb, subject(verb))
    elif verb.tag_ == "VBN" and child(verb, "nsubj") is not None and child(verb, "aux", "dobj") is None:
        for person in _people(scene, child(verb, "nsubj")):
            yield Toll(token, person, ("captured",), verb)
    elif token.dep_ == "dobj" and scene.count_of(token) is not None:
        inner = next((c for c in children(token, "compound", "nmod") if c.tag_ == "NNS"), token)
        yield Toll(token, inner, ("captured",), verb, subject(verb), number=token)


def _harmed(scene: Scene, token: Token) -> Iterator[Toll]:
    """ "a woman had minor injuries", "three soldiers suffered burns"."""
    if token.lower_ in HARM and token.dep_ == "dobj" and token.head.lower_ in BEARING:
        for person in _people(scene, subject(token.head)):
            yield Toll(token, person, ("wounded",), token.head)


def _as_were(scene: Scene, token: Token) -> Iterator[Toll]:
    """ "90 civilians were wounded, as were seventeen from the army and two each from the navy and the police"."""
    if token.lower_ not in ("were", "was") or token.i == 0 or token.nbor(-1).lower_ != "as" or token.dep_ != "advcl":
        return
    outcomes = STATES.get(token.head.lower_)
    if outcomes is None:
        return
    for number in scene.doc[token.i + 1 :]:
        if (
            number.tag_ == "CD"
            and (whose := next((o for p, o in preposition_objects(number) if p in ("from", "of")), None)) is not None
        ):
            for group in conjuncts(whose):
                yield Toll(token.head, group, outcomes, token, number=number)
        elif number.tag_ == "CD" and is_people(number.head) and number.dep_ == "nummod":
            yield Toll(token.head, number.head, outcomes, token)


def _identified(scene: Scene, token: Token) -> Iterator[Toll]:
    """ "the dead man was identified as …", "police identified the victim as …"."""
    if token.lower_ not in ("identified", "named"):
        return
    who = passive_subject(token) if is_passive(token) else child(token, "dobj")
    if who is None:
        return
    state = next((t for t in (who, *children(who, "amod")) if t.lower_ in LISTS or t.lower_ in STATES), None)
    told = next((o for t in (token, who) for p, o in preposition_objects(t) if p == "as"), None)
    if state is None or told is None:
        return
    for person in _people(scene, told):
        yield Toll(state, person, LISTS.get(state.lower_) or STATES[state.lower_], token)


def _registered(scene: Scene, token: Token) -> Iterator[Toll]:
    """ "more than 650,000 people are registered as refugees": a stock of people told by what they are counted as."""
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "as" else None
    if token.lower_ not in STOCKS or verb is None or not is_verb(verb):
        return
    for person in _people(scene, passive_subject(verb) if is_passive(verb) else subject(verb)):
        if scene.count_of(person) is not None:
            yield Toll(token, person, STOCKS[token.lower_], verb)
