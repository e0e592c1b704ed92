"""Claims against gold claims: what was found, what an analyst could use as it stands, what is right to the last value."""

from onrecord.scoring.counts import Score, Tally
from onrecord.scoring.lines import Listing, read_claim_lines, read_listing
from onrecord.scoring.matching import score
from onrecord.scoring.names import Names
from onrecord.scoring.show import render_score

__all__ = ["Listing", "Names", "Score", "Tally", "read_claim_lines", "read_listing", "render_score", "score"]
