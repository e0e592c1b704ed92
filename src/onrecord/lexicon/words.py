"""Plain sets of words by which the rules know forces, people, sites and the status of a clause (``words.toml``)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from onrecord.errors import LexiconError
from onrecord.lexicon.inflection import noun_forms, verb_forms


@cache
def _table() -> dict[str, dict[str, str]]:
    text = (files("onrecord.lexicon") / "words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def word_set(group: str, name: str) -> frozenset[str]:
    """The words of ``[group] name`` in ``words.toml`` with their forms: ``verbs…`` inflected, ``nouns…`` with plural, others as written.

    >>> "soldiers" in word_set("people", "nouns_force"), "soldiering" in word_set("people", "nouns_force")
    (True, False)
    """
    listed = _table().get(group, {}).get(name)
    if listed is None:
        raise LexiconError("words.toml", f"[{group}]", name, "is missing")
    words = listed.split()
    if name.startswith("verbs"):
        return frozenset(form for word in words for form in verb_forms(word))
    if name.startswith("nouns"):
        return frozenset(form for word in words for form in noun_forms(word))
    return frozenset(words)


@cache
def phrases(group: str, name: str) -> tuple[str, ...]:
    """The phrases of a list in ``words.toml``, parted by bars there, longest first.

    >>> "on the ground" in phrases("counting", "phrases")
    True
    """
    listed = _table().get(group, {}).get(name)
    if listed is None:
        raise LexiconError("words.toml", f"[{group}]", name, "is missing")
    return tuple(sorted((" ".join(part.split()) for part in listed.split("|") if part.strip()), key=lambda p: (-len(p), p)))
