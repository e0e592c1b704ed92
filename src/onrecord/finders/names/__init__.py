"""Who and where: actors, persons, places and sites named in a sentence."""

from onrecord.finders.names.find import find_names
from onrecord.finders.names.introduced import introduced

__all__ = ["find_names", "introduced"]
