"""A mapping that is a value: it compares, hashes and pickles like a tuple of its items."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, KeysView, Mapping
from typing import TypeVar, overload

V = TypeVar("V")
T = TypeVar("T")


class Frozen(Mapping[str, V]):
    """An immutable mapping with text keys, kept in the order of its keys.

    >>> Frozen({"place": "Iraq", "actor": "NATO"})
    Frozen({'actor': 'NATO', 'place': 'Iraq'})
    >>> Frozen(b=1) == Frozen({"b": 1}), Frozen(b=1)["b"]
    (True, 1)
    """

    __slots__ = ("_items",)
    _items: dict[str, V]

    def __init__(self, given: Mapping[str, V] | None = None, /, **more: V) -> None:
        merged = {**(given or {}), **more} if more else given or {}
        object.__setattr__(self, "_items", {key: merged[key] for key in sorted(merged)})

    def __getitem__(self, key: str) -> V:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, key: object) -> bool:
        return key in self._items

    @overload
    def get(self, key: str, /) -> V | None: ...
    @overload
    def get(self, key: str, /, default: V | T) -> V | T: ...
    def get(self, key: str, /, default: V | T | None = None) -> V | T | None:
        """The value of a key, else the default: asked for very often, so straight from the items."""
        return self._items.get(key, default)

    def keys(self) -> KeysView[str]:
        """The keys, in their order."""
        return self._items.keys()

    def items(self) -> ItemsView[str, V]:
        """Keys with their values, in the order of the keys."""
        return self._items.items()

    def __hash__(self) -> int:
        return hash(tuple(self._items.items()))

    def __eq__(self, other: object) -> bool:
        return self._items == dict(other) if isinstance(other, Mapping) else NotImplemented

    def __repr__(self) -> str:
        return f"Frozen({self._items!r})"

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a Frozen is not changed; make a new one")

    def __reduce__(self) -> tuple[type[Frozen[V]], tuple[dict[str, V]]]:
        return (Frozen, (self._items,))


class Later(Frozen[V]):
    """A ``Frozen`` whose values are made when one is first looked at: most readers of a claim never look at its spans.

    >>> Later({"actor": [0, 4]}, tuple)["actor"]
    (0, 4)
    """

    __slots__ = ("_given", "_make")

    def __init__(self, given: Mapping[str, object], make: Callable[[object], V]) -> None:
        object.__setattr__(self, "_given", given)
        object.__setattr__(self, "_make", make)

    def __getattr__(self, name: str) -> dict[str, V]:
        """The values, made now; it is asked only while they are not there."""
        if name != "_items":
            raise AttributeError(name)
        given: Mapping[str, object] = object.__getattribute__(self, "_given")
        make: Callable[[object], V] = object.__getattribute__(self, "_make")
        items = {key: make(given[key]) for key in sorted(given)}
        object.__setattr__(self, "_items", items)
        return items
