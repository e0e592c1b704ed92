"""Words as data: names, triggers, cues, units and dates, and their loaders. Nothing is read before it is asked for."""

from onrecord.lexicon.names import Lexicon, name_index, resolve_name

__all__ = ["Lexicon", "name_index", "resolve_name"]
