"""Governments named by their capitals: "Washington sent envoys", "talks with Tehran", but "a fire in Washington"."""

from __future__ import annotations

from functools import cache

from onrecord.finders.names.match import Match, Setting
from onrecord.finders.names.places import chosen_place, runs_on
from onrecord.lexicon.entries import as_actor
from onrecord.lexicon.inflection import noun_forms, verb_forms
from onrecord.lexicon.names import name_index
from onrecord.nlp.tokens import Token

DOES = tuple(
    """accept accuse acknowledge agree allow announce approve argue ask authorize authorise back ban blame block call claim
    commit condemn confirm consider criticize criticise decide declare decline demand deny deploy dismiss dispatch dispute
    expel fear freeze fund hope impose insist intend invite lift maintain negotiate offer oppose order plan pledge pressure
    promise propose protest pull push recall recognize recognise refuse reiterate reject reply request respond retaliate
    sanction say see seek send sever sign signal spend stress support suspect suspend tell think threaten try urge vow want
    warn welcome withdraw withhold worry""".split()
)
"""What a government does and a city does not."""
SUFFERS = tuple("accuse ask blame criticize criticise invite pressure press sanction tell thank threaten urge warn".split())
"""What is done to governments: "urged Ankara to wait"."""
DEALINGS = tuple(
    """accord agreement aid alliance approval backing confrontation contact cooperation deal diplomacy dispute envoy feud
    negotiation order partnership pressure rapprochement relation relationship relations row sanction support talk tension
    threat tie treaty trust war warning""".split()
)
"""What is between governments, or comes from one: "talks with Tehran", "pressure from Washington"."""
PREPOSITIONS = frozenset(["between", "from", "to", "toward", "towards", "with", "by", "against"])
ALLIED = frozenset("aligned allied backed brokered controlled funded led sponsored supported".split())
NOT_THE_STATE = frozenset(["BE"])
"""Brussels speaks for the European Union, too."""


def match_capital(setting: Setting, i: int) -> Match | None:
    """A capital that stands for its government: by what it does, suffers or deals with, or as "Tehran-backed"."""
    line, index = setting.line, name_index()
    if not line.capital[i] or (i == 0 and line.form(i, i + 1).isupper()):
        return None
    for j in range(line.run(i, 3), i, -1):
        state = index.capitals.get(line.key(i, j))
        if state is None or runs_on(line, j) or state.place.country in NOT_THE_STATE:
            continue
        meant = chosen_place(setting, line.key(i, j))
        if meant is None or meant.country != state.place.country:
            return None
        is_government = _is_allied(setting, j) or _acts(line.tokens[j - 1])
        return Match(i, j, as_actor(state.place, "government"), "names.capital") if is_government else None
    return None


def _is_allied(setting: Setting, j: int) -> bool:
    """Whether the capital is the first part of "Tehran-backed" and the like."""
    line = setting.line
    return j < len(line.words) and line.gap(j - 1) in ("-", "‑") and line.folded(j) in ALLIED


def _acts(capital: Token) -> bool:
    """Whether the sentence treats the capital as one that decides."""
    token = capital
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    head = token.head
    word = head.lower_
    if token.dep_ == "nsubj":
        return word in _does() and not _is_noun(head)
    if token.dep_ in ("dobj", "nsubjpass"):
        return word in _suffers() and not _is_noun(head)
    if token.dep_ != "pobj":
        return False
    if head.dep_ == "agent":
        return head.head.lower_ in _does()
    return word in PREPOSITIONS and head.head.lower_ in _dealings()


def _is_noun(token: Token) -> bool:
    return token.tag_.startswith("NN")


@cache
def _does() -> frozenset[str]:
    return frozenset(form for lemma in DOES for form in verb_forms(lemma))


@cache
def _suffers() -> frozenset[str]:
    return frozenset(form for lemma in SUFFERS for form in verb_forms(lemma))


@cache
def _dealings() -> frozenset[str]:
    return frozenset(form for lemma in DEALINGS for form in noun_forms(lemma))
