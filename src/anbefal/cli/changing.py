"""The way every command changes data: compute, check, then show or write."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from anbefal.cli.session import Session
from anbefal.errors import ChangeRefused
from anbefal.report.output import Color, console

if TYPE_CHECKING:
    from anbefal.diagnostics import Diagnostic
    from anbefal.model.dataset import Dataset
    from anbefal.model.edits import Edit
    from anbefal.store.changing.journal import FileChange
    from anbefal.store.reading.repository import Loaded

DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Show the change as a diff and write nothing.")
]

MOST_SHOWN = 10
"""How many findings are shown: one wrong id can make a hundred references wrong."""

Compute = Callable[["Dataset"], Sequence["Edit"]]
"""From the records as they lie there now to what is to change."""

Make = Callable[["Loaded"], Sequence["FileChange"]]
"""From what lies there now to new contents of files."""


def change(session: Session, compute: Compute, *, dry_run: bool, color: Color) -> None:
    """Make a change and print the files that it changed, or the change as a diff.

    The repository is held while the change is computed, checked and written, so that it is made
    from what lies there.

    Args:
        session: The repository.
        compute: What is to change. It gets the records with internal notes.
        dry_run: Whether to show the change and write nothing.
        color: When to use colours.

    Raises:
        ChangeRefused: The data would have an error that it does not have now; nothing is written.
    """
    change_files(session, _applying(session, compute), dry_run=dry_run, color=color)


def change_quietly(
    session: Session, compute: Compute, color: Color, *, dry_run: bool = False
) -> Sequence[FileChange]:
    """Make a change as :func:`change` does, print no files, and return them.

    Afterwards the session holds the records as they lie there now.

    Args:
        session: The repository.
        compute: What is to change. It gets the records with internal notes.
        color: When to use colours, for new warnings.
        dry_run: Whether to check the change and write nothing.

    Raises:
        ChangeRefused: The data would have an error that it does not have now; nothing is written.
    """
    make = _applying(session, compute)
    if dry_run:
        changes = make(session.loaded)
        _check(session.loaded, changes, color)
        return changes
    return _written(session, make, color)


def _applying(session: Session, compute: Compute) -> Make:
    from anbefal.store.changing.applying import apply

    return lambda loaded: apply(session.root, loaded.dataset, compute(loaded.dataset))


def change_files(
    session: Session,
    make: Make,
    *,
    dry_run: bool,
    color: Color,
) -> None:
    """Change files, as :func:`change` does.

    Args:
        session: The repository.
        make: From what lies there now to new contents of files.
        dry_run: Whether to show the change and write nothing.
        color: When to use colours.

    Raises:
        ChangeRefused: The data would have an error that it does not have now; nothing is written.
    """
    from anbefal.report.patch import write_changed

    if dry_run:
        changes = make(session.loaded)
        _check(session.loaded, changes, color)
        _show(changes, color)
        return
    changes = _written(session, make, color)
    try:
        write_changed((one.path, one.old, one.new) for one in changes)
    except OSError:
        session.say("The change is made, but standard output does not take the news of it.")
        raise
    if not changes:
        session.say("Nothing changed: the data says so already.")


def _written(session: Session, make: Make, color: Color) -> Sequence[FileChange]:
    """Compute, check and write a change while the repository is held, and return its files."""
    from anbefal.store.changing.writer import writing

    with writing(session.root) as door:
        session.say(door.mended)
        session.forget()
        changes = make(session.loaded)
        after = _check(session.loaded, changes, color)
        door.write(changes)
        session.loaded = after
    return changes


def _check(loaded: Loaded, changes: Sequence[FileChange], color: Color) -> Loaded:
    """Make sure that a change adds no error to the data; new warnings are shown.

    Returns:
        The repository as it will be.

    Raises:
        ChangeRefused: It adds one.
    """
    from anbefal.report.findings import show_findings

    after = loaded.changed({one.path: one.new for one in changes})
    found = _new_findings(loaded, after)
    texts = {file.path: file.text for file in after.dataset.files}
    show_findings(found[:MOST_SHOWN], texts, console(color, sys.stderr))
    if found[MOST_SHOWN:]:
        print(f"… and {len(found) - MOST_SHOWN} more.", file=sys.stderr)  # noqa: T201
    if any(one.severity == "error" for one in found):
        message = "The change would make the data wrong, as told above. Nothing was written."
        raise ChangeRefused(message)
    return after


def _new_findings(before: Loaded, after: Loaded) -> list[Diagnostic]:
    """Return what is found after a change and was not found before it."""
    from anbefal.rules import check as check_rules
    from anbefal.store.reading.repository import locate

    found = locate([*after.findings, *check_rules(after.dataset)], after.dataset)
    if not found:
        return []
    known = Counter(map(_identity, [*before.findings, *check_rules(before.dataset)]))
    new = []
    for one in found:
        known[_identity(one)] -= 1
        if known[_identity(one)] < 0:
            new.append(one)
    return new


def _identity(one: Diagnostic) -> tuple[str, str]:
    """Return what a finding is known by, wherever its line or file has moved to."""
    return one.code, one.message


def _show(changes: Sequence[FileChange], color: Color) -> None:
    from anbefal.report.patch import write_patch

    write_patch([(one.path, one.old, one.new) for one in changes], color)
