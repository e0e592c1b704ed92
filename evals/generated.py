"""Reports with typed claims, made up by chance from a seed: as many as wanted, shaped as news is, for measuring the ledger alone.

Some ten claims a report; half of them statements. Who takes part and where follow Zipf's law: a few powers and wars are in every
other report, most names in few. Facts are told by several reports, numbers change over the years, plans have deadlines.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from typing import TypeVar

from onrecord.lexicon.gazetteer import gazetteer
from onrecord.lexicon.names import name_index
from onrecord.model import (
    Arg,
    Claim,
    Frozen,
    Kind,
    Location,
    Name,
    NameKind,
    Origin,
    Quantity,
    Report,
    Span,
    Status,
    Step,
    Time,
    TimeType,
)

T = TypeVar("T")
FIRST, DAYS = date(2011, 1, 1), 3652
MOST_ACTORS, TOWNS_OF_A_COUNTRY = 600, 12
RETOLD = 0.3
"""How often a claim repeats a fact that earlier reports told."""
SHARES = {
    Kind.STATEMENT: 45, Kind.ATTACK: 12, Kind.CASUALTIES: 9, Kind.ROLE: 8, Kind.FORCE_CHANGE: 5, Kind.FORCE_LEVEL: 4,
    Kind.ASSISTANCE: 4, Kind.TERRITORY: 3, Kind.AGREEMENT: 3, Kind.SITE: 2, Kind.THREAT: 2, Kind.SANCTION: 1, Kind.MEETING: 1,
    Kind.ORGANIZATION: 1,
}  # fmt: skip
STATUSES = {Status.ACTUAL: 85, Status.PLANNED: 8, Status.CONDITIONAL: 1, Status.POSSIBLE: 4, Status.DENIED: 2}
OUTLETS = tuple(f"{place} {paper}" for paper in ("Courier", "Post", "Wire", "Herald") for place in (
    "North", "Harbour", "Valley", "Capital", "Border", "Island", "Evening", "River", "Hill", "Coast",
))  # fmt: skip
COMMON = tuple(
    "the of in and to a on after near with by from at over before under along amid despite during fighting talks police market "
    "river road review mission plan support protests capital border aid winter soldiers villagers bridge convoy checkpoint".split()
)
VOCABULARY = 6000
OFFICES = ("spokesman", "defence minister", "governor", "commander", "foreign minister", "envoy")


@dataclass(frozen=True, slots=True)
class World:
    """Who and where: actors and countries from the most to the least told of, towns by country, people who speak; words to fill in."""

    actors: tuple[Name, ...]
    countries: tuple[Name, ...]
    towns: dict[str, tuple[Name, ...]]
    people: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(slots=True)
class Story:
    """What a report is about: where, who is at it, and what earlier reports told that it may tell again."""

    chance: random.Random
    day: date
    place: Name
    actors: tuple[Name, ...]
    told: list[Draft] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before its sentence has a place: ``names`` are the args that name somebody or somewhere."""

    kind: Kind
    names: dict[str, tuple[Name, ...]]
    args: dict[str, str]
    quantity: Quantity | None
    time: Time | None
    status: Status
    sentence: str


@cache
def world() -> World:
    """The names, drawn from the lexicon and shuffled by a fixed seed; what is told of most stays in front."""
    chance = random.Random(6)
    index = name_index()
    listed = {entry.name.canonical: entry.name for entries in index.by_key.values() for entry in entries}
    others = [name for name in listed.values() if name.kind is NameKind.ACTOR and name.id]
    states = [name for name in others if name.id and name.id.startswith("iso3166:")]
    chance.shuffle(others)
    leading = [
        name for key in ("US", "RU", "SY", "UA", "IL", "IR", "TR", "FR", "GB", "CN") for name in states if name.country == key
    ]
    actors = tuple(dict.fromkeys([*leading[:10], *others]))[:MOST_ACTORS]
    countries = [place for state in index.states.values() if (place := state.place).id]
    chance.shuffle(countries)
    order = ("IQ", "UA", "SY", "AF", "YE", "SO", "ML", "LY", "NG", "SD")
    countries.sort(key=lambda place: order.index(place.country) if place.country in order else len(order))
    people = [f"{first} {last}" for first in _names(chance, 60) for last in _names(chance, 50)]
    chance.shuffle(people)
    words = (*COMMON, *dict.fromkeys(name.lower() for name in _names(chance, VOCABULARY)))
    return World(actors, tuple(countries), _towns(), tuple(people), words)


