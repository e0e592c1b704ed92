"""OnRecord reads reports on security affairs and keeps a ledger of claims, each with the words that make it."""

__version__ = "0.1.0"
