"""Recommendations as JSON, as they stand in the data."""

from __future__ import annotations

import json
from collections.abc import Sequence

from anbefal.exchange.outgoing.columns import Column
from anbefal.exchange.outgoing.values import Plain

FORMAT_VERSION = 1


def write_json(_columns: Sequence[Column], records: Sequence[Plain]) -> bytes:
    """Return records as one JSON object, without what is unknown or empty."""
    whole = {"format_version": FORMAT_VERSION, "recommendations": list(records)}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()
