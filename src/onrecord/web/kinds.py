"""Kinds in groups, each with a sign and a colour, by which a report's claims are marked."""

from __future__ import annotations

from onrecord.model import Kind

GROUPS: dict[str, tuple[str, str, tuple[Kind, ...]]] = {
    "forces": ("▲", "forces", (Kind.FORCE_LEVEL, Kind.FORCE_CHANGE)),
    "ground": ("■", "sites and territory", (Kind.SITE, Kind.TERRITORY)),
    "aid": ("✚", "assistance", (Kind.ASSISTANCE,)),
    "violence": ("✖", "attacks, casualties, threats", (Kind.ATTACK, Kind.CASUALTIES, Kind.THREAT)),
    "accords": ("◆", "agreements, sanctions, meetings", (Kind.AGREEMENT, Kind.SANCTION, Kind.MEETING)),
    "people": ("●", "people and what they say", (Kind.ROLE, Kind.ORGANIZATION, Kind.STATEMENT)),
}
"""Each group's sign, words and kinds."""


def group_of(kind: Kind) -> str:
    """The group of a kind.

    >>> group_of(Kind.ATTACK)
    'violence'
    """
    return next(name for name, (_, _, kinds) in GROUPS.items() if kind in kinds)
