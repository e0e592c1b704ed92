"""How the figures are printed: aligned for the terminal, and as the table that README.md holds."""

from __future__ import annotations

WIDTH = 62
WHOLE = (
    "how many", ": lost", ": doubled", ": errors", ": failed checks", "failed", ": rows", ": claims", ": labelled pairs", "called contradictions", "contradictions invented",
)  # fmt: skip
"""How the names of counts end."""
IN_README = {
    "claims: found": "Claims of the kinds read in depth, 68 gold reports: found",
    "claims: usable": "… usable",
    "claims: heart_usable": "… usable, forces, sites, assistance, agreements and threats alone",
    "claims, every kind: found": "Claims of every kind but statements: found",
    "claims, every kind: usable": "… usable",
    "claims, open licences: usable": "… usable, without the reports whose licence keeps them out of training",
    "claims: plans_as_facts": "Plans shown as facts, of the claims found",
    "seed: usable": "The showpiece report: usable",
    "dates: strict F1": "Dates, TimeBank: F1 of exact spans",
    "dates: value F1": "… of values",
    "deadlines: right": "Deadlines of news, our own table: right",
    "quantities: value F1": "Quantities, NewsQuant: F1 of values",
    "quantities: all three F1": "… of value, unit and change together",
    "attribution: content + source F1": "Who said what, PolNeAR: F1 of content and source",
    "speed, development reports: times plain spaCy": "Speed of reading the gold reports, against plain spaCy",
    "speed, news (Wikinews): times plain spaCy": "… the news among them",
    "speed, general news (Wikinews): times plain spaCy": "… general news, most of it on other subjects",
}
"""The figures that the README shows, and what it calls them."""


def said(name: str, figure: float) -> str:
    """A figure as its kind is read: shares with three decimals, speeds and counts whole, ratios as "2.10x"."""
    if name.endswith("times plain spaCy"):
        return f"{figure:.2f}x"
    if name.endswith("ms a report"):
        return f"{figure:.2f}"
    if "words a report" in name or "found with" in name.rpartition(": ")[2][:10]:
        return f"{figure:.0f}"
    if "reports a second" in name or name.endswith("ten reports"):
        return f"{figure:.1f}"
    if "a second" in name or name.endswith(WHOLE):
        return f"{figure:,.0f}"
    return f"{figure:.3f}"


def table(heading: str, figures: dict[str, float]) -> str:
    """A heading, then a line a figure, names to the left and figures to the right; those of single kinds are for the page."""
    shown = {name: figure for name, figure in figures.items() if not name.startswith("kind, ")}
    return "\n".join([heading, *(f"  {name:<{WIDTH}}{said(name, figure):>9}" for name, figure in shown.items()), ""])


def markdown(figures: dict[str, float]) -> str:
    """The README's table; figures that were not measured are left out."""
    rows = [f"| {label} | {said(name, figures[name])} |" for name, label in IN_README.items() if name in figures]
    return "\n".join(["| Figure | Value |", "| --- | --- |", *rows])
