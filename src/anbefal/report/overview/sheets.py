"""An overview and a matrix as sheets of a workbook."""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.analysis.matrix import Matrix
from anbefal.report.overview.lists import Listed, lists_of
from anbefal.report.overview.matrix import matrix_notes, matrix_title
from anbefal.report.overview.matrix_cells import LABELS, CellName, Cells, cells_of, shown_cells
from anbefal.report.overview.owed import Owed, heading_of, how_counted, notes_of, title_of
from anbefal.report.overview.spaces import searchable
from anbefal.report.overview.summary import summary
from anbefal.report.overview.telling import Telling
from anbefal.sheets import Content, Sheet, Workbook

_WIDTHS = {
    **dict.fromkeys(("measure", "ask"), 48),
    **dict.fromkeys(("known", "newest"), 30),
    **dict.fromkeys(
        ("reported", "assessed", "grade", "place", "asked_by", "ids", "holder", "follows"), 22
    ),
    **dict.fromkeys(("responsible", "answers", "state"), 15),
    "themes": 20,
}
_NARROW, _NAMES = 12, 36
"""Widths of columns of numbers and dates, and of names, in characters."""


def overview_sheets(owed: Owed) -> Workbook:
    """Return who owes what, one sheet a table."""
    telling, words = owed.telling, owed.telling.words
    table, notes = summary(telling, owed.found, owed.by), tuple(notes_of(owed))
    columns = tuple(column.name for column in table.columns)
    *rows, foot = (tuple(_plain(cell) for cell in row) for row in table.rows)
    first = Sheet(
        name=words.label["groups"],
        title=title_of(owed).replace("\n", ". "),
        headings=columns,
        widths=(_NAMES, *(_NARROW for _ in columns[1:])),
        rows=tuple(map(searchable, rows)),
        foot=foot,
    )
    others = (_listed(telling, one) for one in lists_of(owed.found))
    undated = [telling.place(record) for record in owed.found.undated]
    more = [f"{words.label['undated_heading']}: {'; '.join(undated)}"] if undated else []
    about = (*notes, *more, *how_counted(owed))
    return _workbook(telling, (first, *others), words.label["about"], about)


def matrix_sheets(telling: Telling, found: Matrix, *, as_it_stood: bool = False) -> Workbook:
    """Return the matrix for the next report to a body."""
    words, names = telling.words, shown_cells(found)
    cells = [cells_of(telling, row) for row in found.rows]
    filled = {name for one in cells for name in names if one[name]}
    nothing = {name: "" if name == "note" else words.say("nothing_recorded") for name in names}
    sheet = Sheet(
        name=words.label["matrix"],
        title=matrix_title(telling, found).replace("\n", ". "),
        headings=(words.label["place"], *(words.label[LABELS[name]] for name in names)),
        widths=(_PLACE, *(_MATRIX[name] if name in filled else _EMPTY for name in names)),
        rows=tuple(
            searchable((telling.place(row.record), *_filled(one, nothing)))
            for row, one in zip(found.rows, cells, strict=True)
        ),
    )
    notes = tuple(matrix_notes(telling, found, as_it_stood=as_it_stood))
    return _workbook(telling, (sheet,), words.label["about_matrix"], notes)


def _filled(cells: Cells, nothing: dict[CellName, str]) -> Iterator[str]:
    """Yield the text of each cell that is shown, or what an empty one says."""
    for name, empty in nothing.items():
        yield "\n".join(cells[name]) or empty


_PLACE, _EMPTY = 14, 12
_MATRIX: dict[CellName, int] = {
    "ask": 40,
    "answers": 12,
    "position": 14,
    "reported": 26,
    "assessed": 24,
    "follow_up": 18,
    "elsewhere": 18,
    "measures": 26,
    "source": 26,
    "note": 26,
}
"""Widths of columns in characters. Where nothing is recorded in any row a column is narrow, so that
there is room for the others on the paper."""


def _listed(telling: Telling, one: Listed) -> Sheet:
    label = telling.words.label
    rows = tuple(searchable(one.row(telling, finding)) for finding in one.found)
    nothing = (telling.words.say("nothing"), *("" for _ in one.columns[1:]))
    return Sheet(
        name=label[one.sheet],
        title=heading_of(telling, one),
        headings=tuple(label[column] for column in one.columns),
        widths=tuple(_WIDTHS.get(column, _NARROW) for column in one.columns),
        rows=rows or (nothing,),
    )


def _workbook(
    telling: Telling, sheets: tuple[Sheet, ...], about_name: str, about: tuple[str, ...]
) -> Workbook:
    return Workbook(
        title=sheets[0].title,
        author=telling.dataset.name_of_secretariat(telling.language),
        lead=telling.words.say("sheet_lead", note=about[0], sheet=about_name),
        sheets=sheets,
        about_name=about_name,
        about=searchable(about),
        page=telling.words.say("page"),
    )


def _plain(cell: object) -> Content:
    return cell if isinstance(cell, int) else str(cell)
