"""Attribution: who says, thinks, plans or denies what."""

from onrecord.finders.attributions.finder import find_attributions, speaker_of

__all__ = ["find_attributions", "speaker_of"]
