"""One gold claim against one given: what agrees, what was invented, and whether it may stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.model import SPECS, Kind
from onrecord.scoring.agreement import args_agree, listed, quantities_agree, times_agree
from onrecord.scoring.names import Names

Row = Mapping[str, Any]
SAME_STRETCH = 0.4
"""How much of two stretches of text together must be common for them to be the same evidence."""
DECISIVE = {Kind.FORCE_CHANGE: "direction", Kind.SITE: "action", Kind.TERRITORY: "action", Kind.AGREEMENT: "action", Kind.SANCTION: "action"}  # fmt: skip
"""The arg beside the identifying ones without which a claim of the kind says the contrary."""
SAID = frozenset(["pledged", "requested", "called_for"])
"""Actions that are sayings: whether what was said is planned or possible is read in two ways, so their status is not compared."""
UNREAL = frozenset(["planned", "conditional"])


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a given claim stands beside a gold claim.

    ``right`` says of each value of the gold whether it was given so, ``names_source`` whether the gold has a source; ``status`` is the pair (gold, given), absent where the status
    is not compared.
    """

    found: bool
    usable: bool
    exact: bool
    right: Mapping[str, bool]
    shared: int
    identifying: int
    invented: int
    status: tuple[str, str] | None
    plan_as_fact: bool
    names_source: bool

    @property
    def rank(self) -> tuple[Any, ...]:
        """The better the pair, the higher."""
        return self.exact, self.usable, sum(self.right.values()), self.shared


def is_optional(gold: Row) -> bool:
    """Whether a gold claim is neither asked for nor punished."""
    return bool(gold.get("optional")) or str(gold.get("note") or "").startswith("optional")


def judge(gold: Row, given: Row, names: Names) -> Verdict:
    """How the given claim stands beside the gold claim, which must be of the same report and kind."""
    kind = Kind(gold["kind"])
    args, got = gold.get("args", {}), given.get("args", {})
    asked = [name for name in SPECS[kind].identifying if args.get(name)]
    right = {name: _arg_right(name, gold, got.get(name), names) for name, value in args.items() if value}
    agreeing = sum(right[name] for name in asked)
    status = _statuses(gold, given)
    right |= {
        "quantity": any(quantities_agree(q, given.get("quantity")) for q in _accepted(gold, "quantity")),
        "status": status is None or status[0] == status[1],
        "time": any(times_agree(t, given.get("time")) for t in _accepted(gold, "time")),
        "source": any(names.same(source, given.get("source")) for source in _accepted(gold, "source")),
    }
    shared = common(gold["evidence"], given["evidence"])
    found = is_same_stretch(gold["evidence"], given["evidence"]) and (agreeing > 0 or not asked)
    decided = right.get(DECISIVE.get(kind, ""), True)
    usable = found and agreeing == len(asked) and decided and right["quantity"] and right["status"]
    others = gold.get("args_alt", {})
    identifying = [name for name in SPECS[kind].identifying if got.get(name)]
    invented = sum(not args.get(name) and not others.get(name) for name in identifying)
    return Verdict(
        found=found,
        usable=usable,
        exact=usable and right["time"] and right["source"] and not invented,
        right=right,
        shared=shared,
        identifying=len(identifying),
        invented=invented,
        status=status,
        plan_as_fact=status is not None and gold.get("status", "actual") in UNREAL and status[0] != status[1] == "actual",
        names_source=bool(gold.get("source")),
    )


def _arg_right(name: str, gold: Row, given: Any, names: Names) -> bool:
    """Whether an arg is the gold's, or one that a second annotator would accept."""
    value, others = gold["args"][name], listed(gold.get("args_alt", {}).get(name))
    if isinstance(value, list) and others and not isinstance(others[0], list):
        others = [others]
    return any(args_agree(name, accepted, given, names) for accepted in (value, *others))


def _accepted(gold: Row, field: str) -> list[Any]:
    """A field's value, then the others that are accepted."""
    return [gold.get(field), *listed(gold.get(f"{field}_alt"))]


def _statuses(gold: Row, given: Row) -> tuple[str, str] | None:
    """The status wanted and the one given; one that is accepted counts as wanted."""
    if gold.get("args", {}).get("action") in SAID:
        return None
    wanted, got = gold.get("status", "actual"), given.get("status", "actual")
    return (got if got in listed(gold.get("status_alt")) else wanted), got


def common(one: list[int], other: list[int]) -> int:
    """How many characters two stretches share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def is_same_stretch(one: list[int], other: list[int]) -> bool:
    """Whether two stretches are the same evidence: their overlap over their union is large enough."""
    shared = common(one, other)
    return shared > 0 and shared >= SAME_STRETCH * (one[1] - one[0] + other[1] - other[0] - shared)
