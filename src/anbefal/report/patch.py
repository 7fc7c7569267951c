"""Changes of files: which they are, or as a unified diff for people to read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from difflib import unified_diff

from anbefal.markup import visible
from anbefal.report.output import Color, console

ChangedFile = tuple[str, bytes | None, bytes | None]
"""Path, old content and new content of a file; ``None`` where there is no file."""

_STYLES = {"+": "green", "-": "red", "@": "cyan"}


def write_changed(files: Iterable[ChangedFile]) -> None:
    """Write a line for each changed file to standard output: what happened to it, and its path."""
    for path, old, new in files:
        verb = "new" if old is None else "removed" if new is None else "changed"
        print(f"{verb} {visible(path)}")
    sys.stdout.flush()  # while a full disk can still be told of


def write_patch(files: Iterable[ChangedFile], color: Color) -> None:
    """Write a diff to standard output.

    Args:
        files: The files, in the order in which they are shown.
        color: When to use colours.
    """
    out = console(color)
    for path, old, new in files:
        for line in patch_lines(path, old, new):
            out.print(visible(line), style=_style(line), soft_wrap=True)


def patch_lines(path: str, old: bytes | None, new: bytes | None) -> Iterator[str]:
    """Yield the lines of one file's diff, without line ends."""
    names = (f"a/{path}" if old is not None else "/dev/null", f"b/{path}" if new else "/dev/null")
    for line in unified_diff(_lines(old), _lines(new), *names):
        bare = line.rstrip("\r\n")
        yield bare
        if bare == line and line[:3] not in {"---", "+++"} and line[:2] != "@@":
            yield "\\ No newline at end of file"


def _lines(data: bytes | None) -> list[str]:
    text = (data or b"").decode("utf-8", "replace")
    return [line + "\n" for line in text.split("\n")[:-1]] + [
        line for line in text.split("\n")[-1:] if line
    ]


def _style(line: str) -> str:
    if line.startswith(("---", "+++")):
        return "bold"
    return _STYLES.get(line[:1], "")
