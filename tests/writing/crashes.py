"""A writer that stops dead, or is refused by the system, at any of its steps."""

from __future__ import annotations

import errno
import multiprocessing
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from anbefal.errors import AnbefalError
from anbefal.store.changing.journal import FileChange
from anbefal.store.changing.writer import writing

CALLS = ("open", "fsync", "replace", "unlink", "mkdir", "chmod")
"""What the writer asks of the system, by its names in `os`; each call is one step."""

KILLED = 77
FINISHED = 0


def in_child(work: Callable[[], None]) -> int:
    """Run something in a process of its own and return its exit code."""
    child = multiprocessing.get_context("fork").Process(target=work)
    child.start()
    child.join()
    assert child.exitcode is not None
    return child.exitcode


def killed_at(step: int, root: Path, changes: list[FileChange]) -> int:
    """Write in a child that is gone before its step with this number, without any clean-up."""

    def work() -> None:
        _before_step(step, lambda: os._exit(KILLED))
        with writing(root) as door:
            door.write(changes)
        os._exit(FINISHED)

    return in_child(work)


def refused_from(step: int, root: Path, changes: list[FileChange], *, once: bool) -> int:
    """Write in a child whose system is full from its step with this number on, or only then."""

    def work() -> None:
        def refuse() -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        _before_step(step, refuse, once=once)
        try:
            with writing(root) as door:
                door.write(changes)
        except (AnbefalError, OSError):
            os._exit(KILLED)
        os._exit(FINISHED)

    return in_child(work)


def _before_step(step: int, happens: Callable[[], None], *, once: bool = True) -> None:
    count = 0
    for name in CALLS:
        real = getattr(os, name)

        def counted(*arguments: Any, real: Any = real, **named: Any) -> Any:
            nonlocal count
            count += 1
            if count == step or (count > step and not once):
                happens()
            return real(*arguments, **named)

        setattr(os, name, counted)
