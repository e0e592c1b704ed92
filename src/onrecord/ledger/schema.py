"""The tables of a ledger, for any database that SQLAlchemy speaks to.

Dates are kept as the text that the report gives; beside them stand derived days (``first_day``, ``last_day``, ``known_day``) that
indexes can use. ``json`` holds a claim whole: the other columns are there to ask by and to read.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text, text

VERSION = 7
"""The version of the tables below; a change of theirs needs a higher one and a migration."""

LONG = 92
"""Days: what lasts longer is looked for by itself, so that a window of time is one stretch of an index for all else."""
AHEAD = "status IN ('planned', 'conditional')"
"""What is still to come, as the index of it has it; a query must say it in these very words."""

metadata = MetaData()

meta = Table(
    "onrecord_meta",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("given_id", String, nullable=False),
    Column("title", Text),
    Column("outlet", String),
    Column("author", String),
    Column("published", String),
    Column("known_day", String, nullable=False),
    Column("added", String, nullable=False),
    Column("url", Text),
    Column("language", String, nullable=False),
    Column("path", Text),
    Column("corrects", String),
    Column("dateline_begin", Integer),
    Column("dateline_end", Integer),
    Column("dateline_place", String),
    Column("dateline_agency", String),
    Column("repeats", Text, nullable=False),
    Column("hash", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("origin", String),
    Column("withdrawn", String),
    Column("withdrawn_why", Text),
    Column("withdrawn_by", String),
    Column("withdrawn_claims", Integer),
    Column("notice", String),
    Index("reports_by_hash", "hash"),
    Index("reports_by_known_day", "known_day"),
    Index("reports_by_corrects", "corrects"),
    Index("reports_by_notice", "notice"),
    Index("reports_by_withdrawn", "withdrawn"),
    Index("reports_by_given_id", "given_id"),
    Index("reports_by_outlet", "outlet", "known_day"),
    Index("reports_by_url", "url"),
    Index("reports_by_origin", "origin"),
)
"""One that was ``withdrawn`` is a tombstone: its words are gone, and ``withdrawn_claims`` says how many claims it had. ``notice`` is
there where the report's own words say that it corrects another: the id of that one, empty where they do not tell which."""

