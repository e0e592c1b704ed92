"""The whole path: reports in, claims out."""

from onrecord.pipeline.extract import Extractor

__all__ = ["Extractor"]
