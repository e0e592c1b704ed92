"""Gold without texts: ``python -m evals.standoff`` checks the texts that you have, and joins them with the annotations.

verify TEXTS          say which texts are those that were annotated, by their hashes
join TEXTS -o FOLDER  write the gold of those texts as claims.jsonl and docs.jsonl, for ``python -m evals.score``
make GOLD             for maintainers: write the stand-off files anew from annotated texts (claims beside the folder ``reports``)

TEXTS is a folder with a file for each report: ID.json with ``text``, or ID.txt. IDs and addresses are in reports.jsonl.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from evals.data import json_lines, load_lines
from evals.reading import GOLD
from onrecord.errors import BadScoringInput

FOLDER = GOLD / "reports"
LONGEST = 5
"""Words of a text that may stand in a stand-off file: names and values, no longer quotation."""
FIELDS = ("doc", "kind", "evidence", "args", "args_alt", "quantity", "quantity_alt", "time", "time_alt", "announced", "status",
          "status_alt", "stage", "source", "source_alt", "optional")  # fmt: skip
LICENCES = {
    "BBC Online": "CC BY-NC 3.0",
    "Wikipedia": "CC BY-SA 3.0",
    "Wikinews": "CC BY 2.5",
    "UK Government": "OGL 3.0",
    "Australian Department of Foreign Affairs": "CC BY 3.0 AU",
    "CENTCOM": "public domain",
    "US State Department": "public domain",
}
"""The licence of each outlet's texts; those of the sample dispatches are the project's own."""
Row = dict[str, Any]


def hashes_of(text: str) -> Row:
    """The hash of a text, and that of its words alone, which tells other line ends and blanks from other words."""
    return {
        "characters": len(text),
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "sha256_words": hashlib.sha256(" ".join(text.split()).encode()).hexdigest(),
    }


def read_texts(folder: Path) -> dict[str, str]:
    """The texts of a folder by id. Raises ``BadScoringInput`` where there are none, or a file holds none."""
    out: dict[str, str] = {}
    for path in sorted(folder.glob("*")):
        try:
            if path.suffix == ".json":
                row = json.loads(path.read_text(encoding="utf-8"))
                out[row.get("id") or path.stem] = row["text"]
            elif path.suffix == ".txt":
                out[path.stem] = path.read_bytes().decode("utf-8")
        except (ValueError, KeyError, AttributeError, OSError) as problem:
            raise BadScoringInput(
                str(path), f"holds no text ({problem!r})", "Give JSON with `id` and `text`, or plain UTF-8."
            ) from None
    if not out:
        raise BadScoringInput(str(folder), "no text in it", "Name a folder with ID.json or ID.txt files.")
    return out


def compare(reports: list[Row], texts: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Each report with what its text is: ``right``, of ``other blanks``, of ``other words``, or ``missing``."""
    for report in reports:
        text = texts.get(report["doc"])
        found = hashes_of(text) if text is not None else {}
        if not found:
            yield report["doc"], "missing"
        elif found["sha256"] == report["sha256"]:
            yield report["doc"], "right"
        else:
            yield report["doc"], "other blanks" if found["sha256_words"] == report["sha256_words"] else "other words"


def detached(claim: Row, text: str) -> Row:
    """A claim without the words of its report: times and what is long are offsets."""
    row = {field: claim[field] for field in FIELDS if claim.get(field) is not None or (field == "source" and field in claim)}
    if str(claim.get("note") or "").startswith("optional"):
        row["optional"] = True

    def detach(value: Any) -> Any:
        if isinstance(value, str):
            return offsets_of(value, text, claim["evidence"]) if quotes(value, text) else value
        if isinstance(value, list):
            return [detach(item) for item in value]
        if isinstance(value, dict):
            return {
                key: offsets_of(inner, text, claim["evidence"]) if key == "text" else detach(inner)
                for key, inner in value.items()
            }
        return value

    return {field: value if field in ("doc", "kind", "evidence") else detach(value) for field, value in row.items()}


def quotes(value: str, text: str) -> bool:
    """Whether more words in a row than may be shown stand so in the text."""
    words, within = value.split(), " ".join(text.split())
    runs = (" ".join(words[at : at + LONGEST + 1]) for at in range(len(words) - LONGEST))
    return any(run in within for run in runs)


