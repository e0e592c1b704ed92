"""The web face: pages of a ledger, each with an address that can be shared, and the same data as JSON."""

from onrecord.web.app import create_app

__all__ = ["create_app"]
