"""The trained tagger: every cue, source and content that the parse allows, and a small network that says which of them hold."""

from onrecord.finders.attributions.tagger.candidates import Candidate, candidates
from onrecord.finders.attributions.tagger.choice import chosen
from onrecord.finders.attributions.tagger.weights import chances

__all__ = ["Candidate", "candidates", "chances", "chosen"]
