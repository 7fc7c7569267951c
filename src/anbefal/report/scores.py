"""What an assessment says and will say otherwise, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from anbefal.analysis.filling import Outcome, Tally
from anbefal.analysis.scoring import ScoreChange, What
from anbefal.markup import visible
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset

if TYPE_CHECKING:
    from rich.console import Console

LONGEST = 300
"""Characters of a reason or dissent that a line shows."""
NOTHING = "not assessed"

_PLACES: dict[What, str] = {"value": "values", "reason": "reasons", "dissent": "dissent"}
_OUTCOMES: dict[Outcome, str] = {
    "new": "new",
    "changed": "changed",
    "removed": "removed",
    "unchanged": "unchanged",
    "kept": "kept though empty in the sheet",
    "open": "open",
}


def show_score_changes(
    dataset: Dataset, changes: Iterable[ScoreChange], language: Language, out: Console
) -> None:
    """Write a heading for each item, and a line for each thing that changes on it."""
    from rich.text import Text

    for (level, item), group in groupby(changes, key=lambda one: (one.level, one.item)):
        name = f"{dataset.name_of_theme(item, language)} " if level == "theme" else ""
        shown = f"({item})" if name else item
        out.print(Text(visible(f"{name}{shown}"), style="bold"), soft_wrap=True)
        for change in group:
            out.print(Text(visible(f"  {change_line(change)}")), soft_wrap=True)


def change_line(change: ScoreChange) -> str:
    """Return a change as one line: what it is on, then what stood there and what will."""
    if change.what == "value":
        return f"{change.criterion}: {_number(change.old)} → {_number(change.new)}"
    what = f"{change.criterion}, reason" if change.what == "reason" else "dissent"
    if change.old is None or change.new is None:
        verb = "new" if change.old is None else "removed"
        told = change.new if change.old is None else change.old
        return f"{what}, {verb}: {_words(told)}"
    return f"{what}: {_words(change.old)} → {_words(change.new)}"


def tally_lines(items: int, tally: Tally) -> Iterator[str]:
    """Yield what becomes of every place in a sheet; the numbers of a line add up to its first."""
    yield f"{items} item{'' if items == 1 else 's'} in the sheet"
    for what, counted in tally.items():
        total = sum(counted.values())
        if total:
            parts = [f"{counted[one]} {_OUTCOMES[one]}" for one in _OUTCOMES if counted.get(one)]
            places = f"{total} place{'' if total == 1 else 's'} for {_PLACES[what]}"
            yield f"{places}: {', '.join(parts)}"


def _number(value: float | str | None) -> str:
    return NOTHING if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _words(text: float | str | None) -> str:
    words = " ".join(str(text).split())
    return f"“{words if len(words) <= LONGEST else words[: LONGEST - 1] + '…'}”"
