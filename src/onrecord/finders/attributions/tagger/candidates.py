"""What may be an attribution by the parse alone: each verb, noun and adjective with what it governs, whatever the lexicon says."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.finders.attributions.drafts import Draft, spans_of, token_span
from onrecord.finders.attributions.phrases import phrase_drafts
from onrecord.finders.attributions.sources import giver_of, is_passive, phrase, source_of
from onrecord.finders.attributions.verbs import Ranges, content_of, draft_of, verb_draft
from onrecord.lexicon.attribution import Cue
from onrecord.model import Span
from onrecord.nlp.tokens import Doc, Token

CLAUSES = frozenset(["clause", "around", "infinitive"])
CLAUSAL = Cue("", "said", frozenset(["that", "quote", "to"]), frozenset(), "")
ANYTHING = Cue("", "said", frozenset(["that", "object", "to"]), frozenset(), "")
WITH_OBJECT = frozenset(["as", "of", "for"])
GOVERNING = frozenset(["NN", "NNS", "JJ", "JJR", "VBN"])
GOVERNED = frozenset(["acl", "ccomp", "xcomp", "prep"])
NOT_CUES = frozenset(["amod", "compound", "aux", "auxpass"])
BEHIND_VERBS = frozenset("to as about for on with at against of over by in".split())
BEHIND_NOUNS = frozenset("of about for on over against to at with".split())
"""Prepositions behind which a content may stand."""

COMMAS = frozenset([",", "—", "--", "–", "-", "―", ";"])
LOOSE = frozenset(["advcl", "relcl", "prep", "conj", "parataxis", "acl"])


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be an attribution: ``cue`` its first word in the parse, ``by_rule`` whether the rules make it too."""

    draft: Draft
    cue: Token
    by_rule: bool


def candidates(
    doc: Doc,
    base: int,
    verbs: Iterable[tuple[Token, Cue]],
    *,
    by_rule_alone: bool = False,
    about: Collection[Span] | None = None,
) -> list[Candidate]:
    """The candidates of one parsed sentence, in order of their cues; what the rules make of its cue ``verbs`` is among them.

    ``about`` are the only words whose speakers are asked for: what the rules do not make is left out where it cannot hold them.
    """
    found: dict[tuple[int, int, tuple[Span, ...]], Candidate] = {}

    def add(draft: Draft | None, cue: Token, *, by_rule: bool) -> None:
        if draft is not None:
            key = cue.i, draft.source[0].begin if draft.source else -1, tuple(draft.content)
            found.setdefault(key, Candidate(draft, cue, by_rule))

    for verb, cue in verbs:
        draft = verb_draft(verb, cue, base)
        add(draft, verb, by_rule=True)
        if not by_rule_alone:
            add(shortened(draft, doc, base), verb, by_rule=False)
    at = {base + token.idx: token for token in doc}
    for draft in phrase_drafts(doc, base):
        add(draft, at[draft.cue.begin], by_rule=True)
    asked = None if about is None else {t.i for span in about for t in doc.covering(span.begin - base, span.end - base)}
    ruled = {candidate.cue.i for candidate in found.values()}
    for token in () if by_rule_alone else doc:
        about_all = asked is None or token.i in ruled
        if token.tag_.startswith("VB") and token.dep_ not in NOT_CUES and (about_all or asked):
            governed = list(_of_verb(token))
            if about_all or _hold_any(asked or (), governed):
                for ranges, rule in governed:
                    free = draft_of(token, ANYTHING, ranges, rule, base)
                    add(free, token, by_rule=False)
                    add(shortened(free, doc, base), token, by_rule=False)
        if token.tag_ in GOVERNING and (about_all or _governs_any(token, asked or ())):
            for draft in _of_noun(token, base):
                add(draft, token, by_rule=False)
    return sorted(found.values(), key=lambda candidate: candidate.cue.i)


