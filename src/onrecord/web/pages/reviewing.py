"""The review desk: claims that wait, least certain first, one of them on the desk; and what analysts decided."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from onrecord import ledger as asking
from onrecord.errors import BadQuestion, UnknownName
from onrecord.ledger import Filters, Ledger, Waiting
from onrecord.model import SPECS, Entry, Judged, Kind, Report, Time, first_day
from onrecord.views.answer_json import answer_to_json
from onrecord.views.judged import about_words, done_words, is_part
from onrecord.web.dating import time_of_words
from onrecord.web.links import Links
from onrecord.web.page import Page
from onrecord.web.pages.fields import KIND, LOOKED, only
from onrecord.web.pages.reading import AROUND
from onrecord.web.params import Asked, Param
from onrecord.web.values import fields_of, values_in

NEAR = 12
AROUND_DAYS = timedelta(days=60)
RECENT = 6


@dataclass(frozen=True, slots=True)
class OnDesk:
    """A claim on the desk: with its report, what analysts said of it, and claims that may be the same fact."""

    entry: Entry
    report: Report
    judged: tuple[Judged, ...]
    near: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """The queue, the claim on the desk, or the report to which one is added, and the latest judgements."""

    queue: Waiting
    desk: OnDesk | None
    to: Report | None
    recent: tuple[Judged, ...]


def _review(ledger: Ledger, asked: Asked) -> Review:
    queue = asking.waiting(ledger, **only(asked, "kind", "report", "by"), limit=asked.get("most", 50))  # type: ignore[arg-type]
    recent = asking.judgements_of(ledger)[-RECENT:][::-1]
    if "of" in asked:
        return Review(queue, None, ledger.report(asked["of"]), recent)
    first = queue.entries[0].claim.id if queue.entries else None
    id = asked.get("at", first)
    return Review(queue, _on_desk(ledger, id) if id else None, None, recent)


def _on_desk(ledger: Ledger, id: str) -> OnDesk:
    entry = ledger.claim(id)
    judged = asking.judgements_of(ledger, claim=entry.claim.id)
    return OnDesk(entry, ledger.report(entry.report.id), judged, tuple(_near(ledger, entry)))


def _near(ledger: Ledger, entry: Entry) -> list[Entry]:
    """Claims of the same fact, then others of its kind about the same place or actor, published around the same days."""
    claim = entry.claim
    found = ledger.find(Filters(facts=(entry.fact,), limit=NEAR + 1)) if entry.fact is not None else []
    names = [name for name in ("place", *SPECS[claim.kind].identifying) if claim.arg(name)]
    day = first_day(entry.report.published) if entry.report.published else None
    if names and day is not None:
        wanted = replace(_around(day), kind=claim.kind, limit=NEAR + 1)
        value = claim.arg(names[0])
        with suppress(UnknownName):
            found += ledger.find(replace(wanted, place=value) if names[0] == "place" else replace(wanted, actor=value))
    return list({one.claim.id: one for one in found if one.claim.id != claim.id}.values())[:NEAR]


def _around(day: date) -> Filters:
    since, until = day - min(AROUND_DAYS, day - date.min), min(day, date.max - AROUND_DAYS) + AROUND_DAYS
    return Filters(known_from=since.isoformat(), known=until.isoformat())


def _of_review(answer: Review, asked: Asked) -> Mapping[str, Any]:
    ids = [entry.claim.id for entry in answer.queue.entries]
    links = Links("/review", {name: value for name, value in asked.items() if name not in ("new", "of")})
    found: dict[str, Any] = {"back": links.here(), "done": done_words, "is_part": is_part, "about": about_words}
    if answer.to is not None:
        kind = Kind(asked.get("new", Kind.FORCE_LEVEL))
        return found | {
            "new": kind,
            "groups_of_fields": fields_of(kind),
            "had": {},
            "back": links.here(of=asked["of"], new=kind),
        }
    if answer.desk is None:
        return found
    claim = answer.desk.entry.claim
    span, text = claim.evidence, answer.desk.report.text
    place = ids.index(claim.id) if claim.id in ids else None
    following = ids[place + 1 :] if place is not None else ids
    return found | {
        "before": ("…" if span.begin > AROUND else "") + text[max(0, span.begin - AROUND) : span.begin],
        "after": text[span.end : span.end + AROUND] + ("…" if span.end + AROUND < len(text) else ""),
        "then": following[0] if following else None,
        "previous": ids[place - 1] if place else None,
        "number": place + 1 if place is not None else None,
        "groups_of_fields": fields_of(claim.kind),
        "had": values_in(claim),
        "back": links.here(at=claim.id),
    }


def _review_json(answer: Review) -> Any:
    desk = answer.desk
    told = {"claim": desk.entry, "judgements": desk.judged, "near": desk.near} if desk else None
    return answer_to_json({"queue": answer.queue.entries, "left": answer.queue.left, "of": answer.queue.total, "desk": told})


def _looked_at(_ledger: Ledger, asked: Asked) -> Filters:
    return Filters(kind=asked.get("kind"), doc=asked.get("report"))


REVIEW = Page(
    name="review",
    path="/review",
    title="Review",
    says="Claims that wait for somebody's eyes, the least certain first.",
    ask=_review,
    params=(
        KIND,
        Param("report", "Report", "Only claims of this report, by its id."),
        Param("by", "Second look by", "Also what others ruled on and this reviewer did not."),
        Param("at", "Claim", "The claim on the desk."),
        Param("of", "Add to", "The report to which a claim is added by hand."),
        Param("new", "New claim", "The kind of the claim that is added.", "choice", tuple(Kind)),
        Param("most", "Queue", "How many claims of the queue.", "whole", most=1_000),
        LOOKED,
    ),
    more=_of_review,
    to_json=_review_json,
    looks_at=_looked_at,
    told_whole=True,
)


def _judgements(ledger: Ledger, asked: Asked) -> tuple[Judged, ...]:
    return asking.judgements_of(ledger, **only(asked, "claim", "report"))  # type: ignore[arg-type]


JUDGEMENTS = Page(
    name="judgements",
    path="/judgements",
    title="Judgements",
    says="What analysts decided, in the order in which they did, and what has become of each decision.",
    ask=_judgements,
    params=(Param("claim", "Claim", "Only on this claim."), Param("report", "Report", "Only on this report.")),
    in_nav=False,
    is_shown=False,
    told_whole=True,
)


def _dates(ledger: Ledger, asked: Asked) -> Time | None:
    claim = ledger.claim(asked["claim"]) if "claim" in asked else None
    if claim is None and "report" not in asked:
        raise BadQuestion("claim, report", "neither is given", "Say of which claim or report the words are.")
    report = ledger.report(claim.report.id if claim else asked["report"])
    return time_of_words(report, asked["words"], within=claim.claim.evidence if claim else None)


DATES = Page(
    name="dates",
    path="/dates",
    title="Dates",
    says="The time that words of a report give, resolved against the day of the report; null where they give none.",
    ask=_dates,
    params=(
        Param("words", "Words", "The words, as they stand in the report.", needed=True),
        Param("claim", "Claim", "The claim in whose sentence they stand."),
        Param("report", "Report", "The report in which they stand, where they are of no claim."),
    ),
    in_nav=False,
    is_shown=False,
    told_whole=True,
)
