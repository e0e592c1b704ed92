"""Rows written as a Parquet file, with typed columns that say what they hold. pyarrow writes it, where it is installed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from onrecord.errors import MissingExtra
from onrecord.ledger.columns import Column

BATCH = 10_000


def write_parquet(path: Path, columns: Mapping[str, Column], rows: Iterable[Mapping[str, Any]]) -> int:
    """Write the rows, a batch at a time, and say how many they were; what a row leaves out is null."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and slow to load
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtra("Parquet", "parquet") from error
    types = {
        "text": pa.string(),
        "number": pa.float64(),
        "whole": pa.int64(),
        "truth": pa.bool_(),
        "day": pa.date32(),
        "texts": pa.list_(pa.string()),
    }
    fields = [pa.field(name, types[column.type], metadata={"says": column.says}) for name, column in columns.items()]
    schema, left, count = pa.schema(fields), iter(rows), 0
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        while batch := list(islice(left, BATCH)):
            values = {name: [_cell(row.get(name), column) for row in batch] for name, column in columns.items()}
            writer.write_table(pa.table(values, schema=schema))
            count += len(batch)
    return count


def _cell(cell: Any, column: Column) -> Any:
    if cell is None:
        return None
    return date.fromisoformat(cell) if column.type == "day" else float(cell) if column.type == "number" else cell
