"""Addresses of pages: built in one place, each value escaped, the clocks of the page carried along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlencode

CARRIED = ("known", "added", "min_confidence")
"""What a link takes along from the page on which it stands."""


def address(path: str, values: Mapping[str, object] | None = None) -> str:
    """An address with these values; ``None`` and empty ones are left out, a tuple gives its name once for each value.

    >>> address("/timeline", {"actor": "R&D", "kind": None, "state": ("open", "met")})
    '/timeline?actor=R%26D&state=open&state=met'
    """
    pairs = [(name, str(one)) for name, value in (values or {}).items() for one in _each(value)]
    return path + (f"?{urlencode(pairs)}" if pairs else "")


def in_path(text: str) -> str:
    """A text as one part of a path."""
    return quote(text, safe="")


class Links:
    """The addresses that a page's template writes: ``links('timeline', actor=…)``, ``links.here(page=2)``."""

    def __init__(self, path: str, asked: Mapping[str, object]) -> None:
        self.path = path
        self.asked = dict(asked)

    def __call__(self, page: str, **values: object) -> str:
        """The address of a page by its name, as known on the same day as this one."""
        carried = {name: self.asked[name] for name in CARRIED if name in self.asked}
        return address("/" if page == "overview" else f"/{page}", {**values, **carried})

    def here(self, **changes: object) -> str:
        """The address of this page with some values changed; the first leaf of a list where it is not said which."""
        return address(self.path, {**self.asked, "page": None, **changes})

    def download(self, ending: str) -> str:
        """The address of this page's answer as a file."""
        return address(
            f"{self.path}.{ending}", {name: value for name, value in self.asked.items() if name not in ("page", "limit")}
        )

    def api(self, path: str, **path_values: str) -> str:
        """The address of this page's answer as JSON."""
        left_out = {*path_values, "page", "limit"}
        return address(path, {name: value for name, value in self.asked.items() if name not in left_out})

    def claim(self, id: str) -> str:
        """The address of a claim: its sentence, and why it is one."""
        return f"/claims/{in_path(id)}"

    def report(self, id: str, claim: str | None = None) -> str:
        """The address of a report, at the sentence of a claim."""
        return address("/report", {"id": id, "claim": claim}) + (f"#c-{in_path(claim)}" if claim else "")


def _each(value: object) -> Iterable[object]:
    if value is None or value == "" or value is False:
        return ()
    return value if isinstance(value, (tuple, list)) else (value,)
