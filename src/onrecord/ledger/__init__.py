"""The ledger: claims kept with their words, and the questions that it answers."""

from onrecord.ledger.check import check, examine
from onrecord.ledger.due import commitments, due
from onrecord.ledger.export import COLUMNS, export_csv, export_jsonl
from onrecord.ledger.facts import facts_of
from onrecord.ledger.footprint import footprint
from onrecord.ledger.judging import judge, judgements_of, undo
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.levels import levels
from onrecord.ledger.listing import listed
from onrecord.ledger.names import KnownNames
from onrecord.ledger.rereading import reread
from onrecord.ledger.search import Filters
from onrecord.ledger.speakers import speakers, statements
from onrecord.ledger.timeline import timeline
from onrecord.ledger.withdrawing import tombstones, withdraw, withdrawn_notes

__all__ = [
    "COLUMNS",
    "Filters",
    "KnownNames",
    "Ledger",
    "check",
    "commitments",
    "due",
    "examine",
    "export_csv",
    "export_jsonl",
    "facts_of",
    "footprint",
    "judge",
    "judgements_of",
    "levels",
    "listed",
    "reread",
    "speakers",
    "statements",
    "timeline",
    "tombstones",
    "undo",
    "withdraw",
    "withdrawn_notes",
]
