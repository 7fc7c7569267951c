"""Recommendations as a Parquet file: lists are lists there, and mappings are mappings.

Its columns have an underscore where fields have a point, ``source_document``: SQL takes a point
for a table and its column, so that each name would need quotes in DuckDB and Spark.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from anbefal.exchange.outgoing.columns import Column
from anbefal.exchange.outgoing.values import Plain, notes_text, value_at
from anbefal.model.fields import Shape

FORMAT_KEY, FORMAT_VERSION = b"anbefal", b"1"
"""What the file's own description says of it."""


def name_in_parquet(column: Column) -> str:
    """Return what a column is called in a Parquet file."""
    return "_".join(column.steps)


def write_parquet(columns: Sequence[Column], records: Sequence[Plain]) -> bytes:
    """Return records as the content of a Parquet file.

    Every column has its type whether or not there are values. Dates are text, for many are known to
    the month or the year only. Snappy packs: every program reads it, and it cannot make a file grow
    without measure when it is read.
    """
    import pyarrow as pa
    from pyarrow import parquet

    notes = any(one.kind == "notes" for one in columns)
    fields = [pa.field(name_in_parquet(one), _type_of(one, pa, notes)) for one in columns]
    schema = pa.schema(fields)
    rows = [{name_in_parquet(one): _value(one, record) for one in columns} for record in records]
    made = BytesIO()
    with parquet.ParquetWriter(made, schema, compression="snappy", store_schema=False) as writer:
        writer.write_table(pa.Table.from_pylist(rows, schema=schema))
        writer.add_key_value_metadata({FORMAT_KEY: FORMAT_VERSION})
    return made.getvalue()


def _type_of(column: Column, pa: Any, notes: bool) -> Any:  # noqa: FBT001 - of our own functions
    if column.kind in {"boolean", "presence"}:
        return pa.bool_()
    return pa.string() if column.kind == "notes" else _type(column.shape, pa, notes)


def _type(shape: Shape, pa: Any, notes: bool) -> Any:  # noqa: FBT001
    if shape.form == "list" and shape.item:
        return pa.list_(_type(shape.item, pa, notes))
    if shape.form == "mapping" and shape.item:
        return pa.map_(pa.string(), _type(shape.item, pa, notes))
    if shape.form == "mapping":
        keys = [key for key in shape.keys if notes or key != "internal"]
        return pa.struct([pa.field(key, _inner_type(key, shape, pa, notes)) for key in keys])
    return pa.bool_() if shape.form == "true or false" else pa.string()


def _inner_type(key: str, shape: Shape, pa: Any, notes: bool) -> Any:  # noqa: FBT001
    inside = shape.inside(key)
    return pa.string() if key == "internal" or inside is None else _type(inside, pa, notes)


def _value(column: Column, record: Plain) -> Any:
    value = value_at(record, column.steps)
    if column.kind == "presence":
        return value is not None
    if column.kind == "notes":
        return None if value is None else notes_text(value)
    if column.shape.form == "mapping":
        return list((value or {}).items())
    if column.shape.form == "list":
        return [_item(one) for one in value or []]
    return value


def _item(item: Any) -> Any:
    if isinstance(item, Mapping) and "internal" in item:
        return {**item, "internal": notes_text(item["internal"])}
    return item
