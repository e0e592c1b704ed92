"""What a report has said so far: whom its pronouns and definite phrases mean, and where it is about."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from onrecord.finders.attributions import Quotes, find_attributions
from onrecord.lexicon.missions import missions
from onrecord.lexicon.names import name_index
from onrecord.model import Attribution, Mention, Name, Origin, Report, Span, Step, Time
from onrecord.nlp import Sentence

ON_FOOT = re.compile(
    r"\b(?:suicide (?:car |truck )?bomb|car[- ]bomb|truck[- ]bomb|roadside bomb|explosive (?:vest|belt))", re.IGNORECASE
)
WARPLANES = re.compile(
    r"\b(?:bomber (?:jet|plane|aircraft)|fighter-bomber|warplane|stealth bomber|strategic bomber|B-(?:1|2|52)|Tu-\d)",
    re.IGNORECASE,
)
LONG_AGO = 350
"""Characters after which a place that was named once gives way to the one that the whole report is about."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Who or where, as a claim's arg: the text, where it stands in the report, the known name behind it, and, where other words
    stand for it here, how it was found."""

    text: str
    span: Span
    name: Name | None = None
    origin: Origin | None = field(default=None, compare=False)

    def by(self, step: Step, through: Span) -> Participant:
        """The same, found by way of other words."""
        return replace(self, origin=Origin(step, through))

    @property
    def id(self) -> str | None:
        """The id of the known name."""
        return self.name.id if self.name else None

    @property
    def country(self) -> str | None:
        """The ISO 3166 code of the country that a known place or site lies in."""
        return self.name.country if self.name else None


@dataclass(frozen=True, slots=True)
class SiteAct:
    """What was last said to have been done with a base, by whom and for whom: list items and "Tessalit followed" repeat it."""

    action: str
    actor: Participant | None
    recipient: Participant | None


@dataclass(frozen=True, slots=True)
class Incident:
    """What a report is telling of: where and on which day (with its words), as far as it has said, and where that sentence ends."""

    place: Participant | None
    time: tuple[Time, Span] | None
    end: int


@dataclass(frozen=True, slots=True)
class Focus:
    """Whose forces a report is about, and in which country, where it is plainly about one; ``loose``: the country is only that of the
    groups and governments named in it."""

    actor: Participant | None = None
    place: Participant | None = None
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose forces a question asks the number of, and where; and where the question stands: "How many soldiers are in Chad?"."""

    actor: Participant | None
    places: tuple[Participant, ...]
    span: Span


