"""Who is on the record, and what each said when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from onrecord.errors import UnknownName
from onrecord.ledger.clock import Day, asked_day, known_since, when
from onrecord.ledger.facts import order_of
from onrecord.ledger.filters import FIRST, LAST, Filters
from onrecord.ledger.keys import fold
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.names import names_of, near, values_of
from onrecord.ledger.origins import speaker_key
from onrecord.model import Entry, Kind, Office, Said, Span, Speaker, Statements

SHOWN = 5
"""Speakers that an error names where a part of a name fits several."""


@dataclass(slots=True)
class _Heard:
    """What one speaker said, as it is gathered."""

    names: Counter[str] = field(default_factory=Counter)
    said: list[Entry] = field(default_factory=list)
    claims: list[Entry] = field(default_factory=list)

    @property
    def entries(self) -> list[Entry]:
        return [*self.said, *self.claims]


def speakers(
    ledger: Ledger,
    *,
    about: str | None = None,
    since: Day | None = None,
    until: Day | None = None,
    known: Day | None = None,
    added: Day | None = None,
    min_confidence: float = 0.0,
) -> tuple[Speaker, ...]:
    """Who is on the record, who said most first: whoever a statement names, and the source of any other claim.

    ``about`` keeps those in whose sentences these words stand; ``since`` and ``until`` mean the day on which it was said, by the
    sentence or else by its report. Offices are those that the ledger's reports give them.
    """
    asked = on_record(about=about, since=since, until=until, known=known, added=added, min_confidence=min_confidence)
    heard = _heard(ledger, asked)
    offices = _offices(ledger, known, set(heard))
    found = []
    for key, one in heard.items():
        entries = [entry for entry in one.entries if _is_said_between(entry, since, until)]
        if not entries:
            continue
        days = sorted(day for entry in entries if (day := day_said(entry)[0]) and not day.startswith("XXXX"))
        found.append(
            Speaker(
                name=_best(one.names),
                offices=offices.get(key, ()),
                statements=sum(entry.claim.kind is Kind.STATEMENT for entry in entries),
                claims=sum(entry.claim.kind is not Kind.STATEMENT for entry in entries),
                reports=len({entry.report.id for entry in entries}),
                outlets=tuple(sorted({entry.report.outlet for entry in entries if entry.report.outlet})),
                first=days[0] if days else None,
                last=days[-1] if days else None,
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.statements - one.claims, one.name.casefold(), one.name)))


def on_record(
    *,
    about: str | None = None,
    since: Day | None = None,
    until: Day | None = None,
    known: Day | None = None,
    added: Day | None = None,
    min_confidence: float = 0.0,
) -> Filters:
    """The claims that ``speakers`` tells of; where a claim says itself when it was said, of other days too."""
    return Filters(text=about, said=_between(since, until), known=known, added=added, min_confidence=min_confidence)


def statements(
    ledger: Ledger,
    person: str,
    *,
    about: str | None = None,
    since: Day | None = None,
    until: Day | None = None,
    known: Day | None = None,
    added: Day | None = None,
    min_confidence: float = 0.0,
) -> Statements:
    """What somebody said, in the order in which it was said, each with its sentence and the claims that its words make.

    ``person`` is a name as the ledger has it, an alias, or a part of it that only one speaker has ("Marotto"). Raises
    ``UnknownName`` where nobody of the name has spoken, with the names that come near.
    """
    written = spellings(ledger, person)
    key = speaker_key(written[0])
    asked = Filters(speakers=written, known=known, added=added, min_confidence=min_confidence)
    one = _heard(ledger, asked).get(key, _Heard(Counter(written)))
    wanted = ledger.find(replace(asked, text=about)) if about else None
    fitting = {entry.claim.id for entry in wanted} if wanted is not None else None
    words, claims = _by_report(one.said), _by_report(one.claims)
    said = [
        Said(entry, *day_said(entry), claims=tuple(_within(entry, claims.get(entry.report.id, ()))))
        for entry in one.said
        if (fitting is None or entry.claim.id in fitting) and _is_said_between(entry, since, until)
    ]
    told = {held.claim.id for item in said for held in item.claims}
    said += [
        Said(entry, *day_said(entry))
        for entry in one.claims
        if entry.claim.id not in told
        and not any(_holds(other, entry) for other in words.get(entry.report.id, ()))
        and (fitting is None or entry.claim.id in fitting)
        and _is_said_between(entry, since, until)
    ]
    said.sort(key=lambda item: (item.day is None, item.day or "", order_of(item.entry)))
    return Statements(_best(one.names), _offices(ledger, known, {key}).get(key, ()), tuple(said))


def day_said(entry: Entry) -> tuple[str | None, str | None]:
    """On which day something was said, by its sentence or else by its report, and which of them says so."""
    claim, published = entry.claim, entry.report.published
    if claim.kind is Kind.STATEMENT:
        days = when(claim, published)
        return (days.first or days.last, days.dated_by)
    if claim.announced is not None and claim.announced.start:
        return (claim.announced.start, "text")
    return (known_since(entry.report), "published") if published else (None, None)


def _is_said_between(entry: Entry, since: Day | None, until: Day | None) -> bool:
    if since is None and until is None:
        return True
    day = day_said(entry)[0]
    first, last = _between(since, until)
    return day is not None and first <= day <= last


def _between(since: Day | None, until: Day | None) -> tuple[str, str]:
    first = asked_day(since, at_end=False, where="since").isoformat() if since is not None else FIRST
    last = asked_day(until, where="until").isoformat() if until is not None else LAST
    return first, last


def _heard(ledger: Ledger, asked: Filters) -> dict[str, _Heard]:
    """By speaker: the statements, and the other claims of which somebody is the source."""
    found: dict[str, _Heard] = {}
    keys: dict[str, str] = {}
    for entry in ledger.each(asked):
        claim = entry.claim
        name = claim.arg("speaker") if claim.kind is Kind.STATEMENT else claim.source
        if not name:
            continue
        if name not in keys:
            keys[name] = speaker_key(name)
        one = found.setdefault(keys[name], _Heard())
        one.names[name] += 1
        (one.said if claim.kind is Kind.STATEMENT else one.claims).append(entry)
    return found


def spellings(ledger: Ledger, person: str) -> tuple[str, ...]:
    """The spellings of the one speaker that is asked for, one of each by case: a name, an alias, or a part of a name that only one has."""
    with ledger.reading() as connection:
        names = names_of(connection, "speaker")
    by_key: dict[str, list[str]] = {}
    for name in names:
        by_key.setdefault(speaker_key(name), []).append(name)
    key, asked = speaker_key(person), set(fold(person).split())
    if key in by_key:
        return tuple(by_key[key])
    fits = (
        [key for key, written in by_key.items() if any(asked <= set(fold(name).split()) for name in written)] if asked else []
    )
    if len(fits) == 1:
        return tuple(by_key[fits[0]])
    shown = tuple(max(by_key[key], key=len) for key in fits[:SHOWN]) if fits else near(person, names)
    raise UnknownName("single speaker" if fits else "speaker", person, shown)


def _best(names: Counter[str]) -> str:
    """The spelling that is used most, of those the longest."""
    return max(names, key=lambda name: (names[name], len(name), name))


def _offices(ledger: Ledger, known: Day | None, keys: Collection[str]) -> dict[str, tuple[Office, ...]]:
    """The offices of these persons, in the order in which reports gave them first."""
    with ledger.reading() as connection:
        persons = tuple(name for name in values_of(connection, "person") if speaker_key(name) in keys)
    if not persons:
        return {}
    found: dict[str, dict[tuple[str, str | None], Office]] = {}
    told = ledger.args_told(Filters(kind=Kind.ROLE, persons=persons, known=known), ("person", "role", "organization"))
    for day, (person, role, body) in told:
        if person and role:
            held = found.setdefault(speaker_key(person), {})
            held.setdefault((fold(role), fold(body) if body else None), Office(role, body, day))
    return {key: tuple(held.values()) for key, held in found.items()}


def _by_report(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.report.id, []).append(entry)
    return found


def _within(statement: Entry, claims: Iterable[Entry]) -> Iterable[Entry]:
    """The claims that the words of a statement make."""
    return (entry for entry in claims if _holds(statement, entry))


def _holds(statement: Entry, entry: Entry) -> bool:
    """Whether the words of a statement make a claim of the same report."""
    trigger = entry.claim.spans.get("trigger")
    return trigger is not None and any(piece.covers(trigger) for piece in _pieces(statement))


def _pieces(statement: Entry) -> Sequence[Span]:
    return [span for name, span in statement.claim.spans.items() if name.split(".")[0] == "content"]
