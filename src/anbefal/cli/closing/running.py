"""`meetings close`: asked, then written at once."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from anbefal.cli.changing import change
from anbefal.cli.session import Session, day, require, require_readable
from anbefal.cli.stopping import INTERRUPTED_EXIT_CODE, How, answering
from anbefal.errors import AnbefalError, Misuse
from anbefal.report.output import Color, console

if TYPE_CHECKING:
    from anbefal.cli.closing.dialog import Dialog
    from anbefal.cli.closing.task import Task
    from anbefal.model.dataset import Dataset
    from anbefal.model.edits import Edit
    from anbefal.model.meeting import Meeting


def run_close(
    session: Session, name: str, language: str | None, color: Color, *, dry_run: bool
) -> None:
    """Ask what was promised at a meeting, and write it into its record.

    Promises that were confirmed are written however the questions end, all at once; without any,
    stopping changes nothing.

    Args:
        session: The repository.
        name: The meeting.
        language: The language of the questions; without one, the repository's.
        color: When to use colours.
        dry_run: Whether to show the change and write nothing.

    Raises:
        Misuse: There is no such meeting, it was cancelled, or an answer that came from no terminal
            was not understood; nothing is written.
        AnbefalError: It could not be written; what was confirmed was shown.
        Exit: Somebody interrupted it.
    """
    from anbefal.cli.closing.dialog import Dialog
    from anbefal.cli.closing.screen import Screen
    from anbefal.cli.closing.task import Task

    dataset = session.loaded.dataset
    meeting = _meeting(dataset, name)
    words = session.words(language, "closing")
    screen = Screen(console(color, sys.stderr), dataset, words, quiet=session.quiet)
    task = Task(session, screen, words, meeting)
    screen.begin(meeting, trial=dry_run)
    with answering() as answers:
        dialog = Dialog(task, answers, can_retry=sys.stdin.isatty())
        how = dialog.run()
        _finish(task, dialog, how, color, dry_run=dry_run)
    if how in {How.INTERRUPTED, How.GONE}:
        raise typer.Exit(INTERRUPTED_EXIT_CODE)


def _meeting(dataset: Dataset, name: str) -> Meeting:
    """Return the meeting that can be closed.

    Raises:
        Misuse: There is none, or it was cancelled.
    """
    if name not in dataset.meetings:
        require_readable(dataset, "meeting", name)
    meeting = dataset.meetings[require("meeting", name, dataset.meetings)]
    if meeting.state == "cancelled":
        message = f"The meeting {meeting.id!r} is cancelled, so nothing was promised at it."
        hint = f"If it was held after all: anbefal edit {meeting.id} state=held date=YYYY-MM-DD."
        raise Misuse(message, hint)
    if meeting.date and meeting.date.first > day("today"):
        message = f"The meeting {meeting.id!r} is recorded for {meeting.date}, which has not come."
        raise Misuse(message, f"If it was held: anbefal edit {meeting.id} date=YYYY-MM-DD.")
    return meeting


def _finish(task: Task, dialog: Dialog, how: How, color: Color, *, dry_run: bool) -> None:
    """Write what was confirmed, and tell what was not."""
    screen = task.screen
    if how is not How.FINISHED:
        screen.gap()
        screen.note("stopped", "bold")
        if dialog.draft:
            screen.say("not_confirmed", "yellow", words=dialog.draft.words)
    is_worth = task.closing.promises or task.closing.minutes or how is How.FINISHED
    if not (is_worth and task.is_finished):
        screen.note("nothing_changed")
        return
    screen.end(task.meeting, task.closing, trial=dry_run)
    _write(task, color, dry_run=dry_run)
    if not dry_run:
        screen.what_next(task.meeting)


def _write(task: Task, color: Color, *, dry_run: bool) -> None:
    """Write it through the one door.

    Raises:
        AnbefalError: It could not be written; what was confirmed was shown.
    """
    try:
        change(task.session, lambda dataset: _edits(task, dataset), dry_run=dry_run, color=color)
    except (AnbefalError, OSError):
        task.screen.lost(task.closing)
        raise


def _edits(task: Task, dataset: Dataset) -> list[Edit]:
    """Return the changes to what lies there by now.

    Raises:
        Misuse: Somebody has cancelled or removed the meeting meanwhile.
    """
    from anbefal.analysis.closing import closing_edits

    meeting = _meeting(dataset, task.meeting.id)
    return closing_edits(dataset, meeting.id, task.closing)
