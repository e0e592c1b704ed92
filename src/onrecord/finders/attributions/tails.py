"""Speakers that a clause or a whole sentence ends with: "The base is closed, Gen. Ann Holm, head of the command, said on Monday."

The parse often hangs such a tail to the nearest noun or verb; commas show it better.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.finders.attributions.drafts import QUOTES, Draft, spans_of, token_span
from onrecord.finders.attributions.people import BODIES, ORGANIZATION, ROLES
from onrecord.lexicon.attribution import Cue
from onrecord.nlp.tokens import Doc, Token

FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
LINKS = frozenset(["of", "for", "in", "at", "from", "with", "to"])
"""Prepositions within a speaker's name or office."""
OPENERS = frozenset(
    "after before when while as although though if since because once until unless whereas that which who".split()
)
HEARERS = frozenset("reporters journalists lawmakers senators congress parliament newsmen correspondents".split())
PRONOUNS = frozenset(["he", "she", "they"])
MOST_BEHIND = 16
"""Words that may follow the cue: where, when and to whom it was said."""
MOST_NAME = 9
"""Words of a speaker's name with his titles, or of an apposition's beginning."""

Stretch = tuple[int, int]


def tail_drafts(doc: Doc, base: int, verbs: list[tuple[Token, Cue]], made: list[Draft]) -> Iterator[Draft]:
    """The tails of a sentence that no draft has: of one that has but the last of several clauses, the draft gets them all."""
    for verb, cue in verbs:
        if not ({"that", "quote"} & cue.patterns) or verb.tag_ not in (*FINITE, "VBN"):
            continue
        found = tail_of(doc, verb)
        if found is None:
            continue
        source, content = found
        said = spans_of(doc, content, base)
        own = next((draft for draft in made if draft.cue == token_span(verb, base)), None)
        if own is not None and own.source and own.rule in ("clause", "around") and said:
            if said[0].begin < own.content[0].begin and own.content[-1].end <= said[-1].end:
                own.content = said
        elif own is None and said:
            named = spans_of(doc, [source], base, marks=False)
            yield Draft(token_span(verb, base), said, named, cue.manner, "tail", head=doc[source[1]])


def tail_of(doc: Doc, verb: Token) -> tuple[Stretch, list[Stretch]] | None:
    """Where a sentence ends with this cue, the speaker before a cue and the content before him (and behind the cue, where that is set between commas)."""
    commas = [token.i for token in doc[: verb.i] if token.text in (",", "—", "–")]
    source = _source(doc, verb, commas)
    if source is None:
        return None
    before = (0, source[0] - 2)
    behind = doc[verb.i + 1 :]
    if behind and behind[0].text == "," and source[1] == verb.i - 1:
        rest = (verb.i + 2, len(doc) - 1)
        return (
            (source, [before, rest])
            if _is_clause(doc[rest[0] :]) and not (_opens_clause(doc[0]) and _is_clause(doc[: before[1] + 1]))
            else None
        )
    if not _is_end(verb, behind) or not _is_clause(doc[: source[0] - 1]):
        return None
    if _opens_clause(doc[0]) and sum(comma < source[0] - 1 for comma in commas) == 0:
        return None
    return source, [before]


def _source(doc: Doc, verb: Token, commas: list[int]) -> Stretch | None:
    """Who stands between a comma and the cue, with an apposition or without."""
    if not commas:
        return None
    if commas[-1] < verb.i - 1:
        source = commas[-1] + 1, verb.i - 1
        return source if source[0] > 1 and _is_speaker(doc, *source) else None
    for opened, closed in zip(reversed(commas[:-2]), reversed(commas[1:-1]), strict=True):
        source = opened + 1, closed - 1
        if _is_speaker(doc, *source) and any(t.tag_ in ("NNP", "NNPS") for t in doc[source[0] : source[1] + 1]):
            explained = doc[closed + 1 : verb.i - 1]
            plain = all(t.tag_ not in FINITE for t in explained) or explained[0].lower_ in OPENERS
            return source if source[0] > 1 and plain else None
    return None


def _is_speaker(doc: Doc, first: int, last: int) -> bool:
    """Whether words are the name of somebody who speaks: a pronoun, a proper noun, an office or a body, and nothing else."""
    words = doc[first : last + 1]
    if not words or len(words) > MOST_NAME or any(t.text in QUOTES for t in words):
        return False
    if len(words) == 1 and words[0].lower_ in PRONOUNS:
        return True
    if words[0].tag_ not in ("DT", "NNP", "NNPS", "NN", "NNS", "JJ", "CD", "PRP$") or _opens_clause(words[0]):
        return False
    if any(t.tag_ in (*FINITE, "VB", "TO", "WDT", "WP", "CC") or (t.tag_ == "IN" and t.lower_ not in LINKS) for t in words):
        return False
    heads = [t for t in words if t.tag_ in ("NNP", "NNPS") or t.lower_ in ROLES | BODIES | ORGANIZATION]
    return bool(heads) and words[-1].tag_ in ("NNP", "NNPS", "NN", "NNS", "JJ")


def _is_end(verb: Token, behind: list[Token]) -> bool:
    """Whether only place, time and hearers follow the cue."""
    words = [t for t in behind if not t.is_punct]
    if len(words) > MOST_BEHIND or any(t.tag_ in FINITE or t.text in QUOTES for t in behind):
        return False
    if words and (words[0].tag_ in ("TO", "DT", "PRP$", "WP", "WRB", "JJ", "CD") or words[0].lower_ in ("that", "as", "of")):
        return False
    heard = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    return heard is None or heard.lower_ in HEARERS or (verb.lower_ == "told" and heard.tag_.startswith("NNP"))


def _is_clause(words: list[Token]) -> bool:
    """Whether words can stand as a sentence, or as a headline: with a finite verb, or "to" and a verb."""
    return len(words) >= 3 and any(
        t.tag_ in FINITE or (t.tag_ == "TO" and t.i + 1 < len(t.doc) and t.nbor(1).tag_ == "VB") for t in words
    )


def _opens_clause(token: Token) -> bool:
    return token.lower_ in OPENERS
