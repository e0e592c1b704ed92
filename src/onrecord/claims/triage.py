"""Which sentences may make a claim: by words alone, before anything is parsed."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from onrecord.claims.aid_rows import may_be_aid_row
from onrecord.claims.antecedents import antecedents
from onrecord.claims.base_reports import may_name_a_base, speaks_of_bases
from onrecord.claims.force_items import may_be_force_item
from onrecord.claims.gates import counting_gate, gate_of
from onrecord.claims.level_answers import may_answer
from onrecord.claims.offices import Offices, has_office_by_name, names_an_office
from onrecord.claims.packages import may_list_goods
from onrecord.claims.topics import OF_FORCES, topics_of
from onrecord.claims.word_marks import words_of
from onrecord.model import Kind, Span

ALL_KINDS = frozenset(Kind)


class Read(IntEnum):
    """For what a sentence is read, if at all."""

    NOTHING = 0
    NAMES = 1
    """For the names alone to which sentences that are read for claims point back."""
    CLAIMS = 2


def may_claim(sentence: str, *, forces: bool = False, kinds: frozenset[Kind] = ALL_KINDS) -> bool:
    """Whether a rule for one of ``kinds`` could make a claim of a sentence: it has a word that opens one with what the rule needs
    beside it, or an office by a name.

    ``forces``: in a report that has told of forces, a number or a pronoun may stand for them.

    >>> may_claim("The United States withdrew 500 soldiers."), may_claim("The weather was fine.")
    (True, False)
    >>> may_claim("Roughly 1,000 were based there."), may_claim("Roughly 1,000 were based there.", forces=True)
    (False, True)
    """
    going_on = forces and not kinds.isdisjoint(OF_FORCES)
    if gate_of(kinds, forces=going_on).lets_through(words_of(sentence)) or (going_on and may_answer(sentence)):
        return True
    return Kind.ROLE in kinds and has_office_by_name(sentence)


def to_read(text: str, spans: Sequence[Span], kinds: frozenset[Kind] = ALL_KINDS) -> list[Read]:
    """For what each sentence of a report is to be read: those that may make a claim of a kind that the report can mean, and those that
    they point back to."""
    kinds = topics_of(text).allowed(kinds)
    sentences = [span.cut(text) for span in spans]
    chosen = _chosen(text, spans, sentences, kinds)
    read = [Read.CLAIMS if is_chosen else Read.NOTHING for is_chosen in chosen]
    for i in antecedents(sentences, chosen) if any(chosen) else ():
        read[i] = Read.NAMES
    return read


def _chosen(text: str, spans: Sequence[Span], sentences: Sequence[str], kinds: frozenset[Kind]) -> list[bool]:
    """Which sentences may make a claim of these kinds."""
    words = [words_of(sentence) for sentence in sentences]
    # later numbers may count forces, once some have been counted
    forces = not kinds.isdisjoint(OF_FORCES) and any(map(counting_gate().lets_through, words))
    bases = Kind.SITE in kinds and speaks_of_bases(text)
    gate, offices = gate_of(kinds, forces=forces), Offices()
    chosen = []
    for span, sentence, row in zip(spans, sentences, words, strict=True):
        office = Kind.ROLE in kinds and names_an_office(row) and offices.has_new(sentence)
        lists = Kind.ASSISTANCE in kinds and (may_list_goods(text, span.begin) or may_be_aid_row(text, span.begin, span.end))
        base = bases and may_name_a_base(text, span.begin, span.end)
        going_on = forces and (may_answer(sentence) or may_be_force_item(sentence))
        chosen.append(office or lists or base or gate.lets_through(row) or going_on)
    if forces and chosen and not sentences[0].rstrip().endswith((".", "!", "?")):
        chosen[0] = True  # a headline, which the sentences below it explain
    return chosen
