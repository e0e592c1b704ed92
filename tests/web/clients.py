"""A browser, as it were, in front of a ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from onrecord.web import create_app

HERE = "http://localhost:8000"


def client_of(path: Path, **options: Any) -> TestClient:
    """A browser, as it were, in front of the ledger at this path."""
    return TestClient(create_app(path, **options), base_url=HERE)
