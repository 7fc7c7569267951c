"""What the process of templates writes, and in which line it was when it was stopped.

On its output stands the document, or why there is none. On the other stream it tells of every
template before it runs, since a process that is stopped can tell nothing any more: then Python adds
the files and lines that were running.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from anbefal.documents.formats.failing import place

if TYPE_CHECKING:
    from jinja2 import Template

MADE, FAILED, BROKEN = b"made\n", b"failed\n", b"broken\n"
"""How the output begins: with a document, with what is wrong in a template, or in the program."""

_RUNS = "runs "
_FRAME = re.compile(r'^  File "(.*?)(?:\.\.\.)?", line (\d+) in ', re.MULTILINE)
_UNNAMED = "<template>"
"""What Jinja calls the parts of a Word document."""

_LOOP = re.compile(r"^(?!\s*//).*\b(?:for|while)\b")
_READ = 1_000_000
"""Characters of a template that are looked through for loops."""

_SHOWN = 500
"""As many characters of a file's name are told of a process that is stopped."""


def runs(template: Template) -> str:
    """Return a line that tells which template runs, and of which lines its program is made."""
    return f"{_RUNS}{json.dumps([template.filename, template.debug_info])}\n"


def place_in(told: str, template: str, folders: Sequence[Path]) -> tuple[str, int | None]:
    """Return the template, and where it is known the line, that a stopped process was in.

    Args:
        told: What the process wrote.
        template: The document's template, for where no other is known.
        folders: Where templates lie, the repository's first.
    """
    lines_of = dict(
        json.loads(line.removeprefix(_RUNS)) for line in told.splitlines() if line.startswith(_RUNS)
    )
    shown = {_as_shown(file): file for file in lines_of}
    stopped = [(shown[file], int(at)) for file, at in _FRAME.findall(told) if file in shown]
    frames = [
        (str(folders[0] / template) if file == _UNNAMED else file, _line(at, lines_of[file]))
        for file, at in stopped
    ]
    return place(frames, folders) or (template, None)


def loops_in(template: Path) -> list[int]:
    """Return the lines of a Typst template in which loops begin.

    Nobody can tell which of them Typst was in, since it is stopped like any other program.
    """
    with template.open(encoding="utf-8", errors="replace") as file:
        lines = file.read(_READ).splitlines()
    return [number for number, line in enumerate(lines, start=1) if _LOOP.search(line)]


def _as_shown(file: str) -> str:
    """Return a file's name as Python writes it when a process is stopped."""
    return file.encode("ascii", "backslashreplace").decode()[:_SHOWN]


def _line(at: int, lines: Sequence[tuple[int, int]]) -> int:
    """Return the line of a template, of a line of the program that Jinja made of it."""
    return max((line for line, made in lines if made <= at), default=1)
