"""The commands that stand in a document: run in order in one folder, and their output held against what the document shows.

A fenced ``console`` block holds commands (lines that begin with ``$ ``) and, below a command, what it prints; a line ``...`` stands
for any lines. A ``python`` block runs as a program. Comments before a block say more, and a reader of the page does not see them:

    <!-- shows 8; "What was planned" 4 -->  which lines of the output ``--write`` puts there: a number, from a line that holds the words
    <!-- claim --kind threat -->            the claim whose id stands in the command: the first that ``onrecord claims`` gives
    <!-- claim --in Iraq | --in Mali -->    the same of a command with two claims
    <!-- file dispatch.txt -->              the block is no console: its text is written to a file of this name
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

WIDTH = "90"
TIMEOUT = 300
SKIP = "..."
PROMPT = "$ "
STANDS_FOR = {"make demo": "onrecord demo", "onrecord serve iraq.db": "onrecord serve --help"}
PROGRAMS = (["onrecord"], ["python", "-m", "onrecord"])
DIRECTIVE = re.compile(r"<!-- (file|shows|claim) (.+) -->")
PIECE = re.compile(r'(?:"([^"]+)"\s*)?(\d+|all)')
CLAIM_ID = re.compile(r"\b[0-9a-f]{8}\b")


@dataclass(frozen=True)
class Block:
    """A fenced block: lines ``[begin, end)`` of its document, and the comments before it."""

    language: str
    begin: int
    end: int
    told: dict[str, str]


@dataclass
class Command:
    """A command, and what the document shows of its output."""

    line: str
    shown: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Printed:
    """What a command printed, without blanks at the ends of lines, and its exit code."""

    code: int
    lines: list[str]


class Session:
    """A folder and an environment in which the commands of one document run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
        self.environment = kept | {"COLUMNS": WIDTH, "NO_COLOR": "1", "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}

    def run(self, line: str) -> Printed | None:
        """What a command prints; ``None`` where it is not one that is run (``git clone``, ``make test``)."""
        words = shlex.split(line, comments=True)
        words = shlex.split(STANDS_FOR.get(" ".join(words), "")) or words
        if words[:1] == ["export"]:
            self.environment |= dict([words[1].split("=", 1)])
            return Printed(0, [])
        for program in PROGRAMS:
            if words[: len(program)] == program:
                return self._run(["-m", "onrecord", *words[len(program) :]])
        return None

    def run_python(self, code: str) -> Printed:
        """What a program prints."""
        return self._run(["-c", code])

    def claim_id(self, filters: str) -> str:
        """The id of the first claim that passes the filters, as the tables show it."""
        printed = self._run(["-m", "onrecord", "claims", *shlex.split(filters), "--limit", "1", "--json"])
        return str(json.loads("\n".join(printed.lines))[0]["id"])[:8]

    def _run(self, arguments: list[str]) -> Printed:
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder, env=self.environment, timeout=TIMEOUT, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
        )  # fmt: skip
        return Printed(done.returncode, trimmed([line.rstrip() for line in done.stdout.splitlines()]))


def trimmed(lines: list[str]) -> list[str]:
    """The lines without empty ones at the beginning and the end.

    >>> trimmed(["", "a", "", "b", ""])
    ['a', '', 'b']
    """
    filled = [number for number, line in enumerate(lines) if line]
    return lines[filled[0] : filled[-1] + 1] if filled else []


def blocks_of(lines: Sequence[str]) -> Iterator[Block]:
    """The fenced blocks of a document."""
    told: dict[str, str] = {}
    opened: tuple[str, int] | None = None
    for number, line in enumerate(lines):
        if opened is not None:
            if line == "```":
                yield Block(opened[0], opened[1], number, told)
                opened, told = None, {}
        elif line.startswith("```"):
            opened = (line[3:].strip(), number + 1)
        elif found := DIRECTIVE.fullmatch(line):
            told[found[1]] = found[2]
        elif line:
            told = {}