claims = Table(
    "claims",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("report", Integer, ForeignKey("reports.number"), nullable=False),
    Column("kind", String, nullable=False),
    Column("status", String, nullable=False),
    Column("stage", String),
    Column("source", String),
    Column("words", Text, nullable=False),
    Column("begin", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("value", Float),
    Column("low", Float),
    Column("high", Float),
    Column("from", Float),
    Column("to", Float),
    Column("delta", Float),
    Column("unit", String),
    Column("approx", Boolean),
    Column("time_text", Text),
    Column("time_start", String),
    Column("time_end", String),
    Column("time_type", String),
    Column("first_day", String),
    Column("last_day", String),
    Column("dated_by", String),
    Column("rule", String, nullable=False),
    Column("confidence", Float),
    Column("json", Text, nullable=False),
    Column("since", String, nullable=False, server_default=""),
    Column("until", String),
    Column("read", Boolean, nullable=False, server_default="1"),
    Column("follows", String),
    Column("known_day", String, nullable=False, server_default=""),
    Column("fact", Integer),
    Index("claims_by_fact", "fact"),
    Index("claims_to_settle", "number", sqlite_where=text("fact IS NULL AND until IS NULL")),
    Index("claims_to_leave", "number", sqlite_where=text("fact IS NOT NULL AND until IS NOT NULL")),
    Index("claims_by_report", "report"),
    Index("claims_by_follows", "follows"),
    Index("claims_by_kind", "kind", "status", "first_day"),
    Index("claims_by_day", "first_day"),
    Index("claims_by_known_day", "known_day"),
    Index("claims_by_number", "number", "known_day", "until"),
)

"""A claim stands from ``since`` on, ``until`` it goes, if it does. ``read`` says that the newest reading of its report makes it, and
``follows`` names the claim of an older reading in whose place it came. ``known_day`` is that of its report. ``fact`` is the number of
the claim that its fact begins with (``kept``)."""

claim_args = Table(
    "claim_args",
    metadata,
    Column("claim", Integer, ForeignKey("claims.number"), primary_key=True),
    Column("arg", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("value", Text, nullable=False),
    Column("name_id", String),
    Column("country", String),
    Index("claim_args_by_value", "arg", "value"),
)

claim_keys = Table(
    "claim_keys",
    metadata,
    Column("role", String, primary_key=True),
    Column("key", String, primary_key=True),
    Column("claim", Integer, ForeignKey("claims.number"), primary_key=True),
    Column("kind", String, nullable=False),
    Column("status", String, nullable=False),
    Column("first_day", String),
    Column("last_day", String),
    Column("known_day", String, nullable=False),
    Column("stands", Boolean, nullable=False),
    Column("lasts", Boolean, nullable=False, server_default="0"),
    Index("claim_keys_lasting", "role", "key", "first_day", sqlite_where=text("lasts = 1")),
    Index("claim_keys_unbegun", "role", "key", "last_day", sqlite_where=text("lasts = 1 AND first_day IS NULL")),
    Index("claim_keys_ahead", "role", "key", "last_day", sqlite_where=text(AHEAD)),
    Index("claim_keys_by_claim", "claim"),
    Index("claim_keys_by_known_day", "role", "key", "known_day"),
    Index("claim_keys_by_day", "role", "key", "first_day"),
    Index("claim_keys_by_kind", "role", "key", "kind", "lasts", "first_day", "last_day", "known_day", "stands"),
    sqlite_with_rowid=False,
)
"""By what a claim is found: ``role`` is what the name is to it (actor, place, target, source), ``key`` a folded name or an id.

The other columns repeat what the claim's row says (``stands``: that it has no ``until``; ``lasts``: that it is open or longer than
``LONG``), so that claims are chosen and put in order
here, where those of one name lie together, before the rows of a few are fetched."""

fact_shelves = Table(
    "fact_shelves",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("fact", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
"""Where the claims of a fact stand when its like are looked for, as hashes (``kept``)."""

claim_parties = Table(
    "claim_parties",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("known_day", String, primary_key=True),
    Column("claim", Integer, ForeignKey("claims.number"), primary_key=True),
    Column("first_day", String),
    Column("tells", String, nullable=False),
    Index("claim_parties_by_claim", "claim"),
    sqlite_with_rowid=False,
)
"""Promises and what may answer them, by all who take part, as hashes, with hashes of what each tells (``whole_parties``)."""

claim_spells = Table(
    "claim_spells",
    metadata,
    Column("claim", Integer, ForeignKey("claims.number"), primary_key=True),
    Column("since", String, primary_key=True),
    Column("until", String, nullable=False),
)
"""Earlier stretches of the ledger's own history in which a claim stood, before it went and came back."""

readings = Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report", Integer, ForeignKey("reports.number"), nullable=False),
    Column("version", String, nullable=False),
    Column("at", String, nullable=False),
    Index("readings_by_report", "report"),
)
"""Which version of OnRecord read a report, and when."""

report_bands = Table(
    "report_bands",
    metadata,
    Column("band", Integer, primary_key=True),
    Column("key", String, primary_key=True),
    Column("report", Integer, ForeignKey("reports.number"), primary_key=True),
    Index("report_bands_by_report", "report"),
)
"""By what reports with nearly the same text are found: bands of the MinHash of each."""

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("act", String, nullable=False),
    Column("by", String, nullable=False),
    Column("at", String, nullable=False),
    Column("why", Text, nullable=False),
    Column("undoes", String),
    Column("value", Text),
    Index("judgements_by_undoes", "undoes"),
)
"""What analysts decided, appended to and never changed. ``value`` is the claim as it should be, as JSON."""

judged_claims = Table(
    "judged_claims",
    metadata,
    Column("judgement", Integer, ForeignKey("judgements.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("claim", String, nullable=False),
    Column("report", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("begin", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("judged_claims_by_claim", "claim"),
    Index("judged_claims_by_report", "report"),
)
"""Which claims a judgement is about: by id, and by report, kind and sentence for when a newer version reads them otherwise."""
