"""Recommendations as tables for other programs. The same records give the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, get_args

from anbefal.exchange.outgoing.as_csv import write_csv
from anbefal.exchange.outgoing.as_json import write_json
from anbefal.exchange.outgoing.as_parquet import write_parquet
from anbefal.exchange.outgoing.as_xlsx import write_xlsx
from anbefal.exchange.outgoing.columns import export_columns
from anbefal.exchange.outgoing.values import Plain, plain_record
from anbefal.model.internal import without_internal
from anbefal.model.recommendation import Recommendation

ExportFormat = Literal["xlsx", "csv", "json", "parquet"]
FORMATS: tuple[ExportFormat, ...] = get_args(ExportFormat)

_WRITERS: dict[ExportFormat, Callable[..., bytes]] = {
    "xlsx": write_xlsx,
    "csv": write_csv,
    "json": write_json,
    "parquet": write_parquet,
}


def export(records: Iterable[Recommendation], to: ExportFormat, *, internal: bool = False) -> bytes:
    """Return recommendations as the content of a file, in the order in which they are given.

    Args:
        records: What is exported.
        to: The format.
        internal: Whether notes for ourselves are in it.

    Raises:
        Misuse: A workbook cannot hold so much in one cell, or so many rows.
    """
    plain = [_plain(one, internal=internal) for one in records]
    return _WRITERS[to](export_columns(internal=internal), plain)


def public_values(record: Recommendation) -> Plain:
    """Return what is exported of a record, without notes for ourselves."""
    return plain_record(_public(record))


def _plain(record: Recommendation, *, internal: bool) -> Plain:
    return plain_record(record) if internal else public_values(record)


def _public(record: Recommendation) -> Recommendation:
    """Return a record without notes for ourselves, and without a fingerprint of one."""
    public = without_internal(record)
    imported = public.provenance.imported
    kept = {name: noted for name, noted in imported.items() if not name.endswith("internal")}
    if len(kept) == len(imported):
        return public
    provenance = public.provenance.model_copy(update={"imported": kept})
    return public.model_copy(update={"provenance": provenance})
