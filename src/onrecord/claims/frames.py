"""Predicates with their roles, however the sentence puts them: active, passive, relative, participle, noun with light verb."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from onrecord.claims.subjects import agent_phrase, is_date_like, is_passive, passive_subject, relative_antecedent, subject
from onrecord.claims.tree import (
    RELATIVE,
    child,
    children,
    is_noun,
    is_verb,
    preposition_objects,
)
from onrecord.lexicon.triggers import Trigger, triggers_by_form
from onrecord.lexicon.words import word_set
from onrecord.model import Kind
from onrecord.nlp.tokens import Token

LIGHT = frozenset(
    """carry carries carried carrying conduct conducts conducted conducting launch launches launched launching fly flew flown flying stage
    stages staged staging mount mounts mounted mounting make makes made making perform performed execute executed
    begin begins began begun beginning start starts started starting suffer suffers suffered complete completes
    completed continue continues continued continuing announce announces announced order orders ordered plan plans planning
    planned see saw claim claims claimed deliver delivers delivered delivering give gives gave given provide provides
    provided providing receive received resume resumed undertake undertook undertaken face faced avert reject rejected
    postpone postpones postponed delay delays delayed
    approve approves approved authorize authorizes authorized authorise authorised threaten threatens threatened threatening back backs backed endorse endorses endorsed consider considers considered considering weigh weighs weighed weighing oppose opposed end ended halt halted support supports supported""".split()
)


WHEN = frozenset("time moment day way reason".split())
"""What a clause is about that tells when, how or why: "by the time they returned"."""


SHARES = frozenset("half third quarter fifth tenth percent".split())


LISTINGS = frozenset("listing listings designation designations".split())
"""What is one of sanctions: "13 new EU sanctions listings"."""
BUNDLES = frozenset("package packages regime regimes measures round rounds framework programme program".split())
"""What sanctions come in: "a sanctions package against Belarus"."""


@dataclass(frozen=True)
class Frame:
    """A trigger word in a sentence. Roles are tokens: heads of noun phrases, or ``None``."""

    head: Token
    trigger: Trigger

    @property
    def is_nominal(self) -> bool:
        """Whether a noun makes the claim."""
        return self.trigger.part == "noun"

    @cached_property
    def light(self) -> Token | None:
        """The verb that carries a noun trigger: "carried out a strike", "an attack was launched", "rocket attacks resumed"."""
        if not self.is_nominal:
            return None
        token = self._top
        if token.dep_ in ("dobj", "nsubjpass", "nsubj") and is_verb(token.head):
            return token.head
        return None

    @cached_property
    def _top(self) -> Token:
        """The noun by which a noun trigger hangs on its verb: the first of several, and "string" in "carried out a string of attacks"."""
        token = _first_conjunct(self.head)
        over = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else None
        several = over is not None and over.lower_ in word_set("attack", "nouns_series")
        return over if self.trigger.kind is Kind.ATTACK and several and over is not None else token

    @cached_property
    def verb(self) -> Token | None:
        """The verb of the frame: the trigger, or the light verb of a noun."""
        return self.light if self.is_nominal else self.head

    @cached_property
    def passive(self) -> bool:
        """Whether a verb trigger is passive, reduced relatives included ("forces stationed there")."""
        return not self.is_nominal and is_passive(self.head)

    @cached_property
    def agent(self) -> Token | None:
        """Who does it."""
        if self.is_nominal:
            return self._nominal_agent
        if self.passive:
            return agent_phrase(self.head)
        return subject(self.head)

    @cached_property
    def _nominal_agent(self) -> Token | None:
        by = next((obj for prep, obj in preposition_objects(self.head) if prep == "by" and not _is_amount(obj)), None)
        if by is not None:
            return by
        verb = self.light
        if verb is not None and verb.lower_ in LIGHT and self._top.dep_ == "dobj":
            return subject(verb) if not is_passive(verb) else agent_phrase(verb)
        if verb is not None and verb.lower_ in LIGHT and is_passive(verb):
            found = agent_phrase(verb)
            if found is not None:
                return found
        return child(self.head, "poss")

    @cached_property
    def theme(self) -> Token | None:
        """What it is done to."""
        if self.is_nominal:
            of = next((obj for prep, obj in preposition_objects(self.head) if prep == "of"), None)
            return of
        if self.passive:
            return passive_subject(self.head)
        found, shared = child(self.head, "dobj"), self._shared_theme
        if found is not None and shared is not None and shared.i < found.i:
            return shared
        if found is not None and found.lower_ in RELATIVE and found.tag_.startswith("W"):
            return relative_antecedent(self.head)
        if found is None and self.head.tag_ == "VBG":
            gerund = next((o for c in children(self.head, "prep") if c.lower_ == "of" for o in children(c, "pobj")), None)
            if gerund is not None:
                return gerund
        if found is None and self.head.dep_ == "relcl":
            own = child(self.head, "nsubj", "nsubjpass")
            if own is not None and own.lower_ not in RELATIVE and self.head.head.lower_ not in WHEN:
                return self.head.head if not any(is_verb(c) for c in (self.head.head,)) else None
        if found is None and self._relative_above is not None:
            return self._relative_above
        if found is None:
            found = next(
                (c for c in children(self.head, "npadvmod") if c.i > self.head.i and child(c, "nummod") is not None), None
            )
        if found is None and self.trigger.particle == "available":
            small = next((c for c in children(self.head, "ccomp", "oprd") if c.lower_ == "available"), None)
            found = child(small, "nsubj") if small is not None else None  # "made 300 soldiers available"
        if found is None and self.trigger.particle is not None:
            particle = next((c for c in children(self.head, "prep") if c.lower_ == self.trigger.particle), None)
            found = child(particle, "pobj") if particle is not None else None
        return found if found is not None else self._shared_theme

    @property
    def _relative_above(self) -> Token | None:
        """The noun of a relative clause that plans it: "the 1,000 officers it planned to send"."""
        above = self.head.head
        if self.head.dep_ != "xcomp" or above.dep_ != "relcl" or is_verb(above.head) or child(above, "dobj") is not None:
            return None
        own = child(above, "nsubj", "nsubjpass")
        return above.head if own is not None and own.lower_ not in RELATIVE and not is_passive(above) else None

    @property
    def _shared_theme(self) -> Token | None:
        """The object that a verb shares with the one coordinated right after it: "kidnapped and killed 11 people"."""
        nxt = next((c for c in children(self.head, "conj") if is_verb(c) and c.i - self.head.i <= 3), None)
        if nxt is not None and any(t.lower_ == "but" for t in self.head.doc[self.head.i : nxt.i]):
            return None  # "will leave, but set no date"
        return child(nxt, "dobj") if nxt is not None and child(nxt, "nsubj") is None else None

    @cached_property
    def obliques(self) -> tuple[tuple[str, Token], ...]:
        """Prepositional phrases on the trigger, on its light verb and on its object, in that order of trust."""
        found = list(preposition_objects(self.head))
        if self.light is not None and self.light.lower_ not in ("said",):
            found += preposition_objects(self.light)
        if not self.is_nominal and self.theme is not None:
            found += [pair for c in [self.theme, *children(self.theme, "conj")] for pair in preposition_objects(c)]
        return tuple(dict.fromkeys(found))

    def objects(self, *prepositions: str) -> list[Token]:
        """The objects of these prepositions, in the order of ``obliques``."""
        return [obj for prep, obj in self.obliques if prep in prepositions]


def frames(tokens: Iterable[Token]) -> Iterator[Frame]:
    """The frames of all triggers among the tokens of a parsed sentence."""
    index = triggers_by_form()
    for token in tokens:
        hyphened = _hyphened(token)
        for trigger in index.get(hyphened, ()) if hyphened in index else index.get(token.lower_, ()):
            if _is_part(token, trigger):
                yield Frame(token, trigger)


def _hyphened(token: Token) -> str:
    """The word that the tokenizer cut at its hyphen: "cease-fire", "air-strike"; empty where there is none."""
    if (
        token.i < 2
        or not is_noun(token)
        or token.nbor(-1).text != "-"
        or token.nbor(-1).whitespace_
        or token.nbor(-2).whitespace_
    ):
        return ""
    if token.i > 2 and token.nbor(-3).tag_ == "TO":
        return ""  # "decided to scale-down" is a verb
    return f"{token.nbor(-2).lower_}-{token.lower_}"


def _is_part(token: Token, trigger: Trigger) -> bool:
    """Whether the word stands there as the part of speech that the entry means, with its particle."""
    if trigger.part == "noun":
        if token.dep_ in ("compound", "nmod"):
            return token.lower_ == "sanctions" and token.head.lower_ in LISTINGS | BUNDLES
        return is_noun(token) or (token.tag_ == "VBZ" and token.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass"))
    if token.dep_ == "amod":
        return False
    if not is_verb(token) or token.dep_ in ("aux", "auxpass"):
        return _headline_verb(token, trigger)
    if trigger.particle is None:
        return not _belongs_to_phrasal(token)
    hyphened = token.i + 2 < len(token.doc) and token.nbor(1).text == "-" and token.nbor(2).lower_ == trigger.particle
    counted = token.i + 1 < len(token.doc) and token.nbor(1).lower_ == trigger.particle and token.nbor(1).dep_ == "quantmod"
    near = [c for c in token.children if c.lower_ == trigger.particle and abs(c.i - token.i) <= 12]
    if trigger.particle == "available":
        near += [g for c in children(token, "dobj") for g in children(c, "amod") if g.lower_ == "available" and g.i > c.i]
    if trigger.particle == "in":
        near = [c for c in near if _is_particle(c)]  # "called the presence in Palmyra a tragedy"
    return (
        hyphened
        or counted
        or (
            bool(near)
            and near[0].dep_ in ("prt", "advmod", "prep", "dobj", "acomp", "ccomp", "npadvmod", "oprd", "nmod", "amod")
        )
    )


def _is_particle(token: Token) -> bool:
    """Whether "in" goes with the verb: alone, or with what is brought in behind it ("is flying in more", "sent in 500 men")."""
    obj = child(token, "pobj")
    brought = obj is not None and (
        obj.lower_ in ("more", "others", "reinforcements", "troops") or child(obj, "nummod") is not None
    )
    return obj is None or (brought and not any(c.lower_ in ("the", "this") for c in token.children))


def _belongs_to_phrasal(token: Token) -> bool:
    """Whether a particle makes another verb of it that the lexicon knows: "give up" is not "give"."""
    particles = {c.lower_ for c in children(token, "prt")}
    return any(other.particle in particles for other in triggers_by_form()[token.lower_])


def _headline_verb(token: Token, trigger: Trigger) -> bool:
    """A verb that the tagger took for a noun at the head of a headline ("France cuts forces in Mali")."""
    return (
        trigger.particle is None
        and token.dep_ == "ROOT"
        and token.tag_ in ("NNS", "NN", "NNP", "NNPS")
        and token.i > 0
        and token.i + 1 < len(token.doc)
        and any(c.i < token.i and c.dep_ in ("compound", "nmod", "nsubj") and c.tag_.startswith("NNP") for c in token.children)
        and any(c.dep_ in ("dobj",) for c in token.children)
    )


def _is_amount(token: Token) -> bool:
    """Whether what "by" brings is a time or a share, and nobody: "a reduction by a third"."""
    return is_date_like(token) or token.lower_ in SHARES or child(token, "nummod") is not None


def _first_conjunct(token: Token) -> Token:
    for _ in range(10):
        if token.dep_ != "conj" or not is_noun(token.head):
            break
        token = token.head
    return token


def is_stationed(frame: Frame) -> bool:
    """ "900 soldiers are deployed in Syria": where they are, and no move."""
    if _are_had(frame) or _is_where_they_are(frame):
        return True
    if (
        frame.trigger.lemma not in ("deploy", "station", "base", "post", "assign", "mass", "amass", "concentrate", "assemble")
        or not frame.passive
        or children(frame.head, "agent")
    ):
        return False
    counted = frame.head.head.head.head if frame.head.dep_ == "acl" and frame.head.head.dep_ == "pobj" else None
    if counted is not None and counted.lower_ in ("number", "numbers", "total"):
        return True  # "bringing to 390 the number of soldiers deployed there"
    whole = frame.head.head if frame.head.dep_ == "acl" else None
    if whole is not None and whole.dep_ in ("dobj", "nsubjpass") and whole.head.lower_ in word_set("units", "verbs_resize"):
        return True  # "increase the troops deployed to the mission"
    if frame.trigger.lemma in ("post", "assign") and frame.head.dep_ == "acl":
        return True  # "troops permanently assigned to Iraq"
    aux = children(frame.head, "auxpass")
    if aux and aux[0].lower_ == "were" and not children(frame.head, "aux") and _is_told_in_the_past(frame.head):
        return True
    massed = frame.trigger.lemma in ("mass", "amass", "concentrate", "assemble") and bool(aux) and aux[0].lower_ == "been"
    return massed or (bool(aux) and aux[0].lower_ in ("are", "is", "'re") and not children(frame.head, "aux"))


def _are_had(frame: Frame) -> bool:
    """ "will have no troops deployed abroad", "has 900 soldiers stationed there", where the parse makes a clause of what is had."""
    verb = frame.head
    bare = verb.tag_ == "VBN" and verb.dep_ == "ccomp" and not children(verb, "aux", "auxpass", "mark")
    kept = verb.head.lower_ in ("have", "has", "had", "having", "keep", "keeps", "kept")
    return frame.trigger.lemma in ("deploy", "station", "base", "post", "assign") and bare and kept


def _is_where_they_are(frame: Frame) -> bool:
    """ "has 1,700 personnel deployed in Estonia", "the forces it has deployed in Chad", "300 soldiers deployed to the Golan came home"."""
    verb, noun = frame.head, frame.head.head
    if frame.trigger.lemma not in ("deploy", "station", "base", "post"):
        return False
    placed = {p for p, _ in preposition_objects(verb)}
    if verb.dep_ == "relcl":
        perfect = any(c.lower_ in ("has", "have") for c in children(verb, "aux"))
        return perfect and bool(placed & {"in", "at"}) and child(verb, "dobj") is None and noun.dep_ != "ROOT"
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or not placed or any(c.dep_ == "npadvmod" for c in verb.children):
        return False
    if noun.dep_ == "dobj" and noun.head.lower_ in ("have", "has", "had", "having", "keep", "keeps"):
        return True
    moving = any(t.fields.get("direction") for t in triggers_by_form().get(noun.head.lower_, ()))
    return noun.dep_ in ("nsubj", "nsubjpass") and is_verb(noun.head) and moving and not placed & {"on", "since"}


def _is_told_in_the_past(verb: Token) -> bool:
    """ "had said that 5,000 troops were deployed to Iraq": the present of the time at which it was said."""
    saying = verb.head
    past = saying.tag_ in ("VBD", "VBN") and is_verb(saying)
    dated = any(c.dep_ == "npadvmod" for c in verb.children) or any(p in ("on", "in") for p, _ in preposition_objects(verb))
    return verb.dep_ == "ccomp" and past and not dated
