"""`dedupe --apply`: deciding pair by pair."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from anbefal.cli.stopping import INTERRUPTED_EXIT_CODE, How, answering
from anbefal.report.output import Color, console

if TYPE_CHECKING:
    from anbefal.cli.session import Session
    from anbefal.report.duplicates.shown import Shown


def decide(
    session: Session,
    shown: Shown,
    least: float,
    color: Color,
    again: Sequence[str],
    *,
    dry_run: bool,
) -> None:
    """Ask about every pair, those of a group after each other, related ones last.

    Args:
        session: The repository.
        shown: The suggestions.
        least: The lowest score of a duplicate.
        color: When to use colours.
        again: The words after `anbefal` that ask about the rest another time.
        dry_run: Whether to show what the answers change and write nothing.

    Raises:
        AnbefalError: A decision could not be written, and there is nobody to ask again.
        Exit: Somebody interrupted it; what was answered is written.
    """
    from anbefal.cli.deduping.dialog import Dialog
    from anbefal.cli.deduping.screen import Screen
    from anbefal.cli.deduping.task import Task, Trial
    from anbefal.report.patch import write_changed, write_patch

    pairs = [*(pair for _, of_group in shown.groups for pair in of_group)]
    pairs += [*shown.across, *shown.related]
    screen = Screen(console(color, sys.stderr), shown.telling, quiet=session.quiet)
    task = (Trial if dry_run else Task)(session, color, pairs, least)
    screen.begin(len(pairs), trial=dry_run)
    if not pairs:
        return
    with answering() as answers:
        dialog = Dialog(task, screen, answers, can_retry=sys.stdin.isatty())
        try:
            how = dialog.run()
            task.look()
            screen.note("finished" if how is How.FINISHED else "stopped", "bold")
            screen.end(task.written, task.left, ["anbefal", *again], trial=dry_run)
        finally:
            files = [(path, *both) for path, both in sorted(task.changed.items())]
            if dry_run:
                write_patch(files, color)
            else:
                write_changed(files)
    if how in {How.INTERRUPTED, How.GONE}:
        raise typer.Exit(INTERRUPTED_EXIT_CODE)
