"""What can be asked in an address: one table a page, from which the form, the check and the description of the API are made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any
from unicodedata import category

from onrecord.errors import BadQuestion, InvalidDate
from onrecord.model import is_partial_date

LONGEST = 500
"""Characters of one value in an address."""
ALL = "all"
MOST_VALUES = 8
"""Values of a parameter that may be given more than once."""


@dataclass(frozen=True, slots=True)
class Param:
    """One parameter: its name in the address, its label, what it asks, and what it may be.

    ``kind`` is ``text``, ``day``, ``choice``, ``share`` (from 0 to 1), ``whole`` (1 or more), ``extent`` (as ``whole``, or ``all``). One that may be given ``many`` times is a tuple.
    """

    name: str
    label: str
    says: str
    kind: str = "text"
    choices: tuple[str, ...] = ()
    many: bool = False
    needed: bool = False
    most: int | None = None

    def read(self, given: str) -> Any:
        """The value of one text from the address."""
        if any(category(sign) in ("Cc", "Cs") for sign in given):
            raise BadQuestion(self.name, "it has a character that steers and is no text", "Write it anew without.")
        if len(given) > LONGEST:
            raise BadQuestion(self.name, f"it has {len(given):,} characters", f"Give at most {LONGEST}.")
        return READERS[self.kind](self, given)


Asked = Mapping[str, Any]
"""What an address asks: the values of a page's parameters, only those that were given."""


def read_params(params: Iterable[Param], given: Iterable[tuple[str, str]]) -> Asked:
    """The values of an address, checked; what is left empty is not asked, and what the page does not know is refused."""
    known = {param.name: param for param in params}
    found: dict[str, Any] = {}
    for name, text in given:
        param = known.get(name)
        if param is None:
            near = get_close_matches(name, known, n=1, cutoff=0.6)
            raise BadQuestion(name, "this page does not know it", f"Did you mean {near[0]}?" if near else _list(known))
        if not text.strip():
            continue
        value = param.read(text.strip())
        if not param.many:
            found[name] = value
            continue
        found[name] = tuple(dict.fromkeys((*found.get(name, ()), value)))
        if len(found[name]) > MOST_VALUES:
            raise BadQuestion(name, f"it is given more than {MOST_VALUES} times", "Leave some out.")
    return MappingProxyType(found)


def missing(params: Iterable[Param], asked: Asked) -> tuple[Param, ...]:
    """What a page needs and was not told."""
    return tuple(param for param in params if param.needed and param.name not in asked)


def _list(known: Mapping[str, Param]) -> str:
    return f"It knows {', '.join(known)}." if known else "It takes none."


def _text(_: Param, given: str) -> str:
    return given


def _day(param: Param, given: str) -> str:
    if not is_partial_date(given) or given.startswith("X"):
        raise InvalidDate(given, param.name)
    return given


def _choice(param: Param, given: str) -> str:
    if given not in param.choices:
        near = get_close_matches(given, param.choices, n=1, cutoff=0.6)
        raise BadQuestion(
            param.name,
            f"{given!r} is none of its values",
            f"Did you mean {near[0]}?" if near else f"Take one of {', '.join(param.choices)}.",
        )
    return given


def _share(param: Param, given: str) -> float:
    try:
        number = float(given)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise BadQuestion(param.name, f"{given!r} is no probability", "Give a number from 0 to 1, such as 0.8.")
    return number


def _whole(param: Param, given: str) -> int:
    most = param.most or 10**6
    if not (given.isascii() and given.isdigit() and len(given) < 10 and 1 <= int(given) <= most):
        raise BadQuestion(param.name, f"{given!r} is no number of things", f"Give a whole number from 1 to {most:,}.")
    return int(given)


def _extent(param: Param, given: str) -> int | str:
    return ALL if given == ALL else _whole(param, given)


READERS = {"text": _text, "day": _day, "choice": _choice, "share": _share, "whole": _whole, "extent": _extent}
