"""The demo corpus: original sample reports on the Coalition in Iraq, by invented outlets. ``README.md`` lists them."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def samples_folder() -> Path:
    """The folder that holds the sample reports, and nothing else.

    >>> samples_folder().name
    'reports'
    """
    return Path(str(files(__name__) / "reports"))


def sample_paths() -> list[Path]:
    """Every sample file, sorted by name: dated files come in the order of their dates, the undated one last.

    >>> sample_paths()[-1].name
    'undated-road-to-january.md'
    """
    return sorted(path for path in samples_folder().iterdir() if path.is_file() and not path.name.startswith("."))
