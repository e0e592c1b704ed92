"""Where forces are that their sentence does not place: by what the whole report says of the same forces.

While a report is read, a place that is left out is the one named last. Once it is read, it is known where each actor's forces
are said to be in so many words, and that decides: what was only carried over is held against it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.claims.building import Draft
from onrecord.claims.story import Participant
from onrecord.lexicon.missions import missions
from onrecord.lexicon.names import name_index, resolve_name
from onrecord.model import Kind, NameKind, Origin, Report, Span, Step

FORCES = (Kind.FORCE_LEVEL, Kind.FORCE_CHANGE)
CARRIED = (Step.DEFINITE, Step.PRONOUN, Step.STORY, Step.REPORT)
NAMES = re.compile(r"[A-Z][\w-]*(?: (?:of (?:the )?)?[A-Z][\w-]*){0,3}")
WORD = re.compile(r"[A-Z][\w-]*")
CALLED = re.compile(r"\b(?:in|for) ((?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*){0,3})$")
TO_BASES = re.compile(r"\bto (?:\w+ ){0,2}(?:bases|camps|barracks|garrisons|quarters)\b")
SURE = 0.6
OFTEN = 3
"""Times that a text must name a country to be about it."""


@dataclass(frozen=True, slots=True)
class Theatre:
    """A country in which forces are said to be, and the words that say so."""

    country: str
    span: Span


def settle_places(report: Report, drafts: Sequence[Draft]) -> None:
    """Give forces the country that the report puts them in, where their sentence leaves it out or only a carried-over one was found."""
    forces = [draft for draft in drafts if draft.kind in FORCES]
    said: dict[str, list[Theatre]] = {}
    for draft in sorted(forces, key=lambda draft: draft.evidence.begin):
        theatre = _said(draft)
        if theatre is not None:
            said.setdefault(_actor(draft), []).append(theatre)
    about = _about(report, None) if forces else None
    everybody = [theatre for row in said.values() for theatre in row]
    for draft in forces:
        own, whose = _own(draft), said.get(_actor(draft), [])
        if "site" in draft.args and "place" not in draft.args:
            if not _is_told(draft, "site") and "site.country" in draft.ids:
                _put(draft, draft.ids["site.country"], draft.spans["site"], Step.REPORT)
        elif "place" not in draft.args and draft.kind is Kind.FORCE_CHANGE and TO_BASES.search(draft.evidence.cut(report.text)):
            continue  # "is moving troops to larger bases": to where is said, and it is no country
        elif "place" not in draft.args or _is_doubtful(draft, whose, own, about):
            others = [theatre for theatre in everybody if theatre.country != own]
            main = about if about is not None and about.country in {theatre.country for theatre in whose} else None
            found = _named_for(draft) or main or _before(draft, whose) or _most(whose) or _most(others) or _about(report, own)
            if found is not None and found.country != own and not _is_said_later(draft, found):
                _put(draft, found.country, found.span, Step.REPORT)


def _is_said_later(draft: Draft, found: Theatre) -> bool:
    """ "Fewer than 100 troops are in the country, and some are being moved to Germany": "the country" is none that comes after it."""
    origin = draft.origins.get("place")
    through = origin.through if origin is not None and origin.step is Step.DEFINITE else None
    return through is not None and draft.evidence.covers(found.span) and found.span.begin > through.end


def _named_for(draft: Draft) -> Theatre | None:
    """A mission bears the name of where it is: "the United Nations Mission in Liberia"."""
    home = draft.ids.get("actor.country") if _actor(draft) in missions() else None
    if home is not None and "actor" in draft.spans:
        return Theatre(home, draft.spans["actor"])
    called = CALLED.search(_actor(draft))
    name = resolve_name(called[1], kind=NameKind.PLACE) if called else None
    span = draft.spans.get("actor")
    return Theatre(name.country, span) if name is not None and name.country is not None and span is not None else None


def _about(report: Report, own: str | None) -> Theatre | None:
    """The one country of the title that the text names, or the one that it names at least as often as all others together."""
    named = _countries(report.text)
    named.pop(own or "", None)
    titled = [country for country in _countries(report.title or "") if country in named]
    if len(titled) == 1:
        return Theatre(titled[0], named[titled[0]][0])
    ranked = max(named, key=lambda country: len(named[country]), default=None)
    if ranked is None or len(named[ranked]) < OFTEN or 2 * len(named[ranked]) < sum(map(len, named.values())):
        return None
    return Theatre(ranked, named[ranked][0])


def _actor(draft: Draft) -> str:
    return str(draft.args.get("actor", ""))


def _own(draft: Draft) -> str | None:
    """The country of a state's forces, in which they are at home."""
    return draft.ids.get("actor.country") if draft.ids.get("actor", "").startswith("iso3166:") else None


def _said(draft: Draft) -> Theatre | None:
    """The country that the sentence itself puts the forces in."""
    country = draft.ids.get("place.country") or draft.ids.get("site.country")
    span = draft.spans.get("place") or draft.spans.get("site")
    if country is None or span is None or not draft.evidence.covers(span) or country == _own(draft):
        return None
    origin = draft.origins.get("place")
    return Theatre(country, span) if origin is None or origin.step not in CARRIED else None


def _is_told(draft: Draft, name: str) -> bool:
    """Whether words of the sentence say a value, or stand for it."""
    origin = draft.origins.get(name)
    return draft.evidence.covers(draft.spans[name]) or (origin is not None and origin.through is not None)


def _is_doubtful(draft: Draft, said: Sequence[Theatre], own: str | None, about: Theatre | None) -> bool:
    """Whether a place was carried over to forces of which the report says otherwise, or is their own country; the country that the
    whole report is about is beyond doubt."""
    origin, span, country = draft.origins.get("place"), draft.spans.get("place"), draft.ids.get("place.country")
    carried = span is None or not draft.evidence.covers(span) or (origin is not None and origin.step in CARRIED)
    if not carried or country is None:
        return False
    if about is not None and country == about.country != own:
        return False
    return country == own or (bool(said) and all(theatre.country != country for theatre in said))


def _before(draft: Draft, said: Iterable[Theatre]) -> Theatre | None:
    """The last country before the draft."""
    return max((t for t in said if t.span.begin < draft.evidence.begin), key=lambda t: t.span.begin, default=None)


def _most(said: Sequence[Theatre]) -> Theatre | None:
    """The country of which most is said, if that is far more than of any other."""
    ranked = Counter(theatre.country for theatre in said).most_common(1)
    if not ranked or ranked[0][1] < SURE * len(said):
        return None
    return next(theatre for theatre in said if theatre.country == ranked[0][0])


def _countries(text: str) -> dict[str, list[Span]]:
    """Where a text names each country."""
    found: dict[str, list[Span]] = {}
    for words in NAMES.finditer(text):
        parts = [words, *WORD.finditer(text, words.start(), words.end())]
        for part in parts:
            name = resolve_name(part.group(), kind=NameKind.PLACE)
            if name is not None and name.type == "country" and name.country is not None:
                found.setdefault(name.country, []).append(Span(part.start(), part.end()))
                break
    return found


def _put(draft: Draft, country: str | None, span: Span | None, step: Step) -> None:
    state = name_index().states.get(country or "")
    if state is None or span is None:
        return
    draft.drop("place")
    draft.ids.pop("place.country", None)
    draft.put("place", Participant(state.place.canonical, span, state.place, Origin(step)))