def commands_of(lines: Sequence[str]) -> list[Command]:
    """The commands of a block, with what is shown below each.

    >>> commands_of(["$ onrecord demo", "Added", "..."])
    [Command(line='onrecord demo', shown=['Added', '...'])]
    """
    commands: list[Command] = []
    for line in lines:
        if line.startswith(PROMPT):
            commands.append(Command(line.removeprefix(PROMPT)))
        elif commands:
            commands[-1].shown.append(line)
    return commands


def is_printed(shown: Sequence[str], printed: Sequence[str]) -> bool:
    """Whether the lines shown were printed, in order, with ``...`` for any others.

    >>> is_printed(["a", "...", "d"], ["a", "b", "c", "d"]), is_printed(["a", "d"], ["a", "b", "d"])
    (True, False)
    """
    pattern = "".join(r"(?:.*\n)*?" if line.strip() == SKIP else re.escape(line.rstrip()) + r"\n" for line in shown)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)) is not None


def cut(printed: Sequence[str], wanted: str) -> list[str]:
    """The pieces of an output that a ``shows`` comment asks for; raises ``ValueError`` where it has no such line.

    >>> cut(["a", "b", "c", "d", "e"], '1; "c" 2')
    ['a', '...', 'c', 'd', '...']
    """
    out: list[str] = []
    at = 0
    for words, count in PIECE.findall(wanted):
        begin = next((n for n in range(at, len(printed)) if words in printed[n]), None)
        if begin is None:
            raise ValueError(f"no line of the output holds {words!r}")
        end = len(printed) if count == "all" else min(begin + int(count), len(printed))
        out += [SKIP] * (begin > at) + trimmed(list(printed[begin:end]))
        at = end
    return out + [SKIP] * (at < len(printed))


@dataclass
class Checked:
    """A document after its commands ran: its text with fresh output, how many commands ran, and what did not hold."""

    text: str
    ran: int = 0
    problems: list[str] = field(default_factory=list)


def run_document(name: str, text: str, folder: Path, *, write: bool = False) -> Checked:
    """Run the commands of a document in ``folder``; with ``write``, its shown outputs are made anew."""
    session, lines, checked = Session(folder), text.split("\n"), Checked(text)
    fresh = list(lines)
    for block in reversed(list(_run_blocks(name, lines, session, checked, write=write))):
        fresh[block[0].begin : block[0].end] = block[1]
    checked.text = "\n".join(fresh)
    return checked


def _run_blocks(
    name: str, lines: list[str], session: Session, checked: Checked, *, write: bool
) -> Iterator[tuple[Block, list[str]]]:
    for block in blocks_of(lines):
        inside = lines[block.begin : block.end]
        if "file" in block.told:
            (session.folder / block.told["file"]).write_text("\n".join(inside) + "\n", encoding="utf-8")
        elif block.language == "python":
            checked.ran += 1
            if (printed := session.run_python("\n".join(inside))).code != 0:
                checked.problems.append(f"{name}, line {block.begin + 1}, python: {printed.lines[-1:]}")
        elif block.language == "console":
            commands = commands_of(inside)
            for number, command in enumerate(commands):
                where = f"{name}, line {block.begin + 1}, $ {command.line}"
                wanted = block.told.get("shows") if number == len(commands) - 1 else None
                _run_command(where, command, block.told.get("claim"), wanted, session, checked, write=write)
            yield block, [line for command in commands for line in (PROMPT + command.line, *command.shown)]


def _run_command(
    where: str, command: Command, claim: str | None, wanted: str | None, session: Session, checked: Checked, *, write: bool
) -> None:
    if write and claim:
        ids = [session.claim_id(filters) for filters in claim.split(" | ")]
        left = iter(ids)
        command.line = CLAIM_ID.sub(lambda _: next(left, ids[-1]), command.line)
    printed = session.run(command.line)
    if printed is None:
        return
    checked.ran += 1
    if printed.code != 0:
        checked.problems.append(f"{where}: exit code {printed.code}: {' / '.join(printed.lines[-3:])}")
    elif write and wanted:
        try:
            command.shown = cut(printed.lines, wanted)
        except ValueError as error:
            checked.problems.append(f"{where}: {error}")
    elif command.shown and not is_printed(command.shown, printed.lines):
        checked.problems.append(f"{where}: prints something else than what is shown")
