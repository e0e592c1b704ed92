"""Names by any of their spellings: "ISIL" is Islamic State, "the Pentagon" the US Department of Defense."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from functools import cache
from typing import Self

from onrecord.errors import LexiconError
from onrecord.lexicon.entries import (
    Listed,
    Office,
    State,
    as_actor,
    listed,
    read_actors,
    read_offices,
    read_persons,
    read_sites,
    read_states,
)
from onrecord.lexicon.folding import key_of
from onrecord.lexicon.gazetteer import gazetteer
from onrecord.model import Name, NameKind


class Lexicon:
    """The listed names and titles, by the folded words of each way to write them. What a table lists goes before what is made."""

    def __init__(self, states: Iterable[tuple[State, list[str]]], others: Iterable[Listed], offices: Iterable[Office]) -> None:
        self.by_key: dict[str, list[Listed]] = {}
        self.longest: dict[str, int] = {}
        self.states: dict[str, State] = {}
        self.capitals: dict[str, State] = {}
        self.offices: dict[str, Office] = {}
        self.longest_title: dict[str, int] = {}
        for entry in others:
            self._add(entry)
        for state, forms in states:
            self._add_state(state, forms)
        for office in offices:
            plural = [f"{office.title}s"] if office.type == "office" and office.title[-1] != "s" else []
            for key in map(key_of, (office.title, *plural)):
                self.offices.setdefault(key, office)
                _lengthen(self.longest_title, key)

    def _add(self, entry: Listed) -> None:
        self.by_key.setdefault(entry.key, []).append(entry)
        _lengthen(self.longest, entry.key)

    def _add_state(self, state: State, forms: list[str]) -> None:
        """A state by its names, by what its people are called, and as a government."""
        code = state.place.country or ""
        self.states[code] = state
        for entry in listed(state.place, forms):
            self._add(entry)
        plural = [f"{d}s" for d in state.demonyms if d[-1] not in "sxzh" and d not in ("US", "U.S.", "UK", "U.K.", "UAE")]
        actor = state.actor
        for form in (*state.demonyms, *plural):
            self._add(next(listed_form(actor, form)))
        government = as_actor(state.place, "government")
        for form in (state.place.canonical, *forms, *state.demonyms):
            self._add(next(listed_form(government, f"{form} government")))
        for form in (state.place.canonical, *forms):
            self._add(next(listed_form(government, f"government of {form}")))
        self.capitals.setdefault(key_of(state.capital), state)

    def with_own(self, own: Iterable[Listed]) -> Self:
        """A lexicon with these names, too, which go before all others; this one stays as it is."""
        other = copy(self)
        other.by_key, other.longest = dict(self.by_key), dict(self.longest)
        for entry in own:
            other.by_key[entry.key] = [entry, *other.by_key.get(entry.key, ())]
            _lengthen(other.longest, entry.key)
        return other

    def find(self, key: str, words: str, kind: NameKind | None = None) -> Name | None:
        """The listed name that is written so; ``words`` are the text's own, for their case."""
        for entry in self.by_key.get(key, ()):
            if (kind is None or entry.name.kind is kind) and entry.fits(words):
                return entry.name
        return None


def listed_form(name: Name, form: str) -> Iterator[Listed]:
    """One way of writing the name, its canonical one aside."""
    return (entry for entry in listed(name, [form]) if entry.key == key_of(form))


def _lengthen(longest: dict[str, int], key: str) -> None:
    """Notes how many words a name may have that begins with this word."""
    first, _, _ = key.partition(" ")
    longest[first] = max(longest.get(first, 0), key.count(" ") + 1)


def read_lexicon() -> Lexicon:
    """The lexicon that OnRecord brings along. ``LexiconError`` names file, line and field of a bad row."""
    states = list(read_states())
    codes = {state.place.canonical: state.place for state, _ in states}
    return Lexicon(states, _others(codes), read_offices())


def _others(states: dict[str, Name]) -> Iterator[Listed]:
    """Actors, sites and persons; an actor with a state's name is its government."""
    actors = list(read_actors())
    known = {name.canonical for name, _, _ in actors} | set(states)
    for name, forms, parent in actors:
        if parent and parent not in known:
            raise LexiconError("actors.csv", name.canonical, "parent", f"{parent!r} is no actor or state of the lexicon")
        if name.canonical in states:
            government = as_actor(states[name.canonical], "government")
            yield from (entry for entry in listed(government, forms) if entry.form != name.canonical)
        else:
            yield from listed(name, forms)
    for name, forms in read_sites():
        yield from listed(name, forms)
    for name, forms, _ in read_persons():
        yield from listed(name, forms)


_in_use: ContextVar[Lexicon | None] = ContextVar("_in_use", default=None)


@cache
def _shipped() -> Lexicon:
    """The lexicon that OnRecord brings along, read once."""
    return read_lexicon()


def name_index() -> Lexicon:
    """The lexicon in use: the one that OnRecord brings along, or within ``names_in_use`` another."""
    return _in_use.get() or _shipped()


@contextmanager
def names_in_use(lexicon: Lexicon | None) -> Iterator[None]:
    """Within this block, and this thread or task alone, names are looked up in another lexicon; ``None`` changes nothing."""
    token = _in_use.set(lexicon or _in_use.get())
    try:
        yield
    finally:
        _in_use.reset(token)


def resolve_name(text: str, *, kind: NameKind | None = None) -> Name | None:
    """The name that ``text`` is a way of writing, ``None`` where the lexicon has none or several that it could be.

    A state's name gives a place (an actor where ``kind`` asks for one), its adjective an actor.

    >>> resolve_name("the Pentagon").canonical, resolve_name("ISIL").canonical, resolve_name("U.S.").id
    ('US Department of Defense', 'Islamic State', 'iso3166:US')
    >>> resolve_name("is"), resolve_name("Nowhere at all")
    (None, None)
    """
    key, words = key_of(text), text.strip()
    if not key:
        return None
    words = words[4:] if words[:4].casefold() == "the " else words
    index = name_index()
    found = index.find(key, words, kind)
    if found is None and kind is NameKind.ACTOR:
        place = index.find(key, words, NameKind.PLACE)
        return as_actor(place, "state") if place else None
    if found is None and kind in (None, NameKind.PLACE) and words != words.lower():
        chosen = gazetteer().choose(key)
        return chosen.name if chosen else None
    return found
