"""What each figure is held to, what others reach, and how it is called on the page of scores."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page: a figure's name, what it is called, its goal (``most``: at most so much) and what others reach."""

    name: str
    called: str
    goal: float | None = None
    peers: str = ""
    most: bool = False

    def is_met(self, figure: float) -> bool:
        """Whether the figure reaches its goal, as far as it has one."""
        if self.goal is None:
            return False
        return figure <= self.goal + 1e-9 if self.most else figure >= self.goal - 1e-9


CLAIMS = (
    Line("found", "found", peers="0.91"),
    Line("usable", "usable", peers="0.86"),
    Line("exact", "exact", peers="0.83"),
    Line("heart_usable", "usable, heart kinds", peers="0.74"),
    Line("found, precision", "found: precision"),
    Line("found, recall", "found: recall"),
    Line("usable, precision", "usable: precision"),
    Line("usable, recall", "usable: recall"),
    Line("heart usable, precision", "usable, heart kinds: precision"),
    Line("heart usable, recall", "usable, heart kinds: recall"),
    Line("status macro F1", "status of those found, macro F1", 0.85),
    Line("plans_as_facts", "plans shown as facts", 0, most=True),
    Line("identifying args invented, of those given", "identifying args invented", 0.03, most=True),
    Line("source right, of those that name one", "source, where one is named: right", 0.85),
    Line("source invented, of those that name none", "source, where none is named: invented", 0.03, most=True),
)
"""The goals here are those of every set, GOALS has those of single ones; what others reach is a second annotator of real reports."""

POSTURE = {"usable": 0.70, "heart_usable": 0.70}
GOALS: dict[str, dict[str, float]] = {
    "claims, every kind": {"found": 0.80, "usable": 0.65, "exact": 0.50, "heart_usable": 0.60},
    "seed": {"usable": 0.90},
    "posture, own reports a": POSTURE,
    "posture, own reports b": POSTURE,
    "posture, own reports c": POSTURE,
    "posture, own reports d": POSTURE,
}
"""What was set for the held-back half of each set of reports, by set and measure."""

SETS = {
    "claims, every kind": "68 reports, every kind",
    "claims": "… kinds read in depth",
    "seed": "showpiece",
    "posture, own reports a": "posture a",
    "posture, own reports b": "posture b",
    "posture, own reports d": "posture d",
    "posture, own reports c": "posture c",
    "posture, second annotator": "posture: second annotator",
}
"""The sets of reports that claims are scored on, and their columns."""

SLOTS = tuple(Line(f"claims: {slot} right, of those found", slot) for slot in ("quantity", "status", "time", "source"))

ORDINARY = (
    Line("ordinary reports a: false claims for ten reports", "reports a", 1, most=True),
    Line("ordinary reports b: false claims for ten reports", "reports b", 1, most=True),
)

TRIAGE = tuple(
    Line(f"triage, {name}: claims lost", f"{name}: found claims lost", 0.01, most=True)
    for name in ("development reports", "posture reports a", "posture reports b", "posture reports c", "posture reports d")
) + tuple(
    Line(f"triage, {name}: share of words parsed", f"{name}: share of words parsed")
    for name in (
        "development reports",
        "posture reports a",
        "posture reports b",
        "posture reports c",
        "posture reports d",
        "ordinary reports a",
        "ordinary reports b",
    )
)

ISAF = (
    Line("isaf: mean of six, no date", "mean of six fields", 0.945, "fine-tuned Mistral-7B 0.977, GPT-4o 0.941, GPT-4-Turbo 0.937, a plain spaCy baseline 0.901, GPT-3.5 0.879"),
    Line("isaf: province", "province", 0.93),
    Line("isaf: min_killed", "least number killed", 0.955),
    Line("isaf: min_captured", "least number captured", 0.895),
    Line("isaf: killq", "whether anybody was killed", 0.975),
    Line("isaf: captureq", "whether anybody was captured", 0.98),
    Line("isaf: airstrike", "whether from the air", 0.98),
    Line("isaf: start_date, sound rows", "day, where the hand coding is sound", 0.95),
    Line("isaf: start_date as coded, sound rows", "the day by the coder's own conventions (the lead's newest day, else the dateline's)", None),
)  # fmt: skip

