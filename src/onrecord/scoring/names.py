"""Whether two names mean the same: by tables of names, by what peoples are called, and by the words that carry a name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Self

from onrecord.errors import BadScoringInput
from onrecord.lexicon.entries import read_actors, read_states
from onrecord.scoring.words import likeness, words_of

FORCES = (
    "army colonel fighter force general group guard insurgent member militant military militia personnel rebel servicemember "
)
FORCES += "serviceman soldier terrorist troop unit element led backed security target position"
RULERS = "authority government ministry minister official president regime secretary"
PLACES = "air airbase area base camp city district facility governorate province region site state town village"
PEOPLE = "child civilian man people person woman international local other several number"
WEAK = frozenset(f"{FORCES} {RULERS} {PLACES} {PEOPLE}".split())
"""Words that make no name by themselves: "Iraqi forces" and "Iraqi army" are told apart by "Iraqi" alone."""

ALIKE = 0.67
"""How much of the words that carry two names must be shared, where neither holds the other whole."""
PARTS = re.compile(r",| and ")
Value = str | list[Any] | tuple[Any, ...] | None


class Names:
    """Tables of names that mean the same: ``groups`` has for each name its other spellings; ``short_for`` has what stands for a
    longer name, which is then compared by its own words.

    >>> names = Names({"United States": ["US", "American"], "Islamic State": ["ISIL"]})
    >>> names.same("American troops", "the United States"), names.same("ISIL", "the US")
    (True, False)
    """

    def __init__(self, groups: Mapping[str, Iterable[str]], short_for: Mapping[str, str] | None = None) -> None:
        self._atoms: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._known: dict[str, tuple[str, ...]] = {}
        self._longest = 1
        for name, others in groups.items():
            self._add((name, *others), ("=" + " ".join(words_of(name)),))
        for short, name in (short_for or {}).items():
            self._add((short,), tuple(self._tokens(words_of(name))))

    def _add(self, forms: Iterable[str], tokens: tuple[str, ...]) -> None:
        """Spellings of a name with the tokens that they are compared by; weak words alone ("the States") spell none."""
        for words in map(words_of, forms):
            if set(words) - WEAK:
                self._atoms.setdefault(words, tokens)
                self._longest = max(self._longest, len(words))

    @classmethod
    @cache
    def of_lexicon(cls) -> Self:
        """The states and actors of OnRecord's lexicon."""
        return cls(*_lexicon_names())

    @classmethod
    def of_file(cls, path: Path) -> Self:
        """A JSON file: ``aliases`` has for each name its other spellings, ``demonyms`` for what a people is called its state.

        Raises ``BadScoringInput`` where the file is none of these.
        """
        try:
            table = json.loads(path.read_text(encoding="utf-8"))
            groups = {name: list(others) for name, others in table["aliases"].items()}
            demonyms = dict(table.get("demonyms", {})).items()
        except (OSError, ValueError, KeyError, AttributeError, TypeError) as problem:
            raise BadScoringInput(
                str(path), f"not a table of names ({problem!r})", 'Write {"aliases": {NAME: [SPELLING, …]}}.'
            ) from None
        for demonym, state in demonyms:
            groups.setdefault(state, []).append(demonym)
        return cls(groups)

    def same(self, one: Value, other: Value) -> bool:
        """Whether two names, or two lists of names, mean the same; nothing is the same as nothing alone."""
        if not isinstance(one, str | None) or not isinstance(other, str | None):
            return self._same_lists(_parts(one), _parts(other))
        if not one or not other:
            return not one and not other
        left, right = self.tokens(one), self.tokens(other)
        if left == right:
            return True
        strong, strong_too = set(left) - WEAK, set(right) - WEAK
        if not strong or not strong_too:
            return not strong and not strong_too and likeness(set(left), set(right)) >= 0.5
        return strong <= strong_too or strong >= strong_too or likeness(strong, strong_too) >= ALIKE

    def _same_lists(self, one: list[str], other: list[str]) -> bool:
        """Half of both lists together must have its like in the other: the mean of the two shares, weighed by their likes."""
        here = sum(any(self.same(a, b) for b in other) for a in one)
        there = sum(any(self.same(a, b) for a in one) for b in other)
        return bool(here and there) and 4 * here * there >= here * len(other) + there * len(one)

    def tokens(self, text: str) -> tuple[str, ...]:
        """The words of a name, those that a table knows made one, the longest first."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = tuple(self._tokens(words_of(text)))
        return known

    def _tokens(self, words: tuple[str, ...]) -> Iterator[str]:
        at = 0
        while at < len(words):
            ends = range(min(len(words), at + self._longest), at, -1)
            end = next((end for end in ends if words[at:end] in self._atoms), None)
            end = end or at + 1
            yield from self._atoms.get(words[at:end], words[at:end])
            at = end


def _parts(value: Value) -> list[str]:
    """The names of a list, and those that one text joins by commas or "and"."""
    items = value if isinstance(value, list | tuple) else [] if value is None else [value]
    return [part for item in items for part in PARTS.split(str(item)) if part.strip()]


CALLED_AFTER_STATES = frozenset(["agency", "force", "government", "ministry"])
"""Types of actors whose names say whose they are: what acts in the name of a state agrees with the state."""


def _lexicon_names() -> tuple[dict[str, list[str]], dict[str, str]]:
    """States with their peoples, and other actors, each with its other names; and names that stand for longer ones ("Pentagon")."""
    groups = {state.place.canonical: [*aliases, *state.demonyms] for state, aliases in read_states()}
    states, short_for = Names(groups), dict[str, str]()
    for actor, aliases, parent in read_actors():
        bare = [alias.removeprefix("=") for alias in aliases]
        named = all(any(token[0] == "=" for token in states.tokens(name)) for name in (actor.canonical, parent) if name)
        if actor.type in CALLED_AFTER_STATES and named and actor.canonical not in groups:
            short_for |= {
                alias: actor.canonical for alias in bare if not set(states.tokens(alias)) & set(states.tokens(actor.canonical))
            }
        else:
            groups.setdefault(actor.canonical, []).extend(bare)
    return groups, short_for
