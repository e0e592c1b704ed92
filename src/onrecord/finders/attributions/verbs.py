"""Cue verbs and what they govern: clauses, infinitives, objects, prepositional phrases, the clause around them."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.finders.attributions.drafts import Draft, spans_of, token_span, without
from onrecord.finders.attributions.sources import is_passive, phrase, source_of
from onrecord.lexicon.attribution import Cue, noun_cues, verb_cues
from onrecord.nlp.tokens import Doc, Token

Ranges = list[tuple[int, int]]
CLAUSAL = frozenset(["that", "quote", "to"])
MODALS = frozenset(["would", "could", "might", "may", "should", "will", "must", "’ll", "'ll", "’d", "'d"])
PAPERS = frozenset(
    ["statement", "interview", "tweet", "speech", "letter", "report", "memo", "message", "conference", "briefing", "post"]
)


def cue_verbs(doc: Doc) -> Iterator[tuple[Token, Cue]]:
    """The verbs of ``doc`` that the lexicon knows, with their entries."""
    table = verb_cues()
    for token in doc:
        cue = table.get(token.lower_)
        if (
            cue is not None
            and (token.tag_.startswith("VB") or token.lower_ in ("said", "says"))
            and token.dep_ not in ("amod", "compound")
        ):
            yield token, cue


def verb_draft(verb: Token, cue: Cue, base: int) -> Draft | None:
    """The attribution that ``verb`` makes, where the parse gives it a content."""
    found = content_of(verb, cue) if is_asserted(verb) else None
    if found is None:
        return None
    ranges, rule = found
    return draft_of(verb, cue, ranges, rule, base)


def is_asserted(verb: Token) -> bool:
    """Whether something is said at all: not "would say", "might warn", nor a mere purpose ("in order to announce")."""
    words = {child.lower_ for child in verb.lefts if child.dep_ == "aux"}
    return not words & MODALS and not ("to" in words and verb.dep_ in ("advcl", "acl", "relcl"))


def draft_of(verb: Token, cue: Cue, ranges: Ranges, rule: str, base: int) -> Draft | None:
    """A draft with the source that belongs to ``verb``."""
    source = source_of(verb)
    if source is not None and source.lower_ in ("it", "there") and source.dep_ == "expl":
        source = None
    held = [phrase(source, cue=verb)] if source is not None else []
    content = spans_of(verb.doc, [piece for whole in ranges for piece in without(*whole, [*held, (verb.i, verb.i)])], base)
    if not content:
        return None
    return Draft(
        token_span(verb, base),
        content,
        spans_of(verb.doc, held, base, marks=False),
        cue.manner,
        rule,
        head=source,
        unsourced=is_passive(verb) and rule != "object",
    )


def content_of(verb: Token, cue: Cue) -> tuple[Ranges, str] | None:
    """What ``verb`` says, as ranges of tokens, and the rule that found it."""
    passive = is_passive(verb)
    for rule, find in (("clause", _clauses), ("around", _around), ("infinitive", _infinitive), ("preposition", _preposition)):
        ranges = find(verb, cue)
        if ranges:
            if passive and rule == "infinitive":
                ranges = _raised(verb) + ranges
            return ranges, rule
    if passive:
        return _passive(verb, cue)
    return _object(verb, cue)


def _clauses(verb: Token, cue: Cue) -> Ranges:
    """Complement clauses: "said that …", "“…,” he added"."""
    if not cue.patterns & CLAUSAL and "object" not in cue.patterns:
        return []
    if verb.lower_ in ("called", "calls", "call", "calling") and "that" not in cue.patterns:
        return []
    ranges = []
    for child in verb.children:
        if child.dep_ == "ccomp" and _may_be_clause(child, verb, cue):
            ranges.append((child.left_edge.i, child.right_edge.i))
        elif child.dep_ == "prep" and "that" in cue.patterns:
            ranges += [clause for noun in child.children if noun.lower_ in PAPERS for clause in _that_clauses(noun)]
        elif child.dep_ in ("dobj", "dative") and "that" in cue.patterns and child.i > verb.i and not _is_noun_cue(child):
            ranges += _that_clauses(child)
    return _cut_out(ranges, verb)


def _may_be_clause(child: Token, verb: Token, cue: Cue) -> bool:
    """A clause before the verb is its content only for verbs of saying; an infinitive only where the entry has ``to``."""
    if child.i < verb.i:
        return bool(cue.patterns & {"that", "quote"})
    return bool(cue.patterns & CLAUSAL)


def _that_clauses(noun: Token) -> Ranges:
    """The clauses that the parser hangs on a noun before them: "said in a statement that …", "assured residents that …"."""
    return [
        (clause.left_edge.i, clause.right_edge.i)
        for clause in noun.rights
        if clause.dep_ in ("acl", "ccomp", "relcl")
        and any(mark.dep_ == "mark" and mark.lower_ == "that" for mark in clause.lefts)
    ]


def _is_noun_cue(noun: Token) -> bool:
    """Whether the clause behind an object is the object's own: "denied reports that …"."""
    return noun.lower_ in noun_cues()


