"""What beside two or three proper nouns tells that they are a person: who speaks, holds an office, is appointed to one or leads."""

from __future__ import annotations

from onrecord.finders.names.line import CUES, Line
from onrecord.finders.names.titles import after_titles, office_nouns

LED = frozenset("led headed chaired commanded run governed founded".split())
LEADING_VERBS = frozenset("heads headed leads led commands commanded chairs chaired governs governed".split())
SERVING = frozenset("serves served serving worked acted sworn stepped resigned retired steps".split())
AUXILIARIES = frozenset("has had is was were been be being will then also later first".split())
APPOINTED = frozenset(
    """appointed named elected reelected re-elected confirmed nominated designated chosen picked installed appoints names elects
    nominates picks became""".split()
)


def speaks(line: Line, i: int, j: int) -> bool:
    """Whether a verb of saying stands beside the name."""
    if j < len(line.words) and line.gap(j - 1) == " " and line.folded(j) in CUES.saying and line.tags[j].startswith("VB"):
        return True
    return line.folded(i - 1) in CUES.saying_before and line.gap(i - 1) == " "


def is_explained(line: Line, j: int) -> bool:
    """Whether a comma and an office follow: "Knox Thames, the special adviser", "Kaja Kallas, the Union's foreign policy chief"."""
    if j >= len(line.words) or line.gap(j - 1) != ", ":
        return False
    if line.folded(j) in ("who", "which") and line.folded(j + 1) in LEADING_VERBS:
        return True
    for k in range(j, min(j + 8, len(line.words))):
        if line.tags[k].startswith(("VBD", "VBZ", "VBP", "MD")):
            return False  # "Near Abu Kamal, one strike destroyed three oil well heads"
        if after_titles(line, k) > k or (k > j and line.folded(k) in office_nouns()):
            return True
        if k > j and line.gap(k - 1) not in (" ", "-", "'s ", "’s ", "' ", "’ "):
            return False
    return False


def is_introduced(line: Line, i: int, j: int) -> bool:
    """Whether an office and a comma stand before: "Poland's defence minister, Mariusz Blaszczak, said", "the mayor of Nago, ..."."""
    if i < 2 or line.gap(i - 1) != ", " or not _ends_there(line, j):
        return False
    for k in range(i - 1, max(-1, i - 12), -1):
        if k < i - 1 and line.gap(k) not in (" ", "-", "'s ", "’s ", "' ", "’ "):
            return False
        if line.tags[k].startswith(("VB", "MD")):
            return False
        if line.folded(k) in office_nouns():
            return k == i - 1 or line.folded(k + 1) in ("of", "for", "to", "in", "at", "on", "general")
    return False


def _ends_there(line: Line, j: int) -> bool:
    """Whether the phrase is over behind the name: a comma, dash, bracket or stop follows."""
    rest = line.text[line.words[j - 1].end :]
    return not rest.strip() or rest.lstrip()[0] in ',.;:)(—–"”'


def is_appointed(line: Line, i: int, j: int) -> bool:
    """Whether somebody leads or takes an office here: "led by Ann Holm", "appointed Ann Holm as", "Ann Holm has served as"."""
    if i > 1 and line.folded(i - 1) == "by" and line.folded(i - 2) in LED:
        return True
    k = j
    while k < len(line.words) and line.gap(k - 1) == " " and line.folded(k) in AUXILIARIES:
        k += 1
    if k >= len(line.words) or line.gap(k - 1) != " ":
        return False
    if line.folded(k) in LEADING_VERBS or (line.folded(k) in SERVING and line.folded(k + 1) in ("as", "in", "down")):
        return True
    appointed = line.folded(k) in APPOINTED if k > j else (i > 0 and line.folded(i - 1) in APPOINTED)
    ahead = [line.folded(n) for n in range(k, min(k + 7, len(line.words)))]
    return appointed and any(word in office_nouns() for word in ahead)
