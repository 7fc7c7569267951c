"""Parts of `scoresheet export`: what the sheet says, and where it is written."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from anbefal.cli.output_file import in_out
from anbefal.cli.session import Session
from anbefal.errors import CannotWrite, Misuse

if TYPE_CHECKING:
    from anbefal.analysis.values import Level
    from anbefal.exchange.scoresheet.content import ScoreSheet
    from anbefal.model.dataset import Dataset
    from anbefal.wording import Wording


def make_sheet(
    session: Session,
    dataset: Dataset,
    items: Sequence[tuple[Level, str]],
    round_name: str,
    assessor: str,
    words: Wording,
) -> ScoreSheet:
    """Return what the sheet says.

    Args:
        session: The repository.
        dataset: Its records, without internal notes.
        items: What has a row.
        round_name: The round.
        assessor: Id of the assessor.
        words: The words for hints, in the language of the sheet.

    Raises:
        Misuse: There is nothing to assess.
    """
    from anbefal.analysis.hints import hints_for
    from anbefal.analysis.scoring import find_assessment
    from anbefal.exchange.scoresheet.content import Order, score_sheet
    from anbefal.report.hints import hint_sentence

    if not items:
        message = "There are no themes, so there is nothing to assess."
        raise Misuse(message, "Add one first: 'anbefal add theme'.")
    criteria = session.criteria(dataset)
    names = {one.id: one.name.within(words.language) for one in criteria.criteria}

    def hints_of(level: Level, item: str) -> str:
        found = hints_for(dataset, criteria, level, item)
        return "\n".join(
            f"{names[criterion]}: {hint_sentence(dataset, hint, words)}"
            for criterion, hints in found.items()
            for hint in hints
        )

    known = find_assessment(dataset, round_name, assessor)
    order = Order(words.language, round_name, assessor, items)
    return score_sheet(dataset, criteria, order, known, hints_of)


def write_sheet(
    session: Session,
    sheet: ScoreSheet,
    output: str | None,
    *,
    force: bool,
) -> Path:
    """Write the workbook, whole or not at all, and return where.

    Args:
        session: The repository.
        sheet: What it says.
        output: Where the user wants it, if anywhere.
        force: Whether to replace another workbook that is there.

    Raises:
        Misuse: The file's name is not one of a workbook.
        CannotWrite: Another workbook is there, which may be filled in.
    """
    from anbefal.exchange.scoresheet.writing import write_score_sheet
    from anbefal.model.names import as_id
    from anbefal.store.changing.files import write_bytes

    if output and not output.lower().endswith(".xlsx"):
        raise Misuse("A score sheet is an Excel workbook.", "Use a name that ends in .xlsx.")
    name = f"scoresheet-{as_id(sheet.round)}-{sheet.assessor}.xlsx"
    path = Path(output) if output else in_out(session.root, name)
    content = write_score_sheet(sheet)
    if not force and os.path.lexists(path) and not _is(path, content):
        message = f"{output or path.name} is there already, and somebody may have filled it in."
        raise CannotWrite(message, "Name another file with --output, or replace it with --force.")
    write_bytes(path, content)
    return path


def _is(path: Path, content: bytes) -> bool:
    """Return whether a file already holds this."""
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content
