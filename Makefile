# `make demo` and `make test` need Python 3.11 to 3.13 and nothing else: they make a virtual environment in .venv.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: demo test check evals clean

demo: $(VENV)/.installed ## read the bundled reports and show the ledger's answers
	$(BIN)/python -m onrecord demo

test: $(VENV)/.installed-dev ## run the tests
	$(BIN)/python -m pytest -n auto

check: $(VENV)/.installed-dev ## lint, types, import directions
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

evals: $(VENV)/.installed-dev ## print every figure that the README claims
	$(BIN)/python -m evals

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || \
		{ echo "OnRecord needs Python 3.11, 3.12 or 3.13, and $(PYTHON) is another. Name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ $(VENV)/.installed

clean: ## remove what the other targets made
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
