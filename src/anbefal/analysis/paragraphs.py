"""The order of places in a document."""

from __future__ import annotations

import re

Numbering = tuple[tuple[int, int, str], ...]
"""What sorts a number as people count: 9 before 10, 22 before 22(a)."""

_PARTS = re.compile(r"[0-9]+|[^\W\d_]+")


def numbering(place: str) -> Numbering:
    """Return what sorts places such as ``9``, ``22(a)``, ``140.10`` and ``7-8`` as people count.

    Numbers come before letters; case, brackets and points make no difference.
    """
    return tuple(_part(one) for one in _PARTS.findall(place.casefold()))


def _part(part: str) -> tuple[int, int, str]:
    if "0" <= part[0] <= "9":
        digits = part.lstrip("0")
        return 0, len(digits), digits  # a number of any length, which int() would refuse
    return 1, 0, part