def _around(verb: Token, cue: Cue) -> Ranges:
    """The clause in which the cue is set: "The war, he said, is over", "as the minister said"."""
    if not cue.patterns & {"that", "quote"} or is_passive(verb):
        return []
    inserted = verb.dep_ == "parataxis" or (
        verb.dep_ == "advcl" and any(c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in verb.lefts)
    )
    if not inserted or verb.head is verb:
        return []
    head = verb.head
    return without(head.left_edge.i, head.right_edge.i, [(verb.left_edge.i, verb.right_edge.i)])


def _infinitive(verb: Token, cue: Cue) -> Ranges:
    """Infinitives: "vowed to return", "is believed to have fled"."""
    passive = is_passive(verb)
    if "to" not in cue.patterns and not passive:
        return []
    return [
        (child.left_edge.i, child.right_edge.i)
        for child in verb.rights
        if child.dep_ in ("xcomp", "ccomp", "advcl")
        and any(aux.lower_ == "to" and aux.tag_ == "TO" for aux in child.lefts)
        and (child.dep_ != "advcl" or "to" in cue.patterns)
    ][:1]


def _raised(verb: Token) -> Ranges:
    """The subject of a passive that belongs to what is said: "the group is believed to …"."""
    subject = next((child for child in verb.lefts if child.dep_ in ("nsubjpass", "nsubj")), None)
    if subject is not None:
        return [] if subject.lower_ == "it" else [(subject.left_edge.i, subject.right_edge.i)]
    if verb.dep_ == "acl":
        return [(verb.head.left_edge.i, verb.i - 1)]
    return []


def _preposition(verb: Token, cue: Cue) -> Ranges:
    """What stands behind the entry's preposition: "warned of …", "accused the militia of …", "described the town as …"."""
    wanted = cue.prepositions
    if not wanted:
        return []
    for child in verb.rights:
        if child.dep_ in ("prep", "dative") and child.lower_ in wanted:
            if child.lower_ in ("as", "to"):
                first = next((c.left_edge.i for c in verb.rights if c.dep_ == "dobj" and c.i < child.i), child.i)
                return [(first, child.right_edge.i)]
            if "object" in cue.patterns or child.right_edge.i == child.i:
                return []
            wish = next(
                (
                    c.right_edge.i
                    for c in verb.rights
                    if c.dep_ in ("xcomp", "advcl") and c.left_edge.i == child.right_edge.i + 1
                ),
                0,
            )
            return [(child.i + 1, max(child.right_edge.i, wish))]
    return []


def _object(verb: Token, cue: Cue) -> tuple[Ranges, str] | None:
    """A noun phrase: "denied the report"; with what it is called: "called the town a ruin"."""
    if "object" not in cue.patterns and cue.lemma != "call":
        return None
    thing = next((child for child in verb.rights if child.dep_ in ("dobj", "ccomp")), None)
    if thing is None or thing.tag_ in ("WP", "WDT"):
        return None
    name = next((child for child in verb.rights if child.dep_ in ("oprd", "xcomp") and child.i > thing.i), None)
    if cue.lemma == "call" and name is None and thing.dep_ != "ccomp":
        return None
    if thing.i + 1 < len(verb.doc) and verb.lower_ in ("said", "says", "say") and thing.tag_ == "NNP":
        return None
    last = name.right_edge.i if name is not None else thing.right_edge.i
    return [(thing.left_edge.i, last)], "object"


def _passive(verb: Token, cue: Cue) -> tuple[Ranges, str] | None:
    """The subject of a passive with its agent: "the decision was announced by the minister"."""
    if not any(child.dep_ == "agent" for child in verb.children) or not cue.patterns & {"object", "that"}:
        return None
    subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    if subject is not None and subject.tag_ not in ("WDT", "WP"):
        return [(subject.left_edge.i, subject.right_edge.i)], "passive"
    if verb.dep_ in ("acl", "relcl"):
        return [(verb.head.left_edge.i, verb.left_edge.i - 1)], "passive"
    return None


def _cut_out(ranges: Ranges, verb: Token) -> Ranges:
    """Where a clause surrounds its own verb, the verb and its phrase are cut out."""
    return [piece for whole in ranges for piece in without(*whole, [(verb.i, verb.i)])]
