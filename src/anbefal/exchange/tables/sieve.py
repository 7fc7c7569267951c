"""Rows that are left out before anything is made of them, because there are so many."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Sieve:
    """Counts the rows that are left out for what stands in one of their columns.

    Of the world's 267,500 recommendations an import wants some hundred.

    Attributes:
        heading: The column.
        unwanted: What stands in it, if it stands there alone, to why the row is left out.
        counted: Why rows were left out to how many.
    """

    heading: str
    unwanted: dict[str, str] = field(default_factory=dict)
    counted: Counter[str] = field(default_factory=Counter)