def generate(reports: int, *, seed: int = 1) -> Iterator[tuple[Report, list[Claim]]]:
    """So many reports with their claims, in no order of time; the same for the same seed."""
    chance = random.Random(seed)
    past: dict[str, list[Draft]] = {}
    for number in range(reports):
        place = _zipf(chance, world().countries)
        day = FIRST + timedelta(days=int(DAYS * number / reports))
        told = past.setdefault(place.canonical, [])
        story = Story(chance, day, place, (*_regulars(place), _zipf(chance, world().actors)), told)
        drafts = [_retold(story) or _draft(story) for _ in range(max(1, round(chance.gauss(10, 4))))]
        told += [draft for draft in drafts if draft.kind is not Kind.STATEMENT]
        del told[:-40]
        yield _written(number, story, drafts)


def _written(number: int, story: Story, drafts: Sequence[Draft]) -> tuple[Report, list[Claim]]:
    """The report of these drafts, and each draft as a claim of its sentence."""
    chance = story.chance
    text, spans = "", []
    for draft in drafts:
        begin = len(text) + (1 if text else 0)
        text += (" " if text else "") + draft.sentence
        spans.append(Span(begin, len(text)))
    id = f"g{number:07d}"
    report = Report(
        id,
        text,
        title=f"Report {number} from {story.place.canonical}",
        published=None if chance.random() < 0.01 else story.day.isoformat(),
        outlet=_zipf(chance, OUTLETS),
        url=f"https://news.example/{number}",
    )
    return report, [_claim(id, draft, span, chance) for draft, span in zip(drafts, spans, strict=True)]


def _claim(doc: str, draft: Draft, span: Span, chance: random.Random) -> Claim:
    args: dict[str, Arg] = dict(draft.args)
    ids: dict[str, str] = {}
    locations: dict[str, Location] = {}
    for arg, names in draft.names.items():
        many = arg == "parties"
        args[arg] = tuple(name.canonical for name in names) if many else names[0].canonical
        for position, name in enumerate(names):
            key = f"{arg}.{position}" if many else arg
            ids |= ({key: name.id} if name.id else {}) | ({f"{key}.country": name.country} if name.country else {})
            if arg in ("place", "site") and name.location:
                locations[arg] = name.location
    found = {name: _within(span, chance) for name in (*args, "trigger")}
    source = args.get("speaker") or (_zipf(chance, world().people) if chance.random() < 0.3 else None)
    return Claim(
        doc, draft.kind, span, Frozen(args), draft.quantity, draft.time,
        status=draft.status,
        source=source if isinstance(source, str) and draft.kind is not Kind.STATEMENT else None,
        rule=draft.kind.value,
        spans=Frozen(found),
        ids=Frozen(ids),
        locations=Frozen(locations),
        confidence=round(chance.betavariate(6, 2), 2),
        weighed=Frozen({"clause": 0.412, "time": -0.231, "office": 0.885}),
        origins=Frozen({name: Origin(chance.choice((Step.CLAUSE, Step.TRIGGER, Step.STORY))) for name in args}),
    )  # fmt: skip


def _within(span: Span, chance: random.Random) -> Span:
    begin = chance.randrange(span.begin, span.end - 1)
    return Span(begin, min(span.end, begin + chance.randint(3, 12)))


def _retold(story: Story) -> Draft | None:
    """Something that an earlier report told of the place, in other words."""
    if not story.told or story.chance.random() > RETOLD:
        return None
    draft = story.chance.choice(story.told)
    words = draft.sentence if story.chance.random() < 0.2 else _sentence(story, draft.kind, draft.names, draft.quantity)
    return Draft(draft.kind, draft.names, draft.args, draft.quantity, draft.time, draft.status, words)


