"""A ranking written to a file: a picture, or one of the forms that a result has."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from anbefal.errors import Misuse
from anbefal.report.output import Color, Format, write
from anbefal.store.changing.files import write_text

if TYPE_CHECKING:
    from anbefal.report.output import Result
    from anbefal.report.ranking.telling import Telling

PICTURE = ".svg"
_FORMS = {
    ".json": Format.json,
    ".csv": Format.csv,
    ".md": Format.md,
    ".txt": Format.text,
}


def is_picture(output: str) -> bool:
    """Return whether a file's name asks for a picture.

    Raises:
        Misuse: Nothing is written with that ending.
    """
    ending = Path(output).suffix.lower()
    if ending != PICTURE and ending not in _FORMS:
        message = f"A ranking cannot be written as {ending or 'a file without an ending'}."
        raise Misuse(message, f"Use one of {', '.join((PICTURE, *_FORMS))}.")
    return ending == PICTURE


def write_picture(telling: Telling, output: str) -> None:
    """Draw a ranking, with what must be said of it, into a file."""
    from anbefal.documents.pictures.drawing import draw
    from anbefal.documents.pictures.ranking import ranking_picture

    found, sure = telling.found, telling.found.acceptability
    picture = ranking_picture(
        telling.dataset,
        found.ranking,
        telling.words.language,
        bands=sure.rank_ranges if sure else {},
        shortlist=[item.id for item in found.shortlist.items],
        caveats=telling.what_if(),
    )
    write_text(Path(output), draw(picture))


def write_rows(result: Result, output: str) -> None:
    """Write a result into a file, in the form that its ending asks for."""
    file = io.StringIO()
    write(result, _FORMS[Path(output).suffix.lower()], Color.never, file)
    write_text(Path(output), file.getvalue())
