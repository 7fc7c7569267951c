"""The suggestions that a user asks for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from anbefal.cli.deduping.options import Shown as Wanted

if TYPE_CHECKING:
    from anbefal.cli.deduping.asked import Asked
    from anbefal.cli.session import Session
    from anbefal.report.duplicates.shown import Shown
    from anbefal.wording import Wording


def suggested(
    session: Session, asked: Asked, least: float, wanted: Wanted, words: Wording, limit: int
) -> Shown:
    """Return the suggestions for the records that are asked about.

    Args:
        session: The repository.
        asked: Which records.
        least: The lowest score of a duplicate.
        wanted: Which pairs.
        words: The words for suggestions.
        limit: How many groups a terminal shows.

    Raises:
        AnbefalError: A name is not known, or history does not tell what is new.
    """
    from anbefal.analysis.duplicates.suggesting import suggest
    from anbefal.report.duplicates.shown import Shown
    from anbefal.report.duplicates.telling import Telling

    dataset = session.readable()
    found = suggest(dataset, least=least, among=asked.among(session, dataset))
    if wanted is not Wanted.all:
        pairs = tuple(one for one in found.pairs if one.judgement.relation == wanted)
        found = replace(found, pairs=pairs)
    return Shown(
        found,
        Telling(dataset, words),
        limit,
        only_related=wanted is Wanted.related,
        whole=bool(asked.ids),
    )