def shortened(draft: Draft | None, doc: Doc, base: int) -> Draft | None:
    """The same with a content that ends before what hangs on loosely at its end: "said the base is shut, adding to …"."""
    if draft is None or not draft.content:
        return None
    last = draft.content[-1]
    words = doc.covering(last.begin - base, last.end - base)
    if len(words) < 6:
        return None
    for token in words[3:]:
        behind = token.dep_ in LOOSE and token.right_edge.i >= words[-1].i - 1
        if behind and words[0].i + 2 < token.left_edge.i and doc[token.left_edge.i - 1].text in COMMAS:
            kept = spans_of(doc, [(words[0].i, token.left_edge.i - 2)], base)
            return replace(draft, content=[*draft.content[:-1], *kept], rule=f"{draft.rule}:short") if kept else None
    return None


def _of_verb(verb: Token) -> Iterator[tuple[Ranges, str]]:
    """Everything that a verb governs, and the rule that would find it."""
    found = content_of(verb, CLAUSAL)
    if found is not None and found[1] in CLAUSES:
        yield found
    for child in verb.rights:
        if child.dep_ in ("prep", "dative") and child.lower_ in BEHIND_VERBS and child.right_edge.i > child.i:
            yield [(child.i + 1, child.right_edge.i)], f"prep:{child.lower_}"
            thing = next((other for other in verb.rights if other.dep_ == "dobj" and other.i < child.i), None)
            if thing is not None and child.lower_ in WITH_OBJECT:
                yield [(thing.left_edge.i, child.right_edge.i)], f"object+{child.lower_}"
    thing = next((child for child in verb.rights if child.dep_ in ("dobj", "ccomp")), None)
    if is_passive(verb):
        subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
        if subject is not None and subject.tag_ not in ("WDT", "WP") and any(c.dep_ == "agent" for c in verb.children):
            yield [(subject.left_edge.i, subject.right_edge.i)], "passive"
    elif thing is not None and thing.tag_ not in ("WP", "WDT"):
        name = next((child for child in verb.rights if child.dep_ in ("oprd", "xcomp") and child.i > thing.i), None)
        last = name.right_edge.i if name is not None else thing.right_edge.i
        yield [(thing.left_edge.i, last)], "object"


def _hold_any(words: Collection[int], governed: Iterable[tuple[Ranges, str]]) -> bool:
    """Whether what a verb governs holds one of these words."""
    return any(first <= i <= last for ranges, _ in governed for first, last in ranges for i in words)


def _governs_any(noun: Token, words: Collection[int]) -> bool:
    """Whether what hangs on a noun on its right holds one of these words."""
    return bool(words) and any(child.left_edge.i <= i <= child.right_edge.i for child in noun.rights for i in words)


def _of_noun(word: Token, base: int) -> Iterator[Draft]:
    """What a noun, an adjective or a participle governs: "the fear of a coup", "is convinced that …"."""
    for child in word.rights:
        if child.dep_ not in GOVERNED or child.right_edge.i <= child.i:
            continue
        if child.dep_ == "prep" and child.lower_ not in BEHIND_NOUNS:
            continue
        said = word.dep_ in ("attr", "acomp") or word.tag_ not in ("NN", "NNS")
        giver = (source_of(word.head) if word.head is not word else None) if said else giver_of(word)
        content = spans_of(word.doc, [(child.left_edge.i + (child.dep_ == "prep"), child.right_edge.i)], base)
        rule = f"noun:{child.dep_}" + (f":{child.lower_}" if child.dep_ == "prep" else "")
        feeling = next((other for other in word.lefts if other.dep_ == "nsubjpass"), None) if word.tag_ == "VBN" else None
        for head in [giver, feeling] if feeling is not None else [giver]:
            source = spans_of(word.doc, [phrase(head, cue=word)], base, marks=False) if head is not None else []
            if content:
                yield Draft(token_span(word, base), content, source, "said", rule, head=head, unsourced=True)
