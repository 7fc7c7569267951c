"""A bar that shows how much of a file was read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

EVERY = 20
"""Rows between two looks at how much was read."""


def watched(
    things: Iterable[T], share: Callable[[], float], name: str, *, quiet: bool
) -> Iterator[T]:
    """Yield things, showing on a terminal how much of the file they come from was read.

    Args:
        things: What is read.
        share: How much was read by now, 0 to 1.
        name: What the file is called.
        quiet: Whether to show nothing.
    """
    if quiet or not sys.stderr.isatty():
        yield from things
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task(name, total=1.0)
        for number, one in enumerate(things):
            if number % EVERY == 0:
                bar.update(task, completed=share())
            yield one
