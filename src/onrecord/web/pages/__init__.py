"""All pages, in the order of the navigation: from this table come the routes, the API, its description and the menu."""

from __future__ import annotations

from onrecord.web.page import Page
from onrecord.web.pages.adding import ADD
from onrecord.web.pages.comparing import COMPARE
from onrecord.web.pages.facts import DISPUTES, DUE, TIMELINE
from onrecord.web.pages.holdings import ASSISTANCE, SITES
from onrecord.web.pages.levels import LEVELS
from onrecord.web.pages.overview import FOOTPRINT, NAMES, OVERVIEW
from onrecord.web.pages.people import SPEAKERS, STATEMENTS
from onrecord.web.pages.reading import CLAIM, REPORT
from onrecord.web.pages.reviewing import DATES, JUDGEMENTS, REVIEW
from onrecord.web.pages.sources import SOURCES

PAGES: tuple[Page, ...] = (
    OVERVIEW,
    FOOTPRINT,
    LEVELS,
    TIMELINE,
    DUE,
    DISPUTES,
    SPEAKERS,
    STATEMENTS,
    SOURCES,
    ASSISTANCE,
    SITES,
    REVIEW,
    ADD,
    REPORT,
    CLAIM,
    COMPARE,
    NAMES,
    JUDGEMENTS,
    DATES,
)
