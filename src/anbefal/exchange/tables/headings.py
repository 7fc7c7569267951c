"""Which row of a table holds its headings, and how they are compared."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from anbefal.errors import Unreadable
from anbefal.exchange.reach import letters
from anbefal.model.labels import plain_label

Known = Callable[[str], bool] | Collection[str]
"""The headings that a reader knows, in any spelling; or what tells of one whether it is known."""

MOST_ABOVE = 100
"""Rows that may stand above the headings."""
MOST_LETTERS = 300
"""Letters of a heading that are looked at."""
_MOST_SHOWN = 12


def heading_key(heading: str) -> str:
    """Return a heading as headings are compared: without case, spaces and punctuation."""
    return plain_label(heading[:MOST_LETTERS]).replace(" ", "")


def teller(known: Known) -> Callable[[str], bool]:
    """Return what tells whether a heading is known."""
    if callable(known):
        return known
    keys = {heading_key(one) for one in known}
    return lambda heading: heading_key(heading) in keys


def best_row(rows: Sequence[Sequence[str]], is_known: Callable[[str], bool]) -> tuple[int, int]:
    """Return the index of the first row with the most known headings, and how many it has."""
    counted = [sum(bool(cell) and is_known(cell) for cell in set(row)) for row in rows]
    most = max(counted, default=0)
    return (counted.index(most) if most else 0), most


def named(name: str, cells: Sequence[str], is_known: Callable[[str], bool]) -> tuple[str, ...]:
    """Return a name for each column: its heading, or its letter where it has none of its own.

    Args:
        name: What the file is called.
        cells: The headings.
        is_known: Tells whether a heading is known.

    Raises:
        Unreadable: A known heading stands twice, so that it cannot be told which column is meant.
    """
    found: dict[str, int] = {}
    names = []
    for number, cell in enumerate(cells, 1):
        heading = " ".join(cell[:MOST_LETTERS].split())
        key = heading_key(heading) or heading
        if heading and key in found and is_known(heading):
            message = f"{name} has the heading {heading!r} twice, in columns"
            columns = f"{letters(found[key])} and {letters(number)}"
            raise Unreadable(f"{message} {columns}.", "Delete or rename one of the two columns.")
        if not heading or key in found:
            heading = f"{heading} ({letters(number)})".strip()
        found.setdefault(key, number)
        names.append(heading)
    return tuple(names)


def nothing_known(name: str, headings: Sequence[str]) -> Unreadable:
    """Return that no row has a heading that is known; the headings that it has are shown."""
    shown = ", ".join(repr(one[:40]) for one in headings if one)
    more = " …" if len(headings) > _MOST_SHOWN else ""
    told = f" Its first row holds {shown[:400]}{more}." if shown else ""
    hint = "Check that it is the right file, and that a row holds the headings."
    return Unreadable(f"{name} has none of the headings that are looked for.{told}", hint)
