"""What a build notes of itself in the site's folder, so that the next one knows what is its own.

A list of all files is written when a build is done. While it runs, each process first notes in a
journal each file that is new, so that what a broken-off build left is known as well. What stands in
these files is not trusted: whoever can change them could name anything.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from anbefal.documents.site.addresses import ASSETS, DATA, RECORDS
from anbefal.errors import CannotWrite
from anbefal.wording import LANGUAGES

OWN = ".anbefal-site"
"""The folder in a site's folder that holds nothing of the site itself."""
LIST, LOCK = "files.txt", "lock"
BESIDE, _JOURNAL = ".part", ".new"
"""Endings of files that are being written, and of journals."""
_HEAD = "anbefal site 1"
"""The first line of the list; the number would change with its form."""
_LARGEST = 100_000_000
"""Bytes of a list that are read; a list of 100,000 files has five million."""
_TOP = (*LANGUAGES, ASSETS, DATA, RECORDS)
_PART = r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?"
_FILE = re.compile(rf"index\.html|(?:{'|'.join(_TOP)})(?:/{_PART}){{1,4}}", re.ASCII)
"""What files of a site are called; nothing else is ever removed."""


class Journal:
    """Notes files before they are made. It is a file of its own for each process that writes.

    Args:
        folder: The build's own folder.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / f"{token_hex(8)}{_JOURNAL}"
        self._open: BinaryIO | None = None

    def note(self, path: str) -> None:
        """Note a file.

        Raises:
            OSError: It cannot be noted.
        """
        if self._open is None:
            self._open = open(self._file, "xb", buffering=0)  # noqa: SIM115 - until it is closed
        self._open.write(f"{path}\n".encode())

    def close(self) -> None:
        """Note no more."""
        if self._open is not None:
            self._open.close()
            self._open = None


def own_folder(site: Path) -> Path:
    """Return the build's own folder in a site's folder."""
    return site / OWN


def make_own_folder(site: Path) -> Path:
    """Return the build's own folder, which is made and gets an empty list where there is none.

    Raises:
        CannotWrite: It is a link.
        OSError: It cannot be made.
    """
    folder = own_folder(site)
    for one in (folder, folder / LOCK):
        if one.is_symlink():
            message = f"{one} is a link, and is not written through."
            raise CannotWrite(message, "Remove the link, or choose another folder with --output.")
    folder.mkdir(exist_ok=True)
    if not is_kept(site):
        write_files(folder, ())
    return folder


def is_kept(site: Path) -> bool:
    """Return whether a site was built in a folder before."""
    folder = own_folder(site)
    return not folder.is_symlink() and _is_file(folder / LIST)


def files_of(folder: Path) -> set[str]:
    """Return the files that earlier builds made.

    Args:
        folder: The build's own folder.

    Raises:
        OSError: It cannot be read.
    """
    lists = [one for one in folder.iterdir() if one.name == LIST or one.suffix == _JOURNAL]
    found = {line for one in lists if _is_file(one) for line in _lines(one)}
    return {one for one in found if _FILE.fullmatch(one)}


def clear(folder: Path) -> None:
    """Remove what was being written when an earlier build was broken off.

    Args:
        folder: The build's own folder.

    Raises:
        OSError: It cannot be removed.
    """
    for one in folder.iterdir():
        if one.suffix == BESIDE and _is_file(one):
            one.unlink()


def write_files(folder: Path, paths: Collection[str]) -> None:
    """Write the list of all files; the journals are no longer needed then.

    Args:
        folder: The build's own folder.
        paths: The files, from the site's top.

    Raises:
        OSError: It cannot be written.
    """
    beside = folder / f"{token_hex(8)}{BESIDE}"
    beside.write_bytes("".join(f"{line}\n" for line in (_HEAD, *sorted(paths))).encode())
    os.replace(beside, folder / LIST)
    for one in folder.iterdir():
        if one.suffix == _JOURNAL and _is_file(one):
            with suppress(OSError):  # it is harmless
                one.unlink()


def _lines(file: Path) -> Iterator[str]:
    with file.open("rb") as read:
        yield from read.read(_LARGEST).decode("ascii", errors="replace").split("\n")


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()
