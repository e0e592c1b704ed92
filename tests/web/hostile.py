"""A ledger of reports that try to be more than words: script, markup, addresses that run, and characters that turn the text round."""

from __future__ import annotations

from pathlib import Path

from onrecord.ledger import Ledger
from onrecord.model import Claim, Frozen, Kind, Quantity, Report, Span, Status, Time, TimeType

SCRIPT = "<script>alert(1)</script>"
BREAK = "\"'><img src=x onerror=alert(1)>"
TURNED = "\u202egnp.exe\u202c zero\u200bwidth \u2066isolate"
TEXT = f"Northland {SCRIPT} has 5,200 soldiers {BREAK} in Green Valley {TURNED}. It will cut them to 3,000 by May 31."
CUT = TEXT.index(" It will")


def write_hostile(folder: Path) -> Path:
    """The ledger, in this folder, under a name that is hostile too."""
    path = folder / f"valley{BREAK.replace('/', '')}.db"
    args = Frozen({"actor": f"Northland{SCRIPT}", "place": f"Green Valley{BREAK}", "counting": TURNED})
    quantity = Quantity(value=5200, unit="personnel")
    with Ledger.create(path) as book:
        level = Claim(
            "r<1>", Kind.FORCE_LEVEL, Span(0, CUT), args=args, quantity=quantity, source=f"Colonel{SCRIPT}", rule=f"r{SCRIPT}"
        )
        due = Time("by May 31", None, "2031-05-31", TimeType.DEADLINE)
        plan = Claim(
            "r<1>",
            Kind.FORCE_CHANGE,
            Span(CUT + 1, len(TEXT)),
            args=Frozen({"actor": f"Northland{SCRIPT}", "place": f"Green Valley{BREAK}", "direction": "decrease"}),
            quantity=Quantity(to=3000, unit="personnel"),
            time=due,
            status=Status.PLANNED,
        )
        spoken = Claim(
            "r<1>", Kind.STATEMENT, Span(0, CUT), args=Frozen({"speaker": f"Colonel{SCRIPT}", "content": TURNED, "cue": "said"})
        )
        site = Claim(
            "r<1>",
            Kind.SITE,
            Span(0, CUT),
            args=Frozen({"site": f"Mill Camp{SCRIPT}", "action": "closed", "actor": f"Northland{SCRIPT}"}),
        )
        gift = Claim(
            "r<1>",
            Kind.ASSISTANCE,
            Span(0, CUT),
            args=Frozen({"donor": f"Northland{SCRIPT}", "recipient": BREAK, "goods": TURNED, "action": "provided"}),
            quantity=Quantity(value=5, unit="USD"),
        )
        report = Report(
            "r<1>",
            TEXT,
            title=f"{SCRIPT}{TURNED}",
            published="2031-03-04",
            outlet=f"Wire{BREAK}",
            author=SCRIPT,
            url="javascript:alert(1)",
        )
        book.add(report, [level, plan, spoken, site, gift])
        book.add(
            Report("r2", "Copy.", published="2031-03-05", outlet=SCRIPT, url='https://x.example/"onmouseover=alert(1)'), []
        )
    return path
