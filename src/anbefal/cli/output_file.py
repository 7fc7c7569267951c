"""Where output goes, and in which form: the same in every command that can write a file."""

from __future__ import annotations

import io
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from anbefal.errors import CannotWrite, Misuse
from anbefal.report.output import Color, Format, write

if TYPE_CHECKING:
    from anbefal.report.output import Result

STANDARD_OUTPUT = "-"
_ENDINGS = {"text": "txt"}
"""The endings of files that are not the names of their forms."""

Form = TypeVar("Form", bound=StrEnum)


def form_of(asked: Form | None, output: str | None, default: Form, what: str) -> Form:
    """Return the form that was asked for, by name or by a file's ending.

    Args:
        asked: What the user named with ``--format``.
        output: What the user named with ``--output``; ``-`` is standard output.
        default: What it is where neither says; its class has all the forms there are.
        what: What is written, as a message begins, such as "A document".

    Raises:
        Misuse: The two say different things, or no form has that ending.
    """
    if output is None or output == STANDARD_OUTPUT:
        return asked or default
    known = {f".{_ENDINGS.get(one, one)}": one for one in type(default)}
    ending = Path(output).suffix.lower()
    told = known.get(ending)
    if asked and told and asked is not told:
        message = f"{output} ends in {ending}, and --format says {asked}."
        raise Misuse(message, "Leave --format out, or give the file another ending.")
    found = asked or told
    if found is None:
        message = f"{what} cannot be written as {ending or 'a file without an ending'}."
        raise Misuse(message, f"Use one of {', '.join(known)}, or --format.")
    return found


def is_shown(output: str | None) -> bool:
    """Return whether no file was named, so that the output goes to the screen."""
    return output in {None, STANDARD_OUTPUT}


def write_result(result: Result, form: Format, output: str | None, color: Color) -> None:
    """Write a result to the screen, or to a file whose name is printed then.

    Args:
        result: What is written.
        form: One of its forms.
        output: The file that the user named; ``-`` or none is the screen.
        color: When to use colours on the screen; in a file there are none.
    """
    if is_shown(output):
        write(result, form, color)
        return
    file = io.StringIO()
    write(result, form, Color.never, file)
    write_content(file.getvalue().encode(), output)


def write_content(data: bytes, output: str | None, *, is_text: bool = True) -> None:
    """Write the content of a file to the screen, or to a file whose name is printed then.

    Args:
        data: The content.
        output: The file that the user named; ``-`` or none is the screen.
        is_text: Whether a screen can show it.

    Raises:
        Misuse: The screen cannot show it.
        CannotWrite: It cannot be written there.
    """
    from anbefal.store.changing.files import write_bytes

    if output is not None and output != STANDARD_OUTPUT:
        write_bytes(Path(output), data)
        typer.echo(output)
        return
    if not is_text and sys.stdout.isatty():
        message = "This is no text that a screen can show."
        raise Misuse(message, "Name a file with --output, send it on with > or |, or use --format.")
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def in_out(root: Path, name: str) -> Path:
    """Return the place of a file in the repository's ``out/``.

    Raises:
        CannotWrite: A link leads from there out of the repository.
    """
    path = root / "out" / name
    if not Path(os.path.realpath(path)).is_relative_to(Path(os.path.realpath(root))):
        message = f"out/{name} is a link out of the repository; it is not written through."
        raise CannotWrite(
            message, "Delete the link, or name another file, where the command has --output."
        )
    return path


def shown_path(path: Path, output: str | None) -> str:
    """Return where a file was written: as the user named it, else from the folder they are in."""
    return output or Path(os.path.relpath(path)).as_posix()
