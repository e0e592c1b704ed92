"""What each rule catches, in its own words, at hand without the reading wing: ``scripts/make_docs.py`` writes it down."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

FILE = "rules.json"


@cache
def rules_written() -> Mapping[str, str]:
    """The explanation of each rule, by name, as ``onrecord.claims.rules_by_name`` gives it."""
    found: dict[str, str] = json.loads((files("onrecord.views") / FILE).read_text(encoding="utf-8"))
    return found
