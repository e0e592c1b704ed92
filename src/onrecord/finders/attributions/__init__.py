"""Attribution: who says, thinks, plans or denies what."""

from onrecord.finders.attributions.finder import By, find_attributions, speaker_of, speakers_of
from onrecord.finders.attributions.quotations import Quotes
from onrecord.finders.attributions.signs import is_known_cue, may_attribute

__all__ = ["By", "Quotes", "find_attributions", "is_known_cue", "may_attribute", "speaker_of", "speakers_of"]
