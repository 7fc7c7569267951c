"""What an assessment says and will say otherwise, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from anbefal.analysis.filling import Conflict, Outcome, Tally
from anbefal.analysis.scoring import ScoreChange, What
from anbefal.analysis.values import Level
from anbefal.markup import visible
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.model.dates import PartialDate

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
    "later": "kept as changed since the export",
    "kept": "kept though empty in the sheet",
    "conflict": "changed on both sides",
    "open": "open",
}


def show_score_changes(
    dataset: Dataset,
    changes: Iterable[ScoreChange],
    staying: Mapping[tuple[Level, str, str], str],
    language: Language,
    out: Console,
) -> None:
    """Write a heading for each item, and a line for each thing that changes on it.

    Args:
        dataset: The repository, for the names of themes.
        changes: What changes.
        staying: Kind and id of an item and criterion to a reason that stays beside a new value.
        language: The language of names.
        out: Where it is written.
    """
    for (level, item), group in groupby(changes, key=lambda one: (one.level, one.item)):
        _show_item(dataset, level, item, language, out)
        for change in group:
            _show_line(change_line(change), out)
            reason = staying.get((level, item, change.criterion or ""))
            if change.what == "value" and reason:
                _show_line(f"{change.criterion}, reason, stays: {_words(reason)}", out)


def show_conflicts(
    dataset: Dataset, conflicts: Iterable[Conflict], language: Language, out: Console
) -> None:
    """Write a heading for each item, and a line for each place that changed on both sides."""
    for (level, item), group in groupby(conflicts, key=lambda one: (one.level, one.item)):
        _show_item(dataset, level, item, language, out)
        for one in group:
            contents = (
                ("exported", one.exported),
                ("now", one.stored),
                ("in the sheet", one.offered),
            )
            told = (f"{when} {_content(one.what, content)}" for when, content in contents)
            _show_line(f"{_place(one.what, one.criterion)}: {', '.join(told)}", out)


def _show_item(dataset: Dataset, level: Level, item: str, language: Language, out: Console) -> None:
    from rich.text import Text

    name = f"{dataset.name_of_theme(item, language)} " if level == "theme" else ""
    shown = f"({item})" if name else item
    out.print(Text(visible(f"{name}{shown}"), style="bold"), soft_wrap=True)


def _show_line(line: str, out: Console) -> None:
    from rich.text import Text

    out.print(Text(visible(f"  {line}")), soft_wrap=True)


def change_line(change: ScoreChange) -> str:
    """Return a change as one line: what it is on, then what stood there and what will."""
    what = _place(change.what, change.criterion)
    if change.what != "value" and (change.old is None or change.new is None):
        verb = "new" if change.old is None else "removed"
        told = change.new if change.old is None else change.old
        return f"{what}, {verb}: {_words(told)}"
    old, new = (_content(change.what, one) for one in (change.old, change.new))
    return f"{what}: {old} → {new}"


def date_line(old: PartialDate, new: PartialDate) -> str:
    """Return the change of the date of an assessment as one line."""
    return f"date: {old} → {new}"


def tally_lines(items: int, tally: Tally) -> Iterator[str]:
    """Yield what becomes of every place in a sheet; the numbers of a line add up to its first."""
    yield f"{items} item{'' if items == 1 else 's'} in the sheet"
    for what, counted in tally.items():
        total = sum(counted.values())
        if total:
            parts = [f"{counted[one]} {_OUTCOMES[one]}" for one in _OUTCOMES if counted.get(one)]
            places = f"{total} place{'' if total == 1 else 's'} for {_PLACES[what]}"
            yield f"{places}: {', '.join(parts)}"


def _place(what: What, criterion: str | None) -> str:
    if what == "dissent":
        return "dissent"
    return f"{criterion}, reason" if what == "reason" else str(criterion)


def _content(what: What, content: float | str | None) -> str:
    if content is None:
        return NOTHING if what == "value" else "nothing"
    return _words(content) if isinstance(content, str) else _number(content)


def _number(value: float) -> str:
    """Return a number exactly, without an exponent: 3, 2.5 or 0.00001."""
    number = Decimal(repr(float(value)))
    return str(int(number)) if number == int(number) else f"{number:f}"


def _words(text: float | str | None) -> str:
    words = " ".join(str(text).split())
    return f"“{words if len(words) <= LONGEST else words[: LONGEST - 1] + '…'}”"
