"""Merging lines, as git does it."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from anbefal.errors import GitFailed

NO_BASE = "--no-diff3"
"""Markers with two versions, also where the user has set up git to show the common ancestor."""

MAX_SECONDS = 10
MAX_CONFLICTS = 127
"""The highest exit code that counts conflicts; above it, git could not merge."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What stands in conflict markers.

    Attributes:
        ours: The name of our side.
        base: The name of the common ancestor.
        theirs: The name of their side.
        size: How many characters a marker has.
    """

    ours: str = "ours"
    base: str = "base"
    theirs: str = "theirs"
    size: int = 7


@dataclass(frozen=True, slots=True)
class Lines:
    """What git made of three texts.

    Attributes:
        data: The merged text; ``None`` where git cannot merge it, as with a picture.
        clean: Whether it has no conflict.
    """

    data: bytes | None
    clean: bool


def merge_lines(base: bytes, ours: bytes, theirs: bytes, labels: Labels, *rules: str) -> Lines:
    """Return three texts merged line by line.

    git reads the user's own settings, such as the style of conflict markers.

    Args:
        base: The text before the changes.
        ours: Our side.
        theirs: Their side.
        labels: What the sides are called in conflict markers.
        rules: ``--union``, ``--ours`` or ``--theirs``, what to take instead of a conflict; or
            :data:`NO_BASE`.

    Raises:
        GitFailed: There is no git.
    """
    with TemporaryDirectory() as folder:
        files = []
        for name, data in (("ours", ours), ("base", base), ("theirs", theirs)):
            files.append(Path(folder, name))
            files[-1].write_bytes(data)
        words = [
            word for name in (labels.ours, labels.base, labels.theirs) for word in ("-L", name)
        ]
        size = f"--marker-size={labels.size}"
        return _run(["git", "merge-file", "-p", "-q", size, *rules, *words, *map(str, files)])


def _run(command: list[str]) -> Lines:
    try:
        done = subprocess.run(  # noqa: S603 - the words are ours, and there is no shell
            command, capture_output=True, check=False, timeout=MAX_SECONDS
        )
    except subprocess.TimeoutExpired:
        return Lines(None, clean=False)
    except OSError as error:
        message = f"git cannot be started: {error.strerror}."
        raise GitFailed(message, "Install git; history and merging need it.") from error
    if not 0 <= done.returncode <= MAX_CONFLICTS:
        return Lines(None, clean=False)
    return Lines(done.stdout, clean=done.returncode == 0)