@dataclass(slots=True)
class Story:
    """The running context of one report, filled sentence by sentence; each field holds the last one mentioned."""

    report: Report
    subject: Participant | None = None
    actor: Participant | None = None
    force_actor: Participant | None = None
    mission: Participant | None = None
    person: Participant | None = None
    someone: Participant | None = None
    sought: Participant | None = None
    """Whom the report brought in last by what he is ("in search of a courier"): "the targeted individual" after it."""
    place: Participant | None = None
    force_place: Participant | None = None
    force_before: tuple[int, Participant | None] = (-1, None)
    force_way: str | None = None
    forces_until: int | None = None
    spoken_until: int | None = None
    """Where the last sentence ends that has a word for forces, whatever it says of them."""
    plural_until: int | None = None
    """Where the last sentence ends whose last plural subject is forces, for whom "they" in the next one may stand."""
    site: Participant | None = None
    site_act: SiteAct | None = None
    attacker: Participant | None = None
    target: Participant | None = None
    weapon: tuple[str, int] | None = None
    """The last weapon of which the report told how many were fired, and where its word ends."""
    donor: Participant | None = None
    recipient: Participant | None = None
    gift_until: int | None = None
    """Where the last sentence ends that told of a gift with both its sides."""
    helped: list[str] = field(default_factory=list)
    town: Participant | None = None
    """The last town that changed hands."""
    sanctioner: Participant | None = None
    sanctioned: Participant | None = None
    pact: tuple[Participant, ...] = ()
    pact_type: str | None = None
    attack_until: int = -1
    """Where the last sentence that told of an attack ends."""
    pact_end: int = -1
    met: tuple[Participant, ...] = ()
    seen_roles: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    country: Participant | None = None
    government: Participant | None = None
    sentences: Sequence[Sentence] = ()
    affiliations: dict[str, Participant] = field(default_factory=dict)
    incident: Incident | None = None
    asked: Asked | None = None
    asking: bool = False
    """Whether what a question asks is being read, because the sentence after it answers."""
    focus: Focus = field(default_factory=Focus)
    _on_foot: bool | None = None
    _quotes: Quotes | None = None
    _attributions: tuple[Mention[Attribution], ...] | None = None

    @property
    def attributions(self) -> tuple[Mention[Attribution], ...]:
        """Who says what in the whole report; found when first asked for."""
        if self._attributions is None:
            self._attributions = tuple(find_attributions(self.sentences, self.report.text))
        return self._attributions

    def attributions_around(self, spans: Collection[Span]) -> tuple[Mention[Attribution], ...]:
        """Who says what around some words of the report; what more is found does no harm."""
        if self._attributions is not None or not spans:
            return self._attributions or ()
        return tuple(find_attributions(self.sentences, self.report.text, around=spans))

    @property
    def quotes(self) -> Quotes:
        """The report's words in quotation marks."""
        if self._quotes is None:
            self._quotes = Quotes(self.report.text)
        return self._quotes

    @property
    def has_bombers_on_foot(self) -> bool:
        """Whether its bombers are people with bombs, and no aircraft."""
        if self._on_foot is None:
            self._on_foot = ON_FOOT.search(self.report.text) is not None and WARPLANES.search(self.report.text) is None
        return self._on_foot

    @property
    def whose_forces(self) -> Participant | None:
        """Whose forces a number or move without an owner is of: the last whose forces moved or stood, else the report's, else the
        mission's that it names."""
        sent = self.mission if self.mission is not None and self.mission.text in missions() else None
        return self.force_actor or self.focus.actor or sent

    def keep_force_actor(self, actor: Participant | None, sentence: int) -> None:
        """Keep whose forces a sentence speaks of; of several in one sentence, of which none is meant by "the force" after it, whoever
        was meant before."""
        if actor is None:
            return
        begin, before = self.force_before
        if begin != sentence:
            self.force_before = (sentence, self.force_actor)
        elif self.force_actor is not None and actor.text != self.force_actor.text and before is not None:
            self.force_actor = before
            return
        self.force_actor = actor

    def _is_long_ago(self, place: Participant) -> bool:
        """Whether forces were spoken of further without that place being named again."""
        return self.forces_until is not None and self.forces_until - place.span.end > LONG_AGO

    @property
    def is_placed(self) -> bool:
        """Whether the report has said in so many words where forces are."""
        return self.where_forces is not None and (self.force_place is not None or not self.focus.loose)

    @property
    def where_forces(self) -> Participant | None:
        """Where forces are that no sentence places: the country of the last ones that had a place, else the one the report is about.

        A town stands for its country there: "France withdrew from Kirkuk … Britain has brought its contingent home" is from Iraq.
        """
        last = self.force_place
        if last is not None and self._is_long_ago(last) and self.focus.place is not None and not self.focus.loose:
            return self.focus.place
        if last is None or last.name is None or last.name.type in ("country", "region"):
            return last or self.focus.place
        if self.focus.place is not None and self.focus.place.country in (last.country, None):
            return self.focus.place
        division = last.text.lower().endswith(("province", "district", "governorate"))
        if last.name.type not in ("city", "town", "capital", "village") and not division:
            return last
        state = name_index().states.get(last.country or "")
        return Participant(state.place.canonical, last.span, state.place) if state is not None else last
