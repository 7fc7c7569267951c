"""Who asks for something, as it stands in JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from anbefal.model.asking import Asking


def asked_by_data(askings: Iterable[Asking]) -> list[dict[str, Any]]:
    """Return who asks for something, one object a body and cycle.

    The document stands where it tells the cycle, without a year.
    """
    return [
        {
            "body": asking.body,
            "year": asking.year,
            "document": asking.document,
            "inferred": asking.inferred,
            "states": list(asking.states),
            "recommendations": [record.id for record in asking.records],
        }
        for asking in askings
    ]
