"""The timing of pages: every page of the table is asked for, as a page and as data, of subjects that the ledger has."""

from __future__ import annotations

import pytest
from evals.browser import serving
from evals.generated import generate
from evals.pages import QUESTIONS, timed_pages, told, visits

from onrecord.ledger import Ledger
from onrecord.web.pages import PAGES


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    file = tmp_path_factory.mktemp("made") / "made.db"
    with Ledger.create(file) as made:
        made.add_all(generate(40))
    return file


def test_every_page_has_its_questions():
    assert set(QUESTIONS) == {page.name for page in PAGES}
    for page in PAGES:
        known = {param.name for param in page.params}
        assert all(set(fields) <= known for fields in QUESTIONS[page.name]), page.name
        needed = {param.name for param in page.params if param.needed}
        assert any(needed <= set(fields) for fields in QUESTIONS[page.name]), page.name


def test_every_question_is_timed_when_first_asked_and_again(path):
    with serving(path) as base:
        timed = list(timed_pages(base, visits(path, 2)))
    forms = sum(len(QUESTIONS[page.name]) * (2 if page.is_shown else 1) for page in PAGES)
    assert len(timed) == forms
    assert all(len(first) == len(again) > 0 for _, first, again in timed)
    shown: list[str] = []
    figures = dict(told("made", timed, shown.append))
    assert len(shown[0].splitlines()) == forms + 1
    assert figures["pages of made, first: p95 ms"] > 0
