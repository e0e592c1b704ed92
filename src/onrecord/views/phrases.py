"""What a claim says, in a few words: who, what, to whom, where. What the report leaves open is "—"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from onrecord.model import Claim, Fact, Frozen, Kind
from onrecord.views.harmless import one_line
from onrecord.views.wording import UNKNOWN, counted_words

CONDITIONAL = ("if", "unless", "until", "once", "when", "provided", "as", "should", "in", "on")
"""With these a condition begins that needs no word before it."""
DIRECTIONS = {"increase": "increase", "decrease": "cut", "none": "no change"}


def what_words(claim: Claim) -> str:
    """The claim's participants and act on one line.

    >>> from onrecord.model import Frozen, Span
    >>> what_words(Claim("a", Kind.ATTACK, Span(0, 9), args=Frozen({"target": "Mill Camp", "mode": "rocket"})))
    '— → Mill Camp (rocket)'
    """
    return one_line(PHRASES[claim.kind](claim) + _rest(claim))


def fact_words(fact: Fact) -> str:
    """What a fact says: as its first claim has it, on the condition that any of its claims tells."""
    claim, told = fact.claim, (words for entry in fact.entries if (words := entry.claim.args.get("condition")))
    condition = next(told, None)
    if condition is None or "condition" in claim.args:
        return what_words(claim)
    return what_words(replace(claim, args=Frozen({**claim.args, "condition": condition})))


def _of(claim: Claim, name: str) -> str:
    return (claim.arg(name) or UNKNOWN).replace("_", " ") if name == "action" else claim.arg(name) or UNKNOWN


def _in(claim: Claim) -> str:
    places = [place for name in ("site", "place") if (place := claim.arg(name))]
    return f" in {', '.join(places)}" if places else ""


def _brackets(claim: Claim, *names: str) -> str:
    words = [_of(claim, name) for name in names if claim.arg(name)]
    return f" ({', '.join(words)})" if words else ""


def _force(claim: Claim) -> str:
    return f"{_of(claim, 'actor')}{_in(claim)}"


def _change(claim: Claim) -> str:
    direction = claim.arg("direction")
    act = DIRECTIONS.get(direction or "", "change")
    return f"{_of(claim, 'actor')}{_in(claim)}: {act}" + (f" of {claim.arg('what')}" if claim.arg("what") else "")


def _site(claim: Claim) -> str:
    act = f" {_of(claim, 'action')}" if claim.arg("action") else ""
    to = f" to {claim.arg('recipient')}" if claim.arg("recipient") else ""
    by = f" by {claim.arg('actor')}" if claim.arg("actor") else ""
    site, where = claim.arg("site") or "", claim.arg("place")
    place = f" in {where}" if where and where.casefold() not in site.casefold() else ""  # "base in Herat" has it already
    return f"{_of(claim, 'site')}{place}:{act or ' ' + UNKNOWN}{to}{by}"


def _assistance(claim: Claim) -> str:
    goods = f": {claim.arg('goods')}" if claim.arg("goods") else ""
    return f"{_of(claim, 'donor')} → {_of(claim, 'recipient')}{goods}{_brackets(claim, 'action')}"


def _attack(claim: Claim) -> str:
    place = f" in {claim.arg('place')}" if claim.arg("place") else ""
    return f"{_of(claim, 'attacker')} → {_of(claim, 'target')}{_brackets(claim, 'mode')}{place}"


def _casualties(claim: Claim) -> str:
    return f"{_of(claim, 'victims')} {_of(claim, 'outcome')}{_in(claim)}{_by(claim, 'perpetrator')}"


def _by(claim: Claim, name: str) -> str:
    return f" by {claim.arg(name)}" if claim.arg(name) else ""


def _agreement(claim: Claim) -> str:
    name = claim.arg("name")
    of = f" “{name}”" if name else ""
    parties = claim.args.get("parties")
    joint = "between" if isinstance(parties, tuple) and len(parties) > 1 else "by"
    return f"{_of(claim, 'type')}{of} {joint} {_of(claim, 'parties')}{_brackets(claim, 'action')}"


def _threat(claim: Claim) -> str:
    act = f": {claim.arg('act')}" if claim.arg("act") else ""
    return f"{_of(claim, 'actor')} threatens {_of(claim, 'target')}{act}"


def _role(claim: Claim) -> str:
    at = f", {claim.arg('organization')}" if claim.arg("organization") else ""
    return f"{_of(claim, 'person')}: {_of(claim, 'role')}{at}"


def _organization(claim: Claim) -> str:
    member = f" {claim.arg('member')}" if claim.arg("member") else ""
    return f"{_of(claim, 'organization')}:{member} {_of(claim, 'action')}{_by(claim, 'founder')}"


def _territory(claim: Claim) -> str:
    loser = f" from {claim.arg('loser')}" if claim.arg("loser") else ""
    return f"{_of(claim, 'place')}: {_of(claim, 'action')}{_by(claim, 'actor')}{loser}"


def _sanction(claim: Claim) -> str:
    return f"{_of(claim, 'actor')} → {_of(claim, 'target')}{_brackets(claim, 'action')}"


def _meeting(claim: Claim) -> str:
    return f"{_of(claim, 'parties')}{_in(claim)}"


def _statement(claim: Claim) -> str:
    content = f": “{claim.arg('content')}”" if claim.arg("content") else ""
    return f"{_of(claim, 'speaker')} {claim.arg('cue') or 'says'}{content}"


def _rest(claim: Claim) -> str:
    """What the phrases leave out: what is counted, ceilings, conditions."""
    rest = "; ceiling" if claim.arg("measure") == "cap" else ""
    if claim.arg("counting"):
        rest += f"; {counted_words(claim.arg('counting') or '')}"
    condition = claim.arg("condition") or ""
    if condition.split(" ", maxsplit=1)[0].lower() in CONDITIONAL:
        rest += f"; {condition}"
    elif condition:
        rest += f"; on condition: {condition}"
    return rest


PHRASES: dict[Kind, Callable[[Claim], str]] = {
    Kind.FORCE_LEVEL: _force,
    Kind.FORCE_CHANGE: _change,
    Kind.SITE: _site,
    Kind.ASSISTANCE: _assistance,
    Kind.ATTACK: _attack,
    Kind.CASUALTIES: _casualties,
    Kind.AGREEMENT: _agreement,
    Kind.THREAT: _threat,
    Kind.TERRITORY: _territory,
    Kind.SANCTION: _sanction,
    Kind.MEETING: _meeting,
    Kind.ROLE: _role,
    Kind.ORGANIZATION: _organization,
    Kind.STATEMENT: _statement,
}
