"""All actions: what forms and programs may do to the ledger. Routes, forms and the description of the API come from this table."""

from __future__ import annotations

from onrecord.web.action import Action
from onrecord.web.actions.adding import DISCARD, READ, STORE
from onrecord.web.actions.judging import JUDGE, SPLITTING, UNDO

ACTIONS: tuple[Action, ...] = (JUDGE, SPLITTING, UNDO, READ, STORE, DISCARD)
