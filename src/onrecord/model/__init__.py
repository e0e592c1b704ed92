"""The ground that both wings stand on: values, reports, claims, facts and answers. Standard library only."""

from onrecord.model.answers import (
    DerivedLevel,
    Footprint,
    LevelPoint,
    Levels,
    LevelSeries,
    Office,
    RunSummary,
    Said,
    Speaker,
    Statements,
)
from onrecord.model.checked import Checked
from onrecord.model.claim import Arg, Claim, claim_from_json, claim_known_as, claim_to_json, quantity_to_json
from onrecord.model.commitment import Commitment, CommitmentState, CommitmentStep
from onrecord.model.dates import first_day, is_partial_date, known_day, last_day
from onrecord.model.dispute import Cause, Difference, Dispute, Parting
from onrecord.model.fact import Entry, Fact, OriginGroup, ReportCard, Tie
from onrecord.model.frozen import Frozen
from onrecord.model.imported import Imported
from onrecord.model.judgement import Act, Anchor, Judged, Judgement, Reread, Review
from onrecord.model.listing import Echo, Listed, Tombstone, Withdrawal
from onrecord.model.mention import Mention
from onrecord.model.origin import STEPS, Origin, Step
from onrecord.model.overview import Overview
from onrecord.model.report import Dateline, Report, fix_text
from onrecord.model.span import Span
from onrecord.model.values import (
    Attribution,
    Count,
    Location,
    Name,
    NameKind,
    Quantity,
    Time,
    Timex,
    TimexType,
)
from onrecord.model.vocabulary import HEART, SPECS, Kind, KindSpec, Stage, Status, TimeType

__all__ = [
    "HEART",
    "SPECS",
    "STEPS",
    "Act",
    "Anchor",
    "Arg",
    "Attribution",
    "Cause",
    "Checked",
    "Claim",
    "Commitment",
    "CommitmentState",
    "CommitmentStep",
    "Count",
    "Dateline",
    "DerivedLevel",
    "Difference",
    "Dispute",
    "Echo",
    "Entry",
    "Fact",
    "Footprint",
    "Frozen",
    "Imported",
    "Judged",
    "Judgement",
    "Kind",
    "KindSpec",
    "LevelPoint",
    "LevelSeries",
    "Levels",
    "Listed",
    "Location",
    "Mention",
    "Name",
    "NameKind",
    "Office",
    "Origin",
    "OriginGroup",
    "Overview",
    "Parting",
    "Quantity",
    "Report",
    "ReportCard",
    "Reread",
    "Review",
    "RunSummary",
    "Said",
    "Span",
    "Speaker",
    "Stage",
    "Statements",
    "Status",
    "Step",
    "Tie",
    "Time",
    "TimeType",
    "Timex",
    "TimexType",
    "Tombstone",
    "Withdrawal",
    "claim_from_json",
    "claim_known_as",
    "claim_to_json",
    "first_day",
    "fix_text",
    "is_partial_date",
    "known_day",
    "last_day",
    "quantity_to_json",
]
