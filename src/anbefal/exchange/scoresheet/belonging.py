"""Whether a row is still about the item that its id names.

Who sorts some of the columns alone gives every row another's id. So the name and the hidden column
at the end, which repeats kind and id, must fit the id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from anbefal.exchange.cells import Findings, is_empty
from anbefal.exchange.scoresheet.content import name_of
from anbefal.exchange.scoresheet.layout import Column, Level, plain, words_in
from anbefal.exchange.scoresheet.messages import LONGEST_NAME, shortened
from anbefal.exchange.workbooks import Cell
from anbefal.model.dataset import Dataset
from anbefal.wording import LANGUAGES

_HINT = (
    "Some columns seem to have been sorted without the others. Undo that, or copy the values into "
    "a new sheet."
)


def check_words(level: Level, item: str) -> str:
    """Return what the hidden column says of an item."""
    return f"{level}/{item}"


class Belonging:
    """Looks at rows.

    Args:
        dataset: The repository.
        found: Takes what is wrong.
    """

    def __init__(self, dataset: Dataset, found: Findings) -> None:
        self._dataset = dataset
        self._found = found

    def fits(self, level: Level, item: str, told: Cell, cells: Mapping[Column, Cell]) -> bool:
        """Return whether nothing in a row says that it is about another item; else complain.

        Args:
            level: What the item is.
            item: Its id.
            told: The cell with the id.
            cells: The row.
        """
        mine = check_words(level, item)
        check, name = cells.get(Column("check")), cells.get(Column("name"))
        others = self._of_check(check, mine) or self._of_name(name, level, item)
        if not others:
            return True
        message = f"The row has the id {item!r}, and the rest of it is about {others!r}."
        self._found.add(told, message, _HINT)
        return False

    def _of_check(self, cell: Cell | None, mine: str) -> str | None:
        if cell is None or is_empty(cell) or (words := plain(str(cell.value))) == mine:
            return None
        return words.partition("/")[2] if words in self._checks else None

    def _of_name(self, cell: Cell | None, level: Level, item: str) -> str | None:
        if cell is None or cell.kind != "text":
            return None
        name = plain(str(cell.value))
        if name in self._names_of(level, item):
            return None
        return self._names.get(name)

    @cached_property
    def _checks(self) -> set[str]:
        return {check_words(level, item) for level, item in self._items()}

    @cached_property
    def _names(self) -> dict[str, str]:
        """Every name of every item."""
        return {name: one for level, one in self._items() for name in self._names_of(level, one)}

    def _items(self) -> Iterator[tuple[Level, str]]:
        yield from (("theme", one) for one in self._dataset.themes)
        yield from (("recommendation", one) for one in self._dataset.recommendations)

    def _names_of(self, level: Level, item: str) -> set[str]:
        names = {name_of(self._dataset, level, item, words_in(one)) for one in LANGUAGES}
        if level == "theme":  # also without the description, in case somebody deleted it
            names |= {name.partition("\n")[0] for name in names}
        return {plain(shortened(name, LONGEST_NAME)) for name in names}
