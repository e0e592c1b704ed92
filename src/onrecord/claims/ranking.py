"""Whose forces, and where, in sentences that leave it to the report: all whom and which it names, ranked by the evidence for each.

While a report is read, rules take from the story what was said last. Once it is read, every actor and every place that the report
names is a candidate for such a slot; what speaks for each is weighed (``ranks.toml``), what the rule took among it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import cached_property

from onrecord.claims.building import Draft
from onrecord.claims.namings import Naming, Part, namings_of
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant
from onrecord.lexicon.missions import missions
from onrecord.lexicon.names import name_index
from onrecord.lexicon.ranks import ranks
from onrecord.model import Kind, NameKind, Origin, Step

FORCES = (Kind.FORCE_LEVEL, Kind.FORCE_CHANGE)
CARRIED = (Step.STORY, Step.REPORT)
POINTED = (*CARRIED, Step.DEFINITE, Step.PRONOUN)
TOWNS = ("city", "town", "capital", "village")
COUNTRY = frozenset(["country", "nation"])
NEAR = 2
"""Sentences back in which somebody has just spoken."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Who or where it may be, and how far each piece of evidence speaks for it."""

    who: Participant
    found: Mapping[str, float]

    def weight(self, weights: Mapping[str, float]) -> float:
        """All that speaks for it, weighed."""
        return sum(weights.get(name, 0.0) * value for name, value in self.found.items())


@dataclass(frozen=True, slots=True)
class Choice:
    """A slot that a sentence left out, with its candidates: what ``watched`` shows."""

    draft: Draft
    slot: str
    candidates: tuple[Candidate, ...]


_watching: ContextVar[list[Choice] | None] = ContextVar("watching", default=None)


@contextmanager
def watched() -> Iterator[list[Choice]]:
    """Keep each choice that is made, for those who fit the weights."""
    kept: list[Choice] = []
    token = _watching.set(kept)
    try:
        yield kept
    finally:
        _watching.reset(token)


def rank_actors(drafts: Sequence[Draft], scenes: Sequence[Scene]) -> None:
    """Give forces whose owner their sentence leaves out the one for whom most speaks."""
    _rank("actor", drafts, scenes)


def rank_places(drafts: Sequence[Draft], scenes: Sequence[Scene]) -> None:
    """Give forces that their sentence does not place the place for which most speaks."""
    _rank("place", drafts, scenes)


def _rank(slot: str, drafts: Sequence[Draft], scenes: Sequence[Scene]) -> None:
    left = [draft for draft in drafts if draft.kind in FORCES and _is_left_out(draft, slot)]
    if not left:
        return
    evidence, weights, kept = Evidence(scenes, drafts), ranks()[slot], _watching.get()
    for draft in left:
        candidates = tuple(evidence.actors(draft) if slot == "actor" else evidence.places(draft))
        if kept is not None:
            kept.append(Choice(draft, slot, candidates))
        best = max(candidates, key=lambda candidate: candidate.weight(weights), default=None)
        if best is not None and best.who.text != draft.args.get(slot):
            _put(draft, slot, best.who)


def _is_left_out(draft: Draft, slot: str) -> bool:
    """Whether no word of the sentence says a value, or, of a place, only "there" and the like."""
    if slot not in draft.args:
        return False
    origin, told = draft.origins.get(slot), draft.evidence.covers(draft.spans[slot])
    if origin is not None and origin.through is not None:
        return slot == "place" and not told
    return not told or (origin is not None and origin.step in CARRIED)


def _put(draft: Draft, slot: str, who: Participant) -> None:
    origin = draft.origins.get(slot)
    draft.drop(slot)
    draft.ids.pop(f"{slot}.country", None)
    through = origin.through if origin is not None else None
    draft.put(slot, replace(who, origin=Origin(Step.DEFINITE, through) if through is not None else Origin(Step.REPORT)))


