"""Lists of recommendations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from anbefal.analysis.followup import value_on
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset, summary_of
from anbefal.model.recommendation import Recommendation
from anbefal.report.output import Result
from anbefal.report.tables import Cell, Column, Table
from anbefal.report.words import place

if TYPE_CHECKING:
    from rich.console import Console

_COLUMNS = (
    Column("id"),
    Column("body"),
    Column("document"),
    Column("paragraph"),
    Column("date"),
    Column("inferred"),
    Column("verified"),
    Column("themes"),
    Column("ministries"),
    Column("follow_up_due"),
    Column("reported"),
    Column("assessed"),
    Column("summary", wrap=True),
)


def listing(dataset: Dataset, records: Sequence[Recommendation], language: Language) -> Result:
    """Return a list of recommendations in the order given."""
    return Result(
        data={"recommendations": [_data(dataset, record) for record in records]},
        table=Table(_COLUMNS, tuple(_row(record, language) for record in records)),
        show=lambda out: _show(dataset, records, language, out),
    )


def _data(dataset: Dataset, record: Recommendation) -> dict[str, Any]:
    source, due = record.source, record.follow_up.due if record.follow_up else None
    return {
        "id": record.id,
        "kind": record.kind,
        "body": source.body,
        "document": source.document,
        "paragraph": source.paragraph,
        "date": str(source.date) if source.date else None,
        "themes": list(record.themes),
        "ministries": list(record.ministries),
        "summary": record.summary.model_dump(exclude_none=True) if record.summary else None,
        "reported": value_on(record, "reported"),
        "assessed": value_on(record, "assessed"),
        "follow_up_due": str(due) if due else None,
        "same_as": list(dataset.links.same_as(record.id)),
        "verified": record.provenance.verified,
        "inferred": list(record.provenance.inferred),
    }


def _row(record: Recommendation, language: Language) -> tuple[Cell, ...]:
    source, due = record.source, record.follow_up.due if record.follow_up else None
    return (
        record.id,
        source.body,
        source.document,
        source.paragraph,
        str(source.date) if source.date else None,
        " ".join(record.provenance.inferred),
        record.provenance.verified,
        " ".join(record.themes),
        " ".join(record.ministries),
        str(due) if due else None,
        value_on(record, "reported"),
        value_on(record, "assessed"),
        summary_of(record, language)[1],
    )


def _show(
    dataset: Dataset, records: Sequence[Recommendation], language: Language, out: Console
) -> None:
    from rich.table import Table as RichTable
    from rich.text import Text

    shown = RichTable(box=None, pad_edge=False, show_header=False, padding=(0, 2, 1, 0))
    shown.add_column(overflow="fold", max_width=38)
    shown.add_column()
    for record in records:
        body = Text(summary_of(record, language)[1])
        body.append(f"\n{_line(dataset, record, language)}", style="dim")
        shown.add_row(Text(record.id, style="bold"), body)
    out.print(shown)
    out.print(f"{len(records)} of {len(dataset.recommendations)} records")


def _line(dataset: Dataset, record: Recommendation, language: Language) -> str:
    parts = [place(dataset, record, language)]
    parts += [
        f"{track}: {value}"
        for track in ("reported", "assessed")
        if (value := value_on(record, track))
    ]
    if record.follow_up:
        due = record.follow_up.due
        parts.append(f"follow-up due {due}" if due else "picked for follow-up")
        parts += [f"committee: {grade.value}" for grade in record.follow_up.grades]
    if not record.provenance.verified:
        parts.append("not verified")
    return " · ".join(parts)
