"""Reads a Parquet file that ``export`` wrote, in a process of its own.

``python -m anbefal.exchange.mapped.parquet_reader FILE`` writes the records as JSON, or a message
and a hint where the file is none that can be read.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from anbefal.errors import Unreadable
from anbefal.exchange.limits import MEGABYTE
from anbefal.exchange.outgoing.as_parquet import FORMAT_KEY, FORMAT_VERSION, name_in_parquet
from anbefal.exchange.outgoing.columns import Column, export_columns
from anbefal.exchange.outgoing.values import Plain, notes_in

MEMORY = 4096 * MEGABYTE
"""Bytes that the process may ask for, where the system lets it be limited."""
_IN_BATCH = 256
"""Rows that are laid out at once."""
MOST = 200 * MEGABYTE
"""Bytes of all texts: one that stands in every row is stored only once."""

_ANOTHER = "Save the list as .xlsx or .csv, and import that."


def main(path: str) -> None:
    """Write the records of a file to standard output."""
    _limit_memory()
    try:
        found: Plain = {"recommendations": list(read_parquet(Path(path)))}
    except Unreadable as error:
        found = {"message": error.message, "hint": error.hint}
    sys.stdout.buffer.write(json.dumps(found).encode())


def read_parquet(path: Path) -> Iterator[Plain]:
    """Yield the records of a file.

    Raises:
        Unreadable: This program did not write it, or it is damaged or too big. The message is what
            follows the name of the file in a sentence.
    """
    from pyarrow import ArrowException, parquet

    try:
        data = path.read_bytes()
        # A text that stands in many rows is laid out once for all of them, not once for each.
        texts = _paths(parquet.ParquetFile(BytesIO(data)).schema)
        file = parquet.ParquetFile(BytesIO(data), read_dictionary=texts)
        if (file.metadata.metadata or {}).get(FORMAT_KEY) != FORMAT_VERSION:
            raise Unreadable("is a Parquet file that this program did not write.", _ANOTHER)
        yield from _records(file, _columns_in(file.schema_arrow.names))
    except (ArrowException, OSError, ValueError, MemoryError):
        message = "is damaged: it cannot be read as Parquet."
        raise Unreadable(message, "Export it again, or as .xlsx or .csv.") from None


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _columns_in(names: Iterable[str]) -> list[Column]:
    there = set(names)
    return [one for one in export_columns(internal=True) if name_in_parquet(one) in there]


def _paths(schema: Any) -> list[str]:
    """Return the columns that hold texts, as the library names them."""
    found = (schema.column(number) for number in range(len(schema)))
    return [one.path for one in found if one.physical_type == "BYTE_ARRAY"]


def _size(array: Any) -> int:
    """Return how many bytes the texts in an array have when each is laid out by itself."""
    from pyarrow import compute, types

    kind = array.type
    if types.is_dictionary(kind):
        lengths = compute.binary_length(array.dictionary)
        return compute.sum(compute.take(lengths, array.indices)).as_py() or 0
    if types.is_list(kind):
        return _size(array.flatten())
    if types.is_map(kind):
        return _size(array.keys) + _size(array.items)
    if types.is_struct(kind):
        return sum(map(_size, array.flatten()))
    return int(array.nbytes)


def _records(file: Any, columns: list[Column]) -> Iterator[Plain]:
    names = [name_in_parquet(one) for one in columns]
    size = 0
    for batch in file.iter_batches(batch_size=_IN_BATCH, columns=names):
        size += sum(map(_size, batch.columns))
        if size > MOST:
            message = "holds more text than can be read."
            raise Unreadable(message, "Export fewer records, or as .csv.")
        for row in batch.to_pylist():
            yield _record(row, columns)


def _record(row: Mapping[str, Any], columns: list[Column]) -> Plain:
    """Return a row of a Parquet file as a record."""
    record: Plain = {}
    for column in columns:
        value = _value(column, row[name_in_parquet(column)])
        if value is None or value == []:
            continue
        inner = record
        for step in column.steps[:-1]:
            inner = inner.setdefault(step, {})
        inner[column.steps[-1]] = value
    return record


def _value(column: Column, value: Any) -> Any:
    if column.kind == "presence":
        return {} if value else None
    if column.kind == "notes":
        return None if value is None else notes_in(value)
    if column.kind != "json" or not value:
        return value
    return dict(value) if column.shape.form == "mapping" else [_item(one) for one in value]


def _item(item: Mapping[str, Any]) -> Plain:
    """Return a mapping without what is empty in it."""
    kept = {key: value for key, value in item.items() if value not in (None, [])}
    if "internal" in kept:
        kept["internal"] = notes_in(kept["internal"])
    return kept


if __name__ == "__main__":
    main(sys.argv[1])