def _draft(story: Story) -> Draft:
    chance = story.chance
    kind = chance.choices(list(SHARES), list(SHARES.values()))[0]
    names, args, quantity = MAKERS[kind](story)
    status = (
        Status.ACTUAL if kind in (Kind.STATEMENT, Kind.ROLE) else chance.choices(list(STATUSES), list(STATUSES.values()))[0]
    )
    time = _time(story, status) if kind not in (Kind.STATEMENT, Kind.ROLE) else None
    return Draft(kind, names, args, quantity, time, status, _sentence(story, kind, names, quantity))


def _time(story: Story, status: Status) -> Time | None:
    """Plans look ahead and mostly have a deadline; what happened did so lately, or in a month or year, or nobody says when."""
    chance, day = story.chance, story.day
    if status in (Status.PLANNED, Status.CONDITIONAL):
        if chance.random() < 0.25:
            return None
        end = day + timedelta(days=int(chance.expovariate(1 / 150)) + 3)
        written = end.isoformat() if chance.random() < 0.6 else end.isoformat()[:7]
        return Time(f"by {written}", None, written, TimeType.DEADLINE)
    kind = chance.random()
    if kind < 0.4:
        return None
    if kind < 0.47:
        since = day - timedelta(days=chance.randint(30, 1500))
        return Time(f"since {since.year}", str(since.year), None, TimeType.DURATION)
    then = day - timedelta(days=int(chance.expovariate(1 / 8)))
    written = then.isoformat() if kind < 0.9 else then.isoformat()[:7]
    return Time(f"on {written}", written, written)


Made = tuple[dict[str, tuple[Name, ...]], dict[str, str], Quantity | None]


def _where(story: Story) -> tuple[Name, ...]:
    """The country, or every other time one of its towns."""
    towns = world().towns.get(story.place.country or "", ())
    return (_zipf(story.chance, towns) if towns and story.chance.random() < 0.5 else story.place,)


def _who(story: Story) -> tuple[Name, ...]:
    return (_zipf(story.chance, story.actors),)


def _state(story: Story) -> tuple[Name, ...]:
    return (story.place,)


def _number(story: Story, *, most: int) -> int:
    """News gives round numbers, and small ones more often."""
    number = int(story.chance.paretovariate(0.9))
    return min(most, number * (1 if number < 30 else 10))


def _level(story: Story) -> Made:
    quantity = Quantity(value=50 * _number(story, most=4000), unit="personnel", approx=story.chance.random() < 0.3)
    return {"actor": _who(story), "place": _where(story)}, {}, quantity


def _change(story: Story) -> Made:
    way, number = story.chance.choice(("increase", "decrease")), 50 * _number(story, most=1000)
    quantity = (
        Quantity(to=number, unit="personnel") if story.chance.random() < 0.4 else Quantity(delta=number, unit="personnel")
    )
    return {"actor": _who(story), "place": _where(story)}, {"direction": way}, quantity


def _site(story: Story) -> Made:
    camp = f"Camp {_zipf(story.chance, world().people).split()[1]} {story.chance.randint(1, 40)}"
    action = story.chance.choice(("handed_over", "vacated", "closed", "opened", "seized"))
    return {"actor": _who(story), "place": _where(story)}, {"site": camp, "action": action}, None


def _assistance(story: Story) -> Made:
    action = story.chance.choice(("pledged", "provided", "provided", "sold"))
    money = Quantity(value=1_000_000 * _number(story, most=5000), unit="USD")
    return {"donor": _who(story), "recipient": _state(story)}, {"action": action}, money


def _attack(story: Story) -> Made:
    mode = story.chance.choice(("airstrike", "rocket", "bombing", "shooting", "drone", "shelling"))
    strikes = Quantity(value=_number(story, most=60), unit="strike") if story.chance.random() < 0.3 else None
    return {"attacker": _who(story), "target": _who(story), "place": _where(story)}, {"mode": mode}, strikes


def _casualties(story: Story) -> Made:
    args = {"outcome": story.chance.choice(("killed", "killed", "wounded", "captured", "displaced")), "victims": "soldiers"}
    dead = Quantity(value=_number(story, most=5000), unit="person")
    return {"perpetrator": _who(story), "place": _where(story)}, args, dead


def _territory(story: Story) -> Made:
    return {"actor": _who(story), "place": _where(story)}, {"action": story.chance.choice(("taken", "lost", "held"))}, None


