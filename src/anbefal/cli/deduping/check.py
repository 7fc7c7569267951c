"""`dedupe --check`: new recommendations with a likely duplicate that nobody has decided on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anbefal.cli.deduping.asked import Asked, require_all_readable
from anbefal.cli.session import Session

if TYPE_CHECKING:
    from anbefal.diagnostics import Diagnostic
    from anbefal.report.findings import Findings


def undecided_among_new(session: Session, asked: Asked, least: float) -> Findings:
    """Return a finding for each likely duplicate of a new record.

    Args:
        session: The repository.
        asked: Which records count; without a moment since which they are new, the first parent of
            the last commit is taken.
        least: The lowest score of a likely duplicate.

    Raises:
        AnbefalError: A name is not known, history does not tell what is new, or a recommendation
            cannot be read.
    """
    from anbefal import __version__
    from anbefal.cli.deduping.base import new_since
    from anbefal.report.duplicates.finding import UNDECIDED
    from anbefal.report.findings import Findings

    require_all_readable(session)
    dataset = session.readable()
    new = new_since(session.root, asked.new_since) & dataset.recommendations.keys()
    wanted = Asked(asked.ids, asked.themes, asked.bodies, asked.since).among(session, dataset)
    new = new if wanted is None else new & wanted
    return Findings(
        found=_found(session, new, least) if new else (),
        records=len(new),
        texts={file.path: file.text for file in session.loaded.dataset.files},
        pages=(UNDECIDED,),
        version=__version__,
        quiet=session.quiet,
        read="new recommendation",
    )


def _found(session: Session, new: frozenset[str], least: float) -> tuple[Diagnostic, ...]:
    from anbefal.analysis.duplicates.suggesting import suggest
    from anbefal.model.dataset import Key
    from anbefal.report.duplicates.finding import undecided
    from anbefal.store.reading.repository import locate

    dataset = session.loaded.dataset
    found = []
    for pair in suggest(dataset.without_internal(), least=least, among=new).pairs:
        if pair.judgement.relation == "duplicate":
            name = pair.a if pair.a in new else pair.b
            file = dataset.by_key[Key("recommendation", name)].file
            found.append(undecided(pair, name, file))
    return locate(found, dataset)
