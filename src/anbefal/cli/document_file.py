"""Where documents are written, and in which format."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path

from anbefal.errors import CannotWrite, Misuse


class DocumentFormat(StrEnum):
    """Formats of documents; each is the ending of its files."""

    md = "md"
    html = "html"


class DocumentLanguage(StrEnum):
    """Languages that documents can be written in; each has a file of words."""

    nb = "nb"


def by_ending(output: str | None) -> DocumentFormat:
    """Return the format that a file's name asks for: HTML without one, Markdown on the screen.

    Raises:
        Misuse: No format has that ending.
    """
    if output in {None, "-"}:
        return DocumentFormat.md if output == "-" else DocumentFormat.html
    ending = Path(output or "").suffix.lstrip(".").lower()
    try:
        return DocumentFormat(ending)
    except ValueError:
        known = ", ".join(f".{form}" for form in DocumentFormat)
        message = f"A document cannot be written as {ending or 'a file without an ending'}."
        raise Misuse(message, f"Use one of {known}, or --format.") from None


def in_out(root: Path, name: str) -> Path:
    """Return the place of a document in the repository's ``out/``.

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
