"""The page of all commands, made from the functions behind them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, get_args, get_origin, get_type_hints

from typer.models import ArgumentInfo

from onrecord.cli.app import COMMANDS

HEAD = """\
# The command line

Made from the program by `python scripts/make_docs.py --write`; changes belong there.

OnRecord reads reports on security affairs, and keeps a ledger of claims, each with the words that make it. `python -m onrecord`
does the same as `onrecord`; `onrecord --version` prints the version, and `--help` after any command says what this page says.

Answers go to standard output, messages and summaries to standard error. Colours stand on a terminal only, and not where the
environment variable `NO_COLOR` is set. The ledger is `ledger.db` in the present folder, unless `--ledger` or the environment
variable `ONRECORD_LEDGER` names another. Dates are written `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where the day is not known.

| Exit code | Means |
| --- | --- |
| 0 | Done. |
| 1 | Something could not be read: a report, a line or the ledger. What could be read has been. |
| 2 | The command was given wrongly: an option, a date, or a name that the ledger does not know. |
| 130 | Interrupted. |
"""


@dataclass(frozen=True)
class Parameter:
    """An argument or option of a command, as its signature gives it."""

    name: str
    info: Any
    type: Any
    default: Any

    @property
    def is_argument(self) -> bool:
        """Whether it is given without a dash."""
        return isinstance(self.info, ArgumentInfo)

    @property
    def values(self) -> tuple[str, ...]:
        """The closed list of values that it takes, empty where any will do."""
        return tuple(self.type) if isinstance(self.type, type) and issubclass(self.type, StrEnum) else ()

    @property
    def metavar(self) -> str:
        """The word that stands for its value."""
        return self.info.metavar or {int: "NUMBER"}.get(self.type) or (self.name.upper() if self.is_argument else "TEXT")

    @property
    def written(self) -> str:
        """How it is written on the command line."""
        if self.is_argument:
            return self.metavar
        return ", ".join(self._names()) + ("" if self.type is bool else f" {self.metavar}")

    def _names(self) -> Iterator[str]:
        """Its names; in ``Annotated``, Typer keeps the first where a default would be."""
        if isinstance(self.info.default, str):
            yield self.info.default
        yield from self.info.param_decls or ()


def cli_page() -> str:
    """The page, in Markdown."""
    return HEAD + "".join(_section(command, example) for _, command, example in COMMANDS)


def parameters_of(command: Callable[..., None]) -> Iterator[Parameter]:
    """The arguments and options of a command."""
    hints = get_type_hints(command, include_extras=True)
    for name, parameter in inspect.signature(command).parameters.items():
        bare, info = get_args(hints[name])[:2]
        yield Parameter(name, info, _bare(bare), parameter.default)


def _bare(given: Any) -> Any:
    """The type of one value, without ``list[…]`` and ``… | None``."""
    for inner in get_args(given):
        if inner is not type(None):
            return _bare(inner)
    return get_origin(given) or given


def _section(command: Callable[..., None], example: str) -> str:
    parameters = list(parameters_of(command))
    arguments = "".join(f" {p.metavar}{'…' if p.name == 'paths' else ''}" for p in parameters if p.is_argument)
    rows = "\n".join(f"| `{_cell(p.written)}` | {_cell(_meaning(p))} |" for p in parameters)
    return f"""
## {command.__name__}

{inspect.getdoc(command)}

```text
onrecord {command.__name__} [OPTIONS]{arguments}
```

| Argument or option | Means |
| --- | --- |
{rows}

For example: `{example}`
"""


def _meaning(parameter: Parameter) -> str:
    said = [parameter.info.help.strip()]
    if parameter.values:
        said.append("One of " + ", ".join(f"`{value}`" for value in parameter.values) + ".")
    if parameter.info.envvar:
        said.append(f"`{parameter.info.envvar}` in the environment names it too.")
    if parameter.default is inspect.Parameter.empty and not parameter.is_argument:
        said.append("Must be given.")
    elif parameter.default not in (None, False, inspect.Parameter.empty):
        said.append(f"`{parameter.default}` if left out.")
    return " ".join(said)


def _cell(words: str) -> str:
    return words.replace("|", "\\|")
