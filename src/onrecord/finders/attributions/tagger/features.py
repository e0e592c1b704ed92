"""What the network is told about a candidate: how cue, source and content stand in the parse, as names of features and as words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from onrecord.finders.attributions.people import BODIES, ORGANIZATION, ROLES
from onrecord.finders.attributions.quotations import Quotes
from onrecord.finders.attributions.sources import is_passive
from onrecord.finders.attributions.tagger.candidates import Candidate
from onrecord.finders.attributions.verbs import is_asserted
from onrecord.lexicon.attribution import Cue, noun_cues, verb_cues
from onrecord.model import Span
from onrecord.nlp.tokens import Token, root_of

PRONOUNS = frozenset(["PRP", "PRP$", "WP", "WDT", "DT", "EX"])
OPENERS = frozenset(
    """
    that to how why whether if what who when where for of on about as the a an it he she they his her their its in with by there no
    not i we
    """.split()
)
HELPERS = frozenset(["aux", "auxpass", "neg", "mark", "advmod", "prt"])
WORDS = 4
"""Words that are told by their vectors: cue, head of the source, head of the content, what governs the cue."""


def features(
    candidate: Candidate, base: int, quotes: Quotes, of_cues: dict[int, list[str]] | None = None
) -> tuple[list[str], tuple[str, ...]]:
    """The names of what holds of a candidate, and its ``WORDS`` words, "" where there is none.

    ``of_cues`` remembers what holds of a cue alone, by its place in the sentence, for the sentence's next candidates."""
    draft, cue = candidate.draft, candidate.cue
    root = _root(candidate, base)
    of_cues = of_cues if of_cues is not None else {}
    alone = of_cues[cue.i] if cue.i in of_cues else of_cues.setdefault(cue.i, list(_of_cue_alone(cue)))
    told = chain(
        alone, _of_cue(candidate), _of_source(candidate), _of_content(candidate, root, quotes), _of_marks(candidate, quotes)
    )
    names = list(dict.fromkeys(told))
    head = draft.head.lower_ if draft.head is not None else ""
    return names, (cue.lower_, head, root.lower_ if root is not None else "", cue.head.lower_ if cue.head is not cue else "")


def _of_cue(candidate: Candidate) -> Iterator[str]:
    """How the cue's tag and its entry in the lexicon go with the rule."""
    cue, rule, short = candidate.cue, candidate.draft.rule, candidate.draft.rule.split(":")[0]
    entry = _entry(cue)
    yield from (f"rule={rule}", f"rule+tag={short},{cue.tag_}")
    yield from (f"ruled={candidate.by_rule}", f"ruled+rule={candidate.by_rule},{short}")
    if entry is not None:
        for pattern in entry.patterns:
            yield f"pattern+rule={pattern},{rule}"


def _entry(cue: Token) -> Cue | None:
    return (verb_cues() if cue.tag_.startswith("V") else noun_cues()).get(cue.lower_)


def _of_cue_alone(cue: Token) -> Iterator[str]:
    """The cue's own form, its entry in the lexicon, its helpers and dependents."""
    entry = _entry(cue)
    yield from (f"tag={cue.tag_}", f"dep={cue.dep_}", f"listed={entry is not None}")
    if entry is not None:
        yield f"manner={entry.manner}"
        for pattern in entry.patterns:
            yield f"pattern={pattern}"
    kinds = set()
    for child in cue.children:
        if child.dep_ in HELPERS:
            yield f"helper={child.lower_}"
        yield f"child={child.dep_}"
        if child.i > cue.i and child.dep_ != "punct":
            kinds.add(child.dep_)
            yield f"right={child.dep_}:{child.lower_ if child.dep_ in ('prep', 'prt') else ''}"
    yield "rights=" + "+".join(sorted(kinds))
    yield from (f"asserted={is_asserted(cue)}", f"passive={is_passive(cue)}", f"at={min(5, cue.i // 4)}")
    yield f"long={min(6, len(cue.doc) // 8)}"
    if cue.head is not cue:
        yield f"under={cue.head.tag_}"


def _of_source(candidate: Candidate) -> Iterator[str]:
    """What kind of word the source is, and where it stands."""
    head, cue, short = candidate.draft.head, candidate.cue, candidate.draft.rule.split(":")[0]
    if head is None or not candidate.draft.source:
        yield from ("source=none", f"source+rule=none,{short}")
        return
    kind = _kind(head)
    yield from (f"source={kind}", f"source+rule={kind.split(':')[0]},{short}", f"source dep={head.dep_}")
    yield from (
        f"source first={head.i < cue.i}",
        f"source far={min(4, abs(head.i - cue.i) // 3)}",
        f"source own={head.head is cue}",
    )


def _kind(head: Token) -> str:
    word = head.lower_
    if head.tag_ in PRONOUNS:
        return f"pronoun:{word}"
    if head.tag_.startswith("NNP"):
        return "name"
    if word in ROLES:
        return "role"
    if word in BODIES or word in ORGANIZATION:
        return "body"
    return "noun" if head.tag_.startswith("NN") else head.tag_


def _of_content(candidate: Candidate, root: Token | None, quotes: Quotes) -> Iterator[str]:
    """How the content begins, how long it is, what its head is."""
    draft, short = candidate.draft, candidate.draft.rule.split(":")[0]
    begin, end = draft.content[0].begin, draft.content[-1].end
    words = quotes.text[begin:end].split()
    size = min(6, len(words).bit_length())
    yield from (
        f"size={size}",
        f"size+rule={size},{short}",
        f"pieces={min(3, len(draft.content))}",
        f"behind={begin > draft.cue.begin}",
    )
    first = words[0].lower() if words else ""
    yield f"first={first if first in OPENERS else 'other'}"
    if root is not None:
        subject = any(child.dep_ in ("nsubj", "nsubjpass") for child in root.children)
        yield from (f"head tag={root.tag_}", f"head dep={root.dep_}", f"head subject={subject}")


def _of_marks(candidate: Candidate, quotes: Quotes) -> Iterator[str]:
    """Whether content and cue stand in quotation marks."""
    draft = candidate.draft
    inside = [quotes.all[n].span for n in quotes.overlapping(Span(draft.content[0].begin, draft.content[-1].end))]
    yield f"quoted content={min(2, len(inside))}"
    home = quotes.holding(draft.cue.begin)
    yield f"quoted cue={home is not None}"
    if home is not None:
        head = draft.head
        yield f"quoted cue of={head.lower_ if head is not None and head.tag_ in ('PRP', 'WP') else 'others'}"
        yield f"same marks={any(quotes.all[home].span.overlaps(span) for span in inside)}"


def _root(candidate: Candidate, base: int) -> Token | None:
    """The word of the content on which its others depend."""
    first = candidate.draft.content[0]
    words = candidate.cue.doc.covering(first.begin - base, first.end - base)
    return root_of(words) if words else None