def offsets_of(value: str, text: str, evidence: list[int]) -> Row:
    """Where the words stand, within the evidence if they do; of what stands nowhere whole, the parts that do, one after another."""
    at = text.find(value, evidence[0], evidence[1])
    at = at if at >= 0 else text.find(value)
    return {"at": [at, at + len(value)]} if at >= 0 else {"parts": list(_parts(value.split(" "), text))}


def _parts(words: list[str], text: str) -> Iterator[str | list[int]]:
    """Each run of words that stands in the text, as offsets; single words as they are."""
    while words:
        length = next(n for n in range(len(words), 0, -1) if n == 1 or " ".join(words[:n]) in text)
        run, words = " ".join(words[:length]), words[length:]
        yield run if length == 1 else [text.find(run), text.find(run) + len(run)]


def joined(row: Any, text: str) -> Any:
    """A stand-off claim with the words of its report put back."""
    if isinstance(row, list):
        return [joined(item, text) for item in row]
    if not isinstance(row, dict):
        return row
    if "at" in row:
        begin, end = row["at"]
        return text[begin:end]
    if "parts" in row:
        return " ".join(part if isinstance(part, str) else text[part[0] : part[1]] for part in row["parts"])
    return {key: joined(value, text) for key, value in row.items()}


def verify(args: argparse.Namespace) -> int:
    """Say what each text is; 1 where one is not right."""
    found = list(compare(load_lines(FOLDER / "reports.jsonl"), read_texts(args.texts)))
    for doc, state in found:
        print(f"{state:<13}{doc}")
    right = sum(state == "right" for _, state in found)
    print(f"{right} of {len(found)} texts are those that were annotated.")
    return 0 if right == len(found) else 1


def join(args: argparse.Namespace) -> int:
    """Write the gold of the texts that are right; 1 where none is."""
    texts, reports = read_texts(args.texts), load_lines(FOLDER / "reports.jsonl")
    right = {doc for doc, state in compare(reports, texts) if state == "right"}
    claims = [joined(row, texts[row["doc"]]) for row in load_lines(FOLDER / "claims.jsonl") if row["doc"] in right]
    docs = [{key: report[key] for key in ("doc", "annotated_until")} for report in reports if report["doc"] in right]
    args.out.mkdir(parents=True, exist_ok=True)
    _write(args.out / "claims.jsonl", claims)
    _write(args.out / "docs.jsonl", docs)
    print(
        f"{len(claims)} claims on {len(docs)} of {len(reports)} reports in {args.out}. `verify` says what is wrong with the others."
    )
    return 0 if right else 1


def make(args: argparse.Namespace) -> int:
    """Write the stand-off files anew."""
    docs = load_lines(args.gold / "dev.docs.jsonl")
    reports = [json.loads((args.gold / "reports" / f"{row['doc']}.json").read_text(encoding="utf-8")) for row in docs]
    _write(FOLDER / "reports.jsonl", [described(report, row) for report, row in zip(reports, docs, strict=True)])
    texts = {report["id"]: report["text"] for report in reports}
    _write(FOLDER / "claims.jsonl", [detached(row, texts[row["doc"]]) for row in load_lines(args.gold / "dev.jsonl")])
    return 0


def described(report: Row, row: Row) -> Row:
    """A report without its text: where it stands, under what licence, and by what it is known again."""
    head = {"doc": report["id"], "outlet": report["outlet"], "licence": LICENCES.get(report["outlet"], "that of the project")}
    head |= {"url": report.get("url"), "published": report.get("published"), "annotated_until": row.get("annotated_until")}
    return head | hashes_of(report["text"])


def _write(path: Path, rows: list[Row]) -> None:
    path.write_text("".join(f"{line}\n" for line in json_lines(rows)), encoding="utf-8")


def main(argv: list[str] | None = None) -> int:
    """Do what was asked for; 2 where the texts cannot be read."""
    parser = argparse.ArgumentParser(
        prog="python -m evals.standoff", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True)
    works: dict[str, Callable[[argparse.Namespace], int]] = {"verify": verify, "join": join, "make": make}
    for name, work in works.items():
        command = commands.add_parser(name, help=work.__doc__)
        command.set_defaults(work=work)
        command.add_argument("gold" if name == "make" else "texts", type=Path, metavar="FOLDER")
        if name == "join":
            command.add_argument("-o", "--out", type=Path, required=True, help="the folder to write to")
    args = parser.parse_args(argv)
    try:
        done: int = args.work(args)
    except BadScoringInput as problem:
        print(problem, file=sys.stderr)
        return 2
    return done


if __name__ == "__main__":
    sys.exit(main())
