"""The ledger: claims kept with their words, and the questions that it answers."""

from onrecord.ledger.assistance import assistance
from onrecord.ledger.catalogue import catalogue, echo_of, kin_of
from onrecord.ledger.check import check
from onrecord.ledger.disputes import disputes, disputes_of
from onrecord.ledger.due import commitments, due
from onrecord.ledger.export import COLUMNS, export_csv, export_jsonl
from onrecord.ledger.facts import facts_of
from onrecord.ledger.footprint import footprint
from onrecord.ledger.judging import judge, judgements_of, undo
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.levels import levels
from onrecord.ledger.names import KnownNames
from onrecord.ledger.rereading import reread
from onrecord.ledger.search import Filters
from onrecord.ledger.sites import sites
from onrecord.ledger.speakers import speakers, statements
from onrecord.ledger.timeline import timeline

__all__ = [
    "COLUMNS",
    "Filters",
    "KnownNames",
    "Ledger",
    "assistance",
    "catalogue",
    "check",
    "commitments",
    "disputes",
    "disputes_of",
    "due",
    "echo_of",
    "export_csv",
    "export_jsonl",
    "facts_of",
    "footprint",
    "judge",
    "judgements_of",
    "kin_of",
    "levels",
    "reread",
    "sites",
    "speakers",
    "statements",
    "timeline",
    "undo",
]
