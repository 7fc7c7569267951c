"""Words that a shell completes: ids of records, and the words that a field can be.

Ids are read off file names where that is possible, so that completing is quick. Nothing here may
fail: a shell has no place for a message.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import typer

Complete = Callable[[typer.Context, str], list[str]]


def _completing(*kinds: str) -> Complete:
    """Return what completes the ids of some kinds of records."""

    def complete(context: typer.Context, incomplete: str) -> list[str]:
        return sorted({one for one in _ids(context, kinds) if one.startswith(incomplete)})

    return complete


def _ids(context: typer.Context, kinds: tuple[str, ...]) -> Iterator[str]:
    from anbefal.errors import AnbefalError
    from anbefal.model.kinds import KINDS
    from anbefal.store.reading.ids import ids_of
    from anbefal.store.reading.repository import find_root

    try:
        root = find_root(Path(context.params.get("root") or "."))
        for kind in KINDS:
            if kind.name in kinds:
                yield from ids_of(root, kind)
    except (AnbefalError, OSError):
        return


SHOWN = ("recommendation", "meeting", "plan", "theme", "actor")
complete_recommendation = _completing("recommendation")
complete_theme = _completing("theme")
complete_actor = _completing("actor")
complete_meeting = _completing("meeting")
complete_plan = _completing("plan")
complete_shown = _completing(*SHOWN)
complete_ranked = _completing("theme", "recommendation")
complete_record = _completing(*SHOWN, "assessment", "criteria", "settings")


def complete_logged(context: typer.Context, incomplete: str) -> list[str]:
    """Complete a recommendation, or a measure as HOLDER/MEASURE."""
    from anbefal.errors import AnbefalError
    from anbefal.store.reading.ids import measure_ids
    from anbefal.store.reading.repository import find_root

    holder, slash, _ = incomplete.partition("/")
    if not slash:
        return _completing("recommendation", "meeting", "plan")(context, incomplete)
    try:
        root = find_root(Path(context.params.get("root") or "."))
        names = [f"{holder}/{name}" for name in measure_ids(root, holder)]
    except (AnbefalError, OSError):
        return []
    return [name for name in names if name.startswith(incomplete)]


def complete_status(incomplete: str) -> list[str]:
    """Complete a value of a log."""
    from typing import get_args

    from anbefal.model.recommendation import StatusValue

    return [value for value in get_args(StatusValue) if value.startswith(incomplete)]


def complete_kind(incomplete: str) -> list[str]:
    """Complete the name of a kind of record."""
    from anbefal.model.kinds import KINDS

    return [kind.name for kind in KINDS if kind.name.startswith(incomplete)]
