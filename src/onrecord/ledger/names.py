"""From what a user types to the keys that the ledger has for it, and to near names where it has none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process
from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, exists, func, or_, select

from onrecord.errors import UnknownName
from onrecord.ledger.keys import ACTING, COUNTRY, PLACES, RECEIVING, fold, lexicon_name, name_key, own_names, rows_of
from onrecord.ledger.same import PARTIAL
from onrecord.ledger.schema import claim_args, claim_keys, claims, reports
from onrecord.model import Claim

View = Sequence[ColumnElement[bool]]
"""Conditions on claims with their reports: what is looked at."""

NEAR = 3
NEAR_ENOUGH = 72
TOGETHER = 900
"""So many ids are asked for at once."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody or somewhere that a user asks for: the name as the ledger writes it, and all keys that it goes by."""

    role: str
    name: str
    keys: tuple[str, ...]

    def is_in(self, claim: Claim, args: Iterable[str]) -> bool:
        """Whether one of these args of the claim names it."""
        keys = self.keys
        for arg in args:
            value = claim.args.get(arg, ())
            words = (value,) if isinstance(value, str) else value
            if any(not own_names(arg, word).isdisjoint(keys) for word in words):
                return True
            ids = (arg, *(f"{arg}.{position}" for position in range(len(words))))
            if any(claim.ids.get(name, "") in keys for name in ids):
                return True
            where = claim.locations.get(arg)
            if where is not None and any(name_key(larger) in keys for larger in where.within):
                return True
        return False

    def is_named(self, claim: Claim, arg: str) -> bool:
        """Whether this arg of the claim is it, and nothing in it: "northern Syria" has the id of Syria, and is a part of it."""
        for row in rows_of(claim, arg):
            if not own_names(arg, row.value).isdisjoint(self.keys):
                return True
            if row.name_id not in self.keys:
                continue
            narrower = PARTIAL.intersection(fold(row.value.split(",", maxsplit=1)[0]).split()) - set(fold(self.name).split())
            if not narrower:
                return True
        return False


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The names that the ledger knows, each in its alphabetical order."""

    actors: tuple[str, ...]
    places: tuple[str, ...]


def ask(connection: Connection, role: str, given: str, view: View = ()) -> Asked:
    """What the user means by ``given``: by the lexicon, else by the ids that claims in ``view`` give to these very words.

    Raises ``UnknownName`` where the ledger has nothing of the kind.
    """
    meant = lexicon_name(role, given)
    keys = {name_key(given)} | ({given} if ":" in given else set())
    if meant:
        keys |= {name_key(meant.canonical)} | ({meant.id} if meant.id else set())
    written = _as_written(connection, role, keys, view) if not (meant and meant.id) else set()
    if not (meant and meant.id):
        keys |= {name_id for _, name_id in written if name_id}
    known = connection.scalar(select(exists().where(claim_keys.c.role == role, claim_keys.c.key.in_(sorted(keys)))))
    if not known:
        raise UnknownName(role, given, near(given, names_of(connection, role)))
    name = meant.canonical if meant else min((value for value, _ in written), default=given)
    return Asked(role, name, tuple(sorted(keys)))


def _as_written(connection: Connection, role: str, keys: set[str], view: View) -> set[tuple[str, str | None]]:
    """The spellings that claims have for these names, and the ids that they give to them."""
    if role == "source":
        return set()
    args = ACTING if role == "actor" else (*PLACES, *RECEIVING)
    query = (
        select(claim_args.c.arg, claim_args.c.value, claim_args.c.name_id)
        .join_from(claim_args, claim_keys, claim_keys.c.claim == claim_args.c.claim)
        .where(claim_keys.c.role == role, claim_keys.c.key.in_(sorted(keys)), claim_args.c.arg.in_(args))
        .distinct()
    )
    if view:
        query = query.join(claims, claims.c.number == claim_args.c.claim).join(reports).where(*view)
    rows = connection.execute(query)
    return {(value, name_id) for arg, value, name_id in rows if keys & (own_names(arg, value) | {name_id})}


def names_of(connection: Connection, role: str) -> tuple[str, ...]:
    """All names that the ledger has in this role; of sources, one spelling of each that differ by case and article alone."""
    if role == "speaker":
        return tuple(sorted({*values_of(connection, "speaker"), *names_of(connection, "source")}))
    if role == "source":
        found = set(connection.scalars(_sources()))
    else:
        found = {name for arg in (ACTING if role == "actor" else PLACES) for name in values_of(connection, arg)}
    return tuple(sorted(found, key=lambda name: (name.casefold(), name)))


def values_of(connection: Connection, arg: str) -> list[str]:
    """All values of an arg as claims write them: from one to the next in their index, as each may be told very often."""
    value, own = claim_args.c.value, claim_args.c.arg == arg
    told = select(func.min(value).label("value")).where(own).cte("told", recursive=True)
    later = select(func.min(value)).where(own, value > told.c.value).correlate(told).scalar_subquery()
    told = told.union_all(select(later).where(told.c.value.is_not(None)))
    return list(connection.scalars(select(told.c.value).where(told.c.value.is_not(None))))


def values_of_places(connection: Connection, arg: str, ids: Iterable[str]) -> set[str]:
    """The values of an arg that says where, as claims write them, to which claims give one of these ids."""
    known = sorted(ids)
    told = (
        select(claim_args.c.value)
        .join_from(claim_keys, claim_args, claim_args.c.claim == claim_keys.c.claim)
        .where(claim_keys.c.role == "place", claim_args.c.arg == arg, claim_args.c.name_id == claim_keys.c.key)
    )
    chunks = (known[at : at + TOGETHER] for at in range(0, len(known), TOGETHER))
    return {value for some in chunks for value in connection.scalars(told.where(claim_keys.c.key.in_(some)).distinct())}


def _sources() -> Select[Any]:
    """Who is cited: from one key of a source to the next, and of each the name as the first claim with it has it."""
    keys = claim_keys
    told = select(func.min(keys.c.key).label("key")).where(keys.c.role == "source").cte("told", recursive=True)
    later = select(func.min(keys.c.key)).where(keys.c.role == "source", keys.c.key > told.c.key).correlate(told)
    told = told.union_all(select(later.scalar_subquery()).where(told.c.key.is_not(None)))
    first = select(func.min(keys.c.claim)).where(keys.c.role == "source", keys.c.key == told.c.key).correlate(told)
    return select(claims.c.source).where(claims.c.number.in_(select(first.scalar_subquery()).where(told.c.key.is_not(None))))


def near(given: str, names: Iterable[str]) -> tuple[str, ...]:
    """The closest names, best first, none where nothing is close."""
    found = process.extract(given, sorted(names), scorer=fuzz.WRatio, processor=fold, score_cutoff=NEAR_ENOUGH, limit=None)
    return tuple(name for name, _, _ in sorted(found, key=lambda hit: (-hit[1], hit[0]))[:NEAR])


def is_name(key: str) -> bool:
    """Whether a key is a name as it is written, not an id."""
    return key.startswith(name_key(""))


def each_way(asked: Asked, *, hit: bool = False, keys: FromClause = claim_keys) -> list[ColumnElement[bool]]:
    """As ``goes_by``, a condition for each key by itself, so that an index that has it in front can go on with days."""
    codes = [key for key in asked.keys if hit and key.startswith(COUNTRY)]
    ways = [*((asked.role, key) for key in asked.keys), *(("target", key) for key in codes)]
    return [and_(keys.c.role == role, keys.c.key == key) for role, key in ways]


def goes_by(asked: Asked, *, hit: bool = False, keys: FromClause = claim_keys) -> ColumnElement[bool]:
    """A condition on rows of ``claim_keys``: one of these names is the claim's. With ``hit``, also that it hit their country's own."""
    return or_(*by_role(asked, hit=hit, keys=keys))


def by_role(asked: Asked, *, hit: bool = False, keys: FromClause = claim_keys) -> list[ColumnElement[bool]]:
    """As ``goes_by``, a condition for each role by itself, so that none is looked up where the one before holds."""
    own = and_(keys.c.role == asked.role, keys.c.key.in_(asked.keys))
    codes = [key for key in asked.keys if hit and key.startswith(COUNTRY)]
    return [own, and_(keys.c.role == "target", keys.c.key.in_(codes))] if codes else [own]
