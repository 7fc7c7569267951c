"""Workbooks from others made safe for the library: looked through, copied, opened."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from anbefal.errors import AnbefalError, Unreadable
from anbefal.exchange.archives import blocks_of, read_file
from anbefal.exchange.limits import LARGE, MEGABYTE, Limits
from anbefal.exchange.reach import Reach
from anbefal.exchange.xml_parts import Look

_IN_MEMORY = 16 * MEGABYTE
"""Bytes of a copy of a large workbook that lie in memory."""
_ANEW = "Open it in Excel or LibreOffice and save it anew as an Excel workbook (.xlsx)."
_MARK, _KEPT_MARK = b"x005F_", b"x00x005F_5F_"


def checked_copy(path: Path, limits: Limits, reach: Reach) -> IO[bytes]:
    """Return a copy of a workbook of which every part has been looked through.

    A small one lies in memory, a large one in a nameless file that goes when it is closed.

    Args:
        path: The file.
        limits: How much it may hold.
        reach: Counts what is in it.

    Raises:
        Unreadable: It is no workbook, is damaged, protected by a password or too big.
    """
    name = path.name
    is_huge = limits.unpacked > LARGE.unpacked
    how = ZIP_DEFLATED if is_huge else ZIP_STORED
    copy = SpooledTemporaryFile(max_size=_IN_MEMORY if is_huge else 0)  # noqa: SIM115 - who asked closes it
    try:
        with ZipFile(copy, "w", how, compresslevel=1) as archive:
            for part, blocks in blocks_of(name, read_file(path, limits), limits):
                entry = ZipInfo(part)
                entry.compress_type = how
                with archive.open(entry, "w", force_zip64=True) as kept:
                    for block in _without_marks(part, _looked_at(name, part, blocks, reach)):
                        kept.write(block)
    except BaseException as error:
        copy.close()
        if isinstance(error, OSError):
            message = f"{name} cannot be unpacked: {error.strerror}."
            raise Unreadable(message, "Make room on the disk for temporary files.") from None
        raise
    copy.seek(0)
    return copy


def _looked_at(name: str, part: str, blocks: Iterable[bytes], reach: Reach) -> Iterator[bytes]:
    """Yield the blocks of a part, each after every element in it was counted."""
    reach.begin(part)
    look = Look(name, reach.see)
    for block in blocks:
        look.at(block)
        yield block
    look.end()
    if part.startswith("xl/") and reach.is_strict:
        message = f"{name} is a workbook of the kind 'Strict Open XML'."
        raise Unreadable(message, "Save it as an ordinary Excel workbook (.xlsx).")


def _without_marks(part: str, blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the blocks of a part so that the library leaves words as they are.

    It deletes the mark that keeps words of a shared text from being read as an escape; of this it
    leaves the mark itself.
    """
    if not part.lower().endswith("sharedstrings.xml"):
        yield from blocks
        return
    kept = b""
    for block in blocks:
        whole = kept + block
        # A mark that two blocks share is left whole to the second.
        cut = whole.rfind(b"x", max(len(whole) - len(_MARK) + 1, 0))
        cut = len(whole) if cut < 0 else cut
        yield whole[:cut].replace(_MARK, _KEPT_MARK)
        kept = whole[cut:]
    yield kept.replace(_MARK, _KEPT_MARK)


def open_book(name: str, file: IO[bytes]) -> Any:
    """Return a checked copy as the library opens it, its rows read when they are asked for.

    Raises:
        Unreadable: The library does not take it for a workbook.
    """
    from openpyxl import load_workbook

    with telling_of_library(name), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and extensions that it leaves out
        return load_workbook(file, read_only=True, keep_links=False)


@contextmanager
def telling_of_library(name: str) -> Iterator[None]:
    """Make whatever a hostile file makes of the library into a sentence.

    Raises:
        Unreadable: The library raised something.
    """
    try:
        yield
    except (AnbefalError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001
        message = f"{name} cannot be read as an Excel workbook ({type(error).__name__})."
        raise Unreadable(message, _ANEW) from None
