"""What a kind or a rule means, in words."""

from __future__ import annotations

from inspect import cleandoc
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.model import SPECS, Kind
from onrecord.views.harmless import harmless
from onrecord.views.tables import heading


def explained_kind(kind: Kind) -> RenderableType:
    """What a claim of this kind says, and what it may hold."""
    spec = SPECS[kind]
    grid = value_grid()
    grid.add_row("identified by", ", ".join(spec.identifying))
    grid.add_row("may also have", ", ".join(spec.further) or "nothing more")
    for name, values in spec.values:
        grid.add_row(name, f"one of {', '.join(values)}")
    grid.add_row("quantity", spec.quantity or "none")
    return Group(heading(f"{kind.value}: {spec.says}"), grid)


def explained_rule(name: str, words: str) -> RenderableType:
    """What a rule catches, in its own words."""
    return Group(heading(f"Rule {name}"), Text(harmless(cleandoc(words))))


def kind_json(kind: Kind) -> dict[str, Any]:
    """The vocabulary of one kind for programs."""
    spec = SPECS[kind]
    return {
        "kind": kind.value,
        "says": spec.says,
        "identifying": list(spec.identifying),
        "further": list(spec.further),
        "values": {name: list(values) for name, values in spec.values},
        "quantity": spec.quantity or None,
    }


def value_grid() -> Table:
    """Names to the left, what they hold to the right."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    return grid
