"""Writing the files that commands produce: whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from stat import S_IMODE
from tempfile import NamedTemporaryFile

from anbefal.errors import Unreadable


def write_text(path: Path, text: str) -> None:
    """Write a text file; another program never sees it half-written.

    Args:
        path: Where to write; its folder is made where it does not exist.
        text: The content; lines end as they do in the text.

    Raises:
        Unreadable: The place cannot be written to. What stood there before still stands.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8", newline="")  # a pipe or device stays one
        else:
            _replace(Path(os.path.realpath(path)), text)
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror}."
        raise Unreadable(message, "Choose another place with --output.") from error


def _replace(path: Path, text: str) -> None:
    with NamedTemporaryFile(
        "w", encoding="utf-8", newline="", dir=path.parent, delete=False
    ) as beside:
        try:
            beside.write(text)
            beside.close()
            Path(beside.name).chmod(_mode(path))
            os.replace(beside.name, path)
        except OSError:
            Path(beside.name).unlink(missing_ok=True)
            raise


def _mode(path: Path) -> int:
    """Return the permissions that a file keeps, or that the user wants new files to have."""
    if path.exists():
        return S_IMODE(path.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
