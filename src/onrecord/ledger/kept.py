"""Which claims are one fact, kept beside them: settled in the transaction in which claims come and go.

What is kept is what ``facts_of`` makes of all claims that stand, in the order in which they became known: of each claim the number
of the one that its fact begins with. As later claims change no earlier fact but by joining it, this holds as known on any day. The
shelves on which the like of a claim are found are kept too, as hashes, so that a new claim is compared with few.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Column, Connection, bindparam, delete, insert, select, update

from onrecord.ledger.facts import Group, Order, gather
from onrecord.ledger.remembered import Compared, Remembered, Whose
from onrecord.ledger.rows import entry_of
from onrecord.ledger.schema import claims, fact_shelves, meta, reports
from onrecord.ledger.search import entries
from onrecord.ledger.shelves import Shelves
from onrecord.ledger.told import Told

RULES = "6"
"""The version of the rules by which claims are joined (``told``, ``alike``, ``facts``). Where they change, raise it: ledgers are
settled anew when they are next opened for writing."""
KEY = "facts"
OnSettled = Callable[[int, int], None]
CHUNK = 2000
ASKED = 900
"""Values of one query: SQLite takes no more than 999 where it was built long ago."""


@dataclass(frozen=True, eq=False)
class Held:
    """A claim that stands, as it is settled: its number in the ledger, its fact as kept, and what is compared."""

    number: int
    fact: int | None
    compared: Compared

    @property
    def told(self) -> Told:
        """What it tells."""
        return self.compared.told

    @property
    def order(self) -> Order:
        """Its place in the order in which claims became known."""
        return self.compared.order

    @property
    def shelves(self) -> Shelves:
        """Where it stands, and where its like do."""
        return self.compared.shelves


def settle(connection: Connection, remembered: Remembered | None = None, *, on_settled: OnSettled | None = None) -> None:
    """Find the facts of claims that came since this was done last, and those that lost claims; in a transaction that writes.

    Claims that are ``remembered`` are not fetched again. ``on_settled`` is told how many of how many claims are done.
    """
    remembered = remembered or Remembered()
    left = connection.execute(
        select(claims.c.number, claims.c.fact).where(claims.c.fact.is_not(None), claims.c.until.is_not(None))
    )
    if gone := {row.number: row.fact for row in left}:
        _leave(connection, gone, remembered)
    new = claims.c.fact.is_(None) & claims.c.until.is_(None)
    in_order = select(claims.c.number).join_from(claims, reports).where(new)
    waiting = connection.scalars(
        in_order.order_by(claims.c.known_day, reports.c.id, claims.c.begin, claims.c.end, claims.c.id)
    ).all()
    for at in range(0, len(waiting), CHUNK):
        at_work = Settling(connection, remembered)
        found = at_work.held_in(claims.c.number, waiting[at : at + CHUNK])
        at_work.expect(found)
        for one in found:
            at_work.take(one)
        at_work.write()
        if on_settled is not None:
            on_settled(at + len(found), len(waiting))


def is_settled(connection: Connection) -> bool:
    """Whether what is kept was found by the rules of this program."""
    return connection.scalar(select(meta.c.value).where(meta.c.key == KEY)) == RULES


def settle_all(connection: Connection, on_settled: OnSettled | None = None) -> None:
    """Find all facts anew, as after a change of the rules."""
    connection.execute(delete(fact_shelves))
    connection.execute(update(claims).where(claims.c.fact.is_not(None)).values(fact=None))
    settle(connection, on_settled=on_settled)
    note(connection)


def note(connection: Connection) -> None:
    """Enter by which rules the facts of this ledger are found."""
    connection.execute(delete(meta).where(meta.c.key == KEY))
    connection.execute(insert(meta), {"key": KEY, "value": RULES})


def _leave(connection: Connection, gone: dict[int, int], remembered: Remembered) -> None:
    """Take claims that no longer stand out of their facts."""
    at_work = Settling(connection, remembered)
    at_work.drop(gone)
    at_work.write()
    connection.execute(
        update(claims).where(claims.c.number == bindparam("own")).values(fact=None), [{"own": number} for number in gone]
    )


class Settling:
    """Facts as they are while claims are settled: what the ledger keeps of them, and what is to be changed of that."""

    def __init__(self, connection: Connection, remembered: Remembered) -> None:
        self.connection = connection
        self.remembered = remembered
        self._members: dict[int, list[Held]] = {}
        self._groups: dict[int, Group] = {}
        self._near: dict[int, set[int]] = {}
        self._moved: dict[int, int] = {}
        self._added: dict[int, set[int]] = {}
        self._removed: dict[int, set[int]] = {}

    def expect(self, found: Collection[Held]) -> None:
        """Fetch at once what these claims will be compared with."""
        self._load(self._facts_on({key for one in found for key in one.shelves.sought}))

    def take(self, one: Held) -> None:
        """Give a claim its fact."""
        near = self._standing(self._facts_on(one.shelves.sought))
        earlier = [fact for fact in near if self._members[fact][0].order < one.order]
        for fact in sorted(earlier, key=lambda fact: self._members[fact][0].order):
            if self._group_before(fact, one).takes(one.told):
                self._join(fact, one, near)
                return
        later = (other for fact in near - set(earlier) for other in self._members[fact])
        begun = Group(one.number, [one.told])
        begun.add(one.told)
        if any(begun.takes(other.told) for other in later):
            self._again(near, extra=[one])
        else:
            self._make([one])

    def _join(self, fact: int, one: Held, near: set[int]) -> None:
        """Add a claim to a fact; where that turns later claims away, or draws some from facts on its shelves, all are made anew."""
        grown = self._group_before(fact, one)
        late = [other for other in self._members[fact] if other.order > one.order]
        grown.add(one.told)
        for other in late:
            if not grown.takes(other.told):
                self._again(near, extra=[one])
                return
            grown.add(other.told)
        first = self._members[fact][0].order
        after = (other for mate in near if self._members[mate][0].order > first for other in self._members[mate])
        if any(other.order > one.order and grown.takes(other.told) for other in after):
            self._again(near, extra=[one])
            return
        self._groups[fact] = grown
        self._members[fact] = (
            sorted([*self._members[fact], one], key=lambda other: other.order) if late else [*self._members[fact], one]
        )
        self._place(fact, [one])

    def _group_before(self, fact: int, one: Held) -> Group:
        """The fact as a claim finds it that may have become known before some of its claims."""
        members = self._members[fact]
        if members[-1].order < one.order:
            return self._group(fact)
        return self._made_of([other for other in members if other.order < one.order])

    def drop(self, gone: dict[int, int]) -> None:
        """Take these claims out of their facts."""
        facts = self._standing(set(gone.values()))
        self._again(self._standing(facts | self._around(facts)), dropped=set(gone))

    def write(self) -> None:
        """Enter what was found."""
        statement = delete(fact_shelves).where(fact_shelves.c.key == bindparam("k"), fact_shelves.c.fact == bindparam("f"))
        if removed := [{"k": key, "f": fact} for key, facts in self._removed.items() for fact in facts]:
            self.connection.execute(statement, removed)
        if added := [{"key": key, "fact": fact} for key in sorted(self._added) for fact in sorted(self._added[key])]:
            self.connection.execute(insert(fact_shelves).prefix_with("OR IGNORE", dialect="sqlite"), added)
        if self._moved:
            own = update(claims).where(claims.c.number == bindparam("own")).values(fact=bindparam("its"))
            self.connection.execute(own, [{"own": number, "its": fact} for number, fact in self._moved.items()])

    def _again(self, facts: set[int], *, extra: Sequence[Held] = (), dropped: Collection[int] = ()) -> None:
        """Make these facts anew with claims more or less, and with them all that may come out otherwise because of that."""
        region, new = set(facts), {one.number for one in extra}
        while True:
            self._load(region)
            before = {fact: [one for one in self._members[fact] if one.number not in dropped] for fact in region}
            found = _gathered([*(one for members in before.values() for one in members), *extra])
            told = {_numbers(members) for members in before.values()}
            after = {_numbers(members) - new for members in found}
            changed = [members for members in before.values() if _numbers(members) not in after]
            changed += [members for members in found if (kept := _numbers(members) - new) and kept not in told]
            more = self._standing(
                self._facts_on({key for members in changed for one in members for key in one.shelves.sought}) - region
            )
            if not more:
                break
            region |= more
        for fact in region:
            self._forget(fact)
        for members in found:
            self._make(members)

    def _around(self, facts: Iterable[int]) -> set[int]:
        return self._facts_on({key for fact in facts for one in self._members[fact] for key in one.shelves.sought})

    def _group(self, fact: int) -> Group:
        """The fact as new claims are compared with it."""
        if fact not in self._groups:
            self._groups[fact] = self._made_of(self._members[fact])
        return self._groups[fact]

    @staticmethod
    def _made_of(members: list[Held]) -> Group:
        group = Group(members[0].number, [members[0].told])
        for one in members:
            group.add(one.told)
        return group

    def _make(self, members: list[Held]) -> None:
        """A fact of these claims, in their order."""
        fact = members[0].number
        self._members[fact] = members
        self._place(fact, members)

    def _place(self, fact: int, members: Iterable[Held]) -> None:
        for one in members:
            self._moved[one.number] = fact
            for key in one.shelves.own:
                self._put(key, fact, self._added, self._removed)
                if key in self._near:
                    self._near[key].add(fact)

    def _forget(self, fact: int) -> None:
        for one in self._members.pop(fact):
            for key in one.shelves.own:
                self._put(key, fact, self._removed, self._added)
                if key in self._near:
                    self._near[key].discard(fact)
        self._groups.pop(fact, None)

    @staticmethod
    def _put(key: int, fact: int, to: dict[int, set[int]], other: dict[int, set[int]]) -> None:
        other.get(key, set()).discard(fact)
        to.setdefault(key, set()).add(fact)

    def _facts_on(self, keys: Collection[int]) -> set[int]:
        """The facts that have claims on these shelves."""
        unknown = [key for key in keys if key not in self._near]
        self._near |= {key: set(self._added.get(key, ())) for key in unknown}
        for some in _chunks(unknown):
            for key, fact in self.connection.execute(select(fact_shelves).where(fact_shelves.c.key.in_(some))):
                if fact not in self._removed.get(key, ()):
                    self._near[key].add(fact)
        return set().union(*(self._near[key] for key in keys))

    def _standing(self, facts: set[int]) -> set[int]:
        """Those of these facts that have claims; a damaged ledger may have shelves of others."""
        self._load(facts)
        return facts & self._members.keys()

    def _load(self, facts: Iterable[int]) -> None:
        """Fetch the claims of facts that are not here yet."""
        wanted = sorted(fact for fact in facts if fact not in self._members)
        for one in self.held_in(claims.c.fact, wanted) if wanted else ():
            assert one.fact is not None
            self._members.setdefault(one.fact, []).append(one)

    def held_in(self, column: Column[int], values: Sequence[int]) -> list[Held]:
        """The claims that have one of these values, in the order in which they became known."""
        query = select(claims.c.number, claims.c.fact, claims.c.id, reports.c.added).join_from(claims, reports)
        rows = [row for some in _chunks(values) for row in self.connection.execute(query.where(column.in_(some)))]
        whose = {row.number: Whose(row.number, row.id, row.added) for row in rows}
        compared = {number: found for number, one in whose.items() if (found := self.remembered.get(one))}
        for some in _chunks([number for number in whose if number not in compared]):
            for row in self.connection.execute(entries().add_columns(claims.c.number).where(claims.c.number.in_(some))):
                compared[row.number] = self.remembered.take(whose[row.number], entry_of(row))
        return sorted((Held(row.number, row.fact, compared[row.number]) for row in rows), key=lambda one: one.order)


def _gathered(pool: Iterable[Held]) -> list[list[Held]]:
    """The facts that these claims make, each as its claims in order."""
    ordered = sorted(pool, key=lambda one: one.order)
    by_told = {id(one.told): one for one in ordered}
    return [[by_told[id(told)] for told in group.told] for group in gather((one.told, one.shelves) for one in ordered)]


def _numbers(members: Iterable[Held]) -> frozenset[int]:
    return frozenset(one.number for one in members)


def _chunks(values: Sequence[int]) -> Iterator[Sequence[int]]:
    return (values[at : at + ASKED] for at in range(0, len(values), ASKED))
