"""The ledger: claims kept with their words, and the questions that it answers."""

from onrecord.ledger.assistance import assistance
from onrecord.ledger.backup import backup
from onrecord.ledger.check import check, examine
from onrecord.ledger.columns import COLUMNS, FACT_COLUMNS, columns_of
from onrecord.ledger.crowded import MOST_OF_ONE, Crowd, Places, crowds, entries_numbered, number_of, places_of, without_crowds
from onrecord.ledger.differences import compare, difference_of
from onrecord.ledger.disputes import disputes, disputes_of
from onrecord.ledger.due import commitments, due, falls_between
from onrecord.ledger.dump import export_ledger
from onrecord.ledger.export import export_csv, export_jsonl, rows_of
from onrecord.ledger.facts import facts_of
from onrecord.ledger.filters import Filters, Newest
from onrecord.ledger.footprint import footprint
from onrecord.ledger.gold import export_gold
from onrecord.ledger.importing import import_claims, import_ledger, is_whole_ledger
from onrecord.ledger.judging import judge, judgements_of, split, undo
from onrecord.ledger.kin import echo_of, kin_of
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.levels import levels
from onrecord.ledger.listing import listed
from onrecord.ledger.names import KnownNames
from onrecord.ledger.overview import extent, names_like, overview
from onrecord.ledger.parquet import write_parquet
from onrecord.ledger.rereading import reread
from onrecord.ledger.revising import claim_as_set, claim_by_hand
from onrecord.ledger.sites import sites
from onrecord.ledger.speakers import on_record, speakers, spellings, statements
from onrecord.ledger.timeline import timeline
from onrecord.ledger.waiting import Waiting, waiting
from onrecord.ledger.withdrawing import tombstones, withdraw, withdrawn_notes

__all__ = [
    "COLUMNS",
    "FACT_COLUMNS",
    "MOST_OF_ONE",
    "Crowd",
    "Filters",
    "KnownNames",
    "Ledger",
    "Newest",
    "Places",
    "Waiting",
    "assistance",
    "backup",
    "check",
    "claim_as_set",
    "claim_by_hand",
    "columns_of",
    "commitments",
    "compare",
    "crowds",
    "difference_of",
    "disputes",
    "disputes_of",
    "due",
    "echo_of",
    "entries_numbered",
    "examine",
    "export_csv",
    "export_gold",
    "export_jsonl",
    "export_ledger",
    "extent",
    "facts_of",
    "falls_between",
    "footprint",
    "import_claims",
    "import_ledger",
    "is_whole_ledger",
    "judge",
    "judgements_of",
    "kin_of",
    "levels",
    "listed",
    "names_like",
    "number_of",
    "on_record",
    "overview",
    "places_of",
    "reread",
    "rows_of",
    "sites",
    "speakers",
    "spellings",
    "split",
    "statements",
    "timeline",
    "tombstones",
    "undo",
    "waiting",
    "withdraw",
    "withdrawn_notes",
    "without_crowds",
    "write_parquet",
]