class Evidence:
    """What a report says that tells whose the forces of its claims are, and where."""

    def __init__(self, scenes: Sequence[Scene], drafts: Sequence[Draft]) -> None:
        claiming = {draft.scene.sentence.span for draft in drafts}
        told = [scene for scene in scenes if scene.is_headline or scene.sentence.span in claiming]
        self._numbers = {scene.sentence.span: number for number, scene in enumerate(told)}
        self._names = namings_of(told)
        self._drafts = drafts

    @cached_property
    def _who(self) -> dict[str, list[Naming]]:
        """The namings of each actor, by its name."""
        return _by_text(naming for naming in self._names if not naming.as_place)

    @cached_property
    def _where(self) -> dict[str, list[Naming]]:
        """The namings of each place, by its name."""
        return _by_text(naming for naming in self._names if naming.as_place)

    @cached_property
    def _grounds(self) -> Counter[str]:
        """How often the report puts something in each country."""
        return Counter(n.who.country for n in self._names if n.as_place and n.part is Part.GROUND and n.who.country)

    @cached_property
    def _homes(self) -> Counter[str]:
        """How often it names the people and bodies of each country, but for forces and speakers."""
        others = (n for n in self._names if not n.as_place and n.part not in (Part.FORCE, Part.SPEAKER))
        return Counter(n.who.country for n in others if n.who.country)

    @cached_property
    def _told(self) -> list[tuple[int, str]]:
        """Where claims tell in so many words whose forces they are, and whose."""
        named = (d for d in self._drafts if d.kind in FORCES and "actor" in d.args and _is_said(d, "actor"))
        return sorted((d.spans["actor"].end, str(d.args["actor"])) for d in named)

    def actors(self, draft: Draft) -> Iterator[Candidate]:
        """Each whom the report names, and the one that the draft has, with what speaks for each."""
        number, words = self._numbers.get(draft.scene.sentence.span, 0), draft.spans["trigger"]
        forces = Counter(
            n.who.text for n in self._names if n.part is Part.FORCE and not n.as_place and n.is_before(number, words)
        )
        told = next((who for end, who in reversed(self._told) if end <= words.begin), None)
        grounds = self._grounds.total() or 1
        for who, names in self._with(draft, "actor", self._who):
            of_union = who.text in missions()
            yield Candidate(
                who,
                {
                    "now": float(who.text == draft.args.get("actor")),
                    "told_last": float(who.text == told),
                    "force_before": float(any(n.scene == number - 1 and n.part is Part.FORCE for n in names)),
                    "subject_here": float(any(n.scene == number and n.part in (Part.SUBJECT, Part.SPEAKER) for n in names)),
                    "named_here": float(any(n.scene == number and n.part is Part.OTHER for n in names)),
                    "speaker": float(any(n.part is Part.SPEAKER and number - NEAR <= n.scene <= number for n in names)),
                    "share": forces[who.text] / (forces.total() or 1),
                    "ground": 0.0 if of_union else self._grounds[who.country or ""] / grounds,
                    "mission": float(of_union),
                },
            )

    def places(self, draft: Draft) -> Iterator[Candidate]:
        """Each place that the report names, the country of each, and the one that the draft has, with what speaks for each."""
        number, words = self._numbers.get(draft.scene.sentence.span, 0), draft.spans["trigger"]
        before = [n for n in self._names if n.as_place and n.part is Part.GROUND and n.is_before(number, words)]
        own = draft.ids.get("actor.country") if draft.args.get("actor") not in missions() else None
        homes, grounds = self._homes.total() or 1, self._grounds.total() or 1
        for who, names in self._with(draft, "place", self._where | self._countries):
            country, kind = who.country or "", who.name.type if who.name is not None else None
            whole = kind == "country"
            yield Candidate(
                who,
                {
                    "now": float(who.text == draft.args.get("place")),
                    "last_ground": float(bool(before) and before[-1].who.text == who.text),
                    "here": float(any(n.scene == number and n.is_before(number, words) for n in names)),
                    "head": float(any(n.scene == 0 for n in names)),
                    "homes": self._homes[country] / homes if whole and country != own else 0.0,
                    "share": self._grounds[country] / grounds,
                    "town": float(kind in TOWNS),
                    "own": float(own is not None and country == own),
                },
            )

    @cached_property
    def _countries(self) -> dict[str, list[Naming]]:
        """The countries of all whom and which the report names."""
        found: dict[str, list[Naming]] = {}
        for naming in self._names:
            state = name_index().states.get(naming.who.country or "")
            if state is not None and state.place.canonical not in self._where:
                whole = replace(naming.who, text=state.place.canonical, name=state.place)
                found.setdefault(state.place.canonical, [replace(naming, who=whole, part=Part.OTHER, scene=-1)])
        return found

    def _with(self, draft: Draft, slot: str, known: Mapping[str, list[Naming]]) -> Iterator[tuple[Participant, list[Naming]]]:
        """The candidates with their namings; the draft's own value is one, whether or not a name stands for it. What "the country"
        stands for is a country."""
        now = str(draft.args[slot])
        through = draft.origins[slot].through if slot in draft.origins else None
        pointed = (
            draft.scene.sentence.text[through.begin - draft.evidence.begin : through.end - draft.evidence.begin]
            if through
            else ""
        )
        whole = pointed.lower().split()[-1:] and pointed.lower().split()[-1] in COUNTRY
        if now not in known:
            yield Participant(now, draft.spans[slot]), []
        for text, names in known.items():
            who = names[0].who
            if whole and text != now and (who.name is None or who.name.type != "country"):
                continue
            yield who, names


def _by_text(names: Iterator[Naming]) -> dict[str, list[Naming]]:
    found: dict[str, list[Naming]] = {}
    for naming in names:
        if naming.who.name is not None and naming.who.name.kind is not NameKind.PERSON:
            found.setdefault(naming.who.text, []).append(naming)
    return found


def _is_said(draft: Draft, slot: str) -> bool:
    """Whether the sentence itself says a value."""
    origin, span = draft.origins.get(slot), draft.spans.get(slot)
    return span is not None and draft.evidence.covers(span) and (origin is None or origin.step not in POINTED)
