"""Keeps the documents true: their commands are run, and what can be generated from the program is.

python scripts/make_docs.py --check      say what no longer holds (the tests do the same)
python scripts/make_docs.py --write      write docs/cli.md, the generated tables and the shown outputs anew
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from doc_cli import cli_page
from doc_console import blocks_of, run_document

from onrecord.claims import rules_by_name
from onrecord.ledger import columns_of
from onrecord.lexicon.confidence import weights
from onrecord.model import SPECS, Kind, Report, claim_to_json
from onrecord.pipeline import Extractor
from onrecord.readers import read_file

ROOT = Path(__file__).resolve().parent.parent
RUN = ("README.md", "docs/tutorial.md")
GENERATED = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- /generated -->)", re.DOTALL)


def table_of_kinds() -> str:
    """A table of the kinds of claims: what each says, its args and its quantity."""
    rows = ["| Kind | Says | Args (bold ones identify the claim) | `quantity` |", "| --- | --- | --- | --- |"]
    for kind, spec in SPECS.items():
        named = [f"**{arg}**" for arg in spec.identifying] + list(spec.further)
        rows.append(f"| `{kind.value}` | {spec.says} | {', '.join(named)} | {spec.quantity or '—'} |")
    return "\n".join(rows)


def table_of_values() -> str:
    """A table of the args that take one of a closed list of values."""
    rows = ["| Kind | Arg | One of |", "| --- | --- | --- |"]
    for kind, spec in SPECS.items():
        rows += [f"| `{kind.value}` | {arg} | {', '.join(f'`{v}`' for v in values)} |" for arg, values in spec.values]
    return "\n".join(rows)


def table_of_features() -> str:
    """A table of what a claim's confidence is made of."""
    in_use = weights()
    rows = [
        "| Feature | Is there where | Weight |",
        "| --- | --- | --- |",
        f"| (intercept) | always | {in_use.intercept:.2f} |",
    ]
    return "\n".join(rows + [f"| `{name}` | {in_use.says[name]} | {weight:.2f} |" for name, weight in in_use.features.items()])


def table_of_columns(*, facts: bool = False) -> str:
    """A table of the columns of a row a claim, or a fact."""
    rows = ["| Column | Type | Holds | With `--no-text` |", "| --- | --- | --- | --- |"]
    for name, column in columns_of(facts=facts).items():
        rows.append(f"| `{name}` | {column.type} | {column.says} | {'left out' if column.words else ''} |")
    return "\n".join(rows)


def table_of_fact_columns() -> str:
    """A table of the columns of a row a fact."""
    return table_of_columns(facts=True)


def table_of_rules() -> str:
    """A table of the rules, with what each says of itself."""
    rows = ["| Rule | Catches |", "| --- | --- |"]
    return "\n".join(rows + [f"| `{name}` | {says} |" for name, says in rules_by_name().items()])


def rules_file() -> str:
    """The same as data, for pages that show them without loading the reading wing."""
    return json.dumps(dict(rules_by_name()), ensure_ascii=False, indent=1) + "\n"


def example_claim() -> str:
    """The first change of forces that the tutorial's dispatch claims, as JSON."""
    lines = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8").split("\n")
    [block] = [block for block in blocks_of(lines) if block.told.get("file") == "dispatch.txt"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dispatch.txt"
        path.write_text("\n".join(lines[block.begin : block.end]) + "\n", encoding="utf-8")
        [report] = read_file(path, published="2021-03-10")
    if not isinstance(report, Report):
        raise report
    claim = next(claim for claim in Extractor().claims(report) if claim.kind is Kind.FORCE_CHANGE)
    fields = [f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in claim_to_json(claim).items()]
    return "```json\n{" + ",\n ".join(fields) + "}\n```"


TABLES: dict[str, Callable[[], str]] = {
    "kinds": table_of_kinds,
    "values": table_of_values,
    "features": table_of_features,
    "columns": table_of_columns,
    "fact_columns": table_of_fact_columns,
    "rules": table_of_rules,
    "claim": example_claim,
}


def with_tables(text: str) -> str:
    """The document with its generated tables made anew."""
    return GENERATED.sub(lambda found: f"{found[1]}\n{TABLES[found[2]]()}\n\n{found[3]}", text)


def documents() -> list[Path]:
    """The documents that may hold generated tables."""
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


@cache
def generated() -> dict[Path, str]:
    """What the generated page and the documents with generated tables should hold."""
    pages = {path: with_tables(path.read_text(encoding="utf-8")) for path in documents() if path.name != "cli.md"}
    rules = {ROOT / "src" / "onrecord" / "views" / "rules.json": rules_file()}
    return {ROOT / "docs" / "cli.md": cli_page()} | rules | pages


def check() -> list[str]:
    """What no longer holds."""
    stale = [path for path, text in generated().items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    problems = [f"{path.relative_to(ROOT)} is not what the program says" for path in stale]
    for name in RUN:
        with tempfile.TemporaryDirectory() as folder:
            problems += run_document(name, (ROOT / name).read_text(encoding="utf-8"), Path(folder)).problems
    return problems


def write() -> list[str]:
    """Make everything anew; what still does not hold is given back."""
    for path, text in generated().items():
        path.write_text(text, encoding="utf-8")
    problems = []
    for name in RUN:
        with tempfile.TemporaryDirectory() as folder:
            done = run_document(name, (ROOT / name).read_text(encoding="utf-8"), Path(folder), write=True)
        (ROOT / name).write_text(done.text, encoding="utf-8")
        problems += done.problems
    return problems


def main() -> int:
    """Run what was asked for; the exit code is 1 where something does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    group = parser.add_mutually_exclusive_group(required=True)
    for name, action in (("check", check), ("write", write)):
        group.add_argument(f"--{name}", dest="action", action="store_const", const=action, help=action.__doc__)
    problems = parser.parse_args().action()
    sys.stderr.writelines(f"{problem}\n" for problem in problems)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
