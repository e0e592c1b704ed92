from __future__ import annotations

import pytest

from onrecord.errors import UnreadableReport
from onrecord.model import Report
from onrecord.readers import read_reports


class Reading:
    """What reading a file or a folder gave: reports and errors, apart."""

    def __init__(self, given):
        results = list(given)
        self.reports = [result for result in results if isinstance(result, Report)]
        self.errors = [result for result in results if isinstance(result, UnreadableReport)]

    @property
    def report(self):
        assert not self.errors, [str(error) for error in self.errors]
        [report] = self.reports
        return report

    @property
    def error(self):
        assert not self.reports
        [error] = self.errors
        return error


@pytest.fixture
def read(tmp_path):
    """Writes the content under the name and reads it."""

    def write_and_read(content, name="report.txt", **options):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return Reading(read_reports([path], **options))

    return write_and_read


@pytest.fixture
def read_folder(tmp_path):
    """Writes the files, given by their names, and reads the folder."""

    def write_and_read(files, **options):
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return Reading(read_reports([tmp_path], **options))

    return write_and_read
