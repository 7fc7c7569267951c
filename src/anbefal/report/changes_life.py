"""The life of one record, in every form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from anbefal.analysis.changes import Change
from anbefal.report.changes_words import (
    COLUMNS,
    Names,
    Page,
    line,
    notes_on,
    row_cells,
    row_data,
)
from anbefal.report.output import Format, Result
from anbefal.report.tables import Column, Table

if TYPE_CHECKING:
    from rich.console import Console

NOT_COMMITTED = "not committed yet"
NOTHING = "nothing in what is shown changed (layout, comments or internal notes)"


@dataclass(frozen=True, slots=True)
class Chapter:
    """What one commit did to a record.

    Attributes:
        commit: The object id; ``None`` for what is not committed yet.
        date: The committer's day.
        author: The author's name, as the commit has it.
        subject: The first line of its message, as the commit has it.
        joins: Whether it joins two lines; it is compared with the first of them.
        moved: The file before and after, where the record was moved.
        unread: Files that cannot be read in full after it.
        changes: What changed in the record.
    """

    commit: str | None
    date: str | None
    author: str | None
    subject: str | None
    joins: bool
    moved: tuple[str, str] | None
    unread: tuple[str, ...]
    changes: tuple[Change, ...]


def life_result(
    kind: str,
    name: str,
    chapters: Sequence[Chapter],
    names: Names,
    notes: Sequence[str],
    form: Format,
) -> Result:
    """Return a record's life, the oldest commit first.

    Author and subject are foreign text: they are shown as the characters that they are.
    """
    return Result(
        data={"kind": kind, "record": name, "life": [_data(one) for one in chapters]},
        table=_rows(chapters) if form is Format.csv else _reading(chapters, names),
        title=f"{name}, {kind}: its life, the oldest first",
        notes=(*notes, *notes_on([change for one in chapters for change in one.changes])),
        show=lambda out: _show(chapters, names, out),
    )


def _data(one: Chapter) -> dict[str, Any]:
    return {
        "commit": one.commit,
        "date": one.date,
        "author": one.author,
        "subject": one.subject,
        "merge": one.joins,
        "moved": {"from": one.moved[0], "to": one.moved[1]} if one.moved else None,
        "unread": list(one.unread),
        "changes": [row_data(change) for change in one.changes],
    }


def _lines(one: Chapter, names: Names) -> Iterator[str]:
    if one.moved:
        yield f"moved from {one.moved[0]} to {one.moved[1]}"
    if one.unread:
        yield f"cannot be read in full here: {', '.join(one.unread)}"
    for change in one.changes:
        yield line(change, names)
    if not one.changes and not one.moved and not one.unread:
        yield NOTHING


def _rows(chapters: Sequence[Chapter]) -> Table:
    columns = tuple(
        Column(name) for name in ("commit", "commit_date", "author", "subject", "moved")
    )
    rows = []
    for one in chapters:
        moved = " → ".join(one.moved) if one.moved else None
        head = (one.commit or NOT_COMMITTED, one.date, one.author, one.subject, moved)
        empty = (None,) * len(COLUMNS)
        rows += [(*head, *row_cells(change)) for change in one.changes] or [(*head, *empty)]
    return Table((*columns, *COLUMNS), tuple(rows))


def _reading(chapters: Sequence[Chapter], names: Names) -> Table:
    columns = (Column("date"), Column("who"), Column("commit"), Column("change", wrap=True))
    return Table(
        columns,
        tuple(
            (one.date, one.author, one.commit[:10] if one.commit else NOT_COMMITTED, told)
            for one in chapters
            for told in _lines(one, names)
        ),
    )


def _show(chapters: Sequence[Chapter], names: Names, out: Console) -> None:
    page = Page(out)
    for one in chapters:
        if one.commit is None:
            page.add(NOT_COMMITTED, bold=len(NOT_COMMITTED))
        else:
            head = f"{one.date} {one.commit[:10]}"
            joins = " (joins two lines; compared with the first)" if one.joins else ""
            page.add(f"{head} {one.author}: {one.subject}{joins}", bold=len(head))
        for told in _lines(one, names):
            page.add(told, 6)
    page.write()
