"""A ledger made of the lines that ``export_ledger`` wrote, and claims of other files added by hand. All of a file is taken in, or nothing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError, InterfaceError, ProgrammingError

from onrecord.errors import BadImport, BadJudgement, LedgerError, OnRecordError
from onrecord.ledger import families, judging, storing
from onrecord.ledger.dump import END, FORM, HEAD, META, STONE, TOLD
from onrecord.ledger.echoes import prints_of
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.report_rows import expect_own, row_of
from onrecord.ledger.rows import report_of, report_row
from onrecord.ledger.schema import claim_spells, claims, readings, reports
from onrecord.ledger.whole_claims import lost_claims
from onrecord.ledger.whole_judgements import wrong_judgements
from onrecord.ledger.withdrawing import EMPTIED
from onrecord.model import Act, Anchor, Claim, Dateline, Imported, Judgement, Kind, Report, Span, claim_from_json, known_day

JsonRow = dict[str, Any]
EXPORT = "Export the ledger again, and import the new file whole"
KEPT = "Nothing was imported."
FORMS = (1, FORM)
UNCOUNTED = (
    "An older OnRecord wrote this file, without a last line that counts the others: if it was cut off, nothing tells. "
    "Compare the numbers with the ledger that it came from."
)
BROKEN = (KeyError, ValueError, TypeError, AttributeError)
"""What a line of the wrong form raises as it is taken apart."""


def import_ledger(lines: Iterable[str], path: str | PathLike[str], *, name: str = "the file") -> Imported:
    """Make a new ledger of the lines of another. It is made under another name and gets its own when it is whole.

    Raises ``BadImport`` for a line that cannot be, ``LedgerError`` where a file of this name is there already.
    """
    target = Path(path)
    if target.exists():
        why = "there is a file of this name already. A whole ledger is imported into a new file: name another."
        raise LedgerError(str(target), why)
    part = target.with_name(f"{target.name}.part")
    for left in (part, *(part.with_name(part.name + end) for end in ("-wal", "-shm"))):
        left.unlink(missing_ok=True)
    try:
        with Ledger.create(part) as ledger, ledger.writing() as connection:
            done = _take_in(connection, lines, name)
        part.rename(target)
    finally:
        part.unlink(missing_ok=True)
    return done


def import_claims(ledger: Ledger, lines: Iterable[str], *, by: str, why: str = "", name: str = "the file") -> Imported:
    """Add claims in the ledger's form, one a line, by hand: each becomes a judgement of ``by``. Their reports must be in the ledger.

    A claim that the ledger has already is left out, also where it was set aside since: an old file brings nothing back.
    """
    found: dict[str, Claim] = {}
    texts: dict[str, Report] = {}
    already = 0
    with ledger.writing() as connection:
        for number, row in _rows(lines, name):
            with _told(name, number, "Mend the line: docs/format.md has the form"):
                claim = claim_from_json(row)
                if claim.doc not in texts:
                    texts = {claim.doc: report_of(row_of(connection, claim.doc))}
                expect_own(texts[claim.doc], [claim])
                if claim.id in found or connection.scalar(select(claims.c.number).where(claims.c.id == claim.id)) is not None:
                    already += 1
                else:
                    found[claim.id] = claim
        judging.add_by_hand(connection, tuple(found.values()), by=by, why=why)
    return Imported(reports=0, claims=len(found), already=already, judgements=len(found))


def is_whole_ledger(line: str) -> bool:
    """Whether the first line of a file is that of a whole ledger."""
    try:
        row = json.loads(line)
    except ValueError:
        return False
    return isinstance(row, dict) and row.get("onrecord") == HEAD["onrecord"]


@dataclass
class _Open:
    """The report whose lines are being read, and its claims so far."""

    connection: Connection
    report: Report | None = None
    number: int = 0
    claims: list[tuple[Claim, JsonRow]] = field(default_factory=list)

    def close(self) -> None:
        """Enter the claims of the report, as they stood and stand."""
        if not self.claims or self.report is None:
            return
        rows = {claim.id: row for claim, row in self.claims}
        if len(rows) < len(self.claims):
            raise ValueError(f"a claim of report {self.report.id!r} is there twice")
        found = [claim for claim, _ in self.claims]
        storing.add_claims(self.connection, self.report, self.number, found, since="")
        statement = update(claims).where(claims.c.id == bindparam("own")).values(
            since=bindparam("from_"), until=bindparam("to_"), read=bindparam("read_"), follows=bindparam("after_")
        )  # fmt: skip
        values = [
            {
                "own": id,
                "from_": row["since"],
                "to_": row.get("until"),
                "read_": bool(row["read"]),
                "after_": row.get("follows"),
            }
            for id, row in rows.items()
        ]
        self.connection.execute(statement, values)
        for id, row in rows.items():
            if row.get("until") is not None:
                storing.show(self.connection, id, stands=False)
        self._keep_spells(rows)
        self.claims = []

    def _keep_spells(self, rows: dict[str, JsonRow]) -> None:
        spells = {id: row["spells"] for id, row in rows.items() if row.get("spells")}
        for id, stretches in spells.items():
            number = self.connection.execute(select(claims.c.number).where(claims.c.id == id)).scalar_one()
            values = [{"claim": number, "since": since, "until": until} for since, until in stretches]
            self.connection.execute(insert(claim_spells), values)


def _take_in(connection: Connection, lines: Iterable[str], name: str) -> Imported:
    counts: Counter[str] = Counter()
    current = _Open(connection)
    rows = _rows(lines, name)
    form = _form_of(next(rows, None), name)
    number, end = 1, None
    for number, row in rows:
        with _told(name, number, EXPORT):
            if end is not None:
                raise ValueError("it stands after the line that ends a ledger")
            if row["type"] == END:
                end = row
                continue
            take = _TAKES.get(row["type"])
            if take is None:
                raise ValueError(f"lines of type {row['type']!r} are not known")
            take(current, row)
            counts[row["type"]] += 1
    if form > 1 and end is None:
        raise BadImport(
            name, f"it is cut off after line {number:,}: the line that ends a ledger is not there", f"{EXPORT}. {KEPT}"
        )
    with _told(name, number, EXPORT):
        current.close()
        for wrong in (*lost_claims(connection), *wrong_judgements(connection)):
            raise ValueError(wrong)
        if end is not None and end["lines"] != counts:
            raise ValueError(f"it counts other lines ({_counted(end['lines'])}) than there are ({_counted(counts)})")
    return Imported(
        reports=counts["report"],
        claims=counts["claim"],
        judgements=counts["judgement"],
        tombstones=counts["tombstone"],
        notes=() if end is not None else (UNCOUNTED,),
    )


def _counted(lines: Mapping[str, int]) -> str:
    return ", ".join(f"{type} {number}" for type, number in sorted(lines.items())) or "none"


def _form_of(first: tuple[int, JsonRow] | None, name: str) -> int:
    """The form of the lines, by the first of them."""
    head = first[1] if first else {}
    if head.get("onrecord") != HEAD["onrecord"]:
        raise BadImport(name, "its first line is not that of a whole ledger", "Write one with: onrecord export --format ledger")
    form = head.get("form")
    if form not in FORMS:
        why = f"it has the form {form}, and this program knows form {FORM}"
        raise BadImport(name, why, "Import it with the OnRecord that wrote it, or a newer one")
    return int(form)


def _take_report(current: _Open, row: JsonRow) -> None:
    current.close()
    report = _report_from(row)
    if report.hash != row["hash"]:
        raise ValueError(f"the text of report {report.id!r} is not the one that was exported")
    cells = report_row(report, given_id=row["given_id"], added=row["added"])
    _enter(current, cells | {"origin": row.get("origin"), "notice": row.get("notice")})
    families.keep_keys(current.connection, current.number, prints_of(report))
    current.report = report


def _take_tombstone(current: _Open, row: JsonRow) -> None:
    current.close()
    cells = {name: row.get(name) for name in (*STONE, *TOLD)} | EMPTIED
    _enter(current, cells | {"known_day": known_day(row.get("published"), row["added"])})
    current.report = None


def _enter(current: _Open, cells: JsonRow) -> None:
    if current.connection.scalar(select(reports.c.number).where(reports.c.id == cells["id"])) is not None:
        raise ValueError(f"report {cells['id']!r} is there twice")
    current.connection.execute(insert(reports), cells)
    current.number = current.connection.execute(select(reports.c.number).where(reports.c.id == cells["id"])).scalar_one()


def _take_reading(current: _Open, row: JsonRow) -> None:
    if not current.number:
        raise ValueError("a reading stands before its report")
    values = {"report": current.number, "version": row["version"], "at": row["at"]}
    current.connection.execute(insert(readings), values)


def _take_claim(current: _Open, row: JsonRow) -> None:
    claim = claim_from_json(row["claim"])
    if current.report is None:
        raise ValueError("a claim stands before its report, or after a tombstone")
    expect_own(current.report, [claim])
    if claim.id != row["claim"]["id"]:
        raise ValueError(f"claim {row['claim']['id']} is not the one that was exported")
    current.claims.append((claim, row))


def _take_judgement(current: _Open, row: JsonRow) -> None:
    current.close()
    about = tuple(Anchor(one["claim"], one["report"], Kind(one["kind"]), Span(*one["evidence"])) for one in row["about"])
    value = claim_from_json(row["value"]) if row.get("value") else None
    made = Judgement(Act(row["act"]), row["by"], row["at"], row["why"], about, value, row.get("undoes"))
    if made.id != row["id"]:
        raise ValueError(f"judgement {row['id']} is not the one that was exported")
    judging.append(current.connection, made)


_TAKES: dict[str, Callable[[_Open, JsonRow], None]] = {
    "report": _take_report,
    "tombstone": _take_tombstone,
    "reading": _take_reading,
    "claim": _take_claim,
    "judgement": _take_judgement,
}


def _report_from(row: JsonRow) -> Report:
    line = row.get("dateline")
    plain = {name: row[name] for name in META if name in row and name in Report.__slots__}
    return Report(
        text=row["text"],
        dateline=Dateline(Span(*line["span"]), line.get("place"), line.get("agency")) if line else None,
        repeats=tuple(Span(*ends) for ends in row["repeats"]),
        **plain,
    )


def _rows(lines: Iterable[str], name: str) -> Iterator[tuple[int, JsonRow]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        with _told(name, number, "Mend the line, or export again"):
            row = json.loads(line)
            if not isinstance(row, dict):
                raise ValueError("it is no JSON object")
        yield number, row


@contextmanager
def _told(name: str, number: int, remedy: str) -> Iterator[None]:
    """Say of what goes wrong in which line it did."""
    where = f"{name}, line {number:,}"
    try:
        yield
    except json.JSONDecodeError as error:
        raise BadImport(where, f"it is no JSON ({error.msg})", f"{remedy}. {KEPT}") from error
    except KeyError as error:
        raise BadImport(where, f"it has no {error.args[0]!r}", f"{remedy}. {KEPT}") from error
    except BadJudgement as error:
        raise BadImport(where, str(error).rstrip("."), f"{remedy}. {KEPT}") from error
    except (IntegrityError, InterfaceError, ProgrammingError) as error:
        raise BadImport(where, f"the ledger cannot hold it ({error.orig})", f"{remedy}. {KEPT}") from error
    except LedgerError:
        raise
    except (OnRecordError, *BROKEN) as error:
        raise BadImport(where, str(error).rstrip("."), f"{remedy}. {KEPT}") from error
