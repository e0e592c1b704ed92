"""The level chart as an SVG picture that stands alone: on paper's colours, with its title and legend, and without links or script."""

from __future__ import annotations

import re
from functools import cache

from markupsafe import Markup, escape

from onrecord.model import Levels
from onrecord.views.chart import HEIGHT, WIDTH, render_chart
from onrecord.views.harmless import cut_to_fit, one_line
from onrecord.views.page import TEMPLATES, legend

HEAD, ROW, TEXT = 34, 22, 110
LINK = re.compile(r"<(/?)a\b[^>]*>")
"""The links of marks: a picture has no sentences to lead to; what a mark says when asked (its title) stays."""
HATCH = (
    '<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<path class="hatch" d="M0,0V7"/></pattern></defs>'
)


def render_picture(levels: Levels) -> str:
    """The chart as an SVG document; empty where no level has a day and a number."""
    chart = render_chart(levels, lambda _fact: "")
    if not chart:
        return ""
    inner = LINK.sub(r"<\1g>", chart[chart.index(">") + 1 : chart.rindex("</svg>")])
    rows = _legend(levels)
    high = HEAD + HEIGHT + ROW * len(rows) + 14
    title = escape(cut_to_fit(one_line(f"{levels.actor} in {levels.place}: {levels.unit} as reports state it"), TEXT))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{high}" viewBox="0 0 {WIDTH} {high}" role="img">',
        f"<title>{title}</title><style>{_style()}</style>{HATCH}",
        f'<rect class="ground" width="{WIDTH}" height="{high}"/><text class="title" x="12" y="24">{title}</text>',
        f'<g transform="translate(0,{HEAD})">{inner}</g>',
        *(_row(mark, words, HEAD + HEIGHT + ROW * n + 8) for n, (mark, words) in enumerate(rows)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _legend(levels: Levels) -> list[tuple[str, str]]:
    rows = [(str(mark[mark.index(">") + 1 : mark.rindex("</svg>")]), words) for mark, words in legend(levels)]
    gap = '<rect class="gap" x="-9" y="-9" width="18" height="18" fill="url(#hatch)"/>'
    return [*rows, (gap, "nobody said: unknown, not zero")] if levels.gaps else rows


def _row(mark: str, words: str, y: int) -> str:
    return f'<g transform="translate(24,{y}) scale(.85)">{mark}</g><text x="40" y="{y + 4}">{escape(cut_to_fit(words, TEXT))}</text>'


@cache
def _style() -> Markup:
    """The page's rules for charts, by day, with every colour in place of its name: not every program that draws knows variables."""
    css = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    colours = dict(re.findall(r"(--[\w-]+): (#\w+)", css[: css.index("}")]))
    rules = [rule.strip().removeprefix("svg ") for rule in re.findall(r"svg [^{}]+\{[^}]*\}", css) if ":hover" not in rule]
    named = " ".join(rule.replace(", svg ", ", ") for rule in rules)
    own = ".ground { fill: var(--card); } .title { font-size: 16px; font-weight: 600; fill: var(--ink); }"
    return Markup(re.sub(r"var\((--[\w-]+)\)", lambda found: colours[found[1]], f"{named} {own}"))
