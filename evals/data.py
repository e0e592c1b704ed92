"""Where the measuring data lies, and how its scorers are called."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from onrecord.model import Report
from onrecord.readers import read_reports

CHECKOUT = Path(__file__).resolve().parent.parent
CLOSED = ("Wikipedia", "BBC Online")
"""Sources whose licence keeps their texts out of what may be trained on or shipped."""


def data_folder() -> Path:
    """``ONRECORD_EVAL_DATA``, by default ``shared`` beside the checkout."""
    return Path(os.environ.get("ONRECORD_EVAL_DATA") or CHECKOUT.parent / "shared")


def load_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON lines file, whose strings may hold other line ends than its own."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def load_reports(paths: Iterable[Path], *, published: str | None = None) -> list[Report]:
    """The reports of files; a file that cannot be read stops the run, since figures over fewer reports would mislead."""
    reports = []
    for found in read_reports(list(paths), published=published):
        if not isinstance(found, Report):
            raise SystemExit(f"the evaluation data is not whole: {found}")
        reports.append(found)
    return reports


class Missing(Exception):
    """A piece of the measuring data is not there: ``path`` says which."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is not there")
        self.path = path


def needed(*parts: str) -> Path:
    """A path of the measuring data; raises ``Missing`` where it is not there."""
    path = data_folder().joinpath(*parts)
    if not path.exists():
        raise Missing(path)
    return path


def dev_reports() -> dict[str, list[Report]]:
    """The development reports, and the news among them."""
    folder = needed("eval", "claims")
    reports = load_reports(folder / "reports" / f"{d['doc']}.json" for d in load_lines(folder / "dev.docs.jsonl"))
    return {"development reports": reports, "news (Wikinews)": [report for report in reports if report.id.startswith("wn-")]}


def json_lines(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Each row as one line of JSON."""
    return (json.dumps(row, ensure_ascii=False) for row in rows)


def run_scorer(scorer: Path, *arguments: str) -> str:
    """What a scorer prints; one that fails stops the run."""
    done = subprocess.run([sys.executable, str(scorer), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"the scorer failed: {done.stderr.strip()}")
    return done.stdout
