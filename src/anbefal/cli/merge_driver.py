"""The command `merge-driver`, which git runs."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from stat import S_ISREG
from typing import Annotated

import typer

from anbefal.errors import Unreadable
from anbefal.markup import visible

MOST_BYTES = 2_000_000
"""Twice what a data file may hold; git merges larger files by itself."""

MOST_TOLD = 20
"""How many conflicts of one file are told."""

Label = Annotated[str, typer.Option(help="Name in conflict markers.", show_default=False)]


def merge_driver(
    base: Annotated[Path, typer.Argument(metavar="%O", help="The common ancestor's file.")],
    ours: Annotated[Path, typer.Argument(metavar="%A", help="Our file; takes the result.")],
    theirs: Annotated[Path, typer.Argument(metavar="%B", help="Their file.")],
    path: Annotated[str, typer.Argument(metavar="%P", help="Where the result will lie.")] = "",
    *,
    marker_size: Annotated[str, typer.Option(help="Length of conflict markers.")] = "7",
    base_label: Label = "",
    our_label: Label = "",
    their_label: Label = "",
) -> None:
    """Merge two changes of one data file; git runs this, once 'anbefal init' has set it up.

    Two people who add a status or a score do not conflict. What cannot both hold stays a
    conflict: exit code 1, with both versions between markers in the file.
    """
    from anbefal.store.changing.files import replace
    from anbefal.store.merging.files import merge_files
    from anbefal.store.merging.lines import Labels

    labels = Labels(
        ours=_label(our_label, "ours"),
        base=_label(base_label, "base"),
        theirs=_label(their_label, "theirs"),
        size=int(marker_size) if marker_size.isdecimal() and 0 < len(marker_size) < 3 else 7,  # noqa: PLR2004
    )
    outcome = merge_files(path, _read(base), _read(ours), _read(theirs), labels)
    if outcome.data is not None:
        replace(ours, outcome.data)
    for message in outcome.messages[:MOST_TOLD]:
        print(visible(f"anbefal: {path or ours}: {message}"), file=sys.stderr)  # noqa: T201
    if not outcome.clean:
        raise typer.Exit(1)


def _label(given: str, otherwise: str) -> str:
    """Return a label on one line; git before 2.44 leaves %X as it is."""
    lines = given.splitlines()
    return otherwise if not lines or given.startswith("%") else visible(lines[0])


def _read(path: Path) -> bytes:
    try:
        status = os.lstat(path)
        if not S_ISREG(status.st_mode) or status.st_size > MOST_BYTES:
            raise Unreadable(f"{path} is no record.", "git merges it as text.")
        return path.read_bytes()
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}."
        raise Unreadable(message, "git runs this command; see 'anbefal init'.") from error
