"""An action: what a form or a program may do to the ledger, where it is sent, and what it takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.web.bodies import Given
from onrecord.web.desk import Desk
from onrecord.web.params import Param


@dataclass(frozen=True, slots=True)
class Done:
    """What an action did: its answer as JSON, and the page that a browser sees next."""

    answer: Any
    where: str


@dataclass(frozen=True, slots=True)
class Action:
    """One action. Forms are sent to its ``path``, JSON objects to ``api``; where it fails, ``page`` shows why, with what was given.

    ``params`` are for the description of the API; ``takes_values`` says that it takes the values of a claim too, ``takes_others`` those of a second one.
    """

    name: str
    path: str
    title: str
    says: str
    do: Callable[[Desk, Given], Done]
    page: str
    params: tuple[Param, ...] = ()
    takes_values: bool = False
    takes_others: bool = False
    asked: Callable[[Given], Mapping[str, Any]] = lambda _given: {}

    @property
    def api(self) -> str:
        """Where programs send it."""
        return f"/api{self.path}"
