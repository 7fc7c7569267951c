"""The file of rows that could not be read, for a person to mend."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from anbefal.cli.output_file import in_out
from anbefal.cli.session import Session

if TYPE_CHECKING:
    from anbefal.analysis.importing.plan import Plan

TO_MEND = "-to-mend"
"""What the names of such files end with."""
LONGEST_STEM = 60
"""Characters of a file's name that the name of its rows to mend begins with."""


def rows_to_be_mended(
    session: Session, plan: Plan, file: Path, headings: Sequence[str]
) -> tuple[Path, bytes] | None:
    """Return the rows that could not be read, and where in the repository's ``out/`` they belong.

    There is nothing to mend where only places can be told, such as a number that is missing.

    What somebody is mending is not written over; the same rows keep their place.

    Raises:
        CannotWrite: Nothing can be written there.
    """
    from anbefal.exchange.unread import rows_to_mend
    from anbefal.model.names import as_id
    from anbefal.store.changing.files import make_folder

    to_mend = rows_to_mend(plan.unread, headings)
    if to_mend is None:
        return None
    stem = as_id(file.stem.removesuffix(TO_MEND))[:LONGEST_STEM] or "rows"
    for number in count(1):
        more = f"-{number}" if number > 1 else ""
        path = in_out(session.root, f"{stem}{TO_MEND}{more}{to_mend.ending}")
        if not os.path.lexists(path) or (path.is_file() and path.read_bytes() == to_mend.data):
            make_folder(path.parent)
            return path, to_mend.data
    raise AssertionError  # the numbers do not end
