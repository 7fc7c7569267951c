"""A ranking drawn as a picture, to the screen or into a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anbefal.cli.output_file import write_content

if TYPE_CHECKING:
    from anbefal.report.ranking.telling import Telling


def write_picture(telling: Telling, output: str | None) -> None:
    """Draw a ranking, with what must be said of it.

    Args:
        telling: The ranking.
        output: The file that the user named; ``-`` or none is the screen.
    """
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
    write_content(draw(picture).encode(), output)
