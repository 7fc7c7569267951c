"""Recommendations as JSON, as they stand in the data."""

from __future__ import annotations

import json
from collections.abc import Sequence

from anbefal.exchange.outgoing.columns import Column
from anbefal.exchange.outgoing.values import Plain

FORMAT_VERSION = 1
_NEW_LINE = "\n    "
"""A line break inside the list of records."""


def write_json(_columns: Sequence[Column], records: Sequence[Plain]) -> bytes:
    """Return records as one JSON object, without what is unknown or empty."""
    return joined_json([json_of_record(one) for one in records])


def json_of_record(record: Plain) -> str:
    """Return a record as it stands in the object of :func:`write_json`."""
    return json.dumps(record, ensure_ascii=False, indent=2).replace("\n", _NEW_LINE)


def joined_json(records: Sequence[str]) -> bytes:
    """Return the object that holds records.

    Args:
        records: What :func:`json_of_record` made of each.
    """
    inside = f"{_NEW_LINE}{f',{_NEW_LINE}'.join(records)}\n  " if records else ""
    head = f'"format_version": {FORMAT_VERSION},\n  "recommendations"'
    return f"{{\n  {head}: [{inside}]\n}}\n".encode()
