"""The cues of attributions (``attribution.toml``): verbs and nouns that credit something to somebody."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.errors import LexiconError
from onrecord.lexicon.inflection import noun_forms, verb_forms

FILE = "attribution.toml"
PREPOSITIONS = {
    "of": "of",
    "for": "for",
    "on": "on",
    "against": "against",
    "about": "about",
    "as": "as",
    "at": "at",
    "to_prep": "to",
}
PATTERNS = frozenset(["that", "quote", "to", "object", *PREPOSITIONS])
FIELDS = frozenset(["lemma", "forms", "manner", "patterns", "says", "not"])


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that credits something to somebody: how the content is put forward, and what the content looks like."""

    lemma: str
    manner: str
    patterns: frozenset[str]
    forms: frozenset[str]
    says: str
    leaves: str | None = None

    @property
    def prepositions(self) -> frozenset[str]:
        """The prepositions after which the content stands: "of" for "accuse"."""
        return frozenset(word for pattern, word in PREPOSITIONS.items() if pattern in self.patterns)


@cache
def verb_cues() -> Mapping[str, Cue]:
    """The cue verbs by form.

    >>> verb_cues()["denied"].manner, verb_cues()["denying"].lemma
    ('denied', 'deny')
    """
    return {form: cue for cue in cues("verb") for form in cue.forms}


@cache
def noun_cues() -> Mapping[str, Cue]:
    """The cue nouns by form.

    >>> noun_cues()["allegations"].manner
    'claimed'
    """
    return {form: cue for cue in cues("noun") for form in cue.forms}


@cache
def cues(kind: str) -> tuple[Cue, ...]:
    """All entries of a kind, ``verb`` or ``noun``, in the order of the file."""
    return read_cues((files("onrecord.lexicon") / FILE).read_text(encoding="utf-8"), kind)


def read_cues(text: str, kind: str) -> tuple[Cue, ...]:
    """The cues of a kind in TOML ``text``. Raises ``LexiconError`` for an entry that cannot be used, or whose forms two entries claim."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(FILE, "the whole file", "TOML", str(error)) from error
    found: list[Cue] = []
    taken: dict[str, str] = {}
    for number, entry in enumerate(table.get(kind, []), start=1):
        cue = _cue(entry, kind, number)
        for form in cue.forms:
            if form in taken:
                raise LexiconError(FILE, f"{kind} {cue.lemma!r}", "forms", f"{form!r} is already a form of {taken[form]!r}")
            taken[form] = cue.lemma
        found.append(cue)
    return tuple(found)


def _cue(entry: Mapping[str, Any], kind: str, number: int) -> Cue:
    """One entry, checked."""
    name = f"{kind} {entry['lemma']!r}" if isinstance(entry.get("lemma"), str) else f"{kind} number {number}"
    for field in ("lemma", "manner", "says"):
        if not isinstance(entry.get(field), str) or not entry[field].strip():
            raise LexiconError(FILE, name, field, "is missing or is not text")
    for field in ("patterns", "forms"):
        if field in entry and not (isinstance(entry[field], list) and all(isinstance(word, str) for word in entry[field])):
            raise LexiconError(FILE, name, field, "is not a list of words")
    for field in sorted(set(entry) - FIELDS):
        raise LexiconError(FILE, name, field, f"is not a field; those are {', '.join(sorted(FIELDS))}")
    patterns = frozenset(entry.get("patterns", ()))
    if not patterns or patterns - PATTERNS:
        wrong = ", ".join(sorted(patterns - PATTERNS)) or "nothing"
        raise LexiconError(FILE, name, "patterns", f"has {wrong}; allowed are {', '.join(sorted(PATTERNS))}")
    regular = verb_forms if kind == "verb" else noun_forms
    forms = frozenset(entry.get("forms") or regular(entry["lemma"]))
    return Cue(entry["lemma"], entry["manner"], patterns, forms, entry["says"], entry.get("not"))
