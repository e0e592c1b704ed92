"""The words that make claims: verbs and nouns by kind, from the TOML files in ``triggers/``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.errors import LexiconError
from onrecord.lexicon.inflection import noun_forms, verb_forms
from onrecord.model import SPECS, Frozen, Kind

PARTS = ("verb", "noun")
OWN_FIELDS = frozenset({"lemma", "says", "not", "kind"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A verb or noun that can make a claim of ``kind``. ``particle`` follows the verb ("hand over").

    ``fields`` are what the entry says of the claim (``direction``, ``action``, ``mode`` …) and of the frame
    (``frame``, ``bare``). ``says`` are sentences that it must catch, ``leaves`` ones that it must leave alone.
    """

    lemma: str
    part: str
    kind: Kind
    fields: Frozen[str]
    says: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        """The verb without its particle, or the noun."""
        return self.lemma.split(" ")[0] if self.part == "verb" else self.lemma

    @property
    def particle(self) -> str | None:
        """The particle of a phrasal verb."""
        _, _, particle = self.lemma.partition(" ")
        return particle or None if self.part == "verb" else None

    def forms(self) -> tuple[str, ...]:
        """The forms by which the text may give it, without particle."""
        return verb_forms(self.word) if self.part == "verb" else noun_forms(self.lemma)


@cache
def load_triggers() -> tuple[Trigger, ...]:
    """All triggers of the package, in the order of files and entries."""
    folder = files("onrecord.lexicon") / "triggers"
    names = sorted(path.name for path in folder.iterdir() if path.name.endswith(".toml"))
    return tuple(t for name in names for t in parse_triggers(name, (folder / name).read_text(encoding="utf-8")))


@cache
def triggers_by_form() -> dict[str, tuple[Trigger, ...]]:
    """The triggers that a lower-case form may stand for."""
    index: dict[str, list[Trigger]] = {}
    for trigger in load_triggers():
        for form in dict.fromkeys(trigger.forms()):
            index.setdefault(form, []).append(trigger)
    return {form: tuple(entries) for form, entries in index.items()}


def parse_triggers(file: str, text: str) -> tuple[Trigger, ...]:
    """The triggers of one TOML text, checked against the vocabulary.

    Raises ``LexiconError`` naming file, entry and field.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise LexiconError(file, "the whole file", "-", f"is not TOML: {problem}") from problem
    found = []
    for part in PARTS:
        for number, row in enumerate(table.get(part, ()), 1):
            for each in _rows(row):
                found.append(_trigger(file, f"[[{part}]] {number}", part, {"kind": table.get("kind"), **each}))
    return tuple(found)


def _rows(row: dict[str, Any]) -> list[dict[str, Any]]:
    """An entry with ``lemmas`` as one for each of the words, which share all its fields; its sentences go with the first."""
    lemmas = row.get("lemmas")
    if not isinstance(lemmas, list):
        return [row]
    shared = {name: value for name, value in row.items() if name != "lemmas"}
    plain = {name: value for name, value in shared.items() if name not in ("says", "not")}
    return [{**(plain if number else shared), "lemma": lemma} for number, lemma in enumerate(lemmas)]


def _trigger(file: str, entry: str, part: str, row: dict[str, Any]) -> Trigger:
    lemma = row.get("lemma")
    if not isinstance(lemma, str) or not lemma.strip():
        raise LexiconError(file, entry, "lemma", "is missing")
    entry = f"{entry} ({lemma})"
    try:
        kind = Kind(str(row["kind"]))
    except ValueError as problem:
        raise LexiconError(file, entry, "kind", f"is {row['kind']!r}, not a kind of the ledger") from problem
    fields = {name: value for name, value in row.items() if name not in OWN_FIELDS}
    for name, value in fields.items():
        if not isinstance(value, str):
            raise LexiconError(file, entry, name, "must be a text")
        allowed = SPECS[kind].allowed(name)
        if allowed and value not in allowed:
            raise LexiconError(file, entry, name, f"is {value!r}; it may be {', '.join(allowed)}")
    return Trigger(lemma, part, kind, Frozen(fields), _sentences(row, "says"), _sentences(row, "not"))


def _sentences(row: dict[str, Any], field: str) -> tuple[str, ...]:
    value = row.get(field, ())
    return (value,) if isinstance(value, str) else tuple(value)
