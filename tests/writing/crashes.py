"""A writer that stops dead, or is refused by the system, at any of its steps."""

from __future__ import annotations

import atexit
import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from anbefal.errors import AnbefalError
from anbefal.store.changing.journal import FileChange
from anbefal.store.changing.writer import writing

CALLS = ("open", "fsync", "replace", "unlink", "mkdir", "chmod")
"""What the writer asks of the system, by its names in `os`; each call is one step."""

KILLED = 77
FINISHED = 0


def killed_at(step: int, root: Path, changes: list[FileChange]) -> int:
    """Write in a process that is gone before its step with this number, without any clean-up."""
    killer = _killer()
    assert killer.stdin
    assert killer.stdout
    texts = [(one.path, _text(one.old), _text(one.new)) for one in changes]
    killer.stdin.write(json.dumps([step, str(root), texts]) + "\n")
    killer.stdin.flush()
    return int(killer.stdout.readline())


def _text(content: bytes | None) -> str | None:
    return None if content is None else content.decode()


@cache
def _killer() -> subprocess.Popen[str]:
    """Start a small program that makes those processes: pytest takes ten times as long to copy."""
    killer = subprocess.Popen(
        [sys.executable, "-m", "writing.killing"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    atexit.register(killer.communicate)
    return killer


def refused_from(step: int, root: Path, changes: list[FileChange], *, once: bool) -> bool:
    """Write where the system is full from the step with this number on, or only then.

    Returns:
        Whether the writer reports that all is written.
    """

    def refuse() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    try:
        with before_step(step, refuse, once=once), writing(root) as door:
            door.write(changes)
    except (AnbefalError, OSError):
        return False
    return True


@contextmanager
def before_step(step: int, happens: Callable[[], None], *, once: bool = True) -> Iterator[None]:
    """Have something happen before the step with this number, or before each from there on."""
    count = 0
    originals = {name: getattr(os, name) for name in CALLS}
    for name, real in originals.items():

        def counted(*arguments: Any, real: Any = real, **named: Any) -> Any:
            nonlocal count
            count += 1
            if count == step or (count > step and not once):
                happens()
            return real(*arguments, **named)

        setattr(os, name, counted)
    try:
        yield
    finally:
        vars(os).update(originals)
