"""The house: imports go downwards only, importing does no work, every file of data is credited, the weights are the official ones."""

import hashlib
import importlib.util
import subprocess
import sys
from pathlib import Path

from onrecord.nlp.parser import DEFAULT_MODEL

WEIGHTS = "34152f40dc40fd57cce229f9fb5883efbcda51ed04b81ff943d32f61580b9fe0"
"""SHA-256 over the weights of tok2vec, tagger and parser of en_core_web_sm 3.8.0."""


def run_python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_imports_go_downwards_only():
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([str(linter)], capture_output=True, text=True, cwd=Path(__file__).parent.parent, check=False)
    assert done.returncode == 0, done.stdout


def test_importing_the_package_loads_nothing_heavy():
    heavy = "{'spacy', 'sqlalchemy', 'trafilatura', 'jinja2', 'typer'}"
    assert run_python(f"import sys, onrecord; print(sorted({heavy} & set(sys.modules)))") == "[]"


def test_the_ledger_wing_needs_no_spacy():
    assert run_python("import sys, onrecord.ledger, onrecord.views; print('spacy' in sys.modules)") == "False"


def test_a_page_that_only_asks_loads_no_language_model(tmp_path):
    code = f"""
import sys
from starlette.testclient import TestClient
from onrecord.ledger import Ledger
from onrecord.web import create_app
Ledger.create({str(tmp_path / "a.db")!r}).close()
client = TestClient(create_app({str(tmp_path / "a.db")!r}), base_url="http://localhost")
pages = ["/", "/timeline", "/due", "/disputes", "/speakers", "/sources", "/assistance", "/sites", "/footprint", "/levels", "/report"]
print({{client.get(page).status_code for page in pages}}, "spacy" in sys.modules)
"""
    assert run_python(code) == "{200} False"


def test_what_pages_know_of_the_rules_is_what_the_rules_say():
    from onrecord.claims import rules_by_name
    from onrecord.views.rules import rules_written

    assert rules_written() == rules_by_name()


def test_the_reading_wing_needs_no_database():
    assert run_python("import sys, onrecord.claims, onrecord.readers; print('sqlalchemy' in sys.modules)") == "False"


def test_the_default_models_weights_are_the_official_ones():
    spec = importlib.util.find_spec(DEFAULT_MODEL)
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / f"{DEFAULT_MODEL}-3.8.0"
    digest = hashlib.sha256()
    for part in ("tok2vec/model", "tagger/model", "parser/model"):
        digest.update((folder / part).read_bytes())
    assert digest.hexdigest() == WEIGHTS