STRIKES = (
    Line("strikes: right", "place and number of strikes of a line", 0.99, "an entity tagger alone 0.28"),
    Line("strikes: precision", "precision", 0.99),
)

PAIRS = (
    Line("pairs: same fact, F1", "claims of one fact joined: F1", 0.9),
    Line("pairs: same fact, precision", "… precision"),
    Line("pairs: same fact, recall", "… recall"),
    Line("pairs, half to measure: same fact, F1", "… F1 on the half that only measures", 0.9),
    Line("pairs, second reading: same fact, kappa", "… agreement of a second reading (kappa)"),
    Line("pairs: scope called contradictions", "other scope called a contradiction", 0, most=True),
    Line("pairs: contradictions invented", "contradictions told of pairs that are none"),
    Line("pairs: contradictions told, of all", "contradictions told, of those labelled"),
    Line("pairs: cause of dispute right, of those told", "cause of a dispute right, of those told"),
    Line("pairs: why two, right", "what parts two facts, said rightly (`compare`)"),
    Line("pairs: why two, of one thing, right", "… of those of one thing in another scope, time or number"),
    Line("pairs, half to measure: why two, of one thing, right", "… of these, on the half that only measures"),
    Line("pairs: why two, contradictions invented", "… contradictions told of pairs that are none", 0, most=True),
)
"""Merging and disputes; those of disputes where the ledger tells them."""

STAGES = {
    "Dates (TimeBank, 183 articles)": (
        Line("dates: strict F1", "exact span", 0.84, "HeidelTime 0.818"),
        Line("dates: relaxed F1", "overlapping span", 0.92, "HeidelTime 0.907"),
        Line("dates: value F1", "value", 0.83, "HeidelTime 0.781, spaCy + dateparser 0.571"),
    ),
    "Deadlines (our own table)": (
        Line("deadlines: right", "words, start, end and type all right", 0.95, "dateparser: a year wrong, or nothing"),
    ),
    "Quantities (NewsQuant)": (
        Line("quantities: value F1", "value", 0.925, "CQE 0.911, quantulum3 0.718"),
        Line("quantities: value + unit F1", "value and unit", 0.85, "CQE 0.820, quantulum3 0.459"),
        Line("quantities: value + change F1", "value and change", 0.88, "CQE 0.861"),
        Line("quantities: all three F1", "all three", 0.80, "CQE 0.777"),
    ),
    "Who said what (PolNeAR, 84 articles)": (
        Line("attribution: content + source F1", "content and source", 0.60, "Citron retrained 0.574, say-verbs on spaCy 0.474, Gender Gap Tracker 0.428, textacy 0.279"),
        Line("attribution: content + source F1, direct", "… direct", 0.88),
        Line("attribution: content + source F1, mixed", "… mixed", 0.75),
        Line("attribution: content + source F1, indirect", "… indirect", 0.52),
        Line("attribution: share lost in sentences without a sign of one", "lost in sentences that are not read", 0.01, most=True),
        Line("attribution: MB that the loaded tagger takes", "MB of the loaded tagger", 300, most=True),
    ),
}  # fmt: skip

SPEED = (
    Line("speed, development reports: times plain spaCy", "68 reports without statements, against plain spaCy", 2.0),
    Line("speed, development reports: every kind, against plain spaCy", "… every kind", 1.2),
    Line("speed, news (Wikinews): times plain spaCy", "the news among them, without statements"),
    Line("speed, general news (Wikinews): times plain spaCy", "general news without statements", 5.0),
    Line("speed, general news (Wikinews): every kind, against plain spaCy", "… every kind", 2.0),
    Line("speed, development reports: reports a second", "reports a second, on the machine of the last run", 20.0),
)
