"""On how many origins a fact rests: its entries by what they go back to, told from the entries alone.

Reports that carry the same words, that lean on the same agency, that pass on the same words of the same speaker, or in which one outlet
says it again are one origin. A
report that adds a sentence of its own to copy has that sentence for an origin of its own: the words of each claim decide.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import combinations, pairwise

from onrecord.ledger.clock import known_since
from onrecord.ledger.credits import name_key, outlet_key
from onrecord.ledger.echoes import shingles_of, words_of
from onrecord.ledger.keys import fold, lexicon_name
from onrecord.lexicon.agencies import agency_named
from onrecord.model import Entry, Fact, Kind, OriginGroup, Tie

TELLING = 8
"""Words of a sentence that two outlets do not write by chance."""
NEAR, SAID = 7, 3
"""Days within which a sentence is carried on, and within which a speaker's words are."""
EDITED, REPEATED = 0.3, 0.4
"""Part of the pairs of words that the shorter sentence shares with the other: in the same copy, and from the same speaker."""
LIKELY = 0.85
"""The same in reports that nothing else ties."""
MOST = 40
"""Different sentences of a fact that are compared each with each."""


@dataclass(frozen=True, slots=True)
class _Voice:
    """An entry as it is compared with others."""

    entry: Entry
    words: tuple[str, ...]
    pairs: frozenset[str]
    said: frozenset[str]
    family: str
    day: int | None
    speaker: str | None
    agency: str | None
    own: str | None
    house: str | None
    is_copy: bool


def with_origins(fact: Fact) -> Fact:
    """The fact with its entries by origin."""
    return replace(fact, origins=origins_of(fact.entries)) if len(fact.entries) > 1 and not fact.origins else fact


def origins_of(entries: Sequence[Entry]) -> tuple[OriginGroup, ...]:
    """The entries of a fact by origin, in their order, each group with what ties it; one report alone is tied by nothing."""
    if len({entry.report.id for entry in entries}) == 1:
        return (OriginGroup(tuple(entries)),)
    groups = _Groups(entries)
    voices = [_voice(entry) for entry in entries]
    for bucket, test, tie in _questions(voices):
        for one, other in bucket:
            if test(one, other):
                groups.join(one.entry, other.entry, tie)
    return groups.told()


