"""Dates: when a thing happened, holds or is due, in TimeML's form and in the ledger's."""

from onrecord.finders.dates.events import find_event_times
from onrecord.finders.dates.find import find_dates, find_dates_in_text, find_timexes

__all__ = ["find_dates", "find_dates_in_text", "find_event_times", "find_timexes"]
