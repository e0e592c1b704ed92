"""Mentions in lines of JSON: ``{"doc" or "id", "dct", "text"}`` in, one mention a line out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Any

from onrecord.errors import OnRecordError
from onrecord.finders.attributions import find_attributions
from onrecord.finders.dates import find_timexes
from onrecord.finders.names import countries_of, find_names, introduced
from onrecord.finders.quantities import quantity_rows
from onrecord.lexicon.names import names_in_use
from onrecord.lexicon.own import lexicon_with
from onrecord.model import Mention, Name, NameKind, Span, is_partial_date
from onrecord.nlp import Parser, Sentence, split_sentences
from onrecord.nlp.tokens import Doc

BATCH = 64
LONGEST_LINE = 20_000_000
Row = dict[str, Any]


class What(StrEnum):
    """What can be found."""

    DATES = "dates"
    QUANTITIES = "quantities"
    NAMES = "names"
    PLACES = "places"
    ATTRIBUTIONS = "attributions"


class BadLine(OnRecordError):
    """A line that holds no text to look into: ``number`` says which, ``why`` the cause."""

    def __init__(self, number: int, why: str) -> None:
        super().__init__(f"line {number}: {why}")
        self.number = number
        self.why = why


@dataclass(frozen=True, slots=True)
class Line:
    """One text to look into. ``key`` is ``doc`` or ``id``, as the line had it, ``name`` its value."""

    key: str
    name: str | int
    text: str
    dct: str | None = None


def find_in_lines(
    what: What,
    lines: Iterable[str],
    *,
    model: str | None = None,
    parser: Parser | None = None,
    names: Iterable[Path | str] = (),
) -> Iterator[Row | BadLine]:
    """The mentions of each line, in order; a bad line gives its ``BadLine`` and the rest is read.

    Rows are ``{"doc", "begin", "end", "type", "value"}`` for dates, ``{"id", "value", "unit", "change", "begin", "end"}`` for
    quantities, ``{"doc", "source", "cue", "content"}`` for attributions (lists of spans) and
    ``{"doc", "begin", "end", "name", "kind", "type", "id", "country", "latitude", "longitude", "precision", "within"}`` for
    names and places. Offsets mean the line's text. ``model`` names an installed spaCy pipeline; a ``parser`` that is already
    loaded is used instead. ``names`` are CSV files of the user's own names.
    """
    find, lexicon = FINDERS[what], lexicon_with(names)
    parser = parser or Parser(model)
    numbered = enumerate(lines, 1)
    while batch := list(islice(numbered, BATCH)):
        read = [read_line(number, line) for number, line in batch if line.strip()]
        good = [line for line in read if isinstance(line, Line)]
        parsed = iter(_parsed(good, parser, needed=what is not What.DATES))
        for line in read:
            if isinstance(line, BadLine):
                yield line
            else:
                with names_in_use(lexicon):
                    rows = list(find(line, next(parsed)))
                yield from ({line.key: line.name} | row for row in rows)


def read_line(number: int, line: str) -> Line | BadLine:
    """A line's text with its name and date.

    >>> read_line(1, '{"id": 0, "text": "Forty rockets fell."}')
    Line(key='id', name=0, text='Forty rockets fell.', dct=None)
    """
    if len(line) > LONGEST_LINE:
        return BadLine(number, f"longer than {LONGEST_LINE:,} characters. Cut it into several.")
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return BadLine(number, 'no JSON. Write one object a line: {"doc": "a1", "dct": "2020-09-09", "text": "…"}')
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return BadLine(number, 'no object with a "text". Write {"doc": "a1", "dct": "2020-09-09", "text": "…"}')
    key = next((key for key in ("doc", "id") if isinstance(row.get(key), str | int)), None)
    if key is None:
        return BadLine(number, 'neither "doc" nor "id" says whose text it is.')
    dct = row.get("dct") or None
    if dct is not None and not (isinstance(dct, str) and is_partial_date(dct[:10])):
        return BadLine(number, f'"dct" is {dct!r}, which is not a date. Write it as YYYY-MM-DD, or leave it out.')
    return Line(key, row[key], row["text"], dct[:10] if dct else None)


def _parsed(lines: list[Line], parser: Parser, *, needed: bool) -> Iterator[list[Sentence]]:
    """The sentences of each line, parsed all in one batch."""
    spans = [list(split_sentences(line.text)) if needed else [] for line in lines]
    docs = (
        parser.parse(span.cut(line.text) for line, own in zip(lines, spans, strict=True) for span in own)
        if needed
        else iter(())
    )
    for line, own in zip(lines, spans, strict=True):
        yield [Sentence(span, span.cut(line.text), next(docs)) for span in own]


def _dates(line: Line, sentences: list[Sentence]) -> Iterator[Row]:
    """Both forms: TimeML's type and value for the words, and the ledger's time, which counts their preposition in."""
    for mention in find_timexes(line.text, line.dct):
        time = mention.value.time
        ledger = {"text": time.text, "start": time.start, "end": time.end, "type": time.type.value} if time else None
        yield _at(mention.span) | {"type": mention.value.type.value, "value": mention.value.value, "time": ledger}


def _quantities(line: Line, sentences: list[Sentence]) -> Iterator[Row]:
    for sentence, doc in _docs(sentences):
        for row in quantity_rows(doc):
            yield row | {end: row[end] + sentence.span.begin for end in ("begin", "end") if end in row}


def _attributions(line: Line, sentences: list[Sentence]) -> Iterator[Row]:
    for mention in find_attributions(sentences, line.text):
        value = mention.value
        roles = {"source": value.source, "cue": value.cue, "content": value.content}
        yield {role: [[span.begin, span.end] for span in spans] for role, spans in roles.items()}


def _names(line: Line, sentences: list[Sentence]) -> Iterator[Row]:
    return _named(sentences, lambda name: True)


def _places(line: Line, sentences: list[Sentence]) -> Iterator[Row]:
    return _named(sentences, lambda name: name.kind in (NameKind.PLACE, NameKind.SITE))


def _named(sentences: list[Sentence], wanted: Callable[[Name], bool]) -> Iterator[Row]:
    """The names of a text, sentence by sentence: each knows whom and which countries those before it have named."""
    known: dict[str, Name] = {}
    context: frozenset[str] = frozenset()
    for sentence, doc in _docs(sentences):
        mentions = tuple(find_names(doc, known=known, context=context))
        known.update(introduced(mentions, sentence.text))
        context |= countries_of(mentions)
        yield from (_name_row(mention.shift(sentence.span.begin)) for mention in mentions if wanted(mention.value))


def _name_row(mention: Mention[Name]) -> Row:
    name = mention.value
    what = {
        "name": name.canonical,
        "kind": name.kind.value,
        "type": name.type or None,
        "name_id": name.id,
        "country": name.country,
    }
    is_known_place = name.precision is not None
    where = {
        "latitude": name.latitude if is_known_place else None,
        "longitude": name.longitude if is_known_place else None,
        "precision": name.precision,
        "within": list(name.within),
    }
    return _at(mention.span) | what | where


def _docs(sentences: list[Sentence]) -> Iterator[tuple[Sentence, Doc]]:
    return ((sentence, sentence.doc) for sentence in sentences if sentence.doc is not None)


def _at(span: Span) -> Row:
    return {"begin": span.begin, "end": span.end}


FINDERS: dict[What, Callable[[Line, list[Sentence]], Iterator[Row]]] = {
    What.DATES: _dates,
    What.QUANTITIES: _quantities,
    What.NAMES: _names,
    What.PLACES: _places,
    What.ATTRIBUTIONS: _attributions,
}