class _Groups:
    """Entries that are joined as ties are found; the entries of one report are joined from the start."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._parent = {entry.report.id: entry.report.id for entry in entries}
        self._ties: list[tuple[str, Tie]] = []

    def join(self, one: Entry, other: Entry, tie: Tie) -> None:
        mine, theirs = self._root(one.report.id), self._root(other.report.id)
        self._parent[theirs] = mine
        if one.report.id != other.report.id:
            self._ties.append((one.report.id, tie))

    def told(self) -> tuple[OriginGroup, ...]:
        found: dict[str, list[Entry]] = {}
        for entry in self._entries:
            found.setdefault(self._root(entry.report.id), []).append(entry)
        ties: dict[str, set[Tie]] = {}
        for report, tie in self._ties:
            ties.setdefault(self._root(report), set()).add(tie)
        return tuple(
            OriginGroup(tuple(group), tuple(sorted(ties.get(root, ()), key=list(Tie).index))) for root, group in found.items()
        )

    def _root(self, id: str) -> str:
        while self._parent[id] != id:
            self._parent[id] = id = self._parent[self._parent[id]]
        return id


Pairs = Iterable[tuple[_Voice, _Voice]]


def _questions(voices: list[_Voice]) -> Iterator[tuple[Pairs, Callable[[_Voice, _Voice], bool], Tie]]:
    """What is asked of which pairs, so that a fact of hundreds of reports is told in little time."""
    yield _neighbours(voices, lambda voice: voice.words), _carry_on, Tie.TEXT
    apart = _each_once(voices)
    yield _within(apart, lambda voice: voice.family), _is_edited, Tie.TEXT
    if len(apart) <= MOST:
        yield combinations(apart, 2), _is_likely, Tie.TEXT
    yield _neighbours(voices, lambda voice: voice.agency), _near(NEAR), Tie.AGENCY
    yield _neighbours(voices, lambda voice: voice.house), _copies, Tie.AGENCY
    yield _neighbours(voices, lambda voice: voice.own), lambda one, other: True, Tie.OUTLET
    yield _within(apart, lambda voice: (voice.speaker or "").split(" ")[-1]), _says_again, Tie.SPEAKER


def _within(voices: list[_Voice], key: Callable[[_Voice], Hashable]) -> Iterator[tuple[_Voice, _Voice]]:
    """All pairs that share a key."""
    for bucket in _buckets(voices, key):
        yield from combinations(bucket[:MOST], 2)
        yield from zip(bucket[MOST - 1 :], bucket[MOST:], strict=False)


def _neighbours(voices: list[_Voice], key: Callable[[_Voice], Hashable]) -> Iterator[tuple[_Voice, _Voice]]:
    """Pairs that share a key and follow one another in time: enough where whatever is near is tied."""
    for bucket in _buckets(voices, key):
        yield from pairwise(bucket)


def _buckets(voices: list[_Voice], key: Callable[[_Voice], Hashable]) -> Iterable[list[_Voice]]:
    found: dict[Hashable, list[_Voice]] = {}
    for voice in sorted(voices, key=lambda voice: (voice.day is None, voice.day)):
        if kept := key(voice):
            found.setdefault(kept, []).append(voice)
    return found.values()


def _each_once(voices: list[_Voice]) -> list[_Voice]:
    """Of what says the same in the same family and with the same speaker, one."""
    return list({(voice.words, voice.said, voice.family, voice.speaker): voice for voice in voices}.values())


def _carry_on(one: _Voice, other: _Voice) -> bool:
    """Whether two reports have the same sentence because one took it from the other, or both from a third."""
    return one.family == other.family or (len(one.words) >= TELLING and _are_near(one, other, NEAR))


def _is_edited(one: _Voice, other: _Voice) -> bool:
    return _alike(one.pairs, other.pairs) >= EDITED


def _is_likely(one: _Voice, other: _Voice) -> bool:
    return (
        min(len(one.words), len(other.words)) >= TELLING
        and _are_near(one, other, NEAR)
        and _alike(one.pairs, other.pairs) >= LIKELY
    )


def _says_again(one: _Voice, other: _Voice) -> bool:
    names = sorted((one.speaker or "", other.speaker or ""), key=len)
    same = names[0] == names[1] or names[1].endswith(f" {names[0]}")
    return same and _are_near(one, other, SAID) and _alike(one.said, other.said) >= REPEATED


def _copies(one: _Voice, other: _Voice) -> bool:
    """Whether one report credits the outlet of the other, or both credit a third."""
    return (one.is_copy or other.is_copy) and _are_near(one, other, NEAR)


def _near(days: int) -> Callable[[_Voice, _Voice], bool]:
    return lambda one, other: _are_near(one, other, days)


def _are_near(one: _Voice, other: _Voice, days: int) -> bool:
    """Whether both were published within so many days; what is undated may have been."""
    return one.day is None or other.day is None or abs(one.day - other.day) <= days


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Which part of the shorter one's pairs of words the other has as well."""
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer else 0.0


def _voice(entry: Entry) -> _Voice:
    claim, card = entry.claim, entry.report
    name = claim.arg("speaker") if claim.kind is Kind.STATEMENT else claim.source
    content = claim.arg("content") if claim.kind is Kind.STATEMENT else None
    words = words_of(entry.words)
    pairs = shingles_of(words, 2)
    agency = agency_named(name) if name else None
    home = agency_named((card.outlet or "").split(" (", maxsplit=1)[0])
    credited = name_key(card.agency) if card.agency and name_key(card.agency) != outlet_key(card.outlet) else None
    return _Voice(
        entry,
        words,
        pairs,
        shingles_of(words_of(content), 2) if content else pairs,
        card.origin or card.id,
        date.fromisoformat(known_since(card)).toordinal() if card.published else None,
        None if agency or not name else speaker_key(name),
        (name_key(agency) if agency else None) or credited or (name_key(home) if home else None),
        fold(card.outlet) if card.outlet and not name else None,
        credited or outlet_key(card.outlet),
        credited is not None,
    )


@lru_cache(maxsize=20_000)
def speaker_key(name: str) -> str:
    """One key for all ways in which the lexicon knows a speaker's name, else the name as it is compared.

    >>> speaker_key("the Pentagon") == speaker_key("Pentagon"), speaker_key("Ellen Corrigan")
    (True, 'ellen corrigan')
    """
    known = lexicon_name("actor", name)
    return (known.id if known is not None and known.id else None) or fold(name)
