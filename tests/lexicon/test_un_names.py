"""Bodies of the United Nations are known by the short form of its name, too."""

from __future__ import annotations

import pytest

from onrecord.lexicon import resolve_name


@pytest.mark.parametrize(("written", "canonical"), [
    ("UN Disengagement Observer Force", "UNDOF"),
    ("U.N. Mission in Liberia", "UNMIL"),
    ("UN Protection Force", "UNPROFOR"),
    ("UN Security Council", "United Nations Security Council"),
    ("UN", "United Nations"),
])  # fmt: skip
def test_a_body_of_the_united_nations_goes_by_the_short_form_of_its_name(written, canonical):
    name = resolve_name(written)
    assert name is not None
    assert name.canonical == canonical
