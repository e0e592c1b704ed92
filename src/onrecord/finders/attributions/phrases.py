"""Cues that are no verbs: "according to …", "the claim that …", "in the view of …"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.finders.attributions.drafts import Draft, spans_of, without
from onrecord.finders.attributions.people import BODIES, ROLES
from onrecord.finders.attributions.sources import giver_of, phrase
from onrecord.finders.attributions.verbs import content_of
from onrecord.lexicon.attribution import Cue, noun_cues, verb_cues
from onrecord.model import Span
from onrecord.nlp.tokens import Doc, Token

MAKING = frozenset(
    "make makes made making issue issued issues give gave given put out released repeated denied heard had have".split()
)
CITING = frozenset(["citing", "quoting"])
CLAUSE_DEPS = frozenset(["ROOT", "ccomp", "advcl", "relcl", "conj", "parataxis", "acl", "pcomp", "xcomp"])


def phrase_drafts(doc: Doc, base: int) -> Iterator[Draft]:
    """The attributions of one parsed sentence whose cue is no verb."""
    nouns = noun_cues()
    for token in doc:
        if token.lower_ == "according":
            draft = _according(token, base)
        elif token.lower_ in CITING and token.tag_ == "VBG":
            draft = _citing(token, base)
        elif token.tag_ in ("NN", "NNS") and token.lower_ in nouns:
            draft = _noun(token, nouns[token.lower_], base)
        else:
            continue
        if draft is not None:
            yield draft


def _according(token: Token, base: int) -> Draft | None:
    """ "…, according to the ministry": the source behind "to", the content in the clause around."""
    doc = token.doc
    if token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return None
    source = next((child for child in doc[token.i + 1].children if child.dep_ == "pobj"), doc[token.i + 2])
    first, last = phrase(source, cue=token)
    first = max(first, token.i + 2)
    last = max(last, first)
    clause = _clause_around(token)
    holes = [(min(token.left_edge.i, token.i), last)]
    content = spans_of(doc, without(clause.left_edge.i, clause.right_edge.i, holes), base)
    at_end = token.i > 0 and doc[token.i - 1].text == "," and all(t.is_punct for t in doc[last + 1 :])
    if not content or (at_end and clause.dep_ == "conj"):  # said of every clause before it
        content = spans_of(doc, without(0, len(doc) - 1, holes), base)
    named = spans_of(doc, [(first, last)], base, marks=False)
    if not content or not named:
        return None
    cue = Span(base + token.idx, base + doc[token.i + 1].idx + 2)
    return Draft(cue, content, named, "said", "according to", head=source)


def _citing(token: Token, base: int) -> Draft | None:
    """ "AFP reported, citing an Afghan official, that …": whom the report or an outlet cites, for what the clause around says."""
    source = next((child for child in token.children if child.dep_ == "dobj"), None)
    if source is None or token.head is token or not _may_be_cited(source):
        return None
    first, last = phrase(source, cue=token)
    outer = token.head
    cue = verb_cues().get(outer.lower_)
    found = content_of(outer, cue) if cue is not None else None
    holes = [(token.left_edge.i, token.right_edge.i)]
    content = spans_of(token.doc, [piece for ends in found[0] for piece in without(*ends, holes)], base) if found else []
    named = spans_of(token.doc, [(first, last)], base, marks=False)
    if not content or not named:
        return None
    return Draft(Span(base + token.idx, base + token.idx + len(token)), content, named, "said", "citing", head=source)


def _may_be_cited(source: Token) -> bool:
    """Whether somebody, or a body or paper, is cited, and no reason: "citing a threat"."""
    return source.tag_ in ("NNP", "NNPS") or source.lower_ in ROLES | BODIES


def _clause_around(token: Token) -> Token:
    """The head of the clause that "according to" comments on."""
    head = token.head
    for _ in range(len(token.doc)):
        if head.head is head or (head.dep_ in CLAUSE_DEPS and head.tag_.startswith(("V", "MD"))):
            break
        head = head.head
    return head


def _noun(token: Token, cue: Cue, base: int) -> Draft | None:
    """ "the claim that the town had fallen", "the army's plan to leave"."""
    doc = token.doc
    clause = next((child for child in token.rights if child.dep_ in ("acl", "ccomp", "relcl") and _opens(child, cue)), None)
    if clause is None:
        return None
    giver = giver_of(token)
    if "to" in cue.patterns and (giver is None or (giver.head.i < token.i and giver.dep_ != "poss") or giver.i > clause.i):
        return None
    content = spans_of(doc, [(clause.left_edge.i, clause.right_edge.i)], base)
    if not content:
        return None
    source = spans_of(doc, [phrase(giver, cue=token)], base, marks=False) if giver is not None else []
    span = Span(base + token.idx, base + token.idx + len(token))
    return Draft(span, content, source, cue.manner, "noun", head=giver, unsourced=True)


def _opens(clause: Token, cue: Cue) -> bool:
    """Whether the clause opens as the entry asks: with "to", or with a "that" which is no relative pronoun.

    The parser often calls the "that" of "the promise that troops would leave" an object; so it is, behind "the promise that he made".
    """
    if "to" in cue.patterns:
        return any(child.tag_ == "TO" for child in clause.lefts)
    first = clause.left_edge
    if first.lower_ != "that" or first.dep_ in ("nsubj", "nsubjpass"):
        return False
    has_subject = any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in clause.lefts)
    return first.dep_ == "mark" or (has_subject and clause.lower_ not in MAKING)
