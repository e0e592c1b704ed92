"""Who and where: actors, persons, places and sites named in a sentence."""

from onrecord.finders.names.find import find_names
from onrecord.finders.names.introduced import countries_of, introduced

__all__ = ["countries_of", "find_names", "introduced"]
