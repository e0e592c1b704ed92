"""Bodies that no list has, by their form: units, ships, committees, brigades, armed groups with Arabic names."""

from __future__ import annotations

import re

from onrecord.finders.names.line import COMPASS, Line
from onrecord.finders.names.match import Match, Setting
from onrecord.lexicon.names import name_index
from onrecord.model import Name, NameKind

ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th|d)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth")
UNITS = frozenset(
    "brigade division battalion regiment fleet corps wing squadron infantry marines cavalry airborne armored armoured".split()
)
SHIPS = frozenset(["uss", "hms", "fs", "hmcs", "hmas", "usns", "rfa", "ins"])
ARMED = frozenset(
    "jaish jaysh harakat kataib katibat liwa ansar jund saraya asaib hizb lashkar jabhat ahrar jamaat jamaah tehrik hurras "
    "faylaq fajr usbat firqat".split()
)
HEADS = {
    "ministry": "ministry",
    "department": "ministry",
    "committee": "organization",
    "council": "organization",
    "commission": "organization",
    "agency": "agency",
    "authority": "organization",
    "bureau": "agency",
    "organization": "organization",
    "organisation": "organization",
    "association": "organization",
    "federation": "organization",
    "union": "organization",
    "party": "organization",
    "movement": "organization",
    "front": "armed_group",
    "brigade": "force",
    "brigades": "armed_group",
    "battalion": "force",
    "army": "force",
    "command": "force",
    "guard": "force",
    "police": "force",
    "fund": "organization",
    "foundation": "organization",
    "institute": "organization",
    "court": "organization",
    "parliament": "organization",
    "congress": "organization",
    "senate": "organization",
    "assembly": "organization",
}
COMMON = frozenset(
    ["armed forces", "task force", "small group", "foreign terrorist organization", "special forces", "air force"]
)
"""Bodies in capitals that are nobody in particular."""
LINKS = frozenset(["of", "for", "on", "and"])
MOST_WORDS = 10


def match_body(setting: Setting, i: int) -> Match | None:
    """Task Force 50, 3rd Battalion, HMS Duncan, House Committee on Foreign Affairs, Jaish al-Fatihin."""
    line = setting.line
    if not line.capital[i] and not line.words[i].folded[0].isdigit() and line.folded(i) != "al":
        return None
    return _unit(line, i) or _ship(line, i) or _armed(line, i) or _organization(line, i)


def _made(line: Line, i: int, j: int, kind: str, rule: str) -> Match:
    return Match(i, j, Name(line.form(i, j), NameKind.ACTOR, kind), rule)


def _unit(line: Line, i: int) -> Match | None:
    """Task forces and numbered units: Task Force 50, Task Force (CTF) 50, the 82nd Airborne Division."""
    if line.folded(i) == "task" and line.folded(i + 1) == "force" and line.capital[i]:
        return _task_force(line, i)
    if not ORDINAL.fullmatch(line.folded(i)):
        return None
    j = i + 1
    while j < min(i + 5, len(line.words)) and line.close(j - 1) and line.capital[j]:
        j += 1
    return _made(line, i, j, "force", "names.unit") if j > i + 1 and line.folded(j - 1) in UNITS else None


def _task_force(line: Line, i: int) -> Match | None:
    """A task force by its number or name, an acronym in brackets between them left out."""
    at = i + 2
    if at + 1 < len(line.words) and (line.gap(at - 1), line.gap(at)) == (" (", ") "):
        at += 1
        tied = line.folded(at).isdigit()
    else:
        tied = at < len(line.words) and line.close(at - 1) and (line.folded(at).isdigit() or line.is_proper(at))
    if not tied:
        return None
    name = Name(f"{line.form(i, i + 2)} {line.form(at, at + 1)}", NameKind.ACTOR, "force")
    return Match(i, at + 1, name, "names.unit")


def _ship(line: Line, i: int) -> Match | None:
    """Ships of war: USS Carney, HMS Duncan."""
    if line.folded(i) not in SHIPS or not line.form(i, i + 1).isupper() or i + 1 >= len(line.words):
        return None
    end = line.proper_run(i + 1, 4) if line.close(i) else i
    return _made(line, i, end, "force", "names.ship") if end > i + 1 else None


def _armed(line: Line, i: int) -> Match | None:
    """Armed groups by the first word of their Arabic names: Jaish al-Fatihin, Liwa Fatemiyoun."""
    if line.folded(i) not in ARMED or not line.capital[i]:
        return None
    j = i + 1
    while j < min(i + 6, len(line.words)) and line.close(j - 1) and (line.is_proper(j) or line.folded(j) == "al"):
        j += 1
    while line.folded(j - 1) == "al":
        j -= 1
    return _made(line, i, j, "armed_group", "names.armed_group") if j > i + 1 else None


def _organization(line: Line, i: int) -> Match | None:
    """Capitalised words to a head such as "Committee", with "of", "on" or "for" and what follows it."""
    if line.seen.isdisjoint(HEADS):
        return None
    from_compass = line.folded(i) in COMPASS and line.capital[i] and line.close(i)
    if not (line.is_proper(i) or ((from_compass or line.folded(i) == "al") and line.is_proper(i + 1))):
        return None
    found: tuple[int, str] | None = None
    j = i
    while j < min(i + MOST_WORDS, len(line.words)) and (j == i or (line.close(j - 1) and line.gap(j - 1) in (" ", "-"))):
        word = line.folded(j)
        if word in LINKS and j > i:
            if not (found and j + 1 < len(line.words) and line.close(j) and line.is_proper(j + 1) and _goes_on(line, j)):
                break
            found = (j + 2, found[1])
        elif not line.capital[j] and word != "al":
            break
        elif word in HEADS:
            found = (j + 1, HEADS[word])
        elif found and found[0] == j and line.folded(j - 2) in LINKS:
            found = (j + 1, found[1])
        j += 1
    if found is None or found[0] - i < 2 or line.form(i, found[0]).casefold() in COMMON or _only_a_state(line, i, found[0]):
        return None
    return _made(line, i, found[0], found[1], "names.organization")


def _goes_on(line: Line, j: int) -> bool:
    """Whether "of" and the like lead on to more of the name: "and" only does within such a part, and never to a new body."""
    if line.folded(j) != "and":
        return line.folded(j - 1) in HEADS
    return line.folded(j - 2) in LINKS and name_index().find(line.folded(j + 1), line.form(j + 1, j + 2)) is None


def _only_a_state(line: Line, i: int, j: int) -> bool:
    """Whether but one word stands after a state's adjective: "Iraqi Police" is known by other rules."""
    return j - i == 2 and name_index().find(line.key(i, i + 1), line.form(i, i + 1)) is not None
