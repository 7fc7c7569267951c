"""Score sheets of the small repository, for tests: made, changed as people do, read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook as OpenWorkbook
from openpyxl import load_workbook

from anbefal.exchange.scoresheet.content import Order, score_sheet
from anbefal.exchange.scoresheet.reading import FilledSheet, read_score_sheet
from anbefal.exchange.scoresheet.writing import write_score_sheet
from anbefal.exchange.workbooks import read_workbook
from anbefal.model.dataset import Dataset
from repositories import actor, criteria_data, dataset, recommendation, scores, text, theme

Book = OpenWorkbook
Change = Callable[[Book], object]

ITEMS = [("theme", "bolig"), ("recommendation", "cat-1"), ("theme", "helse")]
SCORES = "Vurdering"


CRITERIA = criteria_data({"alvor": 3, "hast": 1})
for one in CRITERIA["criteria"]:
    one["name"] = text(one["id"].capitalize())


def world(**more: Any) -> Dataset:
    """Return a repository with two themes, two criteria and a network."""
    kinds: dict[str, Any] = {
        "criteria": CRITERIA,
        "themes": [theme("bolig"), theme("helse")],
        "actors": [actor("cat", "treaty-body"), actor("nett", "network")],
        "recommendations": [recommendation("cat-1", "bolig")],
    }
    return dataset(**(kinds | more))


def given(values: dict[str, dict[str, float | None]], **more: Any) -> dict[str, Any]:
    return scores("nett", values, **more)


def exported(data: Dataset, language: Any = "nb") -> bytes:
    """Return the sheet of the network in the round 2022."""
    assert data.criteria is not None
    known = next(iter(data.assessments), None)
    order = Order(language, "2022", "nett", ITEMS)  # type: ignore[arg-type]
    return write_score_sheet(score_sheet(data, data.criteria, order, known, _no_hints))


@cache
def _exported_plain(language: Any) -> bytes:
    return exported(world(), language)


def _no_hints(_level: str, item: str) -> str:
    return f"Om {item}."


def opened(data: bytes) -> Book:
    return load_workbook(BytesIO(data))


def saved(book: Book, path: Path) -> Path:
    book.save(path)
    return path


def came_back(tmp_path: Path, data: Dataset, *changes: Change, language: Any = "nb") -> FilledSheet:
    """Return what is read of a sheet after these changes of the workbook."""
    is_plain = data == world()
    book = opened(_exported_plain(language) if is_plain else exported(data, language))
    for change in changes:
        change(book)
    assert data.criteria is not None
    workbook = read_workbook(saved(book, tmp_path / "ark.xlsx"))
    return read_score_sheet(workbook, data, data.criteria)


def put(cell: str, content: Any, sheet: str = SCORES) -> Change:
    """Return the change that puts something in a cell; a text never becomes a formula by it."""

    def change(book: Book) -> None:
        found = book[sheet][cell]
        found.value = content
        if isinstance(content, str) and not content.startswith("=SUM"):
            found.data_type = "s"

    return change


def place_of(book: Book, words: str, sheet: str = SCORES) -> Any:
    """Return the cell that holds these words."""
    return next(c for row in book[sheet].iter_rows() for c in row if c.value == words)


DATE_LABEL = "Dato for vurderingen"


def put_date(content: str | date | int) -> Change:
    """Return the change that writes the date of the assessment."""

    def change(book: Book) -> None:
        label = place_of(book, DATE_LABEL, "Les først")
        cell = book["Les først"].cell(label.row, 2)
        cell.value = content
        if isinstance(content, int):
            cell.number_format = "General"

    return change


def messages(sheet: FilledSheet) -> list[str]:
    return [one.message for one in sheet.findings]