def _agreement(story: Story) -> Made:
    args = {
        "type": story.chance.choice(("ceasefire", "agreement")),
        "action": story.chance.choice(("announced", "signed", "violated", "ended")),
    }
    return {"parties": (*_who(story), story.place)}, args, None


def _threat(story: Story) -> Made:
    return {"actor": _who(story), "target": _who(story)}, {"act": "attack"}, None


def _sanction(story: Story) -> Made:
    return {"actor": _who(story), "target": _state(story)}, {"action": "imposed"}, None


def _meeting(story: Story) -> Made:
    return {"parties": (*_who(story), *_who(story)), "place": _where(story)}, {}, None


def _role(story: Story) -> Made:
    args = {"person": _zipf(story.chance, world().people), "role": story.chance.choice(OFFICES)}
    return {"organization": _who(story)}, args, None


def _organization(story: Story) -> Made:
    return {"organization": _who(story), "member": _who(story)}, {"action": story.chance.choice(("formed", "joined"))}, None


def _statement(story: Story) -> Made:
    speaker = _zipf(story.chance, world().people) if story.chance.random() < 0.6 else _who(story)[0].canonical
    return {}, {"speaker": speaker, "cue": "said", "content": _phrase(story.chance, 9), "mode": "indirect"}, None


MAKERS: dict[Kind, Callable[[Story], Made]] = {
    Kind.FORCE_LEVEL: _level, Kind.FORCE_CHANGE: _change, Kind.SITE: _site, Kind.ASSISTANCE: _assistance, Kind.ATTACK: _attack,
    Kind.CASUALTIES: _casualties, Kind.TERRITORY: _territory, Kind.AGREEMENT: _agreement, Kind.THREAT: _threat,
    Kind.SANCTION: _sanction, Kind.MEETING: _meeting, Kind.ROLE: _role, Kind.ORGANIZATION: _organization, Kind.STATEMENT: _statement,
}  # fmt: skip


def _sentence(story: Story, kind: Kind, names: dict[str, tuple[Name, ...]], quantity: Quantity | None) -> str:
    named = " and ".join(name.canonical for several in names.values() for name in several) or story.place.canonical
    number = next(iter(quantity.numbers.values())) if quantity else _zipf(story.chance, world().words)
    return f"{named} {kind.value.replace('_', ' ')} {number} {_phrase(story.chance, story.chance.randint(6, 14))}."


def _phrase(chance: random.Random, length: int) -> str:
    words = world().words
    return " ".join(chance.choices(words, cum_weights=_ranks(len(words)), k=length))


@cache
def _regulars(place: Name) -> tuple[Name, ...]:
    """Who is at it there, always the same: the state, a few from far away, and some of the country's own."""
    actors, own = world().actors, random.Random(place.canonical)
    home = [name for name in actors if name.country == place.country]
    state = [name for name in home if name.id == place.id]
    return tuple(dict.fromkeys([*actors[:1], *state, *home[:6], *(_zipf(own, actors) for _ in range(20))]))


def _zipf(chance: random.Random, ranked: Sequence[T]) -> T:
    """One of these, those in front the most often, by the law of Zipf and Mandelbrot."""
    ranks = _ranks(len(ranked))
    return ranked[bisect(ranks, chance.random() * ranks[-1], 0, len(ranked) - 1)]


@cache
def _ranks(length: int) -> list[float]:
    return list(accumulate(1 / (rank + 1.5) for rank in range(1, length + 1)))


def _towns() -> dict[str, tuple[Name, ...]]:
    """The greatest towns of each country."""
    found: dict[str, list[Name]] = {}
    towns = {place.id: place for places in gazetteer().places.values() for place in places if place.type in ("city", "town")}
    for town in sorted(towns.values(), key=lambda town: (-town.population, town.id)):
        of_country = found.setdefault(town.country, [])
        if len(of_country) < TOWNS_OF_A_COUNTRY:
            of_country.append(town.name)
    return {country: tuple(names) for country, names in found.items()}


def _names(chance: random.Random, number: int) -> list[str]:
    """Names of nobody."""
    parts = ("ba", "do", "ke", "li", "mo", "na", "ra", "su", "ti", "ve")
    return ["".join(chance.choices(parts, k=3)).title() for _ in range(number)]
