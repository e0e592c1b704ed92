"""The command line: each command reads its arguments, calls one function and shows the answer."""

from onrecord.cli.app import app, main

__all__ = ["app", "main"]
