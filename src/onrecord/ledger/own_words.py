"""Who speaks of a promise: the report or the promiser himself, who speaks for him, or somebody who asks it of him."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.ledger.keys import arg_rows, lexicon_name
from onrecord.ledger.same import folded
from onrecord.lexicon.words import word_set
from onrecord.model import SPECS, Claim, Entry, Name

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
TITLE = 6
"""So many words before a name may be its title."""
NOT_OF_STATES = ("armed_group", "party")
ASKING = ("requested", "called_for")


def is_own_word(entry: Entry, promised: Claim) -> bool:
    """Whether the report says it in its own voice, or after the promiser, somebody of his country, or who speaks for a state.

    An office without a country ("Prime Minister Ana Lind said", "officials said") is that of the promiser's, as the press writes it.
    """
    source = entry.claim.source
    return source is None or source == promised.source or _speaks_for(source, entry, promised)


def _speaks_for(source: str, entry: Entry, promised: Claim) -> bool:
    """Whether the speaker of a sentence is the promiser, of his country, or holds an office that is given no country."""
    name = lexicon_name("actor", source) or lexicon_name("source", source)
    if name is not None and (_is_him(name, source, promised) or name.country):
        return _is_him(name, source, promised) or _is_of_his_country(name, promised)
    if folded(source) in _own_names(promised):
        return True
    words = WORD.findall(_title(entry, source))
    near = {word.lower() for word in words}
    if not near.isdisjoint(word_set("promises", "words_unofficial")):
        return False
    pairs = [" ".join(pair) for pair in pairwise(words)]
    named = [name for name in map(_state_of, [*words, *pairs]) if name is not None]
    if named:
        return all(_is_of_his_country(name, promised) for name in named)
    return not near.isdisjoint(word_set("promises", "words_official"))


def is_asked_for(entry: Entry) -> bool:
    """Whether what is planned is only what somebody asks for: nobody has promised it.

    The act says so ("requested"), or the word that makes it a plan is one of asking and somebody else's ("asked France to
    withdraw", and not "France asked to stay").
    """
    claim = entry.claim
    if claim.arg("action") in ASKING:
        return True
    span, shift = claim.spans.get("status"), claim.evidence.begin
    if span is None or not claim.evidence.covers(span):
        return False
    asked = entry.words[span.begin - shift : span.end - shift].lower() in word_set("promises", "words_asked")
    return asked and not (claim.source and _speaks_for(claim.source, entry, claim))


def _title(entry: Entry, source: str) -> str:
    """The speaker as the sentence names him, with what stands right before his name."""
    span, shift = entry.claim.spans.get("source"), entry.claim.evidence.begin
    if span is not None and entry.claim.evidence.covers(span):
        return entry.words[span.begin - shift : span.end - shift]
    at = entry.words.find(source)
    return " ".join([*WORD.findall(entry.words[: max(at, 0)])[-TITLE:], source])


def _state_of(word: str) -> Name | None:
    """The state of which a word is the name or the adjective ("Belgian")."""
    name = lexicon_name("actor", word) if word[:1].isupper() else None
    return name if name is not None and name.country else None


def _own_names(promised: Claim) -> set[object]:
    actor = SPECS[promised.kind].identifying[0]
    return {folded(promised.args.get(actor)), promised.ids.get(actor)} - {None}


def _is_him(name: Name, source: str, promised: Claim) -> bool:
    own = _own_names(promised)
    return folded(source) in own or name.id in own or folded(name.canonical) in own


def _is_of_his_country(name: Name, promised: Claim) -> bool:
    actor = SPECS[promised.kind].identifying[0]
    countries = {row.country for row in arg_rows(promised) if row.arg == actor}
    return name.country in countries - {None} and name.type not in NOT_OF_STATES
