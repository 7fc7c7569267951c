"""Writing a file that is not there yet: whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from secrets import token_hex

from anbefal.errors import CannotWrite

_ELSEWHERE = "Choose another name or folder for it."


def write_new(path: Path, data: bytes) -> None:
    """Write a new file; another program never sees it half-written, and nothing is overwritten.

    Args:
        path: Where to write; its folder is made where it does not exist.
        data: The content.

    Raises:
        CannotWrite: There is such a file, or it cannot be written. Nothing has changed.
    """
    beside = path.with_name(f".{path.name[:150]}.{token_hex(4)}.anbefal")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with beside.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            _take_place(beside, path)
        finally:
            beside.unlink(missing_ok=True)
    except FileExistsError:
        raise CannotWrite(f"{path} is there already.", _ELSEWHERE) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CannotWrite(f"{path} cannot be written: {reason}.", _ELSEWHERE) from None


def _take_place(beside: Path, path: Path) -> None:
    """Give a file its name, unless another has it.

    Raises:
        OSError: It cannot be named so.
    """
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without second names for files, such as a memory stick
        if os.path.lexists(path):
            raise FileExistsError from None
        os.rename(beside, path)
